"""The speaker set into the speech, near its beginning: As X said, … / Still, X said, …."""

from __future__ import annotations

import re
from typing import Final

from language.grammar.verb_groups import Subjects, Verb
from language.quotes.reported_sentence import Report, Sentence
from language.quotes.reporting_words import DAY
from language.word_lists import words_of


def speech_around(
    sentence: Sentence, subjects: Subjects, verb: Verb, *, is_as: bool
) -> Report | None:
    """What a verb reports that stands with its subject between two commas, near the beginning.

    Args:
        sentence: the sentence that holds it.
        subjects: its verbs and their subjects.
        verb: the verb.
        is_as: "as" must stand before the subject; else it must not.
    """
    words, subject = subjects.words, subjects.of(verb.number)
    if subject is None or subject.first < 1:
        return None
    before = subject.first - 1
    if (words.lowers[before] == "as") != is_as:
        return None
    before -= is_as
    end = with_particle(sentence, verb)
    setting = _SETTING.match(sentence.masked, end, sentence.last)
    if setting is None or subjects.any_between(end, setting.end()):
        return None
    source = (words.starts[subject.first], words.ends[subject.last])
    cue = (verb.cue[0], end)
    quotation = sentence.quotation_at(setting.end())
    if is_as and quotation and quotation[0] == setting.end():
        return Report((quotation,), (cue,), (source,), rule="speaker-then-quotation")
    if not (_is_link(words.classes[: before + 1]) if is_as else before == 1):
        return None
    if not is_as and words.classes[before] != ",":
        return None
    if len(sentence.masked[setting.end() : sentence.last].split()) < 2:
        return None
    content = [(setting.end(), sentence.last)]
    is_named = words.classes[0] in "PNL" or words.lowers[0] in ("that", "this")
    if before == 1 and is_named and _begins_with_verb(subjects, setting.end()):
        content.insert(0, (words.starts[0], words.ends[0]))
    return Report(tuple(content), (cue,), (source,), rule="speaker-then-clause")


def with_particle(sentence: Sentence, verb: Verb) -> int:
    """The end of a verb's cue with what belongs to it: "pointed out", "put it"."""
    found = None
    if verb.word.startswith("point"):
        found = _OUT.match(sentence.masked, verb.cue[1], sentence.end)
    elif verb.word in PUTTING:
        found = _IT.match(sentence.masked, verb.cue[1], sentence.end)
    return found.end() if found else verb.cue[1]


PUTTING: Final = words_of("put puts")
"""Verbs that report with "it": "as Savik put it"."""
_IT: Final = re.compile(r"\s+it(?!\w)")


def _begins_with_verb(subjects: Subjects, offset: int) -> bool:
    words = subjects.words
    return any(words.starts[group.first] == offset for group in subjects.groups)


def _is_link(classes: str) -> bool:
    """Whether words before "as" but tie the sentence to the one before: "After all, as"."""
    return classes in ("", "C", "R") or (classes[-1] == "," and _LINK.match(classes) is not None)


_LINK: Final = re.compile(r"(?:.|[RIAC].),$")
_OUT: Final = re.compile(r"\s+out(?!\w)")
_SETTING: Final = re.compile(
    r"(?:\s+(?:in|on|at|during|with|to|from|last|earlier|this)\s(?:(?!that\s)[^,;:\ue000]){1,60}"
    rf"|\s+{DAY}|\s+(?:before|repeatedly|recently|earlier|often|later|then|again))?,\s+"
)
"""When, where and how it may have been said, up to the comma."""
