"""The TinyDB file: the records of all articles, their history, and where the reader stood.

One table, `annotations`, holds one document per record (`store.documents` says how); the table
`session` holds the cursors. All changes go through `commit`: written durably first, then known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from tinydb import TinyDB

from store.annotations import Annotations
from store.changes import Change, History
from store.documents import (
    DocumentError,
    entry_document,
    read_entry,
    read_record,
    record_document,
)
from store.durable_json import DurableJSONStorage, DurableTable, StoreError
from store.records import RECORD_CLASSES, Article, ArticleEntry, Record

ANNOTATIONS: Final = "annotations"
SESSION: Final = "session"
OPEN: Final = 1
"""The document of `session` that names the open article; the others are cursors."""


class Summary(NamedTuple):
    """What the list of articles shows of one: its status and how many records it has."""

    done: bool = False
    participants: int = 0
    quotes: int = 0
    follow_ups: int = 0


class Database:
    """A store of annotations, open for writing or for reading only."""

    def __init__(self, path: Path, writable: bool = True) -> None:
        """Open the store at `path`; it is made by the first change.

        Raises:
            StoreLockedError: another process is writing to it.
            StoreError: it is not a TinyDB file or cannot be read.
        """
        self.path = path
        self.writable = writable
        self.history = History()
        self._tinydb = TinyDB(path, writable, storage=DurableJSONStorage)
        self._annotations = DurableTable(self._tinydb.storage, ANNOTATIONS)
        self._session = DurableTable(self._tinydb.storage, SESSION)
        self._load()

    def _load(self) -> None:
        self._documents: dict[str, dict[str, int]] = {}
        """The TinyDB document ids of an article's documents, by record id; "" for its entry."""
        self._counts: dict[str, Counter[str]] = {}
        self._done: set[str] = set()
        self._last_document = 0
        for document in self._annotations:
            doc_id = document.doc_id
            self._last_document = max(self._last_document, doc_id)
            article, kind = document.get("article"), document.get("type")
            if not isinstance(article, str):
                continue
            if kind == "article":
                self._documents.setdefault(article, {})[""] = doc_id
                self._note_status(article, document.get("status") == "done")
            elif kind in RECORD_CLASSES:
                known = self._documents.setdefault(article, {})
                record_id = str(document.get("id"))
                # A second document of the same id, written by hand, is kept and complained of.
                known[f"{record_id} {doc_id}" if record_id in known else record_id] = doc_id
                self._counts.setdefault(article, Counter())[kind] += 1
        self._open_article: str | None = None
        self._places: dict[str, tuple[int, int]] = {}
        """By article: the id of its document in `session`, and the cursor."""
        for document in self._session:
            article, cursor = document.get("article"), document.get("cursor")
            if document.doc_id == OPEN and isinstance(article, str):
                self._open_article = article
            elif isinstance(article, str) and isinstance(cursor, int):
                self._places[article] = (document.doc_id, cursor)

    def close(self) -> None:
        """Let others write to the store."""
        self._tinydb.close()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that the store knows, sorted."""
        return tuple(sorted(self._documents))

    def summary(self, article_id: str) -> Summary:
        """How far an article has come."""
        counts = self._counts.get(article_id, Counter())
        return Summary(
            article_id in self._done, counts["participant"], counts["quote"], counts["follow_up"]
        )

    def annotations(self, article: Article) -> Annotations:
        """Everything said about an article, its metadata as they are now.

        Raises:
            StoreError: a document of this article is no record.
        """
        if article.id not in self._documents:
            return Annotations.none_of(article)
        kept = self.kept_annotations(article.id)
        known = kept.entry if kept.entry.sha256 else ArticleEntry.of(article)
        return Annotations(known.refreshed(article), kept.records)

    def kept_annotations(self, article_id: str) -> Annotations:
        """Everything said about an article, without looking at its file.

        Raises:
            StoreError: a document of this article is no record.
        """
        entry, records = ArticleEntry(id=article_id), dict[str, Record]()
        for document in self.documents(article_id):
            try:
                if document["type"] == "article":
                    entry = read_entry(document)
                    continue
                record = read_record(document)
                if record.id in records:
                    raise DocumentError(f"a second record has the id {record.id}")
                records[record.id] = record
            except DocumentError as error:
                raise StoreError(
                    f"{self.path}, document {document.doc_id} ({document['type']} of "
                    f"{article_id}): {error}; correct it by hand, then open the store again"
                ) from error
        return Annotations(entry, records)

    def documents(self, article_id: str) -> Iterator[Any]:
        """The TinyDB documents of an article, unchecked."""
        for doc_id in self._documents.get(article_id, {}).values():
            yield self._annotations.get(doc_id=doc_id)

    def commit(self, change: Change, annotations: Annotations) -> Annotations:
        """Write a change of `annotations`; on disk, and undoable, when this returns.

        Raises:
            StoreError: it could not be written; nothing is changed.
        """
        after = self._write(change, annotations)
        self.history.add(change)
        return after

    def undo(self, annotations: Annotations) -> Annotations:
        """Write the inverse of the last change, which must be of this article."""
        assert self.history.last_done
        after = self._write(self.history.last_done.inverse, annotations)
        self.history.mark_undone()
        return after

    def redo(self, annotations: Annotations) -> Annotations:
        """Write the change last undone again, which must be of this article."""
        assert self.history.last_undone
        after = self._write(self.history.last_undone, annotations)
        self.history.mark_redone()
        return after

    def _write(self, change: Change, annotations: Annotations) -> Annotations:
        after = annotations.applied(change)
        known = self._documents.get(change.article, {})
        removed = {key: known[key] for key in change.removed}
        put: dict[str, Mapping[str, Any]] = {
            record.id: record_document(change.article, record) for record in change.after
        }
        if "" not in known or after.entry != annotations.entry:
            put[""] = entry_document(after.entry)
        last = self._last_document
        doc_ids = {key: known[key] if key in known else (last := last + 1) for key in put}
        self._annotations.commit(
            {doc_ids[key]: document for key, document in put.items()}, tuple(removed.values())
        )
        self._last_document = last
        self._documents[change.article] = {
            key: doc_id for key, doc_id in {**known, **doc_ids}.items() if key not in removed
        }
        self._counts[change.article] = Counter(
            participant=len(after.participants),
            quote=len(after.quotes),
            follow_up=len(after.follow_ups),
        )
        self._note_status(change.article, after.entry.status == "done")
        return after

    def _note_status(self, article_id: str, done: bool) -> None:
        (self._done.add if done else self._done.discard)(article_id)

    @property
    def open_article(self) -> str | None:
        """The article that was open when the store was last left."""
        return self._open_article

    def cursor(self, article_id: str) -> int:
        """Where the reader stood in an article: an offset into its text."""
        return self._places.get(article_id, (0, 0))[1]

    def keep_place(self, article_id: str, cursor: int) -> None:
        """Remember that the reader left this article open at an offset of its text.

        Raises:
            StoreError: it could not be written.
        """
        if self._open_article == article_id and self.cursor(article_id) == cursor:
            return
        next_document = max((doc_id for doc_id, _ in self._places.values()), default=OPEN) + 1
        doc_id = self._places.get(article_id, (next_document, 0))[0]
        place = {"article": article_id, "cursor": cursor}
        self._session.commit({OPEN: {"article": article_id}, doc_id: place}, ())
        self._open_article = article_id
        self._places[article_id] = (doc_id, cursor)
