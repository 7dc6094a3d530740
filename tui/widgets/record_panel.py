"""The records of the article, by kind, the current one opened with its fields."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.panel_rows import Contents, Rows, rows_of


class RecordPanel(ScrollView, can_focus=False):
    """Lists records; a click on one says that it is to be current."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "record-panel--heading",
        "record-panel--record",
        "record-panel--current",
        "record-panel--field",
        "record-panel--guessed",
        "record-panel--suggested",
    }

    class Selected(Message):
        """A record was clicked."""

        def __init__(self, record: str) -> None:
            self.record = record
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._contents: Contents | None = None
        self._rows = Rows()

    def show(self, contents: Contents) -> None:
        """Show these records."""
        if contents != self._contents:
            self._contents = contents
            self._lay_out()

    def on_resize(self) -> None:
        """Break the fields anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        free = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        width = self.scrollable_content_region.width - free
        if self._contents is None or width < 8:
            return
        self._rows = rows_of(self._contents, width)
        self.virtual_size = Size(width, len(self._rows))
        self._show_current(self._contents)
        self.refresh()

    def _show_current(self, contents: Contents) -> None:
        if contents.reviewed:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        mine = self._rows.current
        height = self.scrollable_content_region.height
        if contents.current is None or not mine:
            return
        top = self.scroll_offset.y
        if mine[0] < top or mine[-1] >= top + height:
            target = max(min(mine[0], mine[-1] - height + 1), 0)
            target = mine[0] if len(mine) > height else target
            self.scroll_to(y=target, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """The line `y` of the window."""
        place = self.scroll_offset.y + y
        base = self.rich_style
        if place >= len(self._rows):
            return Strip.blank(self.size.width, base)
        row = self._rows[place]
        style = base + self.get_component_rich_style(f"record-panel--{row.look}", partial=True)
        return Strip([Segment(row.text, style)]).adjust_cell_length(self.size.width, style)

    def on_click(self, event: events.Click) -> None:
        """Say which record was clicked."""
        place = self.scroll_offset.y + event.y
        if place < len(self._rows) and (record := self._rows[place].record):
            self.post_message(self.Selected(record))
