"""What the report says is to happen: its phrase, type, date, place, status and participants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from language.dates.edtf import dates_in
from language.follow_ups.clauses import event_clause, event_status, event_status_at
from language.follow_ups.phrases import event_around, is_event
from language.follow_ups.phrases_zh import chinese_clause, chinese_place
from language.follow_ups.words import OCCASIONS, TYPES, VERB_TYPES
from language.names.chinese import is_han
from language.names.described import mentions, name_around
from language.names.lists import places
from language.names.words import BODIES, FUNCTION_WORDS
from language.quotes.attribution import reported_around
from language.segments import Segments
from store.records import EventDate, EventType, Participant, Span

__all__ = [
    "event_around",
    "event_date",
    "event_participants",
    "event_place",
    "event_status",
    "event_status_at",
    "event_title",
    "event_type",
]

_LONGEST_TITLE: Final = 80
_FRENCH_PLACE: Final = re.compile(r"(?<!\w)(?:à|au)[ \xa0](?:la[ \xa0])?")
_GOING_TO: Final = re.compile(
    r"\b(?:invit\w*|arriv\w+|travel\w*|fl(?:y|ies|ying)|go(?:es|ing)?|head(?:s|ing)?|due|expected)"
    r"[ \xa0](?:[^.;,“”]{0,80}?\b)?(?:to|in|for)[ \xa0](?:the[ \xa0])?"
    r"(?=[A-Z][\w ]{2,40} (?:for|on) an? )"
)
_TO_PLACE: Final = re.compile(
    r"(?<!\w)(?:to|in|at|near|visit(?:ing)?|tour(?:ing)?|(?:lea(?:ve|ves|ving)|head(?:s|ing)?"
    r"|depart(?:s|ing)?)[ \xa0]for|à|en|au)[ \xa0](?:the[ \xa0])?"
)


def event_type(phrase: str) -> EventType:
    """The type that an event phrase names: the last noun before "to", "in", "of" decides."""
    words = list(_lower_words(phrase))
    if "war games" in " ".join(words):
        return "exercise"
    head = next((index for index, word in enumerate(words) if word in _HEAD_ENDS), len(words))
    for table in (TYPES, VERB_TYPES):
        found = [word for word in (*reversed(words[:head]), *words[head:]) if word in table]
        if found[1:] and found[0] in OCCASIONS and found[1] in words[:head]:
            return table[found[1]]
        if found:
            return table[found[0]]
    return next(
        (kind for word, kind in TYPES.items() if word[0] > "\u2e80" and word in phrase), "other"
    )


_HEAD_ENDS: Final = frozenset({"to", "in", "of", "at", "on", "with", "for", "between"})


def _lower_words(phrase: str) -> Iterator[str]:
    for word in Segments(phrase).words(0, len(phrase)):
        yield word.text.lower()


_TITLE_EDGES: Final = re.compile(
    r"^(?:(?:ha[ds](?=\s+(?:\w+ly\s+)?agreed)|will|would|is|are|was|were|to|be|the|a|an|his|her|its|their"
    r"|(?:plans?|planned|plann?ing|intends?|expects?|expected|scheduled|due|set|slated|agreed|hopes"
    r"|going)(?=\s+to\s))\s+)+",
    re.IGNORECASE,
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
    """The date of an event: the expression in its phrase, else the one that it is moved to, else
    the next after it in its sentence's clause, else the last before it.
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
    moved = [
        found
        for found in dates
        if phrase.end <= _start(found) < event_clause(segments, phrase).end
        and _MOVED_TO.search(segments.text, phrase.end, _start(found))
    ]
    nearest = (*inside, *moved, *after, *reversed(before))
    return next((found for found in nearest if found.value), None) or next(iter(nearest), None)


