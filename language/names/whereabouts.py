"""Whether a word with a capital is where something is: a place called like a person."""

from __future__ import annotations

from typing import Final

from language.grammar.sentence_words import POSSESSIVES, SentenceWords
from language.word_lists import words_of

_SETTLEMENTS: Final = words_of(
    "town city village port hamlet suburb capital district province region county island resort"
    " settlement municipality neighborhood neighbourhood township borough commune valley coast"
    " outskirts stronghold"
)
_LEADERS: Final = words_of(
    "mayor governor bishop archbishop residents people inhabitants streets north south east west"
    " university citizens part parts"
)
_GROUND: Final = words_of(
    "valley river region province district county border crossing desert coast coastline island"
    " islands port harbor harbour refinery highway motorway railway bridge dam peninsula mountains"
    " basin delta estuary plateau strait gulf bay lake canal reservoir airport airfield airstrip"
    " pipeline oilfield gasfield mine quarry shipyard suburb neighborhood neighbourhood"
    " municipality governorate prefecture township archipelago wetlands marshes"
)
"""What lies somewhere, and has its name from the place or from someone."""
_ON_GROUND: Final = words_of(
    "border river coastal mountain lake refugee prison detention displacement railway road oil gas"
    " nuclear power coal copper gold hydroelectric industrial naval air military"
)
_BUILT: Final = words_of("camp plant station terminal field complex base post line tunnel depot")
"""What lies somewhere if a word before it says so: a refugee camp."""
_INSIDE: Final = words_of("in near across throughout outside inside")
_TRUST: Final = words_of(
    "confidence trust faith interest belief hope hopes believe believes believed believing trusts"
    " trusted interested trusting disappointed disappointment love invested loss losses rival"
    " partner ally friend successor leader"
)
_FARTHEST: Final = 6


def is_in(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether "in" or "near" leads to a name of one word, as to a place."""
    if last - first > 1 or sentence.word(first - 1) not in _INSIDE:
        return False
    return sentence.word(last) not in POSSESSIVES and sentence.word(first - 2) not in _TRUST


def leads_to_ground(sentence: SentenceWords, last: int) -> bool:
    """Whether a noun in lower case after a name says that it is a place's: "the Orlen valley"."""
    word, following = sentence.word(last), sentence.word(last + 1)
    if word in _ON_GROUND and (following in _GROUND or following in _BUILT):
        return not (sentence.is_capital(last) or sentence.is_capital(last + 1))
    return word in _GROUND and not sentence.is_capital(last)


def is_called_place(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether a noun says that a name is a place's: "the town of Orlen", "Orlen, a port"."""
    before = first - 1
    if sentence.word(before) == "of" and (
        sentence.word(before - 1) in _SETTLEMENTS or sentence.word(before - 1) in _LEADERS
    ):
        return True
    if sentence.word(last) != "," or sentence.word(last + 1) not in ("a", "an", "the", "its"):
        return False
    for index in range(last + 2, last + 2 + _FARTHEST):
        word = sentence.word(index)
        if word in _SETTLEMENTS:
            return sentence.word(index + 1) not in POSSESSIVES and not sentence.is_capital(index)
        if not word or not word[0].isalpha():
            return False
    return False
