"""What all the articles say is to happen, in the order of its dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from store.annotations import Annotations
from store.records import ArticleEntry, FollowUp

UNDATED: Final = "~"
"""Stands after every date."""
_DAY_FIRST: Final = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?=[~?%/]|\Z)")


class Event(NamedTuple):
    """A follow-up event and the article that tells of it."""

    follow_up: FollowUp
    entry: ArticleEntry

    @property
    def date(self) -> str:
        """When it is to happen: the EDTF value, else the words of the article."""
        date = self.follow_up.date
        return (date.value or date.text) if date else ""

    @property
    def order(self) -> tuple[str, str, int]:
        """The first day that it can be on, then the article, then the record."""
        date = self.follow_up.date
        first = first_day(date.value) if date and date.value else UNDATED
        return first, self.entry.id, int(self.follow_up.id[1:])

    @property
    def searched(self) -> str:
        """What a filter looks in, case folded."""
        event, entry = self.follow_up, self.entry
        words = (self.date, event.title, event.type, event.status, event.place, entry.headline)
        return " ".join((*words, entry.date, entry.id)).casefold()


class Agenda:
    """The follow-up events of the articles added so far."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._is_in_order = True

    def __len__(self) -> int:
        return len(self._events)

    def add(self, annotations: Annotations) -> None:
        """Add the follow-up events of an article."""
        self._events.extend(Event(event, annotations.entry) for event in annotations.follow_ups)
        self._is_in_order = False

    def rows(self, words: tuple[str, ...]) -> list[Event]:
        """The events whose words hold all these, in the order of their dates, undated last."""
        if not self._is_in_order:
            self._events.sort(key=lambda event: event.order)
            self._is_in_order = True
        if not words:
            return list(self._events)
        return [
            event
            for event in self._events
            if (searched := event.searched) and all(word in searched for word in words)
        ]


@lru_cache(maxsize=4096)
def first_day(value: str) -> str:
    """The first day that an EDTF date can mean, `2019-06` → `2019-06-01`; `~` if it has none."""
    plain = _DAY_FIRST.match(value)
    if plain:
        year, month, day = plain.groups()
        return f"{year}-{month or '01'}-{day or '01'}"
    # The library takes a millisecond for each date, and 0.1 s to be imported: rare dates only.
    from edtf import EDTFParseException, parse_edtf

    try:
        first = parse_edtf(value).lower_strict()
    except (EDTFParseException, ValueError):
        return UNDATED
    if isinstance(first, float):  # an interval whose start is open
        return ""
    return f"{first.tm_year:04}-{first.tm_mon:02}-{first.tm_mday:02}"
