"""The articles of the opened folder, in the order of the list: what `]` and `[` step through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from store.folder import ArticleFile


class Shelf:
    """Articles in order, growing while the folder is still being searched.

    The order is that of the ids unless `arrange` has given another.
    """

    def __init__(self) -> None:
        self.files: list[ArticleFile] = []
        self.is_complete = False
        self._places: dict[str, int] | None = None

    def add(self, found: Iterable[ArticleFile]) -> None:
        """Put newly found articles in their places by id."""
        self.files.extend(found)
        self.files.sort()
        self._places = None

    def arrange(self, files: list[ArticleFile]) -> None:
        """Give the articles another order, or leave some out."""
        self.files = files
        self._places = {file.id: place for place, file in enumerate(files)}

    def place(self, article_id: str) -> int | None:
        """Where an article stands, from 0; None when it is not among the articles shown."""
        if self._places is not None:
            return self._places.get(article_id)
        place = bisect_left(self.files, article_id, key=lambda file: file.id)
        found = place < len(self.files) and self.files[place].id == article_id
        return place if found else None

    def neighbour(
        self, article_id: str, step: int, wanted: Callable[[str], bool] = lambda _: True
    ) -> ArticleFile | None:
        """The first article after (`step` 1) or before (-1) this one whose id is `wanted`."""
        place = self.place(article_id)
        place = -1 if place is None and step > 0 else place
        if place is None:
            return None
        place += step
        while 0 <= place < len(self.files):
            if wanted(self.files[place].id):
                return self.files[place]
            place += step
        return None
