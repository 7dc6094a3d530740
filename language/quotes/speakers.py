"""Which participants a source names: by their mentions, by name, or by a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from language.names.chinese import is_han
from language.names.described import mentions
from language.quotes.reported_sentence import Report
from language.segments import Segments
from store.records import Fragments, Participant, Span

_EARLIER: Final = 12
"""Reports looked back at for the person that a pronoun means."""

_NEAR: Final = 1000
"""Code points looked back at for that person where nobody spoke before."""

_HE: Final = re.compile(r"he|she|his|her|il|elle|他|她", re.IGNORECASE)
_RELATIVES: Final = frozenset(
    {"who", "which", "that", "lequel", "laquelle", "lesquels", "lesquelles", "qui"}
)
_ACCORDING: Final = re.compile(r",?\s(?:selon|d['’]après)\s$")
_PRONOUNS: Final = frozenset(
    {"he", "she", "his", "her", "they", "it", "we", "i", "who", "which", "that"}
    | {"il", "elle", "ils", "elles", "on", "lequel", "laquelle", "qui", "他", "她", "他们"}
)
_JOINT: Final = re.compile(r",?\s+(?:and|et|as well as)\s+|,\s+|[和与及、]")
_HEAD_END: Final = re.compile(
    r"\s(?:of|for|from|with|in|at|on|by|to|who|which|that|whose|about|after|during|de|du|qui)\s"
    r"|\s[—–(-]"
)
_IS_END: Final = re.compile(r"(?:['’]s?)?(?:\s+(?:himself|herself|both|all|alone|too))?[\s.]*")
_OFFICE: Final = re.compile(r"[^,]{1,120}?\s[a-z]+,\s(?=[A-Z])")
_WORD: Final = re.compile(r"\w+")
_BREAK: Final = re.compile(r"[.!?]\s|\n")
_THEY: Final = frozenset({"they", "ils", "elles", "他们"})
_SENTENCE_START: Final = re.compile(r"(?:^|[.!?…][\"'”’)]*\s+|\n\s*|[。！？]\s*)$")


class Speakers:
    """The participants of an article by what can name them as speakers."""

    def __init__(self, text: str, participants: Sequence[Participant]) -> None:
        self._text = text
        self._participants = participants
        self._mentions = sorted(
            (mention.start, mention.end, number)
            for number, participant in enumerate(participants)
            for mention in participant.mentions
        )
        self._by_word: dict[str, list[int]] = {}
        for number, participant in enumerate(participants):
            for word in {*_WORD.findall(participant.name)}:
                self._by_word.setdefault(word, []).append(number)

    def of(self, source: Fragments, earlier: Iterable[Report]) -> tuple[str, ...]:
        """The participants that a source names, each once; "Savik’s office" does not name Savik.

        Args:
            source: the words that name who spoke.
            earlier: the reports before it, the last first: whom they name "he" may take up.
        """
        found = self._named(source)
        if not found and len(source) == 1:
            if _HE.fullmatch(source[0].text):
                found = self._meant(source[0], earlier)
            elif source[0].text.lower() in _THEY:
                found = self._who_spoke_together(earlier)
            elif source[0].text in _RELATIVES:
                found = self._named_before(source[0])
        return tuple(self._participants[number].id for number in dict.fromkeys(found))

    def _named(self, source: Fragments) -> list[int]:
        found = [
            number
            for span in source
            for number in self._after_office(span) or self._mentioned(span) or self._by_name(span)
        ]
        if not found:
            found = [number for span in source for number in self._after_title(span)]
        return found or [number for span in source for number in self._in_apposition(span)]

    def _after_title(self, span: Span) -> list[int]:
        """The person whose name follows their office: "Secretary of State Ada Orlen"."""
        for start, end, number in self._from(span.start, span.end):
            title = self._participants[number].title
            before = self._text[span.start : start].rstrip()
            if title and before.endswith(title) and self._text[end : end + 1] != "'":
                return [number] if end == span.end or self._text[end] == "," else []
        return []

    def _after_office(self, span: Span) -> list[int]:
        """The person whose name follows what they are: "the leader of the opposition, Orlen"."""
        office = _OFFICE.match(span.text)
        if office is None:
            return []
        start = span.start + office.end()
        return [
            number
            for _, end, number in self._from(start, start + 1)
            if self._is_person(number) and (end == span.end or self._text[end] == ",")
        ]

    def _from(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The mentions that begin in a stretch."""
        first = bisect_left(self._mentions, (start, 0, 0))
        return self._mentions[first : bisect_left(self._mentions, (end, 0, 0))]

    def _in_apposition(self, span: Span) -> list[int]:
        """The person whose name stands between commas: "the head of the port, Orlen"."""
        inside = [
            number
            for start, end, number in self._from(span.start, span.end)
            if self._text.endswith(", ", span.start, start)
            and (end == span.end or self._text.startswith(",", end))
            and self._is_person(number)
        ]
        return inside if len(set(inside)) == 1 else []

    def _mentioned(self, span: Span) -> list[int]:
        """Those whose mentions end where one of the names that make up a source ends."""
        inside = self._from(span.start, span.end)
        return _heads(span, [each for each in inside if each[1] <= span.end])

    def _by_name(self, span: Span) -> list[int]:
        """Those whose names return in a source."""
        found: list[tuple[int, int, int]] = []
        for number in sorted(self._perhaps_named(span.text)):
            for place in mentions(Segments(span.text), [self._participants[number].name]):
                found.append((span.start + place.start, span.start + place.end, number))
        return _heads(span, sorted(found))

    def _perhaps_named(self, source: str) -> set[int]:
        """Those of whose names a word stands in a source."""
        words = [part for word in _WORD.findall(source) for part in _parts(word)]
        return {number for word in words for number in self._by_word.get(word, ())}

    def _named_before(self, relative: Span) -> list[int]:
        """Who is mentioned directly before "who"."""
        start = max(0, relative.start - _NEAR)
        before = _ACCORDING.sub("", self._text[start : relative.start])
        end = start + len(before.rstrip(" ,\n"))
        last = bisect_left(self._mentions, (end, 0, 0))
        near = self._mentions[max(0, last - 4) : last]
        ending = [each for each in near if each[1] == end]
        found = [each[2] for each in ending if not any(_holds(other, each) for other in ending)]
        if relative.text != "who" or any(self._may_be_who(number) for number in found):
            return found
        for begin, stop, number in reversed(near):
            between = self._text[stop:end]
            if self._is_person(number) and begin >= start and not _BREAK.search(between):
                return [number] if between.startswith(",") else []
        return []

    def _may_be_who(self, number: int) -> bool:
        return self._participants[number].kind in ("person", "group")

    def _meant(self, pronoun: Span, earlier: Iterable[Report]) -> list[int]:
        """The person that a pronoun means: who spoke last, or begins a sentence since."""
        spoke: list[int] = []
        since = max(0, pronoun.start - _NEAR)
        for report in islice(earlier, _EARLIER):
            source = [Span.of(self._text, *stretch) for stretch in report.source]
            if not source or source[0].text.lower() in _PRONOUNS:
                continue
            since = max(since, source[-1].end)
            spoke = [number for number in self._named(tuple(source)) if self._is_person(number)]
            break
        return self._subject(since, pronoun.start) or spoke

    def _who_spoke_together(self, earlier: Iterable[Report]) -> list[int]:
        """The several who spoke last, whom "they" takes up."""
        for report in islice(earlier, 1):
            source = [Span.of(self._text, *stretch) for stretch in report.source]
            found = list(dict.fromkeys(self._named(tuple(source))))
            is_group = len(found) == 1 and self._participants[found[0]].kind == "group"
            return found if len(found) > 1 or is_group else []
        return []

    def _subject(self, start: int, end: int) -> list[int]:
        """The last person who begins a sentence in a stretch."""
        first = bisect_left(self._mentions, (start, 0, 0))
        last = bisect_left(self._mentions, (end, 0, 0))
        for start, end, number in reversed(self._mentions[max(first, last - 40) : last]):
            if not self._is_person(number) or self._text[start:end].lower() in _PRONOUNS:
                continue
            if _SENTENCE_START.search(self._text, max(0, start - 8), start):
                return [number]
        return []

    def _is_person(self, number: int) -> bool:
        return self._participants[number].kind == "person"


