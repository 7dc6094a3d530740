"""TinyDB files of another layout: by stock TinyDB, by an editor, by a formatter."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from store.durable_lines import Entry, encoded, laid_out

Tables: TypeAlias = Mapping[str, Mapping[Any, Mapping[str, Any]]]
"""Tables by name, of documents by id, as numbers or as text."""


def laid_out_anew(content: bytes, tombstones: bool) -> bytes:
    """The content of a TinyDB file in our layout.

    `tombstones` says that the file once was ours, where an empty document is a removed one.

    Raises:
        ValueError: it is not JSON, or not of TinyDB; the message says where or why.
    """
    return b"".join(laid_out(encoded_tables(read_tables(content), tombstones)))


def read_tables(content: bytes) -> dict[str, dict[str, dict[str, Any]]]:
    """The tables of a TinyDB file of any layout.

    Raises:
        ValueError: it is not JSON, or not of TinyDB; the message says where or why.
    """
    try:
        tables = json.loads(content.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError(str(error)) from error
    if not _is_tables(tables):
        raise ValueError("it holds JSON, but not tables of numbered documents")
    return tables  # type: ignore[no-any-return]


def encoded_tables(
    tables: Tables, tombstones: bool = False
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The entries of tables; with `tombstones`, an empty document is a removed one."""
    for name, table in tables.items():
        entries = (Entry(int(doc_id), dict(fields)) for doc_id, fields in table.items())
        if tombstones:
            entries = (Entry(doc_id, fields or None) for doc_id, fields in entries)
        yield name, map(encoded, entries)


def _is_tables(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(table, dict)
        and all(_is_id(key) and isinstance(item, dict) for key, item in table.items())
        for table in value.values()
    )


def _is_id(key: str) -> bool:
    return key.isascii() and key.removeprefix("-").isdecimal()
