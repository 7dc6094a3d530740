"""Which way a sentence looks when it comes to a date: to what is past, or to what is to come."""

from __future__ import annotations

import re
from typing import NamedTuple

from language.dates.direction_en import (
    EITHER,
    FUTURE,
    PAST,
    PERHAPS,
    UNSAID,
    direction_around,
)

__all__ = ["EITHER", "FUTURE", "PAST", "PERHAPS", "UNSAID", "direction_at", "moved_at"]

_SIGHT = 160
_SIGHT_AFTER = 60
"""How many code points before and after a date are looked at."""
_CLAUSE_END = re.compile(r"[.,!?;:。，！？；：\n]")
_SENTENCE_END = re.compile(r"[.!?;:][\s”\"’]|[。！？；]|\n")

_ENGLISH_SENTENCE_END = re.compile(
    r"[!?;:][\s”\"’]|\n|(?<=[a-z0-9)%]{2})(?<!\bSen)(?<!\bGov)(?<!\bMrs)(?<!\bCol)(?<!\bGen)(?<!\bRep)(?<!\bRev)\."
    r"(?=[”\"’]|\s+(?:[“\"‘(]?[A-Z]|$))"
)
"""Where a sentence ends, but not at "a.m." or "Gov."."""
_ENGLISH_CLAUSE_END = re.compile(rf"[,!?;:]|{_ENGLISH_SENTENCE_END.pattern}")


class Signs(NamedTuple):
    """The words of a language that look ahead and back, and those that move a date.

    `ahead` takes the participle with it, so that "sera signé" does not look back.
    """

    ahead: re.Pattern[str]
    back: re.Pattern[str]
    moved: re.Pattern[str]


_ADVANCED = re.compile(r"\b(?:advanc|avanc|brought forward|提前)", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:postpon|mov|shift|delay|reschedul|push|advanc|brought forward|put (?:off|back))"
    r"[^,]{0,60}\bfrom $",
    re.IGNORECASE,
)
_FRENCH = Signs(
    re.compile(
        r"""\b(?:
            \w+(?:ra|ront|rait|raient|rai|rons)(?:\ \w+é\w{0,2})?
          | (?:va|vont|doi(?:t|vent)|devaient|devait)\ \w+(?:er|ir|re|oir)
          | prévue?s? | appelée?s? | attendue?s? | fixée?s? | reportée?s? | prochaine?s?
          | (?:d['’]ici | avant | jusqu['’](?:au|à|en) | dès)\s+(?:le\ |la\ |l['’])?$
        )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:a|ont|avait|avaient|était|étaient|fut|furent|depuis|dernière?s?"
        r"|(?:est|sont)\ (?:\w+ée?s?|tenue?s?|morte?s?|venue?s?|partie?s?))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:report|repouss|déplac|décal|avanc)[^,]{0,60}\b(?:du|de|d['’]) ?$", re.IGNORECASE
    ),
)
_CHINESE = Signs(
    re.compile("[将拟]|原定|计划|预计|定于|有望|推迟至|最迟|即将|商定|争取"),
    re.compile("[了曾]|已经|以来|表示"),
    re.compile("(?:推迟|延期|提前|改期)[^，]{0,30}[从由]$"),
)
_SIGNS = {"fr": _FRENCH, "zh": _CHINESE}
_MOVES = {"en": _MOVED, "fr": _FRENCH.moved, "zh": _CHINESE.moved}


def direction_at(text: str, start: int, end: int, language: str) -> int:
    """Which way the sentence around `text[start:end]` looks: `PAST`, `FUTURE`, `EITHER`,
    `PERHAPS` or `UNSAID`.

    The last sign before it tells, or else the first after it. `language` is "en", "fr" or "zh";
    of others nothing is known.
    """
    if language == "en":
        before = text[max(0, start - _SIGHT) : start]
        before = _ENGLISH_SENTENCE_END.split(before)[-1]
        after = text[end : end + _SIGHT_AFTER].lstrip(", ")
        return direction_around(before, _ENGLISH_CLAUSE_END.split(after)[0])
    before = _sentence_before(text, start)
    signs = _SIGNS.get(language)
    if signs is None:
        return UNSAID
    ahead, back = (_last_end(sign, before) for sign in (signs.ahead, signs.back))
    if ahead == back < 0:
        after = _clause_after(text, end)
        ahead, back = (-_first_start(sign, after) for sign in (signs.ahead, signs.back))
        if ahead == back:
            return UNSAID
    return FUTURE if ahead >= back else PAST


def moved_at(text: str, start: int, language: str) -> int:
    """Which way "to" in the expression at `start` moves one date to another: `FUTURE` or, if it is
    brought forward, `PAST`; `UNSAID` where it spans time.
    """
    moved = _MOVES.get(language)
    found = moved and moved.search(_sentence_before(text, start))
    if not found:
        return UNSAID
    return PAST if _ADVANCED.search(found[0]) else FUTURE


def _sentence_before(text: str, position: int) -> str:
    return _SENTENCE_END.split(text[max(0, position - _SIGHT) : position])[-1]


def _clause_after(text: str, position: int) -> str:
    return _CLAUSE_END.split(text[position : position + _SIGHT_AFTER].lstrip(", "))[0]


def _last_end(sign: re.Pattern[str], sentence: str) -> int:
    return max((found.end() for found in sign.finditer(sentence)), default=-1)


def _first_start(sign: re.Pattern[str], sentence: str) -> int:
    found = sign.search(sentence)
    return found.start() if found else len(sentence)
