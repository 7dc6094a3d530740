"""The articles of the folder: how far each has come, to filter, sort and open."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence, Set
from contextlib import suppress
from operator import attrgetter
from time import monotonic
from typing import ClassVar, Final

from textual import on, work
from textual.events import ScreenResume

from store.errors import StoreError
from store.folder import ArticleFile
from store.kept_articles import Summary
from store.records import Metadata
from tui.actions import Context
from tui.arranging import ORDERS, STATUSES, Listed, Order, holding, in_order
from tui.headings import Headings
from tui.screens.list_screen import ListScreen
from tui.widgets.row_list import Column, Row, RowList

STATUS_COLUMN: Final = ""
"""The title of the column of marks."""
OFTEN: Final = 0.25
"""Seconds between two sights of how far the reading of all articles has come."""


class ArticlesScreen(ListScreen):
    """The list of articles. Its order is the shelf's, which the reader steps through too."""

    context: ClassVar[Context] = "articles"
    columns: ClassVar[Sequence[Column]] = (
        Column(STATUS_COLUMN, 1),
        Column("date", 10),
        Column("headline", 36, grows=True),
        Column("source", 16, drop=2),
        Column("P", 3, drop=1, right=True),
        Column("Q", 3, drop=1, right=True),
        Column("F", 3, drop=1, right=True),
        Column("id", 24, drop=3),
    )
    placeholder = "words of a headline, date, source or name; open; done"

    def __init__(self) -> None:
        super().__init__()
        self.order: Order = "id"
        self._at: str | None = None
        """The id that the cursor stays on; None: it stays at the top while articles are found."""
        self._if_gone = 0
        """The row that the cursor goes to when that article is not shown."""
        self._headings: Headings | None = None
        self._progress = ""
        self._knows_all = False
        self._done_is_counted = False
        self._done = 0
        self._done_counted: tuple[int, int] | None = None
        """The version of the store and the number of articles for which `_done` was counted."""

    @property
    def headings(self) -> Headings:
        """The headings of the articles."""
        if self._headings is None:
            self._headings = Headings(self.onrecord.folder, self._given)
        return self._headings

    def actions_now(self) -> tuple[str, ...]:
        """What is done most in the list."""
        return (
            "open-row",
            "filter",
            "next-open",
            "sort",
            "go-people",
            "go-follow-ups",
            "help",
            "palette",
            "quit",
        )

    def on_mount(self) -> None:
        """Show what has been found so far."""
        self.show_articles()

    @on(ScreenResume)
    def return_to_article(self) -> None:
        """Put the cursor on the article last read; what it says and its status may be others."""
        self._at = self.onrecord.reader.article.id or self._at
        if self._at is not None:
            self.headings.forget(self._at)
        self.show_articles()
        if self._depends_on_status:
            self.filter_rows()
            self._if_gone = self.rows.cursor

    def show_articles(self) -> None:
        """Show the shelf, which has grown or changed; the cursor stays on its article."""
        if not self.is_mounted:
            return
        shelf = self.onrecord.shelf
        if shelf.is_complete and not self._knows_all:
            self._knows_all = True
            self._count_done()
            if self.words or self.order != "id":
                self.filter_rows()
        self._show_rows()

    def _show_rows(self) -> None:
        shelf = self.onrecord.shelf
        place = shelf.place(self._at) if self._at is not None else 0
        self.rows.empty = self._why_empty()
        self.rows.show(len(shelf.files), self._if_gone if place is None else place)
        self._show_title()

    def _why_empty(self) -> str:
        shelf = self.onrecord.shelf
        if shelf.found:
            return "No article has all these words. Type / and change them."
        if not shelf.is_complete:
            return "Searching for articles…"
        return (
            f"There is no article in {self.onrecord.folder.base}. Put reports there as .txt or "
            ".md files, in sub-folders if you like, and start again."
        )

    def _show_title(self) -> None:
        shelf = self.onrecord.shelf
        shown = f"{self.filter_shown}: {len(shelf.files):,}" if self.words else ""
        rest = self._progress or shown or self.onrecord.folder.base.name
        self.title_bar.left = f"Articles · {rest}"
        self.title_bar.right = self._how_far()

    def _how_far(self) -> str:
        shelf = self.onrecord.shelf
        if not shelf.is_complete:
            return f"searching… {len(shelf.found):,}"
        with suppress(StoreError):  # opening an article tells of it
            if self._done_is_counted:
                return f"{self._done_here():,} of {len(shelf.found):,} done"
        return f"{len(shelf.found):,} articles"

    @work
    async def _count_done(self) -> None:
        # The first count reads a document of each article that the store knows.
        with suppress(StoreError):
            await asyncio.to_thread(lambda: self.onrecord.database.done)
            self._done_is_counted = True
        self._show_title()

    def _done_here(self) -> int:
        """How many articles of this folder are done; the store may know others."""
        database, found = self.onrecord.database, self.onrecord.shelf.found
        state = (database.version, len(found))
        if self._done_counted != state:
            is_done = database.done.__contains__
            self._done, self._done_counted = sum(map(is_done, map(attrgetter("id"), found))), state
        return self._done

    def row(self, index: int) -> Row:
        """An article: its mark, what it is, and how much has been marked in it."""
        file = self.onrecord.shelf.files[index]
        heading = self.headings.of(file)
        summary = self._summary(file)
        if heading.error:
            return Row(("!", "", heading.error, "", *_counts(summary), file.id), "error")
        cells = (
            "✓" if summary.done else "·",
            heading.date,
            heading.headline,
            heading.source,
            *_counts(summary),
            file.id,
        )
        return Row(cells, "muted" if summary.done else "plain")

    def _summary(self, file: ArticleFile) -> Summary:
        try:
            return self.onrecord.database.summary(file.id)
        except StoreError:  # another program has changed the file: opening an article tells of it
            return Summary()

    def _given(self, article_id: str) -> dict[Metadata, str]:
        with suppress(StoreError):  # here too
            return self.onrecord.database.given(article_id)
        return {}

    @on(RowList.Moved)
    def note_article(self, message: RowList.Moved) -> None:
        """Keep to this article when the list grows or is arranged."""
        files = self.onrecord.shelf.files
        self._at = files[message.index].id if message.index < len(files) else self._at

    def action_open_row(self) -> None:
        """Open the cursor's article; if it cannot be, the app says why."""
        files = self.onrecord.shelf.files
        if files:
            file = files[self.rows.cursor]
            # It may have been repaired since it was listed.
            self.headings.forget(file.id)
            self._at = file.id
            if not self.onrecord.open_article(file):
                self.rows.refresh_row(self.rows.cursor)

    def action_next_open(self) -> None:
        """Go to the next article that is not done, beginning again at the end."""
        files, database = self.onrecord.shelf.files, self.onrecord.database
        cursor = self.rows.cursor
        for place in (*range(cursor + 1, len(files)), *range(cursor + 1)):
            if place < len(files) and not database.summary(files[place].id).done:
                self.rows.cursor = place
                return
        self.say("Every article shown is done.")

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sort_by(ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    @on(RowList.HeaderClicked)
    def sort_by_column(self, message: RowList.HeaderClicked) -> None:
        """Sort by the column whose title was clicked, if it can be sorted by."""
        for order in ORDERS:
            if message.title == (STATUS_COLUMN if order == "status" else order):
                self._sort_by(order)

    def _sort_by(self, order: Order) -> None:
        self.order = order
        self.rows.sorted_by = STATUS_COLUMN if order == "status" else order
        self.filter_rows()

    @property
    def _depends_on_status(self) -> bool:
        return self.order == "status" or not set(STATUSES).isdisjoint(self.words)

    def filter_rows(self) -> None:
        """Arrange the shelf by the filter and the order; what was being arranged is given up."""
        self._if_gone = 0
        self.onrecord.shelf.filter = self.filter_shown
        if self.words or self.order != "id":
            self._arrange()
        else:
            self.workers.cancel_group(self, "arrange")
            self._show_arranged(None)

    @work(exclusive=True, group="arrange")
    async def _arrange(self) -> None:
        database, shelf = self.onrecord.database, self.onrecord.shelf
        done: Set[str] = frozenset()
        if self._depends_on_status:  # the first time, a document of each article is read
            with suppress(StoreError):  # opening an article tells of it
                done = await asyncio.to_thread(lambda: database.done)
        files = list(shelf.found)
        kept: list[Listed] = []
        seen, due = 0, monotonic() + OFTEN
        async for some in self.headings.of_all(files):
            seen += len(some)
            kept += holding(self.words, some, done)
            if monotonic() > due:
                self._progress = f"{seen:,} of {len(files):,} read"
                if self.order == "id":
                    shelf.arrange([file for file, _ in kept], by_id=True)
                    self._show_rows()
                self._show_title()
                due = monotonic() + OFTEN
        self._show_arranged(in_order(self.order, kept, done))

    def _show_arranged(self, files: list[ArticleFile] | None) -> None:
        self._progress = ""
        self.onrecord.shelf.arrange(files, by_id=self.order == "id")
        self._show_rows()


def _counts(summary: Summary) -> tuple[str, ...]:
    return tuple(str(count or "") for count in summary[1:])
