"""A folder of articles: found lazily, read one at a time, 100,000 of them as well as ten."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice, product
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from store.articles import ENDINGS, ArticleError, read_article
from store.records import Article

BATCH: Final = 2000
"""Articles that `Folder.scan` finds, in some 10 ms, before it lets its caller show them."""
_ENDINGS_IN_ANY_CASE: Final = tuple(
    "".join(letters)
    for ending in ENDINGS
    for letters in product(*((letter, letter.upper()) for letter in ending))
)
"""Trying each costs less than listing a folder of 100,000 articles."""


class FolderError(Exception):
    """Paths that cannot be opened: the message says which, why, and what to do."""


class ArticleFile(Struct, frozen=True, order=True, gc=False):
    """Where an article is: its id is its path below the base folder, without the ending."""

    id: str
    location: str

    @property
    def path(self) -> Path:
        """Its file. (A hundred thousand paths are slow to make; they are kept as text.)"""
        return Path(self.location)


class Folder:
    """The articles below some paths.

    `base` is the folder that ids are relative to and where the store stands by default: the
    folder opened, or the one that holds all that was named.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        """Raise `FolderError` when a path is missing, or a file is no article."""
        self.paths = tuple(Path(os.path.abspath(path)) for path in paths)  # noqa: PTH100 - keeps symlinks
        if not self.paths:
            raise FolderError("no folder and no file was named; name a folder of articles")
        for path in self.paths:
            _check(path)
        parents = [path if path.is_dir() else path.parent for path in self.paths]
        try:
            self.base = Path(os.path.commonpath(parents))
        except ValueError as error:  # two drives of Windows
            raise FolderError("the paths are on different drives; name one at a time") from error
        self._base_prefix = os.path.join(self.base, "")  # noqa: PTH118
        self.is_single_file = len(self.paths) == 1 and self.paths[0].is_file()

    def scan(self) -> Iterator[list[ArticleFile]]:
        """Find the articles, in batches, each sorted by id; a later one may precede an earlier.

        Folders that cannot be listed are passed over; hidden files and folders are not looked at.
        """
        files = map(self._located, self._files())
        while batch := sorted(islice(files, BATCH)):
            yield batch

    def locate(self, path: Path) -> ArticleFile:
        """The article that the file at `path`, somewhere below `base`, holds."""
        return self._located(str(path))

    def _located(self, location: str) -> ArticleFile:
        below = os.path.splitext(location)[0][len(self._base_prefix) :]  # noqa: PTH122
        return ArticleFile(below.replace(os.sep, "/"), location)

    def find(self, article_id: str) -> ArticleFile | None:
        """The file of the article with this id, if it is there."""
        parts = PurePosixPath(article_id).parts
        if not parts or parts[0] == "/" or ".." in parts:  # ids of a store must not lead away
            return None
        for ending in _ENDINGS_IN_ANY_CASE:
            path = self.base / f"{article_id}{ending}"
            if os.path.isfile(path):  # noqa: PTH113 - Path raises for names that cannot be
                return ArticleFile(article_id, str(path))
        return None

    def read(self, file: ArticleFile) -> Article:
        """Read one article.

        Raises:
            ArticleError: it cannot be read, or another file has the same id.
        """
        if not _is_unicode(file.id):
            reason = "its name is not UTF-8, so no record could name it; rename it"
            raise ArticleError(file.path, reason)
        first = self.find(file.id)
        if first and not _is_same(first.path, file.path):
            reason = f"has the same id as {first.path.name}; rename one of the two"
            raise ArticleError(file.path, reason)
        return read_article(file.path, file.id)

    def _files(self) -> Iterator[str]:
        seen: set[tuple[int, int]] = set()
        folders = [path for path in self.paths if path.is_dir()]
        for folder in folders:
            yield from _walk(str(folder), seen)
        for path in dict.fromkeys(self.paths):
            if path not in folders and not any(folder in path.parents for folder in folders):
                yield str(path)


def _check(path: Path) -> None:
    if os.path.isfile(path):  # noqa: PTH113 - Path raises where the folder may not be entered
        if path.suffix.lower() not in ENDINGS:
            raise FolderError(f"{path} is no article; articles end in {' or '.join(ENDINGS)}")
    elif os.path.isdir(path):  # noqa: PTH112
        if not os.access(path, os.R_OK | os.X_OK):
            raise FolderError(f"{path} cannot be listed; ask its owner for permission to read it")
    elif os.path.lexists(path):
        raise FolderError(f"{path} is neither a folder nor a file; name one of these")
    else:
        raise FolderError(f"{path} does not exist; name a folder of articles or a file")


def _walk(top: str, seen: set[tuple[int, int]]) -> Iterator[str]:
    """The articles of a folder and those below it, except the folders already `seen`.

    They come as the system lists them: sorting 100,000 names would keep the first one waiting.
    """
    folders = [top]
    while folders:
        folder = folders.pop()
        below = []
        try:
            status = os.stat(folder)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in seen:  # a link that leads back up
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if _is_folder(entry):
                        below.append(entry.path)
                    elif entry.name.lower().endswith(ENDINGS):
                        yield entry.path
        except OSError:  # just removed, or not ours to list
            pass
        folders.extend(sorted(below, reverse=True))


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:  # Python's stand-ins for bytes that are not UTF-8
        return False
    return True


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
