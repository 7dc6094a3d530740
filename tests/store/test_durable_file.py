"""The file itself: what a mark costs, what opening finds, and who may write."""

import importlib.util
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from simulated_disk import SimulatedDisk
from tinydb import TinyDB, where

from store import file_system
from store.durable_file import DurableFile
from store.durable_json import DurableJSONStorage, DurableTable
from store.errors import StoreDamagedError, StoreError, StoreLockedError, StoreReadOnlyError

STORE = Path("/disk/annotations.json")
KEYS = ("article", "type")


def quote(number, article="a"):
    return {"type": "quote", "article": article, "id": f"q{number}", "note": "é😀" * 9}


def everything(file, name="annotations"):
    return {doc_id: file.fields(name, doc_id) for doc_id in file.index(name).places}


def stored(path):
    """A store of ten quotes, closed, and what is in it."""
    file = DurableFile(path)
    for number in range(1, 11):
        file.commit("annotations", {number: quote(number)}, [])
    documents = everything(file)
    file.close()
    return documents


# What a mark costs


@pytest.mark.parametrize("count", [1, 100, 5_000])
def test_a_mark_is_one_write_and_one_sync_whatever_the_size_of_the_store(count):
    disk = SimulatedDisk()
    file = DurableFile(STORE, keys=KEYS, file_system=disk)
    file.commit("annotations", {n: quote(n) for n in range(1, count + 1)}, [])
    for number in range(count + 1, count + 60):
        line = f',"{number}": {json.dumps(quote(number))}\n'
        before, size = len(disk.calls), len(disk.content(STORE))
        file.commit("annotations", {number: quote(number)}, [])
        (write, written), sync = disk.calls[before:]
        assert (write, sync) == ("pwrite", ("fdatasync", 0))
        room = len(disk.content(STORE)) - size
        assert written <= len(line) + 8 + (room and 16 * 4096)


def test_most_marks_do_not_make_the_file_longer():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    sizes = set()
    for number in range(1, 200):
        file.commit("annotations", {number: quote(number)}, [])
        sizes.add(len(disk.content(STORE)))
    assert len(sizes) < 20


def test_a_commit_of_many_documents_is_one_line(tmp_path):
    file = DurableFile(tmp_path / "a.json")
    file.commit("annotations", {1: quote(1), 2: quote(2)}, [])
    file.commit("annotations", {n: quote(n) for n in range(3, 43)}, [1, 2])
    assert len((tmp_path / "a.json").read_bytes().splitlines()) == 4
    assert [*everything(file)] == [*range(3, 43)]
    file.close()


def test_a_commit_of_nothing_writes_nothing():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    file.commit("annotations", {1: {}}, [])
    before = len(disk.calls)
    file.commit("annotations", {}, [])
    assert len(disk.calls) == before


def test_reading_does_not_wait_for_the_disk():
    disk = SimulatedDisk()
    file = DurableFile(STORE, keys=KEYS, file_system=disk)
    file.commit("annotations", {1: quote(1)}, [])
    sync, syncing, go_on = disk.fdatasync, threading.Event(), threading.Event()

    def slow(descriptor):
        syncing.set()
        assert go_on.wait(10)
        sync(descriptor)

    disk.fdatasync = slow
    writer = threading.Thread(target=file.commit, args=("annotations", {2: quote(2)}, []))
    writer.start()
    assert syncing.wait(10)
    assert everything(file) == {1: quote(1)}, "a mark is known only once it is on disk"
    go_on.set()
    writer.join()
    assert everything(file) == {1: quote(1), 2: quote(2)}


# In order


def test_a_small_file_is_put_in_order_when_it_is_closed(tmp_path):
    path = tmp_path / "a.json"
    file = DurableFile(path)
    file.commit("annotations", {3: {"n": 3}, 1: {"n": 1}, 2: {"n": 2}}, [])
    file.commit("annotations", {2: {"n": 2, "é": "…"}}, [1])
    file.close()
    assert path.read_bytes() == (
        b'{"annotations": {\n"2": {"n": 2, "\\u00e9": "\\u2026"}\n,"3": {"n": 3}\n}}'
    )
    before = path.stat()
    DurableFile(path).close()
    assert path.stat() == before, "in order already"


