"""What in an English sentence tells that something is to happen: the word for it, and the rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.follow_ups.arranged_words import (
    ARRANGED_VERBS,
    NOUNS,
    PLANS,
    PRESENT,
    SCHEDULES,
    WILL,
)
from language.follow_ups.event_dates import Dated
from language.follow_ups.nouns import is_event_noun, sign_of_noun
from language.follow_ups.sentence import WORD, SentenceWithDates, Sign
from language.follow_ups.verbs import may_be_deed, sign_of_verb

_SIGNALS: Final = NOUNS | WILL | PLANS | SCHEDULES | PRESENT | {"going", "ready", "likely", "would"}
_EVENTS_BESIDE_OTHERS: Final = ARRANGED_VERBS | {"sign", "signed"}


_FALSE: Final = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|speculation|suggestions?)\b.{0,160}"
    r"\b(?:false|untrue|baseless|unfounded|groundless|fake|wrong|incorrect)\b"
    r"|\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed))\b.{0,30}"
    r"\b(?:reports?|rumou?rs?|claims?|speculation|suggestions?|that)\b"
)
"""What says that no such thing is to happen."""


def signs_in(
    text: str, start: int, end: int, dates: Sequence[Dated], heading: Dated | None = None
) -> list[Sign]:
    """The events to come that a sentence tells of, in order, each by one word.

    `dates` are those of the sentence; `heading` stands over the list that it is an item of.
    """
    lowered = text[start:end].lower()
    is_signal = bool(dates or heading) or " is to " in lowered or " are to " in lowered
    if not is_signal and _SIGNALS.isdisjoint(WORD.findall(lowered)):
        return []
    words = SentenceWithDates(text, start, end, dates, heading)
    found: list[Sign] = []
    for place, word in enumerate(words.lowers):
        if word in NOUNS and is_event_noun(words, place):
            sign = sign_of_noun(words, place, found[-1] if found else None)
        elif may_be_deed(words, place):
            sign = sign_of_verb(words, place)
        else:
            continue
        if sign:
            found.append(sign)
    if found and _FALSE.search(lowered):
        return []
    return [each for each in found if not _is_told_by_another(text, each, found)]


def _is_told_by_another(text: str, sign: Sign, signs: Sequence[Sign]) -> bool:
    """Whether a noun within a verb's reach names the event, or the event's verb came before."""
    if not sign.until:
        is_part = sign.lead == "of" and sign.rule == "dated-event"
        return sign.date is not None and any(
            each.start < sign.start and (each.until < sign.start or is_part)
            for each in signs
            if each.until and each.date == sign.date
        )
    word, _ = sign.alike(text)
    is_own_event = word in _EVENTS_BESIDE_OTHERS
    nouns = (each for each in signs if not each.until and each.start < sign.until)
    return any(
        not (is_own_event and each.lead) and not (each.lead == "of" and each.rule == "dated-event")
        if each.start > sign.start
        else sign.date is not None and each.date == sign.date
        for each in nouns
    )
