"""Headlines that write each word with a capital, where capitals tell no name."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

from language.grammar.sentence_words import SentenceWords
from language.names.lists import common_words, countries, given_names, organizations, places
from language.names.parts import NamePart
from language.names.words import FUNCTION_WORDS
from language.word_lists import words_of

_LONGEST_NAME: Final = 6
_LONGEST_HEADLINE: Final = 40
_SMALL_WORDS: Final = words_of("vs v not up out off be been via amp n't don't can't won't s t")


def is_headline(sentence: SentenceWords) -> bool:
    """Whether a sentence is written with a capital on all but its small words, or in capitals."""
    if not 3 < len(sentence) < _LONGEST_HEADLINE or sentence.words[-1] == ",":
        return False
    ordinary = 0
    for word, lower, is_capital in zip(
        sentence.words, sentence.lowers, sentence.capitals, strict=True
    ):
        if not word[0].isalpha():
            continue
        if not is_capital:
            if lower not in FUNCTION_WORDS and lower not in _SMALL_WORDS:
                return False
        elif lower in common_words() or lower in FUNCTION_WORDS or lower.endswith(("ed", "ing")):
            ordinary += 1
    return ordinary > (3 if sentence.words[-1] == "." else 2)


def names_in_headline(sentence: SentenceWords, known: Set[tuple[str, ...]]) -> Iterator[NamePart]:
    """The names of a headline that the text holds elsewhere too, or that begin as a person’s."""
    index = 0
    while index < len(sentence):
        last = _known_end(sentence, index, known)
        if last > index:
            yield NamePart(index, index, last)
        index = max(last, index + 1)


def _known_end(sentence: SentenceWords, first: int, known: Set[tuple[str, ...]]) -> int:
    words = sentence.words
    if not sentence.capitals[first]:
        return first
    for last in range(min(first + _LONGEST_NAME, len(words)), first, -1):
        name = " ".join(words[first:last])
        if tuple(words[first:last]) in known and name.lower() not in common_words():
            return last
        if name in countries().names or (name in organizations() and last - first > 1):
            return last
    if _begins_person(words[first]) and sentence.is_capital(first + 1):
        following = words[first + 1]
        if following.lower() not in common_words() and following.lower() not in FUNCTION_WORDS:
            return first + 2
    return first


def _begins_person(word: str) -> bool:
    return word in given_names() and not (word in places() or word.lower() in common_words())
