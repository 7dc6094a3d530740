"""What the passage around a place reports: its paragraph, and those that one speech joins to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from language.quotation_marks import CLOSING
from language.reported_sentence import Report, Stretch
from language.reports import reports_in
from language.segments import Segments
from store.records import Span

_LONGEST: Final = 16 * 1024
"""Code points of the longest speech over several paragraphs that is followed."""

_CLOSERS: Final = tuple({mark for marks in CLOSING.values() for mark in marks})


def reports_near(segments: Segments, offset: int) -> Iterator[Report]:
    """The reports of the passage around an offset; their stretches are of the whole text."""
    passage = _passage(segments, offset)
    if passage is None:
        return
    start = passage.start
    quotations = [
        (span.start - start, span.end - start)
        for span in _outermost(segments.within("quotation", start, passage.end))
    ]
    for report in reports_in(passage.text, quotations):
        yield report._replace(
            content=tuple(_moved(report.content, start)),
            cue=tuple(_moved(report.cue, start)),
            source=tuple(_moved(report.source, start)),
        )


def _outermost(quotations: Iterator[Span]) -> Iterator[Span]:
    end = 0
    for span in quotations:
        if span.start >= end:
            yield span
            end = span.end


def _passage(segments: Segments, offset: int) -> Span | None:
    paragraph = segments.around("paragraph", offset)
    if paragraph is None:
        return None
    first = last = paragraph
    while earlier := segments.before("paragraph", first.start):
        if paragraph.end - earlier.start > _LONGEST or not _leads_on(segments, earlier, first):
            break
        first = earlier
    while later := segments.after("paragraph", last.end):
        if later.end - first.start > _LONGEST or not _leads_on(segments, last, later):
            break
        last = later
    return Span.of(segments.text, first.start, last.end)


def _leads_on(segments: Segments, one: Span, other: Span) -> bool:
    """Whether a speech runs from a paragraph into the next: announced there, or not closed."""
    opens = segments.around("quotation", other.start)
    if not opens or opens.start != other.start:
        return False
    open_end = segments.around("quotation", one.end - 1)
    is_unclosed = open_end is not None and not open_end.text.endswith(_CLOSERS)
    return is_unclosed or one.text.endswith((":", "："))


def _moved(stretches: Sequence[Stretch], by: int) -> Iterator[Stretch]:
    for start, end in stretches:
        yield start + by, end + by
