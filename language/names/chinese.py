"""Names in Chinese text, where no capital and no space shows them.

Certain are runs joined by "·" (安东·热林); what stands between an office and a verb of reporting
or the end of its clause (记者林知远，), or the start of a sentence and such a verb (马伦特说); what
begins with a family name, or is spelt like a foreign one, and acts or is met (周思远会见); such
names, and the last parts of joined ones, where they return; and runs of three or more of the
characters with which foreign names are spelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from language.names.words_zh import (
    ACTING,
    COMMON_WORDS,
    DOUBLE_FAMILY_NAMES,
    FAMILY_NAMES,
    MEETING,
    NO_NAME,
    OFFICES,
    REPORTING,
    SPELLING,
    STATE_ENDINGS,
    STOPS,
)
from language.quotes.reporting_words import alternatives

_EVIDENCE: Final = 200_000
"""Code points in which the names of a text are sought."""

_HAN: Final = r"\u3400-\u9fff"
_SPELT: Final = (
    rf"(?:(?!{alternatives(STOPS)})(?:[{SPELLING}]|(?<!抵)达|(?<![0-9今昨明次当即同每近])日))"
)
_JOINED: Final = rf"{_SPELT}{{1,8}}(?:·{_SPELT}{{1,8}}){{1,3}}"
_OFFICE: Final = rf"(?:{alternatives(OFFICES)})"
_VERB: Final = rf"(?:{alternatives(REPORTING)})"
_WHEN: Final = (
    r"(?:当天|当日|今天|昨天|昨日|明天|日前|近日|本周[一二三四五六日]?|上周[一二三四五六日]?"
    r"|下周[一二三四五六日]?|下个?月|本月|周[一二三四五六日]|星期[一二三四五六日天]"
    r"|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)"
)
_AFTER: Final = (
    rf"(?:{_WHEN}|还|也|则|并|又|已|均|正|再次|分别|随后|同时|强烈"
    r"|[在对向就于同与和将][^，。；：]{0,20}?)"
)
_NATIVE: Final = (
    rf"(?!{alternatives(COMMON_WORDS | STOPS)})"
    rf"(?:{alternatives(DOUBLE_FAMILY_NAMES)}|[{FAMILY_NAMES}])(?:(?!{_OFFICE})[{_HAN}]){{1,2}}?"
)
_CALLED: Final = rf"(?:{_NATIVE}|{_SPELT}{{2,6}}?)"
_DOES: Final = rf"(?:{alternatives(ACTING | REPORTING)})"
_SHORT: Final = rf"(?!{_WHEN}|{_VERB})(?:(?!{_OFFICE})[{_HAN}]){{2,4}}?"

_PERSON: Final = (
    rf"(?P<joined>{_JOINED})"
    rf"|{_OFFICE}(?P<in_office>{_SHORT})(?=[，。：；、）)（(\s]|\Z|{_AFTER}{{0,2}}{_VERB})"
    rf"|{_OFFICE}(?P<holder>{_CALLED})(?={_AFTER}{{0,2}}{_DOES}|[和与]|的|{_WHEN})"
    rf"|(?:^|(?<=[。！？；：“「）]))(?P<speaking>{_SHORT})(?={_AFTER}{{0,2}}{_VERB})"
    rf"|(?:^|(?<=[，。！？；：“「）]))(?P<acting>{_CALLED})(?={_AFTER}{{0,2}}{_DOES})"
    rf"|(?<=[和与、])(?P<beside>{_NATIVE})(?={_AFTER}{{0,2}}{_DOES})"
    rf"|(?:{alternatives(MEETING)})了?(?P<met>{_CALLED})(?=[，。；、！？]|\Z|时|后|并|和)"
)
_PLACE: Final = rf"{_SPELT}{{2,12}}(?:{alternatives(STATE_ENDINGS)})|{_SPELT}{{3,12}}"
_TITLE: Final = rf"(?P<of>[{_HAN}]{{0,16}}?)(?P<title>(?:前|代|代理|首席|候任|常务)?{_OFFICE})$"


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """An expression, made ready when the first Chinese word is met: that takes its time."""
    return re.compile(expression, re.MULTILINE)


def is_han(character: str) -> bool:
    """Whether a character is of the Chinese script."""
    return "\u3400" <= character <= "\u9fff"


def chinese_name_around(text: str, offset: int, start: int, end: int) -> tuple[int, int] | None:
    """The name in `text[start:end]`, a sentence, that holds an offset; None if none surely does."""
    known = _persons(text[:_EVIDENCE])
    for first, last in (*_persons_in(text, start, end), *_returning(text, known, start, end)):
        if first <= offset < last:
            return first, last
    for found in _compiled(_PLACE).finditer(text, start, end):
        if found.start() <= offset < found.end():
            return found.span()
    return None


def is_chinese_person(text: str, name: str) -> bool:
    """Whether a name is a person's, by what stands around it anywhere in the text."""
    return "·" in name or name in _persons(text[:_EVIDENCE])


