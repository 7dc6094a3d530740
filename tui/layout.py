"""Breaking a text into screen lines, as offsets into it: nothing is copied, nothing is lost.

The text is laid out in blocks of some thousand code points, each when a line of it is needed;
how many lines the others will have is estimated. The white space at which a line is broken hangs
over its end, undrawn.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from language.graphemes import settled
from tui.glyphs import Glyph, glyphs, is_plain, shown

BLOCK: Final = 4096
"""Code points laid out in one go, in a millisecond or two; a paragraph is cut after two of them."""
_NEWLINE: Final = re.compile(r"\r\n|\n|\r")
_LINE: Final = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


class Layout:
    """The screen lines of `text` at a width of `width` cells (at least 2).

    Lines have numbers from 0. While blocks before it are not laid out, the number of a line is an
    estimate, and another one afterwards; offsets stay what they are.
    """

    def __init__(self, text: str, width: int, like: Layout | None = None) -> None:
        """Lay out the beginning; a layout of the same text at another width spares some work."""
        self.text = text
        self.width = max(width, 2)
        self._borders: list[int] = like._borders if like else _borders(text)
        self._blocks: list[list[int]] = [[] for _ in self._borders[1:]]
        """The offsets at which the lines of a block start; none while it is not laid out."""
        self._per_line = 0.0
        """Code points on a line, as far as one knows."""
        self._firsts: list[int] = []
        """The number of each block's first line, and at last that of all lines."""
        self._lay_out(0)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is laid out."""
        return all(self._blocks)

    @property
    def line_count(self) -> int:
        """The number of lines; an estimate while the text is not laid out as a whole."""
        return self._firsts[-1]

    def reach_line(self, line: int) -> None:
        """Lay out what the line with this number stands in, if there is one."""
        while line < self.line_count and not self._blocks[block := self._block_with(line)]:
            self._lay_out(block)

    def reach_offset(self, offset: int) -> None:
        """Lay out all up to an offset: the numbers of these lines are no estimates then."""
        for block in range(self._block_of(offset) + 1):
            self._lay_out(block)

    def reach_around(self, offset: int, lines: int) -> None:
        """Lay out so many lines before and after the one of an offset, as far as there are any."""
        here = self._block_of(offset)
        self._lay_out(here)
        for step in (-1, 1):
            block, missing = here + step, lines
            while missing > 0 and 0 <= block < len(self._blocks):
                self._lay_out(block)
                missing -= len(self._blocks[block])
                block += step

    def extent(self, line: int) -> tuple[int, int]:
        """The offsets `[start, end)` of a line that is laid out, line ending included."""
        block = self._block_with(line)
        starts, place = self._blocks[block], line - self._firsts[block]
        is_last = place + 1 == len(starts)
        return starts[place], self._borders[block + 1] if is_last else starts[place + 1]

    def has_line(self, line: int) -> bool:
        """Whether there is this line and it is laid out."""
        return 0 <= line < self.line_count and bool(self._blocks[self._block_with(line)])

    def line_of(self, offset: int) -> int:
        """The line that an offset stands on, which is laid out for it."""
        block = self._block_of(offset)
        self._lay_out(block)
        return self._firsts[block] + max(bisect_right(self._blocks[block], offset) - 1, 0)

    def drawn(self, line: int) -> tuple[int, str]:
        """The offset a line starts at, and what is drawn there, at most `width` cells."""
        start, end = self.extent(line)
        return start, shown(self.text[start:end].rstrip("\r\n"))

    def glyphs(self, line: int) -> list[Glyph]:
        """The grapheme clusters of a line, with offsets into the text."""
        start, drawn = self.drawn(line)
        if is_plain(drawn):
            return [Glyph(start + n, start + n + 1, 1) for n in range(len(drawn))]
        return [Glyph(start + a, start + b, width) for a, b, width in glyphs(drawn, self.width)]

    def clusters(self, line: int) -> list[int] | None:
        """Where the clusters of a line start, and its end; None if each is one code point."""
        start, drawn = self.drawn(line)
        if is_plain(drawn):
            return None
        return [*(glyph.start for glyph in self.glyphs(line)), start + len(drawn)]

    def column_of(self, offset: int, line: int) -> int:
        """The cell of a line at which an offset stands, at most the last one."""
        column = 0
        for glyph in self.glyphs(line):
            if glyph.end > offset:
                break
            column += glyph.width
        return min(column, self.width - 1)

    def offset_at(self, line: int, column: int) -> int:
        """The offset of the cluster that stands on a cell, or the last one of the line."""
        start = self.extent(line)[0]
        cell = 0
        for glyph in self.glyphs(line):
            start = glyph.start
            cell += glyph.width
            if cell > column:
                break
        return start

    def _block_of(self, offset: int) -> int:
        return min(max(bisect_right(self._borders, offset) - 1, 0), len(self._blocks) - 1)

    def _block_with(self, line: int) -> int:
        return min(max(bisect_right(self._firsts, line) - 1, 0), len(self._blocks) - 1)

    def _lay_out(self, block: int) -> None:
        if self._blocks[block]:
            return
        first, last = self._borders[block], self._borders[block + 1]
        starts = self._blocks[block]
        for found in _LINE.finditer(self.text, first, last):
            if found.start() < last or not starts:
                starts.append(found.start())
                self._break_line(starts, shown(found[1]))
        if not self._per_line:
            self._per_line = (last - first) / len(starts) if last > first else 1
        self._number_lines()

    def _number_lines(self) -> None:
        counts = (
            len(starts) or max(round((end - start) / self._per_line), 1)
            for starts, start, end in zip(
                self._blocks, self._borders, self._borders[1:], strict=False
            )
        )
        self._firsts = list(accumulate(counts, initial=0))

    def _break_line(self, starts: list[int], drawn: str) -> None:
        """Add the starts of the screen lines into which the last one added must be broken."""
        if len(drawn) > self.width or not is_plain(drawn):
            (self._break_plain if is_plain(drawn) else self._break_glyphs)(starts, drawn)

    def _break_plain(self, starts: list[int], drawn: str) -> None:
        offset, width, at = starts[-1], self.width, 0
        while len(drawn) - at > width:
            space = drawn.rfind(" ", at, at + width + 1)
            cut = space + 1 if space > at else at + width
            while cut < len(drawn) and drawn[cut] == " ":
                cut += 1
            if cut >= len(drawn):
                break
            starts.append(offset + cut)
            at = cut

    def _break_glyphs(self, starts: list[int], drawn: str) -> None:
        offset, limit = starts[-1], self.width
        cells = 0
        line_start = 0
        break_at: tuple[int, int] | None = None
        for start, end, width in glyphs(drawn, limit):
            cells += width
            if drawn[start] == " ":
                break_at = (end, cells)
                continue
            if cells > limit:
                at, cells_before = break_at or (start, cells - width)
                starts.append(offset + at)
                cells -= cells_before
                line_start, break_at = at, None
            if width == 2 and start > line_start:
                break_at = (end, cells)


def _borders(text: str) -> list[int]:
    """Where the blocks of a text begin, and its end; no line goes over a border.

    They lie after a line's end; where there is none for long, after a space or a character.
    """
    borders = [0]
    while len(text) - borders[-1] > 2 * BLOCK:
        first, last = borders[-1] + BLOCK, borders[-1] + 2 * BLOCK
        newline = _NEWLINE.search(text, first, last)
        if newline:
            borders.append(settled(text, newline.end()))
        else:
            space = text.rfind(" ", first, last) + 1
            borders.append(space or settled(text, last))
    return [*borders, len(text)]
