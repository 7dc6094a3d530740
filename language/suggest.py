"""All that the rules of language propose for one article: participants, quotes, events, dates."""

from __future__ import annotations

from datetime import date

from language.follow_up_suggestions import follow_up_suggestions
from language.participant_suggestions import participant_suggestions
from language.quote_suggestions import quote_suggestions
from language.segments import Segments
from language.time_expressions import time_expressions
from store.records import Participant, Quote, Suggestions


def suggestions(text: str, written: date | None, language: str = "en") -> Suggestions:
    """What the text proposes to be marked, by rules alone.

    Args:
        text: the article's, any text whatever.
        written: the day of publication, against which "next month" is understood.
        language: a BCP 47 tag; beyond English, what quotation marks and dates allow.
    """
    segments = Segments(text)
    participants = participant_suggestions(segments)
    people = [each.record for each in participants if isinstance(each.record, Participant)]
    quotes = quote_suggestions(segments, people)
    said = [each.record for each in quotes if isinstance(each.record, Quote)]
    return Suggestions(
        participants=participants,
        quotes=quotes,
        follow_ups=follow_up_suggestions(segments, written, language, people, said),
        dates=time_expressions(text, written, language),
    )
