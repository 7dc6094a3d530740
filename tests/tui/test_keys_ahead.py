"""Keys typed ahead of a dialog or a screen that is being opened reach it, in their order."""

from __future__ import annotations

from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tui.screens.accept_many import AcceptMany
from tui.screens.help import Help
from tui.screens.reader import ReaderScreen

NAMES = {"?": "question_mark", "-": "minus", "+": "plus", "\r": "enter", "\t": "tab"}


def type_at_once(pilot: Pilot[Any], characters: str) -> None:
    for character in characters:
        pilot.app.post_message(Key(NAMES.get(character, character), character))


async def until(pilot: Pilot[Any], done: list[str], last: str) -> None:
    for _ in range(200):
        if last in done:
            return
        await pilot.pause(0.05)


@pytest.fixture
def taken(monkeypatch) -> list[str]:
    """What dialogs and the reader were asked to do, in order."""
    done: list[str] = []

    def note(kind: type[Any], method: str, told: str) -> None:
        real = getattr(kind, method)

        def noted(self: Any, *arguments: Any) -> Any:
            done.append(f"{told}{''.join(map(str, arguments))}")
            return real(self, *arguments)

        monkeypatch.setattr(kind, method, noted)

    note(Help, "action_scroll", "scroll ")
    note(Help, "action_leave", "leave help")
    note(AcceptMany, "action_choose", "choose ")
    note(AcceptMany, "action_confidence", "confidence ")
    note(AcceptMany, "action_leave", "leave many")
    note(ReaderScreen, "action_blind", "blind")
    return done


@pytest.mark.parametrize("pauses", [0, 1, 2, 3, 5])
async def test_keys_for_the_help_and_behind_it_keep_their_order(
    open_app, folder, taken, pauses
) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        type_at_once(pilot, "?jk")
        for _ in range(pauses):  # some reach the reader, some the help, some neither yet
            await pilot.pause(0)
        type_at_once(pilot, "jqB")
        await until(pilot, taken, "blind")
        assert taken == ["scroll 1", "scroll -1", "scroll 1", "leave help", "blind"]
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_one_dialog_after_another_is_opened_and_left(open_app, folder, taken) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        while pilot.app.screen.proposals is None:
            await pilot.pause(0.05)
        type_at_once(pilot, "?jqAf-x?kqB")
        await until(pilot, taken, "blind")
        assert taken == [
            *("scroll 1", "leave help", "choose f", "confidence -5", "leave many"),
            *("scroll -1", "leave help", "blind"),
        ]


async def test_keys_between_screens_keep_their_order(open_app, folder, taken) -> None:
    async with open_app(folder) as pilot:
        type_at_once(pilot, "\r?jqB")
        await until(pilot, taken, "blind")
        assert taken == ["scroll 1", "leave help", "blind"]
        assert isinstance(pilot.app.screen, ReaderScreen)