def test_an_id_is_never_used_again(tmp_path):
    path = tmp_path / "a.json"
    for used in (2, 3, 4):
        file = DurableFile(path)
        assert file.index("annotations").last_id == used - 2 + (used > 2)
        file.commit("annotations", {used: {}}, [])
        file.commit("annotations", {}, [used])
        assert file.index("annotations").last_id == used
        file.close()
    with TinyDB(path, storage=DurableJSONStorage) as database:
        assert database.tables() == {"annotations"}
        assert DurableTable(database.storage, "annotations").insert({}) == 5


def test_a_large_file_is_put_in_order_only_when_it_holds_much_that_was_replaced(tmp_path):
    path = tmp_path / "a.json"
    file = DurableFile(path)
    text = {"text": "x" * 10_000}
    file.commit("annotations", dict.fromkeys(range(1, 501), text), [])
    inode = path.stat().st_ino
    file.commit("annotations", dict.fromkeys(range(1, 20), text), [])
    file.close()
    assert path.stat().st_ino == inode
    file = DurableFile(path)
    file.commit("annotations", dict.fromkeys(range(1, 200), text), [])
    file.close()
    assert path.stat().st_ino != inode
    assert len(path.read_bytes().splitlines()) == 502


def test_permissions_are_kept(tmp_path):
    path = tmp_path / "a.json"
    stored(path)
    path.chmod(0o640)
    file = DurableFile(path)
    file.commit("annotations", {99: {}}, [])
    file.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


# Several tables


def test_several_tables_live_in_one_file(tmp_path):
    path = tmp_path / "a.json"
    file = DurableFile(path, keys=KEYS)
    for number in range(1, 7):
        file.commit(("a", "b", 'c"\t')[number % 3], {number: quote(number)}, [])
    again = {name: everything(file, name) for name in file.tables}
    file.close()
    assert set(again) == {"a", "b", 'c"\t'}
    file = DurableFile(path, keys=KEYS)
    assert {name: everything(file, name) for name in file.tables} == again
    assert sorted(len(table) for table in json.loads(path.read_text()).values()) == [2, 2, 2]
    file.close()


def test_documents_are_found_by_their_keys(tmp_path):
    path = tmp_path / "a.json"
    storage = DurableJSONStorage(path, keys=KEYS)
    table = DurableTable(storage, "annotations")
    table.commit({1: quote(1), 2: quote(2, "b"), 3: {"article": "a", "type": "change"}}, [])
    table.commit({4: {"article": 5}, 5: {}, 2: quote(2, "a")}, [])
    table.commit({}, [1])
    for _ in range(2):
        assert set(table.values()) == {"a"}
        assert table.ids_of("a") == (2, 3)
        assert table.ids_of("a", "quote") == table.ids_of_kind("quote") == (2,)
        assert table.counts_of("a") == {"quote": 1, "change": 1}
        assert table.ids_of("b") == ()
        assert table.document(2) == quote(2, "a")
        with pytest.raises(KeyError):
            table.document(1)
        # The same again from a file that was not put in order.
        content = path.read_bytes()
        storage.close()
        path.write_bytes(content)
        storage = DurableJSONStorage(path, keys=KEYS)
        table = DurableTable(storage, "annotations")
    storage.close()


# What opening finds


def test_cut_off_at_any_byte_the_file_opens_with_every_whole_line():
    disk = SimulatedDisk()
    file = DurableFile(STORE, keys=KEYS, file_system=disk)
    moments, documents = {}, {}
    for number in range(1, 31):
        put = {number: quote(number), number + 100: {"n": number}} if number % 4 else {}
        removed = [number - 1] if number % 4 == 0 else []
        file.commit("annotations", put, removed)
        kept = {**documents, **put}
        documents = {key: value for key, value in kept.items() if key not in removed}
        moments[file._end] = documents
    content = disk.content(STORE)
    # The header and the first line came by renaming: no power cut can take them.
    for size in range(min(moments), len(content) + 1):
        last = max(end for end in moments if end <= size)
        found = DurableFile(STORE, file_system=SimulatedDisk({STORE: content[:size]}))
        assert everything(found) == moments[last]
        assert bool(found.recovered) == (size < len(content))


