"""Jumping to a word in view: its first two letters, then a label if several begin so.

A word of one letter, like "a", has a space for its second.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from store.records import Span
from tui.searching import folded

SPACE: Final = "space"
"""The key that stands for the end of a word."""
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
        if key == SPACE and self._typed:
            found = [word for word in self._words if folded(word.text) == self._typed]
            return self._chosen(found, f"no word in view is “{self._typed}”")
        self._typed += folded(key)
        found = [word for word in self._words if folded(word.text).startswith(self._typed)]
        whole = len(self._typed) > 1 or all(len(word.text) == 1 for word in found)
        nowhere = f"no word in view begins with “{self._typed}”"
        if not found or len(key) != 1:
            raise LookupError(nowhere)
        return self._chosen(found, nowhere) if whole else None

    def _chosen(self, found: list[Span], nowhere: str) -> Span | None:
        """The only word there is; with several, None, and a label on each."""
        if not found:
            raise LookupError(nowhere)
        if len(found) > 1:
            self.labels = {word.start: label for word, label in zip(found, LABELS, strict=False)}
            return None
        return found[0]

    def _labelled(self, key: str) -> Span:
        for word in self._words:
            if self.labels.get(word.start) == key.casefold():
                return word
        raise LookupError(f"no word has the label “{key}”")
