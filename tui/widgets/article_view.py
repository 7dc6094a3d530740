"""The article: its text as screen lines, the records marked in it, the selection.

Only lines in the window are drawn, and a change draws only the lines it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.records import Span
from tui.layout import Layout
from tui.margin import signs_of
from tui.marks import LAYERS, Look, Mark, Marks, looks_of
from tui.selection import Selection

MARGIN: Final = 4
"""Cells left of the text: a letter for each kind of record on the line, and a blank."""


class ArticleView(ScrollView, can_focus=False):
    """Shows a text that it does not change; offsets are code points of it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article-view--{layer}" for layer in LAYERS),
        "article-view--label",
        "article-view--margin",
    }

    class Pointed(Message):
        """The mouse points at an offset; while dragging, the selection is to `extend` there."""

        def __init__(self, offset: int, extend: bool) -> None:
            self.offset = offset
            self.extend = extend
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._lines = Layout("", 2)
        self._selection = Selection(0, 0)
        self._marks = Marks()
        self._proposal: list[Look] = []
        self._labels: Mapping[int, str] = {}

    def show(self, text: str, marks: Marks, selection: Selection) -> None:
        """Show another text."""
        self._marks, self._selection = marks, selection
        self._proposal, self._labels = [], {}
        self._lay_out(text)

    @property
    def selection(self) -> Selection:
        """What is selected; setting it draws the lines that change and keeps its head in view."""
        return self._selection

    @selection.setter
    def selection(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        if selection == before:
            return
        self._refresh_difference((before.start, before.end), (selection.start, selection.end))
        self._bring_into_view()

    @property
    def marks(self) -> Marks:
        """The records' marks; setting them draws the window."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        self._marks = marks
        self.refresh()

    def propose(self, spans: Iterable[Span]) -> None:
        """Show spans that could be marked; none ends it."""
        self._proposal = [Look(span.start, span.end, "proposed") for span in spans]
        self.refresh()

    def label(self, labels: Mapping[int, str]) -> None:
        """Draw letters over the text, by offset; none ends it."""
        self._labels = labels
        self.refresh()

    @property
    def window(self) -> tuple[int, int]:
        """The offsets `[start, end)` of the text in view."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self._height - 1
        self._lines.reach_line(bottom)
        last = min(bottom, self._lines.line_count - 1)
        return self._lines.extent(min(top, last))[0], self._lines.extent(last)[1]

    def offset_lines_away(self, offset: int, lines: int) -> int:
        """The offset in the same column so many screen lines below (or, negative, above)."""
        line = self._lines.line_of(offset)
        self._lines.reach_line(line + max(lines, 0))
        target = min(max(line + lines, 0), self._lines.line_count - 1)
        return self._lines.offset_at(target, self._lines.column_of(offset, line))

    @property
    def half_page(self) -> int:
        """Lines of half the window."""
        return max(self._height // 2, 1)

    @property
    def _height(self) -> int:
        return max(self.scrollable_content_region.height, 1)

    @property
    def _width(self) -> int:
        """Cells for the text. The scrollbar's stay free without one: its coming moves nothing."""
        free = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        return max(self.scrollable_content_region.width - free - MARGIN, 2)

    # Laying out

    def _lay_out(self, text: str) -> None:
        self._lines = Layout(text, self._width)
        self._lines.reach_offset(self._selection.head)
        self._note_size()
        self.call_after_refresh(self._lay_out_ahead, self._lines)
        self._bring_into_view()
        self.refresh()

    def _lay_out_ahead(self, layout: Layout) -> None:
        """Lay out the rest of a long text between the keys, so that no key waits for it."""
        if layout is not self._lines or layout.is_complete:
            return
        layout.lay_out_more()
        self._note_size()
        self.set_timer(0.001, lambda: self._lay_out_ahead(layout))

    def _note_size(self) -> None:
        size = Size(self.scrollable_content_region.width, self._lines.line_count)
        if size != self.virtual_size:
            self.virtual_size = size

    def on_resize(self) -> None:
        """Lay the text out anew when the width has changed."""
        if self._width != self._lines.width:
            self._lay_out(self._lines.text)
        else:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll half a page past the head when it is out of the window."""
        height = self._height
        head = self._lines.line_of(self._selection.head)
        first = self._lines.line_of(self._selection.start)
        self._note_size()
        top = self.scroll_offset.y
        if not top <= head < top + height or (first < top and head - first < height):
            target = max(min(first, head - height // 2), head - height + 1)
            self.scroll_to(y=max(target, 0), animate=False, force=True, immediate=True)
        self._place_terminal_cursor()

    def _place_terminal_cursor(self) -> None:
        line = self._lines.line_of(self._selection.head)
        column = self._lines.column_of(self._selection.head, line)
        place = Offset(MARGIN + column, line - self.scroll_offset.y)
        self.app.cursor_position = self.content_region.offset + place

    # Drawing

    def _refresh_difference(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        """Draw the lines on which two selections differ."""
        (a, b), (c, d) = before, after
        overlap = a < d and c < b
        changed = [(min(a, c), max(a, c)), (min(b, d), max(b, d))] if overlap else [before, after]
        top = self.scroll_offset.y
        for start, end in changed:
            first = max(self._lines.line_of(start), top)
            last = min(self._lines.line_of(end), top + self._height)
            if first <= last:
                self.refresh(Region(0, first - top, self.size.width, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """The line `y` of the window."""
        line = self.scroll_offset.y + y
        base = self.rich_style
        self._lines.reach_line(line)
        if not self._lines.has_line(line):
            return Strip.blank(self.size.width, base)
        start, end = self._lines.extent(line)
        marks = self._marks.within(start, end)
        segments = [*self._margin(start, marks), *self._pieces(line, marks)]
        return Strip(segments).adjust_cell_length(self.size.width, base).apply_style(base)

    def _margin(self, start: int, marks: list[Mark]) -> Iterator[Segment]:
        """What tells which kinds of record stand on this line."""
        style = self.get_component_rich_style("article-view--margin", partial=True)
        for sign, layer in signs_of(marks, start):
            yield Segment(sign, style + self._style((layer,)) if layer else style)
        yield Segment(" " * (MARGIN - 3))

    def _pieces(self, line: int, marks: list[Mark]) -> Iterator[Segment]:
        """The text of a line, cut wherever its look changes."""
        start, drawn = self._lines.drawn(line)
        end = start + len(drawn)
        looks = [
            Look(max(look.start, start), min(look.end, end), look.layer)
            for look in (*looks_of(marks), *self._proposal, self._selected)
            if look.start < end and start < look.end
        ]
        labels = [offset for offset in self._labels if start <= offset < end]
        cuts = {start, end, *(at for at in labels), *(at + 1 for at in labels)}
        cuts.update(at for look in looks for at in look[:2])
        for a, b in pairwise(self._lines.borders(line, cuts)):
            text = drawn[a - start : b - start]
            if a in labels:
                text = self._labels[a].ljust(cell_len(text))
                style = self.get_component_rich_style("article-view--label", partial=True)
            else:
                style = self._style(look.layer for look in looks if look.start <= a < look.end)
            yield Segment(text, style)

    @property
    def _selected(self) -> Look:
        return Look(self._selection.start, self._selection.end, "selection")

    def _style(self, layers: Iterable[str]) -> Style:
        style = Style.null()
        for layer in sorted(set(layers), key=LAYERS.index):
            style += self.get_component_rich_style(f"article-view--{layer}", partial=True)
        return style

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Select what is pointed at; with shift, extend to it."""
        self.capture_mouse()
        self.post_message(self.Pointed(self._offset_under(event), extend=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is held."""
        if self.app.mouse_captured is self:
            self.post_message(self.Pointed(self._offset_under(event), extend=True))

    def on_mouse_up(self) -> None:
        """End the dragging."""
        self.release_mouse()

    def _offset_under(self, event: events.MouseEvent) -> int:
        y = min(max(event.y, 0), self._height - 1) + self.scroll_offset.y
        self._lines.reach_line(y)
        line = min(y, self._lines.line_count - 1)
        return self._lines.offset_at(line, max(event.x - MARGIN, 0))
