"""A list whose options can be ticked: by a sign, so that no colour is needed to see which are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.fitting import cut

LONGEST = 200
"""Cells of an option that are shown at most."""

Value = TypeVar("Value")


class TickList(OptionList, Generic[Value], inherit_bindings=False):
    """Options of plain text, each standing for a value; space or a click ticks one.

    Enter is left to the dialog.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Tick", show=False),
        Binding("j,down", "cursor_down", "Down", show=False),
        Binding("k,up", "cursor_up", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]
    DEFAULT_CSS = """
    TickList {
        height: auto;
        border: none;
        padding: 0;
    }
    """

    def __init__(self, options: Iterable[tuple[str, Value, bool]]) -> None:
        """Show options: the text, the value it stands for, and whether it is ticked."""
        self._choices = list(options)
        self._ticked = [ticked for _, _, ticked in self._choices]
        super().__init__(*(self._prompt(place) for place in range(len(self._ticked))), compact=True)

    @property
    def ticked(self) -> tuple[Value, ...]:
        """The values of the options that are ticked, in their order."""
        return tuple(
            value
            for (_, value, _), ticked in zip(self._choices, self._ticked, strict=True)
            if ticked
        )

    def tick(self, place: int) -> None:
        """Tick an option, or take its tick away."""
        self._ticked[place] = not self._ticked[place]
        self.replace_option_prompt_at_index(place, self._prompt(place))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick what was chosen."""
        event.stop()
        self.tick(event.option_index)

    def _prompt(self, place: int) -> Any:
        text = " ".join(self._choices[place][0].split())
        return Content(f"[{'x' if self._ticked[place] else ' '}] {cut(text, LONGEST)}")
