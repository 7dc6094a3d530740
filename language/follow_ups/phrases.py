"""Where the phrase that names an event begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.follow_ups.clauses import dated, event_clause, language_of
from language.follow_ups.phrases_zh import chinese_event_around
from language.follow_ups.words import ADJECTIVES, OTHER_EVENTS, TYPES, VERB_TYPES
from language.names.described import name_around
from language.names.words import FUNCTION_WORDS
from language.segments import Segments
from language.word_lists import words_of
from store.records import Span

_AUXILIARIES: Final = words_of(
    "will would shall is are was were be to has have had been being set due expected scheduled"
    " planned going supposed plans plan hopes intends agreed also again next not now"
    " doit doivent devait devaient va vont sera seront devra devront"
)
_PLACE: Final = re.compile(
    r"[ \xa0](?:to|in|at|on|near|of|with|à|au|en|du)[ \xa0](?:the[ \xa0]|la[ \xa0])?"
)
_DURATION: Final = re.compile(
    r"(?<!\w)(?:within|in|after|dans|sous|d['’]ici)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?)(?!\w)",
    re.IGNORECASE,
)


def event_around(segments: Segments, offset: int) -> Span:
    """The event phrase that the word at an offset is part of.

    "state visit to Russia" around "visit"; a verb gives its phrase up to the date, "will meet
    again"; a date gives the event that it dates. A word in none gives its clause.
    """
    word = segments.around("word", offset)
    if word is None:
        return Span.of(segments.text, 0, 0)
    sentence = segments.around("sentence", word.start) or word
    if language_of(sentence.text) == "zh":
        place = chinese_event_around(segments.text, word.start, sentence.start, sentence.end)
        return Span.of(segments.text, *place)
    if date := _date_at(segments, word.start, sentence):
        return _dated_by(segments, date, sentence) or _verb_phrase(segments, word, sentence)
    if noun := _event_noun(segments, word, sentence):
        return _noun_phrase(segments, noun, sentence)
    if not word.text[:1].isalpha():
        return segments.around("clause", word.start) or word
    return _phrase_holding(segments, word, sentence) or _verb_phrase(segments, word, sentence)


def _date_at(segments: Segments, offset: int, sentence: Span) -> tuple[int, int] | None:
    """The date or length of time that holds an offset."""
    found = [*dated(segments, sentence.start, sentence.end)]
    durations = _DURATION.finditer(segments.text, sentence.start, sentence.end)
    found += [duration.span() for duration in durations]
    return next((place for place in found if place[0] <= offset < place[1]), None)


def _dated_by(segments: Segments, date: tuple[int, int], sentence: Span) -> Span | None:
    """The phrase of the event that a date belongs to: the nearest in its clause."""
    clause = event_clause(segments, Span.of(segments.text, *date))
    phrases = [
        phrase
        for phrase in _phrases(segments, clause.start, clause.end, sentence)
        if phrase.end <= date[0] or phrase.start >= date[1]
    ]
    if phrases:
        return min(phrases, key=lambda p: max(date[0] - p.end, p.start - date[1]))
    return _verb_before(segments, clause, date[0], sentence)


def _phrases(segments: Segments, start: int, end: int, sentence: Span) -> Iterator[Span]:
    """The phrases of the event nouns in `[start, end)`."""
    for word in segments.words(start, end):
        if is_event(word.text) and (noun := _event_noun(segments, word, sentence)):
            yield _noun_phrase(segments, noun, sentence)


_NEAR: Final = 80


def _phrase_holding(segments: Segments, word: Span, sentence: Span) -> Span | None:
    """The phrase of an event before a word that goes on to it: "meeting of harbour masters"."""
    start = max(sentence.start, word.start - _NEAR)
    phrases = _phrases(segments, start, word.start, sentence)
    return next((p for p in phrases if p.start <= word.start < p.end), None)


def _verb_before(segments: Segments, clause: Span, end: int, sentence: Span) -> Span | None:
    """What is done at the date that begins at `end`: from the last auxiliary before it, or without
    the pronoun that does it.
    """
    words = list(segments.words(clause.start, end))
    while words and _DATE_OPENER.fullmatch(segments.text, words[-1].start - 1, end):
        words.pop()
    for index in range(len(words) - 2, -1, -1):
        if words[index].text.lower() in _AUXILIARIES and _is_plain(words[index + 1].text):
            return _verb_phrase(segments, words[index + 1], sentence)
    if words and words[0].text.lower() in _PRONOUNS:
        words.pop(0)
    if not words:
        return None
    return Span.of(segments.text, words[0].start, _before_date(segments.text, words[0].end, end))


def _is_plain(word: str) -> bool:
    """Whether a word may be a verb: neither a name nor one of the small words."""
    return word[:1].islower() and word.lower() not in FUNCTION_WORDS


_PRONOUNS: Final = words_of("he she it they we i you il elle ils elles on nous vous")


def is_event(word: str) -> bool:
    """Whether a word names an event: "visit", "opening"."""
    return word.lower() in TYPES or word.lower() in OTHER_EVENTS


_ALSO_VERBS: Final = words_of("address debate launch march release return review start strike")
"""Nouns of events that after "will" and "to" are verbs."""


def _event_noun(segments: Segments, word: Span, sentence: Span) -> Span | None:
    """The noun that names the event: the word, or the one it stands directly before or after."""
    if is_event(word.text):
        following = segments.after("word", word.end)
        joined = following and segments.text[word.end : following.start] in (" ", "\xa0")
        if joined and following and following.end <= sentence.end and is_event(following.text):
            return following
        preceding = segments.before("word", word.start)
        is_verb = preceding is not None and preceding.text.lower() in ("will", "to", "would", "and")
        if is_verb and word.text.lower() in VERB_TYPES:
            return None
        is_deed = preceding is not None and preceding.text.lower() in ("will", "to", "would")
        return None if is_deed and word.text.lower() in _ALSO_VERBS else word
    name = name_around(segments, word.start)
    if name:
        return next((w for w in segments.words(name.start, name.end) if is_event(w.text)), None)
    if not _belongs_before(word.text):
        return None
    for later in segments.words(word.end, min(sentence.end, word.end + 60)):
        if is_event(later.text):
            return later
        if not _belongs_before(later.text):
            break
    return None


def _noun_phrase(segments: Segments, noun: Span, sentence: Span) -> Span:
    name = name_around(segments, noun.start)
    if name and name.start <= noun.start < name.end and name.text != noun.text:
        return name
    start = noun.start
    while word := segments.before("word", start):
        gap = segments.text[word.end : start]
        if word.start < sentence.start or gap not in (" ", "\xa0"):
            break
        if named := name_around(segments, word.start):
            start = named.start if named.end == word.end else start
            break
        if not _belongs_before(word.text):
            break
        start = word.start
    return Span.of(segments.text, start, _with_place(segments, noun.end, sentence.end))


def _belongs_before(word: str) -> bool:
    lower = word.lower()
    return lower in ADJECTIVES or lower in TYPES or _COUNTED.fullmatch(lower) is not None


_COUNTED: Final = re.compile(
    r"\d+(?:st|nd|rd|th)|\w+-(?:up|level|hour|day|week|month|year|round|nation|party)"
)


_MOST_PARTS: Final = 3


def _with_place(segments: Segments, end: int, last: int) -> int:
    """The end of an event phrase with "to Russia", "of foreign ministers" after its noun."""
    for _ in range(_MOST_PARTS):
        longer = _of_nouns(segments, end, last) or _with_name(segments, end, last)
        if not longer:
            break
        end = longer
    return end


_OF: Final = re.compile(
    r"[ \xa0]of[ \xa0](?:(?:the|an?|its|their|his|her|two|three|four|all|both)[ \xa0])?(?=[a-z])"
)


def _of_nouns(segments: Segments, end: int, last: int) -> int | None:
    """Where "of harbour ministers" ends: with its plural, or before the next small word."""
    opener = _OF.match(segments.text, end, last)
    if not opener:
        return None
    nouns: list[Span] = []
    for word in segments.words(opener.end(), last):
        gap = segments.text[nouns[-1].end : word.start] if nouns else " "
        if gap not in (" ", "\xa0") or word.text.lower() in FUNCTION_WORDS or len(nouns) == 3:
            break
        nouns.append(word)
        if word.text.endswith("s") and not word.text.endswith("ss"):
            return word.end
    is_closed = nouns and (len(nouns) < 3 or nouns[-1].end >= last)
    return nouns[-1 if is_closed else 0].end if nouns else None


def _with_name(segments: Segments, end: int, last: int) -> int | None:
    """Where "to Russia", "in Corvane" ends; None where no name follows, or that of a day."""
    found = _PLACE.match(segments.text, end, last)
    word = segments.after("word", found.end()) if found else None
    if not found or not word or word.start != found.end():
        return None
    name = name_around(segments, word.start)
    if not name or name.start != word.start:
        return None
    is_date = any(start == name.start for start, _ in dated(segments, name.start, last))
    initials = _REST_OF_INITIALS.match(segments.text, name.end, last)
    return None if is_date else initials.end() if initials else name.end


_REST_OF_INITIALS: Final = re.compile(r"(?:\.[A-Z])+\.?")


def _verb_phrase(segments: Segments, word: Span, sentence: Span) -> Span:
    """The verb with its auxiliaries, up to the date or the end of the clause."""
    clause = segments.around("clause", word.start) or sentence
    start = word.start
    while (earlier := segments.before("word", start)) and earlier.start >= clause.start:
        if earlier.text.lower() not in _AUXILIARIES:
            break
        start = earlier.start
    end = clause.end
    dates = [*dated(segments, sentence.start, sentence.end)]
    dates += [d.span() for d in _DURATION.finditer(segments.text, start, clause.end)]
    for first, last in sorted(dates):
        if word.start < first < clause.end and not _is_inside(segments.text, first, last):
            end = _before_date(segments.text, word.end, first)
            break
    return Span.of(segments.text, start, max(end, word.end))


_DATE_OPENER: Final = re.compile(
    r"\s+(?:(?!in\s+(?:on|at|by|before|after)\s)(?:on|in|at|by|from|before|until|after"
    r"|during|between|for|starting|beginning"
    r"|à|au|en|le|la|du|dès|avant|pour|pendant|d['’]ici)\s+)*(?:the\s+)?$"
)


_NAMED_BY_YEAR: Final = re.compile(r" [A-Z]")


def _is_inside(text: str, first: int, last: int) -> bool:
    """Whether a date is part of a name, as in "the 2031 Games"."""
    return text[first:last].isdigit() and _NAMED_BY_YEAR.match(text, last) is not None


def _before_date(text: str, start: int, end: int) -> int:
    """Where a phrase ends before a date and the preposition that leads to it."""
    opener = _DATE_OPENER.search(text, start, end)
    return opener.start() if opener else end
