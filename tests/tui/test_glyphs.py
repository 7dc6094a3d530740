"""A hostile text is shown, and does nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.glyphs import glyphs, is_plain, shown

NASTY = [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), 0xFEFF]


@pytest.mark.parametrize("code", NASTY)
def test_controls_and_direction_marks_are_drawn_as_signs(code: int) -> None:
    drawn = shown(chr(code))
    assert len(drawn) == 1
    assert unicodedata.category(drawn) not in ("Cc", "Cf")


@given(st.text())
def test_every_code_point_is_drawn_as_one(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert not any(unicodedata.category(sign) == "Cc" for sign in shown(text))


@given(st.text())
def test_clusters_cover_a_text_without_gaps(text: str) -> None:
    found = glyphs(shown(text))
    borders = [0, *(glyph.end for glyph in found)]
    assert borders[-1] == len(text)
    assert [glyph.start for glyph in found] == borders[:-1]


def test_plain_text_takes_a_cell_for_each_character() -> None:
    assert is_plain("The “naïve” café — Москва")
    assert not is_plain("汉")
    assert not is_plain("e\N{COMBINING ACUTE ACCENT}")
