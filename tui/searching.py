"""Searching as readers type: accents, kinds of quotation marks and line breaks do not matter."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from typing import Final

_MARKS: Final = "[\u0300-\u036f]*"
_SAME: Final = ("'’‘`ʼ", '"“”„«»', "-‐‑–—")
_ACCENTED: Final = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


def folded(text: str) -> str:
    """A text without accents and capitals: what is compared when a few letters are typed."""
    letters = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def pattern_of(words: str) -> re.Pattern[str]:
    """A pattern for what was typed; capitals count when there are any in it."""
    has_capitals = words != words.lower()
    letters = map(_letter, unicodedata.normalize("NFC", words))
    return re.compile("".join(letters), 0 if has_capitals else re.IGNORECASE)


def _letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    if any(map(unicodedata.combining, decomposed[1:])):
        letter = decomposed[0]
    if unicodedata.combining(letter):
        return ""
    return _alike(letter) + _MARKS


def _alike(letter: str) -> str:
    """A pattern for a character and those that are taken for the same."""
    if letter.isspace():
        return r"\s+"
    for same in _SAME:
        if letter in same:
            return f"[{re.escape(same)}]"
    return f"[{re.escape(letter)}{''.join(_accented().get(letter, ''))}]"


@cache
def _accented() -> dict[str, list[str]]:
    """The letters with accents by the letter that they are without."""
    found = defaultdict(list)
    for code in _ACCENTED:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            found[base].append(chr(code))
    return found
