"""From a selection to a record: the change that each of the marking keys asks for.

What stands certainly in the words around is filled in at once: when, where, and who takes part.
Everything can be corrected afterwards. What is peculiar to quotes is in `tui.quoting`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from msgspec import structs

from language.dates.edtf import dates_in
from language.follow_ups.events import (
    event_around,
    event_date,
    event_participants,
    event_place,
    event_status_at,
    event_title,
    event_type,
)
from language.names.described import described, mentions, name_around
from language.quotes.attribution import quote_kind
from language.segments import Segments
from store.annotations import Annotations
from store.changes import Change
from store.records import (
    Article,
    EventDate,
    FollowUp,
    Fragments,
    Participant,
    Provenance,
    Quote,
    Record,
    Span,
)
from tui.guesses import confirmed, guessed
from tui.numbering import positional
from tui.repeating import Correction
from tui.selection import Selection

Role: TypeAlias = Literal[
    "content", "source", "cue", "date", "place", "addressee", "title", "affiliation"
]

Marked: TypeAlias = tuple[Change | None, str]
"""A change, None where nothing changes, and the id of the record that is current after it."""

RECORD_WORDS: Final[dict[type[Record], str]] = {
    Participant: "participant",
    Quote: "quote",
    FollowUp: "follow-up event",
}
"""What a kind of record is called when something is said about it."""


class CannotMarkError(Exception):
    """A key that has no meaning for the current record: the message says why."""


@dataclass(frozen=True)
class Marker:
    """Makes changes to the annotations of an article; changes nothing itself."""

    article: Article
    segments: Segments
    annotations: Annotations
    provenance: Provenance
    numbers: Mapping[str, int] | None = None
    """The numbers of the participants as they are shown; None: in the order of their marking."""

    def participant(self, selection: Selection) -> Marked:
        """Mark a participant; a plain word takes the whole name it is part of.

        A name that is known already becomes a mention of the participant who bears it.
        """
        span = self._span(selection)
        if self._is_plain_word(span):
            span = name_around(self.segments, span.start) or span
        known = self._participant_at(span) or self._participant_named(span.text)
        if known:
            if any(_holds(mention, span) for mention in known.mentions):
                return None, known.id
            return self._with_fragment(known, span)
        new = self._new_participant(span)
        return self._with_what_it_said(self.annotations.add(new), new), new.id

    def follow_up(self, selection: Selection) -> Marked:
        """Mark a follow-up event; a plain word takes the event phrase around it."""
        span = self._span(selection)
        if self._is_plain_word(span):
            span = event_around(self.segments, span.start)
        for known in self.annotations.follow_ups:
            if known.trigger == (span,):
                return (None, known.id)
        new = FollowUp(
            id=self.annotations.next_id("f"),
            title=event_title(span.text),
            type=event_type(span.text),
            status=event_status_at(self.segments, span),
            trigger=(span,),
            date=event_date(self.segments, span, self._written, self.article.language or "en"),
            place=event_place(self.segments, span),
            participants=event_participants(self.segments, span, self.annotations.participants),
            announced_in=self._quote_around(span),
            provenance=self.provenance,
        )
        return self.annotations.add(guessed(new, *_GUESSED_OF_EVENTS)), new.id

    def fragment(self, record: Record, selection: Selection) -> Marked:
        """Add the selection to a record: a mention, or more of its content or trigger."""
        return self._with_fragment(record, self._span(selection))

    def replaced(self, record: Record, role: Role, selection: Selection) -> Marked:
        """Let the selection be what plays a role in a record; the source of a quote is none here.

        Raises:
            CannotMarkError: such a record has no such role.
        """
        span = self._span(selection)
        match record, role:
            case Participant(), "content":
                fragments = self._joined(record.mentions, span)
                new: Record = structs.replace(record, name=_plain(span.text), mentions=fragments)
            case Quote(), "content":
                new = self._with_content(record, (span,))
            case Quote(), "cue":
                new = confirmed(structs.replace(record, cue=(span,)), "cue")
            case Quote(), "addressee":
                return self._with_addressee(record, span)
            case Participant() | FollowUp(), "title":
                new = confirmed(structs.replace(record, title=_plain(span.text)), "title")
            case Participant(), "affiliation":
                new = structs.replace(record, affiliation=_plain(span.text))
                new = confirmed(new, "affiliation")
            case FollowUp(), "content":
                new = structs.replace(record, trigger=(span,), title=event_title(span.text))
            case FollowUp(), "date":
                new = confirmed(structs.replace(record, date=self._date(span)), "date")
            case FollowUp(), "place":
                new = confirmed(structs.replace(record, place=_plain(span.text)), "place")
            case _:
                raise CannotMarkError(f"{called(record)} has no {role}, being a {_kind(record)}.")
        return self.annotations.replace(f"set the {role} of {record.id}", new), record.id

    def number(self, record: Record, number: int) -> Marked:
        """Make the participant with this number the speaker, or put it in or out of an event.

        Raises:
            CannotMarkError: no participant has this number, or the record takes none.
        """
        numbers = positional(self.annotations) if self.numbers is None else self.numbers
        chosen = next((key for key, its in numbers.items() if its == number), None)
        if chosen is None:
            raise CannotMarkError(f"There is no participant {number} yet.")
        if isinstance(record, FollowUp):
            if chosen in record.participants:
                return self.people(record, (key for key in record.participants if key != chosen))
            return self.people(record, (*record.participants, chosen))
        return self.people(record, (chosen,))

    def people(self, record: Record, ids: Iterable[str]) -> Marked:
        """Make these participants the speakers of a quote, or those of an event.

        Raises:
            CannotMarkError: the record is a participant.
        """
        match record:
            case Quote():
                new: Record = confirmed(structs.replace(record, speakers=tuple(ids)), "speakers")
                return self.annotations.replace(f"set the speaker of {record.id}", new), record.id
            case FollowUp():
                new = confirmed(structs.replace(record, participants=tuple(ids)), "participants")
                what = f"set the participants of {record.id}"
                return self.annotations.replace(what, new), record.id
            case Participant():
                raise CannotMarkError(f"{called(record)} is a participant, and has no speakers.")

    def other_mentions(self, record: Record) -> Fragments:
        """Where else a participant is mentioned, and not yet marked so.

        Raises:
            CannotMarkError: the record is not a participant, or has no other mentions.
        """
        if not isinstance(record, Participant):
            raise CannotMarkError(f"{called(record)} is a {_kind(record)}, and has no mentions.")
        names = {record.name, *(_plain(span.text) for span in record.mentions)}
        taken = [span for other in self.annotations.participants for span in other.mentions]
        found = tuple(
            span for span in mentions(self.segments, names) if not _overlaps_any(span, taken)
        )
        if not found:
            raise CannotMarkError(f"{called(record)} has no other mentions in this article.")
        return found

    def with_mentions(self, record: Record, spans: Fragments) -> Marked:
        """Add mentions to a participant, all in one change."""
        assert isinstance(record, Participant)
        new = structs.replace(record, mentions=tuple(sorted({*record.mentions, *spans})))
        change = self.annotations.replace(f"mark {len(spans)} mentions of {record.id}", new)
        return self._with_what_it_said(change, new), record.id

    def edited(self, record: Record, *others: Record) -> Marked:
        """Give a record the fields that were typed into the form, and others theirs."""
        if isinstance(record, Quote):
            record = self._with_content(record, record.content)
        what = f"edit {', '.join(each.id for each in (record, *others))}"
        return self.annotations.replace(what, confirmed(record), *others), record.id

    def corrected(self, record: Record, correction: Correction) -> Marked:
        """Make the correction of another record in this one.

        Raises:
            CannotMarkError: it is a record of another kind.
        """
        if not isinstance(record, correction.kind):
            other = RECORD_WORDS[correction.kind]
            raise CannotMarkError(
                f"The last correction was of a {other}; {called(record)} is a {_kind(record)}."
            )
        new = correction.made_of(record, self.article.id)
        change = self.annotations.replace(f"set the {correction.told} of {record.id}", new)
        return (None if change.is_empty else change), record.id

    def with_field(self, record: Record, field: str, value: str) -> Marked:
        """Set one field that needs no words of the article: a kind, a status, a note."""
        new = confirmed(structs.replace(record, **{field: value}), field)
        change = self.annotations.replace(f"set the {field} of {record.id}", new)
        return (None if change.is_empty else change), record.id

    def merged(self, record: Record, ids: Iterable[str]) -> Marked:
        """Make one participant of this one and those named; the one that was marked first stays.

        Raises:
            CannotMarkError: the record is not a participant.
        """
        if not isinstance(record, Participant):
            raise CannotMarkError(f"{called(record)} is a {_kind(record)}, and cannot be merged.")
        numbered = [each.id for each in self.annotations.numbered]
        same = sorted({record.id, *ids}, key=numbered.index)
        return (self.annotations.merge(*same) if len(same) > 1 else None), same[0]

    def confirmed(self, record: Record) -> Marked:
        """Let what was guessed of a record stand as seen and right."""
        change = self.annotations.replace(f"confirm {record.id}", confirmed(record))
        return (None if change.is_empty else change), record.id

    def _span(self, selection: Selection) -> Span:
        if selection.end <= selection.start:
            raise CannotMarkError("Nothing is selected: this text holds no words.")
        return Span.of(self.article.text, selection.start, selection.end)

    def _is_plain_word(self, span: Span) -> bool:
        return self.segments.around("word", span.start) == span

    @property
    def _written(self) -> dt.date | None:
        return dt.date.fromisoformat(self.article.date) if self.article.date else None

    def _new_participant(self, span: Span) -> Participant:
        known = described(self.segments, span)
        new = Participant(
            id=self.annotations.next_id("p"),
            kind=known.kind,
            name=_plain(span.text),
            title=known.title,
            affiliation=known.affiliation,
            mentions=(span,),
            provenance=self.provenance,
        )
        return guessed(new, "kind", "title", "affiliation")

    def _participant_at(self, span: Span) -> Participant | None:
        """The participant one of whose mentions this is, or holds, or is held by."""
        for participant in self.annotations.participants:
            if _overlaps_any(span, participant.mentions):
                return participant
        return None

    def _participant_named(self, name: str) -> Participant | None:
        """The participant who is meant by a name alone, be it the family name."""
        plain = _plain(name)
        segments = Segments(plain)
        for participant in self.annotations.participants:
            if participant.name.casefold() == plain.casefold() or Span(0, len(plain), plain) in (
                mentions(segments, [participant.name])
            ):
                return participant
        return None

    def _with_what_it_said(self, change: Change, participant: Participant) -> Change:
        """The change, which also makes a participant the speaker where the source names it."""
        said = [
            quote
            for quote in self.annotations.quotes
            if not quote.speakers and self._is_named(participant, quote.source)
        ]
        spoken = (structs.replace(quote, speakers=(participant.id,)) for quote in said)
        return structs.replace(
            change,
            before=(*change.before, *said),
            after=(*change.after, *(guessed(quote, "speakers") for quote in spoken)),
        )

    def _is_named(self, participant: Participant, source: Fragments) -> bool:
        if any(_overlaps_any(mention, source) for mention in participant.mentions):
            return True
        return any(mentions(Segments(part.text), [participant.name]) for part in source)

    def _quote_around(self, span: Span) -> str | None:
        around = [
            (part.end - part.start, quote.id)
            for quote in self.annotations.quotes
            for part in quote.content
            if _holds(part, span)
        ]
        return min(around)[1] if around else None

    def _date(self, span: Span) -> EventDate:
        language = self.article.language or "en"
        found = dates_in(self.article.text, span.start, span.end, self._written, language)
        value = found[0].value if found else ""
        return EventDate(span.start, span.end, span.text, value)

    def _with_content(self, record: Quote, content: Fragments) -> Quote:
        kind = quote_kind(self.segments, content)
        return structs.replace(record, content=content, kind=kind)

    def _with_fragment(self, record: Record, span: Span) -> Marked:
        new: Record
        match record:
            case Participant():
                named = structs.replace(record, mentions=self._joined(record.mentions, span))
                change = self.annotations.replace(f"add a mention to {record.id}", named)
                return self._with_what_it_said(change, named), record.id
            case Quote():
                new = self._with_content(record, self._joined(record.content, span))
            case FollowUp():
                new = structs.replace(record, trigger=self._joined(record.trigger, span))
        return self.annotations.replace(f"add a fragment to {record.id}", new), record.id

    def _joined(self, fragments: Fragments, span: Span) -> Fragments:
        """The fragments with one more, in order; those that it overlaps become part of it."""
        apart = [other for other in fragments if not _overlaps_any(other, (span,))]
        touched = (span, *(other for other in fragments if other not in apart))
        start, end = min(part.start for part in touched), max(part.end for part in touched)
        return tuple(sorted((*apart, Span.of(self.article.text, start, end))))

    def _with_addressee(self, record: Quote, span: Span) -> Marked:
        what = f"set the addressee of {record.id}"
        known = self._participant_at(span) or self._participant_named(span.text)
        addressee = known or self._new_participant(span)
        if addressee.id in record.addressees:
            return None, record.id
        new = structs.replace(record, addressees=(*record.addressees, addressee.id))
        change = self.annotations.replace(what, new)
        if not known:
            change = structs.replace(change, after=(addressee, *change.after))
        return change, record.id


_GUESSED_OF_EVENTS: Final = ("type", "status", "date", "place", "participants")


def called(record: Record) -> str:
    """What a record is called when something is said about it."""
    return record.name if isinstance(record, Participant) else record.id


def _kind(record: Record) -> str:
    return RECORD_WORDS[type(record)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
