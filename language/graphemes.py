"""Where a reader sees one character end and the next begin: grapheme clusters.

Source: Unicode UAX #29, the rules GB3 to GB13 of extended grapheme clusters. Categories come from
`unicodedata`; what it lacks stands below.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ZWJ: Final = "\u200d"
_CONTROLS: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
_EXTENDING: Final = re.compile(
    # ZWNJ and ZWJ, Thai and Lao vowels, halfwidth sound marks, skin tones, tags of a flag
    "[\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_PREPENDED: Final = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
    "\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02]"
)
_PICTOGRAPH: Final = re.compile(
    "[©®\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff]"
)
_FLAG_LETTER: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
_CONSONANT: Final = re.compile(
    # of Devanagari, Bengali, Gujarati, Oriya, Telugu and Malayalam
    "[\u0915-\u0939\u0958-\u095f\u0978-\u097f\u0995-\u09b9\u09dc-\u09df\u09f0\u09f1"
    "\u0a95-\u0ab9\u0af9\u0b15-\u0b39\u0b5c-\u0b5f\u0b71\u0c15-\u0c39\u0c58-\u0c5a\u0d15-\u0d3a]"
)
_LINKERS: Final = frozenset("\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d")
_HANGUL: Final = re.compile(
    "[\u1100-\u115f\ua960-\ua97c](?=[\u1100-\u11a7\ua960-\ua97c\ud7b0-\ud7c6\uac00-\ud7a3])"
    "|[\u1160-\u11a7\ud7b0-\ud7c6](?=[\u1160-\u11ff\ud7b0-\ud7fb])"
    "|[\u11a8-\u11ff\ud7cb-\ud7fb](?=[\u11a8-\u11ff\ud7cb-\ud7fb])"
    "|[\uac00-\ud7a3](?=[\u11a8-\u11ff\ud7cb-\ud7fb])"
)
_SYLLABLE: Final = re.compile("[\uac00-\ud7a3]")
_VOWEL: Final = re.compile("[\u1160-\u11a7\ud7b0-\ud7c6]")
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
        or _EXTENDING.match(after) is not None
        or _PREPENDED.match(before) is not None
        or _is_hangul_inside(before, after, text[offset - 1 : offset + 1])
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


def _is_control(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        category in _CONTROLS
        and not _EXTENDING.match(character)
        and not _PREPENDED.match(character)
    )


def _is_hangul_inside(before: str, after: str, both: str) -> bool:
    if _SYLLABLE.match(before) and _VOWEL.match(after):  # a syllable without a last consonant
        return (ord(before) - 0xAC00) % _FINALS == 0
    return _HANGUL.match(both) is not None


def _joins_pictographs(text: str, offset: int, before: str, after: str) -> bool:
    if before != _ZWJ or not _PICTOGRAPH.match(after):
        return False
    place = offset - 2
    while place > 0 and _is_extending(text[place]):
        place -= 1
    return place >= 0 and _PICTOGRAPH.match(text[place]) is not None


def _cuts_flag(text: str, offset: int, before: str, after: str) -> bool:
    if not (_FLAG_LETTER.match(before) and _FLAG_LETTER.match(after)):
        return False
    first = offset
    while first > 0 and _FLAG_LETTER.match(text[first - 1]):
        first -= 1
    return (offset - first) % 2 == 1


def _cuts_conjunct(text: str, offset: int, after: str) -> bool:
    """Whether a consonant is linked to one before it, by a sign between them."""
    if not _CONSONANT.match(after):
        return False
    is_linked, place = False, offset - 1
    while place > 0 and (text[place] in _LINKERS or _is_extending(text[place])):
        is_linked |= text[place] in _LINKERS
        place -= 1
    return is_linked and _CONSONANT.match(text[place]) is not None


def _is_extending(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me") or (
        _EXTENDING.match(character) is not None and character not in "\u0e33\u0eb3"
    )
