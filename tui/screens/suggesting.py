"""Reviewing what is suggested: walk from one to the next, accept, correct, dismiss.

The suggestion under review is selected; shaping the selection adjusts its edges, and any other
motion leaves it. What accepting means is worked out in `tui.proposals`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import structs

from store.changes import Change
from store.records import Article, Provenance, Quote, Record, Suggestion
from tui.actions import Action
from tui.density import kinds_of
from tui.marks import Mark, Marks, main_marks, only, over, with_current
from tui.panel_rows import Contents
from tui.screens.quoting import QuotingScreen
from tui.screens.showing import SHOWING
from tui.selection import Direction, Selection

if TYPE_CHECKING:
    from tui.marking import Marked
    from tui.proposals import Proposals, Proposed
    from tui.quoting import Quoter

    Correction: TypeAlias = Callable[[Quoter, Record], Marked]

SHAPING: Final = frozenset(
    ("extend-right", "extend-left", "nudge-right", "nudge-left", "swap-ends", "widen", "narrow")
)
"""The actions that adjust the suggestion under review."""
STAYING: Final = frozenset(
    (
        *("accept", "accept-many", "next-suggestion", "previous-suggestion", "remove"),
        *("set-speaker", "no-speaker", "named-speaker", "add-fragment"),
        *("why", "help", "palette", "copy"),
        *("mark-participant", "mark-quote", "quote-from", "mark-follow-up"),
        *SHOWING,
    )
)
"""The actions for which a suggestion stays under review, or that say themselves what then is."""


class SuggestingScreen(QuotingScreen):
    """A screen that shows what is suggested for its article, and takes it or leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.is_blind = False
        """Whether no suggestions are shown; what is marked then says so."""
        self._suggested: Proposed | None = None
        self._proposals: Proposals | None = None
        self._readings: tuple[Suggestion, ...] = ()
        """The suggestion under review as it was made; once asked for, other ways to read it too."""
        self._reading = 0

    def begin(self, article: Article, offset: int) -> None:
        """Read another article, for which nothing is suggested yet."""
        super().begin(article, offset)
        self._suggested = None
        self._leave_review()

    def suggest(self, article_id: str, proposed: Proposed) -> None:
        """Show what is suggested for an article, if it is still the one that is read."""
        if article_id == self.article.id:
            self._suggested = proposed
            if self.is_mounted:
                self.show_records()

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
        return reaching_to(self.article.text, suggestion, self.selection.start, self.selection.end)

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
        offered = tuple(person.id for person in self.proposals.people)
        return replace(
            contents, reviewed=self.adjusted, proposed=self.proposals.names, offered=offered
        )

    def actions_now(self) -> tuple[str, ...]:
        """The actions that matter for the suggestion under review, or for the records."""
        if self.reviewed is None:
            waiting = ("next-suggestion",) if self.proposals and self.proposals.open else ()
            return (*waiting, *super().actions_now())
        speaker = ("set-speaker",) if isinstance(self.reviewed.record, Quote) else ()
        return (
            *("accept", *speaker, "remove", "next-suggestion", "extend-right", "extend-left"),
            *("nudge-right", "nudge-left", "swap-ends", "why", "accept-many", "undo", "help"),
        )

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; one that has nothing to do with the suggestion under review leaves it."""
        if not self._readings or action.id in STAYING:
            super().perform(action, number)
            return
        if action.id not in SHAPING:
            self._leave_review()
        super().perform(action, number)
        self.show_records()

    def action_next_suggestion(self) -> None:
        """Go to the next suggestion."""
        self._review_next(1)

    def action_previous_suggestion(self) -> None:
        """Go to the suggestion before."""
        self._review_next(-1)

    def provenance(self) -> Provenance:
        """Of what is marked now; a mark made blind is told from those made beside suggestions."""
        provenance = super().provenance()
        return structs.replace(provenance, origin="hand:blind") if self.is_blind else provenance

    def _review_next(self, direction: Direction) -> None:
        from tui.proposals import extent

        letters = kinds_of(self.density)
        walked = self.proposals.of_kinds(letters) if self.proposals else ()
        if self.proposals is None or not walked:
            self.say(self._why_nothing())
            return
        here = (self.selection.start, self.selection.end)
        if self._readings:
            here = extent(self._readings[0].record)
        elif direction > 0:
            here = (self.selection.start, -1)  # one that begins here is the next
        found = self.proposals.beyond(here, direction, letters)
        if found is None:
            found = walked[0 if direction > 0 else -1]
            self.say("from the top again" if direction > 0 else "from the end again")
        self._review(found)

    def _why_nothing(self) -> str:
        if self.is_blind:
            return f"Suggestions are hidden; {self.keys_for('blind')} shows them."
        if self.refusal():
            return self.refusal()
        if self._suggested is None:
            return "The suggestions are being worked out."
        return "Nothing more is suggested here."

    def _review(self, suggestion: Suggestion) -> None:
        from tui.proposals import extent

        self._readings, self._reading = (suggestion,), 0
        self.current = None
        self.select(Selection(*extent(suggestion.record)))
        self.show_records()

    def _leave_review(self) -> None:
        self._readings, self._reading = (), 0

    def point_at_mark(self, mark: Mark) -> None:
        """Make the record of a mark current, or review the suggestion that it is of."""
        if not mark.is_suggested:
            self._leave_review()
            super().point_at_mark(mark)
        elif self.proposals:
            open_ones = {each.record.id: each for each in self.proposals.open}
            # The word that was clicked is selected first; then all of the suggestion is.
            self.call_later(self._review, open_ones[mark.record])

    def action_accept(self) -> None:
        """Accept the suggestion under review and go on; with none, confirm the current record."""
        suggestion = self.adjusted
        if suggestion is None:
            self._correct(lambda marker, record: marker.confirmed(record))
            return
        if self._accept(suggestion):
            self._go_on()

    def _go_on(self) -> None:
        """Review the suggestion after the selection; at the end, keep to the last record."""
        here = (self.selection.start, self.selection.end)
        proposals = self.proposals
        found = proposals.beyond(here, 1, kinds_of(self.density)) if proposals else None
        if found:
            self._review(found)
        else:
            self._leave_review()
            self.show_records()

    def _accept(self, suggestion: Suggestion, then: Correction | None = None) -> bool:
        """Make a record of a suggestion, corrected in the same step, and make it current."""
        from tui.marking import CannotMarkError

        if refusal := self.refusal():
            self.say(refusal)
            return False
        assert self.proposals is not None
        change, ids = self.proposals.accepting([suggestion], self.provenance())
        record_id = ids[suggestion.record.id]
        if then:
            after = self.annotations.applied(change)
            try:
                corrected, _ = then(self.marker(after), after.records[record_id])
            except CannotMarkError as reason:
                self.say(str(reason))
                return False
            change = change.then(corrected) if corrected else change
        self._leave_review()
        return self.commit(change, record_id)

    @property
    def _quote(self) -> Suggestion | None:
        """The quote under review, with the edges of the selection."""
        suggestion = self.adjusted
        return suggestion if suggestion and isinstance(suggestion.record, Quote) else None

    def action_set_speaker(self, number: int) -> None:
        """Accept the quote with that speaker; with no suggestion, correct the current record."""
        suggestion, proposals = self._quote, self.proposals
        if suggestion is None or proposals is None:
            super().action_set_speaker(number)
            return
        place = number - len(self.annotations.numbered) - 1
        if 0 <= place < len(proposals.people):
            spoken = structs.replace(suggestion.record, speakers=(proposals.people[place].id,))
            accepted = self._accept(structs.replace(suggestion, record=spoken))
        else:
            accepted = self._accept(
                suggestion, lambda quoter, record: quoter.number(record, number)
            )
        if accepted:
            self._go_on()

    def action_no_speaker(self) -> None:
        """Accept the quote without a speaker; with no suggestion, correct the current record."""
        if suggestion := self._quote:
            if self._accept(suggestion, lambda quoter, record: quoter.people(record, ())):
                self._go_on()
        else:
            super().action_no_speaker()

    def action_named_speaker(self) -> None:
        """Accept the quote with whoever else may have said it, or correct the current record."""
        if suggestion := self._quote:
            if self._accept(suggestion, lambda quoter, record: quoter.named_speaker(record)):
                self._go_on()
        else:
            super().action_named_speaker()

    def action_add_fragment(self) -> None:
        """Accept the suggestion under review and stay on it, or add to the current record."""
        if suggestion := self.adjusted:
            self._accept(suggestion)
        else:
            super().action_add_fragment()

    def action_mark_participant(self) -> None:
        """Accept the participant under review and stay on it, or mark the selection as one."""
        self._accept_or_mark("p", super().action_mark_participant)

    def action_mark_quote(self) -> None:
        """Read the quote under review another way, or mark the selection as one."""
        if self._quote:
            self._read_on()
        else:
            self._leave_review()
            super().action_mark_quote()

    def _read_on(self) -> None:
        from tui.proposals import extent
        from tui.variants import variants

        first = self._readings[0]
        people = self._suggested.people if self._suggested else ()
        self._readings = variants(self.segments, first, people)
        self._reading = (self._reading + 1) % len(self._readings)
        self.select(Selection(*extent(self._readings[self._reading].record)))
        self.show_records()
        self.say(f"reading {self._reading + 1} of {len(self._readings)}")

    def action_mark_follow_up(self) -> None:
        """Accept the event under review and stay on it, or mark the selection as one."""
        self._accept_or_mark("f", super().action_mark_follow_up)

    def _accept_or_mark(self, letter: str, mark: Callable[[], None]) -> None:
        suggestion = self.adjusted
        if suggestion and suggestion.record.id.startswith(letter):
            self._accept(suggestion)
        else:
            self._leave_review()
            mark()

    def action_remove(self) -> None:
        """Dismiss the suggestion under review for good, or remove the current record."""
        suggestion, proposals = self.reviewed, self.proposals
        if suggestion is None or proposals is None:
            super().action_remove()
        elif self.commit(proposals.dismissing(suggestion)):
            self._go_on()
            self.say(f"dismissed for good; {self.keys_for('undo')} takes it back")

    def review_returned(self, change: Change) -> None:
        """Review again the suggestion that a change, just made, has opened."""
        if self.proposals is None:
            return
        before = self.annotations.applied(change.inverse)
        was_open = {each.record.id for each in self.proposals.beside(before).open}
        returned = (each for each in self.proposals.open if each.record.id not in was_open)
        kinds = {record.id[0] for record in change.before}
        by_kind = sorted(returned, key=lambda each: "qfp".index(each.record.id[0]))
        if found := next((e for e in by_kind if not kinds or e.record.id[0] in kinds), None):
            self._review(found)

    def action_accept_many(self) -> None:
        """Accept all suggestions of a kind above a confidence, in one step."""
        from tui.screens.accept_many import AcceptMany

        if self.proposals is None or not self.proposals.open:
            self.say(self._why_nothing())
            return
        paragraph = self.segments.around("paragraph", self.selection.start)
        letter = self.reviewed.record.id[0] if self.reviewed else "q"
        dialog = AcceptMany(self.proposals.open, letter, paragraph)
        self.app.push_screen(dialog, self._accept_all)

    def _accept_all(self, chosen: tuple[Suggestion, ...] | None) -> None:
        if chosen and self.proposals and not self.refusal():
            change, _ = self.proposals.accepting(chosen, self.provenance())
            self._leave_review()
            if self.commit(change):
                self.say(f"{change.what}; {self.keys_for('undo')} takes all of it back")

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
