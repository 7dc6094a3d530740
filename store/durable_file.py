"""The TinyDB file on disk: at every moment one that stock `TinyDB(path)` opens.

A commit is one line written over the room before the closing braces, and one sync of the file's
data; how the file is laid out is told in `durable_lines`. What cannot be appended (the first
commit to another table, a file laid out by another program) first rewrites the file: a new one is
made, synced, renamed over the old, and the folder is synced.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from store.durable_index import (
    BLOCK,
    Keys,
    Scanned,
    TableIndex,
    entry_at,
    scan,
)
from store.durable_lines import (
    BETWEEN,
    FOOTER,
    Entry,
    NotAnEntry,
    alone,
    encoded,
    laid_out,
    line_of,
    read_entry,
)
from store.durable_opening import opened
from store.errors import StoreDamagedError, StoreError, StoreReadOnlyError
from store.file_system import REAL, FileState, FileSystem, new_file, regular, write
from store.other_layouts import Tables, encoded_tables

LAST_IDS: Final = "_last_ids"
"""The table that remembers the highest ids of tables whose last document was removed."""

DISK_BLOCK: Final = 4096
"""What a disk writes whole, as a rule: a line that fits into one block is put into one."""

SMALL: Final = 1 << 22
"""Up to this size a file is put in order at each close: it takes some 0.05 s."""


class DurableFile:
    """A TinyDB file to append to. Holds a lock beside it while it is open for writing.

    One thread may commit while others read: no reader waits for the disk to sync.
    """

    def __init__(
        self,
        path: Path | str,
        writable: bool = True,
        keys: tuple[str, str] | None = None,
        file_system: FileSystem = REAL,
    ) -> None:
        """Open the file at `path`, which need not be there yet.

        `keys` are the two fields by which the tables group their documents. A last line that was
        torn, and so never acknowledged, is cut; `recovered` then says so.

        Raises:
            StoreLockedError: another process holds it.
            StoreReadOnlyError: it may not be written.
            StoreDamagedError: it is damaged, or no TinyDB file; it was left as it is.
            StoreError: it cannot be read.
        """
        self.path = regular(Path(path))
        self.recovered = ""
        """What was found and mended at opening, in a sentence; empty as a rule."""
        self.failed = ""
        """Why nothing more is written; empty while all is well."""
        self._files = file_system
        self._keys = None if keys is None else Keys(*keys)
        self._descriptor: int | None = None
        self._taken_over = b""
        self._settled = False
        self._writing = threading.Lock()
        self._reading = threading.RLock()
        self._tables: dict[str, TableIndex] = {}
        self._end = self._room = 0
        self._left: FileState | None = None
        """The state of the file when we last read or wrote it."""
        self._lock = file_system.lock(self.path) if writable else None
        self.writable = writable
        try:
            self._open()
        except BaseException:
            self._release()
            raise

    # Reading

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables, in the order of the file."""
        with self._reading:
            return tuple(self._tables)

    def index(self, name: str) -> TableIndex:
        """What is known of a table without reading it; hold `reading` while looking at it."""
        return self._tables.get(name) or TableIndex(self._keys)

    @property
    def reading(self) -> contextlib.AbstractContextManager[bool]:
        """Held while the index is looked at. A commit takes it for a moment, after its sync."""
        return self._reading

    def fields(self, name: str, doc_id: int) -> dict[str, Any]:
        """A document.

        Raises:
            KeyError: there is none of this id.
            StoreError: it cannot be read.
        """
        with self._reading:
            text = self._entry(self.index(name).places[doc_id])
        with self._explained("read"):
            entry = read_entry(text)
            if entry.doc_id != doc_id or entry.fields is None:
                raise NotAnEntry
            return entry.fields

    def _entry(self, place: int) -> bytes:
        with self._explained("read"):
            return entry_at(self._read, place)

    def _read(self, size: int, offset: int) -> bytes:
        if self._descriptor is None:
            return self._taken_over[offset : offset + size]
        return self._files.pread(self._descriptor, size, offset)

    # Writing

    def commit(
        self, name: str, put: Mapping[int, Mapping[str, Any]], removed: Collection[int]
    ) -> None:
        """Put documents into a table, by id, and remove others; on disk when this returns.

        The table is made if there is none of this name.

        Raises:
            TypeError, ValueError: a document has no form in JSON; nothing was done.
            StoreError: it could not be written; nothing is changed.
        """
        gone = dict.fromkeys(removed)
        entries = [Entry(doc_id, dict(put[doc_id])) for doc_id in put if doc_id not in gone]
        entries += [Entry(doc_id, None) for doc_id in gone]
        texts = [encoded(entry, more=entry is not entries[-1]) for entry in entries]
        with self._writing:
            self._check_writable()
            if not entries and name in self._tables:
                return
            if not self._appendable(name):
                with self._failing():
                    self._rewrite(self._kept_tables(last=name))
            if not entries:
                return
            index = self._tables[name]
            with self._explained("read"):
                before = [index.group_at(entry.doc_id, self._read) for entry in entries]
            with self._failing():
                place = self._append(texts, first=not index.entries)
                with self._reading:
                    for entry, text, group in zip(entries, texts, before, strict=True):
                        index.apply(place, entry, group)
                        place += len(text) + len(BETWEEN)

    def write(self, data: Tables) -> None:
        """Replace all tables; on disk when this returns. An empty table numbers from 1 again.

        Raises:
            TypeError, ValueError: a document has no form in JSON; nothing was done.
            StoreError: it could not be written; nothing is changed.
        """
        with self._writing:
            self._check_writable()
            with self._failing():
                last_ids = {name: self.index(name).last_id for name in data if data[name]}
                self._rewrite([*_last_ids(data, last_ids), *encoded_tables(data)])

    def close(self) -> None:
        """Put the file in order, when that is worth it, and let others write.

        Failing to is no error: everything is in the file as it is.
        """
        with self._writing:
            if self._worth_rewriting() and not self.failed:
                with contextlib.suppress(OSError, StoreError):
                    self._check_writable()
                    self._rewrite(self._kept_tables())
            self._release()

    def _appendable(self, name: str) -> bool:
        return self._descriptor is not None and name == next(reversed(self._tables), None)

    def _append(self, texts: Sequence[bytes], first: bool) -> int:
        """Write a line and sync it; the offset of its first entry."""
        assert self._descriptor is not None
        if not self._settled:
            # A writer that was killed may have left lines, or a name, that are not yet on disk.
            self._files.fdatasync(self._descriptor)
            self._files.sync_folder(self.path.parent)
            self._settled = True
        line = line_of(texts, first)
        start, room = self._end, self._room
        gap = -start % DISK_BLOCK
        if gap < len(line) <= DISK_BLOCK and not first:
            start, room = start + gap, room - gap
        if len(line) < room:
            content, room = line, room - len(line)
        else:
            start, room = self._end, min(max(self._end // 8, DISK_BLOCK), 16 * DISK_BLOCK)
            content = line + b"\t" * room + FOOTER
        try:
            write(self._files, self._descriptor, content, start)
            self._files.fdatasync(self._descriptor)
        except BaseException:
            self._withdraw()
            raise
        self._end, self._room = start + len(line), room
        self._left = self._files.state(self.path)
        return start if first else start + 1

    def _withdraw(self) -> None:
        """Take a refused line back, as far as the disk allows: it shall not reappear."""
        assert self._descriptor is not None
        with contextlib.suppress(OSError):
            self._files.ftruncate(self._descriptor, self._end)
            write(self._files, self._descriptor, b"\t" + FOOTER, self._end)

    def _rewrite(self, tables: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        temporary = self.path.with_name(f".{self.path.name}.new")
        with new_file(self._files, temporary, like=self.path) as descriptor:
            offset = 0
            for block in _in_blocks(laid_out(tables)):
                write(self._files, descriptor, block, offset)
                offset += len(block)
            # What takes the old file's place has been read.
            found = scan(partial(self._files.pread, descriptor), self._keys)
        with self._reading:
            self._swap(temporary)
            self._take(found)
        self._files.sync_folder(self.path.parent)
        self._settled = True

    def _swap(self, temporary: Path) -> None:
        """Give the new file its name and open it."""
        before = self._descriptor
        if before is not None and self._files.holds_open_names:
            self._files.close(before)
        try:
            self._files.replace(temporary, self.path)
        except OSError:
            self._files.unlink(temporary)
            if before is not None and self._files.holds_open_names:
                self._descriptor = self._files.open(self.path, writable=True)
            raise
        self._descriptor = self._files.open(self.path, writable=True)
        if before is not None and not self._files.holds_open_names:
            self._files.close(before)

    def _kept_tables(self, last: str | None = None) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The tables as they are, without what was replaced and removed, one of them last."""
        names = [name for name in self._tables if name != last]
        if last is not None:
            names.append(last)
        places = {name: self.index(name).places for name in names}
        yield from _last_ids(places, {name: self.index(name).last_id for name in names})
        for name, places_of in places.items():
            yield name, (alone(self._entry(places_of[doc_id])) for doc_id in sorted(places_of))

    def _worth_rewriting(self) -> bool:
        if not self.writable or self._descriptor is None:
            return False
        replaced = sum(index.replaced for index in self._tables.values())
        kept = sum(len(index.places) for index in self._tables.values())
        return self._room > 0 and (self._end < SMALL or replaced > kept // 4)

    # Opening, and what may go wrong

    def _open(self) -> None:
        with self._explained("read"):
            file = opened(self._files, self.path, self.writable, self._keys)
            if file:
                self._descriptor, self._taken_over = file.descriptor, file.taken_over
                self.recovered = file.recovered
                self._take(file.found)

    def _take(self, found: Scanned) -> None:
        self._tables = found.tables
        self._end, self._room = found.end, found.room
        for document in self._remembered_ids():
            index = self._tables.setdefault(document["table"], TableIndex(self._keys))
            index.last_id = max(index.last_id, document["last_id"])
        self._left = self._files.state(self.path)

    def _remembered_ids(self) -> list[dict[str, Any]]:
        index = self._tables.pop(LAST_IDS, None)
        places = index.places.values() if index else ()
        return [read_entry(self._entry(place)).fields or {} for place in places]

    def _check_writable(self) -> None:
        if not self.writable:
            raise StoreReadOnlyError(f"{self.path} is open for reading only")
        if self.failed:
            raise StoreError(self.failed)
        with self._explained("read"):
            state = self._files.state(self.path)
        if state != self._left:
            what = "is gone" if state is None else "was changed by another program"
            raise StoreError(
                f"{self.path} {what} since it was opened here; nothing was written over it. Quit, "
                "and open it again"
            )

    def _is_as_left(self) -> bool:
        with contextlib.suppress(OSError):
            return self._files.state(self.path) == self._left
        return False

    @contextlib.contextmanager
    def _failing(self) -> Iterator[None]:
        """Write. After a write or a sync has failed nothing is known of the disk: so nothing more
        is written until the store has been opened, and looked at, anew."""
        self.failed = f"Writing to {self.path} was interrupted; open the store again"
        try:
            yield
        except OSError as error:
            self.failed = (
                f"{self.path} could not be written: {error.strerror or error}. What was saved "
                "before is safe, this was not saved. Free the disk or mend its permissions, then "
                "open the store again"
            )
            raise StoreError(self.failed) from error
        except (TypeError, ValueError, RecursionError, StoreError):  # before a byte was written
            self.failed = ""
            raise
        self.failed = ""

    @contextlib.contextmanager
    def _explained(self, action: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or error
            raise StoreError(f"{self.path} cannot be {action}: {reason}") from error
        except NotAnEntry as error:
            if not self._is_as_left():
                raise StoreError(
                    f"{self.path} was changed by another program since it was opened here, and "
                    f"cannot be {action} as it was. Quit, and open it again"
                ) from error
            raise StoreDamagedError(
                f"{self.path} no longer holds what was written to it. Close it, and save what is "
                f"sound with: onrecord repair {self.path} -o NEW"
            ) from error

    def _release(self) -> None:
        self.writable = False
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                self._files.close(self._descriptor)
            self._descriptor = None
        if self._lock is not None:
            self._lock.release()


def _last_ids(
    tables: Mapping[str, Mapping[Any, Any]], last_ids: Mapping[str, int]
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The table of the ids that only a removed document had."""
    forgotten = [
        {"table": name, "last_id": last_id}
        for name, last_id in last_ids.items()
        if last_id > max(map(int, tables[name]), default=0)
    ]
    if forgotten:
        yield LAST_IDS, [encoded(Entry(*numbered)) for numbered in enumerate(forgotten, 1)]


def _in_blocks(lines: Iterable[bytes]) -> Iterator[bytes]:
    block: list[bytes] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size >= BLOCK:
            yield b"".join(block)
            block, size = [], 0
    yield b"".join(block)
