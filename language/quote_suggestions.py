"""The quotes that a text proposes: who said what, with which words, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.passages import Passage, passages_in
from language.reported_sentence import Report, Stretch, without
from language.segments import Segments
from language.speakers import Speakers
from store.records import Fragments, Participant, Provenance, Quote, QuoteKind, Span, Suggestion

_REMEMBERED: Final = 12
"""Reports that are kept for the pronouns after them."""


def quote_suggestions(
    segments: Segments, participants: Sequence[Participant]
) -> tuple[Suggestion, ...]:
    """The quotes of a text in its order, none inside another.

    Args:
        segments: the text.
        participants: who may be a speaker, with their mentions; may be empty.
    """
    return tuple(_suggested(segments, participants))


def _suggested(segments: Segments, participants: Sequence[Participant]) -> Iterator[Suggestion]:
    speakers = Speakers(segments.text, participants)
    earlier: list[Report] = []
    number = 0
    for passage in passages_in(segments):
        before = earlier[::-1]
        chosen = outermost(passage.reports)
        for report in chosen:
            number += 1
            source = _spans(segments.text, report.source)
            known = [each for each in reversed(passage.reports) if each.cue < report.cue]
            quote = Quote(
                id=f"q{number}",
                kind=_kind(segments.text, passage, report.content),
                speakers=speakers.of(source, [*known, *before]),
                source=source,
                cue=_spans(segments.text, report.cue),
                content=_spans(segments.text, report.content),
                provenance=Provenance(origin=f"suggested:{report.rule}"),
            )
            yield Suggestion(quote, report.rule, 0.5, "")
        earlier = [*earlier, *passage.reports][-_REMEMBERED:]


def outermost(reports: Sequence[Report]) -> list[Report]:
    """The reports whose reporting words stand in the content of no other."""
    return [
        each
        for each in reports
        if not any(
            start <= each.cue[0][0] < end
            for other in reports
            if other is not each
            for start, end in other.content
        )
    ]


def _kind(text: str, passage: Passage, content: Sequence[Stretch]) -> QuoteKind:
    """As `language.quotes.quote_kind`, for quotations that are known already."""
    unquoted = [part for stretch in content for part in without(stretch, passage.quotations)]
    if not any(any(map(str.isalnum, text[start:end])) for start, end in unquoted):
        return "direct"
    length = sum(end - start for start, end in content)
    return "mixed" if sum(end - start for start, end in unquoted) < length else "indirect"


def _spans(text: str, stretches: Sequence[Stretch]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in sorted(stretches))
