"""The quotes of a parsed text: what the grammar reports, with the quotations beside it.

Source: the conventions of PolNeAR (Newell et al. 2018) for where source, cue and content end.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, NamedTuple

from language.engines.parsed import words
from language.engines.parsed.layout import LAYOUT_RULES, layout_reports
from language.engines.parsed.parse import Parse
from language.engines.parsed.phrases import Tokens
from language.engines.parsed.report import Report
from language.engines.parsed.reports import reports
from store.records import QuoteKind

Stretch = tuple[int, int]

_STOPS: Final = (".", "!", "?")
_A_SENTENCE: Final = 4
"""Words from which on a quotation is said as a whole, not only mentioned."""
_A_CLAUSE: Final = 8
"""Words that may stand between a quotation and another that goes on with it."""
_FARTHEST: Final = 120
"""Tokens between a quotation and the head of its report; the gap between them is shorter."""
_FARTHEST_BEFORE: Final = 22
_FARTHEST_AFTER: Final = 12


class FoundQuote(NamedTuple):
    """A quote as stretches of the text, and the rule that found it."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    rule: str
    verb: str
    """The dictionary form of the word that reports."""
    kind: QuoteKind


@dataclass
class _Last:
    """The last quotation that somebody was found to say."""

    report: Report
    quotation: int


def quotes(parse: Parse) -> list[FoundQuote]:
    """All quotes, in the order of the text; none lies mostly in another."""
    found = [*layout_reports(parse), *reports(parse)]
    _give_quotations(parse, found)
    return _outermost(parse, found)


def _give_quotations(parse: Parse, found: list[Report]) -> None:
    """Give each quotation to the report that it belongs to."""
    holders: dict[int, Report] = {}
    ordered = sorted(found, key=_head)
    for report in found:
        for token in report.content:
            if token in parse.quotation_of and parse[token].is_word:
                holders.setdefault(parse.quotation_of[token], report)
    last: _Last | None = None
    for number, tokens in enumerate(parse.quotations):
        if holder := holders.get(number):
            if holder.rule != "according-to" and _is_its_own(parse, holder, tokens):
                holder.content |= set(tokens)
            last = _Last(holder, number)
        elif near := _nearest(parse, _beside(ordered, tokens), tokens):
            near.content |= set(tokens)
            last = _Last(near, number)
        elif (
            last
            and last.quotation == number - 1
            and last.report.rule not in LAYOUT_RULES
            and _goes_on(parse, last, tokens)
        ):
            last.report.content |= set(tokens)
            last = _Last(last.report, number)


def _is_its_own(parse: Parse, report: Report, quotation: list[int]) -> bool:
    """Whether a quotation is all its report's: a long one, or one that it holds already."""
    return parse.words(quotation) >= _A_SENTENCE or all(
        token in report.content for token in quotation if parse[token].is_word
    )


def _head(report: Report) -> int:
    return report.head


def _beside(ordered: list[Report], quotation: list[int]) -> list[Report]:
    """The reports, ordered by their heads, that are near enough to a quotation."""
    first = bisect_left(ordered, quotation[0] - _FARTHEST, key=_head)
    return ordered[first : bisect_right(ordered, quotation[-1] + _FARTHEST, key=_head)]


def _nearest(parse: Parse, beside: list[Report], quotation: list[int]) -> Report | None:
    best: tuple[int, Report] | None = None
    for report in beside:
        if not report.source or parse[report.head].lemma.lower() not in words.SPEAKING:
            continue
        if parse.paragraph(report.head) != parse.paragraph(quotation[0]):
            continue
        if (
            report.content
            and report.rule != "speech-then-speaker"
            and not _holds_quotation(parse, report)
        ):
            continue
        distance = _distance(parse, report, quotation[0], quotation[-1])
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, report)
    return best[1] if best else None


def _distance(parse: Parse, report: Report, first: int, last: int) -> int | None:
    """How far a report stands from a quotation; None where they do not belong together."""
    words_of_it = report.cue | report.source
    if max(words_of_it) < first:
        gap = range(max(words_of_it) + 1, first)
        if _holds_stop(parse, gap):
            if report.content:
                holds = _holds_quotation(parse, report)
                return 6 + len(gap) if holds and parse.words(gap) <= 14 else None
            return 4 + len(gap) if parse.words(gap) <= 2 else None
        return len(gap) if len(gap) <= _FARTHEST_BEFORE else None
    if min(words_of_it) > last:
        gap = range(last + 1, min(words_of_it))
        if _holds_stop(parse, gap) or len(gap) > _FARTHEST_AFTER:
            return None
        return len(gap)
    return 3


def _holds_quotation(parse: Parse, report: Report) -> bool:
    return any(token in parse.quotation_of and parse[token].is_word for token in report.content)


def _holds_stop(parse: Parse, tokens: range) -> bool:
    return any(parse[token].text in _STOPS for token in tokens)


def _goes_on(parse: Parse, last: _Last, quotation: list[int]) -> bool:
    """Whether a quotation goes on with what the last one said, with next to nothing between."""
    first = quotation[0]
    before = parse.quotations[last.quotation][-1]
    end = max(before, *last.report.cue, last.report.head)
    return (
        parse.words(quotation) > _A_SENTENCE
        and parse.paragraph(first) - parse.paragraph(before) <= 2
        and parse.words(range(end + 1, first)) <= _A_CLAUSE
    )


def _without_marks(parse: Parse, tokens: Tokens) -> Tokens:
    """The tokens without quotation marks at their edges."""
    words_of_it = [token for token in tokens if parse[token].text != '"']
    return set(range(min(words_of_it), max(words_of_it) + 1)) if words_of_it else set()


def _outermost(parse: Parse, found: list[Report]) -> list[FoundQuote]:
    whole = []
    for report in found:
        content = _with_pairs_of_marks(parse, report.content - report.cue - report.source)
        if parse.words(content) and report.source:
            whole.append((content, report))
    whole.sort(key=lambda each: -parse.words(each[0]))
    taken: Tokens = set()
    kept = []
    for content, report in whole:
        if report.cue & taken or len(content & taken) > len(content) / 2:
            continue
        taken |= content
        kept.append(
            FoundQuote(
                tuple(parse.spans(_without_marks(parse, report.source))[:1]),
                tuple(parse.spans(report.cue)),
                tuple(parse.spans(content)),
                report.rule,
                parse[report.head].lemma.lower(),
                _kind(parse, content),
            )
        )
    return sorted(kept, key=lambda quote: quote.content[0])


def _with_pairs_of_marks(parse: Parse, content: Tokens) -> Tokens:
    """The content with both marks of each quotation that it holds whole, and no other marks."""
    found = set(content)
    for number in {parse.quotation_of[token] for token in content if token in parse.quotation_of}:
        quotation = parse.quotations[number]
        marks = {token for token in quotation if parse[token].text == '"'}
        is_whole = all(token in content for token in quotation if parse[token].is_word)
        found = found | marks if is_whole else found - marks
    return found


def _kind(parse: Parse, content: Tokens) -> QuoteKind:
    quoted = {token in parse.quotation_of for token in content if parse[token].is_word}
    if quoted == {True}:
        return "direct"
    return "mixed" if True in quoted else "indirect"