def test_a_torn_last_line_is_cut_and_said_to_be(tmp_path):
    path = tmp_path / "a.json"
    documents = stored(path)
    whole = path.read_bytes()
    torn = whole.removesuffix(b"}}") + b',"11": {"type": "quo'
    path.write_bytes(torn)
    reader = DurableFile(path, writable=False)
    assert everything(reader) == documents
    assert "not whole" in reader.recovered
    reader.close()
    assert path.read_bytes() == torn, "a reader mends nothing"
    writer = DurableFile(path)
    assert everything(writer) == documents
    assert f"the last line of {path} was not whole" in writer.recovered
    assert json.loads(path.read_bytes()) == json.loads(whole)
    writer.close()


@pytest.mark.parametrize("line", range(1, 11))
def test_damage_in_the_middle_is_refused_and_left_alone(tmp_path, line):
    path = tmp_path / "a.json"
    stored(path)
    lines = path.read_bytes().split(b"\n")
    lines[line] = lines[line][:20] + b"\0\0\0" + lines[line][23:]
    damaged = b"\n".join([*lines[:-1], b',"12": {}', lines[-1]])
    path.write_bytes(damaged)
    with pytest.raises(StoreDamagedError, match=rf"line {line + 1} .*onrecord repair .* -o NEW"):
        DurableFile(path)
    assert path.read_bytes() == damaged
    DurableFile(tmp_path / "b.json").close()


def overwrite(path: Path) -> None:
    with path.open("r+b") as other:
        other.write(b"#" * 2000)


def test_what_another_program_changed_in_place_is_to_be_opened_again(tmp_path):
    path = tmp_path / "a.json"
    stored(path)
    file = DurableFile(path)
    overwrite(path)
    os.utime(path, ns=(0, 0))  # whatever the clock's steps are, another time than ours
    with pytest.raises(StoreError, match=r"changed by another program .* again") as caught:
        file.fields("annotations", 1)
    assert "repair" not in str(caught.value)
    file.close()


def test_what_vanishes_though_nobody_changed_it_is_damage(tmp_path):
    path = tmp_path / "a.json"
    stored(path)
    file = DurableFile(path)
    before = path.stat().st_mtime_ns
    size = path.stat().st_size
    overwrite(path)
    os.truncate(path, size)
    os.utime(path, ns=(before, before))
    with pytest.raises(StoreDamagedError, match=r"no longer holds .* onrecord repair"):
        file.fields("annotations", 1)
    file.close()


LAYOUTS = {
    "stock": lambda tables: json.dumps(tables),
    "pretty": lambda tables: json.dumps(tables, indent=4),
    "crlf": lambda tables: json.dumps(tables, indent=1).replace("\n", "\r\n"),
    "unescaped": lambda tables: json.dumps(tables, ensure_ascii=False, sort_keys=True),
    "bom": lambda tables: "\ufeff" + json.dumps(tables),
    "last by hand": lambda tables: (
        '{"_default": {\n"1": {"article": "a"}\n},"annotations": {\n"7": {"n": 7, "t": "é\u2028"}\n'
        ',"2": {"a": ""}\n,"3": {"x":\n {"y": [1.5, null]}}\n\n}}\n'
    ),
    "edited": lambda tables: '{"annotations": {\n' + json.dumps(tables, indent=1)[20:],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_files_of_other_programs_are_taken_over(tmp_path, layout):
    path = tmp_path / "a.json"
    tables = {
        "annotations": {
            "7": {"n": 7, "t": "é\u2028"},
            "2": {"a": ""},
            "3": {"x": {"y": [1.5, None]}},
        },
        "_default": {"1": {"article": "a"}},
    }
    path.write_text(LAYOUTS[layout](tables), encoding="utf-8", newline="")
    before = path.read_bytes()
    file = DurableFile(path, keys=KEYS)
    assert {name: everything(file, name) for name in file.tables} == {
        name: {int(doc_id): fields for doc_id, fields in table.items()}
        for name, table in tables.items()
    }
    assert file.index("_default").groups["a"][""] == [1]
    assert path.read_bytes() == before, "looking changes nothing"
    file.commit("annotations", {8: {"n": 8}}, [])
    file.close()
    tables["annotations"]["8"] = {"n": 8}
    assert json.loads(path.read_bytes()) == tables


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not json", "Expecting value"),
        (b'{"a": {"1": {}}', "line 1"),
        (b"[1]", "not tables of numbered documents"),
        (b'{"a": {"x": {}}}', "not tables of numbered documents"),
        (b'{"a": {"1": 3}}', "not tables of numbered documents"),
        (b'\xff\xfe{"a"', "codec"),
        (b"[" * 100_000, "recursion"),
    ],
)
def test_what_is_no_tinydb_file_is_refused_and_left_alone(tmp_path, content, reason):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match=reason):
        DurableFile(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"{}", b" \n", b"{}\n"])
