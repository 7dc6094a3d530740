"""The layout of the TinyDB file: one JSON object, one commit a line.

    {"annotations": {
    "1": {"type": "quote", …}
    ,"2":⇥{…},⇥"3": {…}
    ,"2": {}
    ⇥⇥⇥⇥⇥⇥⇥}}

A line holds the documents of one commit, each an entry, and ends in a newline that is written with
it. The comma that JSON wants between two lines leads the second one, so that nothing of a line is
ever written again. A tab after the colon says that more entries of this commit follow: so a part
of a commit is never taken for all of it, wherever it was torn. A later entry replaces an earlier
one of the same id, as in Python's `json`; `{}` says that the document was removed. Tabs fill the
room that the next lines will take: JSON allows them between its tokens and nowhere else, so the
rest of a line that was torn in mid-write cannot be taken for its end. Everything is ASCII.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

BETWEEN: Final = b",\t"
"""Between two entries of a line."""

FOOTER: Final = b"}}"
NO_TABLES: Final = b"{}"
TOMBSTONE: Final = b"{}"
EMPTY: Final = b"{ }"
"""A document without fields, as against one that was removed."""

HEADER: Final = re.compile(rb'\{("(?:[^"\\\n]|\\.)*"): \{\n')
NEXT_TABLE: Final = re.compile(rb'^\},("(?:[^"\\\n]|\\.)*"): \{\n', re.MULTILINE)
ROOM: Final = re.compile(rb"(\t*)\}\}[\r\n]*")
_ENTRY: Final = re.compile(rb'"(-?[0-9]+)":([\t ])(\{[^\t\n]*\})')
_ENTRY_END: Final = re.compile(rb",\t|\n")


class NotAnEntry(ValueError):  # noqa: N818
    """Bytes that are no document of a table."""


class Entry(NamedTuple):
    """A document as a line holds it: None when it was removed."""

    doc_id: int
    fields: dict[str, Any] | None


def encoded(entry: Entry, more: bool = False) -> bytes:
    """An entry as text; `more` says that others of its commit follow.

    Raises:
        TypeError, ValueError: a value has no form in JSON.
    """
    doc_id, fields = entry
    value = json.dumps(fields).encode("ascii") if fields else EMPTY
    if fields is None:
        value = TOMBSTONE
    return b'"%d":%b%b' % (doc_id, b"\t" if more else b" ", value)


def line_of(texts: Sequence[bytes], first: bool) -> bytes:
    """The line of a commit; the first one of a table has no comma."""
    return (b"" if first else b",") + BETWEEN.join(texts) + b"\n"


def alone(text: bytes) -> bytes:
    """The text of an entry as it stands in a line of its own."""
    return text.replace(b":\t", b": ", 1)


def read_entry(text: bytes, more: bool | None = None) -> Entry:
    """The entry in a text; `more`, if given, says whether others of its commit must follow.

    Raises:
        NotAnEntry: it is torn, or something else.
    """
    match = _ENTRY.fullmatch(text)
    if match is None or more not in (None, match[2] == b"\t"):
        raise NotAnEntry
    value = match[3]
    try:
        fields = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise NotAnEntry from error
    return Entry(int(match[1]), None if value == TOMBSTONE else fields)


def read_line(line: bytes, first: bool) -> list[tuple[int, Entry]]:
    """The entries of a line, without its newline, each with its offset in the line.

    `first` says that it is the first of its table, the only one without a comma.

    Raises:
        NotAnEntry: one of them is torn; then the line holds nothing.
    """
    entries = line if first else line.lstrip(b"\t")
    if not first:
        if not entries.startswith(b","):
            raise NotAnEntry
        entries = entries[1:]
    offset = len(line) - len(entries)
    texts = entries.split(BETWEEN)
    found = []
    for number, text in enumerate(texts, 1):
        found.append((offset, read_entry(text, more=number < len(texts))))
        offset += len(text) + len(BETWEEN)
    return found


def entry_length(text: bytes) -> int | None:
    """How long the entry is that `text` starts with, None when it does not end in it."""
    end = _ENTRY_END.search(text)
    return end.start() if end else None


def table_name(match: re.Match[bytes]) -> str:
    """The name in a match of HEADER or NEXT_TABLE."""
    return str(json.loads(match[1]))


def laid_out(tables: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """A whole file: tables by name, each of entries, one a line."""
    before = b"{"
    for name, entries in tables:
        yield b"%b%b: {\n" % (before, json.dumps(name).encode("ascii"))
        comma = b""
        for entry in entries:
            yield b"%b%b\n" % (comma, entry)
            comma = b","
        before = b"},"
    yield FOOTER if before == b"}," else NO_TABLES
