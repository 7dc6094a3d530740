"""Names: where they stand, what is said about their bearers beside them, where they return."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from language.name_around import is_capitalised, is_office, name_around
from language.name_words import (
    BODIES,
    COUNTRIES,
    COURTESIES,
    FAMILY_NAMES_FIRST,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    PARTICLES,
    PEOPLE_OF,
    PLACES,
    STATES,
)
from language.names_fr import french_office
from language.names_zh import chinese_title, is_chinese_person, is_han
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
    title, affiliation = _before_name(segments, name)
    is_person = bool(title)
    title = "" if title.lower() in COURTESIES else title
    if not title:
        later = _after_name(segments, name)
        title, affiliation = later[0], later[1] or affiliation
    if not title and (sentence := segments.around("sentence", name.start)):
        french = french_office(segments.text, sentence.start, sentence.end, name.start, name.end)
        title, affiliation = french[0], french[1] or affiliation
    kind = "person" if is_person or title else _kind(segments, name)
    return Described(kind, title, affiliation)


def _described_in_chinese(segments: Segments, name: Span) -> Described:
    sentence = segments.around("sentence", name.start) or name
    title, affiliation = chinese_title(segments.text, name.start, sentence.start)
    if title or is_chinese_person(segments.text, name.text):
        return Described("person", title, affiliation)
    return Described("country" if name_around(segments, name.start) == name else "group", "", "")


def _before_name(segments: Segments, name: Span) -> tuple[str, str]:
    """Title and affiliation before a name: "Chinese State Councilor Wang", "Its envoy, Tellis"."""
    sentence = segments.around("sentence", name.start)
    words: list[Span] = []
    right = name
    while sentence and (word := segments.before("word", right.start)):
        gap = segments.text[word.end : right.start]
        if word.start < sentence.start or not _belongs_to_title(word.text, gap, bool(words)):
            break
        words.insert(0, word)
        right = word
    if not words or not is_office(words[-1].text):
        return "", ""
    is_apposition = not _SPACE.fullmatch(segments.text[words[-1].end : name.start])
    if is_apposition and not _is_introduced(segments, words[0], sentence):
        return "", ""
    return _title_and_affiliation(segments.text, words)


_GAP: Final = r"(?:[ \xa0]|\r?\n)"
_SPACE: Final = re.compile(_GAP)
_TITLE_GAP: Final = re.compile(rf"(?:\.|['’]s)?{_GAP}")
_FIRST_GAP: Final = re.compile(rf"[,.]?{_GAP}")


def _belongs_to_title(word: str, gap: str, has_words: bool) -> bool:
    if not (_TITLE_GAP if has_words else _FIRST_GAP).fullmatch(gap):
        return False
    lower = word.lower()
    if lower in FUNCTION_WORDS and not word.isupper() and lower not in ("and", "of", "for", "the"):
        return False
    return (
        is_capitalised(word)
        or is_office(word)
        or lower in OFFICE_PARTS
        or (has_words and lower in ("and", "of", "for"))
    )


def _is_introduced(segments: Segments, first: Span, sentence: Span | None) -> bool:
    """Whether "the", "its", "Halvany’s" … stands before a title, or is its first word."""
    earlier = segments.before("word", first.start)
    if not earlier or not sentence or earlier.start < sentence.start:
        return False
    return earlier.text.lower() in ("the", "its", "his", "her", "their", "a", "an", "our") or (
        segments.text[earlier.end : first.start].startswith(("'s", "’s"))
    )


def _title_and_affiliation(text: str, words: list[Span]) -> tuple[str, str]:
    """The affiliation before a title ends where the first word of an office begins."""
    while words and words[0].text.lower() in FUNCTION_WORDS and not words[0].text.isupper():
        words = words[1:]
    first = next(
        (
            index
            for index, word in enumerate(words)
            if word.text.lower() in OFFICE_PARTS or is_office(word.text)
        ),
        0,
    )
    possessives = [
        index
        for index in range(1, len(words))
        if text[words[index - 1].end : words[index].start].startswith(("'s", "’s"))
    ]
    first = possessives[-1] if possessives else first
    affiliation = _plain(text[words[0].start : words[first - 1].end]) if first else ""
    return _plain(text[words[first].start : words[-1].end]), _country_or_same(affiliation)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _country_or_same(affiliation: str) -> str:
    return PEOPLE_OF.get(affiliation, affiliation)


_APPOSITION: Final = re.compile(
    r"(?:\s\([^()]{1,20}\))?,\s(?:the\s|an?\s)?(?P<phrase>[^,.;:()“”\"]{3,80})(?=[,.;]|\s*$|\sof\s|\sfor\s)"
)
_BELONGING: Final = re.compile(
    r"(?P<title>.+?)\s(?:of|for|at|from)\s(?:the\s)?(?P<body>[^\W\d_a-z].*)"
)
_MEMBER_OF: Final = re.compile(r",\s(?:of|from)\s(?:the\s)?")


def _after_name(segments: Segments, name: Span) -> tuple[str, str]:
    """Title and affiliation after a name: "Tellis, the Kethan envoy," "Valk, of the Coalition"."""
    sentence = segments.around("sentence", name.start)
    end = sentence.end if sentence else name.end
    if member := _MEMBER_OF.match(segments.text, name.end, end):
        body = name_around(segments, member.end())
        return "", body.text if body and body.start == member.end() else ""
    found = _APPOSITION.match(segments.text, name.end, end)
    if not found:
        return "", ""
    body_text = ""
    if belonging := _BELONGING.fullmatch(found["phrase"]):
        end = found.start("phrase") + belonging.end("title")
        body = name_around(segments, found.start("phrase") + belonging.start("body"))
        body_text = _plain(body.text) if body else ""
    else:
        end = found.end("phrase")
    words = list(segments.words(found.start("phrase"), end))
    if not words or not is_office(words[-1].text) or not _all_in_title(words):
        return "", ""
    title, affiliation = _title_and_affiliation(segments.text, words)
    return title, body_text or affiliation


def _all_in_title(words: Sequence[Span]) -> bool:
    return all(
        is_capitalised(word.text)
        or is_office(word.text)
        or word.text.lower() in OFFICE_PARTS
        or word.text in ("and", "of", "for", "the")
        for word in words
    )


_EVIDENCE: Final = 200_000
"""Code points in which evidence for the kind of a name is sought."""

_ACRONYM: Final = re.compile(r"[^\W\d_a-z]{2,6}")


def _kind(segments: Segments, name: Span) -> ParticipantKind:
    words = [word.text for word in segments.words(name.start, name.end)]
    lowers = [word.lower() for word in words]
    if not words:
        return "person"
    head = lowers[lowers.index("of") - 1] if "of" in lowers[1:] else lowers[-1]
    if name.text in COUNTRIES or head in STATES:
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
    for match in _pattern(sought).finditer(text, start):
        name = name_around(segments, match.start())
        if name is None or not _is_of_other(name, match, sought):
            found.append(Span.of(text, *match.span()))
    return found


def _is_of_other(name: Span, found: re.Match[str], sought: Collection[str]) -> bool:
    """Whether what was found is but a part of a name that is not sought."""
    is_part = name.start < found.start() or name.end > found.end()
    return is_part and " ".join(name.text.split()) not in sought


def _family_name(name: str) -> str:
    """The part of a person's name by which it returns; "" if it has one part or is no person's."""
    words = name.split()
    if "·" in name:
        return name.rsplit("·", 1)[1]
    lowers = {word.lower() for word in words}
    if len(words) < 2 or not is_capitalised(words[-1]) or lowers & (BODIES | STATES | PLACES):
        return ""
    if "of" in lowers or "and" in lowers or name in COUNTRIES or is_office(words[-1]):
        return ""
    if words[0] in FAMILY_NAMES_FIRST and len(words) == 2:
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:])


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
    return rf"(?<![\w-])(?<!\w['’]){words}(?![\w]|-\w|['’](?!s\b)\w)"
