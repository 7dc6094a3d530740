"""What an English sentence reports, verb by verb."""

from __future__ import annotations

import re
from typing import Final

from language.passives import with_passive
from language.reported_sentence import Report, Sentence, Stretch
from language.reporting_words import (
    BELIEVING,
    SAYING,
    THINKING,
    URGING,
    WISHING,
)
from language.speaker_first import speaker_first
from language.speech_first import speech_first
from language.verb_groups import Subjects, Verb
from language.word_classes import words_of_sentence

_ONLY_SAYING: Final = SAYING - THINKING - WISHING - URGING
_REPORTING: Final = SAYING | THINKING | WISHING | URGING
_MOST_VERBS: Final = 60
"""No sentence of a report has more; one that does is no prose."""


def english_reports(sentence: Sentence) -> list[Report]:
    """What a sentence reports, in the order of its verbs."""
    found: list[Report] = []
    words = words_of_sentence(sentence.masked, sentence.start, sentence.end)
    subjects = Subjects(words, sentence)
    for number, group in enumerate(subjects.groups[:_MOST_VERBS]):
        word = words.lowers[group.head]
        if word not in _REPORTING or words.classes[group.first - 1 : group.first] == "X":
            continue
        finite = [each for each in found if not sentence.masked.startswith("to ", each.cue[0][0])]
        source = _source(subjects, number, finite[-1] if finite else None)
        cue = (words.starts[group.first], words.ends[group.head])
        report = _report_at(sentence, subjects, Verb(number, word, cue, source))
        if report and found and report.source == found[-1].source:
            found[-1] = _cut(sentence, found[-1], cue[0])
        if report:
            found = [_within(each, report) for each in found]
            found.append(report)
    return found


def _source(subjects: Subjects, number: int, previous: Report | None) -> tuple[Stretch, ...] | None:
    """Who a verb's subject is: its own, or that of the report or verb before it."""
    words, group = subjects.words, subjects.groups[number]
    subject = subjects.of(number)
    if subject is None:
        is_bare = group.first == group.head and group.kind == "finite"
        if is_bare and words.classes[group.first - 1 : group.first] == ",":
            return None
        if previous:
            return previous.source
        subject = subjects.inherited(number)
    if subject is None:
        return None
    return ((words.starts[subject.first], words.ends[subject.last]),)


def _within(inner: Report, outer: Report) -> Report:
    """A report whose content does not run beyond that of one which holds its verb."""
    (start, end), cue = outer.content[0], inner.cue[0]
    if not start <= cue[0] < end or inner.content[-1][1] <= end or inner.content[-1][0] >= end:
        return inner
    return inner._replace(content=(*inner.content[:-1], (inner.content[-1][0], end)))


def _report_at(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    report = None
    if verb.word in SAYING | BELIEVING and subjects.groups[verb.number].kind == "finite":
        report = speech_first(sentence, subjects, verb)
    report = report or speaker_first(sentence, subjects, verb)
    if report is None:
        return None
    return with_passive(sentence, report._replace(is_speech=verb.word in _ONLY_SAYING))


_CONJUNCTION: Final = re.compile(r",?\s+(?:(?:and|but|or)\s+)?$")


def _cut(sentence: Sentence, report: Report, end: int) -> Report:
    """A report whose content ends before a second verb of the same speaker."""
    *others, (first, last) = report.content
    if not first < end < last:
        return report
    conjunction = _CONJUNCTION.search(sentence.masked, first, end)
    return report._replace(content=(*others, (first, conjunction.start() if conjunction else end)))
