"""The change documents of a store: who did what, and what can be undone and redone.

Each tells of an action, or takes an earlier one back (`undoes`, `redoes`). So what an undo takes
back is the newest that is no undo and has not been taken back; what a redo takes back is the
newest undo since the last action that has not been taken back. They are looked for from the
newest backwards, only as far as needed: a long history costs nothing at opening.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from store.changes import KeptChange, read_change
from store.documents import DamagedDocumentError, Document, DocumentError
from store.durable_json import DurableTable

CHANGE: Final = "change"


class History:
    """The changes kept in a table, and those on their way to it."""

    def __init__(
        self, table: DurableTable, unwritten: Callable[[], Mapping[int, Document]]
    ) -> None:
        """Look in `table`, and in what `unwritten` gives: documents not in it yet, by number."""
        self._table = table
        self._unwritten = unwritten
        self._undo: deque[int] = deque()
        self._redo: deque[int] = deque()
        self._taken_back: set[int] = set()
        self._met_action = False
        self._older: Iterator[int] | None = None

    def ids(self, article_id: str | None = None) -> list[int]:
        """The numbers of the change documents of one article or of all, oldest first."""
        if article_id is None:
            written = self._table.ids_of_kind(CHANGE)
        else:
            written = self._table.ids_of(article_id, CHANGE)
        unwritten = (
            number
            for number, document in self._unwritten().items()
            if document["type"] == CHANGE and article_id in (None, document["article"])
        )
        return sorted({*written, *unwritten})

    def read(self, number: int) -> KeptChange:
        """What a change document keeps.

        Raises:
            DamagedDocumentError: it is none.
        """
        document = self._document(number)
        try:
            return read_change(document)
        except DocumentError as error:
            raise DamagedDocumentError(number, document, error) from error

    @property
    def undoable(self) -> int | None:
        """The number of the change that an undo takes back."""
        while not self._undo and self._look_back():
            pass
        return self._undo[-1] if self._undo else None

    @property
    def redoable(self) -> int | None:
        """The number of the undo that a redo takes back."""
        while not self._met_action and self._look_back():
            pass
        return self._redo[-1] if self._redo else None

    def add(self, number: int) -> None:
        """Know of an action; what was undone before it can no longer be redone."""
        self._met_action = True
        self._redo.clear()
        self._undo.append(number)

    def add_undo(self, number: int) -> None:
        """Know of an undo of `undoable`."""
        self._undo.pop()
        self._redo.append(number)

    def add_redo(self, number: int) -> None:
        """Know of a redo of `redoable`."""
        self._redo.pop()
        self._undo.append(number)

    def _look_back(self) -> bool:
        if self._older is None:
            self._older = reversed(self.ids())
        number = next(self._older, None)
        if number is None:
            return False
        document = self._document(number)
        undoes, redoes = document.get("undoes"), document.get("redoes")
        if number not in self._taken_back:
            if not undoes:
                self._undo.appendleft(number)
            elif not self._met_action:
                self._redo.appendleft(number)
        if isinstance(taken_back := undoes or redoes, int):
            self._taken_back.add(taken_back)
        else:
            self._met_action = True
        return True

    def _document(self, number: int) -> Document:
        return self._unwritten().get(number) or self._table.document(number)
