"""Keys typed ahead of a screen that is being opened: held back, and handed on in their order.

While any wait, those that come after them wait behind them; each is handed on when the one before
has been done with, to whatever screen is on top then.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from textual.app import App
from textual.events import Event, Key
from textual.message_pump import MessagePump
from textual.screen import Screen

GLANCE: Final = 0.001
"""Seconds after which one looks whether a key has been done with."""
PATIENCE: Final = 1.0
"""Seconds after which the next key is handed on, come what may."""


class KeysAhead:
    """The keys that wait, and the one on its way."""

    def __init__(self, app: App[int], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Have keys handed on by `hand_on`, which gives one to the screen on top."""
        self._app = app
        self._hand_on = hand_on
        self._early: deque[Key] = deque()
        """Keys that reached a screen which was no longer on top, or not yet shown."""
        self._behind: deque[Key] = deque()
        """Keys that were typed while others waited."""
        self._on_its_way: Key | None = None
        self._is_busy = False

    def hold(self, key: Key) -> bool:
        """Have a key that was just typed wait behind those that do; False when none does."""
        if self._is_busy:
            self._behind.append(key)
        return self._is_busy

    def wait(self, key: Key, reached: Screen[Any]) -> None:
        """Have a key that has reached a screen too early, or too late, wait for that on top."""
        if key is self._on_its_way:
            self._early.appendleft(key)
        else:
            self._early.append(key)
        if not self._is_busy:
            self._is_busy = True
            self._app.run_worker(self._hand_all_on(reached), group="keys")

    async def _hand_all_on(self, reached: Screen[Any]) -> None:
        try:
            await self._when_done(reached)  # others may have reached it too
            shown = None
            while self._early or self._behind:
                if self._app.screen is not shown or self._on_its_way in self._early:
                    await self._when_shown()
                    shown = self._app.screen
                key = (self._early or self._behind).popleft()
                self._on_its_way = Key(key.key, key.character)
                taker = self._app.focused or self._app.screen
                screen = self._app.screen
                await self._hand_on(self._on_its_way)
                await self._when_behind(taker, screen)
        finally:
            self._is_busy = False

    async def _when_behind(self, *pumps: MessagePump) -> None:
        """Wait until each of these in turn has done what it had to do, or the screen is another."""
        for pump in pumps:
            await self._when_called(pump.call_later)

    async def _when_done(self, reached: Screen[Any]) -> None:
        """Wait until a screen has nothing more to do; one that was left calls nobody any more."""
        until = time.monotonic() + PATIENCE
        while reached.message_queue_size and time.monotonic() < until:
            await asyncio.sleep(GLANCE)

    async def _when_shown(self) -> None:
        """Wait until the screen on top has been drawn."""
        await self._when_called(self._app.screen.call_after_refresh)

    async def _when_called(self, call: Callable[[Callable[[], None]], object]) -> None:
        called = asyncio.Event()
        screen, until = self._app.screen, time.monotonic() + PATIENCE
        call(called.set)
        while not called.is_set() and self._app.screen is screen and time.monotonic() < until:
            await asyncio.sleep(GLANCE)
