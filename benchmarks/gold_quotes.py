"""Gold quotes to measure against: their words, and who the participants of an article are.

A file of JSON lines: `id`, `text`, `quotes` with `source`, `cue` and `content` as lists of
`[start, end)` in code points.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from language.quotes.source_names import is_pronoun, name_in_source
from language.segments import Segments
from store.records import Span

WORD: Final = re.compile(r"[\w'’$%]+(?:[.,:\-][\w'’$%]+)*")
"""What counts as a word when a record is compared with gold."""

Stretch = tuple[int, int]
WordSet = frozenset[int]


class Target(NamedTuple):
    """Selections that hold exactly some words: where these may start and end, inclusive."""

    first: int
    latest_first: int
    earliest_last: int
    last: int

    def starts(self, offset: int) -> bool:
        """Whether a selection may start there."""
        return self.first <= offset <= self.latest_first

    def ends(self, offset: int) -> bool:
        """Whether a selection may end there."""
        return self.earliest_last <= offset <= self.last


class Words:
    """The words of a text, by their number."""

    def __init__(self, text: str) -> None:
        self.places = [match.span() for match in WORD.finditer(text)]
        self._starts = [start for start, _ in self.places]
        self._ends = [end for _, end in self.places]
        self._length = len(text)

    def within(self, pieces: Iterable[Stretch]) -> WordSet:
        """The words of which some character stands in one of the pieces."""
        found: set[int] = set()
        for start, end in pieces:
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)

    def of(self, spans: Iterable[Span]) -> WordSet:
        """The words of a record's spans."""
        return self.within((span.start, span.end) for span in spans)

    def targets(self, pieces: Iterable[Stretch]) -> list[Target]:
        """The selections for each run of words that pieces hold; none cuts a word they do not."""
        pieces = list(pieces)
        found: list[Target] = []
        for first, last in _runs(sorted(self.within(pieces))):
            start = min(begin for begin, end in pieces if end > self._starts[first])
            stop = max(end for begin, end in pieces if begin < self._ends[last])
            found.append(
                Target(
                    self._ends[first - 1] if first else 0,
                    max(self._starts[first], min(start, self._ends[first] - 1)),
                    min(self._ends[last], max(stop, self._starts[last] + 1)),
                    self._starts[last + 1] if last + 1 < len(self.places) else self._length,
                )
            )
        return found


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = None
    held = set(numbers)
    for number in numbers:
        first = number if first is None else first
        if number + 1 not in held:
            yield first, number
            first = None


@dataclass(frozen=True)
class GoldQuote:
    """What a record must hold."""

    content: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]

    @property
    def extent(self) -> Stretch:
        """From its first character to its last."""
        pieces = (*self.content, *self.source, *self.cue)
        return min(start for start, _ in pieces), max(end for _, end in pieces)


@dataclass(frozen=True)
class GoldArticle:
    """A text and its quotes, in the order in which they are read."""

    id: str
    text: str
    quotes: tuple[GoldQuote, ...]


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file of gold quotes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        quotes = [
            GoldQuote(*(tuple((s, e) for s, e in q[role]) for role in ("content", "source", "cue")))
            for q in row["quotes"]
        ]
        yield GoldArticle(row["id"], row["text"], tuple(sorted(quotes, key=lambda q: q.extent)))


def head_name(segments: Segments, source: Stretch) -> Span | None:
    """What a participant is marked by, where a source names one; None for a pronoun."""
    span = Span.of(segments.text, *source)
    if is_pronoun(span.text):
        return None
    return name_in_source(segments, span)
