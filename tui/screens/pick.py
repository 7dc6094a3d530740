"""Picking participants from the whole list."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from store.annotations import Annotations
from tui.screens.dialog import Dialog
from tui.screens.record_fields import people_list


class PickParticipants(Dialog[tuple[str, ...]]):
    """Ticks participants; answers the ids of those that are ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take", show=False),
    ]
    DEFAULT_CSS = """
    PickParticipants TickList {
        max-height: 20;
    }
    """

    def __init__(self, annotations: Annotations, chosen: tuple[str, ...]) -> None:
        super().__init__()
        self._list = people_list(annotations, chosen)

    def compose(self) -> ComposeResult:
        """The list, and what the keys do."""
        with Vertical(id="box"):
            yield self._list
            yield Static("space: tick · enter: take · esc: leave", markup=False)

    def action_take(self) -> None:
        """Answer with what is ticked."""
        self.dismiss(self._list.ticked)
