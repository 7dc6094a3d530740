"""Where each document of a TinyDB file stands, found by one pass over its lines.

The pass reads blocks, never maps the file: a file that another program cuts short gives an error
and not a crash, and no memory but the index is held.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from operator import add
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec

from store.durable_lines import (
    BETWEEN,
    FOOTER,
    HEADER,
    NEXT_TABLE,
    NO_TABLES,
    ROOM,
    Entry,
    NotAnEntry,
    entry_length,
    read_entry,
    read_line,
    table_name,
)

Read: TypeAlias = Callable[[int, int], bytes]
"""Reads so many bytes, at most, from this offset."""

BLOCK: Final = 1 << 18
_STRAY_TAB: Final = re.compile(rb'[^\n\t:,]\t|:\t(?!\{)|,\t(?!")|":\t\{[^\t\n]*\n')
"""A tab where none belongs, or one that promises a further entry where the line ends."""
_TOMBSTONES: Final = (b'": {}\n', b'":\t{},\t')


class NotLaidOut(ValueError):  # noqa: N818
    """A file that is not laid out as `durable_lines` says; it may be JSON all the same."""


class DamagedLine(ValueError):  # noqa: N818
    """A line that is no commit, and was not torn by a power cut, for others follow it."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Keys(NamedTuple):
    """The fields by which documents are grouped: first by `key`, then by `kind`."""

    key: str
    kind: str


class Group(NamedTuple):
    """The values of a document's two key fields."""

    key: str
    kind: str


class TableIndex:
    """Where the documents of a table stand, and which belong together."""

    def __init__(self, keys: Keys | None) -> None:
        self.places: dict[int, int] = {}
        """The offset of a document's entry in the file, by its id."""
        self.groups: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(_new_kinds)
        """Ids by the value of the key field, then of the kind field."""
        self.last_id = 0
        """The highest id that was ever used."""
        self.entries = 0
        """How many entries the file holds, those replaced and removed included."""
        self._keys = keys

    def apply(self, place: int, entry: Entry, before: Group | None) -> None:
        """Take in a later entry at an offset; `before` is the group of the one it replaces."""
        doc_id = entry.doc_id
        if entry.fields is None:
            self.places.pop(doc_id, None)
        else:
            self.places[doc_id] = place
        after = self.group_of(entry.fields)
        if before != after:
            self._move(doc_id, before, after)
        self.last_id = max(self.last_id, doc_id)
        self.entries += 1

    def group_at(self, doc_id: int, read: Read) -> Group | None:
        """The group that a document is in now; None, too, when there is none of this id.

        Raises:
            NotAnEntry: the file no longer holds what it held.
        """
        if self._keys is None or doc_id not in self.places:
            return None
        return self.group_of(read_entry(entry_at(read, self.places[doc_id])).fields)

    def group_of(self, fields: dict[str, Any] | None) -> Group | None:
        """The group of a document; None when it has no text, or an empty one, in the key field."""
        if self._keys is None or fields is None:
            return None
        key, kind = fields.get(self._keys.key), fields.get(self._keys.kind)
        if not isinstance(key, str) or not key:
            return None
        return Group(key, kind if isinstance(kind, str) else "")

    def _move(self, doc_id: int, before: Group | None, after: Group | None) -> None:
        if after:
            self.groups[after.key][after.kind].append(doc_id)
        if before:
            kinds = self.groups[before.key]
            kinds[before.kind].remove(doc_id)
            if not kinds[before.kind]:
                del kinds[before.kind]
            if not kinds:
                del self.groups[before.key]

    @property
    def replaced(self) -> int:
        """How many entries of the file no longer count."""
        return self.entries - len(self.places)


class Scanned(NamedTuple):
    """What a pass over the lines of a file found."""

    tables: dict[str, TableIndex]
    """In the order of the file: the last one can be appended to."""
    end: int
    """The offset after the last line."""
    room: int
    """How many tabs stand between the last line and the footer."""
    torn: int
    """How many bytes after `end` are no line and no footer; 0 when the file is whole."""


def scan(read: Read, keys: Keys | None) -> Scanned:
    """Find every document of a file, and whether its last line is whole.

    Raises:
        NotLaidOut: it does not begin as our files do.
        DamagedLine: a line is broken, and others follow it.
    """
    return _Scan(read, keys).result()


def entry_at(read: Read, place: int) -> bytes:
    """The entry that starts at an offset.

    Raises:
        NotAnEntry: none ends there.
    """
    size = 1024
    while True:
        text = read(size, place)
        length = entry_length(text)
        if length is not None:
            return text[:length]
        if len(text) < size:
            raise NotAnEntry
        size *= 8


def _new_kinds() -> defaultdict[str, list[int]]:
    return defaultdict(list)


