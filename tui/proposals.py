"""The suggestions of an article that stand open, and what it means to accept or dismiss one.

A suggestion stands open until it is dismissed or a record of its kind covers the same words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property
from typing import Final, Literal

from msgspec import structs

from language.quotes.attribution import quote_kind
from language.segments import Segments
from store.annotations import Annotations
from store.changes import Change
from store.records import (
    FollowUp,
    Fragments,
    Participant,
    Provenance,
    Quote,
    Record,
    Span,
    Suggestion,
    Suggestions,
    position,
)
from tui.marks import Mark, Marks, main_marks, only
from tui.numbering import Numbers

NO_SUGGESTIONS: Final = Suggestions()
SAME: Final = 0.5
"""The share of two extents that they must have in common to be taken for the same."""


def representative(record: Record) -> Fragments:
    """The spans that stand for a record where it is shown as one: of a participant its name."""
    match record:
        case Participant():
            named = (span for span in record.mentions if span.text == record.name)
            found = next(named, None) or next(iter(record.mentions), None)
            return (found,) if found else ()
        case Quote():
            return record.content
        case FollowUp():
            return record.trigger


def extent(record: Record) -> tuple[int, int]:
    """From the first to the last code point that stands for a record; (0, 0) if none does."""
    spans = representative(record)
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


class Proposed:
    """All that an engine proposes for a text, found by where it stands."""

    def __init__(self, text: str = "", found: Suggestions = NO_SUGGESTIONS) -> None:
        self.text = text
        every = (*found.participants, *found.quotes, *found.follow_ups)
        self.in_order = tuple(
            sorted(every, key=lambda each: (*extent(each.record), each.record.id))
        )
        self.by_id = {each.record.id: each for each in self.in_order}
        self.extents = [extent(each.record) for each in self.in_order]
        """Those of the suggestions, in order."""
        self.marks = main_marks((each.record for each in self.in_order), text, are_suggested=True)
        self._extents = Marks(
            Mark(start, end, each.record.id, "")
            for each in self.in_order
            for start, end in _extents(each.record)
        )
        self._fitting: dict[tuple[str, int, int, str], str | None] = {}
        self._standing: dict[str, tuple[Record, tuple[str, ...]]] = {}
        """What each record stood for when that was last asked."""

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """All the participants that are proposed, open or not, those who are quoted first."""
        records = [each.record for each in self.in_order]
        quoted = {key for each in records if isinstance(each, Quote) for key in each.speakers}
        everyone = (record for record in records if isinstance(record, Participant))
        return tuple(sorted(everyone, key=lambda person: person.id not in quoted))

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], str]:
        return {(person.kind, person.name): person.id for person in self.people}

    def named(self, person: Participant) -> str | None:
        """The id of the suggested participant of the same name and kind, if there is one."""
        return self._by_name.get((person.kind, person.name))

    def standing_for(self, record: Record) -> tuple[str, ...]:
        """The ids of the suggestions that a record stands for."""
        known = self._standing.get(record.id)
        if known is None or known[0] is not record:
            self._standing[record.id] = known = (record, tuple(self._found_of(record)))
        return known[1]

    def _found_of(self, record: Record) -> Iterator[str]:
        kind = ""
        if isinstance(record, Participant):
            kind = record.kind
            if same := self.named(record):
                yield same
        for start, end in _extents(record):
            if found := self.fitting(record.id[0], start, end, kind):
                yield found

    def fitting(self, letter: str, start: int, end: int, kind: str = "") -> str | None:
        """The id of the suggestion that fits an extent best, if any does.

        `letter` says of what kind the record is, `kind` of what kind a participant is. The name
        of a person may have been marked together with the title before it, however long.
        """
        sought = (letter, start, end, kind)
        if sought not in self._fitting:
            fits = (
                (self._likeness(mark, start, end, kind), mark.record)
                for mark in self._extents.within(start, end)
                if mark.letter == letter
            )
            share, found = max(fits, default=(0.0, None))
            self._fitting[sought] = found if share >= SAME else None
        return self._fitting[sought]

    def _likeness(self, mark: Mark, start: int, end: int, kind: str) -> float:
        record = self.by_id[mark.record].record
        is_person = isinstance(record, Participant) and record.kind == kind == "person"
        if is_person and mark.end == end:
            return 1.0
        return _share((mark.start, mark.end), (start, end))


class Proposals:
    """What is proposed for an article and stands open, beside what has been said about it."""

    def __init__(self, proposed: Proposed, annotations: Annotations) -> None:
        self._proposed = proposed
        self._annotations = annotations

    def are_of(self, proposed: Proposed, annotations: Annotations) -> bool:
        """Whether these are what stands open of all that, beside these annotations."""
        return self._proposed is proposed and self._annotations is annotations

    def beside(self, annotations: Annotations) -> Proposals:
        """What of the same proposals stands open beside other annotations."""
        return Proposals(self._proposed, annotations)

    @cached_property
    def marks(self) -> Marks:
        """The marks of the open suggestions."""
        settled = self._settled
        return only(self._proposed.marks, lambda mark: mark.record not in settled)

    @property
    def is_any(self) -> bool:
        """Whether anything was proposed, be it open or not."""
        return bool(self._proposed.in_order)

    @cached_property
    def open(self) -> tuple[Suggestion, ...]:
        """The suggestions to be reviewed, in the order of the text."""
        settled = self._settled
        return tuple(each for key, each in self._proposed.by_id.items() if key not in settled)

    @property
    def is_any_open(self) -> bool:
        """Whether something is to be reviewed."""
        return len(self._settled) < len(self._proposed.in_order)

    def is_open(self, suggestion_id: str) -> bool:
        """Whether this suggestion is to be reviewed."""
        return suggestion_id in self._proposed.by_id and suggestion_id not in self._settled

    @cached_property
    def people(self) -> tuple[Participant, ...]:
        """The participants among the open ones, those who are quoted first."""
        settled = self._settled
        return tuple(person for person in self._proposed.people if person.id not in settled)

    def names(self, numbers: Numbers) -> Mapping[str, str]:
        """The number and name of everyone whom a suggestion can name, by suggested id."""
        return _Names(self, numbers)

    def named(self, key: str) -> Participant:
        """The participant that a suggested id stands for: that on record, or the suggested one."""
        record = self._annotations.records.get(self.recorded.get(key, ""))
        person = record or self._proposed.by_id[key].record
        assert isinstance(person, Participant)
        return person

    def of_kinds(self, letters: str) -> tuple[Suggestion, ...]:
        """The open suggestions of these kinds: `p`, `q`, `f`."""
        return tuple(each for each in self.open if each.record.id[0] in letters)

    def beyond(
        self, place: tuple[int, int], direction: int, letters: str = "pqf"
    ) -> Suggestion | None:
        """The next open suggestion of these kinds beyond an extent, or the last before it."""
        ordered, extents = self._proposed.in_order, self._proposed.extents
        if direction > 0:
            places = range(bisect_right(extents, place), len(ordered))
        else:
            places = range(bisect_left(extents, place) - 1, -1, -1)
        settled = self._settled
        for suggestion in (ordered[number] for number in places):
            if suggestion.record.id[0] in letters and suggestion.record.id not in settled:
                return suggestion
        return None

    def outermost(self, direction: Literal[1, -1], letters: str = "pqf") -> Suggestion | None:
        """The first open suggestion of these kinds, or the last."""
        beyond_all = (-1, -1) if direction > 0 else (len(self._proposed.text) + 1, 0)
        return self.beyond(beyond_all, direction, letters)

    @cached_property
    def recorded(self) -> Mapping[str, str]:
        """The ids of suggestions that records stand for, with the records' ids."""
        if not self.is_any:
            return {}
        return {
            found: record.id
            for record in self._annotations.records.values()
            for found in self._proposed.standing_for(record)
        }

    @cached_property
    def _settled(self) -> Set[str]:
        return {*self.recorded, *self._dismissed}

    @cached_property
    def _dismissed(self) -> frozenset[str]:
        return frozenset(
            found
            for name in self._annotations.entry.dismissed
            for start, end in [map(int, name[1:].split("-"))]
            if (found := self._proposed.fitting(name[0], start, end))
        )

    def dismissing(self, suggestion: Suggestion) -> Change:
        """The change after which a suggestion is never made again."""
        record = suggestion.record
        return self._annotations.dismiss(record.id[0], *extent(record))

    def accepting(
        self, chosen: Iterable[Suggestion], provenance: Provenance
    ) -> tuple[Change, dict[str, str]]:
        """The change that makes records of suggestions, and the ids that those have then.

        The participants that they name come with them, behind them in the change.
        """
        taken = {each.record.id: each for each in chosen}
        first = frozenset(taken)
        for each in [*taken.values()]:
            for key in people_of(each.record):
                is_settled = key in self.recorded or key in self._dismissed
                if key in self._proposed.by_id and not is_settled:
                    taken.setdefault(key, self._proposed.by_id[key])
        ids = {**self.recorded, **self._new_ids(taken)}
        in_order = sorted(
            taken.values(), key=lambda each: (each.record.id not in first, position(each.record))
        )
        records = tuple(_accepted(each, ids, provenance) for each in in_order)
        names = " and ".join(record.id for record in records)
        what = f"accept {names if len(records) <= 2 else f'{len(records)} records'}"
        return Change(self._annotations.entry.id, what, after=records), ids

    def _new_ids(self, chosen: Iterable[str]) -> dict[str, str]:
        next_numbers = {letter: int(self._annotations.next_id(letter)[1:]) for letter in "pqf"}
        given = {}
        for key in sorted(chosen, key=lambda key: (key[0], int(key[1:]))):
            given[key] = f"{key[0]}{next_numbers[key[0]]}"
            next_numbers[key[0]] += 1
        return given


