"""All that the rules of language propose for one article: participants, quotes, events, dates."""

from __future__ import annotations

from datetime import date

from store.records import Suggestions


def suggestions(text: str, written: date | None, language: str = "en") -> Suggestions:
    """What the text proposes to be marked, by rules alone.

    Args:
        text: the article's, any text whatever.
        written: the day of publication, against which "next month" is understood.
        language: a BCP 47 tag; beyond English, what quotation marks and dates allow.
    """
    return Suggestions()
