"""Other ways to read the words of a suggested quote: taken one after another by the same key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from language.quotes.attribution import quote_kind, speakers_of
from language.quotes.readings import Reading, readings_around, readings_from
from language.quotes.source_guesses import next_of, source_guesses
from language.segments import Segments
from store.records import Fragments, Participant, Quote, Suggestion


def variants(
    segments: Segments, suggestion: Suggestion, people: Sequence[Participant]
) -> tuple[Suggestion, ...]:
    """A suggested quote, then the same with other contents, the likeliest first.

    `people` are those whom it can name, by the ids that it knows them by.
    """
    quote = suggestion.record
    if not isinstance(quote, Quote):
        return (suggestion,)
    found: dict[Fragments, Quote] = {quote.content: quote}
    for reading in _readings(segments, quote):
        if reading.content not in found:
            found[reading.content] = _reread(segments, quote, reading, people)
    return tuple(structs.replace(suggestion, record=each) for each in found.values())


def with_other_source(
    segments: Segments, suggestion: Suggestion, people: Sequence[Participant]
) -> Suggestion:
    """A suggested quote with the next words near it that may name who said it.

    The same where nobody else is named there, or no quote is suggested.
    """
    quote = suggestion.record
    guesses = source_guesses(segments, quote.content) if isinstance(quote, Quote) else []
    if not isinstance(quote, Quote) or not guesses:
        return suggestion
    source = (next_of(guesses, quote.source),)
    speakers = quote.speakers
    if source != quote.source:
        speakers = speakers_of(segments, source, people)
    other = structs.replace(quote, source=source, speakers=speakers)
    return structs.replace(suggestion, record=other)


def _readings(segments: Segments, quote: Quote) -> Iterator[Reading]:
    first = segments.after("word", quote.content[0].start)
    if first:
        yield from readings_from(segments, first.start)
    for span in (*quote.cue, *quote.source):
        yield from readings_around(segments, span.start)


def _reread(
    segments: Segments, quote: Quote, reading: Reading, people: Sequence[Participant]
) -> Quote:
    """The quote with what another reading says; what that does not say stays as it was."""
    source, cue = reading.source or quote.source, reading.cue or quote.cue
    speakers = quote.speakers
    if source != quote.source:
        speakers = speakers_of(segments, source, people)
    return structs.replace(
        quote,
        kind=quote_kind(segments, reading.content),
        content=reading.content,
        source=_apart(source, reading.content),
        cue=_apart(cue, reading.content),
        speakers=speakers,
    )


def _apart(spans: Fragments, content: Fragments) -> Fragments:
    """The spans that do not run into a content."""
    return tuple(
        span
        for span in spans
        if not any(span.start < part.end and part.start < span.end for part in content)
    )
