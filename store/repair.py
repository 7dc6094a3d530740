"""Saving what is sound in a damaged TinyDB file, of our layout or any other."""

from __future__ import annotations

import contextlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any, Final, NamedTuple

from store.durable_lines import laid_out
from store.errors import StoreError
from store.file_system import regular, replacing
from store.other_layouts import Tables, encoded_tables, read_tables

UNNAMED: Final = "annotations"
"""The name that a table gets whose own cannot be read: that of the one which onrecord uses."""

_DOCUMENT: Final = re.compile(r'"(-?[0-9]+)":\s*(?=\{)')
_FIRST: Final = r'(?=\s*"-?[0-9]+":|\s*\}|\s*\Z)'
_TABLE: Final = re.compile(r'("(?:[^"\\\n]|\\.)*"):\s*\{' + _FIRST)
_BARE_TABLE: Final = re.compile(r'(?!"-?[0-9]+")("(?:[^"\\\n]|\\.)*")\s*:?\s*\{?' + _FIRST)
_START: Final = re.compile(f"{_DOCUMENT.pattern}|{_TABLE.pattern}")
_FIRST_OF_TABLE: Final = re.compile(r'[\s{}]*"-?[0-9]+":')
_MORE: Final = re.compile(r'[\s,{}]*"-?[0-9]+":\t')
"""An entry that others of its commit must follow in its line."""
_FOOTER: Final = re.compile(r"[\n\t}]\}\}\s*\Z")
_BETWEEN: Final = re.compile(r"[\s,{}]*")
_AFTER: Final = re.compile(r'\s*(?:\}|,?\s*(?:\Z|"-?[0-9]+":))')
"""What may stand after a document: an end, or the next one."""
_OURS: Final = re.compile(r'^(?:\t*,"-?[0-9]+":|\},"(?:[^"\\\n]|\\.)*": \{$)', re.MULTILINE)
_END_OF_ENTRY: Final = re.compile(r"\n|,\t")
_NO_UTF_8: Final = re.compile("[\udc80-\udcff]")
_MOST: Final = 1000
"""Ids that are missing in a gap and are named; of more, some id beside the gap is wrong."""


class Loss(NamedTuple):
    """Something that could not be saved."""

    line: int
    """Its line in the damaged file."""
    what: str
    """What it is, in words."""
    doc_id: int | None = None
    """The document's id, if that is known."""

    def __str__(self) -> str:
        """The loss in a sentence."""
        return f"line {self.line}: {self.what}"


class Repaired(NamedTuple):
    """What a repair did."""

    saved: int
    """How many documents stand in the new file."""
    lost: list[Loss]
    """At least what is lost: whole lines may be gone of which nothing tells."""


def repair(path: Path, output: Path) -> Repaired:
    """Save every sound document of `path` into a new file; `path` is only read.

    Raises:
        StoreError: `path` cannot be read, or `output` is there already or cannot be written.
    """
    if output.exists():
        raise StoreError(f"{output} is there already; name a file that is not")
    try:
        content = regular(path).read_bytes()
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}") from error
    tables, lost = _saved(content)
    try:
        with replacing(output, "ascii") as file:
            file.writelines(line.decode("ascii") for line in laid_out(encoded_tables(tables)))
    except OSError as error:
        raise StoreError(f"{output} cannot be written: {error.strerror or error}") from error
    return Repaired(sum(map(len, tables.values())), lost)


def _saved(content: bytes) -> tuple[Tables, list[Loss]]:
    # Bytes that are no text become half characters, by which they are known below.
    text = content.decode("utf-8-sig", errors="surrogateescape")
    if not _OURS.search(text):
        with contextlib.suppress(ValueError):
            return _ordered(read_tables(content)), []
    salvage = _SalvageOfLines(text) if _OURS.search(text) else _Salvage(text)
    salvage.run()
    return _ordered(salvage.named()), salvage.losses()


def _ordered(tables: Tables) -> Tables:
    return {
        name: {int(key): table[key] for key in sorted(table, key=int)}
        for name, table in tables.items()
    }


class _Gap(NamedTuple):
    """Where something of a table was lost."""

    offset: int
    table: str | None
    after: int | None
    """The id of the document before it."""
    what: str


