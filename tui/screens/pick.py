"""Picking participants from the whole list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from store.annotations import Annotations
from tui.screens.record_fields import people_field
from tui.widgets.form import Form

ROWS = 12
"""Participants that are seen at a time."""


def pick_participants(
    title: str,
    annotations: Annotations,
    numbers: Mapping[str, int],
    chosen: tuple[str, ...],
    take: Callable[[tuple[str, ...]], str],
    label: str = "",
) -> Form:
    """A form that ticks participants; `take` gets the ids, and says why not, or nothing."""

    def save(values: dict[str, Any]) -> str:
        return take(values["people"])

    return Form(title, {"people": (label, people_field(annotations, numbers, chosen, ROWS))}, save)
