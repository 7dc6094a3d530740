"""The export, from inside the app: written in the background, shown when it takes a while."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Button, ProgressBar, Static
from textual.worker import get_current_worker

from store.database import Database
from store.errors import StoreError
from tui.screens.dialog import Dialog

PATIENCE: Final = 0.2
"""Seconds after which progress is shown."""


class _CancelledError(Exception):
    """The user has stopped the export."""


class ExportProgress(Dialog[None]):
    """Writes a store's records as YAML, whole or not at all; can be stopped."""

    def __init__(self, database: Database, output: Path) -> None:
        super().__init__()
        self._database = database
        self._output = output

    def compose(self) -> ComposeResult:
        """The progress and a way to stop."""
        with Vertical(id="box"):
            yield Static(f"Writing {self._output}", markup=False)
            yield ProgressBar(show_eta=False)
            yield Button("Stop", id="stop", compact=True)

    def on_mount(self) -> None:
        """Begin; a short export is done before anything shows."""
        self.query_one("#box").visible = False
        self.set_timer(PATIENCE, self._show)
        self.write()

    def _show(self) -> None:
        self.query_one("#box").visible = True

    @work(thread=True, exit_on_error=False)
    def write(self) -> None:
        """Write the file, then leave and say how it went."""
        # Imported late: with it comes YAML.
        from store.yaml_export import write_yaml

        worker = get_current_worker()

        def progress(written: int, total: int) -> None:
            if worker.is_cancelled:
                raise _CancelledError
            if written % 100 == 0:
                self.app.call_from_thread(self._show_progress, written, total)

        try:
            count = write_yaml(self._database, self._output, progress)
        except _CancelledError:
            self.app.call_from_thread(self._end, "Stopped; nothing was written.", "warning")
        except (StoreError, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            told = f"{self._output} could not be written: {reason or error}"
            self.app.call_from_thread(self._end, told, "error")
        else:
            articles = "1 article" if count == 1 else f"{count:,} articles"
            told = f"{articles} written to {self._output}"
            self.app.call_from_thread(self._end, told, "information")

    def _show_progress(self, written: int, total: int) -> None:
        self.query_one(ProgressBar).update(total=total, progress=written)

    def _end(self, told: str, severity: str) -> None:
        self.app.notify(told, severity=severity, markup=False)  # type: ignore[arg-type]
        if self.is_current:
            self.dismiss(None)

    @on(Button.Pressed, "#stop")
    def action_leave(self) -> None:
        """Stop the export; the file stays as it was."""
        self.workers.cancel_node(self)
