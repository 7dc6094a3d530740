"""The marking keys of quotes: where words can be read as a quote in several ways, each in turn.

A key pressed again at the same place takes the next reading: what the rules are not sure of costs
one more key, not a dialog.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import structs

from language.quotes.attribution import attribution, quote_kind, speakers_of
from language.quotes.readings import (
    Reading,
    attributed,
    cues_around,
    first_reading_around,
    readings_around,
    readings_from,
    reported_readings,
    sources_around,
)
from language.quotes.source_guesses import next_of, source_guesses
from language.quotes.source_names import is_pronoun, name_in_source, named_before
from store.records import Fragments, Participant, Quote, Record, Span
from tui.guesses import confirmed, guessed
from tui.marking import CannotMarkError, Marked, Marker, Role, called
from tui.selection import Selection


@dataclass(frozen=True)
class Quoter(Marker):
    """Makes the changes that the marking keys ask for; of quotes, reading after reading."""

    def quote(self, selection: Selection, again: Quote | None = None) -> Marked:
        """Mark a quote; a plain word takes the quotation or the reported clause around it.

        What is marked already is passed over.

        Args:
            selection: what is marked, or a plain word of it.
            again: the quote that was marked here just now, to be read another way.
        """
        span = self._span(selection)
        if not (self._is_plain_word(span) or self._is_quotation(span)):
            return self._marked([attributed(self.segments, (span,))], None)
        if again:
            return self._marked(readings_around(self.segments, span.start), again)
        marked = {quote.content for quote in self.annotations.quotes}
        first = first_reading_around(self.segments, span.start)
        if first is None or first.content not in marked:
            return self._marked([first] if first else [], None)
        others = reported_readings(self.segments, span.start)
        left = [reading for reading in others if reading.content not in marked]
        return self._marked(left or [first], None)

    def quote_from(self, selection: Selection, again: Quote | None = None) -> Marked:
        """Mark a quote that begins with the selection, and ends with its sentence.

        Args:
            selection: its first word.
            again: the quote that was marked here just now, to end elsewhere.
        """
        span = self._span(selection)
        return self._marked(readings_from(self.segments, span.start), again)

    def replaced(self, record: Record, role: Role, selection: Selection) -> Marked:
        """Let the selection be what plays a role in a record; again, the next reading of it.

        A plain word stands for all the words that name a speaker, or report, around it.

        Raises:
            CannotMarkError: such a record has no such role.
        """
        span = self._span(selection)
        if isinstance(record, Quote) and self._is_plain_word(span):
            if role == "source":
                spans = sources_around(self.segments, span.start)
                return self._sourced(record, next_of(spans, record.source))
            if role == "cue":
                found = next_of(cues_around(self.segments, span.start), record.cue)
                selection = Selection.of(found)
        elif isinstance(record, Quote) and role == "source":
            return self._sourced(record, span)
        return super().replaced(record, role, selection)

    def named_speaker(self, record: Record) -> Marked:
        """Make whoever the source of a quote names its speaker, and a participant if need be.

        Again, or where a pronoun is the source: who else was named before it, the last one first.

        Raises:
            CannotMarkError: the record is no quote, or nothing tells of its speaker.
        """
        if not isinstance(record, Quote):
            raise CannotMarkError(f"{called(record)} is no quote, and has no speaker.")
        named = self._named_in(record.source) if record.source else None
        candidates = list(dict.fromkeys(self._candidates(record, named)))
        if not candidates:
            raise CannotMarkError(f"Nobody is named in the source of {record.id}, or before it.")
        place = candidates.index(record.speakers) if record.speakers in candidates else -1
        chosen = candidates[(place + 1) % len(candidates)]
        change, current = self.people(record, chosen)
        if named and chosen == (named.id,) and named.id not in self.annotations.records and change:
            change = structs.replace(change, after=(named, *change.after))
        return change, current

    def _candidates(self, record: Quote, named: Participant | None) -> Iterator[tuple[str, ...]]:
        known = self._speakers_of(record.source)
        if known:
            yield known
        if named:
            yield (named.id,)
        begins = (*record.source, *record.content)[0].start
        for earlier in named_before(self.segments, begins, self.annotations.participants):
            yield (earlier.id,)

    def _named_in(self, source: Fragments) -> Participant | None:
        """The participant whose name a source holds, a new one if need be; None for a pronoun."""
        if is_pronoun(source[0].text):
            return None
        span = name_in_source(self.segments, source[0])
        known = self._participant_at(span) or self._participant_named(span.text)
        return known or self._new_participant(span)

    def other_source(self, record: Record) -> Marked:
        """Take the next words near a quote that may name who said it for its source.

        Raises:
            CannotMarkError: the record is no quote, or nobody else is named near it.
        """
        if not isinstance(record, Quote):
            raise CannotMarkError(f"{called(record)} is no quote, and has no source.")
        guesses = source_guesses(self.segments, record.content)
        if not guesses or record.source == tuple(guesses):
            raise CannotMarkError(f"Nobody else is named near {record.id}.")
        return self._sourced(record, next_of(guesses, record.source))

    def nobody(self, record: Record) -> Marked:
        """Take all speakers or participants out; of a quote without speakers, its source."""
        if isinstance(record, Quote) and not record.speakers and record.source:
            new = confirmed(structs.replace(record, source=()), "source", "speakers")
            return self.annotations.replace(f"take the source of {record.id} out", new), record.id
        return self.people(record, ())

    def _is_quotation(self, span: Span) -> bool:
        return self.segments.around("quotation", span.start) == span

    def _marked(self, readings: Sequence[Reading], again: Quote | None) -> Marked:
        if not readings:
            raise CannotMarkError("Nothing here can be read as a quote.")
        contents = [reading.content for reading in readings]
        if again and again.content in contents:
            if len(contents) == 1:
                return None, again.id
            reading = readings[(contents.index(again.content) + 1) % len(contents)]
            read = self._quote_of(reading, again.id)
            return self.annotations.replace(f"read {again.id} another way", read), again.id
        for known in self.annotations.quotes:
            if known.content == contents[0]:
                return None, known.id
        new = self._quote_of(readings[0], self.annotations.next_id("q"))
        return self.annotations.add(new), new.id

    def _quote_of(self, reading: Reading, record_id: str) -> Quote:
        content, participants = reading.content, self.annotations.participants
        if reading.source:
            speakers = self._speakers_of(reading.source)
        else:
            speakers = attribution(self.segments, content, participants).speakers
        new = Quote(
            id=record_id,
            kind=quote_kind(self.segments, content),
            speakers=speakers,
            source=reading.source,
            cue=reading.cue,
            content=content,
            provenance=self.provenance,
        )
        return guessed(new, "speakers", "source", "cue")

    def _sourced(self, record: Quote, source: Span) -> Marked:
        """A quote with another source, and whoever that names as its speaker."""
        speakers = self._speakers_of((source,))
        if not speakers and "speakers" not in record.provenance.guessed:
            speakers = record.speakers
        new = structs.replace(record, source=(source,), speakers=speakers)
        new = confirmed(new, "source", "speakers")
        if speakers != record.speakers:
            new = guessed(new, "speakers")
        return self.annotations.replace(f"set the source of {record.id}", new), record.id

    def _speakers_of(self, source: Fragments) -> tuple[str, ...]:
        return speakers_of(self.segments, source, self.annotations.participants)
