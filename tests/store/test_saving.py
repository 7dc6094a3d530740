"""The writing thread: what is marked is known at once, and taken back when the disk refuses it."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from tinydb import TinyDB

from store.annotations import Annotations
from store.database import Database, Summary
from store.durable_json import DurableTable
from store.errors import StoreError
from store.file_system import RealFileSystem
from store.records import Article, Participant, Record

MarkAll: TypeAlias = Callable[[Database, Article, tuple[Record, ...]], Annotations]


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
def store(
    path: Path, article: Article, records: tuple[Record, ...], disk: Disk, mark_all: MarkAll
) -> Database:
    """An open store with a participant in it."""
    database = Database(path)
    mark_all(database, article, records[:1])
    database.flush()
    return database


def test_a_mark_is_known_before_the_disk_has_it(
    store: Database,
    path: Path,
    article: Article,
    records: tuple[Record, ...],
    disk: Disk,
    mark_all: MarkAll,
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


def test_many_articles_can_wait_for_the_disk(
    store: Database, path: Path, disk: Disk, mark_all: MarkAll
) -> None:
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
    store: Database, monkeypatch: pytest.MonkeyPatch, mark_all: MarkAll
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
    store: Database, article: Article, records: tuple[Record, ...], disk: Disk, mark_all: MarkAll
) -> None:
    saved: list[int] = []
    store.on_save = lambda: saved.append(disk.syncs)
    before = disk.syncs
    mark_all(store, article, records[1:])
    store.flush()
    store.close()
    assert saved == [before + 1, before + 2, before + 3, before + 4]


def test_a_failed_write_takes_back_all_that_is_not_on_disk(
    store: Database,
    path: Path,
    article: Article,
    records: tuple[Record, ...],
    disk: Disk,
    mark_all: MarkAll,
) -> None:
    on_disk = store.annotations(article)
    done = store.commit(on_disk.set_status("done"), on_disk)
    store.flush()
    assert len(store.done) == 1
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
    assert len(store.done) == 1
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
    store: Database,
    tmp_path: Path,
    article: Article,
    records: tuple[Record, ...],
    disk: Disk,
    mark_all: MarkAll,
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
    store: Database,
    path: Path,
    tmp_path: Path,
    article: Article,
    records: tuple[Record, ...],
    mark_all: MarkAll,
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
    store: Database, path: Path, article: Article, records: tuple[Record, ...], mark_all: MarkAll
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
    store: Database, article: Article, records: tuple[Record, ...], disk: Disk, mark_all: MarkAll
) -> None:
    disk.fails = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(StoreError, match="No space left"), store:
        mark_all(store, article, records[1:2])


def test_closing_waits_for_the_disk_and_may_be_repeated(
    store: Database,
    path: Path,
    article: Article,
    records: tuple[Record, ...],
    disk: Disk,
    mark_all: MarkAll,
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
