"""Events to come that a verb names: "will meet again", "is to be signed", "opens on Friday"."""

from __future__ import annotations

import re
from typing import Final

from language.follow_ups.arranged_words import (
    ABSTRACT_OBJECT,
    ARRANGED_VERBS,
    DATED_VERBS,
    HOPES,
    NOUNS,
    PARTICIPLES,
    PLANS,
    PLANS_DIRECTLY,
    PLURAL_PRESENT,
    PRESENT,
    REPORTING,
    SCHEDULES,
    SUBJECTS,
    SURE_PARTICIPLES,
    TELLS_LITTLE,
    WEAK_PLANS,
    WILL,
)
from language.follow_ups.called_off import WAS_PLANNED, called_off
from language.follow_ups.event_dates import Dated
from language.follow_ups.sentence import ADVERBS, SentenceWithDates, Sign, plan_before
from language.follow_ups.words import MOTIONS, VERB_TYPES
from language.word_lists import words_of
from store.records import EventType

BEFORE_DEED: Final = WILL | ADVERBS | {"to", "would"}
"""What stands before a verb that is to be done."""

_HALF_A_YEAR: Final = 183
_HOPING: Final = 9
_LONGEST_SUBJECT: Final = 9
_SUBJECT_BREAKS: Final = words_of(
    "said says when where if and but because as while after before until not possibly during since"
    " with he she it they we i you there that which who"
)
_BESIDE_VERB: Final = WILL | PLANS | PLANS_DIRECTLY | ADVERBS | words_of("to was were also now")
_IN_A_PLACE: Final = re.compile(r"(?:in|at)[ \xa0](?:the[ \xa0])?[^\W\d_a-z]")


_PROGRESSIVE: Final = words_of(
    "visiting travelling traveling heading flying going coming arriving leaving departing returning"
    " hosting holding attending addressing speaking opening closing starting beginning convening"
    " gathering receiving touring launching signing testifying voting staging sending welcoming"
)
"""What "is", before it, arranges for a day to come."""

_WELCOMING: Final = words_of("welcoming receiving hosting seeing visiting meeting")
"""What one looks forward to."""

_IS: Final = words_of(
    "is are am i’m i'm he’s he's she’s she's they’re they're we’re we're it’s it's"
)
_AGREEMENT: Final = re.compile(
    r"\W+(?:[\w’'-]+ ){0,5}(?:accord|agreement|treaty|pact|deal|memorandum|protocol|declaration"
    r"|document|communiqu[eé]|contract|charter|convention)s?\b"
)
_NO_LATER: Final = re.compile(r"\b(?:by|before|within|no later than)(?: the)? $")
_DEMANDED: Final = re.compile("demand|insist|ask|urg|propos|request|recommend|suggest|requir")
"""What makes "that ships take part" something that is only wanted."""

_BEING: Final = ("is", "are")
_GATHERING: Final = words_of("convene gather meet reconvene")
"""Of what several do, what no noun says."""

_LONGEST_OPENER: Final = 18
_A_YEAR: Final = 366


def may_be_deed(words: SentenceWithDates, place: int) -> bool:
    """Whether a word may be a verb for something to come."""
    word, before = words.lowers[place], words.word(place - 1)
    return (
        word in PRESENT
        or before in BEFORE_DEED
        or before == "must"
        or (word in PLURAL_PRESENT and bool(words.dates or words.heading))
        or (word in ("expected", "due") and before in ("is", "are"))
        or (word in _PROGRESSIVE and _is_arranged(words, place))
    )


def _is_arranged(words: SentenceWithDates, place: int) -> bool:
    """Whether it is "is visiting", or "is going to Savik", but not "is going to do"."""
    is_going_to = words.lowers[place] == "going" and words.word(place + 1) == "to"
    is_arranged = words.lowers[place] in _PROGRESSIVE and words.word(place - 1) in _IS
    return is_arranged and (not is_going_to or words.is_capital(place + 2))


