"""The speaker before the speech: X said (that) … / X said: “…”."""

from __future__ import annotations

import re
from typing import Final

from language.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.reporting_words import (
    ADVERBIAL,
    APPOSITION,
    BELIEVING,
    DAY,
    FINITE,
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
    sentence: Sentence, cue: Stretch, verb: str, previous: Report | None
) -> Report | None:
    """What a verb reports that stands after it; None if it does not report.

    Without a subject of its own the verb takes the speaker of the one before, `previous`.
    """
    cue = _whole_cue(sentence, cue, verb)
    start = _content_start(sentence, cue[1], verb)
    if start is None:
        return None
    content = _content_from(sentence, start)
    source = _source_before(sentence, cue[0], previous)
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


def _source_before(
    sentence: Sentence, end: int, previous: Report | None
) -> tuple[Stretch, ...] | None:
    """Who said it: the words before the verb in its clause, or the speaker of the verb before."""
    masked = sentence.masked
    before = masked[sentence.start : end].rstrip()
    if re.search(r"(?:^|[\s,])(?:and|but|or)$|,$", before) and previous:
        last = before.rstrip(",").rsplit(" ", 1)[-1]
        if before.endswith(("and", "but", "or")) or last != before:
            return previous.source
    stop = sentence.start + len(_ON_A_DAY.sub("", before))
    start = _clause_start(masked, min(sentence.body, stop), stop)
    while leading := _LEADING.match(masked, start, stop):
        start = leading.end()
    name = masked[start:stop]
    if subject := _SUBJECT_OF_TWO.match(name):
        return ((start, start + subject.end("subject")),)
    if not name.strip() and sentence.is_item:
        return ()
    if not name.strip() or name.strip()[0] == QUOTED:
        return previous.source if previous else None
    return ((start, stop),)


_SUBJECT_OF_TWO: Final = re.compile(
    rf"(?P<subject>[^,\ue000]+?)\s+(?:also|then|{FINITE.pattern}|\w{{2,}}ed)\s.*?\s(?:and|but|or)\s*$"
)
"""A subject with its first verb, where a second one follows."""

_ON_A_DAY: Final = re.compile(rf"(?<=\w)\s+{DAY}$")


def _clause_start(masked: str, start: int, end: int) -> int:
    """Where the subject of a verb begins: after the last border, but before an apposition."""
    body_end = end - 1 if masked[end - 1 : end] == "," else end
    borders = [found.end() for found in _CLAUSE_START.finditer(masked, start, body_end)]
    if body_end == end:
        return borders[-1] if borders else start
    while borders and not _is_apposition(masked, borders[-1], end):
        borders.pop()
    while borders and _is_apposition(masked, borders[-1], end):
        borders.pop()
    return borders[-1] if borders else start


def _is_apposition(masked: str, start: int, end: int) -> bool:
    after_comma = masked[:start].rstrip().endswith(",")
    return after_comma and APPOSITION.match(masked, start, end) is not None
