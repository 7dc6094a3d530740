"""Which days a date's words mean, seen from the day they were written, and the EDTF for them.

EDTF has no weeks and no part of a month: a week is the interval of its days, "early June" is
June. Nothing is made more exact, or less certain, than the words are.
Source: EDTF, ISO 8601-2:2019; seasons, quarters and halves by its codes 21-24, 33-36, 40-41.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from language.dates.direction import EITHER, FUTURE, PAST
from language.dates.holidays import day_of_holiday
from language.dates.wordings import Wording

_LONG_AGO = 240
"""A bare "June" is not further back than this many days, for then the next June is nearer."""
_LEANING = 2
"""What was to come lies ahead rather than behind, unless that is so many days further off."""
_YEARS_AROUND = 4
"""February 29 comes this often."""
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_TAKES_APPROXIMATE = re.compile(r"\d{3}[\dX](-(0\d|1[0-2])(-\d\d)?)?")


class Period(NamedTuple):
    """The days from `first` to `last`, and the EDTF `value` that names them."""

    first: date
    last: date
    value: str


def period_of(wording: Wording, origin: date | None, direction: int) -> Period | None:
    """The period that `wording` means, seen from `origin`; None where it cannot be told."""
    try:
        if _is_absolute(wording):
            period = _absolute(wording)
        else:
            period = _relative(wording, origin, direction) if origin else None
    except (ValueError, OverflowError):
        return None
    if period and wording.about and _TAKES_APPROXIMATE.fullmatch(period.value):
        return period._replace(value=f"{period.value}~")
    return period


def interval(first: Period, last: Period, adjoining: bool) -> Period | None:
    """From the one to the other, where they run forward and are as exact as each other.

    `adjoining` wants nothing to lie between them, as in "June 14 and 15".
    """
    ends = first.value, last.value
    if adjoining and (last.first - first.last).days != 1:
        return None
    if len(ends[0]) != len(ends[1]) or first.first >= last.first:
        return None
    if not all(_TAKES_APPROXIMATE.fullmatch(end) for end in ends):
        return None
    return Period(first.first, last.last, "/".join(ends))


def quarter_of(year: int, like: Period) -> Period | None:
    """The quarter of another year that lies as `like` does in its own."""
    try:
        return _part_of_year(year, (like.first.month + 2) // 3, 4)
    except ValueError:
        return None


def _is_absolute(wording: Wording) -> bool:
    """Whether the words mean the same whenever they were written."""
    whole = (wording.full_date, wording.decade, wording.century, wording.year)
    is_counted_century = wording.unit == "century" and wording.ordinal is not None
    return is_counted_century or any(part is not None for part in whole)


def _absolute(wording: Wording) -> Period | None:
    if wording.full_date is not None:
        return _day(date.fromordinal(wording.full_date))
    if wording.decade is not None:
        return _years(wording.decade // 10 * 10, 10)
    if wording.century is not None:
        return _years(wording.century, 100)
    if wording.year is not None:
        return _within_year(wording, wording.year)
    return _years(100 * ((wording.ordinal or 1) - 1), 100)


def _relative(wording: Wording, origin: date, direction: int) -> Period | None:
    """What the words mean seen from `origin`."""
    if wording.relative_day is not None:
        return _day(origin + timedelta(days=wording.relative_day))
    if wording.amount is not None:
        return _unit(wording.unit or "year", origin, wording.amount * (wording.which or 0))
    if wording.of_year:
        return _within_year(wording, origin.year + (wording.which or 0))
    if wording.of_month:
        return _within_month(wording, _unit("month", origin, wording.which or 0).first)
    if wording.unit == "week" and wording.weekday is not None:
        if wording.which is None:
            return _day(_next_weekday(origin, wording.weekday) + timedelta(days=7))
        monday = _unit("week", origin, wording.which or 0).first
        return _day(monday + timedelta(days=wording.weekday))
    is_this_weekend = wording.unit == "weekend" and wording.which == 0
    if wording.unit and wording.which is not None and not is_this_weekend:
        return _unit(wording.unit, origin, wording.which)
    return _chosen(_recurrences(wording, origin), origin, wording.which, direction)


def _next_weekday(origin: date, weekday: int) -> date:
    return origin + timedelta(days=(weekday - origin.weekday()) % 7)


def _recurrences(wording: Wording, origin: date) -> Iterator[Period | None]:
    """Every period near `origin` that the words may mean: each Monday, each June, each 18th."""
    if wording.month is None and wording.weekday is not None:
        monday = _unit("week", origin, 0).first + timedelta(days=wording.weekday)
        yield from (_day(monday + timedelta(days=days)) for days in (-7, 0, 7))
    elif wording.unit == "weekend":
        yield from (_unit("weekend", origin, weeks) for weeks in (-1, 0, 1))
    elif wording.month is None and wording.day is not None:
        months = (_unit("month", origin, step).first for step in range(-2, 3))
        yield from (_day_of(month.year, month.month, wording.day) for month in months)
    else:
        first = max(1, origin.year - _YEARS_AROUND)
        last = min(9998, origin.year + _YEARS_AROUND)
        periods = (_within_year(wording, year) for year in range(first, last + 1))
        yield from periods if wording.which != 0 else _of_year(periods, origin.year)


def _of_year(periods: Iterable[Period | None], year: int) -> Iterator[Period]:
    """Those that lie in `year`, if only with their ends: "this winter" may be either."""
    return (
        period for period in periods if period and period.first.year <= year <= period.last.year
    )


def _chosen(
    recurrences: Iterable[Period | None], origin: date, which: int | None, direction: int
) -> Period | None:
    """The recurrence that last, this or next means; without such a word, the nearest ahead of
    or behind `origin`, or either where the sentence looks neither way.
    """
    periods = [period for period in recurrences if period is not None]
    if which == 1:
        periods = [period for period in periods if period.first > origin]
    elif which == -1:
        periods = [period for period in periods if period.last < origin]
    elif direction == FUTURE:
        periods = [period for period in periods if period.last >= origin] or periods
    elif direction == PAST:
        behind = [period for period in periods if period.first <= origin]
        periods = [p for p in behind if (origin - p.last).days < _LONG_AGO] or periods

    def distance(period: Period) -> int:
        ahead = (period.first - origin).days
        if direction == EITHER and ahead > 0:
            ahead -= _LEANING
        return max(ahead, (origin - period.last).days, 0)

    return min(periods, key=distance, default=None)


def _within_year(wording: Wording, year: int) -> Period | None:
    """The part of `year` that the words name, or the year; None where it has no such part."""
    if wording.holiday is not None:
        return _day(day_of_holiday(year, wording.holiday))
    if wording.month is not None:
        return _within_month(wording, date(year, wording.month, 1))
    if wording.season is not None:
        return _months(year, 3 * wording.season, 3, f"{year:04}-{20 + wording.season}")
    if wording.ordinal is None:
        return _years(year, 1)
    if wording.half:
        return _part_of_year(year, wording.ordinal, 2)
    if wording.unit == "quarter":
        return _part_of_year(year, wording.ordinal, 4)
    return None


def _part_of_year(year: int, number: int, parts: int) -> Period | None:
    """A half or a quarter; -1 is the last."""
    number = parts if number == -1 else number
    if not 1 <= number <= parts:
        return None
    length = 12 // parts
    code = {2: 39, 4: 32}[parts] + number
    return _months(year, length * (number - 1) + 1, length, f"{year:04}-{code}")


def _within_month(wording: Wording, month: date) -> Period | None:
    if wording.day is not None:
        day = _day_of(month.year, month.month, wording.day)
        return _unit("week", day.first, 0) if day and wording.unit == "week" else day
    if wording.weekday is not None and wording.ordinal is not None:
        return _weekday_of_month(month, wording.weekday, wording.ordinal)
    if wording.half or wording.unit in ("day", "week"):
        return _part_of_month(wording, month)
    return _unit("month", month, 0)


def _weekday_of_month(month: date, weekday: int, number: int) -> Period | None:
    """The first Monday of a month, the second …; -1 is the last."""
    first, length = monthrange(month.year, month.month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    place = number if number < 0 else number - 1
    return _day(month.replace(day=days[place])) if place < len(days) else None


def _part_of_month(wording: Wording, month: date) -> Period | None:
    """A half, a week counted from the month's first day or back from its last, or a day."""
    length = monthrange(month.year, month.month)[1]
    number = 2 if wording.half and wording.ordinal == -1 else wording.ordinal
    days = 15 if wording.half else 7 if wording.unit == "week" else 1
    if number is None or number * days > length:
        return None
    if number == -1:
        first, last = length - days + 1, length
    else:
        first, last = number * days - days + 1, number * days
    if wording.half and number == 2:
        last = length  # the longer half in most months
    return _days(month.replace(day=first), month.replace(day=last))


