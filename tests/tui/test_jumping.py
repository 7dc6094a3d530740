"""A jump takes two letters, and a label when several words begin with them."""

from __future__ import annotations

import pytest

from language.segments import Segments
from store.records import Span
from tui.jumping import Jump

TEXT = "Marendt met the Norrland minister, and the minister of Kestria met Marendt 我"


def words() -> list[Span]:
    found, start = [], 0
    for word in TEXT.replace(",", " ").split(" "):
        if word:
            found.append(Span.of(TEXT, start, start + len(word)))
        start += len(word) + 1
    return found


def test_two_letters_lead_to_the_only_word_that_begins_so() -> None:
    jump = Jump(words())
    assert jump.type("n") is None
    assert jump.type("o") == Span.of(TEXT, 16, 24)


def test_a_letter_on_the_word_chooses_among_several() -> None:
    jump = Jump(words())
    jump.type("m")
    assert jump.type("i") is None
    first, second = sorted(jump.labels)
    assert jump.type(jump.labels[second]) == Span.of(TEXT, second, second + len("minister"))
    assert first < second


def test_a_word_of_one_character_needs_no_second() -> None:
    assert Jump(words()).type("我") == Span.of(TEXT, len(TEXT) - 1, len(TEXT))


def test_a_space_is_the_end_of_a_word() -> None:
    text = "a minister met a man at Aal"
    jump = Jump(Segments(text).words(0, len(text)))
    jump.type("a")
    assert jump.type("space") is None
    assert sorted(jump.labels) == [0, text.index("a man")]
    jump = Jump(Segments(text).words(0, len(text)))
    jump.type("m")
    with pytest.raises(LookupError, match="no word in view is “m”"):
        jump.type("space")


@pytest.mark.parametrize("typed", [["z"], ["m", "z"], ["m", "i", "?"], ["escape"]])
def test_a_jump_to_no_word_says_so(typed: list[str]) -> None:
    jump = Jump(words())
    *first, last = typed
    for key in first:
        jump.type(key)
    with pytest.raises(LookupError, match="no word"):
        jump.type(last)
