"""Which of two dates in EDTF lies within the other."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = {
    "21": ("03", "05"),
    "22": ("06", "08"),
    "23": ("09", "11"),
    "33": ("01", "03"),
    "34": ("04", "06"),
    "35": ("07", "09"),
    "36": ("10", "12"),
    "40": ("01", "06"),
    "41": ("07", "12"),
}
"""The first and the last month of a season, quarter or half by its code."""

_PART: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?~?")


def lies_within(one: str, other: str) -> bool:
    """Whether a date is part of another that is wider: June 14 of June, a day of its week."""
    inner, outer = _ends(one), _ends(other)
    if inner is None or outer is None or inner == outer:
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _ends(value: str) -> tuple[str, str] | None:
    """The first and the last day of a date, as what sorts by time; None where it has none."""
    first, _, last = value.partition("/")
    ends = [_PART.fullmatch(first), _PART.fullmatch(last or first)]
    if ends[0] is None or ends[1] is None:
        return None
    return _day(ends[0], 0, "01"), _day(ends[1], 1, "31")


def _day(part: re.Match[str], end: int, day: str) -> str:
    year, month = part[1], part[2] or ("01", "12")[end]
    return f"{year}-{_MONTHS.get(month, (month, month))[end]}-{part[3] or day}"
