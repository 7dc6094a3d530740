"""How the characters of a hostile text are drawn: shown, never obeyed.

Every code point is drawn as one code point, so offsets need no second count. What would move
the cursor, change the direction or hide itself is drawn as a sign that stands for it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from rich.cells import split_graphemes

from language.graphemes import cuts_cluster

_HIDDEN: Final = "⍰"
_HIDDEN_RANGES: Final = (
    *((0x80, 0x9F), (0x061C, 0x061C), (0x180E, 0x180E), (0x200B, 0x200B), (0x200E, 0x200F)),
    *((0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0)),
    *((0xFFF9, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE001F)),
)
"""Controls, and what changes the direction, hides or shows nothing at all."""
_NO_CHARACTER: Final = "\N{REPLACEMENT CHARACTER}"
"""Stands for surrogates, which cannot be written, and for what Unicode gives no meaning ever."""
_SIGNS_OF: Final[dict[int, str]] = {
    0x09: " ",
    0x7F: "␡",
    0x85: "␤",
    0xA0: " ",
    0xAD: "¬",
    0x2028: "␤",
    0x2029: "␤",
}


class _Signs(dict[int, str]):
    """What is drawn for each code point, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        self[code] = sign = _sign_of(code)
        return sign


def _sign_of(code: int) -> str:
    if code in _SIGNS_OF:
        return _SIGNS_OF[code]
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return _NO_CHARACTER
    is_hidden = any(first <= code <= last for first, last in _HIDDEN_RANGES)
    return _HIDDEN if is_hidden else chr(code)


_SIGNS: Final = _Signs()
_ONE_CELL_EACH: Final = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*"
)
_MAY_JOIN: Final = re.compile(
    # What takes a cell and yet can belong to what is before it, or have what follows belong to it.
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0900-\u109f\u1100-\u115f\u1700-\u17ff\u1900-\u1cff"
    "\ua800-\uabff\uac00-\ud7ff\uff9e\uff9f\U00011000-\U00011fff\U0001d165-\U0001d172"
    "\U0001f1e6-\U0001f1ff]"
)
_FLAG_LETTER: Final = re.compile("[\U0001f1e6-\U0001f1ff]")


class Glyph(NamedTuple):
    """Grapheme clusters drawn as one: where they start and end, in code points, and the cells."""

    start: int
    end: int
    width: int


def shown(text: str) -> str:
    """The text as it is drawn: as many code points, none of which acts on the terminal."""
    return text if is_plain(text) else text.translate(_SIGNS)


def is_plain(drawn: str) -> bool:
    """Whether every character takes one cell, so that columns can be counted."""
    return _ONE_CELL_EACH.fullmatch(drawn) is not None


def glyphs(drawn: str, widest: int = 8) -> list[Glyph]:
    """The characters of a text that `shown` made, as a reader counts them, without gaps.

    What would be wider than `widest` cells is drawn apart, so that a line can be broken there.
    """
    found = [Glyph(*span) for span in split_graphemes(drawn)[0]]
    return _joined(drawn, found, widest) if _MAY_JOIN.search(drawn) else found


def _joined(drawn: str, found: list[Glyph], widest: int) -> list[Glyph]:
    joined = found[:1]
    for start, end, width in found[1:]:
        last = joined[-1]
        if last.width + width <= widest and _belongs(drawn, start, last):
            joined[-1] = Glyph(last.start, end, last.width + width)
        else:
            joined.append(Glyph(start, end, width))
    return joined


def _belongs(drawn: str, start: int, last: Glyph) -> bool:
    if _FLAG_LETTER.match(drawn, start):  # counting them from the first one would take long
        return last.end - last.start == 1 and _FLAG_LETTER.match(drawn, last.start) is not None
    return cuts_cluster(drawn, start)
