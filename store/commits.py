"""A change of one article as one line of the file: what is put there, and what is removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec import structs

from store.annotations import Annotations
from store.changes import Change
from store.documents import Document, entry_document, record_document
from store.kept_articles import Kept


class Commit(NamedTuple):
    """Documents to put, by number, and to remove: whole or absent."""

    put: dict[int, Document]
    removed: tuple[int, ...] = ()
    change: Change | None = None


def commit_of(
    change: Change, annotations: Annotations, kept: Kept, next_id: Callable[[], int]
) -> tuple[Commit, Kept]:
    """The commit that makes a change of what is kept of an article, and what is kept after it.

    Of `annotations` only the article's metadata count: they may be older than what is kept.

    Raises:
        DocumentError: a record has a value that it cannot have.
    """
    entry = kept.annotations.entry.refreshed(annotations.entry)
    entry = structs.replace(entry, sha256=entry.sha256 or annotations.entry.sha256)
    after = kept.annotations.with_entry(entry).applied(change)
    documents = {record.id: record_document(change.article, record) for record in change.after}
    if "" not in kept.doc_ids or after.entry != kept.annotations.entry:
        documents = {"": entry_document(after.entry), **documents}
    doc_ids = dict(kept.doc_ids)
    removed = tuple(doc_ids.pop(key) for key in change.removed if key in doc_ids)
    for key in documents:
        if key not in doc_ids:
            doc_ids[key] = next_id()
    put: dict[int, Document] = {doc_ids[key]: document for key, document in documents.items()}
    return Commit(put, removed, change), Kept(after, doc_ids)
