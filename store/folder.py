"""A folder of articles: found lazily, read one at a time, 100,000 of them as well as ten."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from store.articles import ENDINGS, ArticleError, read_article
from store.records import Article

BATCH: Final = 2000
"""Articles that `Folder.scan` finds before it lets its caller show them."""


class FolderError(Exception):
    """Paths that cannot be opened: the message says which, why, and what to do."""


class ArticleFile(Struct, frozen=True, order=True):
    """Where an article is: its id is its path below the base folder, without the ending."""

    id: str
    path: Path


class Folder:
    """The articles below some paths.

    `base` is the folder that ids are relative to and where the store stands by default: the
    folder opened, or the one that holds all the files named.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        """Raise `FolderError` when a path is missing, or a file is no article."""
        self.paths = tuple(Path(os.path.abspath(path)) for path in paths)  # noqa: PTH100 - keeps symlinks
        for path in self.paths:
            _check(path)
        parents = [path if path.is_dir() else path.parent for path in self.paths]
        self.base = Path(os.path.commonpath(parents))
        self.is_single_file = len(self.paths) == 1 and self.paths[0].is_file()

    def scan(self) -> Iterator[list[ArticleFile]]:
        """Find the articles, in batches, each sorted by id; a later one may precede an earlier.

        Folders that cannot be listed are passed over; hidden files and folders are not looked at.
        """
        batch: list[ArticleFile] = []
        for path in self._files():
            batch.append(self.locate(path))
            if len(batch) == BATCH:
                yield sorted(batch)
                batch = []
        if batch:
            yield sorted(batch)

    def locate(self, path: Path) -> ArticleFile:
        """The article that the file at `path`, somewhere below `base`, holds."""
        return ArticleFile(path.relative_to(self.base).with_suffix("").as_posix(), path)

    def find(self, article_id: str) -> ArticleFile | None:
        """The file of the article with this id, if it is there."""
        for ending in ENDINGS:
            path = self.base / f"{article_id}{ending}"
            if path.is_file():
                return ArticleFile(article_id, path)
        return None

    def read(self, file: ArticleFile) -> Article:
        """Read one article.

        Raises:
            ArticleError: it cannot be read, or another file has the same id.
        """
        twin = self.find(file.id)
        if twin and twin.path.suffix != file.path.suffix:
            reason = f"has the same id as {twin.path.name}; rename one of the two"
            raise ArticleError(file.path, reason)
        return read_article(file.path, file.id)

    def _files(self) -> Iterator[Path]:
        for path in self.paths:
            if path.is_file():
                yield path
            else:
                yield from _walk(path)


def _check(path: Path) -> None:
    if not path.exists():
        raise FolderError(f"{path} does not exist; name a folder of articles or a file")
    if path.is_file() and path.suffix.lower() not in ENDINGS:
        raise FolderError(f"{path} is no article; articles end in {' or '.join(ENDINGS)}")
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        raise FolderError(f"{path} cannot be listed; ask its owner for permission to read it")


def _walk(top: Path) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    for folder, folders, files in os.walk(top, followlinks=True):
        status = os.stat(folder)  # noqa: PTH116 - a Path for each of 100,000 folders is slow
        if (status.st_dev, status.st_ino) in seen:  # a link that leads back up
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(folder, name)
