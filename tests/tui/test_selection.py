"""Moving selects; extending moves one end; nothing leaves the text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.graphemes import cuts_cluster
from language.segments import Segments, Unit
from tui.selection import (
    LinePlace,
    Selection,
    at,
    extended,
    lines_away,
    moved,
    narrowed,
    nudged,
    reaching,
    widened,
)

TEXT = (
    "Velmara signed a treaty on Tuesday. “We waited,” said Ilsa Marendt, “and we signed.” "
    "The talks go on.\n\nA second paragraph says more."
)
SEGMENTS = Segments(TEXT)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            "aB. ,“”\"'\n\r\u0301\u200d\u200c\ufe0f\u20e3👨👩👍🏽🇫🇷🇩1क्षिก\u0e33각\u11a8\u0600ﾞ。汉s’"
        ),
        st.characters(),
    ),
    max_size=80,
)


def words(selection: Selection) -> str:
    return TEXT[selection.start : selection.end]


def find(part: str) -> Selection:
    start = TEXT.index(part)
    return Selection(start, start + len(part))


def test_at_rest_the_word_under_the_cursor_is_selected() -> None:
    assert words(at(SEGMENTS, 3)) == "Velmara"
    assert words(at(SEGMENTS, len(TEXT))) == "more"


def test_words_follow_one_another_in_both_directions() -> None:
    assert words(moved(SEGMENTS, find("Velmara"), "word", 1)) == "signed"
    assert words(moved(SEGMENTS, find("treaty"), "word", -1)) == "a"


def test_the_sentence_that_begins_here_comes_before_the_next_one() -> None:
    first = moved(SEGMENTS, find("Velmara"), "sentence", 1)
    assert words(first) == "Velmara signed a treaty on Tuesday."
    assert words(moved(SEGMENTS, first, "sentence", 1)).startswith("“We waited")


def test_at_the_end_of_the_text_a_motion_stays_where_it_is() -> None:
    last = at(SEGMENTS, len(TEXT))
    assert moved(SEGMENTS, last, "word", 1) == last


def test_a_line_without_another_word_is_passed_over() -> None:
    text = "One line.\n\n* * *\n\nThe next one."
    segments = Segments(text)
    lines = [(0, 10), (10, 11), (11, 17), (17, 18), (18, len(text))]

    def below(here: int) -> Callable[[int], LinePlace]:
        def place_at(away: int) -> LinePlace:
            start, end = lines[min(max(here + away, 0), len(lines) - 1)]
            return LinePlace(start, start, end)

        return place_at

    found = lines_away(segments, at(segments, 0), 1, below(0))
    assert found is not None
    assert text[found.start : found.end] == "The"
    assert lines_away(segments, found, 1, below(4)) is None
    found = lines_away(segments, found, -1, below(4))
    assert found is not None
    assert text[found.start : found.end] == "One"


def test_extending_moves_the_end_and_after_a_swap_the_start() -> None:
    selection = extended(SEGMENTS, find("Ilsa"), "word", 1)
    assert words(selection) == "Ilsa Marendt"
    assert words(extended(SEGMENTS, selection, "word", -1)) == "Ilsa"
    assert words(extended(SEGMENTS, selection.swapped, "word", -1)) == "said Ilsa Marendt"
    assert words(extended(SEGMENTS, selection.swapped, "word", 1)) == "Marendt"


def test_extending_by_a_sentence_reaches_its_end() -> None:
    assert words(extended(SEGMENTS, find("treaty"), "sentence", 1)) == "treaty on Tuesday."


def test_a_far_target_is_reached_across_the_other_end() -> None:
    assert words(reaching(find("treaty"), find("Tuesday"))) == "treaty on Tuesday"
    assert words(reaching(find("treaty"), find("Velmara"))) == "Velmara signed a treaty"


def test_nudging_moves_the_end_by_a_character() -> None:
    assert words(nudged(TEXT, find("Tuesday"), 1)) == "Tuesday."
    assert words(nudged(TEXT, find("Tuesday"), -1)) == "Tuesda"
    assert words(nudged(TEXT, find("Tuesday").swapped, 1)) == "uesday"


def test_widening_goes_from_the_word_to_the_paragraph() -> None:
    selection, steps = find("Marendt"), []
    while (wider := widened(SEGMENTS, selection)) != selection:
        steps.append(words(wider))
        selection = wider
    assert steps[0] == "Ilsa Marendt"
    assert steps[-1] == TEXT[: TEXT.index("\n")]
    assert all(len(a) < len(b) for a, b in pairwise(steps))


def test_widening_stops_at_phrases_quotations_and_what_is_reported() -> None:
    text = "The mayor of Orlen said that the plan, which he made, had failed. He left."
    segments = Segments(text)
    selection, steps = Selection(4, 9), []
    while (wider := widened(segments, selection)) != selection:
        steps.append(text[wider.start : wider.end])
        selection = wider
    assert steps[:2] == ["The mayor", "The mayor of Orlen"]
    start = text.index("plan")
    selection, steps = Selection(start, start + 4), []
    while (wider := widened(segments, selection)) != selection:
        steps.append(text[wider.start : wider.end])
        selection = wider
    assert "that the plan, which he made, had failed" in steps


def test_narrowing_goes_to_the_part_at_the_moving_end_and_ends_with_the_word() -> None:
    selection, steps = find(TEXT[: TEXT.index("\n")]), []
    while (narrower := narrowed(SEGMENTS, selection)) != selection:
        steps.append(words(narrower))
        selection = narrower
    assert steps[0] == "The talks go on."
    assert steps[-1] == "on"
    backwards = narrowed(SEGMENTS, find(TEXT[: TEXT.index("\n")]).swapped)
    assert words(backwards) == "Velmara signed a treaty on Tuesday."


@pytest.mark.parametrize("unit", get_args(Unit))
@given(text=TEXTS, data=st.data())
def test_no_motion_leaves_any_text_selects_backwards_or_cuts_a_character(
    unit: Unit, text: str, data: st.DataObject
) -> None:
    segments = Segments(text)
    selection = at(segments, data.draw(st.integers(0, len(text))))
    for step in data.draw(st.lists(st.sampled_from("mMeEnNowr"), max_size=12)):
        direction = -1 if step.isupper() else 1
        match step.lower():
            case "m":
                selection = moved(segments, selection, unit, direction)
            case "e":
                selection = extended(segments, selection, unit, direction)
            case "n":
                selection = nudged(text, selection, direction)
            case "o":
                selection = selection.swapped
            case "w":
                selection = widened(segments, selection)
            case "r":
                selection = narrowed(segments, selection)
        assert 0 <= selection.start <= selection.end <= len(text)
        assert selection.start < selection.end or not segments.around("word", 0)
        assert not cuts_cluster(text, selection.start)
        assert not cuts_cluster(text, selection.end)
