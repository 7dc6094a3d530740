"""What the panel beside the article says: its records by kind, and the one in question opened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar, overload

from store.annotations import Annotations
from store.records import FollowUp, Fragments, Participant, Quote, Record, Suggestion
from tui.dates_shown import shown_date
from tui.fitting import cut
from tui.glyphs import shown
from tui.layout import Layout
from tui.numbering import DIGITS, positional

T = TypeVar("T")

FIELD_LINES: Final = 4
"""Screen lines that one field may take; the form shows it whole."""
OTHERS_LINES: Final = 2
"""Screen lines for those who may have spoken instead; the list of all stands further down."""


@dataclass(frozen=True)
class Contents:
    """The records, which of them is current, and the suggestion under review.

    `proposed` has the number and name of everyone whom a suggestion can name, by the id among
    the suggestions; `offered` those of them who are not participants yet. `numbers` has those of
    the participants by their ids; without it they are numbered as they were marked.
    """

    annotations: Annotations
    current: str | None
    reviewed: Suggestion | None = None
    proposed: Mapping[str, str] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    numbers: Mapping[str, int] | None = None

    @cached_property
    def participants(self) -> Mapping[str, int]:
        """The participants by their ids, each with its number, the lowest first."""
        if self.numbers is None:
            return positional(self.annotations)
        return dict(sorted(self.numbers.items(), key=itemgetter(1)))


class PanelRow(NamedTuple):
    """A line of the panel: its look, what it says, and the record it belongs to."""

    look: str
    text: str
    record: str | None = None


class Rows(Sequence[PanelRow]):
    """Lines one below another, made when they are looked at: few of many are ever in view."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._parts: list[tuple[Sequence[Any], Callable[[Any], PanelRow]]] = []
        self._length = 0
        self.current = range(0)
        """Where the lines of the current record are."""

    def add(self, things: Iterable[T], row: Callable[[T], PanelRow]) -> range:
        """Add a line for each of these, and tell where they are."""
        part = things if isinstance(things, Sequence) else tuple(things)
        self._starts.append(self._length)
        self._parts.append((part, row))
        self._length += len(part)
        return range(self._length - len(part), self._length)

    def add_rows(self, rows: Iterable[PanelRow]) -> range:
        """Add lines that are made."""
        return self.add(rows, lambda row: row)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> PanelRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[PanelRow]: ...
    def __getitem__(self, place: int | slice) -> PanelRow | Sequence[PanelRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if not 0 <= place < self._length:
            raise IndexError(place)
        number = bisect_right(self._starts, place) - 1
        things, row = self._parts[number]
        return row(things[place - self._starts[number]])


def rows_of(contents: Contents, width: int) -> Rows:
    """The lines of the panel, each at most `width` cells."""
    annotations = contents.annotations
    rows = Rows()
    rows.add_rows(_review(contents, width))
    numbers = contents.participants
    names = _Names(annotations, numbers)
    current = annotations.records.get(contents.current or "")
    groups: tuple[tuple[str, Sequence[Record]], ...] = (
        ("Participants", [annotations.records[key] for key in numbers]),
        ("Quotes", annotations.quotes),
        ("Follow-up events", annotations.follow_ups),
    )
    for heading, records in groups:
        rows.add_rows([PanelRow("heading", f"{heading} ({len(records)})")])

        def row(record: Record, look: str = "record") -> PanelRow:
            return PanelRow(look, _line(record, numbers, width), record.id)

        place = next((n for n, each in enumerate(records) if each is current), len(records))
        rows.add(records[:place], row)
        for record in records[place : place + 1]:
            opened = _opened(record, names, width, record.id)
            rows.current = rows.add_rows([row(record, "current"), *opened])
        rows.add(records[place + 1 :], row)
        if heading == "Participants":
            rows.add(contents.offered, partial(_offer, contents.proposed, width))
    return rows


def _offer(names: Mapping[str, str], width: int, key: str) -> PanelRow:
    number, _, name = names[key].partition(" ")
    return PanelRow("suggested", cut(f" {number:>2} {name}", width))


class _Names(Mapping[str, str]):
    """The number and name of each participant, by id; put into words when it is asked for."""

    def __init__(self, annotations: Annotations, numbers: Mapping[str, int]) -> None:
        self._annotations = annotations
        self._numbers = numbers

    def __getitem__(self, key: str) -> str:
        person = self._annotations.records[key]
        assert isinstance(person, Participant)
        return f"{self._numbers[key]} {person.name}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def _review(contents: Contents, width: int) -> Iterator[PanelRow]:
    """What is suggested, with its fields: whom it names, and by which rule it was made."""
    if contents.reviewed is None:
        return
    suggestion, record = contents.reviewed, contents.reviewed.record
    kind = {"p": "participant", "q": "quote", "f": "follow-up"}[record.id[0]]
    yield PanelRow("heading", cut(f"Suggested {kind}, {suggestion.confidence:.0%} sure", width))
    match record:
        case Participant():
            yield PanelRow("current", cut(f" {record.name} ×{len(record.mentions)}", width))
        case FollowUp():
            yield PanelRow("current", cut(f" {_dated(record)}", width))
        case Quote():
            pass
    first, *others = _opened(record, contents.proposed, width)
    yield first
    if isinstance(record, Quote):
        lines = _field_lines("or", _other_speakers(contents, record), width, OTHERS_LINES)
        yield from (PanelRow("field", line) for line in lines)
    yield from others
    yield from (PanelRow("field", line) for line in _field_lines("rule", suggestion.rule, width))


def _other_speakers(contents: Contents, quote: Quote) -> str:
    """The numbers and names that a digit can still choose."""
    marked = _Names(contents.annotations, contents.participants)
    everyone = [marked[key] for key in [*contents.participants][:DIGITS]]
    everyone += [contents.proposed[key] for key in contents.offered[:DIGITS]]
    numbered = sorted((int(one.partition(" ")[0]), one) for one in everyone)
    spoken = {contents.proposed.get(key) for key in quote.speakers}
    reached = (one for number, one in numbered if number <= DIGITS)
    return ", ".join(one for one in reached if one not in spoken)


def _opened(
    record: Record, names: Mapping[str, str], width: int, record_id: str | None = None
) -> Iterator[PanelRow]:
    guessed = set(record.provenance.guessed)
    for label, value, *kept_as in _fields(record, names):
        is_guess = not guessed.isdisjoint(kept_as or [label])
        for line in _field_lines(label, f"{value}?" if value and is_guess else value, width):
            yield PanelRow("guessed" if is_guess else "field", line, record_id)


def _line(record: Record, numbers: Mapping[str, int], width: int) -> str:
    return cut(f" {_summary(record, numbers)}", width)


def _summary(record: Record, numbers: Mapping[str, int]) -> str:
    match record:
        case Participant():
            times = f" ×{len(record.mentions)}" if len(record.mentions) > 1 else ""
            return f"{numbers[record.id]:>2} {record.name}{times}"
        case Quote():
            speakers = ",".join(str(numbers[key]) for key in record.speakers if key in numbers)
            doubt = "?" if not speakers or "speakers" in record.provenance.guessed else ""
            return f"{record.id} {speakers}{doubt}: {_words(record.content)}"
        case FollowUp():
            return f"{record.id} {_dated(record)}"


def _dated(event: FollowUp) -> str:
    value = shown_date(event.date.value) if event.date else ""
    return " ".join(part for part in (value, event.title) if part)


def _fields(record: Record, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Label and value of each field, and the fields of the record if they are called otherwise."""

    def named(ids: tuple[str, ...]) -> str:
        return ", ".join(names[key] for key in ids if key in names)

    match record:
        case Participant():
            yield "kind", record.kind
            yield "title", record.title
            yield "affil.", record.affiliation, "affiliation"
            yield "wikidata", record.wikidata
        case Quote():
            yield "speaker", named(record.speakers) or "? (type its number)", "speakers"
            yield "to", named(record.addressees), "addressees"
            yield "source", _words(record.source)
            yield "cue", _words(record.cue)
            yield "kind", record.kind
        case FollowUp():
            yield "type", f"{record.type}, {record.status}", "type", "status"
            if record.date:
                words = f"“{record.date.text}”" if record.date.text else ""
                yield "date", f"{shown_date(record.date.value) or '?'} {words}"
            yield "place", record.place
            yield "with", named(record.participants), "participants"
            yield "in", record.announced_in or "", "announced_in"
    yield "note", record.note


def _field_lines(label: str, value: str, width: int, most: int = FIELD_LINES) -> Iterator[str]:
    if not value:
        return
    indent = 3 + max(len(label), 7) + 1
    layout = Layout(shown(value), max(width - indent, 8))
    layout.reach_line(most)
    count = min(layout.line_count, most)
    for line in range(count):
        lead = f"   {label:<7} " if line == 0 else " " * indent
        more = "…" if line == most - 1 and layout.line_count > count else ""
        yield lead + layout.drawn(line)[1].rstrip() + more


def _words(fragments: Fragments) -> str:
    return " + ".join(" ".join(span.text.split()) for span in fragments)
