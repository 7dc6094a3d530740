"""Jumping to a word in view: its first two letters, then a label if several begin so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.records import Span
from tui.searching import folded

LABELS: Final = "fjdksalghrueiwoqptyvnbmcxz"


class Jump:
    """What has been typed of a jump, and where it can still lead."""

    def __init__(self, words: Iterable[Span]) -> None:
        self._words = list(words)
        self._typed = ""
        self.labels: dict[int, str] = {}
        """The letters that choose among several words, by the offsets of these."""

    def type(self, key: str) -> Span | None:
        """Take a key; the word jumped to, as soon as it is known.

        Raises:
            LookupError: no word in view begins so: the jump is over.
        """
        if self.labels:
            return self._labelled(key)
        self._typed += folded(key)
        found = [word for word in self._words if folded(word.text).startswith(self._typed)]
        whole = len(self._typed) > 1 or all(len(word.text) == 1 for word in found)
        if not found or len(key) != 1:
            raise LookupError(f"no word in view begins with “{self._typed}”")
        if len(found) == 1 and whole:
            return found[0]
        if whole:
            self.labels = {word.start: label for word, label in zip(found, LABELS, strict=False)}
        return None

    def _labelled(self, key: str) -> Span:
        for word in self._words:
            if self.labels.get(word.start) == key.casefold():
                return word
        raise LookupError(f"no word has the label “{key}”")
