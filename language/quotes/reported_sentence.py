"""A sentence as the rules of reporting see it: what stands in quotation marks is masked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from language.list_marks import tidy, without_emphasis

Stretch = tuple[int, int]

QUOTED: Final = "\ue000"
"""Stands for each character inside quotation marks, so that no rule reads them."""


class Report(NamedTuple):
    """Stretches `[start, end)` of the text: what was said, the reporting words, who said it.

    It is no speech if the verb tells of thinking, wishing or urging; an infinitive, if that does
    not tell whether anything was said: "to find".
    """

    content: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    is_speech: bool = True
    rule: str = "reporting-words"
    is_infinitive: bool = False


def apart(text: str, report: Report) -> Report | None:
    """A report in which nothing is both content and cue or source; None if no content is left."""
    cue = tuple(_left(text, report.cue, ()))
    source = tuple(_left(text, report.source, cue))
    content = tuple(_left(text, report.content, (*cue, *source)))
    return report._replace(content=content, cue=cue, source=source) if content and cue else None


def _left(text: str, stretches: Sequence[Stretch], others: Sequence[Stretch]) -> Iterator[Stretch]:
    """What is left of stretches without the others, tidy, as far as it holds a word."""
    for start, end in sorted(stretches):
        for part in without((start, end), others):
            first, last = tidy(text, *part)
            if any(map(str.isalnum, text[first:last])):
                yield first, last


def without(stretch: Stretch, others: Sequence[Stretch]) -> Iterator[Stretch]:
    """The parts of a stretch that lie in none of the others, in order."""
    start, end = stretch
    for first, last in sorted(others):
        if first < end and last > start:
            if start < first:
                yield start, first
            start = last
    if start < end:
        yield start, end


class Sentence(NamedTuple):
    """A sentence `[start, end)` of a paragraph, whose quotations are masked.

    An item of a list may have its subject before the list.
    """

    text: str
    masked: str
    quotations: list[Stretch]
    start: int
    end: int
    is_item: bool = False

    @property
    def last(self) -> int:
        """Where its content may end: before its full stop, or with the quotation it ends in."""
        quotation = self.quotation_at(self.end - 1)
        if quotation:
            return quotation[1]
        end = self.end
        while end > self.start and self.masked[end - 1] in ".!?。…)],; ":
            if self.masked[end - 1] == ")" and "(" in self.masked[self.start : end]:
                break
            end -= 1
        return end

    def quotation_at(self, offset: int) -> Stretch | None:
        """The quotation that begins at an offset or holds it."""
        return next((q for q in self.quotations if q[0] <= offset < q[1]), None)

    def is_quoted(self, stretch: Stretch) -> bool:
        """Whether a stretch begins and ends inside quotation marks."""
        return self.masked[stretch[0]] == QUOTED and self.masked[stretch[1] - 1] == QUOTED

    @property
    def body(self) -> int:
        """Where it begins without a dateline and what ties it to the sentence before."""
        opener = _OPENER.match(self.masked, self.start, self.end)
        return opener.end() if opener else self.start


_OPENER: Final = re.compile(
    r"(?:[A-Z][A-Z]+[^—―–\n]{0,40}?\s(?:[—―–_]|-{1,2})\s+)?"
    r"(?:(?:And|But|Yet|So|Still|Then)\s+"
    r"|(?:However|Meanwhile|Moreover|Also|In addition|Instead),\s+)?"
)


def masked(text: str, quotations: list[Stretch]) -> str:
    """The text with each character inside quotation marks, and each mark of emphasis, replaced."""
    text, parts, done = without_emphasis(text), [], 0
    for start, end in quotations:
        parts += [text[done:start], QUOTED * (end - start)]
        done = end
    return "".join([*parts, text[done:]])