class _Names(Mapping[str, str]):
    """Whom suggestions can name, with their numbers; put into words when it is asked for."""

    __hash__ = object.__hash__

    def __init__(self, proposals: Proposals, numbers: Numbers) -> None:
        self._proposals = proposals
        self._numbers = numbers

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Names):
            return NotImplemented
        return self._proposals is other._proposals and self._numbers is other._numbers

    def __getitem__(self, key: str) -> str:
        recorded = self._proposals.recorded.get(key, "")
        number = self._numbers.suggested.get(key) or self._numbers.records[recorded]
        return f"{number} {self._proposals.named(key).name}"

    def __iter__(self) -> Iterator[str]:
        yield from self._numbers.suggested
        yield from (
            key for key, to in self._proposals.recorded.items() if to in self._numbers.records
        )

    def __len__(self) -> int:
        return sum(1 for _ in self)


def reaching_to(segments: Segments, suggestion: Suggestion, start: int, end: int) -> Suggestion:
    """A suggestion whose first and last edge are moved, as by an annotator, to these offsets."""
    record = suggestion.record
    if (start, end) == extent(record):
        return suggestion
    fragments = _cut(segments.text, representative(record), start, end)
    match record:
        case Participant():
            mentions = tuple(
                dict.fromkeys(
                    fragments[0] if span in representative(record) else span
                    for span in record.mentions
                )
            )
            name = " ".join(fragments[0].text.split())
            new: Record = structs.replace(record, name=name, mentions=mentions)
        case Quote():
            kind = quote_kind(segments, fragments)
            new = structs.replace(record, content=fragments, kind=kind)
        case FollowUp():
            new = structs.replace(record, trigger=fragments)
    return structs.replace(suggestion, record=new)


