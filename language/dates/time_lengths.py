"""What the words of a length of time, of a repetition, or of "now" and "soon" say: TIMEX3 values.

Lengths are ISO 8601 durations, with X for a number that is not told, E for a decade, C for a
century and L for a millennium. Source: TimeML 1.2.1, TIMEX3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from language.dates.words import Word

REFERENCES: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
"""The value of an expression that only says before, about or after now."""

_UNITS: Final = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
LENGTHS: Final = (
    {f"a_{unit}": letter for unit, letter in _UNITS.items()}
    | {f"{unit}s": letter for unit, letter in _UNITS.items()}
    | {"centuries": "C"}
)
"""The unit of a length by the kind of its word."""

_HALVES: Final = {
    "TM": "30S",
    "TH": "30M",
    "D": "T12H",
    "M": "15D",
    "Y": "6M",
    "E": "5Y",
    "C": "50Y",
}
"""Half of a unit, in the next smaller one."""

_FORTNIGHTS: Final = ("a_fortnight", "fortnights")
_REGULARLY: Final = ("P1D", "P1W", "P1M", "P1Q", "P1Y")
_STEPS: Final = ("other", "ordinal")
_REFERRING: Final = ("reference", "past", "recent", "coming", "which", "then")
PARTS_OF_DAY: Final = {1: "MO", 2: "AF", 3: "EV", 4: "NI"}
"""The code of a part of the day by its number: morning, afternoon, evening, night."""

SEASONS: Final = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
"""The code of a season by its number, from spring."""


def amount_of(words: Iterable[Word]) -> int | None:
    """The number that words such as "two hundred" and "a" say; None for "several"."""
    amount: int | None = None
    for word in words:
        match word.kind:
            case "number" | "day" | "couple":
                is_one_of_tens = amount and amount % 10 == 0 and word.number < 10
                amount = (amount or 0) + word.number if is_one_of_tens else word.number
            case "times":
                amount = (amount or 1) * word.number
            case "a" | "also" | "per":
                amount = amount or 1
    return amount


def length_of(words: Sequence[Word]) -> str:
    """The value of a length of time: "two weeks" is P2W, "several days" PXD."""
    place = next(place for place, word in enumerate(words) if word.kind in LENGTHS)
    kind = words[place].kind
    unit = LENGTHS[kind]
    before, after = ({word.kind for word in part} for part in (words[:place], words[place:]))
    amount = None if "vague" in before else amount_of(words[:place])
    if kind in _FORTNIGHTS:
        amount = None if kind != "a_fortnight" and amount is None else 2 * (amount or 1)
    time, letter = ("T", unit[1]) if unit[0] == "T" else ("", unit)
    if (before | after) & {"half", "fraction"} and unit in _HALVES:
        is_all = "half" not in after and not before & {"number", "day"}
        whole = "" if is_all else f"{amount}{letter}"
        return f"P{time}{whole}{_HALVES[unit]}"
    if amount is None and kind.startswith("a_") and "vague" not in before:
        amount = 1
    return f"P{time}{'X' if amount is None else amount}{letter}"


def repetition_of(words: Sequence[Word]) -> str:
    """The value of a repetition: "every two weeks" is P2W, "every Monday" XXXX-WXX-1."""
    last = words[-1]
    match last.kind:
        case "regularly":
            return _REGULARLY[last.number]
        case "weekday" | "weekdays":
            return f"XXXX-WXX-{last.number + 1}"
        case "month" | "maybe_month":
            return f"XXXX-{last.number:02}"
        case "season":
            return f"XXXX-{SEASONS[last.number]}"
        case "part_of_day":
            return f"XXXX-XX-XXT{PARTS_OF_DAY[last.number]}"
        case _:
            other = next((word.number for word in words if word.kind in _STEPS), None)
            rate = next((n for n, word in enumerate(words) if word.kind == "rate"), -1)
            words = words[rate + 1 :]
            return length_of(words) if other is None else f"P{other}{LENGTHS[last.kind]}"


def reference_of(words: Sequence[Word]) -> str:
    """The value of "recently", "now" and "soon", and of "recent years" and "coming weeks"."""
    number = next(word.number for word in words if word.kind in _REFERRING)
    return REFERENCES[number]
