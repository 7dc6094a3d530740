"""The engine that makes suggestions while articles are read, in a thread or its own process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from language.engines.registry import EngineError
from store.records import Article, Suggestions
from tui.suggesting import engine_process
from tui.suggesting.proposer import SHORT, Proposer

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


async def test_a_long_text_has_suggestions_in_the_app_too(open_app, folder) -> None:
    path = folder / "long.txt"
    path.write_text(TEXT + "\n" * SHORT, encoding="utf-8")
    async with open_app(path) as pilot:
        screen = pilot.app.screen
        for _ in range(400):
            if screen.proposals is not None:
                break
            await pilot.pause(0.05)
        assert [each.record.id[0] for each in screen.proposals.open] == ["q", "p"]


LOUD = """
import time
from pathlib import Path
from store.records import Suggestions

def engine(model):
    print("loading")
    def propose(text, written, language="en"):
        if text == "die":
            raise SystemExit
        if text == "hang":
            Path(model).touch()
            time.sleep(1000)
        print("working", input() if text == "ask" else "")
        return None if text == "none" else Suggestions()
    return propose
"""


@pytest.fixture
def loud(tmp_path, monkeypatch) -> Iterator[Proposer]:
    """An engine of somebody else's, that prints, asks, hangs, dies or answers nothing."""
    (tmp_path / "loud.py").write_text(LOUD, encoding="utf-8")
    about = tmp_path / "loud-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: loud\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[onrecord.engines]\nloud = loud:engine\n")
    monkeypatch.syspath_prepend(tmp_path)
    proposer = Proposer(f"loud:{tmp_path / 'hangs'}")
    yield proposer
    proposer.close()


def test_an_engine_may_print_and_is_told_when_it_fails(loud) -> None:
    assert loud.suggestions(Article(id="a", text="plain")) == Suggestions()
    with pytest.raises(EngineError, match="EOFError"):
        loud.suggestions(Article(id="a", text="ask"))
    with pytest.raises(EngineError, match="no Suggestions but NoneType"):
        loud.suggestions(Article(id="a", text="none"))
    with pytest.raises(EngineError, match="has ended"):
        loud.suggestions(Article(id="a", text="die"))
    assert loud.suggestions(Article(id="a", text="plain")) == Suggestions()


def test_a_text_that_nobody_waits_for_any_more_gives_way(loud, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(engine_process, "PATIENCE", 0)
    given_up: list[Suggestions] = []
    asking = threading.Thread(
        target=lambda: given_up.append(loud.suggestions(Article(id="a", text="hang")))
    )
    asking.start()
    while not (tmp_path / "hangs").exists():
        time.sleep(0.01)
    assert loud.suggestions(Article(id="b", text="plain")) == Suggestions()
    asking.join()
    assert given_up == [Suggestions()]
