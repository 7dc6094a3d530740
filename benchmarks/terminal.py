"""A program in a real pseudo-terminal, and what a key costs it: time, CPU time, bytes, memory."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

ROWS: Final = 30
COLUMNS: Final = 100
QUIET: Final = 0.1
"""Seconds without a byte after which the program has painted."""
_ESCAPES: Final = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")


class TooSlowError(Exception):
    """What was waited for did not come in time."""


class Cost(NamedTuple):
    """What one key cost."""

    wall_ms: float
    """Until the last byte that it made the program write."""
    cpu_ms: float
    """All that the program worked until it was quiet, its threads counted in."""
    sent: int
    """Bytes written to the terminal."""


class Terminal:
    """A program in a pseudo-terminal of 100 columns and 30 rows."""

    def __init__(self, *command: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], command)
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, size)

    def read(self, patience: float) -> bytes:
        """What is written within some seconds; nothing when the program is quiet."""
        ready, _, _ = select.select([self.descriptor], [], [], patience)
        return os.read(self.descriptor, 65536) if ready else b""

    def wait_for(self, word: str, patience: float = 60) -> float:
        """Seconds from the start until a word is on the screen.

        Raises:
            TooSlowError: it is not there after some seconds.
        """
        seen = b""
        while word.encode() not in _ESCAPES.sub(b"", seen):
            rest = self.began + patience - time.perf_counter()
            more = self.read(rest) if rest > 0 else b""
            if not more:
                raise TooSlowError(f"{word} not within {patience} s; got {seen[-500:]!r}")
            seen += more
        return time.perf_counter() - self.began

    def wait_until_idle(self, patience: float = 60) -> None:
        """Wait until the program has worked for less than 5 % of half a second."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            before = self.cpu_ms
            while self.read(0.5):
                pass
            if self.cpu_ms - before < 25:
                break

    @property
    def cpu_ms(self) -> float:
        """Milliseconds that the program has worked so far."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    @property
    def memory_mb(self) -> float:
        """Megabytes of the program that are in memory."""
        rollup = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in rollup.splitlines() if "Rss:" in line) / 1024

    def press(self, key: str, patience: float = 30) -> Cost:
        """Type a key and wait until what it causes is painted.

        Raises:
            TooSlowError: nothing is painted within some seconds.
        """
        while self.read(QUIET):
            pass
        worked, began = self.cpu_ms, time.perf_counter()
        os.write(self.descriptor, key.encode())
        painted, sent, wait = began, 0, patience
        while more := self.read(wait):
            painted, wait = time.perf_counter(), QUIET
            sent += len(more)
        if not sent:
            raise TooSlowError(f"{key!r} painted nothing within {patience} s")
        return Cost(1000 * (painted - began), self.cpu_ms - worked, sent)

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


@contextmanager
def running(*command: str) -> Iterator[Terminal]:
    """A program in a terminal, ended after the block."""
    terminal = Terminal(*command)
    try:
        yield terminal
    finally:
        terminal.close()
