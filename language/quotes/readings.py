"""The ways in which the words around a place may be a quote, where no rule is certain.

Whoever marks a quote points at a word. Each of these readings says what was said, with which
words, and by whom; they are proposed one after another, the likeliest first.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from language.grammar.groups import Group
from language.grammar.verb_groups import Subjects
from language.grammar.word_classes import words_of_sentence
from language.list_marks import tidy
from language.names.around import name_around
from language.quotes.attribution import attribution, reported_around
from language.quotes.passages import reports_near
from language.quotes.reported_sentence import Report, Sentence, Stretch, masked
from language.segments import Segments
from store.records import Fragments, Span


class Reading(NamedTuple):
    """What was said, the reporting words, and the words that name who said it."""

    content: Fragments
    cue: Fragments = ()
    source: Fragments = ()


def readings_around(segments: Segments, offset: int) -> list[Reading]:
    """The quotes that the word at an offset may be part of: its content, cue or source.

    First what the rules are surest of, then the other reports that hold the word, then what a verb
    there reports, the quotation, and the sentence without its stop.
    """
    return _distinct(_around(segments, offset))


def reported_readings(segments: Segments, offset: int) -> list[Reading]:
    """Those of the readings around an offset that a reporting verb or quotation marks tell of."""
    return _distinct(_reported(segments, offset))


def readings_from(segments: Segments, offset: int) -> list[Reading]:
    """The quotes whose content begins at an offset, by where they may end.

    First with its sentence, or where a report ends that begins there; then with each clause.
    """
    return _distinct(_from(segments, offset))


def sources_around(segments: Segments, offset: int) -> list[Span]:
    """The words that may name a speaker around an offset, the likeliest first."""
    found = dict.fromkeys(_sources(segments, offset))
    return list(found)


def phrases_around(segments: Segments, offset: int) -> list[Span]:
    """The noun phrase around an offset, then with each "of …", "in …" after it; may be empty."""
    scene = _Scene.around(segments, offset)
    return list(scene.phrases_at(offset)) if scene else []


def cues_around(segments: Segments, offset: int) -> list[Span]:
    """The reporting words that an offset may be part of: the whole verb group, and the word."""
    found = dict.fromkeys(_cues(segments, offset))
    return list(found)


def _distinct(readings: Iterable[Reading]) -> list[Reading]:
    found: dict[Fragments, Reading] = {}
    for reading in readings:
        if reading.content:
            found.setdefault(reading.content, reading)
    return list(found.values())


def _around(segments: Segments, offset: int) -> Iterator[Reading]:
    first = reported_around(segments, offset)
    yield attributed(segments, first)
    yield from _reported(segments, offset)
    scene = _Scene.around(segments, offset)
    if scene and (verb := scene.verb_at(offset)) is not None:
        start = scene.after_verb(verb)
        for end in scene.ends_after(start):
            yield scene.reading(start, end, verb)
    if sentence := segments.around("sentence", offset):
        start, end = _without_stop(segments.text, sentence.start, sentence.end)
        if start < end:
            yield attributed(segments, (Span.of(segments.text, start, end),))


def _reported(segments: Segments, offset: int) -> Iterator[Reading]:
    near = reports_near(segments, offset)
    holding = [report for report in near if _holds(report.content, offset)]
    pointed = [
        report for report in near if _holds(report.cue, offset) or _holds(report.source, offset)
    ]
    for report in (*sorted(holding, key=_length), *sorted(pointed, key=_length)):
        yield _reading_of(segments, report)
    if quotation := segments.around("quotation", offset):
        yield attributed(segments, (quotation,))


def _from(segments: Segments, offset: int) -> Iterator[Reading]:
    text = segments.text
    beginning = _with_mark(segments, offset)
    for report in reports_near(segments, offset):
        if any(start in (offset, beginning) for start, _ in report.content):
            later = tuple(part for part in report.content if part[1] > offset)
            yield _reading_of(segments, report._replace(content=later))
    scene = _Scene.around(segments, offset)
    if scene is None:
        return
    verb = scene.verb_before(offset)
    for last in scene.ends_after(offset):
        end = _with_closing_mark(segments, beginning, last)
        content = (Span.of(text, beginning, end),)
        known = attributed(segments, content)
        if known.cue and not _runs_into(known, content):
            yield known._replace(content=content)
        elif verb is not None:
            yield scene.reading(beginning, end, verb)
        else:
            yield Reading(content)


def _sources(segments: Segments, offset: int) -> Iterator[Span]:
    text = segments.text
    for report in reports_near(segments, offset):
        for start, end in report.source:
            if start <= offset < end:
                yield Span.of(text, start, end)
    scene = _Scene.around(segments, offset)
    subjects = sorted(scene.subjects_at(offset), key=_extent) if scene else []
    phrases = list(scene.phrases_at(offset)) if scene else []
    yield from (*subjects[:1], *phrases[:1])
    if name := name_around(segments, offset):
        yield name
    if word := segments.around("word", offset):
        yield word
    yield from (*subjects[1:], *phrases[1:])


def _cues(segments: Segments, offset: int) -> Iterator[Span]:
    for report in reports_near(segments, offset):
        for start, end in report.cue:
            if start <= offset < end:
                yield Span.of(segments.text, start, end)
    scene = _Scene.around(segments, offset)
    if scene and (verb := scene.verb_at(offset)) is not None:
        yield scene.cue(verb)
    if word := segments.around("word", offset):
        yield word


class _Scene:
    """A sentence, or what of it stands in the quotation marks around a place, and its verbs."""

    def __init__(self, segments: Segments, start: int, end: int) -> None:
        self._segments = segments
        self._base = start
        self._end = end
        text = segments.text[start:end]
        quotations = [
            (span.start - start, min(span.end, end) - start)
            for span in segments.within("quotation", start, end)
        ]
        outermost = list(_outermost(quotations))
        self._masked = masked(text, outermost)
        self._words = words_of_sentence(self._masked, 0, len(text))
        sentence = Sentence(text, self._masked, outermost, 0, len(text))
        self._subjects = Subjects(self._words, sentence)

    @classmethod
    def around(cls, segments: Segments, offset: int) -> _Scene | None:
        """The sentence around an offset; inside quotation marks, what of it stands there."""
        sentence = segments.around("sentence", offset)
        if sentence is None:
            return None
        start, end = sentence.start, sentence.end
        quotation = segments.around("quotation", offset)
        if quotation and quotation.start < offset:
            start = max(start, quotation.start + 1)
            end = min(end, max(quotation.end - 1, offset + 1))
        return cls(segments, start, end)

    def verb_at(self, offset: int) -> Group | None:
        """The verb group that an offset stands in."""
        place = offset - self._base
        for group in self._subjects.groups:
            if self._words.starts[group.first] <= place < self._words.ends[group.head]:
                return group
        return None

    def verb_before(self, offset: int) -> Group | None:
        """The last verb group that ends before an offset."""
        place = offset - self._base
        before = [g for g in self._subjects.groups if self._words.ends[g.head] <= place]
        return before[-1] if before else None

    def after_verb(self, verb: Group) -> int:
        """Where what a verb reports begins: the word after it."""
        end = self._words.ends[verb.head]
        gap = len(self._masked[end:]) - len(self._masked[end:].lstrip(" ,:\xa0"))
        return self._base + end + gap

    def ends_after(self, offset: int) -> Iterator[int]:
        """Where a content may end: with the sentence, or one of its clauses, the nearest first."""
        text = self._segments.text
        last = _without_stop(text, self._base, self._end)[1]
        if last > offset:
            yield last
        clause = self._segments.around("clause", offset)
        if clause and offset < clause.end < last:
            yield clause.end
        for later in self._segments.within("clause", offset + 1, self._end):
            if later.end < last:
                yield later.end
        yield from self._phrase_ends_after(offset)

    def _phrase_ends_after(self, offset: int) -> Iterator[int]:
        """Where a phrase ends before a preposition, a conjunction or the like."""
        place = offset - self._base
        first = bisect_left(self._words.starts, place)
        for number in range(first + 1, len(self._words.starts)):
            if self._words.classes[number] in _PHRASE_BORDERS:
                end = tidy(self._masked, place, self._words.ends[number - 1])[1]
                yield self._base + end

    def reading(self, start: int, end: int, verb: Group) -> Reading:
        """What a verb reports from `start` to `end`, by whoever is its subject."""
        text = self._segments.text
        cue = self.cue(verb)
        if cue.end < start and _JOINS.fullmatch(text, cue.end, start):
            cue = Span.of(text, cue.start, tidy(text, cue.start, start)[1])
        subject = self._subject(verb)
        return Reading((Span.of(text, start, end),), (cue,), (subject,) if subject else ())

    def cue(self, verb: Group) -> Span:
        """The words of a verb group."""
        first, last = self._words.starts[verb.first], self._words.ends[verb.head]
        return self._span(first, last)

    def subjects_at(self, offset: int) -> Iterator[Span]:
        """The subjects of verbs that an offset stands in."""
        for verb in self._subjects.groups:
            subject = self._subject(verb)
            if subject and subject.start <= offset < subject.end:
                yield subject

    def phrases_at(self, offset: int) -> Iterator[Span]:
        """The noun phrase that an offset stands in, then with what "of", "in" … add to it."""
        place = offset - self._base
        number = bisect_right(self._words.starts, place) - 1
        classes = self._words.classes
        if number < 0 or classes[number] not in _NOMINAL:
            return
        first = last = number
        while first > 0 and classes[first - 1] in _NOMINAL and classes[first] not in "DL":
            first -= 1
        while last + 1 < len(classes):
            while last + 1 < len(classes) and classes[last + 1] in _NOMINAL:
                if classes[last + 1] in "DL" and classes[last] not in _LINKS:
                    break
                last += 1
            yield self._span(self._words.starts[first], self._words.ends[last])
            if last + 2 >= len(classes) or classes[last + 1] not in _LINKS:
                return
            last += 1

    def _subject(self, verb: Group) -> Span | None:
        number = self._subjects.groups.index(verb)
        found = self._subjects.of(number) or self._subjects.inherited(number)
        if found is None:
            return None
        return self._span(self._words.starts[found.first], self._words.ends[found.last])

    def _span(self, start: int, end: int) -> Span:
        return Span.of(self._segments.text, self._base + start, self._base + end)


_JOINS: Final = re.compile(r"[^.;:,]{1,60}")
"""What may stand between a verb and what it reports, and belongs to the verb: "declared war on"."""

_NOMINAL: Final = frozenset("NPD0'RYLGX")
"""The classes of the words that a noun phrase may consist of."""
_LINKS: Final = frozenset("OIC")
"""The classes of the words that add to a noun phrase: "of", "in", "and"."""
_PHRASE_BORDERS: Final = frozenset("ITCSWAV-(;")

_STOPS: Final = " \t\n\r\xa0.!?。！？…,;:"


def _without_stop(text: str, start: int, end: int) -> Stretch:
    """A sentence without its full stop, where that does not stand in quotation marks."""
    return start, start + len(text[start:end].rstrip(_STOPS))


def _with_mark(segments: Segments, offset: int) -> int:
    """Where a content begins whose first word is at an offset: with the mark before it."""
    quotation = segments.around("quotation", offset)
    if quotation is None:
        return offset
    mark = segments.text[quotation.start : offset]
    return offset if any(map(str.isalnum, mark)) else quotation.start


def _with_closing_mark(segments: Segments, start: int, end: int) -> int:
    """Where a content ends: with the mark that closes a quotation in it, if no word is between."""
    quotation = segments.around("quotation", end - 1)
    if quotation is None or quotation.start < start:
        return end
    rest = segments.text[end : quotation.end]
    return end if any(map(str.isalnum, rest)) else max(end, quotation.end)


def attributed(segments: Segments, content: Fragments) -> Reading:
    """A content with the cue and source that the words beside it tell."""
    known = attribution(segments, content, ())
    return Reading(content, known.cue, known.source)


def _reading_of(segments: Segments, report: Report) -> Reading:
    text = segments.text
    content, cue, source = (
        tuple(Span.of(text, start, end) for start, end in sorted(stretches))
        for stretches in (report.content, report.cue, report.source)
    )
    return Reading(content, cue, source)


def _runs_into(reading: Reading, content: Fragments) -> bool:
    """Whether the words that report, or name who speaks, are part of a content."""
    return any(
        one.start < other.end and other.start < one.end
        for one in (*reading.cue, *reading.source)
        for other in content
    )


def _outermost(quotations: Iterable[Stretch]) -> Iterator[Stretch]:
    last = 0
    for start, end in quotations:
        if start >= last:
            yield start, end
            last = end


def _holds(stretches: Iterable[Stretch], offset: int) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _extent(span: Span) -> int:
    return span.end - span.start


def _length(report: Report) -> int:
    return sum(end - start for start, end in report.content)
