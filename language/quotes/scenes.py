"""A sentence around a place as readings see it: its verbs, their subjects, its noun phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from language.grammar.groups import Group
from language.grammar.verb_groups import Subject, Subjects
from language.grammar.word_classes import Words, words_of_sentence
from language.list_marks import tidy
from language.quotes.likely_ends import ends_from
from language.quotes.reported_sentence import Sentence, Stretch, masked
from language.segments import Segments
from store.records import Span


class Scene:
    """A sentence, or what of it stands in the quotation marks around a place, and its verbs."""

    def __init__(self, segments: Segments, start: int, end: int) -> None:
        self._segments = segments
        self.start = start
        self.end = end
        text = segments.text[start:end]
        quotations = [
            (span.start - start, min(span.end, end) - start)
            for span in segments.within("quotation", start, end)
        ]
        outermost = list(_outermost(quotations))
        self._masked = masked(text, outermost)
        self.words: Words = words_of_sentence(self._masked, 0, len(text))
        sentence = Sentence(text, self._masked, outermost, 0, len(text))
        self._subjects = Subjects(self.words, sentence)

    @classmethod
    def around(cls, segments: Segments, offset: int, *, is_outer: bool = False) -> Scene | None:
        """The sentence around an offset; inside quotation marks, what of it stands there.

        `is_outer` says that the whole sentence is wanted even so.
        """
        sentence = segments.around("sentence", offset)
        if sentence is None:
            return None
        start, end = sentence.start, sentence.end
        quotation = None if is_outer else segments.around("quotation", offset)
        if quotation and quotation.start < offset:
            start = max(start, quotation.start + 1)
            end = min(end, max(quotation.end - 1, offset + 1))
        return cls(segments, start, end)

    def number_at(self, offset: int) -> int:
        """The number of the first word that begins at an offset or after it."""
        return bisect_left(self.words.starts, offset - self.start)

    def verb_at(self, offset: int) -> Group | None:
        """The verb group that an offset stands in."""
        place = offset - self.start
        for group in self._subjects.groups:
            if self.words.starts[group.first] <= place < self.words.ends[group.head]:
                return group
        return None

    def verbs_before(self, offset: int) -> list[Group]:
        """The verb groups that end before an offset, the last one first."""
        place = offset - self.start
        return [g for g in reversed(self._subjects.groups) if self.words.ends[g.head] <= place]

    def verbs_after(self, offset: int) -> list[Group]:
        """The verb groups that begin at an offset or after it."""
        place = self.number_at(offset)
        return [group for group in self._subjects.groups if group.first >= place]

    def is_passive(self, verb: Group) -> bool:
        """Whether something is done to the subject of a verb: "was told", "being asked"."""
        return (
            self.words.classes[verb.head] == "E"
            and "B" in self.words.classes[verb.first : verb.head]
        )

    def starts_after(self, verb: Group) -> Iterator[int]:
        """Where what a verb reports may begin: after it; after its preposition: "called for"."""
        first = self._after(verb.head)
        yield self.start + first
        number = bisect_left(self.words.starts, first)
        if number + 1 < len(self.words.starts) and self.words.classes[number] in "IO":
            yield self.start + self._after(number)

    def starts_after_noun(self, offset: int) -> Iterator[int]:
        """Where what the noun at an offset is about may begin: "her wish to …", "the fear of …"."""
        place = offset - self.start
        number = bisect_right(self.words.starts, place) - 1
        following = self.words.classes[number + 1 : number + 2]
        if number < 0 or self.words.classes[number] != "N" or not following:
            return
        if following in "TS":
            yield self.start + self.words.starts[number + 1]
        elif following in "IO" and number + 2 < len(self.words.starts):
            yield self.start + self.words.starts[number + 2]

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """The words between two offsets, as one span if there are any."""
        first, last = tidy(self._segments.text, start, end)
        return (Span.of(self._segments.text, first, last),) if first < last else ()

    def ends_after(self, offset: int) -> Iterator[tuple[int, float]]:
        """Where a content from an offset may end, and how likely, the likeliest first.

        With the sentence, or before what may follow a content.
        """
        first, last = self.number_at(offset), self._last
        if first > last:
            return
        is_clause = self._is_clause(first)
        for end in ends_from(self.words, first, last, is_clause):
            stop = tidy(self._masked, self.words.starts[first], self.words.ends[end.last])[1]
            yield self.start + stop, end.likelihood

    def verb_reporting(self, start: int, end: int) -> Group | None:
        """The verb that may report what stands from `start` to `end`.

        The last one before; with none, or where that is done to what stands there, the next.
        """
        following = next(iter(self.verbs_after(end)), None)
        if following and self.is_passive(following):
            between = self.words.classes[self.number_at(end) : following.first]
            if not between:
                return following
        before = self.verbs_before(start)
        return before[0] if before else None

    def cue(self, verb: Group) -> Span:
        """The words of a verb group."""
        return self.span(verb.first, verb.head)

    def cue_before(self, verb: Group, start: int) -> Span:
        """The words of a verb group, and what stands between it and what it reports."""
        cue, text = self.cue(verb), self._segments.text
        if cue.end < start and _JOINS.fullmatch(text, cue.end, start):
            return Span.of(text, cue.start, tidy(text, cue.start, start)[1])
        return cue

    def subject(self, verb: Group) -> Span | None:
        """The subject of a verb, or the one that it shares with a verb before."""
        number = self._subjects.groups.index(verb)
        found = self._subjects.of(number) or self._subjects.inherited(number)
        return self._phrase(found)

    def own_subject(self, verb: Group) -> Span | None:
        """The subject of a verb that it shares with none before it."""
        return self._phrase(self._subjects.of(self._subjects.groups.index(verb)))

    def subjects_at(self, offset: int) -> Iterator[Span]:
        """The subjects of verbs that an offset stands in."""
        for verb in self._subjects.groups:
            subject = self.subject(verb)
            if subject and subject.start <= offset < subject.end:
                yield subject

    def verb_of(self, offset: int) -> Group | None:
        """The verb whose subject an offset stands in, the shortest such subject."""
        owned = [(self.own_subject(verb), verb) for verb in self._subjects.groups]
        holding = [
            (subject.end - subject.start, verb)
            for subject, verb in owned
            if subject and subject.start <= offset < subject.end
        ]
        return min(holding)[1] if holding else None

    def phrases_at(self, offset: int) -> Iterator[Span]:
        """The noun phrase that an offset stands in, then with what "of", "in" … add to it."""
        number = bisect_right(self.words.starts, offset - self.start) - 1
        classes = self.words.classes
        if number < 0 or classes[number] not in _NOMINAL:
            return
        first = last = number
        while first > 0 and classes[first - 1] in _NOMINAL and classes[first] not in "DL":
            first -= 1
        while last + 1 < len(classes):
            while last + 1 < len(classes) and classes[last + 1] in _NOMINAL:
                if classes[last + 1] in "DL" and classes[last] not in _LINKS:
                    break
                last += 1
            yield self.span(first, last)
            if last + 2 >= len(classes) or classes[last + 1] not in _LINKS:
                return
            last += 1

    def nouns_between(self, start: int, end: int) -> Iterator[Span]:
        """The noun phrases in a stretch of the text, none with "of …" after it, in order."""
        classes = self.words.classes
        place, stop = self.number_at(start), self.number_at(end)
        while place < stop:
            last = place
            if classes[place] in "NPD0XQR":
                while last + 1 < stop and classes[last + 1] in "NP0'Q":
                    last += 1
                if any(each in "NP" for each in classes[place : last + 1]):
                    yield self.span(place, last)
            elif classes[place] in "LW":
                yield self.span(place, place)
            place = last + 1

    def span(self, first: int, last: int) -> Span:
        """The text from one word to another, given their numbers."""
        start, end = self.words.starts[first], self.words.ends[last]
        return Span.of(self._segments.text, self.start + start, self.start + end)

    @property
    def _last(self) -> int:
        """The number of its last word, before its stop."""
        last = len(self.words.starts) - 1
        while last > 0 and self.words.classes[last] in ".,;":
            last -= 1
        return last

    def _after(self, number: int) -> int:
        """Where the word after one begins, from the start of the scene."""
        end = self.words.ends[number]
        rest = self._masked[end:]
        return end + len(rest) - len(rest.lstrip(" ,:\xa0"))

    def _is_clause(self, first: int) -> bool:
        return self.words.classes[first] in "SWT" or self._subjects.begins_clause(
            self.words.starts[first]
        )

    def _phrase(self, subject: Subject | None) -> Span | None:
        if subject is None or subject.last < subject.first:
            return None
        return self.span(subject.first, subject.last)


_JOINS: Final = re.compile(r"[^.;:,]{1,60}")
"""What may stand between a verb and what it reports, and belongs to the verb: "declared war on"."""
_NOMINAL: Final = frozenset("NPD0'RYLGX")
"""The classes of the words that a noun phrase may consist of."""
_LINKS: Final = frozenset("OIC")
"""The classes of the words that add to a noun phrase: "of", "in", "and"."""


def _outermost(quotations: Iterable[Stretch]) -> Iterator[Stretch]:
    last = 0
    for start, end in quotations:
        if start >= last:
            yield start, end
            last = end
