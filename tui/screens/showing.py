"""Choosing how many of the marks are shown; what is shown is one choice for all articles."""

from __future__ import annotations

from typing import Final

from tui.actions import Action
from tui.density import DENSITIES, Density
from tui.screens.reading import ReadingScreen

CHOICES: Final[dict[str, Density]] = {
    "marks-all": "all",
    "marks-participants": "participants",
    "marks-quotes": "quotes",
    "marks-events": "events",
    "marks-current": "current",
    "marks-none": "none",
}
"""The actions that say outright what is to be shown."""
SHOWING: Final = frozenset((*CHOICES, "marks-fewer", "marks-back", "theme"))
"""The actions that change how the text looks, and nothing else."""


class ShowingScreen(ReadingScreen):
    """A screen on which marks can be hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.density: Density = "all"
        """Which of the marks are shown."""
        self._density_before: Density = "current"

    def show_records(self) -> None:
        """Show the records as they are now."""
        raise NotImplementedError

    def show_marks(self, density: Density) -> None:
        """Show these of the marks, and say so."""
        if density != self.density:
            self._density_before, self.density = self.density, density
        self.show_records()
        self.say(f"Shown in the text: {DENSITIES[density] or 'all marks'}.")

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; those that say what is to be shown are a table."""
        if action.id in CHOICES:
            self.end_modes()
            self.show_marks(CHOICES[action.id])
        else:
            super().perform(action, number)

    def action_marks_fewer(self) -> None:
        """Show fewer of the marks; after none, all."""
        densities = list(DENSITIES)
        self.show_marks(densities[(densities.index(self.density) + 1) % len(densities)])

    def action_marks_back(self) -> None:
        """Show what was shown before."""
        self.show_marks(self._density_before)
