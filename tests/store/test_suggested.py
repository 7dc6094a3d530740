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
        database.keep_suggestions("rules", "7", [(ARTICLE, PROPOSED)])
    with Database(path) as database:
        assert database.suggestions(ARTICLE) == PROPOSED
        assert database.articles == ()
    (kept,) = TinyDB(path).table("annotations").search(where("type") == "suggestions")
    assert kept["engine"] == "rules"
    assert kept["quotes"][0]["rule"] == "speaker-then-speech"


def test_what_was_proposed_for_another_text_is_not_given(tmp_path: Path) -> None:
    with Database(tmp_path / "annotations.json") as database:
        database.keep_suggestions("rules", "7", [(ARTICLE, PROPOSED)])
        database.flush()
        assert database.suggestions(structs.replace(ARTICLE, text=TEXT + " So it was.")) is None
        assert database.suggestions(structs.replace(ARTICLE, id="2031/other")) is None


def test_a_later_run_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    with Database(path) as database:
        database.keep_suggestions("rules", "7", [(ARTICLE, PROPOSED)])
        database.flush()
        only_dates = Suggestions(dates=PROPOSED.dates)
        database.keep_suggestions("spacy", "8", [(ARTICLE, only_dates)])
    assert len(TinyDB(path).table("annotations").search(where("type") == "suggestions")) == 1
    with Database(path) as database:
        assert database.suggestions(ARTICLE) == Suggestions(dates=PROPOSED.dates)


def test_what_another_date_language_or_version_of_the_engine_proposed_is_not_given(
    tmp_path: Path,
) -> None:
    dated = structs.replace(ARTICLE, date="2031-06-18", language="en")
    with Database(tmp_path / "annotations.json") as database:
        database.keep_suggestions("rules", "7", [(dated, PROPOSED)])
        database.flush()
        assert database.suggestions(dated) == PROPOSED
        assert database.suggestions(dated, {"rules": "7"}.__getitem__) == PROPOSED
        assert database.suggestions(dated, lambda engine: "8") is None
        assert database.suggestions(dated, lambda engine: "") == PROPOSED
        assert database.suggestions(ARTICLE) is None
        assert database.suggestions(structs.replace(dated, language="fr")) is None


def test_what_an_older_program_kept_holds_where_nothing_tells_that_it_would_be_another(
    tmp_path: Path,
) -> None:
    path = tmp_path / "annotations.json"
    kept = {"type": "suggestions", "article": ARTICLE.id, "engine": "rules"}
    with TinyDB(path) as older:
        older.table("annotations").insert({**kept, "sha256": ARTICLE.sha256})
    with Database(path) as database:
        assert database.suggestions(ARTICLE, lambda engine: "") == Suggestions()
        assert database.suggestions(ARTICLE, lambda engine: "7") is None


def test_many_articles_are_kept_together(tmp_path: Path) -> None:
    path = tmp_path / "annotations.json"
    others = [structs.replace(ARTICLE, id=f"2031/{number}") for number in range(30)]
    with Database(path) as database:
        database.keep_suggestions("rules", "7", [(each, PROPOSED) for each in others])
        database.keep_suggestions("rules", "7", [])
    with Database(path) as database:
        assert all(database.suggestions(each) == PROPOSED for each in others)
