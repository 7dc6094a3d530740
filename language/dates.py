"""The dates a text gives, as EDTF.

Calendar dates only: a length of time ("two weeks") or a repetition ("every Monday") is none.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from language.calendar_periods import Period, interval, period_of
from language.date_direction import FUTURE, direction_at, is_moved
from language.date_grammar import Expression, Part, expressions_in
from language.date_words import NEUTRAL, runs_of_date_words
from language.date_words_en import ENGLISH
from language.date_words_fr import FRENCH
from language.date_words_zh import CHINESE
from store.records import EventDate

_VOCABULARIES = {"en": ENGLISH, "fr": FRENCH, "zh": CHINESE}


class _Dated(NamedTuple):
    """Code points `[start, end)` and the period they mean, if that can be told."""

    start: int
    end: int
    period: Period | None


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
    language = language[:2].lower()
    found: list[EventDate] = []
    told, told_at = written, start
    for run in runs_of_date_words(text, start, end, _VOCABULARIES.get(language, NEUTRAL)):
        for expression in expressions_in(run):
            if "\n" in text[told_at : expression.start]:
                told = written
            for dated in _dated(text, language, expression, written, told, direction):
                told = dated.period.first if dated.period else told
                told_at = dated.end
                value = dated.period.value if dated.period else ""
                found.append(EventDate(*dated[:2], text[dated.start : dated.end], value))
    return found


def _dated(
    text: str,
    language: str,
    expression: Expression,
    written: date | None,
    told: date | None,
    direction: int | None,
) -> list[_Dated]:
    """The expression's interval, or each of its dates.

    `told` is the day last told of: "the following week" follows it.
    """
    if direction is None:
        direction = direction_at(text, expression.start, expression.end, language)
    first, *others = (
        _Dated(part.start, part.end, _period(part, written, told, direction))
        for part in expression.parts
    )
    if not others or first.period is None:
        return [first, *others]
    seen_from = first.period.last
    last = period_of(expression.parts[1].wording, seen_from, FUTURE)
    adjoining = expression.joined_by == "and"
    whole = last and interval(first.period, last, adjoining)
    if whole is None or is_moved(text, expression.start, language):
        return [first, others[0]._replace(period=last) if direction == FUTURE else others[0]]
    return [_Dated(expression.start, expression.end, whole)]


def _period(part: Part, written: date | None, told: date | None, direction: int) -> Period | None:
    origin = told if part.wording.narrative else written
    return period_of(part.wording, origin, direction)
