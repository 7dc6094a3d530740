"""Who does what the verbs of an English sentence say: their subjects."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from language.grammar.english_verbs import BASES, FORMS
from language.grammar.groups import groups_of
from language.grammar.subject_words import (
    BEFORE_TIME,
    LEADS,
    OBJECT_DOES,
    TIMES,
    TIMES_THAT,
    after_time,
    before_names,
)
from language.grammar.word_classes import Words
from language.quotes.reported_sentence import Sentence, Stretch
from language.quotes.reporting_words import PLAIN

_FARTHEST: Final = 60
"""Words that are looked at on the way back from a verb to its subject."""


class Subject(NamedTuple):
    """Numbers of the first and last word of a subject."""

    first: int
    last: int


NO_SUBJECT: Final = Subject(0, -1)
"""Of a verb before which stand words, but none that can be its subject."""


class Verb(NamedTuple):
    """A verb that may report: its number in its sentence, its group, and who its subject is."""

    number: int
    word: str
    cue: Stretch
    source: tuple[Stretch, ...] | None


_NOMINAL: Final = frozenset("NPD0O'IRYEG")


class Subjects:
    """Who does what the verbs of one sentence say."""

    def __init__(self, words: Words, sentence: Sentence) -> None:
        self.words = words
        self.groups = groups_of(words)
        self._text = sentence.text
        self._known: dict[int, Subject | None] = {}

    def of(self, number: int) -> Subject | None:
        """The subject of a verb, given its number in `groups`; None if it has none of its own."""
        if number not in self._known:
            self._known[number] = self._find(number)
        return self._known[number]

    def inherited(self, number: int) -> Subject | None:
        """The subject of the verb before that a verb without its own shares.

        That of the main clause, where it is joined by a comma: "…, saying".
        """
        classes = self.words.classes
        first = self.groups[number].first
        is_joined = self.groups[number].kind == "ing" and classes[first - 1 : first] == ","
        nearest: Subject | None = None
        for earlier in range(number - 1, max(number - 8, -1), -1):
            if self.groups[earlier].kind == "finite" and (found := self.of(earlier)):
                if classes[found.first] in "WS" and found.first == found.last:
                    continue
                if not is_joined or not found.first or classes[found.first - 1] not in "WSA":
                    return found
                nearest = nearest or found
        return nearest

    def is_set_in(self, first: int) -> bool:
        """Whether a comma stands before a word, or before the "despite" or "as" before it."""
        before = self.words.classes[max(0, first - 2) : first]
        return before[-1:] == "," or (before[:1] == "," and before[-1] in "IAW")

    def any_between(self, start: int, end: int) -> bool:
        """Whether a verb begins in a stretch of the text."""
        starts = self.words.starts
        return any(start <= starts[group.first] < end for group in self.groups)

    def begins_clause(self, offset: int) -> bool:
        """Whether a clause with a subject and a finite verb begins at a place of the text."""
        word = bisect_left(self.words.starts, offset)
        for number, group in enumerate(self.groups):
            if group.first > word and group.kind == "finite":
                found = self.of(number)
                return found is not None and found.first == word and found.last >= word
        return False

    def begins_verb(self, offset: int) -> bool:
        """Whether a finite verb begins at a place of the text."""
        word = bisect_left(self.words.starts, offset)
        return any(group.first == word and group.kind == "finite" for group in self.groups)

    def is_subordinate(self, number: int) -> bool:
        """Whether a verb's clause depends on another that follows: "When she said so, …"."""
        subject = self.of(number)
        if subject is None or subject.first == 0:
            return False
        if subject.first > self.groups[number].head:
            return True
        before = subject.first - 1
        while before > 0 and self.words.classes[before] == "R":
            before -= 1
        lowers = self.words.lowers
        if lowers[before] == "that":
            return not TIMES_THAT.isdisjoint(lowers[before - 1 : before])
        return self.words.classes[before] in "AS"

    def _find(self, number: int) -> Subject | None:
        group = self.groups[number]
        if group.kind == "finite":
            found = self._before(group.first - 1)
            if found and FORMS.get(self.words.lowers[group.first]) == "base":
                return Subject(before_names(self.words, *found), found.last)
            return found
        if group.kind == "infinitive":
            return self._of_infinitive(number)
        last = group.first - 1
        if last >= 0 and self.words.classes[last] in "NP)":
            return self._noun_phrase(last, is_short=True)
        if last < 0 or (last == 0 and self.words.classes[0] in "AIR"):
            return self._after_comma(number)
        is_set_in = self.is_set_in(last + 1) and self.words.classes[last] in "IA"
        if is_set_in and not any(each.kind == "finite" for each in self.groups[:number]):
            return self._before_insert(last - 1) or self._noun_phrase(last - 2)
        return None

    def _after_comma(self, number: int) -> Subject | None:
        """The subject of the main clause after a participle that opens the sentence."""
        for later in range(number + 1, min(number + 5, len(self.groups))):
            found = self.of(later) if self.groups[later].kind == "finite" else None
            if found and found.first > 0 and self.words.classes[found.first - 1] == ",":
                return found
        return None

    def _of_infinitive(self, number: int) -> Subject | None:
        last = self.groups[number].first - 1
        if number == 0 or last < 0:
            return None
        if told := self._before_relative_clause(number, last):
            return told
        if agent := self._after_for(last):
            return agent
        before = self.groups[number - 1]
        verb = BASES.get(self.words.lowers[before.head])
        if before.head < last and verb in OBJECT_DOES and self.words.classes[last] in "NPX)YL":
            return self._object(before.head + 1, last)
        if before.kind == "finite":
            return self.of(number - 1)
        return None

    def _after_for(self, last: int) -> Subject | None:
        """Who is to do what an infinitive says: "for Orlen to say"."""
        if self.words.classes[last] not in "NP":
            return None
        found = self._noun_phrase(last, is_short=True)
        if found and found.last >= found.first > 0 and self.words.lowers[found.first - 1] == "for":
            return found
        return None

    def _before_relative_clause(self, number: int, last: int) -> Subject | None:
        """The object which a clause parts from its infinitive: "forced Orlen, who …, to"."""
        classes = self.words.classes
        opened = classes.rfind(",", max(0, last - _FARTHEST), last) if classes[last] == "," else 0
        if opened < 1 or classes[opened + 1] not in "WNDP":
            return None
        for group in reversed(self.groups[max(0, number - 8) : number]):
            if group.head < opened:
                does = BASES.get(self.words.lowers[group.head]) in OBJECT_DOES
                is_object = group.head < opened - 1 and classes[opened - 1] in "NP)"
                return self._object(group.head + 1, opened - 1) if does and is_object else None
        return None

    def _object(self, first: int, last: int) -> Subject:
        """An object between a verb and an infinitive, without what is said of where or when."""
        classes = self.words.classes
        for place in range(first + 1, last + 1):
            if classes[place] in "IY,":
                return Subject(first, place - 1)
        return Subject(first, last)

    def _before(self, last: int) -> Subject | None:
        """The subject that ends with a word, or before it if that is no part of one."""
        classes = self.words.classes
        while last >= 0 and classes[last] == "R":
            last -= 1
        last = self._without_time(last)
        if last < 0:
            return None
        each = classes[last]
        if each in "LW" or (each == "S" and self.words.lowers[last] in ("that", "what")):
            is_some = last > 1 and classes[last - 1] == "O"
            return Subject(last - 2 if is_some else last, last)
        if each in ",-":
            return self._before_insert(last)
        if each == ")":
            opened = classes.rfind("(", max(0, last - _FARTHEST), last)
            found = self._noun_phrase(opened - 1) if opened > 0 else None
            return Subject(found.first, last) if found else None
        return self._noun_phrase(last)

    def _without_time(self, last: int) -> int:
        """The word before a time between a subject and its verb: "Wang on Wednesday urged"."""
        classes, lowers = self.words.classes, self.words.lowers
        if last < 1:
            return last
        place = last
        if classes[last] == "0" and lowers[last - 1] == "in":
            return last - 2
        if lowers[last] in TIMES and lowers[last - 1] in BEFORE_TIME:
            place -= 1
        elif classes[last] != "Y":
            return last
        place -= 1
        while place > 0 and (classes[place] == "R" or lowers[place] in BEFORE_TIME):
            place -= 1
        return last if classes[place] in "VEG" else place

    def _before_insert(self, last: int) -> Subject | None:
        """The subject before words between commas or dashes that end with a word's mark."""
        classes = self.words.classes
        mark = classes[last]
        opened = last
        nearer: Subject | None = None
        for _ in range(4):
            opened = classes.rfind(mark, max(0, opened - _FARTHEST), opened)
            inner = classes[opened + 1 : last]
            if opened < 1 or not inner or classes[opened - 1] not in "NP')0Y.":
                return nearer
            if inner[0] not in "DNP0WOI":
                return self._named_before(opened, mark) if inner[0] in "GEVASR" else nearer
            found = self._noun_phrase(opened - 1)
            if found is None or found == NO_SUBJECT:
                return nearer
            is_part = self._is_apposition(opened + 1, last - 1)
            is_object = nearer and found.first and classes[found.first - 1] in "VEGMBH"
            if is_object or (inner[0] in "DNP0" and not is_part):
                return nearer
            is_part = is_part and (inner[0] != "I" or self.words.lowers[opened + 1] == "including")
            end = self._apposition_end(opened + 1, last) if is_part else opened - 1
            nearer = Subject(found.first, end)
            is_told = found.first > 0 and classes[found.first - 1] == mark
            if not is_told or not (classes[found.first] in "D0OIN" or found.first == found.last):
                return nearer
        return nearer

    def _named_before(self, opened: int, mark: str) -> Subject | None:
        """The subject that ends before a mark, with what stands before an apposition in it."""
        found = self._noun_phrase(opened - 1)
        if not found or not found.first or self.words.classes[found.first - 1] != mark:
            return found
        office, classes = found.first - 2, self.words.classes
        is_named = f"{classes[office]}{classes[found.last]}" == "NP"
        is_whole = is_named and self._noun_phrase(office) == Subject(0, office)
        return Subject(0, found.last) if is_whole else found

    def _apposition_end(self, first: int, last: int) -> int:
        """The last word of an apposition; what more is said, it says of whom that names."""
        classes, lowers = self.words.classes, self.words.lowers
        first += 1 if classes[first : first + 2] == "0," else 0
        for place in range(first + 1, last if classes[last] == "," else first):
            if classes[place] == "," and lowers[place + 1] in ("which", "a", "an", "one"):
                return place - 1
        return last - 1

    def _is_apposition(self, first: int, last: int) -> bool:
        classes = self.words.classes
        relative = re.search("[WS]", classes[first : last + 1])
        until = first + relative.start() if relative else last + 1
        if self.words.lowers[first] in ("a", "an", "one"):
            found = classes.find("V", first, until)
            if found > 0 and self._before_relative(found, is_last=found == last) == found - 1:
                until = found
        return not re.search("[MBHV]", classes[first:until])

    def _noun_phrase(self, last: int, is_short: bool = False) -> Subject | None:
        """The longest run of words back from one that can be one subject."""
        classes = self.words.classes
        if classes[last] == "L":
            return Subject(last, last)
        joint = -1
        place = last
        floor = max(-1, last - _FARTHEST)
        while place > floor:
            each = classes[place]
            beyond: int | None = place - 1
            if each == "C":
                if is_short:
                    break
                joint = joint if joint >= 0 else place
            elif each == ",":
                beyond = place - 1 if joint >= 0 and self._is_list(place) else None
            elif (
                each == "L" and joint == place + 1 and classes[place - 1 : place] in ("", ",", "S")
            ):
                return Subject(place, last)
            elif each in "VMBHL":
                beyond = self._before_relative(place, is_last=place == last)
                if beyond is None and joint >= 0:
                    place = classes.index("C", place, last + 1)
            else:
                beyond = self._before_noun(place, is_short)
            if beyond is None:
                break
            place = beyond
        return self._without_lead(place + 1, last)

    def _before_noun(self, place: int, is_short: bool) -> int | None:
        """The word before one that can be part of a subject; None if it cannot."""
        classes = self.words.classes
        each = classes[place]
        if each == ")":
            opened = classes.rfind("(", max(0, place - _FARTHEST), place)
            return opened - 1 if opened >= 0 else None
        if each == "Q":
            return place - 1 if self._is_name_part(place) else None
        if each == "T":
            return place - 1 if classes[place + 1] in "DNP0X" else None
        if each == "X":
            return place - 1 if place and classes[place - 1] in "ITO" else None
        if is_short and each in "IEG":
            return None
        if each == ".":
            return None if self._text[self.words.starts[place]] in '.!?…"“”' else place - 1
        return place - 1 if each in _NOMINAL else None

    def _is_list(self, comma: int) -> bool:
        """Whether a comma before "and" joins nouns rather than sets the scene: "In May, …"."""
        classes = self.words.classes
        if comma < 1 or classes[comma - 1] not in "PN)" or classes[comma + 1] not in "PND":
            return False
        first = comma - 1
        while first > 0 and comma - first < 12 and classes[first - 1] in "NPD0'().":
            first -= 1
        return classes[first - 1 : first] in ("", ",", "S", ";") and classes[first] in "DPN"

    def _before_relative(self, verb: int, is_last: bool) -> int | None:
        """The word before the relative clause that holds a verb, full or reduced; else None."""
        classes = self.words.classes
        place = verb
        while place > 0 and classes[place - 1] in "VMBHR":
            place -= 1
        if place < 1:
            return None
        before, noun = classes[place - 1], classes[place - 2] if place > 1 else "."
        if before == "W" and noun in "NP')0,":
            return place - 2 if noun != "," else place - 3
        if before == "S" and self.words.lowers[place - 1] == "that" and noun in "NP')0":
            return place - 2
        if before == "L" and noun in "NP":
            return place - 2
        is_past = FORMS.get(self.words.lowers[verb]) in ("past", None)
        is_reduced = not is_last and is_past and place == verb and classes[verb] == "V"
        is_reduced = is_reduced and self.words.lowers[verb] not in PLAIN
        is_followed = classes[verb + 1] in "ITRYO" or self.words.lowers[verb + 1] in BEFORE_TIME
        if is_reduced and before in "NP" and is_followed:
            return place - 1
        return None

    def _is_name_part(self, place: int) -> bool:
        start, end = self.words.starts[place], self.words.ends[place]
        is_said = _MARK_INSIDE.search(self._text, max(start, end - 3), end)
        return end - start < 60 and not is_said and self.words.classes[place - 1] in "DNP'"

    def _without_lead(self, first: int, last: int) -> Subject | None:
        """A subject without what ties its clause to others, or sets the scene before it."""
        classes = self.words.classes
        while first < last and (classes[first] in "C,." or self.words.lowers[first] in LEADS):
            first += 1
        first = after_time(self.words, first, last)
        if first > last:
            return None
        for place in range(last - 1, first, -1):
            if classes[place] == "D" and classes[place - 1] in "NPY0":
                return Subject(place, last)
        if classes[first] in "IA":
            for place in range(last, first + 1, -1):
                if classes[place] == "P" and classes[place - 1] in "NY0)":
                    return Subject(place, last)
            return Subject(last, last) if classes[last] == "P" else NO_SUBJECT
        if classes[last] not in "NP0')YDE.VQX":
            return None
        return Subject(first, last)


_MARK_INSIDE: Final = re.compile(r"[,.?!…][’'”\"»]*$")
