"""Events that a question names and an answer dates: “Will you meet again?” “Yes, in June.”"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from language.dates.direction import FUTURE
from language.dates.edtf import dates_in
from language.follow_ups.arranged_words import ARRANGED_VERBS, NOUNS
from language.follow_ups.event_dates import Dated
from language.follow_ups.sentence import WORD, Sign

_ANSWER: Final = re.compile(
    r"[“\"](?:(?:yes|yeah|sure|of course|certainly|definitely|absolutely|probably|perhaps|maybe"
    r"|most likely|likely|hopefully|i think(?: so)?|i hope(?: so)?|we hope(?: so)?"
    r"|(?:it|that|this|they|we|i) (?:will|should)(?: be)?"
    r"|in|on|by|at|the|from|around|about|some ?time)[,.]?\s+)*$",
    re.IGNORECASE,
)
_ANSWER_ENDS: Final = re.compile(
    r"(?:,? (?:yes|i think|i hope|we hope|i believe|probably|certainly|perhaps|maybe|of course"
    r"|at the latest|for sure))?\s?[,.!]?[”\"]",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(
    r"\b(?:asked|wondered|questioned|question)\b[^.?!“”\"\n]{0,30}?\b(?:whether|if|when)\b"
    r"[^.?!“”\"\n]{0,120}|\b(?:will|would|are|is|when)\b[^.?!“”\"\n]{0,120}\?",
    re.IGNORECASE,
)
_LONGEST_ANSWER: Final = 50
_SIGHT: Final = 300


def answers_in(text: str, dates: Sequence[Dated], written: date | None) -> Iterator[Sign]:
    """The signs of events that a question names shortly before a quotation of hardly more than a
    date, in order; the date is then one to come.
    """
    for each in dates:
        start = max(0, each.start - _LONGEST_ANSWER)
        opened = _ANSWER.search(text, start, each.start)
        if not opened or not _ANSWER_ENDS.match(text, each.end):
            continue
        told = dates_in(text, each.start, each.end, written, direction=FUTURE)
        event = _asked_for(text, opened.start())
        if written and event is not None and len(told) == 1 and told[0].value >= str(written):
            day = each._replace(value=told[0].value, days=max(each.days, 1))
            yield Sign(event, "will-do-then", day)


def _asked_for(text: str, end: int) -> int | None:
    """Where the word for an event stands in the last question before `end`."""
    questions = list(_QUESTION.finditer(text, max(0, end - _SIGHT), end))
    words = WORD.finditer(text, *questions[-1].span()) if questions else ()
    for word in words:
        if word[0].lower() in ARRANGED_VERBS or word[0].lower() in NOUNS:
            return word.start()
    return None
