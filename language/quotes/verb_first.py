"""The verb before its speaker, and both before the speech: Said X: “…”."""

from __future__ import annotations

import re
from typing import Final

from language.grammar.english_verbs import FORMS
from language.grammar.verb_groups import Subjects, Verb
from language.quotes.reported_sentence import Report, Sentence
from language.quotes.reporting_words import DAY, FINITE, SAYING, SETTING, TELLING
from language.quotes.speech_first import speech_after

_SPEAKER: Final = re.compile(
    r"\s+(?P<speaker>(?:[A-Z]|(?:an?|the|his|her|its|their|one|another)\s)[^:;“”\"\ue000]{0,120}?)"
    rf"(?:\s+(?:{DAY}|{SETTING}))*(?::|,(?=\s+\ue000))\s+(?=\ue000)"
)


def opens_with_verb(word: str) -> bool:
    """Whether a word tells of speech in a form that may open its sentence: "said"."""
    return word in SAYING - TELLING and FORMS.get(word) in ("past", "third")


def verb_first(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    """What is quoted behind a verb that opens its sentence, and behind who does what it says."""
    is_first = verb.cue[0] == subjects.words.starts[0]
    if not is_first or not opens_with_verb(verb.word):
        return None
    found = _SPEAKER.match(sentence.masked, verb.cue[1], sentence.end)
    quotation = sentence.quotation_at(found.end()) if found else None
    if found is None or quotation is None or FINITE.search(found["speaker"].split(", who")[0]):
        return None
    content = (
        quotation,
        *speech_after(sentence, subjects, quotation[1], is_direct=True),
    )
    source = (found.span("speaker"),)
    return Report(content, (verb.cue,), source, rule="speaker-then-quotation")
