"""Articles come from the web: whatever is in them is shown, and does nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.screens.reader import ReaderScreen
from tui.widgets.article_view import ArticleView

HOSTILE = (
    "[/b] closes nothing, [@click=app.quit]press me[/] neither, [bold red]loud[/].\n"
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 and \x00 NUL, a tab\there, a \N{RIGHT-TO-LEFT OVERRIDE}"
    "reversed\N{POP DIRECTIONAL FORMATTING} word, a\N{ZERO WIDTH SPACE}b, \x9b31m and \x7f.\n"
    "e\N{COMBINING ACUTE ACCENT}"
    + "\N{COMBINING TILDE}" * 50
    + " zalgo; 👨‍👩‍👧‍👦 a family; 汉字 wide.\n"
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "[bold]hostile[@click=app.quit].txt"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


async def test_a_hostile_text_is_drawn_without_a_control_character(open_app, hostile) -> None:
    async with open_app(hostile, size=(60, 20)) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        drawn = "".join(
            segment.text for y in range(view.size.height) for segment in view.render_line(y)
        )
        assert "[/b] closes nothing, [@click=app.quit]press me[/]" in drawn
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in drawn)
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in drawn


async def test_a_hostile_text_can_be_marked_edited_and_listed(open_app, hostile) -> None:
    async with open_app(hostile, size=(60, 20)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        for _ in range(40):
            await pilot.press("p", "w")
        for key in ("equals_sign", "equals_sign", "q", "f", "e"):
            await pilot.press(key)
        await pilot.press("enter")
        for keys in ("gp", "gf", "ga"):
            await pilot.press(*keys)
        assert pilot.app.is_running
        text = screen.article.text
        for record in screen.annotations.participants:
            for span in record.mentions:
                assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("size", [(40, 10), (20, 5), (200, 60)])
async def test_every_screen_opens_in_any_terminal(open_app, folder, size) -> None:
    async with open_app(folder, size=size) as pilot:
        await pilot.press("enter", "w", "p", "e", "escape", "question_mark", "q")
        for keys in ("gp", "gf", "ga"):
            await pilot.press(*keys)
        await pilot.press("ctrl+p", "escape")
        assert pilot.app.is_running


async def test_the_cursor_is_always_in_view(open_app, folder) -> None:
    path = folder / "long.txt"
    path.write_text("One paragraph without any end. " * 3000, encoding="utf-8")
    async with open_app(path, size=(40, 10)) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        for key in ("j", "s", "right_curly_bracket", "G", "k", "v", "s", "home", "space", "L"):
            await pilot.press(key)
            start, end = view.window
            assert start <= view.selection.head < end, key


@pytest.mark.parametrize(("size", "rows"), [((40, 10), 6), ((80, 24), 10), ((200, 60), 54)])
async def test_most_of_the_first_screen_is_the_article(open_app, folder, size, rows) -> None:
    async with open_app(folder / "a-report.md", size=size) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        assert view.height >= rows


ATTACK = (
    "\x1b[31mred \x1b[2J\x1b[H \x1b]0;hijacked\x07 \x1b]52;c;aGk=\x1b\\ \x05 \x0e \x9b31m \x90q "
    "\N{RIGHT-TO-LEFT OVERRIDE}over \N{ZERO WIDTH SPACE} \x7f \x08 end of it.\n"
)


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals here")
def _without_size(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which the terminal itself says how large it is."""
    return {k: value for k, value in environment.items() if k not in ("COLUMNS", "LINES")}


def test_nothing_in_a_text_reaches_the_terminal_as_more_than_text(tmp_path: Path) -> None:
    pexpect, pyte = pytest.importorskip("pexpect"), pytest.importorskip("pyte")
    path = tmp_path / "attack.txt"
    path.write_text(ATTACK * 3, encoding="utf-8")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui", str(path), "--store", str(tmp_path / "store.json")],
        env={**_without_size(os.environ), "TERM": "xterm-256color", "ONRECORD_CONFIG": ""},
        dimensions=(24, 100),
        timeout=30,
    )
    written = b""
    try:
        while b"end of it" not in written:
            written += child.read_nonblocking(65536)
        for key in ("w", "s", "p", "q", "G"):
            child.send(key)
            child.expect(b".+")
            written += child.match.group()
    finally:
        child.close(force=True)
    shown = written.decode(errors="ignore")
    acting_signs = "\x05 \x08 \x0e \x7f \x90 \x9b \u200b \u202e"
    for acting in ("\x1b[31mred", "\x1b]0;hij", "\x1b]52;", *acting_signs.split(" ")):
        assert acting not in shown
    screen = pyte.Screen(100, 24)
    pyte.Stream(screen).feed(shown)
    assert any("␛[31mred ␛[2J␛[H ␛]0;hijacked␇" in line for line in screen.display)
    assert "hijacked" not in screen.title
