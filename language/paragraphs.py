"""Where the paragraphs of a text begin and end, found near an offset, however long the text is.

A blank line ends a paragraph. A single line break ends one too, unless the text is hard-wrapped:
its lines are about as long as each other and go on in the middle of a sentence.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from language.graphemes import cuts_cluster, settled

NEWLINES: Final = "\n\r\v\f\x85\u2028\u2029"
PIECE: Final = 4096
"""A paragraph of more than two of these (code points) is taken in pieces, cut after a sentence."""

_SAMPLE: Final = 16 * 1024
_WIDEST_WRAP: Final = 120
_NARROWEST_WRAP: Final = 40
_FULL_LINE: Final = 0.6
"""The share of the wrapping width from which a line is full, and the next one may continue it."""

_LINE: Final = re.compile(rf"[^{NEWLINES}]+")
_BLOCK_OPENER: Final = re.compile(r"\s*(?:[#>|]|[-*+•–—]\s|\(?\w{1,3}[.)]\s|\s{4})")
_STOPPED: Final = re.compile(r"[.!?:;。！？…][\"'”’»)\]」』]*\s*$")
_SENTENCE_CUT: Final = re.compile(r"[.!?。！？…][\"'”’»)\]」』]*(?:\s+(?=\S)|(?<=[。！？])(?=\S))")
_SPACE_CUT: Final = re.compile(r"\s+(?=\S)")
_NO_SPACE: Final = re.compile(r"\S")


class Paragraph(NamedTuple):
    """Code points `[start, end)` of a paragraph, without the space around it."""

    start: int
    end: int


class Paragraphs:
    """The paragraphs of a text; each question looks at a few thousand code points at most."""

    def __init__(self, text: str) -> None:
        self.text = text

    def holding(self, offset: int) -> Paragraph | None:
        """The paragraph that holds a character; None where that is space between paragraphs."""
        if not 0 <= offset < len(self.text):
            return None
        if self.text[offset].isspace():
            paragraph = self.last_before(offset)
            return paragraph if paragraph and offset < paragraph.end else None
        return self._around(offset)

    def first_after(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the first character at or after an offset that is no space."""
        found = _NO_SPACE.search(self.text, max(offset, 0))
        return self._around(found.start()) if found else None

    def last_before(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the last character before an offset that is no space."""
        end = min(offset, len(self.text))
        while end > 0:
            start = max(end - PIECE, 0)
            if length := len(self.text[start:end].rstrip()):
                return self._around(start + length - 1)
            end = start
        return None

    def _around(self, offset: int) -> Paragraph:
        opened = self._break_before(offset)
        start = max(opened, 0)
        for number in range(offset // PIECE, max(offset // PIECE - 3, 0), -1):
            if (number - 1) * PIECE > opened and (cut := self._cut(number)) <= offset:
                start = max(start, cut)
                break
        end = self._break_after(offset)
        for number in range(max(offset // PIECE, 1), offset // PIECE + 4):
            if (number - 1) * PIECE > opened and (cut := self._cut(number)) > offset:
                end = min(end, cut)
                break
        stretch = self.text[start:end]
        first, last = end - len(stretch.lstrip()), start + len(stretch.rstrip())
        return Paragraph(first - 1 if cuts_cluster(self.text, first) else first, last)

    def _break_before(self, offset: int) -> int:
        """Where the paragraph around an offset begins; -1 or less if that is far away."""
        floor = max(offset - 3 * PIECE, 0)
        end = offset
        while (found := max(self.text.rfind(mark, floor, end) for mark in NEWLINES)) >= 0:
            if self._ends_paragraph(found):
                return found + 1
            end = found
        return floor if floor == 0 else floor - 1

    def _break_after(self, offset: int) -> int:
        """The line break that ends the paragraph around an offset, or a place far after it."""
        last = min(offset + 4 * PIECE, len(self.text))
        for line in _LINE.finditer(self.text, offset, last):
            if line.end() < last and self._ends_paragraph(line.end()):
                return line.end()
        return last

    def _cut(self, number: int) -> int:
        """Where a paragraph that runs through the start of the given piece of text is cut."""
        start = number * PIECE
        last = min(start + PIECE // 2, len(self.text))
        for cut in (_SENTENCE_CUT, _SPACE_CUT):
            if found := cut.search(self.text, start, last):
                return settled(self.text, found.end())
        return settled(self.text, start)

    def _ends_paragraph(self, newline: int) -> bool:
        """Whether the line break at an offset ends a paragraph."""
        if self._wrap_width == 0:
            return True
        first = newline - 1 if self.text[newline - 1 : newline + 1] == "\r\n" else newline
        after = newline + 2 if self.text[newline : newline + 2] == "\r\n" else newline + 1
        line_start = 1 + max(
            self.text.rfind(mark, max(first - _WIDEST_WRAP - 1, 0), first) for mark in NEWLINES
        )
        line = self.text[line_start:first] if first - line_start <= _WIDEST_WRAP else ""
        following = _LINE.match(self.text, after, after + _WIDEST_WRAP)
        return (
            following is None
            or not following[0].strip()
            or len(line) < _FULL_LINE * self._wrap_width
            or _BLOCK_OPENER.match(following[0]) is not None
            or line.startswith("#")
        )

    @cached_property
    def _wrap_width(self) -> int:
        """The longest line of a hard-wrapped text; 0 if each line is a paragraph of its own."""
        lines = self.text[:_SAMPLE].replace("\r\n", "\n").split("\n")
        pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
        runs_on = [a for a, _ in pairs if not _STOPPED.search(a[-8:])]
        wrapped = [len(a) for a in runs_on if _NARROWEST_WRAP <= len(a) <= _WIDEST_WRAP]
        goes_on = sum(b.lstrip()[0].isalpha() and not b.lstrip()[0].isupper() for _, b in pairs)
        if len(wrapped) < 0.6 * len(pairs) or goes_on < 0.3 * len(pairs):
            return 0
        return max(wrapped, default=0)
