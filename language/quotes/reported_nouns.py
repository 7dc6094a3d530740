"""Speech that a noun tells of: "the council denied Savik's claim that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.grammar.verb_groups import Subjects
from language.quotes.content_ends import content_end
from language.quotes.reported_sentence import Report, Sentence
from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

_NOUNS: Final = words_of(
    "claim allegation assertion statement promise pledge vow belief conclusion view suggestion"
    " warning contention acknowledgment admission insistence argument fear hope remark comment"
    " prediction accusation announcement complaint declaration explanation concern charge"
)
_TOLD: Final = re.compile(
    r"(?<![\w’'])(?:(?P<name>[A-Z][\w.-]{0,30}(?:\s[A-Z][\w.-]{0,30}){0,3})['’]s?"
    rf"|(?P<pronoun>his|her|their|its))\s(?P<cue>(?:[a-z-]{{1,20}}\s)?(?:{alternatives(_NOUNS)})s?)\s(?P<that>that)\s"
)


def noun_reports(sentence: Sentence, subjects: Subjects) -> Iterator[Report]:
    """What nouns with an owner report, behind the verb of their sentence."""
    for found in _TOLD.finditer(sentence.masked, sentence.start, sentence.end):
        if not subjects.any_between(sentence.start, found.start()):
            continue
        start = found.start("that")
        end = content_end(sentence, subjects, start, is_matter=True, is_subordinate=False)
        source = found.span("name" if found["name"] else "pronoun")
        yield Report(((start, end),), (found.span("cue"),), (source,), rule="noun-then-clause")
