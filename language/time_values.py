"""Calendar arithmetic on TIMEX3 values, and the EDTF that says the same.

Units are named as in TIMEX3 durations: `TS TM TH D W M Q Y`, and as in TIMEX2, which TIMEX3
follows, `E` decade, `C` century, `L` millennium; `WE` is a weekend.
Sources: TimeML 1.2.1, TIMEX3; EDTF, ISO 8601-2:2019.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

DAYS_IN_UNIT = {"TS": 0, "TM": 0, "TH": 0, "D": 1, "W": 7, "WE": 7}
MONTHS_IN_UNIT = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
HALVES = {"TH": "PT30M", "D": "PT12H", "M": "P15D", "Y": "P6M", "E": "P5Y", "C": "P50Y"}
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}

_CALENDAR_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(?:(\d\d:\d\d)|[A-Z]{2})")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_DECADE_OR_CENTURY = re.compile(r"\d{2,3}")

_EDTF_DATE = re.compile(
    r"(?:\d{4}|\d{3}X|\d\dXX|XXXX)"
    r"(?:-(?:0[1-9]|1[0-2]|XX|2[1-9]|3\d|4[01])(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?"
)
_EDTF_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?"
)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units, to the month's last day where it is shorter.

    Raises `OverflowError` outside the years 1 to 9999.
    """
    if unit in DAYS_IN_UNIT:
        return day + timedelta(days=count * DAYS_IN_UNIT[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_IN_UNIT[unit], 12)
    if not 1 <= year <= 9999:
        raise OverflowError("no such year")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def value_of(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that `day` lies in: its week, month, quarter …"""
    year, week, _ = day.isocalendar()
    match unit:
        case "W":
            return f"{year:04}-W{week:02}"
        case "WE":
            return f"{year:04}-W{week:02}-WE"
        case "M":
            return f"{day.year:04}-{day.month:02}"
        case "Q":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "Y":
            return f"{day.year:04}"
        case "E":
            return f"{day.year // 10:03}"
        case "C":
            return f"{day.year // 100:02}"
        case "L":
            return f"{day.year // 1000}"
        case _:
            return day.isoformat()


def duration(count: int | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None counts an unknown number of them."""
    number = "X" if count is None else str(count)
    match unit:
        case "TS" | "TM" | "TH":
            return f"PT{number}{unit[1]}"
        case "Q":
            return "PXM" if count is None else f"P{3 * count}M"
        case _:
            return f"P{number}{unit}"


def first_day(value: str) -> date | None:
    """The first day of a TIMEX3 calendar value; None for other values."""
    if week := _WEEK.fullmatch(value):
        return date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return day_of(int(quarter[1]), 3 * int(quarter[2]) - 2, 1)
    if parts := _CALENDAR_DATE.match(value):
        return day_of(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    return None


def unit_of(value: str) -> str:
    """The unit a TIMEX3 calendar value names, "" for other values."""
    if week := _WEEK.fullmatch(value):
        return "WE" if week[3] else "W"
    if re.fullmatch(r"\d{4}-Q[1-4]", value):
        return "Q"
    if parts := _CALENDAR_DATE.match(value):
        return "D" if parts[3] else "M" if parts[2] else "Y"
    return ""


def edtf_of(value: str) -> str:
    """The EDTF of a TIMEX3 value, "" where EDTF has none (durations, sets, PRESENT_REF).

    A value may carry EDTF's own `~` (approximate) or be an interval `first/last`; `~` is dropped
    where EDTF does not take it: on weeks, times, seasons.
    """
    if "/" in value:
        first, last = (edtf_of(part) for part in value.split("/", 1))
        return f"{first}/{last}" if first and last else ""
    exact = value.rstrip("~")
    if _CALENDAR_DATE.fullmatch(exact):
        return value if first_day(exact) else ""
    if time := _TIME.fullmatch(exact):
        return f"{time[1]}T{time[2]}:00" if time[2] else time[1]
    if _WEEK.fullmatch(exact) and (monday := first_day(exact)):
        last_day = monday + timedelta(days=1 if exact.endswith("WE") else 6)
        return f"{monday}/{last_day}"
    if part := _PART_OF_YEAR.fullmatch(exact):
        year, name = part.groups()
        code = SEASONS.get(name) or {"Q": 32, "H": 39}[name[0]] + int(name[1])
        return f"{year}-{code}"
    if _DECADE_OR_CENTURY.fullmatch(exact):
        return exact.ljust(4, "X")
    return ""


def is_edtf(value: str) -> bool:
    """Whether `value` is an EDTF date, date-time, season or interval, as far as news needs it.

    Source: EDTF levels 0 and 1, with the quarters and halves of a year of level 2.
    """
    ends = value.split("/")
    if len(ends) == 2 and ends != ["..", ".."] and ends != ["", ""]:
        return all(end in ("", "..") or _is_edtf_date(end) for end in ends)
    return len(ends) == 1 and (_is_edtf_date(value) or _is_edtf_time(value))


def _is_edtf_date(value: str) -> bool:
    if not _EDTF_DATE.fullmatch(value):
        return False
    exact = value.rstrip("?~%")
    if len(exact) == 10 and "X" not in exact:
        return first_day(exact) is not None
    return not (len(exact) == 10 and int(exact[5:7].replace("X", "1")) > 12)


def _is_edtf_time(value: str) -> bool:
    return bool(_EDTF_TIME.fullmatch(value)) and first_day(value[:10]) is not None
