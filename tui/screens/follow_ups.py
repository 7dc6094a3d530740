"""The follow-up events of all the articles, in the order of their dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from tui.actions import Context
from tui.agenda import Agenda, Event
from tui.screens.records_screen import Key, RecordsScreen
from tui.widgets.row_list import Column, Row

_SAME_MONTH = re.compile(r"(\d{4}-\d\d-)(\d\d)/\1(\d\d)")


class FollowUpsScreen(RecordsScreen):
    """What is to happen, as far as the articles say."""

    context: ClassVar[Context] = "follow_ups"
    heading = "Follow-ups"
    nothing = "No follow-up event has been marked yet. Open an article, and mark events with f."
    placeholder = "words of an event, date, type, status, place or article"
    columns: ClassVar[Sequence[Column]] = (
        Column("date", 13),
        Column("event", 22, grows=True),
        Column("type", 11, drop=2),
        Column("status", 9, drop=1),
        Column("place", 12, drop=3),
        Column("article", 20, drop=4, grows=True),
    )

    def new_collection(self) -> Agenda:
        """No events yet."""
        return Agenda()

    def row_of(self, item: Event) -> Row:
        """An event and where it was read; days of one month as ISO 8601 shortens them."""
        date = _SAME_MONTH.sub(r"\1\2/\3", item.date)
        cells = (date, item.title, item.type, item.status, item.place, item.headline)
        return Row(cells, "muted" if item.status in ("held", "cancelled") else "plain")

    def key_of(self, item: Event) -> Key:
        """The event."""
        return Key(item.article, item.record)
