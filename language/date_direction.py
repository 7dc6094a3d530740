"""Which way a sentence looks when it comes to a date: to what is past, or to what is to come."""

from __future__ import annotations

import re
from typing import NamedTuple

PAST, FUTURE, UNSAID = -1, 1, 0

_SIGHT = 160
_SIGHT_AFTER = 60
"""How many code points before and after a date are looked at."""
_CLAUSE_END = re.compile(r"[.,!?;:。，！？；：\n]")
_SENTENCE_END = re.compile(r"[.!?;:][\s”\"’]|[。！？；]|\n")


_NOTHING = re.compile(r"(?!)")


class Signs(NamedTuple):
    """The words of a language that look ahead and back, and those that move a date.

    `ahead` takes the participle with it, so that "will be signed" does not look back; `perhaps`
    looks ahead where no other word looks anywhere.
    """

    ahead: re.Pattern[str]
    back: re.Pattern[str]
    moved: re.Pattern[str]
    perhaps: re.Pattern[str] = _NOTHING


_INTENDED = (
    r"(?:is|are|was|were|be|been|being|set|due|likely|ready|about|going|ha(?:ve|s|d)|needs?"
    r"|(?:plan|expect|schedul|agree|promis|pledg|propos|prepar|invit|order|ask|urg|decid|vow"
    r"|threaten|want|hop|aim|intend|slat|call|call(?:ed)? on|wait|request|requir|allow)\w*"
    r"|dates?|deadline|decisions?|plans?|bid|vote|seek|seeks|sought|slot|session)"
)
_ENGLISH = Signs(
    re.compile(
        rf"""\b(?:
            (?:will|shall|would|should|could|may|might|can|must|['’](?:ll|d)|won['’]t)
                (?:\ (?:not|also|then|[a-z]+ly))?(?:\ be)?\ [a-z]+
          | {_INTENDED}(?:\ \w+){{0,3}}?\ to\ (?!(?:the|an?|his|her|its|their)\b)
                (?:be\ )?(?-i:[a-z]+)
          | to\ be\ [a-z]+ | (?:is|are|['’]s|['’]re)\ (?:[a-z]+ly\ )?[a-z]+ing
          | due | effective | (?:planned|scheduled|expected|set|slated)(?:\ for)? | announced\ for
          | (?:opens|starts|begins|ends|falls|expires|closes|runs)(?:\ (?:out|on|until))?
          | (?:meets|arrives|leaves|visits|travels|hosts|takes|goes|returns|flies|votes|holds
              |convenes|resumes|launches|kicks|faces|plays|reopens|concludes|marks)
          | next | upcoming | coming | ahead\ of
          | (?:until|till)\s+(?:the\ )?$
        )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:was|were|had|has|have|did|said|told|since|ago|last|held|met|began|came|went|took|made"
        r"|left|gave|won|lost|rose|fell|saw|found|spoke|flew|drove|wrote|became|brought|built|bought"
        r"|caught|chose|fought|fled|got|grew|heard|kept|knew|led|paid|ran|sent|shot|sold|spent|stood"
        r"|struck|swore|thought|threw|wore|broke|drew|felt|sank|sat|slept|stole|understood|withdrew"
        r"|sought|shook|hit|[a-z]{2,}ed)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:postpon|mov|shift|delay|reschedul|push|advanc|brought forward|put (?:off|back))"
        r"[^,]{0,60}\bfrom $",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:by|before|to)\s+(?:the )?$|\bto (?!(?:have|the|an?|his|her|its|their|school|court"
        r"|parliament|prison|jail|hospital|power|office|war)\b)(?:be )?(?-i:[a-z]+)",
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
        after = _CLAUSE_END.split(text[end : end + _SIGHT_AFTER].lstrip(", "))[0]
        ahead, back = (-_first_start(sign, after) for sign in (signs.ahead, signs.back))
        if ahead == back:
            return FUTURE if signs.perhaps.search(before) else UNSAID
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
