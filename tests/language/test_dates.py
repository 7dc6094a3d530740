"""Dates in English text."""

from __future__ import annotations

from datetime import date

import pytest

from language.dates.edtf import dates_in

THURSDAY = date(2031, 5, 22)


def found(text: str, written: date | None = THURSDAY) -> dict[str, str]:
    return {day.text: day.value for day in dates_in(text, 0, len(text), written)}


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("It opens on 2031-06-14.", "2031-06-14", "2031-06-14"),
        ("It opens on 14.06.2031.", "14.06.2031", "2031-06-14"),
        ("The forum will be held on 7 October 2032.", "7 October 2032", "2032-10-07"),
        ("It signed the act on August 1, 1975.", "August 1, 1975", "1975-08-01"),
        ("SALTMERE, Oct. 24, 2031 (Amber Wire)", "Oct. 24, 2031", "2031-10-24"),
        ("The pact of June 2032", "June 2032", "2032-06"),
        ("It was founded in 1992.", "1992", "1992"),
        ("It closed in the 1990s.", "the 1990s", "199X"),
        ("It closed in the 19th century.", "the 19th century", "18XX"),
        ("He will spend the spring of 2033 there.", "the spring of 2033", "2033-21"),
        ("It starts in the first half of 2032.", "the first half of 2032", "2032-40"),
        ("It starts in the third quarter of 2032.", "the third quarter of 2032", "2032-35"),
        ("It starts in Q3 2032.", "Q3 2032", "2032-35"),
    ],
)
def test_a_full_date_needs_no_day_of_writing(text: str, expression: str, value: str) -> None:
    assert found(text, written=None) == {expression: value}


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("They will meet tomorrow.", "tomorrow", "2031-05-23"),
        ("They met the day before yesterday.", "the day before yesterday", "2031-05-20"),
        ("They met last night.", "last night", "2031-05-21"),
        ("They will meet next month.", "next month", "2031-06"),
        ("They will meet next year.", "next year", "2032"),
        ("They will meet in June next year.", "June next year", "2032-06"),
        ("They will meet this autumn.", "this autumn", "2031-23"),
        ("They met two days ago.", "two days ago", "2031-05-20"),
        ("They met three years ago.", "three years ago", "2028"),
        ("They will meet before Christmas.", "Christmas", "2031-12-25"),
        ("They will meet early next year.", "early next year", "2032"),
        ("They will meet later this year.", "later this year", "2031"),
        ("They will meet in mid-September.", "mid-September", "2031-09"),
        ("They will meet by the end of the month.", "the end of the month", "2031-05"),
        ("They will meet by the end of the year.", "the end of the year", "2031"),
        ("They will meet by year-end.", "year-end", "2031"),
        ("They will meet in the third quarter.", "the third quarter", "2031-35"),
        (
            "They will meet by the end of the third quarter.",
            "the end of the third quarter",
            "2031-35",
        ),
    ],
)
def test_a_relative_date_is_seen_from_the_day_of_writing(
    text: str, expression: str, value: str
) -> None:
    assert found(text) == {expression: value}
    assert found(text, written=None) == {expression: ""}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will meet next week.", "2031-05-26/2031-06-01"),
        ("They will meet by the end of the week.", "2031-05-19/2031-05-25"),
        ("They met over the weekend.", "2031-05-17/2031-05-18"),
        ("They will meet this weekend.", "2031-05-24/2031-05-25"),
        ("They will meet in the first week of October.", "2031-10-01/2031-10-07"),
        ("They will meet in the last week of February.", "2032-02-23/2032-02-29"),
        ("They will meet at the end of the first week of June.", "2031-06-01/2031-06-07"),
        ("They will meet in the second half of July.", "2031-07-16/2031-07-31"),
        ("They will meet in the first half of next month.", "2031-06-01/2031-06-15"),
    ],
)
def test_a_week_or_half_a_month_is_the_interval_of_its_days(text: str, value: str) -> None:
    assert list(found(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("The host will receive them on June 14-15.", "June 14-15", "2031-06-14/2031-06-15"),
        ("It will run on 14-15 June 2032.", "14-15 June 2032", "2032-06-14/2032-06-15"),
        (
            "It is planned from Monday, July 28 to Thursday, August 7.",
            "Monday, July 28 to Thursday, August 7",
            "2031-07-28/2031-08-07",
        ),
        (
            "It is to be held from August 18 to 22, 2032.",
            "August 18 to 22, 2032",
            "2032-08-18/2032-08-22",
        ),
        ("It will run from December to March.", "December to March", "2031-12/2032-03"),
        ("It ran from 2028 to 2030.", "2028 to 2030", "2028/2030"),
        ("It will sail between June 3 and 9.", "June 3 and 9", "2031-06-03/2031-06-09"),
        ("It closes on August 9 and 10.", "August 9 and 10", "2031-08-09/2031-08-10"),
        ("They will meet on Saturday and Sunday.", "Saturday and Sunday", "2031-05-24/2031-05-25"),
    ],
)
def test_two_ends_make_an_interval(text: str, expression: str, value: str) -> None:
    assert found(text) == {expression: value}


def test_days_apart_are_two_dates() -> None:
    text = "They will meet on Tuesday and Thursday."
    assert found(text) == {"Tuesday": "2031-05-27", "Thursday": "2031-05-29"}