def _is_looked_forward_to(words: SentenceWithDates, place: int) -> bool:
    """Whether it is "look forward to welcoming"."""
    lead = [words.word(place - 2), words.word(place - 1)]
    return words.lowers[place] in _WELCOMING and lead == ["forward", "to"]


def _is_obligation(words: SentenceWithDates, place: int) -> bool:
    """Whether it is "must leave", "has to leave" or "has until Friday to leave"."""
    before = words.word(place - 1)
    if before == "to" and words.dates and "until" in words.lowers[max(0, place - _FEW) : place]:
        until = words.lowers.index("until", max(0, place - _FEW))
        return words.word(until - 1) in _HAVING
    return before == "must" or (before == "to" and words.word(place - 2) in ("has", "have"))


_FEW: Final = 6
_HAVING: Final = words_of("has have had given")


def sign_of_verb(words: SentenceWithDates, place: int) -> Sign | None:
    """The sign that a verb is, which names an event by itself or with its date."""
    word, before = words.lowers[place], words.word(place - 1)
    if _is_obligation(words, place):
        return _deadline(words, place)
    date = words.date_after(place) or words.date_before(words.starts[place])
    if date and not date.is_ahead and _was_planned(words, place):
        until = words.ends[place] + len(words.after(place))
        off = called_off(words.text, words.starts[place], words.ends[place], _kind(word))
        return Sign(words.starts[place], "moved-or-cancelled", date, until=until) if off else None
    if date and date.is_past:
        return None
    is_dated = date is not None and date.is_ahead
    if _is_arranged(words, place) or _is_looked_forward_to(words, place):
        return _sign(words, place, "does-then", date) if is_dated else None
    is_bare = before not in BEFORE_DEED and word in PLURAL_PRESENT
    if is_bare or (word in PRESENT and before not in WILL):
        is_told = is_dated and _has_subject(words, place)
        return _sign(words, place, "does-then", date) if is_told else None
    if word in ("expected", "due", "be") and is_dated and _is_in_place(words, place):
        return _sign(words, place, "to-be-there", date)
    if before == "would":
        is_reported = not REPORTING.isdisjoint(words.lowers[:place])
        is_told = is_dated and is_reported and word in DATED_VERBS
        return _sign(words, place, "would-do-then", date) if is_told else None
    return _planned(words, place, date)


_LEAD: Final = 40


def _was_planned(words: SentenceWithDates, place: int) -> bool:
    """Whether it is "was due to visit", but not "was to have visited"."""
    lead = words.before(place)[-_LEAD:]
    return (
        WAS_PLANNED.search(lead) is not None
        and "have" not in words.lowers[max(0, place - 2) : place + 1]
    )


def _kind(word: str) -> EventType:
    """The type of an event that a verb tells of."""
    return VERB_TYPES.get(word, "visit" if word in MOTIONS else "other")


def _is_on_day(words: SentenceWithDates, place: int, date: Dated | None) -> bool:
    """Whether a deed of any kind is to be done on the day to come that follows it."""
    if date is None or date != words.date_after(place) or not 0 < date.days < _A_YEAR:
        return False
    word = words.lowers[place]
    is_deed = not (word in _NO_DEEDS or word.endswith("ly") or words.is_capital(place))
    is_done = words.word(place - 1) != "be" or word.endswith("ed")
    return len(date.value) == _LENGTH_OF_A_DAY and is_deed and is_done


_LENGTH_OF_A_DAY: Final = len("2031-06-14")
_NO_DEEDS: Final = ADVERBS | words_of(
    "be there here have not never only still already remain stay know need want think feel like"
    " seem look get become continue also depend mean affect cause help"
)
"""Verbs for a state rather than a deed."""


def _deadline(words: SentenceWithDates, place: int) -> Sign | None:
    """The sign that a verb after "must" is, or after "has until Friday to"."""
    if "until" in words.lowers[max(0, place - _FEW) : place]:
        date = words.date_before(words.starts[place])
    else:
        date = words.date_after(place)
        if not date or not _NO_LATER.search(words.text, date.start - _LONGEST_OPENER, date.start):
            return None
    if not date or not 0 <= date.days < _A_YEAR:
        return None
    return _sign(words, place, "will-do-then", date)._replace(type="deadline")


