"""What the report says is to happen: its phrase, type, date, place, status and participants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from language.dates import dates_in
from language.follow_up_words import ADJECTIVES, OTHER_EVENTS, STATUSES, TYPES, VERB_TYPES
from language.name_words import BODIES, FUNCTION_WORDS
from language.names import mentions, name_around
from language.quotes import reported_around
from language.segments import Segments
from language.word_lists import words_of
from store.records import EventDate, EventStatus, EventType, Participant, Span

_LONGEST_TITLE: Final = 80
_AUXILIARIES: Final = words_of(
    "will would shall is are was were be to has have had been being set due expected scheduled"
    " planned going supposed plans plan hopes intends agreed also again next not now"
)
_PLACE: Final = re.compile(r"[ \xa0](?:to|in|at|on|near|of|with)[ \xa0](?:the[ \xa0])?")
_TO_PLACE: Final = re.compile(r"(?<!\w)(?:to|in|at|near|à|en|au)[ \xa0](?:the[ \xa0])?")


def event_around(segments: Segments, offset: int) -> Span:
    """The event phrase that the word at an offset is part of.

    "state visit to Russia" around "visit"; a verb gives its phrase up to the date, "will meet
    again". A word in neither gives its clause.
    """
    word = segments.around("word", offset)
    if word is None:
        return Span.of(segments.text, 0, 0)
    sentence = segments.around("sentence", word.start) or word
    noun = _event_noun(segments, word, sentence)
    if noun:
        return _noun_phrase(segments, noun, sentence)
    if not word.text[:1].isalpha() or word.text[0] >= "\u2e80":
        return segments.around("clause", word.start) or word
    return _verb_phrase(segments, word, sentence)


def _is_event(word: str) -> bool:
    return word.lower() in TYPES or word.lower() in OTHER_EVENTS


def _event_noun(segments: Segments, word: Span, sentence: Span) -> Span | None:
    """The noun that names the event: the word, or the one it stands directly before or after."""
    if _is_event(word.text):
        following = segments.after("word", word.end)
        joined = following and segments.text[word.end : following.start] in (" ", "\xa0")
        if joined and following and following.end <= sentence.end and _is_event(following.text):
            return following
        preceding = segments.before("word", word.start)
        is_verb = preceding is not None and preceding.text.lower() in ("will", "to", "would", "and")
        return None if is_verb and word.text.lower() in VERB_TYPES else word
    name = name_around(segments, word.start)
    if name:
        return next((w for w in segments.words(name.start, name.end) if _is_event(w.text)), None)
    if word.text.lower() not in ADJECTIVES:
        return None
    for later in segments.words(word.end, min(sentence.end, word.end + 60)):
        if _is_event(later.text):
            return later
        if later.text.lower() not in ADJECTIVES:
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
    return (
        lower in ADJECTIVES
        or lower in TYPES
        or re.fullmatch(r"\d+(?:st|nd|rd|th)", word) is not None
    )


def _with_place(segments: Segments, end: int, last: int) -> int:
    """The end of an event phrase with "to Russia", "of foreign ministers" after its noun."""
    found = _PLACE.match(segments.text, end, last)
    if not found:
        return end
    of_event = segments.after("word", found.end())
    if of_event and of_event.start == found.end() and of_event.text.lower() in TYPES:
        return of_event.end
    word = segments.after("word", found.end())
    name = name_around(segments, found.end()) if word and word.start == found.end() else None
    if (
        name
        and name.start == found.end()
        and not dates_in(segments.text, name.start, name.end, None)
    ):
        return name.end
    return end


def _verb_phrase(segments: Segments, word: Span, sentence: Span) -> Span:
    """The verb with its auxiliaries, up to the date or the end of the clause."""
    clause = segments.around("clause", word.start) or sentence
    start = word.start
    while (earlier := segments.before("word", start)) and earlier.start >= clause.start:
        if earlier.text.lower() not in _AUXILIARIES:
            break
        start = earlier.start
    end = clause.end
    for found in _dates(segments, start, clause.end, None, "en"):
        if _start(found) > word.start:
            end = _before_date(segments.text, word.end, _start(found))
            break
    return Span.of(segments.text, start, max(end, word.end))


_DATE_OPENER: Final = re.compile(
    r"\s+(?:(?:on|in|at|by|from|before|until|after|during|for|starting|beginning)\s+)*(?:the\s+)?$"
)


def _before_date(text: str, start: int, end: int) -> int:
    """Where a phrase ends before a date and the preposition that leads to it."""
    opener = _DATE_OPENER.search(text, start, end)
    return opener.start() if opener else end


def event_type(phrase: str) -> EventType:
    """The type that an event phrase names: the last noun before "to", "in", "of" decides."""
    words = list(_lower_words(phrase))
    head = next((index for index, word in enumerate(words) if word in _HEAD_ENDS), len(words))
    for table in (TYPES, VERB_TYPES):
        for word in (*reversed(words[:head]), *words[head:]):
            if word in table:
                return table[word]
    return next(
        (kind for word, kind in TYPES.items() if word[0] > "\u2e80" and word in phrase), "other"
    )


_HEAD_ENDS: Final = frozenset({"to", "in", "of", "at", "on", "with", "for", "between"})


def _lower_words(phrase: str) -> Iterator[str]:
    for word in Segments(phrase).words(0, len(phrase)):
        yield word.text.lower()


_TITLE_EDGES: Final = re.compile(
    r"^(?:(?:will|would|is|are|was|were|to|be|the|a|an|his|her|its|their)\s+)+", re.IGNORECASE
)


def event_title(phrase: str) -> str:
    """A short title for an event: its phrase on one line without article and auxiliaries."""
    title = " ".join(phrase.split()).strip(" ,.;:–—-“”\"‘’'")
    title = _TITLE_EDGES.sub("", title) or title
    if len(title) <= _LONGEST_TITLE:
        return title
    return title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def event_date(
    segments: Segments, phrase: Span, written: date | None, language: str
) -> EventDate | None:
    """The date of an event: the expression in its phrase, else the next after it in its sentence's
    clause, else the last before it.
    """
    sentence = segments.around("sentence", phrase.start)
    start, end = (sentence.start, sentence.end) if sentence else (phrase.start, phrase.end)
    dates = list(_dates(segments, start, max(end, phrase.end), written, language))
    inside = [found for found in dates if phrase.start <= _start(found) < phrase.end]
    after = [
        f for f in dates if _start(f) >= phrase.end and _is_near(segments, phrase.end, _start(f))
    ]
    before = [
        f for f in dates if _end(f) <= phrase.start and _is_near(segments, _end(f), phrase.start)
    ]
    return next(
        (found for found in (*inside, *after, *reversed(before)) if found.value), None
    ) or next(iter((*inside, *after, *reversed(before))), None)


def _dates(
    segments: Segments, start: int, end: int, written: date | None, language: str
) -> list[EventDate]:
    return [
        f for f in dates_in(segments.text, start, end, written, language) if f.start is not None
    ]


def _start(found: EventDate) -> int:
    return found.start or 0


def _end(found: EventDate) -> int:
    return found.end or 0


_FAR: Final = re.compile(
    r"[;:]\s|[“”\"«»]|,\s(?:but|and|while|when|who|where|after|before)\s|[；。：]"
)


def _is_near(segments: Segments, start: int, end: int) -> bool:
    """Whether nothing between an event and a date opens another clause."""
    between = segments.text[start:end]
    return len(between) < 120 and not _FAR.search(between) and between.count(",") < 3


def event_place(segments: Segments, phrase: Span) -> str:
    """The place of an event: the name after "to", "in" or "at" in its phrase or in its clause."""
    sentence = segments.around("sentence", phrase.start)
    end = sentence.end if sentence else phrase.end
    clause = segments.around("clause", max(phrase.end - 1, phrase.start))
    limit = min(end, clause.end if clause and clause.end >= phrase.end else phrase.end)
    for found in _TO_PLACE.finditer(segments.text, phrase.start, limit):
        word = segments.after("word", found.end())
        if word is None or word.start != found.end() or word.text.lower() in FUNCTION_WORDS:
            continue
        name = name_around(segments, word.start)
        if name and name.start == word.start and _may_be_place(segments, name):
            return name.text
    return ""


def _may_be_place(segments: Segments, name: Span) -> bool:
    """Whether a name after "to" or "in" is neither a date nor itself a body or an event."""
    is_body = any(word in BODIES or _is_event(word) for word in name.text.lower().split())
    return not is_body and not dates_in(segments.text, name.start, name.end, None)


_STATUS: Final = tuple(
    (
        status,
        re.compile(
            "|".join(p if p[0] > "\u2e80" else rf"\b{p}\b" for p in patterns), re.IGNORECASE
        ),
    )
    for status, patterns in STATUSES
)


def event_status(sentence: str) -> EventStatus:
    """How an event stands by the words around it: announced, unless they say otherwise."""
    return next((status for status, words in _STATUS if words.search(sentence)), "announced")


def event_participants(
    segments: Segments, phrase: Span, participants: Sequence[Participant]
) -> tuple[str, ...]:
    """The ids of the participants that are named in an event's phrase and before it.

    Before it counts the nearest clause that names anyone, in what is said of the event; who says
    it takes no part by that.
    """
    sentence = segments.around("sentence", phrase.start)
    said = [part.start for part in reported_around(segments, phrase.start)]
    start = max((part for part in said if part <= phrase.start), default=phrase.start)
    start = max(start, sentence.start) if sentence else start
    named = sorted(
        (place, participant.id)
        for participant in participants
        for place in _places(segments, participant, start, phrase.end)
    )
    inside = [each for place, each in named if place >= phrase.start]
    clauses = [c.start for c in segments.within("clause", start, phrase.start)]
    for clause in reversed(clauses or [start]):
        near = [each for place, each in named if clause <= place < phrase.start]
        if near:
            return tuple(dict.fromkeys([*near, *inside]))
    return tuple(dict.fromkeys(inside))


def _places(segments: Segments, participant: Participant, start: int, end: int) -> Iterator[int]:
    """Where a participant is named or mentioned in `[start, end)`."""
    stretch = Segments(segments.text[start:end])
    for span in mentions(stretch, [participant.name]):
        yield start + span.start
    for span in participant.mentions:
        if start <= span.start < end:
            yield span.start
