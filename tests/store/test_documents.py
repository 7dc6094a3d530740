"""Records become documents and come back; what is no record is refused by its field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from store.documents import (
    DocumentError,
    entry_document,
    read_entry,
    read_record,
    record_document,
)
from store.records import (
    Article,
    ArticleEntry,
    EventDate,
    FollowUp,
    Participant,
    Quote,
    Record,
    Span,
)

offsets = st.integers(0, 10**7)
spans = st.builds(Span, start=offsets, end=offsets, text=st.text())
fragments = st.lists(spans, max_size=3).map(tuple)


def ids(letter: str) -> st.SearchStrategy[str]:
    return st.integers(1, 10**6).map(lambda number: f"{letter}{number}")


def many(letter: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(ids(letter), max_size=3).map(tuple)


any_record: st.SearchStrategy[Record] = st.one_of(
    st.builds(Participant, id=ids("p"), name=st.text(), title=st.text(), mentions=fragments),
    st.builds(
        Quote,
        id=ids("q"),
        speakers=many("p"),
        addressees=many("p"),
        source=fragments,
        cue=fragments,
        content=fragments,
        note=st.text(),
    ),
    st.builds(
        FollowUp,
        id=ids("f"),
        title=st.text(),
        trigger=fragments,
        date=st.none() | st.builds(EventDate, start=offsets, end=offsets, text=st.text()),
        place=st.text(),
        participants=many("p"),
        announced_in=st.none() | ids("q"),
    ),
)


@given(any_record)
def test_any_record_comes_back_from_its_document(record: Record) -> None:
    document = record_document("a", record)
    assert list(document)[:2] == ["type", "article"]
    assert read_record(json.loads(json.dumps(document))) == record


def test_fields_without_a_value_are_left_out(records: tuple[Record, ...]) -> None:
    assert record_document("a", records[1]) == {
        "type": "participant",
        "article": "a",
        "id": "p2",
        "kind": "group",
        "name": "reporters",
        "mentions": [{"start": 115, "end": 124, "text": "reporters"}],
        "provenance": {"origin": "hand"},
    }


def test_an_events_own_type_has_a_name_of_its_own(records: tuple[Record, ...]) -> None:
    document = record_document("a", records[4])
    assert (document["type"], document["event_type"]) == ("follow_up", "meeting")


def test_an_entry_comes_back_from_its_document(article: Article) -> None:
    entry = structs.replace(ArticleEntry.of(article), status="done", last_ids={"p": 3}, records=2)
    document = entry_document(entry)
    assert document["type"] == "article"
    assert document["article"] == article.id
    assert read_entry(document) == entry


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "ghost"}, "Invalid enum value 'ghost' - at `kind`"),
        ({"mentions": [{"start": -1, "end": 2, "text": "x"}]}, "mentions[0].start"),
        ({"mentions": [{"start": 1, "end": 2}]}, "missing required field `text`"),
        ({"mentions": [{"start": 1, "end": 2, "text": "x", "t": 1}]}, "unknown field `t`"),
        ({"id": "P1"}, "at `id`"),
        ({"id": 1}, "at `id`"),
        ({"name": None}, "at `name`"),
        ({"name": "\ud83d"}, "U+D83D is half a character"),
        ({"type": "rumour"}, "there is no record of type 'rumour'"),
    ],
)
def test_what_is_no_record_is_refused_by_its_field(
    records: tuple[Record, ...], change: dict[str, Any], words: str
) -> None:
    document = {**record_document("a", records[0]), **change}
    with pytest.raises(DocumentError) as caught:
        read_record(document)
    assert words in str(caught.value)


def test_a_missing_field_is_named(records: tuple[Record, ...]) -> None:
    document = record_document("a", records[2])
    del document["content"]
    with pytest.raises(DocumentError, match="missing required field `content`"):
        read_record(document)


def test_a_record_that_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(DocumentError, match="at `id`"):
        record_document("a", Participant(id="p0", name="Moss"))
