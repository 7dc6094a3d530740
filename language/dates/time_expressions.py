"""Every expression of time in a text, with its TIMEX3 type and value.

A day or a month, a time of day, a length of time, a repetition; and words such as "now". The dates
among them are those of `dates_in`, by the same grammar, but for two that make an interval there.
Source: TimeML 1.2.1, TIMEX3.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from language.dates.date_grammar import Sort
from language.dates.time_readings import readings_of
from language.dates.timex_values import timex_of
from language.dates.wordings import Wording
from store.records import TimeExpression, TimeType


def time_expressions(
    text: str, written: date | None, language: str = "en"
) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping.

    Offsets are code points; the value is "" where it cannot be told, as of "next month" when
    `written`, the day of publication, is None. `language` is a BCP 47 tag, as for `dates_in`.
    """
    found: list[TimeExpression] = []
    for reading in readings_of(text, written, language):
        expression = reading.expression
        for part, period in zip(expression.parts, reading.periods, strict=True):
            value = timex_of(period, part.wording) if period else expression.value
            words = text[part.start : part.end]
            kind = _type(expression.sort, part.wording)
            if kind == "DURATION" and _is_rate(text, part.start, words):
                kind = "SET"
            expressed = TimeExpression(part.start, part.end, words, kind, value)
            if found and (day := _day_after(text, found[-1], expressed)):
                if len(found) > 1 and _is_same_time(text, found[-2], found[-1]):
                    found[-2] = _on_day(found[-2], day)
                found[-1] = _on_day(found[-1], day)
            found.append(expressed)
    return tuple(found)


def _on_day(time: TimeExpression, day: str) -> TimeExpression:
    value = day + time.value[len(day) :]
    return TimeExpression(time.start, time.end, time.text, time.type, value)


_LENGTH_OF_A_DAY: Final = len("2031-06-14")


_OF_A_DAY: Final = ("", "TMO", "TAF", "TEV", "TNI")


def _day_after(text: str, time: TimeExpression, day: TimeExpression) -> str:
    """The day that "on" gives a time of day, as in "10 a.m. on Friday"; "" where it does not."""
    is_day = day.value[_LENGTH_OF_A_DAY:] in _OF_A_DAY and day.value[:4].isdigit()
    is_time = time.type == "TIME" and time.value[_LENGTH_OF_A_DAY:].startswith("T")
    between = text[time.end : min(day.start, time.end + _LENGTH_OF_A_DAY)].strip(" )\xa0")
    value = day.value[:_LENGTH_OF_A_DAY]
    is_day = is_day and len(value) == _LENGTH_OF_A_DAY
    return value if is_day and is_time and between in ("on", "") else ""


def _is_same_time(text: str, time: TimeExpression, other: TimeExpression) -> bool:
    """Whether two times of day are of one day, as in "8 a.m. (0600 GMT)" and "8 a.m. to noon"."""
    is_joined = text[time.end : other.start].strip() in (
        "(",
        "to",
        "until",
        "till",
        "and",
        "-",
        "–",
    )
    return time.type == other.type == "TIME" and is_joined


_RATE: Final = re.compile(
    r"(?:\d|%|\b(?:per ?cent|[mbtr]+illion|thousand|hundred|times|hours|days|people|dollars|euros"
    r"|yuan|tons|tonnes|barrels|units))[ \xa0-]$"
)


def _is_rate(text: str, start: int, words: str) -> bool:
    """Whether it is said how often or how much: "$500 a month", "60 hours a week"."""
    is_one = words[:2] in ("a ", "an", "a-")
    return is_one and _RATE.search(text, max(0, start - 12), start) is not None


def _type(sort: Sort, wording: Wording) -> TimeType:
    if sort == "length":
        return "DURATION"
    if sort == "repetition":
        return "SET"
    is_time = wording.clock is not None or wording.part_of_day is not None
    return "TIME" if is_time else "DATE"
