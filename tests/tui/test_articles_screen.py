"""The list of articles, as a user meets it: what it shows, reads, filters and sorts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual import events
from textual.pilot import Pilot

from store.database import Database
from store.folder import ArticleFile, Folder
from store.records import Article
from tui.screens.articles import ArticlesScreen

OpenApp: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]


def write(folder: Path, article_id: str, headline: str, date: str = "", source: str = "") -> None:
    """An article with front matter."""
    path = folder / f"{article_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"headline: {headline}", f"date: {date}" if date else "", f"source: {source}"]
    path.write_text("\n".join(["---", *filter(None, lines), "---", "The text.", ""]), "utf-8")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Four articles and one that is broken."""
    folder = tmp_path / "reports"
    write(folder, "a", "Quota talks in Sarova", "2031-06-14", "Teryn Telegraph")
    write(folder, "b", "Harbour opens", "2031-03-04", "Amber Wire")
    write(folder, "c/d", "Monitors return", "", "Amber Wire")
    write(folder, "e", "Brunmark reopens", "2030-01-02", "Haldvik Radio")
    (folder / "broken.txt").write_bytes(b"first line\n\xff\xfe")
    return folder


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Three hundred articles."""
    for number in range(300):
        write(tmp_path / "many", f"r{number:03}", f"Report {number} of talks")
    return tmp_path / "many"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are read from the disk, as they are."""
    read: list[str] = []
    really_read = Folder.read

    def note(folder: Folder, file: ArticleFile) -> Article:
        read.append(file.id)
        return really_read(folder, file)

    monkeypatch.setattr(Folder, "read", note)
    return read


def mark_done(folder: Path, *ids: str) -> None:
    """Mark articles done in the folder's store."""
    opened = Folder([folder])
    with Database(folder / "annotations.json", by="tester") as database:
        for article_id in ids:
            file = opened.find(article_id)
            assert file
            annotations = database.annotations(opened.read(file))
            database.commit(annotations.set_status("done"), annotations)


