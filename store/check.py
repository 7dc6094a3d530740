"""Checking a store against its articles: does every record still say what it said?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, pairwise, takewhile
from operator import itemgetter
from typing import Final

from msgspec import Struct

from store.annotations import Annotations, displaced, reanchored
from store.articles import ArticleError
from store.changes import read_change
from store.database import Database
from store.documents import Document, DocumentError, read_entry, read_record
from store.edtf_dates import DateError, check_edtf
from store.errors import StoreError
from store.folder import Folder
from store.history import CHANGE
from store.places import SESSION
from store.records import RECORD_CLASSES, Article, FollowUp, Quote, Record, spans_of
from store.suggested import SUGGESTIONS, read_suggestions

MOST: Final = 80
"""Characters of a text that a problem quotes at the most."""


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

    Every document must be what its type says, every span's text what stands at its offsets; no
    fragments may overlap, every id must resolve, every date must be EDTF, and every article must
    be there, unchanged. What names no article comes last.
    """
    articles = frozenset(database.articles)
    for article_id, documents in database.documents():
        wrong = list(_check_documents(article_id, documents))
        yield from wrong
        if article_id in articles:
            yield from _check_article(database, folder, article_id, is_told=bool(wrong))


def _check_article(
    database: Database, folder: Folder, article_id: str, is_told: bool
) -> Iterator[Problem]:
    try:
        annotations = database.kept_annotations(article_id)
    except StoreError as error:
        if not is_told:
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
        yield from _check_fragments(article_id, record)
        yield from _check_references(annotations, record)
        yield from _check_date(article_id, record)


def _check_documents(
    article_id: str, documents: Iterable[tuple[int, Document]]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for doc_id, document in documents:
        kind, record_id = document.get("type"), ""
        try:
            if not isinstance(kind, str) or kind not in _READERS:
                raise DocumentError(f"there is no type {kind!r}")
            if not article_id:
                raise DocumentError("it names no article")
            if kind in RECORD_CLASSES:
                record_id = str(document.get("id", ""))
            _READERS[kind](document)
            if kind == "article" or record_id:
                _check_only(record_id, seen)
        except DocumentError as error:
            reason = f"document {doc_id}: {_capped(str(error))}"
            yield Problem(article_id, _capped(record_id), reason)


def _check_only(record_id: str, seen: set[str]) -> None:
    if record_id in seen:
        record = f"a second record has the id {record_id}"
        raise DocumentError(record if record_id else "a second entry of this article, which holds")
    seen.add(record_id)


def _read_whole_change(document: Document) -> None:
    for before in read_change(document).before:
        read_record(before)


_READERS: Final[Mapping[str, Callable[[Document], object]]] = {
    "article": read_entry,
    **dict.fromkeys(RECORD_CLASSES, read_record),
    CHANGE: _read_whole_change,
    SESSION: lambda document: None,  # whatever does not fit in it is passed over when it is read
    SUGGESTIONS: read_suggestions,
}
"""What reads a document of each type that a store has, and so tells what is wrong with it."""


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
            should, does = _difference(span.text, article.text[span.start : span.end])
            reason = f"{role} {span.start}-{span.end} should read “{should}” but reads “{does}”"
            yield Problem(article.id, record.id, reason)


def _check_fragments(article_id: str, record: Record) -> Iterator[Problem]:
    for role, found in groupby(spans_of(record), key=itemgetter(0)):
        if role == "mentions":
            continue  # each stands for itself: one may be part of another
        spans = sorted(span for _, span in found)
        for one, other in pairwise(spans):
            if other.start < one.end:
                places = f"{one.start}-{one.end} and {other.start}-{other.end}"
                yield Problem(article_id, record.id, f"{role} {places} overlap")


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
            yield Problem(article_id, record.id, f"date: {_capped(str(error))}")


def _difference(one: str, other: str) -> tuple[str, str]:
    """Two texts, the parts of long ones where they begin to differ."""
    start = 0
    if max(len(one), len(other)) > MOST:
        pairs = zip(one, other, strict=False)
        alike = sum(1 for _ in takewhile(lambda both: both[0] == both[1], pairs))
        start = max(0, alike - MOST // 2)
    return _capped(one, start), _capped(other, start)


def _capped(text: str, start: int = 0) -> str:
    end = start + MOST
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
