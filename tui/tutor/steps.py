"""What the tutor has the user do, and how each step is seen to be done.

The articles are in `tui/tutor/articles`; the words that the steps ask for stand there once.
"""

from __future__ import annotations

from typing import Final

from store.annotations import AnyRecord
from store.records import FollowUp, Fragments, Participant, Quote
from tui.tutor.course import Check, Moment, Step

FERRY: Final = "1-ferry"
CROSSING: Final = "2-crossing"

MINISTER: Final = "Mira Orlen"
SAID: Final = "We kept the ships ready"
TOO_SHORT: Final = "that a crossing would cost nine crowns"
"""The quote that stands in the article when the tutor begins, marked badly by somebody."""
WHOLE: Final = "that a crossing would cost nine crowns in winter"
MONTH: Final = "2031-06"


def selects(words: str, hint: str = "") -> Check:
    """Whether these words are what is selected; the hint is for whoever selected others."""

    def check(before: Moment, now: Moment) -> bool | str:
        if now.selected == words:
            return True
        return hint if now.selected != before.selected else False

    return check


def marks_the_minister(before: Moment, now: Moment) -> bool | str:
    """Whether the minister has become a participant."""
    if _minister(now):
        return True
    if wrong := _new(before, now, Participant):
        return (
            f"That made “{wrong.name}” a participant. {{undo}} takes it back; then go to “Orlen” "
            "and press {mark-participant}."
        )
    return False


def marks_her_mentions(before: Moment, now: Moment) -> bool | str:
    """Whether the minister's other mention has been marked too."""
    minister = _minister(now)
    if minister is None:
        return "First mark her: go to “Orlen” and press {mark-participant}."
    return len(minister.mentions) > 1


def marks_what_she_said(before: Moment, now: Moment) -> bool | str:
    """Whether the minister's words are a quote, and she is its speaker."""
    minister = _minister(now)
    if minister is None:
        return "First mark her as a participant: go to “Orlen” and press {mark-participant}."
    for quote in now.annotations.quotes:
        if SAID in _words(quote.content):
            if quote.speakers == (minister.id,):
                return True
            number = now.numbers[minister.id]
            return (
                "Her words are marked. Now make her the speaker: among the participants she is "
                f"number {number}, so type {{set-speaker {number}}}."
            )
    if wrong := _new(before, now, Quote):
        return (
            f"That made “{_short(wrong.content)}” a quote. {{undo}} takes it back; then go to "
            "“kept” and press {mark-quote}."
        )
    return False


def corrects_the_edge(before: Moment, now: Moment) -> bool | str:
    """Whether the quote that was marked too short has all its words."""
    contents = [_words(quote.content).rstrip(".") for quote in now.annotations.quotes]
    if WHOLE in contents:
        return True
    if TOO_SHORT in contents:
        return False
    return (
        "Its words are “that a crossing … in winter”. {undo} takes the last change back; then go "
        "to it again with {previous-record} and {next-record}."
    )


def marks_the_visit(before: Moment, now: Moment) -> bool | str:
    """Whether the visit is a follow-up event with its date."""
    if visit := _visit(now):
        if visit.date and visit.date.value == MONTH:
            return True
        return "The visit has no date yet: select “next month” and press {replace-date}."
    if wrong := _new(before, now, FollowUp):
        return (
            f"That made “{_short(wrong.trigger)}” an event. {{undo}} takes it back; then go to "
            "“visit” and press {mark-follow-up}."
        )
    return False


def takes_the_last_change_back(before: Moment, now: Moment) -> bool | str:
    """Whether a change has been taken back, which is not the same as removing what it made."""
    if now.undone is not None:
        return now.undone != before.undone
    if now.annotations.records != before.annotations.records:
        return "That was a change of its own; {undo} takes it back."
    return False


def makes_it_again(before: Moment, now: Moment) -> bool | str:
    """Whether the change that was taken back has been made again."""
    if before.undone is None:
        return "Nothing is taken back that could be made again; first press {undo}."
    records = now.annotations.records
    if all(records.get(record.id) == record for record in before.undone.after):
        return True
    if now.undone is None:
        return "After another change it cannot be made again; {step-after} goes on without."
    if now.undone != before.undone:
        return "That took one change more back; {redo} makes each of them again."
    return False


