"""The standard streams as they are given to us: closed ones, and those of any locale."""

from __future__ import annotations

import errno
import io
import os
import sys


class _ClosedOutput(io.StringIO):
    """Standard output that was closed before the program began: writing to it fails."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def make_usable() -> None:
    """Have every stream take what is written to it, or fail in words."""
    # Each null device also holds the number of a closed stream, so that no store gets it:
    # what the system itself writes to standard error would stand in that store.
    if sys.stdin is None:
        sys.stdin = _null_device("r")
    if sys.stdout is None:
        _null_device("w")
        sys.stdout = _ClosedOutput()
    if sys.stderr is None:
        sys.stderr = _null_device("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # whatever the locale cannot write


def give_up_unwritten() -> None:
    """Have Python, as it leaves, not try once more what could not be written."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except OSError:
            setattr(sys, name, _null_device("w"))


def _null_device(mode: str) -> io.TextIOWrapper:
    descriptor = os.open(os.devnull, os.O_RDWR)
    return io.TextIOWrapper(io.FileIO(descriptor, mode, closefd=False))
