"""Where a name begins and ends: rules of capital letters and word lists.

Certain where they answer, silent where they are not. Of scripts without capitals Chinese alone is
read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.name_words import (
    BODIES,
    CALENDAR,
    FUNCTION_WORDS,
    OFFICES,
    PARTICLES,
    PEOPLE_OF,
    PLACES,
    STATES,
)
from language.names_fr import french_body_around
from language.names_zh import chinese_name_around, is_han
from language.segments import Segments
from store.records import Span

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
    run = _run_around(segments, word, sentence)
    words = _without_title(_trimmed(segments, run, sentence))
    if not words or not words[0].start <= word.start <= words[-1].start:
        return None
    start = words[0].start
    if elision := _ELISION.match(words[0].text):
        start += elision.end()
    return Span.of(segments.text, start, _name_end(segments.text, words[-1]))


def _name_end(text: str, last: Span) -> int:
    """The end of a name whose last word is given: with its full stop after "Jr"."""
    return last.end + 1 if last.text in ("Jr", "Sr") and text[last.end :][:1] == "." else last.end


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
    if not all(is_capitalised(word.text) or word.text in _JOINING_WORDS for word in (left, right)):
        return False
    gap = text[left.end : right.start]
    return (
        _PLAIN_GAP.fullmatch(gap) is not None
        or (_AFTER_INITIAL.fullmatch(gap) and _ABBREVIATED.fullmatch(left.text)) is not None
        or (_AFTER_PLURAL.fullmatch(gap) is not None and left.text.endswith("s"))
    )


def is_capitalised(word: str) -> bool:
    """Whether a word has a capital, after "al-" or "l’" too."""
    prefix = _PREFIXED.match(word) or _ELISION.match(word)
    start = prefix.end() if prefix else 0
    return word[start : start + 1].isupper()


def _parted(run: Sequence[Span], word: Span) -> list[Span]:
    """The part of a run around a word in which what joins has a right to join."""
    parts: list[list[Span]] = [[]]
    for index, each in enumerate(run):
        if is_capitalised(each.text) or (parts[-1] and _may_join(parts[-1], run[index:])):
            parts[-1].append(each)
        else:
            parts.append([])
    held = next((part for part in parts if word in part), [])
    while held and not is_capitalised(held[-1].text):
        held.pop()
    return held


def _may_join(before: Sequence[Span], rest: Sequence[Span]) -> bool:
    """Whether the first word of `rest`, not capitalised, joins `before` with what follows."""
    word = rest[0].text
    heads = {each.text.lower() for each in before}
    if word in PARTICLES or word == "the":
        return before[-1].text in _JOINING_WORDS or (
            word != "the" and any(is_capitalised(each.text) for each in rest)
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
    while words and not is_capitalised(words[0].text):
        words.pop(0)
    return words


def _without_title(words: list[Span]) -> list[Span]:
    """A person's name without office and nationality; another name as it is."""
    for index in range(len(words) - 1, 0, -1):
        if is_office(words[index - 1].text) and is_capitalised(words[index].text):
            return words[index:]
    if len(words) > 2 and words[0].text in PEOPLE_OF and not _is_body(words):
        return words[1:]
    return words


def is_office(word: str) -> bool:
    """Whether a word is the head of a title: "minister", "co-chair"."""
    return any(part in OFFICES for part in word.lower().replace("’", "'").split("-"))


def _is_body(words: Sequence[Span]) -> bool:
    return any(word.text.lower() in BODIES | STATES for word in words)
