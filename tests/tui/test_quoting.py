"""A quote is marked from a word or from its beginning; the same key again reads on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from msgspec import structs
from textual.pilot import Pilot

from language.segments import Segments
from store.annotations import Annotations
from store.records import Article, Participant, Provenance, Quote, Span
from tui.marking import CannotMarkError, Marked
from tui.quoting import Quoter
from tui.screens.reader import ReaderScreen
from tui.selection import Selection

TEXT = (
    "Ilsa Marendt met Aksel Savik. She said that the bridge stands, which pleased Orlen.\n\n"
    "The council buried the plan for a ferry, and the mayor of Orlen denied that it had."
)
SEGMENTS = Segments(TEXT)


def select(part: str) -> Selection:
    start = TEXT.index(part)
    return Selection(start, start + len(part))


def span(part: str) -> Span:
    return Span.of(TEXT, select(part).start, select(part).end)


def people() -> Annotations:
    """Marendt and Savik are marked."""
    annotations = Annotations.none_of(Article(id="a", text=TEXT))
    for number, name in enumerate(("Ilsa Marendt", "Aksel Savik"), 1):
        record = Participant(id=f"p{number}", name=name, mentions=(span(name),))
        annotations = annotations.applied(annotations.add(record))
    return annotations


def do(annotations: Annotations, key: Callable[[Quoter], Marked]) -> tuple[Annotations, Quote]:
    """The annotations after a key, and the quote that is current."""
    quoter = Quoter(Article(id="a", text=TEXT), SEGMENTS, annotations, Provenance())
    change, current = key(quoter)
    after = annotations.applied(change) if change else annotations
    quote = after.records[current]
    assert isinstance(quote, Quote)
    return after, quote


def said(quote: Quote) -> str:
    return " … ".join(span.text for span in quote.content)


def test_the_same_key_at_the_same_place_takes_the_next_reading_of_the_same_quote() -> None:
    place = select("buried")
    annotations, first = do(people(), lambda quoter: quoter.quote(place))
    contents = [said(first)]
    quote = first
    for _ in range(8):
        annotations, quote = do(annotations, lambda q, last=quote: q.quote(place, last))
        contents.append(said(quote))
    assert "the plan for a ferry" in contents
    assert contents.count(contents[0]) > 1  # after the last reading comes the first
    assert [quote.id for quote in annotations.quotes] == [first.id]


def test_where_all_that_is_reported_is_marked_its_quote_becomes_current() -> None:
    annotations, first = do(people(), lambda quoter: quoter.quote(select("denied")))
    annotations, second = do(annotations, lambda quoter: quoter.quote(select("denied")))
    assert said(first) == "that it had"
    assert second.id == first.id
    assert len(annotations.quotes) == 1


def test_on_words_of_a_marked_quote_the_quote_inside_it_is_marked() -> None:
    text = "Savik said that Ilsa Marendt denied that the bridge fell."
    segments = Segments(text)
    article = Article(id="a", text=text)
    annotations = Annotations.none_of(article)
    start = text.index("bridge")
    for _ in range(2):
        quoter = Quoter(article, segments, annotations, Provenance())
        change, _ = quoter.quote(Selection(start, start + len("bridge")))
        assert change
        annotations = annotations.applied(change)
    assert {said(quote) for quote in annotations.quotes} == {
        "that Ilsa Marendt denied that the bridge fell",
        "that the bridge fell",
    }


def test_from_its_first_word_a_quote_ends_with_its_sentence_then_with_a_clause() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that the bridge")))
    ends = {said(quote)}
    for _ in range(3):
        annotations, quote = do(
            annotations, lambda q, last=quote: q.quote_from(select("that the bridge"), last)
        )
        ends.add(said(quote))
    assert {"that the bridge stands", "that the bridge stands, which pleased Orlen"} <= ends
    assert quote.source == (span("She"),)


def test_a_word_becomes_the_whole_source_and_again_less_of_it_or_more() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that it had")))
    found = []
    for _ in range(4):
        annotations, quote = do(
            annotations, lambda q, last=quote: q.replaced(last, "source", select("mayor"))
        )
        found.append(quote.source[0].text)
    assert {"the mayor of Orlen", "the mayor", "mayor"} <= set(found)


def test_whoever_the_source_names_becomes_a_participant_and_the_speaker() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote(select("that it had")))
    assert quote.speakers == ()
    annotations, quote = do(annotations, lambda quoter: quoter.named_speaker(quote))
    (speaker,) = quote.speakers
    assert annotations.records[speaker].name == "the mayor of Orlen"  # type: ignore[union-attr]


def test_for_a_pronoun_who_was_named_last_is_the_speaker_and_again_who_before() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that the bridge")))
    speakers = []
    for _ in range(2):
        annotations, quote = do(annotations, lambda q, last=quote: q.named_speaker(last))
        speakers += quote.speakers
    assert set(speakers) == {"p1", "p2"}
    assert "speakers" not in quote.provenance.guessed


def test_others_near_a_quote_become_its_source_in_turn() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that it had")))
    first = quote.source
    sources = []
    for _ in range(12):
        annotations, quote = do(annotations, lambda q, last=quote: q.other_source(last))
        sources.append(quote.source)
    assert (span("The council"),) in sources
    assert first in sources  # after the last comes the first
    assert "source" not in quote.provenance.guessed


def test_another_source_brings_whom_it_names_as_the_speaker() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("Aksel Savik")))
    for _ in range(8):
        if quote.source == (span("Ilsa Marendt"),):
            break
        annotations, quote = do(annotations, lambda q, last=quote: q.other_source(last))
    assert (quote.source, quote.speakers) == ((span("Ilsa Marendt"),), ("p1",))


def test_where_nobody_is_named_near_a_quote_there_is_no_other_source() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that it had")))
    alone = structs.replace(quote, content=(Span.of(TEXT, 0, len(TEXT)),), source=())
    with pytest.raises(CannotMarkError, match="Nobody else"):
        do(annotations, lambda quoter: quoter.other_source(alone))


def test_nobody_takes_the_speaker_out_then_the_source() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that the bridge")))
    annotations, quote = do(annotations, lambda q, last=quote: q.people(last, ("p1",)))
    annotations, quote = do(annotations, lambda q, last=quote: q.nobody(last))
    assert (quote.speakers, bool(quote.source)) == ((), True)
    annotations, quote = do(annotations, lambda q, last=quote: q.nobody(last))
    assert quote.source == ()


def test_a_source_that_names_nobody_takes_a_guessed_speaker_out() -> None:
    annotations, quote = do(people(), lambda quoter: quoter.quote_from(select("that the bridge")))
    if not quote.speakers:
        annotations, quote = do(annotations, lambda q, last=quote: q.named_speaker(last))
    annotations, quote = do(
        annotations, lambda q, last=quote: q.replaced(last, "source", select("The council"))
    )
    assert quote.source == (span("The council"),)


def test_a_participant_has_no_speaker() -> None:
    annotations = people()
    with pytest.raises(CannotMarkError, match="no quote"):
        do(annotations, lambda quoter: quoter.named_speaker(annotations.records["p1"]))
    with pytest.raises(CannotMarkError, match="no quote"):
        do(annotations, lambda quoter: quoter.other_source(annotations.records["p1"]))


def reader_of(pilot: Pilot[Any]) -> ReaderScreen:
    return cast("ReaderScreen", pilot.app.screen)


async def test_q_again_reads_on_only_where_it_was_pressed(open_app: Any, folder: Path) -> None:
    (folder / "a-report.md").write_text(TEXT, encoding="utf-8")
    async with open_app(folder / "a-report.md") as pilot:
        reader = reader_of(pilot)
        await pilot.press("}", "w", "w", "q")
        first = reader.annotations.quotes[0]
        await pilot.press("q")
        second = reader.annotations.quotes[0]
        assert (second.id, len(reader.annotations.quotes)) == (first.id, 1)
        assert second.content != first.content
        await pilot.press("u")
        assert reader.annotations.quotes[0].content == first.content


async def test_a_mark_ends_extending(open_app: Any, folder: Path) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        reader = reader_of(pilot)
        await pilot.press("v", "w", "p", "w")
        text = reader.article.text
        assert text[reader.selection.start : reader.selection.end] == "Foreign"
