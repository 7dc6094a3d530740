"""The fields of a form: a line of text, one of some values, ticks in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.input import Selection

from tui.fitting import cut
from tui.known_names import Completion
from tui.typed_ahead import find
from tui.widgets.asking import Line

LONGEST: Final = 200
"""Cells of an option that are shown at most."""

Value = TypeVar("Value")


class FormField(Widget):
    """What one row of a form asks for. It is handed its keys, as the form is."""

    hint = ""
    """What the keys do here."""
    is_current = reactive(False)

    async def take(self, event: Key) -> bool:
        """Do what a key means here; False when it is left to the form."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """Take a text that the terminal pastes."""

    def enter(self, from_below: bool = False) -> None:
        """Become the field that gets the keys."""
        self.is_current = True

    def amend(self) -> None:
        """Get the keys to correct what is there."""
        self.enter()

    def leave(self) -> None:
        """Get no more keys."""
        self.is_current = False

    def read(self) -> Any:
        """What the field holds.

        Raises:
            ValueError: it cannot hold this; the message says why.
        """
        raise NotImplementedError


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
        self._line.selection = Selection(0, len(self._line.value))
        self._line.put(text)

    def read(self) -> Any:
        """The text, as it is when nothing was typed."""
        self._check(self.text)
        return self.text

    def watch_is_current(self, is_current: bool) -> None:
        """Show the cursor."""
        self._line.has_focus = is_current

    def enter(self, from_below: bool = False) -> None:
        """Get the keys; all is selected, so that typing replaces it."""
        super().enter(from_below)
        self._line.selection = Selection(0, len(self._line.value))

    def amend(self) -> None:
        """Get the keys, the cursor behind what is typed."""
        self.enter()
        self._line.selection = Selection.cursor(len(self._line.value))

    def leave(self) -> None:
        """Take the completion that was gone to."""
        if self._picked is not None:
            self._take_offered(self._picked)
        self._offer(())
        self._line.selection = Selection.cursor(len(self._line.value))
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
        """Show lines, each in a style, below the field."""
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
        texts = [" ".join(text.split()) for text, _ in self._options]
        if sum(len(text) + 2 for text in texts) <= self.size.width:
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
    hint = "Space: tick · letters: find · +: all"

    place = reactive(0)

    def __init__(
        self, options: Iterable[tuple[str, Value, bool]], rows: int = 5, required: str = ""
    ) -> None:
        """Show options, `rows` at a time: the text, the value, and whether it is ticked.

        `required` says, if it is not empty, why one must be ticked.
        """
        super().__init__()
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
        return min(max(len(self._options), 1), self._rows)

    def render(self) -> Content:
        """The options around the one gone to."""
        if not self._options:
            return Content.styled("none in this article", "$text-muted")
        seen = range(self._top, min(self._top + self._rows, len(self._options)))
        return Content("\n").join(map(self._line, seen))

    def _line(self, place: int) -> Content:
        text = " ".join(self._options[place][0].split())
        line = f"[{'x' if self._ticked[place] else ' '}] {text}"
        beyond = self._top + self._rows
        more = place == beyond - 1 and beyond < len(self._options)
        line = cut(line, max(self.size.width - 2, 8)) + (" ↓" if more else "")
        is_here = self.is_current and place == self.place
        return Content.styled(line, "reverse" if is_here else "")
