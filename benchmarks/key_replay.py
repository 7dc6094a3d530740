"""Pressing planned keys in the real app: does each quote's record come out as it was planned?

The app runs in Textual's test terminal, of the size for which the keys were planned.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from msgspec import structs
from textual.pilot import Pilot

from benchmarks.key_planner import Plan
from benchmarks.key_reader import Window
from store.annotations import Annotations
from store.database import Database
from store.folder import Folder
from store.records import Provenance, Quote
from tui.app import OnRecord
from tui.config import Config
from tui.screens.reader import ReaderScreen

Size = tuple[int, int]


@asynccontextmanager
async def reading(
    text: str, size: Size, annotations: Annotations | None = None
) -> AsyncIterator[Pilot[Any]]:
    """The app, with an article open in which some records have been made."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "article.md"
        file.write_text(f"---\nlanguage: en\n---\n{text}", encoding="utf-8", newline="")
        folder = Folder([file])
        with closing(Database(Path(name) / "annotations.json", by="planner")) as database:
            article = folder.read(next(folder.scan())[0])
            known = database.annotations(article)
            for record in annotations.numbered if annotations else ():
                known = database.commit(known.add(record), known)
            app = OnRecord(folder, database, Config(), "planner")
            async with app.run_test(size=size) as pilot:
                await app.workers.wait_for_complete()
                await pilot.pause()
                yield pilot


def reader_of(pilot: Pilot[Any]) -> ReaderScreen:
    """The screen that shows the article."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def window_of(size: Size) -> Window:
    """The columns and lines that the app has for the text in a terminal of a size."""
    async with reading("A word.\n" * 100, size, None) as pilot:
        reader = reader_of(pilot)
        await pilot.press("p")  # what is told on a first run gives its lines back
        await pilot.pause()
        return Window(reader.view.lines.width, reader.view.height)


async def replayed(
    text: str, size: Size, begin: Annotations, plans: Sequence[Plan]
) -> list[tuple[Plan, str]]:
    """The plans whose records came out otherwise, and how."""
    failed: list[tuple[Plan, str]] = []
    async with reading(text, size, begin) as pilot:
        reader = reader_of(pilot)
        for plan in plans:
            await pilot.press(*plan.keys)
            await pilot.pause()
            wanted = plan.record
            assert wanted
            made = reader.annotations.records.get(wanted.id)
            if not isinstance(made, Quote) or _bare(made) != _bare(wanted):
                failed.append((plan, f"{made}"))
                break
            place = plan.place.selection
            if (reader.selection.start, reader.selection.end) != (place.start, place.end):
                failed.append((plan, f"the selection is {reader.selection}, not {place}"))
                break
    return failed


async def replayed_review(
    text: str, size: Size, begun: Annotations, keys: Sequence[str], ended: Annotations
) -> list[str]:
    """What of the quotes came out otherwise than planned, where suggestions were gone through."""
    async with reading(text, size, begun) as pilot:
        reader = reader_of(pilot)
        while reader.proposals is None:
            await pilot.pause(0.05)
        await pilot.press(*keys)
        await pilot.pause()
        made, wanted = (
            {(each.content, each.source, each.speakers) for each in annotations.quotes}
            for annotations in (reader.annotations, ended)
        )
    return [
        *(f"missing: {each}" for each in wanted - made),
        *(f"not planned: {each}" for each in made - wanted),
    ]


def _bare(quote: Quote) -> Quote:
    return structs.replace(quote, provenance=Provenance())
