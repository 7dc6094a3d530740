"""Which way English words look: ahead, back, or neither."""

from __future__ import annotations

import re
from typing import Final

from language.word_lists import words_of

PAST, FUTURE, UNSAID, PERHAPS, EITHER = -1, 1, 0, 2, 3
"""What is past, what is to come, what the words do not tell, what is rather to come, and what was
to come: "was due to visit in April" is said of an April on either side, the nearest."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MODALS: Final = words_of(
    "will shall would should could may might can must won’t won't i’ll i'll we’ll we'll they’ll"
    " they'll he’ll he'll she’ll she'll it’ll it'll you’ll you'll he’d he'd they’d they'd"
)
_WILL: Final = "will"
_AHEAD: Final = words_of(
    "due effective planned scheduled expected set slated next upcoming coming opens starts begins"
    " ends falls expires closes runs meets arrives leaves visits travels hosts takes goes returns"
    " flies votes holds convenes resumes launches kicks faces plays reopens concludes marks"
    " assumes attends becomes celebrates comes decides delivers departs enters gathers"
    " inaugurates joins lapses participates presents ratifies receives sails speaks unveils"
    " welcomes addresses chooses elects hears publishes releases signs"
)
_BACK: Final = words_of(
    "was were had did didn't didn’t wasn't wasn’t weren't weren’t hadn't hadn’t said told"
    " since ago last held met began came went took made left gave won lost rose fell saw found"
    " spoke flew drove wrote became brought built bought caught chose fought fled got grew"
    " heard kept knew led paid ran sent shot sold spent stood struck swore thought threw wore"
    " broke drew felt sank sat slept stole understood withdrew sought shook hit laid lay lent meant"
    " rode rang sang spent swept taught bent bit bled bound clung crept dealt dug drank fed flung"
    " forgot forgave froze hung hid knelt leapt lit overcame oversaw shone shrank slid spat sprang"
    " stuck stung swam swung tore undertook upheld woke wept withheld withstood arose bore blew"
    " undid"
)
_SAME_IN_PAST: Final = words_of("put set cut quit shut split spread let read hurt cost bet")
"""Verbs whose past is as their present: of one person they are past."""

_ARRANGED: Final = words_of(
    "visiting meeting travelling traveling leaving arriving returning hosting holding heading"
    " flying opening starting beginning ending closing attending speaking going coming convening"
    " voting launching resuming departing appearing testifying facing playing running"
)
"""What "is", before it, arranges for a day to come."""

_IS: Final = words_of("is are it’s it's he’s he's she’s she's they’re they're we’re we're")
_BEING: Final = words_of("is are was were be have has had")
_INTENDING: Final = words_of(
    "set due likely ready about going need needs dates date deadline decision decisions bid vote"
    " seek seeks sought slot session"
)
_INTENDING_STEM: Final = re.compile(
    "plan|expect|schedul|agree|promis|pledg|propos|prepar|invit|order|ask|urg|decid|vow|threaten"
    "|want|hop|aim|intend|slat|call|wait|request|requir|allow"
)
_NO_VERBS: Final = words_of(
    "the a an his her its their have school court parliament prison jail hospital power office war"
)
_NO_PAST: Final = words_of(
    "need indeed speed feed seed exceed proceed succeed breed greed hundred sacred shed"
)
"""Words in -ed that are no past tense."""

_PLURAL_PRESENT: Final = words_of(
    "open close begin start end resume reopen expire vote take run leave return go"
)
"""What several do on a day to come, as "polls open on Sunday"."""

_GATHERING: Final = words_of("convene gather meet reconvene")
"""Of such words those that are no nouns."""

_SINGULAR: Final = words_of("this was is has does his its us as yes thus always press previous")
"""Words in -s that are no plural."""

_PREPARING: Final = re.compile("preparation|arrangement|invitation|plans?$|schedule$")
"""What makes "for" look ahead."""

_MOVING: Final = re.compile("postpon|mov|delay|resched|push|defer|put$|shift|adjourn|exten")
"""What is done to a date, before "to"."""

_FEW: Final = 8
_CALLED_OFF: Final = re.compile(
    r"\b(?:cancel|call\w* off|postpon|put off|scrap|skip\b|boycott\b|delay|ahead of|prepar)"
    r"[^,;]{0,20}$"
)
_RECORD_OF: Final = re.compile(
    r"\b(?:minutes|transcripts?|results?|outcome|footage) (?:of|from) (?:its|the|their|his|her) $"
)
"""What there is only of what is over: "minutes of its April meeting"."""

_DAYS_BEFORE: Final = re.compile(r"\b(?:day|hour|week|month)s? before $")
_BEFORE_VOTE: Final = re.compile(
    r"['’]s (?:\w+ )?(?:vote|election|summit|talks|meeting|poll|polls|referendum|ballot|deadline"
    r"|visit|hearing|session|debate|inauguration|forum)\b"
)
"""What, "days before" it, is to come."""

_FIXING: Final = re.compile("call|set$|schedul|plan|announc|arrang|fix|conven|summon|invit|bill")
"""What is done to an event, with the day after "for"."""
"""What makes "Monday's meeting", directly behind it, one to come."""

_WAS: Final = words_of("was were been")
_WAS_TO: Final = words_of(
    "due scheduled set supposed expected planned meant slated originally initially first"
    " previously tentatively provisionally"
)
"""What stands between "was" and what was to be done, or "for"."""

_WERE_TO: Final = words_of("planned intended hoped expected wanted meant")
"""What, after "had", was to be done."""

_STEPS: Final = 4
"""How many words may stand between an intention and its "to"."""


def direction_around(before: str, after: str) -> int:
    """Which way the words of a sentence before and after a date look.

    The last sign before the date tells, or else the first after it, or else a mere "to go" or "by".
    """
    ahead = _words(before)
    if _RECORD_OF.search(before):
        return PAST
    is_owned = after.startswith(("'s", "’s"))
    if _is_dated_directly(ahead) or (is_owned and _is_called_off(before, after)):
        return FUTURE
    for place in range(len(ahead) - 1, -1, -1):
        if direction := _direction_of(ahead, place):
            return direction
    behind = _words(after)
    if is_owned:
        return FUTURE if _WILL in behind else UNSAID
    for place in range(len(behind)):
        if direction := _direction_of(behind, place):
            return direction
    if any(map(_is_infinitive, ahead, ahead[1:])):
        return FUTURE
    return PERHAPS if ahead[-1:] in (["by"], ["before"], ["to"]) else UNSAID


def _is_called_off(before: str, after: str) -> bool:
    """Whether what the date owns is called off, or not yet there: "days before Sunday's vote"."""
    if _DAYS_BEFORE.search(before) and _BEFORE_VOTE.match(after):
        return True
    return _CALLED_OFF.search(before) is not None


def _words(text: str) -> list[str]:
    """The words in lower case; names such as Ahmed and United are no past tenses."""
    return [
        word if word.islower() else "" if word.endswith("ed") else word.lower()
        for word in _WORD.findall(text)
    ]


def _is_dated_directly(words: list[str]) -> bool:
    """Whether the words end in "is on", "until" or "was moved to"."""
    last = [word for word in words[-3:] if word not in ("the", "on", "in", "at", "for")]
    if words[-1:] == ["for"] and any(map(_FIXING.match, words[-_FEW:])):
        leads = range(max(0, len(words) - _FEW), len(words))
        return not any(_was_to_come(words, n) for n in leads if words[n] in ("to", "for"))
    if last[-1:] == ["to"] and any(map(_MOVING.match, words[-_FEW:])):
        return True
    return bool(last) and (last[-1] in ("until", "till") or last[-1] in _IS)


def _direction_of(words: list[str], place: int) -> int:
    """What one word says together with those before it and after it."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else ""
    if word == "to":
        is_plan = _is_infinitive(word, after) and (after == "be" or _is_intended(words, place))
        if is_plan and _was_to_come(words, place):
            return EITHER
        return FUTURE if is_plan else UNSAID
    if word == "for" and place == len(words) - 1 and _was_to_come(words, place):
        return EITHER
    if word in _MODALS or (word in _AHEAD and not (word == "next" and after == "to")):
        return FUTURE
    is_present = (word in _PLURAL_PRESENT and _is_plural(words[place - 1])) or (
        word in _GATHERING and words[place - 1] not in ("to", "did", "not")
    )
    if place and is_present:
        return FUTURE
    if word == "for" and any(map(_PREPARING.match, words[max(0, place - _STEPS) : place])):
        return FUTURE
    if word in _SAME_IN_PAST and words[place - 1 : place] in (["he"], ["she"], ["it"], ["who"]):
        return PAST
    if word == "ahead" and after == "of":
        return FUTURE
    if word in ("is", "are") and after in ("in", "at"):
        return FUTURE
    if word == "plans" and after in ("a", "an", "another", "its", "their"):
        return FUTURE
    if word in ("has", "have"):
        return PAST if _is_participle(after) else UNSAID
    if word in _BACK or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST):
        verb = _verb_before(words, place)
        if verb in _IS:
            return FUTURE if place >= len(words) - 2 else UNSAID
        is_to_be = verb == "to" and words[place - 1] != "to"
        leads = (n for n in range(place - 1, -1, -1) if words[n] == "to")
        if is_to_be and _was_to_come(words, next(leads)):
            return EITHER
        is_ahead = verb in _MODALS or is_to_be or (word in _ANNOUNCED and after == "for")
        return FUTURE if is_ahead else PAST
    if word in _ARRANGED and _verb_before(words, place) in _IS:
        return FUTURE
    return UNSAID


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word not in _SINGULAR and not word.endswith(("'s", "’s"))


