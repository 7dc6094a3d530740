"""Runs of capitalised words, with all that joins them: "the Ministry of Trade and Fisheries"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from language.grammar.sentence_words import SentenceWords
from language.names.lists import common_words, countries, given_names, organizations, places
from language.names.title_words import TITLES
from language.names.words import (
    BODIES,
    CALENDAR,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    OFFICES,
    PARTICLES,
    PLACES,
    STATES,
)
from language.word_lists import words_of

_MOST_WORDS: Final = 14
"""A run of more is a headline or a list, and no name."""

_ABBREVIATED: Final = words_of(
    "st ste mt ft gov sen rep rev gen col lt maj capt sgt adm cmdr cpl mr mrs ms dr prof pres hon"
    " jr sr messrs supt det insp atty asst"
)
"""What a full stop may follow inside a name."""

_TAKES_OF: Final = (
    BODIES
    | STATES
    | PLACES
    | OFFICES
    | words_of("battle treaty court chamber library port gates undersecretary deputy board")
) - words_of("press news post times officer")
_BODIES_OF: Final = BODIES | STATES
_TAKES_AND: Final = words_of(
    "ministry department organization organisation office institute committee centre center bureau"
    " commission secretary minister council college university society foundation"
)


def runs_in(sentence: SentenceWords, lower_words: Set[str]) -> Iterator[tuple[int, int]]:
    """The runs of a sentence, `[first, last)` of its words, in order.

    Args:
        sentence: its words.
        lower_words: words that the text writes in lower case elsewhere.
    """
    index, size = 0, len(sentence)
    capitals = sentence.capitals
    while index < size:
        if not capitals[index]:
            index += 1
            continue
        end = _run_end(sentence, index)
        if end - index <= _MOST_WORDS:
            first = _without_opener(sentence, index, end, lower_words)
            yield from _without_days(sentence, first, end)
        index = end


def _run_end(sentence: SentenceWords, first: int) -> int:
    """Where a run of capitals that begins at an index ends, with all that joins its words."""
    words, lowers, capitals = sentence.words, sentence.lowers, sentence.capitals
    size = len(sentence)
    heads_of = heads_and = False
    index = first
    while index < size and capitals[index]:
        heads_of = heads_of or lowers[index] in _BODIES_OF
        heads_and = heads_and or lowers[index] in _TAKES_AND
        index += 1
        if index + 1 >= size or capitals[index]:
            continue
        mark, following = words[index], index + 1
        if (
            mark == "."
            and _is_abbreviated(words[index - 1])
            and (capitals[following] or _after_nickname(sentence, following) > following)
        ):
            index = following if capitals[following] else _after_nickname(sentence, following)
        elif mark in _QUOTES and (after := _after_nickname(sentence, index)) > index:
            index = after
        elif mark in PARTICLES and lowers[index - 1] not in FUNCTION_WORDS:
            while following < size and words[following] in PARTICLES:
                following += 1
            index = following if following < size and capitals[following] else index
        elif (mark == "&" and capitals[following]) or (
            mark == "," and words[following] in ("Jr", "Sr")
        ):
            index = following
        elif mark in "'’" and words[index - 1].endswith("s") and sentence.is_joined(index):
            index = following if _leads_to_body(sentence, following) else index
        elif mark == "in" and capitals[following] and heads_of:
            index = following if {"for", "and"} <= set(words[first:index]) else index
        elif mark == "on" and capitals[following]:
            index = following if lowers[index - 1] in _TAKES_AND else index
        elif mark in ("of", "for") and (heads_of or lowers[index - 1] in _TAKES_OF):
            index = _after_of(sentence, index)
        elif mark == "and" and capitals[following]:
            is_inner = heads_and and _goes_on(sentence, first, index)
            index = following if is_inner or _is_pair(sentence, index) else index
        if index < size and not capitals[index]:
            break
    return index


_QUOTES: Final = frozenset("\"“”‘’'")


_LONGEST_NICKNAME: Final = 3


def _after_nickname(sentence: SentenceWords, index: int) -> int:
    """Where the family name after a nickname in quotation marks stands; `index` if there is none.

    Before it a given name stands, or it is one: José "the Fox" Orlen.
    """
    words = sentence.words
    if sentence.word(index) not in _QUOTES or index < 1:
        return index
    for last in range(index + 2, min(index + 2 + _LONGEST_NICKNAME, len(words) - 1)):
        if words[last] in _QUOTES:
            inner = words[index + 1 : last]
            is_name = words[index - 1] in given_names() or inner[0] in given_names()
            is_tight = sentence.is_joined(index + 1) and sentence.is_joined(last)
            is_name = is_name and is_tight and sentence.capitals[last + 1]
            return last + 1 if is_name and sentence.capitals[last - 1] else index
    return index


def _after_of(sentence: SentenceWords, of: int) -> int:
    """The index of the capital that "of" or "of the" leads to; that of "of" if there is none."""
    following = of + 1
    if sentence.word(following) == "the":
        following += 1
    return following if sentence.is_capital(following) else of


def _goes_on(sentence: SentenceWords, first: int, conjunction: int) -> bool:
    """Whether "and" stands inside a name: Ministry of Trade and Fisheries, not two bodies."""
    words = sentence.words
    last = conjunction + 1
    while sentence.is_capital(last):
        last += 1
    if last - conjunction > 2 and _begins_person(sentence, conjunction + 1):
        return False
    return any(
        words[index] in ("of", "for") for index in range(max(first, conjunction - 8), conjunction)
    ) and not (last - conjunction > 2 and sentence.lowers[last - 1] in _TAKES_AND)


def _begins_person(sentence: SentenceWords, index: int) -> bool:
    """Whether two words from an index on are a person's rather than a field's: Ada Orlen."""
    pair = sentence.words[index : index + 2]
    if pair[0] in given_names() and pair[0].lower() not in common_words():
        return True
    return not any(
        word.lower() in common_words() or word in places() or word in countries().peoples
        for word in pair
    )


def _is_pair(sentence: SentenceWords, conjunction: int) -> bool:
    """Whether "and" joins two ordinary words in a body’s name: Ports and Fisheries Authority."""
    last = conjunction + 1
    while sentence.is_capital(last):
        last += 1
    if last - conjunction < 3 or sentence.lowers[last - 1] not in BODIES:
        return False
    if _is_abbreviated_pair(sentence, conjunction, last):
        return True
    pair = (sentence.lowers[conjunction - 1], sentence.lowers[conjunction + 1])
    return all(word in common_words() for word in pair) and pair[0] not in BODIES


def _is_abbreviated_pair(sentence: SentenceWords, conjunction: int, last: int) -> bool:
    """Whether brackets after `last` abbreviate what "and" joins: Dockers and Miners Union (DMU).

    The "A" of "and" may be among the letters.
    """
    short = sentence.words[last + 1] if sentence.word(last) == "(" else ""
    pair = sentence.words[conjunction - 1][0] + sentence.words[conjunction + 1][0]
    return pair in short or pair in short.replace("A", "")


def _leads_to_body(sentence: SentenceWords, first: int) -> bool:
    """Whether the capitals from an index on end in the head of a body: Pilots’ Guild."""
    last = first
    while sentence.is_capital(last):
        last += 1
    return last > first and sentence.lowers[last - 1] in BODIES


def _is_abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


OPENING_MARKS: Final = frozenset("\"'“‘«„([—–-:")
"""After these a sentence or quotation begins."""

_ADVERBS: Final = ("ly", "ing")


def _without_opener(sentence: SentenceWords, first: int, last: int, lower_words: Set[str]) -> int:
    """Where a run begins without the word that has its capital from where it stands."""
    words, lowers = sentence.words, sentence.lowers
    is_opening = first == 0 or words[first - 1] in OPENING_MARKS or words[first - 1] in ".?!"
    while first < last:
        word, lower = words[first], lowers[first]
        is_article = word in ("The", "A")
        if (
            is_article
            or word == "I"
            or word[:2] in ("I'", "I’")
            or not sentence.capitals[first]
            or not word[0].isalnum()
            or (is_opening and lower in FUNCTION_WORDS and not _is_acronym(word))
            or (is_opening and last - first > 1 and _is_opener(sentence, first, lower_words))
        ):
            first += 1
        else:
            break
        is_opening = is_opening and not is_article
    return first


def _is_opener(sentence: SentenceWords, index: int, lower_words: Set[str]) -> bool:
    """Whether a word at the start of a sentence is an ordinary one before a name."""
    word, lower = sentence.words[index], sentence.lowers[index]
    pair = " ".join(sentence.words[index : index + 2])
    if pair in places() or pair in countries().names or pair in organizations():
        return False
    if word in given_names() or word in places() or lower in TITLES or _is_acronym(word):
        return False
    if word in countries().names or word in countries().peoples or lower in OFFICE_PARTS:
        return False
    after = index + 1
    while lower in PARTICLES and sentence.word(after) in PARTICLES and after < index + 3:
        after += 1
    if lower in PARTICLES and sentence.is_capital(after):
        return False
    return lower in lower_words or lower.endswith(_ADVERBS)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _without_days(sentence: SentenceWords, first: int, last: int) -> Iterator[tuple[int, int]]:
    """A run in the pieces that days and months leave."""
    begin = first
    for index in range(first, last):
        if sentence.lowers[index] in CALENDAR and not _is_name_of_day(sentence, index):
            if begin < index:
                yield begin, index
            begin = index + 1
    if begin < last:
        yield begin, last


def _is_name_of_day(sentence: SentenceWords, index: int) -> bool:
    """Whether a month’s word is a person’s name: "April Orlen", "Theresa May"."""
    word = sentence.words[index]
    if word == "Jan" and sentence.is_capital(index + 1):
        return True
    if word in ("May", "March", "August", "Mar", "Jan"):
        return sentence.words[index - 1] in given_names() if index else False
    return word in ("April", "June", "Sun", "Noël") and sentence.is_capital(index + 1)
