"""The article: its text as screen lines, the records marked in it, the selection.

Only lines in the window are drawn, and a change draws only the lines it touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from store.records import Span
from tui.looks import Layers, names_of, pieces
from tui.margin import signs_of
from tui.marks import LAYERS, Look, Mark, Marks, looks_of
from tui.selection import Selection
from tui.widgets.text_window import TextWindow

STRIPS: Final = 500
"""Lines as they were drawn that are kept: those of a few windows."""


class _Line(NamedTuple):
    """All that makes a line look as it does: two that are equal look alike."""

    start: int
    end: int
    width: int
    marks: tuple[Mark, ...]
    looks: tuple[Look, ...]
    labels: tuple[tuple[int, str], ...]


class ArticleView(TextWindow, can_focus=False):
    """Shows a text that it does not change; offsets are code points of it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article-view--{layer}" for layer in LAYERS),
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
        self._strips: LRUCache[_Line, Strip] = LRUCache(STRIPS)
        self._drawn: dict[int, _Line] = {}
        """What was last drawn on each row of the window."""
        self._marks_on: dict[tuple[int, int], tuple[Mark, ...]] = {}
        """The marks of lines that were in view since they were set, by the lines' offsets."""
        self._styles: dict[Layers, Style] = {}

    def show(self, text: str, marks: Marks, selection: Selection) -> None:
        """Show another text."""
        self._marks, self._selection = marks, selection
        self._proposal, self._labels = [], {}
        self._marks_on.clear()
        self._strips.clear()
        self.show_text(text, selection.start, selection.head)

    @property
    def selection(self) -> Selection:
        """What is selected; setting it draws the lines that change and keeps its head in view."""
        return self._selection

    @selection.setter
    def selection(self, selection: Selection) -> None:
        self._selection = selection
        self.keep_in_view(selection.start, selection.head)
        self._refresh_changed()

    @property
    def marks(self) -> Marks:
        """The records' marks; setting them draws the lines that change."""
        return self._marks

    @marks.setter
    def marks(self, marks: Marks) -> None:
        self._marks = marks
        self._marks_on.clear()
        self._refresh_changed()

    def propose(self, spans: Iterable[Span]) -> None:
        """Show spans that could be marked; none ends it."""
        self._proposal = [Look(span.start, span.end, "proposed") for span in spans]
        self._refresh_changed()

    def label(self, labels: Mapping[int, str]) -> None:
        """Draw letters over the text, by offset; none ends it."""
        self._labels = labels
        self._refresh_changed()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        self._strips.clear()
        self._styles.clear()
        super().notify_style_update()

    # Drawing

    def _refresh_changed(self) -> None:
        """Draw the rows on which another line is to be seen than was drawn."""
        for row in range(self.height):
            if self._drawn.get(row) != self._line(row):
                self.refresh(Region(0, row, self.size.width, 1))

    def _line(self, row: int) -> _Line | None:
        """All that a row of the window shows; None below the text."""
        number = self.scroll_offset.y + row
        if not self.lines.has_line(number):
            return None
        extent = start, end = self.lines.extent(number)
        if extent not in self._marks_on:
            self._marks_on[extent] = tuple(self._marks.within(start, end))
        selected = Look(self._selection.start, self._selection.end, "selection")
        return _Line(
            start,
            end,
            self.size.width,
            self._marks_on[extent],
            tuple(
                Look(max(look.start, start), min(look.end, end), look.layer)
                for look in (*self._proposal, selected)
                if look.start < end and start < look.end
            ),
            tuple(label for label in self._labels.items() if start <= label[0] < end),
        )

    def render_line(self, y: int) -> Strip:
        """The row `y` of the window."""
        line = self._line(y)
        if line is None:
            self._drawn.pop(y, None)
            return Strip.blank(self.size.width, self.rich_style)
        self._drawn[y] = line
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._draw(line, self.scroll_offset.y + y)
        return strip

    def _draw(self, line: _Line, number: int) -> Strip:
        base, width = self.rich_style, self.size.width
        segments = [*self._margin(line), *self._pieces(line, number)]
        return Strip(segments).adjust_cell_length(width, base).apply_style(base)

    def _margin(self, line: _Line) -> Iterator[Segment]:
        """What tells which kinds of record stand on this line."""
        style = self.get_component_rich_style("article-view--margin", partial=True)
        for sign, layer in signs_of(line.marks, line.start):
            yield Segment(sign, style + self._layer(layer) if layer else style)
        yield Segment(" " * (self.margin - 3))

    def _pieces(self, line: _Line, number: int) -> Iterator[Segment]:
        """The text of a line, cut wherever its look changes."""
        start, drawn = self.lines.drawn(number)
        labels = dict(line.labels)
        looks = [*looks_of(line.marks), *line.looks]
        looks += (Look(at, at + 1, "label") for at in labels)
        found = pieces(start, start + len(drawn), looks, self.lines.clusters(number), labels)
        for first, last, layers in found:
            text = drawn[first - start : last - start]
            if first in labels:
                text = labels[first].ljust(cell_len(text))
            yield Segment(text, self._style(layers))

    def _style(self, layers: Layers) -> Style:
        if layers not in self._styles:
            self._styles[layers] = sum(map(self._layer, names_of(layers)), Style.null())
        return self._styles[layers]

    def _layer(self, layer: str) -> Style:
        return self.get_component_rich_style(f"article-view--{layer}", partial=True)

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
