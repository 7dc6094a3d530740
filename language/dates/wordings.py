"""What the words of one date or length of time say, before it is known which is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from language.dates.time_lengths import amount_of
from language.dates.words import Word


class Wording(NamedTuple):
    """What an expression says of a date, before it is known which year or week is meant.

    `which` is -1 for last, 0 for this, 1 for next; it counts `unit`s where there is one.
    `clock` is in minutes from midnight, `part_of_day` 1 for the morning to 4 for the night.
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
    century: int | None = None
    full_date: int | None = None
    relative_day: int | None = None
    which: int | None = None
    narrative: bool = False
    unit: str = ""
    of_month: bool = False
    of_year: bool = False
    amount: int | None = None
    part_of_day: int | None = None
    clock: int | None = None
    period: bool = False
    adjectival: bool = False
    about: bool = False

    @property
    def tells_day(self) -> bool:
        """Whether more than a time of day is said."""
        return not (self.narrative and self.relative_day == 0)

    @property
    def recurs(self) -> bool:
        """Whether there are many such, as Mondays and Junes; the sentence tells which."""
        is_fixed = any(
            part is not None
            for part in (
                self.full_date,
                self.decade,
                self.century,
                self.year,
                self.relative_day,
                self.amount,
            )
        )
        return not (is_fixed or self.of_year or self.of_month or self.which)

    @property
    def is_compared(self) -> bool:
        """Whether it is a period that another is compared with."""
        return self.is_year_ago or self.period

    @property
    def is_year_ago(self) -> bool:
        """Whether it is "a year ago", "a year earlier" or "the year-ago quarter"."""
        return self.amount == 1 and self.which == -1 and self.unit in ("", "year")


class Part(NamedTuple):
    """What the code points `[start, end)` say of a date."""

    start: int
    end: int
    wording: Wording


def part_of(words: list[Word]) -> Part:
    """The words of one date, read."""
    return Part(words[0].start, words[-1].end, _wording_of(words))


def ahead_of(words: list[Word]) -> Wording:
    """The date that "in two weeks" is, if the sentence looks ahead; else it says no date."""
    unit = next((_COUNTED[word.kind] for word in words if word.kind in _COUNTED), "")
    amount = amount_of(words)
    is_plain = not {word.kind for word in words} - _COUNTS - _COUNTED.keys()
    return Wording(amount=amount, unit=unit, which=1) if unit and amount and is_plain else Wording()


_UNITS = {
    f"{unit}s": unit
    for unit in ("day", "week", "fortnight", "weekend", "month", "quarter", "decade")
}
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
    return Wording(**said | _implied(words, set(kinds), said))


def _naming(field: str) -> Callable[[int], dict[str, Any]]:
    return lambda number: {field: number}


def _saying(**said: Any) -> Callable[[int], dict[str, Any]]:
    return lambda _: said


_MEANINGS: dict[str, Callable[[int], dict[str, Any]]] = {
    **{field: _naming(field) for field in Wording._fields},
    **{f"a_{unit}": _saying(unit=unit) for unit in _UNITS.values()},
    **{plural: _saying(unit=unit) for plural, unit in _UNITS.items()},
    "a": _naming("amount"),
    "a_year": _saying(of_year=True),
    "about": _saying(about=True),
    "coming": _naming("which"),
    "date": _naming("day"),
    "half": _saying(half=True),
    "half_of_year": lambda number: {"ordinal": number, "half": True},
    "maybe_month": _naming("month"),
    "maybe_season": _naming("season"),
    "maybe_year": _naming("year"),
    "narrative": lambda number: {"which": number, "narrative": True},
    "narrative_after": lambda number: {"which": number, "narrative": True},
    "narrative_day": lambda number: {"relative_day": number, "narrative": True},
    "number": _naming("amount"),
    "quarter_of_year": lambda number: {"ordinal": number, "unit": "quarter"},
    "relative_year": lambda number: {"which": number, "of_year": True},
    "then": _naming("which"),
    "then_before": _naming("which"),
    "tonight": _saying(relative_day=0, part_of_day=4),
    "which_after": _naming("which"),
    "which_week": lambda number: {"which": number, "unit": "week"},
}


def _implied(words: list[Word], kinds: set[str], said: dict[str, Any]) -> dict[str, Any]:
    """What an expression says by its shape rather than by one of its words."""
    if kinds <= _YEAR_AGO and kinds & {"then", "later"}:
        return {"amount": 1, "which": -1, "unit": "", "ordinal": None}
    if "period" in kinds and "year" in said:
        return {"period": True}
    if kinds <= _TOLD:
        unit = "quarter" if "period" in kinds else said.get("unit", "")
        return {"which": 0, "narrative": True, "unit": unit}
    if kinds >= {"ordinal", "dash", "a_quarter"}:
        return {"adjectival": True}
    if "same" in kinds or kinds == {"the", "part_of_day"}:
        unit = said.get("unit", "")
        if unit == "day" or "part_of_day" in kinds:
            return {"relative_day": 0, "narrative": True, "which": None, "unit": ""}
        return {"which": 0, "narrative": True, "unit": "quarter" if "period" in kinds else unit}
    if "clock" in kinds and not {"weekday", "relative_day", "day"} & said.keys():
        return {"relative_day": 0, "narrative": True}
    if (
        kinds & {"then", "then_before", "later", "narrative_after"}
        and "which" in said
        and kinds & _COUNTS
    ):
        return {"amount": amount_of(words), "day": None}
    if "years" in kinds:
        return {"decade": said["year"], "year": None}
    if "ordinal" in kinds and not {"half", "unit", "weekday"} & said.keys():
        return {"day": said["ordinal"], "ordinal": None}
    if "part_of_day" in kinds and "which" in said and "weekday" not in said:
        return {"relative_day": said["which"], "narrative": said["which"] == 1}
    is_bare_unit = "unit" in said and not {"month", "ordinal", "which"} & said.keys()
    if is_bare_unit and kinds & {"edge", "end", "later"}:
        return {"which": 0}
    return {}


_COUNTED = {f"a_{unit}": unit for unit in (*_UNITS.values(), "year")} | _UNITS | {"years": "year"}
_TOLD = {"the", "latest", "fiscal", "period"} | {f"a_{unit}" for unit in _UNITS.values()}
_YEAR_AGO = {"the", "a_year", "dash", "then", "later", "ordinal", "a_quarter", "period"}
_COUNTS = {"number", "a", "day", "couple", "times", "time"}
