"""Marking an article by keys alone, through the running app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot
from tinydb import TinyDB, where

from store.records import FollowUp, Participant, Quote
from tui.screens.reader import ReaderScreen
from tui.widgets.article_view import ArticleView


def reader(pilot: Pilot[Any]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def selected(pilot: Pilot[Any]) -> str:
    screen = reader(pilot)
    return screen.article.text[screen.selection.start : screen.selection.end]


def said(pilot: Pilot[Any]) -> str:
    messages = [reader(pilot).said]
    return " ".join([*messages, *(note.message for note in pilot.app._notifications)])


def current(pilot: Pilot[Any]) -> Any:
    return reader(pilot).record


async def type_keys(pilot: Pilot[Any], keys: str) -> None:
    """Press keys written one after another; words in <> are names of keys."""
    names = keys.replace("<", " <").replace(">", "> ").split(" ")
    for name in names:
        await pilot.press(*([name[1:-1]] if name.startswith("<") else list(name)))


def type_ahead(pilot: Pilot[Any], characters: str) -> None:
    """Type all at once, without waiting for what each key does."""
    names = {"\r": "enter", " ": "space", "\t": "tab"}
    for character in characters:
        pilot.app.post_message(Key(names.get(character, character), character))


async def until(pilot: Pilot[Any], holds: Callable[[], Any]) -> None:
    """Wait for what the keys lead to, however slow the machine."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.05)


@pytest.fixture
def report(folder: Path) -> Path:
    return folder / "a-report.md"


