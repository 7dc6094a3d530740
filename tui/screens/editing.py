"""Editing the fields of records, of several at once, and of the article.

The common corrections are a key or two; the form has all the fields. Forms are imported when
they are opened: starting the program needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

from store.changes import Change
from store.records import (
    EventStatus,
    EventType,
    FollowUp,
    Metadata,
    Participant,
    ParticipantKind,
    Quote,
    Record,
)
from tui.repeating import Correction
from tui.screens.marking import MarkingScreen
from tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from tui.marking import Marked, Marker
    from tui.widgets.form import Form


class EditingScreen(MarkingScreen):
    """A screen on which the fields of what is marked are edited."""

    def __init__(self) -> None:
        super().__init__()
        self._correction: Correction | None = None
        self._told_last = self.told

    def commit(self, change: Change, current: str | None = None) -> bool:
        """Keep a change; what it corrects in the current record can be repeated in others."""
        correction = Correction.of(change, current or self.current)
        is_kept = super().commit(change, current)
        if correction and is_kept:
            self._correction = correction
        return is_kept

    def show_records(self) -> None:
        """Show the records as they are now; another date of the article suggests other ones."""
        super().show_records()
        told = self.told
        if self._told_last.id == told.id and self._told_last != told:
            self.onrecord.suggest(told)
        self._told_last = told

    def _ask_beside(self, form: Form) -> None:
        """Show a form where it leaves the selection in sight."""
        row = self.view.region.y + self.view.row_of(self.selection.head)
        form.set_class(row > self.size.height // 2, "-above")
        self.ask(form)

    def _taken(self, is_taken: bool) -> str:
        """Why a form must stay open: empty if what is typed was taken."""
        return "" if is_taken else self.said or "it could not be saved"

    def action_repeat_correction(self) -> None:
        """Make the last correction in the current record too."""
        if correction := self._correction:
            self._correct(lambda marker, record: marker.corrected(record, correction))
        else:
            self.say("No field of a record has been corrected yet.")

    def action_edit(self) -> None:
        """Edit all fields of the current record in a form."""
        from tui.screens.record_fields import Known
        from tui.screens.record_form import record_form

        def save(edited: tuple[Record, ...]) -> str:
            return self._taken(self._mark(lambda marker: marker.edited(*edited)))

        if record := self._current_or_say():
            known = Known(
                self.told, self.annotations, self.onrecord.known_names, self.numbers.records
            )
            self._ask_beside(record_form(record, known, save))

    def action_edit_article(self) -> None:
        """Edit the fields of the article in a form."""
        from tui.screens.article_form import article_form

        def save(given: dict[Metadata, str]) -> str:
            if given == self.annotations.entry.given:
                return ""
            return self._taken(self.commit(self.annotations.give(given)))

        self._ask_beside(article_form(self.article, self.annotations.entry.given, save))

    def action_pick_speakers(self) -> None:
        """Pick speakers or participants from the whole list."""
        record = self._current_or_say()
        match record:
            case Quote():
                title, chosen = f"speakers of {record.id}", record.speakers
            case FollowUp():
                title, chosen = f"participants of {record.id}", record.participants
            case Participant():
                self._correct(lambda marker, record: marker.people(record, ()))  # says why not
                return
            case None:
                return
        self._pick(title, chosen, lambda marker, ids: marker.people(record, ids))

    def action_merge(self) -> None:
        """Tick the participants who are the same as the current one: they become one."""
        record = self._current_or_say()
        if isinstance(record, Participant):
            title = f"the same as {record.name}"
            self._pick(title, (record.id,), lambda marker, ids: marker.merged(record, ids))
        elif record:
            self.say("Only participants can be merged; make one of them current first.")

    def _pick(
        self,
        title: str,
        chosen: tuple[str, ...],
        make: Callable[[Marker, tuple[str, ...]], Marked],
    ) -> None:
        """Have participants ticked, and make the change that goes with them."""
        from tui.screens.pick import pick_participants

        def take(ids: tuple[str, ...]) -> str:
            return self._taken(self._mark(lambda marker: make(marker, ids)))

        self._ask_beside(
            pick_participants(title, self.annotations, self.numbers.records, chosen, take)
        )

    def action_set_kind(self) -> None:
        """Choose the kind of a participant, or the type of an event, by a letter."""
        match self._current_or_say():
            case Participant(kind=kind):
                self._choose("kind", get_args(ParticipantKind), kind)
            case FollowUp(type=event_type):
                self._choose("type", get_args(EventType), event_type)
            case Quote(id=quote_id):
                self.say(f"The kind of {quote_id} follows from the quotation marks in it.")

    def action_set_status(self) -> None:
        """Choose by a letter how an event stands."""
        match self._current_or_say():
            case FollowUp(status=status):
                self._choose("status", get_args(EventStatus), status)
            case Participant() | Quote() as record:
                self.say(f"Only events have a status; {record.id} is none.")

    def _choose(self, field: str, words: Iterable[str], chosen: str) -> None:
        from tui.widgets.choose import Choose

        self.ask(Choose(field, words, chosen, lambda word: self._set(field, word)))

    def action_set_note(self) -> None:
        """Type a note on the current record."""
        if record := self._current_or_say():
            self.ask(Prompt("note", self._note, record.note))

    def _note(self, note: str) -> None:
        self._set("note", " ".join(note.split()))

    def _set(self, field: str, value: str) -> None:
        """Set one field of the current record."""
        self._correct(lambda marker, record: marker.with_field(record, field, value))