def _parts(word: str) -> Iterator[str]:
    """A word, or all that may be words in Chinese, which has no spaces."""
    if not is_han(word[0]):
        yield word
        return
    for start in range(min(len(word), _LONGEST_CHINESE)):
        for end in range(start + 1, min(start + 5, len(word)) + 1):
            yield word[start:end]


_LONGEST_CHINESE: Final = 60


def _heads(span: Span, held: Sequence[tuple[int, int, int]]) -> list[int]:
    """Those of the mentions in a source that are who it names, not what is said of them.

    Each of "Marendt and Pryde"; the first before a comma, "of", "who"; none before "’s".
    """
    found: list[int] = []
    held = [each for each in held if not any(_holds(other, each) for other in held)]
    place = span.start
    while place < span.end:
        inside = [each for each in held if place <= each[0]]
        end, following = _part_end(span, place, inside)
        named = [
            number
            for _, last, number in inside
            if last <= end and _IS_END.fullmatch(span.text, last - span.start, end - span.start)
        ]
        found += named
        if following is None or (not named and found):
            break
        place = following
    return found


def _holds(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether a mention ends with another, shorter one: "an aide to Savik"."""
    return one[1] == other[1] and one[0] < other[0]


def _part_end(
    span: Span, place: int, held: Sequence[tuple[int, int, int]]
) -> tuple[int, int | None]:
    """Where a name in a source ends, and where the next begins, if one does."""
    stop = _outside(_HEAD_END, span, place, held)
    joint = _outside(_JOINT, span, place, held)
    if joint and (stop is None or joint.start() <= stop.start()):
        end, following = span.start + joint.start(), span.start + joint.end()
        is_list = joint[0].strip() != "," or any(first == following for first, _, _ in held)
        return end, following if is_list else None
    return (span.start + stop.start() if stop else span.end), None


def _outside(
    mark: re.Pattern[str], span: Span, place: int, held: Sequence[tuple[int, int, int]]
) -> re.Match[str] | None:
    """The first place in a source where a mark stands outside of every mention."""
    for found in mark.finditer(span.text, place - span.start):
        at = span.start + found.start()
        if not any(start < at < end for start, end, _ in held):
            return found
    return None
