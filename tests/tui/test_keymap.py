"""Every key can be rebound; what cannot be is refused in words."""

from __future__ import annotations

from typing import get_args

import pytest

from tui.actions import ACTIONS, BY_ID, Context, actions_of
from tui.keymap import Keymap, KeymapError, shown_key
from tui.screens.articles import ArticlesScreen
from tui.screens.follow_ups import FollowUpsScreen
from tui.screens.key_screen import KeyScreen
from tui.screens.marking import ROLES
from tui.screens.people import PeopleScreen
from tui.screens.reader import ReaderScreen
from tui.screens.reading import MOTIONS
from tui.screens.showing import CHOICES
from tui.screens.tutor import TutorScreen

SCREENS: list[type[KeyScreen]] = [
    *(ArticlesScreen, ReaderScreen, PeopleScreen, FollowUpsScreen, TutorScreen),
]


def test_the_defaults_have_no_clash_and_every_action_is_named_once() -> None:
    Keymap()
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_of_a_screen_can_be_done_there(screen: type[KeyScreen]) -> None:
    for action in actions_of(screen.context):
        if action.id not in {*MOTIONS, *ROLES, *CHOICES}:
            assert callable(getattr(screen, action.method)), action.id


def test_every_context_has_its_screen() -> None:
    assert {screen.context for screen in SCREENS} == set(get_args(Context))


def test_a_sequence_stands_for_its_action_once_it_is_whole() -> None:
    keymap = Keymap()
    assert keymap.action("reader", ("g",)) is None
    assert dict(keymap.continues("reader", ("g",)))["g"] is BY_ID["top"]
    assert keymap.action("reader", ("g", "g")) is BY_ID["top"]


def test_digits_are_numbered() -> None:
    keymap = Keymap()
    assert keymap.number(BY_ID["set-speaker"], ("7",)) == 7


def test_a_key_can_be_given_to_another_action() -> None:
    keymap = Keymap({"mark-quote": "Y", "widen": ["+", "g v"]})
    assert keymap.action("reader", ("Y",)) is BY_ID["mark-quote"]
    assert keymap.action("reader", ("q",)) is None
    assert keymap.action("reader", ("g", "v")) is BY_ID["widen"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"mark-quote": "p"}, ["“p”", "mark-quote", "mark-participant"]),
        ({"mark-quote": "g g x"}, ["“g g x”", "top"]),
        ({"mark-quote": "g"}, ["“g”"]),
        ({"mark-qoute": "Q"}, ["mark-qoute", "did you mean mark-quote"]),
        ({"mark-quote": 3}, ["mark-quote", "text"]),
        ({"mark-quote": [""]}, ["mark-quote", "text"]),
        ({"find": "Enterr"}, ["find", "Enterr", "did you mean enter"]),
        ({"find": "ctrl+shft+f"}, ["find", "ctrl+shft+f"]),
    ],
)
def test_a_wrong_keymap_is_refused_with_what_clashes(
    changed: dict[str, object], words: list[str]
) -> None:
    with pytest.raises(KeymapError) as refused:
        Keymap(changed)
    assert all(word in str(refused.value) for word in words)


@pytest.mark.parametrize(
    ("key", "shown"),
    [("g g", "gg"), ("ctrl+p", "Ctrl+P"), ("right", "→"), ("shift+left", "Shift+←"), ("'", "'")],
)
def test_keys_are_shown_as_users_know_them(key: str, shown: str) -> None:
    assert shown_key(key) == shown
