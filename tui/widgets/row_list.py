"""A list of any length: rows are asked for when they are seen, and never kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.fitting import filled
from tui.layout import Layout

Tone: TypeAlias = Literal["plain", "muted", "error"]


@dataclass(frozen=True)
class Column:
    """A column: its title, and the cells that it wants."""

    title: str
    width: int
    drop: int = 0
    """When there is no room for all, the columns of the highest `drop` go first; 0 stays."""
    grows: bool = False
    """Whether it takes a share of the room that is left, or gives some up when there is none."""
    right: bool = False
    """Whether its texts stand at its right."""


class Row(NamedTuple):
    """The texts of a row, one for each column, drawn harmlessly whatever they hold."""

    cells: Sequence[str]
    tone: Tone = "plain"


class RowList(ScrollView, can_focus=False):
    """Rows under a header, one of them the cursor's. The screen moves the cursor by keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--header",
        "row-list--plain",
        "row-list--muted",
        "row-list--error",
        "row-list--cursor",
    }
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $surface;
    }
    RowList > .row-list--header {
        background: $panel;
        color: $text-muted;
        text-style: underline;
    }
    RowList > .row-list--plain {
        background: $surface;
        color: $foreground;
    }
    RowList > .row-list--muted {
        background: $surface;
        color: $text-muted;
    }
    RowList > .row-list--error {
        background: $surface;
        color: $text-error;
    }
    RowList > .row-list--cursor {
        background: $block-cursor-background;
        color: $block-cursor-foreground;
        text-style: bold;
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False)
    """The row that actions act on, from 0."""
    empty: reactive[str] = reactive("")
    """Shown instead of the rows when there are none."""
    sorted_by: reactive[str] = reactive("")
    """The title of the column that the header marks."""

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    class Opened(Message):
        """The cursor's row was clicked."""

    class HeaderClicked(Message):
        """The title of a column was clicked."""

        def __init__(self, title: str) -> None:
            self.title = title
            super().__init__()

    def __init__(self, columns: Sequence[Column], row: Callable[[int], Row]) -> None:
        """Draw the rows that `row` makes, each time that one of them is seen."""
        super().__init__()
        self._columns = columns
        self._row = row
        self._count = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, cursor: int) -> None:
        """There are `count` rows now, perhaps others than before, and the cursor goes here."""
        self._count = count
        self.virtual_size = Size(0, count + 1)
        self.set_reactive(RowList.cursor, self.validate_cursor(cursor))
        self._keep_in_view()
        self.refresh()

    def refresh_row(self, index: int) -> None:
        """Draw a row again."""
        self.refresh_line(index + 1)

    def move(self, step: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        self.cursor += step

    def move_page(self, pages: int) -> None:
        """Move the cursor, and what is in view with it, by so many windows."""
        rows = max(self._height - 1, 1) * pages
        self.scroll_to(y=self.scroll_y + rows, animate=False, force=True)
        self.cursor += rows

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(min(cursor, self._count - 1), 0)

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two rows anew."""
        self.refresh_row(before)
        self.refresh_row(now)
        self._keep_in_view()
        self.post_message(self.Moved(now))

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._keep_in_view()

    @property
    def _width(self) -> int:
        """The cells of a line, beside the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def _height(self) -> int:
        """The rows that are in view at once."""
        return max(self.size.height - 1, 1)

    def _keep_in_view(self) -> None:
        top = round(self.scroll_y)
        if not top <= self.cursor < top + self._height:
            # Scrolling draws the whole window: go far, so that it is seldom.
            middle = max(self.cursor - self._height // 2, 0)
            self.scroll_to(y=middle, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """The header, a row, or the words that stand in an empty list."""
        if y == 0:
            return self._header()
        index = y - 1 + self.scroll_offset.y
        if index < self._count:
            return self._drawn_row(index)
        return self._empty_line(y)

    def _drawn_row(self, index: int) -> Strip:
        row = self._row(index)
        is_cursor = index == self.cursor
        tone = "cursor" if is_cursor else row.tone
        return self._strip(row.cells, "▸" if is_cursor else " ", tone)

    def _header(self) -> Strip:
        titles = [
            f"{column.title}↑" if column.title == self.sorted_by else column.title
            for column in self._columns
        ]
        return self._strip(titles, " ", "header")

    def _strip(self, cells: Sequence[str], gutter: str, tone: str) -> Strip:
        drawn = (
            filled(cells[place], width, self._columns[place].right)
            for place, width in self._widths()
        )
        return self._line(gutter + " ".join(drawn), self._style(tone))

    def _empty_line(self, y: int) -> Strip:
        style = self._style("muted")
        layout = Layout(self.empty, max(self._width - 4, 2))
        layout.reach_line(self.size.height)
        # The second line below the header, as far as there is room.
        line = y - 2 if self.size.height > 4 else y - 1
        if self._count or not layout.has_line(line):
            return self._line("", style)
        return self._line(f"  {layout.drawn(line)[1]}", style)

    def _line(self, text: str, style: Style) -> Strip:
        return Strip([Segment(text, style)]).adjust_cell_length(self._width, style)

    def _style(self, tone: str) -> Style:
        return self.get_component_rich_style(f"row-list--{tone}")

    def _widths(self) -> list[tuple[int, int]]:
        return fit(self._columns, self._width - 1)

    def on_click(self, event: events.Click) -> None:
        """Go to the row; open it when the cursor is there already."""
        event.stop()
        index = event.y - 1 + self.scroll_offset.y
        if event.y == 0:
            self._click_header(event.x)
        elif index < self._count and index == self.cursor:
            self.post_message(self.Opened())
        elif index < self._count:
            self.cursor = index

    def _click_header(self, x: int) -> None:
        end = 1
        for place, width in self._widths():
            end += width + 1
            if x < end:
                self.post_message(self.HeaderClicked(self._columns[place].title))
                break


def fit(columns: Sequence[Column], room: int) -> list[tuple[int, int]]:
    """The columns that fit into `room` cells, a blank between two: each by place, with its width.

    The growing columns share what is left over, or what there is too little of.
    """
    kept = list(enumerate(columns))
    while (lacking := _wanted(kept) - room) > 0 and (drop := max(c.drop for _, c in kept)):
        kept = [(place, column) for place, column in kept if column.drop < drop]
    widths = {place: column.width for place, column in kept}
    growing = [place for place, column in kept if column.grows]
    for number, place in enumerate(growing):
        share = -lacking // (len(growing) - number)
        widths[place] = max(widths[place] + share, 1)
        lacking += share
    return list(widths.items())


def _wanted(columns: Sequence[tuple[int, Column]]) -> int:
    return sum(column.width + 1 for _, column in columns) - 1
