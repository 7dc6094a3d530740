"""Where a reader sees one character end and the next begin: grapheme clusters.

Source: Unicode UAX #29, the rules GB3 to GB13 of extended grapheme clusters. Categories come from
`unicodedata`; what it lacks stands below.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_ZWJ: Final = "\u200d"
_CONTROLS: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_THAI_AND_LAO_VOWELS: Final = "\u0e33\u0eb3"
_LINKERS: Final = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d"


def _characters(*ranges: str) -> frozenset[str]:
    """The characters of these ranges, each written as its first and last one."""
    return frozenset(chr(code) for span in ranges for code in range(ord(span[0]), ord(span[1]) + 1))


_EXTENDING: Final = _characters(
    "\u200c\u200d",  # ZWNJ and ZWJ
    "\u0e33\u0e33",
    "\u0eb3\u0eb3",
    "\uff9e\uff9f",  # halfwidth sound marks
    "\U0001f3fb\U0001f3ff",  # skin tones
    "\U000e0020\U000e007f",  # the tags of a flag
)
_PREPENDED: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86\U00011a87"
    "\U00011a88\U00011a89\U00011d46\U00011f02"
)
_PICTOGRAPHS: Final = (
    *("©©", "®®", "\u203c\u203c", "\u2049\u2049", "\u2122\u2122", "\u2139\u2139"),
    *("\u2190\u21ff", "\u2300\u23ff", "\u24c2\u24c2", "\u25a0\u27bf", "\u2900\u297f"),
    *("\u2b00\u2bff", "\u3030\u3030", "\u303d\u303d", "\u3297\u3297", "\u3299\u3299"),
    *("\U0001f000\U0001f1e5", "\U0001f200\U0001f3fa", "\U0001f400\U0001faff"),
)
_CONSONANTS: Final = _characters(
    *("\u0915\u0939", "\u0958\u095f", "\u0978\u097f"),  # Devanagari
    *("\u0995\u09b9", "\u09dc\u09df", "\u09f0\u09f1"),  # Bengali
    *("\u0a95\u0ab9", "\u0af9\u0af9"),  # Gujarati
    *("\u0b15\u0b39", "\u0b5c\u0b5f", "\u0b71\u0b71"),  # Oriya
    *("\u0c15\u0c39", "\u0c58\u0c5a"),  # Telugu
    "\u0d15\u0d3a",  # Malayalam
)
_LEADING: Final = ("\u1100\u115f", "\ua960\ua97c")
_VOWELS: Final = ("\u1160\u11a7", "\ud7b0\ud7c6")
_TRAILING: Final = ("\u11a8\u11ff", "\ud7cb\ud7fb")
_SYLLABLES: Final = ("\uac00\ud7a3",)
_FINALS: Final = 28
"""Hangul syllables that differ in their last consonant alone; the first of them has none."""
_LONGEST: Final = 4096
"""Code points looked at on either side: only nonsense has a longer cluster."""


def cuts_cluster(text: str, offset: int) -> bool:
    """Whether an offset lies inside a grapheme cluster, so that a border there would cut it."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if before.isascii() and after.isascii():
        return before == "\r" and after == "\n"
    if _is_control(before) or _is_control(after):
        return False
    return (
        unicodedata.category(after)[0] == "M"
        or after in _EXTENDING
        or before in _PREPENDED
        or _is_within_syllable(before, after)
        or _joins_pictographs(text, offset, before, after)
        or _cuts_flag(text, offset, before, after)
        or _cuts_conjunct(text, offset, after)
    )


def border_after(text: str, offset: int) -> int:
    """The end of the grapheme cluster that holds the character at an offset."""
    return settled(text, min(offset + 1, len(text)))


def border_before(text: str, offset: int) -> int:
    """The start of the grapheme cluster that holds the character before an offset."""
    border, first = max(offset - 1, 0), max(offset - _LONGEST, 0)
    while border > first and cuts_cluster(text, border):
        border -= 1
    return border


def settled(text: str, offset: int) -> int:
    """The first border between two grapheme clusters at or after an offset."""
    last = min(len(text), offset + _LONGEST)
    while offset < last and cuts_cluster(text, offset):
        offset += 1
    return offset


def _is_in(ranges: tuple[str, ...], character: str) -> bool:
    return any(span[0] <= character <= span[1] for span in ranges)


def _is_control(character: str) -> bool:
    return (
        unicodedata.category(character) in _CONTROLS
        and character not in _EXTENDING
        and character not in _PREPENDED
    )


def _is_within_syllable(before: str, after: str) -> bool:
    """Whether Hangul goes on: leading consonants, vowels, trailing consonants, in this order."""
    if _is_in(_TRAILING, after):
        return _is_in((*_VOWELS, *_TRAILING, *_SYLLABLES), before)
    if _is_in(_VOWELS, after):
        if _is_in(_SYLLABLES, before):
            return (ord(before) - 0xAC00) % _FINALS == 0
        return _is_in((*_LEADING, *_VOWELS), before)
    return _is_in(_LEADING, before) and _is_in((*_LEADING, *_SYLLABLES), after)


def _joins_pictographs(text: str, offset: int, before: str, after: str) -> bool:
    if before != _ZWJ or not _is_in(_PICTOGRAPHS, after):
        return False
    place = offset - 2
    while place > 0 and _is_extending(text[place]):
        place -= 1
    return place >= 0 and _is_in(_PICTOGRAPHS, text[place])


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _cuts_flag(text: str, offset: int, before: str, after: str) -> bool:
    if not (_is_flag_letter(before) and _is_flag_letter(after)):
        return False
    first = offset
    while first > 0 and _is_flag_letter(text[first - 1]):
        first -= 1
    return (offset - first) % 2 == 1


def _cuts_conjunct(text: str, offset: int, after: str) -> bool:
    """Whether a consonant is linked to one before it, by a sign between them."""
    if after not in _CONSONANTS:
        return False
    is_linked, place = False, offset - 1
    while place > 0 and (text[place] in _LINKERS or _is_extending(text[place])):
        is_linked |= text[place] in _LINKERS
        place -= 1
    return is_linked and text[place] in _CONSONANTS


def _is_extending(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me") or (
        character in _EXTENDING and character not in _THAI_AND_LAO_VOWELS
    )