class _Torn(Exception):  # noqa: N818
    """The line at this offset is not whole."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class _Scan:
    def __init__(self, read: Read, keys: Keys | None) -> None:
        self._read = read
        self._keys = keys
        self._decode = _decoder(keys)
        self._tables: dict[str, TableIndex] = {}

    def result(self) -> Scanned:
        start = self._read(BLOCK, 0)
        if start.strip() in (b"", NO_TABLES):
            return Scanned({}, end=0, room=0, torn=0)
        header = HEADER.match(start)
        if header is None:
            raise NotLaidOut
        self._begin(header)
        end = header.end()
        try:
            for block in self._blocks(end):
                self._add_block(block, end)
                end += len(block)
        except _Torn as torn:
            end = torn.offset
        return self._with_tail(end)

    def _blocks(self, offset: int) -> Iterator[bytes]:
        """Whole lines, some at a time."""
        size = BLOCK
        while block := self._read(size, offset):
            cut = block.rfind(b"\n") + 1
            if cut:
                yield block[:cut]
                offset, size = offset + cut, BLOCK
            elif len(block) < size:
                return
            else:
                size *= 2

    def _begin(self, header: re.Match[bytes]) -> None:
        self._table = self._tables[table_name(header)] = TableIndex(self._keys)

    def _add_block(self, block: bytes, offset: int) -> None:
        if self._add_plain_lines(block, offset):
            return
        start = 0
        for header in NEXT_TABLE.finditer(block):
            self._add_lines(block[start : header.start()], offset + start)
            self._begin(header)
            start = header.end()
        self._add_lines(block[start:], offset + start)

    def _add_lines(self, lines: bytes, offset: int) -> None:
        if lines and not self._add_plain_lines(lines, offset):
            self._add_any_lines(lines, offset)

    def _add_any_lines(self, lines: bytes, offset: int) -> None:
        for line in lines.split(b"\n")[:-1]:
            try:
                entries = read_line(line, first=not self._table.entries)
            except NotAnEntry:
                raise _Torn(offset) from None
            for place, entry in entries:
                before = self._table.group_at(entry.doc_id, self._read)
                self._table.apply(offset + place, entry, before)
            offset += len(line) + 1

    def _add_plain_lines(self, lines: bytes, offset: int) -> bool:
        """Take in lines by whole blocks, ten times as fast, if they hold nothing but new documents.

        Every byte is checked to be JSON, by the decoder. False when the lines need a closer look;
        then nothing was taken in.
        """
        first = not self._table.entries
        filled = b"\t" in lines
        body = lines.lstrip(b"\t") if filled and not first else lines
        if not body.startswith(b'"' if first else b",") or not lines.isascii():
            return False
        # A separator is as long as a newline and a comma: so every entry gets its own line.
        entries = (lines.replace(BETWEEN + b'"', b'\n,"') if filled else lines).split(b"\n")[:-1]
        if filled and _STRAY_TAB.search(lines):
            return False
        # To look for a tombstone takes long: so first, whether a line is as short as one.
        if (filled or min(map(len, entries)) < 32) and any(map(lines.__contains__, _TOMBSTONES)):
            return False
        try:
            documents = self._decode(b"{%b}" % body.removeprefix(b","))
        except (msgspec.DecodeError, RecursionError):
            return False
        known = self._table.places.keys()
        if len(documents) != len(entries) or not known.isdisjoint(documents):
            return False
        self._enter(documents, _places(entries, offset, first, filled))
        return True

    def _enter(self, documents: dict[int, Any], places: Iterable[int]) -> None:
        table = self._table
        table.places.update(zip(documents, places, strict=True))
        table.last_id = max(table.last_id, max(documents))
        table.entries += len(documents)
        if self._keys is not None:
            groups = table.groups
            for doc_id, document in documents.items():
                if document.key:
                    groups[document.key][document.kind].append(doc_id)

    def _with_tail(self, end: int) -> Scanned:
        rest = b"".join(self._all_from(end))
        if room := ROOM.fullmatch(rest):
            return Scanned(self._tables, end, room=len(room[1]), torn=0)
        edited = _is_edited(rest, first=not self._table.entries)
        # Whatever a power cut leaves of one commit is no line: a line after it is another commit's.
        if edited or any(_is_line(line) for line in rest.split(b"\n")[1:-1]):
            raise DamagedLine(self._line_number(end))
        return Scanned(self._tables, end, room=0, torn=max(len(rest), 1))

    def _all_from(self, offset: int) -> Iterator[bytes]:
        while block := self._read(BLOCK, offset):
            yield block
            offset += len(block)

    def _line_number(self, offset: int) -> int:
        lines, at = 1, 0
        while at < offset:
            block = self._read(min(BLOCK, offset - at), at)
            lines += block.count(b"\n")
            at += len(block)
        return lines


def _places(entries: list[bytes], offset: int, first: bool, filled: bool) -> Iterable[int]:
    """The offset of each entry after its comma, where `entries` stand in lines from `offset`."""
    lengths = accumulate(map(len, entries), initial=offset + 1)
    places = list(map(add, lengths, range(len(entries))))  # each line has its newline too
    if first:
        places[0] = offset
    if filled:
        tabs = (len(entry) - len(entry.lstrip(b"\t")) for entry in entries)
        places = list(map(add, places, tabs))
    return places


def _decoder(keys: Keys | None) -> Callable[[bytes], dict[int, Any]]:
    """A decoder of documents that keeps but their key fields."""
    fields = {} if keys is None else {"key": keys.key, "kind": keys.kind}
    keyed = msgspec.defstruct(
        "Keyed", [(name, str, "") for name in fields], rename=fields, gc=False
    )
    return msgspec.json.Decoder(dict[int, keyed]).decode  # type: ignore[valid-type]


def _is_edited(rest: bytes, first: bool) -> bool:
    """Whether what follows our last line is JSON of another layout, as by hand, and not torn.

    What is torn holds the tabs of the room, or of a commit.
    """
    if b"\t" in rest.removesuffix(FOOTER).strip(b"\t"):
        return False
    try:
        json.loads((b'{"": {' if first else b'{"": {"0": {}') + rest)
    except (ValueError, RecursionError):
        return False
    return True


def _is_line(line: bytes) -> bool:
    if NEXT_TABLE.fullmatch(line + b"\n"):
        return True
    try:
        return bool(read_line(line, first=False))
    except NotAnEntry:
        return False
