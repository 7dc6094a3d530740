"""Completion of what has been typed before: the names, titles and places of this session."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from textual.suggester import Suggester

from store.records import FollowUp, Participant, Record


class KnownNames:
    """The values of text fields that are known, by field."""

    def __init__(self) -> None:
        self._values: dict[str, list[tuple[str, str]]] = {}

    def learn(self, records: Iterable[Record]) -> None:
        """Know the names and places of records."""
        for record in records:
            match record:
                case Participant():
                    for field in ("name", "title", "affiliation", "wikidata"):
                        self._add(field, getattr(record, field))
                case FollowUp():
                    self._add("title of event", record.title)
                    self._add("place", record.place)

    def _add(self, field: str, value: str) -> None:
        values = self._values.setdefault(field, [])
        entry = (value.casefold(), value)
        place = bisect_left(values, entry)
        if value and values[place : place + 1] != [entry]:
            values.insert(place, entry)

    def completion(self, field: str, typed: str) -> str | None:
        """The first known value of a field that begins with what was typed."""
        values = self._values.get(field, [])
        place = bisect_left(values, (typed.casefold(), ""))
        if typed and place < len(values) and values[place][0].startswith(typed.casefold()):
            return typed + values[place][1][len(typed) :]
        return None


class Completion(Suggester):
    """Suggests, in an input, what is known of its field."""

    def __init__(self, known: KnownNames, field: str) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known
        self._field = field

    async def get_suggestion(self, value: str) -> str | None:
        """What the typed value may become."""
        return self._known.completion(self._field, value)
