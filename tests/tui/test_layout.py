"""Whatever the text and the width: every code point stands on exactly one line, in order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout import BLOCK, Layout

TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n\r\tab,.“”—éдあ汉字​‮‍🇫🇷👍🏽️́क्ि\x00\x1b\v\f\x85\u2028ا\u0600가\u11a8"),
        st.characters(),  # lone surrogates too
    ),
    max_size=200,
)
WIDTHS = st.integers(2, 50)
LINE = "words of a report, line after line\n"
LONG = LINE * 20_000


def laid_out(text: str, width: int) -> Layout:
    layout = Layout(text, width)
    layout.reach_offset(len(text))
    return layout


@given(TEXTS, WIDTHS)
@example("a" * 100, 7)
@example("汉" * 30, 5)
@example("word  \n\n  next", 4)
@example("a\r\rb\r\n\nc\n\rd", 4)
@example("क्" * 40 + "ष", 4)
def test_lines_hold_the_whole_text_without_gap_or_overlap(text: str, width: int) -> None:
    layout = laid_out(text, width)
    extents = [layout.extent(line) for line in range(layout.line_count)]
    assert extents[0][0] == 0
    assert extents[-1][1] == len(text)
    assert all(before[1] == after[0] for before, after in pairwise(extents))


@given(TEXTS, WIDTHS)
@example("क्" * 40 + "ष", 4)
def test_what_is_drawn_fits_apart_from_white_space_at_the_end(text: str, width: int) -> None:
    layout = laid_out(text, width)
    for line in range(layout.line_count):
        assert cell_len(layout.drawn(line)[1].rstrip(" ")) <= max(width, 2)
        assert cell_len(layout.drawn(line)[1]) == sum(g.width for g in layout.glyphs(line))


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


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_ends_a_line_and_is_not_drawn(ending: str) -> None:
    layout = laid_out(f"one{ending}{ending}two{ending}", 10)
    assert [layout.drawn(line)[1] for line in range(layout.line_count)] == ["one", "", "two"]


def test_lines_break_at_spaces_and_the_space_hangs_over_the_end() -> None:
    layout = laid_out("The treaty enters into force", 10)
    drawn = [layout.drawn(line)[1] for line in range(layout.line_count)]
    assert drawn == ["The treaty ", "enters ", "into force"]


# Long texts are laid out in blocks


@pytest.mark.parametrize("letter", ["a", "汉", "e\N{COMBINING ACUTE ACCENT}", "🇫🇷", "\r\n", "👩‍🚀"])
def test_a_block_ends_in_no_word_if_it_can_and_in_no_character(letter: str) -> None:
    for text in (f"{letter * 3} " * BLOCK, f"x{letter * 4 * BLOCK}", letter * 4 * BLOCK):
        layout = laid_out(text, 40)
        extents = [layout.extent(line) for line in range(layout.line_count)]
        assert "".join(text[start:end] for start, end in extents) == text
        clusters = {layout.drawn(line)[1].strip(" x") for line in range(layout.line_count)}
        assert all(drawn.replace(letter, "").strip() == "" for drawn in clusters)


def test_lines_are_the_same_in_whatever_order_they_are_laid_out() -> None:
    whole = laid_out(LONG, 40)
    parts = Layout(LONG, 40)
    for offset in (len(LONG), 5, len(LONG) // 2, len(LONG) // 3):
        line = parts.line_of(offset)
        assert parts.extent(line) == whole.extent(whole.line_of(offset))
    parts.reach_offset(len(LONG))
    assert parts.is_complete
    assert parts.line_count == whole.line_count == 20_000


def test_of_a_long_text_only_what_is_needed_is_laid_out() -> None:
    layout = Layout(LONG, 40)
    assert not layout.is_complete
    assert layout.has_line(BLOCK // len(LINE) // 2)
    assert not layout.has_line(15_000)
    layout.line_of(len(LONG))
    assert layout.has_line(layout.line_count - 1)
    assert not layout.has_line(15_000)
    layout.reach_line(15_000)
    assert layout.has_line(15_000)
    assert not layout.is_complete


def test_how_many_lines_there_will_be_is_estimated_from_those_that_are_known() -> None:
    layout = Layout(LONG, 40)
    assert abs(layout.line_count - 20_000) < 500


def test_around_an_offset_so_many_lines_have_their_true_distance() -> None:
    uneven = "".join(LINE * (n % 7) + "\n" * (n % 5) for n in range(3000))
    whole, layout = laid_out(uneven, 30), Layout(uneven, 30)
    for offset in (0, len(uneven) // 2, len(uneven)):
        layout.reach_around(offset, 200)
        line, true_line = layout.line_of(offset), whole.line_of(offset)
        first, last = max(true_line - 200, 0), min(true_line + 201, whole.line_count)
        for true in range(first, last):
            assert layout.has_line(line + true - true_line)
            assert layout.extent(line + true - true_line) == whole.extent(true)
