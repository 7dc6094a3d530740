"""The questions that opening a store may raise, asked on a pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from store.database import Database
from store.folder import Folder

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo-terminals here")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals here")

TEXT = "Velmara will raise the quota next year, its minister said.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "quota.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture
def opened(tmp_path):
    """Open these paths on a terminal."""
    running = []

    def spawn(*arguments: str | Path, **environment: str):
        child = pexpect.spawn(
            sys.executable,
            ["-m", "tui", *map(str, arguments)],
            env={**os.environ, "TERM": "xterm", "ONRECORD_CONFIG": "", **environment},
            encoding="utf-8",
            dimensions=(24, 200),
            timeout=30,
        )
        running.append(child)
        return child

    yield spawn
    for child in running:
        child.close(force=True)


def mark_done(folder: Path) -> Path:
    """A store that knows the article of the folder."""
    articles = Folder([folder])
    file = articles.find("quota")
    assert file
    with Database(folder / "annotations.json", by="Ada") as database:
        annotations = database.annotations(articles.read(file))
        database.commit(annotations.set_status("done"), annotations)
    return folder / "annotations.json"


def code(child) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def test_a_dumb_terminal_cannot_show_the_app(folder, opened):
    child = opened(folder, TERM="dumb")
    child.expect("“dumb”")
    assert code(child) == 2


def test_the_app_is_not_opened_where_it_cannot_be_seen(folder, tmp_path):
    log = tmp_path / "log"
    command = f"{sys.executable} -m tui {folder} 2>{log}"
    child = pexpect.spawn("sh", ["-c", command], encoding="utf-8", timeout=30)
    assert code(child) == 2
    assert "error must be a terminal" in log.read_text()


def test_a_store_in_use_names_its_holder_and_may_be_declined(folder, opened):
    store = mark_done(folder)
    with Database(store):
        child = opened(folder)
        child.expect(f"in use by .*process {os.getpid()}")
        child.expect(r"reading only\? \[y/N\]")
        child.sendline("")
        assert code(child) == 1


def test_a_store_about_other_articles_is_asked_about(folder, opened, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "port.txt").write_text(TEXT)
    child = opened(other, "--store", mark_done(folder))
    child.expect("about other articles: “quota”")
    child.expect(r"all the same\? \[y/N\]")
    child.sendline("n")
    assert code(child) == 2


def test_a_store_that_is_no_tinydb_file_is_left_as_it_is(folder, opened):
    (folder / "annotations.json").write_text("[1, 2]")
    child = opened(folder)
    child.expect("no TinyDB file")
    assert code(child) == 1
    assert (folder / "annotations.json").read_text() == "[1, 2]"


def test_a_wrong_configuration_stops_before_anything_is_opened(folder, opened, tmp_path):
    configuration = tmp_path / "config.yaml"
    configuration.write_text("keys:\n  undo: U\n")
    child = opened(folder, ONRECORD_CONFIG=str(configuration))
    child.expect("config.yaml, line 2: the key “U”")
    assert code(child) == 1
    assert not (folder / "annotations.json.lock").exists()


def test_ctrl_c_at_a_question_is_quiet(folder, opened):
    with Database(mark_done(folder)):
        child = opened(folder)
        child.expect(r"\[y/N\]")
        child.sendintr()
        assert code(child) == 130
        assert "Traceback" not in (child.before or "")


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_closes_the_app_in_silence(folder, opened, name, status):
    child = opened(folder)
    child.expect("quota")
    child.kill(getattr(signal, name))
    assert code(child) == status
    after = child.before.rpartition("\x1b[?1049l")
    assert after[1], "the alternate screen is left"
    assert "Error" not in after[2]
    assert "Traceback" not in after[2]
    Database(folder / "annotations.json").close()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written_is_offered_for_reading(folder, opened):
    folder.chmod(0o555)
    try:
        child = opened(folder)
        child.expect("cannot be written")
        child.expect(r"reading only\? \[y/N\]")
        child.sendline("n")
        assert code(child) == 1
    finally:
        folder.chmod(0o755)


def impatient_export(arguments: str):
    """Export on a terminal, with no patience before the progress bar."""
    code = (
        "import tui.__main__; from tui.commands import progress; "
        "progress.PATIENCE = -1; tui.__main__.main()"
    )
    command = f"{sys.executable} -c '{code}' export {arguments}"
    return pexpect.spawn("sh", ["-c", command], encoding="utf-8", timeout=30)


@pytest.mark.parametrize("to_file", ["-o {}", "> {}"])
def test_an_export_that_takes_long_shows_its_progress(folder, tmp_path, to_file):
    output = tmp_path / "records.yaml"
    child = impatient_export(f"{mark_done(folder)} {to_file.format(output)}")
    child.expect("Export")
    child.expect("100%")
    assert code(child) == 0
    assert output.read_text().startswith("---\n")


@pytest.mark.parametrize("to_terminal", ["", "-o -", "-o /dev/tty"])
def test_no_progress_bar_is_written_among_the_records(folder, to_terminal):
    child = impatient_export(f"{mark_done(folder)} {to_terminal}")
    child.expect(pexpect.EOF)
    assert child.before.startswith("---\r\nschema: ")
    assert "Export" not in child.before
