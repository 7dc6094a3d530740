"""Events to come that a noun names: "the next summit", "Friday's vote", "will hold talks"."""

from __future__ import annotations

import re
from typing import Final

from language.follow_ups.arranged_words import (
    AFTERWARDS,
    AHEAD_OF,
    BEFORE_NOUN,
    DATED_VERBS,
    HOLDING,
    HOPES,
    MOVED_AFTER,
    MOVED_BEFORE,
    NEED_A_DATE,
    NEGATIONS,
    NOT_AHEAD,
    PARTS_OF_NAMES,
    PAST_VERB,
    REPORTING,
    TAKES_PLACE,
    UPCOMING,
    WEAK_PLANS,
)
from language.follow_ups.called_off import WAS_PLANNED, called_off
from language.follow_ups.event_dates import Dated
from language.follow_ups.sentence import CLAUSE, STOPS, WORD, SentenceWithDates, Sign, plan_before
from language.follow_ups.words import TYPES
from language.word_lists import words_of

_LONGEST_PHRASE: Final = 8
_GOVERNED: Final = 9
_NEAR: Final = 70
_BEFORE_VERB: Final = words_of("to will shall would not i we they he she who also")
_ARTICLES: Final = words_of("the a an his her its their our this that any another")
_BREAKS: Final = words_of(
    "of in on at for to from with by and or but as is are was were be will would has have had said"
    " after before during since until hold held host attend who when while about off cancel cancels"
    " cancelled canceled postpone postpones postponed scrapped"
)
_LEADS_IN: Final = words_of("at during before after following of in")
_DATED_ELSEWHERE: Final = (
    "will-hold",
    "to-take-place",
    "prepared-for",
    "upcoming",
    "moved-or-cancelled",
)
_LEADS: Final = re.compile(r"(?:['’]s)?[ \xa0]+(?:as[ \xa0]+)?")
_OTHER_CLAUSE: Final = re.compile(r"\b(?:that|would|could|should|might)\b")
_INSERTED: Final = re.compile(r",[^,]{1,80},")


def is_event_noun(words: SentenceWithDates, place: int) -> bool:
    """Whether one of our nouns is no verb here, and stands for the event itself."""
    if words.word(place) in DATED_VERBS and words.word(place - 1) in _BEFORE_VERB:
        return False
    has_next = place + 1 < len(words) and words.is_joined(place)
    return not (has_next and words.word(place + 1) in PARTS_OF_NAMES)


def sign_of_noun(words: SentenceWithDates, place: int, earlier: Sign | None) -> Sign | None:
    """The sign that a noun is; a noun joined by "and" to an earlier sign is to come as that is."""
    first = _phrase_start(words, place)
    date = _date_beside(words, place, first)
    rule = _rule(words, place, first, date)
    if rule:
        if date is None and rule in _DATED_ELSEWHERE:
            was_planned = WAS_PLANNED.search(words.after(place)) is not None
            date = words.date_after(place) if was_planned else _date_elsewhere(words, place)
        before = words.word(first - 1)
        return Sign(words.starts[place], rule, date, lead=before if before in _LEADS_IN else "")
    if may_be := _date_it_may_be(words, place):
        return Sign(words.starts[place], "may-be-then", may_be)
    is_past = date is not None and date.is_past
    if earlier and not is_past and _is_joined(words, first, earlier):
        return Sign(words.starts[place], earlier.rule, date, is_joined=True)
    return None


_AS_EARLY_AS: Final = re.compile(
    r"[^,]{0,60}\b(?:could|may|might)(?: \w+ly)? (?:come|be \w+ed|be held|take place|begin|start"
    r"|resume|happen|follow|open) (?:\w+ ){0,3}as (?:early|soon) as(?: the)? "
)
"""What stands between an event and the day that it may come on."""


def _date_it_may_be(words: SentenceWithDates, place: int) -> Dated | None:
    """The date to come on which an event "could come as early as"."""
    date = words.date_after(place)
    if date is None or not date.is_ahead:
        return None
    is_told = _AS_EARLY_AS.fullmatch(words.text, words.ends[place], date.start)
    return date if is_told else None


def _phrase_start(words: SentenceWithDates, place: int) -> int:
    """The first of the words that belong before a noun, as far as its article."""
    first = place
    while first > 0 and place - first < _LONGEST_PHRASE:
        gap = words.text[words.ends[first - 1] : words.starts[first]]
        if gap.strip(" \xa0’'\"“”"):
            break
        if words.lowers[first - 1] in _ARTICLES:
            return first - 1
        if words.lowers[first - 1] in _BREAKS:
            break
        first -= 1
    return first


def _is_joined(words: SentenceWithDates, first: int, earlier: Sign) -> bool:
    between = words.text[earlier.start : words.starts[first]]
    return (
        not earlier.until
        and len(between) < _NEAR
        and words.lowers[first - 1] == "and"
        and "," not in between
        and not PAST_VERB.search(between.partition(" ")[2].replace(" to ", " "))
    )


