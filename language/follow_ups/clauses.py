"""The clause of a sentence that tells of an event, its language, and how the event stands in it."""

from __future__ import annotations

import re
from typing import Final

from language.dates.edtf import dates_in
from language.follow_ups.words import STATUSES
from language.names.chinese import is_han
from language.segments import Segments
from language.word_lists import words_of
from store.records import EventDate, EventStatus, Span

_BORDER: Final = re.compile(
    r"[;:]\s+|[；：]|\s[—–]\s|,\s(?:and|but|while|whereas|although|though|mais|tandis que)\s"
)
_FRENCH: Final = words_of(
    "le la les des du une un est et que qui au aux dans pour sur à sera été son sa se ne pas par"
)
_ENGLISH: Final = words_of(
    "the of and to in is was were has have had will for on with that its his her at by from be"
)
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]+")


def event_clause(segments: Segments, phrase: Span) -> Span:
    """What its sentence says of an event: up to the semicolon, colon or ", but" on each side.

    A clause that is only inserted (", planned for May,") is part of it.
    """
    sentence = segments.around("sentence", phrase.start) or phrase
    start, end = sentence.start, max(sentence.end, phrase.end)
    for border in _BORDER.finditer(segments.text, start, end):
        if border.end() <= phrase.start:
            start = border.end()
        elif border.start() >= phrase.end:
            end = border.start()
            break
    return Span.of(segments.text, start, end)


def language_of(text: str) -> str:
    """The language of a sentence, as far as its dates need it: "en", "fr" or "zh"."""
    words = [word.lower() for word in _LATIN.findall(text)]
    if sum(map(is_han, text)) > len(words):
        return "zh"
    french = sum(word in _FRENCH for word in words)
    return "fr" if french > sum(word in _ENGLISH for word in words) else "en"


def dated(segments: Segments, start: int, end: int) -> list[tuple[int, int]]:
    """The date expressions in `[start, end)` of one sentence, whatever they mean."""
    language = language_of(segments.text[start:end])
    found = dates_in(segments.text, start, end, None, language)
    return [place for place in map(place_of, found) if place]


def place_of(found: EventDate) -> tuple[int, int] | None:
    """Where a date expression stands, if it does in the text."""
    return None if found.start is None or found.end is None else (found.start, found.end)


_STATUS: Final = tuple(
    (
        status,
        re.compile(
            "|".join(p if p[0] > "\u2e80" else rf"\b{p}\b" for p in patterns), re.IGNORECASE
        ),
    )
    for status, patterns in STATUSES
)
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|should|(?:is|are|was|were|due|expected|planned|set|scheduled) to|next"
    r"|tomorrow|doit|doivent|devra\w*|sera|seront)\b|[将拟]|计划",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\b(?:after|following|at\s+the\s+(?:end|close)\s+of|après|à\s+l['’]issue\s+d(?:e|['’]une?))\s+"
    r"(?:(?:an?|the|their|his|her|its|le|la|les|une?|leur)\s+)?$",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    r"\s+(?:(?:was|were)\s+held|took\s+place|(?:has|have)\s+(?:ended|closed|taken\s+place)|ended"
    r"|closed|a\s+eu\s+lieu|s['’]est\s+tenue?)\b|(?:之?后|结束|已举行|期间)",
    re.IGNORECASE,
)


def event_status(sentence: str) -> EventStatus:
    """How an event stands by the words around it: announced, unless they say otherwise."""
    return next((status for status, words in _STATUS if words.search(sentence)), "announced")


def event_status_at(segments: Segments, phrase: Span) -> EventStatus:
    """How an event stands by its own clause: announced, unless that says otherwise.

    Held where it is plainly past: "after a meeting", "the talks ended".
    """
    clause = event_clause(segments, phrase)
    found = event_status(clause.text)
    is_behind = _BEHIND.search(segments.text, clause.start, phrase.start) or _OVER.match(
        segments.text, phrase.end, clause.end
    )
    if found == "announced" and is_behind and not _AHEAD.search(clause.text):
        return "held"
    return found
