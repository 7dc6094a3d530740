"""What asks for something over a screen, and takes the keys until it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.binding import Binding
from textual.events import Key
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

# Screens take every key that a widget lets pass, so the input's bindings are looked up here.
_EDITING: Final[Mapping[str, str]] = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
    if key != "enter"
}


class Asking(Widget):
    """A widget that is handed the keys from when its screen asks until it ends itself.

    The screen hands it every key that comes. With a focus of its own it would get them by another
    way, and what is typed in one go, as over a slow line, would lose its order.
    """

    has_ended = False

    async def take(self, event: Key) -> bool:
        """Do what a key means here; False when it is left to the screen."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """Take a text that the terminal pastes."""

    def end(self) -> None:
        """Take no more keys, and go."""
        self.has_ended = True
        self.remove()


class Line(Input, can_focus=False):
    """An input that looks as if it had the focus; its keys come through what asks."""

    DEFAULT_CSS = """
    Line:nocolor > .input--selection, Line:ansi > .input--selection {
        text-style: reverse;
    }
    """

    cursor_blink = reactive(False, init=False)
    """A cursor that blinks would send bytes over a slow line without end."""

    def select(self, start: int, end: int) -> None:
        """Select from one place to another; alike, they are where the cursor stands."""
        if self.is_mounted:
            self.selection = Selection(start, end)
        else:  # the terminal's cursor is not here yet
            self.set_reactive(Input.selection, Selection(start, end))

    def show_cursor(self) -> None:
        """Have the terminal's cursor here."""
        self.app.cursor_position = self.cursor_screen_offset

    def put(self, text: str) -> None:
        """Put a text in place of what is selected, the cursor behind it."""
        self.replace(text, *sorted(self.selection))

    async def edit(self, event: Key) -> bool:
        """Type or edit; False when the key does neither."""
        if event.key in _EDITING:
            await self.run_action(_EDITING[event.key])
        elif event.is_printable and event.character:
            self.put(event.character)
        else:
            return False
        return True
