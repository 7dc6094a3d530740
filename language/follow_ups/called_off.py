"""What says, after an event was told of, that it was called off, put off or did not come about."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from language.dates.direction import FUTURE
from language.dates.edtf import dates_in
from language.follow_ups.clauses import event_status
from language.follow_ups.words import TYPES
from store.records import EventDate, EventStatus, EventType

WAS_PLANNED: Final = re.compile(
    r"\b(?:(?:was|were|had been|been)(?: \w+ly| first)? (?:(?:due|set|scheduled|supposed|expected"
    r"|planned|meant|slated) )?(?:to|for|in|on)|had (?:planned|intended|hoped|agreed) to)\b"
)
"""What tells of something that was to come: "was due to", "had been scheduled for"."""

PLANNED_FOR: Final = re.compile(
    r"\b(?:due|set|scheduled|supposed|expected|planned|slated|fixed|called|billed)\b"
    r"[^,;.]{0,40}\b(?:for|on|in|from)\s(?:the\s)?$"
)
"""What leads to the day that an event was planned for, not to that on which it was called off."""

_SUBJECT: Final = (
    r"(?P<who>it|this|that|they|he|she|we|(?:the|this|that|his|her|its|their)"
    r" (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]+))"
)
_OFF: Final = (
    r"(?:postponed|cancell?ed|called off|put off|delayed|rescheduled|pushed back|scrubbed|scrapped"
    r"|shelved|abandoned|dropped|adjourned|deferred)"
)
_CAME: Final = (
    r"(?:come|go|attend|appear|arrive|turn up|show up|take place|happen|materiali[sz]e|make it)"
)
_TURN: Final = (
    r"[^.;!?\n]{0,100}?(?:[,;]?\s(?:but|yet|though|although)\s(?:then\s|later\s)?"
    r"|[.!?][”\"]?\s(?:(?:But|Yet|However|Instead|Later),?\s)?)"
)
_CALLED_OFF: Final = re.compile(
    rf"{_TURN}(?P<off>{_SUBJECT}\s(?:(?:was|were|(?:has|have|had)(?: to)? be(?:en)?|is|are)"
    rf"\s(?:being\s)?(?:\w+ly\s|later\s|then\s|again\s)?{_OFF}"
    rf"|(?:\w+ly\s|later\s|then\s)?{_OFF}\s(?:it|that|(?:the|his|her|its|their)\s\w+)"
    rf"|(?:did(?:\snot|n[’']t)\s{_CAME}))\b"
    rf"|(?:(?:[Tt]he )?[\w-]+ ){{1,3}}?(?:pulled out|backed out|stayed away|withdrew|fell through)"
    rf"|(?:was|were)\s(?:\w+ly\s|later\s|then\s)?{_OFF})\b",
    re.IGNORECASE,
)
_ANY: Final = frozenset({"plan", "plans", "event", "date", "start", "opening", "journey"})


_UNTIL: Final = re.compile(r"\s(?:to|until|till|for)\s(?:the\s)?")


class CalledOff(NamedTuple):
    """How an event stands after all, and where the words for it end."""

    status: EventStatus
    end: int


def called_off(text: str, start: int, end: int, kind: EventType) -> CalledOff | None:
    """How an event of a kind stands, whose words are `text[start:end]`, by what follows them:
    ", but the trip was cancelled", or the next sentence; None where that says nothing of it.
    """
    found = _CALLED_OFF.match(text, end, end + _SIGHT)
    if found is None or _is_other(found["noun"], text[start:end].lower(), kind):
        return None
    status = event_status(text[found.start("off") : found.end()])
    return CalledOff("postponed" if status == "postponed" else "cancelled", found.end())


_SIGHT: Final = 240


def _is_other(noun: str | None, phrase: str, kind: EventType) -> bool:
    """Whether the noun that is called off names another event."""
    if noun is None or noun.lower() in _ANY:
        return False
    return noun.lower() not in phrase.split() and TYPES.get(noun.lower()) != kind


def moved_to(text: str, end: int, written: date | None) -> EventDate | None:
    """The new date of an event, where the words for its being called off end at `end`."""
    for day in dates_in(text, end, end + _NEAR, written, direction=FUTURE):
        if day.start is not None and _UNTIL.fullmatch(text, end, day.start):
            return day
    return None


_NEAR: Final = 50