_MOVED_TO: Final = re.compile(
    r"\b(?:postponed|moved|put\s+(?:off|back)|delayed|rescheduled|pushed\s+back|shifted|deferred"
    r"|reportée?s?|repoussée?s?|décalée?s?|avancée?s?)\b[^.;]{0,60}?\b(?:to|until|till|à|au|en)\s+"
    r"(?:the\s+|la\s+)?$|(?:推迟|延期|提前|改期|延后)[至到]?$"
)
"""What stands before the new date of an event that was moved."""


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
    r"[;:]\s|[“”\"«»]|,\s(?:but|and|while|when|who|where|after|before)\s|[，；。：]"
    r"|\b(?:cancell?ed|called off|postponed|put off|scrapped|shelved)\s(?:when|because|after)\s"
)


def _is_near(segments: Segments, start: int, end: int) -> bool:
    """Whether nothing between an event and a date opens another clause."""
    between = segments.text[start:end]
    return len(between) < 120 and not _FAR.search(between) and between.count(",") < 3


def event_place(segments: Segments, phrase: Span) -> str:
    """The place of an event: the name after "to", "in" or "at" in its phrase or in its clause."""
    if is_han(segments.text[phrase.start : phrase.start + 1]):
        return _place_in_chinese(segments, phrase)
    sentence = segments.around("sentence", phrase.start)
    end = sentence.end if sentence else phrase.end
    clause = segments.around("clause", max(phrase.end - 1, phrase.start))
    limit = min(end, clause.end if clause and clause.end >= phrase.end else phrase.end)
    wider = event_clause(segments, phrase).end
    openers = (
        *_GOING_TO.finditer(segments.text, sentence.start if sentence else 0, phrase.start),
        *_TO_PLACE.finditer(segments.text, phrase.start, limit),
        *_FRENCH_PLACE.finditer(segments.text, limit, wider),
    )
    for found in openers:
        word = segments.after("word", found.end())
        if word is None or word.start != found.end() or word.text.lower() in FUNCTION_WORDS:
            continue
        name = name_around(segments, word.start)
        if name and name.start == word.start and _may_be_place(segments, name):
            return name.text
    return _place_in_name(phrase.text)


_EVENT_NAME: Final = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*(?: [a-z]+)?")


def _place_in_name(phrase: str) -> str:
    """The town that the name of an event holds, as in "Lindhaven Energy Forum"."""
    known = places()
    for name in _EVENT_NAME.findall(phrase):
        words = name.split()
        if not any(map(is_event, words)):
            continue
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                if (found := " ".join(words[first:last])) in known:
                    return found
    return ""


def _place_in_chinese(segments: Segments, phrase: Span) -> str:
    sentence = segments.around("sentence", phrase.start) or phrase
    clause = chinese_clause(segments.text, (phrase.start, phrase.end), sentence.start, sentence.end)
    return chinese_place(segments.text, *clause)


def _may_be_place(segments: Segments, name: Span) -> bool:
    """Whether a name after "to" or "in" is neither a date nor itself a body or an event."""
    if segments.text.startswith(("'s", "’s"), name.end):
        return False
    is_body = any(word in BODIES or is_event(word) for word in name.text.lower().split())
    return not is_body and not dates_in(segments.text, name.start, name.end, None)


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
    return tuple(dict.fromkeys([*inside, *_named_after(segments, phrase, participants)]))


_WHICH: Final = re.compile(r",?\s(?:which|that|qu[e’'])")


def _named_after(
    segments: Segments, phrase: Span, participants: Sequence[Participant]
) -> Iterator[str]:
    """Who is named in what is said of an event directly after it: "the visit that Ada makes"."""
    clause = event_clause(segments, phrase)
    if _WHICH.match(segments.text, phrase.end, clause.end):
        named = (
            (place, participant.id)
            for participant in participants
            for place in _places(segments, participant, phrase.end, clause.end)
        )
        yield from (each for _, each in sorted(named))


_PARTS_OF_NAME: Final = re.compile(r"[\s·]+")


def _places(segments: Segments, participant: Participant, start: int, end: int) -> Iterator[int]:
    """Where a participant is named or mentioned in `[start, end)`."""
    words = segments.text[start:end]
    if any(part in words for part in _PARTS_OF_NAME.split(participant.name)):
        for span in mentions(Segments(words), [participant.name]):
            yield start + span.start
    for span in participant.mentions:
        if start <= span.start < end:
            yield span.start
