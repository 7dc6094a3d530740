"""A change: what one action does to the records of one article, and what the file keeps of it.

The file keeps with each change the versions that it replaced, in a document of type `change`.
Taking it back puts them in place again, which is a change too, kept in the same way: so what an
undo replaced is there for the redo.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct, structs

from store.documents import Document, converted, plain, read_record, record_document
from store.records import ArticleEntry, ArticleStatus, Metadata, Record


def utc_now() -> str:
    """The time in UTC as ISO 8601, to the second: `2031-06-14T09:30:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Change(Struct, frozen=True):
    """Records replaced by others: whole or absent, and reversible.

    A record in `before` alone is removed, one in `after` alone is new, one in both is changed.
    `entry` holds the article's entry before and after, when that changes too.
    """

    article: str
    what: str
    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()
    entry: tuple[ArticleEntry, ArticleEntry] | None = None

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(
            article=self.article,
            what=self.what,
            before=self.after,
            after=self.before,
            entry=(self.entry[1], self.entry[0]) if self.entry else None,
        )

    def then(self, other: Change) -> Change:
        """One change that does what this does and then another, which leaves the entry alone."""
        after = {record.id: record for record in self.after}
        replaced = tuple(record for record in other.before if record.id not in after)
        for key in other.removed:
            after.pop(key, None)
        after.update((record.id, record) for record in other.after)
        return structs.replace(self, before=(*self.before, *replaced), after=tuple(after.values()))

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.before or self.after or self.entry)

    @property
    def removed(self) -> tuple[str, ...]:
        """The ids of the records that are no more after it."""
        return _ids_alone_in(self.before, self.after)

    @property
    def added(self) -> tuple[str, ...]:
        """The ids of the records that were not there before it."""
        return _ids_alone_in(self.after, self.before)


def _ids_alone_in(records: tuple[Record, ...], others: tuple[Record, ...]) -> tuple[str, ...]:
    known = {record.id for record in others}
    return tuple(record.id for record in records if record.id not in known)


class EntryBefore(Struct, frozen=True):
    """What a change replaced in an article's entry: its metadata are read anew each time."""

    status: ArticleStatus = "open"
    sha256: str = ""
    dismissed: tuple[str, ...] = ()
    given: dict[Metadata, str] = msgspec.field(default_factory=dict)

    @classmethod
    def of(cls, entry: ArticleEntry) -> EntryBefore:
        """What can be changed in an entry, as it is now."""
        return cls(*(getattr(entry, field) for field in cls.__struct_fields__))

    def put_into(self, entry: ArticleEntry) -> ArticleEntry:
        """An entry with what this holds."""
        return structs.replace(entry, **structs.asdict(self))


class ChangeRow(Struct, frozen=True):
    """One line of the history: who changed what, when (UTC, ISO 8601)."""

    at: str
    by: str
    article: str
    what: str
    records: tuple[str, ...] = ()


class KeptChange(Struct, frozen=True):
    """A document of type `change`: who did what when, and the versions it replaced.

    `before` holds them as documents, without `article`; `added` names the records it made.
    `undoes` or `redoes` is the number of the change document that it takes back.
    """

    article: str
    what: str
    by: str = ""
    at: str = ""
    added: tuple[str, ...] = ()
    before: tuple[dict[str, Any], ...] = ()
    entry: EntryBefore | None = None
    undoes: int | None = None
    redoes: int | None = None

    @property
    def record_ids(self) -> tuple[str, ...]:
        """The records that it changed, removed or made."""
        return (*(str(document.get("id")) for document in self.before), *self.added)

    @property
    def row(self) -> ChangeRow:
        """The line of the history that it gives."""
        how = "undo: " if self.undoes else "redo: " if self.redoes else ""
        return ChangeRow(self.at, self.by, self.article, how + self.what, self.record_ids)

    def inverse(self, records: Mapping[str, Record], entry: ArticleEntry) -> Change:
        """The change that puts back what it replaced, of the records and entry that are now.

        Raises:
            DocumentError: what it replaced is no record.
        """
        now = tuple(records[key] for key in self.record_ids if key in records)
        before = tuple(read_record(document) for document in self.before)
        entries = (entry, self.entry.put_into(entry)) if self.entry else None
        return Change(self.article, self.what, now, before, entries)


def change_document(
    change: Change, by: str, at: str, undoes: int | None = None, redoes: int | None = None
) -> dict[str, Any]:
    """The document that keeps a change.

    Raises:
        DocumentError: a record in it has a value that it cannot have.
    """
    before = []
    for record in change.before:
        document = record_document(change.article, record)
        del document["article"]
        before.append(document)
    entry = change.entry and EntryBefore.of(change.entry[0])
    kept = KeptChange(
        article=change.article,
        what=change.what,
        by=by,
        at=at,
        added=change.added,
        before=tuple(before),
        undoes=undoes,
        redoes=redoes,
    )
    document = {"type": "change", **plain(kept)}
    return {**document, "entry": plain(entry)} if entry else document


def read_change(document: Document) -> KeptChange:
    """What a document of type `change` keeps.

    Raises:
        DocumentError: a field is missing or has a value that it cannot have.
    """
    return converted({key: value for key, value in document.items() if key != "type"}, KeptChange)
