"""The verbs of an English sentence, each with its auxiliaries and adverbs."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from language.grammar.word_classes import Words

MOST_VERBS: Final = 60
"""Verbs of one sentence that are looked at: one that has more is no prose."""

_GROUP: Final = re.compile(
    r"R*(?:(?:[MBH]R*)+(?:TR*(?:[BH]R*)*)?|TR*(?:[BH]R*)*)?[VEG]|R*(?:[MBH]R*)*[MBH]"
)


class Group(NamedTuple):
    """A verb with its auxiliaries and adverbs: numbers of words, of which `head` is the verb."""

    first: int
    head: int
    kind: Literal["finite", "infinitive", "ing", "participle"]


def groups_of(words: Words) -> list[Group]:
    """The verbs of a sentence, in order."""
    return [
        Group(found.start(), found.end() - 1, _kind(found[0]))
        for found in _GROUP.finditer(words.classes)
    ]


def _kind(classes: str) -> Literal["finite", "infinitive", "ing", "participle"]:
    plain = classes.lstrip("R")
    if plain[0] == "T":
        return "infinitive"
    if plain[0] == "G":
        return "ing"
    return "participle" if plain[0] == "E" else "finite"
