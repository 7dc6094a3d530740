"""Where the records of an article show in its text, and how one record lies over another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import accumulate, count, pairwise
from typing import Final, NamedTuple, TypeAlias

from store.records import Participant, Record, spans_of

MAIN_ROLES = ("mentions", "content", "trigger")
"""The roles that show for every record; the others show for the current one."""
FEW: Final = 50
"""Marks for each of which a place is sought; more are put in order together."""
GAP: Final = "gap"
"""The role of what stands between two fragments of one record: seen in the margin alone."""


class Mark(NamedTuple):
    """A span of a record as it shows: code points `[start, end)`, and its role there."""

    start: int
    end: int
    record: str
    role: str
    is_current: bool = False
    is_suggested: bool = False
    """Whether a rule proposes the record, and it is not one of the article's yet."""
    is_guessed: bool = False
    """Whether a rule filled the role in, and nobody has confirmed it."""
    part: int = 0
    """Which fragment of its record it is, from 0."""
    level: int = 0
    """How many marks of its kind lie under it, so that each is told from those."""

    @property
    def letter(self) -> str:
        """`p`, `q` or `f`."""
        return self.record[0]


class Look(NamedTuple):
    """How the text looks between two offsets; looks lie over one another, in `LAYERS`' order."""

    start: int
    end: int
    layer: str


LAYERS = (
    *("sq", "sf", "sp"),
    *("q", "q-current", "qq", "qq-current", "qqq", "qqq-current", "suggested-current"),
    *("cue", "source", "date", "f", "ff", "p", "pp", "current", "guessed"),
    *("proposed", "selection", "label", "current-sign", "suggested-sign"),
)
"""From the undermost to the topmost. `qq` is a quote over another, `qqq` one over both; `sq` is
a suggested quote; a label is a jump's; a sign stands in the margin."""

_LAYERS_OF = {"mentions": ("p", "pp"), "content": ("q", "qq", "qqq"), "trigger": ("f", "ff")}


def looks_of(marks: Iterable[Mark]) -> Iterator[Look]:
    """How marks make the text look."""
    for mark in marks:
        for layer in _layers_of(mark):
            yield Look(mark.start, mark.end, layer)


def _layers_of(mark: Mark) -> Iterator[str]:
    levels = _LAYERS_OF.get(mark.role)
    if levels is None:
        if mark.role != GAP:
            yield mark.role
    elif mark.is_suggested:
        yield f"s{levels[0]}"
        if mark.is_current:
            yield "suggested-current"
    else:
        layer = levels[min(mark.level, len(levels) - 1)]
        yield layer
        if mark.is_current:  # a quote is lit beneath those within it
            yield f"{layer}-current" if mark.role == "content" else "current"
    if mark.is_guessed:
        yield "guessed"


class Marks:
    """The marks of an article, found by where they stand."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        # Of two that begin together the longer comes first: the shorter lies over it.
        ordered = sorted(marks, key=_in_order)
        self._find(list(_levelled(ordered)))

    def _find(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._reach = list(accumulate((mark.end for mark in marks), max))
        """The furthest end of the marks so far: how far back an overlap can begin."""

    def replacing(self, gone: Set[str], new: Iterable[Mark]) -> Marks:
        """These without the marks of some records, and with new ones.

        Levels are worked out only where marks were, or are, and in what these touch.
        """
        added = list(new)
        changed = [mark for mark in self._marks if mark.record in gone] + added
        after = Marks()
        left = [mark for mark in self._marks if mark.record not in gone]
        if len(added) > FEW:
            left = sorted(left + added, key=_in_order)
        else:
            for mark in added:
                insort(left, mark, key=_in_order)
        after._find(left)
        if changed:
            start, end = min(m.start for m in changed), max(m.end for m in changed)
            after._level_anew(start, end)
        return after

    def _level_anew(self, start: int, end: int) -> None:
        first, last = bisect_left(self._reach, start), bisect_right(self._starts, end)
        while first < len(self._marks) and first and self._reach[first - 1] >= self._starts[first]:
            first -= 1
        while 0 < last < len(self._marks) and self._starts[last] <= self._reach[last - 1]:
            last += 1
        self._marks[first:last] = _levelled(self._marks[first:last])

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

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
        covering = (mark for mark in self.within(offset, offset + 1) if mark.role != GAP)
        return sorted(covering, key=lambda mark: mark.end - mark.start)


def _in_order(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _levelled(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks, in order, each on another level than those of its kind that it meets.

    One within another is on a higher level, so that it is drawn over it.
    """
    met: dict[str, list[Mark]] = {role: [] for role in MAIN_ROLES}
    for mark in marks:
        if mark.role not in met or mark.is_suggested:
            yield mark
            continue
        others = [other for other in met[mark.role] if other.end >= mark.start]
        if others:
            taken = {other.level for other in others}
            around = (other.level for other in others if other.end >= mark.end)
            least = max(around, default=-1) + 1
            mark = mark._replace(level=next(n for n in count(least) if n not in taken))
        elif mark.level:
            mark = mark._replace(level=0)
        met[mark.role] = [*others, mark]
        yield mark


