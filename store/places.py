"""Where the reader stood: the open article and the cursor in each.

They are kept in documents of type `session`: one for each article that was read, and one for
the folder that names the open article. Losing a place in a crash is harmless, so it waits in memory
for a change to go to the disk with, or for the store to be closed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from store.documents import Document
from store.durable_json import DurableTable

SESSION: Final = "session"
_FOLDER: Final = "."
"""The article of the document that names the open one: no file has this id."""


class Places:
    """The places kept in a table, and those not written yet."""

    def __init__(self, table: DurableTable) -> None:
        self._table = table
        self._new: dict[str, dict[str, Any]] = {}
        self._doc_ids: dict[str, int] = {}
        self._unwritten: set[str] = set()

    @property
    def open_article(self) -> str | None:
        """The article that was open when the store was last left."""
        article = self._place(_FOLDER).get("open")
        return article if isinstance(article, str) else None

    def cursor(self, article_id: str) -> int:
        """Where the reader stood in an article: an offset into its text."""
        cursor = self._place(article_id).get("cursor")
        return cursor if isinstance(cursor, int) and cursor >= 0 else 0

    def keep(self, article_id: str, cursor: int) -> None:
        """Note that this article is open at an offset of its text."""
        if self.open_article != article_id:
            self._note(_FOLDER, open=article_id)
        if self.cursor(article_id) != cursor:
            self._note(article_id, cursor=cursor)

    def take_unwritten(self, next_id: Callable[[], int]) -> dict[int, Document]:
        """The documents, by number, of what is not written yet; they count as written now."""
        for article in self._unwritten - self._doc_ids.keys():
            kept = self._table.ids_of(article, SESSION)
            self._doc_ids[article] = kept[0] if kept else next_id()
        documents: dict[int, Document] = {
            self._doc_ids[key]: self._new[key] for key in sorted(self._unwritten)
        }
        self._unwritten.clear()
        return documents

    def _note(self, article: str, **place: Any) -> None:
        self._new[article] = {"type": SESSION, "article": article, **place}
        self._unwritten.add(article)

    def _place(self, article: str) -> Any:
        if article in self._new:
            return self._new[article]
        kept = self._table.ids_of(article, SESSION)
        return self._table.document(kept[0]) if kept else {}
