"""Backups of a store: copies beside it, made when it is opened for writing, the last ten kept.

They stand in the folder `annotations.json.backups`, named after the time they were made. They
are copies, never hard links: the store is appended to in place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct

from store.durable_json import DurableJSONStorage
from store.errors import StoreError, StoreReadOnlyError
from store.file_system import REAL, new_file, regular, temporary_beside
from store.writer_lock import WriterLock

KEPT: Final = 10
EVERY: Final = timedelta(hours=1)
_NEWEST: Final = "newest"
_NAME: Final = "%Y-%m-%dT%H%M%SZ.json"  # no colons: Windows forbids them


class Backup(Struct, frozen=True):
    """A copy of a store: when it was made (UTC), where it is, how many bytes it has."""

    at: datetime
    path: Path
    size: int


def folder_of(store: Path) -> Path:
    """The folder in which the backups of a store stand."""
    store = store.resolve()
    return store.with_name(f"{store.name}.backups")


def backups(store: Path) -> list[Backup]:
    """The backups of a store, newest first."""
    found = []
    for path in folder_of(store).glob("*.json"):
        try:
            at = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
            found.append(Backup(at, path, path.stat().st_size))
        except (ValueError, FileNotFoundError):
            continue  # not made here, or just removed
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def back_up_if_due(store: Path, now: str) -> Backup | None:
    """Back up a store, unless that was done in the last hour or the store is the same since.

    `now` is ISO 8601 in UTC. Nothing may write to the store meanwhile.

    Raises:
        OSError: the copy could not be made; the older ones are as they were.
    """
    if not store.exists():
        return None
    last = next(iter(backups(store)), None)
    if last and (_age(last, now) < EVERY or _is_same(last.path, store)):
        return None
    made = _back_up(store, now)
    _prune(store)
    return made


def restore(store: Path, backup: Path, now: str) -> Backup | None:
    """Put a backup in the place of a store; returns a backup of what was there, if anything was.

    Raises:
        StoreLockedError: the store is open for writing.
        StoreReadOnlyError: the store may not be written.
        StoreError: the backup is no sound store, or cannot be put in place.
    """
    store = regular(store)
    if store.exists() and not os.access(store, os.W_OK):
        raise StoreReadOnlyError(
            f"{store} may not be written, and was left as it is. Mend its permissions, then "
            "restore the backup again"
        )
    DurableJSONStorage(backup, writable=False).close()
    lock = WriterLock(store)
    try:
        replaced = _back_up(store, now) if store.exists() else None
        _copy(backup, store)
        (folder_of(store) / _NEWEST).unlink(missing_ok=True)
        _prune(store)
    except OSError as error:
        raise StoreError(
            f"{backup} could not be restored to {store}: {error.strerror or error}; the store is "
            "as it was. Free the disk or mend its permissions, then try again"
        ) from error
    finally:
        lock.release()
    return replaced


def note_newest(store: Path, number: int) -> None:
    """Note the number of a store's newest document, so that an older copy in its place is told.

    Raises:
        OSError: it cannot be noted.
    """
    note = folder_of(store) / _NEWEST
    if not note.exists() or note.read_text(encoding="ascii") != str(number):
        note.parent.mkdir(exist_ok=True)
        note.write_text(str(number), encoding="ascii")


def gone_back(store: Path, number: int) -> str:
    """What to say when the newest document of a store had a higher number when it was closed."""
    try:
        left = int((folder_of(store) / _NEWEST).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return ""
    if left <= number:
        return ""
    return (
        f"{store} holds less than when it was last closed here: an older copy may have been put in "
        f"its place. Its backups are listed by: onrecord restore {store}"
    )


def _back_up(store: Path, now: str) -> Backup:
    folder = folder_of(store)
    folder.mkdir(exist_ok=True)
    at = _time(now)
    while (path := folder / at.strftime(_NAME)).exists():
        at += timedelta(seconds=1)
    _copy(store, path)
    return Backup(at, path, path.stat().st_size)


def _prune(store: Path) -> None:
    for old in backups(store)[KEPT:]:
        old.path.unlink(missing_ok=True)
    for begun in folder_of(store).glob(".*.tmp"):  # by a process that was killed
        begun.unlink(missing_ok=True)


def _time(now: str) -> datetime:
    return datetime.fromisoformat(now).astimezone(UTC).replace(microsecond=0)


def _age(backup: Backup, now: str) -> timedelta:
    # A backup from the future, made when the clock was wrong, is no reason to make none.
    return abs(_time(now) - backup.at)


def _is_same(copy: Path, store: Path) -> bool:
    copied, original = copy.stat(), store.stat()
    return (copied.st_size, copied.st_mtime_ns) == (original.st_size, original.st_mtime_ns)


def _copy(source: Path, target: Path) -> None:
    """Copy a file, its time and its permissions: whole, or the target is as it was."""
    target = target.resolve()
    temporary = temporary_beside(target)
    with source.open("rb") as file, new_file(REAL, temporary, like=source) as descriptor:
        if not _copied_by_the_system(file.fileno(), descriptor):
            with open(descriptor, "wb", closefd=False) as copy:
                shutil.copyfileobj(file, copy, 1 << 20)
    try:
        shutil.copystat(source, temporary)
        REAL.replace(temporary, target)
    except OSError:
        REAL.unlink(temporary)
        raise
    REAL.sync_folder(target.parent)


def _copied_by_the_system(source: int, target: int) -> bool:
    """Copy without passing the bytes through here: the file system may share them instead."""
    if not hasattr(os, "copy_file_range"):
        return False
    copied = 0
    with contextlib.suppress(OSError):  # this file system cannot, or not all of it
        while step := os.copy_file_range(source, target, 1 << 30):
            copied += step
    if copied == os.fstat(source).st_size:
        return True
    os.lseek(source, 0, os.SEEK_SET)
    os.lseek(target, 0, os.SEEK_SET)
    os.ftruncate(target, 0)
    return False
