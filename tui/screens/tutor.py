"""The tutor: the reader, with the step that is to be done above its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.actions import Context
from tui.screens.reader import ReaderScreen
from tui.selection import Selection
from tui.tutor.course import Course, Moment, pieces
from tui.tutor.steps import CROSSING

if TYPE_CHECKING:
    from tui.proposals import Proposals

DONE: Final = "✓"
HERE: Final = "▸"
TO_DO: Final = "·"


class TutorScreen(ReaderScreen):
    """The reader with a course: whatever changes, the course looks whether its step is done."""

    context: ClassVar[Context] = "tutor"

    DEFAULT_CSS = """
    TutorScreen #step {
        height: auto;
        background: $boost;
        padding: 0 1;
    }
    TutorScreen.-low RecordPanel {
        display: none;
    }
    """

    def __init__(self, course: Course, keep: Callable[[Course], None]) -> None:
        """`keep` is called whenever the course has come further."""
        super().__init__()
        self.course = course
        self._keep = keep
        self.bar = Static(id="step", markup=False)
        self._sees_help = False

    def compose_body(self) -> ComposeResult:
        """The reader, and below it what to do."""
        yield from super().compose_body()
        yield self.bar

    @property
    def proposals(self) -> Proposals | None:
        """What is suggested; nothing before the course comes to that."""
        return super().proposals if self.article.id == CROSSING else None

    def actions_now(self) -> tuple[str, ...]:
        """The actions that matter now, and those of the course."""
        return ("step-after", "step-before", *super().actions_now())

    def select(self, selection: Selection) -> None:
        """Select something, and see whether that was the step."""
        super().select(selection)
        self.look()

    def show_records(self) -> None:
        """Show the records, and see whether they make the step."""
        super().show_records()
        self.look()

    def action_help(self) -> None:
        """Show every key, which is a step too."""
        super().action_help()
        self._sees_help = True
        self.look()

    def action_step_after(self) -> None:
        """Go on to the next step, whether this one is done or not."""
        self._go(1)

    def action_step_before(self) -> None:
        """Go back to the step before."""
        self._go(-1)

    def _go(self, steps: int) -> None:
        self.course.go(steps)
        self._sees_help = False
        self._keep(self.course)
        self.show_step()

    def look(self) -> None:
        """See whether what has been done so far is what the step asked for."""
        done = self.course.look(self._now())
        if done:
            self._sees_help = False
            self._keep(self.course)
            self.say(f"{DONE} " + ", ".join(step.id for step in done))
        self.show_step()

    def _now(self) -> Moment:
        database = self.onrecord.database
        return Moment(
            article=self.article.id,
            selected=self.article.text[self.selection.start : self.selection.end],
            annotations=self.annotations,
            numbers=self.numbers.records,
            done=frozenset(key for key in database.articles if database.summary(key).done),
            undone=database.redoable,
            sees_help=self._sees_help,
        )

    def show_step(self) -> None:
        """Show how far the course has come, and what to do now."""
        course = self.course
        ticks = "".join(
            HERE if place == course.place else DONE if step.id in course.done else TO_DO
            for place, step in enumerate(course.steps)
        )
        number = min(course.place + 1, len(course.steps))
        task = pieces(course.task, self.onrecord.config.keymap)
        self.bar.update(
            Content.assemble(
                (f"{ticks} {number}/{len(course.steps)}\n", "$text-accent"),
                *((piece, "bold reverse" if is_key else "") for piece, is_key in task),
            )
        )
