"""The speaker before the speech: X said (that) … / X said: “…”."""

from __future__ import annotations

import re
from typing import Final

from language.reported_sentence import Report, Sentence, Stretch
from language.reporting_words import (
    ADVERBIAL,
    BELIEVING,
    DAY,
    SAYING,
    TELLING,
    THINKING,
    URGING,
    WISHING,
)
from language.speech_first import speech_after

_THEN_SPEECH: Final = re.compile(r"(?:[^.;:,\ue000]{0,60}[:,])?\s+(?=\ue000)")
_THAT: Final = re.compile(r"\s+(?P<that>that)\s")
_OBJECT: Final = re.compile(r"\s+(?=[\w$€£])")
_PARTICLE: Final = re.compile(r"\s+(?:on|upon|for|out)(?=\s)")
_CLAUSE: Final = re.compile(
    r"\s+(?=[\w$€£])(?!(?:in|on|at|to|for|with|as|about|of|by|from|and|or|than|out|up)\s)"
)
_ASKING: Final = re.compile(r"\s+(?:how|why|whether|what|if|when|where|who|which)\s")
_INFINITIVE: Final = re.compile(r"\s+(?:not\s+)?to\s+\w")
_TAIL: Final = re.compile(
    r"(?:(?:,|(?<=\ue000))\s+(?:adding|noting|saying|arguing|warning|citing|according|telling|explaining|insisting"
    r"|suggesting|but|while|although|though|even as)\s)|\s+\(which\s|;\s|\s+—\s|\s+--\s"
)
_CLAUSE_START: Final = re.compile(
    r"(?:[;:—]|--|[,\ue000]|,\s+(?:and|but|or|yet|so)|\b(?:that|when|while|because|if|as|although"
    r"|though|since|after|before|until|which|than))\s+"
)
_LEADING: Final = re.compile(
    r"\(|(?:(?:[Ss]hortly|[Ss]oon|[Ee]ven|[Jj]ust)\s+)?(?:And|But|Yet|Still|So|Then|Also|However|Meanwhile|Later|Earlier|As|When|While|Although"
    r"|Though|If|Because|Since|After|Before|Now|Instead|and|but|when|while|as|that|if|after|before)\s+"
)


def speaker_first(
    sentence: Sentence, cue: Stretch, verb: str, source: tuple[Stretch, ...] | None
) -> Report | None:
    """What a verb reports that stands after it; None if it reports none, or has no subject."""
    cue = _whole_cue(sentence, cue, verb)
    start = _content_start(sentence, cue[1], verb)
    if start is None:
        return None
    content = _content_from(sentence, start)
    if source is None and sentence.is_item and not sentence.masked[sentence.start : cue[0]].strip():
        source = ()
    if not content or source is None:
        return None
    return Report(tuple(content), (cue,), source)


_WITH_PARTICLE: Final = ("call", "point")
_WITH_NOUN: Final = ("express", "voice", "repeat", "reaffirm")
_SPOKEN_NOUN: Final = re.compile(
    r"\s+(?:(?:the|its|his|her|their|a|some|deep|grave|serious|great|strong)\s+)*"
    r"(?:hopes?|concerns?|confidence|fears?|regrets?|beliefs?|doubts?|optimism|satisfaction|views?"
    r"|opinion|wish|desire|conviction|surprise|commitment|readiness|willingness)"
    r"(?=\s+(?:that|to)\s)"
)


def _whole_cue(sentence: Sentence, cue: Stretch, verb: str) -> Stretch:
    """The verb with its particle, "called on", or its noun, "expressed hope"."""
    rest = None
    if verb.startswith(_WITH_PARTICLE):
        rest = _PARTICLE.match(sentence.masked, cue[1], sentence.end)
    if verb.startswith(_WITH_NOUN):
        rest = _SPOKEN_NOUN.match(sentence.masked, cue[1], sentence.end)
    return (cue[0], rest.end()) if rest else cue


def _content_start(sentence: Sentence, start: int, verb: str) -> int | None:
    """Where what was said begins after the verb; None if the verb does not report."""
    masked = sentence.masked
    if speech := _THEN_SPEECH.match(masked, start, sentence.end):
        return speech.end() if verb not in WISHING - SAYING else None
    if that := _that_after(masked, start, sentence.end, verb):
        return that
    if verb in SAYING | THINKING and (asking := _ASKING.match(masked, start, sentence.end)):
        return asking.start() + 1
    if verb in WISHING and (infinitive := _INFINITIVE.match(masked, start, sentence.end)):
        return infinitive.start() + 1
    if verb in URGING:
        found = _OBJECT.match(masked, start)
        return found.end() if found else None
    if verb not in SAYING | BELIEVING:
        return None
    if verb in TELLING and (told := _TOLD.match(masked, start, sentence.end)):
        start = told.end()
    adverbial = ADVERBIAL.match(masked, start, sentence.end)
    start = adverbial.end() if adverbial else start
    if parted := _PARTED_CLAUSE.match(masked, start, sentence.end):
        return parted.end()
    found = _CLAUSE.match(masked, start, sentence.end)
    return found.end() if found and len(masked[start : sentence.last].split()) > 1 else None


_PARTED_CLAUSE: Final = re.compile(r"(?<=\w),\s+(?=(?:he|she|it|they|we|I|this|there)\s)")
"""What parts a setting from a clause: "said in a statement, they …"."""

_TOLD: Final = re.compile(
    r"(?:\s+[^\s,]+){1,6}?(?=\s+(?:he|she|it|they|I|we|you|there|his|her|their)\s)"
    r"|\s+(?:reporters|him|her|them|me|us|journalists|lawmakers)(?=\s)"
)
"""Who was told, where "that" does not follow."""


_ADDRESSEE: Final = re.compile(r"(?:\s+[^\s,;:\ue000]+){0,12}?\s+(?P<that>that)\s")
_FREE_WORDS: Final = re.compile(
    rf"(?:\s+(?:on|in|at|to|during|after|before|through|via|by|reporters|{DAY}|clear)\b)"
)


def _that_after(masked: str, start: int, end: int, verb: str) -> int | None:
    if directly := _THAT.match(masked, start, end):
        return directly.start("that")
    if verb.startswith(_WITH_NOUN) and (wished := _INFINITIVE.match(masked, start, end)):
        return wished.start() + 1
    if verb in TELLING or (verb in SAYING and _FREE_WORDS.match(masked, start, end)):
        found = _ADDRESSEE.match(masked, start, end)
        return found.start("that") if found else None
    return None


def _content_from(sentence: Sentence, start: int) -> list[Stretch]:
    """What was said from a place on: a whole quotation and those that follow, or a clause."""
    quotation = sentence.quotation_at(start)
    if quotation and quotation[0] == start and _ends_speech(sentence, quotation):
        return [quotation, *speech_after(sentence, quotation[1], is_direct=True)]
    tail = _TAIL.search(sentence.masked, start, sentence.last)
    end = tail.start() if tail else sentence.last
    return [(start, end)] if end > start else []


def _ends_speech(sentence: Sentence, quotation: Stretch) -> bool:
    """Whether the reporting sentence does not go on after a quotation as part of what was said."""
    rest = sentence.masked[quotation[1] : sentence.end].strip()
    return not rest or rest[0] in ".,;:—!?" or rest.startswith(("and ", "but "))
