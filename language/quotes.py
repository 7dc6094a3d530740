"""Which words a report puts into someone's mouth, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from language.names import mentions
from language.quotation_marks import CLOSING, OPENING_MARKS
from language.reported_sentence import Report
from language.reports import reports_in
from language.segments import Segments
from store.records import Fragments, Participant, QuoteKind, Span

_LIKELY_SAME: Final = 0.5
"""The share of two contents that they must have in common to be taken for the same."""


_LONGEST: Final = 16 * 1024
"""Code points of the longest speech over several paragraphs that is followed."""

_CLOSERS: Final = tuple({mark for marks in CLOSING.values() for mark in marks})


class Attribution(NamedTuple):
    """The reporting words, the words that name the speaker, and the speakers' ids."""

    cue: Fragments
    source: Fragments
    speakers: tuple[str, ...]


NOBODY: Final = Attribution((), (), ())


def quote_kind(text: str, content: Fragments) -> QuoteKind:
    """Direct if all words stand in quotation marks, indirect if none does, else mixed."""
    segments = Segments(text)
    quoted = {
        segments.around("quotation", word.start) is not None
        for span in content
        for word in segments.words(span.start, span.end)
    }
    if quoted == {True}:
        return "direct"
    return "mixed" if True in quoted else "indirect"


def reported_around(segments: Segments, offset: int) -> Fragments:
    """What was said around an offset.

    The quotation with its other parts, or the reported clause; failing both the sentence without
    its final stop.
    """
    holding = [
        report
        for report in _reports_near(segments, offset)
        if any(start <= offset < end for start, end in report.content)
    ]
    if holding:
        # What was said comes before what was thought or wished, then the innermost.
        best = min(holding, key=lambda report: (not report.is_speech, _length(report.content)))
        return _spans(segments.text, best.content)
    found = segments.around("quotation", offset) or segments.around("sentence", offset)
    if found is None:
        return ()
    end = found.end
    if found.text[0] not in OPENING_MARKS:
        end = found.start + len(found.text.rstrip(".!?。！？")) or end
    return (Span.of(segments.text, found.start, end if end > found.start else found.end),)


def attribution(
    segments: Segments, content: Fragments, participants: Sequence[Participant]
) -> Attribution:
    """Who said a content, and with which words, as far as the words beside it tell.

    Empty where that is unsure. A pronoun is a source without a speaker.
    """
    if not content:
        return NOBODY
    sought = tuple((span.start, span.end) for span in content)
    near = [report for span in content for report in _reports_near(segments, span.start)]
    best = max(near, key=lambda report: _in_common(report.content, sought), default=None)
    if best is None or _in_common(best.content, sought) < _LIKELY_SAME:
        best = next((report for report in near if report.content[0][0] == sought[0][0]), None)
    if best is None:
        return NOBODY
    cue, source = _spans(segments.text, best.cue), _spans(segments.text, best.source)
    return Attribution(cue, source, tuple(_speakers(source, participants)))


def _reports_near(segments: Segments, offset: int) -> Iterator[Report]:
    """The reports of the passage around an offset."""
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
    """The paragraph around an offset with those that one speech joins to it."""
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


def _moved(stretches: Sequence[tuple[int, int]], by: int) -> Iterator[tuple[int, int]]:
    for start, end in stretches:
        yield start + by, end + by


def _spans(text: str, stretches: Sequence[tuple[int, int]]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in sorted(stretches))


def _length(stretches: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in stretches)


def _in_common(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """How much of two contents is in both: from 0 to 1."""
    common = sum(
        max(0, min(a_end, b_end) - max(a_start, b_start))
        for a_start, a_end in one
        for b_start, b_end in other
    )
    return common / ((_length(one) + _length(other) - common) or 1)


def _speakers(source: Fragments, participants: Sequence[Participant]) -> Iterator[str]:
    """The participants that a source names, each once."""
    for participant in participants:
        is_marked = any(
            span.start <= mention.start and mention.end <= span.end
            for span in source
            for mention in participant.mentions
        )
        if is_marked or any(mentions(Segments(span.text), [participant.name]) for span in source):
            yield participant.id
