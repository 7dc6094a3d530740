"""The cheapest keys from one selection to another: a search over what the reader's keys do.

What it finds is a real sequence of keys. It follows motions and jumps breadth first, then keys
that change one end while the other is where it must be; a shorter way may exist that moves both
ends to and fro.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from typing import Final, NamedTuple

from benchmarks.gold_quotes import Target
from benchmarks.key_reader import Keys, Place, Reader, Step, keys_of

_A_FEW: Final = 6
"""Characters within which nudging is tried."""
_SHAPING: Final = 8
"""Keys that change the ends of what was reached, at most."""
_NUDGES: Final = (keys_of("nudge-left"), keys_of("nudge-right"))


class Way(NamedTuple):
    """Keys, and where they lead."""

    keys: Keys
    place: Place


@dataclass(frozen=True)
class _Reached:
    cost: int
    before: _Reached | None
    keys: Keys
    place: Place

    @property
    def way(self) -> Way:
        """All keys up to here."""
        steps: list[Keys] = []
        reached: _Reached | None = self
        while reached:
            steps.append(reached.keys)
            reached = reached.before
        return Way(tuple(key for keys in reversed(steps) for key in keys), self.place)


class Ways:
    """Where a few keys lead from a place."""

    def __init__(self, reader: Reader, origin: Place, limit: int) -> None:
        self._reader = reader
        self._limit = limit
        self._reached: dict[tuple[int, int], _Reached] = {}
        self._explore(_Reached(0, None, (), origin))
        self._starts = sorted(self._reached)
        self._ends = sorted((end, start) for start, end in self._reached)

    def to(self, start: int, end: int) -> Way | None:
        """The way to a selection that a motion makes."""
        reached = self._reached.get((start, end))
        return reached.way if reached else None

    def cost(self, start: int, end: int) -> int | None:
        """The number of keys to a selection that a motion makes."""
        reached = self._reached.get((start, end))
        return reached.cost if reached else None

    def to_start_of(self, target: Target) -> Way | None:
        """The way to the nearest selection that begins where a target does."""
        begin = bisect_left(self._starts, (target.first, 0))
        found: list[_Reached] = []
        for start, end in self._starts[begin:]:
            if start > target.latest_first:
                break
            found.append(self._reached[start, end])
        return min(found, key=lambda reached: reached.cost).way if found else None

    def into(self, target: Target) -> Way | None:
        """The way to a selection that begins and ends where the target says."""
        order = count()
        queue = [(each.cost, next(order), each) for each in self._near(target)]
        heapq.heapify(queue)
        done: set[Place] = set()
        while queue:
            cost, _, reached = heapq.heappop(queue)
            place = reached.place
            key = place._replace(top=0, column=None)
            if key in done:
                continue
            done.add(key)
            selection = place.selection
            if target.starts(selection.start) and target.ends(selection.end):
                return reached.way
            if cost >= self._limit + _SHAPING:
                continue
            for step in self._shaping(place, target):
                shaped = step.place.selection
                if target.starts(shaped.start) or target.ends(shaped.end):
                    following = _Reached(cost + len(step.keys), reached, step.keys, step.place)
                    heapq.heappush(queue, (following.cost, next(order), following))
        return None

    def _shaping(self, place: Place, target: Target) -> Iterator[Step]:
        selection = place.selection
        moving = selection.start if selection.start_moves else selection.end
        near = target.first if selection.start_moves else target.last
        is_near = abs(moving - near) <= _A_FEW
        for step in self._reader.extensions(place):
            if is_near or step.keys not in _NUDGES:
                yield step
        if place.extends:
            yield from self._reader.jumps_to_ends(place, target)

    def _near(self, target: Target) -> Iterator[_Reached]:
        """What is reached and has one end where the target wants it."""
        begin = bisect_left(self._starts, (target.first, 0))
        for start, end in self._starts[begin:]:
            if start > target.latest_first:
                break
            yield self._reached[start, end]
        begin = bisect_left(self._ends, (target.earliest_last, 0))
        for end, start in self._ends[begin:]:
            if end > target.last:
                break
            yield self._reached[start, end]

    def _explore(self, origin: _Reached) -> None:
        order = count()
        if origin.place.extends:
            place = origin.place._replace(extends=False)
            origin = _Reached(1, origin, keys_of("extend"), place)
        queue = [(origin.cost, next(order), origin)]
        windows: set[int] = set()
        while queue:
            cost, _, reached = heapq.heappop(queue)
            place = reached.place
            key = (place.selection.start, place.selection.end)
            if key in self._reached:
                continue
            self._reached[key] = reached
            if cost >= self._limit:
                continue
            steps: Iterable[Step] = self._reader.moves(place)
            if cost + 3 <= self._limit and place.top not in windows:
                windows.add(place.top)
                steps = chain(steps, self._reader.jumps(place))
            for step in steps:
                found = step.place.selection
                total = cost + len(step.keys)
                if total <= self._limit and (found.start, found.end) not in self._reached:
                    following = _Reached(total, reached, step.keys, step.place)
                    heapq.heappush(queue, (total, next(order), following))
