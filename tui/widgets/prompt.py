"""One line to type into, above the key bar: for a filter, a search and the like."""

from __future__ import annotations

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

    class Submitted(_Told):
        """Enter was pressed on `text`; the prompt goes."""

    class Cancelled(Message):
        """The prompt goes without a text."""

    def __init__(self, label: str, text: str = "", placeholder: str = "") -> None:
        """Ask for `label`; `text` is there already, selected, so that typing replaces it."""
        super().__init__()
        self._label = label
        self._text = text
        self._input = Input(text, placeholder, compact=True, select_on_focus=False)
        self._has_ended = False

    def compose(self) -> ComposeResult:
        """The label and the input."""
        yield Label(self._label, markup=False)
        yield self._input

    def on_mount(self) -> None:
        """Take the keys."""
        self.screen.set_focus(self._input)
        self._input.action_select_all()

    async def on_key(self, event: Key) -> None:
        """Take what the input leaves."""
        if await self.take(event):
            event.stop()

    async def take(self, event: Key) -> bool:
        """Type, edit, submit or cancel; False when the key is none of the prompt's.

        A screen hands it the keys that reach the screen while the prompt is open: what is typed
        in one go, as over a slow line, is on its way there before the prompt has the focus.
        """
        value = self._input.value
        if self._has_ended:
            return False
        if event.key == "escape" or (event.key == "backspace" and not value):
            self._leave(self.Cancelled())
        elif event.key == "enter":
            self._leave(self.Submitted(value))
        elif event.key in _EDITING:
            await self._input.run_action(_EDITING[event.key])
        elif event.is_printable and event.character:
            self._input.replace(event.character, *sorted(self._input.selection))
        else:
            return False
        return True

    def _leave(self, message: Message) -> None:
        self._has_ended = True
        self.post_message(message)
        self.screen.set_focus(None)
        self.remove()

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell the screen what has been typed."""
        event.stop()
        if event.value != self._text:  # the input tells of its first text too
            self._text = event.value
            self.post_message(self.Changed(event.value))
