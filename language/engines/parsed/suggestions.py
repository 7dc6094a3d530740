"""Quotes found in a parse as suggestions: with their speakers, confidence and reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from language.engines.parsed.quotes import FoundQuote
from language.quotes.reported_sentence import Report
from language.quotes.speakers import Speakers
from store.records import Fragments, Participant, Provenance, Quote, QuoteKind, Span, Suggestion

_REMEMBERED: Final = 12
"""Quotes looked back at for the person that a pronoun means."""

_DIRECT: Final[dict[str, float]] = {
    "clause-of-speech": 0.86,
    "speech-then-speaker": 0.59,
    "name-and-colon": 0.88,
    "quotation-and-name": 0.95,
}
_NOT_DIRECT: Final[dict[str, float]] = {
    "clause-of-speech": 0.64,
    "speech-then-speaker": 0.49,
    "infinitive": 0.38,
    "of-a-thing": 0.51,
    "called-so": 0.48,
    "about-a-thing": 0.41,
    "noun-of-speech": 0.29,
    "verb-and-noun": 0.35,
    "adjective": 0.38,
    "passive": 0.25,
    "according-to": 0.57,
    "name-and-colon": 0.67,
}
_UNMEASURED: Final = 0.3
"""For a kind of which there were next to none."""

_WHY: Final[dict[str, str]] = {
    "clause-of-speech": "“{verb}” has a clause, or a quotation, of what is said.",
    "speech-then-speaker": "“{verb}” stands beside what is said, with who says it.",
    "infinitive": "“{verb} to …” tells what somebody wants, promises or asks for.",
    "of-a-thing": "The object of “{verb}” is what somebody says, wants or judges.",
    "called-so": "“{verb}” says of something what it is.",
    "about-a-thing": "“{verb}” is followed by what is spoken or thought of.",
    "noun-of-speech": "“{verb}” is a noun of saying or thinking, and its owner is named.",
    "verb-and-noun": "“{verb}” leads to a noun of saying or thinking.",
    "adjective": "“{verb}” says what somebody thinks, fears or wants.",
    "passive": "“{verb} by …” names who says or judges it.",
    "according-to": "“according to” names who says so.",
    "name-and-colon": "The paragraph begins with a name and a colon.",
    "quotation-and-name": "A name stands behind the quotation, after a dash.",
}


def quotes_as_suggestions(
    text: str, found: Iterable[FoundQuote], participants: Sequence[Participant]
) -> tuple[Suggestion, ...]:
    """The quotes as suggestions, numbered in order.

    Args:
        text: the article's.
        found: the quotes, in the order of the text.
        participants: who may be a speaker, with their mentions.
    """
    speakers = Speakers(text, participants)
    earlier: list[Report] = []
    suggestions = []
    for number, quote in enumerate(found, 1):
        source = _spans(text, quote.source)
        record = Quote(
            id=f"q{number}",
            kind=quote.kind,
            speakers=speakers.of(source, earlier[::-1]),
            source=source,
            cue=_spans(text, quote.cue),
            content=_spans(text, quote.content),
            provenance=Provenance(origin=f"suggested:{quote.rule}"),
        )
        why = _WHY[quote.rule].format(verb=quote.verb)
        suggestions.append(Suggestion(record, quote.rule, confidence(quote.rule, quote.kind), why))
        report = Report(quote.content, quote.cue, quote.source, rule=quote.rule)
        earlier = [*earlier, report][-_REMEMBERED:]
    return tuple(suggestions)


def confidence(rule: str, kind: QuoteKind) -> float:
    """How many of such quotes had exactly the right source, cue and content (0 to 1).

    Measured with spaCy's small pipeline on 84 US news articles (PolNeAR's dev split).
    """
    return (_DIRECT if kind == "direct" else _NOT_DIRECT).get(rule, _UNMEASURED)


def _spans(text: str, stretches: Iterable[tuple[int, int]]) -> Fragments:
    return tuple(Span.of(text, start, end) for start, end in stretches)
