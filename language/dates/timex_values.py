"""The TIMEX3 value of a period of the calendar.

Where EDTF has an interval or a code, TIMEX3 has weeks (2031-W23), weekends (2031-W23-WE), quarters
(2031-Q1), halves (2031-H1), seasons (2031-SU) and parts of a day (2031-06-14TMO).
Source: TimeML 1.2.1, TIMEX3, which takes its values from TIDES and ISO 8601.
"""

from __future__ import annotations

import re
from typing import Final

from language.dates.calendar_periods import Period
from language.dates.time_lengths import PARTS_OF_DAY, SEASONS
from language.dates.wordings import Wording

_PARTS_OF_YEAR: Final = (
    {20 + number: code for number, code in SEASONS.items()}
    | {32 + number: f"Q{number}" for number in range(1, 5)}
    | {39 + number: f"H{number}" for number in range(1, 3)}
)
_PART_OF_YEAR: Final = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])")
_LENGTH_OF_WEEKEND: Final = 1
_LENGTH_OF_WEEK: Final = 6


def timex_of(period: Period, wording: Wording) -> str:
    """The value of a date that `wording` says, or of a time of that day."""
    value = period.value.rstrip("~X")
    if part := _PART_OF_YEAR.fullmatch(value):
        return f"{part[1]}-{_PARTS_OF_YEAR[int(part[2])]}"
    if "/" in value:
        return _of_days(period, wording)
    if wording.clock is not None:
        return f"{value}T{wording.clock // 60:02}:{wording.clock % 60:02}"
    if wording.part_of_day is not None:
        return f"{value}T{PARTS_OF_DAY[wording.part_of_day]}"
    return value


def _of_days(period: Period, wording: Wording) -> str:
    """A week, a weekend, or the month that some days lie in."""
    year, week, weekday = period.first.isocalendar()
    length = (period.last - period.first).days
    if weekday == 1 and length == _LENGTH_OF_WEEK and wording.unit in ("week", "fortnight"):
        return f"{year:04}-W{week:02}"
    if length == _LENGTH_OF_WEEKEND and wording.unit == "weekend":
        return f"{year:04}-W{week:02}-WE"
    return f"{period.first:%Y-%m}"
