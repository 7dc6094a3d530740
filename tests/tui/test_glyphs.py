"""A hostile text is shown, and does nothing."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.graphemes import cuts_cluster
from tui.glyphs import glyphs, is_plain, shown

VISIBLE_FORMATS = {
    *range(0x0600, 0x0606),  # Arabic, Syriac, Kaithi and Egyptian signs around numbers and names
    *(0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD),
    *range(0x13430, 0x13440),
    *(0x200C, 0x200D),  # joiners shape what they stand between
    *range(0xE0020, 0xE0080),  # the tags of a flag
}


def test_no_code_point_of_unicode_acts_on_a_terminal_or_cannot_be_written() -> None:
    for code in range(sys.maxunicode + 1):
        drawn = shown(chr(code))
        assert len(drawn) == 1
        category = unicodedata.category(drawn)
        assert category not in ("Cc", "Cs", "Zl", "Zp"), hex(code)
        assert category != "Cf" or code in VISIBLE_FORMATS, hex(code)
        drawn.encode()


@given(st.text(st.characters()))
def test_every_code_point_is_drawn_as_one(text: str) -> None:
    assert len(shown(text)) == len(text)


@given(st.text(st.characters()))
def test_glyphs_cover_a_text_without_gaps_and_cut_no_character(text: str) -> None:
    drawn = shown(text)
    found = glyphs(drawn, widest=1000)
    borders = [0, *(glyph.end for glyph in found)]
    assert borders[-1] == len(text)
    assert [glyph.start for glyph in found] == borders[:-1]
    assert not any(cuts_cluster(drawn, border) for border in borders)


def test_plain_text_takes_a_cell_for_each_character() -> None:
    assert is_plain("The “naïve” café — Москва")
    assert not is_plain("汉")
    assert not is_plain("e\N{COMBINING ACUTE ACCENT}")


@pytest.mark.parametrize(
    ("text", "widths"),
    [("🇫🇷🇩🇪", [2, 2]), ("👩‍🚀a", [2, 1]), ("각\u11a8", [2]), ("a汉", [1, 2]), ("👍🏽", [2])],
)
def test_a_character_is_one_glyph_of_its_width(text: str, widths: list[int]) -> None:
    assert [glyph.width for glyph in glyphs(text)] == widths


def test_what_would_be_wider_than_a_line_is_drawn_apart() -> None:
    chain = "क्" * 40 + "ष"
    assert [glyph.width for glyph in glyphs(chain, 16)] == [16, 16, 9]
