"""The ways in which the words around a place may be a quote, where no rule is certain.

Whoever marks a quote points at a word. Each of these readings says what was said, with which
words, and by whom; they are proposed one after another, the likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from language.grammar.groups import Group
from language.names.around import name_around
from language.quotes.attribution import attribution, reported_around
from language.quotes.passages import reports_near
from language.quotes.reported_sentence import Report, Stretch
from language.quotes.scenes import Scene
from language.quotes.source_guesses import guesses, owner_before
from language.segments import Segments
from store.records import Fragments, Span


class Reading(NamedTuple):
    """What was said, the reporting words, and the words that name who said it."""

    content: Fragments
    cue: Fragments = ()
    source: Fragments = ()


def readings_around(segments: Segments, offset: int) -> list[Reading]:
    """The quotes that the word at an offset may be part of: its content, cue or source.

    First what the rules are surest of, then what a verb or noun there or before may tell of, then
    the other reports that hold the word, the quotation, and the sentence without its stop.
    """
    return _distinct(_around(segments, offset))


def first_reading_around(segments: Segments, offset: int) -> Reading | None:
    """The first of them, without working out the others; None where there is none."""
    return next((reading for reading in _around(segments, offset) if reading.content), None)


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
    scene = Scene.around(segments, offset)
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
    reported = list(_reported(segments, offset))
    first = attributed(segments, reported_around(segments, offset))
    if reported:
        yield first
    if scene := Scene.around(segments, offset):
        for start, end, verb in islice(_told(scene, offset), _MOST):
            yield _reading(segments, (Span.of(segments.text, start, end),), scene, verb)
    yield from (first, *reported)
    if sentence := segments.around("sentence", offset):
        start, end = _without_stop(segments.text, sentence.start, sentence.end)
        if start < end:
            yield attributed(segments, (Span.of(segments.text, start, end),))


def _told(scene: Scene, offset: int) -> Iterator[tuple[int, int, Group | None]]:
    """What verbs and nouns around an offset may tell of: from where to where, and the verb."""
    found = [
        (weight * likelihood, start, end, verb)
        for start, verb, weight in _beginnings(scene, offset)
        for end, likelihood in scene.ends_after(start)
        if end > offset
    ]
    for _, start, end, verb in sorted(found, key=lambda each: -each[0]):
        yield start, end, verb


def _beginnings(scene: Scene, offset: int) -> Iterator[tuple[int, Group | None, float]]:
    """Where a content that an offset points at may begin, after which verb; how likely it does."""
    pointed = scene.verb_at(offset) or scene.verb_of(offset)
    if pointed:
        yield from _after(scene, pointed, _LIKELY[0])
    for start in scene.starts_after_noun(offset):
        yield start, None, _OF_NOUNS
    for verb, weight in zip(scene.verbs_before(offset), _LIKELY, strict=False):
        for start, _, share in _after(scene, verb, weight):
            if start <= offset:
                yield start, verb, share


def _after(scene: Scene, verb: Group, weight: float) -> Iterator[tuple[int, Group, float]]:
    starts = list(scene.starts_after(verb))
    for start in starts:
        yield start, verb, weight / len(starts)


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
    for end, scene in islice(_endings(segments, beginning, offset), _MOST):
        content = (Span.of(text, beginning, _with_closing_mark(segments, beginning, end)),)
        yield _reading(segments, content, scene, scene.verb_reporting(beginning, end))


def _endings(segments: Segments, beginning: int, offset: int) -> Iterator[tuple[int, Scene]]:
    """Where a content may end that begins at an offset, or with the mark before it."""
    quotation = segments.around("quotation", offset)
    ends: list[tuple[int, Scene]] = []
    if quotation and quotation.start == beginning:
        outer = Scene.around(segments, beginning, is_outer=True)
        ends = [(end, outer) for end, _ in outer.ends_after(beginning)] if outer else []
    yield from ends[:_MOST_QUOTED]
    inner = Scene.around(segments, offset) if beginning < offset or not ends else None
    if inner:
        yield from ((end, inner) for end, _ in inner.ends_after(offset))
    yield from ends[_MOST_QUOTED:]


def _reading(segments: Segments, content: Fragments, scene: Scene, verb: Group | None) -> Reading:
    """A content with what rules know to report it, else with a verb and who seems to speak."""
    known = attributed(segments, content)
    if known.cue and not _runs_into(known, content):
        return known
    start = content[0].start
    source = next(iter(guesses(segments, content, scene)), None)
    cue: Fragments = ()
    if source and source == owner_before(scene, start):
        cue = scene.between(source.end, start)
    elif verb is not None:
        cue = (scene.cue_before(verb, start),)
    return Reading(content, cue, (source,) if source else ())


def _sources(segments: Segments, offset: int) -> Iterator[Span]:
    text = segments.text
    for report in reports_near(segments, offset):
        for start, end in report.source:
            if start <= offset < end:
                yield Span.of(text, start, end)
    scene = Scene.around(segments, offset)
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
    scene = Scene.around(segments, offset)
    if scene and (verb := scene.verb_at(offset)) is not None:
        yield scene.cue(verb)
    if word := segments.around("word", offset):
        yield word


_MOST: Final = 8
"""Readings of one kind, at most: nobody goes through more."""
_MOST_QUOTED: Final = 2
"""Ends with or after a quotation that are tried before those inside it."""
_LIKELY: Final = (0.6, 0.25, 0.1)
"""How likely the last verb before a word, the one before that … tell of what the word is in."""
_OF_NOUNS: Final = 0.4
"""How likely a noun before "to", "that", "of" … does."""

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


def _holds(stretches: Iterable[Stretch], offset: int) -> bool:
    return any(start <= offset < end for start, end in stretches)


def _extent(span: Span) -> int:
    return span.end - span.start


def _length(report: Report) -> int:
    return sum(end - start for start, end in report.content)
