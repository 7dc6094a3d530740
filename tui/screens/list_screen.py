"""A screen that is a list: the cursor, the filter and the title bar of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.screens.key_screen import KeyScreen
from tui.widgets.prompt import Prompt
from tui.widgets.row_list import Column, Row, RowList
from tui.widgets.title_bar import TitleBar


class ListScreen(KeyScreen):
    """Rows to go through, narrow and open; what they are is for the screens built on this one."""

    columns: ClassVar[Sequence[Column]]
    placeholder: ClassVar[str]
    """What can be typed into the filter."""

    def __init__(self) -> None:
        super().__init__()
        self.title_bar = TitleBar()
        self.rows = RowList(self.columns, self.row)
        self.words: tuple[str, ...] = ()
        """What the rows shown hold, case folded."""
        self._filter = ""
        self._prompt: Prompt | None = None

    def row(self, index: int) -> Row:
        """A row of the list, made when it is seen."""
        raise NotImplementedError

    def filter_rows(self) -> None:
        """Show the rows that hold `words`."""
        raise NotImplementedError

    def action_open_row(self) -> None:
        """Open the article of the cursor's row."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """The title bar and the list."""
        yield self.title_bar
        yield self.rows

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self.rows.move(1)

    def action_cursor_up(self) -> None:
        """Go to the row before."""
        self.rows.move(-1)

    def action_list_page_down(self) -> None:
        """Go a window down."""
        self.rows.move_page(1)

    def action_list_page_up(self) -> None:
        """Go a window up."""
        self.rows.move_page(-1)

    def action_first_row(self) -> None:
        """Go to the first row."""
        self.rows.move(-self.rows.count)

    def action_last_row(self) -> None:
        """Go to the last row."""
        self.rows.move(self.rows.count)

    @on(RowList.Opened)
    def open_clicked(self) -> None:
        """Open the row that was clicked."""
        self.action_open_row()

    def action_filter(self) -> None:
        """Ask for the words that rows must hold."""
        if not self._prompt:
            self._prompt = Prompt("/", self.keep_words, self._filter, self.placeholder)
            self.ask(self._prompt)

    @on(Prompt.Changed)
    def note_words(self, message: Prompt.Changed) -> None:
        """Filter as it is typed."""
        self._set_filter(message.text)

    def keep_words(self, text: str) -> None:
        """Keep the filter."""
        self._prompt = None
        self._set_filter(text)

    @on(Prompt.Cancelled)
    def forget_words(self) -> None:
        """Show everything again."""
        self._prompt = None
        self._set_filter("")

    def _set_filter(self, text: str) -> None:
        self._filter = text.strip()
        words = tuple(self._filter.casefold().split())
        if words != self.words:
            self.words = words
            self.filter_rows()

    @property
    def filter_shown(self) -> str:
        """The filter as the title bar tells it; empty when there is none."""
        return f"/{self._filter}" if self.words else ""
