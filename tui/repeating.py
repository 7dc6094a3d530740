"""A correction that can be made to other records too: the fields it set, and their values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from msgspec import Struct, structs

from store.changes import Change
from store.records import EventDate, Record
from tui.guesses import confirmed

_ITS_OWN: Final = frozenset(("id", "provenance", "content", "trigger", "mentions"))
"""What a record shares with no other: who it is and where it stands."""
_OF_THE_ARTICLE: Final = frozenset(
    ("speakers", "addressees", "source", "cue", "participants", "announced_in")
)
"""The fields that mean nothing in another article: its ids and offsets."""


class Correction(Struct, frozen=True):
    """The fields that a change set in one record, and in which article."""

    article: str
    kind: type[Record]
    values: dict[str, Any]

    @classmethod
    def of(cls, change: Change, record_id: str | None) -> Correction | None:
        """The correction that a change makes of a record; None if it does more, or nothing.

        A change of where the record stands in the text is of this record alone.
        """
        before = next((each for each in change.before if each.id == record_id), None)
        after = next((each for each in change.after if each.id == record_id), None)
        if before is None or after is None:
            return None
        values = differing(before, after)
        if not values or any(field in _ITS_OWN for field in values):
            return None
        return cls(change.article, type(after), values)

    def made_of(self, record: Record, article: str) -> Record:
        """A record of the same kind with the fields set; it may be of another article."""
        values = self.values
        if article != self.article:
            values = {
                field: EventDate(value=value.value) if isinstance(value, EventDate) else value
                for field, value in values.items()
                if field not in _OF_THE_ARTICLE
            }
        return confirmed(structs.replace(record, **values), *values)

    @property
    def told(self) -> str:
        """The fields it sets, for the user: `title and affiliation`."""
        return " and ".join(field.replace("_", " ") for field in self.values)


def differing(before: Record, after: Record) -> dict[str, Any]:
    """The fields in which a record differs from what it was, but for who made it."""
    return {
        field: value
        for field in after.__struct_fields__
        if field != "provenance" and (value := getattr(after, field)) != getattr(before, field)
    }


def set_in_all(edited: Record, before: Record, others: Iterable[Record]) -> tuple[Record, ...]:
    """Other records of its kind with the fields in which an edited one differs from before."""
    values = {
        field: value for field, value in differing(before, edited).items() if field not in _ITS_OWN
    }
    return tuple(confirmed(structs.replace(other, **values), *values) for other in others)
