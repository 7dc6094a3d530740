"""How the characters of a hostile text are drawn: shown, never obeyed.

Every code point is drawn as one code point, so offsets need no second count. What would move
the cursor, change the direction or hide itself is drawn as a sign that stands for it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from rich.cells import split_graphemes

_HIDDEN: Final = "⍰"
_DIRECTION_AND_FORMAT: Final = (
    *range(0x80, 0xA0),
    0x061C,
    0x180E,
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
)
_SIGNS: Final[dict[int, str]] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(_DIRECTION_AND_FORMAT, _HIDDEN),
    0x09: " ",
    0x7F: "␡",
    0x85: "␤",
    0xA0: " ",
    0xAD: "¬",
    0x2028: "␤",
    0x2029: "␤",
}
_ONE_CELL_EACH: Final = re.compile(
    r"[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u03ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*"
)


class Glyph(NamedTuple):
    """A grapheme cluster: where it starts and ends, counted in code points, and its cells."""

    start: int
    end: int
    width: int


def shown(text: str) -> str:
    """The text as it is drawn: as many code points, none of which acts on the terminal."""
    return text.translate(_SIGNS)


def is_plain(drawn: str) -> bool:
    """Whether every character takes one cell, so that columns can be counted."""
    return _ONE_CELL_EACH.fullmatch(drawn) is not None


def glyphs(drawn: str) -> list[Glyph]:
    """The grapheme clusters of a text that `shown` made, in order, without gaps.

    A mark that has no letter before it shares the cell of what follows it.
    """
    found = [Glyph(*cluster) for cluster in split_graphemes(drawn)[0]]
    return [
        Glyph(start if start != found[0].start else 0, end, width) for start, end, width in found
    ]


_WINDOW: Final = 64
"""Code points looked at to find one cluster's border; no cluster in use is longer."""


def border_after(text: str, offset: int) -> int:
    """The end of the grapheme cluster that starts at an offset."""
    window = shown(text[offset : offset + _WINDOW])
    return offset + glyphs(window)[0].end if window else offset


def border_before(text: str, offset: int) -> int:
    """The start of the grapheme cluster that ends at an offset."""
    first = max(offset - _WINDOW, 0)
    window = shown(text[first:offset])
    return first + glyphs(window)[-1].start if window else offset
