"""A page on which records overlap in every way, and others are suggested."""

from __future__ import annotations

from pathlib import Path

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
from tui.density import Density, thinned
from tui.marks import main_marks, over, with_current
from tui.panel_rows import Contents
from tui.selection import Selection
from tui.themes import own_themes, variables_for_marks
from tui.widgets.article_view import ArticleView
from tui.widgets.record_panel import RecordPanel

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
