"""The keys that matter now, at the foot of the screen; each can be clicked."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

ShownKey: TypeAlias = tuple[tuple[str, ...], str, str]
"""The keys to type, how they are shown, and what they do."""


class KeyBar(Widget):
    """One line of keys with their labels; those that do not fit are left out at the end."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--label"}

    keys: reactive[tuple[ShownKey, ...]] = reactive(())

    class Pressed(Message):
        """A key was clicked: type `keys`."""

        def __init__(self, keys: tuple[str, ...]) -> None:
            self.keys = keys
            super().__init__()

    def render_line(self, y: int) -> Strip:
        """The bar, its only line."""
        key_style = self.get_component_rich_style("key-bar--key")
        label_style = self.get_component_rich_style("key-bar--label")
        segments = [
            piece
            for _, shown, label in self._fitting()
            for piece in (Segment(f" {shown} ", key_style), Segment(f"{label} ", label_style))
        ]
        return Strip(segments).adjust_cell_length(self.size.width, label_style)

    def on_click(self, event: events.Click) -> None:
        """Type the key that was clicked."""
        cell = 0
        for key in self._fitting():
            cell += _width(key)
            if event.x < cell:
                self.post_message(self.Pressed(key[0]))
                break

    def _fitting(self) -> list[ShownKey]:
        fitting, left = list[ShownKey](), self.size.width
        for key in self.keys:
            left -= _width(key)
            if left < 0:
                break
            fitting.append(key)
        return fitting


def _width(key: ShownKey) -> int:
    return cell_len(key[1]) + cell_len(key[2]) + 3