def finishes_the_article(before: Moment, now: Moment) -> bool | str:
    """Whether the first article is done."""
    return FERRY in now.done


def accepts_a_suggestion(before: Moment, now: Moment) -> bool | str:
    """Whether a record has come from a suggestion."""
    records = now.annotations.records.values()
    if any(record.provenance.origin.startswith("suggested:") for record in records):
        return True
    if set(now.annotations.records) - set(before.annotations.records):
        return "That mark is your own. {next-suggestion} goes to a suggestion; then {accept}."
    return False


def sees_the_help(before: Moment, now: Moment) -> bool | str:
    """Whether the keys are on screen."""
    return now.sees_help


STEPS: Final[tuple[Step, ...]] = (
    Step(
        "words",
        FERRY,
        "Arrows, or {next-word} and {previous-word}, go by words; what you are on is selected. "
        "Go to “Halvany”.",
        selects("Halvany"),
    ),
    Step(
        "jump",
        FERRY,
        "{jump} and two letters go to any word in view. Go to “signed”: {jump}, then s i.",
        selects("signed", "You are elsewhere. To get to “signed”: {jump}, then s i."),
    ),
    Step(
        "sentence",
        FERRY,
        "{next-sentence} and {previous-sentence} go by sentences. Select “Transport Minister … at "
        "the pier.”",
        selects("Transport Minister Mira Orlen met the crews at the pier."),
    ),
    Step(
        "participant",
        FERRY,
        "Mark who takes part: go to “Orlen” ({jump} o r, and the letter on it) and press "
        "{mark-participant}. One word is enough.",
        marks_the_minister,
    ),
    Step(
        "mentions",
        FERRY,
        "{mark-mentions} shows where else she is named; {mark-mentions} again marks it.",
        marks_her_mentions,
    ),
    Step(
        "quote",
        FERRY,
        "Mark what she said: go to “kept”, press {mark-quote}. Then type her number among the "
        "participants, {set-speaker}: “she” is Orlen.",
        marks_what_she_said,
    ),
    Step(
        "edge",
        FERRY,
        "{next-record} goes to the next record: go on to the quote about the price. It lacks “in "
        "winter”: {extend-right} twice takes that in, {replace-content} makes it its content.",
        corrects_the_edge,
    ),
    Step(
        "event",
        FERRY,
        "Mark what is to happen: go to “visit”, press {mark-follow-up}. Its place and date are "
        "found: “next month” is June 2031.",
        marks_the_visit,
    ),
    Step(
        "undo",
        FERRY,
        "{undo} takes back whatever was done last. Take the event back.",
        takes_the_last_change_back,
    ),
    Step("redo", FERRY, "And {redo} makes it again.", makes_it_again),
    Step(
        "done",
        FERRY,
        "All is saved already. {done} says that you are done with this article, and opens the "
        "next one.",
        finishes_the_article,
    ),
    Step(
        "suggestion",
        CROSSING,
        "A ? in the margin: the rules suggest something here. {next-suggestion} goes to it, "
        "{accept} accepts it; {remove} would dismiss it for good.",
        accepts_a_suggestion,
    ),
    Step(
        "help",
        CROSSING,
        "{help} shows every key; there are more than you have seen. Leave it with q.",
        sees_the_help,
    ),
)
"""The course: each thing once, in an order that tells a story."""


def _minister(now: Moment) -> Participant | None:
    for participant in now.annotations.participants:
        if any(MINISTER in span.text for span in participant.mentions):
            return participant
    return None


def _visit(now: Moment) -> FollowUp | None:
    for event in now.annotations.follow_ups:
        if "visit" in _words(event.trigger):
            return event
    return None


def _new(before: Moment, now: Moment, kind: type[AnyRecord]) -> AnyRecord | None:
    """The last record of a kind that was not there before."""
    found = [
        record
        for record in now.annotations.records.values()
        if isinstance(record, kind) and record.id not in before.annotations.records
    ]
    return found[-1] if found else None


def _words(fragments: Fragments) -> str:
    return " ".join(span.text for span in fragments)


def _short(fragments: Fragments) -> str:
    words = " ".join(_words(fragments).split())
    return words if len(words) <= 30 else f"{words[:29].rstrip()}…"
