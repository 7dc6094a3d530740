"""The store: what is said of an article is kept, found and told apart, also after reopening."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from msgspec import structs
from tinydb import TinyDB, where

from store.annotations import Annotations
from store.database import Database, Summary
from store.documents import DocumentError
from store.errors import StoreError, StoreLockedError
from store.records import Article, Participant, Record

MarkAll: TypeAlias = Callable[[Database, Article, tuple[Record, ...]], Annotations]


def stock(path: Path) -> list[dict[str, Any]]:
    """The documents as TinyDB itself reads them."""
    with TinyDB(path) as tinydb:
        return [dict(document) for document in tinydb.table("annotations")]


def test_nothing_is_known_of_a_new_article(path: Path, article: Article) -> None:
    with Database(path) as database:
        assert database.annotations(article) == Annotations.none_of(article)
        assert database.summary(article.id) == Summary()
        assert database.articles == ()
        assert database.done == set()
        assert database.undoable is None
        assert database.redoable is None
    assert not path.exists()


def test_what_is_marked_is_there_after_reopening(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        annotations = mark_all(database, article, records)
        annotations = database.commit(annotations.set_status("done"), annotations)
        assert database.annotations(article) == annotations
        assert database.articles == (article.id,)
    with Database(path) as database:
        assert database.annotations(article) == annotations
        assert database.summary(article.id) == Summary(True, 2, 2, 1)
        assert database.articles == (article.id,)
        assert len(database.done) == 1


def test_stock_tinydb_reads_every_document(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path, by="Anna", now=lambda: "2031-05-24T08:00:00Z") as database:
        annotations = mark_all(database, article, records)
        database.flush()
        with TinyDB(path) as tinydb:
            quotes = tinydb.table("annotations").search(where("type") == "quote")
            assert [quote["id"] for quote in quotes] == ["q1", "q2"]
        renamed = structs.replace(annotations.participants[0], name="I. Varga")
        annotations = database.commit(annotations.replace("edit p1", renamed), annotations)
        annotations = database.commit(annotations.remove("p2"), annotations)
    of_type: dict[str, list[dict[str, Any]]] = {}
    for document in stock(path):
        assert document["article"] == article.id
        of_type.setdefault(document["type"], []).append(document)
    assert {kind: len(found) for kind, found in of_type.items()} == {
        "article": 1,
        "participant": 1,
        "quote": 2,
        "follow_up": 1,
        "change": 7,
    }
    [entry] = of_type["article"]
    assert entry["last_ids"] == {"p": 2, "q": 2, "f": 1}
    assert entry["records"] == 4
    edit, removal = of_type["change"][-2:]
    assert {key: edit[key] for key in ("by", "at", "what")} == {
        "by": "Anna",
        "at": "2031-05-24T08:00:00Z",
        "what": "edit p1",
    }
    assert [version["name"] for version in edit["before"]] == ["Ilse Varga"]
    assert [version["id"] for version in removal["before"]] == ["p2", "q2"]


def test_articles_are_told_apart(path: Path, article: Article, mark_all: MarkAll) -> None:
    other = structs.replace(article, id="other")
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
        mark_all(database, other, (Participant(id="p1", name="Reed"),))
    with Database(path) as database:
        assert database.articles == (article.id, "other")
        assert database.annotations(article).participants[0].name == "Moss"
        assert database.annotations(other).participants[0].name == "Reed"


def test_metadata_are_those_of_the_file_as_it_is_now(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        mark_all(database, article, records[:1])
    renamed = structs.replace(article, headline="New headline", source="")
    with Database(path) as database:
        annotations = database.annotations(renamed)
        assert (annotations.entry.headline, annotations.entry.source) == ("New headline", "")
        assert database.kept_annotations(article.id).entry.headline == article.headline
        database.commit(annotations.add(records[1]), annotations)
        assert database.kept_annotations(article.id).entry.headline == "New headline"


def test_metadata_that_were_given_hold_after_reopening_and_go_with_an_undo(
    path: Path, article: Article
) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        database.commit(annotations.give({"date": "2031-01-02"}), annotations)
        assert database.given(article.id) == {"date": "2031-01-02"}
    with Database(path) as database:
        assert database.given(article.id) == {"date": "2031-01-02"}
        annotations = database.annotations(article)
        assert (annotations.entry.date, annotations.entry.told.date) == (article.date, "2031-01-02")
        annotations = database.undo(annotations)
        assert annotations.entry.told.date == article.date
        assert database.given(article.id) == {}
        assert database.redo(annotations).entry.told.date == "2031-01-02"


@pytest.mark.parametrize("given", [{"date": "soon"}, {"colour": "red"}, {"source": 3}])
def test_given_metadata_that_cannot_be_are_told(path: Path, article: Article, given) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "article", "article": article.id, "given": given}
        )
    with Database(path) as database:
        assert database.given(article.id) == {}
        with pytest.raises(StoreError, match="document 1"):
            database.annotations(article)


def test_the_hash_stays_that_of_the_text_that_was_marked(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    changed = structs.replace(article, text=f"{article.text}More.\n")
    with Database(path) as database:
        mark_all(database, article, records[:1])
    with Database(path) as database:
        annotations = database.annotations(changed)
        assert annotations.entry.sha256 == article.sha256
        annotations = database.commit(annotations.add(records[1]), annotations)
        annotations = database.commit(annotations.set_status("done"), annotations)
        fresh = Annotations.none_of(changed)
        database.commit(fresh.add(records[2]), fresh)
        assert database.annotations(changed).entry.sha256 == article.sha256
    assert article.sha256 != changed.sha256


def test_an_entry_without_a_hash_keeps_all_else(path: Path, article: Article) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "article", "article": article.id, "status": "done", "last_ids": {"p": 4}}
        )
    with Database(path) as database:
        entry = database.annotations(article).entry
    assert (entry.status, entry.last_ids, entry.sha256) == ("done", {"p": 4}, article.sha256)


def test_a_change_of_older_annotations_loses_nothing(
    path: Path, article: Article, records: tuple[Record, ...]
) -> None:
    with Database(path) as database:
        first = database.annotations(article)
        second = database.commit(first.add(records[0]), first)
        third = database.commit(first.add(records[1]), first)
        assert set(third.records) == {"p1", "p2"}
        assert third.records["p1"] == second.records["p1"]
    with Database(path) as database:
        assert database.annotations(article) == third


def test_ids_are_never_used_again(path: Path, article: Article) -> None:
    for expected in ("p1", "p2", "p3"):
        with Database(path) as database:
            annotations = database.annotations(article)
            assert annotations.next_id("p") == expected
            person = Participant(id=expected, name="Moss")
            annotations = database.commit(annotations.add(person), annotations)
            if expected == "p2":
                database.undo(annotations)
            else:
                database.commit(annotations.remove(expected), annotations)


def test_a_change_of_nothing_is_not_written(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        annotations = mark_all(database, article, records)
        database.flush()
        size = path.stat().st_size
        same = annotations.replace("edit", *annotations.quotes)
        assert database.commit(same, annotations) is annotations
        database.flush()
        assert path.stat().st_size == size
        assert len(list(database.changes())) == 5


def test_a_record_that_could_not_be_read_again_is_refused(path: Path, article: Article) -> None:
    with Database(path) as database:
        annotations = database.annotations(article)
        strange = Participant(id="p1", name="Moss", kind="ghost")  # type: ignore[arg-type]
        with pytest.raises(DocumentError, match="Invalid enum value 'ghost'"):
            database.commit(annotations.add(strange), annotations)
        assert database.annotations(article) == annotations
        assert not database.saving
    assert not path.exists()


# Where the reader stood


def test_places_are_there_after_reopening(path: Path) -> None:
    with Database(path) as database:
        assert database.open_article is None
        assert database.cursor("a") == 0
        database.keep_place("a", 12)
        database.keep_place("b", 7)
        database.keep_place("a", 30)
        assert (database.open_article, database.cursor("a"), database.cursor("b")) == ("a", 30, 7)
    with Database(path) as database:
        assert (database.open_article, database.cursor("a"), database.cursor("b")) == ("a", 30, 7)
        assert database.articles == ()
        database.keep_place("b", 7)
    with Database(path) as database:
        assert (database.open_article, database.cursor("a"), database.cursor("b")) == ("b", 30, 7)
    assert len(stock(path)) == 3


def test_a_place_goes_to_the_disk_with_the_next_change(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        database.keep_place(article.id, 5)
        mark_all(database, article, records[:1])
        database.flush()
        with Database(path, writable=False) as reader:
            assert (reader.open_article, reader.cursor(article.id)) == (article.id, 5)
        mark_all(database, article, records[1:])
        database.flush()
        assert path.read_text().count('"session"') == 2


def test_an_open_store_that_may_only_be_read_keeps_places_to_itself(path: Path) -> None:
    with Database(path) as database:
        database.keep_place("a", 12)
    before = path.read_bytes()
    with Database(path, writable=False) as database:
        database.keep_place("b", 7)
        assert database.open_article == "b"
    assert path.read_bytes() == before


# Reading only


def test_a_second_writer_is_told_who_writes_and_may_read(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        annotations = mark_all(database, article, records)
        database.flush()
        with pytest.raises(StoreLockedError, match="is in use by"):
            Database(path)
        with Database(path, writable=False) as reader:
            assert reader.annotations(article) == annotations
            assert not reader.writable
            with pytest.raises(StoreError, match="open for reading only"):
                reader.commit(annotations.remove("p1"), annotations)
            assert reader.annotations(article) == annotations
    Database(path).close()


def test_a_store_that_is_none_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("participants: none")
    with pytest.raises(StoreError, match="no TinyDB file"):
        Database(path)
    assert path.read_text() == "participants: none"


def test_a_damaged_record_is_named_and_stops_only_its_article(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    other = structs.replace(article, id="other")
    with Database(path) as database:
        mark_all(database, article, records)
        mark_all(database, other, records[:1])
    with TinyDB(path) as tinydb:
        is_broken = (where("id") == "q1") & (where("article") == article.id)
        [doc_id] = tinydb.table("annotations").update({"content": 5}, is_broken)
    with Database(path) as database:
        with pytest.raises(StoreError, match=rf"document {doc_id} \(quote of 2031/ferry talks\): "):
            database.annotations(article)
        assert database.annotations(other).participants
        assert database.summary(article.id).quotes == 2


def test_two_records_of_one_id_are_refused(path: Path, article: Article, mark_all: MarkAll) -> None:
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "participant", "article": article.id, "id": "p1", "name": "Reed"}
        )
    with Database(path) as database, pytest.raises(StoreError, match="a second record has the id"):
        database.annotations(article)


def test_documents_of_other_programs_are_left_alone(
    path: Path, article: Article, mark_all: MarkAll
) -> None:
    strange = [{"type": "vote", "article": article.id}, {"n": 1}, {"type": "quote", "article": 5}]
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert_multiple(strange)
        tinydb.table("elsewhere").insert({"type": "quote", "article": article.id})
    with Database(path) as database:
        assert database.articles == ()
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
    assert stock(path)[:3] == strange
    with TinyDB(path) as tinydb:
        assert len(tinydb.table("elsewhere")) == 1


# Records lost without a change


def test_records_that_another_program_removed_are_missed(
    path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
) -> None:
    with Database(path) as database:
        annotations = mark_all(database, article, records)
        database.commit(annotations.remove("f1"), annotations)
        assert database.missing(article.id) == 0
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").remove(where("type") == "quote")
    with Database(path) as database:
        assert database.missing(article.id) == 2
        annotations = database.annotations(article)
        database.commit(annotations.set_status("done"), annotations)
        assert database.missing(article.id) == 0


def test_records_that_another_program_added_are_not_missed(
    path: Path, article: Article, mark_all: MarkAll
) -> None:
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "participant", "article": article.id, "id": "p2", "name": "Reed"}
        )
    with Database(path) as database:
        assert database.missing(article.id) == 0
        assert len(database.annotations(article).participants) == 2
