"""Records as documents of the TinyDB file, and back.

A document is the record's fields, those without a value left out, with `type` (what kind of
document it is) and `article` (the article's id). `type` being taken, a follow-up event's own
type stands as `event_type`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

import msgspec

from store.records import RECORD_CLASSES, RECORD_TYPES, ArticleEntry, Record

Document: TypeAlias = Mapping[str, Any]
Kept = TypeVar("Kept")


class DocumentError(ValueError):
    """A document that is no record: the message names the field and what is wrong with it."""


def without_empty(value: Any) -> Any:
    """A value of plain dicts, lists and scalars without the fields that hold nothing."""
    if isinstance(value, dict):
        plain = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in plain.items() if item not in ("", None, [], {})}
    if isinstance(value, list | tuple):
        return [without_empty(item) for item in value]
    return value


def record_document(article_id: str, record: Record) -> dict[str, Any]:
    """The document that keeps a record of this article."""
    fields = without_empty(msgspec.to_builtins(record))
    if "type" in fields:
        fields["event_type"] = fields.pop("type")
    return {"type": RECORD_TYPES[record.id[0]], "article": article_id, **fields}


def entry_document(entry: ArticleEntry) -> dict[str, Any]:
    """The document that keeps what the store knows of an article."""
    fields = without_empty(msgspec.to_builtins(entry))
    return {"type": "article", "article": fields.pop("id"), **fields}


def read_record(document: Document) -> Record:
    """The record that a document keeps.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    fields = {key: value for key, value in document.items() if key not in ("type", "article")}
    if "event_type" in fields:
        fields["type"] = fields.pop("event_type")
    record: Record = _converted(fields, RECORD_CLASSES[document["type"]])
    return record


def read_entry(document: Document) -> ArticleEntry:
    """The entry that a document of type `article` keeps.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    fields = {key: value for key, value in document.items() if key not in ("type", "article")}
    return _converted({**fields, "id": document["article"]}, ArticleEntry)


def _converted(fields: Mapping[str, Any], cls: type[Kept]) -> Kept:
    try:
        return msgspec.convert(fields, cls)
    except msgspec.ValidationError as error:
        raise DocumentError(str(error).replace("$.", "")) from error
