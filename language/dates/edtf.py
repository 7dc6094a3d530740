"""The dates a text gives, as EDTF.

Calendar dates only: a length of time ("two weeks") or a repetition ("every Monday") is none.
"""

from __future__ import annotations

from datetime import date

from language.dates.calendar_periods import Period
from language.dates.time_readings import readings_in
from store.records import EventDate


def dates_in(
    text: str,
    start: int,
    end: int,
    written: date | None,
    language: str = "en",
    direction: int | None = None,
) -> list[EventDate]:
    """The date expressions in `text[start:end]`, in order, none overlapping.

    Offsets are code points of `text`, end exclusive; the value is EDTF, "" where it cannot be
    told (03/04/2031; "next month" when `written`, the day of publication, is None). `language`
    is a BCP 47 tag: English, French and Chinese words are known, elsewhere dates in digits.
    A bare weekday or month lies ahead or behind as the sentence around it tells, which may be
    read beyond `start` and `end`; or as `direction` does (`FUTURE`, `PAST`), if that is known.
    """
    found: list[EventDate] = []
    for reading in readings_in(text, start, end, written, language, direction):
        expression = reading.expression
        if expression.sort != "date":
            continue
        if reading.whole:
            found.append(_date(text, expression.start, expression.end, reading.whole))
        else:
            for part, period in zip(expression.parts, reading.periods, strict=True):
                found.append(_date(text, part.start, part.end, period))
    return found


def _date(text: str, start: int, end: int, period: Period | None) -> EventDate:
    return EventDate(start, end, text[start:end], period.value if period else "")
