"""The margin of a line: which kinds of record stand on it, told by signs that need no colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.marks import GAP, MAIN_ROLES, Mark


class Sign(NamedTuple):
    """One cell of the margin; `layer` is how it is lit for the current record or suggestion."""

    sign: str
    layer: str = ""


KINDS = "pqf"
"""The columns of the margin, each for the records whose id begins so."""


def signs_of(marks: Iterable[Mark], start: int) -> tuple[Sign, ...]:
    """The signs of a line that starts at an offset, of the marks that touch it.

    `q` a record begins, `+` another of its fragments does, `│` it goes on, `·` it goes on beyond a
    gap; the current one has a capital and `║`. `?` a suggestion begins, `:` it goes on.
    """
    columns: dict[str, list[Mark]] = {kind: [] for kind in KINDS}
    for mark in marks:
        if mark.role in MAIN_ROLES or mark.role == GAP:
            columns[mark.letter].append(mark)
    return tuple(_sign(column, start) for column in columns.values())


def _sign(column: list[Mark], start: int) -> Sign:
    """The sign of what matters most: records before suggestions, the current one first of all."""
    if not column:
        return Sign(" ")
    is_suggested = all(mark.is_suggested for mark in column)
    same = [mark for mark in column if mark.is_suggested == is_suggested]
    is_current = any(mark.is_current for mark in same)
    here = [mark for mark in same if mark.is_current == is_current]
    covering = [mark for mark in here if mark.role != GAP]
    begins = [mark for mark in covering if mark.start >= start]
    if not covering:
        sign = "·"
    elif is_suggested:
        sign = "?" if begins else ":"
    elif any(mark.part == 0 or mark.role == "mentions" for mark in begins):
        sign = here[0].letter.upper() if is_current else here[0].letter
    elif begins:
        sign = "+"
    else:
        sign = "║" if is_current else "│"
    lit = "suggested-sign" if is_suggested else "current-sign"
    return Sign(sign, lit if is_current else "")
