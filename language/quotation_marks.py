"""Which quotation marks belong together in a paragraph.

An apostrophe is no quotation mark. A quotation that is not closed runs to the paragraph's end,
as it does where each paragraph of a long speech opens anew; a single mark that is not closed is
taken for an apostrophe unless the paragraph begins with it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

CLOSING: Final = {
    "“": ("”",),
    "‘": ("’",),
    "«": ("»",),
    "‹": ("›",),
    "„": ("“", "”"),
    "‚": ("‘", "’"),
    "「": ("」",),
    "『": ("』",),
    '"': ('"', "”"),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
}
"""The marks that can close what each mark opens."""

OPENING_MARKS: Final = frozenset(CLOSING)
_STRAIGHT: Final = frozenset({'"', "'", "''"})
_APOSTROPHES: Final = frozenset("'‘’‚")
_ALL_MARKS: Final = {mark for opening, closing in CLOSING.items() for mark in (opening, *closing)}
_MARK: Final = re.compile("|".join(sorted(_ALL_MARKS, key=len, reverse=True)))
_ELISION: Final = re.compile(r"['‘’](?:\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)", re.IGNORECASE)

_DEEPEST: Final = 8
"""More quotations than these do not stand inside each other."""


class Quotation(NamedTuple):
    """Code points `[start, end)` of a quotation, its marks included."""

    start: int
    end: int
    is_closed: bool


def quotations_in(text: str) -> list[Quotation]:
    """The quotations of a paragraph, by where they start; one may stand inside another."""
    found: list[Quotation] = []
    opened: list[re.Match[str]] = []
    for match in _MARK.finditer(text):
        mark, offset = match[0], match.start()
        closes = next((each for each in reversed(opened) if mark in CLOSING[each[0]]), None)
        if closes and _can_close(text, match):
            while (left := opened.pop()) != closes:
                found += _unclosed(left, offset)
            found.append(Quotation(closes.start(), match.end(), is_closed=True))
        elif len(opened) < _DEEPEST and mark in CLOSING and _can_open(text, match):
            opened.append(match)
    for left in opened:
        found += _unclosed(left, len(text.rstrip()))
    return sorted(found)


def _unclosed(opening: re.Match[str], end: int) -> list[Quotation]:
    if opening[0] in _APOSTROPHES and opening.start() != 0:
        return []
    return [Quotation(opening.start(), end, is_closed=False)]


def _can_open(text: str, opening: re.Match[str]) -> bool:
    mark, offset = opening[0], opening.start()
    if mark in _APOSTROPHES and _ELISION.match(text, offset):
        return False
    if mark not in _STRAIGHT:
        return True
    before, after = text[offset - 1 : offset], text[opening.end() : opening.end() + 1]
    if before.isalnum() or not after:
        return False
    return mark == '"' or (after.isalnum() if mark == "'" else not after.isspace())


def _can_close(text: str, closing: re.Match[str]) -> bool:
    if closing[0] not in _APOSTROPHES:
        return True
    before, after = text[closing.start() - 1], text[closing.end() : closing.end() + 1]
    return not after.isalnum() and not before.isspace()
