"""What a reader calls a character is never cut: UAX #29, and borders that agree with it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.graphemes import border_after, border_before, cuts_cluster, settled

WHOLE = {
    "a line ending of Windows": "\r\n",
    "an accent": "e\N{COMBINING ACUTE ACCENT}",
    "accents heaped up": "e" + "\N{COMBINING TILDE}" * 200,
    "a flag": "🇫🇷",
    "a family": "👨‍👩‍👧‍👦",
    "a skin tone": "👍🏽",
    "a keycap": "1️⃣",
    "a flag of tags": "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a heart in colour": "❤️",
    "jamo": "\u1112\u1161\u11ab",
    "a syllable and its last consonant": "가\u11a8",
    "a vowel sign": "नि",
    "a conjunct": "क्ष",
    "a conjunct held open": "क्\N{ZERO WIDTH JOINER}ष",
    "a Thai vowel": "น\u0e33",
    "a number sign before its digit": "\u06001",
    "a voiced halfwidth sign": "ｶﾞ",
}
APART = {
    "letters": "ab",
    "a newline and a mark": "\n\N{COMBINING ACUTE ACCENT}",
    "two newlines": "\n\n",
    "newline before return": "\n\r",
    "a letter and a control": "a\x1b",
    "a joiner between letters": "\N{ZERO WIDTH JOINER}a",
    "a whole syllable and a vowel": "각\u1161",
    "consonants that nothing links": "कष",
    "a zero width space": "\N{ZERO WIDTH SPACE}a",
}
TEXTS = st.text(
    st.one_of(
        st.sampled_from([*{letter for text in WHOLE.values() for letter in text}, *"a \n\r"]),
        st.characters(),
    ),
    max_size=60,
)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_character_is_whole(text: str) -> None:
    assert all(cuts_cluster(text, offset) for offset in range(1, len(text)))
    around = f"a{text}b" if text[0] != "\u0600" else f" {text} "
    assert border_after(around, 1) == 1 + len(text)
    assert border_before(around, 1 + len(text)) == 1


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_two_characters_are_two(text: str) -> None:
    assert not cuts_cluster(text, 1)


def test_three_flags_are_three() -> None:
    flags = "🇫🇷🇩🇪🇪🇸"
    assert [offset for offset in range(7) if not cuts_cluster(flags, offset)] == [0, 2, 4, 6]


@given(TEXTS)
def test_walking_forwards_and_backwards_meets_the_same_borders(text: str) -> None:
    forwards = [0]
    while forwards[-1] < len(text):
        forwards.append(border_after(text, forwards[-1]))
    backwards = [len(text)]
    while backwards[-1] > 0:
        backwards.append(border_before(text, backwards[-1]))
    assert forwards == backwards[::-1]
    assert all(a < b for a, b in pairwise(forwards))


@given(TEXTS, st.integers(0, 60))
def test_what_is_settled_is_the_next_border(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    found = settled(text, offset)
    assert not cuts_cluster(text, found)
    assert all(cuts_cluster(text, between) for between in range(offset, found))