class _Salvage:
    """A walk over a damaged file, from one thing that begins like a document to the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tables: dict[str | None, dict[int, dict[str, Any]]] = {}
        self._table: str | None = None
        """The name of the table that is being read; None when it could not be read."""
        self._last: int | None = None
        """The id of the document before."""
        self._seen: set[tuple[str | None, int]] = set()
        self._lost: dict[tuple[str | None, int], int] = {}
        """The offset of each document that was lost."""
        self._gaps: list[_Gap] = []
        self._open_gap: _Gap | None = None
        self._missing: list[tuple[_Gap, range]] = []
        """Ids that may have stood in a gap."""
        self._newlines = [match.start() for match in re.finditer("\n", text)]

    def run(self) -> None:
        """Walk over all of it."""
        self._walk(self._text, 0)

    def named(self) -> dict[str, dict[int, dict[str, Any]]]:
        """The tables, each with a name."""
        return {self._name(name): table for name, table in self._tables.items()}

    def losses(self) -> list[Loss]:
        """What is lost, but for documents that a later line holds."""
        losses = [
            Loss(self._line(offset), self._told(table, doc_id), doc_id)
            for (table, doc_id), offset in self._lost.items()
        ]
        for gap, ids in self._missing:
            what = f"of {self._name(gap.table)} is missing: it is lost, or was removed before"
            losses += (
                Loss(self._line(gap.offset), f"document {doc_id} {what}", doc_id)
                for doc_id in ids
                if (gap.table, doc_id) not in self._seen
            )
        told = {loss.line for loss in losses}
        for gap in self._gaps:
            if (line := self._line(gap.offset)) not in told:
                told.add(line)
                losses.append(Loss(line, f"{gap.what} in {self._name(gap.table)}"))
        return sorted(losses, key=lambda loss: loss.line)

    def _told(self, table: str | None, doc_id: int) -> str:
        older = doc_id in self._tables.get(table, {})
        how = ": its last version is lost, an older one was saved" if older else " is lost"
        return f"document {doc_id} of {self._name(table)}{how}"

    def _name(self, table: str | None) -> str:
        if table is not None:
            return table
        names = chain((UNNAMED,), (f"{UNNAMED} {number}" for number in count(2)))
        return next(name for name in names if name not in self._tables)

    def _line(self, offset: int) -> int:
        return bisect_left(self._newlines, offset) + 1

    def _walk(self, piece: str, offset: int) -> None:
        """Go over a piece of the file, which stands at an offset."""
        at = 0
        while (at := _end_of(_BETWEEN, piece, at)) < len(piece):
            if document := _DOCUMENT.match(piece, at):
                at = self._document(piece, document, offset)
            elif (table := self._table_at(piece, at)) and _is_json(table[1]):
                self._begin(json.loads(table[1]))
                at = table.end()
            else:
                self._lose(offset + at)
                at = self._after_loss(piece, at + 1)

    def _table_at(self, piece: str, at: int) -> re.Match[str] | None:
        return _TABLE.match(piece, at)

    def _after_loss(self, piece: str, at: int) -> int:
        """Where to go on after something that cannot be read."""
        start = _START.search(piece, at)
        return start.start() if start else len(piece)

    def _begin(self, table: str | None) -> None:
        self._table, self._last, self._open_gap = table, None, None
        self._tables.setdefault(table, {})

    def _document(self, piece: str, start: re.Match[str], offset: int) -> int:
        """Take in a document; where to go on."""
        place, doc_id = offset + start.start(), int(start[1])
        if self._table is None and None not in self._tables:
            self._lose(self._open_gap.offset if self._open_gap else place, "the name of a table")
            self._begin(None)
        try:
            fields, end = json.JSONDecoder().raw_decode(piece, start.end())
            if not self._is_document(fields, piece, start.end(), end):
                raise ValueError
        except (ValueError, RecursionError):
            self._lose(place)
            self._meet(doc_id)
            self._lost[self._table, doc_id] = place
            return self._after_loss(piece, start.end())
        self._meet(doc_id)
        self._open_gap = None
        # A later version that is sound makes up for one that was lost.
        self._lost.pop((self._table, doc_id), None)
        table = self._tables.setdefault(self._table, {})
        table.pop(doc_id, None)
        if not self._is_tombstone(piece[start.end() : end]):
            table[doc_id] = fields
        return end

    def _is_document(self, fields: dict[str, Any], piece: str, start: int, end: int) -> bool:
        """Whether what was decoded is one document, whole, and not the rest of the table too."""
        return (
            not _NO_UTF_8.search(piece, start, end)
            and bool(_AFTER.match(piece, end))
            and not self._holds_others(fields)
        )

    def _holds_others(self, fields: dict[str, Any]) -> bool:
        value: Any = fields
        while isinstance(value, dict | list) and value:
            key, value = [*value.items()][-1] if isinstance(value, dict) else ("", value[-1])
            if re.fullmatch("-?[0-9]+", key) and isinstance(value, dict):
                return True
        return False

    def _is_tombstone(self, text: str) -> bool:
        return False

    def _meet(self, doc_id: int) -> None:
        """Know of a document, and of those that should stand between it and the one before."""
        gap = self._open_gap
        if gap and gap.after is not None:
            ids = range(gap.after + 1, doc_id)
            if 0 < len(ids) <= _MOST:
                self._missing.append((gap, ids))
        self._seen.add((self._table, doc_id))
        self._last = doc_id

    def _lose(self, offset: int, what: str = "something unreadable") -> None:
        gap = _Gap(offset, self._table, self._last, what)
        self._gaps.append(gap)
        self._open_gap = self._open_gap or gap


class _SalvageOfLines(_Salvage):
    """The same over a file of our layout, where nothing reaches beyond its entry in its line."""

    def run(self) -> None:
        """Walk over all of it, an entry at a time."""
        was_lost = promised = False
        for offset, piece in self._pieces():
            begins_line = self._text[offset - 1 : offset] != "\t"
            if begins_line and promised:
                self._lose(offset - 1, "the rest of a commit")
            if was_lost and begins_line and _FIRST_OF_TABLE.match(piece):
                self._begin(None)
            lost = len(self._gaps)
            if _BETWEEN.fullmatch(piece) and piece.strip() != "}}":
                self._lose(offset, "an empty line")
            self._walk(piece, offset)
            was_lost = len(self._gaps) > lost
            promised = bool(_MORE.match(piece))
        if not _FOOTER.search(self._text):
            self._lose(len(self._text.rstrip()), "the end of the file is missing, and what it held")

    def _pieces(self) -> Iterator[tuple[int, str]]:
        end = len(self._text.rstrip())
        start = 0
        for boundary in _END_OF_ENTRY.finditer(self._text, 0, end):
            yield start, self._text[start : boundary.start()]
            start = boundary.end()
        yield start, self._text[start:end]

    def _table_at(self, piece: str, at: int) -> re.Match[str] | None:
        return _BARE_TABLE.match(piece, at)

    def _after_loss(self, piece: str, at: int) -> int:
        return len(piece)

    def _holds_others(self, fields: dict[str, Any]) -> bool:
        return False

    def _is_tombstone(self, text: str) -> bool:
        return text == "{}"


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
