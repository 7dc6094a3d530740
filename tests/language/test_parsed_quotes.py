"""Quotes from a parse: of a few texts, as spaCy parses them, and of any tree at all."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.engines.parsed.parse import Parse, Token, plain_marks
from language.engines.parsed.quotes import FoundQuote, quotes
from language.engines.parsed.suggestions import confidence, quotes_as_suggestions
from store.records import Participant, Quote, Span

FILE = Path(__file__).parent / "parses" / "small_english.tsv"


def read_parses() -> dict[str, tuple[str, Parse]]:
    """The texts of the file by name, with their parses."""
    found = {}
    for block in FILE.read_text(encoding="utf-8").split("# ")[1:]:
        head, *rows = block.splitlines()
        name, _, text = head.partition("\t")
        found[name] = (ast.literal_eval(text), [row.split("\t") for row in rows])
    return {
        name: (
            text,
            Parse(
                plain_marks(text),
                [Token(int(r[0]), int(r[1]), *r[2:7], int(r[7]), r[8] == "1") for r in rows],
            ),
        )
        for name, (text, rows) in found.items()
    }


PARSES = read_parses()


def told(name: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each quote of a text; the parts of one with “…” between."""
    text, parse = PARSES[name]
    return [
        tuple(" … ".join(text[start:end] for start, end in part) for part in quote[:3])
        for quote in quotes(parse)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "direct",
            (
                "Minister Ilsa Marendt",
                "said",
                "“The harbour opens in May,” … “We have waited long enough.”",
            ),
        ),
        (
            "indirect",
            ("Brandvold, who runs the port", "said", "that a crossing would cost nine crowns"),
        ),
        (
            "broken",
            (
                "Joran Tellis, a captain",
                "said",
                "“We will sail,” … “whatever the council decides.”",
            ),
        ),
        ("according", ("the harbour office", "According to", "the ferry carried forty people")),
        ("told", ("The minister", "told", "that Kethany had agreed to the plan")),
        ("urged", ("The council", "urged", "Savik to reopen the pier")),
        ("named", ("TELLIS", "", "We are ready to leave in the morning")),
        ("signed", ("Ada Hale", "", "“Nobody asked the fishermen of Savik.”")),
        ("but", ("the minister", "said", "the price would rise in winter")),
        ("called", ("The opposition", "called", "the treaty a mistake")),
    ],
)
def test_source_cue_and_content_end_where_they_should(name, expected) -> None:
    assert told(name) == [expected]


def test_what_the_writer_adds_is_no_part_of_what_was_said() -> None:
    assert told("afterthought")[0] == ("Orlen", "said", "the fleet was ready")


def test_who_speaks_in_the_next_paragraph_gets_his_own_quotations() -> None:
    assert told("two") == [
        ("the captain", "said", "“The sea was calm,”"),
        ("the mayor", "added", "“It was cold,” … “We drank coffee.”"),
    ]


def test_a_text_in_which_nobody_speaks_has_no_quotes() -> None:
    assert told("nobody") == []


def test_a_suggestion_knows_its_speaker_kind_and_reason() -> None:
    text, parse = PARSES["direct"]
    start = text.index("Ilsa")
    marendt = Participant(
        id="p1", name="Ilsa Marendt", mentions=(Span.of(text, start, start + len("Ilsa Marendt")),)
    )
    (suggestion,) = quotes_as_suggestions(text, quotes(parse), [marendt])
    assert isinstance(suggestion.record, Quote)
    assert suggestion.record.speakers == ("p1",)
    assert suggestion.record.kind == "direct"
    assert suggestion.record.provenance.origin == "suggested:clause-of-speech"
    assert suggestion.why == "“say” has a clause, or a quotation, of what is said."
    assert suggestion.confidence == confidence("clause-of-speech", "direct")


def test_the_marks_of_every_language_become_straight_ones_of_the_same_length() -> None:
    text = "“Yes,” «no» „maybe” ''two'' ``and'' ’tis"
    plain = plain_marks(text)
    assert len(plain) == len(text)
    assert plain.count('"') == 10


WORDS = (
    *("said", "Marendt", "the", "harbour", "that", "opens", "urged", "accord", "to", "plan"),
    *('"', ",", ".", ":", "—", "who", "is", "sure", "called", "\n"),
)
DEPS = (
    *("nsubj", "dobj", "ccomp", "xcomp", "advcl", "prep", "pobj", "mark", "punct", "relcl"),
    *("appos", "acl", "poss", "acomp", "conj", "agent", "nsubjpass", "auxpass", "parataxis"),
)


@st.composite
def any_parse(draw: st.DrawFn) -> Parse:
    """Any words, in any sentences, hanging on each other in any tree."""
    words = draw(st.lists(st.sampled_from(WORDS), max_size=30))
    tokens, place = [], 0
    for number, word in enumerate(words):
        tag = draw(st.sampled_from(("VBD", "VBG", "NN", "NNP", "JJ", "IN", "MD", ".")))
        pos = draw(st.sampled_from(("VERB", "NOUN", "PROPN", "ADJ", "AUX", "PUNCT")))
        head = draw(st.integers(0, number))
        lemma = {"said": "say", "urged": "urge", "called": "call"}.get(word, word)
        dep = draw(st.sampled_from(DEPS))
        start = draw(st.booleans())
        tokens.append(Token(place, place + len(word), word, lemma, pos, tag, dep, head, start))
        place += len(word) + 1
    return Parse(" ".join(words), tokens)


@given(any_parse())
def test_whatever_the_parse_quotes_stand_in_the_text_and_their_parts_apart(parse: Parse) -> None:
    for quote in quotes(parse):
        assert isinstance(quote, FoundQuote)
        parts = [*quote.source, *quote.cue, *quote.content]
        assert all(0 <= start < end <= len(parse.text) for start, end in parts)
        assert quote.content
        assert list(quote.content) == sorted(quote.content)
        assert not any(
            start < last and first < end
            for start, end in quote.content
            for first, last in quote.cue
        )
