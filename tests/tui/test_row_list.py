"""The list: only what is seen is made, whatever the number of rows and whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events, on
from textual.app import App, ComposeResult

from tui.fitting import cut, filled
from tui.widgets.row_list import Column, Row, RowList, fit

COLUMNS = (
    Column("", 1),
    Column("headline", 20, grows=True),
    Column("source", 12, drop=1),
    Column("id", 10, drop=2, right=True),
)
MANY = 100_000
HEIGHT = 20
IN_VIEW = HEIGHT - 1  # the header takes a line


class ListApp(App[None]):
    """A list of so many rows, which notes each row that is asked for."""

    def __init__(self, count: int, headline: str = "headline") -> None:
        super().__init__()
        self.asked: list[int] = []
        self.told: list[object] = []
        self.headline = headline
        self.number = count
        self.rows = RowList(COLUMNS, self.row)

    def row(self, index: int) -> Row:
        self.asked.append(index)
        return Row(("", f"{self.headline} {index}", "Amber Wire", f"id-{index}"))

    def compose(self) -> ComposeResult:
        yield self.rows

    def on_mount(self) -> None:
        self.rows.show(self.number, 0)

    @on(RowList.Opened)
    @on(RowList.HeaderClicked)
    def note(self, message: RowList.Opened | RowList.HeaderClicked) -> None:
        self.told.append(getattr(message, "title", "opened"))

    def lines(self) -> list[str]:
        return [self.rows.render_line(y).text for y in range(self.rows.size.height)]


async def test_of_a_hundred_thousand_rows_only_those_in_view_are_made() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)):
        assert set(app.asked) == set(range(IN_VIEW))


async def test_a_cursor_key_makes_two_rows() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        app.asked.clear()
        app.rows.move(1)
        await pilot.pause()
        assert sorted(app.asked) == [0, 1]


async def test_beyond_the_window_the_list_scrolls_by_half_of_it() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        app.rows.cursor = IN_VIEW - 1
        await pilot.pause()
        app.asked.clear()
        app.rows.move(1)
        await pilot.pause()
        first = IN_VIEW - HEIGHT // 2 + 1
        assert set(app.asked) >= set(range(first, first + IN_VIEW))
        app.asked.clear()
        for _ in range(HEIGHT // 2 - 2):
            app.rows.move(1)
            await pilot.pause()
        assert len(app.asked) == 2 * (HEIGHT // 2 - 2)


async def test_a_page_takes_the_cursor_with_it() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        app.rows.move(3)
        app.rows.move_page(1)
        await pilot.pause()
        lines = app.lines()
        assert app.rows.cursor == 3 + IN_VIEW - 1
        assert "headline 18" in lines[1]
        assert "▸" in lines[4]
        app.rows.move_page(-1)
        await pilot.pause()
        assert app.rows.cursor == 3
        assert "headline 0" in app.lines()[1]


async def test_the_cursor_stays_on_the_rows() -> None:
    app = ListApp(5)
    async with app.run_test(size=(60, HEIGHT)):
        app.rows.move(-1)
        assert app.rows.cursor == 0
        app.rows.move_page(3)
        assert app.rows.cursor == 4
        app.rows.show(2, app.rows.cursor)
        assert app.rows.cursor == 1
        app.rows.show(0, 0)
        assert app.rows.cursor == 0


async def test_the_cursor_stays_in_view_when_the_terminal_shrinks() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        app.rows.move(15)
        await pilot.resize_terminal(40, 8)
        await pilot.pause()
        assert any("▸" in line and "headline 15" in line for line in app.lines())


async def test_a_click_moves_the_cursor_and_a_second_one_opens() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        await pilot.click(RowList, offset=(10, 6))
        assert app.rows.cursor == 5
        assert app.told == []
        await pilot.click(RowList, offset=(10, 6))
        assert app.told == ["opened"]


async def test_a_click_on_a_title_tells_the_column() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        await pilot.click(RowList, offset=(app.lines()[0].index("source") + 2, 0))
        assert app.told == ["source"]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = ListApp(MANY)
    async with app.run_test(size=(60, HEIGHT)) as pilot:
        wheel = events.MouseScrollDown(app.rows, 5, 5, 0, 1, 0, False, False, False)
        app.rows.post_message(wheel)
        await pilot.wait_for_scheduled_animations()
        assert app.rows.scroll_y > 0
        assert app.rows.cursor == 0


@pytest.mark.parametrize("width", [30, 40, 80])
async def test_an_empty_list_says_why_as_far_as_it_is_wide(width: int) -> None:
    why = "There is no article here. Put reports into the folder, and start again."
    app = ListApp(0)
    async with app.run_test(size=(width, 10)) as pilot:
        app.rows.empty = why
        await pilot.pause()
        words = " ".join(app.lines()[1:]).split()
        assert words == why.split()


async def test_hostile_text_is_drawn_and_does_nothing() -> None:
    app = ListApp(3, "[@click=app.quit]x[/] [/b] \x1b[31m\x00\u202ered\n\t👩‍👩‍👧e\u0301")
    async with app.run_test(size=(80, HEIGHT)):
        line = app.lines()[1]
        assert cell_len(line) == 80
        assert "[@click=app.quit]x[/] [/b]" in line
        assert not any(sign in line for sign in "\x1b\x00\u202e\n\t")


@given(st.text(), st.integers(0, 40), st.booleans())
def test_any_text_fills_exactly_the_cells_it_is_given(text: str, width: int, right: bool) -> None:
    drawn = filled(text, width, right)
    assert cell_len(drawn) == width
    assert cell_len(cut(text, width)) <= width
    assert not any(ord(sign) < 0x20 for sign in drawn)


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert cut("Harbour talks in Corvane", 10) == "Harbour t…"
    assert cut("Harbour", 7) == "Harbour"
    assert cut("粮食走廊", 6) == "粮食…"


COLUMN = st.builds(
    Column,
    st.just("title"),
    st.integers(1, 30),
    st.integers(1, 3),
    st.booleans(),
)


@given(st.lists(COLUMN, max_size=5), st.integers(5, 200))
def test_columns_fill_the_room_and_the_first_to_be_dropped_go_first(
    others: list[Column], room: int
) -> None:
    columns = [Column("headline", 20, grows=True), *others]
    widths = dict(fit(columns, room))
    assert sum(widths.values()) + len(widths) - 1 == room
    assert all(width >= 1 for width in widths.values())
    dropped = [column.drop for place, column in enumerate(columns) if place not in widths]
    kept = [columns[place].drop for place in widths]
    assert max(kept) < min(dropped, default=4)
