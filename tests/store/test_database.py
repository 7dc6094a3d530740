"""The store: what is said is there at once, on disk soon, and back after reopening."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from tinydb import TinyDB, where

from store.annotations import Annotations
from store.database import Database, Summary
from store.documents import DocumentError
from store.durable_json import DurableTable
from store.errors import StoreError, StoreLockedError
from store.file_system import RealFileSystem
from store.records import Article, Participant, Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "annotations.json"


def mark_all(database: Database, article: Article, records: tuple[Record, ...]) -> Annotations:
    annotations = database.annotations(article)
    for record in records:
        annotations = database.commit(annotations.add(record), annotations)
    return annotations


def stock(path: Path) -> list[dict[str, Any]]:
    """The documents as TinyDB itself reads them."""
    with TinyDB(path) as tinydb:
        return [dict(document) for document in tinydb.table("annotations")]


def test_nothing_is_known_of_a_new_article(path: Path, article: Article) -> None:
    with Database(path) as database:
        assert database.annotations(article) == Annotations.none_of(article)
        assert database.summary(article.id) == Summary()
        assert database.articles == ()
        assert database.done_count == 0
        assert database.undoable is None
        assert database.redoable is None
    assert not path.exists()


def test_what_is_marked_is_there_after_reopening(
    path: Path, article: Article, records: tuple[Record, ...]
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
        assert database.done_count == 1


def test_stock_tinydb_reads_every_document(
    path: Path, article: Article, records: tuple[Record, ...]
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


def test_articles_are_told_apart(path: Path, article: Article) -> None:
    other = structs.replace(article, id="other")
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
        mark_all(database, other, (Participant(id="p1", name="Reed"),))
    with Database(path) as database:
        assert database.articles == (article.id, "other")
        assert database.annotations(article).participants[0].name == "Moss"
        assert database.annotations(other).participants[0].name == "Reed"


def test_metadata_are_those_of_the_file_as_it_is_now(
    path: Path, article: Article, records: tuple[Record, ...]
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


def test_the_hash_stays_that_of_the_text_that_was_marked(
    path: Path, article: Article, records: tuple[Record, ...]
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
    path: Path, article: Article, records: tuple[Record, ...]
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
    path: Path, article: Article, records: tuple[Record, ...]
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
    path: Path, article: Article, records: tuple[Record, ...]
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
    path: Path, article: Article, records: tuple[Record, ...]
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


def test_two_records_of_one_id_are_refused(path: Path, article: Article) -> None:
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "participant", "article": article.id, "id": "p1", "name": "Reed"}
        )
    with Database(path) as database, pytest.raises(StoreError, match="a second record has the id"):
        database.annotations(article)


def test_documents_of_other_programs_are_left_alone(path: Path, article: Article) -> None:
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
    path: Path, article: Article, records: tuple[Record, ...]
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


def test_records_that_another_program_added_are_not_missed(path: Path, article: Article) -> None:
    with Database(path) as database:
        mark_all(database, article, (Participant(id="p1", name="Moss"),))
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert(
            {"type": "participant", "article": article.id, "id": "p2", "name": "Reed"}
        )
    with Database(path) as database:
        assert database.missing(article.id) == 0
        assert len(database.annotations(article).participants) == 2


# The writing thread


class Disk:
    """The real disk, which can be made to wait or to fail at its next sync."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.goes_on = threading.Event()
        self.goes_on.set()
        self.fails: OSError | None = None
        self.syncs = 0
        sync: Callable[[RealFileSystem, int], None] = RealFileSystem.fdatasync

        def fdatasync(file_system: RealFileSystem, descriptor: int) -> None:
            self.goes_on.wait()
            self.syncs += 1
            if self.fails:
                raise self.fails
            sync(file_system, descriptor)

        monkeypatch.setattr(RealFileSystem, "fdatasync", fdatasync)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def store(path: Path, article: Article, records: tuple[Record, ...], disk: Disk) -> Database:
    """An open store with a participant in it."""
    database = Database(path)
    mark_all(database, article, records[:1])
    database.flush()
    return database


