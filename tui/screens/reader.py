"""The reader: one article and its records, and the way through the articles."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from store.annotations import Annotations, reanchored
from store.changes import Change
from store.database import Database
from store.errors import StoreError
from store.records import Article, Record, position
from tui.actions import Action, Context
from tui.density import DENSITIES, thinned
from tui.screens.editing import EditingScreen
from tui.screens.reviewing import ReviewingScreen
from tui.selection import Direction
from tui.widgets.title_bar import TitleBar

HINT: Final = (
    "Tab: the next suggestion; enter accepts it, a digit with that speaker, x not.\n"
    "By hand: move (w b s c, ' and two letters); p participant, q quote, f event.\n"
    "u takes back, d is done, ? all keys, onrecord tutor teaches. All is saved."
)


class ReaderScreen(ReviewingScreen, EditingScreen):
    """Shows an article among the others, and what has been marked in it."""

    context: ClassVar[Context] = "reader"

    def __init__(self) -> None:
        super().__init__()
        self.title_bar = TitleBar()
        self._sha256 = ""
        """That of the text, which takes a while to work out where the text is long."""
        self._is_acting = self._is_to_be_shown = False

    def compose_body(self) -> ComposeResult:
        """The article beside its records; a warning above, a hint below."""
        yield self.title_bar
        yield Static(id="warning", markup=False)
        with Container(id="desk"):
            yield self.view
            yield self.panel
        yield Static(HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        """Show what was read before the screen was on."""
        self._show_all()

    def read(
        self, article: Article, annotations: Annotations, offset: int, current: str | None = None
    ) -> None:
        """Show an article, with the selection at an offset, or at the record named."""
        self.annotations = annotations
        self._sha256 = article.sha256
        self.current = current if current in annotations.records else None
        if self.current:
            offset = position(annotations.records[self.current])[0]
        self.begin(article, offset)
        if self.is_mounted:
            self._show_all()

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; whatever it changes is shown once, when all is done."""
        self._is_acting, self._is_to_be_shown = True, False
        try:
            super().perform(action, number)
        finally:
            self._is_acting = False
            if self._is_to_be_shown:
                self.show_records()

    def _show_all(self) -> None:
        self.view.show(self.article.text, thinned(self.marks(), self.density), self.selection)
        self.show_records()

    def show_records(self) -> None:
        """Show the records as they are now, and what there is to say of the article."""
        if self._is_acting:
            self._is_to_be_shown = True
            return
        super().show_records()
        self.query_one("#hint").set_class(self.onrecord.is_first_run, "-shown")
        self.show_title()
        self._show_warning()

    def show_title(self) -> None:
        """Show which article this is, its place in the list, and whether all is saved."""
        article, shelf, database = self.told, self.onrecord.shelf, self.onrecord.database
        about = (article.headline, article.date, article.source or article.dateline)
        self.title_bar.left = " · ".join(part for part in about if part)
        place = shelf.place(article.id)
        where = f"{place + 1}/{len(shelf.files)}" if place is not None else ""
        saved = "saving…" if database.saving else "saved"
        state = saved if database.writable else "read-only"
        done = "done" if self.annotations.entry.status == "done" else ""
        blind = "blind" if self.is_blind else ""
        about_it = (DENSITIES[self.density], blind, done, where, state)
        self.title_bar.right = " · ".join(part for part in about_it if part)

    def show_articles(self) -> None:
        """Show the article's place among more of them."""
        self.show_title()

    @property
    def is_displaced(self) -> bool:
        """Whether the text has changed since it was marked, so that offsets cannot be trusted."""
        return self.annotations.entry.sha256 not in ("", self._sha256)

    def _show_warning(self) -> None:
        warning = self.query_one("#warning", Static)
        warning.display = self.is_displaced
        if warning.display:
            warning.update(
                "This text has changed since it was marked. What stands elsewhere now is not shown "
                f"in it; {self.keys_for('follow-text')} moves the records to their words."
            )

    def refusal(self) -> str:
        """Why nothing can be marked: offsets into a text that has changed mean nothing."""
        if not self.is_displaced:
            return ""
        keys = self.keys_for("follow-text")
        return f"The text has changed since it was marked; {keys} first moves the records along."

    def show_change(
        self, change: Change, make: Callable[[Annotations], Annotations], told: str
    ) -> None:
        """Undo or redo: have `make` do `change`, show the first record it is about, and tell it."""
        try:
            self.annotations = make(self.annotations)
        except StoreError as error:
            self.onrecord.complain(str(error))
            return
        shown = (*change.after, *change.before)
        self.make_current(next((r.id for r in shown if r.id in self.annotations.records), None))
        if self.record and not self._is_in_view(self.record):
            self._go_to(self.record)
        self.review_returned(change)
        self.say(f"{told}: {change.what}")

    def _is_in_view(self, record: Record) -> bool:
        first, last = self.view.window
        return first <= position(record)[0] < last

    def reload(self, database: Database) -> None:
        """Show what the database has of the article: changes may have been taken back."""
        self.annotations = database.annotations(self.article)
        if self.record is None:
            self.current = None
        if self.is_mounted:
            self.show_records()

    def action_next_article(self) -> None:
        """Open the next article."""
        self._step(1)

    def action_previous_article(self) -> None:
        """Open the article before."""
        self._step(-1)

    def _step(self, direction: Direction) -> None:
        file = self.onrecord.shelf.neighbour(self.article.id, direction)
        while file and not self.onrecord.open_article(file):
            file = self.onrecord.shelf.neighbour(file.id, direction)
        if not file:
            which = "last" if direction > 0 else "first"
            shown = self.onrecord.shelf.filter
            narrowed = f" of those that the filter {shown} leaves" if shown else ""
            lists = self.keys_for("go-articles")
            self.say(f"This is the {which} article{narrowed}; {lists} lists them.")

    def action_done(self) -> None:
        """Mark the article done and open the next open one."""
        if not self.commit(self.annotations.set_status("done")):
            return
        shelf, database = self.onrecord.shelf, self.onrecord.database
        file = shelf.next_from(self.article.id, lambda key: not database.summary(key).done)
        if not file or not self.onrecord.open_article(file):
            self.say(f"Done, and it was the last; {self.keys_for('go-articles')} lists all.")

    def action_reopen(self) -> None:
        """Mark the article open again."""
        self.commit(self.annotations.set_status("open"))

    def action_follow_text(self) -> None:
        """After the text has changed: move the records to where their words stand now."""
        if not self.is_displaced:
            self.say("The text is as it was when it was marked; there is nothing to move.")
            return
        change, lost = reanchored(self.annotations, self.article)
        if self.commit(change):
            gone = f" The words of {', '.join(lost)} are gone: see to these." if lost else ""
            moved = (
                "1 record was" if len(change.after) == 1 else f"{len(change.after)} records were"
            )
            self.say(f"{moved} moved.{gone}")
