"""The tutor's course: steps to be done one after the other, each checked by what has come of it.

A step is data: what to do, with `{action-id}` where the user's own key is to stand (its second key
for `{action-id 2}`), and a check that compares how things were when the step began with how they
are now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from store.annotations import Annotations
from store.changes import Change
from tui.actions import BY_ID
from tui.keymap import Keymap, shown_key

_PLACEHOLDER: Final = re.compile(r"\{([a-z-]+(?: [1-9])?)\}")


@dataclass(frozen=True)
class Moment:
    """How things stand: what is selected, what has been marked, what is on screen."""

    article: str
    """The id of the article that is read."""
    selected: str
    annotations: Annotations
    done: frozenset[str] = frozenset()
    """The ids of the articles that are done."""
    undone: Change | None = None
    """The change that was taken back and can be made again."""
    sees_help: bool = False
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The numbers of the participants as they are shown, by their ids."""


Check: TypeAlias = Callable[[Moment, Moment], bool | str]
"""Whether a step is done, by the moment when it began and now; or a hint, where it went wrong."""


@dataclass(frozen=True)
class Step:
    """Something that the user is to do."""

    id: str
    article: str
    """The article in which it is to be done."""
    task: str
    check: Check


class Course:
    """The steps, which of them have been done, and which one the user is at."""

    def __init__(self, steps: Iterable[Step], done: Iterable[str] = (), at: str = "") -> None:
        """Take the course up at the step `at`, or at the first; unknown ids are passed over."""
        self.steps: Final = tuple(steps)
        ids = [step.id for step in self.steps]
        self.done = set(done) & set(ids)
        self.place = ids.index(at) if at in ids else 0
        """The place of the step among all, from 0; at the end, how many there are."""
        if not at and self.done:
            self._go_on()
        self.hint = ""
        self._began: Moment | None = None

    @property
    def step(self) -> Step | None:
        """The step that the user is at; None at the end."""
        return self.steps[self.place] if self.place < len(self.steps) else None

    @property
    def is_complete(self) -> bool:
        """Whether every step has been done."""
        return len(self.done) == len(self.steps)

    @property
    def task(self) -> str:
        """What to do now: the step's task, or, where it went wrong, the hint."""
        if self.step:
            return self.hint or self.step.task
        if self.is_complete:
            return (
                "That was all of it. {quit} leaves the tutor; “onrecord FOLDER” then opens "
                "your own reports."
            )
        skipped = len(self.steps) - len(self.done)
        steps = "one step was" if skipped == 1 else f"{skipped} steps were"
        return f"This is the end; {steps} skipped. {{step-before}} goes back, {{quit}} leaves."

    def look(self, now: Moment) -> tuple[Step, ...]:
        """See how things stand; returns the steps that this shows to be done."""
        found = []
        while step := self.step:
            if self._began is None or self._began.article != step.article == now.article:
                self._began = now  # a step begins in its own article
            verdict = step.check(self._began, now)
            self.hint = verdict if isinstance(verdict, str) else ""
            if verdict is not True:
                if now.article != step.article:
                    self.hint = (
                        "This step is in the other article: {previous-article} and "
                        "{next-article} go from one to the other."
                    )
                break
            found.append(step)
            self.done.add(step.id)
            self._began = now
            self._go_on()
        return tuple(found)

    def go(self, steps: int) -> None:
        """Go on by so many steps, or back, whether done or not."""
        self.place = min(max(self.place + steps, 0), len(self.steps))
        self._began, self.hint = None, ""

    def _go_on(self) -> None:
        while self.step and self.step.id in self.done:
            self.place += 1


def pieces(text: str, keymap: Keymap) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a key: the user's own, for a placeholder."""
    split = _PLACEHOLDER.split(text)
    return [
        (_key(piece, keymap) if place % 2 else piece, bool(place % 2))
        for place, piece in enumerate(split)
        if piece
    ]


def _key(placeholder: str, keymap: Keymap) -> str:
    action_id, _, number = placeholder.partition(" ")
    keys = keymap.keys(BY_ID[action_id])
    place = int(number or 1) - 1
    if place < len(keys):
        return shown_key(keys[place])
    return f"{action_id} in {keymap.shown(BY_ID['palette'])}"  # no key does it: the palette can
