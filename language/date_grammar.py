"""How words make a date: the shapes of date expressions, and what an expression says.

The shapes are the same for all languages; each language has its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_letters
from typing import Any

from language.date_words import UNITS, Word

_YEAR = "(year|relative_year|(which|narrative) a_year|a_year (which_after|narrative_after))"
_OF_YEAR = f"(comma? of? the? {_YEAR})"
_MONTH = "(month|maybe_month)"
_DAY = "(day|ordinal|date)"
_EDGE = "(the? edge (dash|of)? the?)"
_UNIT = "(unit|a_year)"
_COUNT = "(number|day|a)"
_WEEKDAY = "(weekday comma?)"
_DAY_OF_MONTH = f"({_WEEKDAY}? the? ({_MONTH} {_DAY}|{_DAY} of? {_MONTH}))"
_PART = "(the? (ordinal|which) dash? (unit|half)|half_of_year)"
_AFTER_PREPOSITION = "(?<=preposition|of|to|about)"

_SINGLES = (
    "full_date",
    f"{_DAY_OF_MONTH} {_OF_YEAR}? part_of_day?",
    f"{_YEAR} of? {_MONTH} {_DAY} weekday?",
    f"{_MONTH} date weekday?",
    f"{_EDGE}? {_MONTH} {_OF_YEAR}",
    f"{_YEAR} {_MONTH} edge?",
    f"({_EDGE}|the? which) {_MONTH}|{_MONTH} (which_after|edge)|month",
    f"{_AFTER_PREPOSITION} maybe_month",
    f"{_EDGE}? {_PART} of? the? ({_MONTH} {_OF_YEAR}?|which unit|unit which_after|a_year)",
    f"{_EDGE}? {_PART} {_OF_YEAR}",
    f"{_YEAR} (ordinal unit|half_of_year|season)",
    f"{_EDGE}? the? ordinal dash? unit",
    f"{_EDGE}? (the? which|the) season ({_OF_YEAR}|which_after)?",
    f"{_EDGE}? season {_OF_YEAR}|{_AFTER_PREPOSITION} season",
    f"{_WEEKDAY} of? the? (which unit|unit which_after)",
    "((which|which_week) weekday|weekday which_after|weekday) part_of_day?",
    f"{_EDGE}? the? (which|narrative) {_UNIT} edge?",
    f"{_EDGE}? the? {_UNIT} (which_after|narrative_after)",
    f"{_EDGE} {_UNIT}|{_UNIT} edge",
    "the unit",
    "edge? relative_day part_of_day?|the? which part_of_day",
    f"about? {_COUNT} ({_UNIT}|units) then|then_before {_COUNT} ({_UNIT}|units)",
    f"{_EDGE}? the? decade",
    f"the? holiday {_OF_YEAR}?|which holiday",
    f"(about|{_EDGE})? (year|relative_year) edge?",
    "date",
)
_JOIN = "(to|dash|and) the?"
_RANGES = (
    f"{_WEEKDAY}? {_MONTH} {_DAY} {_JOIN} {_DAY} {_OF_YEAR}?",
    f"the? {_WEEKDAY}? {_DAY} {_JOIN} {_WEEKDAY}? {_DAY} of? {_MONTH} {_OF_YEAR}?",
    f"{_DAY_OF_MONTH} {_OF_YEAR}? {_JOIN} {_DAY_OF_MONTH} {_OF_YEAR}?",
    f"{_YEAR}? {_MONTH} date {_JOIN} ({_YEAR}? {_MONTH})? date",
    f"{_MONTH} {_OF_YEAR}? {_JOIN} {_MONTH} {_OF_YEAR}?",
    f"year {_JOIN} year",
    f"weekday {_JOIN} weekday",
    f"date {_JOIN} date",
    f"full_date {_JOIN} full_date",
)


_KINDS = sorted(set(re.findall(r"[a-z_]+", " ".join(_SINGLES + _RANGES))))
_LETTERS = dict(zip(_KINDS, ascii_letters, strict=False))
_OTHER = "_"
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
    of_year: bool = False
    count: int | None = None
    about: bool = False


@dataclass(frozen=True)
class Expression:
    """A date, or the first and last of an interval, in the code points `[start, end)`."""

    start: int
    end: int
    first: Wording
    last: Wording | None = None
    joined_by: str = ""


def expressions_in(run: list[Word]) -> Iterator[Expression]:
    """The date expressions in a run of words, in order, the longest first where they overlap."""
    letters = "".join(_LETTERS.get(word.kind, _OTHER) for word in run)
    at = 0
    while at < len(run):
        found = _interval_at(run, letters, at) or _date_at(run, letters, at)
        if found is None:
            at += 1
        else:
            expression, at = found
            yield expression


def _date_at(run: list[Word], letters: str, at: int) -> tuple[Expression, int] | None:
    matched = _SINGLE.match(letters, at)
    if not matched:
        return None
    words = run[at : matched.end()]
    return Expression(words[0].start, words[-1].end, wording_of(words)), matched.end()


def _interval_at(run: list[Word], letters: str, at: int) -> tuple[Expression, int] | None:
    """An interval whose two ends say the same kind of date, the words of one serving both."""
    matched = _RANGE.match(letters, at)
    if not matched:
        return None
    words = run[at : matched.end()]
    middle = next(n for n, word in enumerate(words) if word.kind in ("to", "dash", "and"))
    first, last = wording_of(words[:middle]), wording_of(words[middle + 1 :])
    first = replace(first, month=first.month or last.month, year=first.year or last.year)
    last = replace(last, month=last.month or first.month)
    joined_by = words[middle].kind
    if joined_by == "and" and at and run[at - 1].kind == "between":
        joined_by = "between"
    expression = Expression(words[0].start, words[-1].end, first, last, joined_by)
    return expression, matched.end()


def wording_of(words: list[Word]) -> Wording:
    """What the words of one date say."""
    said: dict[str, Any] = {}
    for kind, number in ((word.kind, word.number) for word in words):
        match kind:
            case "which" | "which_after" | "then" | "then_before":
                said["which"] = number
            case "narrative" | "narrative_after":
                said |= {"which": number, "narrative": True}
            case "relative_year":
                said |= {"which": number, "of_year": True}
            case "which_week":
                said |= {"which": number, "unit": "week"}
            case "half_of_year":
                said |= {"ordinal": number, "half": True}
            case "a_year" | "half" | "about":
                said["of_year" if kind == "a_year" else kind] = True
            case "unit" | "units":
                said["unit"] = UNITS[number]
            case "maybe_month":
                said["month"] = number
            case "date":
                said["day"] = number
            case "number" | "a":
                said["count"] = number
            case _ if kind in _SAID:
                said[kind] = number
    kinds = {word.kind for word in words}
    return replace(Wording(**said), **_implied(kinds, said))


_SAID = Wording.__dataclass_fields__.keys()


def _implied(kinds: set[str], said: dict[str, Any]) -> dict[str, Any]:
    """What an expression says by its shape rather than by a word."""
    if kinds & {"then", "then_before"}:
        return {"count": said.get("count", said.get("day")), "day": None}
    if "ordinal" in kinds and not {"half", "unit"} & said.keys():
        return {"day": said["ordinal"], "ordinal": None}
    if "part_of_day" in kinds and "which" in said and "weekday" not in said:
        return {"relative_day": said["which"]}
    if "edge" in kinds and "which" not in said and {"unit", "of_year"} & said.keys():
        return {"which": 0}
    return {}
