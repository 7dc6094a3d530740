"""Time expressions with their TIMEX3 types and values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates.time_expressions import time_expressions

THURSDAY = date(2031, 5, 22)


def found(text: str, written: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [(each.text, each.type, each.value) for each in time_expressions(text, written)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("They met on Tuesday.", "Tuesday", "2031-05-20"),
        ("They will meet next month.", "next month", "2031-06"),
        ("They will meet next week.", "next week", "2031-W22"),
        ("They met over the weekend.", "the weekend", "2031-W20-WE"),
        ("They will meet in the first quarter of 2032.", "the first quarter of 2032", "2032-Q1"),
        ("They will meet in the first half of 2032.", "the first half of 2032", "2032-H1"),
        ("They will meet this summer.", "this summer", "2031-SU"),
        ("They met in the 1990s.", "the 1990s", "199"),
        ("They met in the 19th century.", "the 19th century", "18"),
        ("They met around 2019.", "around 2019", "2019"),
        ("They will meet in mid-September.", "mid-September", "2031-09"),
        ("They will meet in two weeks.", "two weeks", "2031-W23"),
        ("They met nearly two weeks ago.", "nearly two weeks ago", "2031-W19"),
    ],
)
def test_dates(text: str, expression: str, value: str) -> None:
    assert found(text) == [(expression, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("They met on Tuesday morning.", "Tuesday morning", "2031-05-20TMO"),
        ("They will meet at 10 a.m. Friday.", "10 a.m. Friday", "2031-05-23T10:00"),
        ("They will meet at 7:15 p.m.", "7:15 p.m.", "2031-05-22T19:15"),
        ("They will meet at 7 p.m.", "7 p.m.", "2031-05-22T19:00"),
        ("They will meet at 7 o'clock.", "7 o'clock", "2031-05-22T07:00"),
        ("They will meet at 19:15 GMT.", "19:15 GMT", "2031-05-22T19:15"),
        ("They will meet at noon tomorrow.", "noon tomorrow", "2031-05-23T12:00"),
        ("They spoke this morning.", "this morning", "2031-05-22TMO"),
        ("They will speak tonight.", "tonight", "2031-05-22TNI"),
    ],
)
def test_times_of_day(text: str, expression: str, value: str) -> None:
    assert found(text) == [(expression, "TIME", value)]


def test_a_time_of_day_is_of_the_day_told_before_it() -> None:
    text = "The session will open on June 3. The vote is due at 10:30 a.m."
    assert found(text)[1] == ("10:30 a.m.", "TIME", "2031-06-03T10:30")


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("It took two weeks.", "two weeks", "P2W"),
        ("It is a two-day visit.", "two-day", "P2D"),
        ("It took at least 30 days.", "at least 30 days", "P30D"),
        ("It took nearly an hour.", "nearly an hour", "PT1H"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took 2 1/2 years.", "2 1/2 years", "P2Y6M"),
        ("It took twenty-four hours.", "twenty-four hours", "PT24H"),
        ("It took two hundred years.", "two hundred years", "P200Y"),
        ("It took several days.", "several days", "PXD"),
        ("It took a few minutes.", "a few minutes", "PTXM"),
        ("It went on for decades.", "decades", "PXE"),
        ("It grew over the past three months.", "the past three months", "P3M"),
        ("It will grow in the next few years.", "the next few years", "PXY"),
        ("It fell within two weeks.", "two weeks", "P2W"),
        ("It was the third fall in two weeks.", "two weeks", "P2W"),
    ],
)
def test_lengths_of_time(text: str, expression: str, value: str) -> None:
    assert found(text) == [(expression, "DURATION", value)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet every other day.", "every other day", "P2D"),
        ("They meet each year.", "each year", "P1Y"),
        ("They meet every June.", "every June", "XXXX-06"),
        ("It prints a weekly list.", "weekly", "P1W"),
    ],
)
def test_repetitions(text: str, expression: str, value: str) -> None:
    assert found(text) == [(expression, "SET", value)]


@pytest.mark.parametrize(
    ("text", "expression", "value"),
    [
        ("It is now open.", "now", "PRESENT_REF"),
        ("It opened recently.", "recently", "PAST_REF"),
        ("It fell in recent years.", "recent years", "PAST_REF"),
        ("It was shut in the past.", "the past", "PAST_REF"),
        ("It fell several years ago.", "several years ago", "PAST_REF"),
        ("It will soon open.", "soon", "FUTURE_REF"),
        ("It may fall in the near future.", "the near future", "FUTURE_REF"),
    ],
)
def test_words_that_only_say_before_or_after_now(text: str, expression: str, value: str) -> None:
    assert found(text) == [(expression, "DATE", value)]


def test_a_time_of_day_is_of_the_day_that_on_gives_it() -> None:
    assert found("They will meet at 10am on Tuesday.") == [
        ("10am", "TIME", "2031-05-27T10:00"),
        ("Tuesday", "DATE", "2031-05-27"),
    ]


def test_the_ends_of_an_interval_are_two_expressions() -> None:
    assert found("It will run on June 14 and 15.") == [
        ("June 14", "DATE", "2031-06-14"),
        ("15", "DATE", "2031-06-15"),
    ]


def test_a_year_earlier_is_measured_by_the_quarter_told_of() -> None:
    text = "Sales in the first quarter of 2031 rose to 40, from 30 a year earlier."
    assert found(text)[1] == ("a year earlier", "DATE", "2030-Q1")


def test_without_a_day_of_writing_what_needs_none_has_a_value() -> None:
    text = "It will meet next month, on June 3, 2032, for two days, as now every Monday."
    assert [value for *_, value in found(text, written=None)] == [
        "",
        "2032-06-03",
        "P2D",
        "PRESENT_REF",
        "XXXX-WXX-1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She is 52 years old.",
        "A 52-year-old bridge fell.",
        "More than a quarter of the ships left.",
        "He may march; she fell in the second half.",
    ],
)
def test_ages_and_fractions_are_no_time_expressions(text: str) -> None:
    assert found(text) == []


def test_so_much_a_month_is_a_repetition() -> None:
    assert found("It costs 500 a month.") == [("a month", "SET", "P1M")]
    assert found("It lasts a month.") == [("a month", "DURATION", "P1M")]


def test_words_of_time_in_names_are_none() -> None:
    assert found("Told by Savik Today and the Daily Herald. Today it rains.") == [
        ("Today", "DATE", "2031-05-22")
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed in 1990. Two years later it opened.", "1992"),
        ("They met on June 3. The next morning they left.", "2030-06-04TMO"),
        ("They met on June 3. Later that day they left.", "2030-06-03"),
    ],
)
def test_what_follows_is_seen_from_what_was_told(text: str, value: str) -> None:
    written = date(2031, 1, 10)
    assert found(text, written)[-1][2] == value


def test_other_languages_give_their_dates() -> None:
    french = time_expressions("Il reviendra la semaine prochaine.", THURSDAY, "fr")
    assert [each.value for each in french] == ["2031-W22"]
    chinese = time_expressions("双方商定于下月重启", THURSDAY, "zh")
    assert [each.value for each in chinese] == ["2031-06"]


WORDS = """
    the of in on by a an past last next several few two 30 2031 June 14 Monday Mondays every each
    other half and day days week weeks year years quarter quarters hour hours minutes decade ago
    later earlier now recent recently soon future fiscal period 1/2 a.m. 10:30 noon GMT ½ 7 pm
    morning night - , . ahead from or so hundred couple latest annual 2031-06-14 “ ” \n will was
"""


@settings(max_examples=400)
@given(
    st.text() | st.lists(st.sampled_from(WORDS.split(" ")), max_size=14).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from(["en", "fr", "zh-Hans", "de", ""]),
)
def test_expressions_stand_in_order_inside_any_text(
    text: str, written: date | None, language: str
) -> None:
    reached = 0
    for each in time_expressions(text, written, language):
        assert reached <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        reached = each.end


def test_every_beginning_of_a_report_is_read() -> None:
    text = (
        "SALTMERE, June 3 (Amber Wire) — In the first half of 2032, or two weeks later, at 10:30"
        " a.m. on Monday, every two years, “soon” – in the 1990s, a year and a half ago."
    )
    for end in range(len(text)):
        time_expressions(text[:end], THURSDAY)
