"""TinyDB over a durable file: a storage, and a table each change of which is one line.

    TinyDB.table_class = DurableTable
    TinyDB("annotations.json", storage=DurableJSONStorage)

Other tables work over this storage too, but write the whole file at each change.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store.durable_file import DurableFile
from store.errors import StoreDamagedError, StoreError, StoreLockedError, StoreReadOnlyError
from store.file_system import REAL, FileSystem, replacing

__all__ = [
    "DurableJSONStorage",
    "DurableTable",
    "StoreDamagedError",
    "StoreError",
    "StoreLockedError",
    "StoreReadOnlyError",
    "replacing",
]


class DurableJSONStorage(Storage):
    """TinyDB storage whose file is at every moment one that stock `TinyDB(path)` opens."""

    def __init__(
        self,
        path: Path | str,
        writable: bool = True,
        keys: tuple[str, str] | None = None,
        file_system: FileSystem = REAL,
    ) -> None:
        """Open the file at `path` as `DurableFile` does, which says what this raises."""
        self.file = DurableFile(path, writable, keys, file_system)

    @property
    def path(self) -> Path:
        """Where the file is, links resolved."""
        return self.file.path

    @property
    def recovered(self) -> str:
        """What was found and mended at opening, in a sentence; empty as a rule."""
        return self.file.recovered

    @property
    def failed(self) -> str:
        """Why nothing more is written; empty while all is well."""
        return self.file.failed

    def read(self) -> dict[str, Any] | None:
        """The tables, each a view that parses a document when it is asked for it."""
        tables = {name: DocumentsByText(self.file, name) for name in self.file.tables}
        return tables or None

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        """Replace all tables; on disk when this returns.

        Raises:
            StoreError: it could not be written; nothing is changed.
        """
        self.file.write(data)

    def close(self) -> None:
        """Put the file in order, when that is worth it, and let others write."""
        self.file.close()


class DurableTable(Table):
    """A TinyDB table that writes what changed, and finds documents by their key fields.

    Use it through `TinyDB` by setting `table_class`, or alone over a storage.
    """

    def __init__(
        self,
        storage: DurableJSONStorage,
        name: str,
        cache_size: int = Table.default_query_cache_capacity,
        persist_empty: bool = False,
    ) -> None:
        # Held while a query is answered, lest an answer from before a commit be kept after it.
        self._answering = threading.RLock()
        self._file = storage.file
        super().__init__(storage, name, cache_size, persist_empty)

    def commit(self, put: Mapping[int, Mapping[str, Any]], removed: Collection[int]) -> None:
        """Put these documents, by id, and remove those: all of it or, when it raises, none.

        One line, one write and one sync; on disk when this returns.

        Raises:
            TypeError, ValueError: a document has no form in JSON; nothing was done.
            StoreError: it could not be written; nothing is changed.
        """
        self._file.commit(self.name, put, removed)
        self.clear_cache()

    def document(self, doc_id: int) -> Document:
        """A document, read from the file.

        Raises:
            KeyError: there is none of this id.
            StoreError: it cannot be read.
        """
        return Document(self._file.fields(self.name, doc_id), doc_id)

    def ids_of(self, key: str, kind: str | None = None) -> tuple[int, ...]:
        """The ids of the documents with this key, and of this kind if one is named, ascending."""
        with self._file.reading:
            kinds: Mapping[str, list[int]] = self._file.index(self.name).groups.get(key, {})
            if kind is not None:
                return tuple(sorted(kinds.get(kind, ())))
            return tuple(sorted(doc_id for ids in kinds.values() for doc_id in ids))

    def ids_of_kind(self, kind: str) -> tuple[int, ...]:
        """The ids of the documents of a kind that have a key, ascending; looks at every key."""
        with self._file.reading:
            groups = self._file.index(self.name).groups
            return tuple(sorted(i for kinds in groups.values() for i in kinds.get(kind, ())))

    def counts_of(self, key: str) -> dict[str, int]:
        """How many documents of each kind have this key."""
        with self._file.reading:
            kinds: Mapping[str, list[int]] = self._file.index(self.name).groups.get(key, {})
            return {kind: len(ids) for kind, ids in kinds.items()}

    def values(self) -> tuple[str, ...]:
        """The values of the key field, each once, in no order."""
        with self._file.reading:
            return tuple(self._file.index(self.name).groups)

    def by_key(self) -> Iterator[tuple[str, list[tuple[int, Mapping[str, Any]]]]]:
        """All documents with their ids, by the key field, sorted; last, under "", those without."""
        others = set(self.ids)
        for key in sorted(self.values()):
            ids = self.ids_of(key)
            others.difference_update(ids)
            yield key, [(doc_id, self.document(doc_id)) for doc_id in ids]
        yield "", [(doc_id, self.document(doc_id)) for doc_id in sorted(others)]

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the documents."""
        return tuple(Documents(self._file, self.name))

    @property
    def last_id(self) -> int:
        """The highest id ever used, also by a document that was removed."""
        with self._file.reading:
            return self._file.index(self.name).last_id

    def search(self, cond: QueryLike) -> list[Document]:
        """The documents that match a query; parses all of them."""
        with self._answering:
            return super().search(cond)

    def clear_cache(self) -> None:
        """Forget the answers to the last queries."""
        with self._answering:
            super().clear_cache()

    def truncate(self) -> None:
        """Remove all documents, and what is known of their ids: numbering starts again at 1."""
        self._storage.write({**(self._storage.read() or {}), self.name: {}})
        self._next_id = None
        self.clear_cache()

    def _get_next_id(self) -> int:
        # TinyDB calls it once for each document of an insertion, before any is written.
        following: int = max(self._next_id or 0, self.last_id + 1)
        self._next_id = following + 1  # type: ignore[assignment]
        return following

    def _read_table(self) -> Mapping[str, Mapping[str, Any]]:  # type: ignore[override]
        return DocumentsByText(self._file, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        changes = _Changes(self._file, self.name)
        updater(changes)
        self.commit(changes.put, changes.removed)


class Documents(Mapping[int, dict[str, Any]]):
    """The documents of a table by id, each parsed anew when it is asked for."""

    def __init__(self, file: DurableFile, name: str) -> None:
        self._file = file
        self._name = name

    def __getitem__(self, doc_id: int) -> dict[str, Any]:
        return self._file.fields(self._name, doc_id)

    def __iter__(self) -> Iterator[int]:
        with self._file.reading:
            return iter(tuple(self._file.index(self._name).places))

    def __len__(self) -> int:
        with self._file.reading:
            return len(self._file.index(self._name).places)

    def __contains__(self, doc_id: object) -> bool:
        with self._file.reading:
            return doc_id in self._file.index(self._name).places


class DocumentsByText(Mapping[str, dict[str, Any]]):
    """The same as TinyDB wants it from a storage: the ids are text."""

    def __init__(self, file: DurableFile, name: str) -> None:
        self._documents = Documents(file, name)

    def __getitem__(self, doc_id: str) -> dict[str, Any]:
        try:
            return self._documents[int(doc_id)]
        except ValueError:
            raise KeyError(doc_id) from None

    def __iter__(self) -> Iterator[str]:
        return map(str, self._documents)

    def __len__(self) -> int:
        return len(self._documents)


class _Changes(MutableMapping[int, Mapping[str, Any]]):
    """A table as an updater sees it, which remembers what the updater does."""

    def __init__(self, file: DurableFile, name: str) -> None:
        self._before = Documents(file, name)
        self._seen: dict[int, tuple[str, dict[str, Any]]] = {}
        """Documents given out, which the updater may have changed, with what they were."""
        self._set: dict[int, Mapping[str, Any]] = {}
        self.removed: dict[int, None] = {}

    @property
    def put(self) -> dict[int, Mapping[str, Any]]:
        """The documents that are new or no longer what they were."""
        changed = {
            doc_id: fields
            for doc_id, (before, fields) in self._seen.items()
            if json.dumps(fields) != before
        }
        return {**changed, **self._set}

    def __getitem__(self, doc_id: int) -> Mapping[str, Any]:
        if doc_id in self._set:
            return self._set[doc_id]
        if doc_id in self.removed:
            raise KeyError(doc_id)
        if doc_id not in self._seen:
            fields = self._before[doc_id]
            self._seen[doc_id] = json.dumps(fields), fields
        return self._seen[doc_id][1]

    def __setitem__(self, doc_id: int, fields: Mapping[str, Any]) -> None:
        self._set[doc_id] = fields
        self._seen.pop(doc_id, None)
        self.removed.pop(doc_id, None)

    def __delitem__(self, doc_id: int) -> None:
        if doc_id not in self:
            raise KeyError(doc_id)
        self._set.pop(doc_id, None)
        self._seen.pop(doc_id, None)
        if doc_id in self._before:
            self.removed[doc_id] = None

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._set or (doc_id not in self.removed and doc_id in self._before)

    def __iter__(self) -> Iterator[int]:
        yield from (doc_id for doc_id in self._before if doc_id not in self.removed)
        yield from tuple(doc_id for doc_id in self._set if doc_id not in self._before)

    def __len__(self) -> int:
        return sum(1 for _ in self)
