"""Where the tutor's course is kept: a folder of its own among the user's data, so that it can be
left and taken up again. No other file is touched.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from store.changes import utc_now
from store.database import Database
from store.folder import Folder
from store.records import Article, Provenance, Quote, Span
from tui.tutor.course import Course, Step
from tui.tutor.steps import FERRY, STEPS, TOO_SHORT

ARTICLES: Final = Path(__file__).parent / "articles"
"""The articles of the course; they are only read."""
STORE: Final = "annotations.json"
PROGRESS: Final = "progress.json"
SOMEBODY: Final = "somebody"
"""Who made the mark that is to be corrected."""


def tutor_folder() -> Path:
    """Where the course is kept, whether or not it has begun."""
    return user_data_path("onrecord", appauthor=False) / "tutor"


def begin_anew(folder: Path) -> None:
    """Forget a course, unless somebody is at it.

    Raises:
        StoreLockedError: another process has its store open.
    """
    if folder.exists():
        Database(folder / STORE).close()
        shutil.rmtree(folder)


def open_course(folder: Path, articles: Folder, by: str) -> Database:
    """The store of the course, begun if need be: with a mark in it that is to be corrected.

    Raises:
        StoreLockedError: another process has it open.
        StoreError: it cannot be read, or made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    database = Database(folder / STORE, by=by)
    if not database.articles:
        file = articles.find(FERRY)
        assert file is not None, "the tutor's articles come with the program"
        _mark_badly(database, articles.read(file))
    return database


def is_outdated(folder: Path, articles: Folder) -> bool:
    """Whether the course was begun on other articles, of another version of the program."""
    progress = _read(folder)
    return bool(progress) and progress.get("articles") != _hashes(articles)


def read_course(folder: Path, steps: Iterable[Step] = STEPS) -> Course:
    """The course as it was left; from its beginning, when nothing can be read of that."""
    progress = _read(folder)
    done, at = progress.get("done"), progress.get("at")
    return Course(
        steps,
        done=[step for step in done if isinstance(step, str)] if isinstance(done, list) else (),
        at=at if isinstance(at, str) else "",
    )


def keep_course(folder: Path, articles: Folder, course: Course) -> None:
    """Keep how far the course has come; if that cannot be done, it will begin at its beginning."""
    progress = {
        "articles": _hashes(articles),
        "done": sorted(course.done),
        "at": course.step.id if course.step else "",
    }
    with suppress(OSError):
        (folder / PROGRESS).write_text(json.dumps(progress), encoding="ascii")


def _read(folder: Path) -> dict[str, object]:
    try:
        progress = json.loads((folder / PROGRESS).read_text(encoding="ascii"))
    except (OSError, ValueError, RecursionError):
        return {}
    return progress if isinstance(progress, dict) else {}


def _hashes(articles: Folder) -> list[str]:
    return [articles.read(file).sha256 for batch in articles.scan() for file in batch]


def _mark_badly(database: Database, article: Article) -> None:
    start = article.text.index(TOO_SHORT)
    content = Span.of(article.text, start, start + len(TOO_SHORT))
    annotations = database.annotations(article)
    quote = Quote(
        id=annotations.next_id("q"),
        content=(content,),
        provenance=Provenance(by=SOMEBODY, at=utc_now()),
    )
    database.commit(annotations.add(quote), annotations)
    database.keep_place(article.id, 0)
