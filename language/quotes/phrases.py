"""Phrases that name who speaks where no verb of speech has a subject: after "by", before a verb."""

from __future__ import annotations

from typing import Final

from language.grammar.verb_groups import NO_SUBJECT, Subjects
from language.grammar.word_classes import Words
from language.quotes.reported_sentence import Stretch

_LONGEST: Final = 14
"""Words of the longest phrase that is taken for who speaks."""


def phrase_end(words: Words, first: int, *, is_joined: bool = False) -> int:
    """The word after the noun phrase that begins with a word; that word if none does.

    Args:
        words: those of the sentence.
        first: the number of its first word.
        is_joined: whether it may go on with "of" and "and".
    """
    classes = words.classes
    end = first
    while end < min(len(classes), first + _LONGEST) and classes[end] in "DNP0'XCO":
        if classes[end] in "CO" and not is_joined:
            break
        end += 1
    while end > first and classes[end - 1] in "CO":
        end -= 1
    return end


def agent_after(
    words: Words, place: int, prepositions: frozenset[str]
) -> tuple[Stretch, int] | None:
    """Who is named after a preposition at a place, and the word after that; None if nobody is."""
    if place >= len(words.lowers) - 1 or words.lowers[place] not in prepositions:
        return None
    end = phrase_end(words, place + 1, is_joined="of" not in prepositions)
    return ((words.starts[place + 1], words.ends[end - 1]), end) if end > place + 1 else None


def subject_of(subjects: Subjects, number: int) -> Stretch | None:
    """Who does what a verb says, also where it shares the subject of the verb before it."""
    found = subjects.of(number)
    if found is None and number:
        found = subjects.inherited(number)
    if found is None or found == NO_SUBJECT:
        return None
    return subjects.words.starts[found.first], subjects.words.ends[found.last]