def test_a_mark_is_known_before_the_disk_has_it(
    store: Database, path: Path, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    disk.goes_on.clear()
    annotations = mark_all(store, article, records[1:])
    assert store.saving
    assert store.annotations(article) == annotations
    assert store.summary(article.id) == Summary(False, 2, 2, 1)
    assert store.undoable is not None
    assert store.undoable.what == "mark f1"
    annotations = store.undo(annotations)
    assert "f1" not in annotations.records
    assert [row.what for row in store.changes()][-1] == "undo: mark f1"
    disk.goes_on.set()
    store.flush()
    assert not store.saving
    assert store.annotations(article) == annotations
    store.close()
    with Database(path) as database:
        assert database.annotations(article) == annotations


def test_many_articles_can_wait_for_the_disk(store: Database, path: Path, disk: Disk) -> None:
    disk.goes_on.clear()
    articles = [Article(id=f"a{number}", text="Moss spoke.") for number in range(100)]
    for article in articles:
        mark_all(store, article, (Participant(id="p1", name=article.id),))
    assert [store.annotations(article).participants[0].name for article in articles] == [
        article.id for article in articles
    ]
    disk.goes_on.set()
    store.close()
    with Database(path) as database:
        assert len(database.articles) == 101
        assert sum(database.summary(key).participants for key in database.articles) == 101


def test_articles_that_are_on_disk_do_not_stay_in_memory(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [Article(id=f"a{number}", text="Moss spoke.") for number in range(100)]
    for article in articles:
        mark_all(store, article, (Participant(id="p1", name=article.id),))
    store.flush()
    store.annotations(articles[-1])
    read: list[int] = []
    document = DurableTable.document

    def counted(table: DurableTable, doc_id: int) -> Any:
        read.append(doc_id)
        return document(table, doc_id)

    monkeypatch.setattr(DurableTable, "document", counted)
    store.annotations(articles[-1])
    assert not read
    assert store.annotations(articles[0]).participants[0].name == "a0"
    assert read
    store.close()


def test_each_change_is_told_when_it_is_on_disk(
    store: Database, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    saved: list[int] = []
    store.on_save = lambda: saved.append(disk.syncs)
    before = disk.syncs
    mark_all(store, article, records[1:])
    store.flush()
    store.close()
    assert saved == [before + 1, before + 2, before + 3, before + 4]


def test_a_failed_write_takes_back_all_that_is_not_on_disk(
    store: Database, path: Path, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    on_disk = store.annotations(article)
    done = store.commit(on_disk.set_status("done"), on_disk)
    store.flush()
    assert store.done_count == 1
    other = Article(id="other", text="Moss spoke.")
    disk.goes_on.clear()
    disk.fails = OSError(errno.ENOSPC, "No space left on device")
    told: list[bool] = []
    store.on_save = lambda: told.append(store.saving)
    store.keep_place(article.id, 3)
    annotations = mark_all(store, article, records[1:3])
    annotations = store.commit(annotations.set_status("open"), annotations)
    store.undo(annotations)
    mark_all(store, other, (Participant(id="p1", name="Moss"),))
    assert store.articles == (article.id, "other")
    disk.goes_on.set()
    with pytest.raises(StoreError, match="No space left on device"):
        store.flush()
    assert told == [False]
    assert not store.saving
    assert not store.writable
    assert store.failure is not None
    assert [change.what for change in store.unsaved] == [
        "mark p2",
        "mark q1",
        "mark open",
        "mark open",
        "mark p1",
    ]
    assert store.annotations(article) == done
    assert store.articles == (article.id,)
    assert store.summary(article.id) == Summary(True, 1, 0, 0)
    assert store.done_count == 1
    assert store.undoable is not None
    assert store.undoable.what == "mark done"
    assert store.redoable is None
    assert [row.what for row in store.changes()] == ["mark p1", "mark done"]
    store.close()


def test_after_a_failed_write_nothing_is_tried_again_until_reopening(
    store: Database, path: Path, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    disk.fails = OSError(errno.EIO, "Input/output error")
    before = store.annotations(article)
    store.commit(before.add(records[1]), before)
    with pytest.raises(StoreError, match="Input/output error"):
        store.flush()
    syncs = disk.syncs
    disk.fails = None
    with pytest.raises(StoreError, match="Input/output error"):
        store.commit(before.add(records[2]), before)
    with pytest.raises(StoreError, match="Input/output error"):
        store.undo(before)
    store.close()
    assert disk.syncs == syncs
    with Database(path) as database:
        assert database.annotations(article) == before
        after = database.commit(before.add(records[1]), before)
        database.flush()
        assert database.annotations(article) == after


def test_what_could_not_be_written_is_rescued_to_another_path(
    store: Database, tmp_path: Path, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    disk.goes_on.clear()
    disk.fails = OSError(errno.ENOSPC, "No space left on device")
    annotations = mark_all(store, article, records[1:])
    annotations = store.commit(annotations.remove("p2"), annotations)
    disk.goes_on.set()
    with pytest.raises(StoreError):
        store.flush()
    disk.fails = None
    rescued = tmp_path / "rescued.json"
    store.rescue(rescued)
    with pytest.raises(StoreError, match="is there already"):
        store.rescue(rescued)
    store.close()
    with Database(rescued) as database:
        assert database.annotations(article) == annotations
        assert database.undoable is not None
        assert "p2" in database.undo(annotations).records


def test_a_store_whose_file_was_removed_can_be_rescued(
    store: Database, path: Path, tmp_path: Path, article: Article, records: tuple[Record, ...]
) -> None:
    path.unlink()
    annotations = mark_all(store, article, records[1:2])
    with pytest.raises(StoreError):
        store.flush()
    store.rescue(tmp_path / "rescued.json")
    store.close()
    with Database(tmp_path / "rescued.json") as database:
        assert database.annotations(article) == annotations


def test_a_change_by_another_program_is_reported_and_not_overwritten(
    store: Database, path: Path, article: Article, records: tuple[Record, ...]
) -> None:
    with TinyDB(path) as tinydb:
        tinydb.table("annotations").insert({"n": 1})
    theirs = path.read_bytes()
    mark_all(store, article, records[1:2])
    with pytest.raises(StoreError, match="changed by another program"):
        store.flush()
    assert [change.what for change in store.unsaved] == ["mark p2"]
    store.close()
    assert path.read_bytes() == theirs


def test_leaving_a_store_raises_what_could_not_be_written(
    store: Database, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    disk.fails = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(StoreError, match="No space left"), store:
        mark_all(store, article, records[1:2])


def test_closing_waits_for_the_disk_and_may_be_repeated(
    store: Database, path: Path, article: Article, records: tuple[Record, ...], disk: Disk
) -> None:
    disk.goes_on.clear()
    annotations = mark_all(store, article, records[1:])
    threading.Timer(0.05, disk.goes_on.set).start()
    store.close()
    store.close()
    with Database(path) as database:
        assert database.annotations(article) == annotations


def test_a_closed_store_takes_no_change(
    store: Database, path: Path, article: Article, records: tuple[Record, ...]
) -> None:
    annotations = store.annotations(article)
    store.close()
    store.flush()
    with pytest.raises(StoreError, match="is closed"):
        store.commit(annotations.add(records[1]), annotations)


def test_a_script_that_forgets_to_close_loses_nothing(path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from store.database import Database\n"
        "from store.records import Article, Participant\n"
        "database = Database(Path(sys.argv[1]))\n"
        "annotations = database.annotations(Article(id='a', text='Moss spoke.'))\n"
        "for number in range(1, 51):\n"
        "    person = Participant(id=f'p{number}', name='Moss')\n"
        "    annotations = database.commit(annotations.add(person), annotations)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    with Database(path) as database:
        assert database.summary("a").participants == 50


def test_readers_on_other_threads_see_whole_changes(path: Path) -> None:
    article = Article(id="a", text="Moss spoke.")
    stop = threading.Event()
    wrong: list[object] = []
    with Database(path) as database:
        annotations = database.annotations(article)

        def read() -> None:
            while not stop.is_set():
                people, quotes = database.summary("a")[1:3]
                seen = database.kept_annotations("a")
                if len(seen.records) != seen.entry.records or quotes:
                    wrong.append((people, seen))

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        for number in range(1, 60):
            person = Participant(id=f"p{number}", name="Moss")
            annotations = database.commit(annotations.add(person), annotations)
        database.flush()
        stop.set()
        for reader in readers:
            reader.join()
    assert not wrong
