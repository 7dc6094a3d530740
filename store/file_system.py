"""The few calls by which a store touches the disk, and a file replaced whole.

All that a store writes goes through one object of these few methods, so that a test can put a
disk in its place that loses power, and so that the systems' differences stand in one file.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import secrets
import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TextIO

from store.errors import StoreError
from store.writer_lock import WriterLock


class FileState(NamedTuple):
    """What tells whether a file is still the one we left."""

    inode: int
    size: int
    modified_ns: int


class FileSystem(Protocol):
    """A disk. Every method raises OSError when it fails."""

    holds_open_names: bool
    """Whether a file must be closed before its name can be given to another."""

    def state(self, path: Path) -> FileState | None:
        """The state of a file, None when there is none of this name."""

    def lock(self, path: Path) -> WriterLock:
        """The right to write to the store at `path`; raises what `WriterLock` does."""

    def open(self, path: Path, writable: bool) -> int:
        """A descriptor of a file that is there."""

    def create(self, path: Path, like: Path) -> int:
        """A descriptor of a new, empty file with the permissions of `like`, if that is there."""

    def pread(self, descriptor: int, size: int, offset: int) -> bytes:
        """At most `size` bytes from an offset; fewer only at the end of the file."""

    def pwrite(self, descriptor: int, content: bytes, offset: int) -> int:
        """Write at an offset; how many bytes were written."""

    def ftruncate(self, descriptor: int, size: int) -> None:
        """Cut a file to a size."""

    def fdatasync(self, descriptor: int) -> None:
        """Bring a file's content to the disk, with as much of its size as reading it needs."""

    def fsync(self, descriptor: int) -> None:
        """Bring a file's content and all that is known of it to the disk."""

    def close(self, descriptor: int) -> None:
        """Give a descriptor back."""

    def replace(self, source: Path, target: Path) -> None:
        """Give the file `source` the name `target`, whose old file is no more."""

    def sync_folder(self, folder: Path) -> None:
        """Bring the names in a folder to the disk."""

    def unlink(self, path: Path) -> None:
        """Remove a file, if it is there."""


class RealFileSystem:
    """The disk of this machine."""

    holds_open_names = sys.platform == "win32"

    def state(self, path: Path) -> FileState | None:
        """The state of a file, None when there is none of this name."""
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        return FileState(status.st_ino, status.st_size, status.st_mtime_ns)

    def lock(self, path: Path) -> WriterLock:
        """The right to write to the store at `path`; raises what `WriterLock` does."""
        return WriterLock(path)

    def open(self, path: Path, writable: bool) -> int:
        """A descriptor of a file that is there."""
        return os.open(path, (os.O_RDWR if writable else os.O_RDONLY) | _BINARY)

    def create(self, path: Path, like: Path) -> int:
        """A descriptor of a new, empty file with the permissions of `like`, if that is there."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        if sys.platform != "win32":
            with contextlib.suppress(FileNotFoundError):
                os.fchmod(descriptor, like.stat().st_mode & 0o777)
        return descriptor

    def ftruncate(self, descriptor: int, size: int) -> None:
        """Cut a file to a size."""
        os.ftruncate(descriptor, size)

    def fsync(self, descriptor: int) -> None:
        """Bring a file's content and all that is known of it to the disk."""
        if sys.platform == "darwin":  # where fsync leaves it in the drive's own memory
            with contextlib.suppress(OSError):  # not every volume can
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Give a descriptor back."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give the file `source` the name `target`, whose old file is no more."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)

    if sys.platform == "win32":
        _seeking = threading.Lock()

        def pread(self, descriptor: int, size: int, offset: int) -> bytes:
            """At most `size` bytes from an offset; fewer only at the end of the file."""
            with self._seeking:
                os.lseek(descriptor, offset, os.SEEK_SET)
                return os.read(descriptor, size)

        def pwrite(self, descriptor: int, content: bytes, offset: int) -> int:
            """Write at an offset; how many bytes were written."""
            with self._seeking:
                os.lseek(descriptor, offset, os.SEEK_SET)
                return os.write(descriptor, content)

        def fdatasync(self, descriptor: int) -> None:
            """Bring a file's content to the disk, with as much of its size as reading it needs."""
            os.fsync(descriptor)

        def sync_folder(self, folder: Path) -> None:
            """Nothing: the system keeps names durable by itself and cannot open folders."""
    else:

        def pread(self, descriptor: int, size: int, offset: int) -> bytes:
            """At most `size` bytes from an offset; fewer only at the end of the file."""
            return os.pread(descriptor, size, offset)

        def pwrite(self, descriptor: int, content: bytes, offset: int) -> int:
            """Write at an offset; how many bytes were written."""
            return os.pwrite(descriptor, content, offset)

        def fdatasync(self, descriptor: int) -> None:
            """Bring a file's content to the disk, with as much of its size as reading it needs."""
            if sys.platform == "linux":
                os.fdatasync(descriptor)
            else:
                self.fsync(descriptor)

        def sync_folder(self, folder: Path) -> None:
            """Bring the names in a folder to the disk."""
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            except OSError as error:
                if error.errno != errno.EINVAL:  # a file system that knows no such thing
                    raise
            finally:
                os.close(descriptor)