def _unit(unit: str, origin: date, steps: int) -> Period:
    """The day, week, month … so many steps after the one that `origin` lies in."""
    if unit == "day":
        return _day(origin + timedelta(days=steps))
    if unit == "fortnight":
        return _unit("week", origin, 2 * steps)
    if unit in ("week", "weekend"):
        monday = origin + timedelta(days=7 * steps - origin.weekday())
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return _days(first, monday + timedelta(days=6))
    length = _MONTHS_IN[unit]
    number = (origin.year * 12 + origin.month - 1) // length + steps
    year, month = divmod(number * length, 12)
    match unit:
        case "year":
            return _years(year, 1)
        case "decade":
            return _years(year, 10)
        case "century":
            return _years(year, 100)
        case "quarter":
            return _months(year, month + 1, 3, f"{year:04}-{33 + month // 3}")
        case _:
            return _months(year, month + 1, 1, f"{year:04}-{month + 1:02}")


def _day(day: date) -> Period:
    return Period(day, day, day.isoformat())


def _day_of(year: int, month: int, day: int) -> Period | None:
    """A day of the calendar; None where it has no such day."""
    length = monthrange(year, month)[1]
    return _day(date(year, month, day)) if 1 <= day <= length else None


def _days(first: date, last: date) -> Period:
    value = first.isoformat() if first == last else f"{first}/{last}"
    return Period(first, last, value)


def _months(year: int, month: int, length: int, value: str) -> Period:
    years, last = divmod(month + length - 2, 12)
    end = year + years
    last_day = monthrange(end, last + 1)[1]
    return Period(date(year, month, 1), date(end, last + 1, last_day), value)


def _years(year: int, length: int) -> Period:
    """A year, or the decade or century that begins with it."""
    digits = {1: 4, 10: 3, 100: 2}[length]
    value = f"{year:04}"[:digits].ljust(4, "X")
    return Period(date(max(year, 1), 1, 1), date(year + length - 1, 12, 31), value)