def _cut(text: str, fragments: Fragments, start: int, end: int) -> Fragments:
    """The fragments, less what lies outside `[start, end)`, the outermost reaching to its edges."""
    inside = [span for span in fragments if span.end > start and span.start < end]
    if not inside:
        return (Span.of(text, start, end),)
    edges = [(span.start, span.end) for span in inside]
    edges[0] = (start, edges[0][1])
    edges[-1] = (edges[-1][0], end)
    return tuple(Span.of(text, *edge) for edge in edges)


def _extents(record: Record) -> Iterator[tuple[int, int]]:
    if isinstance(record, Participant):
        yield from ((span.start, span.end) for span in record.mentions)
    else:
        yield extent(record)


def people_of(record: Record) -> tuple[str, ...]:
    """The ids of the participants that a record refers to."""
    match record:
        case Quote():
            return (*record.speakers, *record.addressees)
        case FollowUp():
            return record.participants
        case Participant():
            return ()


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / ((max(one[1], other[1]) - min(one[0], other[0])) or 1)


def _accepted(suggestion: Suggestion, ids: Mapping[str, str], provenance: Provenance) -> Record:
    origin = structs.replace(provenance, origin=f"suggested:{suggestion.rule}")
    return structs.replace(_renamed(suggestion.record, ids), provenance=origin)


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    """A suggested record with the ids that it and those it refers to have among the records."""

    def known(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ids[key] for key in keys if key in ids)

    match record:
        case Quote():
            speakers, addressees = known(record.speakers), known(record.addressees)
            record = structs.replace(record, speakers=speakers, addressees=addressees)
        case FollowUp():
            quote = ids.get(record.announced_in) if record.announced_in else None
            people = known(record.participants)
            record = structs.replace(record, participants=people, announced_in=quote)
        case Participant():
            pass
    return structs.replace(record, id=ids[record.id])
