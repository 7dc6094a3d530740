"""The nouns that lead a name as its title: "Minister", "Sen.", "Vice-President"."""

from __future__ import annotations

from typing import Final

from language.names.words import (
    OFFICES,
)
from language.word_lists import words_of

_NOT_TITLES: Final = words_of("m press officer executive expert skipper author")
"""Offices that begin no name where they have a capital, or are too seldom titles."""

TITLES: Final = (
    OFFICES
    | words_of(
        "messrs undersecretary minister-elect president-elect ex-president supt rabbi pastor imam"
        " ayatollah father sister brother mother quarterback comrade mullah baroness baron"
        " count countess duke duchess sir archduke cpl pvt cmdr det insp atty lawyer councilman"
        " councilwoman alderman assemblyman superintendent pollster republican democrat"
        " congressmember solicitor commissioners senators reps sens"
    )
) - _NOT_TITLES


def is_title(lower: str) -> bool:
    """Whether a word, in lower case, is the head of a title that leads a name."""
    return lower in TITLES or (
        "-" in lower and any(part in TITLES for part in lower.split("-")) and lower[:3] != "co-"
    )
