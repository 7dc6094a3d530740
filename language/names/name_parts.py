"""The parts of a name: by which of them its bearer returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.names.lists import common_words, countries, given_names, places
from language.names.words import FAMILY_NAMES_FIRST, PARTICLES, POSTNOMINALS

_EASTERN: Final = re.compile(r"[^\W\d_]+-[a-z]+")


def family_name(words: Sequence[str]) -> str:
    """The word by which a person’s name returns: the last one, or the first of an Asian name."""
    if len(words) == 2 and _EASTERN.fullmatch(words[1]) and words[0] not in given_names():
        return words[0]
    if words[0] in FAMILY_NAMES_FIRST and len(words) in (2, 3) and words[0] not in given_names():
        return words[0]
    plain = [word for word in words if word not in POSTNOMINALS]
    return (plain or words)[-1]


def with_particles(words: Sequence[str]) -> str:
    """The family name with what leads it: "de la Fuente"."""
    first = len(words) - 1
    while first > 1 and (words[first - 1] in PARTICLES or words[first - 1].lower() in PARTICLES):
        first -= 1
    return " ".join(words[first:])


def endings_of(words: Sequence[str]) -> list[str]:
    """What follows the given name, "de Orlen", also as it stands where a sentence begins."""
    endings = [" ".join(words[index:]) for index in range(1, len(words) - 1)]
    return endings + [ending[0].upper() + ending[1:] for ending in endings]


_ARTICLE: Final = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul)-", re.IGNORECASE)


def inner_parts(words: Sequence[str]) -> set[str]:
    """By what else a person may return: an inner name, a half of a double one, "Al-Orlen"."""
    found: set[str] = set()
    for index, word in enumerate(words):
        if 0 < index < len(words) - 1 and _is_full(word):
            found.add(word)
            if words[index - 1].lower() in PARTICLES and index > 1:
                found |= _both_cases(f"{words[index - 1]} {word}")
            if index + 2 < len(words) and words[index + 1].lower() not in PARTICLES:
                found.add(f"{word} {words[index + 1]}")
        if index and word[0].islower() and word[1:2] in ("'", "’"):
            found |= {word[0].upper() + word[1:], word[2:]}
        elif index and (article := _ARTICLE.match(word)):
            found |= {word[0].upper() + word[1:], word[article.end() :]}
        elif index and "-" in word:
            found |= {half for half in (*word.split("-"), word) if _is_full(half)}
    return found


def _is_full(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and not is_ordinary(word)


def _both_cases(name: str) -> set[str]:
    return {name, name[0].upper() + name[1:]}


def is_given_form(one: str, other: str) -> bool:
    """Whether two given names are the same, or one is the initial of the other."""
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def is_whole_form(words: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a form of a name begins with its given name, no less than the form known so far."""
    if len(words[0]) == 1 and len(known[0]) > 1:
        return False
    is_better = words[0] in given_names() and known[0] not in given_names()
    return is_better or is_given_form(words[0], known[0])


def is_ordinary(word: str) -> bool:
    """Whether a word is a place, a nationality or no name at all."""
    known = countries()
    return (
        word in places()
        or word in known.names
        or word in known.peoples
        or word.lower() in common_words()
        or word.isupper()
    )
