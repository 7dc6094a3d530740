"""One line to type into, above the key bar: for a filter, a search and the like."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Label

from tui.widgets.asking import Asking, Line


class _Told(Message):
    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()


class Prompt(Asking):
    """A labelled input.

    Enter submits; escape, or backspace when nothing is typed, cancels. Keys that do not edit,
    such as up and down, are left to the screen.
    """

    DEFAULT_CSS = """
    Prompt {
        layout: horizontal;
        height: 1;
        background: $surface;
    }
    Prompt > Label {
        padding: 0 1;
        color: $text-accent;
        text-style: bold;
    }
    Prompt > Input {
        width: 1fr;
    }
    """

    class Changed(_Told):
        """The text has become `text`."""

    class Cancelled(Message):
        """The prompt goes without a text."""

    def __init__(
        self, label: str, submit: Callable[[str], None], text: str = "", placeholder: str = ""
    ) -> None:
        """Ask for `label`; `text` is there already, selected, so that typing replaces it.

        `submit` is called with what is typed when enter is pressed: called, not told by a message,
        since the keys typed ahead of it would be done before that came.
        """
        super().__init__()
        self._submit = submit
        self._label = label
        self._text = text
        self._input = Line(text, placeholder, compact=True)
        self._input.select(0, len(text))

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Label(self._label, markup=False)
        yield self._input

    def on_mount(self) -> None:
        """Show the cursor."""
        self._input.has_focus = True
        self.call_after_refresh(self._input.show_cursor)

    async def take(self, event: Key) -> bool:
        """Type, edit, submit or cancel."""
        value = self._input.value
        if event.key == "escape" or (event.key == "backspace" and not value):
            self.end()
            self.post_message(self.Cancelled())
        elif event.key == "enter":
            self.end()
            self._submit(value)
        else:
            return await self._input.edit(event)
        return True

    def paste(self, text: str) -> None:
        """Type what is pasted, on one line."""
        self._input.put(" ".join(text.split()))

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell the screen what has been typed."""
        event.stop()
        if event.value != self._text:  # the input tells of its first text too
            self._text = event.value
            self.post_message(self.Changed(event.value))
