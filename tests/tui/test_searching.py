"""What is searched for is found as readers type it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.dates_shown import shown_date
from tui.searching import folded, pattern_of


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("nguyen", "said Nguyễn Thị"),
        ("Nguyễn", "said Nguyễn Thị"),
        ("zoe b", "Zoë Béranger"),
        ("it's", "“It’s late”"),
        ('"it', "“It’s late”"),
        ("of the", "of\nthe"),
        ("[x]", "a [x] b"),
    ],
)
def test_accents_quotation_marks_and_line_breaks_do_not_matter(
    typed: str, text: str, form: str
) -> None:
    assert pattern_of(typed).search(unicodedata.normalize(form, text))


def test_capitals_count_when_any_is_typed() -> None:
    assert pattern_of("six").search("Six hours")
    assert not pattern_of("Six").search("six hours")


@given(st.text(min_size=1, max_size=20))
def test_every_text_finds_itself(text: str) -> None:
    pattern = pattern_of(text)
    assert pattern.search(text) or not folded(text).strip() or text != text.lower()


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2032-40", "2032 first half"),
        ("2031-23/2032-33", "2031 autumn/2032 Q1"),
        ("2031-10-21", "2031-10-21"),
        ("2031-12", "2031-12"),
    ],
)
def test_parts_of_a_year_are_shown_in_words(edtf: str, shown: str) -> None:
    assert shown_date(edtf) == shown
