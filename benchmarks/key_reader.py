"""The reader without its screen: which keys select what, worked out by the app's own functions.

It knows the screen lines and how the window follows the cursor, because a jump reaches only words
in view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from benchmarks.gold_quotes import Target
from language.segments import Segments, Unit
from store.records import Span
from tui.actions import BY_ID
from tui.jumping import LABELS, SPACE, Jump
from tui.layout import Layout
from tui.screens.reading import MOTIONS
from tui.searching import folded
from tui.selection import (
    LinePlace,
    Selection,
    at,
    extended,
    lines_away,
    moved,
    nudged,
    quotation_from,
    reaching,
    widened,
)

Keys = tuple[str, ...]


@cache
def keys_of(action_id: str) -> Keys:
    """The keys typed for an action: the first of its default sequences."""
    return tuple(BY_ID[action_id].keys[0].split(" "))


class Window(NamedTuple):
    """Columns and lines of the text in view."""

    width: int
    height: int


class Place(NamedTuple):
    """What is selected, the first screen line in view, whether motions extend, the column kept.

    A column is kept from one motion by lines to the next.
    """

    selection: Selection
    top: int
    extends: bool = False
    column: int | None = None


LINE_MOTIONS: Final = {"line-down": 1, "line-up": -1}


@dataclass(frozen=True)
class Step:
    """Keys, the actions that they stand for, and where they lead."""

    keys: Keys
    place: Place


class _Remembering(Segments):
    """Segments that answer the same question again without looking."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._known: dict[tuple[str, Unit, int], Span | None] = {}

    def around(self, unit: Unit, offset: int) -> Span | None:
        """The unit that holds an offset."""
        return self._answer("around", unit, offset)

    def after(self, unit: Unit, offset: int) -> Span | None:
        """The first unit that starts at or after an offset."""
        return self._answer("after", unit, offset)

    def before(self, unit: Unit, offset: int) -> Span | None:
        """The last unit that starts before an offset."""
        return self._answer("before", unit, offset)

    def _answer(self, question: str, unit: Unit, offset: int) -> Span | None:
        key = (question, unit, offset)
        if key not in self._known:
            found: Span | None = getattr(super(), question)(unit, offset)
            self._known[key] = found
        return self._known[key]


