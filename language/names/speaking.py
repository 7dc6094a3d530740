"""Whether a name or noun is the subject of a verb of speech."""

from __future__ import annotations

from typing import Final

from language.grammar.sentence_words import SentenceWords
from language.names.words import AUXILIARIES
from language.quotes.reporting_words import NOUNS, SAYING, URGING, WISHING
from language.word_lists import words_of

OFTEN_NOUNS: Final = NOUNS | {f"{noun}s" for noun in NOUNS}
"""Verbs that are nouns as often: "states", "reports"."""

SPEAKING: Final = (SAYING | ((URGING | WISHING) - OFTEN_NOUNS)) | words_of(
    "believe believes believed think thinks thought told tells want wants wanted asked asks hope"
    " hopes hoped urge urges urged called calls vowed denied denies expects expected criticized"
    " accused praised thanked welcomed condemned expressed insisted refused declined agreed spoke"
    " speaks met visited meets visits resigned died retired appeared testified wrote tweeted"
    " criticised defended described discussed feels felt knew knows posted posts"
)
_BETWEEN: Final = words_of(
    "also has have had later then again now recently repeatedly reportedly previously earlier once"
    " still even just never will would already simply further himself herself on wednesday thursday"
    " friday monday tuesday saturday sunday today yesterday"
)


_WITH_TO: Final = (
    words_of(
        "plans planned aims aimed intends intended pledges vows offers threatens seeks"
        " sought proposes"
    )
    - SPEAKING
)
"""Verbs of speech with "to" after them, and nouns or less without."""
_AFTER_PARTICIPLE: Final = words_of("by of as against")
"""What shows that a word like "accused" is no verb but says what was done to someone."""


_ACTIVE: Final = words_of("warned spoke complained agreed wrote tweeted testified boasted hinted")
"""Verbs that say what someone did also before such words: "warned of"."""


def _verb_at(sentence: SentenceWords, index: int) -> int:
    """Where the verb stands that follows from an index, after "has", "also", "publicly" …"""
    last = index + 3
    while index < last and (
        sentence.word(index) in _BETWEEN or sentence.word(index).endswith("ly")
    ):
        index += 1
    return index


def is_speaking_at(sentence: SentenceWords, index: int) -> bool:
    """Whether a verb of speech, after "has" or "also" too, stands at an index."""
    index = _verb_at(sentence, index)
    verb = sentence.word(index)
    if verb in _WITH_TO:
        return sentence.word(index + 1) == "to" and not sentence.is_capital(index)
    if verb not in SPEAKING or verb.endswith("ing") or sentence.is_capital(index):
        return False
    is_active = verb.endswith("s") or verb in _ACTIVE
    return is_active or sentence.word(index + 1) not in _AFTER_PARTICIPLE


def is_saying_at(sentence: SentenceWords, index: int) -> bool:
    """Whether one of the plain verbs of speech, "said" or "added", stands at an index."""
    index = _verb_at(sentence, index)
    return sentence.word(index) in SAYING and is_speaking_at(sentence, index)


def is_speech_before(sentence: SentenceWords, first: int, last: int) -> bool:
    """Whether a speaker `[first, last)` follows the verb: "…," said Orlen; according to Orlen."""
    before = first - 1
    verb = sentence.word(before)
    if (
        verb in SAYING
        and verb not in ("told", "tells", "tell")
        and _is_inverted(sentence, before, last)
    ):
        return True
    return verb == "to" and sentence.word(before - 1) == "according"


def _is_inverted(sentence: SentenceWords, verb: int, last: int) -> bool:
    mark = sentence.word(verb - 1)
    if mark == "," and sentence.word(last) in AUXILIARIES:
        return False
    return verb == 0 or mark in ('"', "”", ",", "’", "'") or sentence.word(last) in (",", ".", "")
