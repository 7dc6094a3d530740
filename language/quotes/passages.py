"""What the passage around a place reports: its paragraph, and those that one speech joins to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from language.quotation_marks import CLOSING
from language.quotes.reported_sentence import Report, Stretch
from language.quotes.reports import reports_in
from language.segments import Segments
from store.records import Span

_LONGEST: Final = 16 * 1024
"""Code points of the longest speech over several paragraphs that is followed."""

_OPENERS: Final = {mark[0] for mark in CLOSING}
_CLOSERS: Final = tuple({mark for marks in CLOSING.values() for mark in marks})


class Passage(NamedTuple):
    """A stretch of the text: what it reports, and its quotations that stand in no other."""

    start: int
    end: int
    quotations: list[Stretch]
    reports: list[Report]


def passages_in(segments: Segments) -> Iterator[Passage]:
    """The passages of a text, in order, with what they report."""
    paragraph = segments.after("paragraph", 0)
    while paragraph:
        passage = _passage_from(segments, paragraph)
        yield _read(segments, passage)
        paragraph = segments.after("paragraph", max(passage.end, paragraph.end))


def passages_before(segments: Segments, offset: int) -> Iterator[Passage]:
    """The passages that begin before an offset, the one around it first."""
    passage = _passage(segments, offset)
    while passage:
        yield _read(segments, passage)
        earlier = segments.before("paragraph", passage.start)
        passage = _passage(segments, earlier.start) if earlier else None


def reports_near(segments: Segments, offset: int) -> list[Report]:
    """The reports of the passage around an offset; their stretches are of the whole text."""
    passage = _passage(segments, offset)
    return _read(segments, passage).reports if passage else []


def _read(segments: Segments, passage: Span) -> Passage:
    start = passage.start
    quotations = list(_outermost(segments.within("quotation", start, passage.end)))
    inner = [(first - start, last - start) for first, last in quotations]
    reports = [
        report._replace(
            content=tuple(_moved(report.content, start)),
            cue=tuple(_moved(report.cue, start)),
            source=tuple(_moved(report.source, start)),
        )
        for report in reports_in(passage.text, inner, is_first=_is_first(segments.text, start))
    ]
    return Passage(start, passage.end, quotations, reports)


def _is_first(text: str, start: int) -> bool:
    return start < _LONGEST and not text[:start].strip()


def _outermost(quotations: Iterator[Span]) -> Iterator[Stretch]:
    end = 0
    for span in quotations:
        if span.start >= end:
            yield span.start, span.end
            end = span.end


def _passage(segments: Segments, offset: int) -> Span | None:
    paragraph = segments.around("paragraph", offset)
    if paragraph is None:
        return None
    first = paragraph
    while earlier := segments.before("paragraph", first.start):
        if paragraph.end - earlier.start > _LONGEST or not _leads_on(segments, earlier, first):
            break
        first = earlier
    return _passage_from(segments, first, paragraph)


def _passage_from(segments: Segments, first: Span, last: Span | None = None) -> Span:
    """The passage that begins with one paragraph and runs at least to another."""
    last = last or first
    while later := segments.after("paragraph", last.end):
        if later.end - first.start > _LONGEST or not _leads_on(segments, last, later):
            break
        last = later
    return Span.of(segments.text, first.start, last.end)


def _leads_on(segments: Segments, one: Span, other: Span) -> bool:
    """Whether a speech runs from a paragraph into the next: announced there, or not closed."""
    if other.text[0] not in _OPENERS:
        return False
    opens = segments.around("quotation", other.start)
    if not opens or opens.start != other.start:
        return False
    open_end = segments.around("quotation", one.end - 1)
    is_unclosed = open_end is not None and not open_end.text.endswith(_CLOSERS)
    return is_unclosed or one.text.endswith((":", "："))


def _moved(stretches: Sequence[Stretch], by: int) -> Iterator[Stretch]:
    for start, end in stretches:
        yield start + by, end + by