async def test_a_single_file_opens_in_the_reader_with_its_first_word_selected(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        assert selected(pilot) == "Velmarian"


async def test_p_on_a_word_takes_the_whole_name_with_title_and_country(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp")
        participant = current(pilot)
        assert isinstance(participant, Participant)
        assert participant.name == "Ilsa Marendt"
        assert participant.title == "Foreign Minister"
        assert [span.text for span in participant.mentions] == ["Ilsa Marendt"]
        assert participant.provenance.by == "tester"


async def test_p_where_a_participant_is_marked_already_makes_it_current(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'brfp'mafp")
        assert current(pilot).id == "p1"
        assert len(reader(pilot).annotations.participants) == 2


async def test_m_shows_the_other_mentions_and_m_again_marks_them_as_one_change(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafpm")
        assert len(current(pilot).mentions) == 1
        await pilot.press("m")
        assert [span.text for span in current(pilot).mentions] == ["Ilsa Marendt", "Marendt"]
        await pilot.press("u")
        assert len(current(pilot).mentions) == 1


async def test_any_other_key_leaves_the_mentions_unmarked(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafpmwm")
        assert len(current(pilot).mentions) == 1


async def test_q_takes_a_broken_up_quotation_with_cue_source_and_speaker(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'hafq")
        quote = current(pilot)
        assert isinstance(quote, Quote)
        assert quote.kind == "direct"
        assert quote.content[0].text.startswith("“The harbour opens in May")
        assert [span.text for span in quote.cue] == ["said"]
        assert [span.text for span in quote.source] == ["Marendt"]
        assert quote.speakers == ("p1",)


async def test_f_takes_the_event_with_its_type_place_and_date(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'vif")
        event = current(pilot)
        assert isinstance(event, FollowUp)
        assert event.type == "visit"
        assert event.place == "Norrland"
        assert event.date
        assert (event.date.text, event.date.value) == ("next month", "2031-06")


async def test_digits_set_the_speaker_and_0_takes_it_out(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'brfp}wq2")
        assert current(pilot).speakers == ("p2",)
        await pilot.press("0")
        assert current(pilot).speakers == ()


async def test_a_digit_without_a_participant_says_so(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "}wq7")
        assert "no participant 7" in said(pilot)


async def test_the_selection_becomes_source_cue_date_place_and_addressee(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'br")
        await type_keys(pilot, "}}s")
        await pilot.press("q")
        await type_keys(pilot, "ggrs")
        whole = "Velmarian Foreign Minister Ilsa Marendt"
        assert [span.text for span in current(pilot).source] == [whole]
        await type_keys(pilot, "wrc")
        assert [span.text for span in current(pilot).cue] == ["Foreign"]
        await type_keys(pilot, "wLrr")
        assert current(pilot).content[0].text == "Minister Ilsa"
        await type_keys(pilot, "ggra")
        quote = current(pilot)
        addressee = reader(pilot).annotations.records[quote.addressees[0]]
        assert addressee.name == "Velmarian"


async def test_a_role_that_the_record_does_not_have_is_refused_in_words(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "pt")
        assert "participant" in said(pilot)
        assert "no date" in said(pilot)


async def test_a_adds_a_fragment_and_merges_what_it_overlaps(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "LLfwwwwwa")
        assert len(current(pilot).trigger) == 2
        first = current(pilot).trigger[0]
        await type_keys(pilot, "ggLLLLa")
        assert current(pilot).trigger[0].start == first.start
        assert current(pilot).trigger[0].end > first.end


async def test_undo_and_redo_go_through_everything(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'brfp}wq1x")
        after = dict(reader(pilot).annotations.records)
        await type_keys(pilot, "uuuuuu")
        assert reader(pilot).annotations.records == {}
        await type_keys(pilot, "UUUUUU")
        assert reader(pilot).annotations.records == after


async def test_x_removes_the_current_record_and_its_id_is_not_used_again(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafpx")
        assert reader(pilot).annotations.records == {}
        await pilot.press("p")
        assert current(pilot).id == "p2"


async def test_records_are_walked_in_both_directions(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'brfpgg")
        await pilot.press("right_parenthesis")
        assert current(pilot).id in ("p1", "p2")
        first = current(pilot).id
        await pilot.press("right_parenthesis")
        assert current(pilot).id != first
        await pilot.press("left_parenthesis")
        assert current(pilot).id == first


async def test_every_change_is_in_the_file_for_stock_tinydb(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp}wq")
        pilot.app.database.flush()
        with TinyDB(report.parent / "annotations.json", access_mode="r") as db:
            quotes = db.table("annotations").search(where("type") == "quote")
        assert [quote["speakers"] for quote in quotes] == [["p1"]]


async def test_the_app_reopens_where_it_was_left(open_app, folder) -> None:
    async with open_app(folder) as pilot:
        await pilot.press("enter", "w", "w", "p", "d")
        assert reader(pilot).article.id == "b-short"
        await type_keys(pilot, "www")
        word = selected(pilot)
        await pilot.press("ctrl+q")
    async with open_app(folder) as pilot:
        assert reader(pilot).article.id == "b-short"
        assert selected(pilot) == word
        await pilot.press("left_square_bracket")
        assert reader(pilot).annotations.entry.status == "done"
        assert reader(pilot).annotations.participants


async def test_undo_reaches_into_another_article_and_over_a_restart(open_app, folder) -> None:
    async with open_app(folder) as pilot:
        await pilot.press("enter", "w", "w", "p", "right_square_bracket")
        await pilot.press("ctrl+q")
    async with open_app(folder) as pilot:
        assert reader(pilot).article.id == "b-short"
        await pilot.press("u")
        assert reader(pilot).article.id == "a-report"
        assert not reader(pilot).annotations.records


async def test_a_text_that_changed_is_said_and_can_be_followed(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'brfp")
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("Velmarian", "The Velmarian"), encoding="utf-8")
    async with open_app(report) as pilot:
        screen = reader(pilot)
        assert screen.query_one("#warning").display
        await pilot.press("p")
        assert len(screen.annotations.records) == 1
        assert "changed" in said(pilot)
        await type_keys(pilot, "gr")
        assert not screen.query_one("#warning").display
        span = screen.annotations.participants[0].mentions[0]
        assert screen.article.text[span.start : span.end] == span.text == "Aksel Brandvold"


async def test_a_store_open_for_reading_shows_all_and_changes_nothing(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'brfp")
    before = (report.parent / "annotations.json").read_bytes()
    async with open_app(report, writable=False) as pilot:
        assert len(reader(pilot).annotations.records) == 1
        assert "read-only" in reader(pilot).title_bar.right
        await type_keys(pilot, "wpu")
        assert len(reader(pilot).annotations.records) == 1
    assert (report.parent / "annotations.json").read_bytes() == before


async def test_searching_goes_from_match_to_match(open_app, report) -> None:
    async with open_app(report) as pilot:
        await pilot.press("slash", *"marendt", "enter")
        assert selected(pilot) == "Marendt"
        first = reader(pilot).selection
        await pilot.press("n")
        assert selected(pilot) == "Marendt"
        assert reader(pilot).selection != first
        await pilot.press("N")
        assert reader(pilot).selection == first


async def test_the_mouse_selects_a_word_extends_and_makes_a_record_current(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await pilot.click(ArticleView, offset=(4 + 11, 0))
        assert selected(pilot) == "Foreign"
        await pilot.click(ArticleView, offset=(4 + 20, 0), shift=True)
        assert selected(pilot) == "Foreign Minister"
        await type_keys(pilot, "'brfp'vi")
        reader(pilot).current = None
        line = reader(pilot).article.text.index("Aksel")
        await pilot.click(ArticleView, offset=(4 + line + 2, 0))
        assert current(pilot).name == "Aksel Brandvold"


async def test_a_cursor_key_draws_only_the_lines_it_touches(open_app, folder, monkeypatch) -> None:
    long = folder / "long.txt"
    long.write_text("A report of many words, line after line.\n" * 20_000, encoding="utf-8")
    async with open_app(long) as pilot:
        drawn: list[int] = []
        draw = ArticleView.render_line

        def counted(view: ArticleView, y: int) -> Any:
            drawn.append(y)
            return draw(view, y)

        monkeypatch.setattr(ArticleView, "render_line", counted)
        await pilot.press("w")
        assert 1 <= len(set(drawn)) <= 2
        assert len(drawn) <= 4


async def test_text_keeps_its_place_when_a_scrollbar_comes_or_goes(open_app, folder: Path) -> None:
    (folder / "c-long.txt").write_text("Every word of it is to be seen. " * 300, encoding="utf-8")
    async with open_app(folder / "b-short.txt", size=(80, 20)) as pilot:
        view = reader(pilot).view
        short = view._width
    async with open_app(folder, size=(80, 20)) as pilot:
        await pilot.press("enter", "]", "]")
        view = reader(pilot).view
        assert reader(pilot).article.id == "c-long"
        assert view.show_vertical_scrollbar
        assert view._width == short
        drawn = "".join(segment.text for y in range(5) for segment in list(view.render_line(y))[4:])
        assert drawn.split()[:30] == ("Every word of it is to be seen. " * 5).split()[:30]


async def test_p_on_a_family_name_is_a_mention_of_who_bears_it(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'mafp'madp")
        assert [span.text for span in current(pilot).mentions] == ["Ilsa Marendt", "Marendt"]


async def test_a_participant_marked_later_becomes_the_speaker_where_the_source_names_it(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, "'hafq")
        assert current(pilot).speakers == ()
        await type_keys(pilot, "'mafp")
        assert reader(pilot).annotations.quotes[0].speakers == ("p1",)
        await pilot.press("u")
        assert reader(pilot).annotations.quotes[0].speakers == ()
        assert reader(pilot).annotations.participants == ()


async def test_a_selected_quotation_is_marked_with_its_other_part(open_app, report) -> None:
    async with open_app(report) as pilot:
        await type_keys(pilot, '"q')
        assert len(current(pilot).content) == 2


async def test_keys_that_mean_nothing_say_so(open_app, report) -> None:
    async with open_app(report) as pilot:
        for keys in ("Y", "rz", "-", "gz"):
            await type_keys(pilot, keys)
            assert said(pilot), keys
            await pilot.press("b")


async def test_what_is_typed_in_one_go_goes_where_it_belongs(open_app, report) -> None:
    async with open_app(report) as pilot:
        type_ahead(pilot, "/visit\rfeA state visit\r")
        await until(pilot, lambda: current(pilot) and current(pilot).title == "A state visit")
        assert current(pilot).title == "A state visit"


async def test_keys_typed_while_the_reader_is_being_opened_are_not_lost(
    open_app, folder: Path
) -> None:
    async with open_app(folder) as pilot:
        type_ahead(pilot, "\r'brfp")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) and current(pilot))
        assert current(pilot).name == "Aksel Brandvold"


async def test_done_goes_round_to_the_articles_before(open_app, folder: Path) -> None:
    async with open_app(folder) as pilot:
        await pilot.press("j", "enter", "d")
        assert reader(pilot).article.id == "a-report"
        await pilot.press("d")
        assert "was the last" in said(pilot)


async def test_the_end_of_a_filtered_list_says_that_it_is_filtered(open_app, folder: Path) -> None:
    async with open_app(folder) as pilot:
        await pilot.press("slash", *"short", "enter")
        await pilot.pause(0.3)
        await pilot.press("enter", "]")
        assert "short" in said(pilot)
