"""What a text says is to happen, as suggestions: each event once, with all that is told of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from language.calendar_periods import Period
from language.event_clauses import event_status_at
from language.event_phrases import event_around
from language.follow_up_merging import fullest
from language.follow_up_parties import Parties
from language.follow_up_rules import RULES
from language.follow_up_signs import Dated, Sign, signs_in
from language.follow_up_signs_elsewhere import signs_elsewhere
from language.follow_ups import event_date, event_place, event_title, event_type
from language.segments import Segments
from language.time_readings import readings_of
from store.records import EventDate, FollowUp, Participant, Provenance, Quote, Span, Suggestion


def follow_up_suggestions(
    segments: Segments,
    written: date | None,
    language: str,
    participants: Sequence[Participant],
    quotes: Sequence[Quote],
) -> tuple[Suggestion, ...]:
    """The events to come that a text tells of, in its order, each once.

    Args:
        segments: the text.
        written: the day of publication: without it, no date is known to be to come.
        language: a BCP 47 tag.
        participants: who may take part, with their mentions; may be empty.
        quotes: in whose content an event may be announced; may be empty.
    """
    parties = Parties(segments.text, participants, quotes)
    dates = _dates(segments.text, written, language)
    starts = [each.start for each in dates]
    found: list[Suggestion] = []
    for sentence in segments.within("sentence", 0, len(segments.text)):
        taking_part: tuple[str, ...] = ()
        near = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for sign in _signs(segments.text, sentence, near, language[:2].lower()):
            event = _event(segments, sign)
            if not sign.is_joined:
                taking_part = parties.of(sentence, event.trigger[0], event.place)
            event = replace(
                event,
                participants=taking_part,
                announced_in=parties.quote_at(sign.start),
                date=_moved_date(segments, event, written, language)
                or _date(segments.text, sign.date),
            )
            rule = RULES[sign.rule]
            found.append(Suggestion(event, sign.rule, rule.confidence, rule.why))
    return tuple(
        replace(each, record=replace(each.record, id=f"f{number}"))
        for number, each in enumerate(fullest(found), 1)
    )


def _signs(text: str, sentence: Span, dates: Sequence[Dated], language: str) -> Iterable[Sign]:
    if language == "en":
        return signs_in(text, sentence.start, sentence.end, dates)
    return signs_elsewhere(text, sentence.start, sentence.end, dates, language)


def _event(segments: Segments, sign: Sign) -> FollowUp:
    """What the words for an event say by themselves."""
    phrase = event_around(segments, sign.start)
    if sign.subject is not None and sign.subject < phrase.start:
        phrase = Span.of(segments.text, sign.subject, phrase.end)
    status = event_status_at(segments, phrase)
    return FollowUp(
        id="f1",
        title=event_title(phrase.text),
        type=event_type(phrase.text),
        status="announced" if status == "held" else status,
        trigger=(phrase,),
        place=event_place(segments, phrase),
        provenance=Provenance(origin=f"suggested:{sign.rule}"),
    )


def _moved_date(
    segments: Segments, event: FollowUp, written: date | None, language: str
) -> EventDate | None:
    """When an event is to be that was moved, or was to be that was cancelled."""
    if event.status not in ("postponed", "cancelled"):
        return None
    return event_date(segments, event.trigger[0], written, language)


def _date(text: str, found: Dated | None) -> EventDate | None:
    return found and EventDate(found.start, found.end, text[found.start : found.end], found.value)


def _dates(text: str, written: date | None, language: str) -> list[Dated]:
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
