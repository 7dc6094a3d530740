"""A change: what one action does to the records of one article, and how it is undone."""

from __future__ import annotations

from msgspec import Struct

from store.records import ArticleEntry, Record


class Change(Struct, frozen=True):
    """Records replaced by others: whole or absent, and reversible.

    A record in `before` alone is removed, one in `after` alone is new, one in both is changed.
    `entry` holds the article's entry before and after, when that changes too.
    """

    article: str
    what: str
    before: tuple[Record, ...] = ()
    after: tuple[Record, ...] = ()
    entry: tuple[ArticleEntry, ArticleEntry] | None = None

    @property
    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(
            article=self.article,
            what=self.what,
            before=self.after,
            after=self.before,
            entry=(self.entry[1], self.entry[0]) if self.entry else None,
        )

    @property
    def removed(self) -> tuple[str, ...]:
        """The ids of the records that are no more after it."""
        kept = {record.id for record in self.after}
        return tuple(record.id for record in self.before if record.id not in kept)


class History:
    """The changes that can be undone and redone, without limit."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def add(self, change: Change) -> None:
        """Remember a change just made; what was undone before can no longer be redone."""
        self._done.append(change)
        self._undone.clear()

    @property
    def last_done(self) -> Change | None:
        """The change that an undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Change | None:
        """The change that a redo makes again."""
        return self._undone[-1] if self._undone else None

    def mark_undone(self) -> None:
        """Say that `last_done` has been taken back."""
        self._undone.append(self._done.pop())

    def mark_redone(self) -> None:
        """Say that `last_undone` has been made again."""
        self._done.append(self._undone.pop())
