"""A sentence as the rules for events to come need it: its words, its dates, its clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from language.follow_ups.arranged_words import NEGATIONS, OTHER_VERB, PLANS, PLANS_DIRECTLY, WILL
from language.follow_ups.event_dates import Dated
from language.word_lists import words_of
from store.records import EventType

WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
CLAUSE: Final = re.compile(r"[;:]\s|[“”\"]|,\s(?:and|but|while|although|though)\s")
"""Where a clause ends."""

ADVERBS: Final = words_of(
    "also then again soon both all jointly first next now be officially formally probably likely"
    " publicly personally immediately finally briefly"
)
"""What may stand between "will" and its verb."""

_NAME_AFTER: Final = re.compile(r"[,\s]*[“\"][^“”\"]{1,60}[”\"]")
_SIGHT: Final = 90
FAR: Final = 110
"""How many code points an event may be from its date."""


class Sign(NamedTuple):
    """Where a word for an event starts, the rule by which it is to come, and its date.

    `subject` is where what a verb is said of starts, if the verb tells little without it; `until`
    is where what belongs to a verb ends. `is_joined` says that "and" joins a noun to the sign
    before; `lead` is the preposition that leads to one, as "during" or "of". `type` is what the
    words around tell of it that its own phrase does not.
    """

    start: int
    rule: str
    date: Dated | None = None
    subject: int | None = None
    until: int = 0
    is_joined: bool = False
    lead: str = ""
    type: EventType | None = None

    def alike(self, text: str) -> tuple[str, str]:
        """What signs of events that may be the same have in common: the word and the date."""
        word = WORD.match(text, self.start)
        return word[0].lower() if word else "", self.date.value if self.date else ""

    def shifted(self, steps: int) -> Sign:
        """The same in a text that begins so many code points earlier."""
        subject = None if self.subject is None else max(self.subject + steps, 0)
        day = self.date and self.date.shifted(steps)
        return self._replace(start=self.start + steps, date=day, subject=subject)


class SentenceWithDates:
    """The words of a sentence in lower case, where they stand in the text, and its dates; or,
    for the item of a list, the date over that list.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        dates: Sequence[Dated],
        heading: Dated | None = None,
    ) -> None:
        found = list(WORD.finditer(text, start, end))
        self.text = text
        self.start = start
        self.end = end
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.lowers = [match[0].lower() for match in found]
        self.dates = dates
        self.heading = heading

    def __len__(self) -> int:
        return len(self.lowers)

    def word(self, place: int) -> str:
        """The word at a place in lower case; "" beyond either end."""
        return self.lowers[place] if 0 <= place < len(self.lowers) else ""

    def is_joined(self, place: int) -> bool:
        """Whether only a space stands between a word and the next."""
        return self.text[self.ends[place] : self.starts[place + 1]] in (" ", "\xa0")

    def is_capital(self, place: int) -> bool:
        """Whether a word has a capital."""
        return 0 <= place < len(self) and self.text[self.starts[place]].isupper()

    def before(self, place: int) -> str:
        """What stands before a word in its clause, in lower case."""
        end = self.starts[place]
        return CLAUSE.split(self.text[max(self.start, end - _SIGHT) : end])[-1].lower()

    def after(self, place: int) -> str:
        """What stands after a word, and a name in quotation marks behind it, in its clause."""
        start = self.ends[place]
        name = _NAME_AFTER.match(self.text, start, self.end)
        start = name.end() if name else start
        return CLAUSE.split(self.text[start : min(self.end, start + FAR)])[0]

    def date_before(self, offset: int) -> Dated | None:
        """The last date before an offset, if it is to come and no other verb parts them."""
        for date in reversed(self.dates):
            if date.end > offset:
                continue
            between = self.text[date.end : offset]
            is_near = len(between) < FAR and not CLAUSE.search(between)
            is_free = is_near and not OTHER_VERB.search(between)
            return date if is_free and (date.is_ahead or date.is_today) else None
        return self.heading

    def date_after(self, place: int) -> Dated | None:
        """The first date after a word in its clause."""
        for date in self.dates:
            between = self.text[self.ends[place] : date.start]
            if 0 <= date.start - self.ends[place] < FAR:
                between = _NAME_AFTER.sub("", between, count=1)
                if not CLAUSE.search(between):
                    return date
        return None


def plan_before(words: Sequence[str], place: int) -> str:
    """The word that says that a verb is to be done: "will", "plans"; "" where none does."""
    at = place - 1
    while at >= 0 and words[at] in ADVERBS:
        at -= 1
    if at < 0:
        return ""
    if words[at] in WILL:
        return words[at]
    if words[at] != "to" or not at:
        return ""
    if words[at - 1] in ADVERBS and at > 1 and words[at - 2] in PLANS_DIRECTLY:
        return words[at - 2]
    if words[at - 1] in PLANS_DIRECTLY:
        return words[at - 1]
    apart = _APART_JOINED if words[at - 1] == "and" else _APART
    for earlier in range(at - 1, max(-1, at - 1 - apart), -1):
        if words[earlier] in PLANS:
            denials = NEGATIONS if words[earlier] in _GIVEN else _DENIALS
            is_denied = not denials.isdisjoint(words[max(0, earlier - 2) : earlier])
            return "" if is_denied else words[earlier]
        is_first_deed = words[earlier] == "to" and apart == _APART_JOINED
        if words[earlier] in NEGATIONS or (words[earlier] in STOPS and not is_first_deed):
            return ""
    return ""


_APART: Final = 4
_APART_JOINED: Final = 10
"""How far a plan may be from "to", and from "and to"."""

_DENIALS: Final = NEGATIONS | {"had"}
_GIVEN: Final = words_of("agreed decided promised pledged vowed invited arranged")
"""What still holds after "had", as "had planned" does not."""

STOPS: Final = words_of(
    "said was were had has after before if would could might not that to as because who which"
)
"""Words beyond which a plan is another verb's."""
