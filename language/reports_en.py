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
from language.verb_groups import Subjects
from language.word_classes import words_of_sentence

_ONLY_SAYING: Final = SAYING - THINKING - WISHING - URGING
_REPORTING: Final = SAYING | THINKING | WISHING | URGING
_MOST_VERBS: Final = 60
"""No sentence of a report has more; one that does is no prose."""


def english_reports(sentence: Sentence) -> list[Report]:
    """What a sentence reports, in the order of its verbs."""
    found: list[Report] = []
    words = words_of_sentence(sentence.masked, sentence.start, sentence.end)
    subjects = Subjects(words, sentence.masked)
    for number, group in enumerate(subjects.groups[:_MOST_VERBS]):
        verb = words.lowers[group.head]
        if verb not in _REPORTING:
            continue
        cue = (words.starts[group.first], words.ends[group.head])
        finite = [each for each in found if not sentence.masked.startswith("to ", each.cue[0][0])]
        subject = _subject(subjects, number, finite[-1] if finite else None)
        report = _report_at(sentence, cue, verb, subject)
        if report and found and report.source == found[-1].source:
            found[-1] = _cut(sentence, found[-1], cue[0])
        if report:
            found = [_within(each, report) for each in found]
            found.append(report)
    return found


def _subject(
    subjects: Subjects, number: int, previous: Report | None
) -> tuple[Stretch, ...] | None:
    words = subjects.words
    subject = subjects.of(number)
    if subject is None:
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


def _report_at(
    sentence: Sentence, cue: Stretch, verb: str, subject: tuple[Stretch, ...] | None
) -> Report | None:
    report = speech_first(sentence, cue) if verb in SAYING | BELIEVING else None
    report = report or speaker_first(sentence, cue, verb, subject)
    if report is None:
        return None
    report = report._replace(is_speech=verb in _ONLY_SAYING)
    return with_passive(sentence, report)


_CONJUNCTION: Final = re.compile(r",?\s+(?:(?:and|but|or)\s+)?$")


def _cut(sentence: Sentence, report: Report, end: int) -> Report:
    """A report whose content ends before a second verb of the same speaker."""
    *others, (first, last) = report.content
    if not first < end < last:
        return report
    conjunction = _CONJUNCTION.search(sentence.masked, first, end)
    return report._replace(content=(*others, (first, conjunction.start() if conjunction else end)))
