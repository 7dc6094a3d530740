"""The dates a text gives, as EDTF.

Calendar dates only: a length of time ("two weeks") or a repetition ("every Monday") is none.
"""

from __future__ import annotations

import re
from datetime import date

from language.calendar_periods import FUTURE, PAST, UNSAID, Period, interval, period_of
from language.date_grammar import Expression, expressions_in
from language.date_words import NEUTRAL, runs_of_date_words
from language.date_words_en import ENGLISH
from language.date_words_fr import FRENCH
from language.date_words_zh import CHINESE
from store.records import EventDate

_VOCABULARIES = {"en": ENGLISH, "fr": FRENCH, "zh": CHINESE}
_SIGHT = 160
"""How many code points before a date may tell whether it is past or to come."""


def dates_in(
    text: str, start: int, end: int, written: date | None, language: str = "en"
) -> list[EventDate]:
    """The date expressions in `text[start:end]`, in order, none overlapping.

    Offsets are code points of `text`, end exclusive; the value is EDTF, "" where it cannot be
    told (03/04/2031; "next month" when `written`, the day of publication, is None). `language`
    is a BCP 47 tag: English, French and Chinese words are known, elsewhere dates in digits.
    """
    vocabulary = _VOCABULARIES.get(language[:2].lower(), NEUTRAL)
    found: list[EventDate] = []
    anchor = written
    for run in runs_of_date_words(text, start, end, vocabulary):
        for expression in expressions_in(run):
            direction = _direction(text, expression)
            origin = anchor if expression.first.narrative else written
            period = _period(expression, origin, direction)
            if period:
                anchor = period.first
            span = expression.start, expression.end
            value = period.value if period else ""
            found.append(EventDate(*span, text[slice(*span)], value))
    return found


def _period(expression: Expression, origin: date | None, direction: int) -> Period | None:
    first = period_of(expression.first, origin, direction)
    if expression.last is None or first is None:
        return first
    last = period_of(expression.last, first.last, FUTURE)
    return last and interval(first, last)


_FUTURE_WORDS = re.compile(
    r"\b(?:will|shall|would|should|could|may|might|can|'ll|’ll|is|are|to (?!the\b|a\b|an\b)[a-z]+"
    r"|by|until|before|due|scheduled|planned|expected|set|next|upcoming|coming)\b"
)
_PAST_WORDS = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|since|ago|last|held|met|began|came|went|took|made"
    r"|left|[a-z]{2,}ed)\b"
)


def _direction(text: str, expression: Expression) -> int:
    before = text[max(0, expression.start - _SIGHT) : expression.start]
    sentence = re.split(r"[.!?;]\s|\n", before)[-1]
    future = [m.end() for m in _FUTURE_WORDS.finditer(sentence)]
    past = [m.end() for m in _PAST_WORDS.finditer(sentence)]
    if future and (not past or future[-1] > past[-1]):
        return FUTURE
    if past:
        return PAST
    return UNSAID
