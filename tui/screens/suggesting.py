"""Showing what is suggested, and walking from one suggestion to the next.

The suggestion under review is selected. What can be done with it is in `tui.screens.reviewing`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from store.changes import Change
from store.records import Article, Provenance, Record, Suggestion
from tui.actions import Action
from tui.density import kinds_of
from tui.marks import Mark, Marks, main_marks, only, over, with_current
from tui.numbering import Numbers
from tui.panel_rows import Contents
from tui.screens.quoting import QuotingScreen
from tui.selection import Direction, Selection

if TYPE_CHECKING:
    from tui.proposals import Proposals, Proposed


class SuggestingScreen(QuotingScreen):
    """A screen that shows what is suggested for its article, one suggestion after another."""

    def __init__(self) -> None:
        super().__init__()
        self.is_blind = False
        """Whether no suggestions are shown; what is marked then says so."""
        self._suggested: Proposed | None = None
        self._suggested_for = ("", "")
        """The date and language of the article that suggestions were last asked for."""
        self._proposals: Proposals | None = None
        self._readings: tuple[Suggestion, ...] = ()
        """The suggestion under review as it was made; once asked for, other ways to read it too."""
        self._reading = 0
        self._awaited: Direction | None = None
        """Where to go once suggestions are known, if that was the last thing asked for."""

    def begin(self, article: Article, offset: int) -> None:
        """Read another article, for which nothing is suggested yet."""
        super().begin(article, offset)
        self._suggested = self._awaited = None
        self._numbers, self._numbered = Numbers(), None
        self._suggested_for = (self.told.date, self.told.language)
        self._leave_review()

    def show_records(self) -> None:
        """Show the records as they are now; of another date, other events are suggested."""
        super().show_records()
        asked_for = (self.told.date, self.told.language)
        if asked_for != self._suggested_for:
            self._suggested_for = asked_for
            self.onrecord.suggest(self.told)

    def suggest(self, article_id: str, proposed: Proposed) -> None:
        """Show what is suggested for an article, if it is still the one that is read."""
        if article_id != self.article.id:
            return
        self._suggested = proposed
        if not self.is_mounted:
            return
        if self._readings:  # it was of what had been suggested before
            self._review_anew(self._readings[0].record)
        self.show_records()
        if self._awaited:
            self.say("")
            self._review_next(self._awaited)
            self.show_keys()

    @property
    def proposals(self) -> Proposals | None:
        """What is suggested and stands open; None while nothing is known or to be shown."""
        if self._suggested is None or self.is_blind or self.refusal():
            return None
        from tui.proposals import Proposals

        known = self._proposals
        if known is None or not known.are_of(self._suggested, self.annotations):
            self._proposals = known = Proposals(self._suggested, self.annotations)
        return known

    @property
    def reviewed(self) -> Suggestion | None:
        """The suggestion under review, as it is read now."""
        return self._readings[self._reading] if self._readings and self.proposals else None

    @property
    def adjusted(self) -> Suggestion | None:
        """The suggestion under review, with the edges of the selection."""
        from tui.proposals import reaching_to

        suggestion = self.reviewed
        if suggestion is None:
            return None
        return reaching_to(self.segments, suggestion, self.selection.start, self.selection.end)

    @property
    def numbers(self) -> Numbers:
        """The numbers of the participants, and of those who are suggested."""
        proposals = self.proposals
        if proposals is None:
            return super().numbers
        if self._numbered is not proposals:
            marked = [record.id for record in self.annotations.numbered]
            offered = [person.id for person in proposals.people]
            self._numbers = self._numbers.renewed(marked, offered, proposals.recorded)
            self._numbered = proposals
        return self._numbers

    def marks(self) -> Marks:
        """The marks of the records, and of what is suggested."""
        records = super().marks()
        if self.proposals is None:
            return records
        reviewed = self.reviewed.record if self.reviewed else None
        suggested, text = self.proposals.marks, self.article.text
        if reviewed and self._reading:
            others = only(suggested, lambda mark: mark.record != reviewed.id)
            suggested = over(main_marks([reviewed], text, are_suggested=True), others)
        return over(records, with_current(suggested, reviewed, text, is_suggested=True))

    def panel_contents(self) -> Contents:
        """What the panel shows: the suggestion under review, and whom one may name, too."""
        contents = super().panel_contents()
        if self.proposals is None:
            return contents
        suggested = self.numbers.suggested
        return replace(
            contents,
            reviewed=self.adjusted,
            proposed=self.proposals.names(self.numbers),
            offered=tuple(sorted(suggested, key=suggested.__getitem__)),
        )

    def provenance(self) -> Provenance:
        """Of what is marked now; a mark made blind is told from those made beside suggestions."""
        provenance = super().provenance()
        return structs.replace(provenance, origin="hand:blind") if self.is_blind else provenance

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; suggestions that are still awaited are then gone to no more."""
        self._awaited = None
        super().perform(action, number)

    def action_next_suggestion(self) -> None:
        """Go to the next suggestion."""
        self._review_next(1)

    def action_previous_suggestion(self) -> None:
        """Go to the suggestion before."""
        self._review_next(-1)

    def _review_next(self, direction: Direction) -> None:
        from tui.proposals import extent

        letters = kinds_of(self.density)
        first = self.proposals.outermost(direction, letters) if self.proposals else None
        if self.proposals is None or first is None:
            self.say(self._why_nothing())
            self._awaited = direction if self._suggested is None else None
            return
        here = (self.selection.start, self.selection.end)
        if self._readings:
            here = extent(self._readings[0].record)
        elif direction > 0:
            here = (self.selection.start, -1)  # one that begins here is the next
        found = self.proposals.beyond(here, direction, letters)
        if found is None:
            found = first
            self.say("from the top again" if direction > 0 else "from the end again")
        self._review(found)

    def _why_nothing(self) -> str:
        if self.is_blind:
            return f"Suggestions are hidden; {self.keys_for('blind')} shows them."
        if self.refusal():
            return self.refusal()
        if not self.onrecord.database.writable:
            return "Nothing is suggested where nothing can be marked: the store is read-only."
        if self._suggested is None:
            return "Suggestions are being worked out; the next is selected as soon as it is there."
        if self.proposals and self.proposals.is_any_open:
            shown = self.keys_for("marks-all")
            return f"Nothing more of this kind is suggested; {shown} shows the other kinds."
        if self._suggested.in_order:
            is_done = self.annotations.entry.status == "done"
            next_key = self.keys_for("next-article" if is_done else "done")
            return (
                f"Nothing more is suggested here; {next_key} {'goes on' if is_done else 'is done'}."
            )
        return "Nothing is suggested for this article."

    def _review(self, suggestion: Suggestion) -> None:
        from tui.proposals import extent

        self._readings, self._reading = (suggestion,), 0
        self.current = None
        self.select(Selection(*extent(suggestion.record)))
        self.show_records()

    def _review_anew(self, record: Record) -> None:
        """Review what is suggested now where this record was suggested before, if anything is."""
        from tui.proposals import extent

        found = self._suggested and self._suggested.fitting(record.id[0], *extent(record))
        self._leave_review()
        if found and self._suggested and self.proposals and self.proposals.is_open(found):
            self._readings = (self._suggested.by_id[found],)

    def _leave_review(self) -> None:
        self._readings, self._reading = (), 0

    def _go_on(self) -> None:
        """Review the suggestion after the selection; at the end, keep to the last record."""
        here = (self.selection.start, self.selection.end)
        letters, proposals = kinds_of(self.density), self.proposals
        found = proposals.beyond(here, 1, letters) if proposals else None
        if found:
            self._review(found)
            return
        self._leave_review()
        self.show_records()
        above = len(proposals.of_kinds(letters)) if proposals else 0
        self.say(
            f"That was the last; {above} further up stand{'s' if above == 1 else ''} open: "
            f"{self.keys_for('next-suggestion')}."
            if above
            else self._why_nothing()
        )

    def point_at_mark(self, mark: Mark) -> None:
        """Make the record of a mark current, or review the suggestion that it is of."""
        if not mark.is_suggested:
            self._leave_review()
            super().point_at_mark(mark)
        elif self._suggested:
            # The word that was clicked is selected first; then all of the suggestion is.
            self.call_later(self._review, self._suggested.by_id[mark.record])

    def review_returned(self, change: Change) -> None:
        """Review again the suggestion that a change, just made, has opened."""
        if self.proposals is None:
            return
        before = self.annotations.applied(change.inverse)
        proposals_before = self.proposals.beside(before)
        returned = (
            each for each in self.proposals.open if not proposals_before.is_open(each.record.id)
        )
        kinds = {record.id[0] for record in change.before}
        by_kind = sorted(returned, key=lambda each: "qfp".index(each.record.id[0]))
        if found := next((e for e in by_kind if not kinds or e.record.id[0] in kinds), None):
            self._review(found)

    def action_blind(self) -> None:
        """Hide all suggestions, or show them again."""
        self.is_blind = not self.is_blind
        self._leave_review()
        self.show_records()
        self.say(
            f"Suggestions are hidden, and what is marked says so; {self.keys_for('blind')} "
            "shows them."
            if self.is_blind
            else "Suggestions are shown."
        )

    def action_why(self) -> None:
        """Say why the suggestion under review was made."""
        if suggestion := self.reviewed:
            self.say(
                f"{suggestion.why or 'No reason is given.'} "
                f"({suggestion.rule}, right in {suggestion.confidence:.0%})"
            )
        elif self.record and self.record.provenance.origin.startswith("suggested:"):
            rule = self.record.provenance.origin.removeprefix("suggested:")
            self.say(f"{self.record.id} was suggested by the rule {rule}.")
        else:
            self.say(
                f"No suggestion is under review; {self.keys_for('next-suggestion')} goes to one."
            )
