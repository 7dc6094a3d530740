"""What in an English sentence tells that something is to happen: the word for it, and the rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from language.arranged_words import (
    ABSTRACT_OBJECT,
    AHEAD_OF,
    ARRANGED_VERBS,
    BEFORE_NOUN,
    DATED_VERBS,
    HOLDING,
    MOVED_AFTER,
    MOVED_BEFORE,
    NEED_A_DATE,
    NEGATIONS,
    NOT_AHEAD,
    NOUNS,
    OTHER_VERB,
    PARTICIPLES,
    PARTS_OF_NAMES,
    PAST_VERB,
    PLANS,
    PLANS_DIRECTLY,
    PRESENT,
    REPORTING,
    SCHEDULES,
    SUBJECTS,
    TAKES_PLACE,
    TELLS_LITTLE,
    UPCOMING,
    WEAK_PLANS,
    WILL,
)
from language.follow_up_dates import Dated
from language.word_lists import words_of

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SIGNALS: Final = NOUNS | WILL | PLANS | SCHEDULES | PRESENT | {"going", "ready", "likely", "would"}
_CLAUSE: Final = re.compile(r"[;:]\s|[“”\"]|,\s(?:and|but|while|although|though)\s")
_LONGEST_PHRASE: Final = 8
_SIGHT: Final = 90
_NEAR: Final = 70
_FAR: Final = 110
"""How many code points an event may be from its date, beside a noun and after a verb."""
_BEFORE_VERB: Final = words_of("to will shall would not i we they he she who also")
_ARTICLES: Final = words_of("the a an his her its their our this that any another")
_BREAKS: Final = words_of(
    "of in on at for to from with by and or but as is are was were be will would has have had said"
    " after before during since until hold held host attend who when while about"
)
_ADVERBS: Final = words_of(
    "also then again soon both all jointly first next now be officially formally probably likely"
    " publicly personally immediately finally briefly"
)
_BEFORE_DEED: Final = WILL | _ADVERBS | {"to", "would"}


class Sign(NamedTuple):
    """Where a word for an event starts, the rule by which it is to come, and its date.

    `subject` is where what a verb is said of starts, if the verb tells little without it; `until`
    is where what belongs to a verb ends; `is_joined` says that "and" joins it to the sign before.
    """

    start: int
    rule: str
    date: Dated | None = None
    subject: int | None = None
    until: int = 0
    is_joined: bool = False

    def alike(self, text: str) -> tuple[str, str]:
        """What signs of events that may be the same have in common: the word and the date."""
        word = _WORD.match(text, self.start)
        return word[0].lower() if word else "", self.date.value if self.date else ""

    def shifted(self, steps: int) -> Sign:
        """The same in a text that begins so many code points earlier."""
        subject = None if self.subject is None else max(self.subject + steps, 0)
        day = self.date and self.date.shifted(steps)
        return self._replace(start=self.start + steps, date=day, subject=subject)


def signs_in(text: str, start: int, end: int, dates: Sequence[Dated]) -> list[Sign]:
    """The events to come that a sentence tells of, in order, each by one word.

    `dates` are those of the sentence.
    """
    lowered = text[start:end].lower()
    is_signal = " is to " in lowered or " are to " in lowered
    if not is_signal and _SIGNALS.isdisjoint(_WORD.findall(lowered)):
        return []
    words = _Words(text, start, end, dates)
    found: list[Sign] = []
    for place, word in enumerate(words.lowers):
        if word in NOUNS and _is_noun(words, place):
            sign = _sign_of_noun(words, place, found[-1] if found else None)
        elif word in PRESENT or (place and words.lowers[place - 1] in _BEFORE_DEED):
            sign = _sign_of_verb(words, place)
        else:
            continue
        if sign:
            found.append(sign)
    return [each for each in found if not _is_told_by_another(each, found)]


def _is_told_by_another(sign: Sign, signs: Sequence[Sign]) -> bool:
    """Whether a noun within a verb's reach names the event, or the event's verb came before."""
    if sign.until:
        return any(
            sign.start < each.start < sign.until or (sign.date and each.date == sign.date)
            for each in signs
            if not each.until and each.start < sign.until
        )
    return sign.date is not None and any(
        each.until
        and each.start < sign.start
        and each.until < sign.start
        and each.date == sign.date
        for each in signs
    )


class _Words:
    """The words of a sentence in lower case, where they stand, and its dates."""

    def __init__(self, text: str, start: int, end: int, dates: Sequence[Dated]) -> None:
        found = list(_WORD.finditer(text, start, end))
        self.text = text
        self.start = start
        self.end = end
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.lowers = [match[0].lower() for match in found]
        self.dates = dates

    def __len__(self) -> int:
        return len(self.lowers)

    def is_joined(self, place: int) -> bool:
        """Whether only a space stands between a word and the next."""
        return self.text[self.ends[place] : self.starts[place + 1]] in (" ", "\xa0")


def _is_noun(words: _Words, place: int) -> bool:
    """Whether the word is a noun that stands for the event itself."""
    before = words.lowers[place - 1] if place else ""
    if words.lowers[place] in DATED_VERBS and before in _BEFORE_VERB:
        return False
    has_next = place + 1 < len(words) and words.is_joined(place)
    return not (has_next and words.lowers[place + 1] in PARTS_OF_NAMES)


def _phrase_start(words: _Words, place: int) -> int:
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


def _sign_of_noun(words: _Words, place: int, earlier: Sign | None) -> Sign | None:
    """The sign that a noun is; a noun joined by "and" to an earlier sign is to come as that is."""
    first = _phrase_start(words, place)
    date = _date_beside(words, place, first)
    rule = _rule_of_noun(words, place, first, date)
    if rule in _DATED_BEFORE and date is None:
        date = _date_before(words, words.starts[place])
    if rule:
        return Sign(words.starts[place], rule, date)
    is_past = date is not None and date.is_past
    if earlier and not is_past and _is_joined(words, first, earlier):
        return Sign(words.starts[place], earlier.rule, date, is_joined=True)
    return None


def _is_joined(words: _Words, first: int, earlier: Sign) -> bool:
    between = words.text[earlier.start : words.starts[first]]
    return (
        not earlier.until
        and len(between) < _NEAR
        and words.lowers[first - 1] == "and"
        and "," not in between
        and not PAST_VERB.search(between.partition(" ")[2].replace(" to ", " "))
    )


def _rule_of_noun(words: _Words, place: int, first: int, date: Dated | None) -> str:
    inside = words.lowers[first:place]
    before, after = _before(words, first), _after(words, place)
    if MOVED_AFTER.match(after.lstrip()) or MOVED_BEFORE.search(before):
        return "moved-or-cancelled"
    lead = words.lowers[max(0, first - 1) : place]
    if any(word in NOT_AHEAD or word in NEGATIONS for word in lead):
        return ""
    if date and date.is_past:
        return ""
    if BEFORE_NOUN.search(before.rstrip()):
        return "prepared-for"
    if AHEAD_OF.search(before.rstrip()):
        return "ahead-of-dated" if date else "ahead-of"
    is_enough = date is not None or words.lowers[place] not in NEED_A_DATE
    if is_enough and any(word in UPCOMING for word in inside):
        return "upcoming"
    plan = _plan_governing(before) if is_enough else ""
    if plan and (date or plan not in WEAK_PLANS):
        return "will-hold"
    held = TAKES_PLACE.search(after)
    if is_enough and held and not PAST_VERB.search(after[: held.start()]):
        return "to-take-place"
    return "dated-event" if date and date.is_ahead else ""


def _before(words: _Words, first: int) -> str:
    """What stands before a word in its clause."""
    end = words.starts[first]
    return _CLAUSE.split(words.text[max(words.start, end - _SIGHT) : end])[-1].lower()


def _after(words: _Words, place: int) -> str:
    """What stands after a word in its clause."""
    start = words.ends[place]
    return _CLAUSE.split(words.text[start : min(words.end, start + _FAR)])[0].lower()


_LEADS: Final = re.compile(r"(?:['’]s)?[ \xa0]+(?:as[ \xa0]+)?")


def _date_beside(words: _Words, place: int, first: int) -> Dated | None:
    """The date in a noun's phrase, or soon after it with no verb between."""
    for date in words.dates:
        if words.starts[first] <= date.end <= words.starts[place] or _LEADS.fullmatch(
            words.text, date.end, max(date.end, words.starts[first])
        ):
            return date
        distance = date.start - words.ends[place]
        between = words.text[words.ends[place] : date.start]
        if (
            0 <= distance < _NEAR
            and between.count(",") < 2
            and not _CLAUSE.search(between)
            and not PAST_VERB.search(between)
        ):
            return date
    return None


