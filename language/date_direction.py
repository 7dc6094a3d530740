"""Which way a sentence looks when it comes to a date: to what is past, or to what is to come."""

from __future__ import annotations

import re
from typing import NamedTuple

PAST, FUTURE, UNSAID = -1, 1, 0

_SIGHT = 160
_SIGHT_AFTER = 40
"""How many code points before and after a date are looked at."""
_CLAUSE_END = re.compile(r"[.,!?;:。，！？；：\n]")
_SENTENCE_END = re.compile(r"[.!?;:][\s”\"’]|[。！？；]|\n")


class Signs(NamedTuple):
    """The words of a language that look ahead and back, and those that move a date.

    `ahead` takes the participle with it, so that "will be signed" does not look back.
    """

    ahead: re.Pattern[str]
    back: re.Pattern[str]
    moved: re.Pattern[str]


_ENGLISH = Signs(
    re.compile(
        r"""\b(?:
            (?:will|shall|would|should|could|may|might|can|must|['’](?:ll|d))
                (?:\ (?:not|also|[a-z]+ly))?(?:\ be)?\ [a-z]+
          | to\ (?!(?:have|the|an?|his|her|its|their|school|court|parliament|prison|jail|hospital
                |power|office|war)\b)(?:be\ )?(?-i:[a-z]+)
          | due | (?:planned|scheduled|expected|set|slated)(?:\ for)? | announced\ for
          | (?:opens|starts|begins|ends|falls|expires|closes|runs)(?:\ (?:out|on|until))?
          | next | upcoming | coming
          | (?:by|until|till|before|to)\s+(?:the\ )?$
        )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:was|were|had|has|have|did|said|told|since|ago|last|held|met|began|came|went|took|made"
        r"|left|gave|won|lost|rose|fell|saw|found|spoke|[a-z]{2,}ed)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:postpon|mov|shift|delay|reschedul|push|advanc|brought forward|put (?:off|back))"
        r"[^,]{0,60}\bfrom $",
        re.IGNORECASE,
    ),
)
_FRENCH = Signs(
    re.compile(
        r"""\b(?:
            \w+(?:ra|ront|rait|raient|rai|rons)(?:\ \w+é\w{0,2})?
          | (?:va|vont|doi(?:t|vent)|devaient|devait)\ \w+(?:er|ir|re|oir)
          | prévue?s? | attendue?s? | fixée?s? | reportée?s? | prochaine?s?
          | (?:d['’]ici | avant | jusqu['’](?:au|à|en) | dès)\s+(?:le\ |la\ |l['’])?$
        )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:a|ont|avait|avaient|était|étaient|fut|furent|depuis|dernière?s?)\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:report|repouss|déplac|décal|avanc)[^,]{0,60}\b(?:du|de|d['’]) ?$", re.IGNORECASE
    ),
)
_CHINESE = Signs(
    re.compile("[将拟]|计划|预计|定于|有望|推迟至|最迟|即将|商定|争取"),
    re.compile("[了曾]|已经|以来|表示"),
    re.compile("(?:推迟|延期|提前|改期)[^，]{0,30}[从由]$"),
)
_SIGNS = {"en": _ENGLISH, "fr": _FRENCH, "zh": _CHINESE}


def direction_at(text: str, start: int, end: int, language: str) -> int:
    """Which way the sentence around `text[start:end]` looks: `PAST`, `FUTURE` or `UNSAID`.

    The last sign before it tells, or else the first after it. `language` is "en", "fr" or "zh";
    of others nothing is known.
    """
    signs = _SIGNS.get(language)
    if signs is None:
        return UNSAID
    before = _sentence_before(text, start)
    ahead, back = (_last_end(sign, before) for sign in (signs.ahead, signs.back))
    if ahead == back < 0:
        after = _CLAUSE_END.split(text[end : end + _SIGHT_AFTER])[0]
        ahead, back = (-_first_start(sign, after) for sign in (signs.ahead, signs.back))
        if ahead == back:
            return UNSAID
    return FUTURE if ahead >= back else PAST


def is_moved(text: str, start: int, language: str) -> bool:
    """Whether "to" in the expression at `start` moves one date to another, and spans no time."""
    signs = _SIGNS.get(language)
    return signs is not None and signs.moved.search(_sentence_before(text, start)) is not None


def _sentence_before(text: str, position: int) -> str:
    return _SENTENCE_END.split(text[max(0, position - _SIGHT) : position])[-1]


def _last_end(sign: re.Pattern[str], sentence: str) -> int:
    return max((found.end() for found in sign.finditer(sentence)), default=-1)


def _first_start(sign: re.Pattern[str], sentence: str) -> int:
    found = sign.search(sentence)
    return found.start() if found else len(sentence)
