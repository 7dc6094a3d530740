"""The article: its text as screen lines, the records marked in it, the selection.

Only lines in the window are drawn, and a change draws only the lines it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from store.records import Span
from tui.margin import signs_of
from tui.marks import LAYERS, Look, Mark, Marks, looks_of
from tui.selection import Selection
from tui.widgets.text_window import TextWindow


class ArticleView(TextWindow, can_focus=False):
    """Shows a text that it does not change; offsets are code points of it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article-view--{layer}" for layer in LAYERS),
        "article-view--label",
        "article-view--margin",
    }

    margin = 4
    """A sign for each kind of record on the line, and a blank."""

    class Pointed(Message):
        """The mouse points at an offset; while dragging, the selection is to `extend` there."""

        def __init__(self, offset: int, extend: bool) -> None:
            self.offset = offset
            self.extend = extend
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._selection = Selection(0, 0)
        self._marks = Marks()
        self._proposal: list[Look] = []
        self._labels: Mapping[int, str] = {}

    def show(self, text: str, marks: Marks, selection: Selection) -> None:
        """Show another text."""
        self._marks, self._selection = marks, selection
        self._proposal, self._labels = [], {}
        self.show_text(text, selection.start, selection.head)

    @property
    def selection(self) -> Selection:
        """What is selected; setting it draws the lines that change and keeps its head in view."""
        return self._selection

    @selection.setter
    def selection(self, selection: Selection) -> None:
        before, self._selection = self._selection, selection
        if selection == before:
            return
        self.keep_in_view(selection.start, selection.head)
        self._refresh_difference((before.start, before.end), (selection.start, selection.end))

    @property
    def marks(self) -> Marks:
        """The records' marks; setting them draws the window."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        self._marks = marks
        self.refresh()

    def propose(self, spans: Iterable[Span]) -> None:
        """Show spans that could be marked; none ends it."""
        self._proposal = [Look(span.start, span.end, "proposed") for span in spans]
        self.refresh()

    def label(self, labels: Mapping[int, str]) -> None:
        """Draw letters over the text, by offset; none ends it."""
        self._labels = labels
        self.refresh()

    # Drawing

    def _refresh_difference(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        """Draw the lines on which two selections differ."""
        (a, b), (c, d) = before, after
        overlap = a < d and c < b
        changed = [(min(a, c), max(a, c)), (min(b, d), max(b, d))] if overlap else [before, after]
        for start, end in changed:
            first, last = max(self.row_of(start), 0), min(self.row_of(end), self.height - 1)
            if first <= last:
                self.refresh(Region(0, first, self.size.width, last - first + 1))

    def render_line(self, y: int) -> Strip:
        """The line `y` of the window."""
        line = self.scroll_offset.y + y
        base = self.rich_style
        if not self.lines.has_line(line):
            return Strip.blank(self.size.width, base)
        start, end = self.lines.extent(line)
        marks = self._marks.within(start, end)
        segments = [*self._margin(start, marks), *self._pieces(line, marks)]
        return Strip(segments).adjust_cell_length(self.size.width, base).apply_style(base)

    def _margin(self, start: int, marks: list[Mark]) -> Iterator[Segment]:
        """What tells which kinds of record stand on this line."""
        style = self.get_component_rich_style("article-view--margin", partial=True)
        for sign, layer in signs_of(marks, start):
            yield Segment(sign, style + self._style((layer,)) if layer else style)
        yield Segment(" " * (self.margin - 3))

    def _pieces(self, line: int, marks: list[Mark]) -> Iterator[Segment]:
        """The text of a line, cut wherever its look changes."""
        start, drawn = self.lines.drawn(line)
        end = start + len(drawn)
        looks = [
            Look(max(look.start, start), min(look.end, end), look.layer)
            for look in (*looks_of(marks), *self._proposal, self._selected)
            if look.start < end and start < look.end
        ]
        labels = [offset for offset in self._labels if start <= offset < end]
        cuts = {start, end, *(at for at in labels), *(at + 1 for at in labels)}
        cuts.update(at for look in looks for at in look[:2])
        for a, b in pairwise(self.lines.borders(line, cuts)):
            text = drawn[a - start : b - start]
            if a in labels:
                text = self._labels[a].ljust(cell_len(text))
                style = self.get_component_rich_style("article-view--label", partial=True)
            else:
                style = self._style(look.layer for look in looks if look.start <= a < look.end)
            yield Segment(text, style)

    @property
    def _selected(self) -> Look:
        return Look(self._selection.start, self._selection.end, "selection")

    def _style(self, layers: Iterable[str]) -> Style:
        style = Style.null()
        for layer in sorted(set(layers), key=LAYERS.index):
            style += self.get_component_rich_style(f"article-view--{layer}", partial=True)
        return style

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Select what is pointed at; with shift, extend to it."""
        self.capture_mouse()
        self.post_message(self.Pointed(self.offset_under(event), extend=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is held."""
        if self.app.mouse_captured is self:
            self.post_message(self.Pointed(self.offset_under(event), extend=True))

    def on_mouse_up(self) -> None:
        """End the dragging."""
        self.release_mouse()
