"""The follow-up events of all articles, in the order of their dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual.pilot import Pilot

from store.records import EventDate, FollowUp, Record, Span
from tui.agenda import UNDATED, first_day
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.reader import ReaderScreen

OpenApp: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]
MakeMarked: TypeAlias = Callable[[Mapping[str, Sequence[Record]]], Path]

TRIGGER = (Span(0, 3, "The"),)


def event(number: int, title: str, value: str = "", text: str = "", **fields: Any) -> FollowUp:
    """An event with a date, if it has a value or words."""
    date = EventDate(text=text, value=value) if value or text else None
    return FollowUp(id=f"f{number}", title=title, trigger=TRIGGER, date=date, **fields)


EVENTS = {
    "a": [event(1, "summit in Corvane", "2031-06-14/2031-06-15", type="summit", place="Corvane")],
    "b": [
        event(1, "talks", text="in due course"),
        event(2, "visit to Norrland", "2031-06", type="visit", status="confirmed"),
        event(3, "election", "2030"),
    ],
}


@pytest.fixture
def marked(make_marked: MakeMarked) -> Path:
    """A folder of two articles, and the events of each in its store."""
    return make_marked(EVENTS)


def lines(pilot: Pilot[Any]) -> list[str]:
    """The rows that hold something, without the header."""
    screen = pilot.app.screen
    assert isinstance(screen, FollowUpsScreen)
    drawn = [screen.rows.render_line(y).text for y in range(1, screen.rows.size.height)]
    return [" ".join(line.split()) for line in drawn if line.strip()]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and wait until the list is gathered."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_events_stand_in_the_order_of_their_dates_the_undated_last(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked, size=(120, 30)) as pilot:
        await press(pilot, "g", "f")
        assert lines(pilot) == [
            "▸2030 election other announced 2030-05-23 Report b",
            "2031-06 visit to Norrland visit confirmed 2030-05-23 Report b",
            "2031-06-14/15 summit in Corvane summit announced Corvane 2030-05-23 Report a",
            "“in due cour… talks other announced 2030-05-23 Report b",
        ]


async def test_dates_and_titles_are_seen_in_a_small_terminal(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked, size=(40, 10)) as pilot:
        await press(pilot, "g", "f")
        assert lines(pilot)[2] == "2031-06-14/15 summit in Corvane"


async def test_enter_opens_the_article_at_the_event(open_app: OpenApp, marked: Path) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "f", "j", "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert (reader.article.id, reader.current) == ("b", "f2")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (["norrland"], ["visit to Norrland"]),
        (["confirmed"], ["visit to Norrland"]),
        (["corvane", "2031"], ["summit in Corvane"]),
        (["report", "b", "due"], ["talks"]),
        (["2031-07"], []),
    ],
)
async def test_a_filter_looks_in_all_that_is_listed(
    open_app: OpenApp, marked: Path, words: list[str], titles: list[str]
) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "f", "/")
        for word in words:
            await press(pilot, *word, "space")
        screen = pilot.app.screen
        assert isinstance(screen, FollowUpsScreen)
        assert [screen.listed[n].title for n in range(len(screen.listed))] == titles


async def test_the_cursor_stays_on_its_event_when_a_filter_goes(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "f", "j", "j", "/", *"corvane")
        assert lines(pilot)[0].startswith("▸")
        await press(pilot, "escape")
        assert lines(pilot)[2].startswith("▸")


async def test_with_nothing_marked_it_says_how_to_mark(open_app: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A report.\n", "utf-8")
    async with open_app(tmp_path) as pilot:
        await press(pilot, "g", "f", "enter")
        assert "mark events with f" in " ".join(lines(pilot))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-06-14", "2019-06-14"),
        ("2019-06", "2019-06-01"),
        ("2019", "2019-01-01"),
        ("2019~", "2019-01-01"),
        ("2019-06-14/2019-06-15", "2019-06-14"),
        ("2019-06/..", "2019-06-01"),
        ("../2019-06", ""),
        ("2019-21", "2019-03-01"),
        ("2019-34", "2019-04-01"),
        ("201X", "2010-01-01"),
        ("next month", UNDATED),
    ],
)
def test_the_first_day_of_a_date(value: str, day: str) -> None:
    assert first_day(value) == day
