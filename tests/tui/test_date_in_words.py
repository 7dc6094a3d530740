"""EDTF dates told in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.date_in_words import in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-06-14", "Saturday, 14 June 2031"),
        ("2031-06", "June 2031"),
        ("2031", "2031"),
        ("2031-06~", "about June 2031"),
        ("2031?", "perhaps 2031"),
        ("2031-06-14/2031-06-15", "Saturday, 14 June 2031 to Sunday, 15 June 2031"),
        ("2031-21", "2031 spring"),
        ("2031-34~", "about 2031 Q2"),
        ("203X", "the 2030s"),
        ("2031-06/..", "from June 2031 on"),
        ("../2031-06", "until June 2031"),
        ("2031-02-30", ""),
        ("Y170000002", ""),
        ("", ""),
    ],
)
def test_dates_are_told_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


@given(st.text(alphabet="0123456789-~?%/.X"))
def test_any_value_is_told_or_left(value: str) -> None:
    assert isinstance(in_words(value), str)
