"""Completion of what has been typed before: the names, titles and places of this session."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from store.records import FollowUp, Participant, Record

MANY: Final = 5
"""Completions that are offered at most."""
LONGEST: Final = 200
"""Characters of a value that is offered."""
_LATER_WORD: Final = re.compile(r"(?<=[\s\-'’(])\w")


class Completion(NamedTuple):
    """What a field may become, and what is known to go with it, by field."""

    text: str
    goes_with: Mapping[str, str] = {}


class KnownNames:
    """The values of text fields that are known, by field, and what is known of each name."""

    def __init__(self) -> None:
        self._whole: dict[str, list[tuple[str, str]]] = {}
        """By how they begin, case folded."""
        self._later: dict[str, list[tuple[str, str]]] = {}
        """By how a word in them begins that is not the first."""
        self._people: dict[str, Participant] = {}

    def learn(self, records: Iterable[Record]) -> None:
        """Know the names and places of records."""
        for record in records:
            match record:
                case Participant():
                    self._people[record.name] = record
                    for field in ("name", "title", "affiliation", "wikidata"):
                        self._add(field, getattr(record, field))
                case FollowUp():
                    self._add("title of event", record.title)
                    self._add("place", record.place)

    def _add(self, field: str, value: str) -> None:
        folded = value.casefold()
        if 0 < len(value) <= LONGEST and _insert(self._whole.setdefault(field, []), folded, value):
            for word in _LATER_WORD.finditer(folded):
                _insert(self._later.setdefault(field, []), folded[word.start() :], value)

    def completions(self, field: str, typed: str) -> list[Completion]:
        """What a field may become: first what begins with what was typed, then what has such a
        word.
        """
        sought = typed.casefold().lstrip()
        if not sought:
            return []
        found = chain(_from(self._whole, field, sought), _from(self._later, field, sought))
        values = [value for value in dict.fromkeys(found) if value != typed]
        return [self._completion(field, value) for value in values[:MANY]]

    def _completion(self, field: str, value: str) -> Completion:
        person = self._people.get(value) if field == "name" else None
        if person is None:
            return Completion(value)
        fields = ("kind", "title", "affiliation", "wikidata")
        return Completion(value, {name: getattr(person, name) for name in fields})


def _insert(entries: list[tuple[str, str]], key: str, value: str) -> bool:
    """Put a value in its place; False if it is there already."""
    entry = (key, value)
    place = bisect_left(entries, entry)
    if entries[place : place + 1] == [entry]:
        return False
    entries.insert(place, entry)
    return True


def _from(known: Mapping[str, list[tuple[str, str]]], field: str, sought: str) -> Iterator[str]:
    entries = known.get(field, [])
    first = bisect_left(entries, (sought, ""))
    # One more than are offered: the very value that was typed is none of them.
    for key, value in entries[first : first + MANY + 1]:
        if not key.startswith(sought):
            return
        yield value
