"""A disk that loses power: every state in which it may be found afterwards.

Written bytes are safe once they were synced, names once their folder was. Of what was written
since, each piece may be there, be missing, be torn or be garbage, whatever its order.
"""

import errno
import itertools
import os
from dataclasses import dataclass, field

from store.file_system import FileState

SECTORS = (512, 4096)
GARBAGE = (b"\0", b"\xff", b"\n", b'"},\t{\\')


@dataclass
class Inode:
    number: int
    durable: bytes = b""
    content: bytearray = field(default_factory=bytearray)
    unsynced: list = field(default_factory=list)
    """What was done since the last sync: (offset, bytes), or (size, None) for a cut."""
    changed: int = 0


def applied(content, change):
    offset, data = change
    if data is None:
        return content[:offset].ljust(offset, b"\0")
    content = content.ljust(offset, b"\0")
    return content[:offset] + data + content[offset + len(data) :]


class NoLock:
    def release(self):
        pass


NO_LOCK = NoLock()


class SimulatedDisk:
    """`without` names steps that are left out, as a careless programmer would.

    `fault` is the number of the call that fails, `error` how: an errno, or None for a write that
    stops half-way. `watch(disk)` is called after each step that changes what a power cut leaves.
    """

    holds_open_names = False

    def __init__(self, files=None, without=(), fault=None, error=errno.EIO):
        self._numbers = itertools.count(1)
        self.durable = {}
        for path, content in (files or {}).items():
            self.durable[path] = Inode(next(self._numbers), content, bytearray(content))
        self.names = dict(self.durable)
        self.renames = []
        """What was done to names since the folder was synced: (path, inode or None)."""
        self.without = without
        self.fault, self.error = fault, error
        self.killed = False
        """Whether the process is no more, that called: a test sets it."""
        self.calls = []
        self.watch = lambda disk: None
        self._open = {}

    # The file system

    def lock(self, path):
        return NO_LOCK

    def state(self, path):
        inode = self.names.get(path)
        return inode and FileState(inode.number, len(inode.content), inode.changed)

    def open(self, path, writable):
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        return self._descriptor(self.names[path])

    def create(self, path, like):
        self._step("create")
        inode = Inode(next(self._numbers))
        self._name((path, inode))
        return self._descriptor(inode)

    def pread(self, descriptor, size, offset):
        return bytes(self._open[descriptor].content[offset : offset + size])

    def pwrite(self, descriptor, content, offset):
        content = bytes(content)
        try:
            self._step("pwrite", len(content))
        except InterruptedError:
            content = content[: len(content) // 2]
        self._change(descriptor, (offset, content))
        return len(content)

    def ftruncate(self, descriptor, size):
        self._step("ftruncate")
        self._change(descriptor, (size, None))

    def fdatasync(self, descriptor):
        self._sync(descriptor, "fdatasync")

    def fsync(self, descriptor):
        self._sync(descriptor, "fsync")

    def close(self, descriptor):
        del self._open[descriptor]

    def replace(self, source, target):
        self._step("replace")
        if "replace" in self.without:  # copied instead
            inode = self.names[target] if target in self.names else Inode(next(self._numbers))
            self.names[target] = inode
            self.renames.append((target, inode))
            for change in ((0, None), (0, bytes(self.names[source].content))):
                inode.content = bytearray(applied(bytes(inode.content), change))
                inode.unsynced.append(change)
                self.watch(self)
            return
        inode = self.names.pop(source)
        self.names[target] = inode
        self.renames.append((source, None, target, inode))
        self.watch(self)

    def sync_folder(self, folder):
        self._step("sync_folder")
        if "sync_folder" in self.without:
            return
        for rename in self.renames:
            self._rename(self.durable, rename)
        self.renames.clear()
        self.watch(self)

    def unlink(self, path):
        if path in self.names:
            self._name((path, None))

    # How it is done

    def _step(self, name, size=0):
        if self.killed:
            raise KeyboardInterrupt
        self.calls.append((name, size))
        if len(self.calls) == self.fault:
            if self.error is None:
                if name == "pwrite":
                    raise InterruptedError
                return
            raise OSError(self.error, os.strerror(self.error))

    def _descriptor(self, inode):
        descriptor = next(self._numbers)
        self._open[descriptor] = inode
        return descriptor

    def _change(self, descriptor, change):
        inode = self._open[descriptor]
        inode.content = bytearray(applied(bytes(inode.content), change))
        inode.unsynced.append(change)
        inode.changed += 1
        self.watch(self)

    def _sync(self, descriptor, name):
        inode = self._open[descriptor]
        try:
            self._step(name)
        except OSError:
            inode.unsynced.clear()  # the kernel calls these pages clean and writes them no more
            raise
        if name in self.without:
            return
        for change in inode.unsynced:
            inode.durable = applied(inode.durable, change)
        inode.unsynced.clear()
        self.watch(self)

    def _name(self, rename):
        self._rename(self.names, rename)
        self.renames.append(rename)

    @staticmethod
    def _rename(names, rename):
        for path, inode in zip(rename[::2], rename[1::2], strict=True):
            if inode is None:
                names.pop(path, None)
            else:
                names[path] = inode

    # What a power cut, or the death of the process, leaves

    def content(self, path):
        return bytes(self.names[path].content)

    def without_power(self, path, random, most=None):
        """The contents that a file may be found with, and None if it may not be there.

        At most so many of them, taken at random.
        """
        found = {}
        for count in range(len(self.renames) + 1):
            for renames in itertools.combinations(self.renames, count):
                names = dict(self.durable)
                for rename in renames:
                    self._rename(names, rename)
                inode = names.get(path)
                found.update(dict.fromkeys([None] if inode is None else states_of(inode, random)))
        return random.sample(list(found), min(len(found), most or len(found)))


def states_of(inode, random):
    """The contents that an inode may be found with after a power cut."""
    if len(inode.unsynced) <= 1:
        yield inode.durable
        for change in inode.unsynced:
            for torn in torn_changes(inode.durable, change, random):
                yield from torn
        return
    for _ in range(64):
        content = inode.durable
        for change in random.sample(inode.unsynced, len(inode.unsynced)):
            if random.random() < 0.7:
                content = random.choice(random.choice(list(torn_changes(content, change, random))))
        yield content
    content = inode.durable
    for change in inode.unsynced:
        content = applied(content, change)
        yield content


def torn_changes(content, change, random):
    """What a change may leave of some content: lists, by how it is torn."""
    offset, data = change
    if data is None:
        yield [content, applied(content, change)]
        return
    whole = applied(content, change)
    cuts = range(len(data)) if len(data) < 400 else sorted(random.sample(range(len(data)), 100))
    yield [applied(content, (offset, data[:cut])) for cut in cuts] + [whole]
    yield [applied(content, (offset + cut, data[cut:])) for cut in cuts]
    for sector in SECTORS:
        pieces = list(in_sectors(offset, data, sector))
        yield [with_pieces(content, kept) for kept in subsets(pieces, random)]
        # The size is on disk, but not all of the pieces.
        longer = content.ljust(len(whole), b"\0")
        yield [with_pieces(longer, kept) for kept in subsets(pieces, random)]
        yield [
            applied(whole, (start, (fill * len(piece))[: len(piece)]))
            for start, piece in (pieces if len(pieces) < 4 else random.sample(pieces, 4))
            for fill in (*GARBAGE, random.randbytes(len(piece)))
        ]


def in_sectors(offset, data, sector):
    end = offset + len(data)
    start = offset
    while start < end:
        stop = min(end, (start // sector + 1) * sector)
        yield start, data[start - offset : stop - offset]
        start = stop


def subsets(pieces, random):
    if len(pieces) <= 4:
        for count in range(len(pieces) + 1):
            yield from itertools.combinations(pieces, count)
    else:
        for _ in range(16):
            yield [piece for piece in pieces if random.random() < 0.5]


def with_pieces(content, pieces):
    for piece in pieces:
        content = applied(content, piece)
    return content
