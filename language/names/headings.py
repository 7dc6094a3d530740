"""Whom a noun without an article means in a headline: "UN envoy warns of famine"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from language.names.bearers import Bearer
from language.names.nominals import Nominal


def is_heading(sentence: str) -> bool:
    """Whether a sentence stands alone on its line without a full stop, as a headline does."""
    return sentence.rstrip()[-1:].isalnum()


def give_to_heading(
    nominals: Iterable[Nominal], headings: Collection[int], bearers: Iterable[Bearer]
) -> None:
    """Add each noun of a headline that speaks to the mentions of the only one whom it fits."""
    persons: list[Bearer] | None = None
    for nominal in nominals:
        is_bare = not nominal.determiner and nominal.kind == "person" and nominal.is_speaking
        if not is_bare or nominal.sentence not in headings:
            continue
        if persons is None:
            persons = [bearer for bearer in bearers if bearer.kind == "person"]
        fitting = [bearer for bearer in persons if _fits(nominal, bearer)]
        if len(fitting) == 1 and (nominal.start, nominal.end) not in fitting[0].mentions:
            fitting[0].mentions.append((nominal.start, nominal.end))


def _fits(nominal: Nominal, bearer: Bearer) -> bool:
    """Whether someone has the office, and the country or body, of a noun."""
    told = [bearer.name, *bearer.titles, *bearer.affiliations, *bearer.heads]
    words = [word.lower() for phrase in told for word in phrase.split()]
    is_named = nominal.head in bearer.words or nominal.head in bearer.heads
    if not (is_named or any(nominal.head in title.split() for title in bearer.titles)):
        return False
    owners = {owner.lower() for owner in bearer.affiliations}
    initials = " ".join("".join(word[0].lower() for word in phrase.split()) for phrase in told)
    return all(
        word in words or word in initials or (nominal.nation and nominal.nation.lower() in owners)
        for word in nominal.modifiers
    )
