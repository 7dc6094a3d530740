"""Typing into the app in a test, and looking at what it shows."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from tui.screens.reader import ReaderScreen
from tui.widgets.form import Form

NAMES = {"\r": "enter", " ": "space", "\t": "tab", "\x03": "ctrl+c", "↓": "down", "→": "right"}


def reader(pilot: Pilot[Any]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def form(pilot: Pilot[Any]) -> Form:
    asking = reader(pilot).asking
    assert isinstance(asking, Form)
    return asking


def record(pilot: Pilot[Any]) -> Any:
    return reader(pilot).record


def shown(pilot: Pilot[Any]) -> str:
    """What stands on the screen."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


async def keys(pilot: Pilot[Any], typed: str) -> None:
    """Press keys one after the other."""
    for character in typed:
        await pilot.press(NAMES.get(character, character))
    await pilot.pause()


async def at_once(pilot: Pilot[Any], typed: str) -> None:
    """Type all at once, without waiting for what each key does."""
    for character in typed:
        pilot.app.post_message(Key(NAMES.get(character, character), character))
    await pilot.pause()
    await pilot.pause()
