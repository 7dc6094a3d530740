"""Saving what is sound in a damaged TinyDB file, of our layout or any other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final, NamedTuple

from store.durable_lines import Entry, encoded, laid_out
from store.errors import StoreError
from store.file_system import replacing

_DOCUMENT: Final = re.compile(r'"(-?[0-9]+)":\s*(?=\{)')
_TABLE: Final = re.compile(r'("(?:[^"\\\n]|\\.)*"):\s*\{\s*(?="-?[0-9]+":|\})')
_START: Final = re.compile(f"{_DOCUMENT.pattern}|{_TABLE.pattern}")
_NEXT_ENTRY: Final = re.compile(r'\n|,\t(?=")')
_BETWEEN: Final = re.compile(r"[\s,{}]*")
_OURS: Final = re.compile(r'^\t*,"-?[0-9]+":', re.MULTILINE)
_NO_UTF_8: Final = re.compile("[\udc80-\udcff]")


class Loss(NamedTuple):
    """Something that could not be saved."""

    line: int
    """Its line in the damaged file."""
    table: str
    doc_id: int | None
    """The document's id, if that could be read."""
    older: bool
    """Whether an older version of the document stands in the new file."""

    def __str__(self) -> str:
        """The loss in a sentence."""
        if self.doc_id is None:
            return f"line {self.line}: something unreadable in {self.table}"
        what = ": its last version is lost, an older one was saved" if self.older else " is lost"
        return f"line {self.line}: document {self.doc_id} of {self.table}{what}"


class Repaired(NamedTuple):
    """What a repair did."""

    saved: int
    """How many documents stand in the new file."""
    lost: list[Loss]


def repair(path: Path, output: Path) -> Repaired:
    """Save every sound document of `path` into a new file; `path` is only read.

    Raises:
        StoreError: `path` cannot be read, or `output` is there already or cannot be written.
    """
    if output.exists():
        raise StoreError(f"{output} is there already; name a file that is not")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}") from error
    # Bytes that are no text become half characters, by which they are known below.
    salvage = _Salvage(content.decode("utf-8-sig", errors="surrogateescape"))
    salvage.run()
    tables = [
        (name, [encoded(Entry(doc_id, fields)) for doc_id, fields in sorted(table.items())])
        for name, table in salvage.tables.items()
    ]
    try:
        with replacing(output, "ascii") as file:
            file.writelines(line.decode("ascii") for line in laid_out(tables))
    except OSError as error:
        raise StoreError(f"{output} cannot be written: {error.strerror or error}") from error
    return Repaired(sum(map(len, salvage.tables.values())), salvage.losses())


class _Salvage:
    """A walk over a damaged file, from one thing that begins like a document to the next."""

    def __init__(self, text: str) -> None:
        self.tables: dict[str, dict[int, dict[str, Any]]] = {}
        self._text = text
        self._table = "_default"
        self._ours = bool(_OURS.search(text))
        self._lost: dict[tuple[str, int | str], Loss] = {}
        """By table, and by id or, where that is unknown, line."""
        self._counted = 0, 1
        """An offset, and the number of its line."""

    def run(self) -> None:
        at = 0
        while start := _START.search(self._text, at):
            self._skip(at, start.start())
            at = start.end() if start[1] is None else self._document(start)
            if start[1] is None:
                self._begin(start)
        self._skip(at, len(self._text))

    def losses(self) -> list[Loss]:
        """What is lost, but for documents that a later line holds."""
        return [
            loss._replace(older=loss.doc_id in self.tables.get(loss.table, {}))
            for loss in self._lost.values()
        ]

    def _begin(self, start: re.Match[str]) -> None:
        try:
            self._table = json.loads(start[2])
        except ValueError:
            self._lose(start.start(), None)
        self.tables.setdefault(self._table, {})

    def _document(self, start: re.Match[str]) -> int:
        """Take in a document; where to go on."""
        doc_id = int(start[1])
        try:
            fields, end = json.JSONDecoder().raw_decode(self._text, start.end())
            if _NO_UTF_8.search(self._text, start.end(), end):
                raise ValueError
        except (ValueError, RecursionError):
            self._lose(start.start(), doc_id)
            following = _NEXT_ENTRY.search(self._text, start.end()) if self._ours else None
            return following.start() if following else start.end()
        # A later version that is sound makes up for one that was lost.
        self._lost.pop((self._table, doc_id), None)
        table = self.tables.setdefault(self._table, {})
        table.pop(doc_id, None)
        if fields or not self._ours or self._text[start.end() : end] != "{}":
            table[doc_id] = fields
        return end

    def _skip(self, start: int, end: int) -> None:
        """Go over what stands between two documents, which should be commas and braces."""
        if not _BETWEEN.fullmatch(self._text, start, end):
            last = next(reversed(self._lost.values()), None)
            if last is None or last.line != self._line(start):
                self._lose(start, None)

    def _lose(self, offset: int, doc_id: int | None) -> None:
        line = self._line(offset)
        key = self._table, f"line {line}" if doc_id is None else doc_id
        self._lost[key] = Loss(line, self._table, doc_id, older=False)

    def _line(self, offset: int) -> int:
        at, line = self._counted
        if offset < at:
            at, line = 0, 1
        self._counted = offset, line + self._text.count("\n", at, offset)
        return self._counted[1]
