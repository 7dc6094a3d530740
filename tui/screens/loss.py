"""When records of an article are gone that nobody removed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tui.screens.dialog import Dialog


class Loss(Dialog[bool]):
    """Says how many are gone; answers whether to go on without them."""

    def __init__(self, article_id: str, gone: int) -> None:
        super().__init__()
        self._article_id = article_id
        self._gone = gone

    def compose(self) -> ComposeResult:
        """What happened, and what can be done."""
        are = "record is" if self._gone == 1 else "records are"
        with Vertical(id="box") as box:
            box.border_title = "Records are missing"
            yield Static(
                f"{self._gone} {are} missing from {self._article_id} that nobody removed here: "
                "the file was changed by another program, by hand, or replaced by an older one.\n\n"
                "To get back what was there, leave, and let onrecord restore list the backups. "
                "To go on with what is here is fine too: the next mark accepts it.",
                markup=False,
            )
            with Horizontal(id="buttons"):
                yield Button("Leave", id="leave", variant="primary", compact=True)
                yield Button("Go on", id="go-on", compact=True)

    @on(Button.Pressed, "#go-on")
    def go_on(self) -> None:
        """Go on without them."""
        self.dismiss(True)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave the app."""
        self.dismiss(False)
