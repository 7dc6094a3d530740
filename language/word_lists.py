"""Word lists written as text, so that they stay readable."""

from __future__ import annotations


def words_of(listed: str) -> frozenset[str]:
    """The words of a list that spaces part."""
    return frozenset(listed.split())


def by_each(listed: str) -> dict[str, frozenset[str]]:
    """ "call demand: for; talk: of about" as the words that each word before a colon goes with."""
    found: dict[str, frozenset[str]] = {}
    for entry in listed.split(";"):
        heads, companions = entry.split(":")
        for head in heads.split():
            found[head] = found.get(head, frozenset()) | words_of(companions)
    return found
