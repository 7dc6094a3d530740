"""The parts that a run of capitals falls into: affiliation, title, name.

"Halvany Foreign Minister Mira Savik" is a title that leads a name; "the Ports Council Mira Savik"
an organization beside a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from language.grammar.sentence_words import SentenceWords
from language.names.lists import common_words, countries, given_names, organizations, places, roles
from language.names.runs import OPENING_MARKS, runs_in
from language.names.title_words import is_title
from language.names.words import (
    BODIES,
    FAMILY_NAMES_FIRST,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    PARTICLES,
    PLACES,
    STATES,
)
from language.word_lists import words_of

_OFTEN_PLAIN: Final = words_of(
    "general chief major justice king queen prince republican democrat deputy doctor captain"
    " secretary father mother brother sister senior judge premier director marshal head"
)
"""Titles that with an ordinary word after them are none: General Assembly."""


class NamePart(NamedTuple):
    """A name in a row of words: `[first, last)`, and the words of its run before it that are
    its title: `[title, first)`, none if they are equal. A title without a name is `[first, first)`.
    """

    title: int
    first: int
    last: int


def parts_in(sentence: SentenceWords, lower_words: Set[str]) -> Iterator[NamePart]:
    """The names of a sentence, in order.

    Args:
        sentence: its words.
        lower_words: words that the text writes in lower case elsewhere.
    """
    for first, last in runs_in(sentence, lower_words):
        yield from _split(sentence, first, last, lower_words)


_CAPTIONS: Final = words_of("image images photo photos picture video file credit")
_ROMANCE: Final = words_of("le les une est dans que el los las il et sur pour des la qui con du")
_NO_END: Final = words_of(
    "is was are who which to over the and in for of at by with as on from a an or but if that"
)
_LEADING_PARTICLES: Final = words_of("de von van der di da du del della bin ibn")


def _split(
    sentence: SentenceWords, first: int, last: int, lower_words: Set[str]
) -> Iterator[NamePart]:
    """A run in its parts."""
    words, lowers = sentence.words, sentence.lowers
    while last > first and not sentence.words[last - 1][0].isalnum():
        last -= 1
    if last - first > 2 and sentence.word(last) == ":" and lowers[last - 1] in _CAPTIONS:
        last -= 1
    while first < last and not sentence.capitals[first]:
        first += 1
    while last > first and lowers[last - 1] in _NO_END and not words[last - 1].isupper():
        last -= 1
    if first >= last or (last - first == 1 and lowers[first] in ("jr", "sr", "ii", "iii")):
        return
    while (
        first > 0
        and words[first - 1] in _LEADING_PARTICLES
        and not _is_romance(sentence, lower_words)
    ):
        first -= 1
    title = _title_end(sentence, first, last)
    if title is None and _is_led_by_role(sentence, first, last):
        title = first + 1
    if title is not None:
        body = _body_of_office(sentence, first, title, last)
        if body is None:
            yield NamePart(first, title, last)
        else:
            yield NamePart(first, body.title, body.title)
            yield from _split(sentence, body.first, last, lower_words)
        return
    border = _border(sentence, first, last)
    if border > first:
        end = border
        while end > first and not sentence.capitals[end - 1]:
            end -= 1
        if not _is_prefix_only(sentence, first, end):
            yield NamePart(first, first, end)
        yield NamePart(first if _is_prefix_only(sentence, first, end) else border, border, last)
    else:
        yield NamePart(first, first, last)


def _title_end(sentence: SentenceWords, first: int, last: int) -> int | None:
    """Where the name begins that a title of the run leads to; None if the run holds no title."""
    words, lowers = sentence.words, sentence.lowers
    names = given_names()
    for index in range(last - 1, first - 1, -1):
        if not is_title(lowers[index]) or _is_field_of_body(sentence, first, index):
            continue
        if _is_family_name(sentence, first, index, last):
            return index if _is_courtesy_before(sentence, first, index) else None
        begin = index + 1
        while begin < last and words[begin] in (".", "'", "’"):
            begin += 1
        if begin < last and lowers[begin] in ("of", "for", "to"):
            begin = _field_end(sentence, begin + 1, last)
        if any(lowers[after] in BODIES for after in range(begin, last)) and not (
            begin < last and words[begin] in names
        ):
            return None
        while begin < last and lowers[begin] in PARTICLES and not sentence.capitals[begin]:
            begin += 1
        if begin < last and lowers[begin] == "elect":
            begin += 1
        if begin < last and lowers[index] in _OFTEN_PLAIN and lowers[begin] in common_words():
            return None
        return begin
    return None


def _is_field_of_body(sentence: SentenceWords, first: int, index: int) -> bool:
    """Whether a word that may be a title says what a body is for: the Ministry of Justice."""
    return (
        index > first + 1
        and sentence.lowers[index - 1] in ("of", "for")
        and sentence.lowers[index - 2] in BODIES
    )


def _is_led_by_role(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether a noun for a person begins a sentence before a name: "Goalkeeper Ada Orlen"."""
    is_opening = first == 0 or sentence.words[first - 1] in OPENING_MARKS
    if not (is_opening and 2 < last - first < 6 and sentence.lowers[first] in roles()):
        return False
    is_name = sentence.capitals[first + 1] and not any(
        sentence.lowers[index] in BODIES or sentence.lowers[index] in common_words()
        for index in range(first + 1, last)
    )
    return is_name and sentence.words[first] not in given_names()


