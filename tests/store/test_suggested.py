"""Suggestions made beforehand are kept beside the records, for the text they were made of."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs
from tinydb import TinyDB, where

from store.database import Database
from store.records import (
    Article,
    Participant,
    Quote,
    Span,
    Suggestion,
    Suggestions,
    TimeExpression,
)

TEXT = "Tellis said on Monday that the quota will rise."
ARTICLE = Article(id="2031/quota", text=TEXT)
PROPOSED = Suggestions(
    participants=(
        Suggestion(
            record=Participant(id="p1", name="Tellis", mentions=(Span(0, 6, "Tellis"),)),
            rule="surname",
            confidence=0.8,
            why="“Tellis” speaks.",
        ),
    ),
    quotes=(
        Suggestion(
            record=Quote(
                id="q1",
                speakers=("p1",),
                source=(Span(0, 6, "Tellis"),),
                cue=(Span(7, 11, "said"),),
                content=(Span.of(TEXT, 22, 46),),
            ),
            rule="speaker-then-speech",
            confidence=0.75,
        ),
    ),
    dates=(TimeExpression(15, 21, "Monday", "DATE", "2031-06-16"),),
)


def test_what_was_proposed_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    with Database(path) as database:
        database.keep_suggestions(ARTICLE, "rules", PROPOSED)
    with Database(path) as database:
        assert database.suggestions(ARTICLE) == PROPOSED
        assert database.articles == ()
    (kept,) = TinyDB(path).table("annotations").search(where("type") == "suggestions")
    assert kept["engine"] == "rules"
    assert kept["quotes"][0]["rule"] == "speaker-then-speech"


def test_what_was_proposed_for_another_text_is_not_given(tmp_path: Path) -> None:
    with Database(tmp_path / "annotations.json") as database:
        database.keep_suggestions(ARTICLE, "rules", PROPOSED)
        database.flush()
        assert database.suggestions(structs.replace(ARTICLE, text=TEXT + " So it was.")) is None
        assert database.suggestions(structs.replace(ARTICLE, id="2031/other")) is None


def test_a_later_run_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    with Database(path) as database:
        database.keep_suggestions(ARTICLE, "rules", PROPOSED)
        database.flush()
        database.keep_suggestions(ARTICLE, "spacy", Suggestions(dates=PROPOSED.dates))
    assert len(TinyDB(path).table("annotations").search(where("type") == "suggestions")) == 1
    with Database(path) as database:
        assert database.suggestions(ARTICLE) == Suggestions(dates=PROPOSED.dates)
