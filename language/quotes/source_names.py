"""Which name in the words of a source is that of the speaker, and who was named before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.names.around import name_around
from language.names.described import mentions
from language.segments import Segments
from store.records import Participant, Span

_PRONOUNS: Final = frozenset(
    {"he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "me", "us"}
    | {"his", "its", "their", "my", "our", "your", "whose", "who", "which", "that", "whom"}
    | {"one", "this", "these", "those", "some", "many", "others", "both", "each", "all"}
)
_HEAD_ENDS: Final = re.compile(
    r",|\s[—–(]|\s(?:of|for|from|in|at|on|to|with|by|who|that|which|and)\s"
)
_POSSESSIVES: Final = ("'s", "’s", "'", "’")


def is_pronoun(source: str) -> bool:
    """Whether a source stands for someone who is named elsewhere: "she", "most of whom"."""
    words = source.casefold().split()
    return bool(words) and words[-1] in _PRONOUNS


def name_in_source(segments: Segments, source: Span) -> Span:
    """The name of whoever a source names; all its words where that is nobody's name.

    The last name before an apposition or a preposition, if nothing follows that it only describes;
    else the name in the apposition: "the minister, Ilsa Marendt".
    """
    text, end = segments.text, source.end
    border = _HEAD_ENDS.search(text, source.start, end)
    named = _ending_in_name(segments, source.start, border.start() if border else end)
    if named is None and border and border[0] == ",":
        later = _HEAD_ENDS.search(text, border.end(), end)
        named = _ending_in_name(segments, border.end(), later.start() if later else end)
    return named or source


def _ending_in_name(segments: Segments, start: int, end: int) -> Span | None:
    """The name that a noun phrase ends in."""
    named = None
    for word in segments.words(start, end):
        name = name_around(segments, word.start)
        named = name if name and start <= name.start and name.end <= end else named
    if named is None:
        return None
    rest = segments.text[named.end : end].strip()
    is_last = not any(map(str.isalnum, rest)) or rest in _POSSESSIVES
    return named if is_last else None


_EARLIER: Final = 4000
"""Code points before a source in which those who may be meant are sought."""


def named_before(
    segments: Segments, place: int, participants: Sequence[Participant]
) -> list[Participant]:
    """The participants named not long before a place, the last one first."""
    start = max(0, place - _EARLIER)
    before = Segments(segments.text[start:place])
    found: list[tuple[int, Participant]] = []
    for participant in participants:
        marked = [mention.start for mention in participant.mentions if mention.end <= place]
        named = [start + each.start for each in mentions(before, [participant.name])]
        if places := [*marked, *named]:
            found.append((max(places), participant))
    return [participant for _, participant in sorted(found, key=lambda each: -each[0])]
