"""The people of all articles: who is the same, how often each speaks, where each is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from textual.pilot import Pilot

from store.annotations import Annotations
from store.database import Database
from store.records import ArticleEntry, Participant, Quote, Record, Span
from tui.people import People
from tui.screens.people import PeopleScreen
from tui.screens.reader import ReaderScreen

OpenApp: TypeAlias = Callable[..., AbstractAsyncContextManager[Pilot[Any]]]
MakeMarked: TypeAlias = Callable[[Mapping[str, Sequence[Record]]], Path]

WORDS = Span(0, 3, "The")


def participant(number: int, name: str, **fields: Any) -> Participant:
    """A participant that is mentioned at the start of the text."""
    return Participant(id=f"p{number}", name=name, mentions=(WORDS,), **fields)


def quote(number: int, *speakers: str) -> Quote:
    """A quote of these participants."""
    return Quote(id=f"q{number}", speakers=speakers, content=(WORDS,))


MARENDT = participant(1, "Ilsa Marendt", title="Foreign Minister", affiliation="Velmara")
RECORDS: dict[str, list[Record]] = {
    "a": [participant(1, "Sarova", kind="country"), quote(1, "p1")],
    "b": [
        MARENDT,
        participant(2, "Aksel Brandvold"),
        quote(1, "p1"),
        quote(2, "p1", "p2"),
    ],
    "c": [participant(1, "Marendt Foundation", kind="group"), participant(2, "Ilsa Marendt")],
}


@pytest.fixture
def marked(make_marked: MakeMarked) -> Path:
    """A folder of three articles, and the records of each in its store."""
    return make_marked(RECORDS)


def lines(pilot: Pilot[Any]) -> list[str]:
    """The rows that hold something, without the header."""
    screen = pilot.app.screen
    assert isinstance(screen, PeopleScreen)
    drawn = [screen.rows.render_line(y).text for y in range(1, screen.rows.size.height)]
    return [" ".join(line.split()) for line in drawn if line.strip()]


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and wait until the list is gathered."""
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_everyone_is_listed_by_name_with_articles_and_quotes(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "p")
        assert lines(pilot) == [
            "▸Aksel Brandvold person 1 1",
            "Ilsa Marendt person Foreign Minister, Velmara 2 2",
            "Report b 2030-05-23 2",
            "Report c 2030-05-23",
            "Marendt Foundation group 1",
            "Sarova country 1 1",
        ]


async def test_enter_opens_where_a_person_is_first_mentioned(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "p", "j", "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        assert (reader.article.id, reader.current) == ("b", "p1")
        await press(pilot, "g", "p", "j", "j", "enter")
        assert (reader.article.id, reader.current) == ("c", "p2")


async def test_a_filter_looks_in_name_kind_title_and_affiliation(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "p", "/", *"velmara", "space", *"minister")
        assert lines(pilot)[0].startswith("▸Ilsa Marendt")
        assert len(lines(pilot)) == 3
        await press(pilot, *"x")
        assert "Nothing has all these words" in " ".join(lines(pilot))
        await press(pilot, "escape")
        assert len(lines(pilot)) == 6


async def test_what_is_marked_meanwhile_is_there_on_return(open_app: OpenApp, marked: Path) -> None:
    async with open_app(marked) as pilot:
        await press(pilot, "g", "p")
        database = pilot.app.database  # type: ignore[attr-defined]
        annotations = database.kept_annotations("a")
        database.commit(annotations.add(participant(2, "Teryn Port")), annotations)
        await press(pilot, "g", "a", "g", "p")
        assert lines(pilot)[-1] == "Teryn Port person 1"


async def test_an_article_that_is_not_in_the_folder_is_named(
    open_app: OpenApp, marked: Path
) -> None:
    async with open_app(marked) as pilot:
        (marked / "b.txt").unlink()
        await press(pilot, "g", "p", "enter")
        assert isinstance(pilot.app.screen, PeopleScreen)
        told = [notice.message for notice in pilot.app._notifications]
        assert any(text.startswith("b is not in ") for text in told)


async def test_records_that_cannot_be_read_are_told_and_the_others_listed(
    open_app: OpenApp, marked: Path
) -> None:
    store = marked / "annotations.json"
    damaged = store.read_bytes().replace(b'"kind": "group"', b'"kind": "choir"')
    assert damaged != store.read_bytes()
    store.write_bytes(damaged)
    async with open_app(marked) as pilot:
        await press(pilot, "g", "p")
        assert lines(pilot)[0].startswith("▸! c: its records")
        assert "Sarova country 1 1" in lines(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PeopleScreen)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("document" in text and "choir" in text for text in told)


async def test_with_nothing_marked_it_says_how_to_mark(open_app: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A report.\n", "utf-8")
    async with open_app(tmp_path) as pilot:
        await press(pilot, "g", "p", "j", "enter")
        assert "mark participants with p" in " ".join(lines(pilot))


def gathered(*articles: list[Participant]) -> People:
    """The people of articles a, b, c …"""
    people = People()
    for letter, participants in zip("abcdef", articles, strict=False):
        records = {record.id: record for record in participants}
        people.add(Annotations(ArticleEntry(id=letter), records))
    return people


@pytest.mark.parametrize("order", [1, -1])
def test_who_has_the_same_wikidata_id_is_the_same_whatever_the_name(order: int) -> None:
    articles = [
        [participant(1, "Ilsa Marendt", wikidata="Q1")],
        [participant(1, "I. Marendt", wikidata="Q1")],
        [participant(1, "Ilsa Marendt")],
    ]
    people = gathered(*articles[::order])
    (person,) = people.listed
    assert person.wikidata == "Q1"
    assert [one.article for one in person.appearances] == ["a", "b", "c"]


def test_namesakes_with_different_wikidata_ids_stay_apart() -> None:
    people = gathered(
        [participant(1, "Ilsa Marendt", wikidata="Q1")],
        [participant(1, "Ilsa Marendt", wikidata="Q2")],
        [participant(1, "Ilsa Marendt")],
    )
    assert len(people.listed) == 3


def test_a_country_and_a_person_of_one_name_stay_apart() -> None:
    people = gathered([participant(1, "Sarova", kind="country"), participant(2, "Sarova")])
    assert [person.kind for person in people.listed] == ["country", "person"]


def test_rows_below_a_person_stand_in_the_order_of_the_articles() -> None:
    rows = gathered([MARENDT], [MARENDT], [participant(1, "Aksel Brandvold")]).rows(())
    listed = [(rows[n].person.name, rows[n].appearance.article, rows[n].is_below) for n in range(4)]
    assert len(rows) == 4
    assert listed == [
        ("Aksel Brandvold", "c", False),
        ("Ilsa Marendt", "a", False),
        ("Ilsa Marendt", "a", True),
        ("Ilsa Marendt", "b", True),
    ]


async def test_records_are_gathered_again_only_after_a_change(
    open_app, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered: list[str] = []
    keep = Database.kept_annotations

    def note(database: Database, article_id: str) -> Annotations:
        gathered.append(article_id)
        return keep(database, article_id)

    async with open_app(folder) as pilot:
        await pilot.press("enter", "p")
        await pilot.pause(0.5)
        monkeypatch.setattr(Database, "kept_annotations", note)
        await pilot.press("g", "p", "g", "a", "g", "p", "g", "a")
        assert gathered == ["a-report"]
        gathered.clear()
        await pilot.press("enter", "w", "p")
        gathered.clear()
        await pilot.press("g", "p")
        assert gathered == ["a-report"]
