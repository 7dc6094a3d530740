"""The app: what is open, and the way from screen to screen."""

from __future__ import annotations

import asyncio
import gc
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias

from textual import on, work
from textual.app import App
from textual.events import Event, Key
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import get_current_worker

from store.articles import ArticleError
from store.changes import Change
from store.database import Database
from store.durable_json import StoreError
from store.folder import BATCH, ArticleFile, Folder
from store.records import Article
from tui.config import Config
from tui.key_log import KeyLog
from tui.keys_ahead import KeysAhead
from tui.known_names import KnownNames
from tui.screens.key_screen import KeyScreen
from tui.screens.reader import ReaderScreen
from tui.shelf import Shelf
from tui.themes import own_themes, variables_for_marks

if TYPE_CHECKING:
    from tui.suggesting.proposer import Proposer

Place: TypeAlias = Literal["articles", "reader", "people", "follow_ups"]
READING: Final = "reader"
SETTLED: Final = 0.2
"""Seconds after which the first screen stands, and other work no longer delays it."""


# The screens that are not shown first are imported when they are: starting need not wait for them.


def _articles() -> KeyScreen:
    from tui.screens.articles import ArticlesScreen

    return ArticlesScreen()


def _people() -> KeyScreen:
    from tui.screens.people import PeopleScreen

    return PeopleScreen()


def _follow_ups() -> KeyScreen:
    from tui.screens.follow_ups import FollowUpsScreen

    return FollowUpsScreen()


