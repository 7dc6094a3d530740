"""The fields of a form that are typed: a line of text, a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from tui.fitting import cut
from tui.known_names import Completion
from tui.widgets.asking import Line
from tui.widgets.fields import FormField

LONGEST: Final = 200
"""Cells of a line below a field that are shown at most."""


class TextField(FormField):
    """A line of text; what it may become stands below it while it is typed."""

    DEFAULT_CSS = """
    TextField {
        height: auto;
    }
    TextField > Static {
        display: none;
        height: auto;
        color: $text-muted;
    }
    """
    hint = "Tab: next field"

    def __init__(
        self,
        text: str,
        check: Callable[[str], None] = lambda text: None,
        complete: Callable[[str], Sequence[Completion]] = lambda text: (),
        placeholder: str = "",
    ) -> None:
        """Show a text; `check` raises `ValueError` for one that cannot be."""
        super().__init__()
        self.take_with: Callable[[Mapping[str, str]], None] = lambda fields: None
        """Is told what goes with a completion that was taken, by field."""
        self._check = check
        self._complete = complete
        self._line = Line(text, placeholder, compact=True)
        self._below = Static(markup=False)
        self._offered: Sequence[Completion] = ()
        self._picked: int | None = None

    def compose(self) -> ComposeResult:
        """The line, and what is said below it."""
        yield self._line
        yield self._below

    def on_mount(self) -> None:
        """Show what has been typed ahead."""
        self._show_below()

    @property
    def text(self) -> str:
        """What is typed, without white space around it."""
        return " ".join(self._line.value.split())

    @text.setter
    def text(self, text: str) -> None:
        self._line.select(0, len(self._line.value))
        self._line.put(text)

    def read(self) -> Any:
        """The text, as it is when nothing was typed."""
        self._check(self.text)
        return self.text

    def watch_error(self) -> None:
        """Show what is wrong."""
        self._show_below()

    def watch_is_current(self, is_current: bool) -> None:
        """Show the cursor."""
        self._line.has_focus = is_current

    def enter(self, from_below: bool = False) -> None:
        """Get the keys; all is selected, so that typing replaces it."""
        super().enter(from_below)
        self._line.select(0, len(self._line.value))

    def amend(self) -> None:
        """Get the keys, the cursor behind what is typed."""
        self.enter()
        self._line.select(len(self._line.value), len(self._line.value))

    def show_cursor(self) -> None:
        """Have the terminal's cursor in the line."""
        self._line.show_cursor()

    def leave(self) -> None:
        """Take the completion that was gone to."""
        if self._picked is not None:
            self._take_offered(self._picked)
        self._offer(())
        self._line.select(len(self._line.value), len(self._line.value))
        super().leave()

    async def take(self, event: Key) -> bool:
        """Edit, or go to a completion and take it."""
        if event.key in ("down", "up") and (self._offered or self._picked is not None):
            return self._go(1 if event.key == "down" else -1)
        if event.key == "enter" and self._picked is not None:
            self._take_offered(self._picked)
        elif event.key == "right" and self._offered and self._line.cursor_at_end:
            self._take_offered(self._picked or 0)
        else:
            before = self._line.value
            self._picked = None
            if not await self._line.edit(event):
                return False
            if self._line.value != before:
                self._offer(self._complete(self.text))
        return True

    def paste(self, text: str) -> None:
        """Type what is pasted, on one line."""
        self._line.put(" ".join(text.split()))
        self._offer(self._complete(self.text))

    def _go(self, step: int) -> bool:
        """Go to the next completion or the one before; False beyond them."""
        place = step - 1 if self._picked is None else self._picked + step
        is_among = 0 <= place < len(self._offered)
        self._picked = place if is_among else None
        stays = is_among or (step < 0 and place == -1)
        self._show_below()
        return stays

    def _take_offered(self, place: int) -> None:
        taken = self._offered[place]
        self.text = taken.text
        self._offer(())
        self.take_with(taken.goes_with)

    def _offer(self, completions: Sequence[Completion]) -> None:
        self._offered = completions
        self._picked = None
        self._show_below()

    def _show_below(self) -> None:
        lines = [
            (f"{'→' if place == self._picked else ' '} {_told(completion)}", place == self._picked)
            for place, completion in enumerate(self._offered)
        ]
        self.show_below([(line, "reverse" if is_picked else "") for line, is_picked in lines])

    def show_below(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines, each in a style, below the field, and what is wrong with it."""
        if self.error:
            lines = [(self.error, "bold $text-error"), *lines]
        self._below.display = bool(lines)
        pieces = [Content.styled(cut(line, LONGEST), style) for line, style in lines]
        self._below.update(Content("\n").join(pieces))


def _told(completion: Completion) -> str:
    about = (completion.goes_with.get(field, "") for field in ("title", "affiliation"))
    return " · ".join(filter(None, (completion.text, *about)))


class DateField(TextField):
    """A date, in words or EDTF; how it is understood stands below it."""

    hint = "a date, also in words"

    def __init__(
        self,
        value: str,
        understand: Callable[[str], str],
        explain: Callable[[str], str],
        examples: str,
        check: Callable[[str], None] = lambda value: None,
    ) -> None:
        """Show an EDTF value. `understand` gives that of what is typed, "" if it is none, and
        `explain` says what it means; `check` raises `ValueError` for one that cannot be.
        """
        super().__init__(value, check, placeholder=examples)
        self._understand = understand
        self._explain = explain
        self._examples = examples

    def read(self) -> str:
        """The EDTF value of what is typed; "" when nothing is."""
        value = self._understand(self.text) if self.text else ""
        if self.text and not value:
            raise ValueError(f"“{self.text}” is not understood as a date")
        self._check(value)
        return value

    def leave(self) -> None:
        """Say no more how it is understood, unless that is not what is typed."""
        super().leave()
        self._show_below()

    def enter(self, from_below: bool = False) -> None:
        """Say how it is understood."""
        super().enter(from_below)
        self._show_below()

    def _show_below(self) -> None:
        value = self._understand(self.text) if self.text else ""
        if value and (self.is_current or value != self.text):
            words = self._explain(value)
            self.show_below([(f"→ {value}{f'  {words}' if words else ''}", "bold $text-success")])
        elif self.text and not value:
            self.show_below([(f"? not understood; write {self._examples}", "$text-warning")])
        else:
            self.show_below([])