def _plan_governing(clause: str) -> str:
    """The word of a plan by which a clause before a noun ends in "will hold", "plans to make"."""
    words = [word.lower() for word in _WORD.findall(clause)][-_GOVERNED:]
    for place in range(len(words) - 1, -1, -1):
        if words[place] in HOLDING and (plan := _plan_before(words, place)):
            return plan
        if words[place] in _STOPS:
            return ""
    return ""


_GOVERNED: Final = 9
_STOPS: Final = words_of(
    "said was were had has after before if would could might not that to as because who which"
)


def _plan_before(words: Sequence[str], place: int) -> str:
    """The word that says that a verb is to be done: "will", "plans"; "" where none does."""
    at = place - 1
    while at >= 0 and (words[at] in _ADVERBS):
        at -= 1
    if at < 0:
        return ""
    if words[at] in WILL:
        return words[at]
    if words[at] != "to" or not at:
        return ""
    if words[at - 1] in PLANS_DIRECTLY:
        return words[at - 1]
    for earlier in range(at - 1, max(-1, at - 1 - _APART), -1):
        if words[earlier] in PLANS:
            is_denied = not _DENIALS.isdisjoint(words[max(0, earlier - 2) : earlier])
            return "" if is_denied else words[earlier]
        if words[earlier] in NEGATIONS or words[earlier] in _STOPS:
            return ""
    return ""


