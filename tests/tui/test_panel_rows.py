"""The panel's lines: what was guessed stands there as a guess."""

from __future__ import annotations

import pytest
from msgspec import structs

from store.annotations import Annotations
from store.records import (
    Article,
    EventDate,
    FollowUp,
    Participant,
    Provenance,
    Quote,
    Record,
    Span,
    Suggestion,
)
from tui.panel_rows import Contents, PanelRow, rows_of

SAVIK = Participant(id="p1", name="Savik", title="Minister", affiliation="Halvany")
QUOTE = Quote(
    id="q1",
    speakers=("p1",),
    addressees=("p1",),
    source=(Span(0, 5, "Savik"),),
    cue=(Span(6, 10, "said"),),
    content=(Span(11, 20, "the talks"),),
)
TALKS = FollowUp(
    id="f1",
    title="talks",
    type="talks",
    trigger=(Span(15, 20, "talks"),),
    date=EventDate(value="2031-06"),
    place="Tellis",
    participants=("p1",),
    announced_in="q1",
)
FIELDS = [
    (SAVIK, "kind", "person"),
    (SAVIK, "title", "Minister"),
    (SAVIK, "affiliation", "Halvany"),
    (QUOTE, "speakers", "1 Savik"),
    (QUOTE, "addressees", "1 Savik"),
    (QUOTE, "source", "Savik"),
    (QUOTE, "cue", "said"),
    (TALKS, "type", "talks, announced"),
    (TALKS, "status", "talks, announced"),
    (TALKS, "date", "2031-06"),
    (TALKS, "place", "Tellis"),
    (TALKS, "participants", "1 Savik"),
    (TALKS, "announced_in", "q1"),
]


def rows(record: Record, *guessed: str) -> list[PanelRow]:
    record = structs.replace(record, provenance=Provenance(guessed=guessed))
    entry = Annotations.none_of(Article(id="a", text="")).entry
    kept = Annotations(entry, {each.id: each for each in (SAVIK, record)})
    return list(rows_of(Contents(kept, record.id), 60))


@pytest.mark.parametrize(("record", "field", "value"), FIELDS)
def test_a_guessed_field_has_a_question_mark_and_a_look_of_its_own(record, field, value) -> None:
    assert not [row for row in rows(record) if row.look == "guessed"]
    (guess,) = (row.text for row in rows(record, field) if row.look == "guessed")
    assert guess.split(maxsplit=1)[1].replace(" ?", "?") == f"{value}?"


def test_a_guessed_speaker_is_told_in_the_list_too() -> None:
    assert any("q1 1: the talks" in row.text for row in rows(QUOTE))
    assert any("q1 1?: the talks" in row.text for row in rows(QUOTE, "speakers"))


def test_a_long_guess_has_its_question_mark_at_its_end() -> None:
    long = structs.replace(TALKS, place="the old customs house on the north quay of Tellis")
    *before, last = (row.text for row in rows(long, "place") if row.look == "guessed")
    assert before
    assert "?" not in "".join(before)
    assert last.endswith("?")


def test_a_suggested_quote_begins_with_its_speaker_and_who_else_a_digit_can_choose() -> None:
    entry = Annotations.none_of(Article(id="a", text="")).entry
    known = structs.replace(SAVIK, id="p4", name="Hale")
    kept = Annotations(entry, {"p4": known})
    suggestion = Suggestion(record=QUOTE, rule="by-hand", confidence=0.8, why="")
    proposed = {"p1": "2 Savik", "p2": "3 Tellis"}
    contents = Contents(kept, None, suggestion, proposed, ("p1", "p2"))
    assert [row.text.split() for row in rows_of(contents, 60)][:3] == [
        ["Suggested", "quote,", "80%", "sure"],
        ["speaker", "2", "Savik"],
        ["or", "1", "Hale,", "3", "Tellis"],
    ]


def test_a_suggested_event_begins_with_its_date_and_title() -> None:
    kept = Annotations.none_of(Article(id="a", text=""))
    suggestion = Suggestion(record=TALKS, rule="by-hand", confidence=0.8, why="")
    _, first, *_ = rows_of(Contents(kept, None, suggestion), 60)
    assert first.text == " 2031-06 talks"
