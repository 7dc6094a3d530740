"""English words around a subject: what leads to it, when, and who does what the verb says."""

from __future__ import annotations

import re
from typing import Final

from language.grammar.word_classes import Words
from language.word_lists import words_of

OBJECT_DOES: Final = words_of(
    "force prompt lead allow enable urge ask tell want expect cause get help encourage order compel"
    " push press lobby persuade convince invite instruct require permit pressure inspire trust"
)
"""Verbs whose object does what the infinitive after it says."""

BEFORE_TIME: Final = words_of("on late early last this next just earlier later")
"""What begins a time between a subject and its verb."""

TIMES: Final = words_of(
    "week month year night morning afternoon evening weekend summer fall spring"
)
"""What such a time may name."""

TIMES_THAT: Final = TIMES | words_of("day moment time hour minute")
"""Nouns before a clause that tells when: "on the day that Savik said so, …"."""

LEADS: Final = words_of(
    "even then but and so also still however meanwhile later now yet thus here perhaps instead too"
)
"""What ties a clause to the one before its subject."""

_BEFORE_SPAN: Final = BEFORE_TIME | words_of("that same")
_SPANS: Final = TIMES | words_of("day")


def after_time(words: Words, first: int, last: int) -> int:
    """The number of the first word of a subject after a time: "Last week Savik", "That day he"."""
    place = first
    while place < last and words.lowers[place] in _BEFORE_SPAN:
        place += 1
    is_led = place > 0 and words.lowers[place - 1] in _BEFORE_SPAN
    return place + 1 if is_led and place < last and words.lowers[place] in _SPANS else first


_LONGEST_NAME: Final = 4
_NAMES: Final = re.compile(r"(?:P{1,4},){1,4}")


def before_names(words: Words, first: int, last: int) -> int:
    """The number of the first word of a subject with the names that open a headline before it.

    "Halvany, Kethany agree": that of "Halvany".
    """
    is_name = last - first < _LONGEST_NAME and "P" in words.classes[first : first + 1]
    return 0 if is_name and _NAMES.fullmatch(words.classes, 0, first) else first
