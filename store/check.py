"""Checking a store against its articles: does every record still say what it said?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from store.annotations import Annotations, displaced, reanchored
from store.articles import ArticleError
from store.database import Database
from store.documents import DocumentError, read_entry, read_record
from store.durable_json import StoreError
from store.edtf_dates import DateError, check_edtf
from store.folder import Folder
from store.records import Article, FollowUp, Quote, Record


class Problem(Struct, frozen=True):
    """Something wrong with a store: in which article, which record, and why."""

    article: str
    record: str
    reason: str

    def __str__(self) -> str:
        """The problem on one line, without the store's name."""
        return ": ".join(part for part in (self.article, self.record, self.reason) if part)


def check(database: Database, folder: Folder) -> Iterator[Problem]:
    """Every problem of the store, article by article.

    Every span's text must be what stands at its offsets, every id must resolve, every date must
    be EDTF, and every article must be there, unchanged.
    """
    for article_id in database.articles:
        yield from _check_article(database, folder, article_id)


def _check_article(database: Database, folder: Folder, article_id: str) -> Iterator[Problem]:
    unreadable = list(_check_documents(database, article_id))
    if unreadable:
        yield from unreadable
        return
    try:
        annotations = database.kept_annotations(article_id)
    except StoreError as error:
        yield Problem(article_id, "", str(error))
        return
    missing = database.missing(article_id)
    if missing:
        gone = "1 record is" if missing == 1 else f"{missing} records are"
        it = "it" if missing == 1 else "them"
        reason = f"{gone} gone although no change removed {it}; onrecord restore lists the backups"
        yield Problem(article_id, "", reason)
    file = folder.find(article_id)
    if file is None:
        yield Problem(article_id, "", f"its file is not in {folder.base}")
    else:
        try:
            yield from _check_text(annotations, folder.read(file))
        except ArticleError as error:
            yield Problem(article_id, "", str(error))
    for record in annotations.in_order:
        yield from _check_references(annotations, record)
        yield from _check_date(article_id, record)


def _check_documents(database: Database, article_id: str) -> Iterator[Problem]:
    for doc_id, document in database.documents(article_id):
        record_id = str(document.get("id", ""))
        try:
            if document["type"] == "article":
                read_entry(document)
            else:
                read_record(document)
        except DocumentError as error:
            yield Problem(article_id, record_id, f"document {doc_id}: {error}")


def _check_text(annotations: Annotations, article: Article) -> Iterator[Problem]:
    elsewhere: set[str] = set()
    if annotations.entry.sha256 not in ("", article.sha256):
        change, _ = reanchored(annotations, article)
        elsewhere = {record.id for record in change.after}
        reason = "its text has changed since it was marked (sha256 differs)"
        if elsewhere:
            reason += (
                f"; {', '.join(sorted(elsewhere))} stand elsewhere in it now: open it, type g r"
            )
        yield Problem(article.id, "", reason)
    for record in annotations.in_order:
        if record.id in elsewhere:
            continue
        for role, span in displaced(article.text, record):
            stands = article.text[span.start : span.end]
            reason = (
                f"{role} {span.start}-{span.end} should read “{span.text}” but reads “{stands}”"
            )
            yield Problem(article.id, record.id, reason)


def _check_references(annotations: Annotations, record: Record) -> Iterator[Problem]:
    references: dict[str, tuple[str, ...]] = {}
    if isinstance(record, Quote):
        references = {"speakers": record.speakers, "addressees": record.addressees}
    elif isinstance(record, FollowUp):
        announced_in = (record.announced_in,) if record.announced_in else ()
        references = {"participants": record.participants, "announced_in": announced_in}
    for field, ids in references.items():
        for key in ids:
            if key not in annotations.records:
                reason = f"{field} names {key}, which is no record of this article"
                yield Problem(annotations.entry.id, record.id, reason)


def _check_date(article_id: str, record: Record) -> Iterator[Problem]:
    if isinstance(record, FollowUp) and record.date and record.date.value:
        try:
            check_edtf(record.date.value)
        except DateError as error:
            yield Problem(article_id, record.id, f"date: {error}")
