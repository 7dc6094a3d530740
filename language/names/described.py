"""Names: where they stand, what is said about their bearers beside them, where they return."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from language.grammar.sentence_words import SentenceWords, is_capitalised
from language.names.around import is_office, name_around
from language.names.chinese import chinese_title, is_chinese_person, is_han
from language.names.french import french_office
from language.names.kinds import kind_of
from language.names.lists import countries
from language.names.mentions import Mention, mention_of
from language.names.name_parts import family_name
from language.names.parts import NamePart, parts_in
from language.names.words import (
    BODIES,
    PARTICLES,
    PLACES,
    STATES,
)
from language.segments import Segments
from store.records import ParticipantKind, Span

__all__ = ["Described", "described", "mentions", "name_around"]


class Described(NamedTuple):
    """What stands beside a name: its bearer's kind, office and affiliation ("" if unsure)."""

    kind: ParticipantKind
    title: str
    affiliation: str


def described(segments: Segments, name: Span) -> Described:
    """What the words directly before a name, or in apposition after it, say of its bearer."""
    if is_han(name.text[:1]):
        return _described_in_chinese(segments, name)
    sentence = segments.around("sentence", name.start)
    if sentence is None:
        return Described("person", "", "")
    words = SentenceWords(segments.text, sentence.start, sentence.end)
    mention = mention_of(words, _part_of(words, name), 0)
    title, affiliation = mention.title, mention.affiliation
    if not title and (member := _MEMBER_OF.match(segments.text, name.end, sentence.end)):
        body = name_around(segments, member.end())
        affiliation = body.text if body and body.start == member.end() else affiliation
    if not title:
        french = french_office(segments.text, sentence.start, sentence.end, name.start, name.end)
        title, affiliation = french[0], french[1] or affiliation
    is_person = mention.is_titled or bool(title)
    return Described("person" if is_person else _kind(segments, name, mention), title, affiliation)


def _part_of(words: SentenceWords, name: Span) -> NamePart:
    """A name among the words of its sentence, with the title that its run of capitals holds."""
    first = bisect_right(words.ends, name.start)
    last = max(bisect_left(words.starts, name.end), first + 1)
    for part in parts_in(words, frozenset()):
        if part.first == first:
            return NamePart(part.title, first, last)
    return NamePart(first, first, last)


def _described_in_chinese(segments: Segments, name: Span) -> Described:
    sentence = segments.around("sentence", name.start) or name
    title, affiliation = chinese_title(segments.text, name.start, sentence.start)
    if title or is_chinese_person(segments.text, name.text):
        return Described("person", title, affiliation)
    return Described("country" if name_around(segments, name.start) == name else "group", "", "")


_MEMBER_OF: Final = re.compile(r",\s(?:of|from)\s(?:the\s)?")

_EVIDENCE: Final = 200_000
"""Code points in which evidence for the kind of a name is sought."""

_ACRONYM: Final = re.compile(r"[^\W\d_a-z]{2,6}")


def _kind(segments: Segments, name: Span, mention: Mention) -> ParticipantKind:
    known = kind_of([mention], False, frozenset())
    if known.kind and known.is_certain:
        return known.kind
    words = [word.text for word in segments.words(name.start, name.end)]
    lowers = [word.lower() for word in words]
    if not words:
        return "person"
    head = lowers[lowers.index("of") - 1] if "of" in lowers[1:] else lowers[-1]
    if name.text in countries().names or head in STATES:
        return "country"
    if any(lower in BODIES for lower in lowers) or _ACRONYM.fullmatch(name.text):
        return "organization"
    if not is_capitalised(words[0]):
        return "group" if head.endswith("s") and not is_office(head) else "person"
    return "country" if len(words) == 1 and _is_place(segments.text, name.text) else "person"


def _is_place(text: str, name: str) -> bool:
    """Whether something is said to be in it: of one word, a person's name and a country's differ
    in nothing else.
    """
    place = re.compile(rf"\b(?:in|across|throughout) {re.escape(name)}\b(?!['’])")
    return place.search(text, 0, _EVIDENCE) is not None


def mentions(segments: Segments, names: Collection[str], start: int = 0) -> list[Span]:
    """Every place from `start` on that names the participant, by the whole name or its family name.

    Whole words only, and not inside the longer name of someone else.
    """
    wholes = {name for name in names if name.strip()}
    sought = wholes | {short for name in wholes if (short := _family_name(name))}
    if not sought:
        return []
    text, found = segments.text, []
    for first, last in _places(text, sought, start):
        name = name_around(segments, first)
        if name is None or not _is_of_other(name, first, last, sought):
            found.append(Span.of(text, first, last))
    return found


def _is_of_other(name: Span, start: int, end: int, sought: Collection[str]) -> bool:
    """Whether what was found is but a part of a name that is not sought."""
    is_part = name.start < start or name.end > end
    return is_part and " ".join(name.text.split()) not in sought


def _family_name(name: str) -> str:
    """The part of a person's name by which it returns; "" if it has one part or is no person's."""
    words = name.split()
    if "·" in name:
        return name.rsplit("·", 1)[1]
    lowers = {word.lower() for word in words}
    if len(words) < 2 or not is_capitalised(words[-1]) or lowers & (BODIES | STATES | PLACES):
        return ""
    if "of" in lowers or "and" in lowers or name in countries().names or is_office(words[-1]):
        return ""
    if family_name(words) == words[0]:
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:])


_FEW: Final = 24
"""Up to as many names are sought by one expression; of more, each where its first word stands."""

_FIRST_WORD: Final = re.compile(r"\w+")


def _places(text: str, names: Collection[str], start: int) -> Iterator[tuple[int, int]]:
    """Where any of the names stands from `start` on, the longest at each place."""
    if len(names) <= _FEW or any(is_han(name[0]) for name in names):
        yield from (found.span() for found in _pattern(names).finditer(text, start))
        return
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        if first := _FIRST_WORD.match(name):
            lengths[first[0]].add(len(name))
    known = {" ".join(name.split()) for name in names}
    end = start
    for word in _FIRST_WORD.finditer(text, start):
        if word.start() < end or word[0] not in lengths:
            continue
        for length in sorted(lengths[word[0]], reverse=True):
            here = text[word.start() : word.start() + length].translate(_LINE_ENDS)
            last = word.start() + len(here)
            if here in known and _BEGIN.match(text, word.start()) and _END.match(text, last):
                end = last
                yield word.start(), last
                break


_BEGIN: Final = re.compile(r"(?<![\w-])(?<!\w['’])")
_END: Final = re.compile(r"(?![\w]|-\w|['’](?!s\b)\w)")
_LINE_ENDS: Final = str.maketrans("\n\r\xa0\t", "    ")


def _pattern(names: Collection[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(_whole_words(name) for name in longest_first))


_ALONE: Final = r"[·\u3400-\u9fff]"
"""What may not stand beside a Chinese name of one character: it would be part of a word."""


def _whole_words(name: str) -> str:
    words = r"(?:\r\n|\s)".join(re.escape(word) for word in name.split())
    if is_han(name[0]):
        alone = _ALONE if len(name) == 1 else "·"
        return rf"(?<!{alone}){words}(?!{alone})"
    if not any(character.lower() != character.upper() for character in name):
        return words
    return f"{_BEGIN.pattern}{words}{_END.pattern}"
