"""Accepting many suggestions at once: of which kind, where, and from which confidence on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from store.records import Span, Suggestion
from tui.proposals import extent
from tui.screens.dialog import Dialog

KINDS: Final = {"p": "participants", "q": "quotes", "f": "follow-up events"}
STEP: Final = 5
"""By how much a key asks for more confidence or less, in percent."""
NARROW: Final = 72
"""Columns below which the options would not stand on one line."""


class AcceptMany(Dialog[tuple[Suggestion, ...]]):
    """Chooses among suggestions by keys; answers those that are to be accepted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(letter, f"choose('{letter}')", show=False) for letter in KINDS),
        Binding("right_curly_bracket", "place", show=False),
        Binding("plus,equals_sign,k,up", f"confidence({STEP})", show=False),
        Binding("minus,j,down", f"confidence(-{STEP})", show=False),
        Binding("enter", "take", show=False),
        Binding("x", "leave", show=False),
    ]

    def __init__(
        self, suggestions: tuple[Suggestion, ...], letter: str, paragraph: Span | None
    ) -> None:
        super().__init__()
        self._suggestions = suggestions
        self._letter = letter
        self._paragraph = paragraph
        self._is_in_paragraph = False
        self._percent = 70

    def compose(self) -> ComposeResult:
        """What is chosen, how many that are, and what the keys do."""
        with Vertical(id="box") as box:
            box.border_title = "Accept many"
            yield Static(id="chosen", markup=False)
            yield Static("enter: accept them · x: leave", markup=False)

    def on_resize(self) -> None:
        """Show what is chosen, as it fits."""
        self._show()

    @property
    def chosen(self) -> tuple[Suggestion, ...]:
        """The suggestions that are to be accepted, as things are chosen."""
        return tuple(each for each in self._of_kind if each.confidence * 100 >= self._percent)

    @property
    def _of_kind(self) -> list[Suggestion]:
        return [
            each
            for each in self._suggestions
            if each.record.id.startswith(self._letter) and self._is_here(each)
        ]

    def _is_here(self, suggestion: Suggestion) -> bool:
        if not self._is_in_paragraph or self._paragraph is None:
            return True
        start, _ = extent(suggestion.record)
        return self._paragraph.start <= start < self._paragraph.end

    def _show(self) -> None:
        kinds = {name: key == self._letter for key, name in KINDS.items()}
        places = {
            "the article": not self._is_in_paragraph,
            "this paragraph": self._is_in_paragraph,
        }
        is_narrow = self.app.size.width < NARROW
        told = "" if is_narrow else ", as one step to undo"
        lines = (
            f"kind      {_choice(kinds, is_narrow)}   (p q f)",
            f"in        {_choice(places, is_narrow)}   (}})",
            f"at least  {self._percent} % sure   (- +)",
            "",
            f"{len(self.chosen)} of {len(self._of_kind)} would be accepted{told}.",
        )
        self.query_one("#chosen", Static).update("\n".join(lines))

    def action_choose(self, letter: str) -> None:
        """Choose the kind."""
        self._letter = letter
        self._show()

    def action_place(self) -> None:
        """Choose the paragraph alone, or all of the article."""
        self._is_in_paragraph = not self._is_in_paragraph
        self._show()

    def action_confidence(self, by: int) -> None:
        """Ask for more confidence or less."""
        self._percent = min(max(self._percent + by, 0), 100)
        self._show()

    def action_take(self) -> None:
        """Answer with what is chosen."""
        self.dismiss(self.chosen)


def _choice(options: Mapping[str, bool], is_narrow: bool) -> str:
    """The options of which one is chosen; in a narrow terminal that one alone."""
    if is_narrow:
        return next(name for name, is_chosen in options.items() if is_chosen)
    return "  ".join(f"[{name}]" if chosen else f" {name} " for name, chosen in options.items())
