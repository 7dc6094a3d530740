"""Where a name begins and ends, what is said about its bearer beside it, and where it returns.

Rules of capital letters and word lists: certain where they answer, silent where they are not.
Of scripts without capitals Chinese alone is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from language.name_words import (
    BODIES,
    CALENDAR,
    COUNTRIES,
    COURTESIES,
    FAMILY_NAMES_FIRST,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    OFFICES,
    PARTICLES,
    PEOPLE_OF,
    PLACES,
    STATES,
)
from language.names_zh import (
    chinese_name_around,
    chinese_title,
    is_chinese_person,
    is_han,
)
from language.segments import Segments
from store.records import ParticipantKind, Span

_MOST_WORDS: Final = 12
"""A name has no more words on either side of any one of them."""

_JOINING_WORDS: Final = frozenset({"of", "for", "and", "on", "the", "in"}) | PARTICLES
_AND_HEADS: Final = frozenset(
    {"ministry", "department", "organization", "organisation", "office", "institute", "committee"}
)
_PREFIXED: Final = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|o|l)[-'’]")
_ELISION: Final = re.compile(r"(?:[dlsnjm]|qu)['’](?=\w)")
_PLAIN_GAP: Final = re.compile(r"[ \xa0]")
_AFTER_INITIAL: Final = re.compile(r"\.[ \xa0]")
_AFTER_PLURAL: Final = re.compile(r"['’][ \xa0]")
_ABBREVIATED: Final = re.compile(r"[^\W\d_]|St|Ste|Mt|Ft")
_SENTENCE_OPENER: Final = re.compile(r"[\"'“‘«„「『(\[\s]*")


class Described(NamedTuple):
    """What stands beside a name: its bearer's kind, office and affiliation ("" if unsure)."""

    kind: ParticipantKind
    title: str
    affiliation: str


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
    run = _run_around(segments, word, sentence)
    words = _without_title(_trimmed(segments, run, sentence))
    if not words or not words[0].start <= word.start <= words[-1].start:
        return None
    start = words[0].start
    if elision := _ELISION.match(words[0].text):
        start += elision.end()
    return Span.of(segments.text, start, words[-1].end)


def _run_around(segments: Segments, word: Span, sentence: Span) -> list[Span]:
    """The words around one that a name could consist of: capitals, and what joins them."""
    run = [word]
    while len(run) < _MOST_WORDS:
        earlier = segments.before("word", run[0].start)
        if not earlier or earlier.start < sentence.start:
            break
        if not _continues(segments.text, earlier, run[0]):
            break
        run.insert(0, earlier)
    while len(run) < 2 * _MOST_WORDS:
        later = segments.after("word", run[-1].end)
        if not later or later.end > sentence.end or not _continues(segments.text, run[-1], later):
            break
        run.append(later)
    return _parted(run, word)


def _continues(text: str, left: Span, right: Span) -> bool:
    """Whether nothing parts two words, and each could be in a name."""
    if not all(_is_capitalised(word.text) or word.text in _JOINING_WORDS for word in (left, right)):
        return False
    gap = text[left.end : right.start]
    return (
        _PLAIN_GAP.fullmatch(gap) is not None
        or (_AFTER_INITIAL.fullmatch(gap) and _ABBREVIATED.fullmatch(left.text)) is not None
        or (_AFTER_PLURAL.fullmatch(gap) is not None and left.text.endswith("s"))
    )


def _is_capitalised(word: str) -> bool:
    prefix = _PREFIXED.match(word) or _ELISION.match(word)
    start = prefix.end() if prefix else 0
    return word[start : start + 1].isupper()


def _parted(run: Sequence[Span], word: Span) -> list[Span]:
    """The part of a run around a word in which what joins has a right to join."""
    parts: list[list[Span]] = [[]]
    for index, each in enumerate(run):
        if _is_capitalised(each.text) or (parts[-1] and _may_join(parts[-1], run[index:])):
            parts[-1].append(each)
        else:
            parts.append([])
    held = next((part for part in parts if word in part), [])
    while held and not _is_capitalised(held[-1].text):
        held.pop()
    return held


