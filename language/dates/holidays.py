"""The days of holidays that fall on the same date each year, or move by a rule.

A holiday is a number: month and day (1225), or that of a rule. Holidays that a moon's sighting
decides, such as Ramadan, are none of these.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_BY_WEEKDAY: Final = 10_000
_BY_EASTER: Final = 20_000
_EASTER: Final = _BY_EASTER + 500


def weekday_of_month(month: int, weekday: int, number: int) -> int:
    """The holiday on the first, second … Monday (0) of a month; number 5 is the last."""
    return _BY_WEEKDAY + 100 * month + 10 * number + weekday


def from_easter(days: int) -> int:
    """The holiday so many days after Easter Sunday."""
    return _EASTER + days


def day_of_holiday(year: int, holiday: int) -> date:
    """The day of a holiday in a year.

    Raises:
        ValueError: that year has no such day.
    """
    if holiday < _BY_WEEKDAY:
        return date(year, *divmod(holiday, 100))
    if holiday >= _BY_EASTER:
        return _easter(year) + timedelta(days=holiday - _EASTER)
    month, rest = divmod(holiday - _BY_WEEKDAY, 100)
    number, weekday = divmod(rest, 10)
    first, length = monthrange(year, month)
    days = range(1 + (weekday - first) % 7, length + 1, 7)
    return date(year, month, days[min(number, len(days)) - 1])


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm, Nature, 1876."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    leap_years, year_rest = divmod(rest, 4)
    sunday = (32 + 2 * century_rest + 2 * leap_years - moon - year_rest) % 7
    month, day = divmod(moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)
