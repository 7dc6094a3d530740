"""What was done is on record, and can be taken back: after reopening, over articles, any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs
from tinydb import TinyDB, where

from store import database as database_module
from store.changes import ChangeRow
from store.database import Database, Summary
from store.records import (
    Article,
    Participant,
    Quote,
    Span,
)

TEXT = "Moss of Velmara said Reed of Kestria would come to Sarova in June."
ARTICLES = tuple(Article(id=key, text=TEXT) for key in ("a", "week/b"))


class Clock:
    """A time that goes on by a minute each time that it is asked for."""

    def __init__(self) -> None:
        self.minute = 0

    def __call__(self) -> str:
        self.minute += 1
        return f"2031-05-{23 + self.minute // 60:02}T10:{self.minute % 60:02}:00Z"


def mark(database: Database, article: Article, name: str) -> None:
    annotations = database.annotations(article)
    person = Participant(id=annotations.next_id("p"), name=name)
    database.commit(annotations.add(person), annotations)


def names(database: Database, article: Article) -> list[str]:
    return [person.name for person in database.annotations(article).participants]


def undo(database: Database) -> None:
    assert database.undoable
    database.undo(database.kept_annotations(database.undoable.article))


def redo(database: Database) -> None:
    assert database.redoable
    database.redo(database.kept_annotations(database.redoable.article))


def test_undo_and_redo_go_over_articles_and_survive_reopening(path: Path) -> None:
    one, other = ARTICLES
    with Database(path) as database:
        mark(database, one, "Moss")
        mark(database, other, "Reed")
        mark(database, one, "Hale")
    with Database(path) as database:
        undo(database)
        undo(database)
        assert (names(database, one), names(database, other)) == (["Moss"], [])
    with Database(path) as database:
        redo(database)
        assert (names(database, one), names(database, other)) == (["Moss"], ["Reed"])
    with Database(path) as database:
        redo(database)
        assert names(database, one) == ["Moss", "Hale"]
        assert database.redoable is None
        for _ in range(3):
            undo(database)
        assert database.undoable is None
    with Database(path) as database:
        assert database.undoable is None
        assert database.redoable is not None
        assert database.redoable.what == "mark p1"


def test_a_new_change_ends_what_could_be_redone_also_after_reopening(path: Path) -> None:
    article = ARTICLES[0]
    with Database(path) as database:
        mark(database, article, "Moss")
        mark(database, article, "Reed")
        undo(database)
    with Database(path) as database:
        mark(database, article, "Hale")
        assert database.redoable is None
    with Database(path) as database:
        assert database.redoable is None
        undo(database)
        undo(database)
        assert names(database, article) == []
        redo(database)
        redo(database)
        assert names(database, article) == ["Moss", "Hale"]
        assert database.redoable is None


def test_undo_must_be_of_the_article_whose_change_it_takes_back(path: Path) -> None:
    one, other = ARTICLES
    with Database(path) as database:
        mark(database, one, "Moss")
        with pytest.raises(ValueError, match="nothing to take back in week/b"):
            database.undo(database.annotations(other))
        with pytest.raises(ValueError, match="nothing to take back in a"):
            database.redo(database.annotations(one))
        assert names(database, one) == ["Moss"]


def test_undo_brings_back_done_and_a_changed_text(path: Path) -> None:
    article = ARTICLES[0]
    with Database(path) as database:
        annotations = database.annotations(article)
        annotations = database.commit(annotations.set_status("done"), annotations)
    with Database(path) as database:
        undo(database)
        assert database.summary(article.id).done is False
        redo(database)
        assert database.summary(article.id).done is True


def test_undo_keeps_what_another_program_changed_for_the_redo(path: Path) -> None:
    article = ARTICLES[0]
    with Database(path) as database:
        mark(database, article, "Moss")
        annotations = database.annotations(article)
        renamed = structs.replace(annotations.participants[0], name="A. Moss")
        database.commit(annotations.replace("edit p1", renamed), annotations)
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").update({"note": "seen"}, where("type") == "participant")
    with Database(path) as database:
        undo(database)
        assert database.annotations(article).participants[0].note == ""
        redo(database)
        [person] = database.annotations(article).participants
        assert (person.name, person.note) == ("A. Moss", "seen")


def test_a_change_that_was_edited_to_nonsense_cannot_be_taken_back(path: Path) -> None:
    article = ARTICLES[0]
    with Database(path) as database:
        mark(database, article, "Moss")
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").update({"added": 5}, where("type") == "change")
    with Database(path) as database:
        assert database.undoable is None
        assert names(database, article) == ["Moss"]


def test_the_history_says_who_did_what_when(path: Path) -> None:
    one, other = ARTICLES
    clock = Clock()
    with Database(path, by="Anna", now=clock) as database:
        mark(database, one, "Moss")
        mark(database, other, "Reed")
    with Database(path, by="Ben", now=clock) as database:
        annotations = database.annotations(one)
        database.commit(annotations.remove("p1"), annotations)
        undo(database)
        redo(database)
        rows = list(database.changes())
    assert [(row.by, row.article, row.what, row.records) for row in rows] == [
        ("Anna", "a", "mark p1", ("p1",)),
        ("Anna", "week/b", "mark p1", ("p1",)),
        ("Ben", "a", "remove p1", ("p1",)),
        ("Ben", "a", "undo: remove p1", ("p1",)),
        ("Ben", "a", "redo: remove p1", ("p1",)),
    ]
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    with Database(path, writable=False) as database:
        assert list(database.changes()) == rows
        assert list(database.changes(one.id)) == [row for row in rows if row.article == "a"]
        assert list(database.changes(since=rows[3].at)) == rows[3:]
        assert list(database.changes(other.id, since="2031-05-24")) == []
        assert list(database.changes("never heard of")) == []


def test_each_change_is_one_line_of_the_file(path: Path) -> None:
    article = ARTICLES[0]
    with Database(path) as database:
        mark(database, article, "Moss")
        database.flush()
        before = path.read_text().splitlines()
        annotations = database.annotations(article)
        quote = Quote(id="q1", speakers=("p1",), content=(Span.of(TEXT, 0, 4),))
        annotations = database.commit(annotations.add(quote), annotations)
        database.flush()
        lines = path.read_text().splitlines()
        [line] = [line for line in lines if line.startswith(",") and line not in before]
    assert '"type": "quote"' in line
    assert '"type": "change"' in line


def test_the_oldest_changes_of_an_article_are_dropped_at_closing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "HISTORY_LENGTH", 4)
    one, other = ARTICLES
    with Database(path) as database:
        mark(database, other, "Hale")
        for number in range(6):
            mark(database, one, f"Moss {number}")
        assert len(list(database.changes(one.id))) == 6
    with Database(path) as database:
        assert [row.records for row in database.changes(one.id)] == [
            ("p3",),
            ("p4",),
            ("p5",),
            ("p6",),
        ]
        assert len(list(database.changes(other.id))) == 1
        for _ in range(5):
            undo(database)
        assert names(database, one) == ["Moss 0", "Moss 1"]
        assert names(database, other) == []
        assert database.undoable is None
    with Database(path) as database:
        for _ in range(4):
            redo(database)
        assert len(names(database, one)) == 5


def test_only_the_last_change_is_read_to_undo_in_a_long_history(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database(path) as database:
        for _ in range(50):
            mark(database, ARTICLES[0], "Moss")
    with Database(path) as database:
        read: list[int] = []
        document = database_module.DurableTable.document

        def counted(table: database_module.DurableTable, doc_id: int) -> object:
            read.append(doc_id)
            return document(table, doc_id)

        monkeypatch.setattr(database_module.DurableTable, "document", counted)
        assert database.summary("a") == Summary(False, 50, 0, 0)
        assert len(read) == 1
        read.clear()
        database.kept_annotations("a")
        assert len(read) == 51
        read.clear()
        assert database.undoable is not None
        assert len(read) == 2


def test_rows_are_values() -> None:
    assert ChangeRow("t", "b", "a", "w") == ChangeRow("t", "b", "a", "w", ())
