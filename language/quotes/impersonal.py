"""What is said to be clear or unclear, without a word on to whom: "it is unclear whether …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.quotes.reported_sentence import Report, Sentence

_TAKEN: Final = re.compile(
    r"(?<!\w)[Ii]t(?:\s(?P<cue>(?:(?:is|was|remains|remained|seems|seemed|became|becomes"
    r"|has\s(?:been|become|remained)|had\s(?:been|become|remained))\s(?:[a-z]+\s){0,2}?"
    r"(?:clear|unclear|apparent|obvious|evident|uncertain|unknown|doubtful|plain|likely|unlikely)"
    r"|(?:[a-z]+\s)?(?:seems|seemed|appears|appeared))))\s(?=(?:that|whether)\s)"
)


def impersonal_reports(sentence: Sentence) -> Iterator[Report]:
    """What "it" is said to be, as far as the sentence goes on."""
    for found in _TAKEN.finditer(sentence.masked, sentence.start, sentence.end):
        yield Report(
            ((found.end(), sentence.last),), (found.span("cue"),), (), False, rule="impersonal"
        )
