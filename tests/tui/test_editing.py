"""Corrections in a key or two, the same for several records, and the fields of the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB, where
from typing_keys import at_once, form, keys, reader, record, shown

from tui.screens.record_fields import FIELDS
from tui.widgets.choose import letters_of


@pytest.fixture
def report(folder: Path) -> Path:
    return folder / "a-report.md"


async def test_a_kind_a_type_and_a_status_are_chosen_by_a_letter(open_app, report) -> None:
    async with open_app(report) as pilot:
        await at_once(pilot, "'mafprko")
        assert record(pilot).kind == "organization"
        await keys(pilot, "'vifrk")
        assert "type: [v]isit [m]eeting [s]ummit" in shown(pilot)
        await at_once(pilot, "mrhc")
        assert (record(pilot).type, record(pilot).status) == ("meeting", "confirmed")
        await at_once(pilot, "rhz\x03w")
        assert record(pilot).status == "confirmed"


async def test_who_has_no_kind_or_status_is_told_so(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafprh")
        assert "Only events have a status" in reader(pilot).said
        await keys(pilot, "/harbour opens\rwbqrk")
        assert "follows from the quotation marks" in reader(pilot).said


def test_each_word_has_a_letter_of_its_own() -> None:
    assert letters_of(("held", "hour", "oh", "ho")) == {"h": "held", "o": "hour"}
    for field, count in (("kind", 4), ("type", 12), ("status", 5)):
        for fields in FIELDS.values():
            for each in fields:
                if each.name == field:
                    words = [value for _, value in each.options(None)]  # type: ignore[attr-defined]
                    assert len(letters_of(words)) == count


async def test_a_note_is_typed_on_a_line(open_app, report) -> None:
    async with open_app(report) as pilot:
        await at_once(pilot, "'mafprnlater only by her first name\rw")
        assert record(pilot).note == "later only by her first name"
        await keys(pilot, "rn")
        await pilot.press("backspace", "enter")
        assert record(pilot).note == ""


async def test_the_selection_can_be_a_title_or_an_affiliation(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'akp/Foreign\rLrt/Velmarian\rro")
        assert (record(pilot).title, record(pilot).affiliation) == ("Foreign Minister", "Velmarian")


async def test_the_last_correction_is_made_in_the_next_record_by_one_key(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp'akp/Norrland\rp;")
        assert "No field of a record has been corrected" in reader(pilot).said
        await keys(pilot, "rkg(;(;")
        people = reader(pilot).annotations.numbered
        assert [person.kind for person in people] == ["group", "group", "group"]
        await keys(pilot, "/visit\rf;")
        assert "The last correction was of a participant" in reader(pilot).said


async def test_a_speaker_is_repeated_and_in_another_article_only_what_means_something_there(
    open_app, folder
) -> None:
    async with open_app(folder) as pilot:
        pilot.app.reader.is_blind = True  # nobody has a number beforehand
        await keys(pilot, "\r'akp'mafp/harbour opens\rwbq1/waited long\rwbq;")
        assert [quote.speakers for quote in reader(pilot).annotations.quotes] == [("p1",), ("p1",)]
        await keys(pilot, "]/second\rp/short\rq;")
        (quote,) = reader(pilot).annotations.quotes
        assert quote.speakers != ("p1",)


async def test_participants_that_are_one_are_merged_in_one_undo_step(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "'mafp'akp/harbour opens\rwbq2")
        before = reader(pilot).annotations.records
        while record(pilot).id != "p2":
            await keys(pilot, ")")
        await at_once(pilot, "Milsa \r")
        (one,) = reader(pilot).annotations.participants
        assert (one.id, one.name, len(one.mentions)) == ("p1", "Ilsa Marendt", 2)
        assert record(pilot) == one
        assert reader(pilot).annotations.quotes[0].speakers == ("p1",)
        await keys(pilot, "u")
        assert reader(pilot).annotations.records == before


async def test_the_fields_of_an_article_are_given_and_dates_seen_from_them(
    open_app, folder
) -> None:
    path = folder / "c-plain.txt"
    path.write_text("Orlen goes to Tellis for talks next month.\n", encoding="utf-8")
    async with open_app(path) as pilot:
        await keys(pilot, "'tafe\tnext month")
        assert "the article has no date" in " ".join(shown(pilot).replace("│", "").split())
        await keys(pilot, "\x03")
        assert record(pilot).date.value == ""
        await at_once(pilot, "i3 May 2031\tTalks\tAmber Wire\t\t\t\ten\r")
        assert "Talks · 2031-05-03 · Amber Wire" in shown(pilot)
        await keys(pilot, "xf")
        assert record(pilot).date.value == "2031-06"
        assert path.read_text(encoding="utf-8").startswith("Orlen")
        await keys(pilot, "uuu")
        assert "2031-05-03" not in shown(pilot)
        await keys(pilot, "U")
        assert "Talks · 2031-05-03" in shown(pilot)
        await keys(pilot, "ga")
        assert "2031-05-03 Talks" in shown(pilot)
    with TinyDB(folder / "annotations.json") as database:
        (entry,) = database.table("annotations").search(where("type") == "article")
    assert entry["given"] == {
        "date": "2031-05-03",
        "headline": "Talks",
        "source": "Amber Wire",
        "language": "en",
    }


async def test_what_an_articles_fields_cannot_be_is_said(open_app, report) -> None:
    async with open_app(report) as pilot:
        await keys(pilot, "inext month\r")
        assert "no single day" in shown(pilot)
        await keys(pilot, "\x03i")
        await pilot.press("shift+tab")
        await keys(pilot, "english\r")
        assert "no language tag" in shown(pilot)
        assert form(pilot)
        await keys(pilot, "\x03i\r")
        assert reader(pilot).annotations.entry.given == {}
        assert pilot.app.database.undoable is None  # type: ignore[attr-defined]


async def test_what_is_suggested_is_worked_out_anew_for_the_date_that_was_given(
    open_app, report, monkeypatch
) -> None:
    async with open_app(report) as pilot:
        asked: list[str] = []
        monkeypatch.setattr(pilot.app, "suggest", lambda article: asked.append(article.date))
        await keys(pilot, "i3 May 2031\r'mafp")
        assert asked[-1] == "2031-05-03"
        await keys(pilot, "uu")
        assert asked[-1] == "2031-05-23"