class OnRecord(App[int], inherit_bindings=False):
    """Annotate the articles of a folder by keyboard."""

    TITLE = "onrecord"
    CSS_PATH = "app.tcss"
    ALLOW_SELECT = False  # the mouse selects what is to be marked
    COMMANDS: ClassVar = set()  # each screen offers its own actions
    SCREENS: ClassVar = {"articles": _articles, "people": _people, "follow_ups": _follow_ups}

    class Saved(Message):
        """A change has reached the disk, or has failed to."""

    def __init__(self, folder: Folder, database: Database, config: Config, annotator: str) -> None:
        # Set beforehand, so that the style sheet is worked out once.
        self.set_reactive(App.theme, config.theme)
        super().__init__()
        self.folder = folder
        self.database = database
        self.config = config
        self.annotator = annotator
        self.shelf = Shelf()
        self.known_names = KnownNames()
        self.reader = ReaderScreen()
        self.key_log: KeyLog | None = None
        """Where keys are recorded, if they are."""
        self._told_failure: StoreError | None = None
        self._told_backup = False
        self._is_settled = False
        self._proposer: Proposer | None = None
        self._is_leaving = False
        self.keys_ahead = KeysAhead(self, super().on_event)

    async def on_event(self, event: Event) -> None:
        """Hand an event on; a key waits while some are waiting that were typed before it."""
        if isinstance(event, Key) and not event.is_forwarded and self.keys_ahead.hold(event):
            return
        await super().on_event(event)

    @cached_property
    def available_themes(self) -> dict[str, Theme]:
        """Our themes, then Textual's, by name: they are asked for each time a line is drawn."""
        return own_themes() | super().available_themes

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, with those of the marks where it names none."""
        variables = super().get_css_variables()
        return variables_for_marks(variables) | variables

    def watch_theme(self, theme: str) -> None:
        """Say how long a theme that was chosen lasts."""
        if self.is_running:
            for screen in self.screen_stack:
                if isinstance(screen, KeyScreen):
                    screen.say(f"{theme} for now; theme: {theme} in the configuration keeps it.")

    def get_default_screen(self) -> Screen[Any]:
        """What was open when the store was last left; else the list, or the one file."""
        self.install_screen(self.reader, READING)
        file = self._first_article()
        return self.get_screen(READING if file and self._read(file) else "articles")

    def on_mount(self) -> None:
        """Begin to find the articles, and all that the first screen does not need."""
        self.database.on_save = self._note_saved
        self.find_articles()
        self.set_timer(SETTLED, self._settle)
        self._heed_signals()
        if self.database.recovered:
            self.complain(self.database.recovered, severity="warning")

    def _settle(self) -> None:
        """Do what the first screen need not wait for."""
        if not gc.isenabled():  # the command line has put it off
            gc.freeze()  # what has been imported stays: it need not be looked through each time
            gc.enable()
        self._is_settled = True
        self.suggest(self.reader.told)
        self.prepare_marking()

    def suggest(self, article: Article) -> None:
        """Work out what is suggested for an article, off the way of the keys, and show it."""
        if article.text and self.database.writable:
            self._work_out(article)

    @work(thread=True, exclusive=True, group="suggestions")
    def _work_out(self, article: Article) -> None:
        from language.engines.registry import EngineError
        from language.engines.versions import version_of
        from tui.proposals import Proposed
        from tui.suggesting.proposer import Proposer

        try:
            found = self.database.suggestions(article, version_of)
            if found is None:
                if self._proposer is None:
                    self._proposer = Proposer(self.config.engine)
                found = self._proposer.suggestions(article)
            proposed = Proposed(article.text, found)
        except Exception as error:  # an engine may be anybody's; marking by hand goes on
            told = str(error) if isinstance(error, EngineError) else repr(error)
            what = f"Nothing could be suggested for {article.id}: {told}."
            self.call_from_thread(self.complain, what, "warning")
            proposed = Proposed()
        if not get_current_worker().is_cancelled:
            self.call_from_thread(self.reader.suggest, article.id, proposed)

    @work(thread=True)
    def prepare_marking(self) -> None:
        """Import what the first mark needs, then learn the names that the store knows."""
        import tui.quoting  # noqa: F401

        worker = get_current_worker()
        for article_id in self.database.articles:
            if worker.is_cancelled:
                return
            with suppress(StoreError):  # opening the article tells of it
                self.known_names.learn(self.database.kept_annotations(article_id).records.values())
            time.sleep(0.001)  # keys come first

    def _first_article(self) -> ArticleFile | None:
        if self.folder.is_single_file:
            return self.folder.locate(self.folder.paths[0])
        left_open = self.database.open_article
        return self.folder.find(left_open) if left_open else None

    # The articles

    def find_articles(self) -> None:
        """Find the first articles now, the others when these are on screen."""
        batches = self.folder.scan()
        first = next(batches, [])
        is_all = len(first) < BATCH
        self._add_articles(first, is_last=is_all)
        if not is_all:
            self.set_timer(SETTLED, lambda: self._find_more(batches))

    @work(thread=True)
    def _find_more(self, batches: Iterator[list[ArticleFile]]) -> None:
        worker = get_current_worker()
        for batch in batches:
            if worker.is_cancelled:
                return
            self.call_from_thread(self._add_articles, batch)
        self.call_from_thread(self._add_articles, [], is_last=True)

    def _add_articles(self, batch: list[ArticleFile], is_last: bool = False) -> None:
        self.shelf.add(batch)
        self.shelf.is_complete = is_last
        for screen in self.screen_stack:
            if isinstance(screen, KeyScreen):
                screen.show_articles()

    def open_article(
        self, file: ArticleFile, at: int | None = None, record: str | None = None
    ) -> bool:
        """Show an article in the reader; False, with the reason told, if it cannot be shown.

        It opens at the record named, at an offset `at`, or where it was left.
        """
        if not self._read(file, at, record):
            return False
        self.go_to(READING)
        return True

    def _read(self, file: ArticleFile, at: int | None = None, record: str | None = None) -> bool:
        """Have the reader show an article, when it is on."""
        try:
            article = self.folder.read(file)
            annotations = self.database.annotations(article)
            gone = self.database.missing(article.id)
        except (ArticleError, StoreError) as error:
            self.complain(str(error))
            return False
        self._keep_place()
        offset = self.database.cursor(article.id) if at is None else at
        self.reader.read(article, annotations, offset, record)
        if self._is_settled:
            self.suggest(self.reader.told)
        self.known_names.learn(annotations.records.values())
        self._keep_place()
        if gone:
            self.call_later(self._ask_about_loss, article.id, gone)
        return True

    def _ask_about_loss(self, article_id: str, gone: int) -> None:
        from tui.screens.loss import Loss

        def leave_or_go_on(goes_on: bool | None) -> None:
            if not goes_on:
                self.leave()

        self.push_screen(Loss(article_id, gone), leave_or_go_on)

    def _keep_place(self) -> None:
        if self.reader.article.id and self.database.writable:
            self.database.keep_place(self.reader.article.id, self.reader.selection.start)

    def go_to(self, place: Place) -> None:
        """Show one of the screens."""
        wanted = self.get_screen(place)
        first, *over = self.screen_stack
        if wanted is first:
            if over:
                self.pop_screen()
        elif not over:
            self.push_screen(wanted)
        elif wanted is not self.screen:
            self.switch_screen(wanted)

    # Changes

    @property
    def is_first_run(self) -> bool:
        """Whether nothing has been marked in this store yet."""
        return not self.database.articles

    def undo(self) -> None:
        """Take the last change back, in whichever article it was made."""
        change = self.database.undoable
        if change is None:
            self._say("There is nothing to take back.")
        elif self._is_open(change):
            self.reader.show_change(change.inverse, self.database.undo, "taken back")

    def redo(self) -> None:
        """Make the change last undone again."""
        change = self.database.redoable
        if change is None:
            self._say("There is nothing to make again.")
        elif self._is_open(change):
            self.reader.show_change(change, self.database.redo, "made again")

    def _say(self, text: str) -> None:
        if isinstance(self.screen, KeyScreen):
            self.screen.say(text)

    def _is_open(self, change: Change) -> bool:
        """Whether the article of a change is in the reader; it is opened if need be."""
        if self.reader.article.id == change.article:
            self.go_to(READING)
            return True
        file = self.folder.find(change.article)
        if file is None:
            self.complain(
                f"The last change was in {change.article}, which is not in this folder; "
                "open onrecord with its folder to take it back."
            )
            return False
        return self.open_article(file)

    def _note_saved(self) -> None:
        self.post_message(self.Saved())  # this is the writing thread

    @on(Saved)
    def tell_saved(self) -> None:
        """Show whether all is saved; when a write failed, show what is on disk and say why."""
        self.reader.show_title()
        if self.database.backup_failure and not self._told_backup:
            self._told_backup = True
            self.complain(f"No backup could be made: {self.database.backup_failure}", "warning")
        failure = self.database.failure
        if failure and failure is not self._told_failure:
            self._told_failure = failure
            self._is_leaving = False
            with suppress(StoreError):  # then what is on screen is all that is known
                self.reader.reload(self.database)
            self.rescue()
        elif self._is_leaving:
            self.leave()

    def rescue(self) -> None:
        """Offer to write everything to another file, after a write that failed."""
        from tui.screens.rescue import Rescue

        if self.database.failure and self.database.unsaved:
            self.push_screen(Rescue(self.database, self.database.failure))
        else:
            self._say("There is nothing to rescue: all is saved.")

    # The way out

    def export(self) -> None:
        """Write all records as YAML beside the store, showing how far it is."""
        from tui.screens.export import ExportProgress

        store = self.database.path
        output = store.with_suffix(".yaml")
        if output == store:
            output = store.with_suffix(".export.yaml")
        self.push_screen(ExportProgress(self.database, output))

    def leave(self) -> None:
        """Leave, once everything is on disk."""
        self._keep_place()
        self._is_leaving = self.database.saving
        if self._is_leaving:
            self._say("saving…")
        else:
            self.exit(0)

    async def action_quit(self) -> None:
        """Leave, from a dialog too."""
        self.leave()

    def _heed_signals(self) -> None:
        """Leave as by hand when told to end, or when the terminal is closed."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or a thread
                if number is not None:
                    loop.add_signal_handler(number, self._leave_by, int(number))

    def _leave_by(self, number: int) -> None:
        self._keep_place()
        self.exit(128 + number, return_code=128 + number)

    def on_unmount(self) -> None:
        """Wait for no engine."""
        if self._proposer:
            self._proposer.close()

    def complain(
        self, text: str, severity: Literal["information", "warning", "error"] = "error"
    ) -> None:
        """Tell something that went wrong, above whatever screen is shown."""
        self.notify(text, severity=severity, markup=False, timeout=10)
