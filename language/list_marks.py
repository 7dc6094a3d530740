"""What stands before or in a sentence and is no part of what it says.

The marks of lists, quoted lines and emphasis; the date with which a wire report begins.
"""

from __future__ import annotations

import re
from typing import Final

_LIST_MARK: Final = re.compile(
    r"(?:\s*(?:>|date\s\d{4}-\d\d-\d\d(?=\s)|(?:[-*+•–—]|\#{1,6}|\(?\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{2,4})\)|[0-9]\ufe0f?\u20e3)"
    r"(?=\s)))*\s*"
)
_EMPHASIS: Final = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_CLOSERS: Final = " \t\n\r\xa0\u202f,;:"
_EMPHASIS_MARKS: Final = "*_"


def after_list_mark(text: str, start: int, end: int) -> int:
    """Where a sentence begins after "1.", "-", ">", "date 2031-06-14" …, or without such."""
    found = _LIST_MARK.match(text, start, end)
    return found.end() if found and found.end() < end else start


def without_emphasis(text: str) -> str:
    """The text with a space for each mark of emphasis: *so* or __so__."""
    return _EMPHASIS.sub(lambda found: " " * len(found[0]), text)


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without space, comma, colon or half an emphasis at its edges."""
    before = None
    while before != (start, end):
        before = (start, end)
        stretch = text[start:end]
        start, end = end - len(stretch.lstrip(_CLOSERS)), start + len(stretch.rstrip(_CLOSERS))
        start, end = _whole_emphasis(text, start, max(start, end))
    return start, end


def _whole_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without a mark of emphasis at one edge whose fellow is outside."""
    stretch = text[start:end]
    for mark in _EMPHASIS_MARKS:
        if stretch.count(mark) % 2 and stretch.startswith(mark):
            return start + 1, end
        if stretch.count(mark) % 2 and stretch.endswith(mark):
            return start, end - 1
    return start, end
