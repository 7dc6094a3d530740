"""Who speaks where the reporting verb is passive: never its subject, who is told or spoken of."""

from __future__ import annotations

import re
from typing import Final

from language.quotes.reported_sentence import Report, Sentence, Stretch

_PASSIVE: Final = re.compile(
    r"(?:^|\s)(?:is|are|was|were|be|been|being)(?:\s+(?:\w+ly|not|never|also|once|then|later"
    r"|already|often|still|now|just|even|first|always|again|further))*"
    r"\s+(?:\w+ed|told|thought|known|found|shown|seen|understood|heard|meant|felt)$"
)
_AGENT: Final = re.compile(
    r"\s+by\s+(?P<agent>(?:(?!\s(?:that|to|whether|if|how|what|why|as|in|on|at)\s)[^,.;:—\ue000])+)"
)
_CLAUSE: Final = re.compile(r"(?:that|whether|if|how|what|why|when|where|who|which)\s")


def with_passive(sentence: Sentence, report: Report) -> Report:
    """A report as it is or, if its verb is passive, with the agent after "by" as its source.

    What is said to be or do something is part of what was said: "The visit" and "to end early"
    where the visit is expected to; the one who is told that something is so is not.
    """
    start, end = report.cue[0]
    if not _PASSIVE.search(sentence.masked[start:end]):
        return report
    agent = _AGENT.match(sentence.masked, end, sentence.last)
    content = list(_after(report.content, agent.end() if agent else end))
    if not content:
        return report._replace(source=(agent.span("agent"),) if agent else ())
    if not _CLAUSE.match(sentence.masked, content[0][0]):
        content = [*report.source, *content]
    return report._replace(content=tuple(content), source=(agent.span("agent"),) if agent else ())


def _after(content: tuple[Stretch, ...], place: int) -> list[Stretch]:
    return [(max(start, place), end) for start, end in content if end > place]
