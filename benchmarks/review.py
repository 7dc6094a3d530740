"""How many keys a quote costs one who reviews suggestions, and corrects or adds what is not right.

    python -m benchmarks.review GOLD.jsonl [--every N] [--from K] [--jobs N] [--engine NAME]

An article is gone through once, from the top, with only quotes shown (z q, tab). Each suggestion is
accepted, also with an edge moved or a digit for the speaker; or accepted by its own key and then
corrected as any record is; or dismissed. What was not suggested is marked by hand where it stands,
by the cheapest keys that benchmarks.keystrokes plans, and tab leads back. Of the ways to reach
exactly the gold's content and source (as words) and its speaker the cheapest is taken. As there,
everyone who speaks is a participant already, and a pronoun's speaker is given by a key. The keys of
an article, those for its false suggestions too, are shared by its gold quotes.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec import structs

import language.quotes.passages
from benchmarks.gold_quotes import GoldArticle, GoldQuote, read_gold
from benchmarks.gold_speakers import with_participants
from benchmarks.key_planner import Goal, Plan, Planner, Press
from benchmarks.key_reader import Window, keys_of
from language.engines.registry import DEFAULT, engine_named
from store.annotations import Annotations
from store.records import Participant, Provenance, Quote, Suggestion, Suggestions
from tui.marking import CannotMarkError
from tui.proposals import Proposals, Proposed, extent, reaching_to
from tui.quoting import Quoter
from tui.selection import Selection, extended, nudged
from tui.variants import variants

BEGINNING: Final = 3
"""z q tab: quotes alone are shown, and the first is under review."""
EDGE_KEYS: Final = 5
"""Keys that move the edges of a suggestion, at most."""
READINGS: Final = 6
"""Times that q has a suggestion read another way, at most."""


@dataclass
class Reviewed:
    """What an article costs: keys by what they are for, and what became of its suggestions."""

    quotes: int
    spent: Counter[str] = field(default_factory=Counter)
    quotes_by: Counter[str] = field(default_factory=Counter)
    inexpressible: int = 0

    @property
    def keys(self) -> int:
        """All keys."""
        return sum(self.spent.values())


@dataclass(frozen=True)
class Way:
    """One way to get a quote on record: what it is called, its keys, and what stands then."""

    name: str
    keys: int
    plan: Plan


class Reviewer:
    """Goes through the suggestions of one article."""

    def __init__(self, gold: GoldArticle, window: Window, engine: str) -> None:
        self._planner = Planner(gold, window)
        self._reader = self._planner.reader
        article = self._planner.article
        marked = with_participants(article, self._reader.segments, gold)
        self._goals = [
            self._planner.goal(quote, speaker.id, speaker.is_pronoun)
            for quote, speaker in zip(gold.quotes, marked.speakers, strict=True)
        ]
        self._annotations = marked.annotations
        found = engine_named(engine)(gold.text, None, "en")
        self._proposed = Proposed(gold.text, Suggestions(found.participants, found.quotes))
        self._quotes = gold.quotes

    def review(self) -> Reviewed:
        """Go through the article."""
        result = Reviewed(len(self._goals), Counter({"to begin": BEGINNING}))
        plan = Plan((), self._reader.beginning, self._annotations)
        pairs = self._pairs()
        is_reviewing = True
        for place, suggestion, goal in self._events(pairs):
            if suggestion and not is_reviewing:
                result.spent["back to suggestions"] += 1
            is_reviewing = suggestion is not None
            if suggestion:
                at = self._reader.shown(Selection(*place), plan.place.top)
                plan = Plan((), at, plan.annotations)
            if suggestion and goal:
                ways = list(self._ways(suggestion, goal, plan))
                best = min(ways, key=lambda way: way.keys, default=None)
            elif goal:
                best = self._by_hand(goal, plan)
            else:
                result.spent["false suggestions"] += 1
                continue
            if best is None:
                result.inexpressible += 1
                continue
            is_reviewing = best.name in ("accepted", "read again, edge moved")
            result.spent[best.name] += best.keys
            result.quotes_by[best.name] += 1
            plan = best.plan
        return result

    def _pairs(self) -> dict[str, int]:
        """The gold quote that each suggestion is about, by their common words, best first."""
        words = self._planner.words
        scored = []
        for each in self._proposed.in_order:
            if not isinstance(each.record, Quote):
                continue
            content = words.of(each.record.content)
            for number, goal in enumerate(self._goals):
                if common := len(content & goal.content):
                    share = common / len(content | goal.content)
                    scored.append((share, each.record.id, number))
        pairs: dict[str, int] = {}
        for _, key, number in sorted(scored, key=lambda pair: -pair[0]):
            if key not in pairs and number not in pairs.values():
                pairs[key] = number
        return pairs

    def _events(
        self, pairs: dict[str, int]
    ) -> Iterator[tuple[tuple[int, int], Suggestion | None, Goal | None]]:
        """Suggestions and gold quotes that have none, in the order of the text."""
        events: list[tuple[tuple[int, int], Suggestion | None, Goal | None]] = []
        for each in self._proposed.in_order:
            if isinstance(each.record, Quote):
                number = pairs.get(each.record.id)
                goal = None if number is None else self._goals[number]
                events.append((extent(each.record), each, goal))
        for number, goal in enumerate(self._goals):
            if number not in pairs.values():
                events.append((_extent(self._quotes[number]), None, goal))
        return iter(sorted(events, key=lambda event: event[0]))

    def _ways(self, suggestion: Suggestion, goal: Goal, plan: Plan) -> Iterator[Way]:
        for keys, shaped in self._shaped(suggestion, goal):
            name = "read again, edge moved" if keys else "accepted"
            if accepted := self._accepted(shaped, goal, plan):
                yield Way(name, keys + 1, accepted)
        begun = self._begun(suggestion, plan)
        if corrected := self._planner.completed(goal, begun):
            yield Way("corrected", len(corrected.keys), corrected)
        if by_hand := self._by_hand(goal, plan):
            yield Way("dismissed, by hand", by_hand.keys + 1, by_hand.plan)

    def _by_hand(self, goal: Goal, plan: Plan) -> Way | None:
        planned = self._planner.planned(goal, plan)
        return Way("by hand", len(planned.keys), planned) if planned else None

    def _shaped(self, suggestion: Suggestion, goal: Goal) -> Iterator[tuple[int, Suggestion]]:
        """The suggestion with the gold's content, and the keys for that, if there are any."""
        people = [each.record for each in self._proposed.in_order]
        known = [person for person in people if isinstance(person, Participant)]
        for keys, variant in enumerate(variants(self._reader.segments, suggestion, known)):
            if keys <= READINGS and (found := self._edged(variant, goal)):
                yield keys + found[0], found[1]

    def _edged(self, suggestion: Suggestion, goal: Goal) -> tuple[int, Suggestion] | None:
        text, words = self._reader.text, self._planner.words
        first, last = goal.pieces[0], goal.pieces[-1]
        begin = Selection(*extent(suggestion.record))
        seen, edge = {begin}, [begin]
        for keys in range(EDGE_KEYS + 1):
            for selection in edge:
                if first.starts(selection.start) and last.ends(selection.end):
                    shaped = reaching_to(text, suggestion, selection.start, selection.end)
                    assert isinstance(shaped.record, Quote)
                    if words.of(shaped.record.content) == goal.content:
                        return keys, shaped
            edge = [new for each in edge for new in self._neighbours(each) if new not in seen]
            seen.update(edge)
        return None

    def _neighbours(self, selection: Selection) -> Iterator[Selection]:
        segments, text = self._reader.segments, self._reader.text
        yield extended(segments, selection, "word", 1)
        yield extended(segments, selection, "word", -1)
        yield nudged(text, selection, 1)
        yield nudged(text, selection, -1)
        yield selection.swapped

    def _accepted(self, suggestion: Suggestion, goal: Goal, plan: Plan) -> Plan | None:
        """What stands after enter, or after a digit that names the speaker."""
        annotations, record = self._recorded(suggestion, plan.annotations)
        if self._planner.words.of(record.source) != goal.source:
            return None
        if not self._is_spoken(record, goal, annotations):
            numbered = [each.id for each in plan.annotations.numbered]
            if goal.speaker and numbered.index(goal.speaker) >= 9:
                return self._named(record, goal, plan, annotations)
            wanted = (goal.speaker,) if goal.speaker else ()
            spoken = structs.replace(record, speakers=wanted)
            annotations = annotations.applied(annotations.replace("digit", spoken))
        return Plan((Press("accept", keys_of("accept")),), plan.place, annotations)

    def _is_spoken(self, record: Quote, goal: Goal, annotations: Annotations) -> bool:
        return record.speakers == ((goal.speaker,) if goal.speaker else ())

    def _named(
        self, record: Quote, goal: Goal, plan: Plan, annotations: Annotations
    ) -> Plan | None:
        """What stands after the key that makes whoever the source names the speaker."""
        article, segments = self._planner.article, self._reader.segments
        try:
            change, _ = Quoter(article, segments, annotations, Provenance()).named_speaker(record)
        except CannotMarkError:
            return None
        after = annotations.applied(change) if change else annotations
        spoken = after.records[record.id]
        assert isinstance(spoken, Quote)
        if not self._is_spoken(spoken, goal, after):
            return None
        return Plan((Press("accept", keys_of("named-speaker")),), plan.place, after)

    def _begun(self, suggestion: Suggestion, plan: Plan) -> Plan:
        """What stands after the suggestion's own key: its record is current, to be corrected."""
        annotations, record = self._recorded(suggestion, plan.annotations)
        press = Press("accept", keys_of("mark-quote"))
        return Plan((press,), plan.place, annotations, record.id)

    def _recorded(
        self, suggestion: Suggestion, annotations: Annotations
    ) -> tuple[Annotations, Quote]:
        proposals = Proposals(self._proposed, annotations)
        change, ids = proposals.accepting([suggestion], Provenance())
        after = annotations.applied(change)
        record = after.records[ids[suggestion.record.id]]
        assert isinstance(record, Quote)
        return after, record


