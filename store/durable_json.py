"""The TinyDB file on disk: replaced whole at each write, so a reader sees the old or the new.

It is laid out one document a line, in ASCII: line-based tools and version control can read it,
and stock TinyDB opens it whatever the locale's encoding.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import platform
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO, TypeAlias

from filelock import FileLock, Timeout
from tinydb.storages import Storage
from tinydb.table import Document, Table

Tables: TypeAlias = dict[str, dict[str, Any]]


class StoreError(Exception):
    """A store that cannot be read or written: what happened, where, and what to do."""


class StoreLockedError(StoreError):
    """Another process is writing to the store."""


class StoreReadOnlyError(StoreError):
    """The store, or the folder it is in, may not be written."""


class DurableJSONStorage(Storage):
    """TinyDB storage whose file is at every moment one that stock `TinyDB(path)` opens.

    Holds a lock beside the file while it is open for writing; the kernel frees it when the
    process dies.
    """

    def __init__(self, path: Path, writable: bool = True) -> None:
        """Open the file at `path`, which need not be there yet.

        Raises:
            StoreLockedError: another process holds it.
            StoreReadOnlyError: it may not be written.
            StoreError: it is not a TinyDB file, or it cannot be read.
        """
        self.path = path.resolve()
        self._lock = FileLock(f"{self.path}.lock", preserve_lock_file=False)
        if writable:
            self._acquire()
        try:
            self._tables = _load(self.path)
            self._as_left = _state(self.path)
        except StoreError:
            self.close()
            raise

    def read(self) -> Tables | None:
        """The tables as last written; TinyDB may change the dict it gets."""
        return dict(self._tables) if self._tables is not None else None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the file's content by `data`, on disk when this returns.

        Raises:
            StoreError: it could not be written; the file is as it was.
        """
        if not self._lock.is_locked:
            raise StoreError(f"{self.path} is open for reading only")
        if _state(self.path) != self._as_left:
            raise StoreError(
                f"{self.path} was changed by another program since it was opened here; nothing "
                "was written over it. Quit, and open it again"
            )
        try:
            with replacing(self.path, "ascii") as file:
                file.writelines(_lines(data))
        except OSError as error:
            raise StoreError(
                f"{self.path} could not be written: {error.strerror or error}; "
                "nothing was changed in it. Free the disk or mend its permissions, then try again"
            ) from error
        self._as_left = _state(self.path)
        self._tables = {name: dict(table) for name, table in data.items()}

    def close(self) -> None:
        """Let others write."""
        self._lock.release()

    def _acquire(self) -> None:
        holder = Path(self._lock.lock_file)
        try:
            if self.path.exists() and not os.access(self.path, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            self._lock.acquire(timeout=0)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            who = f"{getpass.getuser()} on {platform.node()}, process {os.getpid()}, since {now}"
            holder.write_text(who, encoding="utf-8")
        except Timeout:
            try:
                who = holder.read_text(encoding="utf-8", errors="replace").strip() or "a program"
            except OSError:
                who = "a program"
            raise StoreLockedError(
                f"{self.path} is in use by {who}; close that one, name another store "
                "with --store FILE, or look at this one with --read-only"
            ) from None
        except OSError as error:
            raise StoreReadOnlyError(
                f"{self.path} cannot be written: {error.strerror or error}; name a store "
                "elsewhere with --store FILE, or look at this one with --read-only"
            ) from error


class DurableTable(Table):
    """A TinyDB table that makes a group of changes in one write."""

    default_query_cache_capacity = 0

    def commit(self, put: Mapping[int, Mapping[str, Any]], removed: Collection[int]) -> None:
        """Put these documents, by id, and remove those: all of it or, when it raises, none."""

        def updater(table: dict[int, Mapping[str, Any]]) -> None:
            for doc_id in removed:
                del table[doc_id]
            table.update({doc_id: Document(fields, doc_id) for doc_id, fields in put.items()})

        self._update_table(updater)


@contextlib.contextmanager
def replacing(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A new file that takes the place of `path` when the block ends well, and is gone otherwise.

    The content, then the name, are on disk when the block is left.
    """
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "w", encoding=encoding, newline="\n") as file:  # noqa: PTH123
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
        os.replace(name, path)  # noqa: PTH105
        _sync_folder(path.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _state(path: Path) -> tuple[int, int, int] | None:
    """What tells whether a file is still the one we left: its inode, size and time."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps names durable by itself and cannot open folders
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _lines(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    between_tables = "{"
    for name, table in tables.items():
        yield f"{between_tables}{json.dumps(name)}: {{\n"
        comma = ""
        for doc_id, document in table.items():
            yield f"{comma}{json.dumps(str(doc_id))}: {json.dumps(document)}\n"
            comma = ","
        between_tables = "},\n"
    yield "}}\n" if tables else "{}\n"


def _load(path: Path) -> Tables | None:
    try:
        content = path.read_text(encoding="utf-8-sig")
        tables = json.loads(content) if content.strip() else None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise StoreError(f"{path} is not a TinyDB file: it is not UTF-8 text") from error
    except (json.JSONDecodeError, RecursionError) as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise StoreError(
            f"{path}{where} is not a TinyDB file: {error}; "
            "it was left as it is. Name another store with --store FILE"
        ) from error
    if tables is not None and not _is_tables(tables):
        raise StoreError(
            f"{path} is not a TinyDB file: it holds JSON, but not tables of numbered documents; "
            "it was left as it is. Name another store with --store FILE"
        )
    return tables


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict)
        and all(key.isdecimal() and isinstance(item, dict) for key, item in table.items())
        for table in value.values()
    )
