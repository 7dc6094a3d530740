"""Finding an option by typing how a word of it begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.typed_ahead import begins, find

PEOPLE = ["1 Ilsa Marendt", "2 Aksel Brandvold", "12 Mira Sarova", "3 Orlen's council"]


def places(typed: str, here: int = 0) -> list[int]:
    """Where each key of what is typed leads."""
    found, so_far = [], ""
    for character in typed:
        step = find(PEOPLE, so_far, character, here)
        if step is None:
            break
        so_far, here = step
        found.append(here)
    return found


def test_any_word_of_an_option_or_its_number_finds_it() -> None:
    assert places("bra") == [1, 1, 1]
    assert places("s") == [2]
    assert places("3") == [3]
    assert places("12") == [0, 2]


def test_the_same_letter_again_goes_on_to_the_next() -> None:
    assert places("mm") == [0, 2]


def test_what_no_word_begins_with_begins_anew_with_the_last_key() -> None:
    assert places("mao") == [0, 0, 3]
    assert places("x") == []


def test_a_letter_and_the_number_behind_it_are_found_apart() -> None:
    assert begins("q12 The harbour opens", "12")
    assert begins("q12 The harbour opens", "q12")
    assert not begins("q12 The harbour opens", "2")


@given(st.lists(st.text(), max_size=5), st.text(max_size=3), st.characters(), st.integers(0, 9))
def test_whatever_is_typed_leads_to_an_option_or_nowhere(options, typed, character, here) -> None:
    found = find(options, typed, character, here)
    assert found is None or begins(options[found.place], found.typed)
