"""A list of records of all the articles, gathered from the store while it is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from time import monotonic
from typing import Any, ClassVar, Final, NamedTuple, Protocol

from textual import on, work
from textual.events import ScreenResume, ScreenSuspend

from store.annotations import Annotations
from store.errors import StoreError
from tui.screens.list_screen import ListScreen
from tui.widgets.row_list import Row, RowList

TURN: Final = 0.002
"""Seconds of gathering before the app gets its turn."""
FIRST_SHOWN: Final = 200
"""Articles after which the list is shown; then again whenever it has doubled."""


class Key(NamedTuple):
    """What tells a row from the others, also when all has been gathered anew."""

    article: str
    record: str | None = None
    is_below: bool = False


class Listed(Protocol):
    """What is listed, in its order; made when it is seen, where it is much."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Any: ...


class Collection(Protocol):
    """What is gathered."""

    def __len__(self) -> int: ...

    def add(self, annotations: Annotations) -> None:
        """Take in the records of an article."""

    def rows(self, words: tuple[str, ...]) -> Listed:
        """What is listed of it when filtered by these words."""


class RecordsScreen(ListScreen):
    """Gathers when the store has changed since; meanwhile, what was gathered before is shown."""

    heading: ClassVar[str]
    nothing: ClassVar[str]
    """Said when no article has any such record."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: Listed = ()
        """What the rows show, in their order."""
        self.damaged: Sequence[str] = ()
        """The articles whose records cannot be read: the first rows."""
        self._at: Key | None = None
        """What the cursor stays on; None: it stays at the top while records are gathered."""
        self._collection = self.new_collection()
        self._is_whole = False
        self._version: int | None = None
        """That of the store when all was gathered."""
        self._progress = ""

    def new_collection(self) -> Collection:
        """An empty collection to gather into."""
        raise NotImplementedError

    def row_of(self, item: Any) -> Row:
        """The row of one of the things listed."""
        raise NotImplementedError

    def key_of(self, item: Any) -> Key:
        """The record that opening this row opens."""
        raise NotImplementedError

    def actions_now(self) -> tuple[str, ...]:
        """What is done most in the list."""
        return (
            "open-row",
            "filter",
            "go-articles",
            "go-people" if self.context != "people" else "go-follow-ups",
            "help",
            "palette",
            "quit",
        )

    @on(ScreenResume)
    def start(self) -> None:
        """Gather, unless what was gathered before still holds."""
        if self._version != self.onrecord.database.version:
            self._gather()

    @on(ScreenSuspend)
    def stop(self) -> None:
        """Give up gathering."""
        self.workers.cancel_group(self, "gather")

    @work(exclusive=True, group="gather")
    async def _gather(self) -> None:
        # In turns with the app rather than in a thread: reading the records is all Python, so a
        # thread would take as much from the app, and in longer pieces.
        database = self.onrecord.database
        version = database.version
        collection, damaged = self.new_collection(), list[str]()
        articles = database.articles
        shown, turn = FIRST_SHOWN, monotonic() + TURN
        for number, article_id in enumerate(articles):
            try:
                collection.add(database.kept_annotations(article_id))
            except StoreError:
                damaged.append(article_id)
            if number == shown and not self._is_whole:
                shown *= 2
                self._show(collection, damaged)
            if monotonic() > turn:
                self._tell_progress(number, len(articles))
                await asyncio.sleep(0)
                turn = monotonic() + TURN
        self._is_whole, self._version = True, version
        self._progress = ""
        self._show(collection, damaged)

    def _tell_progress(self, number: int, of: int) -> None:
        # In steps that are seen: each is drawn.
        if number * 50 // of != (number - 1) * 50 // of:
            self._progress = f"gathering… {number:,} of {of:,} articles"
            self._show_title()

    def _show(self, collection: Collection, damaged: Sequence[str]) -> None:
        self._collection, self.damaged = collection, damaged
        self.filter_rows()

    def filter_rows(self) -> None:
        """Show what holds the words, the cursor on what it was on if that is among it."""
        self.listed = self._collection.rows(self.words)
        self.rows.empty = (
            "Nothing has all these words. Type / and change them."
            if len(self._collection)
            else self.nothing
        )
        count = len(self.damaged) + len(self.listed)
        at = self._at
        places = (place for place in range(count) if self._key(place) == at) if at else iter((0,))
        self.rows.show(count, next(places, self.rows.cursor))
        self._show_title()

    def row(self, index: int) -> Row:
        """A record, or an article whose records cannot be read: opening it tells why."""
        if index >= len(self.damaged):
            return self.row_of(self.listed[index - len(self.damaged)])
        cells = ["" for _ in self.columns]
        widest = next(place for place, column in enumerate(self.columns) if column.grows)
        cells[widest] = f"! {self.damaged[index]}: its records cannot be read; open it to see why"
        return Row(cells, "error")

    def _key(self, index: int) -> Key:
        if index < len(self.damaged):
            return Key(self.damaged[index])
        return self.key_of(self.listed[index - len(self.damaged)])

    @on(RowList.Moved)
    def note_record(self, message: RowList.Moved) -> None:
        """Keep to this record when the list grows or is filtered."""
        if message.index < self.rows.count:
            self._at = self._key(message.index)

    def action_open_row(self) -> None:
        """Open the article at the cursor's record; if it cannot be, say why."""
        if not self.rows.count:
            return
        key = self._at = self._key(self.rows.cursor)
        folder = self.onrecord.folder
        file = folder.find(key.article)
        if file:
            self.onrecord.open_article(file, record=key.record)
        else:
            self.onrecord.complain(
                f"{key.article} is not in {folder.base}; start onrecord with the folder it is in."
            )

    def _show_title(self) -> None:
        rest = self._progress or self.filter_shown
        self.title_bar.left = f"{self.heading} · {rest}" if rest else self.heading
        self.title_bar.right = f"{len(self.listed):,}"
