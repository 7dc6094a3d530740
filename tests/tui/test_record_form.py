"""The form: all fields of a record by keys alone, checked before they are taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Paste
from typing_keys import at_once, form, keys, reader, record, shown

from tui.screens.record_fields import FIELDS
from tui.widgets.text_fields import DateField, TextField


@pytest.fixture
def report(folder: Path) -> Path:
    return folder / "a-report.md"


def test_every_field_of_a_record_is_in_its_form() -> None:
    for cls, fields in FIELDS.items():
        computed = {"id", "provenance", "kind" if cls.__name__ == "Quote" else "id"}
        assert {field.name for field in fields} == set(cls.__struct_fields__) - computed


async def test_a_participant_is_edited_and_the_change_is_one_undo_step(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpe\t  Foreign   Minister of Velmara \t\tg\ta note\r")
        assert record(pilot).title == "Foreign Minister of Velmara"
        assert (record(pilot).kind, record(pilot).note) == ("group", "a note")
        await keys(pilot, "u")
        assert record(pilot).title == "Foreign Minister"
        assert (record(pilot).kind, record(pilot).note) == ("person", "")


async def test_what_is_typed_in_one_go_lands_in_the_fields_in_order(open_app, report) -> None:
    async with open_app(report) as pilot:
        await at_once(pilot, "'mafpeIlsa M. Marendt\tPremier\tVelmara\tc\tsaid so herself\rm")
        edited = record(pilot)
        assert (edited.name, edited.title) == ("Ilsa M. Marendt", "Premier")
        assert (edited.affiliation, edited.kind) == ("Velmara", "country")
        assert edited.note == "said so herself"
        assert "other mention" in reader(pilot).said


async def test_it_is_left_without_saving_and_without_escape(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpeSomeone\x03")
        assert reader(pilot).asking is None
        assert record(pilot).name == "Ilsa Marendt"
        await keys(pilot, "eSomeone")
        await pilot.press("escape")
        assert record(pilot).name == "Ilsa Marendt"


@pytest.mark.parametrize(
    ("typed", "words", "kept"),
    [
        ("'vife\tsome day\r", "not understood as a date", "some day"),
        ("'vife\t2031-06-14/2031-06-01\r", "not understood as a date", "2031-06-14/2031-06-01"),
        ("'vife \r", "must not be empty", ""),
        ("'mafpe \r", "must not be empty", ""),
        ("'mafpe\t\t\t\t\t12\r", "no Wikidata item", "12"),
    ],
)
async def test_what_cannot_be_is_refused_in_words_at_its_field_and_kept(
    open_app, report, typed: str, words: str, kept: str
) -> None:
    async with open_app(report) as pilot:
        before, _, after = typed.partition("e")
        await keys(pilot, before)
        unedited = record(pilot)
        await keys(pilot, f"e{after}")
        field = form(pilot)._current
        assert isinstance(field, TextField)
        assert field.text == kept
        assert words in shown(pilot)
        assert record(pilot) == unedited


async def test_a_date_in_words_is_shown_as_understood_before_it_is_taken(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'vife\tmid-June")
        assert isinstance(form(pilot)._current, DateField)
        assert "→ 2031-06  June 2031" in shown(pilot)
        await keys(pilot, "\r")
        assert record(pilot).date.value == "2031-06"
        assert record(pilot).date.text == "next month"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("next month", "2031-06"),
        ("14-15 June", "2031-06-14/2031-06-15"),
        ("2031-06~", "2031-06~"),
        ("2031-06-14/2031-06-15", "2031-06-14/2031-06-15"),
        ("2031-21", "2031-21"),
        ("-0044-03-15", "-0044-03-15"),
    ],
)
async def test_dates_are_seen_from_the_articles_date(open_app, report, typed, value) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, f"'vife\t{typed}\r")
        assert record(pilot).date.value == value


async def test_a_mention_can_be_taken_out_but_not_the_last_fragment_of_a_quote(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpmme")
        await pilot.press("shift+tab", "down", "space", "enter")
        assert [span.text for span in record(pilot).mentions] == ["Ilsa Marendt"]
        await keys(pilot, "/harbour opens\rwbqe\t\t\t-\r")
        assert "one fragment must stay" in shown(pilot)
        await keys(pilot, " \r")
        assert reader(pilot).asking is None
        assert record(pilot).content


async def test_a_known_name_is_taken_by_a_key_with_what_is_known_of_it(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp/Norrland\rp")
        assert record(pilot).name == "Norrland"
        await keys(pilot, "emar")
        assert "Ilsa Marendt · Foreign Minister" in shown(pilot)
        await keys(pilot, "↓\r\r")
        assert (record(pilot).name, record(pilot).title) == ("Ilsa Marendt", "Foreign Minister")


async def test_a_completion_is_taken_by_the_right_arrow_and_by_going_on(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp/Norrland\rpeils→\r")
        assert record(pilot).name == "Ilsa Marendt"
        await keys(pilot, "eils↓\tPremier\r")
        assert (record(pilot).name, record(pilot).title) == ("Ilsa Marendt", "Premier")


async def test_what_is_changed_in_one_is_changed_in_those_ticked_in_one_undo_step(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp'akp/Norrland\rp")
        before = reader(pilot).annotations.records
        await keys(pilot, "e\tDelegate")
        await pilot.press("shift+tab", "shift+tab")
        await keys(pilot, "ilsa \r")
        people = reader(pilot).annotations.numbered
        assert [person.title for person in people] == ["Delegate", "", "Delegate"]
        assert [person.name for person in people] == ["Ilsa Marendt", "Aksel Brandvold", "Norrland"]
        await keys(pilot, "u")
        assert reader(pilot).annotations.records == before


async def test_picking_ticks_participants_from_the_whole_list(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp'brfp/harbour opens\rwbq0")
        await at_once(pilot, "@ ↓ \r")
        assert record(pilot).speakers == ("p1", "p2")
        await keys(pilot, "@- \x03")
        assert record(pilot).speakers == ("p1", "p2")
        await keys(pilot, "@-2 \r")
        assert record(pilot).speakers == ("p2",)


async def test_what_is_pasted_goes_into_the_field(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpe\t")
        reader(pilot).post_message(Paste("Minister of\n  Harbours"))
        await keys(pilot, "\r")
        assert record(pilot).title == "Minister of Harbours"
        reader(pilot).post_message(Paste("xxd"))
        await keys(pilot, "e\x03")
        assert len(reader(pilot).annotations.records) == 1


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_the_field_that_gets_the_keys_is_in_view(open_app, report, size) -> None:
    async with open_app(report, size=size) as pilot:
        await keys(pilot, "'vife")
        for _ in FIELDS[type(record(pilot))]:
            await pilot.pause()
            row = form(pilot)._row
            assert row.region.height > 0
            assert form(pilot).region.contains_region(row.region)
            await pilot.press("tab")


async def test_a_form_leaves_the_selection_in_sight(open_app, report) -> None:
    async with open_app(report, size=(80, 24)) as pilot:
        for motion in ("gg", "G"):
            await keys(pilot, motion)
            y = pilot.app.cursor_position.y
            await keys(pilot, "pe")
            assert not form(pilot).region.y <= y < form(pilot).region.bottom
            assert pilot.app.cursor_position.y != y
            await keys(pilot, "\x03")
            assert pilot.app.cursor_position.y == y


async def test_when_it_cannot_be_saved_nothing_typed_is_lost(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpeSomeone else")
        pilot.app.database.writable = False
        await keys(pilot, "\r")
        field = form(pilot)._current
        assert isinstance(field, TextField)
        assert field.text == "Someone else"


async def test_a_click_goes_to_a_field_and_the_mouse_saves(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpe")
        await pilot.click([*form(pilot)._rows.values()][1].field)
        await keys(pilot, "Premier")
        await pilot.click("Form Button")
        await pilot.pause()
        assert record(pilot).title == "Premier"


async def test_what_was_guessed_is_shown_as_a_guess_until_it_is_saved(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'vife")
        assert "place?" in shown(pilot)
        await keys(pilot, "\re")
        assert "place?" not in shown(pilot)
        assert "place" in shown(pilot)


async def test_another_form_takes_the_place_of_the_one_that_is_open(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafpe")
        reader(pilot).action_edit_article()
        await keys(pilot, "\x03")
        assert reader(pilot).asking is None
        assert not pilot.app.screen.query("Form")


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_every_field_ends_within_the_form(open_app, report, size) -> None:
    async with open_app(report, size=size) as pilot:
        await keys(pilot, "'vife")
        await pilot.pause()
        for row in form(pilot)._rows.values():
            assert row.field.region.right <= form(pilot).content_region.right
