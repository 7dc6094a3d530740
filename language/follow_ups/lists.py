"""Lists of what is to happen, under the day of it: "Monday, May 26", and an item a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from language.follow_ups.event_dates import Dated

_MARKS: Final = " \t\r\n\xa0*_#:.–—-"
_ITEM: Final = re.compile(r"[ \t]*[-*•·–][ \t]")
_SIGHT: Final = 12


def is_item(text: str, start: int) -> bool:
    """Whether the sentence at `start` is the first of an item of a list."""
    line = text.rfind("\n", max(0, start - _SIGHT), start) + 1
    line = line or (0 if start <= _SIGHT else start)
    return _ITEM.match(text, line) is not None


def heading_at(
    text: str, start: int, end: int, dates: Sequence[Dated], heading: Dated | None
) -> Dated | None:
    """The day over a list after the sentence `text[start:end]`: that sentence, if it is no more
    than a day not yet over, or the `heading` before it as long as its list goes on.
    """
    if is_item(text, start):
        return heading
    alone = text[start:end].strip(_MARKS)
    before = text[max(0, start - _SIGHT) : start].rstrip(" \t\xa0")
    if not alone or (before and not before.endswith("\n")):
        return heading
    for date in dates:
        if text[date.start : date.end].strip(_MARKS) == alone:
            return date if date.is_ahead or date.is_today else None
    return None
