"""Fitting a hostile text into so many cells of a line: drawn harmlessly, cut with an ellipsis."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from tui.glyphs import shown

_LONGEST_CLUSTER = 8
"""Code points per cell that are looked at; marks heaped higher than that are cut."""


def cut(text: str, width: int) -> str:
    """The text as it is drawn in at most `width` cells; an ellipsis stands for what is cut."""
    drawn = shown(text[: (width + 1) * _LONGEST_CLUSTER])
    if cell_len(drawn) <= width:
        return drawn
    return f"{set_cell_size(drawn, width - 1).rstrip()}…" if width > 0 else ""


def filled(text: str, width: int, right: bool = False) -> str:
    """The text as it is drawn in exactly `width` cells, at the left or the right of them."""
    drawn = cut(text, width)
    blank = " " * (width - cell_len(drawn))
    return f"{blank}{drawn}" if right else f"{drawn}{blank}"
