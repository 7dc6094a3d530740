"""How a sentence goes on, behind its speaker, in quotation marks: The deal, he said, “is dead”."""

from __future__ import annotations

import re
from typing import Final

from language.grammar.english_verbs import FORMS
from language.grammar.verb_groups import Subjects
from language.quotes.content_ends import content_end
from language.quotes.reported_sentence import Sentence, Stretch
from language.quotes.reporting_words import FINITE

THEN_SPEECH: Final = re.compile(r"[,:]?\s+\ue000")


def goes_on_quoted(sentence: Sentence, start: int) -> bool:
    """Whether a sentence goes on, after its speaker, in quotation marks: "he said, “we go”."."""
    found = THEN_SPEECH.match(sentence.masked, start, sentence.end)
    if found is None or found[0][0] != ",":
        return False
    return sentence.text[found.end() : found.end() + 2].lstrip("'")[:1].islower()


def goes_on_with_verb(sentence: Sentence, subjects: Subjects, start: int) -> bool:
    """Whether a noun has its verb in a quotation: "The deal, he said, “is close”."."""
    found = THEN_SPEECH.match(sentence.masked, start, sentence.end)
    word = _FIRST_WORD.match(sentence.text, found.end() - 1) if found else None
    if word is None or subjects.words.classes[0] not in "DPNL0":
        return False
    return bool(FINITE.fullmatch(word["word"])) or FORMS.get(word["word"]) in ("third", "past")


_FIRST_WORD: Final = re.compile(r"[“”\"‘’'«\s]*(?P<word>[a-z]+)(?![\w’'])")


def with_rest(sentence: Sentence, subjects: Subjects, quotation: Stretch) -> Stretch:
    """A quotation with what the sentence adds to it unquoted: "he said, “a gift” to nobody"."""
    start, end = quotation
    if not _ADDS.match(sentence.masked, end, sentence.last) or not sentence.is_quoted(quotation):
        return quotation
    if _MARK_INSIDE.search(sentence.text, start, end):
        return quotation
    rest = content_end(sentence, subjects, end, is_matter=False, is_subordinate=False)
    return start, max(end, rest)


_ADDS: Final = re.compile(r"\s+(?!(?:he|she|they|I|we|it|as|while|but)\s)[a-z]")
_MARK_INSIDE: Final = re.compile(r"[,.?!…][’'”\"»]*$")