_ANNOUNCED: Final = ("announced", "billed", "fixed")


def _was_to_come(words: list[str], place: int) -> bool:
    """Whether "was due", "had been scheduled" or "had planned" leads to a "to" or "for"."""
    first = place
    while first > 0 and place - first < _STEPS and words[first - 1] in _WAS_TO | _WERE_TO:
        first -= 1
    earlier = words[first - 1] if first else ""
    if earlier == "had":
        return first < place and words[first] in _WERE_TO
    return earlier in _WAS and (first < place or words[place] == "to")


def _verb_before(words: list[str], place: int) -> str:
    """The word that the verb group begins with: "will" of "will not be formally signed"."""
    place -= 1
    while place > 0 and (words[place] in ("be", "not", "also") or words[place].endswith("ly")):
        place -= 1
    return words[place] if place >= 0 else ""


def _is_participle(word: str) -> bool:
    return word in _BACK or word in ("been", "not", "also") or word.endswith(("ed", "en", "ly"))


def _is_infinitive(word: str, after: str) -> bool:
    return word == "to" and after not in _NO_VERBS and bool(after)


def _is_intended(words: list[str], place: int) -> bool:
    """Whether a verb or noun of intention stands before "to": "plans to", "agreed with her to"."""
    if words[place - 1] in _BEING and place:
        return True
    return any(
        word in _INTENDING or _INTENDING_STEM.match(word)
        for word in words[max(0, place - _STEPS) : place]
    )
