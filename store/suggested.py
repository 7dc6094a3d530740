"""Suggestions that an engine made beforehand, kept to be reviewed: documents of type `suggestions`.

One document an article; they are no records, and a change never touches them. Each remembers what
it was made of and by, so that it is known when it would be made otherwise now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from msgspec import Struct

from store.documents import Document, DocumentError, converted, plain, read_record, record_document
from store.durable_json import DurableTable
from store.records import Article, Suggestion, Suggestions, TimeExpression

SUGGESTIONS: Final = "suggestions"
_OF_RECORDS: Final = ("participants", "quotes", "follow_ups")
VersionOf: TypeAlias = Callable[[str], str]
"""The version that an engine, by its name, has here; empty where that cannot be told."""


class Origin(Struct, frozen=True):
    """What suggestions were made of and by: the text, its date and language, and the engine.

    `date` and `language` are None in stores that an older program wrote: they are not known then.
    """

    sha256: str = ""
    date: str | None = None
    language: str | None = None
    engine: str = ""
    version: str = ""

    def holds_for(self, article: Article, version_of: VersionOf) -> bool:
        """Whether the same would be made of the article as it is now, as far as one can tell."""
        return (
            self.sha256 == article.sha256
            and self.date in (None, article.date)
            and self.language in (None, article.language)
            and version_of(self.engine) in ("", self.version)
        )


class _Kept(Struct, frozen=True):
    """A document of type `suggestions`."""

    article: str
    sha256: str = ""
    date: str | None = None
    language: str | None = None
    engine: str = ""
    version: str = ""
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


def suggestions_document(
    article: Article, engine: str, version: str, suggestions: Suggestions
) -> dict[str, Any]:
    """The document that keeps what an engine, of this version, proposes for an article.

    Raises:
        DocumentError: a record in them has a value that it cannot have.
    """
    about = {"type": SUGGESTIONS, "article": article.id, "engine": engine}
    made_of = {"sha256": article.sha256, "date": article.date, "language": article.language}
    found = {key: value for key, value in suggestions_fields(suggestions).items() if value}
    return {**about, **({"version": version} if version else {}), **made_of, **found}


def read_suggestions(document: Document) -> tuple[Origin, Suggestions]:
    """What a document's suggestions were made of and by, and the suggestions.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    kept = converted({key: value for key, value in document.items() if key != "type"}, _Kept)
    found = {kind: tuple(map(_suggestion, getattr(kept, kind))) for kind in _OF_RECORDS}
    origin = Origin(kept.sha256, kept.date, kept.language, kept.engine, kept.version)
    return origin, Suggestions(**found, dates=kept.dates)


def _suggestion(fields: Mapping[str, Any]) -> Suggestion:
    told = {key: fields.get(key) for key in ("rule", "confidence", "why")}
    record = {key: value for key, value in fields.items() if key not in told}
    try:
        return Suggestion(record=read_record(record), **told)  # type: ignore[arg-type]
    except TypeError as error:
        raise DocumentError(str(error)) from error


def kept_suggestions(
    table: DurableTable, article: Article, version_of: VersionOf
) -> Suggestions | None:
    """What is kept for an article; None where nothing is, or where it would be made anew now."""
    for doc_id in table.ids_of(article.id, SUGGESTIONS):
        try:
            origin, suggestions = read_suggestions(table.document(doc_id))
        except DocumentError:
            continue  # edited by hand so that it cannot be read: the rules propose anew
        if origin.holds_for(article, version_of):
            return suggestions
    return None
