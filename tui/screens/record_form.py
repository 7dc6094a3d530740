"""The form: all fields of one record, checked before they are taken."""

from __future__ import annotations

from typing import ClassVar

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Label, Static

from store.annotations import Annotations
from store.records import Record
from tui.known_names import KnownNames
from tui.screens.dialog import Dialog
from tui.screens.record_fields import FIELDS


class RecordForm(Dialog[Record]):
    """Edits a record; answers the record as edited."""

    DEFAULT_CSS = """
    RecordForm #fields {
        height: auto;
        max-height: 60vh;
    }
    RecordForm #error {
        display: none;
    }
    RecordForm .field {
        height: auto;
    }
    RecordForm .field Label {
        width: 14;
        color: $text-muted;
    }
    RecordForm .field > * {
        height: auto;
    }
    RecordForm TickList {
        width: 1fr;
        max-height: 5;
    }
    RecordForm Input, RecordForm Select {
        width: 1fr;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", "Save", show=False)]

    def __init__(self, record: Record, annotations: Annotations, known: KnownNames) -> None:
        super().__init__()
        self._record = record
        self._fields = FIELDS[type(record)]
        self._widgets = {field: field.widget(record, annotations, known) for field in self._fields}

    def compose(self) -> ComposeResult:
        """A line for each field, and the buttons."""
        with Vertical(id="box"):
            with VerticalScroll(id="fields", can_focus=False):
                for field, widget in self._widgets.items():
                    with Horizontal(classes="field"):
                        yield Label(field.label)
                        yield widget
            yield Static(id="error", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Save ⏎", id="save", variant="primary", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Name the record on the box."""
        box = self.query_one("#box")
        box.border_title = self._record.id
        box.border_subtitle = "tab: next field · enter: save"

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Answer with the record as edited, unless a field cannot be so."""
        values = {}
        for field, widget in self._widgets.items():
            try:
                values[field.name] = field.value(widget, self._record)
            except ValueError as error:
                told = self.query_one("#error", Static)
                told.update(f"{field.label}: {error}")
                told.display = True
                widget.focus()
                return
        self.dismiss(structs.replace(self._record, **values))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Leave the record as it was."""
        self.dismiss(None)
