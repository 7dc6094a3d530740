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


def announcements() -> Iterator[tuple[str, str]]:
    """A sentence, and its event's type, status, date, place and title, or "-" for none."""
    for sentence, told in pairwise(LINES):
        if told.startswith("    "):
            yield sentence, told.strip()


def proposed(text: str) -> list[FollowUp]:
    found = follow_up_suggestions(Segments(text), WRITTEN, "en", (), ())
    return [each.record for each in found if isinstance(each.record, FollowUp)]


@pytest.mark.parametrize(("sentence", "told"), announcements())
def test_what_is_announced_is_proposed(sentence: str, told: str) -> None:
    lines = [
        " | ".join(
            [each.type, each.status, each.date.value if each.date else "", each.place, each.title]
        )
        for each in proposed(sentence)
    ]
    assert "\n".join(lines) == ("" if told == "-" else told)


def test_what_is_asked_for_is_dated_by_the_answer_in_the_next_paragraph() -> None:
    text = "Reporters asked if the two would meet again.\n\n“Yes, on Monday,” Marendt replied."
    (event,) = proposed(text)
    assert (event.title, event.date and event.date.value) == ("meet again", "2031-05-26")


def test_a_date_alone_in_quotation_marks_is_no_event() -> None:
    assert not proposed("“Next month,” Orveld said.")
