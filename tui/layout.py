"""Breaking a text into screen lines, as offsets into it: nothing is copied, nothing is lost.

Lines are laid out from the top as they are needed; `line_count` is estimated until the end is
reached. The white space at which a line is broken hangs over its end, undrawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from tui.glyphs import Glyph, glyphs, is_plain, shown

AHEAD: Final = 20_000
"""Code points laid out in one go: a few milliseconds of work."""


class Layout:
    """The screen lines of `text` at a width of `width` cells (at least 2)."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(width, 2)
        self._starts: list[int] = []
        self._next = 0
        self._is_complete = False
        self.reach_offset(0)

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is laid out."""
        return self._is_complete

    @property
    def line_count(self) -> int:
        """The number of lines; an estimate while the text is not laid out to its end."""
        laid_out = len(self._starts)
        if self._is_complete:
            return laid_out
        return laid_out + (len(self.text) - self._next) * laid_out // max(self._next, 1) + 1

    def reach_line(self, line: int) -> None:
        """Lay the text out up to a line, or to its end."""
        while not self._is_complete and len(self._starts) <= line + 1:
            self.lay_out_more()

    def reach_offset(self, offset: int) -> None:
        """Lay the text out up to an offset, or to its end."""
        while not self._is_complete and self._next <= offset:
            self.lay_out_more()

    def extent(self, line: int) -> tuple[int, int]:
        """The offsets `[start, end)` of a line that is laid out, line ending included."""
        start = self._starts[line]
        last = line + 1 == len(self._starts)
        return start, self._next if last else self._starts[line + 1]

    def has_line(self, line: int) -> bool:
        """Whether this line is laid out."""
        return 0 <= line < len(self._starts)

    def line_of(self, offset: int) -> int:
        """The line that an offset stands on, laying out as far as that."""
        self.reach_offset(offset)
        return max(bisect_right(self._starts, offset) - 1, 0)

    def drawn(self, line: int) -> tuple[int, str]:
        """The offset a line starts at, and what is drawn there, at most `width` cells."""
        start, end = self.extent(line)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, shown(self.text[start:end])

    def glyphs(self, line: int) -> list[Glyph]:
        """The grapheme clusters of a line, with offsets into the text."""
        start, drawn = self.drawn(line)
        if is_plain(drawn):
            return [Glyph(start + n, start + n + 1, 1) for n in range(len(drawn))]
        return [Glyph(start + a, start + b, width) for a, b, width in glyphs(drawn)]

    def borders(self, line: int, offsets: Iterable[int]) -> list[int]:
        """Offsets of a line, sorted, each moved back to where its cluster starts."""
        start, drawn = self.drawn(line)
        if is_plain(drawn):
            return sorted(set(offsets))
        clusters = [glyph.start for glyph in self.glyphs(line)] + [start + len(drawn)]
        return sorted({clusters[max(bisect_right(clusters, at) - 1, 0)] for at in offsets})

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

    def lay_out_more(self) -> None:
        """Lay out the next `AHEAD` code points or so."""
        stop = min(self._next + AHEAD, len(self.text))
        while self._next < stop or not self._starts:
            newline = self.text.find("\n", self._next, self._next + AHEAD)
            end = newline + 1 if newline >= 0 else min(self._next + AHEAD, len(self.text))
            self._starts.append(self._next)
            self._break_line(self.text[self._next : end].rstrip("\r\n"))
            is_cut = newline < 0 and end < len(self.text)
            # Where a huge paragraph is cut, its last line may go on: it is laid out again.
            again = self._starts.pop() if is_cut and self._starts[-1] > self._next else end
            self._next = again
        self._is_complete = self._next >= len(self.text)

    def _break_line(self, content: str) -> None:
        """Add the starts of the screen lines into which the last one added must be broken."""
        drawn = shown(content)
        (self._break_plain if is_plain(drawn) else self._break_glyphs)(self._starts[-1], drawn)

    def _break_plain(self, offset: int, drawn: str) -> None:
        width, at = self.width, 0
        while len(drawn) - at > width:
            space = drawn.rfind(" ", at, at + width + 1)
            cut = space + 1 if space > at else at + width
            while cut < len(drawn) and drawn[cut] == " ":
                cut += 1
            if cut >= len(drawn):
                break
            self._starts.append(offset + cut)
            at = cut

    def _break_glyphs(self, offset: int, drawn: str) -> None:
        cells = 0
        line_start = 0
        break_at: tuple[int, int] | None = None
        for start, end, width in glyphs(drawn):
            if cells + width > self.width and drawn[start] != " ":
                at, cells_before = break_at or (start, cells)
                self._starts.append(offset + at)
                cells -= cells_before
                line_start, break_at = at, None
            cells += width
            if drawn[start] == " " or (width == 2 and start > line_start):
                break_at = (end, cells)
