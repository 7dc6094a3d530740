"""The commands that work on a store: check, export, history, restore, repair."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from store.database import Database
from store.folder import Folder
from store.records import Participant, Quote, Span
from tui.__main__ import program

QUOTA = "Velmara will raise the quota next year, minister Ione Harrow said.\n"
PORT = "Kestria closes its port.\n"
ARTICLES = {"2031-06-14-quota.txt": QUOTA, "week/port.md": PORT}


not_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)


def invoke(*arguments: str | Path):
    return CliRunner().invoke(program, [str(argument) for argument in arguments])


def said(result) -> str:
    return " ".join(result.stderr.split())


@pytest.fixture
def folder(tmp_path):
    """Two articles, of which one is marked: by Ada, a participant at eight, a quote at nine."""
    for name, text in ARTICLES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    articles = Folder([tmp_path])
    file = articles.find("2031-06-14-quota")
    assert file
    article = articles.read(file)
    start = QUOTA.index("Ione Harrow")
    speaker = Participant(
        id="p1", name="Ione Harrow", mentions=(Span.of(QUOTA, start, start + 11),)
    )
    quote = Quote(id="q1", speakers=("p1",), content=(Span.of(QUOTA, 0, 38),))
    for record, hour in ((speaker, 8), (quote, 9)):
        now = f"2031-06-14T{hour:02}:00:00Z"
        with Database(tmp_path / "annotations.json", by="Ada", now=lambda now=now: now) as database:
            annotations = database.annotations(article)
            database.commit(annotations.add(record), annotations)
    return tmp_path


@pytest.fixture
def store(folder):
    return folder / "annotations.json"


@pytest.fixture
def many(tmp_path):
    """A store of 2,000 articles: enough to fill a pipe."""
    documents = {
        str(number): {
            "type": "quote",
            "article": f"a{number:04}",
            "id": "q1",
            "content": [{"start": 0, "end": 7, "text": "Velmara"}],
        }
        for number in range(1, 2001)
    }
    path = tmp_path / "annotations.json"
    path.write_text(json.dumps({"annotations": documents}))
    return path


def changed(store: Path, old: str, new: str) -> None:
    content = store.read_text(encoding="ascii")
    assert old in content
    store.write_text(content.replace(old, new), encoding="ascii")


def test_a_sound_store_passes_with_one_line_of_summary(store):
    result = invoke("check", store)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert said(result) == "2 records of 1 article: no problem"


def test_the_folder_of_a_store_stands_for_it(folder):
    assert invoke("check", folder).exit_code == 0
    assert invoke("export", folder).stdout == invoke("export", folder / "annotations.json").stdout


def test_a_problem_is_a_line_of_file_article_record_and_reason(folder, store):
    (folder / "2031-06-14-quota.txt").write_text(QUOTA.replace("Ione", "Iona"), encoding="utf-8")
    result = invoke("check", store)
    assert result.exit_code == 1
    line = next(line for line in result.stdout.splitlines() if "p1" in line)
    assert line.startswith(f"{store}: 2031-06-14-quota: p1: ")
    assert "Ione Harrow" in line
    assert "problem" in said(result)


def test_articles_may_be_elsewhere(folder, store, tmp_path):
    moved = tmp_path / "elsewhere" / "mine.json"
    moved.parent.mkdir()
    store.rename(moved)
    assert "not in" in invoke("check", moved).stdout
    assert invoke("check", moved, folder).exit_code == 0


def test_a_problem_cannot_act_on_the_terminal_or_break_its_line(folder, store):
    changed(store, '"text": "Ione Harrow"', '"text": "\\u001b[2J\\nIone\\u202e"')
    result = invoke("check", store)
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
    assert all(line.startswith(f"{store}: ") for line in result.stdout.splitlines())


def test_the_export_is_yaml_on_standard_output(store):
    result = invoke("export", store)
    assert result.exit_code == 0
    assert result.stderr == ""
    (document,) = yaml.safe_load_all(result.stdout)
    assert document["schema"] == "onrecord/1"
    assert document["article"]["id"] == "2031-06-14-quota"
    assert document["quotes"][0]["speakers"] == ["p1"]


def test_the_export_to_a_file_is_the_same(store, tmp_path):
    output = tmp_path / "records.yaml"
    result = invoke("export", store, "-o", output)
    assert (result.exit_code, result.stdout) == (0, "")
    assert output.read_bytes() == invoke("export", store, "-o", "-").stdout_bytes


def test_the_export_is_utf_8_whatever_the_locale(store):
    changed(store, "Ione Harrow", "Ion\\u00e9 Harrow")
    result = subprocess.run(
        [sys.executable, "-m", "tui", "export", store],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        check=True,
    )
    assert "Ioné".encode() in result.stdout


def test_a_failed_export_leaves_the_old_file(store, tmp_path, monkeypatch):
    output = tmp_path / "records.yaml"
    output.write_text("old")

    def full(*_):
        yield "---\n"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("store.yaml_export.export", full)
    result = invoke("export", store, "-o", output)
    assert result.exit_code == 1
    assert "No space left on device" in said(result)
    assert output.read_text() == "old"
    assert {path.name for path in tmp_path.iterdir() if "records" in path.name} == {"records.yaml"}


def test_a_record_that_is_none_stops_the_export_with_its_place(store, tmp_path):
    output = tmp_path / "records.yaml"
    changed(store, '"kind": "indirect"', '"kind": "whispered"')
    result = invoke("export", store, "-o", output)
    assert result.exit_code == 1
    assert str(store) in said(result)
    assert "whispered" in said(result)
    assert not output.exists()


def test_an_export_over_the_store_itself_is_refused(store):
    before = store.read_bytes()
    result = invoke("export", store, "-o", store)
    assert result.exit_code == 2
    assert "the store itself" in said(result)
    assert store.read_bytes() == before


def test_an_export_into_a_missing_folder_says_so(store, tmp_path):
    result = invoke("export", store, "-o", tmp_path / "none" / "records.yaml")
    assert result.exit_code == 2
    assert f"{tmp_path / 'none'} does not exist" in said(result)


@pytest.mark.parametrize("command", ["check", "export", "history", "restore", "repair"])
def test_a_store_is_not_read_from_standard_input(command, store, monkeypatch):
    store.rename(store.with_name("-"))
    monkeypatch.chdir(store.parent)
    result = invoke(command, "-")
    assert result.exit_code == 2
    assert "not read from standard input" in said(result)
    assert invoke("export", "./-").exit_code == 0


def test_a_store_is_not_written_to_standard_output(store, monkeypatch):
    monkeypatch.chdir(store.parent)
    before = sorted(store.parent.iterdir())
    for result in (
        invoke("repair", store, "-o", "-"),
        invoke(store.parent, "--store", "-"),
    ):
        assert result.exit_code == 2
        assert "cannot be a standard stream" in said(result)
    assert sorted(store.parent.iterdir()) == before


def test_a_new_store_in_a_missing_folder_is_refused(folder, store):
    before = sorted(folder.iterdir())
    new = folder / "new" / "deep" / "x.json"
    for result in (
        invoke(folder, "--store", new),
        invoke("repair", store, "-o", new),
        invoke("restore", new),
        invoke("restore", new, store),
    ):
        assert result.exit_code == 2
        assert f"the folder {new.parent} does not exist" in said(result)
    assert sorted(folder.iterdir()) == before


def test_the_backups_of_a_store_that_never_was_are_not_listed(tmp_path):
    for path in (tmp_path / "nowhere", tmp_path):
        result = invoke("restore", path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "does not exist, and there are no backups of it" in said(result)


@not_root
@pytest.mark.parametrize("command", ["check", "export", "history", "restore"])
def test_a_store_that_may_not_be_read_is_told_truly(command, store):
    store.chmod(0)
    result = invoke(command, store)
    assert result.exit_code == 1
    assert f"{store}: Permission denied; mend that" in said(result)


@not_root
@pytest.mark.parametrize("command", ["check", "export", "history", "restore"])
def test_a_folder_that_may_not_be_entered_is_told_truly(command, store, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    moved = store.rename(closed / "mine.json")
    closed.chmod(0)
    try:
        result = invoke(command, moved)
    finally:
        closed.chmod(0o755)
    assert result.exit_code == 1
    assert f"{moved}: Permission denied; mend that" in said(result)


@pytest.mark.skipif(os.name == "nt", reason="named pipes are of POSIX")
def test_a_pipe_is_written_to_not_replaced(store, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert invoke("export", store, "-o", pipe).exit_code == 0
        assert reader.stdout
        assert reader.stdout.read() == invoke("export", store).stdout_bytes
    assert pipe.is_fifo()


def test_a_store_without_records_exports_nothing_and_says_so(tmp_path):
    (tmp_path / "annotations.json").write_text("{}")
    result = invoke("export", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "holds no records yet" in said(result)


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_has_enough_is_no_error(many):
    command = f"{sys.executable} -m tui export {many} | head -n 1"
    result = subprocess.run(
        ["sh", "-c", command], capture_output=True, encoding="utf-8", check=False
    )
    assert result.stdout == "---\n"
    assert result.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="its shell closes streams otherwise")
@pytest.mark.parametrize(
    ("streams", "code", "error"),
    [
        ("2>&-", 0, ""),
        (">&-", 1, "Error: standard output is closed; mend that, and run the command again\n"),
    ],
)
def test_an_export_with_a_closed_stream_is_no_defect(store, streams, code, error):
    result = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tui export {store} {streams}"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stderr) == (code, error)
    assert result.stdout == ("" if code else invoke("export", store).stdout)


def test_the_history_tells_who_changed_what_when(store):
    result = invoke("history", store)
    assert result.exit_code == 0
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert [(row[1], row[2], row[4]) for row in rows] == [
        ("Ada", "2031-06-14-quota", "p1"),
        ("Ada", "2031-06-14-quota", "q1"),
    ]
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert rows[0][0].startswith("2031-06-14T")


@pytest.mark.parametrize(
    ("since", "count"),
    [
        ("2031-06-14", 2),
        ("2031-06-15", 0),
        ("2031-06-14T10:30:00+02:00", 1),
        ("0999-06-14T10:30:00Z", 2),
        ("2031-06", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_the_history_can_begin_at_a_day_or_time(store, since, count):
    result = invoke("history", store, "--since", since)
    if count is None:
        assert result.exit_code == 2
        assert "not a date like" in said(result)
    else:
        assert len(result.stdout.splitlines()) == count


def test_the_history_of_one_article_must_be_of_one_that_is_known(store):
    assert len(invoke("history", store, "--article", "2031-06-14-quota").stdout.splitlines()) == 2
    result = invoke("history", store, "--article", "week/port")
    assert result.exit_code == 2
    assert "knows no article “week/port”" in said(result)


def test_backups_are_listed_and_restored(folder, store):
    before = invoke("export", store).stdout
    with Database(store, now=lambda: "2031-06-14T12:00:00Z"):
        pass  # opening it makes a backup of what Ada left
    listed = invoke("restore", folder).stdout.splitlines()
    name, size = listed[0].split("\t")
    assert (name, int(size)) == ("2031-06-14T120000Z.json", store.stat().st_size)
    store.write_text("{}")
    result = invoke("restore", folder, name)
    assert result.exit_code == 0, result.stderr
    assert f"restored {store}" in said(result)
    assert "what was there is now the backup" in said(result)
    assert invoke("export", store).stdout == before
    assert len(invoke("restore", folder).stdout.splitlines()) == len(listed) + 1


def test_a_store_without_backups_says_so(tmp_path):
    (tmp_path / "annotations.json").write_text("{}")
    result = invoke("restore", tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no backups" in said(result)


def test_a_backup_that_is_not_there_is_named(store):
    result = invoke("restore", store, "yesterday")
    assert result.exit_code == 2
    assert "no backup “yesterday”" in said(result)


@pytest.mark.parametrize("command", ["check", "export", "history"])
def test_a_missing_store_is_wrong_usage(command, tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        result = invoke(command, path)
        assert result.exit_code == 2
        assert "does not exist" in said(result)


@pytest.mark.parametrize("command", ["check", "export", "history"])
@pytest.mark.parametrize("content", [b"PK\x03\x04\xff\xfe", b"[1, 2]", b'{"a": ', b"a,b\n1,2\n"])
def test_a_file_that_is_no_tinydb_file_is_left_as_it_is(command, content, tmp_path):
    path = tmp_path / "annotations.json"
    path.write_bytes(content)
    result = invoke(command, path)
    assert result.exit_code == 1
    assert str(path) in said(result)
    assert len(result.stderr.splitlines()) == 1
    assert path.read_bytes() == content


def test_a_store_in_use_can_be_looked_at(folder, store):
    with Database(store):
        assert invoke("check", store).exit_code == 0
        assert invoke("export", store).exit_code == 0
        assert invoke("history", store).exit_code == 0


def test_a_line_that_was_never_finished_is_cut_and_said_so(store):
    whole = invoke("export", store).stdout
    content = store.read_bytes()
    store.write_bytes(content[: content.rindex(b"}}")] + b',"99": {"type": "quo')
    result = invoke("export", store)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == whole
    assert str(store) in said(result)


def test_what_is_sound_is_saved_and_what_is_lost_is_listed(store, tmp_path):
    lines = store.read_text(encoding="ascii").splitlines(keepends=True)
    damaged = next(n for n, line in enumerate(lines) if '"type": "participant"' in line)
    lines[damaged] = lines[damaged].replace('"name": ', '"na')
    store.write_text("".join(lines), encoding="ascii")
    before = store.read_bytes()
    assert "onrecord repair" in said(invoke("export", store))
    new = tmp_path / "repaired.json"
    result = invoke("repair", store, "-o", new)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{store}: line {damaged + 1}: ")
    assert "at least 1 loss" in said(result)
    assert store.read_bytes() == before
    assert "Velmara will raise" in invoke("export", new).stdout


def test_a_sound_store_is_repaired_without_loss(store, tmp_path):
    new = tmp_path / "repaired.json"
    result = invoke("repair", store, "-o", new)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing was lost" in said(result)
    assert invoke("export", new).stdout == invoke("export", store).stdout


def test_a_repair_writes_over_nothing(store, tmp_path):
    new = tmp_path / "repaired.json"
    new.write_text("mine")
    result = invoke("repair", store, "-o", new)
    assert result.exit_code == 1
    assert "is there already" in said(result)
    assert new.read_text() == "mine"
