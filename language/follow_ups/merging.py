"""Which suggestions tell of the same event, and what they tell of it together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from language.follow_ups.grain import lies_within
from language.follow_ups.words import OTHER_EVENTS
from store.records import FollowUp, Suggestion

_COMPARED: Final = 16
"""How many events of a kind, counted back, an event may be the same as."""
_NAME: Final = re.compile(r"\b[A-Z]\w+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_KNOWN: Final = re.compile(
    r"\b(?:the|this|that|his|her|its|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_ANEW: Final = re.compile(
    r"\b(?:own|another|separate|second|further|different|new|similar)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before an event that is not the one told of before."""

_PRONOUN: Final = re.compile(r"(?:^|[.!?;\n][”\"]?\s+)(?:It|This|They)\s+(?:[\w’'-]+\s+){0,3}$")
_GOES_ON: Final = re.compile(
    r"(?:(?:is|are|was|will|would|to|be|due|expected|scheduled|set|planned)\s+)*"
    r"(?:take place|held|begin|start|open|last|run|end|conclude|follow|hosted|attended|signed)\b"
)
_SIGHT: Final = 40
_NEAR: Final = 300
"""How far back "it" may look for its event."""


def changed(event: FollowUp, **changes: Any) -> FollowUp:
    """An event with other fields."""
    fields = {field: getattr(event, field) for field in FollowUp.__struct_fields__}
    return FollowUp(**fields | changes)


def fullest(suggestions: Sequence[Suggestion], text: str) -> list[Suggestion]:
    """The suggestions in their order, of each event the one that tells most, with what the others
    tell besides: a finer date, a place, who takes part, and that it is called off.
    """
    kept: dict[int, Suggestion] = {}
    of_kind: defaultdict[str, list[int]] = defaultdict(list)
    latest: int | None = None
    for number, suggestion in enumerate(suggestions):
        event = _event(suggestion)
        known = of_kind[_kind(event)]
        same = _told_by_pronoun(event, kept, latest, text)
        if same is None:
            near = reversed(known[-_COMPARED:])
            same = next((n for n in near if _is_same(_event(kept[n]), event, text)), None)
        if same is None:
            known.append(number)
            kept[number] = suggestion
            latest = number
            continue
        latest = same
        kept[same] = _together(kept[same], suggestion)
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


def _before(event: FollowUp, text: str) -> str:
    start = event.trigger[0].start
    return text[max(0, start - _SIGHT) : start]


def _told_by_pronoun(
    event: FollowUp, kept: dict[int, Suggestion], latest: int | None, text: str
) -> int | None:
    """The number of the event that "it will take place" tells of: the last before it."""
    if latest is None or not _PRONOUN.search(_before(event, text)):
        return None
    earlier = _event(kept[latest])
    is_near = 0 <= event.trigger[0].start - earlier.trigger[0].end < _NEAR
    is_same = is_near and _GOES_ON.match(event.trigger[0].text) and _agree(earlier, event)
    return latest if is_same else None


def _agree(one: FollowUp, other: FollowUp) -> bool:
    """Whether one has no date, or both dates may be one of different grain."""
    dates = [event.date.value if event.date else "" for event in (one, other)]
    return "" in dates or dates[0] == dates[1] or lies_within(*dates) or lies_within(*dates[::-1])


def _is_same(one: FollowUp, other: FollowUp, text: str) -> bool:
    """Whether neither date nor place nor a name tells two events of a kind apart."""
    dates = [event.date.value if event.date else "" for event in (one, other)]
    names = [set(_NAME.findall(event.title)) for event in (one, other)]
    is_known = _KNOWN.search(_before(other, text)) is not None
    shared = set(one.participants) & set(other.participants)
    is_others = not is_known and one.participants and other.participants
    is_apart = (
        not (one.place in other.place or other.place in one.place)
        or (all(names) and names[0].isdisjoint(names[1]))
        or (dates[0] != dates[1] and _ANEW.search(_before(other, text)) is not None)
        or (dates[0] != dates[1] and is_others and not shared)
    )
    if is_apart or not _agree(one, other):
        return False
    is_alike = dates[0].startswith(dates[1]) or dates[1].startswith(dates[0])
    is_there = one.place != "" and one.place == other.place
    return is_alike or is_there or is_known or bool(shared)


def _together(one: Suggestion, other: Suggestion) -> Suggestion:
    """The suggestion that tells most, with what the other tells besides."""
    full, less = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    event, besides = _event(full), _event(less)
    day = event.date or besides.date
    if event.date and besides.date and lies_within(besides.date.value, event.date.value):
        day = besides.date
    record = changed(
        event,
        date=day,
        place=event.place or besides.place,
        participants=event.participants or besides.participants,
        announced_in=event.announced_in or besides.announced_in,
        status=besides.status if event.status == "announced" else event.status,
    )
    return Suggestion(record, full.rule, full.confidence, full.why)


def _fullness(suggestion: Suggestion) -> tuple[int, float, int]:
    """How much is told: fields first, then how sure it is, then how long its words are."""
    event = _event(suggestion)
    fields = (event.date, event.place, event.participants, event.announced_in)
    return sum(map(bool, fields)) + bool(event.date), suggestion.confidence, len(event.title)
