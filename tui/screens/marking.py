"""Marking: the records of an article, the one that is current, and the keys that make them.

The screen holds the state and the widgets show it. `tui.marking` works out the changes that
the keys ask for; the database keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from textual import on

from store.annotations import Annotations, displaced
from store.changes import Change, utc_now
from store.errors import StoreError
from store.records import (
    Article,
    Fragments,
    Participant,
    Provenance,
    Quote,
    Record,
    position,
    spans_of,
)
from tui.actions import Action
from tui.density import thinned
from tui.marks import Mark, Marks, changed_marks, with_current
from tui.numbering import Numbers
from tui.panel_rows import Contents
from tui.screens.showing import ShowingScreen
from tui.selection import Direction, Selection
from tui.widgets.article_view import ArticleView
from tui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from tui.marking import Marked, Role
    from tui.quoting import Quoter

ROLES: Final[dict[str, Role]] = {
    "replace-content": "content",
    "replace-source": "source",
    "replace-cue": "cue",
    "replace-date": "date",
    "replace-place": "place",
    "replace-addressee": "addressee",
    "replace-title": "title",
    "replace-affiliation": "affiliation",
}
"""The actions that let the selection play a role in the current record."""


class MarkingScreen(ShowingScreen):
    """A screen on which records are made of the article that is read."""

    def __init__(self) -> None:
        super().__init__()
        self.annotations = Annotations.none_of(self.article)
        self.current: str | None = None
        """The id of the current record."""
        self.panel = RecordPanel()
        self._numbers = Numbers()
        self._numbered: object = None
        """What is numbered in `_numbers`."""
        self._proposed: Fragments = ()
        self._main_marks: tuple[Mapping[str, Record], Marks] = ({}, Marks())
        """The marks of records as they were last shown, without the current one's other roles."""

    def refusal(self) -> str:
        """Why nothing can be marked now; empty while it can."""
        raise NotImplementedError

    @property
    def record(self) -> Record | None:
        """The current record."""
        return self.annotations.records.get(self.current) if self.current else None

    def make_current(self, record_id: str | None) -> None:
        """Make a record current."""
        self.current = record_id
        self.show_records()

    def show_records(self) -> None:
        """Show the records as they are now."""
        self.view.marks = thinned(self.marks(), self.density)
        self.panel.show(self.panel_contents())
        self.show_keys()

    @property
    def numbers(self) -> Numbers:
        """The numbers of the participants, and of those who are suggested."""
        if self._numbered is not self.annotations:
            marked = [record.id for record in self.annotations.numbered]
            self._numbers = self._numbers.renewed(marked)
            self._numbered = self.annotations
        return self._numbers

    def panel_contents(self) -> Contents:
        """What the panel shows."""
        return Contents(self.annotations, self.current, numbers=self.numbers.records)

    def marks(self) -> Marks:
        """The marks of the records, where the text still has their words."""
        records, marks = self._main_marks
        if records is not self.annotations.records:
            before, records = records, self.annotations.records
            marks = changed_marks(marks, before, records, self.article.text)
            self._main_marks = records, marks
        return with_current(marks, self.record, self.article.text)

    def actions_now(self) -> tuple[str, ...]:
        """The actions that matter for the current record, or for making one."""
        if self._proposed:
            return ("mark-mentions",)
        make = ("mark-participant", "mark-quote", "mark-follow-up")
        general = ("help", "undo", "next-article", "done", "palette", "quit")
        match self.record:
            case Participant():
                return (*make, "mark-mentions", "add-fragment", "edit", "remove", *general)
            case Quote():
                return (*make, "set-speaker", "add-fragment", "edit", "remove", *general)
            case None:
                return (*make, "jump", "widen", "extend-right", *general)
            case _:
                return (*make, "replace-date", "set-speaker", "edit", "remove", *general)

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; those that give the selection a role are a table."""
        if self._proposed and action.id != "mark-mentions":
            self._propose(())
        if role := ROLES.get(action.id):
            self._correct(lambda marker, record: marker.replaced(record, role, self.selection))
        else:
            super().perform(action, number)

    @property
    def told(self) -> Article:
        """The article, with the metadata that an annotator has given."""
        return self.annotations.entry.over(self.article)

    def _mark(self, make: Callable[[Quoter], Marked]) -> bool:
        """Make a change, keep it, and show the record that it is about.

        False, with the reason told, if it cannot be.
        """
        if refusal := self.refusal():
            self.say(refusal)
            return False
        # With it come all rules of language: the app imports them once the first screen stands.
        from tui.marking import CannotMarkError

        try:
            change, record = make(self.marker())
        except CannotMarkError as reason:
            self.say(str(reason))
            return False
        if change is None:
            self.make_current(record)
            return True
        return self.commit(change, record)

    def marker(self, annotations: Annotations | None = None) -> Quoter:
        """What works out the changes to the records, as they are now unless others are given."""
        from tui.quoting import Quoter

        known = self.annotations if annotations is None else annotations
        return Quoter(self.told, self.segments, known, self.provenance(), self.numbers.records)

    def provenance(self) -> Provenance:
        """Of what is marked now: who marks it, and when."""
        return Provenance(self.onrecord.annotator, utc_now())

    def _correct(self, make: Callable[[Quoter, Record], Marked]) -> None:
        """Make a change to the current record."""
        if record := self._current_or_say():
            self._mark(lambda marker: make(marker, record))

    def _current_or_say(self) -> Record | None:
        if self.record is None:
            self.say(
                "No record is current; make one with "
                f"{self.keys_for('mark-participant', 'mark-quote', 'mark-follow-up')}, or go to "
                f"one with {self.keys_for('previous-record', 'next-record')}."
            )
        return self.record

    def commit(self, change: Change, current: str | None = None) -> bool:
        """Keep a change of this article, and make a record current, or leave the one that is.

        False, with the reason told, if it cannot be kept.
        """
        try:
            self.annotations = self.onrecord.database.commit(change, self.annotations)
        except StoreError as error:
            self.onrecord.complain(str(error))
            return False
        self.onrecord.known_names.learn(change.after)
        current = current or self.current
        self.make_current(current if current in self.annotations.records else None)
        return True

    def action_mark_participant(self) -> None:
        """Mark the selection as a participant."""
        self._mark(lambda marker: marker.participant(self.selection))

    def action_mark_follow_up(self) -> None:
        """Mark the selection as a follow-up event."""
        self._mark(lambda marker: marker.follow_up(self.selection))

    def action_add_fragment(self) -> None:
        """Add the selection to the current record."""
        self._correct(lambda marker, record: marker.fragment(record, self.selection))

    def action_set_speaker(self, number: int) -> None:
        """Make the participant with this number the speaker, or put it in or out of an event."""
        self._correct(lambda marker, record: marker.number(record, number))

    def action_mark_mentions(self) -> None:
        """Show every other mention of the participant; when they are shown, mark them."""
        spans = self._proposed
        self._propose(())
        if spans:
            self._correct(lambda marker, record: marker.with_mentions(record, spans))
        else:
            self._correct(self._show_mentions)

    def _show_mentions(self, marker: Quoter, record: Record) -> Marked:
        self._propose(marker.other_mentions(record))
        count = len(self._proposed)
        self.say(
            f"{count} other mention{'s' if count > 1 else ''} shown; "
            f"{self.keys_for('mark-mentions')} again marks, any other key leaves them."
        )
        return None, record.id

    def _propose(self, spans: Fragments) -> None:
        self._proposed = spans
        self.view.propose(spans)

    def action_remove(self) -> None:
        """Remove the current record."""
        from tui.marking import called

        record = self._current_or_say()
        if record and self.commit(self.annotations.remove(record.id)):
            self.say(f"{called(record)} is removed; {self.keys_for('undo')} takes it back.")

    @on(ArticleView.Pointed)
    def point_at_record(self, message: ArticleView.Pointed) -> None:
        """Go to what is marked under the mouse."""
        marks = self.view.marks.at(message.offset)
        if marks and not message.extend:
            self.point_at_mark(marks[0])

    def point_at_mark(self, mark: Mark) -> None:
        """Make the record of a mark current."""
        self.make_current(mark.record)

    @on(RecordPanel.Selected)
    def select_record(self, message: RecordPanel.Selected) -> None:
        """Make the record that was clicked current."""
        self._go_to(self.annotations.records[message.record])

    def action_next_record(self) -> None:
        """Make the next record current."""
        self._walk(1)

    def action_previous_record(self) -> None:
        """Make the record before current."""
        self._walk(-1)

    def _walk(self, direction: Direction) -> None:
        ordered = self.annotations.in_order[::direction]
        here = position(self.record) if self.record else (self.selection.start, "", 0)
        beyond = (
            record
            for record in ordered
            if (position(record) > here if direction > 0 else position(record) < here)
        )
        if found := next(beyond, ordered[0] if ordered else None):
            self._go_to(found)
        else:
            self.say("This article has no records yet.")

    def _go_to(self, record: Record) -> None:
        spans = spans_of(record)
        if spans and not displaced(self.article.text, record):
            self.select(Selection.of(spans[0][1]))
        self.make_current(record.id)
