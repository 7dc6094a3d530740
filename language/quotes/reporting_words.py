"""English words that report what someone said, and those that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from language.quotes.reporting_verbs import WITH_PARTICLE, verbs_before
from language.word_lists import words_of

VOICING: Final = verbs_before("voice")
"""Verbs for the manner of speech, which report no noun: "growled"."""

SAYING: Final = verbs_before("speech") | VOICING
"""Verbs of speech: what follows or precedes them may be what was said."""

THINKING: Final = verbs_before("clause")
"""Verbs that report when a clause or a question word follows them."""

WISHING: Final = verbs_before("infinitive")
"""Verbs that report when an infinitive follows them, which belongs to what was said."""

URGING: Final = verbs_before("object")
"""Verbs that report with their object: "urged both sides to talk"."""

OF_PEOPLE: Final = verbs_before("people")
"""Verbs that report with their object if someone who can speak is their subject."""

TAKING_AS: Final = verbs_before("as")
"""Verbs that report what their object is taken for: "views the deal as a mistake"."""

WRITING: Final = verbs_before("text")
"""Verbs that report with words for something said or written: "issued a statement"."""

WITH_ATTITUDE: Final = verbs_before("attitude") | words_of("have has had having")
"""Verbs that report with a noun for what one thinks or feels: "expressed hope"."""

WITH_CLAUSE: Final = SAYING | THINKING | WISHING | URGING
"""Verbs that report with "that", or a quotation."""

ASKING: Final = SAYING | THINKING
"""Verbs that report with a question word."""

REPORTING: Final = WITH_CLAUSE | OF_PEOPLE | TAKING_AS | WRITING | WITH_ATTITUDE | WITH_PARTICLE
"""All of them."""

BELIEVING: Final = words_of(
    "believe believes believed believing think thinks thought hope hopes hoped hoping fear fears"
    " feared guess assume assumes assumed feel feels felt know knows knew"
    " find finds found show shows showed shown"
)
"""Verbs of thought that report when a clause follows them without "that"."""

PLAIN: Final = SAYING | BELIEVING
"""Verbs that report with a clause without "that"."""

NOUNS: Final = words_of(
    "state note claim report order question call plan need stress comment demand answer promise"
    " pledge vow offer hope fear doubt show estimate remark tweet figure support attack welcome"
    " want joke sigh shout guess challenge label brand signal hint vote rule worry wish means"
)
"""Verbs that are nouns too."""

TELLING: Final = words_of(
    "tell tells told telling inform informs informed assure assures assured assuring"
)
"""Verbs of speech whose first object is who was spoken to."""


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of an expression, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


DAY: Final = (
    r"(?:(?:(?:on|late|early|last|this|earlier|later)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|week|month|year|later)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in\s+(?:(?:early|late)\s+)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?=\d{4}(?!\d)))(?:\s?\d{4}(?!\d))?)"
)
"""When something was said."""

SETTING: Final = (
    r"(?:in|at|during|through|via|on|from|after|before|by|as|of)\s+"
    r"(?:[^\s,.;:\ue000]+\s+){0,5}?"
    r"(?:statement|interview|speech|tweet|note|letter|report|e-?mail|conference|briefing|memo|post"
    r"|op-ed|article|hearing|call|meeting|document|filing|release|news|study|lawsuit|phone"
    r"|telephone|Twitter|Facebook|television|radio|address|remarks|ceremony|presentation)"
    r"(?:\s+(?:to|with|for|from|by)\s+(?:the\s+)?[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*)*)?"
)
"""Where or how something was said."""

ADVERBIAL: Final = re.compile(
    rf"(?:\s+(?:{DAY}|{SETTING}|again|instead|simply|only|flatly|earlier|later|recently|repeatedly)"
    r"(?![\w’']))*"
)

APPOSITION: Final = re.compile(
    r"(?:an?|the|who|whose|which|his|her|its|their|of|from|now|then|then-|\d+|former|chief|chair\w*"
    r"|president|director|head|leader|spokes\w+|professor|D|R|Jr|Sr|[A-Z][\w.]*)(?![\w])"
)
"""How what is said of a name after a comma begins."""

FINITE: Final = re.compile(
    r"(?<![\w’'])(?:is|are|was|were|am|has|have|had|will|would|can|could|should|shall|may|might|must"
    r"|do|does|did)(?:n['’]t)?(?!\w)"
)
"""A verb that only a clause holds."""
