"""Whose words a content may be, where no rule is certain: what its sentence names, in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from language.quotes.attribution import attribution
from language.quotes.scenes import Scene
from language.segments import Segments
from language.word_lists import words_of
from store.records import Fragments, Span


def source_guesses(segments: Segments, content: Fragments) -> list[Span]:
    """The words near a content that may name who said it, the likeliest first.

    Who a report names, whose word it is ("her wish to …"), who does what the verb before it says,
    by whom it is done; then those with less of their words, and who else the sentence names.
    """
    if not content:
        return []
    known = attribution(segments, content, ()).source[:1]
    scene = scene_of(segments, content)
    guessed = guesses(segments, content, scene, known) if scene else ()
    return list(dict.fromkeys((*known, *guessed)))


def guesses(
    segments: Segments, content: Fragments, scene: Scene, known: Fragments = ()
) -> Iterator[Span]:
    """Those of them that a scene names, the likeliest first; some may come more than once.

    `known` is the source that a report names.
    """
    for span in _guesses(segments, content, scene, known):
        if not any(span.start < part.end and part.start < span.end for part in content):
            yield span


def _guesses(
    segments: Segments, content: Fragments, scene: Scene, known: Fragments
) -> Iterator[Span]:
    start, end = content[0].start, content[-1].end
    owner = owner_before(scene, start)
    verb = scene.verb_reporting(start, end)
    doers = list(dict.fromkeys(_doers(scene, start)))
    before = list(scene.nouns_between(scene.start, start))[::-1]
    after = list(scene.nouns_between(end, scene.end))
    if verb and verb.first >= scene.number_at(end):  # by whom that is done
        yield from _with_more(scene, after[:1])
    agent = _agent(scene, start)
    if owner:
        yield owner
    if agent and verb and scene.is_passive(verb):
        yield agent
    yield from doers[:1]
    if not doers:
        yield from (*after[:1], *before[:1])
    for first in (*known, *doers[:1]):
        if shorter := _HEAD.match(first.text):
            yield Span.of(segments.text, first.start, first.start + shorter.end())
    if possessor := _possessor(scene, start):
        yield possessor
    yield from doers[1:]
    if agent:
        yield agent
    yield from _with_more(scene, after[:1])
    yield from (each for each in _with_more(scene, before[:1]) if each.end <= start)
    if whole := _words_before(scene, start):
        yield whole
    yield from (*before[1:3], *after[1:3], *before[3:])


def _with_more(scene: Scene, nouns: Iterable[Span]) -> Iterator[Span]:
    """Noun phrases with all that "of", "in" … add to them, then without."""
    for noun in nouns:
        yield from list(scene.phrases_at(noun.start))[::-1][:1]
        yield noun


def next_of(spans: Sequence[Span], now: Fragments) -> Span:
    """The span after the one that is taken now; the first where none of them is."""
    places = [number for number, span in enumerate(spans) if now == (span,)]
    return spans[(places[0] + 1) % len(spans)] if places else spans[0]


def scene_of(segments: Segments, content: Fragments) -> Scene | None:
    """The sentence that a content stands in; the words in the quotation marks around it alone."""
    first = content[0]
    quotation = segments.around("quotation", first.start)
    is_inside = quotation is not None and quotation.start < first.start
    return Scene.around(segments, first.start, is_outer=not is_inside)


def owner_before(scene: Scene, start: int) -> Span | None:
    """Whose word it is that stands before a content: "her wish to …", "Savik’s view of …"."""
    classes = scene.words.classes
    place = scene.number_at(start) - 1
    if place >= 0 and classes[place] in "IOT":
        place -= 1
    noun = place
    while place >= 0 and noun - place < _LONGEST and classes[place] in "NP0R":
        place -= 1
    return _possessive(scene, place) if 0 <= place < noun else None


def _words_before(scene: Scene, start: int) -> Span | None:
    """All words of a clause before the verb that may report a content, or before its last word."""
    classes = scene.words.classes
    verbs = scene.verbs_before(start)
    last = (verbs[0].first if verbs else scene.number_at(start) - 1) - 1
    first = last
    while first > 0 and classes[first - 1] not in _CLAUSE_BORDERS:
        first -= 1
    while first < last and classes[first] in "CR":
        first += 1
    return scene.span(first, last) if 0 <= first <= last and classes[last] in "NP)L0" else None


def _possessor(scene: Scene, start: int) -> Span | None:
    """The nearest possessive before a content."""
    last = scene.number_at(start) - 1
    for place in range(last, max(-1, last - _FARTHEST), -1):
        if found := _possessive(scene, place):
            return found
    return None


def _possessive(scene: Scene, place: int) -> Span | None:
    classes, lowers = scene.words.classes, scene.words.lowers
    if lowers[place] in _POSSESSIVES:
        return scene.span(place, place)
    if classes[place] != "'":
        return None
    first = place
    while first > 0 and classes[first - 1] in "NP0D":
        first -= 1
        if classes[first] == "D":
            break
    return scene.span(first, place) if first < place else None


def _doers(scene: Scene, start: int) -> Iterator[Span]:
    """The subjects of the verbs before a content, the nearest first."""
    verbs = scene.verbs_before(start)
    if verbs and (nearest := scene.subject(verbs[0])):
        yield nearest
    for verb in verbs:
        if subject := scene.own_subject(verb):
            yield subject


def _agent(scene: Scene, start: int) -> Span | None:
    """By whom something is done: "was called a fraud by the council"."""
    lowers = scene.words.lowers
    for place in range(scene.number_at(start), len(lowers) - 1):
        if lowers[place] == "by":
            nouns = scene.nouns_between(scene.start + scene.words.starts[place + 1], scene.end)
            return next(nouns, None)
    return None


_CLAUSE_BORDERS: Final = frozenset(",;-.(SWAVMBH")
_POSSESSIVES: Final = words_of("his her its their my our your whose")
_LONGEST: Final = 5
"""Words between a possessive and what its noun is about, at most."""
_FARTHEST: Final = 14
_HEAD: Final = re.compile(r".+?(?=,|\s(?:who|which|that|in|on|at|with|for|from)\s)", re.DOTALL)
"""A source without what is said of whom it names."""
