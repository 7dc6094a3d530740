"""Runs of capitalised words, and the parts they fall into: affiliation, title, name.

"Halvany Foreign Minister Mira Savik" is a title that leads a name; "the Ports Council Mira Savik"
an organization beside a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from language.name_lists import common_words, countries, given_names, organizations, places, roles
from language.name_words import (
    BODIES,
    CALENDAR,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    OFFICES,
    PARTICLES,
    PLACES,
    STATES,
)
from language.sentence_words import SentenceWords
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
_NOT_TITLES: Final = words_of("m press officer executive expert skipper author")
"""Offices that begin no name where they have a capital, or are too seldom titles."""

_TITLES: Final = (
    OFFICES
    | words_of(
        "messrs undersecretary minister-elect president-elect ex-president supt rabbi pastor imam"
        " ayatollah father sister brother mother quarterback comrade mullah baroness baron"
        " count countess duke duchess sir archduke cpl pvt cmdr det insp atty lawyer councilman"
        " councilwoman alderman assemblyman superintendent pollster republican democrat"
        " congressmember solicitor commissioners senators reps sens"
    )
) - _NOT_TITLES


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
    index, size = 0, len(sentence)
    capitals = sentence.capitals
    while index < size:
        if not capitals[index]:
            index += 1
            continue
        end = _run_end(sentence, index)
        if end - index <= _MOST_WORDS:
            first = _without_opener(sentence, index, end, lower_words)
            for begin, last in _without_days(sentence, first, end):
                yield from _split(sentence, begin, last)
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
        if mark == "." and _is_abbreviated(words[index - 1]) and capitals[following]:
            index = following
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
        elif mark in ("of", "for") and (heads_of or lowers[index - 1] in _TAKES_OF):
            index = _after_of(sentence, index)
        elif mark == "and" and capitals[following]:
            is_inner = heads_and and _goes_on(sentence, first, index)
            index = following if is_inner or _is_pair(sentence, index) else index
        if index < size and not capitals[index]:
            break
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
    return any(
        words[index] in ("of", "for") for index in range(max(first, conjunction - 8), conjunction)
    ) and not (last - conjunction > 2 and sentence.lowers[last - 1] in _TAKES_AND)


def _is_pair(sentence: SentenceWords, conjunction: int) -> bool:
    """Whether "and" joins two ordinary words in a body’s name: Ports and Fisheries Authority."""
    last = conjunction + 1
    while sentence.is_capital(last):
        last += 1
    if last - conjunction < 3 or sentence.lowers[last - 1] not in BODIES:
        return False
    pair = (sentence.lowers[conjunction - 1], sentence.lowers[conjunction + 1])
    return all(word in common_words() for word in pair) and pair[0] not in BODIES


def _leads_to_body(sentence: SentenceWords, first: int) -> bool:
    """Whether the capitals from an index on end in the head of a body: Pilots’ Guild."""
    last = first
    while sentence.is_capital(last):
        last += 1
    return last > first and sentence.lowers[last - 1] in BODIES


def _is_abbreviated(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATED


_OPENING: Final = frozenset("\"'“‘«„([—–-:")
_ADVERBS: Final = ("ly", "ing")


def _without_opener(sentence: SentenceWords, first: int, last: int, lower_words: Set[str]) -> int:
    """Where a run begins without the word that has its capital from where it stands."""
    words, lowers = sentence.words, sentence.lowers
    is_opening = first == 0 or words[first - 1] in _OPENING or words[first - 1] in ".?!"
    while first < last:
        lower = lowers[first]
        if (
            words[first] in ("The", "A", "I")
            or words[first][:2] in ("I'", "I’")
            or not sentence.capitals[first]
            or not words[first][0].isalnum()
            or (is_opening and lower in FUNCTION_WORDS and not _is_acronym(words[first]))
            or (is_opening and last - first > 1 and _is_opener(sentence, first, lower_words))
        ):
            first += 1
        else:
            break
    return first


def _is_opener(sentence: SentenceWords, index: int, lower_words: Set[str]) -> bool:
    """Whether a word at the start of a sentence is an ordinary one before a name."""
    word, lower = sentence.words[index], sentence.lowers[index]
    pair = " ".join(sentence.words[index : index + 2])
    if pair in places() or pair in countries().names or pair in organizations():
        return False
    if word in given_names() or word in places() or lower in _TITLES or _is_acronym(word):
        return False
    if word in countries().names or word in countries().peoples or lower in OFFICE_PARTS:
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
    if word in ("May", "March", "August", "Mar", "Jan", "Sun"):
        return sentence.words[index - 1] in given_names() if index else False
    return word in ("April", "June") and sentence.is_capital(index + 1)


_CAPTIONS: Final = words_of("image images photo photos picture video file credit")
_NO_END: Final = words_of(
    "is was are who which to over the and in for of at by with as on from a an or but if that"
)
_LEADING_PARTICLES: Final = words_of("de von van der di da du del della bin ibn")


def _split(sentence: SentenceWords, first: int, last: int) -> Iterator[NamePart]:
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
    while first > 0 and sentence.words[first - 1] in _LEADING_PARTICLES:
        first -= 1
    title = _title_end(sentence, first, last)
    if title is not None:
        body = _body_of_office(sentence, first, title, last)
        if body is None:
            yield NamePart(first, title, last)
        else:
            yield NamePart(first, body.title, body.title)
            yield from _split(sentence, body.first, last)
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
        if not is_title(lowers[index]):
            continue
        if _is_family_name(sentence, first, index, last):
            return None
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
    if index == first or sentence.words[index - 1] not in given_names():
        return False
    is_end = index == last - 1 or sentence.lowers[index + 1] in ("jr", "sr")
    return is_end and not _is_common(sentence.words[index - 1])


def is_title(lower: str) -> bool:
    """Whether a word, in lower case, is the head of a title that leads a name."""
    return lower in _TITLES or (
        "-" in lower and any(part in _TITLES for part in lower.split("-")) and lower[:3] != "co-"
    )


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
    is_opening = index == 0 or sentence.words[index - 1] in _OPENING
    return (
        is_opening
        and sentence.words[index] not in given_names()
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
