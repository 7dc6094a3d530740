"""Opening the app in a test, as a user opens it on a folder."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual.pilot import Pilot

from store.annotations import Annotations
from store.database import Database
from store.folder import Folder
from store.records import ArticleEntry, Record
from tui.app import OnRecord
from tui.config import Config

MakeApp: TypeAlias = Callable[..., OnRecord]
OpenApp: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]
MakeMarked: TypeAlias = Callable[[Mapping[str, Sequence[Record]]], Path]

REPORT = """\
---
headline: Harbour talks in Corvane
date: 2031-05-23
source: Amber Wire
language: en
---
Velmarian Foreign Minister Ilsa Marendt met Aksel Brandvold in Corvane on Thursday.

“The harbour opens in May,” Marendt said. “We have waited long enough.”

Brandvold said that Norrland would send a ship. He confirmed a state visit to Norrland next month.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a-report.md").write_text(REPORT, encoding="utf-8")
    (articles / "b-short.txt").write_text("A second report. It is short.\n", encoding="utf-8")
    return articles


@pytest.fixture
def make_marked(tmp_path: Path) -> MakeMarked:
    """Make a folder of short articles, with these records of each, by its id, in the store."""

    def make(records: Mapping[str, Sequence[Record]]) -> Path:
        folder = tmp_path / "marked"
        folder.mkdir()
        with Database(folder / "annotations.json", by="tester") as database:
            for article_id, of_article in records.items():
                (folder / f"{article_id}.txt").write_text(f"The report {article_id}.\n", "utf-8")
                entry = ArticleEntry(
                    id=article_id, headline=f"Report {article_id}", date="2030-05-23"
                )
                annotations = Annotations(entry, {})
                for record in of_article:
                    annotations = database.commit(annotations.add(record), annotations)
        return folder

    return make


@pytest.fixture
def make_app() -> Iterator[MakeApp]:
    """Make the app for a folder or file; the stores are closed after the test."""
    databases = []

    def make(path: Path, writable: bool = True, config: Config | None = None) -> OnRecord:
        opened = Folder([path])
        database = Database(opened.base / "annotations.json", writable, by="tester")
        databases.append(database)
        return OnRecord(opened, database, config or Config(), "tester")

    yield make
    for database in databases:
        database.close()


@pytest.fixture
def open_app(make_app: MakeApp) -> OpenApp:
    """Run the app on a folder or file, with a pilot; its store is closed afterwards."""

    @asynccontextmanager
    async def run(
        path: Path, size: tuple[int, int] = (100, 30), **options: Any
    ) -> AsyncIterator[Pilot[Any]]:
        app = make_app(path, **options)
        try:
            async with app.run_test(size=size) as pilot:
                await app.workers.wait_for_complete()
                await pilot.pause()
                yield pilot
        finally:
            app.database.close()

    return run
