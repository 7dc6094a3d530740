"""How the screens look: pictures that are compared with those kept in the repository.

Made anew with `pytest tests/tui/test_looks.py --snapshot-update`, and looked at before they are
kept. Another version of Textual may draw otherwise: then they are skipped.
"""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest
from overlapping import Page

from tui.app import OnRecord
from tui.density import DENSITIES, Density
from tui.themes import PALETTES

DRAWN_WITH = "8.2.8"

pytestmark = pytest.mark.skipif(
    importlib.metadata.version("textual") != DRAWN_WITH,
    reason=f"the pictures were drawn with Textual {DRAWN_WITH}",
)

MARKING = [*"'mafp", "m", "m", *"'brfp", "slash", *"harbour opens", "enter", *"wbq", *"'vif"]


@pytest.fixture
def _nothing_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what the rules suggest, which may come to be more, out of the pictures."""
    monkeypatch.setattr(OnRecord, "suggest", lambda *_: None)


def test_the_list_of_articles(snap_compare, make_app, folder: Path) -> None:
    (folder / "c-broken.md").write_text("---\nheadline: [\n---\nText.\n", encoding="utf-8")
    assert snap_compare(make_app(folder), terminal_size=(90, 12))


@pytest.mark.usefixtures("_nothing_suggested")
@pytest.mark.parametrize("size", ["100x24", "80x24", "40x10"])
def test_the_reader_with_one_record_of_each_kind(snap_compare, make_app, folder, size) -> None:
    app = make_app(folder / "a-report.md")
    width, height = map(int, size.split("x"))
    assert snap_compare(app, terminal_size=(width, height), press=MARKING)


@pytest.mark.usefixtures("_nothing_suggested")
def test_the_reader_with_quotes_only(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(80, 24), press=[*MARKING, "z", "q"])


@pytest.mark.usefixtures("_nothing_suggested")
def test_the_form_of_an_event(snap_compare, make_app, folder: Path) -> None:
    app = make_app(folder / "a-report.md")
    assert snap_compare(app, terminal_size=(90, 26), press=[*MARKING, "e"])


@pytest.mark.parametrize("theme", [*PALETTES, "ansi-dark", "ansi-light", "textual-dark"])
def test_a_page_of_overlapping_records(snap_compare, theme: str) -> None:
    assert snap_compare(Page(theme, "q1", "q1"), terminal_size=(104, 21))


@pytest.mark.parametrize("theme", ["dark", "light", "ansi-dark"])
def test_a_page_of_overlapping_records_without_colours(
    snap_compare, monkeypatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(Page(theme, "q5", "f2"), terminal_size=(104, 21))


@pytest.mark.parametrize("density", [density for density in DENSITIES if density != "all"])
def test_fewer_marks_on_that_page(snap_compare, density: Density) -> None:
    assert snap_compare(Page("dark", "q6", "q1", density), terminal_size=(72, 21))


def test_that_page_in_a_narrow_terminal(snap_compare) -> None:
    assert snap_compare(Page("dark", "f1", "q1"), terminal_size=(60, 27))
