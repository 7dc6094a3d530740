"""Quotes that were found in two ways: by our rules alone, and by those over a parse.

Where both say the same they are nearly always right; where they differ our rules are taken, and
what only one of them sees is kept with the confidence that such deserve.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import structs

from store.records import Fragments, Quote, Suggestion

BOTH: Final = 0.82
"""How many were exactly right of those that both found, to the letter."""
ONLY_THE_SOURCE: Final = 0.40
"""… of those that differ in nothing but the source."""
CONTENT: Final = 0.50
"""… of those that differ in nothing but the content."""
MORE: Final = 0.41
"""… of those that differ in more, and of those that the rules alone found."""
PARSED_ALONE: Final = 0.45
"""… at most, of those that only the parse showed."""


def merged(ours: Sequence[Suggestion], parsed: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The quotes of both, in the order of the text, numbered anew.

    Args:
        ours: those that our rules found in the text.
        parsed: those that were found in its parse.
    """
    places = _Places(parsed)
    taken: set[int] = set()
    chosen: list[Suggestion] = []
    for suggestion in ours:
        beside = places.beside(suggestion)
        taken.update(beside)
        others = [parsed[number] for number in beside]
        chosen.append(_better(suggestion, others) if others else _sure(suggestion, MORE))
    alone = [each for number, each in enumerate(parsed) if number not in taken]
    chosen += [_sure(each, min(each.confidence, PARSED_ALONE)) for each in alone]
    chosen.sort(key=lambda each: _quote(each).content[0])
    return tuple(
        structs.replace(each, record=structs.replace(each.record, id=f"q{number}"))
        for number, each in enumerate(chosen, 1)
    )


def _better(ours: Suggestion, others: Sequence[Suggestion]) -> Suggestion:
    """What is to be believed of a quote that was found in both ways."""
    quote = _quote(ours)
    their = max(map(_quote, others), key=lambda each: _shared(quote.content, each.content))
    differ = [
        part
        for part in ("source", "cue", "content")
        if _letters(getattr(quote, part)) != _letters(getattr(their, part))
    ]
    if not differ:
        return _sure(ours, BOTH, f"{ours.why} The parse of the sentence says the same.".strip())
    return _sure(ours, _DIFFERING.get(" ".join(differ), MORE))


_DIFFERING: Final = {"source": ONLY_THE_SOURCE, "content": CONTENT}


def _sure(suggestion: Suggestion, confidence: float, why: str = "") -> Suggestion:
    return structs.replace(suggestion, confidence=confidence, why=why or suggestion.why)


class _Places:
    """Which quotes share a place with another: in their content, or in their cues."""

    def __init__(self, suggestions: Sequence[Suggestion]) -> None:
        self._spans = {part: self._of(suggestions, part) for part in ("content", "cue")}

    @staticmethod
    def _of(suggestions: Sequence[Suggestion], part: str) -> list[tuple[int, int, int]]:
        return sorted(
            (span.start, span.end, number)
            for number, suggestion in enumerate(suggestions)
            for span in getattr(_quote(suggestion), part)
        )

    def beside(self, suggestion: Suggestion) -> list[int]:
        """The numbers of those that share a place with this one."""
        quote = _quote(suggestion)
        return sorted({*self._at("content", quote.content), *self._at("cue", quote.cue)})

    def _at(self, part: str, fragments: Fragments) -> Iterator[int]:
        spans = self._spans[part]
        for fragment in fragments:
            # They hardly overlap each other: what begins before is at most the last one.
            place = max(bisect_left(spans, (fragment.start, 0, 0)) - 1, 0)
            while place < len(spans) and spans[place][0] < fragment.end:
                _, end, number = spans[place]
                if end > fragment.start:
                    yield number
                place += 1


def _shared(one: Fragments, other: Fragments) -> int:
    return sum(
        max(0, min(first.end, second.end) - max(first.start, second.start))
        for first in one
        for second in other
    )


def _letters(fragments: Fragments) -> str:
    """The words of a part, without the marks at which the two may cut differently."""
    return "".join(filter(str.isalnum, "".join(span.text for span in fragments)))


def _quote(suggestion: Suggestion) -> Quote:
    assert isinstance(suggestion.record, Quote)
    return suggestion.record