_BINARY: Final[int] = getattr(os, "O_BINARY", 0)
REAL: Final[FileSystem] = RealFileSystem()


def regular(path: Path) -> Path:
    """A path, links resolved, at which there is a regular file or none: no device, no pipe.

    Raises:
        StoreError: there is something else, or the links lead nowhere.
    """
    try:
        path = path.resolve()
        mode = path.stat().st_mode
    except FileNotFoundError:
        return path
    except (OSError, RuntimeError) as error:  # for a loop, either, as the Python is
        if isinstance(error, OSError) and error.errno != errno.ELOOP:
            return path  # whoever opens it is told
        raise StoreError(f"{path} is a link that leads back to itself; remove it") from error
    if not stat.S_ISREG(mode):
        raise StoreError(f"{path} is no regular file, and cannot be a store; name another")
    return path


def write(files: FileSystem, descriptor: int, content: bytes, offset: int) -> None:
    """Write at an offset, in one call: a disk that takes but a part of it is full."""
    if files.pwrite(descriptor, content, offset) != len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@contextlib.contextmanager
def new_file(files: FileSystem, path: Path, like: Path) -> Iterator[int]:
    """A descriptor of a new file, whose content is on disk when the block ends well.

    The file is gone when the block raises.
    """
    try:
        descriptor = files.create(path, like)
        try:
            yield descriptor
            files.fsync(descriptor)
        finally:
            files.close(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            files.unlink(path)
        raise


def temporary_beside(path: Path) -> Path:
    """A name for what is to take the place of `path`; what was once left under one is removed."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.{'[0-9a-f]' * 8}.tmp"):
        with contextlib.suppress(OSError):
            _remove_unless_held(left)
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


if sys.platform == "win32":

    def _hold(descriptor: int) -> None:
        """Nothing: a file that is open cannot be removed."""

    def _remove_unless_held(path: Path) -> None:
        REAL.unlink(path)
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        """Tell others that the file is being written; a process that is killed no longer does."""
        with contextlib.suppress(OSError):  # not every file system can
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _remove_unless_held(path: Path) -> None:
        descriptor = REAL.open(path, writable=False)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            REAL.unlink(path)
        finally:
            REAL.close(descriptor)


@contextlib.contextmanager
def replacing(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A new file that takes the place of `path` when the block ends well, and is gone otherwise.

    The content, then the name, are on disk when the block is left.
    """
    path = path.resolve()
    with (
        new_file(REAL, temporary := temporary_beside(path), like=path) as descriptor,
        open(descriptor, "w", encoding=encoding, newline="\n", closefd=False) as file,
    ):
        _hold(descriptor)
        yield file
    try:
        REAL.replace(temporary, path)
    except OSError:
        REAL.unlink(temporary)
        raise
    REAL.sync_folder(path.parent)
