"""What a text says is to happen, as suggestions: each event once, with all that is told of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from language.follow_ups.answers import answers_in
from language.follow_ups.called_off import PLANNED_FOR, called_off, moved_to
from language.follow_ups.clauses import event_status, event_status_at
from language.follow_ups.event_dates import Dated, dates_of
from language.follow_ups.events import event_date, event_place, event_title, event_type
from language.follow_ups.lists import heading_at, is_item
from language.follow_ups.merging import changed, fullest
from language.follow_ups.parties import Parties
from language.follow_ups.phrases import event_around
from language.follow_ups.rules import RULES
from language.follow_ups.sentence import Sign
from language.follow_ups.signs import signs_in
from language.follow_ups.signs_elsewhere import signs_elsewhere
from language.follow_ups.words import MOTIONS, VERB_TYPES
from language.segments import Segments
from store.records import (
    EventDate,
    EventType,
    FollowUp,
    Participant,
    Provenance,
    Quote,
    Span,
    Suggestion,
)


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
    found: list[Suggestion] = []
    taking_part: tuple[str, ...] = ()
    for stretch, sign in _signs(segments, written, language):
        event = _event_in(segments, stretch, sign, written, language)
        if not sign.is_joined:
            start = event.trigger[0].start if sign.rule in _ASIDE else stretch.start
            taking_part = parties.of(start, stretch.end, event.trigger[0], event.place)
        said = parties.quote_at(sign.start) or (sign.date and parties.quote_at(sign.date.start))
        event = changed(event, participants=taking_part, announced_in=said)
        rule = RULES[sign.rule]
        found.append(Suggestion(event, sign.rule, rule.confidence, rule.why))
    told = ((each.record, each) for each in fullest(found, segments.text))
    events = [
        (event, each)
        for event, each in told
        if isinstance(event, FollowUp) and not _is_long_over(event, written)
    ]
    return tuple(
        Suggestion(changed(event, id=f"f{number}"), each.rule, each.confidence, each.why)
        for number, (event, each) in enumerate(events, 1)
    )


_ASIDE: Final = ("ahead-of", "ahead-of-dated")
"""Rules by which who is named before an event need not take part."""


def _is_long_over(event: FollowUp, written: date | None) -> bool:
    """Whether an event was to be in a year before the last: a story of old, nothing to follow."""
    if written is None or event.date is None or not event.date.value[:4].isdigit():
        return False
    return int(event.date.value.rpartition("/")[2][:4]) < written.year - 1


class _Stretch(NamedTuple):
    """A sentence, or a piece of a very long one: `[start, end)` in the text."""

    start: int
    end: int
    is_sentence: bool


_LONGEST: Final = 1000
"""A sentence longer than this is read in pieces: in any text, each word costs the same."""

_MOST_ALIKE: Final = 12
"""How often one word with one date is looked at; an article has no more such events."""


def _stretches(segments: Segments) -> Iterator[_Stretch]:
    for sentence in segments.within("sentence", 0, len(segments.text)):
        start = sentence.start
        while sentence.end - start > _LONGEST:
            end = segments.text.rfind(" ", start + 1, start + _LONGEST)
            end = start + _LONGEST if end < 0 else end
            yield _Stretch(start, end, is_sentence=False)
            start = end
        yield _Stretch(start, sentence.end, is_sentence=start == sentence.start)


def _signs(
    segments: Segments, written: date | None, language: str
) -> Iterator[tuple[_Stretch, Sign]]:
    """What tells of events to come, with the sentence that it stands in."""
    text, language = segments.text, language[:2].lower()
    dates = dates_of(text, written, language)
    starts = [each.start for each in dates]
    answers = sorted(answers_in(text, dates, written), key=_start_of) if language == "en" else []
    asked = [each.start for each in answers]
    alike: Counter[tuple[str, str]] = Counter()
    heading: Dated | None = None
    for stretch in _stretches(segments):
        start, end, _ = stretch
        near = dates[bisect_left(starts, start) : bisect_left(starts, end)]
        answered = answers[bisect_left(asked, start) : bisect_left(asked, end)]
        heading = heading_at(text, start, end, near, heading)
        is_english = language == "en"
        over = heading if is_item(text, start) and not near else None
        signs = (
            signs_in(text, start, end, near, over)
            if is_english
            else signs_elsewhere(text, start, end, near, language)
        )
        for sign in (*signs, *answered):
            kind = sign.alike(text)
            alike[kind] += 1
            if alike[kind] <= _MOST_ALIKE:
                yield stretch, sign


def _start_of(sign: Sign) -> int:
    return sign.start


def _event(segments: Segments, sign: Sign, written: date | None, language: str) -> FollowUp:
    """What the words for an event say by themselves."""
    phrase = event_around(segments, sign.start)
    if sign.subject is not None and sign.subject < phrase.start:
        phrase = Span.of(segments.text, sign.subject, phrase.end)
    status = event_status_at(segments, phrase)
    place = event_place(segments, phrase)
    kind = _type(segments.text, sign, phrase, place)
    day = sign.date and sign.date.in_text(segments.text)
    off = called_off(segments.text, phrase.start, phrase.end, kind)
    if off and (status == "announced" or off.status == "postponed"):
        status = off.status
    if status in ("postponed", "cancelled"):
        moved = off and moved_to(segments.text, off.end, written)
        day = moved or event_date(segments, phrase, written, language)
        if day and _is_of_deed(segments.text, phrase, day, written):
            day = None
    return FollowUp(
        id="f1",
        title=event_title(phrase.text),
        type=kind,
        status="announced" if status == "held" else status,
        trigger=(phrase,),
        date=day,
        place=place,
        provenance=Provenance(origin=f"suggested:{sign.rule}"),
    )


def _is_of_deed(text: str, phrase: Span, day: EventDate, written: date | None) -> bool:
    """Whether a day is that on which an event was called off, not that of the event itself."""
    start = day.start or 0
    last = day.value.rpartition("/")[2]
    is_past = written is not None and "" < last < str(written)[: len(last)]
    between = text[phrase.end : max(start, phrase.end)]
    is_after = event_status(between) in ("postponed", "cancelled")
    return is_past and is_after and not PLANNED_FOR.search(between)


def _type(text: str, sign: Sign, phrase: Span, place: str) -> EventType:
    """The type of an event: a verb's own, before that of a noun in its phrase."""
    if sign.type:
        return sign.type
    word, _ = sign.alike(text)
    if sign.rule == "to-be-there" or (sign.until and place and word in MOTIONS):
        return "visit"
    if sign.until and _RUNS_OUT.search(phrase.text):
        return "deadline"
    if sign.until and word in ("mark", "marks") and "years" in phrase.text:
        return "anniversary"
    if word in ("round", "runoff", "run-off") and _VOTED.search(text, phrase.end, phrase.end + 99):
        return "election"
    own = VERB_TYPES.get(word) if sign.until else None
    found = own or event_type(phrase.text)
    is_resumed = word == "resume" and own == "talks"
    return "other" if is_resumed and _RESUMED.search(phrase.text) else found


_VOTED: Final = re.compile(r"\b(?:elect|vot|candidate|ballot|poll)")
_RUNS_OUT: Final = re.compile(r"\bruns? out$")
_RESUMED: Final = re.compile(r"\bresume (?!in\b|at\b|on\b|talks|negotiations|dialogue)\w")


def _event_in(
    segments: Segments, stretch: _Stretch, sign: Sign, written: date | None, language: str
) -> FollowUp:
    """The event that a sign tells of; in a piece of a long sentence, by that piece alone."""
    if stretch.is_sentence:
        return _event(segments, sign, written, language)
    start = stretch.start
    piece = Segments(segments.text[start : stretch.end])
    event = _event(piece, sign.shifted(-start), written, language)
    (phrase,) = event.trigger
    day = event.date
    if day and day.start is not None and day.end is not None:
        day = EventDate(day.start + start, day.end + start, day.text, day.value)
    return changed(
        event, trigger=(Span(phrase.start + start, phrase.end + start, phrase.text),), date=day
    )
