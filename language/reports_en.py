"""What an English sentence reports, verb by verb."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from language.passives import with_passive
from language.reported_sentence import Report, Sentence, Stretch
from language.reporting_words import (
    AUXILIARIES,
    BELIEVING,
    FUNCTIONAL,
    NOUNS,
    SAYING,
    THINKING,
    URGING,
    WISHING,
    alternatives,
)
from language.speaker_first import speaker_first
from language.speech_first import speech_first

_CLITIC: Final = r"['’](?:s|d|ve|re|m|ll)"
_AUX: Final = rf"(?:(?:{alternatives(AUXILIARIES)})(?:n['’]t)?|\w+ly|{_CLITIC})"
_CUE: Final = re.compile(
    rf"(?:(?<![\w-])|(?<=\w)(?={_CLITIC}\s))(?:{_AUX}\s+){{0,6}}"
    rf"(?P<verb>(?i:{alternatives(SAYING | THINKING | WISHING | URGING)}))(?![\w-]|['’]s)"
)
_ONLY_SAYING: Final = SAYING - THINKING - WISHING - URGING
_MOST_VERBS: Final = 60
"""No sentence of a report has more; one that does is no prose."""

_PLURAL: Final = re.compile(
    r"(?:(?<!['’])s|\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|who|[Pp]eople|[Pp]olice|some|many|others|women|men))\s+$"
)
"""What stands before a verb without ending: a plural."""

_NOT_BEFORE: Final = re.compile(rf"(?:^|[^\w])(?:{alternatives(FUNCTIONAL)})\s+$", re.IGNORECASE)


def english_reports(sentence: Sentence) -> list[Report]:
    """What a sentence reports, in the order of its verbs."""
    found: list[Report] = []
    verbs = _CUE.finditer(sentence.masked, sentence.start, sentence.end)
    for match in islice(verbs, _MOST_VERBS):
        cue = match.span()
        if not _is_verb(sentence, match):
            continue
        finite = [each for each in found if not sentence.masked.startswith("to ", each.cue[0][0])]
        report = _report_at(sentence, cue, match["verb"].lower(), finite[-1] if finite else None)
        if report and found and report.source == found[-1].source:
            found[-1] = _cut(sentence, found[-1], cue[0])
        if report:
            found = [_within(each, report) for each in found]
            found.append(report)
    return found


def _is_verb(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a word that can be a noun too is a verb here, by the words before it."""
    before = sentence.masked[max(sentence.start, match.start() - 20) : match.start()]
    if _NOT_BEFORE.search(before):
        return False
    group = match[0][: match.start("verb") - match.start()].strip()
    if group.endswith("to") and match["verb"].endswith("ing"):
        return False
    is_bare = not group or group.startswith(("'", "’"))
    return not (is_bare and match["verb"].lower() in NOUNS) or bool(_PLURAL.search(before))


def _within(inner: Report, outer: Report) -> Report:
    """A report whose content does not run beyond that of one which holds its verb."""
    (start, end), cue = outer.content[0], inner.cue[0]
    if not start <= cue[0] < end or inner.content[-1][1] <= end or inner.content[-1][0] >= end:
        return inner
    return inner._replace(content=(*inner.content[:-1], (inner.content[-1][0], end)))


def _report_at(
    sentence: Sentence, cue: Stretch, verb: str, previous: Report | None
) -> Report | None:
    report = speech_first(sentence, cue) if verb in SAYING | BELIEVING else None
    report = report or speaker_first(sentence, cue, verb, previous)
    if report is None:
        return None
    report = report._replace(is_speech=verb in _ONLY_SAYING, source=_inside(report, previous))
    return with_passive(sentence, report)


def _inside(report: Report, outer: Report | None) -> tuple[Stretch, ...]:
    """The source of a report, without the verb before it if it stands in what that reports."""
    if not outer or not report.source:
        return report.source
    (start, end), *others = report.source
    begins = outer.content[0][0]
    if start < outer.cue[-1][1] <= begins < end:
        return ((begins, end), *others)
    return report.source


_CONJUNCTION: Final = re.compile(r",?\s+(?:(?:and|but|or)\s+)?$")


def _cut(sentence: Sentence, report: Report, end: int) -> Report:
    """A report whose content ends before a second verb of the same speaker."""
    *others, (first, last) = report.content
    if not first < end < last:
        return report
    conjunction = _CONJUNCTION.search(sentence.masked, first, end)
    return report._replace(content=(*others, (first, conjunction.start() if conjunction else end)))
