"""Reviewing what is suggested, by keys, through the running app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from textual.pilot import Pilot
from textual.widgets import Static

from store.database import Database
from store.folder import Folder
from store.records import (
    EventDate,
    FollowUp,
    Participant,
    Quote,
    Span,
    Suggestion,
    Suggestions,
)
from tui.app import OnRecord
from tui.config import Config
from tui.proposals import Proposed
from tui.screens.reader import ReaderScreen
from tui.selection import Selection
from tui.widgets.article_view import ArticleView

TEXT = (
    "Velmarian Foreign Minister Ilsa Marendt met Aksel Brandvold in Corvane on Thursday.\n\n"
    "“The harbour opens in May,” Marendt said. “We have waited long enough.”\n\n"
    "Brandvold said that Norrland would send a ship. "
    "He confirmed a state visit to Norrland next month.\n"
)


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span.of(TEXT, start, start + len(words))


BODY = TEXT.index("“")
MARENDT = Participant(
    id="p1",
    name="Ilsa Marendt",
    title="Foreign Minister",
    mentions=(span("Ilsa Marendt"), span("Marendt", BODY)),
)
BRANDVOLD = Participant(
    id="p2", name="Aksel Brandvold", mentions=(span("Aksel Brandvold"), span("Brandvold", BODY))
)
HARBOUR = Quote(
    id="q1",
    kind="direct",
    speakers=("p1",),
    source=(span("Marendt", BODY),),
    cue=(span("said", BODY),),
    content=(span("“The harbour opens in May,”"), span("“We have waited long enough.”")),
)
SHIP = Quote(
    id="q2",
    speakers=("p2",),
    source=(span("Brandvold", BODY),),
    cue=(span("said", TEXT.index("Brandvold said")),),
    content=(span("that Norrland would send a ship"),),
)
VISIT = FollowUp(
    id="f1",
    title="state visit to Norrland",
    type="visit",
    trigger=(span("state visit to Norrland"),),
    date=EventDate(span("next month").start, span("next month").end, "next month", "2031-06"),
    participants=("p2",),
)


def suggested(record: Any, rule: str, confidence: float) -> Suggestion:
    return Suggestion(record=record, rule=rule, confidence=confidence, why=f"By {rule}.")


PROPOSED = Suggestions(
    participants=(
        suggested(MARENDT, "titled-name", 0.9),
        suggested(BRANDVOLD, "two-part-name", 0.8),
    ),
    quotes=(
        suggested(HARBOUR, "speech-then-speaker", 0.9),
        suggested(SHIP, "speaker-then-speech", 0.6),
    ),
    follow_ups=(suggested(VISIT, "dated-visit", 0.8),),
)


@pytest.fixture
def report(folder: Path) -> Path:
    """An article for which an engine has left suggestions in the store."""
    path = folder / "a-report.md"
    keep(path, PROPOSED)
    return path


def keep(path: Path, found: Suggestions) -> None:
    """Leave suggestions for an article in the store."""
    opened = Folder([path])
    article = opened.read(opened.locate(path))
    assert article.text == TEXT
    with Database(opened.base / "annotations.json") as database:
        database.keep_suggestions("test", "", [(article, found)])


def reader(pilot: Pilot[Any]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def open_ids(pilot: Pilot[Any]) -> list[str]:
    proposals = reader(pilot).proposals
    assert proposals is not None
    return [each.record.id for each in proposals.open]


def under_review(pilot: Pilot[Any]) -> str | None:
    reviewed = reader(pilot).reviewed
    return reviewed.record.id if reviewed else None


def records(pilot: Pilot[Any]) -> dict[str, Any]:
    return dict(reader(pilot).annotations.records)


async def press(pilot: Pilot[Any], keys: str) -> None:
    await until_suggested(pilot)
    await pilot.press(*keys.split())


async def until_suggested(pilot: Pilot[Any]) -> None:
    screen = pilot.app.screen
    if isinstance(screen, ReaderScreen) and not screen.is_blind:
        for _ in range(100):
            if screen.proposals is not None:
                return
            await pilot.pause(0.05)
        pytest.fail("nothing was suggested")


async def test_tab_walks_through_the_suggestions_and_selects_each(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab")
        assert under_review(pilot) == "p1"
        await press(pilot, "tab tab")
        assert under_review(pilot) == "q1"
        selection = reader(pilot).selection
        assert TEXT[selection.start : selection.end].startswith("“The harbour")
        assert TEXT[selection.start : selection.end].endswith("long enough.”")
        await press(pilot, "shift+tab")
        assert under_review(pilot) == "p2"


async def test_enter_accepts_and_goes_on(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab enter")
        assert under_review(pilot) == "p2"
        (accepted,) = records(pilot).values()
        assert accepted.name == "Ilsa Marendt"
        assert len(accepted.mentions) == 2
        assert accepted.provenance.origin == "suggested:titled-name"
        assert accepted.provenance.by == "tester"
        assert accepted.provenance.guessed == ()


async def test_a_quote_brings_its_speaker_along_and_one_undo_takes_both_back(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab enter")
        kept = records(pilot)
        assert kept["p1"].name == "Ilsa Marendt"
        assert kept["q1"].speakers == ("p1",)
        assert kept["q1"].content == HARBOUR.content
        assert open_ids(pilot) == ["p2", "q2", "f1"]
        await press(pilot, "u")
        assert records(pilot) == {}
        assert open_ids(pilot) == ["p1", "p2", "q1", "q2", "f1"]
        assert under_review(pilot) == "q1"


async def test_a_suggestion_names_the_participants_that_are_there_already(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "' b r f p")  # Brandvold, by hand, is p1
        assert records(pilot)["p1"].name == "Aksel Brandvold"
        await press(pilot, "tab tab enter")
        assert [quote.speakers for quote in reader(pilot).annotations.quotes] == [("p1",)]
        assert len(reader(pilot).annotations.participants) == 1


async def test_a_digit_accepts_with_that_speaker(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab enter enter")  # Marendt is 1, Brandvold 2
        await press(pilot, "2")
        assert records(pilot)["q1"].speakers == ("p2",)
        assert under_review(pilot) == "q2"
        await press(pilot, "0")
        assert records(pilot)["q2"].speakers == ()


@pytest.mark.parametrize(("keys", "speakers"), [("enter", ()), ("1", ("p1",)), ("a", ())])
async def test_a_quote_that_names_nobody_is_accepted_as_any(
    open_app, folder, keys, speakers
) -> None:
    path = folder / "a-report.md"
    nobody = structs.replace(SHIP, id="q1", source=(), speakers=())
    keep(path, Suggestions(quotes=(suggested(nobody, "passive-without-speaker", 0.4),)))
    async with open_app(path) as pilot:
        await press(pilot, "' m a r p tab")  # Marendt, by hand, is p1
        assert under_review(pilot) == "q1"
        await press(pilot, keys)
        (quote,) = reader(pilot).annotations.quotes
        assert (quote.source, quote.speakers) == ((), speakers)


async def test_a_digit_reaches_those_who_are_suggested_too(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab")
        await press(pilot, "2")
        kept = records(pilot)
        assert kept["p1"].name == "Aksel Brandvold"
        assert kept["q1"].speakers == ("p1",)
        await press(pilot, "9")
        assert "no participant 9" in reader(pilot).said


async def test_the_edge_is_adjusted_before_it_is_accepted(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab tab")
        assert under_review(pilot) == "q2"
        await press(pilot, "H enter")
        (quote,) = reader(pilot).annotations.quotes
        assert [part.text for part in quote.content] == ["that Norrland would send a"]
        assert quote.source == SHIP.source


async def test_the_edge_of_a_broken_quote_is_that_of_its_last_part(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab H enter")
        (quote,) = reader(pilot).annotations.quotes
        assert quote.content[0] == HARBOUR.content[0]
        assert quote.content[1].text == "“We have waited long enough"


async def test_a_accepts_and_stays(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab a")
        assert under_review(pilot) is None
        assert reader(pilot).record == reader(pilot).annotations.quotes[0]


async def test_q_reads_the_quote_under_review_another_way(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab tab")
        assert under_review(pilot) == "q2"
        await press(pilot, "q")
        reading = reader(pilot).reviewed.record
        assert reading.content != SHIP.content
        assert reader(pilot).said.startswith("reading 2 of ")
        await press(pilot, "enter")
        assert reader(pilot).annotations.quotes[0].content == reading.content


async def test_capital_r_takes_others_near_it_for_the_source_of_the_quote_under_review(
    open_app, folder
) -> None:
    path = folder / "a-report.md"
    bare = structs.replace(SHIP, content=(span("would send a ship"),))
    keep(path, Suggestions(quotes=(suggested(bare, "speaker-then-speech", 0.6),)))
    async with open_app(path) as pilot:
        await press(pilot, "tab R")
        assert reader(pilot).reviewed.record.source == (span("Norrland"),)
        await press(pilot, "H enter")
        (quote,) = reader(pilot).annotations.quotes
        assert quote.source == (span("Norrland"),)
        assert quote.content == (span("would send a"),)


async def test_capital_r_says_where_nobody_else_is_named(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "z q tab R")
        assert reader(pilot).reviewed.record.source == HARBOUR.source
        assert "Nobody else" in reader(pilot).said


async def test_what_is_dismissed_in_another_reading_is_dismissed_as_it_was_suggested(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "z q tab tab q q x")
        assert SHIP.id not in open_ids(pilot)


async def test_the_readings_come_round_to_the_suggestion_again(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab tab q")
        readings = int(reader(pilot).said.split()[-1])
        await press(pilot, " ".join("q" * (readings - 1)))
        assert reader(pilot).reviewed.record.content == SHIP.content


async def test_capital_p_accepts_with_whoever_else_may_have_said_it(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab enter enter tab P")
        kept = records(pilot)
        assert kept["q1"].speakers == ("p1",)
        assert under_review(pilot) == "f1"
        await press(pilot, "u")
        assert "q1" not in records(pilot)


async def test_a_dismissed_suggestion_never_returns(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab x")
        assert open_ids(pilot) == ["p1", "p2", "q2", "f1"]
        assert under_review(pilot) == "q2"
    async with open_app(report) as pilot:
        await until_suggested(pilot)
        assert open_ids(pilot) == ["p1", "p2", "q2", "f1"]
        await press(pilot, "u")
        assert open_ids(pilot) == ["p1", "p2", "q1", "q2", "f1"]
        assert under_review(pilot) == "q1"


async def test_any_other_motion_leaves_it(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab w")
        assert under_review(pilot) is None
        await press(pilot, "enter")
        assert records(pilot) == {}


async def test_where_one_kind_is_shown_one_walks_through_that(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "z q tab enter")
        assert under_review(pilot) == "q2"
        await press(pilot, "enter tab")
        assert "Nothing more" in reader(pilot).said
        assert open_ids(pilot) == ["f1"]


async def test_all_of_a_kind_above_a_confidence_are_accepted_in_one_step(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "A q enter")
        assert [quote.content for quote in reader(pilot).annotations.quotes] == [HARBOUR.content]
        await press(pilot, "A p } minus minus enter")
        assert len(reader(pilot).annotations.participants) == 2
        await press(pilot, "u u")
        assert records(pilot) == {}


async def test_blind_shows_nothing_and_is_recorded(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "B tab")
        assert under_review(pilot) is None
        assert "hidden" in reader(pilot).said
        await press(pilot, "p")
        assert records(pilot)["p1"].provenance.origin == "hand:blind"
        await press(pilot, "B tab p")
        assert records(pilot)["p2"].provenance.origin == "suggested:titled-name"


async def test_why_a_suggestion_was_made_is_one_key_away(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab W")
        assert reader(pilot).said == "By titled-name. (titled-name, right in 90%)"
        assert under_review(pilot) == "p1"


async def test_enter_on_a_record_confirms_what_was_guessed(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "B ' w o q")
        quote = reader(pilot).record
        assert isinstance(quote, Quote)
        assert "cue" in quote.provenance.guessed
        await press(pilot, "enter")
        assert reader(pilot).record.provenance.guessed == ()


async def test_a_click_on_a_suggestion_reviews_it_and_on_a_record_leaves_that(
    open_app, report
) -> None:
    async with open_app(report, size=(200, 30)) as pilot:
        await press(pilot, "tab enter")
        (person,) = records(pilot)
        quote = (ArticleView.margin + TEXT[BODY:].index("harbour"), 2)
        await pilot.click(ArticleView, offset=quote)
        await pilot.pause()
        assert under_review(pilot) == "q1"
        assert reader(pilot).current is None
        selection = reader(pilot).selection
        assert TEXT[selection.start : selection.end].endswith("long enough.”")
        await pilot.click(ArticleView, offset=(ArticleView.margin + TEXT.index("Ilsa"), 0))
        await pilot.pause()
        assert under_review(pilot) is None
        assert reader(pilot).current == person


async def test_capital_q_on_a_suggestion_leaves_it_for_the_quote_that_is_marked(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab Q")
        assert under_review(pilot) is None
        assert reader(pilot).record in reader(pilot).annotations.quotes


@pytest.mark.parametrize("keys", ["1", "0", "P", "e", "r s", "r k", "m", "@", ";", "M"])
async def test_what_corrects_a_record_says_that_there_is_none_yet(open_app, report, keys) -> None:
    async with open_app(report) as pilot:
        await press(pilot, f"tab {keys}")
        assert under_review(pilot) == "p1"
        assert reader(pilot).said == (
            "It is no record yet: a accepts it and stays on it, ⏎ goes on."
        )


async def test_at_the_last_suggestion_it_is_told_what_stands_open_further_up(
    open_app, report
) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "shift+tab")
        assert under_review(pilot) == "f1"
        await press(pilot, "enter")
        assert reader(pilot).said == "That was the last; 3 further up stand open: Tab."
        assert open_ids(pilot) == ["p1", "q1", "q2"]
        await press(pilot, "tab x x enter")
        assert reader(pilot).said == "Nothing more is suggested here; d is done."
        assert reader(pilot).actions_now()[0] == "done"
        await press(pilot, "d tab")
        assert reader(pilot).said == "Nothing more is suggested here; ] goes on."


async def test_where_one_kind_is_walked_the_other_kinds_are_not_forgotten(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "z f tab x tab")
        assert reader(pilot).said == (
            "Nothing more of this kind is suggested; za shows the other kinds."
        )


async def test_a_suggestion_asked_for_too_early_is_gone_to_when_it_is_there(
    open_app, folder, monkeypatch
) -> None:
    monkeypatch.setattr(OnRecord, "suggest", lambda *_: None)
    async with open_app(folder / "a-report.md") as pilot:
        await pilot.press("tab")
        assert "being worked out" in reader(pilot).said
        reader(pilot).suggest(reader(pilot).article.id, Proposed(TEXT, PROPOSED))
        assert under_review(pilot) == "p1"
        assert reader(pilot).said == ""


async def test_a_suggestion_asked_for_too_early_is_forgotten_for_another_key(
    open_app, folder, monkeypatch
) -> None:
    monkeypatch.setattr(OnRecord, "suggest", lambda *_: None)
    async with open_app(folder / "a-report.md") as pilot:
        await pilot.press("tab", "enter", "w")
        reader(pilot).suggest(reader(pilot).article.id, Proposed(TEXT, PROPOSED))
        assert under_review(pilot) is None
        assert records(pilot) == {}


async def test_in_a_store_that_cannot_be_written_it_is_said_why_nothing_is_suggested(
    open_app, report
) -> None:
    async with open_app(report, writable=False) as pilot:
        await pilot.press("tab")
        assert "read-only" in reader(pilot).said


async def test_an_engine_that_fails_leaves_nothing_to_wait_for(open_app, folder) -> None:
    async with open_app(folder / "a-report.md", config=Config(engine="nothing")) as pilot:
        await until_suggested(pilot)
        await pilot.press("tab")
        assert reader(pilot).said == "Nothing is suggested for this article."
        (told,) = pilot.app._notifications
        assert "there is no engine “nothing”" in told.message


async def test_accepting_none_of_many_is_said(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "z f A f")
        await press(pilot, "plus plus plus plus plus plus enter")
        assert reader(pilot).said == "There was none of these to accept."


async def test_that_suggestions_are_hidden_is_seen_in_the_title(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "B")
        assert "blind" in reader(pilot).title_bar.right
        await press(pilot, "B")
        assert "blind" not in reader(pilot).title_bar.right


async def test_the_key_bar_names_what_the_keys_do_to_a_suggestion(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab tab tab")
        labels = [label for _, _, label in reader(pilot).key_bar.keys]
        assert labels[:4] == ["accept", "speaker", "dismiss", "next"]
        await press(pilot, "a")
        assert "dismiss" not in [label for _, _, label in reader(pilot).key_bar.keys]


async def test_q_on_a_suggested_participant_marks_the_quote_around_it(open_app, report) -> None:
    async with open_app(report) as pilot:
        reader(pilot).select(Selection(SHIP.source[0].start, SHIP.source[0].start))
        other = structs.replace(BRANDVOLD, mentions=BRANDVOLD.mentions[1:], name="Brandvold")
        proposed = Suggestions(participants=(suggested(other, "surname", 0.9),))
        reader(pilot).suggest(reader(pilot).article.id, Proposed(TEXT, proposed))
        await press(pilot, "tab")
        assert under_review(pilot) == "p2"
        await press(pilot, "q")
        assert reader(pilot).record.content == SHIP.content


@pytest.mark.parametrize("size", [(40, 10), (80, 24)])
async def test_accepting_many_is_shown_whole_in_a_small_terminal(open_app, report, size) -> None:
    async with open_app(report, size=size) as pilot:
        await press(pilot, "A f")
        first, last = pilot.app.screen.query(Static)
        assert first.size.height == 5
        assert "follow-up events" in str(first.render())
        assert last.region.bottom < size[1]
        await press(pilot, "x")
        assert pilot.app.screen is reader(pilot)


@pytest.mark.parametrize(
    "words", ["Velmarian Foreign Minister Ilsa Marendt", "Ilsa Marendt", "Marendt"]
)
async def test_a_person_marked_by_hand_with_or_without_the_title_is_no_second_one(
    open_app, report, words
) -> None:
    async with open_app(report) as pilot:
        reader(pilot).select(Selection.of(span(words)))
        await press(pilot, "p")
        assert "p1" not in open_ids(pilot)
        await press(pilot, "z q g g tab enter")
        (person,) = reader(pilot).annotations.participants
        assert reader(pilot).annotations.quotes[0].speakers == (person.id,)


async def test_a_participant_of_the_same_name_elsewhere_is_no_second_one(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "' v e p")
        (hand,) = reader(pilot).annotations.participants
        named = structs.replace(hand, name=MARENDT.name, kind=MARENDT.kind, mentions=())
        reader(pilot).commit(reader(pilot).annotations.replace("rename", named))
        assert "p1" not in open_ids(pilot)


async def test_what_is_made_again_far_from_the_cursor_is_gone_to(open_app, report) -> None:
    async with open_app(report, size=(40, 10)) as pilot:
        await press(pilot, "shift+tab enter u g g")
        first, last = reader(pilot).view.window
        assert not first <= VISIT.trigger[0].start < last
        await press(pilot, "U")
        assert reader(pilot).record == reader(pilot).annotations.follow_ups[0]
        assert reader(pilot).selection.start == VISIT.trigger[0].start


async def test_what_is_made_again_in_view_leaves_the_selection(open_app, report) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "shift+tab enter u g g")
        await press(pilot, "U")
        assert reader(pilot).selection.start == 0


async def until(pilot: Pilot[Any], is_so: Callable[[], bool]) -> None:
    for _ in range(100):
        if is_so():
            return
        await pilot.pause(0.05)
    assert is_so()


def give_date(pilot: Pilot[Any], day: str) -> None:
    screen = reader(pilot)
    screen.commit(screen.annotations.give({"date": day}))


def open_dates(pilot: Pilot[Any]) -> list[str]:
    proposals = reader(pilot).proposals
    events = [each.record for each in proposals.open] if proposals else []
    return [each.date.value for each in events if isinstance(each, FollowUp) and each.date]


async def test_when_a_date_is_typed_what_is_suggested_is_worked_out_anew(folder, open_app) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        await press(pilot, "tab")
        assert open_dates(pilot) == ["2031-06"]
        reviewed = under_review(pilot)
        give_date(pilot, "2032-01-15")
        await until(pilot, lambda: open_dates(pilot) == ["2032-02"])
        assert under_review(pilot) == reviewed
        await press(pilot, "u")
        await until(pilot, lambda: open_dates(pilot) == ["2031-06"])


async def test_what_was_kept_for_another_date_is_worked_out_anew(report, open_app) -> None:
    async with open_app(report) as pilot:
        await until_suggested(pilot)
        assert "dated-visit" in {each.rule for each in reader(pilot).proposals.open}
        give_date(pilot, "2032-01-15")
        await until(pilot, lambda: open_dates(pilot) == ["2032-02"])
        assert "dated-visit" not in {each.rule for each in reader(pilot).proposals.open}


async def test_digits_stay_with_whom_they_were_shown_for(report, open_app) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab")
        screen = reader(pilot)
        assert screen.numbers.suggested == {"p1": 1, "p2": 2}
        while under_review(pilot) != "p2":
            await press(pilot, "tab")
        await press(pilot, "enter")
        assert screen.numbers.suggested == {"p1": 1}
        (brandvold,) = screen.annotations.participants
        assert (brandvold.name, screen.numbers.record(2)) == ("Aksel Brandvold", brandvold.id)
        while under_review(pilot) != "q1":
            await press(pilot, "tab")
        await press(pilot, "1")
        (harbour,) = screen.annotations.quotes
        assert screen.annotations.records[harbour.speakers[0]].name == "Ilsa Marendt"
        assert sorted(screen.numbers.records.values()) == [1, 2]
        while under_review(pilot) != "q2":
            await press(pilot, "tab")
        await press(pilot, "2")
        ship = screen.annotations.quotes[1]
        assert screen.annotations.records[ship.speakers[0]].name == "Aksel Brandvold"
        await press(pilot, "u u u")
        assert screen.numbers.suggested == {"p1": 1, "p2": 2}


async def test_a_digit_corrects_a_record_by_the_number_that_is_shown(report, open_app) -> None:
    async with open_app(report) as pilot:
        await press(pilot, "tab")
        while under_review(pilot) != "p2":
            await press(pilot, "tab")
        await press(pilot, "enter")
        while under_review(pilot) != "q2":
            await press(pilot, "tab")
        await press(pilot, "a 0")
        screen = reader(pilot)
        assert not screen.annotations.quotes[0].speakers
        await press(pilot, "2")
        (ship,) = screen.annotations.quotes
        assert screen.annotations.records[ship.speakers[0]].name == "Aksel Brandvold"
