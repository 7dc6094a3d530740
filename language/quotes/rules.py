"""What each rule for quotes is called, how often it is right, and how it explains itself."""

from __future__ import annotations

from typing import Final, NamedTuple

from language.grammar.english_verbs import BASES
from store.records import Quote

_SAYING: Final = frozenset({"say", "tell", "write", "add"})
"""Verbs that hardly ever mean anything but speech."""

_LONGEST_NAMED: Final = 60


class _Rule(NamedTuple):
    """How often a rule gave content, cue and source exactly as on the dev data, and its reason.

    `saying` is for the verbs that hardly mean anything but speech, `others` for all else;
    `quoted` where the content has quotation marks; behind a speech, where it has no other words.
    """

    why: str
    saying: float
    others: float
    saying_quoted: float
    others_quoted: float


RULES: Final = {
    "speech-then-speaker": _Rule(
        "“{cue}” and “{source}” stand behind what was said.", 0.66, 0.5, 0.87, 0.88
    ),
    "speaker-then-clause": _Rule(
        "“{source}” and “{cue}” lead to what was said.", 0.79, 0.6, 0.77, 0.62
    ),
    "speaker-then-quotation": _Rule(
        "“{source}” and “{cue}” lead to a quotation.", 0.5, 0.4, 0.7, 0.57
    ),
    "speaker-then-matter": _Rule("“{cue}” names what “{source}” spoke of.", 0.55, 0.51, 0.5, 0.58),
    "speaker-then-wish": _Rule(
        "“{cue}” and “to” tell what “{source}” wants or promises.", 0.46, 0.46, 0.46, 0.46
    ),
    "according-to": _Rule("“{cue}” names “{source}” as the source.", 0.69, 0.69, 0.85, 0.85),
    "headline-name": _Rule(
        "The headline begins with “{source}” and a colon.", 0.55, 0.55, 0.85, 0.85
    ),
    "name-then-speech": _Rule(
        "The paragraph begins with “{source}” and a colon.", 0.8, 0.8, 0.8, 0.8
    ),
    "speech-then-name": _Rule("The quotation is signed “{source}”.", 0.9, 0.9, 0.9, 0.9),
    "noun-then-clause": _Rule("“{cue}” tells what “{source}” said.", 0.25, 0.25, 0.25, 0.25),
    "state-of-mind": _Rule(
        "“{cue}” tells what “{source}” thinks or feels.", 0.36, 0.36, 0.36, 0.36
    ),
    "passive-with-agent": _Rule(
        "“{cue}” tells what “{source}” said of someone or something.", 0.33, 0.33, 0.33, 0.33
    ),
    "passive-without-speaker": _Rule(
        "“{cue}” tells what is said of someone or something.", 0.35, 0.35, 0.35, 0.35
    ),
    "reporting-words": _Rule("“{cue}” reports what “{source}” said.", 0.5, 0.5, 0.6, 0.6),
}


def quote_confidence(rule: str, quote: Quote) -> float:
    """The share of such quotes that are exactly right, content, cue and source: measured."""
    shares = RULES[rule]
    words = quote.cue[0].text.lower().split() if quote.cue else []
    is_saying = any(BASES.get(word) in _SAYING for word in words)
    if quote.kind == "indirect" or (quote.kind == "mixed" and rule == "speech-then-speaker"):
        return shares.saying if is_saying else shares.others
    return shares.saying_quoted if is_saying else shares.others_quoted


def quote_reason(rule: str, quote: Quote) -> str:
    """A sentence for the annotator: what in the text made the rule propose the quote."""
    cue = " … ".join(span.text for span in quote.cue)
    source = " … ".join(span.text for span in quote.source)
    return RULES[rule].why.format(cue=_short(cue), source=_short(source))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST_NAMED else plain[: _LONGEST_NAMED - 1].rstrip() + "…"
