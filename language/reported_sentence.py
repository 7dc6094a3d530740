"""A sentence as the rules of reporting see it: what stands in quotation marks is masked."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

Stretch = tuple[int, int]

QUOTED: Final = "\ue000"
"""Stands for each character inside quotation marks, so that no rule reads them."""


class Report(NamedTuple):
    """Stretches `[start, end)` of the text: what was said, the reporting words, who said it.

    It is no speech if the verb tells of thinking, wishing or urging.
    """

    content: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    is_speech: bool = True


class Sentence(NamedTuple):
    """A sentence `[start, end)` of a paragraph, whose quotations are masked."""

    text: str
    masked: str
    quotations: list[Stretch]
    start: int
    end: int

    @property
    def last(self) -> int:
        """Where its content may end: before its full stop, or with the quotation it ends in."""
        quotation = self.quotation_at(self.end - 1)
        if quotation:
            return quotation[1]
        end = self.end
        while end > self.start and self.masked[end - 1] in ".!?。…)] ":
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
    r"(?:[A-Z][A-Z]+[^—―–\n]{0,40}?\s(?:[—―–]|-{1,2})\s+)?"
    r"(?:(?:And|But|Yet|So|Still|Then)\s+"
    r"|(?:However|Meanwhile|Moreover|Also|In addition|Instead),\s+)?"
)


def masked(text: str, quotations: list[Stretch]) -> str:
    """The text with each character inside quotation marks replaced."""
    parts, done = [], 0
    for start, end in quotations:
        parts += [text[done:start], QUOTED * (end - start)]
        done = end
    return "".join([*parts, text[done:]])
