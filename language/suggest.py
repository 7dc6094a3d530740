"""All that the rules of language propose for one article: participants, quotes, events, dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from language.dates.time_expressions import time_expressions
from language.follow_ups.suggestions import follow_up_suggestions
from language.names.suggestions import participant_suggestions
from language.quotes.suggestions import quote_suggestions
from language.segments import Segments
from store.records import Participant, Quote, Suggestion, Suggestions

FindQuotes: TypeAlias = Callable[[Segments, Sequence[Participant]], tuple[Suggestion, ...]]
"""What finds the quotes of a text, whose speakers are among these participants."""


def suggestions(
    text: str,
    written: date | None,
    language: str = "en",
    find_quotes: FindQuotes = quote_suggestions,
) -> Suggestions:
    """What the text proposes to be marked, by rules alone.

    Args:
        text: the article's, any text whatever.
        written: the day of publication, against which "next month" is understood.
        language: a BCP 47 tag; beyond English, what quotation marks and dates allow.
        find_quotes: another way to find the quotes than our rules, such as a parser's.
    """
    segments = Segments(text)
    participants = participant_suggestions(segments)
    people = [each.record for each in participants if isinstance(each.record, Participant)]
    quotes = find_quotes(segments, people)
    said = [each.record for each in quotes if isinstance(each.record, Quote)]
    return Suggestions(
        participants=participants,
        quotes=quotes,
        follow_ups=follow_up_suggestions(segments, written, language, people, said),
        dates=time_expressions(text, written, language),
    )
