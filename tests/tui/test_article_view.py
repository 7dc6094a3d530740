"""The article on screen: every character once, few lines drawn, and the place is kept."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from language.graphemes import cuts_cluster
from language.segments import Segments
from store.records import Span
from tui.app import OnRecord
from tui.glyphs import shown
from tui.layout import BLOCK, Layout
from tui.marks import Mark, Marks
from tui.selection import at
from tui.widgets.article_view import ArticleView

NASTY = (
    "A\ttab, two\r\nlines, bare\rreturn, \v\f\x85\u2028 breaks, \x1b[31mred\x07\x9b1m\x00, "
    "\ud800 alone, \N{RIGHT-TO-LEFT OVERRIDE}over\N{POP DIRECTIONAL FORMATTING}, שלום עולם, مرحبا, "
    "👨‍👩‍👧‍👦🇫🇷🇩🇪👍🏽❤️1️⃣, e\N{COMBINING ACUTE ACCENT}\N{ZERO WIDTH SPACE}x, 汉字かな한국어, "
    "क्षत्रिय, " + "w" * 300 + " " + "汉" * 150 + ".\n\n\n\N{COMBINING TILDE}first\n"
)
TEXTS = st.text(
    st.one_of(st.sampled_from(sorted(set(NASTY))), st.characters()), max_size=150
) | st.just(NASTY)


class ViewApp(App[None]):
    """A text view and nothing else."""

    def __init__(self, text: str, marks: Marks | None = None) -> None:
        super().__init__()
        self.text = text
        self.marks = marks or Marks()
        self.view = ArticleView()

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        selection = at(Segments(self.text), 0)
        self.view.show(self.text, self.marks, selection)


def visible(text: str) -> Counter[str]:
    """What of a text, as it is drawn, takes room that is no space."""
    return Counter(sign for sign in shown(text.replace("\r\n", "")) if not sign.isspace())


async def whole_text(pilot: Pilot[None], view: ArticleView) -> list[str]:
    """The lines of the whole text, without their margins, read off window by window."""
    view.lines.reach_offset(len(view._text))
    view.reach(0)
    found = []
    for line in range(view.lines.line_count):
        if not view.scroll_offset.y <= line < view.scroll_offset.y + view.height:
            view.scroll_to(y=line, animate=False, force=True)
        strip = view.render_line(line - view.scroll_offset.y)
        assert cell_len(strip.text) == view.size.width
        found.append(strip.text[view.margin :])
    return found


@pytest.mark.parametrize("width", [20, 21, 40, 77, 120, 250])
async def test_every_character_of_a_hostile_text_is_drawn_once(width: int) -> None:
    app = ViewApp(NASTY)
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        lines = await whole_text(pilot, app.view)
        drawn = Counter(sign for line in lines for sign in line if not sign.isspace())
        expected = visible(NASTY)
        for ending in "␍␊":
            del expected[ending], drawn[ending]
        assert drawn == expected
        acting = {sign for line in lines for sign in line if shown(sign) != sign and sign != "\xa0"}
        assert not acting


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(20, 250))
def test_every_character_of_any_text_is_on_one_line_and_fits(text: str, width: int) -> None:
    layout = Layout(text, width - 5)
    layout.reach_offset(len(text))
    seen: list[str] = []
    for line in range(layout.line_count):
        start, drawn = layout.drawn(line)
        end = start + len(drawn)
        assert text[layout.extent(line)[0] : end] == text[start:end]
        assert set(text[end : layout.extent(line)[1]]) <= {"\r", "\n"}
        assert cell_len(drawn.rstrip(" ")) <= width - 5
        seen += text[start : layout.extent(line)[1]]
    assert "".join(seen) == text


# What a key draws

LONG = "A report of many words, line after line of it.\n" * 20_000


class Counting(ArticleView):
    """A view that counts the rows it draws, and the strips it makes for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows_drawn = 0
        self.strips_made = 0

    def render_line(self, y: int) -> Any:
        self.rows_drawn += 1
        return super().render_line(y)

    def _draw(self, *given: Any) -> Any:
        self.strips_made += 1
        return super()._draw(*given)

    def counted(self) -> tuple[int, int]:
        """Rows and strips since the last time."""
        counted = self.rows_drawn, self.strips_made
        self.rows_drawn = self.strips_made = 0
        return counted


class CountingApp(ViewApp):
    """A view that counts."""

    def __init__(self, text: str, marks: Marks | None = None) -> None:
        super().__init__(text, marks)
        self.view: Counting = Counting()


def marked(start: int, record: str = "p1") -> Mark:
    return Mark(start, start + 6, record, "mentions")


async def test_a_selection_draws_the_lines_it_touches_and_no_other() -> None:
    app = CountingApp(LONG)
    async with app.run_test(size=(80, 30)) as pilot:
        segments = Segments(LONG)
        await pilot.pause()
        app.view.counted()
        app.view.selection = at(segments, 2)
        await pilot.pause()
        assert app.view.counted() == (1, 1)
        app.view.selection = at(segments, 100)
        await pilot.pause()
        assert app.view.counted() == (2, 2)


