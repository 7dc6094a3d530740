"""Which quotation marks belong together in a paragraph.

An apostrophe is no quotation mark. A quotation that is not closed runs to the paragraph's end,
as it does where each paragraph of a long speech opens anew; a single mark that is not closed is
taken for an apostrophe unless the paragraph begins with it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

CLOSING: Final = {
    "“": "”",
    "‘": "’",
    "«": "»",
    "‹": "›",
    "„": "“”",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    '"': '"',
    "'": "'",
}
"""The marks that can close what each mark opens."""

OPENING_MARKS: Final = frozenset(CLOSING)
CLOSING_MARKS: Final = frozenset("".join(CLOSING.values()))
MARKS: Final = OPENING_MARKS | CLOSING_MARKS
_APOSTROPHES: Final = frozenset("'‘’‚")
_MARK: Final = re.compile("[" + "".join(sorted(MARKS)) + "]")
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
    opened: list[int] = []
    for match in _MARK.finditer(text):
        offset = match.start()
        closes = next((i for i in reversed(opened) if text[offset] in CLOSING[text[i]]), None)
        if closes is not None and _can_close(text, offset):
            while (start := opened.pop()) != closes:
                found += _unclosed(text, start, offset)
            found.append(Quotation(closes, offset + 1, is_closed=True))
        elif len(opened) < _DEEPEST and text[offset] in CLOSING and _can_open(text, offset):
            opened.append(offset)
    for start in opened:
        found += _unclosed(text, start, len(text.rstrip()))
    return sorted(found)


def _unclosed(text: str, start: int, end: int) -> list[Quotation]:
    if text[start] in _APOSTROPHES and start != 0:
        return []
    return [Quotation(start, end, is_closed=False)]


def _can_open(text: str, offset: int) -> bool:
    mark, before, after = text[offset], text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if mark not in "\"'":
        return mark not in _APOSTROPHES or not _ELISION.match(text, offset)
    if before.isalnum() or not after or after.isspace():
        return mark == '"' and not before.isalnum()
    return mark == '"' or (after.isalnum() and not _ELISION.match(text, offset))


def _can_close(text: str, offset: int) -> bool:
    if text[offset] not in _APOSTROPHES:
        return True
    return not text[offset + 1 : offset + 2].isalnum() and not text[offset - 1].isspace()
