"""How words make a date: the shapes of date expressions, and what an expression says.

The shapes are the same for all languages; each language has its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from language.date_words import FILLERS, Word

_YEAR = (
    "(year|maybe_year|relative_year|(which|coming|narrative) a_year"
    "|a_year (which_after|narrative_after))"
)
_OF_YEAR = f"(comma? (of|in)? the? {_YEAR})"
_MONTH = "(month|maybe_month)"
_DAY = "(day|ordinal|date)"
_EDGE = "(the? ((edge|later) (dash|in|of)?|end of) the?)"
_UNIT = "(a_week|a_weekend|a_month|a_quarter|a_year|a_decade|a_century)"
_COUNT = "(number|day|a)"
_COUNTED = (
    "(a_day|a_week|a_month|a_year|a_decade|a_century"
    "|days|weeks|weekends|months|quarters|years|decades|centuries)"
)
_WEEKDAY = "(weekday comma?)"
_DAY_OF_MONTH = f"({_WEEKDAY}? ({_MONTH} {_DAY}|the? {_DAY} of? {_MONTH}))"
_PART = "((ordinal|which) dash? (a_day|a_week|a_quarter|half|weekday))"
_WHICH = "(which|coming)"
_OF_MONTH = f"((of|in) the? ({_MONTH} {_OF_YEAR}?|{_WHICH}? a_month|a_month which_after))"
_AFTER_PREPOSITION = "(?<=preposition|in|to|about)"

_SINGLES = (
    "full_date",
    f"about? {_DAY_OF_MONTH} {_OF_YEAR}? part_of_day?",
    f"{_YEAR}? of? {_MONTH} date weekday?",
    f"(about|{_EDGE})? {_MONTH} {_OF_YEAR}",
    f"{_YEAR} {_MONTH} end?",
    f"({_EDGE}|the? {_WHICH}) {_MONTH}|{_MONTH} (which_after|end)|month",
    f"({_AFTER_PREPOSITION}|(?<=for)) maybe_month",
    f"{_EDGE}? the? {_PART} {_OF_MONTH}",
    f"{_EDGE}? the? {_PART} ({_OF_YEAR}|of the a_year)",
    f"{_YEAR} (ordinal a_quarter|season)|{_YEAR}? half_of_year",
    f"(half_of_year|quarter_of_year) {_OF_YEAR}?",
    f"{_EDGE}? the? ordinal dash? (a_quarter|a_century)",
    f"{_EDGE}? (the? {_WHICH}|the) season ({_OF_YEAR}|which_after)?",
    f"{_EDGE}? season {_OF_YEAR}|({_EDGE}|{_AFTER_PREPOSITION}) season",
    f"{_WEEKDAY} of? the? ({_WHICH} a_week|a_week which_after)",
    f"(({_WHICH}|which_week) weekday|weekday which_after|weekday) part_of_day?",
    f"{_EDGE}? the? ({_WHICH}|narrative) {_UNIT} end?|the? narrative a_day",
    f"{_EDGE}? the? {_UNIT} (which_after|narrative_after)",
    f"{_EDGE} ({_UNIT}|a_day)|(a_year|a_month) dash? end",
    "the a_weekend",
    "edge? relative_day part_of_day?|the? which part_of_day|narrative_day",
    f"about? {_COUNT} {_COUNTED} (then|later)|then_before {_COUNT} {_COUNTED}",
    f"{_EDGE}? the? decade|the? years year",
    f"the? holiday {_OF_YEAR}?|{_WHICH} holiday",
    f"(about|{_EDGE})? (year|relative_year) (a_year? end)?",
    "(?<=preposition|in|of|the|to|about|edge) maybe_year",
    "date",
)
_JOIN = "(to|dash|and) the?"
_RANGES = (
    f"{_WEEKDAY}? {_MONTH} {_DAY} {_JOIN} {_DAY} {_OF_YEAR}?",
    f"the? {_WEEKDAY}? {_DAY} {_JOIN} {_WEEKDAY}? {_DAY} of? {_MONTH} {_OF_YEAR}?",
    f"{_DAY_OF_MONTH} {_OF_YEAR}? {_JOIN} {_DAY_OF_MONTH} {_OF_YEAR}?",
    f"{_YEAR}? {_MONTH} date {_JOIN} ({_YEAR}? {_MONTH})? date",
    f"{_EDGE}? {_MONTH} {_OF_YEAR}? {_JOIN} {_EDGE}? {_MONTH} {_OF_YEAR}?",
    f"year {_JOIN} year",
    f"weekday {_JOIN} weekday",
    f"date {_JOIN} date",
    f"full_date {_JOIN} full_date",
)


_KINDS = sorted(set(re.findall(r"[a-z_]+", " ".join(_SINGLES + _RANGES))))
_LETTERS = {kind: chr(0x100 + number) for number, kind in enumerate(_KINDS)}
_OTHER = "-"
"""Stands for the kinds that no shape has."""


def _compiled(shapes: tuple[str, ...]) -> re.Pattern[str]:
    """A regular expression over kinds, one letter a word."""
    letters = (
        re.sub(r"[a-z_]+", lambda kind: _LETTERS[kind[0]], shape).replace(" ", "")
        for shape in shapes
    )
    return re.compile("|".join(letters))


_SINGLE = _compiled(_SINGLES)
_RANGE = _compiled(_RANGES)


@dataclass(frozen=True)
class Wording:
    """What an expression says of a date, before it is known which year or week is meant.

    `which` is -1 for last, 0 for this, 1 for next; it counts `unit`s where there is one.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    half: bool = False
    ordinal: int | None = None
    holiday: int | None = None
    decade: int | None = None
    full_date: int | None = None
    relative_day: int | None = None
    which: int | None = None
    narrative: bool = False
    unit: str = ""
    of_month: bool = False
    of_year: bool = False
    count: int | None = None
    about: bool = False


