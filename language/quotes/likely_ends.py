"""Where a content that begins with a word may end: each place with how likely that is.

Read from there on, a content comes to one border after the other and ends at one of them, or else
with its sentence. How often it ends at a border of each kind was counted in the dev data.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from language.grammar.word_classes import Words
from language.word_lists import words_of


class End(NamedTuple):
    """The number of the last word of a content, and how likely it ends there: from 0 to 1."""

    last: int
    likelihood: float


def ends_from(words: Words, first: int, last: int, is_clause: bool) -> list[End]:
    """Where a content from one word may end, `last` at the latest; the likeliest first.

    `is_clause` says whether it is a clause with a verb of its own; else it is a noun phrase.
    """
    shares = _OF_CLAUSES if is_clause else _OF_PHRASES
    found: list[End] = []
    left = 1.0
    for place in range(first, last):
        if border := _border_after(words, place):
            share = shares.get(border, _SHARES.get(border, 0.0))
            if share:
                found.append(End(place, left * share))
                left *= 1 - share
    found.append(End(last, left))
    return sorted(found, key=lambda end: -end.likelihood)


def _border_after(words: Words, place: int) -> str:
    """The kind of the border after a word; empty where a content cannot end with it."""
    classes = words.classes
    each, following = classes[place], classes[place + 1]
    if each in _LEADING or (each == "D" and words.lowers[place] not in _ALONE):
        return ""
    if following in _VERBAL:
        return "" if each in "LVR" else "V"
    if following == ",":
        return "," + _AFTER_COMMA.get(classes[place + 2 : place + 3], "N")
    if following in "ITCSWA-;(YR":
        return following
    return "Q" if each == "Q" else ""


_LEADING: Final = frozenset("ITOCSWAMBH(,;-.")
"""The classes of the words that more must follow."""
_VERBAL: Final = frozenset("VMBHGE")
_ALONE: Final = words_of("this these those much more both all some many his that")
"""The determiners that stand without a noun."""
_AFTER_COMMA: Final = {"W": "W", "C": "C", "G": "G", "E": "G", "S": "S", "A": "S", "I": "I"}

_SHARES: Final = {
    ",G": 0.75,
    ",C": 0.5,
    ",S": 0.45,
    ",W": 0.4,
    ",I": 0.35,
    ",N": 0.3,
    "-": 0.3,
    ";": 0.2,
    "(": 0.3,
    "Q": 0.5,
    "Y": 0.25,
    "V": 0.1,
    "A": 0.2,
    "C": 0.18,
    "S": 0.15,
    "I": 0.1,
    "R": 0.08,
    "T": 0.05,
    "W": 0.05,
}
"""How often a content that came to a border ended there; the letters are those of word classes."""
_OF_CLAUSES: Final = {"A": 0.06, "C": 0.06, "S": 0.03, "I": 0.03, "T": 0.02}
_OF_PHRASES: Final = {"T": 0.06}
