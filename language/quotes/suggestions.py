"""The quotes that a text proposes: who said what, with which words, and by which rule."""

from __future__ import annotations

from bisect import bisect_right
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
    """The quotes of a text in its order, hardly any inside another.

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
        chosen = {report.cue for report in _apart(certain)}
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


def _apart(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports that stand in the content of no other, or there as someone's own words.

    Who says something inside a speech is part of that speech; inside what is no speech, such as a
    thought or a matter that someone spoke of, a reported speech is told apart.
    """
    all_ends = _Ends(reports)
    speech_ends = _Ends([report for report in reports if _is_of_speech(report)])
    for report in reports:
        ends = speech_ends if _is_whole_speech(report) else all_ends
        if not ends.reaches_beyond(report.cue[0][0]):
            yield report


def _is_whole_speech(report: Report) -> bool:
    return report.is_speech and report.rule in _CLAUSES


def _is_of_speech(report: Report) -> bool:
    return report.is_speech or report.rule == "speech-then-speaker"


class _Ends:
    """How far the contents of reports reach that begin up to a place."""

    def __init__(self, reports: Sequence[Report]) -> None:
        contents = sorted(stretch for report in reports for stretch in report.content)
        self._starts = [start for start, _ in contents]
        self._ends = list(accumulate((end for _, end in contents), max))

    def reaches_beyond(self, place: int) -> bool:
        """Whether a content that begins at a place or before it ends behind it."""
        before = bisect_right(self._starts, place)
        return before > 0 and self._ends[before - 1] > place


_CLAUSES: Final = frozenset({"speaker-then-clause", "speaker-then-quotation"})
"""Rules by which a whole speech follows its speaker."""


def _is_certain(report: Report) -> bool:
    """Whether its rule is right often enough, though nobody is named or it is an infinitive."""
    is_signed = report.source or report.rule == "passive-without-speaker"
    return bool(is_signed) and not report.is_infinitive


def _kind(text: str, passage: Passage, content: Sequence[Stretch]) -> QuoteKind:
    """As `language.quotes.attribution.quote_kind`, for quotations that are known already."""
    unquoted = [part for stretch in content for part in without(stretch, passage.quotations)]
    length = sum(end - start for start, end in content)
    if not any(any(map(str.isalnum, text[start:end])) for start, end in unquoted):
        return "direct"
    return "mixed" if sum(end - start for start, end in unquoted) < length else "indirect"


def _spans(text: str, stretches: Sequence[Stretch]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in sorted(stretches))
