"""Speech that a noun tells of: "Savik's claim that …", "raised questions about …", "fears of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from language.grammar.english_verbs import BASES, FORMS
from language.grammar.verb_groups import NO_SUBJECT, Subjects
from language.quotes.content_ends import content_end
from language.quotes.phrases import agent_after, subject_of
from language.quotes.reported_sentence import Report, Sentence, Stretch
from language.quotes.reporting_nouns import (
    BEFORE_QUESTION,
    BEFORE_THAT,
    BEFORE_WISH,
    LEADING,
    PREPOSITIONS,
    SPOKEN,
)
from language.quotes.reporting_words import SAYING, THINKING
from language.word_lists import words_of

_NOUNS: Final = BEFORE_THAT | BEFORE_WISH | BEFORE_QUESTION | PREPOSITIONS.keys()
_OWNERS: Final = words_of("his her their its my our your")
_ASKING: Final = words_of("whether how why what")
_MOST_ADJECTIVES: Final = 6
_LONGEST_OWNER: Final = 8
_MOST_NOUNS: Final = 60
"""Such nouns of one sentence that are looked at: one that has more is no prose."""


class _Frame(NamedTuple):
    """How a noun leads to what was said: by which word, where that begins, and who is named."""

    word: str
    start: int
    last_of_cue: int
    agent: Stretch | None


class _Cue(NamedTuple):
    """With which word the reporting words begin, and who speaks; `is_led` by a verb."""

    first: int
    source: Stretch | None
    is_led: bool = False


def noun_reports(
    sentence: Sentence, subjects: Subjects, others: Sequence[Report]
) -> Iterator[Report]:
    """What nouns report that are no part of the reporting words of other reports."""
    words = subjects.words
    if _NOUNS.isdisjoint(words.lowers):
        return
    places = (place for place, word in enumerate(words.lowers) if word in _NOUNS)
    for place in islice(places, _MOST_NOUNS):
        if words.classes[place] not in ("NP" if place == 0 else "N"):
            continue
        at = words.starts[place]
        if any(start <= at < end for report in others for start, end in report.cue):
            continue
        if report := _report(sentence, subjects, place):
            yield report


def _report(sentence: Sentence, subjects: Subjects, place: int) -> Report | None:
    words = subjects.words
    frame = _frame(subjects, place)
    if frame is None:
        return None
    cue = _cue(sentence, subjects, place)
    noun = words.lowers[place]
    source = cue.source or frame.agent
    if source is None:
        return None
    is_preposition = frame.word not in ("to", "that", *_ASKING)
    if is_preposition and not (cue.is_led or frame.agent or frame.word in SPOKEN.get(noun, ())):
        return None
    end = _end(sentence, subjects, place, frame)
    if end <= frame.start:
        return None
    return Report(
        ((frame.start, end),),
        ((words.starts[cue.first], words.ends[frame.last_of_cue]),),
        (source,),
        rule="noun-then-clause",
    )


_AGENTS: Final = words_of("by from")
_HOLDERS: Final = words_of("by from of")


def _frame(subjects: Subjects, place: int) -> _Frame | None:
    """What follows a noun, or whoever is named after it with "by" or "from"."""
    words = subjects.words
    noun = words.lowers[place]
    prepositions = PREPOSITIONS.get(noun, frozenset())
    named = agent_after(words, place + 1, _AGENTS if "of" in prepositions else _HOLDERS)
    agent, following = named or (None, place + 1)
    if following >= len(words.lowers) - 1:
        return None
    after, then = words.lowers[following], words.classes[following + 1]
    start = words.starts[following]
    is_relative = then in "VMBH" or FORMS.get(words.lowers[following + 1]) in (
        "base",
        "past",
    )
    if after == "that" and noun in BEFORE_THAT and not is_relative:
        return _Frame(after, start, place, agent)
    if after == "to" and noun in BEFORE_WISH and then in "VR":
        return _Frame(after, start, place, agent)
    if after in _ASKING and noun in BEFORE_QUESTION:
        return _Frame(after, start, place, agent)
    if after in prepositions:
        return _Frame(after, words.starts[following + 1], place if agent else following, agent)
    return None


def _cue(sentence: Sentence, subjects: Subjects, place: int) -> _Cue:
    """The words before a noun that belong to it: whose it is, or the verb that leads to it."""
    words = subjects.words
    classes, lowers = words.classes, words.lowers
    heads = {group.head: number for number, group in enumerate(subjects.groups)}
    before = place - 1
    while (
        before >= 0 and place - before < _MOST_ADJECTIVES and _is_adjective(subjects, before, heads)
    ):
        before -= 1
    if before < 0:
        return _Cue(0, None)
    if classes[before] == "D" and lowers[before] in _OWNERS:
        return _Cue(before + 1, (words.starts[before], words.ends[before]))
    if classes[before] == "'":
        owner = _owner(subjects, before)
        return _Cue(before + 1, owner and (owner[0], words.ends[before]))
    first = before + 1
    if classes[before] == "P" and sentence.text[words.starts[place]].islower():
        return _Cue(first, _owner(subjects, first))
    if before >= 0 and classes[before] == "D":
        first, before = before, before - 1
    if before in heads and BASES.get(lowers[before], lowers[before]) in LEADING:
        number = heads[before]
        subject = subject_of(subjects, number)
        if subject and subjects.groups[number].kind != "participle":
            return _Cue(subjects.groups[number].first, subject, is_led=True)
    return _Cue(first, None)


def _is_adjective(subjects: Subjects, place: int, heads: dict[int, int]) -> bool:
    """Whether a word before a noun tells of what kind it is: "growing", "long-standing"."""
    each = subjects.words.classes[place]
    if each in "GE":
        before = subjects.words.classes[place - 1] if place else "."
        group = subjects.groups[heads[place]] if place in heads else None
        if group is None or (group.first == place and before in "DI'"):
            return True
        return subjects.words.lowers[group.first - 1 : group.first] == ["there"]
    return each in "N0R"


def _owner(subjects: Subjects, mark: int) -> Stretch | None:
    """Whose something is: the words before the mark of a possessive, or before the thing."""
    words = subjects.words
    first = mark
    while first > 0 and words.classes[first - 1] in "NP0" and mark - first < _LONGEST_OWNER:
        if FORMS.get(words.lowers[first - 1]) == "past":
            break
        first -= 1
    if first == mark:
        return None
    if first > 0 and words.classes[first - 1] == "D":
        first -= 1
    return words.starts[first], words.ends[mark - 1]


_RESUMES: Final = re.compile(
    r",\s+(?:is|are|was|were|has|have|had|will|would|could|should|may|might|can|known|called)\s"
)
"""How a sentence goes on after what was put between its subject and its verb."""


def _end(sentence: Sentence, subjects: Subjects, place: int, frame: _Frame) -> int:
    """Where what was said ends: before the verb whose subject the noun is, if it is one's."""
    end = content_end(sentence, subjects, frame.start, is_matter=True, is_subordinate=False)
    if resumes := _RESUMES.search(sentence.masked, frame.start, end):
        end = resumes.start()
    words = subjects.words
    opens = not subjects.any_between(sentence.start, words.starts[place])
    for number, group in enumerate(subjects.groups):
        begins = words.starts[group.first]
        if begins >= end:
            break
        if begins <= frame.start or group.kind != "finite":
            continue
        if opens and words.classes[group.first - 1] in ",V":
            return begins
        found = subjects.of(number)
        if found is None or found == NO_SUBJECT:
            continue
        is_own = found.first <= place <= found.last
        ends_clause = (
            opens
            and words.classes[found.first] not in "LWS"
            and words.classes[found.first - 1] in "VBEGIT"
            and words.lowers[found.first - 1] not in SAYING | THINKING
        )
        if is_own or ends_clause:
            return begins
    return end
