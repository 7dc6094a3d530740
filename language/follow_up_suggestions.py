"""What a text says is to happen, as suggestions: each event once, with all that is told of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from language.event_clauses import event_status_at
from language.event_phrases import event_around
from language.follow_up_dates import Dated, dates_of
from language.follow_up_merging import fullest
from language.follow_up_parties import Parties
from language.follow_up_rules import RULES
from language.follow_up_sentence import Sign
from language.follow_up_signs import signs_in
from language.follow_up_signs_elsewhere import signs_elsewhere
from language.follow_up_words import VERB_TYPES
from language.follow_ups import event_date, event_place, event_title, event_type
from language.segments import Segments
from store.records import EventType, FollowUp, Participant, Provenance, Quote, Span, Suggestion


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
    dates = dates_of(segments.text, written, language)
    starts = [each.start for each in dates]
    found: list[Suggestion] = []
    alike: Counter[tuple[str, str]] = Counter()
    for sentence in segments.within("sentence", 0, len(segments.text)):
        taking_part: tuple[str, ...] = ()
        for start, end in _pieces(segments.text, sentence):
            near = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            for sign in _signs(segments.text, start, end, near, language[:2].lower()):
                alike[sign.alike(segments.text)] += 1
                if alike[sign.alike(segments.text)] > _MOST_ALIKE:
                    continue
                is_whole = end - start == sentence.end - sentence.start
                event = (
                    _event(segments, sign, written, language)
                    if is_whole
                    else _event_in_piece(segments.text, start, end, sign, written, language)
                )
                if not sign.is_joined:
                    taking_part = parties.of(start, end, event.trigger[0], event.place)
                event = replace(
                    event,
                    participants=taking_part,
                    announced_in=parties.quote_at(sign.start),
                )
                rule = RULES[sign.rule]
                found.append(Suggestion(event, sign.rule, rule.confidence, rule.why))
    return tuple(
        replace(each, record=replace(each.record, id=f"f{number}"))
        for number, each in enumerate(fullest(found), 1)
    )


_LONGEST: Final = 1000
"""A sentence longer than this is read in pieces: in any text, each word costs the same."""

_MOST_ALIKE: Final = 12
"""How often one word with one date is looked at; an article has no more such events."""


def _pieces(text: str, sentence: Span) -> Iterator[tuple[int, int]]:
    start = sentence.start
    while sentence.end - start > _LONGEST:
        end = text.rfind(" ", start + 1, start + _LONGEST)
        end = start + _LONGEST if end < 0 else end
        yield start, end
        start = end
    yield start, sentence.end


def _signs(
    text: str, start: int, end: int, dates: Sequence[Dated], language: str
) -> Iterable[Sign]:
    if language == "en":
        return signs_in(text, start, end, dates)
    return signs_elsewhere(text, start, end, dates, language)


def _event(segments: Segments, sign: Sign, written: date | None, language: str) -> FollowUp:
    """What the words for an event say by themselves."""
    phrase = event_around(segments, sign.start)
    if sign.subject is not None and sign.subject < phrase.start:
        phrase = Span.of(segments.text, sign.subject, phrase.end)
    status = event_status_at(segments, phrase)
    day = sign.date and sign.date.in_text(segments.text)
    if status in ("postponed", "cancelled"):
        day = event_date(segments, phrase, written, language) or day
    return FollowUp(
        id="f1",
        title=event_title(phrase.text),
        type=_type(segments.text, sign, phrase),
        status="announced" if status == "held" else status,
        trigger=(phrase,),
        date=day,
        place=event_place(segments, phrase),
        provenance=Provenance(origin=f"suggested:{sign.rule}"),
    )


def _type(text: str, sign: Sign, phrase: Span) -> EventType:
    """The type of an event: a verb's own, before that of a noun in its phrase."""
    if sign.rule == "to-be-there":
        return "visit"
    word, _ = sign.alike(text)
    own = VERB_TYPES.get(word) if sign.until else None
    return own or event_type(phrase.text)


def _event_in_piece(
    text: str, start: int, end: int, sign: Sign, written: date | None, language: str
) -> FollowUp:
    """As `_event`, of a text of which only `[start, end)` is read."""
    event = _event(Segments(text[start:end]), sign.shifted(-start), written, language)
    (phrase,) = event.trigger
    day = event.date
    if day and day.start is not None and day.end is not None:
        day = replace(day, start=day.start + start, end=day.end + start)
    return replace(
        event, trigger=(Span.of(text, phrase.start + start, phrase.end + start),), date=day
    )
