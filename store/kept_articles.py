"""What a table of the TinyDB file says of each article: its entry, its records, how many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from typing import Final, NamedTuple

from store.annotations import Annotations
from store.documents import (
    DamagedDocumentError,
    Document,
    DocumentError,
    entry_document,
    read_entry,
    read_record,
    record_document,
)
from store.durable_json import DurableTable
from store.records import RECORD_CLASSES, ArticleEntry, Metadata, Record

_KINDS: Final = frozenset(("article", *RECORD_CLASSES))
AT_HAND: Final = 32
"""Articles whose records stay in memory when they need not."""


class Summary(NamedTuple):
    """What the list of articles shows of one: its status and how many records it has."""

    done: bool = False
    participants: int = 0
    quotes: int = 0
    follow_ups: int = 0

    @classmethod
    def of(cls, annotations: Annotations) -> Summary:
        """How far these annotations have come."""
        return cls(
            annotations.entry.status == "done",
            len(annotations.participants),
            len(annotations.quotes),
            len(annotations.follow_ups),
        )


class Kept(NamedTuple):
    """The annotations of an article, and the number of each one's document; "" is the entry."""

    annotations: Annotations
    doc_ids: Mapping[str, int]


class KeptArticles:
    """The articles of a table, read when they are asked for, and as changed since."""

    def __init__(self, table: DurableTable) -> None:
        self._table = table
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._summaries: dict[str, Summary] = {}
        self._new: set[str] = set()
        """The articles with changes that the table may not hold yet."""
        self._done: set[str] | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the articles, sorted."""
        known = (key for key in self._table.values() if _KINDS & self._table.counts_of(key).keys())
        return tuple(sorted(self._new.union(known)))

    @property
    def done(self) -> Set[str] | None:
        """The articles that are done; None before `count_done`."""
        return self._done

    def done_in_table(self) -> dict[str, bool]:
        """Whether each article is done, by the table: every entry is read for it."""
        entries = map(self._table.document, self._table.ids_of_kind("article"))
        return {entry["article"]: entry.get("status") == "done" for entry in entries}

    def count_done(self, in_table: Mapping[str, bool]) -> None:
        """Know which are `done`, from what the table said and what was changed since."""
        changed = {article_id: summary.done for article_id, summary in self._summaries.items()}
        known = {**in_table, **changed}
        self._done = {article_id for article_id, is_done in known.items() if is_done}

    def summary(self, article_id: str) -> Summary:
        """How far an article has come."""
        if article_id not in self._summaries:
            self._summaries[article_id] = self._read_summary(article_id)
        return self._summaries[article_id]

    def kept(self, article_id: str) -> Kept:
        """Everything said about an article.

        Raises:
            DamagedDocumentError: a document of this article is no record.
        """
        if article_id not in self._kept:
            self._kept[article_id] = self._read(article_id)
        self._kept.move_to_end(article_id)
        self._let_go()
        return self._kept[article_id]

    def change(self, article_id: str, kept: Kept) -> None:
        """Know an article as it will be in the table."""
        if self._done is not None:
            is_done = kept.annotations.entry.status == "done"
            (self._done.add if is_done else self._done.discard)(article_id)
        self._summaries[article_id] = Summary.of(kept.annotations)
        self._kept[article_id] = kept
        self._kept.move_to_end(article_id)
        self._new.add(article_id)

    def in_memory(self) -> dict[int, Document]:
        """The documents, by number, of the articles that need not be read for them."""
        found: dict[int, Document] = {}
        for article_id, kept in self._kept.items():
            for key, doc_id in kept.doc_ids.items():
                if key in kept.annotations.records:
                    found[doc_id] = record_document(article_id, kept.annotations.records[key])
                elif not key:
                    found[doc_id] = entry_document(kept.annotations.entry)
        return found

    def all_written(self) -> None:
        """Know that the table holds every change."""
        self._new.clear()

    def _let_go(self) -> None:
        # What is not in the table yet is known here alone.
        for article_id in [*self._kept][:-AT_HAND]:
            if article_id not in self._new:
                del self._kept[article_id]

    def documents(self, article_id: str) -> Iterator[tuple[int, Document]]:
        """The documents in the table of an article's entry and records, by number, unchecked."""
        for kind in ("article", *RECORD_CLASSES):
            for doc_id in self._table.ids_of(article_id, kind):
                yield doc_id, self._table.document(doc_id)

    def _read(self, article_id: str) -> Kept:
        entry = ArticleEntry(id=article_id)
        records: dict[str, Record] = {}
        doc_ids: dict[str, int] = {}
        for doc_id, document in self.documents(article_id):
            try:
                if document["type"] == "article":
                    entry = read_entry(document)
                    doc_ids[""] = doc_id
                    continue
                record = read_record(document)
                if record.id in records:
                    raise DocumentError(f"a second record has the id {record.id}")
                records[record.id] = record
                doc_ids[record.id] = doc_id
            except DocumentError as error:
                raise DamagedDocumentError(doc_id, document, error) from error
        return Kept(Annotations(entry, records), doc_ids)

    def given(self, article_id: str) -> dict[Metadata, str]:
        """The metadata of an article that an annotator has typed."""
        if article_id in self._kept:
            return self._kept[article_id].annotations.entry.given
        for doc_id in self._table.ids_of(article_id, "article")[-1:]:
            with suppress(DocumentError):  # opening the article tells of it
                return read_entry(self._table.document(doc_id)).given
        return {}

    def _read_summary(self, article_id: str) -> Summary:
        if article_id in self._kept:
            return Summary.of(self._kept[article_id].annotations)
        entries = self._table.ids_of(article_id, "article")
        done = bool(entries) and self._table.document(entries[-1]).get("status") == "done"
        counts = self._table.counts_of(article_id)
        return Summary(done, *(counts.get(kind, 0) for kind in RECORD_CLASSES))
