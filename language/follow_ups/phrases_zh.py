"""Event phrases and places in Chinese: the noun with what modifies it directly."""

from __future__ import annotations

import re
from typing import Final

from language.dates.edtf import dates_in
from language.follow_ups.words import OTHER_EVENTS, TYPES
from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

_NOUNS: Final = re.compile(
    alternatives(word for word in (*TYPES, *OTHER_EVENTS) if word[0] > "\u2e80")
)
_BEFORE_PHRASE: Final = alternatives(
    words_of(
        "的 举行 进行 召开 举办 主办 出席 参加 恢复 重启 推迟 取消 开始 开启 启动 结束"
        " 展开 商定 计划 同意 发表 对 在 将 于 与 和 同 就 并 了 会后 原定 达成 邀请"
    )
)
_BORDERS: Final = re.compile(rf"{_BEFORE_PHRASE}|[0-9\s]|[年月日号旬]")
_CLAUSE: Final = re.compile(r"[^，。；：！？“”「」\n]+")
_LEADING: Final = re.compile(r"(?:之?[前后内]|以[前后]|起|将|再次|就|开始)+")
_AHEAD: Final = re.compile(r"(?:最迟)?[将拟](?:于|在)?|计划(?:于|在)?|定于|商定(?:于)?")
_LONGEST: Final = 14


def chinese_event_around(text: str, offset: int, start: int, end: int) -> tuple[int, int]:
    """The event phrase around an offset, or that of its clause, in the sentence `[start, end)`.

    Without an event noun: what is to be done, after the date.
    """
    clause = next(
        (each.span() for each in _CLAUSE.finditer(text, start, end) if each.end() > offset),
        (start, end),
    )
    phrases = [
        (_phrase_start(text, clause[0], noun.start()), _with_object(text, noun, clause[1]))
        for noun in _NOUNS.finditer(text, *clause)
    ]
    if phrases:
        return min(phrases, key=lambda place: _distance(place, offset))
    return _what_is_done(text, *clause)


def _distance(place: tuple[int, int], offset: int) -> int:
    return max(place[0] - offset, offset - place[1] + 1, 0)


def _phrase_start(text: str, start: int, noun: int) -> int:
    first = max(start, noun - _LONGEST)
    borders = [border.end() for border in _BORDERS.finditer(text, first, noun)]
    dates = [found.end or 0 for found in dates_in(text, start, noun, None, "zh")]
    return max([*borders, *dates], default=start if first == start else noun)


_OBJECT: Final = re.compile(r"(?:[^\W\d_的并和与将了]){2,8}?(?=，|。|并|后|的|$)")


def _with_object(text: str, noun: re.Match[str], end: int) -> int:
    """The end of a phrase: a verb of visiting takes where it leads."""
    if noun[0] not in ("访问", "出访"):
        return noun.end()
    found = _OBJECT.match(text, noun.end(), end)
    return found.end() if found else noun.end()


def _what_is_done(text: str, start: int, end: int) -> tuple[int, int]:
    dates = [found.end or 0 for found in dates_in(text, start, end, None, "zh")]
    ahead = [found.end() for found in _AHEAD.finditer(text, start, end)]
    first = max([*dates, *ahead], default=start)
    leading = _LEADING.match(text, first, end)
    first = leading.end() if leading else first
    return (first, end) if first < end else (start, end)


_PLACE: Final = re.compile(
    r"在(?P<at>[^，。；：的在0-9]{2,10}?)(?=举行|召开|举办|开幕|会晤|会见|会谈|进行|启动|同|与|签署)"
    r"|对(?P<of>[^，。；：的]{2,10}?)(?=进行)"
    r"|(?:出访|访问|赴|前往|飞往|抵达)(?P<to>[^，。；：的并0-9]{2,8}?)(?=，|。|并|进行|出席|参加|的|$)"
)


def chinese_place(text: str, start: int, end: int) -> str:
    """Where an event takes place: 在…举行, 对…进行, 访问…; "" if its clause does not tell."""
    found = _PLACE.search(text, start, end)
    return found[found.lastgroup] if found and found.lastgroup else ""


def chinese_clause(text: str, phrase: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The clause of an event phrase in the sentence `[start, end)`."""
    found = (each.span() for each in _CLAUSE.finditer(text, start, end))
    return next((each for each in found if each[0] <= phrase[0] < each[1]), phrase)
