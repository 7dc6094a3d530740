"""The app with a tutor in place of its reader."""

from __future__ import annotations

from collections.abc import Callable

from store.database import Database
from store.folder import Folder
from tui.app import OnRecord
from tui.config import Config
from tui.screens.tutor import TutorScreen
from tui.tutor.course import Course


class TutorApp(OnRecord):
    """Learn to annotate on the articles of the course."""

    def __init__(
        self,
        folder: Folder,
        database: Database,
        config: Config,
        annotator: str,
        course: Course,
        keep: Callable[[Course], None],
    ) -> None:
        """`keep` is called whenever the course has come further."""
        super().__init__(folder, database, config, annotator)
        self.reader = TutorScreen(course, keep)
