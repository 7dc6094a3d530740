"""Whatever the text and the width: every code point stands on exactly one line, in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout import AHEAD, Layout

TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n\r\tab,.“”—éдあ汉字​‮‍🇫🇷👍🏽️́क्ि\x00\x1b"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=200,
)
WIDTHS = st.integers(2, 50)


def laid_out(text: str, width: int) -> Layout:
    layout = Layout(text, width)
    layout.reach_offset(len(text))
    return layout


@given(TEXTS, WIDTHS)
@example("a" * 100, 7)
@example("汉" * 30, 5)
@example("word  \n\n  next", 4)
def test_lines_hold_the_whole_text_without_gap_or_overlap(text: str, width: int) -> None:
    layout = laid_out(text, width)
    extents = [layout.extent(line) for line in range(layout.line_count)]
    assert extents[0][0] == 0
    assert extents[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(extents))


@given(TEXTS, WIDTHS)
def test_what_is_drawn_fits_apart_from_white_space_at_the_end(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for line in range(layout.line_count):
        assert cell_len(layout.drawn(line)[1].rstrip(" ")) <= max(width, 2)


@given(TEXTS, WIDTHS)
def test_an_offset_is_on_the_line_that_is_said_to_hold_it(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for offset in range(len(text)):
        start, end = layout.extent(layout.line_of(offset))
        assert start <= offset < end


@given(TEXTS, WIDTHS)
def test_the_offset_at_an_offsets_column_is_in_the_same_cluster(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for line in range(layout.line_count):
        for glyph in layout.glyphs(line):
            column = layout.column_of(glyph.start, line)
            found = layout.offset_at(line, column)
            assert found == glyph.start or glyph.width == 0 or column == layout.width - 1


@given(TEXTS, WIDTHS)
def test_drawing_keeps_the_number_of_code_points(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for line in range(layout.line_count):
        start, end = layout.extent(line)
        assert len(layout.drawn(line)[1]) == len(text[start:end].rstrip("\r\n"))


@pytest.mark.parametrize("letter", ["a", "汉", "e\N{COMBINING ACUTE ACCENT}"])
def test_a_huge_line_is_laid_out_in_parts_as_if_it_were_in_one(letter: str) -> None:
    text = f"{letter * 3} " * AHEAD
    layout = laid_out(text, 40)
    wanted = laid_out(text[: AHEAD // 2], 40)
    for line in range(wanted.line_count - 2):
        assert layout.extent(line) == wanted.extent(line)
    assert layout.extent(layout.line_count - 1)[1] == len(text)


def test_a_long_text_is_laid_out_only_as_far_as_it_is_needed() -> None:
    text = "words of a report, line after line\n" * AHEAD
    layout = Layout(text, 40)
    assert not layout.is_complete
    layout.reach_line(100)
    assert layout.extent(100)[1] < 2 * AHEAD
    assert abs(layout.line_count - AHEAD) < AHEAD // 10


def test_lines_break_at_spaces_and_the_space_hangs_over_the_end() -> None:
    layout = laid_out("The treaty enters into force", 10)
    drawn = [layout.drawn(line)[1] for line in range(layout.line_count)]
    assert drawn == ["The treaty ", "enters ", "into force"]
