"""Whom a noun without an article means in a headline: "UN envoy warns of famine"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Final

from language.names.bearers import Bearer
from language.names.nominals import Nominal

_MOST: Final = 12
"""Of more persons than these with one office, none is looked at."""


def is_heading(sentence: str) -> bool:
    """Whether a sentence stands alone on its line without a full stop, as a headline does."""
    return sentence.rstrip()[-1:].isalnum()


def give_to_heading(
    nominals: Iterable[Nominal], headings: Collection[int], bearers: Iterable[Bearer]
) -> None:
    """Add each noun of a headline that speaks to the mentions of the only one whom it fits."""
    by_head: dict[str, list[Bearer]] | None = None
    for nominal in nominals:
        is_bare = not nominal.determiner and nominal.kind == "person" and nominal.is_speaking
        if not is_bare or nominal.sentence not in headings:
            continue
        by_head = _by_head(bearers) if by_head is None else by_head
        persons = by_head.get(nominal.head, [])
        if len(persons) > _MOST:
            continue
        fitting = [bearer for bearer in persons if _fits(nominal, bearer)]
        if len(fitting) == 1:
            fitting[0].mentions.append((nominal.start, nominal.end))


def _by_head(bearers: Iterable[Bearer]) -> dict[str, list[Bearer]]:
    """The persons by each noun of what they are called."""
    found: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in bearers:
        if bearer.kind == "person":
            titles = {word for title in bearer.titles for word in title.split()}
            for head in titles | bearer.heads | set(bearer.words):
                found[head].append(bearer)
    return found


def _fits(nominal: Nominal, bearer: Bearer) -> bool:
    """Whether someone is of the country or body that a noun names, if it names one."""
    told = [bearer.name, *bearer.titles, *bearer.affiliations, *bearer.heads]
    words = [word.lower() for phrase in told for word in phrase.split()]
    owners = {owner.lower() for owner in bearer.affiliations}
    initials = " ".join("".join(word[0].lower() for word in phrase.split()) for phrase in told)
    is_of_nation = bool(nominal.nation) and nominal.nation.lower() in owners
    return is_of_nation or all(word in words or word in initials for word in nominal.modifiers)
