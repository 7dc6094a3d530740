"""Marking quotes: from a word or from their beginning, reading after reading, and who said it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from store.changes import Change
from store.records import Quote
from tui.screens.marking import MarkingScreen
from tui.selection import Selection

if TYPE_CHECKING:
    from tui.marking import Marked
    from tui.quoting import Quoter


class QuotingScreen(MarkingScreen):
    """A screen on which a key that marked a quote takes the next reading when pressed again."""

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[str, Selection, str | None] | None = None
        """The action that read a quote last, where, and the quote: the same again reads on."""

    def commit(self, change: Change, current: str | None = None) -> bool:
        """Keep a change; motions no longer extend, and only what made it can read on."""
        self.end_extending()
        self._read = None
        return super().commit(change, current)

    def action_mark_quote(self) -> None:
        """Mark the selection as a quote; again, read it another way."""
        self._read_quote("mark-quote", lambda quoter, quote: quoter.quote(self.selection, quote))

    def action_quote_from(self) -> None:
        """Mark a quote that begins with the selection; again, end it elsewhere."""
        self._read_quote(
            "quote-from", lambda quoter, quote: quoter.quote_from(self.selection, quote)
        )

    def _read_quote(self, action: str, read: Callable[[Quoter, Quote | None], Marked]) -> None:
        record = self.record
        is_again = self._read == (action, self.selection, self.current)
        again = record if is_again and isinstance(record, Quote) else None
        if self._mark(lambda quoter: read(quoter, again)):
            self._read = (action, self.selection, self.current)

    def action_named_speaker(self) -> None:
        """Make whoever the source names the speaker."""
        self._correct(lambda quoter, record: quoter.named_speaker(record))

    def action_other_source(self) -> None:
        """Take the next words near the quote that may name who said it for its source."""
        self._correct(lambda quoter, record: quoter.other_source(record))

    def action_no_speaker(self) -> None:
        """Take all speakers or participants out; of a quote without speakers, its source."""
        self._correct(lambda quoter, record: quoter.nobody(record))
