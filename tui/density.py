"""How many of the marks are shown in the text: all of them, one kind, the current one, none."""

from __future__ import annotations

from typing import Final, Literal

from tui.marks import Mark, Marks, only

Density = Literal["all", "participants", "quotes", "events", "current", "none"]

DENSITIES: Final[dict[Density, str]] = {
    "all": "",
    "participants": "participants only",
    "quotes": "quotes only",
    "events": "events only",
    "current": "current only",
    "none": "no marks",
}
"""What the title bar says of each, from the densest on."""

_LETTERS: Final[dict[Density, str]] = {"participants": "p", "quotes": "q", "events": "f"}


def kinds_of(density: Density) -> str:
    """The letters of the kinds that one goes through: those shown, or all if no kind is."""
    return _LETTERS.get(density, "pqf")


def thinned(marks: Marks, density: Density) -> Marks:
    """The marks that are shown; those of the current record are unless none is."""
    if density == "all":
        return marks
    if density in _LETTERS:
        return only(marks, lambda mark: _is_shown(mark, density))
    return Marks(mark for mark in marks if _is_shown(mark, density))


def _is_shown(mark: Mark, density: Density) -> bool:
    if density == "none":
        return False
    return mark.is_current or mark.letter == _LETTERS.get(density)
