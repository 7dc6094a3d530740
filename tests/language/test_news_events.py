"""Announcements as news of foreign policy has them, and what is none: see `news_events.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from language.follow_ups.suggestions import follow_up_suggestions
from language.segments import Segments
from store.records import FollowUp

LINES = Path(__file__).with_name("news_events.txt").read_text(encoding="utf-8").splitlines()
WRITTEN = date(2031, 5, 22)


def announcements() -> Iterator[tuple[str, str, str]]:
    """A language, a sentence, and its event's type, status, date, place and title, or "-"."""
    language = ""
    for sentence, told in pairwise(LINES):
        if len(sentence) == len("en"):
            language = sentence
        if told.startswith("    "):
            yield language, sentence, told.strip()


def proposed(text: str, language: str = "en") -> list[FollowUp]:
    found = follow_up_suggestions(Segments(text), WRITTEN, language, (), ())
    return [each.record for each in found if isinstance(each.record, FollowUp)]


@pytest.mark.parametrize(("language", "sentence", "told"), announcements())
def test_what_is_announced_is_proposed(language: str, sentence: str, told: str) -> None:
    lines = [
        " | ".join(
            [each.type, each.status, each.date.value if each.date else "", each.place, each.title]
        )
        for each in proposed(sentence, language)
    ]
    assert "\n".join(lines) == ("" if told == "-" else told)


def test_what_is_asked_for_is_dated_by_the_answer_in_the_next_paragraph() -> None:
    text = "Reporters asked if the two would meet again.\n\n“Yes, on Monday,” Marendt replied."
    (event,) = proposed(text)
    assert (event.title, event.date and event.date.value) == ("meet again", "2031-05-26")


def test_a_date_alone_in_quotation_marks_is_no_event() -> None:
    assert not proposed("“Next month,” Orveld said.")


def test_a_list_of_dates_announces_what_stands_behind_them() -> None:
    text = (
        "What comes next\n\n"
        "- July 2: talks between the ports and the union, Lindhaven.\n"
        "- October 6-9: state visit by President Orveld to Norrland.\n"
    )
    found = [(each.type, each.date and each.date.value) for each in proposed(text)]
    assert found == [("talks", "2031-07-02"), ("visit", "2031-10-06/2031-10-09")]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Lorries are to follow in mid-September.", "Lorries are to follow"),
        ("The pact is now to be signed on Sunday.", "pact is now to be signed"),
        ("The ship is to be stationed in Orlen from July.", "ship is to be stationed in Orlen"),
        ("The exercise, which both have announced for July, is controversial.", "exercise"),
    ],
)
def test_what_is_to_be_done_on_a_day_is_proposed(sentence: str, title: str) -> None:
    assert [each.title for each in proposed(sentence)] == [title]
