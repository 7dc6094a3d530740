"""The articles of the opened folder, in the order of the list: what `]` and `[` step through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import chain, islice
from operator import attrgetter

from store.folder import ArticleFile


class Shelf:
    """Articles in order, growing while the folder is still being searched.

    The order is that of the ids unless `arrange` has given another.
    """

    def __init__(self) -> None:
        self.found: list[ArticleFile] = []
        """All articles found so far, by id."""
        self.is_complete = False
        self.filter = ""
        """The words by which articles have been left out."""
        self._arranged: list[ArticleFile] | None = None
        self._is_by_id = True
        self._places: dict[str, int] | None = None

    @property
    def files(self) -> list[ArticleFile]:
        """The articles shown, in the order of the list."""
        return self.found if self._arranged is None else self._arranged

    def add(self, found: Iterable[ArticleFile]) -> None:
        """Put newly found articles in their places by id; what is arranged stays as it is."""
        self.found.extend(found)
        self.found.sort(key=attrgetter("id"))

    def arrange(self, files: list[ArticleFile] | None, by_id: bool = False) -> None:
        """Give the articles another order, or leave some out (by id still); None: all, by id."""
        self._arranged = files
        self._is_by_id = by_id or files is None
        self._places = None

    def place(self, article_id: str) -> int | None:
        """Where an article stands, from 0; None when it is not among the articles shown."""
        files = self.files
        if not self._is_by_id:
            if self._places is None:
                self._places = {file.id: place for place, file in enumerate(files)}
            return self._places.get(article_id)
        place = bisect_left(files, article_id, key=lambda file: file.id)
        return place if place < len(files) and files[place].id == article_id else None

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

    def next_from(self, article_id: str, wanted: Callable[[str], bool]) -> ArticleFile | None:
        """The first article after this one whose id is `wanted`; past the end, from the first."""
        files = self.files
        place = self.place(article_id)
        first = 0 if place is None else place + 1
        around = chain(islice(files, first, None), islice(files, max(first - 1, 0)))
        return next((file for file in around if wanted(file.id)), None)
