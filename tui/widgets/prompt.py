"""One line to type into, above the key bar: for a filter, a search and the like."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

# Screens take every key that a widget lets pass, so the input's bindings are looked up here.
_EDITING = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding)
    for key in binding.key.split(",")
}


class _Told(Message):
    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()


class _Line(Input, can_focus=False):
    """An input that looks as if it had the focus; its keys come through the prompt."""


class Prompt(Widget):
    """A labelled input that takes the keys from when it is mounted until it removes itself.

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
        self._input = _Line(text, placeholder, compact=True)
        self._has_ended = False

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Label(self._label, markup=False)
        yield self._input

    def on_mount(self) -> None:
        """Show the cursor, all selected."""
        self._input.has_focus = True
        self._input.action_select_all()

    async def take(self, event: Key) -> bool:
        """Type, edit, submit or cancel; False when the key is none of the prompt's.

        The screen hands it every key while it is open. With a focus of its own it would get them
        by another way, and what is typed in one go, as over a slow line, would lose its order.
        """
        value = self._input.value
        if self._has_ended:
            return False
        if event.key == "escape" or (event.key == "backspace" and not value):
            self._end()
            self.post_message(self.Cancelled())
        elif event.key == "enter":
            self._end()
            self._submit(value)
        elif event.key in _EDITING:
            await self._input.run_action(_EDITING[event.key])
        elif event.is_printable and event.character:
            self._input.replace(event.character, *sorted(self._input.selection))
        else:
            return False
        return True

    def _end(self) -> None:
        self._has_ended = True
        self.remove()

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell the screen what has been typed."""
        event.stop()
        if event.value != self._text:  # the input tells of its first text too
            self._text = event.value
            self.post_message(self.Changed(event.value))