See: TypeAlias = Callable[[Mark], Mark | None]
"""How a mark is to be seen; None: not at all."""


class Seen(Marks):
    """Marks over one another, each as it is to be seen now; worked out where one looks."""

    def __init__(self, *layers: tuple[Marks, See]) -> None:
        self._layers = layers

    def __iter__(self) -> Iterator[Mark]:
        return (seen for marks, see in self._layers for mark in marks if (seen := see(mark)))

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that cover a part of `[start, end)`, in order."""
        found = (
            seen
            for marks, see in self._layers
            for mark in marks.within(start, end)
            if (seen := see(mark))
        )
        return sorted(found, key=_in_order)


def main_marks(records: Iterable[Record], text: str, are_suggested: bool = False) -> Marks:
    """The marks of records, none of them current, where the text still has their words."""
    return Marks(mark for each in records for mark in _main_marks(each, text, are_suggested))


def changed_marks(
    marks: Marks, before: Mapping[str, Record], after: Mapping[str, Record], text: str
) -> Marks:
    """The marks of records after a change, of those before it: few of them are others."""
    changed = {key for key, record in after.items() if before.get(key) is not record}
    gone = {*changed, *(before.keys() - after.keys())}
    return marks.replacing(
        gone, (mark for key in changed for mark in _main_marks(after[key], text, False))
    )


def with_current(
    marks: Marks, record: Record | None, text: str, is_suggested: bool = False
) -> Marks:
    """These marks with those of one record as of the current one: all its roles show."""
    if record is None:
        return marks
    roles = _marks_of(record, text, is_current=True, is_suggested=is_suggested)
    others = Marks(mark for mark in roles if mark.role not in MAIN_ROLES)

    def see(mark: Mark) -> Mark:
        return mark._replace(is_current=True) if mark.record == record.id else mark

    return Seen((marks, see), (others, _as_it_is))


def over(upper: Marks, lower: Marks) -> Marks:
    """Marks of two kinds in one."""
    return Seen((lower, _as_it_is), (upper, _as_it_is))


def only(marks: Marks, is_shown: Callable[[Mark], bool]) -> Marks:
    """Those of the marks that are to be shown."""
    return Seen((marks, lambda mark: mark if is_shown(mark) else None))


def _as_it_is(mark: Mark) -> Mark:
    return mark


def _main_marks(record: Record, text: str, is_suggested: bool) -> Iterator[Mark]:
    main = [
        mark
        for mark in _marks_of(record, text, is_current=False, is_suggested=is_suggested)
        if mark.role in MAIN_ROLES
    ]
    yield from main
    if len(main) > 1 and not isinstance(record, Participant):
        for before, after in pairwise(sorted(main)):
            if before.end < after.start:
                yield before._replace(start=before.end, end=after.start, role=GAP)


def _marks_of(record: Record, text: str, *, is_current: bool, is_suggested: bool) -> Iterator[Mark]:
    """The marks of a record in all its roles, where the text still has its words."""
    guessed = record.provenance.guessed
    for part, (role, span) in enumerate(spans_of(record)):
        if text[span.start : span.end] == span.text:
            is_guessed = role in guessed
            place = (span.start, span.end, record.id, role)
            yield Mark(*place, is_current, is_suggested, is_guessed, part)
