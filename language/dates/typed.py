"""What a person means who types a date in words: "mid-June", "next month", "14 June 2031".

EDTF has no part of a month or of a year, so "mid-June" is June and "early 2032" is 2032; only
"about 2032" is 2032~. A week is the interval of its days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from language.dates.direction import FUTURE
from language.dates.edtf import dates_in
from language.dates.time_expressions import time_expressions

_LONGEST: Final = 100
_WORD_START: Final = re.compile(r"(?<![\w'’])[a-z]")
_LEADING: Final = re.compile(
    r"(?:(?:on|by|in|at|from|starting|beginning|until|before|during|le|en|au|du|dès|d['’]ici)\ )*",
    re.IGNORECASE | re.VERBOSE,
)
_OPENERS: Final = ("", "In ", "The ", "En ")
"""What may have to stand before a bare "May", "weekend" or "été" to make it a date."""

_DAYS: Final = {
    day[:3]: day
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
_SHORT_DAY: Final = re.compile(
    r"(?<![\w’'])(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs)?\b\.?", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"""(?:,?\ at)?\ ?\b
    (?:noon|midnight|\d{1,2}(?:[:.]\d\d)?\ ?[ap]\.?m\b\.?|\d{1,2}:\d\d)(?:\ on\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FORTNIGHT: Final = re.compile(r"\b(?:an?\ )?fortnight\b", re.IGNORECASE)
_WEEK_OF: Final = re.compile(r"(?:the\ )?week\ (?:of|beginning|starting)\ ", re.IGNORECASE)
_WITHIN: Final = re.compile(
    r"(?:within|in|over|during)\ (?:the\ )?(?:next|coming)\ (?=\w+\ )|within\ ", re.IGNORECASE
)
_LENGTH: Final = re.compile(r"P(\d{1,4})([DWMY])")
_LAST_WORDS: Final = re.compile(r"\ ?(?:['’]s?)?\ time$")

_DATE: Final = r"(?:\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?[~?%]?|\d{3}X|\d\dXX)"
_PART_OF_YEAR: Final = r"\d{4}-(?:2[1-9]|3\d|4[01])"
_EDTF: Final = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?|\.\./{_DATE}|{_PART_OF_YEAR}", re.ASCII)


def understood(words: str, written: date | None, language: str = "en") -> str:
    """The EDTF value of what was typed into a date field; "" when it is not understood.

    Args:
        words: a date in words or digits, in small letters or capitals, with or without "on",
            "by" or "in", and nothing beside it; EDTF is given back as it is.
        written: the day from which "next month" is seen; without it, full dates alone are told.
        language: a BCP 47 tag, as for `dates_in`.

    A bare "Monday" or "June" is the next one: what is dated by hand is to come.
    """
    typed = " ".join(words.split()).strip(" ,;:")
    if not typed or len(typed) > _LONGEST:
        return ""
    if _EDTF.fullmatch(typed):
        return typed if _is_in_calendar(typed) else ""
    if language[:2].lower() == "en":
        typed = _in_full(typed)
        if found := _WEEK_OF.match(typed):
            return _week_of(understood(typed[found.end() :], written, language))
        if written and (found := _WITHIN.match(typed)):
            return _until(typed[found.end() :], written)
    capitalised = _WORD_START.sub(lambda letter: letter[0].upper(), typed)
    for spelling in (capitalised, typed.lower()):
        for opener in _OPENERS:
            if value := _whole_value(f"{opener}{spelling}", written, language):
                return value
    return ""


def _in_full(typed: str) -> str:
    """What was typed with its weekday written in full and without a time of day."""
    typed = _LAST_WORDS.sub("", _FORTNIGHT.sub("two weeks", typed))
    typed = _SHORT_DAY.sub(lambda day: _DAYS[day[1].capitalize()], typed)
    return _TIME.sub("", typed).strip(" ,")


def _until(length: str, written: date) -> str:
    """From the day of writing to the end of a length of time; "" if it is none."""
    values = [each.value for each in time_expressions(length, written)]
    found = _LENGTH.fullmatch(values[0]) if len(values) == 1 else None
    if not found:
        return ""
    months = int(found[1]) * {"M": 1, "Y": 12}.get(found[2], 0)
    years, month = divmod(written.month - 1 + months, 12)
    try:
        length_of_month = monthrange(written.year + years, month + 1)[1]
        day = min(written.day, length_of_month)
        end = date(written.year + years, month + 1, day)
        end += timedelta(days=int(found[1]) * {"D": 1, "W": 7}.get(found[2], 0))
    except (ValueError, OverflowError):
        return ""
    return f"{written}/{end}"


def _week_of(day: str) -> str:
    """The week that a day lies in; "" if it is no day."""
    try:
        found = date.fromisoformat(day)
        monday = found - timedelta(days=found.weekday())
        return f"{monday}/{monday + timedelta(days=6)}"
    except (ValueError, OverflowError):
        return ""


def _whole_value(text: str, written: date | None, language: str) -> str:
    """The value of the one date that the text is, but for a preposition before it."""
    dates = dates_in(text, 0, len(text), written, language, direction=FUTURE)
    if len(dates) != 1 or dates[0].span is None or text[dates[0].span.end :].strip(". "):
        return ""
    return dates[0].value if _LEADING.fullmatch(text, 0, dates[0].span.start) else ""


def _is_in_calendar(edtf: str) -> bool:
    """Whether the calendar has the days of an EDTF date, and an interval runs forward."""
    ends = [end.strip("~?%") for end in edtf.split("/") if end.strip(".")]
    return all(map(_has_day, ends)) and ends == sorted(ends)


def _has_day(edtf: str) -> bool:
    match [int(digits) for digits in re.findall(r"\d+", edtf)]:
        case [year, month, day]:
            return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        case [_, month]:
            return month > 0
        case _:
            return True
