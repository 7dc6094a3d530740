"""Where the records of an article show in its text, and how one record lies over another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from store.annotations import Annotations
from store.records import spans_of

MAIN_ROLES = ("mentions", "content", "trigger")
"""The roles that show for every record; the others show for the current one."""


class Mark(NamedTuple):
    """A span of a record as it shows: code points `[start, end)`, and its role there."""

    start: int
    end: int
    record: str
    role: str
    is_current: bool = False

    @property
    def letter(self) -> str:
        """`p`, `q` or `f`."""
        return self.record[0]


class Look(NamedTuple):
    """How the text looks between two offsets; looks lie over one another, in `LAYERS`' order."""

    start: int
    end: int
    layer: str


LAYERS = ("q", "qq", "p", "f", "current", "cue", "source", "date", "proposed", "selection")
"""From the undermost to the topmost; `qq` is a quote within a quote."""

_LAYER_OF = {"mentions": "p", "content": "q", "trigger": "f"}


def looks_of(marks: Iterable[Mark]) -> Iterator[Look]:
    """How marks, in order, make the text look."""
    around: list[Mark] = []
    for mark in marks:
        layer = _LAYER_OF.get(mark.role, mark.role)
        if mark.role == "content":
            around = [quote for quote in around if quote.end > mark.start]
            layer = "qq" if around else "q"
            around.append(mark)
        yield Look(mark.start, mark.end, layer)
        if mark.is_current and mark.role in MAIN_ROLES:
            yield Look(mark.start, mark.end, "current")


class Marks:
    """The marks of an article, found by where they stand."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks)
        self._starts = [mark.start for mark in self._marks]
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        """The furthest end of the marks so far: how far back an overlap can begin."""

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that cover a part of `[start, end)`, in order."""
        place = bisect_left(self._starts, end)
        found = []
        while place and self._reach[place - 1] > start:
            place -= 1
            if self._marks[place].end > start:
                found.append(self._marks[place])
        return found[::-1]

    def at(self, offset: int) -> list[Mark]:
        """The marks that cover an offset, the shortest first."""
        return sorted(self.within(offset, offset + 1), key=lambda mark: mark.end - mark.start)


def marks_of(annotations: Annotations, current: str | None, text: str) -> Marks:
    """The marks of all records; the record with the id `current` shows all its roles.

    A span that does not stand in the text where it says, because the text has changed, has none.
    """
    return Marks(
        Mark(span.start, span.end, record.id, role, record.id == current)
        for record in annotations.records.values()
        for role, span in spans_of(record)
        if role in MAIN_ROLES or record.id == current
        if text[span.start : span.end] == span.text
    )
