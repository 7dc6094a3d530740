"""What someone is afraid, sure or critical of: adjectives and nouns that report with "be".

Read from `language/lists/states_of_mind.txt`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal, NamedTuple

from language.grammar.english_verbs import forms_of
from language.grammar.verb_groups import Subjects
from language.quotes.reported_sentence import Sentence
from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

Follows = Literal["clause", "infinitive", "object"]
"""What follows a cue: "that" or a question word, "to" with a verb, or a noun."""


class State(NamedTuple):
    """Where the cue of a state of mind ends, where its content begins, and how."""

    end: int
    start: int
    follows: Follows


_LIST: Final = Path(__file__).parent.with_name("lists") / "states_of_mind.txt"


def _sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def _with_prepositions(lines: list[str]) -> dict[str, frozenset[str]]:
    """ "of: afraid tired" as the prepositions of each word."""
    found: dict[str, set[str]] = {}
    for line in lines:
        preposition, words = line.split(":")
        for word in words.split():
            found.setdefault(word, set()).add(preposition)
    return {word: frozenset(prepositions) for word, prepositions in found.items()}


_SECTIONS: Final = _sections()
_WITH_CLAUSE: Final = words_of(" ".join(_SECTIONS["clause"]))
_WITH_INFINITIVE: Final = words_of(" ".join(_SECTIONS["infinitive"]))
_PREPOSITIONS: Final = _with_prepositions(_SECTIONS["prepositions"])
_NOUNS: Final = _with_prepositions(_SECTIONS["nouns"])
_ADJECTIVES: Final = _WITH_CLAUSE | _WITH_INFINITIVE | frozenset(_PREPOSITIONS)
_COPULAS: Final = forms_of("be feel seem remain become sound look appear grow stay") | words_of(
    "is are was were am been being s re m isn aren wasn weren ain"
)
_COPULAS_AND_ADJECTIVES: Final = _COPULAS | _ADJECTIVES
_DEGREES: Final = words_of(
    "more most less least not no very quite rather so too as also still even particularly pretty"
    " deeply increasingly somewhat a little bit all"
)
_LONGEST_NOUN: Final = 7
_PHRASE: Final = re.compile(rf"\s+(?:{alternatives(_SECTIONS['phrases'])})(?=\s)")
_NEXT: Final = re.compile(r"\s+([a-z]+)(?=\s)")
_QUESTION: Final = words_of("how why whether what if when where who which")


def state_of_mind(sentence: Sentence, subjects: Subjects, number: int) -> State | None:
    """The state of mind that a verb tells of, given its number; None if it tells of none."""
    words, group = subjects.words, subjects.groups[number]
    head = group.head
    if words.lowers[head] not in _COPULAS_AND_ADJECTIVES:
        return None
    has_copula = not set(words.lowers[group.first : head]).isdisjoint(_COPULAS)
    if has_copula and words.lowers[head] in _ADJECTIVES:
        return _after_adjective(sentence, subjects, head)
    if words.lowers[head] not in _COPULAS:
        return None
    if phrase := _PHRASE.match(sentence.masked, words.ends[head], sentence.end):
        return _after_phrase(sentence, phrase)
    last = min(head + _LONGEST_NOUN, len(words.lowers) - 1)
    for place in range(head + 1, last):
        lower = words.lowers[place]
        if lower in _ADJECTIVES:
            return _after_adjective(sentence, subjects, place)
        if lower not in _DEGREES and words.classes[place] != "R":
            break
    if words.lowers[head + 1 : head + 2] not in (["a"], ["an"], ["the"], ["no"], ["not"]):
        return None
    for place in range(head + 2, last):
        prepositions = _NOUNS.get(words.lowers[place].removesuffix("s"), ())
        if words.lowers[place + 1] in prepositions:
            return _object_after(sentence, words.ends[place + 1])
        if words.classes[place] not in "NPRCDEG,0'":
            return None
    return None


def _after_phrase(sentence: Sentence, phrase: re.Match[str]) -> State | None:
    last = phrase[0].rsplit(maxsplit=1)[-1]
    if last in ("that", "to"):
        start = phrase.end() - len(last)
        return State(start - 1, start, "clause" if last == "that" else "infinitive")
    return _object_after(sentence, phrase.end())


def _after_adjective(sentence: Sentence, subjects: Subjects, place: int) -> State | None:
    """What follows an adjective, given its number in the sentence."""
    words = subjects.words
    adjective, end = words.lowers[place], words.ends[place]
    following = _NEXT.match(sentence.masked, end, sentence.end)
    word = following[1] if following else ""
    if following and word in _PREPOSITIONS.get(adjective, ()):
        is_infinitive = word == "to" and subjects.any_between(end, following.end())
        if not is_infinitive:
            return _object_after(sentence, following.end())
    if following and word == "to" and adjective in _WITH_INFINITIVE:
        return State(end, following.start(1), "infinitive")
    if following and adjective in _WITH_CLAUSE:
        is_clause = subjects.begins_clause(following.start(1))
        if word == "that" or word in _QUESTION or is_clause:
            return State(end, following.start(1), "clause")
    return None


_OBJECT: Final = re.compile(r"\s+(?=[\w$€£\ue000])")


def _object_after(sentence: Sentence, end: int) -> State | None:
    found = _OBJECT.match(sentence.masked, end, sentence.end)
    return State(end, found.end(), "object") if found else None
