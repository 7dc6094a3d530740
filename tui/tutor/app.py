"""The app with a tutor in place of its reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from store.database import Database
from store.folder import Folder
from tui.app import OnRecord
from tui.config import Config
from tui.screens.tutor import TutorScreen
from tui.tutor.course import Course


class TutorApp(OnRecord):
    """Learn to annotate on the articles of the course."""

    # Textual looks for the path of the class above beside this file.
    CSS_PATH: ClassVar[str] = str(Path(__file__).parents[1] / "app.tcss")

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
