"""Where a clause of an English sentence ends and another begins, or goes on."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from language.grammar.english_verbs import FORMS
from language.grammar.verb_groups import Subjects

_NEAREST: Final = 8
"""Verbs after one among which is that of the clause around it."""


def clause_after(subjects: Subjects, offset: int, end: int) -> int | None:
    """Where, in a stretch of the text, a comma parts it from a clause with its own subject."""
    words = subjects.words
    comma = bisect_left(words.starts, offset)
    for number, group in enumerate(subjects.groups):
        if group.first <= comma or group.kind != "finite":
            continue
        if words.starts[group.first] >= end:
            break
        found = subjects.of(number)
        if found is None or found.first <= comma:
            continue
        before = found.first - 1
        while before > comma and words.classes[before] in "CRA":
            before -= 1
        if words.classes[before] == "," and before > comma:
            return words.starts[before]
    return None


def resumed_after(subjects: Subjects, number: int, offset: int, end: int) -> int | None:
    """Where, in a stretch of the text, a clause goes on that a verb's was set into.

    "Orlen, who said it was late, left": the comma before "left", whose subject is before "who".
    """
    words, first, own = subjects.words, subjects.groups[number].first, subjects.of(number)
    if own and own.last < first and subjects.groups[number].kind == "ing":
        own = None
    opens = own.first if own else first
    if words.classes[opens] != "W" and not subjects.is_set_in(opens):
        return None
    for later in range(number + 1, min(number + _NEAREST, len(subjects.groups))):
        group = subjects.groups[later]
        if words.starts[group.first] >= end:
            break
        if words.starts[group.first] <= offset or words.classes[group.first - 1] not in ",-":
            continue
        found = subjects.of(later) if group.kind == "finite" else None
        if found and found.first < opens:
            return words.starts[group.first - 1]
    return None


def verb_after_and(subjects: Subjects, offset: int, end: int) -> int | None:
    """Where, in a stretch of the text, "and" joins a finite verb without its own subject."""
    words = subjects.words
    for number, group in enumerate(subjects.groups):
        if words.starts[group.first] >= end:
            break
        if group.first < 2 or words.starts[group.first - 1] <= offset or group.kind != "finite":
            continue
        is_joined = words.classes[group.first - 1] == "C" and subjects.of(number) is None
        is_tensed = FORMS.get(words.lowers[group.first]) in ("past", "third")
        if is_joined and (is_tensed or words.classes[group.first] in "MBH"):
            return words.starts[group.first - 1]
    return None
