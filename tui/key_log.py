"""A record of the keys that are typed, for whoever wants to know what work costs: opt-in, local.

A file of JSON lines that grows: for each key or sequence of keys what it did, on which screen, and
when. Never what the text or the records say: letters of a jump are told as such, and what is typed
into fields is not told at all.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from store.changes import utc_now

LETTER: Final = "letter"
"""Stands for a key that was a letter of the text."""


class KeyLog:
    """A file to which keys are added; once it cannot be written, it is left alone."""

    def __init__(self, path: Path) -> None:
        """Begin a session in the file.

        Raises:
            OSError: it cannot be written.
        """
        self._file = path.open("a", encoding="utf-8")
        self._began = time.monotonic()
        self._write({"session": utc_now()})

    def note(self, screen: str, keys: Sequence[str], action: str | None) -> None:
        """Add keys and the id of the action that they stood for, None if for nothing."""
        ms = round(1000 * (time.monotonic() - self._began))
        try:
            self._write({"ms": ms, "screen": screen, "keys": list(keys), "action": action})
        except (OSError, ValueError):  # the disk is full, or the file was closed
            self.close()

    def close(self) -> None:
        """End the session."""
        if not self._file.closed:
            self._file.close()

    def _write(self, line: dict[str, Any]) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
