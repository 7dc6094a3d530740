"""Finding one of several by typing how a word of it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_WORD_START: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]|(?<!\d)\d")


class Found(NamedTuple):
    """What has been typed so far, and the place of the option that it finds."""

    typed: str
    place: int


def find(options: Sequence[str], typed: str, character: str, here: int) -> Found | None:
    """The option that a character leads to, after what was `typed`, from the one at `here`.

    The character makes what was typed longer, or, where nothing begins so, begins anew behind
    `here`: the same letter again goes on to the next option with it.
    """
    for words, first in ((typed + character, here), (character, here + 1)):
        for step in range(len(options)):
            place = (first + step) % len(options)
            if begins(options[place], words):
                return Found(words, place)
    return None


def begins(option: str, typed: str) -> bool:
    """Whether a word of the option, or a number, begins with what was typed."""
    folded, sought = option.casefold(), typed.casefold()
    return any(folded.startswith(sought, match.start()) for match in _WORD_START.finditer(folded))
