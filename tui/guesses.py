"""What rules filled in beside a mark: it counts as a guess until someone touches or confirms it."""

from __future__ import annotations

from typing import TypeVar

from msgspec import structs

from store.records import Record

AnyRecord = TypeVar("AnyRecord", bound=Record)


def guessed(record: AnyRecord, *fields: str) -> AnyRecord:
    """A record whose provenance names these fields as guesses, those that hold anything."""
    filled = (field for field in fields if getattr(record, field))
    return _with_guesses(record, tuple(dict.fromkeys((*record.provenance.guessed, *filled))))


def confirmed(record: AnyRecord, *fields: str) -> AnyRecord:
    """A record of which these fields, or all, are no guesses any more."""
    left = (field for field in record.provenance.guessed if fields and field not in fields)
    return _with_guesses(record, tuple(left))


def _with_guesses(record: AnyRecord, fields: tuple[str, ...]) -> AnyRecord:
    provenance = structs.replace(record.provenance, guessed=fields)
    return structs.replace(record, provenance=provenance)
