"""The reporting words as a whole: a verb with its particle, or with the noun it reports with."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from language.grammar.english_verbs import BASES, forms_of
from language.grammar.verb_groups import Subjects, Verb
from language.quotes.reported_sentence import Sentence, Stretch
from language.quotes.reporting_verbs import LONGEST_PARTICLE, PARTICLES
from language.quotes.reporting_words import WITH_ATTITUDE, WRITING
from language.quotes.spoken_nouns import attitude_end, text_end


class WholeCue(NamedTuple):
    """The stretch of a cue, and what its verb takes in."""

    stretch: Stretch
    takes: Literal["nothing", "particle", "attitude", "text"]


_NEXT_WORDS: Final = re.compile(rf"(?:\s+[A-Za-z]+(?=\s)){{1,{LONGEST_PARTICLE}}}")
_WORD: Final = re.compile(r"\S+")
_TEXT_LEADS: Final = re.compile(r"\s+(?:that(?=\s)|to(?=\s)|(?:on|about|for|against)(?=\s))")


_HOW: Final = re.compile(
    r"\s+(?:in\s(?:an?|his|her|their|the)\s(?:[\w’'-]+\s){0,3}?interview|(?:then|later)(?!\s+to\s))"
    r"(?=[\s,.:;]|$)"
)


def how_end(sentence: Sentence, end: int) -> int:
    """Where a cue ends whose verb ends at a place: with how it was said, "in an interview"."""
    how = _HOW.match(sentence.masked, end, sentence.end)
    return how.end() if how else end


_ASKING_SOMEONE: Final = forms_of("ask accuse press question quiz grill")
_WHOM: Final = re.compile(
    r"\s+(?:(?:him|her|them|it|me|us|you)\s(?:of|about|on)"
    r"|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}\sabout)(?=\s)"
)
"""Whom someone asks: "asked Savik about"."""


def whole_cue(sentence: Sentence, subjects: Subjects, verb: Verb) -> WholeCue:
    """The verb with its particle, "called on", or its noun, "expressed hope"."""
    start, end = verb.cue
    base = BASES.get(verb.word, verb.word)
    if base in PARTICLES and (particle := _particle_end(sentence, subjects, end, base)):
        return WholeCue((start, particle), "particle")
    if verb.word in _ASKING_SOMEONE and (whom := _WHOM.match(sentence.masked, end, sentence.end)):
        return WholeCue((start, whom.end()), "particle")
    if verb.word in WITH_ATTITUDE and (noun := attitude_end(sentence, end)):
        return WholeCue((start, noun), "attitude")
    if verb.word in WRITING and (text := text_end(sentence, end)):
        leads = _TEXT_LEADS.match(sentence.masked, text, sentence.end)
        if leads:
            is_own = leads[0].strip() in ("that", "to")
            return WholeCue((start, text if is_own else leads.end()), "text")
    return WholeCue(verb.cue, "nothing")


def _particle_end(sentence: Sentence, subjects: Subjects, end: int, base: str) -> int | None:
    """Where the longest particle of a verb ends that follows it."""
    following = _NEXT_WORDS.match(sentence.masked, end, sentence.end)
    if following is None:
        return None
    found = list(_WORD.finditer(sentence.masked, end, following.end()))
    for count in range(len(found), 0, -1):
        particle = " ".join(match[0].lower() for match in found[:count])
        if particle in PARTICLES[base]:
            last = found[count - 1]
            is_infinitive = last[0] == "to" and subjects.any_between(last.start(), last.end())
            return None if is_infinitive else last.end()
    return None
