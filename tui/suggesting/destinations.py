"""Where suggestions go: a file or standard output, or a store in which they are to be reviewed."""

from __future__ import annotations

import io
import os
import sys
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

from msgspec import structs

from language.engines.versions import version_of
from store.articles import ArticleError
from store.database import Database
from store.errors import StoreError
from store.folder import Folder
from store.records import Article, Suggestions
from store.suggestion_files import Format, begun, cut
from tui.suggesting.many import Piece, Suggested

TOGETHER: Final = 50
"""Articles whose suggestions are written together: each waiting for the disk takes a while."""


class Destination(AbstractContextManager["Destination"]):
    """Takes what was suggested for one article after the other."""

    def has(self, piece: Piece) -> bool:
        """Whether it has the suggestions for an article already."""
        raise NotImplementedError

    def keep(self, suggested: Suggested) -> None:
        """Take what was suggested for one article."""
        raise NotImplementedError

    def close(self) -> None:
        """See that all has been written."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()


class ToStream(Destination):
    """Standard output, each article handed on at once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")

    def has(self, piece: Piece) -> bool:
        """Nothing is known of what was written before."""
        return False

    def keep(self, suggested: Suggested) -> None:
        """Write the text, whole."""
        self._stream.write(suggested.text)
        self._stream.flush()

    def close(self) -> None:
        """See that all has been written."""
        self._stream.flush()


class ToFile(ToStream):
    """A new file, or one that was broken off and is gone on with."""

    def __init__(self, path: Path, engine: str, form: Format, resume: bool) -> None:
        """Open it; what was not written to its end is cut off.

        Raises:
            StoreError: it is to be gone on with, and holds something else.
            OSError: it cannot be read or written.
        """
        self._there: frozenset[str] = frozenset()
        self._path = path
        self._length = 0
        if resume:
            self._there, self._length = begun(path, engine, form)
            cut(path, self._length)
        super().__init__(path.open("a", encoding="utf-8", newline="\n"))

    def has(self, piece: Piece) -> bool:
        """Whether the article was in it when it was opened."""
        return piece.file.id in self._there

    def keep(self, suggested: Suggested) -> None:
        """Write the text, whole or not at all.

        Raises:
            StoreError: it cannot be written; the file ends with what was kept before.
        """
        before = self._length
        try:
            super().keep(suggested)
        except OSError as error:
            self._cut_off(before)
            raise StoreError(
                f"{self._path} could not be written: {error.strerror}. What stands in it is whole; "
                "free the disk, then go on with --resume"
            ) from error
        self._length += len(suggested.text.encode())

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):  # what could not be written has been told
            self._stream.close()

    def _cut_off(self, length: int) -> None:
        self.close()
        if self._path.is_file():
            with suppress(OSError):
                os.truncate(self._path, length)


class ToStore(Destination):
    """A store, in which they are kept to be reviewed; they are no records."""

    def __init__(self, path: Path, engine: str, folder: Folder) -> None:
        """Open the store.

        Raises:
            StoreLockedError: another process is writing to it.
            StoreError: it is not a TinyDB file or cannot be read.
        """
        self.database = Database(path)
        self._engine = engine
        self._version = version_of(engine)
        self._folder = folder
        self._waiting: list[tuple[Article, Suggestions]] = []

    def has(self, piece: Piece) -> bool:
        """Whether it has what would be suggested for the article as it is now."""
        try:
            article = structs.replace(self._folder.read(piece.file), **piece.given)
        except ArticleError:
            return False
        return self.database.suggestions(article, self._version_here) is not None

    def keep(self, suggested: Suggested) -> None:
        """Keep them; write some articles' together, and wait for the disk.

        Raises:
            StoreError: they could not be written.
        """
        assert suggested.article is not None
        self._waiting.append((suggested.article, suggested.suggestions))
        if len(self._waiting) >= TOGETHER:
            self._write()
            self.database.flush()

    def close(self) -> None:
        """Wait until all is on the disk."""
        try:
            if self.database.failure is None:
                self._write()
        finally:
            self.database.close()

    def _version_here(self, engine: str) -> str:
        return self._version if engine == self._engine else "that of another engine"

    def _write(self) -> None:
        made, self._waiting = self._waiting, []
        self.database.keep_suggestions(self._engine, self._version, made)


def to_standard_output() -> ToStream:
    """Standard output."""
    return ToStream(sys.stdout)