def chinese_persons(text: str) -> dict[str, list[tuple[int, int]]]:
    """The persons of a text’s first 200,000 code points, by their names, with where each stands."""
    stretch = text[:_EVIDENCE]
    known = _persons(stretch)
    wholes = {name.rsplit("·", 1)[1]: name for name in sorted(known, reverse=True) if "·" in name}
    found: dict[str, list[tuple[int, int]]] = {}
    for first, last in _places(stretch, known):
        name = stretch[first:last]
        if not _goes_on(stretch, first, last):
            found.setdefault(wholes.get(name, name), []).append((first, last))
    return found


def _places(text: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where names stand in a text, the longest at each place, none in another."""
    lengths = sorted({len(name) for name in names}, reverse=True)
    beginnings = {name[0] for name in names}
    end = 0
    for first, character in enumerate(text):
        if first < end or character not in beginnings:
            continue
        for length in lengths:
            if (name := text[first : first + length]) in names:
                end = first + len(name)
                yield first, end
                break


def chinese_title(text: str, start: int, begin: int) -> tuple[str, str]:
    """The office that stands before a name at `start`, and whose it is; "" if there is none.

    `begin` is where its sentence begins.
    """
    before = re.split(r"[，。；：、“”「」（）()\s]", text[max(begin, start - 24) : start])[-1]
    found = _compiled(_TITLE).search(before)
    if not found:
        return "", ""
    states = list(_compiled(_PLACE).finditer(found["of"]))
    is_whole = bool(states) and states[-1].end() == len(found["of"])
    return found["title"], states[-1][0] if is_whole else ""


def _persons_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for match in _compiled(_PERSON).finditer(text, start, end):
        group = match.lastgroup or "joined"
        if group == "joined" or not NO_NAME & set(match[group]):
            found.append(match.span(group))
    return found


@lru_cache(maxsize=8)
def _persons(text: str) -> frozenset[str]:
    """The persons of a text: whole names, and the last parts by which they return."""
    wholes = {text[first:last] for first, last in _persons_in(text, 0, len(text))}
    parts = {name.rsplit("·", 1)[1] for name in wholes if "·" in name}
    return frozenset(name for name in wholes | parts if len(name) > 1)


def _returning(text: str, known: frozenset[str], start: int, end: int) -> list[tuple[int, int]]:
    """Where known names return, alone and in no longer spelt name."""
    return [
        (start + first, start + last)
        for first, last in _places(text[start:end], known)
        if not _goes_on(text, start + first, start + last)
    ]


_SPELT_NEXT: Final = rf"{_SPELT}|·"


def _goes_on(text: str, first: int, last: int) -> bool:
    is_led = first > 0 and (
        text[first - 1] == "·" or _compiled(_SPELT_NEXT).match(text, first - 1) is not None
    )
    return is_led or _compiled(_SPELT_NEXT).match(text, last) is not None
