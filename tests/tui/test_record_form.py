"""The form: all fields of a record, checked before they are taken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static

from tui.screens.reader import ReaderScreen
from tui.screens.record_fields import FIELDS
from tui.screens.record_form import RecordForm
from tui.widgets.tick_list import TickList


def form(pilot: Pilot[Any]) -> RecordForm:
    screen = pilot.app.screen
    assert isinstance(screen, RecordForm)
    return screen


def record(pilot: Pilot[Any]) -> Any:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen.record


async def fill(pilot: Pilot[Any], place: int, text: str) -> None:
    """Put a text into the input at this place and press enter in it."""
    field = list(form(pilot).query(Input))[place]
    field.focus()
    field.value = text
    await pilot.press("enter")
    await pilot.pause()


@pytest.fixture
def report(folder: Path) -> Path:
    return folder / "a-report.md"


def test_every_field_of_a_record_is_in_its_form() -> None:
    for cls, fields in FIELDS.items():
        computed = {"id", "provenance", "kind" if cls.__name__ == "Quote" else "id"}
        assert {field.name for field in fields} == set(cls.__struct_fields__) - computed


async def test_a_participant_is_edited_and_the_change_is_one_undo_step(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*"'mafpe")
        form(pilot).query_one(Select).value = "group"
        await fill(pilot, 1, "  Foreign   Minister of Velmara ")
        assert record(pilot).title == "Foreign Minister of Velmara"
        assert record(pilot).kind == "group"
        await pilot.press("u")
        assert record(pilot).title == "Foreign Minister"
        assert record(pilot).kind == "person"


@pytest.mark.parametrize(
    ("keys", "place", "typed", "words"),
    [
        ("'vif", 1, "next month", "not an EDTF date"),
        ("'vif", 1, "2031-06-14/2031-06-01", "ends before it starts"),
        ("'vif", 0, "  ", "must not be empty"),
        ("'mafp", 0, "", "must not be empty"),
        ("'mafp", 3, "12", "no Wikidata item"),
    ],
)
async def test_what_cannot_be_is_refused_in_words(
    open_app, report, keys: str, place: int, typed: str, words: str
) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*keys, "e")
        before = form(pilot)._record
        await fill(pilot, place, typed)
        assert words in str(form(pilot).query_one("#error", Static).render())
        await pilot.press("escape")
        assert record(pilot) == before


async def test_a_date_is_kept_with_the_words_it_came_from(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*"'vife")
        await fill(pilot, 1, "2031-06-14/2031-06-15")
        assert record(pilot).date.value == "2031-06-14/2031-06-15"
        assert record(pilot).date.text == "next month"


async def test_a_mention_can_be_taken_out_but_not_the_last_fragment_of_a_quote(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*"'mafpmme")
        mentions = form(pilot).query(TickList).last()
        mentions.focus()
        await pilot.press("end", "space")
        await fill(pilot, 0, "Ilsa Marendt")
        assert [span.text for span in record(pilot).mentions] == ["Ilsa Marendt"]
        await pilot.press("slash", *"harbour opens", "enter", *"wbqe")
        content = form(pilot).query(TickList)[2]
        content.tick(0)
        content.tick(1)
        await fill(pilot, 0, "")
        assert "one fragment must stay" in str(form(pilot).query_one("#error", Static).render())


async def test_names_already_known_are_completed(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*"'mafpggpe")
        name = form(pilot).query(Input).first()
        name.focus()
        name.value = ""
        await pilot.press(*"ils")
        await pilot.pause(0.2)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert record(pilot).name == "ilsa Marendt"


async def test_picking_ticks_participants_from_the_whole_list(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press(*"'mafp'brfp", "slash", *"harbour opens", "enter", *"wbq0@")
        await pilot.press("space", "down", "space", "enter")
        assert record(pilot).speakers == ("p1", "p2")
        await pilot.press("at", "escape")
        assert record(pilot).speakers == ("p1", "p2")
