"""Marking never moves the text and never scrolls it, in any size of terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.app import OnRecord
from tui.config import Config
from tui.widgets.article_view import ArticleView

PARAGRAPH = (
    "“The harbour opens in May,” Foreign Minister Ilsa Marendt of Velmar said on Thursday. “We "
    "have waited 🇳🇴 long\tenough, 我们等了很久, e\u0301 and \u202eback.” Aksel Brandvold told "
    "reporters that a state visit to Norrland would follow next month.\r\n\r\n"
)
SIZES = [(30, 8), (40, 10), (80, 24), (120, 40)]


@pytest.fixture(autouse=True)
def _nothing_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing come in between."""
    monkeypatch.setattr(OnRecord, "suggest", lambda *_: None)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_bytes((PARAGRAPH * 30).encode())
    return path


def drawn(pilot: Pilot[int]) -> tuple[int, list[str]]:
    """The offset at which the text in view starts, and its lines in view without their margins."""
    view = pilot.app.screen.query_one(ArticleView)
    lines = (view.render_line(y).text[view.margin :] for y in range(view.size.height))
    return view.window[0], [line.rstrip() for line in lines]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_whatever_is_done_to_records_the_text_stands_still(open_app, report, size) -> None:
    async with open_app(report, size=size) as pilot:
        await pilot.press(*"}}}}}}ss")  # the last lines in view, or beyond them
        await pilot.press("p", "x")  # the hint for the first run goes with the first mark
        await pilot.pause()
        place, before = drawn(pilot)
        for key in "qapqfmmwwarsrct10)(xuU":
            selected = pilot.app.reader.selection
            await pilot.press(key)
            await pilot.pause()
            if pilot.app.reader.selection == selected:
                assert drawn(pilot) == (place, before), key
            else:
                place, before = drawn(pilot)
        assert pilot.app.reader.annotations.records


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_neither_fewer_marks_nor_another_theme_move_it(open_app, report, size) -> None:
    async with open_app(report, size=size, config=Config(theme="dark")) as pilot:
        await pilot.press(*"}}}}}}sqwwwpsf")
        await pilot.pause()
        before = drawn(pilot)
        for keys in ("za", "zp", "zq", "zf", "zc", "zn", "zz", "Z"):
            await pilot.press(*keys)
            await pilot.pause()
            assert drawn(pilot) == before, keys
        for theme in ("high-contrast-light", "colour-blind-dark", "ansi-dark", "nord"):
            pilot.app.theme = theme
            await pilot.pause()
            assert drawn(pilot) == before, theme


async def test_the_same_key_goes_back_and_forth_between_two_ways_of_showing(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        title = pilot.app.reader.title_bar
        await pilot.press("z", "q")
        assert "quotes only" in title.right
        await pilot.press("z", "z")
        assert "only" not in title.right
        await pilot.press("z", "z")
        assert "quotes only" in title.right
        shown = []
        for _ in range(6):
            await pilot.press("Z")
            shown.append(pilot.app.reader.density)
        assert shown == ["events", "current", "none", "all", "participants", "quotes"]


async def test_a_record_that_is_made_shows_whatever_kind_is_shown(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press("z", "f", "p")
        reader = pilot.app.reader
        assert [mark.record for mark in reader.view.marks] == [reader.current]
        await pilot.press("z", "n")
        assert not list(reader.view.marks)
