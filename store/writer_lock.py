"""One writer: a lock on a file beside the store, with its holder's name in it."""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from store.errors import StoreLockedError, StoreReadOnlyError


class WriterLock:
    """The right to write to a store. The kernel frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the store at `path`.

        Raises:
            StoreLockedError: another holds it; the message says who, where and since when.
            StoreReadOnlyError: the folder may not be written.
        """
        # Threads share it: the one that closes a store need not be the one that opened it.
        self._lock = FileLock(f"{path}.lock", thread_local=False)
        holder = Path(self._lock.lock_file)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise StoreLockedError(
                f"{path} is in use by {_read(holder)}; close that one, name another store "
                "with --store FILE, or look at this one with --read-only"
            ) from None
        except OSError as error:
            raise StoreReadOnlyError(
                f"{path} cannot be written: {error.strerror or error}; name a store "
                "elsewhere with --store FILE, or look at this one with --read-only"
            ) from error
        with contextlib.suppress(OSError):  # Windows lets nobody write to a file that is locked
            holder.write_text(_this_process(), encoding="utf-8")

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


def _this_process() -> str:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return f"{_user()} on {platform.node()}, process {os.getpid()}, since {now}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in containers
        return "a user"


def _read(holder: Path) -> str:
    try:
        text = holder.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "another program"
    return "".join(filter(str.isprintable, text))[:200].strip() or "another program"