def _is_romance(sentence: SentenceWords, lower_words: Set[str]) -> bool:
    """Whether a sentence is in a language where "de" is an ordinary word."""
    return len(_ROMANCE & lower_words) > 4 or len(_ROMANCE & set(sentence.lowers)) > 1


def _body_of_office(sentence: SentenceWords, first: int, title: int, last: int) -> NamePart | None:
    """The body that "of the" leads to after an office, where no person’s name follows it.

    Its `title` is where the office ends.
    """
    for index in range(first + 1, last - 1):
        if sentence.lowers[index] in ("of", "for") and sentence.lowers[index + 1] == "the":
            is_person = title < last and sentence.words[title] in given_names()
            return None if is_person else NamePart(index, index + 2, last)
    return None


def _is_family_name(sentence: SentenceWords, first: int, index: int, last: int) -> bool:
    """Whether a word that may be a title ends a person’s name: "Ada King"."""
    if _is_courtesy_before(sentence, first, index):
        return True
    if index == first or sentence.words[index - 1] not in given_names():
        return False
    is_end = index == last - 1 or sentence.lowers[index + 1] in ("jr", "sr")
    return is_end and not _is_common(sentence.words[index - 1])


_COURTESIES_ONLY: Final = words_of("mr mrs ms miss messrs")
_OFTEN_FAMILY_NAMES: Final = words_of(
    "king prince pope bishop major justice judge marshal sargent chancellor lord duke baron count"
    " dean coach pilot sheriff priest abbott page cook banker"
)
"""Titles that are family names too."""


def _is_courtesy_before(sentence: SentenceWords, first: int, index: int) -> bool:
    """Whether "Mr." leads to the word at an index, which is then a name: "Mr. King"."""
    before = index - 2 if sentence.word(index - 1) == "." else index - 1
    is_last = not sentence.is_capital(index + 1)
    is_led = before >= first and sentence.lowers[before] in _COURTESIES_ONLY
    return is_led and is_last and sentence.lowers[index] in _OFTEN_FAMILY_NAMES


def _field_end(sentence: SentenceWords, index: int, last: int) -> int:
    """Where the field of an office ends: Secretary of State | Mira Savik."""
    words, lowers = sentence.words, sentence.lowers
    names = given_names()
    known = countries()
    begin = index
    while index < last:
        word, lower = words[index], lowers[index]
        is_pair = f"{word} {words[index + 1]}" if index + 1 < last else ""
        if is_pair in known.names or is_pair in places():
            index += 2
        elif word in names and index > begin and index + 1 < last:
            break
        elif (
            lower in common_words()
            or lower in OFFICE_PARTS
            or lower in BODIES | STATES
            or word in known.names
            or word in known.peoples
            or word in places()
            or lower in FUNCTION_WORDS
            or not word[0].isalnum()
        ):
            index += 1
        else:
            break
    return index if index > begin or last - begin > 2 else last


def _border(sentence: SentenceWords, first: int, last: int) -> int:
    """Where a person's name begins behind another name without a title; `first` if nowhere."""
    words, lowers = sentence.words, sentence.lowers
    names = given_names()
    for index in range(max(first + 1, last - 4), last - 1):
        if words[index] not in names or not sentence.capitals[index + 1]:
            continue
        if _is_common(words[index]) or lowers[last - 1] in BODIES | PLACES:
            continue
        if index == first + 1 and _is_verb_like(sentence, first):
            return index
        is_role = lowers[index - 1] in roles() and lowers[index - 1] not in BODIES
        if is_role:
            return index
        if last - index == 2 and lowers[last - 1] in common_words():
            continue
        if _ends_other(sentence, first, index):
            return index
    is_led = (
        last - first > 3
        and _are_common(words[first : last - 2])
        and sentence.capitals[last - 2]
        and words[last - 3] != "of"
    )
    if is_led and not any(
        _is_common(word) or word.lower() in BODIES for word in words[last - 2 : last]
    ):
        return last - 2
    if last - first > 2 and _is_people(words[first]) and not _has_body(sentence, first, last):
        return first + 1
    return first


def _is_verb_like(sentence: SentenceWords, index: int) -> bool:
    """Whether a word before a given name has its capital from where it stands: "Hold Ada Orlen"."""
    is_opening = index == 0 or sentence.words[index - 1] in OPENING_MARKS
    return (
        is_opening
        and sentence.words[index] not in given_names()
        and sentence.words[index] not in FAMILY_NAMES_FIRST
        and (len(sentence.words[index]) > 1)
    )


def _is_common(word: str) -> bool:
    return word in places() or word.lower() in common_words() or word in countries().names


def _ends_other(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether the words before a given name are no part of the person's name."""
    words, lowers = sentence.words, sentence.lowers
    joined = " ".join(words[first:last])
    before = lowers[last - 1]
    return (
        before in BODIES
        or before in STATES
        or joined in places()
        or joined in organizations()
        or joined in countries().names
        or (before not in ("of", "for", "and", "the") and _has_body(sentence, first, last))
        or _are_common(words[first:last])
    )


def _are_common(words: list[str]) -> bool:
    return all(_is_people(word) or word.lower() in common_words() for word in words)


def _is_people(word: str) -> bool:
    return word in countries().peoples


def _is_prefix_only(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether words before a name say what its bearer is: a nationality, a party."""
    return all(
        _is_people(sentence.words[index])
        or (sentence.lowers[index] in common_words() and sentence.lowers[index] not in BODIES)
        for index in range(first, last)
    )


def _has_body(sentence: SentenceWords, first: int, last: int) -> bool:
    return any(sentence.lowers[index] in BODIES | STATES for index in range(first, last))