_APART: Final = 4
_DENIALS: Final = NEGATIONS | {"had"}
_HALF_A_YEAR: Final = 183


def _sign_of_verb(words: _Words, place: int) -> Sign | None:
    """The sign that a verb is, which names an event by itself or with its date."""
    word = words.lowers[place]
    date = _date_after(words, place) or _date_before(words, words.starts[place])
    if date and date.is_past:
        return None
    if word in PRESENT:
        is_told = date is not None and date.is_ahead and _has_subject(words, place)
        return _verb(words, place, "does-then", date) if is_told else None
    if words.lowers[place - 1] == "would":
        is_told = date is not None and date.is_ahead and word in DATED_VERBS
        is_reported = not REPORTING.isdisjoint(words.lowers[:place])
        return _verb(words, place, "would-do-then", date) if is_told and is_reported else None
    plan = _plan_before(words.lowers, place)
    if not plan:
        return None
    is_passive = word in PARTICIPLES and words.lowers[place - 1] == "be"
    if ABSTRACT_OBJECT.match(_after(words, place)):
        return None
    if date and not (date.is_ahead or date.is_today):
        date = None
    is_event = word in DATED_VERBS or is_passive or (plan in SCHEDULES and word not in _ADVERBS)
    is_sure = plan not in WEAK_PLANS or (date is not None and date.days < _HALF_A_YEAR)
    if date and is_event and is_sure:
        return _verb(words, place, "will-do-then", date)
    return _verb(words, place, "will-do", None) if word in ARRANGED_VERBS else None


def _has_subject(words: _Words, place: int) -> bool:
    """Whether a name, or a noun or pronoun that does something, stands before a verb."""
    if not place:
        return False
    before = words.lowers[place - 1]
    is_name = words.text[words.starts[place - 1]].isupper() and before not in SUBJECT_BREAKS
    return is_name or before in SUBJECTS or before in NOUNS


def _verb(words: _Words, place: int, rule: str, date: Dated | None) -> Sign:
    word = words.lowers[place]
    tells_little = word in TELLS_LITTLE or words.lowers[place - 1] == "be"
    is_dated_after = date is not None and date.start > words.starts[place]
    until = date.start if date and is_dated_after else words.ends[place] + len(_after(words, place))
    subject = _subject(words, place) if tells_little else None
    return Sign(words.starts[place], rule, date, subject, until)


_LONGEST_SUBJECT: Final = 9
SUBJECT_BREAKS: Final = words_of(
    "said says when where if and but because as while after before until not possibly during since"
    " with he she it they we i you there that which who"
)
_BESIDE_VERB: Final = WILL | PLANS | PLANS_DIRECTLY | _ADVERBS | words_of("to was were also now")


def _subject(words: _Words, place: int) -> int | None:
    """Where the words begin that a verb is said of; None where they are too many or none."""
    last = place
    while last > 0 and _is_beside_verb(words.lowers[last - 1]):
        last -= 1
    if last > 0 and words.lowers[last - 1] in ("that", "which"):
        last -= 1
    first = last
    while first > 0 and last - first < _LONGEST_SUBJECT:
        gap = words.text[words.ends[first - 1] : words.starts[first]]
        if words.lowers[first - 1] in SUBJECT_BREAKS or gap.strip(" \xa0’'-"):
            break
        first -= 1
    return words.starts[first] if 0 < last - first < _LONGEST_SUBJECT else None


def _is_beside_verb(word: str) -> bool:
    return word in _BESIDE_VERB or word.endswith("ly")


_DATED_BEFORE: Final = ("will-hold", "to-take-place")


def _date_before(words: _Words, offset: int) -> Dated | None:
    """The last date before an offset, if it is to come and no other verb parts them."""
    for date in reversed(words.dates):
        if date.end > offset:
            continue
        between = words.text[date.end : offset]
        is_near = len(between) < _FAR and not _CLAUSE.search(between)
        is_free = is_near and not OTHER_VERB.search(between)
        return date if is_free and (date.is_ahead or date.is_today) else None
    return None


def _date_after(words: _Words, place: int) -> Dated | None:
    """The first date in the clause of a verb, after it."""
    for date in words.dates:
        between = words.text[words.ends[place] : date.start]
        if 0 <= date.start - words.ends[place] < _FAR and not _CLAUSE.search(between):
            return date
    return None
