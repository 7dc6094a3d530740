"""Word lists written as text, so that they stay readable."""

from __future__ import annotations


def words_of(listed: str) -> frozenset[str]:
    """The words of a list that spaces part."""
    return frozenset(listed.split())
