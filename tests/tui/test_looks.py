"""How the screens look: pictures that are compared with those kept in the repository.

Made anew with `pytest tests/tui/test_looks.py --snapshot-update`, and looked at before they are
kept. Another version of Textual may draw otherwise: then they are skipped.
"""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

from tui.config import Config

DRAWN_WITH = "8.2.8"

pytestmark = pytest.mark.skipif(
    importlib.metadata.version("textual") != DRAWN_WITH,
    reason=f"the pictures were drawn with Textual {DRAWN_WITH}",
)

MARKING = [*"'mafp", "m", "m", *"'brfp", "slash", *"harbour opens", "enter", *"wbq", *"'vif"]


def test_the_list_of_articles(snap_compare, make_app, folder: Path) -> None:
    (folder / "c-broken.md").write_text("---\nheadline: [\n---\nText.\n", encoding="utf-8")
    assert snap_compare(make_app(folder), terminal_size=(90, 12))


def test_the_reader_with_one_record_of_each_kind(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(100, 24), press=MARKING)


def test_the_reader_without_colours(snap_compare, make_app, folder: Path, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(100, 24), press=MARKING)


def test_the_reader_in_the_terminals_own_colours(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md", config=Config(theme="ansi-dark"))
    assert snap_compare(app, terminal_size=(100, 24), press=MARKING)


def test_the_reader_in_the_smallest_terminal(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(40, 10), press=MARKING)


def test_the_form_of_an_event(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(90, 26), press=[*MARKING, "e"])
