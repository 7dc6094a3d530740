"""Which articles of the list hold the words of its filter, and in what order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Final, Literal, TypeAlias, get_args

from store.folder import ArticleFile
from tui.headings import Heading

Order: TypeAlias = Literal["id", "date", "headline", "source", "status"]
Listed: TypeAlias = tuple[ArticleFile, Heading]

ORDERS: Final[tuple[Order, ...]] = get_args(Order)
STATUSES: Final = ("open", "done")


def holding(words: Iterable[str], articles: Iterable[Listed], done: Set[str]) -> list[Listed]:
    """The articles that have all the words, case folded; `open` and `done` are its status."""
    found = list(articles)
    for word in words:
        if word in STATUSES:
            is_done = word == "done"
            found = [listed for listed in found if (listed[0].id in done) == is_done]
        else:
            found = [
                (file, heading)
                for file, heading in found
                if word
                in f"{file.id} {heading.headline} {heading.date} {heading.source}".casefold()
            ]
    return found


def in_order(order: Order, articles: list[Listed], done: Set[str]) -> list[ArticleFile]:
    """The articles, which are in the order of their ids, in another order."""
    if order == "id":
        return [file for file, _ in articles]
    keys = [_key(order, file, heading, done) for file, heading in articles]
    return [articles[place][0] for place in sorted(range(len(keys)), key=keys.__getitem__)]


def _key(order: Order, file: ArticleFile, heading: Heading, done: Set[str]) -> str:
    """What orders the articles as text, those without a value last."""
    if order == "status":
        return "1" if file.id in done else "2" if heading.error else "0"
    return getattr(heading, order).casefold() or chr(0x10FFFF)
