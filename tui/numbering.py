"""The numbers by which an article's participants are told: digits type them, the panel shows them.

A number stays with whom it was shown for, while the article is read: fingers know it. Whoever is
marked, and whoever is only suggested until a record is made of the suggestion, keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from store.annotations import Annotations

DIGITS: Final = 9
"""How many participants a digit reaches."""


@dataclass(frozen=True)
class Numbers:
    """The numbers of participants, by their ids, and of those that are suggested, by theirs.

    Those who are gone are remembered, to have their number again if they come back.
    """

    records: Mapping[str, int] = field(default_factory=dict)
    suggested: Mapping[str, int] = field(default_factory=dict)
    gone_records: Mapping[str, int] = field(default_factory=dict)
    gone_suggested: Mapping[str, int] = field(default_factory=dict)

    def record(self, number: int) -> str | None:
        """The id of the participant with this number, if there is one."""
        return next((key for key, its in self.records.items() if its == number), None)

    def suggestion(self, number: int) -> str | None:
        """The id of the suggested participant with this number, if there is one."""
        return next((key for key, its in self.suggested.items() if its == number), None)

    def renewed(
        self,
        marked: Sequence[str],
        offered: Sequence[str] = (),
        recorded: Mapping[str, str] | None = None,
    ) -> Numbers:
        """The numbers of those who are there now.

        Who is new has the lowest number that is free; one who is marked takes it, for want of a
        free digit, from one who is only suggested, and of these one without a digit moves up.

        Args:
            marked: the ids of the participants, in the order in which they were marked.
            offered: the ids of those who are suggested and stand open, the likeliest first.
            recorded: the ids of records that were made of suggestions, by the suggestions' ids.
        """
        known = {**self.gone_records, **self.records}
        known_suggested = {**self.gone_suggested, **self.suggested}
        for suggestion, record in (recorded or {}).items():
            if record not in known and suggestion in known_suggested:
                known[record] = known_suggested[suggestion]
        records = _kept(_first(marked, self.records), known, ())
        suggested = _kept(_first(offered, self.suggested), known_suggested, records.values())
        holders = {number: key for key, number in suggested.items()}
        free = _Free({*records.values(), *holders})
        for key in marked:
            if key not in records:
                records[key] = next(free) if free.peek <= DIGITS else _last_digit(holders, free)
        suggested = {key: number for number, key in holders.items()}
        for key in offered:
            number = suggested.get(key)
            if number is None or number > DIGITS >= free.peek:
                suggested[key] = next(free)
        return Numbers(
            {key: records[key] for key in marked},
            {key: suggested[key] for key in offered},
            {key: number for key, number in known.items() if key not in records},
            {key: number for key, number in known_suggested.items() if key not in suggested},
        )


class _Free(Iterator[int]):
    """The numbers from 1 on that nobody has, each given once."""

    def __init__(self, taken: set[int]) -> None:
        self._taken = taken
        self.peek = 0
        self.__next__()

    def __next__(self) -> int:
        given = self.peek
        self.peek = next(n for n in count(given + 1) if n not in self._taken)
        return given


def _last_digit(holders: dict[int, str], free: _Free) -> int:
    """The last digit that one who is only suggested has to give away; else the next free number."""
    digit = max((number for number in holders if number <= DIGITS), default=0)
    if not digit:
        return next(free)
    del holders[digit]
    return digit


def positional(annotations: Annotations) -> Mapping[str, int]:
    """The numbers of participants in the order in which they were marked, from 1."""
    return {record.id: number for number, record in enumerate(annotations.numbered, 1)}


def _first(keys: Iterable[str], those: Mapping[str, int]) -> list[str]:
    """The keys, those that are there first: their numbers are not for who comes back."""
    return sorted(keys, key=lambda key: key not in those)


def _kept(keys: Iterable[str], known: Mapping[str, int], taken: Iterable[int]) -> dict[str, int]:
    """The keys that have a number that no other has."""
    held = set(taken)
    kept = {}
    for key in keys:
        number = known.get(key)
        if number is not None and number not in held:
            held.add(number)
            kept[key] = number
    return kept
