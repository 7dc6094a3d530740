"""The records of the article, by kind, the current one opened with its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.annotations import Annotations
from store.records import FollowUp, Fragments, Participant, Quote, Record
from tui.dates_shown import shown_date
from tui.fitting import cut
from tui.glyphs import shown
from tui.layout import Layout

FIELD_LINES = 4
"""Screen lines that one field may take; the form shows it whole."""


class PanelRow(NamedTuple):
    """A line of the panel: its look, its text, and the record it belongs to."""

    look: str
    text: str
    record: str | None = None


class RecordPanel(ScrollView, can_focus=False):
    """Lists records; a click on one says that it is to be current."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "record-panel--heading",
        "record-panel--record",
        "record-panel--current",
        "record-panel--field",
    }

    class Selected(Message):
        """A record was clicked."""

        def __init__(self, record: str) -> None:
            self.record = record
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._annotations: Annotations | None = None
        self._current: str | None = None
        self._rows: list[PanelRow] = []

    def show(self, annotations: Annotations, current: str | None) -> None:
        """Show these records, with the one whose id is `current` opened."""
        if annotations is self._annotations and current == self._current:
            return
        self._annotations, self._current = annotations, current
        self._lay_out()

    def on_resize(self) -> None:
        """Break the fields anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        free = 0 if self.show_vertical_scrollbar else self.styles.scrollbar_size_vertical
        width = self.scrollable_content_region.width - free
        if self._annotations is None or width < 8:
            return
        self._rows = list(rows_of(self._annotations, self._current, width))
        self.virtual_size = Size(width, len(self._rows))
        self._show_current()
        self.refresh()

    def _show_current(self) -> None:
        mine = [place for place, row in enumerate(self._rows) if row.record == self._current]
        height = self.scrollable_content_region.height
        if self._current is None or not mine:
            return
        top = self.scroll_offset.y
        if mine[0] < top or mine[-1] >= top + height:
            target = max(min(mine[0], mine[-1] - height + 1), 0)
            target = mine[0] if len(mine) > height else target
            self.scroll_to(y=target, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """The line `y` of the window."""
        place = self.scroll_offset.y + y
        base = self.rich_style
        if place >= len(self._rows):
            return Strip.blank(self.size.width, base)
        row = self._rows[place]
        style = base + self.get_component_rich_style(f"record-panel--{row.look}", partial=True)
        return Strip([Segment(row.text, style)]).adjust_cell_length(self.size.width, style)

    def on_click(self, event: events.Click) -> None:
        """Say which record was clicked."""
        place = self.scroll_offset.y + event.y
        if place < len(self._rows) and (record := self._rows[place].record):
            self.post_message(self.Selected(record))


def rows_of(annotations: Annotations, current: str | None, width: int) -> Iterator[PanelRow]:
    """The lines of the panel, each at most `width` cells."""
    numbers = {record.id: number for number, record in enumerate(annotations.numbered, 1)}
    groups: tuple[tuple[str, tuple[Record, ...]], ...] = (
        ("Participants", annotations.numbered),
        ("Quotes", annotations.quotes),
        ("Follow-up events", annotations.follow_ups),
    )
    for name, records in groups:
        yield PanelRow("heading", f"{name} ({len(records)})")
        for record in records:
            is_current = record.id == current
            text = cut(f" {_summary(record, annotations, numbers)}", width)
            yield PanelRow("current" if is_current else "record", text, record.id)
            if is_current:
                for label, value in _fields(record, annotations, numbers):
                    for line in _field_lines(label, value, width):
                        yield PanelRow("field", line, record.id)


def _summary(record: Record, annotations: Annotations, numbers: dict[str, int]) -> str:
    match record:
        case Participant():
            times = f" ×{len(record.mentions)}" if len(record.mentions) > 1 else ""
            return f"{numbers[record.id]:>2} {record.name}{times}"
        case Quote():
            speakers = ",".join(str(numbers[key]) for key in record.speakers if key in numbers)
            return f"{record.id} {speakers or '?'}: {_words(record.content)}"
        case FollowUp():
            value = shown_date(record.date.value) if record.date else ""
            return f"{record.id} {' '.join(part for part in (value, record.title) if part)}"


def _fields(
    record: Record, annotations: Annotations, numbers: dict[str, int]
) -> Iterator[tuple[str, str]]:
    def named(ids: tuple[str, ...]) -> str:
        return ", ".join(
            f"{numbers[key]} {annotations.records[key].name}"  # type: ignore[union-attr]
            for key in ids
            if key in numbers
        )

    match record:
        case Participant():
            yield "kind", record.kind
            yield "title", record.title
            yield "affil.", record.affiliation
            yield "wikidata", record.wikidata
        case Quote():
            yield "kind", record.kind
            yield "speaker", named(record.speakers) or "? (type its number)"
            yield "to", named(record.addressees)
            yield "source", _words(record.source)
            yield "cue", _words(record.cue)
        case FollowUp():
            yield "type", f"{record.type}, {record.status}"
            if record.date:
                words = f"“{record.date.text}”" if record.date.text else ""
                yield "date", f"{shown_date(record.date.value) or '?'} {words}"
            yield "place", record.place
            yield "with", named(record.participants)
            yield "in", record.announced_in or ""
    yield "note", record.note


def _field_lines(label: str, value: str, width: int) -> Iterator[str]:
    if not value:
        return
    indent = 3 + max(len(label), 7) + 1
    layout = Layout(shown(value), max(width - indent, 8))
    layout.reach_line(FIELD_LINES)
    count = min(layout.line_count, FIELD_LINES)
    for line in range(count):
        lead = f"   {label:<7} " if line == 0 else " " * indent
        more = "…" if line == FIELD_LINES - 1 and layout.line_count > count else ""
        yield lead + layout.drawn(line)[1].rstrip() + more


def _words(fragments: Fragments) -> str:
    return " + ".join(" ".join(span.text.split()) for span in fragments)
