"""The TinyDB file: the records of all articles, their history, and where the reader stood.

One table, `annotations`, holds one document per record (`store.documents` says how), one per
change and one per place. A change is known at once and written by a thread of its own, in
order; when a write fails, all that is not on disk is taken back.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Set
from pathlib import Path
from typing import Final

from msgspec import structs

from store.annotations import Annotations
from store.backups import back_up_if_due, gone_back, note_newest
from store.changes import Change, ChangeRow, change_document, utc_now
from store.commits import Commit, commit_of
from store.documents import DamagedDocumentError, Document, DocumentError
from store.durable_json import DurableJSONStorage, DurableTable
from store.errors import StoreError
from store.history import History
from store.kept_articles import Kept, KeptArticles, Summary
from store.places import Places
from store.records import Article, Metadata, Suggestions
from store.rescue import rescue
from store.suggested import SUGGESTIONS, VersionOf, kept_suggestions, suggestions_document
from store.writer import Writer

ANNOTATIONS: Final = "annotations"
KEYS: Final = ("article", "type")
"""The fields by which documents are found without reading them."""
HISTORY_LENGTH: Final = 1000
"""Changes of an article that are kept; older ones are dropped when the store is closed."""


class Database(contextlib.AbstractContextManager["Database"]):
    """A store of annotations, open for writing or for reading only. Threads may share it."""

    def __init__(
        self,
        path: Path,
        writable: bool = True,
        *,
        by: str = "",
        now: Callable[[], str] = utc_now,
        on_save: Callable[[], None] | None = None,
    ) -> None:
        """Open the store at `path`; it is made by the first change.

        `by` is the annotator whom the history names; `on_save` is called, on the writing
        thread, each time that a change has reached the disk or has failed to.

        Raises:
            StoreLockedError: another process is writing to it.
            StoreError: it is not a TinyDB file or cannot be read.
        """
        self.path = path
        self.writable = writable
        self.on_save = on_save
        self.backup_failure: Exception | None = None
        """Why no backup could be made at opening, if one was due."""
        self._by = by
        self._now = now
        self._storage = DurableJSONStorage(path, writable, KEYS)
        self._table = DurableTable(self._storage, ANNOTATIONS)
        self._memory = threading.RLock()
        self._writer = Writer(self._table, self._memory, self._write_failed, self._settled)
        self._known_at_failure: dict[int, Document] = {}
        self._changed: set[str] = set()
        self._closed = False
        self._know_what_is_on_disk()
        self._gone_back = gone_back(path, self._last_id)
        if writable:
            self._writer.run(self._back_up)

    def _know_what_is_on_disk(self) -> None:
        self._articles = KeptArticles(self._table)
        self._places = Places(self._table)
        self._history = History(self._table, self._writer.documents)
        self._last_id = self._table.last_id

    # What is known of the articles

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that the store knows, sorted."""
        with self._memory:
            return self._articles.ids

    @property
    def version(self) -> int:
        """A number that is another one after each change of the store."""
        return self._last_id

    @property
    def done(self) -> Set[str]:
        """The ids of the articles that are done; the first time, every article's entry is read."""
        if self._articles.done is None:
            in_table = self._articles.done_in_table()  # other threads go on meanwhile
            with self._memory:
                self._articles.count_done(in_table)
        return self._articles.done or frozenset()

    def summary(self, article_id: str) -> Summary:
        """How far an article has come."""
        with self._memory:
            return self._articles.summary(article_id)

    def given(self, article_id: str) -> dict[Metadata, str]:
        """The metadata of an article that an annotator has typed: they hold, not the file's."""
        with self._memory:
            return self._articles.given(article_id)

    def annotations(self, article: Article) -> Annotations:
        """Everything said about an article, its metadata as they are now.

        `entry.sha256` stays that of the text which was marked: compare it with the article's.

        Raises:
            StoreError: a document of this article is no record.
        """
        kept = self.kept_annotations(article.id)
        entry = kept.entry.refreshed(article)
        if not entry.sha256:
            entry = structs.replace(entry, sha256=article.sha256)
        return Annotations(entry, kept.records)

    def kept_annotations(self, article_id: str) -> Annotations:
        """Everything said about an article, without looking at its file.

        Raises:
            StoreError: a document of this article is no record.
        """
        with self._memory:
            return self._kept(article_id).annotations

    def missing(self, article_id: str) -> int:
        """How many records of an article are gone although no change removed them.

        They were lost by another program or by hand. The next change of the article accepts it.

        Raises:
            StoreError: a document of this article is no record.
        """
        kept = self.kept_annotations(article_id)
        return max(0, kept.entry.records - len(kept.records))

    def documents(self) -> Iterator[tuple[str, list[tuple[int, Document]]]]:
        """All documents on disk, unchecked, with their numbers, by the article that they name.

        The articles are sorted; last, under "", come the documents that name none.
        """
        return self._table.by_key()

    def _kept(self, article_id: str) -> Kept:
        try:
            return self._articles.kept(article_id)
        except DamagedDocumentError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: DamagedDocumentError) -> StoreError:
        return StoreError(f"{self.path}, {error}; correct it by hand, then open the store again")

    # Changing them

    def commit(self, change: Change, annotations: Annotations) -> Annotations:
        """Make a change of `annotations`: known at once, on its way to the disk on return.

        Raises:
            StoreError: the store is read-only, or has become so by a failed write.
            DocumentError: a record has a value that it cannot have.
        """
        with self._memory:
            if change.is_empty:
                return annotations
            after = self._make(change, annotations)
            self._history.add(self._last_id)
            return after

    @property
    def undoable(self) -> Change | None:
        """The change that an undo takes back."""
        with self._memory:
            inverse = self._inverse_of(self._history.undoable)
            return inverse and inverse.inverse

    @property
    def redoable(self) -> Change | None:
        """The change that a redo makes again."""
        with self._memory:
            return self._inverse_of(self._history.redoable)

    def undo(self, annotations: Annotations) -> Annotations:
        """Take back the change `undoable`, which must be of this article.

        Raises:
            StoreError: the store is read-only, or has become so by a failed write.
        """
        with self._memory:
            number = self._history.undoable
            after = self._make(self._expect(number, annotations), annotations, undoes=number)
            self._history.add_undo(self._last_id)
            return after

    def redo(self, annotations: Annotations) -> Annotations:
        """Make the change `redoable` again, which must be of this article.

        Raises:
            StoreError: the store is read-only, or has become so by a failed write.
        """
        with self._memory:
            number = self._history.redoable
            after = self._make(self._expect(number, annotations), annotations, redoes=number)
            self._history.add_redo(self._last_id)
            return after

    def changes(
        self, article_id: str | None = None, since: str | None = None
    ) -> Iterator[ChangeRow]:
        """Who changed what, oldest first: of one article or of all, from an ISO 8601 time on.

        Raises:
            StoreError: a document of type `change` is none.
        """
        with self._memory:
            numbers = self._history.ids(article_id)
        for number in numbers:
            try:
                row = self._history.read(number).row
            except DamagedDocumentError as error:
                raise self._damaged(error) from error
            if since is None or row.at >= since:
                yield row

    def _make(
        self,
        change: Change,
        annotations: Annotations,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> Annotations:
        self._check_writable()
        history = change_document(change, self._by, self._now(), undoes, redoes)
        commit, kept = commit_of(change, annotations, self._kept(change.article), self._next_id)
        commit.put.update(self._places.take_unwritten(self._next_id))
        commit.put[self._next_id()] = history  # the newest number: undo looks there first
        self._articles.change(change.article, kept)
        self._changed.add(change.article)
        self._writer.send(commit)
        return kept.annotations

    def _check_writable(self) -> None:
        if self._writer.failure:
            raise self._writer.failure
        if self._closed:
            raise StoreError(f"{self.path} is closed; open it again")
        if not self.writable:
            raise StoreError(f"{self.path} is open for reading only")

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _inverse_of(self, number: int | None) -> Change | None:
        """The change that puts back what change document `number` replaced."""
        if number is None:
            return None
        try:
            kept = self._history.read(number)
            now = self._articles.kept(kept.article).annotations
            return kept.inverse(now.records, now.entry)
        except (DocumentError, DamagedDocumentError):
            return None  # edited by hand so that nothing can be put back from it

    def _expect(self, number: int | None, annotations: Annotations) -> Change:
        change = self._inverse_of(number)
        if change is None or change.article != annotations.entry.id:
            raise ValueError(f"there is nothing to take back in {annotations.entry.id}")
        return change

    # Where the reader stood

    @property
    def open_article(self) -> str | None:
        """The article that was open when the store was last left."""
        with self._memory:
            return self._places.open_article

    def cursor(self, article_id: str) -> int:
        """Where the reader stood in an article: an offset into its text."""
        with self._memory:
            return self._places.cursor(article_id)

    def keep_place(self, article_id: str, cursor: int) -> None:
        """Remember that this article is open at an offset of its text.

        It goes to the disk with the next change, or when the store is closed.
        """
        with self._memory:
            self._places.keep(article_id, cursor)

    # What engines proposed

    def suggestions(
        self, article: Article, version_of: VersionOf = lambda engine: ""
    ) -> Suggestions | None:
        """What an engine proposed beforehand for the article as it is, if it did.

        Text, date and language must be those of then, and so must the version of the engine, as
        `version_of` tells it; an engine whose version it does not know is taken at its word.
        """
        with self._memory:
            return kept_suggestions(self._table, article, version_of)

    def keep_suggestions(
        self, engine: str, version: str, made: Iterable[tuple[Article, Suggestions]]
    ) -> None:
        """Keep what an engine proposes for some articles, in place of what was kept before.

        They reach the disk together.

        Raises:
            StoreError: the store is read-only, or has become so by a failed write.
            DocumentError: a record in them has a value that it cannot have.
        """
        documents = {
            article.id: suggestions_document(article, engine, version, suggestions)
            for article, suggestions in made
        }
        with self._memory:
            self._check_writable()
            put: dict[int, Document] = {}
            for article_id, document in documents.items():
                kept = self._table.ids_of(article_id, SUGGESTIONS)
                put[kept[0] if kept else self._next_id()] = document
            if put:
                self._writer.send(Commit(put))

    # The disk

    @property
    def saving(self) -> bool:
        """Whether some change is not on disk yet."""
        return self._writer.busy

    @property
    def recovered(self) -> str:
        """What was found amiss at opening, in a sentence or two; empty as a rule."""
        return " ".join(filter(None, (self._storage.recovered, self._gone_back)))

    @property
    def failure(self) -> StoreError | None:
        """Why the last write failed; nothing is written after it."""
        return self._writer.failure

    @property
    def unsaved(self) -> tuple[Change, ...]:
        """The changes that a failed write took back."""
        return tuple(commit.change for commit in self._writer.refused if commit.change)

    def flush(self) -> None:
        """Wait until all changes are on disk.

        Raises:
            StoreError: a write failed; what it took back is `unsaved`.
        """
        if not self._closed:
            self._writer.flush()
        if self._writer.failure:
            raise self._writer.failure

    def rescue(self, path: Path) -> int:
        """Write all that is on disk, and all that could not be written, to a new store.

        What another program has made unreadable is taken from memory, where it is known there.
        Returns how many documents could not be saved; nothing is `unsaved` any more.

        Raises:
            StoreError: there is a file at `path` already, or it cannot be written.
        """
        lost = rescue(self._table, self._known_at_failure, self._writer.refused, path)
        self._writer.refused = ()
        return lost

    def close(self) -> None:
        """Wait for what is on its way, drop changes too old to keep, and let others write.

        Raises:
            StoreError: a change could not be written meanwhile.
        """
        if self._closed:
            return
        self._closed = True
        told = self.unsaved
        with self._memory:
            places = self._places.take_unwritten(self._next_id) if self.writable else {}
            old = self._old_changes() if self.writable else ()
            if places or old:
                self._writer.send(Commit(places, old))
        self._writer.stop()
        if self.writable and self._table.last_id:
            with contextlib.suppress(OSError):
                note_newest(self.path, self._table.last_id)
        self._storage.close()
        if self._writer.failure and self.unsaved != told:
            raise self._writer.failure

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        """Close; raise `StoreError` if a change was not written."""
        self.close()
        if self.unsaved and error is None and self._writer.failure:
            raise self._writer.failure

    def _old_changes(self) -> tuple[int, ...]:
        return tuple(
            doc_id
            for article_id in self._changed
            for doc_id in self._history.ids(article_id)[:-HISTORY_LENGTH]
        )

    def _back_up(self) -> None:
        try:
            back_up_if_due(self.path, self._now())
        except Exception as error:  # whatever it is, it must not keep marks from being written
            self.backup_failure = error

    def _write_failed(self) -> None:
        self.writable = False
        self._known_at_failure = self._articles.in_memory()
        self._know_what_is_on_disk()

    def _settled(self) -> None:
        with self._memory:
            if not self._writer.busy:
                self._articles.all_written()
        if self.on_save:
            self.on_save()
