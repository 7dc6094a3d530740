"""Follow-up events that a text proposes by itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.follow_ups.rules import RULES
from language.follow_ups.suggestions import follow_up_suggestions
from language.segments import Segments
from store.records import FollowUp, Participant, Quote, Span

WRITTEN = date(2031, 5, 23)

REPORT = (
    "Velmaria and Norrland are to hold talks in Haldvik next month.\n\n"
    "Foreign Minister Ana Marendt said the two should prepare for President Tomas Orveld's state"
    " visit to Norrland in June and his attendance at the Haldvik Energy Forum. She called the"
    " talks in Haldvik overdue."
)


def events(
    text: str,
    language: str = "en",
    participants: tuple[Participant, ...] = (),
    quotes: tuple[Quote, ...] = (),
) -> list[FollowUp]:
    found = follow_up_suggestions(Segments(text), WRITTEN, language, participants, quotes)
    return [each.record for each in found if isinstance(each.record, FollowUp)]


def found(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [
        (event.title, event.type, event.date.value if event.date else "")
        for event in events(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "title", "kind", "value"),
    [
        (
            "Orveld will pay a two-day visit to Kethany starting Monday.",
            "two-day visit to Kethany",
            "visit",
            "2031-05-26",
        ),
        ("The summit in Haldvik opens on June 14.", "summit in Haldvik", "summit", "2031-06-14"),
        (
            "Ministers will discuss it at the Lindhaven summit in July.",
            "Lindhaven summit",
            "summit",
            "2031-07",
        ),
        ("They agreed on the next round of consultations.", None, None, None),
        ("Ahead of Tuesday's vote, the party met.", "vote", "election", "2031-05-27"),
        ("Preparations for the upcoming forum have begun.", "upcoming forum", "forum", ""),
        ("The two sides will meet again on March 11.", "meet again", "meeting", "2032-03-11"),
        ("She plans to visit Kethany.", "visit Kethany", "visit", ""),
        ("The treaty will be signed on Friday.", "treaty will be signed", "signing", "2031-05-23"),
        ("Parliament returns on June 2.", "returns", "other", "2031-06-02"),
        ("Bids must be in by the deadline of June 30.", "deadline", "deadline", "2031-06-30"),
        ("The court is to rule next week.", "rule", "other", "2031-05-26/2031-06-01"),
        ("The talks have been called off.", "talks", "talks", ""),
        ("Orveld is due in Savik on Tuesday.", "due in Savik", "visit", "2031-05-27"),
        (
            "The campaign officially starts on June 19.",
            "campaign officially starts",
            "other",
            "2031-06-19",
        ),
        (
            "They said they had agreed to reopen the crossing by the end of October.",
            "reopen the crossing",
            "other",
            "2031-10",
        ),
        ("A vote could come as early as Thursday, she said.", "vote", "election", "2031-05-29"),
        ("The drills could start as soon as June 10.", "drills", "exercise", "2031-06-10"),
        ("Savik is to call a witness on June 23.", "call a witness", "other", "2031-06-23"),
        ("On Monday, the court hears a case.", "hears a case", "other", "2031-05-26"),
        ("On Tuesday, the two will meet.", "meet", "meeting", "2031-05-27"),
        ("The river games open on July 14.", "river games open", "other", "2031-07-14"),
        ("He said he would travel to Savik on Tuesday.", "travel to Savik", "visit", "2031-05-27"),
        (
            "The naval exercise “Amber Net” will kick off on Tuesday.",
            "naval exercise",
            "exercise",
            "2031-05-27",
        ),
        (
            "The talks are expected to take place in Savik in early June.",
            "talks",
            "talks",
            "2031-06",
        ),
    ],
)
def test_what_is_to_happen_is_suggested(
    text: str, title: str | None, kind: str, value: str
) -> None:
    assert found(text) == ([(title, kind, value)] if title else [])


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited Kethany last month.",
        "After the summit in Haldvik they flew home.",
        "Growth will continue, and prices will be able to rise.",
        "Last week's talks in Haldvik ended without a result.",
        "There are no plans to visit Kethany.",
        "He might attend the forum if he is asked.",
        "It expects to meet its goals next year.",
        "The election campaign was long.",
        "He said the meeting on Tuesday went well.",
        "Kethany hopes that both will resume the talks.",
        "They will count the electoral votes and tax returns.",
        "He was due to visit Savik in April.",
        "Orveld had agreed to meet her.",
        "A vote could come sooner or later.",
        "He had planned to call the election for March.",
        "We were supposed to meet on a Monday.",
    ],
)
def test_what_is_past_uncertain_or_no_event_is_not(text: str) -> None:
    assert found(text) == []


def test_each_event_is_suggested_once_by_its_fullest_mention() -> None:
    assert found(REPORT) == [
        ("talks in Haldvik", "talks", "2031-06"),
        ("state visit to Norrland", "visit", "2031-06"),
        ("attendance at the Haldvik Energy Forum", "forum", ""),
    ]


def test_two_events_of_a_kind_are_told_apart_by_date_and_place() -> None:
    text = (
        "Orveld will visit Kethany in June. He will visit Savik in July. The visit to Savik is"
        " to last two days."
    )
    assert [(event.place, event.date and event.date.value) for event in events(text)] == [
        ("Kethany", "2031-06"),
        ("Savik", "2031-07"),
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Orveld will visit Savik next month. The visit is expected to take place on June"
            " 14-15.",
            ["2031-06-14/2031-06-15"],
        ),
        ("Orveld will visit Savik next month. It will take place on June 14.", ["2031-06-14"]),
        ("The trial opens next week. The trial of Istrate opens on May 27.", ["2031-05-27"]),
        (
            "A meeting is planned for the autumn. The meeting is to be held on September 3.",
            ["2031-09-03"],
        ),
        (
            "They will hold exercises in June. Savik will hold its own exercises on June 10.",
            ["2031-06", "2031-06-10"],
        ),
        (
            "The summit will be held in June. The summit will begin on July 2.",
            ["2031-06", "2031-07-02"],
        ),
    ],
)
def test_the_finer_date_that_is_told_later_is_that_of_the_event(
    text: str, dates: list[str]
) -> None:
    assert [event.date and event.date.value for event in events(text)] == dates


def test_what_stands_under_a_day_in_a_list_is_on_that_day() -> None:
    text = (
        "Week ahead\n\nMonday, May 26\n- President Orveld arrives in Tellis for a two-day visit\n"
        "- Parliament votes on the budget\n\n**Thursday, May 29**\n\n* Deadline for bids\n\n"
        "The talks in Tellis were long.\n- Talks in Savik\n"
    )
    assert [(e.type, e.place, e.date and e.date.value) for e in events(text)] == [
        ("visit", "Tellis", "2031-05-26"),
        ("election", "", "2031-05-26"),
        ("deadline", "", "2031-05-29"),
    ]


def test_a_story_of_old_has_nothing_to_follow() -> None:
    assert found("He was due to visit Savik in July 2021. The visit was cancelled.") == []


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("The summit in Haldvik will be held in June.", "announced", "2031-06"),
        (
            "The summit was postponed from June 14 to September 20.",
            "postponed",
            "2031-09-20",
        ),
        ("The visit, planned for June 14, has been cancelled.", "cancelled", "2031-06-14"),
        ("The office confirmed that he will visit Savik in June.", "confirmed", "2031-06"),
        (
            "The summit, which had been scheduled for March, was postponed indefinitely.",
            "postponed",
            "2031-03",
        ),
        (
            "He was due to visit in April, but the trip was cancelled because of fighting.",
            "cancelled",
            "2031-04",
        ),
        ("She was due to visit Savik in April. It was called off.", "cancelled", "2031-04"),
        (
            "The trial was due to begin in March, but it was put off until June 20.",
            "postponed",
            "2031-06-20",
        ),
        ("A second round was planned for May, but Kethany pulled out.", "cancelled", "2031-05"),
        (
            "Talks, which were supposed to resume in April, did not take place.",
            "cancelled",
            "2031-04",
        ),
        (
            "A meeting that had been set for Tuesday did not take place. It has been rescheduled"
            " for June 20.",
            "postponed",
            "2031-06-20",
        ),
        ("The visit was cancelled when fighting broke out on July 2.", "cancelled", None),
    ],
)
def test_status_is_what_the_text_says(text: str, status: str, value: str | None) -> None:
    assert [(e.status, e.date and e.date.value) for e in events(text)] == [(status, value)]


def test_who_takes_part_and_who_announces_it() -> None:
    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(
            Span(REPORT.index(word), REPORT.index(word) + len(word), word) for word in words
        )

    participants = (
        Participant(id="p1", kind="country", name="Velmaria", mentions=spans("Velmaria")),
        Participant(id="p2", kind="country", name="Norrland", mentions=spans("Norrland")),
        Participant(id="p3", name="Ana Marendt", mentions=spans("Ana Marendt")),
        Participant(id="p4", name="Tomas Orveld", mentions=spans("Tomas Orveld")),
    )
    content = REPORT[REPORT.index("the two should") : REPORT.index(". She")]
    quote = Quote(id="q1", content=spans(content))
    talks, visit, forum = events(REPORT, "en", participants, (quote,))
    assert (talks.participants, talks.announced_in) == (("p1", "p2"), None)
    assert (visit.participants, visit.announced_in) == (("p4",), "q1")
    assert (forum.participants, forum.announced_in, forum.place) == (("p4",), "q1", "")


def test_who_promises_something_takes_part_in_it() -> None:
    text = "Ana Marendt promised to visit Savik in July."

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words), words),)

    marendt = Participant(id="p1", name="Ana Marendt", mentions=spans("Ana Marendt"))
    quote = Quote(
        id="q1", speakers=("p1",), cue=spans("promised"), content=spans("to visit Savik in July")
    )
    (visit,) = events(text, "en", (marendt,), (quote,))
    assert (visit.participants, visit.announced_in) == (("p1",), "q1")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Marendt also invited Orveld to visit Savik in July.", "Savik"),
        ("Marendt invited Orveld to Savik for a state visit in July.", "Savik"),
        ("Orveld will visit Savik in July at the invitation of Marendt.", "Savik"),
    ],
)
def test_who_invites_takes_part_with_the_guest(text: str, place: str) -> None:
    def named(identifier: str, name: str) -> Participant:
        start = text.index(name)
        mentions = (Span(start, start + len(name), name),)
        return Participant(id=identifier, name=name, mentions=mentions)

    people = (named("p1", "Marendt"), named("p2", "Orveld"), named("p3", "Savik"))
    (visit,) = events(text, "en", people)
    assert (set(visit.participants), visit.place) == ({"p1", "p2"}, place)


def test_french_and_chinese_events_are_found_by_noun_and_date() -> None:
    french = "Le sommet aura lieu à Corvane le 14 juin. Le sommet de mai est passé."
    assert found(french, "fr") == [("sommet", "summit", "2031-06-14")]
    assert found("会谈将于6月14日举行。", "zh") == [("会谈", "talks", "2031-06-14")]
    assert found("Das Treffen am 2031-06-14.", "de") == []


def test_without_a_day_of_writing_words_still_tell() -> None:
    (suggestion,) = follow_up_suggestions(
        Segments("They will hold a summit in June."), None, "en", (), ()
    )
    assert isinstance(suggestion.record, FollowUp)
    assert suggestion.record.title == "summit"


def test_each_suggestion_names_its_rule_and_says_why() -> None:
    for suggestion in follow_up_suggestions(Segments(REPORT), WRITTEN, "en", (), ()):
        assert suggestion.rule in RULES
        assert suggestion.why.endswith(".")
        assert suggestion.record.provenance.origin == f"suggested:{suggestion.rule}"


WORDS = """
    the a his next upcoming summit talks visit election deadline in on to will be held is planned
    postponed was Haldvik Kethany June 14 Monday and , . " “ ” ; plans meet sign prepare for ahead
    of not that which she said \n attendance at Forum cancelled visite sommet aura lieu 会谈 将 6月
"""


@settings(max_examples=300)
@given(
    st.text() | st.lists(st.sampled_from(WORDS.split(" ")), max_size=20).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from(["en", "fr", "zh-Hans", "de", ""]),
)
def test_suggestions_stand_in_order_inside_any_text(
    text: str, written: date | None, language: str
) -> None:
    reached = 0
    suggestions = follow_up_suggestions(Segments(text), written, language, (), ())
    for number, suggestion in enumerate(suggestions, 1):
        record = suggestion.record
        assert isinstance(record, FollowUp)
        assert record.id == f"f{number}"
        (trigger,) = record.trigger
        assert reached <= trigger.start < trigger.end <= len(text)
        assert trigger.text == text[trigger.start : trigger.end]
        reached = trigger.start


def test_every_beginning_of_a_report_is_read() -> None:
    for end in range(len(REPORT)):
        events(REPORT[:end])
