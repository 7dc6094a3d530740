"""What a row of a form asks for: the field that each kind of them is."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.reactive import reactive
from textual.widget import Widget


class FormField(Widget):
    """What one row of a form asks for. It is handed its keys, as the form is."""

    DEFAULT_CSS = """
    FormField {
        width: 1fr;
    }
    """

    hint = ""
    """What the keys do here."""
    is_current = reactive(False)
    error = reactive("", layout=True)
    """What is wrong with what it holds, shown below it."""

    async def take(self, event: Key) -> bool:
        """Do what a key means here; False when it is left to the form."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """Take a text that the terminal pastes."""

    def enter(self, from_below: bool = False) -> None:
        """Become the field that gets the keys."""
        self.is_current = True

    def amend(self) -> None:
        """Get the keys to correct what is there."""
        self.enter()

    def show_cursor(self) -> None:
        """Have the terminal's cursor where one types, if it is anywhere in particular."""

    def leave(self) -> None:
        """Get no more keys."""
        self.is_current = False

    def read(self) -> Any:
        """What the field holds.

        Raises:
            ValueError: it cannot hold this; the message says why.
        """
        raise NotImplementedError