async def test_a_scroll_draws_the_window_and_going_back_makes_no_strip() -> None:
    app = CountingApp(LONG)
    async with app.run_test(size=(80, 30)) as pilot:
        segments = Segments(LONG)
        await pilot.pause()
        app.view.counted()
        app.view.selection = at(segments, app.view.window[1] + 10)
        await pilot.pause()
        rows, strips = app.view.counted()
        assert rows == 30
        assert strips <= 17  # half of it was in view before, apart from the old selection
        app.view.selection = at(segments, 0)
        await pilot.pause()
        rows, strips = app.view.counted()
        assert rows == 30
        assert strips <= 1


async def test_a_mark_draws_its_own_lines() -> None:
    marks = [marked(n * 94) for n in range(5000)]
    app = CountingApp(LONG, Marks(marks))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        app.view.counted()
        app.view.marks = Marks([*marks, marked(48, "p2")])
        await pilot.pause()
        assert app.view.counted() == (1, 1)
        app.view.propose([Span(100, 105, LONG[100:105])])
        await pilot.pause()
        assert app.view.counted() == (1, 1)


@pytest.mark.parametrize("share", [0, 0.3, 1])
async def test_only_what_is_near_the_window_is_laid_out(
    share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = CountingApp(LONG)
    async with app.run_test(size=(80, 30)) as pilot:
        laid_out: list[int] = []
        lay_out = Layout._lay_out

        def noted(layout: Layout, block: int) -> None:
            if not layout._blocks[block]:
                laid_out.append(block)
            lay_out(layout, block)

        monkeypatch.setattr(Layout, "_lay_out", noted)
        app.view.selection = at(Segments(LONG), int(len(LONG) * share))
        await pilot.pause()
        assert len(laid_out) <= 3
        laid_out.clear()
        app.view.selection = app.view.selection.swapped
        await pilot.pause()
        assert not laid_out


# The place is kept


async def test_scrolling_back_from_the_end_moves_by_true_lines() -> None:
    uneven = "".join("word " * (n % 40) + "\n" for n in range(4000))
    app = ViewApp(uneven)
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.view
        view.selection = at(Segments(uneven), len(uneven))
        await pilot.pause()
        whole = Layout(uneven, view.lines.width)
        whole.reach_offset(len(uneven))
        line = whole.line_of(view.window[0])
        for _ in range(300):
            view.scroll_to(y=view.scroll_y - 3, animate=False, force=True)
            line -= 3
            assert view.window[0] == whole.extent(line)[0]
        view.scroll_to(y=0, animate=False, force=True)
        assert view.window[0] == 0


async def test_the_end_can_be_reached_though_it_was_estimated() -> None:
    uneven = "x\n" * (4 * BLOCK) + "word " * 20_000
    app = ViewApp(uneven)
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.view
        for _ in range(5):
            view.scroll_to(y=view.max_scroll_y, animate=False, force=True)
            await pilot.pause()
        assert view.window[1] == len(uneven)
        assert view.render_line(view.height - 1).text.strip()


@pytest.mark.parametrize("offset", [0, 3000, 60_000])
async def test_the_same_words_stay_in_view_when_the_width_changes(offset: int) -> None:
    text = "".join(f"word{n} and some more of it, " for n in range(4000))
    app = ViewApp(text)
    async with app.run_test(size=(100, 30)) as pilot:
        view = app.view
        view.selection = at(Segments(text), offset)
        await pilot.pause()
        for size in ((60, 30), (40, 10), (20, 5), (200, 60), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            start, end = view.window
            assert start <= view.selection.head < end
        view.scroll_to(y=view.scroll_y + 200, animate=False, force=True)
        await pilot.pause()
        top = view.window[0]
        await pilot.resize_terminal(70, 30)
        await pilot.pause()
        assert view.selection.head in range(*view.window) or top in range(*view.window)


# The cursor is in view

KEYS = ["w", "b", "s", "S", "c", "j", "k", "space", "pageup", "right_curly_bracket", "G", "home"]
KEYS += ["L", "H", "full_stop", "comma", "o", "v", "equals_sign", "minus", "quotation_mark", "n"]


@pytest.mark.parametrize("size", [(40, 10), (20, 5)])
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(keys=st.lists(st.sampled_from(KEYS), min_size=10, max_size=25))
async def test_the_cursor_is_in_view_and_no_character_cut_whatever_is_typed(
    open_app: Any, tmp_path: Path, size: tuple[int, int], keys: list[str], monkeypatch: Any
) -> None:
    monkeypatch.setattr(OnRecord, "suggest", lambda *_: None)
    text = NASTY.replace("\ud800", "") * 3 + "One paragraph without any end. " * 300
    path = tmp_path / "nasty.txt"
    path.write_text(text, encoding="utf-8", newline="")
    async with open_app(path, size=size) as pilot:
        view = pilot.app.screen.query_one(ArticleView)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            start, end = view.window
            assert start <= view.selection.head < end, key
            assert not cuts_cluster(text, view.selection.start), key
            assert not cuts_cluster(text, view.selection.end), key
            assert view.region.contains(*pilot.app.cursor_position), key
