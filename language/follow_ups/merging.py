"""Which suggestions tell of the same event, and which of them tells most."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from language.follow_ups.words import OTHER_EVENTS
from store.records import FollowUp, Suggestion

_COMPARED: Final = 16
"""How many events of a kind, counted back, an event may be the same as."""
_NAME: Final = re.compile(r"\b[A-Z]\w+")
_WORD: Final = re.compile(r"[^\W\d_]+")


def fullest(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """The suggestions in their order, of each event the one that tells most."""
    kept: dict[int, Suggestion] = {}
    of_kind: defaultdict[str, list[int]] = defaultdict(list)
    for number, suggestion in enumerate(suggestions):
        event = _event(suggestion)
        known = of_kind[_kind(event)]
        same = next((n for n in known[-_COMPARED:] if _is_same(_event(kept[n]), event)), None)
        if same is None:
            known.append(number)
            kept[number] = suggestion
        elif _fullness(suggestion) > _fullness(kept[same]):
            kept[same] = suggestion
    return sorted(kept.values(), key=lambda each: _event(each).trigger[0].start)


def _event(suggestion: Suggestion) -> FollowUp:
    assert isinstance(suggestion.record, FollowUp)
    return suggestion.record


def _kind(event: FollowUp) -> str:
    """The type of an event or, if that is none of ours, the word for it."""
    if event.type != "other":
        return event.type
    words = [word.lower() for word in _WORD.findall(event.title)]
    return next((word for word in reversed(words) if word in OTHER_EVENTS), event.title)


def _is_same(one: FollowUp, other: FollowUp) -> bool:
    """Whether neither date nor place nor a name tells two events of a kind apart."""
    dates = [event.date.value if event.date else "" for event in (one, other)]
    names = [set(_NAME.findall(event.title)) for event in (one, other)]
    return (
        (dates[0].startswith(dates[1]) or dates[1].startswith(dates[0]))
        and (one.place in other.place or other.place in one.place)
        and (not all(names) or not names[0].isdisjoint(names[1]))
    )


def _fullness(suggestion: Suggestion) -> tuple[int, float, int]:
    """How much is told: fields first, then how sure it is, then how long its words are."""
    event = _event(suggestion)
    fields = (event.date, event.place, event.participants, event.announced_in)
    return sum(map(bool, fields)) + bool(event.date), suggestion.confidence, len(event.title)
