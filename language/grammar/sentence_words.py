"""A sentence as a row of words and marks, for rules that look at what stands beside a word."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+(?!\w)|['’][st](?!\w)|[\w\u0300-\u036f]+"
    r"(?:(?!['’]s(?!\w))[-'’&][\w\u0300-\u036f]+)*|[^\w\s]"
)
_NO_NAME: Final = re.compile(
    r"[DRI]-[A-Z].*|.+[-–](?:based|born|led|backed|owned|trained|style|wide|area|era|like|related|turned|run)"
)
_PREFIXED: Final = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|d|o|l|bin|ibn|abu)[-'’]\w")
POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})


class SentenceWords:
    """The words and marks of one sentence; `starts` and `ends` are offsets of the whole text."""

    __slots__ = ("capitals", "ends", "lowers", "starts", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_WORD.finditer(text, start, end))
        self.words = [match[0] for match in found]
        self.lowers = [word.lower() for word in self.words]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.capitals = [
            word[0].isupper() if word.isalnum() else is_capitalised(word) for word in self.words
        ]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The word at an index in lower case; "" beyond either end."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a word at an index has a capital."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def is_joined(self, index: int) -> bool:
        """Whether no space stands before the word at an index."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def text(self, first: int, last: int) -> str:
        """The words `[first, last)` with the spaces that are there, each one plain."""
        found = ""
        for index in range(first, last):
            space = "" if index == first or self.is_joined(index) else " "
            found += space + self.words[index]
        return found


def is_capitalised(word: str) -> bool:
    """Whether a word has a capital as names have, after "al-" too; not so "Halvany-based"."""
    if word[:1].isupper():
        return _NO_NAME.fullmatch(word) is None
    prefix = _PREFIXED.match(word)
    return prefix is not None and word[prefix.end() - 1].isupper()