class Reader:
    """An article as it is read in a window."""

    def __init__(self, text: str, window: Window) -> None:
        self.text = text
        self.segments = _Remembering(text)
        self.window = window
        self._layout = Layout(text, window.width)
        self._layout.reach_offset(len(text))
        self._lines: dict[Selection, tuple[int, int]] = {}
        self._away: dict[tuple[int, int, int], Selection | None] = {}
        self._jumps: dict[int, list[tuple[Keys, Selection]]] = {}
        self._moves: dict[tuple[int, int, bool], list[tuple[Keys, Selection]]] = {}
        self._extensions: dict[tuple[Selection, bool], list[tuple[Keys, Selection]]] = {}
        self._columns: dict[int, int] = {}

    @property
    def beginning(self) -> Place:
        """Where the reader is when an article is opened."""
        return self.shown(at(self.segments, 0), 0)

    def shown(self, selection: Selection, top: int, extends: bool = False) -> Place:
        """A place after the window has followed the cursor, as the app's view has it do."""
        height = self.window.height
        head, first = self._lines_of(selection)
        if not top <= head < top + height or (first < top and head - first < height):
            target = max(min(first, head - height // 2), head - height + 1)
            top = min(max(target, 0), max(self._layout.line_count - height, 0))
        return Place(selection, top, extends)

    def _lines_of(self, selection: Selection) -> tuple[int, int]:
        lines = self._lines.get(selection)
        if lines is None:
            line_of = self._layout.line_of
            lines = self._lines[selection] = line_of(selection.head), line_of(selection.start)
        return lines

    def moves(self, place: Place) -> Iterator[Step]:
        """Every motion from a place, jumps apart, where motions select."""
        selection = place.selection
        key = (selection.start, selection.end, selection.start_moves)
        if key not in self._moves:
            self._moves[key] = [
                (keys, found) for keys, found in self._moved(selection) if found != selection
            ]
        for keys, found in self._moves[key]:
            yield Step(keys, self.shown(found, place.top))
        yield from self._by_lines(place)

    def jumps(self, place: Place) -> Iterator[Step]:
        """Every jump from a place where motions select."""
        for keys, word in self._jumps_in_view(place.top):
            yield Step(keys, Place(word, place.top))

    def jumps_to_ends(self, place: Place, target: Target) -> Iterator[Step]:
        """Every jump that extends to where a target ends, or begins."""
        for keys, word in self._jumps_in_view(place.top):
            if target.ends(word.end) or target.starts(word.start):
                found = reaching(place.selection, word)
                yield Step(keys, self.shown(found, place.top, place.extends))

    def extensions(self, place: Place) -> Iterator[Step]:
        """Every key that changes one end of the selection, or begins to."""
        selection, top, extends, column = place
        if (selection, extends) not in self._extensions:
            found = [*self._extended(selection), *(self._stretched(selection) if extends else ())]
            self._extensions[selection, extends] = [
                (keys, shaped) for keys, shaped in found if shaped != selection
            ]
        for keys, shaped in self._extensions[selection, extends]:
            yield Step(keys, self.shown(shaped, top, extends))
        yield Step(keys_of("extend"), Place(selection, top, not extends, column))
        if extends:
            yield from self._by_lines(place)

    def _stretched(self, selection: Selection) -> Iterator[tuple[Keys, Selection]]:
        """What motions make of a selection where they extend."""
        for action_id, motion in MOTIONS.items():
            yield keys_of(action_id), extended(self.segments, selection, *motion)
        for keys, target in self._targets(selection):
            yield keys, reaching(selection, target)

    def _extended(self, selection: Selection) -> Iterator[tuple[Keys, Selection]]:
        segments, text = self.segments, self.text
        yield keys_of("extend-right"), extended(segments, selection, "word", 1)
        yield keys_of("extend-left"), extended(segments, selection, "word", -1)
        yield keys_of("nudge-right"), nudged(text, selection, 1)
        yield keys_of("nudge-left"), nudged(text, selection, -1)
        yield keys_of("swap-ends"), selection.swapped

    def _targets(self, selection: Selection) -> Iterator[tuple[Keys, Selection]]:
        """Where the motions that are neither by a unit nor by lines lead."""
        if found := quotation_from(self.segments, selection):
            yield keys_of("quotation"), found
        yield keys_of("top"), at(self.segments, 0)
        yield keys_of("end"), at(self.segments, len(self.text))

    def _moved(self, selection: Selection) -> Iterator[tuple[Keys, Selection]]:
        """Where the motions that are not by lines lead."""
        for action_id, motion in MOTIONS.items():
            yield keys_of(action_id), moved(self.segments, selection, *motion)
        yield from self._targets(selection)
        yield keys_of("widen"), widened(self.segments, selection)

    def _by_lines(self, place: Place) -> Iterator[Step]:
        """Every motion by screen lines, from a line on which it keeps its column."""
        selection, top, extends, column = place
        if column is None:
            column = self._column_of(selection.head)
        page = max(self.window.height // 2, 1)
        for action_id, lines in {**LINE_MOTIONS, "page-down": page, "page-up": -page}.items():
            key = (selection.head, lines, column)
            if key not in self._away:
                self._away[key] = self._lines_away(*key)
            if found := self._away[key]:
                target = reaching(selection, found) if extends else found
                yield Step(
                    keys_of(action_id), self.shown(target, top, extends)._replace(column=column)
                )

    def _lines_away(self, head: int, lines: int, column: int) -> Selection | None:
        def place_at(away: int) -> LinePlace:
            target = self._layout.line_of(head) + away
            target = min(max(target, 0), self._layout.line_count - 1)
            return LinePlace(self._layout.offset_at(target, column), *self._layout.extent(target))

        return lines_away(self.segments, Selection(head, head + 1), lines, place_at)

    def _column_of(self, offset: int) -> int:
        if offset not in self._columns:
            line = self._layout.line_of(offset)
            self._columns[offset] = self._layout.column_of(offset, line)
        return self._columns[offset]

    def _jumps_in_view(self, top: int) -> list[tuple[Keys, Selection]]:
        if top not in self._jumps:
            last = min(top + self.window.height, self._layout.line_count) - 1
            start, end = self._layout.extent(top)[0], self._layout.extent(last)[1]
            self._jumps[top] = list(jumps_to(list(self.segments.words(start, end))))
        return self._jumps[top]


def jumps_to(words: list[Span]) -> Iterator[tuple[Keys, Selection]]:
    """The keys that jump to each of the words in view, as far as there are any."""
    alike: dict[str, list[Span]] = {}
    for word in words:
        alike.setdefault(folded(word.text)[:1], []).append(word)
    prefixes = ((*folded(word.text), SPACE)[:2] for word in words if folded(word.text))
    for prefix in dict.fromkeys(prefixes):
        jump, typed = Jump(alike[prefix[0]]), list[str]()
        found = None
        for letter in prefix:
            typed.append(letter)
            try:
                found = jump.type(letter)
            except LookupError:
                break
            if found:
                break
        if found:
            yield (*keys_of("jump"), *typed), Selection.of(found)
        for word in words:
            if label := jump.labels.get(word.start):
                assert label in LABELS
                yield (*keys_of("jump"), *typed, label), Selection.of(word)
