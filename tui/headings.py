"""What the list of articles shows of each file: read when a row is seen, or when all are wanted."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct, structs

from store.articles import ArticleError
from store.folder import ArticleFile, Folder
from store.records import Metadata

KEPT: Final = 200_000
"""Headings that are remembered: some 60 MB when all of them are."""
LONGEST: Final = 300
"""Characters of a headline or a source that are remembered."""
TOGETHER: Final = 200
"""Files that are read before others get their turn."""
KNOWN_TOGETHER: Final = 10_000
"""Headings that are looked through before others get their turn: some milliseconds."""


class Heading(Struct, frozen=True, gc=False):  # without gc: 100,000 would make it slow
    """The headline, date and source of an article, or why it cannot be read."""

    headline: str = ""
    date: str = ""
    source: str = ""
    error: str = ""


class Headings:
    """The headings of a folder's articles, the last `KEPT` that were asked for remembered."""

    def __init__(self, folder: Folder, given: Callable[[str], dict[Metadata, str]]) -> None:
        """Read the headings in `folder`; `given` tells what holds in their place, by id."""
        self._folder = folder
        self._given = given
        self._known: OrderedDict[str, Heading] = OrderedDict()

    def of(self, file: ArticleFile) -> Heading:
        """The heading of one article, read now if it is not known."""
        if file.id not in self._known:
            self._remember(file, self._read(file))
        self._known.move_to_end(file.id)
        return self._known[file.id]

    def forget(self, article_id: str) -> None:
        """Read this one anew when it is next asked for."""
        self._known.pop(article_id, None)

    async def of_all(
        self, files: Sequence[ArticleFile]
    ) -> AsyncIterator[Sequence[tuple[ArticleFile, Heading]]]:
        """These articles and their headings, in their order, some at once; the app goes on."""
        seen = 0
        while seen < len(files):
            some = files[seen : seen + KNOWN_TOGETHER]
            headings = self._all_known(some)
            if headings is None:
                some = files[seen : seen + TOGETHER]
                unknown = [file for file in some if file.id not in self._known]
                # A file may be huge, or far away: none is read while the app waits.
                read = await asyncio.to_thread(self._read_some, unknown)
                for file, heading in zip(unknown, read, strict=True):
                    self._remember(file, heading)
                headings = [self.of(file) for file in some]
            yield list(zip(some, headings, strict=True))
            seen += len(some)
            await asyncio.sleep(0)

    def _all_known(self, files: Iterable[ArticleFile]) -> list[Heading] | None:
        try:
            return [self._known[file.id] for file in files]
        except KeyError:
            return None

    def _read_some(self, files: Iterable[ArticleFile]) -> list[Heading]:
        return [self._read(file) for file in files]

    def _read(self, file: ArticleFile) -> Heading:
        try:
            read = self._folder.read(file)
        except ArticleError as error:
            line = f"line {error.line}: " if error.line else ""
            return Heading(error=_short(f"{line}{error.reason}"))
        article = structs.replace(read, **self._given(file.id))
        return Heading(_short(article.headline), article.date, _short(article.source))

    def _remember(self, file: ArticleFile, heading: Heading) -> None:
        self._known[file.id] = heading
        if len(self._known) > KEPT:
            self._known.popitem(last=False)


def _short(text: str) -> str:
    return " ".join(text[:LONGEST].split())
