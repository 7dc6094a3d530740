"""Going through the suggestions of one article by the cheapest keys, as the app would go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from benchmarks.gold_quotes import GoldArticle, GoldQuote
from benchmarks.gold_speakers import with_participants
from benchmarks.key_planner import Goal, Plan, Planner, Press
from benchmarks.key_reader import Keys, Window, keys_of
from language.engines.registry import engine_named
from store.annotations import Annotations
from store.records import Participant, Provenance, Quote, Suggestion, Suggestions
from tui.marking import CannotMarkError
from tui.proposals import Proposals, Proposed, extent, reaching_to
from tui.quoting import Quoter
from tui.selection import Selection, extended, nudged
from tui.variants import variants, with_other_source

BEGINNING: Final = (*keys_of("marks-quotes"), *keys_of("next-suggestion"))
"""Quotes alone are shown, and the first is under review."""
EDGE_KEYS: Final = 5
"""Keys that move the edges of a suggestion, at most."""
READINGS: Final = 6
"""Times that q has a suggestion read another way, at most."""
SOURCES: Final = 4
"""Times that another source is taken for it, at most."""


@dataclass
class Reviewed:
    """What an article costs: keys by what they are for, and what became of its suggestions."""

    quotes: int
    pressed: list[tuple[str, Keys]] = field(default_factory=list)
    quotes_by: Counter[str] = field(default_factory=Counter)
    inexpressible: int = 0
    begun: Annotations | None = None
    ended: Annotations | None = None
    """What is on record before and after."""

    def press(self, purpose: str, keys: Keys) -> None:
        """Count keys that are pressed for a purpose."""
        self.pressed.append((purpose, keys))

    @property
    def spent(self) -> Counter[str]:
        """The number of keys for each purpose."""
        spent = Counter[str]()
        for purpose, keys in self.pressed:
            spent[purpose] += len(keys)
        return spent

    @property
    def keys(self) -> Keys:
        """All keys."""
        return tuple(key for _, keys in self.pressed for key in keys)


@dataclass(frozen=True)
class Way:
    """One way to get a quote on record: what it is called, its keys, and what stands then.

    `reviewed` is the suggestion that is under review afterwards, if one is.
    """

    name: str
    keys: Keys
    plan: Plan
    reviewed: Suggestion | None = None


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
        quotes = (each for each in self._proposed.in_order if isinstance(each.record, Quote))
        # Of several with the same edges tab reaches one.
        self._walked = list({extent(each.record): each for each in reversed([*quotes])}.values())
        self._quotes = gold.quotes

    def review(self) -> Reviewed:
        """Go through the article."""
        result = Reviewed(len(self._goals), begun=self._annotations)
        result.press("to begin", BEGINNING)
        begin = Plan((), self._reader.beginning, self._annotations)
        plan, reviewed = self._reviewing(begin, (begin.place.selection.start, -1))
        for suggestion, goal in self._events():
            if suggestion and not self._is_open(suggestion, plan.annotations):
                suggestion = None  # what was marked by hand stands for it
            if suggestion and suggestion is not reviewed:
                result.press("back to suggestions", self._walk(suggestion, plan, reviewed))
                plan = self._at(suggestion, plan)
            if suggestion and goal:
                ways = self._ways(suggestion, goal, plan)
            elif suggestion:
                ways = iter([self._dismissed(suggestion, plan)])
            elif goal:
                ways = self._by_hand(goal, plan, reviewed)
            else:
                continue
            best = min(ways, key=lambda way: len(way.keys), default=None)
            if best is None:
                result.inexpressible += 1
                reviewed = suggestion or reviewed
                continue
            result.press(best.name, best.keys)
            result.quotes_by[best.name] += goal is not None
            plan, reviewed = best.plan, best.reviewed
        result.ended = plan.annotations
        return result

    def _events(self) -> Iterator[tuple[Suggestion | None, Goal | None]]:
        """Suggestions and gold quotes that have none, in the order of the text."""
        pairs = self._pairs()
        events: list[tuple[tuple[int, int], Suggestion | None, Goal | None]] = []
        for each in self._walked:
            number = pairs.get(each.record.id)
            goal = None if number is None else self._goals[number]
            events.append((extent(each.record), each, goal))
        for number, goal in enumerate(self._goals):
            if number not in pairs.values():
                events.append((_extent(self._quotes[number]), None, goal))
        for _, suggestion, goal in sorted(events, key=lambda event: event[0]):
            yield suggestion, goal

    def _pairs(self) -> dict[str, int]:
        """The gold quote that each suggestion is about, by their common words, best first."""
        words = self._planner.words
        scored = []
        for each in self._walked:
            assert isinstance(each.record, Quote)
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

    def _is_open(self, suggestion: Suggestion, annotations: Annotations) -> bool:
        return suggestion in Proposals(self._proposed, annotations).of_kinds("q")

    def _reviewing(self, plan: Plan, here: tuple[int, int]) -> tuple[Plan, Suggestion | None]:
        """The plan with the next suggestion beyond a place under review, if there is one."""
        found = Proposals(self._proposed, plan.annotations).beyond(here, 1, "q")
        return (self._at(found, plan) if found else replace(plan, is_reviewing=False)), found

    def _at(self, suggestion: Suggestion, plan: Plan) -> Plan:
        """The plan with a suggestion under review."""
        selection = Selection(*extent(suggestion.record))
        place = self._reader.shown(selection, plan.place.top)
        return Plan((), place, plan.annotations, is_reviewing=True)

    def _walk(self, suggestion: Suggestion, plan: Plan, reviewed: Suggestion | None) -> Keys:
        """The keys that lead to a suggestion from another one, or from the selection."""
        still_open = Proposals(self._proposed, plan.annotations).of_kinds("q")
        walked = {extent(each.record) for each in still_open}
        selection = plan.place.selection
        if reviewed:
            ahead = behind = extent(reviewed.record)
        else:
            ahead = (selection.start, -1)
            behind = (selection.start, selection.end)
        target = extent(suggestion.record)
        if target > ahead:
            count = sum(ahead < each <= target for each in walked)
            return keys_of("next-suggestion") * count
        count = sum(target <= each < behind for each in walked)
        return keys_of("previous-suggestion") * count

    def _ways(self, suggestion: Suggestion, goal: Goal, plan: Plan) -> Iterator[Way]:
        for keys, shaped in self._shaped(suggestion, goal):
            name = "read again, source or edge moved" if keys else "accepted"
            if accepted := self._accepted(shaped, goal, plan):
                press, after = accepted
                end = extent(shaped.record)
                way = Way(name, (*keys, *press), *self._reviewing(after, end))
                yield way
                if len(way.keys) <= _FEW:
                    return
        begun = self._begun(suggestion, plan)
        if corrected := self._planner.completed(goal, begun):
            yield Way("corrected", corrected.keys, corrected)
        for way in self._by_hand(goal, plan, suggestion):
            if not self._is_open(suggestion, way.plan.annotations):
                yield replace(way, name="by hand in its place")
        dismissed = self._dismissed(suggestion, plan)
        for way in self._by_hand(goal, dismissed.plan, dismissed.reviewed):
            yield replace(way, name="dismissed, by hand", keys=(*dismissed.keys, *way.keys))

    def _dismissed(self, suggestion: Suggestion, plan: Plan) -> Way:
        change = Proposals(self._proposed, plan.annotations).dismissing(suggestion)
        after = replace(plan, annotations=plan.annotations.applied(change))
        going_on = self._reviewing(after, extent(suggestion.record))
        return Way("false suggestions", keys_of("remove"), *going_on)

    def _by_hand(self, goal: Goal, plan: Plan, reviewed: Suggestion | None) -> Iterator[Way]:
        begin = self._at(reviewed, plan) if reviewed else plan
        if planned := self._planner.planned(goal, begin):
            yield Way("by hand", planned.keys, planned)

    def _shaped(self, suggestion: Suggestion, goal: Goal) -> Iterator[tuple[Keys, Suggestion]]:
        """The suggestion with the gold's content and source, and the keys for that, if any are."""
        people = [each.record for each in self._proposed.in_order]
        known = [person for person in people if isinstance(person, Participant)]
        segments = self._reader.segments
        readings = variants(segments, suggestion, known)
        for number, variant in enumerate(islice(readings, READINGS + 1)):
            edged = self._edged(variant, goal)
            if edged is None:
                continue
            keys = keys_of("mark-quote") * number
            for _ in range(SOURCES + 1):
                assert isinstance(variant.record, Quote)
                if self._planner.words.of(variant.record.source) == goal.source:
                    shaped = reaching_to(segments, variant, *edged[1])
                    yield (*keys, *edged[0]), shaped
                    break
                keys += keys_of("other-source")
                variant = with_other_source(segments, variant, known)

    def _edged(self, suggestion: Suggestion, goal: Goal) -> tuple[Keys, tuple[int, int]] | None:
        """The keys that give a suggestion the gold's content, and its edges then."""
        segments, words = self._reader.segments, self._planner.words
        first, last = goal.pieces[0], goal.pieces[-1]
        begin = Selection(*extent(suggestion.record))
        seen = {begin}
        edge: list[tuple[Keys, Selection]] = [((), begin)]
        for _ in range(EDGE_KEYS + 1):
            for keys, selection in edge:
                if first.starts(selection.start) and last.ends(selection.end):
                    shaped = reaching_to(segments, suggestion, selection.start, selection.end)
                    assert isinstance(shaped.record, Quote)
                    if words.of(shaped.record.content) == goal.content:
                        return keys, (selection.start, selection.end)
            following = [
                ((*keys, *more), new)
                for keys, each in edge
                for more, new in self._neighbours(each)
                if new not in seen
            ]
            edge = list({new: (keys, new) for keys, new in reversed(following)}.values())
            seen.update(new for _, new in edge)
        return None

    def _neighbours(self, selection: Selection) -> Iterator[tuple[Keys, Selection]]:
        segments, text = self._reader.segments, self._reader.text
        yield keys_of("extend-right"), extended(segments, selection, "word", 1)
        yield keys_of("extend-left"), extended(segments, selection, "word", -1)
        yield keys_of("nudge-right"), nudged(text, selection, 1)
        yield keys_of("nudge-left"), nudged(text, selection, -1)
        yield keys_of("swap-ends"), selection.swapped

    def _accepted(self, suggestion: Suggestion, goal: Goal, plan: Plan) -> tuple[Keys, Plan] | None:
        """What stands after enter, or after a key that names the speaker; and that key."""
        annotations, record = self._recorded(suggestion, plan.annotations)
        if self._is_spoken(record, goal):
            return keys_of("accept"), replace(plan, annotations=annotations)
        if goal.speaker is None:
            quoter = self._quoter(annotations)
            change, _ = quoter.people(record, ())
            after = annotations.applied(change) if change else annotations
            return keys_of("no-speaker"), replace(plan, annotations=after)
        number = [each.id for each in plan.annotations.numbered].index(goal.speaker) + 1
        if number > 9:
            return self._named(record, goal, plan, annotations)
        change, _ = self._quoter(annotations).people(record, (goal.speaker,))
        after = annotations.applied(change) if change else annotations
        return (str(number),), replace(plan, annotations=after)

    def _quoter(self, annotations: Annotations) -> Quoter:
        article = self._planner.article
        return Quoter(article, self._reader.segments, annotations, Provenance())

    def _is_spoken(self, record: Quote, goal: Goal) -> bool:
        return record.speakers == ((goal.speaker,) if goal.speaker else ())

    def _named(
        self, record: Quote, goal: Goal, plan: Plan, annotations: Annotations
    ) -> tuple[Keys, Plan] | None:
        """What stands after the key that makes whoever the source names the speaker."""
        try:
            change, _ = self._quoter(annotations).named_speaker(record)
        except CannotMarkError:
            return None
        after = annotations.applied(change) if change else annotations
        spoken = after.records[record.id]
        assert isinstance(spoken, Quote)
        if not self._is_spoken(spoken, goal):
            return None
        return keys_of("named-speaker"), replace(plan, annotations=after)

    def _begun(self, suggestion: Suggestion, plan: Plan) -> Plan:
        """What stands after it is accepted without going on: its record is to be corrected."""
        annotations, record = self._recorded(suggestion, plan.annotations)
        press = Press("accept", keys_of("add-fragment"))
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


_FEW: Final = 2
"""Keys for a suggestion than which no other way is sought."""


def _extent(quote: GoldQuote) -> tuple[int, int]:
    return quote.content[0][0], quote.content[-1][1]
