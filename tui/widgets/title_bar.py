"""The line at the head of a screen: what is shown at the left, how far it has come at the right."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.fitting import cut, filled


class TitleBar(Widget):
    """One line of two plain texts; where there is no room for both, the left one is cut."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        color: $foreground;
        text-style: bold;
    }
    """

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """The bar, its only line."""
        room = max(self.size.width - 2, 0)
        right = cut(self.right, room)
        left = filled(self.left, max(room - cell_len(right) - 2, 0))
        gap = " " * (room - cell_len(left) - cell_len(right))
        strip = Strip([Segment(f" {left}{gap}{right} ", self.rich_style)])
        return strip.adjust_cell_length(self.size.width, self.rich_style)
