"""A form: rows of fields over the foot of a screen, filled in by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Button, Label, Static

from tui.fitting import cut
from tui.widgets.asking import Asking
from tui.widgets.fields import FormField
from tui.widgets.list_fields import ChoiceField
from tui.widgets.text_fields import TextField

Save: TypeAlias = Callable[[dict[str, Any]], str]
"""Takes the values by field, and answers with why it cannot, or nothing."""

LONGEST_TITLE: Final = 60
"""Cells of a title that are shown at most."""
_LEAVE: Final = ("ctrl+c", "ctrl+g", "escape")


class _Row(Horizontal):
    """A field with its label."""

    DEFAULT_CSS = """
    _Row {
        height: auto;
    }
    _Row > Label {
        width: 14;
        color: $text-muted;
    }
    _Row.-current > Label {
        color: $text-accent;
        text-style: bold;
    }
    """

    def __init__(self, label: str, field: FormField) -> None:
        super().__init__()
        self.field = field
        self._label = label

    def compose(self) -> ComposeResult:
        if self._label:
            yield Label(self._label, markup=False)
        yield self.field


class Form(Asking):
    """Asks for the values of some fields, all of which can be reached and set by keys.

    Enter saves; ctrl+c, ctrl+g or escape leave everything as it was.
    """

    DEFAULT_CSS = """
    Form {
        layer: above;
        dock: bottom;
        height: auto;
        background: $surface;
        border: round $primary;
        padding: 0 1;
    }
    Form.-above {
        dock: top;
    }
    Form > VerticalScroll {
        height: auto;
    }
    Form > Horizontal {
        height: 1;
    }
    Form Button {
        min-width: 0;
        margin-right: 2;
    }
    Form > Horizontal > Static {
        width: 1fr;
        color: $text-error;
        text-style: bold;
    }
    """

    def __init__(
        self, title: str, fields: Mapping[str, tuple[str, FormField]], save: Save, first: str = ""
    ) -> None:
        """Show fields, by name, each with its label; the one named `first` gets the keys first."""
        super().__init__()
        self._rows = {name: _Row(label, field) for name, (label, field) in fields.items()}
        self._save = save
        self._refused = Static(markup=False)
        self._at = [*fields].index(first) if first else 0
        self.border_title = Content(cut(title, LONGEST_TITLE))
        for _, field in fields.values():
            if isinstance(field, TextField):
                field.take_with = self._fill
        self._current.enter()

    def compose(self) -> ComposeResult:
        """The rows, and what the mouse can do."""
        with VerticalScroll(can_focus=False):
            yield from self._rows.values()
        with Horizontal():
            for label, name in (("Save ⏎", "save"), ("Leave ^C", "leave")):
                button = Button(label, name=name, compact=True)
                button.can_focus = False
                yield button
            yield self._refused

    def on_mount(self) -> None:
        """Show which field gets the keys."""
        self._fit()
        self._show_current()

    def on_resize(self) -> None:
        """Keep to the room there is, the field that gets the keys in view."""
        self._fit()
        self._show_current()

    def _fit(self) -> None:
        """Leave some of the screen in sight. A container's own bounds do not bound its parent."""
        rows = max(self.screen.size.height * 6 // 10, 4)
        self.query_one(VerticalScroll).styles.max_height = rows
        self.styles.max_height = rows + 3

    @property
    def _row(self) -> _Row:
        return [*self._rows.values()][self._at]

    @property
    def _current(self) -> FormField:
        return self._row.field

    async def take(self, event: Key) -> bool:
        """Fill in, go to another field, save or leave; every key but that for quitting."""
        if event.key == "ctrl+q":
            return False
        if event.key in _LEAVE:
            self.end()
        elif event.key in ("tab", "shift+tab"):
            self._step(1 if event.key == "tab" else -1)
        elif await self._current.take(event):
            self._current.error = ""
        elif event.key == "enter":
            self.save()
        elif event.key in ("down", "up"):
            self._step(1 if event.key == "down" else -1, from_below=event.key == "up")
        self._hint()
        return True

    def paste(self, text: str) -> None:
        """Paste into the field."""
        self._current.paste(text)

    def _step(self, step: int, from_below: bool = False) -> None:
        self._go((self._at + step) % len(self._rows), from_below)

    def _go(self, place: int, from_below: bool = False) -> None:
        self._current.leave()
        self._row.remove_class("-current")
        self._at = place
        self._current.enter(from_below)
        self._show_current()

    def _show_current(self) -> None:
        self._row.add_class("-current")
        self._hint()
        if self.is_mounted:
            self.call_after_refresh(self._bring_into_view)

    def _bring_into_view(self) -> None:
        self._row.scroll_visible(animate=False, immediate=True)
        if not self.has_ended:
            self._current.show_cursor()

    def _hint(self) -> None:
        if self.border_subtitle != self._current.hint:
            self.border_subtitle = self._current.hint

    def _fill(self, fields: Mapping[str, str]) -> None:
        """Fill in what goes with a completion, where nothing stands yet."""
        for name, value in fields.items():
            field = self._rows[name].field if name in self._rows else None
            if isinstance(field, TextField) and not field.text:
                field.text = value
            elif isinstance(field, ChoiceField):
                field.choose(value)

    def save(self) -> None:
        """Hand the values on, unless a field cannot be so: then go there and say why."""
        values, wrong = dict[str, Any](), list[int]()
        self._current.leave()
        for place, (name, row) in enumerate(self._rows.items()):
            try:
                values[name] = row.field.read()
                row.field.error = ""
            except ValueError as error:
                row.field.error = str(error)
                wrong.append(place)
        if wrong:
            self._go(wrong[0])
            self._current.amend()
            return
        self._current.enter()
        refused = self._save(values)
        self._refused.update(refused)
        if not refused:
            self.end()

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Save or leave by the mouse."""
        event.stop()
        if event.button.name == "save":
            self.save()
        else:
            self.end()

    def on_click(self, event: events.Click) -> None:
        """Go to the field that is clicked."""
        event.stop()
        for place, row in enumerate(self._rows.values()):
            if event.widget is not None and row in event.widget.ancestors_with_self:
                self._go(place)
