"""The keys that SLATE takes for a quote: the one annotation tool in use that needs no mouse.

Its motions: a token to the left or right, a line (which is a paragraph of these texts) up or down
at the same place in it, the line's first and last token; a key for each token by which a selection
grows; space and a letter to label it. Content and source are labelled; they cannot be linked in
the same pass, and who the speaker is cannot be said. Source: SLATE's README.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from benchmarks.gold_quotes import GoldQuote

_TOKEN = re.compile(r"\S+")
_LABEL = 2


class Slate:
    """A text in SLATE, and the token that is selected in it."""

    def __init__(self, text: str) -> None:
        self._starts = [match.start() for match in _TOKEN.finditer(text)]
        self._lines = [
            (self._token(line.start()), self._token(line.end() - 1))
            for line in re.finditer(r"[^\n]*\S[^\n]*", text)
        ]
        self._firsts = [first for first, _ in self._lines]
        self._here = 0

    def keys(self, quote: GoldQuote) -> int:
        """The keys for the next quote: to each piece of content and source, over it, its label."""
        total = 0
        for start, end in (*quote.content, *quote.source):
            first, last = self._token(start), self._token(end - 1)
            total += self._distance(self._here, first) + (last - first) + _LABEL
            self._here = first
        return total

    def _token(self, offset: int) -> int:
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _distance(self, origin: int, target: int) -> int:
        steps = {origin: 0}
        queue = deque([origin])
        while target not in steps:
            token = queue.popleft()
            for following in self._moves(token):
                if following not in steps:
                    steps[following] = steps[token] + 1
                    queue.append(following)
        return steps[target]

    def _moves(self, token: int) -> Iterator[int]:
        line = bisect_right(self._firsts, token) - 1
        first, last = self._lines[line]
        yield from (first, last, max(token - 1, 0), min(token + 1, len(self._starts) - 1))
        for other in (line - 1, line + 1):
            if 0 <= other < len(self._lines):
                begin, end = self._lines[other]
                yield min(begin + token - first, end)
