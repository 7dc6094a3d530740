"""The fields of a form that are chosen from: one of some values, ticks in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.events import Key
from textual.reactive import reactive

from tui.fitting import cut
from tui.typed_ahead import find
from tui.widgets.fields import FormField

Value = TypeVar("Value")


class ChoiceField(FormField, Generic[Value]):
    """One of some values: a letter goes to the next that begins so."""

    DEFAULT_CSS = """
    ChoiceField {
        height: 1;
    }
    """
    hint = "← → or a letter: choose"

    chosen = reactive(0)

    def __init__(self, options: Sequence[tuple[str, Value]], value: Value) -> None:
        """Show options, each a text and the value it stands for, with `value` chosen.

        A value that is none of them stands as itself before them.
        """
        super().__init__()
        values = [each for _, each in options]
        if value not in values:
            options = [(str(value), value), *options]
            values = [value, *values]
        self._options = options
        self.set_reactive(ChoiceField.chosen, values.index(value))
        self._typed = ""

    def choose(self, value: object) -> None:
        """Choose a value, if it is one of the options."""
        for place, (_, known) in enumerate(self._options):
            if known == value:
                self.chosen = place

    def read(self) -> Value:
        """The chosen value."""
        return self._options[self.chosen][1]

    def enter(self, from_below: bool = False) -> None:
        """Get the keys; letters begin anew."""
        super().enter(from_below)
        self._typed = ""

    async def take(self, event: Key) -> bool:
        """Choose by an arrow, space, or letters."""
        step = {"right": 1, "space": 1, "left": -1}.get(event.key)
        if step:
            self._typed = ""
            self.chosen = (self.chosen + step) % len(self._options)
        elif event.is_printable and event.character:
            texts = [text for text, _ in self._options]
            if found := find(texts, self._typed, event.character, self.chosen):
                self._typed, self.chosen = found
        else:
            return False
        return True

    def on_click(self, event: events.Click) -> None:
        """Choose the next."""
        if self.is_current:
            self.chosen = (self.chosen + 1) % len(self._options)

    def render(self) -> Content:
        """All the options, the chosen one in brackets, or it alone where they do not fit."""
        style = "reverse" if self.is_current else "bold"
        texts = [cut(" ".join(text.split()), self.size.width) for text, _ in self._options]
        if sum(cell_len(text) + 2 for text in texts) <= self.size.width:
            pieces = [
                Content.styled(f"[{text}]", style) if place == self.chosen else Content(f" {text} ")
                for place, text in enumerate(texts)
            ]
            return Content("").join(pieces)
        chosen = cut(texts[self.chosen], max(self.size.width - 4, 1))
        return Content.styled(f"‹ {chosen} ›", style)


class TickField(FormField, Generic[Value]):
    """Options of plain text, each standing for a value; by a sign, so that no colour is needed.

    A letter or digit goes to the next option with a word that begins so.
    """

    DEFAULT_CSS = """
    TickField {
        height: auto;
    }
    """
    hint = "Space ticks · letters find · + all"

    place = reactive(0)

    def __init__(
        self,
        options: Iterable[tuple[str, Value, bool]],
        rows: int = 5,
        required: str = "",
        hint: str = "",
    ) -> None:
        """Show options, `rows` at a time: the text, the value, and whether it is ticked.

        `required` says, if it is not empty, why one must be ticked; `hint` what ticking means.
        """
        super().__init__()
        self.hint = hint or self.hint
        self._options = list(options)
        self._ticked = [ticked for _, _, ticked in self._options]
        self._rows = rows
        self._required = required
        self._typed = ""

    def read(self) -> tuple[Value, ...]:
        """The values of the options that are ticked, in their order."""
        if self._required and not any(self._ticked):
            raise ValueError(self._required)
        return tuple(
            value
            for (_, value, _), ticked in zip(self._options, self._ticked, strict=True)
            if ticked
        )

    def enter(self, from_below: bool = False) -> None:
        """Get the keys, at the first option or, coming from below, at the last."""
        super().enter(from_below)
        self._typed = ""
        self.place = max(len(self._options) - 1, 0) if from_below else 0

    async def take(self, event: Key) -> bool:
        """Go to an option, or tick."""
        last = len(self._options) - 1
        steps = {"down": 1, "up": -1, "pagedown": self._rows, "pageup": -self._rows}
        if event.key in steps:
            target = self.place + steps[event.key]
            if event.key in ("down", "up") and not 0 <= target <= last:
                return False
            self._typed, self.place = "", min(max(target, 0), max(last, 0))
        elif event.key in ("home", "end"):
            self._typed, self.place = "", 0 if event.key == "home" else max(last, 0)
        elif event.key == "space":
            self.tick(self.place)
        elif event.character in ("+", "-"):
            self._ticked = [event.character == "+"] * len(self._options)
            self.refresh()
        elif event.is_printable and event.character:
            texts = [text for text, _, _ in self._options]
            if found := find(texts, self._typed, event.character, self.place):
                self._typed, self.place = found
        else:
            return False
        return True

    def tick(self, place: int) -> None:
        """Tick an option, or take its tick away."""
        if place < len(self._options):
            self._typed = ""
            self._ticked[place] = not self._ticked[place]
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tick what is clicked."""
        self.place = min(self._top + event.y, max(len(self._options) - 1, 0))
        self.tick(self.place)

    @property
    def _top(self) -> int:
        """The first option that is seen."""
        return min(max(self.place - self._rows + 1, 0), max(len(self._options) - self._rows, 0))

    def get_content_height(self, *_: object) -> int:
        """As many lines as there are options, within bounds."""
        return min(max(len(self._options), 1), self._rows) + bool(self.error)

    def render(self) -> Content:
        """The options around the one gone to."""
        if not self._options:
            return Content.styled("none in this article", "$text-muted")
        seen = range(self._top, min(self._top + self._rows, len(self._options)))
        error = [Content.styled(self.error, "bold $text-error")] if self.error else []
        return Content("\n").join([*map(self._line, seen), *error])

    def _line(self, place: int) -> Content:
        text = " ".join(self._options[place][0].split())
        line = f"[{'x' if self._ticked[place] else ' '}] {text}"
        beyond = self._top + self._rows
        more = place == beyond - 1 and beyond < len(self._options)
        line = cut(line, max(self.size.width - 2, 8)) + (" ↓" if more else "")
        is_here = self.is_current and place == self.place
        return Content.styled(line, "reverse" if is_here else "")
