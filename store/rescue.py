"""Rescuing, after a write that failed, what is on disk and what is not into a new store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from store.commits import Commit
from store.documents import Document
from store.durable_json import DurableJSONStorage, DurableTable
from store.errors import StoreError


def rescue(
    table: DurableTable, known: Mapping[int, Document], refused: Iterable[Commit], path: Path
) -> int:
    """Write a table, with the commits that were refused, to a new store at `path`.

    What cannot be read from the table any more is taken from what is `known`. Returns how many
    documents could not be saved.

    Raises:
        StoreError: there is a file at `path` already, or it cannot be written.
    """
    if path.exists():
        raise StoreError(f"{path} is there already; name a file that is not")
    documents: dict[int, Document] = {}
    unread: set[int] = set()
    for doc_id in table.ids:
        try:
            documents[doc_id] = table.document(doc_id)
        except StoreError:
            unread.add(doc_id)
    documents.update(known)
    for commit in refused:
        documents.update(commit.put)
        for doc_id in commit.removed:
            documents.pop(doc_id, None)
    with contextlib.closing(DurableJSONStorage(path)) as rescued:
        rescued.write({table.name: documents})
    return len(unread - documents.keys())
