"""When a mark could not be saved: why, and a way to keep it."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from store.database import Database
from store.errors import StoreError
from tui.screens.dialog import Dialog


class Rescue(Dialog[None]):
    """Says why a write failed, and offers to write everything to another file."""

    AUTO_FOCUS = "#rescue"  # what is typed ahead must not end up in the name of the file

    def __init__(self, database: Database, failure: StoreError) -> None:
        super().__init__()
        self._database = database
        self._failure = failure

    def compose(self) -> ComposeResult:
        """What happened, what can be done, and where to."""
        count = len(self._database.unsaved)
        changes = "The last change is" if count == 1 else f"The last {count} changes are"
        store = self._database.path.absolute()
        with Vertical(id="box") as box:
            box.border_title = "Not saved"
            yield Static(f"{self._failure}.", markup=False)
            yield Static(
                f"\n{changes} not on disk and was taken back on screen. The store can be read but "
                "not written until onrecord is started again. All of it, and what was taken back, "
                "can be written to a new file now, which --store opens later:\n",
                markup=False,
            )
            yield Input(str(store.with_name(f"{store.stem}.rescued.json")), compact=True)
            yield Static(id="error", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Rescue ⏎", id="rescue", variant="primary", compact=True)
                yield Button("Go on reading", id="leave", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#rescue")
    def rescue(self) -> None:
        """Write the new file."""
        path = Path(self.query_one(Input).value).expanduser().absolute()
        try:
            lost = self._database.rescue(path)
        except (StoreError, OSError) as error:
            self.query_one("#error", Static).update(str(error))
            return
        if lost:
            told = f"All but {lost} documents, which could not be read, are in {path} now."
        else:
            told = f"Everything is in {path} now."
        self.app.notify(told, markup=False, severity="warning" if lost else "information")
        self.dismiss(None)

    @on(Button.Pressed, "#leave")
    def leave(self) -> None:
        """Go on with what is on disk."""
        self.dismiss(None)
