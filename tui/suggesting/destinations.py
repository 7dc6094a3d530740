"""Where suggestions go: a file or standard output, or a store in which they are to be reviewed."""

from __future__ import annotations

import io
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

from store.articles import ArticleError
from store.database import Database
from store.folder import ArticleFile, Folder
from store.suggestion_files import Format, begun, cut
from tui.suggesting.many import Suggested

AT_ONCE: Final = 200
"""Articles whose suggestions may be on their way to the disk."""


class Destination(AbstractContextManager["Destination"]):
    """Takes what was suggested for one article after the other."""

    def has(self, file: ArticleFile) -> bool:
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

    def has(self, file: ArticleFile) -> bool:
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
        if resume:
            self._there, length = begun(path, engine, form)
            cut(path, length)
        super().__init__(path.open("a", encoding="utf-8", newline="\n"))

    def has(self, file: ArticleFile) -> bool:
        """Whether the article was in it when it was opened."""
        return file.id in self._there

    def close(self) -> None:
        """Close the file."""
        self._stream.close()


class ToStore(Destination):
    """A store, in which they are kept to be reviewed; they are no records."""

    def __init__(self, path: Path, engine: str, folder: Folder) -> None:
        """Open the store.

        Raises:
            StoreLockedError: another process is writing to it.
            StoreError: it is not a TinyDB file or cannot be read.
        """
        self._database = Database(path)
        self._engine = engine
        self._folder = folder
        self._unflushed = 0

    def has(self, file: ArticleFile) -> bool:
        """Whether it has suggestions for the text that the article has now."""
        try:
            return self._database.suggestions(self._folder.read(file)) is not None
        except ArticleError:
            return False

    def keep(self, suggested: Suggested) -> None:
        """Keep them; wait for the disk now and then, so that they do not pile up.

        Raises:
            StoreError: they could not be written.
        """
        assert suggested.article is not None
        self._database.keep_suggestions(suggested.article, self._engine, suggested.suggestions)
        self._unflushed += 1
        if self._unflushed >= AT_ONCE:
            self._database.flush()
            self._unflushed = 0

    def close(self) -> None:
        """Wait until all is on the disk."""
        self._database.close()


def to_standard_output() -> ToStream:
    """Standard output."""
    return ToStream(sys.stdout)
