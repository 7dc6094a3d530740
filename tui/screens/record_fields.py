"""The fields of each kind of record, as the form shows and reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args

from msgspec import structs
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Select

from store.annotations import Annotations
from store.edtf_dates import EXAMPLES, check_edtf
from store.records import (
    EventDate,
    EventStatus,
    EventType,
    FollowUp,
    Fragments,
    Participant,
    ParticipantKind,
    Quote,
    Record,
    Span,
)
from tui.fitting import cut
from tui.known_names import Completion, KnownNames
from tui.widgets.tick_list import TickList

Options: TypeAlias = Callable[[Annotations], list[tuple[str, str]]]
"""What can be chosen, as shown, and the value it stands for."""


@dataclass(frozen=True)
class Field:
    """A field of a record: how it is called, shown and read."""

    name: str
    label: str

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """The widget that shows the field's value and lets it be changed."""
        raise NotImplementedError

    def value(self, widget: Any, record: Record) -> Any:
        """What the widget holds now; raise `ValueError`, saying why, if it cannot be."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Field):
    """A line of text, completed from what is known."""

    required: bool = False
    known_as: str = ""

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """An input."""
        completion = Completion(known, self.known_as or self.name)
        return Input(getattr(record, self.name), suggester=completion, compact=True)

    def value(self, widget: Input, record: Record) -> str:
        """The text without white space around it."""
        text = " ".join(widget.value.split())
        if self.required and not text:
            raise ValueError("it must not be empty")
        return text


@dataclass(frozen=True)
class Wikidata(Text):
    """The identifier of a Wikidata item."""

    def value(self, widget: Input, record: Record) -> str:
        """The identifier, if there is one."""
        text = super().value(widget, record)
        if text and not (text[0] == "Q" and text[1:].isdecimal() and text.isascii()):
            raise ValueError(f"“{text}” is no Wikidata item; write it like Q42")
        return text


@dataclass(frozen=True)
class Date(Field):
    """An EDTF date; the expression in the text that it came from is kept."""

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """An input with examples."""
        date = getattr(record, self.name)
        return Input(date.value if date else "", placeholder=EXAMPLES, compact=True)

    def value(self, widget: Input, record: Record) -> EventDate | None:
        """The date, None when nothing is typed and no expression is marked."""
        text, before = widget.value.strip(), getattr(record, self.name)
        if text:
            check_edtf(text)
        elif not before or not before.text:
            return None
        return structs.replace(before or EventDate(), value=text)


@dataclass(frozen=True)
class Choice(Field):
    """One of some values, or, if `may_be_none`, none of them."""

    options: Options
    may_be_none: bool = False

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """A list that opens."""
        chosen = getattr(record, self.name)
        shown = [(Content(cut(text, 60)), value) for text, value in self.options(annotations)]
        is_known = any(value == chosen for _, value in shown)
        return Select(
            shown,
            value=chosen if is_known else Select.NULL,
            allow_blank=self.may_be_none or not is_known,
            prompt="none",
            compact=True,
        )

    def value(self, widget: Select[str], record: Record) -> str | None:
        """The chosen value."""
        return None if widget.value is Select.NULL else str(widget.value)


@dataclass(frozen=True)
class People(Field):
    """Participants of the article, by their ids."""

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """A list to tick."""
        return people_list(annotations, getattr(record, self.name))

    def value(self, widget: TickList[str], record: Record) -> tuple[str, ...]:
        """The ids of those that are ticked."""
        return widget.ticked


@dataclass(frozen=True)
class Spans(Field):
    """The fragments that a record has: each can be taken out."""

    required: bool = False

    def widget(self, record: Record, annotations: Annotations, known: KnownNames) -> Widget:
        """A list to tick."""
        return TickList((span.text, span, True) for span in getattr(record, self.name))

    def value(self, widget: TickList[Span], record: Record) -> Fragments:
        """The spans that are ticked still."""
        if self.required and not widget.ticked:
            raise ValueError("one fragment must stay; leave the form to remove the whole record")
        return widget.ticked


def people_list(annotations: Annotations, chosen: tuple[str, ...]) -> TickList[str]:
    """A list of the participants, with their numbers, those chosen ticked."""
    return TickList(
        (f"{number} {record.name}", record.id, record.id in chosen)
        for number, record in enumerate(annotations.numbered, 1)
    )


def _literal(literal: Any) -> Options:
    return lambda annotations: [(value, value) for value in get_args(literal)]


def _quotes(annotations: Annotations) -> list[tuple[str, str]]:
    return [(f"{quote.id} {quote.content[0].text}", quote.id) for quote in annotations.quotes]


FIELDS: Final[dict[type[Record], tuple[Field, ...]]] = {
    Participant: (
        Text("name", "name", required=True),
        Choice("kind", "kind", _literal(ParticipantKind)),
        Text("title", "title"),
        Text("affiliation", "affiliation"),
        Wikidata("wikidata", "wikidata"),
        Text("note", "note"),
        Spans("mentions", "mentions"),
    ),
    Quote: (
        People("speakers", "speakers"),
        People("addressees", "addressees"),
        Text("note", "note"),
        Spans("content", "content", required=True),
        Spans("cue", "cue"),
        Spans("source", "source"),
    ),
    FollowUp: (
        Text("title", "title", required=True, known_as="title of event"),
        Choice("type", "type", _literal(EventType)),
        Choice("status", "status", _literal(EventStatus)),
        Date("date", "date"),
        Text("place", "place"),
        People("participants", "participants"),
        Choice("announced_in", "announced in", _quotes, may_be_none=True),
        Text("note", "note"),
        Spans("trigger", "trigger", required=True),
    ),
}
"""By kind of record: its fields in the order of the form."""
