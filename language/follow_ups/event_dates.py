"""The dates of a text as events need them: how far ahead each is."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from language.dates.calendar_periods import Period
from language.dates.time_readings import readings_of
from store.records import EventDate

_LENGTH_OF_A_DAY: Final = len("2031-06-14")


class Dated(NamedTuple):
    """A date `[start, end)` of a text, and the days from its writing: 0 where that lies in it."""

    start: int
    end: int
    value: str
    days: int

    def in_text(self, text: str) -> EventDate:
        """The date as an event has it."""
        return EventDate(self.start, self.end, text[self.start : self.end], self.value)

    def shifted(self, steps: int) -> Dated:
        """The same in a text that begins so many code points earlier."""
        return self._replace(start=self.start + steps, end=self.end + steps)

    @property
    def is_ahead(self) -> bool:
        """Whether it is to come."""
        return self.days > 0

    @property
    def is_past(self) -> bool:
        """Whether it is over."""
        return self.days < 0

    @property
    def is_today(self) -> bool:
        """Whether it is the day of writing itself."""
        return self.days == 0 and len(self.value) == _LENGTH_OF_A_DAY


def dates_of(text: str, written: date | None, language: str) -> list[Dated]:
    """The dates of a text, and how far ahead they are."""
    found = []
    for reading in readings_of(text, written, language):
        expression = reading.expression
        if expression.sort != "date":
            continue
        if reading.whole:
            places = [(expression.start, expression.end, reading.whole)]
        else:
            parts = zip(expression.parts, reading.periods, strict=True)
            places = [(part.start, part.end, period) for part, period in parts if period]
        for start, end, period in places:
            days = _days_ahead(period, written, _LATE.match(text, start) is not None)
            found.append(Dated(start, end, period.value, days))
    return found


_LATE: Final = re.compile(r"(?:the\s+)?(?:later|late|end)\b", re.IGNORECASE)


def _days_ahead(period: Period, written: date | None, is_late: bool) -> int:
    """How many days a period begins after the writing, or ends if the words are "later this year".

    0 where it holds the day of writing or that is not known; less where it is over.
    """
    if written is None:
        return 0
    if period.first > written:
        return (period.first - written).days
    left = (period.last - written).days
    return left if is_late or left < 0 else 0
