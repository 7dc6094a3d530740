"""Suggestions that an engine made beforehand, kept to be reviewed: documents of type `suggestions`.

One document an article; they are no records, and a change never touches them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from msgspec import Struct

from store.documents import Document, DocumentError, converted, plain, read_record, record_document
from store.durable_json import DurableTable
from store.records import Article, Suggestion, Suggestions, TimeExpression

SUGGESTIONS: Final = "suggestions"
_OF_RECORDS: Final = ("participants", "quotes", "follow_ups")


class _Kept(Struct, frozen=True):
    """A document of type `suggestions`."""

    article: str
    engine: str = ""
    sha256: str = ""
    participants: tuple[dict[str, Any], ...] = ()
    quotes: tuple[dict[str, Any], ...] = ()
    follow_ups: tuple[dict[str, Any], ...] = ()
    dates: tuple[TimeExpression, ...] = ()


def suggestions_fields(suggestions: Suggestions) -> dict[str, Any]:
    """Suggestions as dicts and lists: a record's fields beside its rule, confidence and why."""
    fields: dict[str, Any] = {
        kind: [_fields(each) for each in getattr(suggestions, kind)] for kind in _OF_RECORDS
    }
    return {**fields, "dates": plain(suggestions.dates)}


def _fields(suggestion: Suggestion) -> dict[str, Any]:
    document = record_document("", suggestion.record)
    del document["article"]
    told = {"rule": suggestion.rule, "confidence": suggestion.confidence, "why": suggestion.why}
    return {**document, **told}


def suggestions_document(article: Article, engine: str, suggestions: Suggestions) -> dict[str, Any]:
    """The document that keeps the suggestions of an engine for an article as it is now.

    Raises:
        DocumentError: a record in them has a value that it cannot have.
    """
    about = {"type": SUGGESTIONS, "article": article.id, "engine": engine, "sha256": article.sha256}
    found = {key: value for key, value in suggestions_fields(suggestions).items() if value}
    return {**about, **found}


def read_suggestions(document: Document) -> tuple[str, Suggestions]:
    """The hash of the text that a document's suggestions were made of, and the suggestions.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    kept = converted({key: value for key, value in document.items() if key != "type"}, _Kept)
    found = {kind: tuple(map(_suggestion, getattr(kept, kind))) for kind in _OF_RECORDS}
    return kept.sha256, Suggestions(**found, dates=kept.dates)


def _suggestion(fields: Mapping[str, Any]) -> Suggestion:
    told = {key: fields.get(key) for key in ("rule", "confidence", "why")}
    record = {key: value for key, value in fields.items() if key not in told}
    try:
        return Suggestion(record=read_record(record), **told)  # type: ignore[arg-type]
    except TypeError as error:
        raise DocumentError(str(error)) from error


def kept_suggestions(table: DurableTable, article: Article) -> Suggestions | None:
    """What is kept for an article; None where nothing is, or where its text has changed since."""
    for doc_id in table.ids_of(article.id, SUGGESTIONS):
        try:
            sha256, suggestions = read_suggestions(table.document(doc_id))
        except DocumentError:
            continue  # edited by hand so that it cannot be read: the rules propose anew
        if sha256 == article.sha256:
            return suggestions
    return None