def _planned(words: SentenceWithDates, place: int, date: Dated | None) -> Sign | None:
    """The sign that a verb after "will" or "plans to" is."""
    word = words.lowers[place]
    plan = plan_before(words.lowers, place)
    if not plan or ABSTRACT_OBJECT.match(words.after(place)):
        return None
    if date and not (date.is_ahead or date.is_today):
        date = None
    is_passive = word in PARTICIPLES and words.word(place - 1) == "be"
    is_arranged_passive = words.word(place - 1) == "be" and plan in _BEING and word.endswith("ed")
    is_event = (
        word in DATED_VERBS
        or is_passive
        or is_arranged_passive
        or (plan in WILL | PLANS_DIRECTLY and _is_on_day(words, place, date))
        or (plan in SCHEDULES and word not in ADVERBS)
    )
    is_sure = plan not in WEAK_PLANS or (date is not None and date.days < _HALF_A_YEAR)
    if date and is_event and is_sure:
        return _sign(words, place, "will-do-then", date)
    is_signing = word in ("sign", "initial") and _AGREEMENT.match(words.after(place))
    is_arranged = word in ARRANGED_VERBS or (is_passive and word in SURE_PARTICIPLES) or is_signing
    if date is None and "had" in words.lowers[max(0, place - _HOPING) : place]:
        return None
    is_hoped = not HOPES.isdisjoint(words.lowers[max(0, place - _HOPING) : place])
    return _sign(words, place, "will-do", date) if is_arranged and not is_hoped else None


def _is_in_place(words: SentenceWithDates, place: int) -> bool:
    """Whether "in Haldvik" follows "will be" or "is expected"."""
    is_will = words.lowers[place] != "be" or words.word(place - 1) in WILL
    after = words.text[words.ends[place] : words.end][:40].lstrip(" \xa0")
    return is_will and _IN_A_PLACE.match(after) is not None


def _has_subject(words: SentenceWithDates, place: int) -> bool:
    """Whether a name, or a noun or pronoun that does something, stands before a verb."""
    verb = words.word(place)
    if words.word(place - 1) in ADVERBS or words.word(place - 1).endswith("ly"):
        place -= 1
    before = words.word(place - 1)
    if not place:
        return False
    if any(map(_DEMANDED.match, words.lowers[max(0, place - _HOPING) : place])):
        return False
    if verb in PLURAL_PRESENT:
        is_several = before.endswith("s") or (verb in _GATHERING and words.is_capital(place - 1))
        return is_several and before not in _SUBJECT_BREAKS
    is_name = words.is_capital(place - 1) and before not in _SUBJECT_BREAKS
    return is_name or before in SUBJECTS or before in NOUNS


def _sign(words: SentenceWithDates, place: int, rule: str, date: Dated | None) -> Sign:
    tells_little = words.lowers[place] in TELLS_LITTLE or words.word(place - 1) == "be"
    is_dated_after = date is not None and date.start > words.starts[place]
    after = words.ends[place] + len(words.after(place))
    until = date.start if date and is_dated_after else after
    subject = _subject(words, place) if tells_little else None
    return Sign(words.starts[place], rule, date, subject, until)


def _subject(words: SentenceWithDates, place: int) -> int | None:
    """Where the words begin that a verb is said of; None where they are too many or none."""
    last = place
    while last > 0 and _is_beside_verb(words.lowers[last - 1]):
        last -= 1
    if last > 0 and words.lowers[last - 1] in ("that", "which"):
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST_SUBJECT:
        gap = words.text[words.ends[first - 1] : words.starts[first]]
        if words.lowers[first - 1] in _SUBJECT_BREAKS or gap.strip(" \xa0’'-"):
            break
        first -= 1
    return words.starts[first] if 0 < last - first < _LONGEST_SUBJECT else None


def _is_beside_verb(word: str) -> bool:
    return word in _BESIDE_VERB or word.endswith("ly")
