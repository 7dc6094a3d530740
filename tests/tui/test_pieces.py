"""A line is cut where its look changes, between characters, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.looks import names_of, pieces
from tui.marks import LAYERS, Look

LINE = st.integers(0, 30)
LOOKS = st.lists(st.builds(Look, LINE, LINE, st.sampled_from(LAYERS)), max_size=8)


@given(LINE, st.integers(1, 20), LOOKS)
def test_each_offset_has_the_layers_that_cover_it(start: int, length: int, looks: list) -> None:
    end = start + length
    found = list(pieces(start, end, looks))
    assert [found[0].start, found[-1].end] == [start, end]
    assert all(a.end == b.start for a, b in pairwise(found))
    assert all(a.layers != b.layers for a, b in pairwise(found))
    for piece in found:
        for offset in range(piece.start, piece.end):
            covering = {look.layer for look in looks if look.start <= offset < look.end}
            assert names_of(piece.layers) == sorted(covering, key=LAYERS.index)


@given(LOOKS, st.sets(st.integers(1, 19)))
def test_a_character_of_many_code_points_looks_alike(looks: list, clusters: set) -> None:
    starts = sorted({0, *clusters, 20})
    found = list(pieces(0, 20, looks, starts))
    assert {piece.start for piece in found} <= set(starts)
    for first, last in pairwise(starts):
        covering = {look.layer for look in looks if look.start < last and first < look.end}
        covering -= {look.layer for look in looks if look.start >= look.end}
        shown = next(piece for piece in found if piece.start <= first < piece.end)
        assert covering <= set(names_of(shown.layers))


def test_borders_stay_within_what_looks_alike() -> None:
    looks = [Look(2, 3, "label"), Look(3, 4, "label")]
    assert [piece[:2] for piece in pieces(0, 6, looks, None, [2, 3])] == [
        (0, 2),
        (2, 3),
        (3, 4),
        (4, 6),
    ]
