"""Everything said about one article: mark, change, remove.

`Annotations` is a value. Its methods make a `Change`; `applied` gives the annotations after it.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cached_property, reduce
from typing import TypeVar

from msgspec import structs

from store.changes import Change, EntryBefore
from store.records import (
    Article,
    ArticleEntry,
    ArticleStatus,
    FollowUp,
    Metadata,
    Participant,
    Quote,
    Record,
    Span,
    position,
    spans_of,
)

AnyRecord = TypeVar("AnyRecord", Participant, Quote, FollowUp)


class Annotations:
    """The records of one article and its entry. Immutable."""

    def __init__(self, entry: ArticleEntry, records: Mapping[str, Record]) -> None:
        self.entry = entry
        self.records = records
        self._before: tuple[tuple[Record, ...], Set[str]] | None = None
        """Records in order, if these are those but for some, whose ids follow."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Annotations):
            return NotImplemented
        return self.entry == other.entry and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def none_of(cls, article: Article) -> Annotations:
        """The annotations of an article about which nothing has been said."""
        return cls(ArticleEntry.of(article), {})

    @cached_property
    def in_order(self) -> tuple[Record, ...]:
        """All records by position in the text, then id."""
        if self._before is None:
            return tuple(sorted(self.records.values(), key=position))
        # Ten thousand records take a while to be put in order, and a change is of few of them.
        before, changed = self._before
        ordered = [record for record in before if record.id not in changed]
        for key in changed:
            if key in self.records:
                insort(ordered, self.records[key], key=position)
        return tuple(ordered)

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """The participants, in the order of the text."""
        return self._of(Participant)

    @cached_property
    def numbered(self) -> tuple[Participant, ...]:
        """The participants in the order in which they were marked: the first has the number 1."""
        return tuple(sorted(self.participants, key=lambda record: int(record.id[1:])))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in the order of the text."""
        return self._of(Quote)

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-up events, in the order of the text."""
        return self._of(FollowUp)

    def _of(self, kind: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        return tuple(record for record in self.in_order if isinstance(record, kind))

    def next_id(self, letter: str) -> str:
        """An id that was never used in this article: `p3`, `q7`, `f1`."""
        # A record put in by another program counts, though the entry does not know of it.
        numbers = (int(key[1:]) for key in self.records if key[0] == letter)
        return f"{letter}{max(self.entry.last_ids.get(letter, 0), *numbers, 0) + 1}"

    def add(self, record: Record) -> Change:
        """The change that adds a record, whose id must come from `next_id`."""
        return Change(self.entry.id, f"mark {record.id}", after=(record,))

    def replace(self, what: str, *records: Record) -> Change:
        """The change that gives these records, known by their ids, other fields."""
        changed = [record for record in records if self.records[record.id] != record]
        before = tuple(self.records[record.id] for record in changed)
        return Change(self.entry.id, what, before=before, after=tuple(changed))

    def remove(self, record_id: str) -> Change:
        """The change that removes a record, and every reference to it in the others."""
        removed = self.records[record_id]

        def others(key: str) -> str | None:
            return None if key == record_id else key

        referring = {
            record.id: without
            for record in self.records.values()
            if record.id != record_id and (without := _referring(record, others)) != record
        }
        before = (removed, *(self.records[key] for key in referring))
        return Change(self.entry.id, f"remove {record_id}", before, tuple(referring.values()))

    def set_status(self, status: ArticleStatus) -> Change:
        """The change that marks the article done, or open again."""
        entry = structs.replace(self.entry, status=status)
        return Change(self.entry.id, f"mark {status}", entry=(self.entry, entry))

    def dismiss(self, letter: str, start: int, end: int) -> Change:
        """The change after which no record of this type (`p`, `q`, `f`) is suggested there."""
        dismissed = tuple(dict.fromkeys((*self.entry.dismissed, f"{letter}{start}-{end}")))
        entry = structs.replace(self.entry, dismissed=dismissed)
        return Change(self.entry.id, "dismiss a suggestion", entry=(self.entry, entry))

    def give(self, given: Mapping[Metadata, str]) -> Change:
        """The change after which these metadata of the article hold, whatever its file says."""
        entry = structs.replace(self.entry, given=dict(given))
        return Change(self.entry.id, "set the fields of the article", entry=(self.entry, entry))

    def merge(self, *ids: str) -> Change:
        """The change that makes one participant of several: the first named stays.

        It gets all their mentions, and of each field that it lacks the value of the next that has
        one; the notes are joined, and what refers to any of them refers to it.
        """
        stays, *gone = (
            record for key in ids if isinstance(record := self.records[key], Participant)
        )
        replaced = {record.id: stays.id for record in gone}
        merged = reduce(_merged, gone, stays)
        referring = {
            record.id: renamed
            for record in self.records.values()
            if (renamed := _referring(record, lambda key: replaced.get(key, key))) != record
        }
        before = (stays, *gone, *(self.records[key] for key in referring))
        after = (merged, *referring.values())
        return Change(self.entry.id, f"merge {', '.join(ids)}", before, after)

    def applied(self, change: Change) -> Annotations:
        """These annotations after a change; ids once given stay used, also after an undo."""
        records = dict(self.records)
        for key in change.removed:
            records.pop(key, None)
        records.update((record.id, record) for record in change.after)
        entry = self.entry
        if change.entry:
            entry = EntryBefore.of(change.entry[1]).put_into(entry)
        last_ids = _last_ids(entry.last_ids, (*change.before, *change.after))
        entry = structs.replace(entry, last_ids=last_ids, records=len(records))
        after = Annotations(entry, records)
        if "in_order" in self.__dict__:
            changed = {record.id for record in (*change.before, *change.after)}
            after._before = (self.in_order, changed | {*change.removed})
        return after

    def with_entry(self, entry: ArticleEntry) -> Annotations:
        """The same records with another entry."""
        after = Annotations(entry, self.records)
        if "in_order" in self.__dict__:
            after.__dict__["in_order"] = self.in_order
        return after


def _last_ids(last_ids: Mapping[str, int], records: Iterable[Record]) -> dict[str, int]:
    highest = dict(last_ids)
    for record in records:
        letter, number = record.id[0], int(record.id[1:])
        highest[letter] = max(highest.get(letter, 0), number)
    return highest


def displaced(text: str, record: Record) -> list[tuple[str, Span]]:
    """The spans of a record, with their roles, that do not stand in `text` where they say."""
    return [
        (role, span) for role, span in spans_of(record) if text[span.start : span.end] != span.text
    ]


def reanchored(annotations: Annotations, article: Article) -> tuple[Change, list[str]]:
    """Follow the records to where their words stand in a text that has changed.

    Each displaced span moves to the nearest place that holds the same words. Returns the change
    and the ids of the records some of whose words are gone: those are left as they are.
    """
    moved: list[Record] = []
    lost: list[str] = []
    for record in annotations.in_order:
        if not displaced(article.text, record):
            continue
        followed = _followed(record, article.text)
        if followed is None:
            lost.append(record.id)
        else:
            moved.append(followed)
    change = annotations.replace("follow the changed text", *moved)
    # What was dismissed is known by its offsets alone, which mean nothing now.
    entry = structs.replace(annotations.entry, sha256=article.sha256, dismissed=())
    return structs.replace(change, entry=(annotations.entry, entry)), lost


def _followed(record: Record, text: str) -> Record | None:
    found = {span: _nearest(text, span) for _, span in spans_of(record)}
    if None in found.values():
        return None
    follow = {span: to for span, to in found.items() if to is not None}

    def all_of(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(follow[span] for span in spans)

    match record:
        case Participant():
            return structs.replace(record, mentions=all_of(record.mentions))
        case Quote():
            return structs.replace(
                record,
                content=all_of(record.content),
                cue=all_of(record.cue),
                source=all_of(record.source),
            )
        case FollowUp():
            date = record.date
            if date and date.span:
                to = follow[date.span]
                date = structs.replace(date, start=to.start, end=to.end)
            return structs.replace(record, trigger=all_of(record.trigger), date=date)


def _nearest(text: str, span: Span) -> Span | None:
    before = text.rfind(span.text, 0, span.start + len(span.text))
    after = text.find(span.text, span.start)
    places = [place for place in (before, after) if place >= 0]
    if not places or not span.text:
        return None
    start = min(places, key=lambda place: abs(place - span.start))
    return Span(start, start + len(span.text), span.text)


def _referring(record: Record, renamed: Callable[[str], str | None]) -> Record:
    """The record with other ids where it refers to records; those that become None are left out."""

    def ids(before: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for key in map(renamed, before) if key))

    match record:
        case Quote():
            speakers, addressees = ids(record.speakers), ids(record.addressees)
            return structs.replace(record, speakers=speakers, addressees=addressees)
        case FollowUp():
            announced_in = renamed(record.announced_in) if record.announced_in else None
            participants = ids(record.participants)
            return structs.replace(record, participants=participants, announced_in=announced_in)
        case Participant():
            return record


def _merged(one: Participant, other: Participant) -> Participant:
    spans = {*one.mentions, *other.mentions}
    mentions = tuple(
        sorted(
            span
            for span in spans
            if not any(around != span and _holds(around, span) for around in spans)
        )
    )
    return structs.replace(
        one,
        title=one.title or other.title,
        affiliation=one.affiliation or other.affiliation,
        wikidata=one.wikidata or other.wikidata,
        note="; ".join(dict.fromkeys(filter(None, (one.note, other.note)))),
        mentions=mentions,
    )


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
