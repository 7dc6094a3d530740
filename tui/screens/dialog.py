"""What all dialogs share: a box over the screen, keys for its buttons, a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.events import Event, Key
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from tui.app import OnRecord

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A screen over the others that gives an answer, or None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("ctrl+q", "app.quit", "Quit", show=False),
        # Before the focused field sees it, so that what is typed ahead goes to the next one.
        Binding("tab", "app.focus_next", "Next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "Previous", show=False, priority=True),
    ]

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
    }
    Dialog > #box {
        width: 80;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        background: $surface;
        border: round $primary;
        padding: 0 1;
    }
    Dialog #buttons {
        height: 1;
    }
    Dialog #buttons Button {
        margin-right: 2;
    }
    Dialog #error {
        height: auto;
        color: $text-error;
        text-style: bold;
    }
    """

    async def on_event(self, event: Event) -> None:
        """Take an event; a key that was typed ahead of the dialog's end is for what is beneath."""
        if isinstance(event, Key) and self.app.screen is not self:
            cast("OnRecord", self.app).keys_ahead.wait(event, self)
        else:
            await super().on_event(event)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