def _may_join(before: Sequence[Span], rest: Sequence[Span]) -> bool:
    """Whether the first word of `rest`, not capitalised, joins `before` with what follows."""
    word = rest[0].text
    heads = {each.text.lower() for each in before}
    if word in PARTICLES or word == "the":
        return before[-1].text in _JOINING_WORDS or (
            word != "the" and any(_is_capitalised(each.text) for each in rest)
        )
    if word in ("and", "on", "in"):
        # "in Europe" ends the name of a body for something; elsewhere it says where a body met.
        opens = ("of", "for") if word == "and" else ("for",)
        return bool(heads & _AND_HEADS) and any(each.text in opens for each in before)
    return before[-1].text.lower() in BODIES | STATES | PLACES


def _trimmed(segments: Segments, run: Sequence[Span], sentence: Span) -> list[Span]:
    """A run without the days around it and the word that only begins its sentence."""
    words = list(run)
    opener = _SENTENCE_OPENER.match(segments.text, sentence.start)
    first = opener.end() if opener else sentence.start
    while words and (
        words[0].text.lower() in CALENDAR
        or (words[0].start == first and words[0].text.lower() in FUNCTION_WORDS)
        or words[0].text in ("The", "I")
    ):
        first = words[1].start if len(words) > 1 else first
        words.pop(0)
    while len(words) > 1 and words[-1].text.lower() in CALENDAR:
        words.pop()
    while words and not _is_capitalised(words[0].text):
        words.pop(0)
    return words


def _without_title(words: list[Span]) -> list[Span]:
    """A person's name without office and nationality; another name as it is."""
    for index in range(len(words) - 1, 0, -1):
        if _is_office(words[index - 1].text) and _is_capitalised(words[index].text):
            return words[index:]
    if len(words) > 2 and words[0].text in PEOPLE_OF and not _is_body(words):
        return words[1:]
    return words


def _is_office(word: str) -> bool:
    return any(part in OFFICES for part in word.lower().replace("’", "'").split("-"))


def _is_body(words: Sequence[Span]) -> bool:
    return any(word.text.lower() in BODIES | STATES for word in words)


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
    if not words or not _is_office(words[-1].text):
        return "", ""
    is_apposition = not _PLAIN_GAP.fullmatch(segments.text[words[-1].end : name.start])
    if is_apposition and not _is_introduced(segments, words[0], sentence):
        return "", ""
    return _title_and_affiliation(segments.text, words)


_TITLE_GAP: Final = re.compile(r"[ \xa0]|\.[ \xa0]|['’]s[ \xa0]")
_FIRST_GAP: Final = re.compile(r",?[ \xa0]|\.[ \xa0]")


def _belongs_to_title(word: str, gap: str, has_words: bool) -> bool:
    if not (_TITLE_GAP if has_words else _FIRST_GAP).fullmatch(gap):
        return False
    lower = word.lower()
    if lower in FUNCTION_WORDS and not word.isupper() and lower not in ("and", "of", "for", "the"):
        return False
    return (
        _is_capitalised(word)
        or _is_office(word)
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
            if word.text.lower() in OFFICE_PARTS or _is_office(word.text)
        ),
        0,
    )
    possessives = [
        index
        for index in range(1, len(words))
        if text[words[index - 1].end : words[index].start].startswith(("'s", "’s"))
    ]
    first = possessives[-1] if possessives else first
    affiliation = text[words[0].start : words[first - 1].end] if first else ""
    return text[words[first].start : words[-1].end], _country_or_same(affiliation)


def _country_or_same(affiliation: str) -> str:
    return PEOPLE_OF.get(affiliation, affiliation)


_APPOSITION: Final = re.compile(
    r"(?:\s\([^()]{1,20}\))?,\s(?:the\s|an?\s)?(?P<phrase>[^,.;:()“”\"\n]{3,80})(?=[,.;]|\sof\s|\sfor\s)"
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
        body_text = body.text if body else ""
    else:
        end = found.end("phrase")
    words = list(segments.words(found.start("phrase"), end))
    if not words or not _is_office(words[-1].text) or not _all_in_title(words):
        return "", ""
    title, affiliation = _title_and_affiliation(segments.text, words)
    return title, body_text or affiliation


def _all_in_title(words: Sequence[Span]) -> bool:
    return all(
        _is_capitalised(word.text)
        or _is_office(word.text)
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
    if not _is_capitalised(words[0]):
        return "group" if head.endswith("s") and not _is_office(head) else "person"
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
    if len(words) < 2 or not _is_capitalised(words[-1]) or lowers & (BODIES | STATES | PLACES):
        return ""
    if "of" in lowers or "and" in lowers or name in COUNTRIES or _is_office(words[-1]):
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