def test_moving_from_one_day_to_another_is_no_interval() -> None:
    text = "The summit was postponed from June 14 to September 20."
    assert found(text) == {"June 14": "2031-06-14", "September 20": "2031-09-20"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Marendt said on Tuesday that it was over.", "2031-05-20"),
        ("Marendt will speak on Tuesday.", "2031-05-27"),
        ("Marendt is to speak on Tuesday.", "2031-05-27"),
        ("The hearing, scheduled for Tuesday, was moved.", "2031-05-27"),
        ("Marendt on Thursday called on both sides.", "2031-05-22"),
        ("Marendt flew to Haldvik on Wednesday.", "2031-05-21"),
        ("Marendt spoke at the forum this weekend.", "2031-05-17/2031-05-18"),
        ("The statutes will be signed in April.", "2032-04"),
        ("The statutes were signed in April.", "2031-04"),
        ("He had said that it would be signed in April.", "2032-04"),
        ("He has waited since December 20.", "2030-12-20"),
        ("The anniversary falls on September 9.", "2031-09-09"),
        ("Talks in the capital on Tuesday.", "2031-05-20"),
        ("It burned next to the mill on Tuesday.", "2031-05-20"),
        ("It is due to sail at 9 a.m. on Tuesday.", "2031-05-27"),
        ("On Tuesday, Ahmed and his father are to leave.", "2031-05-27"),
        ("Marendt to visit Savik on Tuesday.", "2031-05-27"),
        ("The gate is closed from Saturday.", "2031-05-24"),
        ("Critics may call Tuesday's vote a farce.", "2031-05-27"),
        ("Tuesday's vote might change nothing.", "2031-05-20"),
        ("Tuesday's vote will change nothing.", "2031-05-27"),
    ],
)
def test_a_bare_day_or_month_lies_where_the_sentence_looks(text: str, value: str) -> None:
    assert list(found(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met last Thursday.", "2031-05-15"),
        ("They will meet this Friday.", "2031-05-23"),
        ("They will meet next Friday.", "2031-05-30"),
        ("They will meet this coming Friday.", "2031-05-23"),
        ("They will meet on Friday next week.", "2031-05-30"),
        ("They will meet on the first Monday of June.", "2031-06-02"),
        ("They will meet on the last Sunday in May.", "2031-05-25"),
    ],
)
def test_a_weekday_says_which_week_it_lies_in(text: str, value: str) -> None:
    assert list(found(text).values()) == [value]


def test_this_friday_may_lie_in_the_next_year() -> None:
    text = "They will meet this Friday."
    assert found(text, date(2031, 12, 31)) == {"this Friday": "2032-01-02"}


def test_this_winter_is_the_one_that_has_begun_or_the_one_to_come() -> None:
    text = "They will meet this winter."
    for written in (date(2031, 10, 1), date(2032, 1, 10)):
        assert found(text, written) == {"this winter": "2031-24"}


def test_a_year_is_told_from_a_number_of_things() -> None:
    assert found("In June 2031 was a storm; by 2032 elections follow; 2000 ships left.") == {
        "June 2031": "2031-06",
        "2032": "2032",
    }
    assert found("The G20 June summit") == {"June": "2031-06"}


def test_the_following_week_follows_the_date_told_before_it() -> None:
    text = "A hearing, scheduled for June 3, was moved to the following week."
    assert found(text)["the following week"] == "2031-06-09/2031-06-15"
    apart = text.replace(", was", ".\n\nThe other was")
    assert found(apart)["the following week"] == "2031-05-26/2031-06-01"


def test_a_date_that_is_only_about_right_is_approximate() -> None:
    assert found("It was built around 2019.") == {"around 2019": "2019~"}


@pytest.mark.parametrize(
    "text",
    [
        "The pause lasted two weeks, or three months.",
        "They meet every Monday and each June.",
        "Monitors will return within days, not years.",
        "In the next two weeks they may march, she may fall, or spring.",
        "It sold 2000 units, $2031 each, 2031% more, at 1.2031 apiece.",
        "The first day was the second of the week.",
        "He scored in the second half.",
    ],
)
def test_lengths_of_time_repetitions_and_figures_are_no_dates(text: str) -> None:
    assert found(text) == {}


def test_a_date_that_can_be_read_two_ways_has_no_value() -> None:
    assert found("on 03/04/2031") == {"03/04/2031": ""}
    assert found("on 13/04/2031") == {"13/04/2031": "2031-04-13"}


def test_a_day_that_the_calendar_lacks_has_no_value() -> None:
    assert found("on February 30, 2032") == {"February 30, 2032": ""}
    assert found("on February 29, 2031") == {"February 29, 2031": ""}
    assert found("It will be on February 29.") == {"February 29": "2032-02-29"}


@pytest.mark.parametrize("written", [date.min, date.max])
def test_dates_beyond_the_calendar_have_no_value(written: date) -> None:
    text = "They met last year, and will meet next year."
    assert sorted(map(bool, found(text, written).values())) == [False, True]


def test_only_the_part_asked_for_is_read() -> None:
    text = "On 2031-06-14 and on 2031-06-15."
    dates = dates_in(text, 10, len(text), None)
    assert [(day.start, day.end, day.text) for day in dates] == [(21, 31, "2031-06-15")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A summit which had been scheduled for March was postponed.", "2031-03"),
        ("He was due to visit in April, but the trip was cancelled.", "2031-04"),
        ("He was due to visit in June.", "2031-06"),
        ("He was due to visit on Friday.", "2031-05-23"),
        ("He was due to visit on Tuesday.", "2031-05-20"),
        ("He had planned to call the vote for March.", "2031-03"),
        ("The trial was originally scheduled to start on Monday.", "2031-05-26"),
        ("An emergency session was called for Monday.", "2031-05-26"),
        ("They agreed to meet in April.", "2032-04"),
        ("The bank publishes minutes of its April meeting.", "2031-04"),
    ],
)
def test_what_was_to_come_is_dated_by_the_nearest_such_day(text: str, value: str) -> None:
    assert list(found(text).values()) == [value]
