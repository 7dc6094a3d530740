"""The engine that makes suggestions while articles are read, in a thread or its own process."""

from __future__ import annotations

import pytest

from language.engines.registry import EngineError
from store.records import Article, Suggestions
from tui.engines import SHORT, Proposer

TEXT = "“The quota will rise,” Orlen Savik, the minister, said.\n"


def of_rules(text: str) -> Suggestions:
    return Proposer().suggestions(Article(id="a", text=text, date="2031-06-14"))


def test_a_short_text_has_its_quotes() -> None:
    (quote,) = of_rules(TEXT).quotes
    assert [part.text for part in quote.record.content] == ["“The quota will rise,”"]


def test_a_long_text_has_the_same_from_another_process() -> None:
    proposer = Proposer()
    article = Article(id="long", text=TEXT + "\n" * SHORT)
    try:
        assert proposer.suggestions(article) == of_rules(TEXT)
        assert proposer.suggestions(article) == of_rules(TEXT)
    finally:
        proposer.close()


def test_an_engine_that_is_not_there_is_named() -> None:
    proposer = Proposer("nothing")
    try:
        with pytest.raises(EngineError, match="no engine “nothing”"):
            proposer.suggestions(Article(id="a", text=TEXT))
    finally:
        proposer.close()


def test_a_process_that_was_ended_is_begun_anew() -> None:
    proposer = Proposer("nothing")
    for _ in range(2):
        with pytest.raises(EngineError):
            proposer.suggestions(Article(id="a", text=TEXT))
        proposer.close()
