"""What all the articles say is to happen, in the order of its dates."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import Final

from msgspec import Struct

from store.annotations import Annotations
from store.records import ArticleEntry, EventDate, FollowUp
from tui.dates_shown import shown_date

UNDATED: Final = "~"
"""Stands after every date."""
_DAY_FIRST: Final = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?=[~?%/]|\Z)")


class Event(Struct, frozen=True, gc=False):  # without gc: there may be very many
    """What is listed of a follow-up event and of the article that tells of it."""

    article: str
    """The article's id."""
    record: str
    date: str
    """When it is to happen; what is no EDTF value, but words of the article, in quotes."""
    title: str
    type: str
    status: str
    place: str
    headline: str
    """The article's date and headline."""
    order: str
    """Sorts by the first day that it can be on, then the article, then the record."""
    searched: str
    """What a filter looks in, case folded."""

    @classmethod
    def of(cls, event: FollowUp, entry: ArticleEntry) -> Event:
        """The event as it is listed."""
        date = event.date or EventDate()
        first = first_day(date.value) if date.value else UNDATED
        when = shown_date(date.value) or (f"“{date.text}”" if date.text else "")
        headline = " ".join(filter(None, (entry.date, entry.headline or entry.id)))
        told = (when, event.title, event.type, event.status, event.place, headline)
        searched = " ".join((*told, entry.id)).casefold()
        order = f"{first}\0{entry.id}\0{event.id[1:]:>9}"
        return cls(entry.id, event.id, *told, order, searched)


class Agenda:
    """The follow-up events of the articles added so far."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._is_in_order = True

    def __len__(self) -> int:
        return len(self._events)

    def add(self, annotations: Annotations) -> None:
        """Add the follow-up events of an article."""
        entry = annotations.entry.told
        self._events.extend(Event.of(event, entry) for event in annotations.follow_ups)
        self._is_in_order = False

    def rows(self, words: tuple[str, ...]) -> list[Event]:
        """The events whose words hold all these, in the order of their dates, undated last."""
        if not self._is_in_order:
            self._events.sort(key=attrgetter("order"))
            self._is_in_order = True
        if not words:
            return list(self._events)
        return [event for event in self._events if all(word in event.searched for word in words)]


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
