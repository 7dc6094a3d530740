"""Completion of names, titles and places that have been marked before."""

from __future__ import annotations

import pytest

from store.records import FollowUp, Participant, Span
from tui.known_names import LONGEST, MANY, KnownNames


@pytest.fixture
def names() -> KnownNames:
    known = KnownNames()
    known.learn(
        (
            Participant(id="p1", name="Ilsa Marendt", title="Foreign Minister", wikidata="Q42"),
            Participant(id="p2", name="Marek Vostin", kind="person", affiliation="Orlen"),
            Participant(id="p3", name="Kethany", kind="country"),
            FollowUp(id="f1", title="talks", place="Port Tellis", trigger=(Span(0, 1, "t"),)),
        )
    )
    return known


def texts(known: KnownNames, field: str, typed: str) -> list[str]:
    return [completion.text for completion in known.completions(field, typed)]


def test_what_begins_so_stands_before_what_has_such_a_word(names: KnownNames) -> None:
    assert texts(names, "name", "mar") == ["Marek Vostin", "Ilsa Marendt"]
    assert texts(names, "title", "minister") == ["Foreign Minister"]
    assert texts(names, "place", "tel") == ["Port Tellis"]
    assert texts(names, "title of event", "TA") == ["talks"]


def test_nothing_is_offered_for_nothing_and_for_what_is_whole(names: KnownNames) -> None:
    assert texts(names, "name", " ") == []
    assert texts(names, "name", "Kethany") == []
    assert texts(names, "name", "x") == []
    assert texts(names, "no such field", "x") == []


def test_a_name_brings_what_is_known_of_it(names: KnownNames) -> None:
    (completion,) = names.completions("name", "ilsa")
    assert completion.goes_with == {
        "kind": "person",
        "title": "Foreign Minister",
        "affiliation": "",
        "wikidata": "Q42",
    }
    (completion,) = names.completions("title", "for")
    assert completion.goes_with == {}


def test_only_a_few_and_only_short_ones_are_offered() -> None:
    known = KnownNames()
    known.learn(Participant(id="p1", name=f"Savik {number}") for number in range(2 * MANY))
    known.learn([Participant(id="p1", name="Savik " + "x" * LONGEST)])
    assert len(texts(known, "name", "sav")) == MANY
    assert texts(known, "name", "savik x") == []
    assert texts(known, "name", "7") == ["Savik 7"]


def test_learning_twice_offers_once(names: KnownNames) -> None:
    names.learn([Participant(id="p9", name="Kethany", kind="organization")])
    (completion,) = names.completions("name", "k")
    assert completion.goes_with["kind"] == "organization"
