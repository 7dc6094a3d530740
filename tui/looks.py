"""What a line of text looks like from one offset to the next, where looks lie over one another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from tui.marks import LAYERS, Look

Layers: TypeAlias = int
"""A set of `LAYERS`: the bit of each is its place among them."""

_BIT: Final = {layer: 1 << place for place, layer in enumerate(LAYERS)}


class Piece(NamedTuple):
    """Code points `[start, end)` that look alike, and how."""

    start: int
    end: int
    layers: Layers


def pieces(
    start: int,
    end: int,
    looks: Iterable[Look],
    clusters: Sequence[int] | None = None,
    borders: Iterable[int] = (),
) -> Iterator[Piece]:
    """Cut `[start, end)` where its look changes, at these borders, and only there.

    `clusters` are the offsets at which its characters start, and its end, if they are more than
    single code points: what covers a part of a character covers all of it.
    """
    covered: dict[Layers, list[tuple[int, int]]] = {}
    for look in looks:
        first, last = max(look.start, start), min(look.end, end)
        if first < last:
            if clusters is not None:
                first = clusters[max(bisect_right(clusters, first) - 1, 0)]
                last = clusters[bisect_left(clusters, last)]
            covered.setdefault(_BIT[look.layer], []).append((first, last))
    kept = {start, end, *borders}
    changes = dict.fromkeys(kept, 0)
    for bit, spans in covered.items():
        for first, last in _joined(spans):
            changes[first] = changes.get(first, 0) ^ bit
            changes[last] = changes.get(last, 0) ^ bit
    layers = 0
    cuts = [at for at in sorted(changes) if changes[at] or at in kept]
    for first, last in pairwise(cuts):
        layers ^= changes[first]
        yield Piece(first, last, layers)


def names_of(layers: Layers) -> list[str]:
    """The layers of a set, from the undermost to the topmost."""
    return [layer for layer, bit in _BIT.items() if layers & bit]


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that touch or overlap as one."""
    spans.sort()
    first, last = spans[0]
    for start, end in spans:
        if start > last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last
