"""The quotes that a text proposes: who said what, with which words, and by which rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from msgspec import structs

from language.quotes.passages import Passage, passages_in
from language.quotes.reported_sentence import Report, Stretch, without
from language.quotes.rules import quote_confidence, quote_reason
from language.quotes.speakers import Speakers
from language.segments import Segments
from store.records import (
    Fragments,
    Participant,
    Provenance,
    Quote,
    QuoteKind,
    Span,
    Suggestion,
    position,
)

_REMEMBERED: Final = 12
"""Reports that are kept for the pronouns after them."""


def quote_suggestions(
    segments: Segments, participants: Sequence[Participant]
) -> tuple[Suggestion, ...]:
    """The quotes of a text in its order, none inside another, each with someone who said it.

    Args:
        segments: the text.
        participants: who may be a speaker, with their mentions; may be empty.
    """
    found = sorted(_suggested(segments, participants), key=lambda each: position(each.record))
    return tuple(
        structs.replace(each, record=structs.replace(each.record, id=f"q{number}"))
        for number, each in enumerate(found, 1)
    )


def _suggested(segments: Segments, participants: Sequence[Participant]) -> Iterator[Suggestion]:
    speakers = Speakers(segments.text, participants)
    earlier: list[Report] = []
    for passage in passages_in(segments):
        reports = sorted(passage.reports, key=lambda each: each.cue)
        certain = [report for report in reports if _is_certain(report)]
        chosen = {report.cue for report in _outermost(certain)}
        for report in reports:
            if report.cue in chosen:
                chosen.discard(report.cue)
                yield _suggestion(segments, passage, report, speakers, earlier)
            earlier.append(report)
        del earlier[:-_REMEMBERED]


def _suggestion(
    segments: Segments,
    passage: Passage,
    report: Report,
    speakers: Speakers,
    earlier: Sequence[Report],
) -> Suggestion:
    source = _spans(segments.text, report.source)
    quote = Quote(
        id="q1",
        kind=_kind(segments.text, passage, report.content),
        speakers=speakers.of(source, reversed(earlier)),
        source=source,
        cue=_spans(segments.text, report.cue),
        content=_spans(segments.text, report.content),
        provenance=Provenance(origin=f"suggested:{report.rule}"),
    )
    why = quote_reason(report.rule, quote)
    return Suggestion(quote, report.rule, quote_confidence(report.rule, quote), why)


def _outermost(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports whose reporting words stand in the content of no other."""
    contents = sorted((start, end) for report in reports for start, end in report.content)
    ends = list(accumulate((end for _, end in contents), max))
    for report in reports:
        place = report.cue[0][0]
        before = bisect_left(contents, (place + 1, 0))
        if not before or ends[before - 1] <= place:
            yield report


def _is_certain(report: Report) -> bool:
    """Whether someone says it, and with a verb that is no mere infinitive: "to discuss"."""
    return bool(report.source) and not report.is_infinitive


def _kind(text: str, passage: Passage, content: Sequence[Stretch]) -> QuoteKind:
    """As `language.quotes.attribution.quote_kind`, for quotations that are known already."""
    unquoted = [part for stretch in content for part in without(stretch, passage.quotations)]
    length = sum(end - start for start, end in content)
    if not any(any(map(str.isalnum, text[start:end])) for start, end in unquoted):
        return "direct"
    return "mixed" if sum(end - start for start, end in unquoted) < length else "indirect"


def _spans(text: str, stretches: Sequence[Stretch]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in sorted(stretches))
