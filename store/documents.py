"""Records as documents of the TinyDB file, and back.

A document is the record's fields, those without a value left out, with `type` (what kind of
document it is) and `article` (the article's id). `type` being taken, a follow-up event's own
type stands as `event_type`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Struct, structs

from store.records import RECORD_CLASSES, RECORD_TYPES, ArticleEntry, Record, is_date

Document: TypeAlias = Mapping[str, Any]
Kept = TypeVar("Kept")

_NOTHING: Final[tuple[object, ...]] = ("", None, [], {})


class DocumentError(ValueError):
    """A document that is no record: the message names the field and what is wrong with it."""


class DamagedDocumentError(Exception):
    """A document of the store that is not what its type says; the message says which and why."""

    def __init__(self, doc_id: int, document: Document, reason: DocumentError) -> None:
        kind, article = document.get("type"), document.get("article")
        super().__init__(f"document {doc_id} ({kind} of {article}): {reason}")


def plain(value: Any) -> Any:
    """A record as dicts, lists and scalars: fields that hold nothing are left out.

    A field without which the record could not be read again stays, even when it is empty.
    """
    if isinstance(value, Struct):
        items = ((name, plain(getattr(value, name))) for name in value.__struct_fields__)
        required = _required(type(value))
        return {name: item for name, item in items if name in required or item not in _NOTHING}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


@cache
def _required(cls: type[Struct]) -> frozenset[str]:
    return frozenset(field.name for field in structs.fields(cls) if field.required)


def record_document(article_id: str, record: Record) -> dict[str, Any]:
    """The document that keeps a record of this article.

    Raises:
        DocumentError: a field has a value that it cannot have.
    """
    fields = plain(record)
    if "type" in fields:
        fields["event_type"] = fields.pop("type")
    document = {"type": RECORD_TYPES.get(record.id[:1]), "article": article_id, **fields}
    read_record(document)
    return document


def entry_document(entry: ArticleEntry) -> dict[str, Any]:
    """The document that keeps what the store knows of an article."""
    fields = plain(entry)
    return {"type": "article", "article": fields.pop("id"), **fields}


def read_record(document: Document) -> Record:
    """The record that a document keeps.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    fields = {key: value for key, value in document.items() if key not in ("type", "article")}
    if "event_type" in fields:
        fields["type"] = fields.pop("event_type")
    cls = RECORD_CLASSES.get(document.get("type"))  # type: ignore[arg-type]
    if cls is None:
        raise DocumentError(f"there is no record of type {document.get('type')!r}")
    record: Record = converted(fields, cls)
    return record


def read_entry(document: Document) -> ArticleEntry:
    """The entry that a document of type `article` keeps.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    fields = {key: value for key, value in document.items() if key not in ("type", "article")}
    entry = converted({**fields, "id": document["article"]}, ArticleEntry)
    date = entry.given.get("date")
    if date and not is_date(date):
        raise DocumentError(f"given.date “{date}” is not an ISO date like 2019-05-23")
    return entry


def converted(fields: Mapping[str, Any], cls: type[Kept]) -> Kept:
    """The fields of a document as a `cls`.

    Raises:
        DocumentError: one is missing or has a value that it cannot have; the message says which.
    """
    try:
        msgspec.json.encode(fields)
        return msgspec.convert(fields, cls)
    except msgspec.ValidationError as error:
        raise DocumentError(str(error).replace("$.", "")) from error
    except UnicodeEncodeError as error:
        half = f"U+{ord(error.object[error.start]):04X}"
        raise DocumentError(f"{half} is half a character, which no other format holds") from error
