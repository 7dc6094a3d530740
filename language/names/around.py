"""Where a name begins and ends: rules of capital letters and word lists.

Certain where they answer, silent where they are not. Of scripts without capitals Chinese alone is
read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from language.grammar.sentence_words import SentenceWords
from language.names.chinese import chinese_name_around, is_han
from language.names.french import french_body_around
from language.names.parts import NamePart, parts_in
from language.names.words import OFFICES
from language.segments import Segments
from store.records import Span

_ELISION: Final = re.compile(r"(?:[dlsnjm]|qu)['’](?=\w)")


def name_around(segments: Segments, offset: int) -> Span | None:
    """The whole name that the word at an offset is part of; None if it is part of none.

    Titles and nationalities before a person's name are no part of it; particles inside and the
    "of" of organizations are.
    """
    word = segments.around("word", offset)
    sentence = segments.around("sentence", word.start) if word else None
    if word is None or sentence is None:
        return None
    if is_han(word.text[0]):
        place = chinese_name_around(segments.text, word.start, sentence.start, sentence.end)
        return Span.of(segments.text, *place) if place else None
    if body := french_body_around(segments.text, word.start, sentence.start, sentence.end):
        return Span.of(segments.text, *body)
    for start, end in names_in_sentence(sentence):
        if start <= word.start < end:
            return Span.of(segments.text, start, end)
    return None


def names_in_sentence(sentence: Span) -> list[tuple[int, int]]:
    """Where the names of a sentence stand in its text, in order."""
    found = _names(sentence.text)
    return [(sentence.start + start, sentence.start + end) for start, end in found]


@lru_cache(maxsize=16)
def _names(text: str) -> list[tuple[int, int]]:
    words = SentenceWords(text, 0, len(text))
    return [
        place_of(words, part) for part in parts_in(words, frozenset()) if part.first < part.last
    ]


def place_of(sentence: SentenceWords, part: NamePart) -> tuple[int, int]:
    """`[start, end)` of a name: without "d’" before it, with the full stop after "Jr"."""
    start, last = sentence.starts[part.first], part.last - 1
    if elision := _ELISION.match(sentence.words[part.first]):
        start += elision.end()
    is_abbreviated = sentence.words[last] in ("Jr", "Sr") and sentence.word(part.last) == "."
    return start, sentence.ends[last + is_abbreviated]


def is_office(word: str) -> bool:
    """Whether a word is the head of a title: "minister", "co-chair"."""
    return any(part in OFFICES for part in word.lower().replace("’", "'").split("-"))