def _rule(words: SentenceWithDates, place: int, first: int, date: Dated | None) -> str:
    """The name of the rule by which a noun is an event to come; "" where it is none."""
    inside = words.lowers[first:place]
    before, after = words.before(first), words.after(place)
    straight = _INSERTED.sub("", after, count=1)
    if MOVED_AFTER.match(straight.lstrip()) or MOVED_BEFORE.search(before):
        return "moved-or-cancelled"
    if WAS_PLANNED.search(after) and _is_called_off(words, place):
        return "moved-or-cancelled"
    if _is_denied(words, place, first, date):
        return ""
    if BEFORE_NOUN.search(before.rstrip()):
        return "prepared-for"
    if AHEAD_OF.search(before.rstrip()):
        return "ahead-of-dated" if date else "ahead-of"
    is_enough = date is not None or words.lowers[place] not in NEED_A_DATE
    if is_enough and not UPCOMING.isdisjoint(inside):
        return "upcoming"
    plan = _plan_governing(before) if is_enough else ""
    is_wish = plan in WEAK_PLANS or not HOPES.isdisjoint(words.lowers[:first])
    if plan and (date or not is_wish):
        return "will-hold"
    is_due = _takes_place(words, place, after) or _takes_place(words, place, straight)
    if is_due and (is_enough or words.date_after(place)):
        return "to-take-place"
    return "dated-event" if date and date.is_ahead else ""


def _is_called_off(words: SentenceWithDates, place: int) -> bool:
    """Whether what follows the clause of a noun says that its event did not come about."""
    kind = TYPES.get(words.word(place), "other")
    return called_off(words.text, words.starts[place], words.ends[place], kind) is not None


def _is_denied(words: SentenceWithDates, place: int, first: int, date: Dated | None) -> bool:
    """Whether the words before a noun, or its date, say that it is past or may not be."""
    lead = words.lowers[max(0, first - 1) : place]
    is_after = not AFTERWARDS.isdisjoint(lead) and not (date and date.is_ahead)
    return (
        is_after
        or (date is not None and date.is_past)
        or any(word in NOT_AHEAD or word in NEGATIONS for word in lead)
    )


def _takes_place(words: SentenceWithDates, place: int, after: str) -> bool:
    """Whether it is said after a noun that the event is due, or that it will or would be held."""
    held = TAKES_PLACE.search(after)
    if held is None or PAST_VERB.search(after[: held.start()]):
        return False
    is_reported = not REPORTING.isdisjoint(words.lowers[:place])
    return is_reported or not held[0].startswith("would")


_IN_LIST: Final = re.compile(
    r"\n[ \t]*(?:[-*•·–][ \t]+)?(?:(?:from|until|by|on|before)[ \t]+)?$", re.IGNORECASE
)
_AFTER_DATE: Final = re.compile(r":?[ \xa0]+(?:[–—-][ \xa0]+)?")


def _is_in_list(words: SentenceWithDates, date: Dated, first: int) -> bool:
    """Whether it is the line of a list of dates: "- July 2: talks in Haldvik"."""
    before = f"\n{words.text[max(0, date.start - _SIGHT) : date.start]}"
    gap = words.text[date.end : max(date.end, words.starts[first])]
    return _AFTER_DATE.fullmatch(gap) is not None and _IN_LIST.search(before) is not None


_SIGHT: Final = 20


def _date_beside(words: SentenceWithDates, place: int, first: int) -> Dated | None:
    """The date in a noun's phrase, or soon after it with no verb between."""
    for date in words.dates:
        if words.starts[first] <= date.end <= words.starts[place] or _LEADS.fullmatch(
            words.text, date.end, max(date.end, words.starts[first])
        ):
            return date
        if _is_in_list(words, date, first):
            return date
        distance = date.start - words.ends[place]
        between = words.text[words.ends[place] : date.start]
        if (
            0 <= distance < _NEAR
            and between.count(",") < 2
            and not CLAUSE.search(between)
            and not PAST_VERB.search(between)
            and not _OTHER_CLAUSE.search(between)
        ):
            return date
    return words.heading


def _date_elsewhere(words: SentenceWithDates, place: int) -> Dated | None:
    """The date to come after the verb that a noun is said of, or before it in its clause."""
    after = words.date_after(place)
    is_ahead = after is not None and (after.is_ahead or after.is_today)
    return after if is_ahead else words.date_before(words.starts[place])


def _plan_governing(clause: str) -> str:
    """The word of a plan by which a clause before a noun ends in "will hold", "plans to make"."""
    words = [word.lower() for word in WORD.findall(clause)][-_GOVERNED:]
    for place in range(len(words) - 1, -1, -1):
        if words[place] in HOLDING and (plan := plan_before(words, place)):
            return plan
        if words[place] in STOPS:
            return ""
    return ""