def _extent(quote: GoldQuote) -> tuple[int, int]:
    return quote.content[0][0], quote.content[-1][1]


def reviewed(gold: GoldArticle, window: Window, engine: str) -> Reviewed:
    """What going through an article costs."""
    return Reviewer(gold, window, engine).review()


def report(articles: Sequence[Reviewed]) -> None:
    """Print what was measured."""
    quotes = sum(each.quotes for each in articles)
    spent = sum((each.spent for each in articles), Counter[str]())
    by = sum((each.quotes_by for each in articles), Counter[str]())
    failed = sum(each.inexpressible for each in articles)
    print(f"{len(articles)} articles, {quotes} quotes, of which {failed} cannot be expressed")
    print(f"{sum(spent.values()) / quotes:.2f} keys a quote (promised: 3.5 or fewer)\n")
    costs = sorted(each.keys / each.quotes for each in articles if each.quotes)
    print(f"by article: median {statistics.median(costs):.1f}, most {costs[-1]:.1f}\n")
    print("| how quotes came on record | quotes | keys each |")
    print("|---|--:|--:|")
    for name, number in by.most_common():
        print(f"| {name} | {number / quotes:.0%} | {spent[name] / number:.1f} |")
    for name in ("false suggestions", "back to suggestions", "to begin"):
        print(f"| {name} | | {spent[name] / quotes:.2f} a quote |")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("gold", type=Path)
    options.add_argument("--every", type=int, default=1, help="take every Nth article")
    options.add_argument("--from", type=int, default=0, dest="first", help="beginning with this")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--engine", default=DEFAULT)
    options.add_argument("--terminal", default="100x30", help="columns and rows")
    chosen = options.parse_args()
    columns, rows = map(int, chosen.terminal.split("x"))
    # The rules read each passage once, not once for each word of it.
    language.quotes.passages._read = functools.lru_cache(1024)(language.quotes.passages._read)
    from benchmarks.key_replay import window_of

    window = asyncio.run(window_of((columns, rows)))
    articles = list(read_gold(chosen.gold))[chosen.first :: chosen.every]
    review = functools.partial(reviewed, window=window, engine=chosen.engine)
    if chosen.jobs > 1:
        with ProcessPoolExecutor(chosen.jobs) as pool:
            found = list(pool.map(review, articles))
    else:
        found = list(map(review, articles))
    report(found)


if __name__ == "__main__":
    main()
