"""Taking or leaving the suggestion under review: accept, correct, read another way, dismiss.

Shaping the selection adjusts its edges, and any other motion leaves it. What accepting means is
worked out in `tui.proposals`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import structs

from store.records import Quote, Record, Suggestion
from tui.actions import Action
from tui.density import kinds_of
from tui.screens.marking import ROLES
from tui.screens.showing import SHOWING
from tui.screens.suggesting import SuggestingScreen
from tui.selection import Selection, at

if TYPE_CHECKING:
    from tui.marking import Marked
    from tui.quoting import Quoter

    Correction: TypeAlias = Callable[[Quoter, Record], Marked]

SHAPING: Final = frozenset(
    ("extend-right", "extend-left", "nudge-right", "nudge-left", "swap-ends", "widen", "narrow")
)
"""The actions that adjust the suggestion under review."""
SPEAKING: Final = frozenset(("set-speaker", "no-speaker", "named-speaker"))
"""The actions that accept a quote and say who said it."""
CORRECTING: Final = frozenset(
    (
        *ROLES,
        *("set-kind", "set-status", "set-note", "repeat-correction"),
        *("edit", "pick-speakers", "merge", "mark-mentions"),
    )
)
"""The actions that correct a record, which a suggestion is not yet."""
STAYING: Final = frozenset(
    (
        *("accept", "accept-many", "next-suggestion", "previous-suggestion", "remove"),
        *("add-fragment", "other-source", "why", "help", "palette", "copy"),
        *("mark-participant", "mark-quote", "quote-from", "mark-follow-up"),
        *SPEAKING,
        *SHOWING,
    )
)
"""The actions for which a suggestion stays under review, or that say themselves what then is."""
LABELS: Final = {
    "next-suggestion": "next",
    "remove": "dismiss",
    "mark-quote": "other reading",
    "named-speaker": "other speaker",
    "add-fragment": "accept, stay",
}
"""What the key bar calls actions that do another thing to a suggestion than to a record."""


class ReviewingScreen(SuggestingScreen):
    """A screen on which the suggestion under review is accepted, corrected or dismissed."""

    def actions_now(self) -> tuple[str, ...]:
        """The actions that matter for the suggestion under review, or for the records."""
        if self.reviewed is None:
            return (*self._waiting, *super().actions_now())
        is_quote = isinstance(self.reviewed.record, Quote)
        speaker = ("set-speaker",) if is_quote else ()
        other = ("mark-quote", "other-source", "named-speaker") if is_quote else ()
        return (
            *("accept", *speaker, "remove", "next-suggestion", *other, "add-fragment"),
            *("extend-right", "extend-left", "nudge-right", "nudge-left", "swap-ends"),
            *("why", "accept-many", "undo", "help"),
        )

    @property
    def _waiting(self) -> tuple[str, ...]:
        """What there is to do next: review what stands open, or be done with what is reviewed."""
        if self.proposals is None or not self.proposals.is_any:
            return ()
        if self.proposals.is_any_open:
            return ("next-suggestion",)
        return ("done",) if self.annotations.entry.status == "open" else ()

    def label(self, action: Action) -> str:
        """What the key bar calls an action now."""
        return (LABELS.get(action.id) if self.reviewed else None) or super().label(action)

    def perform(self, action: Action, number: int = 1) -> None:
        """Do an action; one that has nothing to do with the suggestion under review leaves it."""
        if not self._readings or action.id in STAYING:
            if self.reviewed and not self._quote and action.id in SPEAKING:
                self._say_no_record()
            else:
                super().perform(action, number)
            return
        if self.reviewed and action.id in CORRECTING:
            self._say_no_record()
            return
        if action.id not in SHAPING:
            self._leave_review()
        super().perform(action, number)
        self.show_records()

    def _say_no_record(self) -> None:
        accept, stay = self.keys_for("accept"), self.keys_for("add-fragment")
        self.say(f"It is no record yet: {stay} accepts it and stays on it, {accept} goes on.")

    def action_accept(self) -> None:
        """Accept the suggestion under review and go on; with none, confirm the current record."""
        suggestion = self.adjusted
        if suggestion is None:
            self._correct(lambda marker, record: marker.confirmed(record))
            return
        if self._accept(suggestion):
            self._go_on()

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
        suggestion = self._quote
        if suggestion is None:
            super().action_set_speaker(number)
            return
        if person := self.numbers.suggestion(number):
            spoken = structs.replace(suggestion.record, speakers=(person,))
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

    def action_other_source(self) -> None:
        """Say that others near it are the source of the quote under review, or of the record."""
        if self._quote is None:
            super().action_other_source()
            return
        from tui.variants import with_other_source

        people = self._suggested.people if self._suggested else ()
        readings = list(self._readings)
        readings[self._reading] = with_other_source(self.segments, readings[self._reading], people)
        if readings[self._reading] == self.reviewed:
            self.say(f"Nobody else is named near {readings[self._reading].record.id}.")
        self._readings = tuple(readings)
        self.show_records()

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
            return
        if self.reviewed and self.adjusted is self.reviewed:
            # Nobody chose these words for a quote: it is the one around them that is meant.
            self.select(at(self.segments, self.selection.start))
        self._leave_review()
        super().action_mark_quote()

    def action_quote_from(self) -> None:
        """Mark a quote that begins with the selection, by hand."""
        self._leave_review()
        super().action_quote_from()

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
        elif self.commit(proposals.dismissing(self._readings[0])):
            self._go_on()
            self.say(f"dismissed for good; {self.keys_for('undo')} takes it back")

    def action_accept_many(self) -> None:
        """Accept all suggestions of a kind above a confidence, in one step."""
        from tui.screens.accept_many import AcceptMany

        if self.proposals is None or not self.proposals.open:
            self.say(self._why_nothing())
            return
        paragraph = self.segments.around("paragraph", self.selection.start)
        shown = kinds_of(self.density)
        letter = shown if len(shown) == 1 else "q"
        letter = self.reviewed.record.id[0] if self.reviewed else letter
        dialog = AcceptMany(self.proposals.open, letter, paragraph)
        self.app.push_screen(dialog, self._accept_all)

    def _accept_all(self, chosen: tuple[Suggestion, ...] | None) -> None:
        if chosen == ():
            self.say("There was none of these to accept.")
        elif chosen and self.proposals and not self.refusal():
            change, _ = self.proposals.accepting(chosen, self.provenance())
            self._leave_review()
            if self.commit(change):
                self.say(f"{change.what}; {self.keys_for('undo')} takes all of it back")