def test_an_empty_file_is_an_empty_store(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    file = DurableFile(path)
    file.commit("annotations", {1: {"n": 1}}, [])
    file.close()
    assert json.loads(path.read_bytes()) == {"annotations": {"1": {"n": 1}}}


def test_numbers_and_halves_of_characters_that_only_python_writes_are_read(tmp_path):
    path = tmp_path / "a.json"
    odd = {"text": "\ud83d", "n": float("inf"), "big": 10**30, "article": "\udc00"}
    file = DurableFile(path, keys=KEYS)
    file.commit("annotations", {1: odd, 2: quote(2)}, [])
    file.close()
    file = DurableFile(path, keys=KEYS)
    assert everything(file) == {1: odd, 2: quote(2)}
    file.close()


# Who may write


def test_the_second_to_open_is_told_who_holds_the_store_and_may_read(tmp_path):
    path = tmp_path / "a.json"
    documents = stored(path)
    first = DurableFile(path)
    with pytest.raises(StoreLockedError, match=rf"in use by .+, process {os.getpid()}, since"):
        DurableFile(path)
    reader = DurableFile(path, writable=False)
    assert everything(reader) == documents
    with pytest.raises(StoreReadOnlyError, match="reading only"):
        reader.commit("annotations", {11: {}}, [])
    first.commit("annotations", {12: {}}, [])
    first.close()
    assert everything(reader) == documents, "a reader sees the store as it opened it"
    DurableFile(path).close()


def test_the_lock_is_free_once_its_holder_was_killed(tmp_path):
    path = tmp_path / "a.json"
    script = (
        "import sys, time\nfrom store.durable_file import DurableFile\n"
        "file = DurableFile(sys.argv[1])\nfile.commit('annotations', {1: {'n': 1}}, [])\n"
        "print('ready', flush=True)\ntime.sleep(60)\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"ready\n"
        with pytest.raises(StoreLockedError, match=f"process {holder.pid}"):
            DurableFile(path)
        holder.kill()
    file = DurableFile(path)
    assert everything(file) == {1: {"n": 1}}
    file.close()


@pytest.mark.parametrize("how", ["in place", "renamed", "removed", "same size"])
def test_a_change_behind_our_back_is_reported_and_never_overwritten(tmp_path, how):
    path = tmp_path / "a.json"
    stored(path)
    file = DurableFile(path)
    file.commit("annotations", {11: quote(11)}, [])
    if how == "in place":
        with TinyDB(path) as other:
            other.table("annotations").insert({"by": "another"})
    elif how == "renamed":
        (tmp_path / "other").write_bytes(path.read_bytes())
        (tmp_path / "other").replace(path)
    elif how == "removed":
        path.unlink()
    else:
        content = path.read_bytes()
        os.utime(path, ns=(1, 1))
        path.write_bytes(content.replace(b"q11", b"q99"))
    theirs = path.read_bytes() if path.exists() else None
    with pytest.raises(StoreError, match=r"nothing was written over it. Quit, and open it again"):
        file.commit("annotations", {12: {}}, [])
    file.close()
    assert (path.read_bytes() if path.exists() else None) == theirs


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_refused(tmp_path):
    path = tmp_path / "a.json"
    stored(path)
    path.chmod(0o400)
    with pytest.raises(StoreReadOnlyError, match="--read-only"):
        DurableFile(path)


# With TinyDB


class Database(TinyDB):
    table_class = DurableTable


def test_stock_tinydb_reads_the_file_at_any_moment(tmp_path):
    path = tmp_path / "a.json"
    with Database(path, storage=DurableJSONStorage) as database:
        table = database.table("annotations")
        for number in range(1, 30):
            table.insert(quote(number))
            with TinyDB(path) as stock:
                found = stock.table("annotations").search(where("type") == "quote")
            assert [document["id"] for document in found] == [f"q{n}" for n in range(1, number + 1)]


def test_a_failing_updater_changes_nothing(tmp_path):
    path = tmp_path / "a.json"
    with Database(path, storage=DurableJSONStorage) as database:
        database.insert_multiple({"n": number} for number in range(5))
        before = path.read_bytes()

        def fail(document):
            document["n"] = 99
            if document.get("last"):
                return
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            database.update(fail)
        assert path.read_bytes() == before
        assert [document["n"] for document in database] == [0, 1, 2, 3, 4]


def test_a_table_of_stock_tinydb_works_over_the_storage_too(tmp_path):
    path = tmp_path / "a.json"
    with TinyDB(path, storage=DurableJSONStorage) as database:
        database.insert({"n": 1})
        database.table("other").insert_multiple([{"n": 2}, {"n": 3}])
        database.update({"n": 4}, where("n") == 1)
    assert json.loads(path.read_bytes()) == {
        "_default": {"1": {"n": 4}},
        "other": {"1": {"n": 2}, "2": {"n": 3}},
    }


def test_the_windows_code_path_keeps_the_same_file(tmp_path, monkeypatch):
    """There is no pwrite there, and a file that is open must be closed before it is replaced."""
    source = importlib.util.spec_from_file_location("windows", file_system.__file__)
    windows = importlib.util.module_from_spec(source)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "win32")
        source.loader.exec_module(windows)
    for name in ("pread", "pwrite", "fdatasync"):
        monkeypatch.delattr(os, name)
    system = windows.RealFileSystem()
    opened = set()

    def remember(path, writable):
        descriptor = windows.RealFileSystem.open(system, path, writable)
        opened.add(descriptor)
        return descriptor

    def forget(descriptor):
        opened.discard(descriptor)
        windows.RealFileSystem.close(system, descriptor)

    def careful(source, target):
        assert not opened, "Windows would refuse this"
        windows.RealFileSystem.replace(system, source, target)

    system.open, system.close, system.replace = remember, forget, careful
    path = tmp_path / "a.json"
    for number in range(1, 4):
        file = DurableFile(path, file_system=system)
        file.commit("annotations", {number: {"n": number}}, [number - 1])
        file.commit("b", {number: {"n": number}}, [])
        assert everything(file) == {number: {"n": number}}
        file.close()
    assert not opened
    assert json.loads(path.read_bytes())["annotations"] == {"3": {"n": 3}}


def test_a_document_both_put_and_removed_is_removed(tmp_path):
    path = tmp_path / "a.json"
    with Database(path, keys=KEYS, storage=DurableJSONStorage) as database:
        table = database.table("annotations")
        table.commit({1: quote(1), 2: quote(2)}, [2, 2, 7])
        assert table.ids_of("a") == (1,)
        assert [document.doc_id for document in table] == [1]


def test_readers_and_a_writer_in_two_threads_see_whole_commits(tmp_path):
    storage = DurableJSONStorage(tmp_path / "a.json", keys=KEYS)
    table = DurableTable(storage, "annotations")
    table.commit({1: {"article": "a", "n": 0}, 2: {"article": "a", "n": 0}}, [])
    stop = threading.Event()

    def write():
        for number in range(1, 300):
            table.commit({i: {"article": "a", "n": number} for i in (1, 2)}, [])
        stop.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    while not stop.is_set():
        first, second = (table.document(doc_id)["n"] for doc_id in table.ids_of("a"))
        assert seen <= first <= second
        seen = first
    writer.join()
    assert table.document(1) == table.document(2) == {"article": "a", "n": 299}
    storage.close()
