"""What the characters of any script are to a reader: parts of words, of emoji, or between them.

A text is read through its classes: one letter for each code point, so that a plain expression
over the classes finds the words of every script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

OTHER: Final = "!"

_SIGNS: Final = {
    **dict.fromkeys("'’", "'"),
    **dict.fromkeys("-\u2010\u2011\u00ad", "-"),
    **dict.fromkeys("&_·\u30fb\u2027", "&"),
    **dict.fromkeys("Ss", "s"),
    **dict.fromkeys("%‰", "%"),
    ".": ".",
    ",": ",",
    ":": ":",
    "\u200c": "m",
    "\u200d": "j",
    "\u20e3": "c",
    "\u0e33": "m",
    "\u0eb3": "m",
}
"""Apostrophes, hyphens, signs that join two names, the s of a possessive, joiners, the keycap."""

_RANGES: Final = (
    (0x0E00, 0x0EFF, "h"),  # Thai and Lao
    (0x2300, 0x23FF, "e"),
    (0x2600, 0x27BF, "e"),
    (0x2B00, 0x2BFF, "e"),
    (0x2E80, 0x2FDF, "h"),  # Han, and below: kana, bopomofo
    (0x3005, 0x3007, "h"),
    (0x3041, 0x309F, "h"),
    (0x3105, 0x312F, "h"),
    (0x3400, 0x9FFF, "h"),
    (0xF900, 0xFAFF, "h"),
    (0x1F1E6, 0x1F1FF, "r"),
    (0x1F3FB, 0x1F3FF, "m"),
    (0x1F000, 0x1FAFF, "e"),
    (0x20000, 0x3FFFF, "h"),
    (0xE0020, 0xE007F, "m"),
)
"""Scripts written without spaces (h), emoji (e), flags (r), skin tones and tags (m)."""

_CATEGORIES: Final = {
    "L": "a",
    "N": "n",
    "M": "m",
    "Sc": "$",
    "Z": " ",
    "So": "y",
}
_LETTERS_OF_RANGES: Final = frozenset("LN")


class _Classes(dict[int, str]):
    """The class of each code point, found out when it is first seen."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _class_of(chr(code))
        return found


def _class_of(character: str) -> str:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category[0] != "M":
        for first, last, sign in _RANGES:
            if first <= ord(character) <= last:
                is_letter = category[0] in _LETTERS_OF_RANGES
                return sign if sign != "h" or is_letter else OTHER
    return _CATEGORIES.get(category) or _CATEGORIES.get(category[0], OTHER)


_CLASSES: Final = _Classes()

_RUN: Final = "[asn]+(?:[mjc]+[asn]*)*"
_WORD: Final = re.compile(
    rf"""
    h[mj]*                                                    # 字
  | (?P<possessive>(?<=[asnmjh]')s[mj]*(?![asnmj]))
  | (?<![asnmj])(?:[as][mj]*\.){{2,}}(?:-{_RUN})*(?![mj])          # U.S., a.m., U.S.-led
  | (?=[asn$])(?!nm?c)\$?{_RUN}                               # $2,400.5, l’accord, AT&T
    (?:(?:'(?!s[mj]*(?![asnmj]))|[-&]|(?<=[nmj])[.,:](?=n)){_RUN})*%?
  | rr[mj]* | (?:e|y(?=m))m*(?:jm*(?:e|y)m*)*j? | [^ m]m?c | r[mj]* # a flag, an emoji, a keycap
    """,
    re.VERBOSE,
)


def classes(text: str) -> str:
    """One letter for each code point of a text, saying what it is to a reader."""
    return text.translate(_CLASSES)


def words_in(text: str) -> Iterator[tuple[int, int]]:
    """The words of a text: `[start, end)` each, in order.

    A word keeps its inner apostrophes, hyphens and marks, its currency or percent sign, and the
    stops of "U.S."; a possessive 's is left outside. Of a script without spaces each letter is a
    word: nothing but a dictionary could join them rightly, and from one letter any word can be
    reached. An emoji is a word.
    """
    for found in _WORD.finditer(classes(text)):
        if found.lastgroup is None:
            yield found.span()
