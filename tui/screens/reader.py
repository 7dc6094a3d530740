"""The reader: one article, the records made of it, and the one that is current.

The screen holds the state and the widgets show it. `tui.marking` works out the changes that
the keys ask for; the database keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from store.annotations import Annotations, displaced, reanchored
from store.changes import Change, utc_now
from store.database import Database
from store.durable_json import StoreError
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
from tui.actions import Action, Context
from tui.marks import Marks, marks_of
from tui.screens.reading import ReadingScreen
from tui.selection import Direction, Selection
from tui.widgets.article_view import ArticleView
from tui.widgets.record_panel import RecordPanel
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.marking import Marked, Marker, Role

ROLES: Final[dict[str, Role]] = {
    "replace-content": "content",
    "replace-source": "source",
    "replace-cue": "cue",
    "replace-date": "date",
    "replace-place": "place",
    "replace-addressee": "addressee",
}
"""The actions that let the selection play a role in the current record."""
HINT: Final = (
    "Arrows, w b s c, or ' and two letters: what you move to is selected.\n"
    "p marks it as participant, q quote, f follow-up; a digit names the speaker.\n"
    "u takes back, d is done, ? shows every key. All is saved as you go."
)


class ReaderScreen(ReadingScreen):
    """Shows an article and makes records of it."""

    context: ClassVar[Context] = "reader"

    def __init__(self) -> None:
        super().__init__()
        self.annotations = Annotations.none_of(self.article)
        self.current: str | None = None
        self._sha256 = ""
        """That of the text, which takes a while to work out where the text is long."""
        self._proposed: Fragments = ()
        self.panel = RecordPanel()
        self.title_bar = TitleBar()

    def compose_body(self) -> ComposeResult:
        """The article beside its records; a warning above, a hint below."""
        yield self.title_bar
        yield Static(id="warning", markup=False)
        with Container(id="desk"):
            yield self.view
            yield self.panel
        yield Static(HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        """Show what was read before the screen was on."""
        self._show_all()

    # What is shown

    def read(
        self, article: Article, annotations: Annotations, offset: int, current: str | None = None
    ) -> None:
        """Show an article, with the selection at an offset, or at the record named."""
        self.annotations = annotations
        self._sha256 = article.sha256
        self.current = current if current in annotations.records else None
        if self.current:
            offset = position(annotations.records[self.current])[0]
        self.begin(article, offset)
        if self.is_mounted:
            self._show_all()

    def _show_all(self) -> None:
        self.view.show(self.article.text, self._marks(), self.selection)
        self.show_records()
        self.show_title()

    def show_records(self) -> None:
        """Show the records as they are now."""
        self.view.marks = self._marks()
        self.panel.show(self.annotations, self.current)
        self.query_one("#hint").display = self.onrecord.is_first_run
        self._show_warning()
        self.show_keys()

    def show_title(self) -> None:
        """Show which article this is, its place in the list, and whether all is saved."""
        article, shelf, database = self.article, self.onrecord.shelf, self.onrecord.database
        about = (article.headline, article.date, article.source or article.dateline)
        self.title_bar.left = " · ".join(part for part in about if part)
        place = shelf.place(article.id)
        where = f"{place + 1}/{len(shelf.files)}" if place is not None else ""
        saved = "saving…" if database.saving else "saved"
        state = saved if database.writable else "read-only"
        done = "done" if self.annotations.entry.status == "done" else ""
        self.title_bar.right = " · ".join(part for part in (done, where, state) if part)

    def show_articles(self) -> None:
        """Show the article's place among more of them."""
        self.show_title()

    @property
    def is_displaced(self) -> bool:
        """Whether the text has changed since it was marked, so that offsets cannot be trusted."""
        return self.annotations.entry.sha256 not in ("", self._sha256)

    def _show_warning(self) -> None:
        warning = self.query_one("#warning", Static)
        warning.display = self.is_displaced
        if warning.display:
            warning.update(
                "This text has changed since it was marked. What stands elsewhere now is not shown "
                f"in it; {self.keys_for('follow-text')} moves the records to their words."
            )

    def _marks(self) -> Marks:
        return marks_of(self.annotations, self.current, self.article.text)

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

    @property
    def record(self) -> Record | None:
        """The current record."""
        return self.annotations.records.get(self.current) if self.current else None

    # Marking

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; those that give the selection a role are a table."""
        if self._proposed and action.id != "mark-mentions":
            self._propose(())
        if role := ROLES.get(action.id):
            self._correct(lambda marker, record: marker.replaced(record, role, self.selection))
        else:
            super().perform(action, number)

    def _mark(self, make: Callable[[Marker], Marked]) -> None:
        """Make a change, keep it, and show the record that it is about."""
        if self.is_displaced:
            self.say(
                "The text has changed since it was marked; first move the records to their words "
                f"with {self.keys_for('follow-text')}."
            )
            return
        # With it come all rules of language: the app imports them once the first screen stands.
        from tui.marking import CannotMarkError, Marker

        provenance = Provenance(self.onrecord.annotator, utc_now())
        marker = Marker(self.article, self.segments, self.annotations, provenance)
        try:
            change, record = make(marker)
        except CannotMarkError as reason:
            self.say(str(reason))
            return
        if change is None or self.commit(change):
            self.current = record
            self.show_records()

    def _correct(self, make: Callable[[Marker, Record], Marked]) -> None:
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

    def commit(self, change: Change) -> bool:
        """Keep a change of this article; False, with the reason said, if it cannot be kept."""
        try:
            self.annotations = self.onrecord.database.commit(change, self.annotations)
        except StoreError as error:
            self.onrecord.complain(str(error))
            return False
        self.onrecord.known_names.learn(change.after)
        if self.record is None:
            self.current = None
        self.show_title()
        return True

    def show_change(
        self, change: Change, make: Callable[[Annotations], Annotations], told: str
    ) -> None:
        """Undo or redo: have `make` do `change`, show the first record it is about, and tell it."""
        try:
            self.annotations = make(self.annotations)
        except StoreError as error:
            self.onrecord.complain(str(error))
            return
        shown = (*change.after, *change.before)
        self.current = next((r.id for r in shown if r.id in self.annotations.records), None)
        self.show_title()
        self.show_records()
        self.say(f"{told}: {change.what}")

    def reload(self, database: Database) -> None:
        """Show what the database has of the article: changes may have been taken back."""
        self.annotations = database.annotations(self.article)
        if self.record is None:
            self.current = None
        if self.is_mounted:
            self.show_title()
            self.show_records()

    def action_mark_participant(self) -> None:
        """Mark the selection as a participant."""
        self._mark(lambda marker: marker.participant(self.selection))

    def action_mark_quote(self) -> None:
        """Mark the selection as a quote."""
        self._mark(lambda marker: marker.quote(self.selection))

    def action_mark_follow_up(self) -> None:
        """Mark the selection as a follow-up event."""
        self._mark(lambda marker: marker.follow_up(self.selection))

    def action_add_fragment(self) -> None:
        """Add the selection to the current record."""
        self._correct(lambda marker, record: marker.fragment(record, self.selection))

    def action_set_speaker(self, number: int) -> None:
        """Make the participant with this number the speaker, or put it in or out of an event."""
        self._correct(lambda marker, record: marker.number(record, number))

    def action_no_speaker(self) -> None:
        """Take all speakers or participants out."""
        self._correct(lambda marker, record: marker.people(record, ()))

    def action_mark_mentions(self) -> None:
        """Show every other mention of the participant; when they are shown, mark them."""
        spans = self._proposed
        self._propose(())
        if spans:
            self._correct(lambda marker, record: marker.with_mentions(record, spans))
        else:
            self._correct(self._show_mentions)

    def _show_mentions(self, marker: Marker, record: Record) -> Marked:
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

    def action_pick_speakers(self) -> None:
        """Pick speakers or participants from the whole list."""
        # Dialogs are imported when they are opened: starting the program needs none.
        from tui.screens.pick import PickParticipants

        def pick(ids: tuple[str, ...] | None) -> None:
            if ids is not None:
                self._correct(lambda marker, record: marker.people(record, ids))

        record = self._current_or_say()
        if isinstance(record, Participant):
            self.action_no_speaker()  # says why not
        elif record:
            chosen = record.speakers if isinstance(record, Quote) else record.participants
            self.app.push_screen(PickParticipants(self.annotations, chosen), pick)

    def action_edit(self) -> None:
        """Edit all fields of the current record in a form."""
        from tui.screens.record_form import RecordForm

        def edit(edited: Record | None) -> None:
            if edited is not None:
                self._mark(lambda marker: marker.edited(edited))

        if record := self._current_or_say():
            form = RecordForm(record, self.annotations, self.onrecord.known_names)
            self.app.push_screen(form, edit)

    def action_remove(self) -> None:
        """Remove the current record."""
        from tui.marking import called

        record = self._current_or_say()
        if record and self.commit(self.annotations.remove(record.id)):
            self.show_records()
            self.say(f"{called(record)} is removed; {self.keys_for('undo')} takes it back.")

    # Walking the records and the articles

    @on(ArticleView.Pointed)
    def point_at_record(self, message: ArticleView.Pointed) -> None:
        """Make the record that is marked under the mouse current."""
        marks = self.view.marks.at(message.offset)
        if marks and not message.extend:
            self.current = marks[0].record
            self.show_records()

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
        self.current = record.id
        spans = spans_of(record)
        if spans and not displaced(self.article.text, record):
            self.select(Selection.of(min(span for _, span in spans)))
        self.show_records()

    def action_next_article(self) -> None:
        """Open the next article."""
        self._step(1)

    def action_previous_article(self) -> None:
        """Open the article before."""
        self._step(-1)

    def _step(self, direction: Direction) -> None:
        file = self.onrecord.shelf.neighbour(self.article.id, direction)
        while file and not self.onrecord.open_article(file):
            file = self.onrecord.shelf.neighbour(file.id, direction)
        if not file:
            which = "last" if direction > 0 else "first"
            shown = self.onrecord.shelf.filter
            narrowed = f" of those that the filter {shown} leaves" if shown else ""
            lists = self.keys_for("go-articles")
            self.say(f"This is the {which} article{narrowed}; {lists} lists them.")

    def action_done(self) -> None:
        """Mark the article done and open the next open one."""
        if not self.commit(self.annotations.set_status("done")):
            return
        shelf, database = self.onrecord.shelf, self.onrecord.database
        file = shelf.next_from(self.article.id, lambda key: not database.summary(key).done)
        if not file or not self.onrecord.open_article(file):
            self.say(f"Done, and it was the last; {self.keys_for('go-articles')} lists all.")

    def action_reopen(self) -> None:
        """Mark the article open again."""
        self.commit(self.annotations.set_status("open"))

    def action_follow_text(self) -> None:
        """After the text has changed: move the records to where their words stand now."""
        if not self.is_displaced:
            self.say("The text is as it was when it was marked; there is nothing to move.")
            return
        change, lost = reanchored(self.annotations, self.article)
        if self.commit(change):
            self.show_records()
            gone = f" The words of {', '.join(lost)} are gone: see to these." if lost else ""
            self.say(f"{len(change.after)} records were moved.{gone}")
