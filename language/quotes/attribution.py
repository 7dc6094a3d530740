"""Which words a report puts into someone's mouth, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from language.list_marks import after_list_mark, tidy
from language.quotation_marks import OPENING_MARKS
from language.quotes.passages import passages_before, reports_near
from language.quotes.reported_sentence import Report, Stretch
from language.quotes.reporting_words import FINITE
from language.quotes.speakers import Speakers
from language.segments import Segments
from store.records import Fragments, Participant, QuoteKind, Span

_LIKELY_SAME: Final = 0.5
"""The share of two contents that they must have in common to be taken for the same."""


class Attribution(NamedTuple):
    """The reporting words, the words that name the speaker, and the speakers' ids."""

    cue: Fragments
    source: Fragments
    speakers: tuple[str, ...]


NOBODY: Final = Attribution((), (), ())


def quote_kind(segments: Segments, content: Fragments) -> QuoteKind:
    """Direct if all words stand in quotation marks, indirect if none does, else mixed."""
    quoted = {
        segments.around("quotation", word.start) is not None
        for span in content
        for word in segments.words(span.start, span.end)
    }
    if quoted == {True}:
        return "direct"
    return "mixed" if True in quoted else "indirect"


def reported_around(segments: Segments, offset: int) -> Fragments:
    """What was said around an offset; on reporting words, or who or when it was, what they report.

    The quotation with its other parts, or the reported clause; failing both the sentence without
    its final stop, or what reports leave of it. Cue and source are never part of it.
    """
    near = reports_near(segments, offset)
    report = (
        _best(near, offset, lambda each: each.content)
        or _best(near, offset, lambda each: each.cue)
        or _best(near, offset, lambda each: each.source)
    )
    if report:
        return _spans(segments.text, report.content)
    if quotation := segments.around("quotation", offset):
        return (quotation,)
    sentence = segments.around("sentence", offset)
    return _unreported(segments.text, sentence, near, offset) if sentence else ()


def _best(
    reports: Sequence[Report], offset: int, role: Callable[[Report], Sequence[Stretch]]
) -> Report | None:
    """The report that holds an offset in a role: speech first, then the shortest."""
    holding = [r for r in reports if any(start <= offset < end for start, end in role(r))]
    return min(holding, key=lambda r: (not r.is_speech, _length(r.content)), default=None)


def _unreported(text: str, sentence: Span, near: Sequence[Report], offset: int) -> Fragments:
    """What stands around an offset between the reports of its sentence, or what the report next
    to it says if that is but its circumstance: "In Corvane", "on Monday".
    """
    start, end = after_list_mark(text, sentence.start, sentence.end), sentence.end
    last: Report | None = None
    following: Report | None = None
    for report in near:
        for first, stop in (*report.content, *report.cue, *report.source):
            if start < stop <= offset:
                start, last = stop, report
            elif offset < first < end:
                end, following = first, report
    first, stop = _trimmed(text, start, end)
    beside = last or following
    is_part = beside and (last is following or _is_circumstance(text[first:stop]))
    if beside and (is_part or not first <= offset < stop):
        return _spans(text, beside.content)
    return (Span.of(text, first, stop) if first < stop else sentence,)


_LINK: Final = re.compile(r"(?:and|but|or|as|while|so|yet)(?:\s+|$)", re.IGNORECASE)
_LINK_AFTER: Final = re.compile(r"[\s,]+(?:and|but|or|as|while|so|yet)$")
_CIRCUMSTANCE: Final = re.compile(
    r"(?:(?:also|then|later|only|even)\s+)?(?:in|on|at|to|after|before|during|until|till|by|for"
    r"|from|with|over|under|through|via|since)\s",
    re.IGNORECASE,
)


def _trimmed(text: str, start: int, end: int) -> Stretch:
    """A stretch of a sentence without full stop and what ties it to others."""
    start, end = tidy(text, start, end)
    if start < end and text[start] not in OPENING_MARKS:
        end = start + len(text[start:end].rstrip(".!?。！？")) or end
    while link := _LINK.match(text, start, end):
        start = link.end()
    link = _LINK_AFTER.search(text, start, end)
    return tidy(text, start, link.start() if link else end)


def _is_circumstance(words: str) -> bool:
    return bool(_CIRCUMSTANCE.match(words + " ")) and not FINITE.search(words)


def attribution(
    segments: Segments, content: Fragments, participants: Sequence[Participant]
) -> Attribution:
    """Who said a content, and with which words, as far as the words beside it tell.

    Empty where that is unsure. "He" is who spoke last. A content that holds its own cue and source
    is given its speakers alone.
    """
    if not content:
        return NOBODY
    sought = tuple((span.start, span.end) for span in content)
    near = [report for span in content for report in reports_near(segments, span.start)]
    best = max(near, key=lambda report: _in_common(report.content, sought), default=None)
    if best is None or _in_common(best.content, sought) < _LIKELY_SAME:
        best = next((report for report in near if report.content[0][0] == sought[0][0]), None)
    if best is None:
        return NOBODY
    cue, source = _spans(segments.text, best.cue), _spans(segments.text, best.source)
    speakers = speakers_of(segments, source, participants)
    if _common(sought, (*best.cue, *best.source)):
        return Attribution((), (), speakers)
    return Attribution(cue, source, speakers)


def speakers_of(
    segments: Segments, source: Fragments, participants: Sequence[Participant]
) -> tuple[str, ...]:
    """The ids of the participants that the words of a source name; "he" is who spoke last."""
    if not source:
        return ()
    known = Speakers(segments.text, participants)
    return known.of(source, _reports_before(segments, source[0].start))


def _reports_before(segments: Segments, place: int) -> Iterator[Report]:
    """The reports whose reporting words begin before a place, the last first."""
    for passage in passages_before(segments, place):
        yield from (each for each in reversed(passage.reports) if each.cue[0][0] < place)


def _spans(text: str, stretches: Sequence[Stretch]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in sorted(stretches))


def _length(stretches: Sequence[Stretch]) -> int:
    return sum(end - start for start, end in stretches)


def _common(one: Sequence[Stretch], other: Sequence[Stretch]) -> int:
    return sum(
        max(0, min(a_end, b_end) - max(a_start, b_start))
        for a_start, a_end in one
        for b_start, b_end in other
    )


def _in_common(one: Sequence[Stretch], other: Sequence[Stretch]) -> float:
    """How much of two contents is in both: from 0 to 1."""
    common = _common(one, other)
    return common / ((_length(one) + _length(other) - common) or 1)
