"""Every key, by what it is for."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.actions import Context, actions_of
from tui.fitting import filled
from tui.keymap import Keymap, shown_key
from tui.screens.dialog import Dialog

_KEYS_WIDTH = 16
_NAMES: dict[Context, str] = {
    "articles": "the list of articles",
    "reader": "the reader",
    "people": "the people",
    "follow_ups": "the follow-up events",
    "tutor": "the tutor",
}


class Help(Dialog[None]):
    """Shows the keys of the screen beneath it first, then those of the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,q,enter", "leave", "Leave", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(10)", "Page down", show=False),
        Binding("pageup", "scroll(-10)", "Page up", show=False),
    ]

    def __init__(self, beneath: Context, keymap: Keymap) -> None:
        super().__init__()
        self._beneath = beneath
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The list of keys, scrolled by keys and mouse."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            box.border_subtitle = "j k: scroll · q: leave"
            with VerticalScroll(id="keys", can_focus=False):
                yield Static(Content.assemble(*self._lines()))

    def _lines(self) -> list[tuple[str, str]]:
        contexts = [self._beneath, *(name for name in _NAMES if name != self._beneath)]
        lines: list[tuple[str, str]] = []
        shown = set[str]()
        for context in contexts:
            actions = [action for action in actions_of(context) if action.id not in shown]
            shown.update(action.id for action in actions)
            for group, members in groupby(actions, key=lambda action: action.group):
                lines.append((f"\nIn {_NAMES[context]}: {group}\n", "bold $accent"))
                for action in members:
                    keys = " ".join(shown_key(keys) for keys in self._keymap.keys(action))
                    lines.append((f"{filled(keys, _KEYS_WIDTH)} ", "bold"))
                    lines.append((f"{action.help}  ", ""))
                    lines.append((f"{action.id}\n", "$text-muted"))
        return lines

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines."""
        self.query_one("#keys").scroll_relative(y=lines, animate=False)
