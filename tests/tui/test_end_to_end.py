"""The installed program in a pseudo-terminal, driven by keys, its screen read as a user sees it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from tinydb import TinyDB, where

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")
if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals for pexpect", allow_module_level=True)

PROGRAM = Path(sys.executable).with_name("onrecord")
SAMPLES = Path(__file__).parents[2] / "sample_articles"
PATIENCE = 30


class Terminal:
    """A program on a screen of 100 columns and 30 rows."""

    def __init__(self, *arguments: str) -> None:
        self.screen = pyte.Screen(100, 30)
        self._stream = pyte.ByteStream(self.screen)
        size = {"LINES": "30", "COLUMNS": "100", "TERM": "xterm-256color"}
        self.process = pexpect.spawn(
            str(PROGRAM), list(arguments), dimensions=(30, 100), env={**os.environ, **size}
        )

    def read(self) -> None:
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            self._stream.feed(self.process.read_nonblocking(65536, timeout=0.05))

    def shows(self, words: str) -> None:
        """Wait until the words are on the screen."""
        until = time.monotonic() + PATIENCE
        while not any(words in line for line in self.screen.display):
            assert time.monotonic() < until, "\n".join([f"no {words!r} on", *self.screen.display])
            self.read()

    def type(self, keys: str) -> None:
        for key in keys:
            self.process.send(key)
            self.read()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    shutil.copy(SAMPLES / "wire-port-anselm.txt", folder)
    shutil.copy(SAMPLES / "youth-forum.md", folder)
    return folder


def test_a_folder_is_opened_marked_saved_and_exported(articles: Path) -> None:
    terminal = Terminal(str(articles))
    terminal.shows("Velmarian Foreign Minister Ilsa")
    terminal.type("\r")
    terminal.shows("No coast of the Amber Sea")
    terminal.type("/Marendt\r")
    terminal.type("p")
    terminal.shows("1 Ilsa Marendt")
    terminal.type("/No coast\r")
    terminal.type("wbq1")
    terminal.shows("q1 1:")
    terminal.type("/state visit\rwf")
    terminal.shows("f1")
    terminal.shows("saved")
    terminal.type("\x11")  # ctrl+q
    terminal.process.expect(pexpect.EOF)
    terminal.process.close()
    assert terminal.process.exitstatus == 0

    store = articles / "annotations.json"
    with TinyDB(store, access_mode="r") as stock:
        table = stock.table("annotations")
        quotes = table.search(where("type") == "quote")
        assert [quote["speakers"] for quote in quotes] == [["p1"]]
        events = table.search(where("type") == "follow_up")
        assert [event["event_type"] for event in events] == ["visit"]

    exported = subprocess.run(
        [PROGRAM, "export", str(store)], capture_output=True, check=True, encoding="utf-8"
    )
    documents = list(yaml.safe_load_all(exported.stdout))
    assert [document["participants"][0]["name"] for document in documents] == ["Ilsa Marendt"]
    checked = subprocess.run([PROGRAM, "check", str(store)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr
