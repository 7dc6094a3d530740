"""The pronouns for one person, and "they" and "it" where they speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from language.grammar.sentence_words import SentenceWords
from language.names.lists import Gender
from language.names.mentions import is_opening
from language.names.speaking import is_speaking_at, is_speech_before
from language.names.words import AUXILIARIES, CALENDAR, FUNCTION_WORDS
from language.word_lists import words_of


@dataclass(slots=True)
class Pronoun:
    """A pronoun for one person: `[start, end)` in the text."""

    start: int
    end: int
    word: str
    gender: Gender
    sentence: int
    is_subject: bool
    is_speaking: bool
    is_quoted: bool
    is_object: bool = False
    """Whether something is done to whom it means: "Savik met him"."""
    is_after_participle: bool = False
    """Whether "Leaving Orlen," stands before it: it then means nobody named there."""


_PRONOUNS: Final[dict[str, Gender]] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}


def pronouns_in(sentence: SentenceWords, quoted: list[bool], number: int) -> Iterator[Pronoun]:
    """The pronouns for one person in a sentence."""
    lowers = sentence.lowers
    yield from _speaking_plurals(sentence, quoted, number)
    if _PRONOUNS.keys().isdisjoint(lowers):
        return
    for index, lower in enumerate(lowers):
        if gender := _PRONOUNS.get(lower):
            is_subject = lower in ("he", "she")
            is_focus = is_subject or (lower in ("his", "her") and is_opening(sentence, index))
            yield Pronoun(
                sentence.starts[index],
                sentence.ends[index],
                lower,
                gender,
                number,
                is_focus,
                is_subject
                and (
                    is_speaking_at(sentence, index + 1)
                    or is_speech_before(sentence, index, index + 1)
                ),
                quoted[index],
                _is_object(sentence, index),
                is_subject and _is_after_participle(sentence, index),
            )


_NO_NOUNS: Final = FUNCTION_WORDS | CALENDAR
_BORDERS: Final = FUNCTION_WORDS - AUXILIARIES


def _is_object(sentence: SentenceWords, index: int) -> bool:
    """Whether "him", or "her" without a noun that she owns, follows a name and its verb."""
    if sentence.word(index) == "her":
        following = sentence.word(index + 1)
        if following.isalpha() and following not in _NO_NOUNS:
            return False
    elif sentence.word(index) != "him":
        return False
    for before in range(index - 1, index - 5, -1):
        word = sentence.word(before)
        if sentence.is_capital(before):
            return True
        if not word.isalpha() or word in _BORDERS:
            return False
    return False


_LONGEST_OPENING: Final = 16


def _is_after_participle(sentence: SentenceWords, index: int) -> bool:
    """Whether a sentence begins with a participle’s clause that ends before a pronoun."""
    first = sentence.word(0)
    if first in ("after", "before", "while", "when", "since", "by", "in", "without"):
        first = sentence.word(1)
    is_participle = len(first) > 4 and first.endswith("ing") and first not in _NO_PARTICIPLES
    return is_participle and sentence.word(index - 1) == "," and index < _LONGEST_OPENING


_NO_PARTICIPLES: Final = words_of(
    "during morning evening king according nothing something everything"
)


def _speaking_plurals(
    sentence: SentenceWords, quoted: list[bool], number: int
) -> Iterator[Pronoun]:
    """ "They" and "it" where they speak outside quotation marks."""
    for index, lower in enumerate(sentence.lowers):
        if lower in ("they", "it") and not quoted[index] and is_speaking_at(sentence, index + 1):
            start, end = sentence.starts[index], sentence.ends[index]
            yield Pronoun(start, end, lower, "", number, True, True, False)