def screen_of(pilot: Pilot[Any]) -> ArticlesScreen:
    """The list of articles, which is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, ArticlesScreen)
    return screen


def lines(pilot: Pilot[Any]) -> list[str]:
    """The rows that hold something, without the header."""
    rows = screen_of(pilot).rows
    drawn = [rows.render_line(y).text for y in range(1, rows.size.height)]
    return [line for line in drawn if line.strip()]


def shown(pilot: Pilot[Any]) -> list[str]:
    """The ids of the articles listed, in the order of the list."""
    return [file.id for file in pilot.app.shelf.files]  # type: ignore[attr-defined]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and wait until the list is arranged."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_each_article_stands_with_its_date_headline_and_source(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        words = " ".join(lines(pilot)[0].split())
        assert words == "▸· 2031-06-14 Quota talks in Sarova Teryn Telegraph"
        assert screen_of(pilot).title_bar.right == "0 of 5 done"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (160, 50)])
async def test_at_any_size_dates_headlines_and_the_cursor_are_seen(
    open_app: OpenApp, reports: Path, size: tuple[int, int]
) -> None:
    async with open_app(reports, size=size) as pilot:
        assert "2031-03-04 Harbour opens" in lines(pilot)[1]
        assert lines(pilot)[0].startswith("▸")


async def test_articles_done_in_other_folders_of_the_store_are_not_counted(
    open_app: OpenApp, reports: Path
) -> None:
    mark_done(reports, "a", "e")
    (reports / "e.md").rename(reports.parent / "e.md")
    async with open_app(reports) as pilot:
        assert screen_of(pilot).title_bar.right == "1 of 4 done"


async def test_done_articles_are_marked_and_counted(open_app: OpenApp, reports: Path) -> None:
    mark_done(reports, "a", "e")
    async with open_app(reports) as pilot:
        await press(pilot, "g", "a")
        marks = [line[1] for line in lines(pilot)]
        assert marks == ["✓", "·", "!", "·", "✓"]
        assert screen_of(pilot).title_bar.right == "2 of 5 done"


async def test_a_broken_article_stands_with_its_reason_and_stops_nothing(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        assert "line 2: is not UTF-8 at byte 11" in lines(pilot)[2]
        await press(pilot, "j", "j", "enter")
        assert isinstance(pilot.app.screen, ArticlesScreen)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("broken.txt" in text and "not UTF-8" in text for text in told)
        await press(pilot, "j", "enter")
        assert pilot.app.reader.article.id == "c/d"  # type: ignore[attr-defined]


async def test_an_article_repaired_meanwhile_can_be_opened(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "j", "j")
        (reports / "broken.txt").write_text("Repaired talks.\n", "utf-8")
        await press(pilot, "enter")
        await press(pilot, "g", "a")
        assert "Repaired talks" in lines(pilot)[2]


async def test_only_the_articles_in_view_are_read(
    open_app: OpenApp, many: Path, read: list[str]
) -> None:
    async with open_app(many, size=(100, 30)) as pilot:
        window = screen_of(pilot).rows.size.height - 1
        assert read == [f"r{number:03}" for number in range(window)]
        read.clear()
        await press(pilot, "j", "k", "j")
        assert read == []
        await press(pilot, "G")
        assert len(read) == window


async def test_enter_opens_the_article_and_the_list_returns_to_the_one_last_read(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "j", "enter")
        assert pilot.app.reader.article.id == "b"  # type: ignore[attr-defined]
        await press(pilot, "[")
        await press(pilot, "g", "a")
        assert lines(pilot)[0].startswith("▸")


async def test_a_filter_narrows_as_it_is_typed(open_app: OpenApp, reports: Path) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "/", "a", "m")
        assert shown(pilot) == ["b", "c/d"]
        await press(pilot, *"ber", "space", *"mon")
        assert shown(pilot) == ["c/d"]
        assert "/amber mon: 1" in screen_of(pilot).title_bar.left
        await press(pilot, "enter", "s")
        assert shown(pilot) == ["c/d"]
        await press(pilot, "/", "escape")
        assert len(shown(pilot)) == 5


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("c/", ["c/d"]),
        ("2031-06", ["a"]),
        ("haldvik", ["e"]),
        ("OPENS harbour", ["b"]),
        ("done", ["e"]),
        ("open amber", ["b", "c/d"]),
        ("nowhere", []),
    ],
)
async def test_a_filter_looks_in_id_headline_date_source_and_status(
    open_app: OpenApp, reports: Path, words: str, ids: list[str]
) -> None:
    mark_done(reports, "e")
    async with open_app(reports) as pilot:
        await press(pilot, "g", "a", "/")
        await press(pilot, *("space" if letter == " " else letter for letter in words))
        assert shown(pilot) == ids
        if not ids:
            assert "No article has all these words" in " ".join(lines(pilot))


async def test_a_filter_keeps_the_cursor_on_its_article(open_app: OpenApp, reports: Path) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "G", "/", *"reopens")
        assert lines(pilot)[0].startswith("▸")
        await press(pilot, "escape")
        assert lines(pilot)[4].startswith("▸")


async def test_up_and_down_move_in_the_list_while_the_filter_is_typed(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "/", *"am", "down")
        assert lines(pilot)[1].startswith("▸")


async def test_what_is_typed_in_one_go_is_the_filter_and_no_keys_of_the_list(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        for letter in "/amber":
            pilot.app.post_message(events.Key(letter, letter))
        pilot.app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await press(pilot, "j")
        assert shown(pilot) == ["b", "c/d"]
        assert screen_of(pilot).order == "id"


async def test_a_filter_reads_everything_once(
    open_app: OpenApp, many: Path, read: list[str]
) -> None:
    async with open_app(many) as pilot:
        await press(pilot, "/", *"talks")
        await press(pilot, "space", *"299")
        assert shown(pilot) == ["r299"]
        assert sorted(read) == [f"r{number:03}" for number in range(300)]


async def test_the_reader_steps_through_what_the_list_shows(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "/", *"amber", "enter")
        await press(pilot, "enter")
        assert pilot.app.reader.article.id == "b"  # type: ignore[attr-defined]
        await press(pilot, "]")
        assert pilot.app.reader.article.id == "c/d"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("presses", "title", "ids"),
    [
        (1, "date↑", ["e", "b", "a", "broken", "c/d"]),
        (2, "headline↑", ["e", "b", "c/d", "a", "broken"]),
        (3, "source↑", ["b", "c/d", "e", "a", "broken"]),
        (4, "↑", ["b", "c/d", "e", "a", "broken"]),
        (5, "id↑", ["a", "b", "broken", "c/d", "e"]),
    ],
)
async def test_sorting_goes_from_column_to_column(
    open_app: OpenApp, reports: Path, presses: int, title: str, ids: list[str]
) -> None:
    mark_done(reports, "a")
    async with open_app(reports, size=(140, 30)) as pilot:
        await press(pilot, "g", "a", *["s"] * presses)
        assert shown(pilot) == ids
        header = screen_of(pilot).rows.render_line(0).text
        assert title in header.split()


async def test_a_click_on_a_column_sorts_by_it(open_app: OpenApp, reports: Path) -> None:
    async with open_app(reports) as pilot:
        x = screen_of(pilot).rows.render_line(0).text.index("headline")
        await pilot.click(screen_of(pilot).rows, offset=(x, 0))
        await press(pilot)
        assert screen_of(pilot).order == "headline"
        assert shown(pilot)[0] == "e"


async def test_sorting_keeps_the_cursor_on_its_article(open_app: OpenApp, reports: Path) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "j", "s")
        assert "▸" in lines(pilot)[shown(pilot).index("b")]


async def test_the_next_open_article_is_found_beyond_the_end(
    open_app: OpenApp, reports: Path
) -> None:
    mark_done(reports, "b", "e")
    async with open_app(reports) as pilot:
        await press(pilot, "g", "a", "g", "g", "d")
        assert lines(pilot)[2].startswith("▸")
        await press(pilot, "d", "d")
        assert lines(pilot)[0].startswith("▸")


async def test_an_article_done_meanwhile_leaves_the_list_of_open_ones(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "/", *"open", "enter")
        assert shown(pilot) == ["a", "b", "broken", "c/d", "e"]
        await press(pilot, "j", "enter", "d")
        await press(pilot, "g", "a")
        assert shown(pilot) == ["a", "broken", "c/d", "e"]
        assert lines(pilot)[1].startswith("▸")


async def test_an_empty_folder_says_what_to_put_there(open_app: OpenApp, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    async with open_app(empty) as pilot:
        said = " ".join(" ".join(lines(pilot)).split())
        assert said.startswith("There is no article in")
        assert ".txt or .md files" in said
        await press(pilot, "j", "enter", "G", "s", "d", "/", *"x", "enter")
        assert isinstance(pilot.app.screen, ArticlesScreen)


async def test_articles_found_later_take_their_places_and_the_cursor_stays(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        await press(pilot, "j")
        write(reports, "aa", "An earlier one")
        shelf = pilot.app.shelf  # type: ignore[attr-defined]
        shelf.add([ArticleFile("aa", str(reports / "aa.md"))])
        screen_of(pilot).show_articles()
        await pilot.pause()
        assert shown(pilot)[:3] == ["a", "aa", "b"]
        assert lines(pilot)[2].startswith("▸")


async def test_while_the_folder_is_searched_the_title_says_how_far(
    open_app: OpenApp, reports: Path
) -> None:
    async with open_app(reports) as pilot:
        pilot.app.shelf.is_complete = False  # type: ignore[attr-defined]
        screen_of(pilot).show_articles()
        assert screen_of(pilot).title_bar.right == "searching… 5"
