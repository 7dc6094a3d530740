"""The expressions of time in a text, each with the period that it means where it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from language.dates.calendar_periods import Period, interval, period_of, quarter_of
from language.dates.date_grammar import Expression, Sort, expressions_in
from language.dates.direction import FUTURE, PAST, PERHAPS, UNSAID, direction_at, moved_at
from language.dates.wordings import Wording
from language.dates.words import NEUTRAL, Vocabulary, runs_of_date_words


class Reading(NamedTuple):
    """An expression, the period of each of its parts, None where that cannot be told.

    `whole` is the interval that two parts make.
    """

    expression: Expression
    periods: tuple[Period | None, ...]
    whole: Period | None = None


@lru_cache(maxsize=1)
def readings_of(text: str, written: date | None, language: str) -> tuple[Reading, ...]:
    """The expressions of a whole text; those of the last text are kept for who asks next."""
    return tuple(readings_in(text, 0, len(text), written, language))


def readings_in(
    text: str,
    start: int,
    end: int,
    written: date | None,
    language: str,
    direction: int | None = None,
) -> Iterator[Reading]:
    """The expressions in `text[start:end]`, in order, none overlapping.

    A bare weekday or month lies ahead or behind as the sentence around it tells, which may be
    read beyond `start` and `end`; or as `direction` does (`FUTURE`, `PAST`), if that is known.
    """
    language = language[:2].lower()
    told = _Told(written, start)
    last: Reading | None = None
    for run in runs_of_date_words(text, start, end, _vocabulary(language)):
        for expression in expressions_in(run):
            if "\n" in text[told.at : expression.start]:
                told.forget()
            reading = _reading(text, language, expression, written, told, direction)
            told.take(reading, text)
            if last:
                if text[last.expression.end : expression.start] == " (":
                    last, reading = _of_one_day(last, reading)
                yield last
            last = reading
    if last:
        yield last


def _of_one_day(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """Both with the day of "June 8", where it stands with "Sunday" in brackets, or behind it."""
    for weekday, day in ((one, other), (other, one)):
        named, period = weekday.expression.parts[0].wording.weekday, day.periods[0]
        is_bare = named is not None and weekday.expression.parts[0].wording.day is None
        if is_bare and period and period.first == period.last and period.first.weekday() == named:
            same = weekday._replace(periods=(period, *weekday.periods[1:]))
            return (same, day) if weekday is one else (day, same)
    return one, other


@cache
def _vocabulary(language: str) -> Vocabulary:
    """The words of a language: most texts need those of one alone, which take time to prepare."""
    match language:
        case "en":
            from language.dates.words_en import ENGLISH

            return ENGLISH
        case "fr":
            from language.dates.words_fr import FRENCH

            return FRENCH
        case "zh":
            from language.dates.words_zh import CHINESE

            return CHINESE
        case _:
            return NEUTRAL


class _Told:
    """What a text has told of: the last day, or first day of a period, and the last quarter."""

    def __init__(self, written: date | None, start: int = 0) -> None:
        self.written = self.day = written
        self.is_day = True
        self.before = written
        self.at = start
        self.quarter: Period | None = None

    def forget(self) -> None:
        """Begin a paragraph."""
        self.day, self.is_day = self.written, True

    def take(self, reading: Reading, text: str) -> None:
        """Take in what was read."""
        self.at = reading.expression.end
        last = reading.whole or next(filter(None, reversed(reading.periods)), None)
        if last:
            self.day = self.before = last.first
            self.is_day = last.first == last.last
            expression = reading.expression
            is_topic = not (
                expression.parts[-1].wording.is_compared
                or _COMPARED.search(text, max(0, expression.start - _SIGHT), expression.start)
            )
            is_over = self.written is None or last.last < self.written
            if is_topic and is_over and _QUARTER.search(last.value):
                self.quarter = last


_SIGHT: Final = 60
_COMPARED: Final = re.compile(
    r"\b(?:from|than|after|since|with)\s+(?:(?:an?|its|the)\s+)?(?:\w+\s+)?$", re.IGNORECASE
)
"""What leads to a period that is not the one that is talked of."""

_QUARTER: Final = re.compile("-3[3-6]$")


def _reading(
    text: str,
    language: str,
    expression: Expression,
    written: date | None,
    told: _Told,
    direction: int | None,
) -> Reading:
    """What the expression means.

    What was told of counts too: "the following week" follows the day last told.
    """
    if expression.value:
        ahead = _ahead(text, language, expression, written, direction)
        sort: Sort = "date" if ahead else expression.sort
        return Reading(expression._replace(sort=sort), (ahead,))
    moved = expression.joined_by and moved_at(text, expression.start, language)
    if moved:
        direction = UNSAID
    if direction is None:
        recurs = any(part.wording.recurs for part in expression.parts)
        direction = _direction(text, expression, language) if recurs else UNSAID
    first, *others = (_period(part.wording, written, told, direction) for part in expression.parts)
    if not others or first is None:
        return Reading(expression, (first, *others))
    wording = expression.parts[1].wording
    if moved:
        origin = first.last if moved == FUTURE else first.first
        return Reading(expression, (first, period_of(wording, origin, moved)))
    last = period_of(wording, first.last, FUTURE)
    whole = last and interval(first, last, adjoining=expression.joined_by == "and")
    if whole is None:
        return Reading(expression, (first, last if direction == FUTURE else others[0]))
    return Reading(expression, (first, last), whole)


def _ahead(
    text: str, language: str, expression: Expression, written: date | None, direction: int | None
) -> Period | None:
    """When it is "in two weeks", where the sentence looks ahead; elsewhere it tells how long."""
    wording = expression.parts[0].wording
    if wording.amount is None or _FIRST_IN.search(
        text, max(0, expression.start - _SIGHT), expression.start
    ):
        return None
    if direction is None:
        direction = direction_at(text, expression.start, expression.end, language)
    return _period(wording, written, _Told(written), FUTURE) if direction == FUTURE else None


_FIRST_IN: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|once|twice|times?|(?:most|least)\s\w+|best|worst"
    r"|(?!(?:inter|pro|ar|fo|con|re|t|w|r|gu|for)est\b)\w+est)\b"
    r"(?:\s(?!will\b|would\b|is\b|are\b|to\b|be\b|begins|starts|opens|ends)[\w’'-]+){0,5}\sin\s$",
    re.IGNORECASE,
)
"""What stands before a length of time that is looked back on: "the first in ten years"."""


def _direction(text: str, expression: Expression, language: str) -> int:
    """Which way the sentence looks.

    "third-quarter" is said of the nearest, past or to come; a weekday of which nothing tells is
    past, as most of what news tells.
    """
    wording = expression.parts[0].wording
    if wording.adjectival:
        return UNSAID
    direction = direction_at(text, expression.start, expression.end, language)
    is_bare_weekday = wording.weekday is not None and wording.day is wording.which is None
    if direction in (UNSAID, PERHAPS) and is_bare_weekday:
        return PAST
    return FUTURE if direction == PERHAPS else direction


def _period(wording: Wording, written: date | None, told: _Told, direction: int) -> Period | None:
    if told.quarter and (period := _by_quarter(wording, told.quarter)):
        return period
    if wording.narrative and wording.amount is not None and told.day == written:
        return period_of(wording, told.before, direction)
    is_known = wording.narrative and (told.is_day or wording.relative_day is None)
    return period_of(wording, told.day if is_known else written, direction)


def _by_quarter(wording: Wording, quarter: Period) -> Period | None:
    """What is measured by the quarter last told of: "a year ago", "the 2030 period"."""
    if wording.is_year_ago:
        return quarter_of(quarter.first.year - 1, quarter)
    if wording.period and wording.year:
        return quarter_of(wording.year, quarter)
    is_same = wording.unit == "quarter" and wording.which == 0 and wording.narrative
    return quarter if is_same else None
