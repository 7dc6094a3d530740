"""English words that may be the past of a verb: finite, a participle, an adjective or a noun."""

from __future__ import annotations

from typing import Final

from language.quotes.reporting_words import SAYING, URGING
from language.word_lists import words_of

NOUN_AND_PAST: Final = words_of(
    "bid cut hit set cost bet split spread broadcast forecast burst cast read"
)
"""Forms of the past that are nouns too: "ruled out a leadership bid, saying"."""

_SAID_OR_URGED: Final = SAYING | URGING | {"wondered"}
_DESCRIBING: Final = words_of(
    "repeated alleged reported proposed planned suspected claimed promised renewed pledged"
    " expected feared demanded recommended suggested perceived anticipated"
)
"""Participles that describe a noun after a verb: "ignored repeated warnings"."""


def class_of_past(word: str, beside: str, before: str, after: str) -> str:
    """Whether a form of the past is finite (V), a participle (E) or an adjective (N).

    Args:
        word: the form.
        beside: the class of the word before it.
        before: the class of the word before that is no adverb.
        after: the class of the word after it.
    """
    if (beside in "DO'0I" or (beside == "R" and before in "DO'I")) and after in "NPbsG":
        return "N"
    if beside in "Q,.;-" and after in "NP" and word not in _SAID_OR_URGED:
        return "N"
    if beside == "V" and after in "Nbs" and word in _DESCRIBING:
        return "N"
    return "E" if before == "B" else "V"
