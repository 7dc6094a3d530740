"""Opening a TinyDB file: what is in it, whatever laid it out, and how it is mended.

A last line that was torn is cut. A file of another layout is read whole; it is laid out anew by
the first commit.
"""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path
from typing import NamedTuple

from store.durable_index import DamagedLine, Keys, NotLaidOut, Scanned, scan
from store.durable_lines import FOOTER
from store.errors import StoreDamagedError, StoreError, StoreReadOnlyError
from store.file_system import FileSystem, write
from store.other_layouts import laid_out_anew


class Opened(NamedTuple):
    """A file that has been opened, and what was found in it."""

    found: Scanned
    descriptor: int | None = None
    """Where it can be read; None for a file of another layout."""
    taken_over: bytes = b""
    """The content of a file of another layout, as we lay it out."""
    recovered: str = ""
    """What was found amiss and mended, in a sentence; empty as a rule."""


def opened(files: FileSystem, path: Path, writable: bool, keys: Keys | None) -> Opened | None:
    """Open the file at `path`; None when there is none.

    Raises:
        StoreReadOnlyError: it may not be written.
        StoreDamagedError: it is damaged, or no TinyDB file; it was left as it is.
        OSError: it cannot be read.
    """
    if not files.state(path):
        return None
    try:
        descriptor = files.open(path, writable)
    except PermissionError as error:
        raise _not_permitted(path, writable, error) from error
    try:
        file = _read(files, path, descriptor, keys)
        if file.found.torn:
            file = _mended(files, path, descriptor, file, writable)
    except BaseException:
        with contextlib.suppress(OSError):
            files.close(descriptor)
        raise
    if file.descriptor is None:
        files.close(descriptor)
    return file


def _read(files: FileSystem, path: Path, descriptor: int, keys: Keys | None) -> Opened:
    try:
        return Opened(scan(partial(files.pread, descriptor), keys), descriptor)
    except NotLaidOut:
        return _taken_over(files, path, descriptor, keys)
    except DamagedLine as damage:
        return _taken_over(files, path, descriptor, keys, damage)


def _taken_over(
    files: FileSystem,
    path: Path,
    descriptor: int,
    keys: Keys | None,
    damage: DamagedLine | None = None,
) -> Opened:
    """Read a file of another layout, or one of ours that was edited and still is JSON."""
    state = files.state(path)
    content = files.pread(descriptor, state.size if state else 0, 0)
    try:
        anew = laid_out_anew(content, tombstones=bool(damage))
    except ValueError as error:
        reason = str(error)
        if damage:
            reason = f"line {damage.line} is not whole, though others follow it"
        raise StoreDamagedError(
            f"{path} is damaged or no TinyDB file: {reason}; it was left as it is. "
            f"Save what is sound with: onrecord repair {path} -o NEW"
        ) from error
    return Opened(scan(lambda size, offset: anew[offset : offset + size], keys), taken_over=anew)


def _mended(files: FileSystem, path: Path, descriptor: int, file: Opened, writable: bool) -> Opened:
    """Cut what follows the last whole line, in the file too where that may be written."""
    found = file.found
    if writable:
        files.ftruncate(descriptor, found.end)
        write(files, descriptor, b"\t" + FOOTER, found.end)
        files.fdatasync(descriptor)
        found = found._replace(room=1)
    return file._replace(
        found=found,
        recovered=(
            f"the last line of {path} was not whole, and was left out. After a kill or a power cut "
            "it had never shown as saved; if the file was cut short otherwise, look at the backups "
            "with onrecord restore"
        ),
    )


def _not_permitted(path: Path, writable: bool, error: OSError) -> StoreError:
    if not writable:
        return StoreError(f"{path} cannot be read: {error.strerror or error}")
    return StoreReadOnlyError(
        f"{path} cannot be written: {error.strerror or error}; name a store elsewhere "
        "with --store FILE, or look at this one with --read-only"
    )
