"""The cheapest keys that make the record of a quote: where to go, and what to press there.

Each step is a way to a selection and a marking key; what the key does is asked of `tui.marking`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Final, NamedTuple

from benchmarks.gold_quotes import GoldArticle, GoldQuote, Target, Words, WordSet
from benchmarks.key_reader import Keys, Place, Reader, Window, keys_of
from benchmarks.key_ways import Way, Ways
from store.annotations import Annotations
from store.records import Article, Fragments, Participant, Provenance, Quote, Span
from tui.marking import CannotMarkError, Marked, Role
from tui.quoting import Quoter
from tui.screens.reviewing import SHAPING
from tui.selection import Selection

LIMITS: Final = (4, 6, 9, 14)
"""Keys within which a way to a selection is sought: first, and as long as none is found."""

Mark = Callable[[Quoter, Selection], Marked]


class Press(NamedTuple):
    """Keys pressed for one purpose; those that lead there are pressed "to" it."""

    purpose: str
    keys: Keys


@dataclass(frozen=True)
class Plan:
    """What is pressed for a quote, where the reader is afterwards, and what is on record."""

    presses: tuple[Press, ...]
    place: Place
    annotations: Annotations
    quote: str | None = None
    is_reviewing: bool = False
    """Whether a suggestion is under review there, which q would read another way."""

    @property
    def keys(self) -> Keys:
        """All keys."""
        return tuple(key for press in self.presses for key in press.keys)

    def leaves_review(self, keys: Keys) -> bool:
        """Whether no suggestion is under review any more after keys that select something."""
        return not self.is_reviewing or any(key not in _SHAPING for key in keys)

    @property
    def record(self) -> Quote | None:
        """The record made."""
        record = self.annotations.records.get(self.quote) if self.quote else None
        return record if isinstance(record, Quote) else None


@dataclass(frozen=True)
class Goal:
    """What the record of a quote must hold, as words; and who must be its speaker."""

    content: WordSet
    source: WordSet
    speaker: str | None
    is_pronoun: bool
    pieces: tuple[Target, ...]
    source_pieces: tuple[Target, ...]
    extent: tuple[int, int]


@dataclass
class Planner:
    """Plans the keys for the quotes of an article, one after another."""

    gold: GoldArticle
    window: Window
    is_plain: bool = False
    """Whether each quote is begun at its first word, as by one who does not foresee what q does."""
    reader: Reader = field(init=False)
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        self.article = Article(id=self.gold.id, text=self.gold.text, language="en")
        self.reader = Reader(self.gold.text, self.window)
        self.words = Words(self.gold.text)
        self._ways: dict[tuple[Place, int], Ways] = {}

    @property
    def plainly(self) -> Planner:
        """A planner of the same article that begins each quote at its first word."""
        other = copy(self)
        other.is_plain = True
        return other

    def goal(self, quote: GoldQuote, speaker: str | None, is_pronoun: bool) -> Goal:
        """What the record of a gold quote must hold."""
        return Goal(
            self.words.within(quote.content),
            self.words.within(quote.source),
            speaker,
            is_pronoun,
            tuple(self.words.targets(quote.content)),
            tuple(self.words.targets(quote.source)),
            quote.extent,
        )

    def planned(self, goal: Goal, begin: Plan) -> Plan | None:
        """The cheapest plan found that reaches a goal."""
        begun = Plan((), begin.place, begin.annotations, is_reviewing=begin.is_reviewing)
        return self.completed(goal, begun)

    def completed(self, goal: Goal, begun: Plan) -> Plan | None:
        """The cheapest plan found that goes on from another one and reaches a goal."""
        order = count()
        queue = [(0, next(order), begun)]
        seen: set[tuple[Place, Quote | None]] = set()
        while queue:
            _, _, plan = heapq.heappop(queue)
            if plan.quote and self._is_reached(goal, plan):
                return plan
            state = (plan.place, plan.record)
            if state in seen:
                continue
            seen.add(state)
            for following in self._continued(goal, plan):
                least = len(following.keys) + self._least(goal, following)
                heapq.heappush(queue, (least, next(order), following))
        return None

    def _least(self, goal: Goal, plan: Plan) -> int:
        """The fewest keys that a plan can still need."""
        record = plan.record
        assert record
        least = int(self.words.of(record.content) != goal.content)
        least += int(record.speakers != ((goal.speaker,) if goal.speaker else ()))
        least += 2 * (self.words.of(record.source) != goal.source)
        is_open = goal.is_pronoun and plan.presses[-1].purpose != "speaker"
        return least + int(is_open)

    def cue_repaired(self, quote: GoldQuote, plan: Plan) -> Keys | None:
        """The keys that would make the cue exact; none where it is so; None where no way is."""
        record = plan.record
        assert record
        wanted = self.words.within(quote.cue)
        if self.words.of(record.cue) == wanted:
            return ()
        mark = partial(_replaced, record, "cue")
        found: list[Plan] = []
        for target in self.words.targets(quote.cue):
            words = self.reader.segments.words(target.latest_first, target.earliest_last)
            ways = [self._way(plan.place, target), *self._ways_to(plan.place, words)]
            for way in filter(None, ways):
                found += self._pressed(plan, way, _CUE, mark)
        costs = [
            each.keys[len(plan.keys) :]
            for each in found
            if each.record and self.words.of(each.record.cue) == wanted
        ]
        return min(costs, key=len, default=None)

    def participants_planned(self, names: Iterable[Span]) -> int:
        """The keys that mark participants by these names, from the beginning of the article."""
        place, total = self.reader.beginning, 0
        annotations = Annotations.none_of(self.article)
        for name in sorted(names):
            if way := self._way_to_name(place, name, annotations):
                total += len(way.keys) + 1
                place = way.place._replace(extends=False)
        return total

    def _way_to_name(self, place: Place, name: Span, annotations: Annotations) -> Way | None:
        """The way to a word that p takes the name from, or to the name."""
        quoter = Quoter(self.article, self.reader.segments, annotations, Provenance())
        wanted = self.words.of([name])
        for way in self._ways_to(place, self.reader.segments.words(name.start, name.end)):
            change, _ = quoter.participant(way.place.selection)
            made = change.after[0] if change else None
            if isinstance(made, Participant) and self.words.of(made.mentions) == wanted:
                return way
        target = self.words.targets([(name.start, name.end)])
        return self._way(place, target[0]) if target else None

    def _is_reached(self, goal: Goal, plan: Plan) -> bool:
        record = plan.record
        assert record
        speakers = (goal.speaker,) if goal.speaker else ()
        is_confirmed = not goal.is_pronoun or plan.presses[-1].purpose == "speaker"
        return (
            self.words.of(record.content) == goal.content
            and self.words.of(record.source) == goal.source
            and record.speakers == speakers
            and is_confirmed
        )

    def _continued(self, goal: Goal, plan: Plan) -> Iterator[Plan]:
        record = plan.record
        if record is None:
            first = self._from_beginning if self.is_plain else self._first_marks
            yield from first(goal, plan)
            return
        content, source = self.words.of(record.content), self.words.of(record.source)
        if content != goal.content or source != goal.source:
            yield from self._read_again(plan, record)
        if content != goal.content:
            yield from self._with_content(goal, plan, record, content)
        elif source != goal.source:
            yield from self._with_source(goal, plan, record)
        else:
            yield from self._with_speaker(goal, plan, record)

    def _read_again(self, plan: Plan, record: Quote) -> Iterator[Plan]:
        """The next reading, where the last key was one that reads."""
        last = plan.presses[-1]
        if last.purpose in _READING and len(plan.presses) <= _MOST_READINGS:
            mark = partial(_READING[last.purpose], again=record)
            yield from self._pressed(plan, Way((), plan.place), last, mark)

    def _first_marks(self, goal: Goal, plan: Plan) -> Iterator[Plan]:
        seen: set[tuple[Fragments, ...]] = set()
        for way in self._ways_to_units(goal, plan.place):
            if not plan.leaves_review(way.keys):
                continue
            for marked in self._pressed(plan, way, _Q, Quoter.quote):
                record = marked.record
                if record and (record.content, record.source) not in seen:
                    seen.add((record.content, record.source))
                    yield marked
        for target in goal.pieces:
            exact = self._way(plan.place, target)
            if exact and plan.leaves_review(exact.keys):
                yield from self._pressed(plan, exact, _Q, Quoter.quote)
        yield from self._from_beginning(goal, plan)

    def _from_beginning(self, goal: Goal, plan: Plan) -> Iterator[Plan]:
        for target in goal.pieces:
            if way := self._way_to_start(plan.place, target):
                yield from self._pressed(plan, way, _FROM, Quoter.quote_from)

    def _ways_to_units(self, goal: Goal, place: Place) -> list[Way]:
        """The ways to the words and quotations of a quote, the cheapest first."""
        start, end = goal.extent
        segments = self.reader.segments
        units = [*segments.words(start, end), *segments.within("quotation", start, end)]
        return self._ways_to(place, units)

    def _ways_to(self, place: Place, units: Iterable[Span]) -> list[Way]:
        """The ways to what motions select, the cheapest first."""
        sought = list(units)
        ordered: list[tuple[int, int, int]] = []
        for limit in LIMITS:
            ways = self._ways_from(place, limit)
            found = [(ways.cost(unit.start, unit.end), unit) for unit in sought]
            ordered = sorted((cost, u.start, u.end) for cost, u in found if cost is not None)
            if ordered:
                break
        reached = (ways.to(start, end) for _, start, end in ordered)
        return [way for way in reached if way]

    def _with_content(
        self, goal: Goal, plan: Plan, record: Quote, content: WordSet
    ) -> Iterator[Plan]:
        for target in goal.pieces:
            if way := self._way(plan.place, target):
                yield from self._pressed(plan, way, _CONTENT, partial(_replaced, record, "content"))
        if content - goal.content:
            return
        for target in self._missing(goal, content):
            if way := self._way(plan.place, target):
                yield from self._pressed(plan, way, _FRAGMENT, partial(_added, record))

    def _missing(self, goal: Goal, content: WordSet) -> Iterator[Target]:
        """The selections that cover the words of each piece that a record lacks."""
        places = self.words.places
        for piece in goal.pieces:
            lacking = [
                number
                for number in goal.content - content
                if piece.first <= places[number][0] < piece.last
            ]
            if lacking:
                first, last = places[min(lacking)], places[max(lacking)]
                yield piece._replace(
                    latest_first=max(piece.latest_first, first[0]),
                    earliest_last=min(piece.earliest_last, last[1]),
                )

    def _with_source(self, goal: Goal, plan: Plan, record: Quote) -> Iterator[Plan]:
        if not goal.source:
            mark: Mark = lambda quoter, _: quoter.nobody(record)  # noqa: E731
            yield from self._pressed(plan, Way((), plan.place), _NOBODY, mark)
            return
        other: Mark = lambda quoter, _: quoter.other_source(record)  # noqa: E731
        yield from self._pressed(plan, Way((), plan.place), _OTHER, other)
        mark = partial(_replaced, record, "source")
        if plan.presses[-1] == _SOURCE:
            yield from self._pressed(plan, Way((), plan.place), _SOURCE, mark)
        for target in goal.source_pieces:
            words = self.reader.segments.words(target.latest_first, target.earliest_last)
            ways = [self._way(plan.place, target), *self._ways_to(plan.place, words)]
            for way in filter(None, ways):
                yield from self._pressed(plan, way, _SOURCE, mark)

    def _with_speaker(self, goal: Goal, plan: Plan, record: Quote) -> Iterator[Plan]:
        stay = Way((), plan.place)
        if goal.speaker is None:
            yield from self._pressed(plan, stay, _NOBODY, lambda quoter, _: quoter.nobody(record))
            return
        if record.speakers == (goal.speaker,):
            yield from self._pressed(
                plan, stay, _CONFIRM, lambda quoter, _: quoter.confirmed(record)
            )
            return
        yield from self._pressed(plan, stay, _NAMED, lambda quoter, _: quoter.named_speaker(record))
        numbered = [each.id for each in plan.annotations.numbered]
        if goal.speaker in numbered:
            number = numbered.index(goal.speaker) + 1
            press = Press("speaker", _speaker_keys(number, len(record.speakers)))
            ids = (goal.speaker,)
            yield from self._pressed(
                plan, stay, press, lambda quoter, _: quoter.people(record, ids)
            )

    def _pressed(self, plan: Plan, way: Way, press: Press, mark: Mark) -> Iterator[Plan]:
        """The plan with a way and marking keys, if these make or change a record."""
        quoter = Quoter(self.article, self.reader.segments, plan.annotations, Provenance())
        try:
            change, quote = mark(quoter, way.place.selection)
        except CannotMarkError:
            return
        if change is None and (plan.quote is None or press.purpose != "speaker"):
            return
        annotations = plan.annotations.applied(change) if change else plan.annotations
        presses = (
            (*plan.presses, Press(f"to {press.purpose}", way.keys)) if way.keys else plan.presses
        )
        place = way.place._replace(extends=False)  # marking ends it
        yield Plan((*presses, press), place, annotations, quote)

    def _way(self, place: Place, target: Target) -> Way | None:
        """The way to a selection that a target allows."""
        way = None
        for limit in LIMITS:
            way = self._ways_from(place, limit).into(target)
            if way and len(way.keys) <= limit + 1:  # none that begins farther off is shorter
                break
        return way

    def _way_to_start(self, place: Place, target: Target) -> Way | None:
        """The way to a selection that begins where a target does."""
        for limit in LIMITS:
            if way := self._ways_from(place, limit).to_start_of(target):
                return way
        return None

    def _ways_from(self, place: Place, limit: int) -> Ways:
        if (place, limit) not in self._ways:
            if len(self._ways) > 64:
                self._ways.clear()
            self._ways[place, limit] = Ways(self.reader, place, limit)
        return self._ways[place, limit]


_SHAPING: Final = frozenset(key for action in SHAPING for key in keys_of(action))
_Q: Final = Press("q", keys_of("mark-quote"))
_FROM: Final = Press("quote from", keys_of("quote-from"))
_CONTENT: Final = Press("content", keys_of("replace-content"))
_FRAGMENT: Final = Press("fragment", keys_of("add-fragment"))
_SOURCE: Final = Press("source", keys_of("replace-source"))
_CUE: Final = Press("cue", keys_of("replace-cue"))
_OTHER: Final = Press("other source", keys_of("other-source"))
_NOBODY: Final = Press("nobody", keys_of("no-speaker"))
_NAMED: Final = Press("speaker", keys_of("named-speaker"))
_CONFIRM: Final = Press("speaker", keys_of("accept"))
_READING: Final = {"q": Quoter.quote, "quote from": Quoter.quote_from}
_MOST_READINGS: Final = 7


def _replaced(record: Quote, role: Role, quoter: Quoter, selection: Selection) -> Marked:
    return quoter.replaced(record, role, selection)


def _added(record: Quote, quoter: Quoter, selection: Selection) -> Marked:
    return quoter.fragment(record, selection)


def _speaker_keys(number: int, chosen: int) -> Keys:
    """A digit; or the list of all, in which what is ticked must be unticked on the way."""
    if number <= 9:
        return (str(number),)
    return (
        *keys_of("pick-speakers"),
        *(["down"] * (number - 1)),
        *(["space"] * (1 + chosen)),
        "enter",
    )
