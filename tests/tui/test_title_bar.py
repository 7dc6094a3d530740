"""The title bar: two texts on a line, whatever they hold."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tui.widgets.title_bar import TitleBar


class BarApp(App[None]):
    def compose(self) -> ComposeResult:
        yield TitleBar()

    def line(self) -> str:
        return self.query_one(TitleBar).render_line(0).text


@pytest.mark.parametrize("width", [20, 40, 100])
async def test_the_right_text_is_whole_and_the_left_one_is_cut(width: int) -> None:
    app = BarApp()
    async with app.run_test(size=(width, 5)) as pilot:
        bar = app.query_one(TitleBar)
        bar.left, bar.right = (
            "Harbour talks in Corvane adjourn without a figure " * 3,
            "3 of 12 done",
        )
        await pilot.pause()
        assert cell_len(app.line()) == width
        assert re.search("[^ ]…  +3 of 12 done $", app.line())


async def test_where_not_even_the_right_text_has_room_it_alone_is_shown() -> None:
    app = BarApp()
    async with app.run_test(size=(10, 5)) as pilot:
        bar = app.query_one(TitleBar)
        bar.left, bar.right = "Articles", "3 of 12 done"
        await pilot.pause()
        assert app.line() == " 3 of 12… "


async def test_a_hostile_headline_is_drawn_and_does_nothing() -> None:
    app = BarApp()
    async with app.run_test(size=(60, 5)) as pilot:
        app.query_one(TitleBar).left = "[/b] [@click=app.quit]x[/] \x1b[2J\u202e"
        await pilot.pause()
        assert "[/b] [@click=app.quit]x[/] ␛[2J⍰" in app.line()
