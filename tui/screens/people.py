"""The participants of all the articles: who they are, where they appear, how often they speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.actions import Context
from tui.people import People, PersonRow
from tui.screens.records_screen import Key, RecordsScreen
from tui.widgets.row_list import Column, Row


class PeopleScreen(RecordsScreen):
    """One row for each person, organization, country or group; below it where it appears."""

    context: ClassVar[Context] = "people"
    heading = "People"
    nothing = "Nobody has been marked yet. Open an article, and mark participants with p."
    placeholder = "words of a name, kind, title or affiliation"
    columns: ClassVar[Sequence[Column]] = (
        Column("name", 26, grows=True),
        Column("kind", 12, drop=3),
        Column("title, affiliation", 20, drop=2, grows=True),
        Column("articles", 8, drop=1, right=True),
        Column("quotes", 6, right=True),
    )

    def new_collection(self) -> People:
        """Nobody yet."""
        return People()

    def row_of(self, item: PersonRow) -> Row:
        """A person, or one of the articles in which the person appears."""
        person, appearance = item.person, item.appearance
        if item.is_below:
            where = appearance.headline or appearance.article
            cells = (f"  {where}", appearance.date, "", "", _number(appearance.quotes))
            return Row(cells, "muted")
        counts = (str(person.articles), _number(person.quotes))
        return Row((person.name, person.kind, person.office, *counts))

    def key_of(self, item: PersonRow) -> Key:
        """The first appearance, or the one that this row is."""
        return Key(item.appearance.article, item.appearance.record, item.is_below)


def _number(count: int) -> str:
    return str(count or "")
