"""The lists of names that stand in `language/lists`: read when first asked for, then kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from language.names.words import BODIES
from language.word_lists import words_of

Gender = Literal["he", "she", ""]
"""The pronoun that takes up a person; "" where the words leave it open."""

_OFTEN_ELSE: Final = words_of(
    "conference forum front post times force house center centre service services union"
)
"""Heads of a body that head the names of other things as often."""

_LISTS: Final = Path(__file__).parent.with_name("lists")


class Countries(NamedTuple):
    """Countries by their names, and by the adjectives of nationality."""

    names: dict[str, str]
    peoples: dict[str, str]


@cache
def countries() -> Countries:
    """All countries: "U.S." and "American" lead to "United States"."""
    found = Countries({}, {})
    for line in _lines("countries"):
        name, others, peoples = (*line.split(";"), "", "")[:3]
        found.names[name] = name
        found.names.update((other, name) for other in _listed(others))
        found.peoples.update((people, name) for people in _listed(peoples))
    return found


@cache
def capitals() -> dict[str, str]:
    """Capitals with the countries for which they speak."""
    found: dict[str, str] = {}
    for line in _lines("capitals"):
        cities, country = line.split(";")
        found.update((city, country.strip()) for city in _listed(cities))
    return found


@cache
def given_names() -> dict[str, Gender]:
    """Given names, with the pronoun for those who usually bear them."""
    found: dict[str, Gender] = {}
    for gender, words in _sections("given_names").items():
        found.update(dict.fromkeys(words, gender))
    return found


@cache
def roles() -> dict[str, Gender]:
    """What a person is called by what they do or are: "minister", "widow"; in lower case."""
    found: dict[str, Gender] = {}
    for gender, words in _sections("roles").items():
        found.update((word, gender) for word in words)
    return found


@cache
def common_words() -> frozenset[str]:
    """Words, in lower case, that are no part of a person's name."""
    return _words("common_words")


@cache
def body_heads() -> frozenset[str]:
    """Words, in lower case, that tell the name of an organization."""
    return BODIES.union(_words("body_heads")) - _OFTEN_ELSE


@cache
def idle_heads() -> frozenset[str]:
    """Last words, in lower case, of the names of events, works and buildings."""
    return _words("idle_heads")


@cache
def places() -> frozenset[str]:
    """Regions, states and cities."""
    return _names("places")


@cache
def organizations() -> frozenset[str]:
    """Organizations that a reader knows by name alone."""
    return _names("organizations")


@cache
def media() -> frozenset[str]:
    """Those of the organizations that publish news."""
    lines = _lines("organizations")
    return _listed_names(lines[lines.index("[media]") :])


def _words(of: str) -> frozenset[str]:
    return frozenset(word for line in _lines(of) for word in line.split())


def _names(of: str) -> frozenset[str]:
    return _listed_names(_lines(of))


def _listed_names(lines: list[str]) -> frozenset[str]:
    found = (name.strip() for line in lines for name in line.split(";"))
    names = frozenset(name for name in found if name and not name.startswith("["))
    return names | {name.replace(".", "") for name in names if name.startswith("St.")}


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


_GENDERS: Final[dict[str, Gender]] = {"[he]": "he", "[she]": "she"}


def _sections(of: str) -> dict[Gender, list[str]]:
    """The words of each section of a list; a word of several sections has its last one's."""
    found: dict[Gender, list[str]] = {"he": [], "she": [], "": []}
    gender: Gender = ""
    for line in _lines(of):
        if line.startswith("["):
            gender = _GENDERS.get(line, "")
        else:
            found[gender] += line.split()
    return found


def _lines(of: str) -> list[str]:
    lines = (_LISTS / f"{of}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