class Part(NamedTuple):
    """What the code points `[start, end)` say of a date."""

    start: int
    end: int
    wording: Wording


class Expression(NamedTuple):
    """A date, or two that may be the ends of an interval, `joined_by` "to", "dash" or "and"."""

    parts: tuple[Part, ...]
    joined_by: str = ""

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end


def expressions_in(run: list[Word]) -> Iterator[Expression]:
    """The date expressions in a run of words, in order, intervals before single dates."""
    if all(word.kind in FILLERS for word in run):
        return
    letters = "".join(_LETTERS.get(word.kind, _OTHER) for word in run)
    at = 0
    while at < len(run):
        if run[at].kind == "every":
            at += 2
            continue
        if matched := _RANGE.match(letters, at):
            yield _interval(run[at : matched.end()], run[at - 1].kind if at else "")
        elif matched := _SINGLE.match(letters, at):
            yield Expression((_part(run[at : matched.end()]),))
        at = matched.end() if matched else at + 1


def _interval(words: list[Word], word_before: str) -> Expression:
    """Two dates of which each may leave to the other to say the month, the first the year."""
    middle = next(
        place
        for place, word in enumerate(words)
        if word.kind in _JOINING and words[place - 1].kind not in ("edge", "later")
    )
    first, last = _part(words[:middle]), _part(words[middle + 1 :])
    one, other = first.wording, last.wording
    one = replace(one, month=one.month or other.month, year=one.year or other.year)
    other = replace(other, month=other.month or one.month)
    between = words[middle].kind == "and" and word_before == "between"
    joined_by = "between" if between else words[middle].kind
    return Expression((first._replace(wording=one), last._replace(wording=other)), joined_by)


def _part(words: list[Word]) -> Part:
    return Part(words[0].start, words[-1].end, _wording_of(words))


_JOINING = ("to", "dash", "and")
_UNITS = {f"{unit}s": unit for unit in ("day", "week", "weekend", "month", "quarter", "decade")}
_UNITS["centuries"] = "century"


def _wording_of(words: list[Word]) -> Wording:
    """What the words of one date say."""
    kinds = [word.kind for word in words]
    said: dict[str, Any] = {}
    for place, (kind, number) in enumerate((word.kind, word.number) for word in words):
        if kind == "which" and number == -1 and {"of", "in"} & set(kinds[place:]):
            said["ordinal"] = -1
        elif kind == "which" and number == 1 and kinds[place + 1] == "weekday":
            said |= {"which": 1, "unit": "week"}
        elif kind == "a_month" and {"half", "unit", "ordinal"} & said.keys():
            said["of_month"] = True
        elif kind == "later" and place == len(words) - 1:
            said |= {"which": number, "narrative": True}
        else:
            said |= _MEANINGS[kind](number) if kind in _MEANINGS else {}
    return Wording(**said | _implied(set(kinds), said))


def _naming(field: str) -> Callable[[int], dict[str, Any]]:
    return lambda number: {field: number}


def _saying(**said: Any) -> Callable[[int], dict[str, Any]]:
    return lambda _: said


_MEANINGS: dict[str, Callable[[int], dict[str, Any]]] = {
    **{field.name: _naming(field.name) for field in fields(Wording)},
    **{f"a_{unit}": _saying(unit=unit) for unit in _UNITS.values()},
    **{plural: _saying(unit=unit) for plural, unit in _UNITS.items()},
    "a": _naming("count"),
    "a_year": _saying(of_year=True),
    "about": _saying(about=True),
    "coming": _naming("which"),
    "date": _naming("day"),
    "half": _saying(half=True),
    "half_of_year": lambda number: {"ordinal": number, "half": True},
    "maybe_month": _naming("month"),
    "maybe_year": _naming("year"),
    "narrative": lambda number: {"which": number, "narrative": True},
    "narrative_after": lambda number: {"which": number, "narrative": True},
    "narrative_day": lambda number: {"relative_day": number, "narrative": True},
    "number": _naming("count"),
    "quarter_of_year": lambda number: {"ordinal": number, "unit": "quarter"},
    "relative_year": lambda number: {"which": number, "of_year": True},
    "then": _naming("which"),
    "then_before": _naming("which"),
    "which_after": _naming("which"),
    "which_week": lambda number: {"which": number, "unit": "week"},
}


def _implied(kinds: set[str], said: dict[str, Any]) -> dict[str, Any]:
    """What an expression says by its shape rather than by one of its words."""
    if kinds & {"then", "then_before", "later"} and "which" in said and kinds & _COUNTS:
        return {"count": said.get("count", said.get("day")), "day": None}
    if "years" in kinds:
        return {"decade": said["year"], "year": None}
    if "ordinal" in kinds and not {"half", "unit", "weekday"} & said.keys():
        return {"day": said["ordinal"], "ordinal": None}
    if "part_of_day" in kinds and "which" in said and "weekday" not in said:
        return {"relative_day": said["which"]}
    is_bare_unit = "unit" in said and not {"month", "ordinal", "which"} & said.keys()
    if is_bare_unit and kinds & {"edge", "end", "later"}:
        return {"which": 0}
    return {}


_COUNTS = {"number", "a", "day"}
