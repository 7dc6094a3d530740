"""The rules that propose follow-up events: how often each is right, and why it proposes."""

from __future__ import annotations

from typing import Final

from language.rule import Rule

RULES: Final[dict[str, Rule]] = {
    "moved-or-cancelled": Rule(0.8, "The event is said to be postponed or cancelled."),
    "prepared-for": Rule(0.85, "Someone prepares for the event, or looks forward to it."),
    "ahead-of-dated": Rule(0.85, "Something comes ahead of the event, and a date to come is told."),
    "ahead-of": Rule(0.5, "Something comes ahead of the event."),
    "upcoming": Rule(0.9, "A word such as “next” or “upcoming” stands before the event."),
    "to-take-place": Rule(0.9, "The event is said to be due, or that it will be held."),
    "will-hold": Rule(0.9, "Someone will hold, attend or make the event, or plans to."),
    "dated-event": Rule(0.85, "A date to come stands beside the event."),
    "will-do-then": Rule(0.95, "Something will be done, or is planned, on a date to come."),
    "will-do": Rule(0.8, "Someone will do, or plans to do, what is usually arranged beforehand."),
    "would-do-then": Rule(0.9, "It is reported that something would be done on a date to come."),
    "to-be-there": Rule(0.85, "Someone will be, or is expected, in a place on a date to come."),
    "may-be-then": Rule(0.5, "The event could take place as early as a date to come."),
    "does-then": Rule(0.9, "The present tense stands with a date to come."),
}
"""The rules by their names."""
