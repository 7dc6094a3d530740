"""How the screens look: pictures that are compared with those kept in the repository.

Made anew with `pytest tests/tui/test_looks.py --snapshot-update`, and looked at before they are
kept. Another version of Textual may draw otherwise: then they are skipped.
"""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.theme import Theme

import tui.app
from store.annotations import Annotations
from store.records import (
    Article,
    EventDate,
    FollowUp,
    Participant,
    Provenance,
    Quote,
    Record,
    Span,
)
from tui.app import OnRecord
from tui.density import DENSITIES, Density, thinned
from tui.marks import main_marks, over, with_current
from tui.panel_rows import Contents
from tui.selection import Selection
from tui.themes import PALETTES, own_themes, variables_for_marks
from tui.widgets.article_view import ArticleView
from tui.widgets.record_panel import RecordPanel

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


TEXT = """\
“The ministers of Halvany and Kethany will meet in Tellis in May,” Prime Minister Mira Savik \
said on Monday. “They promised me, ‘We shall sign it, as the old king of Orlen used to say: \
sooner or later,’ and I believe them,” she added.

The chamber expects that the talks will go on until the harbour opens, and a state visit to Orlen \
would follow, Savik told reporters.

“Nobody,” said Tomas Verel, who has led the port authority since the flood, in an interview which \
the Tellis Herald printed last week and which a good many people have read, “will miss the \
summit.”

Orlen has announced that a second round is planned. Verel confirmed a visit to Kethany in June. \
“It will be short,” he said.
"""


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words), words)


def date(words: str, value: str) -> EventDate:
    found = span(words)
    return EventDate(found.start, found.end, found.text, value)


RECORDS: tuple[Record, ...] = (
    Participant(id="p1", name="Mira Savik", mentions=(span("Mira Savik"), span("Savik", "follow"))),
    Participant(id="p2", name="Halvany", kind="country", mentions=(span("Halvany"),)),
    Participant(id="p3", name="Kethany", kind="country", mentions=(span("Kethany"),)),
    Participant(id="p4", name="Tomas Verel", mentions=(span("Tomas Verel"),)),
    Participant(id="p5", name="Orlen", kind="country", mentions=(span("Orlen"),)),
    Participant(id="p6", name="the old king of Orlen", mentions=(span("the old king of Orlen"),)),
    Quote(
        id="q1",
        kind="direct",
        speakers=("p1",),
        content=(
            span("“The ministers of Halvany and Kethany will meet in Tellis in May,”"),
            span(TEXT[TEXT.index("“They") : TEXT.index(" she added")]),
        ),
        cue=(span("said"),),
        source=(span("Prime Minister Mira Savik"),),
        provenance=Provenance(guessed=("cue", "speakers")),
    ),
    Quote(id="q2", content=(span(TEXT[TEXT.index("‘We") : TEXT.index(" and I")]),)),
    Quote(id="q3", speakers=("p6",), content=(span("sooner or later"),)),
    Quote(id="q4", content=(span("that the talks will go on until the harbour opens"),)),
    Quote(
        id="q5",
        speakers=("p1",),
        content=(span("the harbour opens, and a state visit to Orlen would follow"),),
        cue=(span("told"),),
        source=(span("Savik", "follow"),),
    ),
    Quote(
        id="q6",
        kind="direct",
        speakers=("p4",),
        content=(span("“Nobody,”"), span("“will miss the summit.”")),
        cue=(span("said", "Nobody"),),
    ),
    FollowUp(
        id="f1",
        title="meeting in Tellis",
        type="meeting",
        trigger=(span("will meet in Tellis"),),
        date=date("in May", "2031-05"),
        place="Tellis",
        provenance=Provenance(guessed=("date", "place")),
    ),
    FollowUp(id="f2", title="state visit to Orlen", trigger=(span("state visit to Orlen"),)),
)
SUGGESTED: tuple[Record, ...] = (
    Participant(id="p1", name="Orlen", mentions=(span("Orlen", "summit"),)),
    Participant(id="p2", name="Verel", mentions=(span("Verel", "summit"),)),
    Quote(
        id="q1",
        content=(span("that a second round is planned"),),
        cue=(span("has announced"),),
        source=(span("Orlen", "summit"),),
    ),
    Quote(id="q2", content=(span("“It will be short,”"),)),
    FollowUp(id="f1", title="second round", trigger=(span("second round"),)),
    FollowUp(id="f2", title="visit", trigger=(span("visit to Kethany"),)),
)


class Page(App[None]):
    """A page on which records overlap in every way, and others are suggested."""

    CSS_PATH = Path(tui.app.__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, theme: str, current: str, reviewed: str, density: Density = "all") -> None:
        self.set_reactive(App.theme, theme)
        super().__init__()
        kept = Annotations(
            Annotations.none_of(Article(id="a", text=TEXT)).entry,
            {record.id: record for record in RECORDS},
        )
        marks = with_current(main_marks(RECORDS, TEXT), kept.records[current], TEXT)
        first = next(record for record in SUGGESTED if record.id == reviewed)
        proposed = main_marks(SUGGESTED, TEXT, are_suggested=True)
        proposed = with_current(proposed, first, TEXT, is_suggested=True)
        self.marks = thinned(over(marks, proposed), density)
        self.contents = Contents(kept, current)

    @property
    def available_themes(self) -> dict[str, Theme]:
        return own_themes() | super().available_themes

    def get_css_variables(self) -> dict[str, str]:
        variables = super().get_css_variables()
        return variables_for_marks(variables) | variables

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield ArticleView()
            yield RecordPanel()

    def on_mount(self) -> None:
        selected = span("chamber")
        view = self.query_one(ArticleView)
        view.show(TEXT, self.marks, Selection(selected.start, selected.end))
        self.query_one(RecordPanel).show(self.contents)


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
