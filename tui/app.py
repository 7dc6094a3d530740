"""The app: what is open, and the way from screen to screen."""

from __future__ import annotations

from typing import ClassVar, Final, Literal, TypeAlias

from textual import on, work
from textual.app import App
from textual.message import Message
from textual.worker import get_current_worker

from store.articles import ArticleError
from store.changes import Change
from store.database import Database
from store.durable_json import StoreError
from store.folder import ArticleFile, Folder
from tui.config import Config
from tui.known_names import KnownNames
from tui.screens.articles import ArticlesScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.people import PeopleScreen
from tui.screens.reader import ReaderScreen
from tui.shelf import Shelf

Place: TypeAlias = Literal["articles", "reader", "people", "follow_ups"]
READING: Final = "reader"


class OnRecord(App[int], inherit_bindings=False):
    """Annotate the articles of a folder by keyboard."""

    TITLE = "onrecord"
    CSS_PATH = "app.tcss"
    ALLOW_SELECT = False  # the mouse selects what is to be marked
    COMMANDS: ClassVar = set()  # each screen offers its own actions

    class Saved(Message):
        """A change has reached the disk, or has failed to."""

    def __init__(self, folder: Folder, database: Database, config: Config, annotator: str) -> None:
        super().__init__()
        self.folder = folder
        self.database = database
        self.config = config
        self.annotator = annotator
        self.shelf = Shelf()
        self.known_names = KnownNames()
        self.reader = ReaderScreen()
        self.articles = ArticlesScreen()
        self._told_failure: StoreError | None = None

    def on_mount(self) -> None:
        """Open what was open when the store was last left; else the list, or the one file."""
        self.theme = self.config.theme
        self.install_screen(self.articles, "articles")
        self.install_screen(self.reader, READING)
        self.install_screen(PeopleScreen(), "people")
        self.install_screen(FollowUpsScreen(), "follow_ups")
        self.database.on_save = self._note_saved
        file = self._first_article()
        if not (file and self.open_article(file)):
            self.go_to("articles")
        self.find_articles()

    def _first_article(self) -> ArticleFile | None:
        if self.folder.is_single_file:
            return self.folder.locate(self.folder.paths[0])
        left_open = self.database.open_article
        return self.folder.find(left_open) if left_open else None

    # The articles

    @work(thread=True)
    def find_articles(self) -> None:
        """Search the folder for articles; the list grows as they are found."""
        worker = get_current_worker()
        for batch in self.folder.scan():
            if worker.is_cancelled:
                return
            self.call_from_thread(self._add_articles, batch)
        self.call_from_thread(self._add_articles, [], is_last=True)

    def _add_articles(self, batch: list[ArticleFile], is_last: bool = False) -> None:
        self.shelf.add(batch)
        self.shelf.is_complete = is_last
        if self.articles.is_mounted:
            self.articles.show_articles()
        self.reader.show_title()

    def open_article(
        self, file: ArticleFile, at: int | None = None, record: str | None = None
    ) -> bool:
        """Show an article in the reader; False, with the reason told, if it cannot be shown.

        It opens at the record named, at an offset `at`, or where it was left.
        """
        try:
            article = self.folder.read(file)
            annotations = self.database.annotations(article)
        except (ArticleError, StoreError) as error:
            self.complain(str(error))
            return False
        self._keep_place()
        offset = self.database.cursor(article.id) if at is None else at
        self.reader.read(article, annotations, offset, record)
        self.known_names.learn(annotations)
        self._keep_place()
        self.go_to(READING)
        if gone := self.database.missing(article.id):
            self.complain(
                f"{gone} record{'s' if gone > 1 else ''} of this article went missing without "
                "being removed here. onrecord restore lists the backups; to go on without "
                f"{'them' if gone > 1 else 'it'}, just mark."
            )
        return True

    def _keep_place(self) -> None:
        if self.reader.article.id and self.database.writable:
            self.database.keep_place(self.reader.article.id, self.reader.selection.start)

    def go_to(self, place: Place) -> None:
        """Show one of the screens."""
        if self.screen is not self.get_screen(place):
            if len(self.screen_stack) > 1:
                self.switch_screen(place)
            else:
                self.push_screen(place)

    # Changes

    @property
    def is_first_run(self) -> bool:
        """Whether nothing has been marked in this store yet."""
        return not self.database.articles

    def undo(self) -> None:
        """Take the last change back, in whichever article it was made."""
        change = self.database.undoable
        if change is None:
            self.complain("There is nothing to take back.", severity="information")
        elif self._is_open(change):
            self.reader.show_change(change.inverse, self.database.undo)

    def redo(self) -> None:
        """Make the change last undone again."""
        change = self.database.redoable
        if change is None:
            self.complain("There is nothing to make again.", severity="information")
        elif self._is_open(change):
            self.reader.show_change(change, self.database.redo)

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
        failure = self.database.failure
        if failure and failure is not self._told_failure:
            from tui.screens.rescue import Rescue

            self._told_failure = failure
            self.reader.reload(self.database)
            self.push_screen(Rescue(self.database, failure))

    # The way out

    def export(self) -> None:
        """Write all records as YAML beside the store, showing how far it is."""
        from tui.screens.export import ExportProgress

        self.push_screen(ExportProgress(self.database, self.database.path.with_suffix(".yaml")))

    async def action_quit(self) -> None:
        """Leave, once everything is on disk."""
        self._keep_place()
        self.exit(0)

    def complain(
        self, text: str, severity: Literal["information", "warning", "error"] = "error"
    ) -> None:
        """Tell something that went wrong, above whatever screen is shown."""
        self.notify(text, severity=severity, markup=False, timeout=10)
