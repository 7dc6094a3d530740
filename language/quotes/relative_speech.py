"""What a relative word before the speaker stands for: what X said / which, X said, is ….

PolNeAR takes the relative word itself as the content, or as its beginning.
"""

from __future__ import annotations

import re
from typing import Final

from language.grammar.verb_groups import Subjects, Verb
from language.quotes.reported_sentence import Report, Sentence
from language.quotes.reporting_words import DAY


def relative_speech(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    """What a verb reports whose object is the relative word before its subject."""
    words, subject = subjects.words, subjects.of(verb.number)
    if subject is None or subject.first < 1 or words.lowers[subject.first - 1] not in _RELATIVES:
        return None
    relative = (words.starts[subject.first - 1], words.ends[subject.first - 1])
    if not _NOTHING_MORE.match(sentence.masked, verb.cue[1], sentence.end):
        return None
    source = (words.starts[subject.first], words.ends[subject.last])
    return Report((relative,), (verb.cue,), (source,), rule="speaker-then-matter")


_RELATIVES: Final = frozenset({"what", "which"})
_NOTHING_MORE: Final = re.compile(
    r"\s*(?:[.;)?!—]|$)|\s+(?:in|on|at|when|while|during|after|before"
    rf"|{DAY})(?!\w)"
)
"""What may follow a verb whose object stands before it."""
