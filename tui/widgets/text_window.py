"""A window on a text of any length: laid out near the window alone, and where it stands is kept.

Lines far away are counted by estimate. When they are laid out and turn out to be more or fewer,
the numbers of the lines in view change, but what is in view does not.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView

from tui.layout import Layout
from tui.selection import LinePlace


class TextWindow(ScrollView, can_focus=False):
    """Lines of a text, scrolled; what they look like is for the widgets built on this one."""

    DEFAULT_CSS = """
    TextWindow {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """
    margin: ClassVar[int] = 0
    """Cells left of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Layout("", 2)
        self._text = ""
        self._top = 0
        """The offset at which the first line in view starts."""
        self._kept = (0, 0)
        """The offsets that are kept in view: the first if there is room, the second always."""
        self._rows = 0
        """How many lines were in view when the size was last heard of; 0 before."""

    def show_text(self, text: str, first: int, head: int) -> None:
        """Show another text, two offsets of it in the middle of the window."""
        self._text, self._kept = text, (first, head)
        if not self._rows:  # it is laid out when there is a width
            return
        self.lines = Layout(text, self._width)
        self.lines.reach_around(first, self.height)
        self.lines.reach_around(head, self.height)
        self._go_to(self._top_for(first, head))
        self._place_terminal_cursor()

    def keep_in_view(self, first: int, head: int) -> None:
        """Scroll half a window past `head` when it is out of view; `first` comes with it if it can.

        A scroll draws the whole window: so it is seldom.
        """
        self._kept = (first, head)
        self.reach(first)
        self.reach(head, self.height)
        head_line, first_line = self.lines.line_of(head), self.lines.line_of(first)
        top = self.scroll_offset.y
        begins_above = first_line < top and head_line - first_line < self.height
        if not top <= head_line < top + self.height or begins_above:
            self._go_to(self._top_for(first, head))
        self._place_terminal_cursor()

    def reach(self, offset: int, lines: int = 0) -> None:
        """Lay out the line of an offset and so many around it; what is in view stays there."""
        self.lines.reach_around(offset, lines)
        self._note_size()
        self._note_scroll(self.lines.line_of(self._top))

    @property
    def window(self) -> tuple[int, int]:
        """The offsets `[start, end)` of the text in view."""
        top = min(self.scroll_offset.y, self.lines.line_count - 1)
        bottom = min(top + self.height, self.lines.line_count) - 1
        return self.lines.extent(top)[0], self.lines.extent(bottom)[1]

    def row_of(self, offset: int) -> int:
        """The row of the window, from 0, on which an offset stands; others lie out of view."""
        self.reach(offset)
        return self.lines.line_of(offset) - self.scroll_offset.y

    def column_of(self, offset: int) -> int:
        """The cell of its line, from 0, at which an offset stands."""
        self.reach(offset)
        return self.lines.column_of(offset, self.lines.line_of(offset))

    def place_lines_away(self, offset: int, lines: int, column: int) -> LinePlace:
        """What stands on a cell of the line so many below (or, negative, above)."""
        self.reach(offset, abs(lines))
        target = self.lines.line_of(offset) + lines
        target = min(max(target, 0), self.lines.line_count - 1)
        return LinePlace(self.lines.offset_at(target, column), *self.lines.extent(target))

    @property
    def half_page(self) -> int:
        """Lines of half the window."""
        return max(self.height // 2, 1)

    @property
    def height(self) -> int:
        """Lines of the window."""
        return max(self.scrollable_content_region.height, 1)

    @property
    def _width(self) -> int:
        """Cells for the text. The scrollbar's stay free without one: its coming moves nothing."""
        free = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        return max(self.scrollable_content_region.width - free - self.margin, 2)

    def on_resize(self) -> None:
        """Lay the text out anew when the width has changed; the same words stay in view."""
        rows, self._rows = self._rows, self.height
        if not rows:
            self.show_text(self._text, *self._kept)
        elif self._width != self.lines.width:
            offset, row = self._place_kept(rows)
            self.lines = Layout(self._text, self._width, like=self.lines)
            self.lines.reach_around(offset, 2 * self.height)
            self._go_to(self.lines.line_of(offset) - min(row, self.height - 1))
            self.keep_in_view(*self._kept)
        else:
            self._lay_out_near()
            self.keep_in_view(*self._kept)

    def _place_kept(self, rows: int) -> tuple[int, int]:
        """The offset that is to stay, and its row: what is kept in view, or what is at the top."""
        head = self._kept[1]
        row = self.lines.line_of(head) - self.lines.line_of(self._top)
        return (head, row) if 0 <= row < rows else (self._top, 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into view, however it was scrolled."""
        line = round(new_value)
        while not self.lines.has_line(line):  # the text may end before it was thought to
            line = min(line, self.lines.line_count - 1)
            self.lines.reach_line(line)
        self._top = self.lines.extent(line)[0]
        self._lay_out_near()
        super().watch_scroll_y(old_value, new_value)

    def _lay_out_near(self) -> None:
        """Lay out more than is in view, so that scrolling on moves by true lines."""
        self.reach(self._top, 2 * self.height)
        if self.scroll_offset.y > self.max_scroll_y:
            self._go_to(round(self.max_scroll_y))

    def _top_for(self, first: int, head: int) -> int:
        first_line, head_line = self.lines.line_of(first), self.lines.line_of(head)
        middle = head_line - self.height // 2
        return max(min(first_line, middle), head_line - self.height + 1)

    def _go_to(self, line: int) -> None:
        """Make this the first line in view, as far as there are lines, and draw the window."""
        self._note_size()
        line = max(min(line, round(self.max_scroll_y)), 0)
        self.lines.reach_line(line)
        self._top = self.lines.extent(line)[0]
        self._note_scroll(line)
        self._lay_out_near()
        self.refresh()

    def _note_scroll(self, line: int) -> None:
        """Know the number of the first line in view; nothing is drawn for it."""
        if line != self.scroll_y:
            self.set_reactive(TextWindow.scroll_y, float(line))
            self.set_reactive(TextWindow.scroll_target_y, float(line))
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.position = line

    def _note_size(self) -> None:
        """Know how many lines there are; where the scrollbar stays, the screen need not hear."""
        size = Size(0, self.lines.line_count)
        if size == self.virtual_size:
            return
        if self.show_vertical_scrollbar and size.height > self.height:
            self.set_reactive(TextWindow.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def _place_terminal_cursor(self) -> None:
        head = self._kept[1]
        place = Offset(self.margin + self.column_of(head), self.row_of(head))
        self.app.cursor_position = self.content_region.offset + place

    # The mouse

    def offset_under(self, event: events.MouseEvent) -> int:
        """The offset of the text that is pointed at, or the nearest in view."""
        line = min(max(event.y, 0), self.height - 1) + self.scroll_offset.y
        line = min(line, self.lines.line_count - 1)
        return self.lines.offset_at(line, max(event.x - self.margin, 0))
