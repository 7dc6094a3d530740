"""What an EDTF date says, in words, for whoever does not read EDTF."""

from __future__ import annotations

import calendar
import re
from typing import Final

from tui.dates_shown import shown_date

_ONE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)")
_PART_OF_YEAR: Final = re.compile(r"\d{4}-(?:2[1-4]|3[3-6]|4[01])([~?%]?)")
_DECADE: Final = re.compile(r"(\d{3})X")
_SURELY: Final = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}


def in_words(value: str) -> str:
    """A date in words, `2031-06~` → “about June 2031”; "" for the rarer forms of EDTF."""
    first, slash, last = value.partition("/")
    if not slash:
        return _one(value)
    if first in ("", "..") or last in ("", ".."):
        end = _one(last if first in ("", "..") else first)
        return end and (f"until {end}" if first in ("", "..") else f"from {end} on")
    ends = (_one(first), _one(last))
    return f"{ends[0]} to {ends[1]}" if all(ends) else ""


def _one(value: str) -> str:
    if part := _PART_OF_YEAR.fullmatch(value):
        return _SURELY[part[1]] + shown_date(value.rstrip("~?%"))
    if decade := _DECADE.fullmatch(value):
        return f"the {decade[1]}0s"
    known = _ONE.fullmatch(value)
    if not known:
        return ""
    year, month, day, surely = known.groups()
    try:
        month_name = calendar.month_name[int(month)] if month else ""
        weekday = calendar.weekday(int(year), int(month), int(day)) if day else None
    except ValueError:
        return ""
    date = " ".join(filter(None, (day and str(int(day)), month_name, year)))
    return _SURELY[surely] + (date if weekday is None else f"{calendar.day_name[weekday]}, {date}")
