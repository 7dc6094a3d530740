"""The selection: always there, never empty while there are words; moving selects.

A selection is a value. Motions make a new one from it and the text's segments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from language.graphemes import border_after, border_before
from language.segments import Segments, Unit
from store.records import Span

Direction = Literal[1, -1]

WIDER_UNITS: tuple[Unit, ...] = ("clause", "quotation", "sentence", "paragraph")


@dataclass(frozen=True)
class Selection:
    """Code points `[start, end)` of the text; its start moves, or (by default) its end."""

    start: int
    end: int
    start_moves: bool = False

    @classmethod
    def of(cls, span: Span) -> Selection:
        """The selection of a span, with its end moving."""
        return cls(span.start, span.end)

    @property
    def head(self) -> int:
        """The offset of the character at the moving end: the reading cursor."""
        return self.start if self.start_moves else max(self.end - 1, self.start)

    @property
    def swapped(self) -> Selection:
        """The same selection with the other end moving."""
        return replace(self, start_moves=not self.start_moves)


class LinePlace(NamedTuple):
    """An offset on a screen line, and the offsets `[start, end)` of the line."""

    offset: int
    start: int
    end: int


def at(segments: Segments, offset: int) -> Selection:
    """The word at an offset, or the nearest to it."""
    word = segments.around("word", offset)
    return Selection.of(word) if word else Selection(0, 0)


def moved(segments: Segments, selection: Selection, unit: Unit, direction: Direction) -> Selection:
    """The next or last unit; the one that begins here first, if it is more than is selected."""
    if direction < 0:
        found = segments.before(unit, selection.start)
    else:
        found = segments.after(unit, selection.start)
        if found and found.start == selection.start and found.end <= selection.end:
            found = segments.after(unit, selection.start + 1)
    return Selection.of(found) if found else selection


def lines_away(
    segments: Segments, selection: Selection, lines: int, place_at: Callable[[int], LinePlace]
) -> Selection | None:
    """The word so many screen lines below (or, negative, above); None where there is none.

    `place_at` says what is so many lines away, beyond the text's end its last line. Lines on which
    no other word stands, like blank ones, are passed over.
    """
    head, onwards, last = selection.head, 1 if lines > 0 else -1, None
    while last != (place := place_at(lines)):
        found = at(segments, place.offset)
        is_other = found.start > head if onwards > 0 else found.end <= head
        if is_other and found.start < place.end and place.start < found.end:
            return found
        last, lines = place, lines + onwards
    return None


def quotation_from(segments: Segments, selection: Selection) -> Selection | None:
    """The quotation around the selection's start; if it is what is selected, the next one."""
    found = segments.around("quotation", selection.start)
    if not found or (found.start, found.end) == (selection.start, selection.end):
        found = segments.after("quotation", selection.start + 1)
    return Selection.of(found) if found else None


def extended(
    segments: Segments, selection: Selection, unit: Unit, direction: Direction
) -> Selection:
    """The selection with its moving end moved to the next or last border of such a unit."""
    start, end = selection.start, selection.end
    if selection.start_moves:
        found = segments.before(unit, start) if direction < 0 else segments.after(unit, start + 1)
        return replace(selection, start=found.start) if found and found.start < end else selection
    if direction > 0:
        found = segments.around(unit, end)
        if not found or found.end <= end:
            found = segments.after(unit, end)
        return replace(selection, end=found.end) if found and found.end > end else selection
    found = segments.before(unit, end)
    while found and found.end >= end:
        found = segments.before(unit, found.start)
    return replace(selection, end=found.end) if found and found.end > start else selection


def reaching(selection: Selection, target: Selection) -> Selection:
    """The selection stretched, or cut, so that its moving end is that of a motion's target."""
    if selection.start_moves:
        if target.start >= selection.end:
            return Selection(selection.start, target.end)
        return replace(selection, start=target.start)
    if target.end <= selection.start:
        return Selection(target.start, selection.end, start_moves=True)
    return replace(selection, end=target.end)


def nudged(text: str, selection: Selection, direction: Direction) -> Selection:
    """The selection with its moving end moved by one character, as a reader counts them."""
    border = border_after if direction > 0 else border_before
    if selection.start_moves:
        start = border(text, selection.start)
        return replace(selection, start=start) if start < selection.end else selection
    end = border(text, selection.end)
    return replace(selection, end=end) if end > selection.start else selection


def widened(segments: Segments, selection: Selection) -> Selection:
    """The next wider thing around a selection: a name or phrase, a clause, what is reported, a
    quotation, a sentence, a paragraph.
    """
    start, end = selection.start, selection.end
    wider = [
        span
        for span in _things_around(segments, start)
        if span.start <= start and end <= span.end and (span.start, span.end) != (start, end)
    ]
    return Selection.of(min(wider, key=_length)) if wider else selection


def narrowed(segments: Segments, selection: Selection) -> Selection:
    """The widest thing inside a selection at its moving end; a word stays as it is."""
    start, end = selection.start, selection.end
    inside = [
        span
        for span in (*_things_around(segments, selection.head), *_words_at(segments, selection))
        if start <= span.start and span.end <= end and (span.start, span.end) != (start, end)
    ]
    return Selection.of(max(inside, key=_length)) if inside else selection


def _things_around(segments: Segments, offset: int) -> Iterator[Span]:
    # Imported late, as all rules of language are: the first screen needs none.
    from language.names.described import name_around
    from language.quotes.readings import phrases_around, reported_readings

    if name := name_around(segments, offset):
        yield name
    yield from phrases_around(segments, offset)
    for reading in reported_readings(segments, offset):
        yield from (part for part in reading.content if part.start <= offset < part.end)
    for unit in WIDER_UNITS:
        if found := segments.around(unit, offset):
            yield found


def _words_at(segments: Segments, selection: Selection) -> Iterator[Span]:
    if word := segments.around("word", selection.head):
        yield word


def _length(span: Span) -> int:
    return span.end - span.start
