"""The fields of each kind of record, as the form shows and reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias, get_args

from msgspec import structs

from store.annotations import Annotations
from store.edtf_dates import DateError, check_edtf
from store.records import (
    Article,
    EventDate,
    EventStatus,
    EventType,
    FollowUp,
    Participant,
    ParticipantKind,
    Quote,
    Record,
)
from tui.date_in_words import in_words
from tui.known_names import KnownNames
from tui.widgets.fields import FormField
from tui.widgets.list_fields import ChoiceField, TickField
from tui.widgets.text_fields import DateField, TextField

DATES: Final = "2031-06-14, 2031-06, 14-15 June, mid-June, next month"
"""What can be typed for a date, said in its field."""
WHOLE_DATES: Final = "2031-06-14, 2031-06, 14 June 2031 (“next month”: the article has no date)"
"""The same where nothing says from when “next month” is seen."""


@dataclass(frozen=True)
class Known:
    """What a form may offer: the article, its records, and the names of all articles.

    `numbers` are those of the participants, by their ids.
    """

    article: Article
    annotations: Annotations
    names: KnownNames
    numbers: Mapping[str, int]


Options: TypeAlias = Callable[[Annotations], list[tuple[str, Any]]]
"""What can be chosen, as shown, and the value it stands for."""


@dataclass(frozen=True)
class Field:
    """A field of a record: how it is called, shown and read."""

    name: str
    label: str

    def asked(self, record: Record, known: Known) -> FormField:
        """The field of the form that shows the value and lets it be changed."""
        raise NotImplementedError

    def value(self, read: Any, record: Record) -> Any:
        """The value that stands for what was read from the form."""
        return read


@dataclass(frozen=True)
class Text(Field):
    """A line of text, completed from what is known."""

    check: Callable[[str], None] = lambda text: None
    known_as: str = ""

    def asked(self, record: Record, known: Known) -> FormField:
        """A line; what it may become stands below it."""
        field = self.known_as or self.name
        return TextField(
            getattr(record, self.name),
            self.check,
            lambda typed: known.names.completions(field, typed),
        )

    def value(self, read: str, record: Record) -> str:
        """The text; as it was, white space too, where nothing was typed."""
        before: str = getattr(record, self.name)
        return before if read == " ".join(before.split()) else read


@dataclass(frozen=True)
class Date(Field):
    """An EDTF date; the expression in the text that it came from is kept."""

    def asked(self, record: Record, known: Known) -> FormField:
        """A line for words or EDTF."""
        date = getattr(record, self.name)
        examples = DATES if known.article.date else WHOLE_DATES
        return date_field(date.value if date else "", known.article, examples=examples)

    def value(self, read: str, record: Record) -> EventDate | None:
        """The date, None when nothing is typed and no expression is marked."""
        before: EventDate | None = getattr(record, self.name)
        if not read and not (before and before.text):
            return None
        return structs.replace(before or EventDate(), value=read)


@dataclass(frozen=True)
class Choice(Field):
    """One of some values."""

    options: Options

    def asked(self, record: Record, known: Known) -> FormField:
        """All the values on a line."""
        return ChoiceField(self.options(known.annotations), getattr(record, self.name))


@dataclass(frozen=True)
class People(Field):
    """Participants of the article, by their ids."""

    def asked(self, record: Record, known: Known) -> FormField:
        """A list to tick."""
        return people_field(known.annotations, known.numbers, getattr(record, self.name))


@dataclass(frozen=True)
class Spans(Field):
    """The fragments that a record has: each can be taken out."""

    required: str = ""

    def asked(self, record: Record, known: Known) -> FormField:
        """A list to tick."""
        spans = getattr(record, self.name)
        return TickField(((span.text, span, True) for span in spans), required=self.required)


def people_field(
    annotations: Annotations, numbers: Mapping[str, int], chosen: tuple[str, ...], rows: int = 5
) -> TickField[str]:
    """A list of the participants, with their numbers, those chosen ticked."""
    return TickField(
        (
            (f"{numbers[record.id]} {record.name}", record.id, record.id in chosen)
            for record in sorted(annotations.participants, key=lambda each: numbers[each.id])
        ),
        rows,
    )


def date_field(
    value: str,
    article: Article,
    check: Callable[[str], None] = lambda value: None,
    *,
    examples: str,
) -> DateField:
    """A line for a date in words or EDTF, seen from the article's date.

    `check` raises `ValueError` for a date that cannot be here.
    """
    # With it come the rules for dates, which nothing else of a form needs.
    from language.dates.typed import understood

    written = dt.date.fromisoformat(article.date) if article.date else None

    def understand(typed: str) -> str:
        found = understood(typed, written, article.language or "en")
        if found or not any(map(str.isdigit, typed)):
            return found
        try:
            check_edtf(typed)  # its rarer forms are EDTF too
        except DateError:
            return ""
        return typed

    return DateField(value, understand, in_words, examples, check)


def _literal(literal: Any) -> Options:
    return lambda annotations: [(value, value) for value in get_args(literal)]


def _quotes(annotations: Annotations) -> list[tuple[str, Any]]:
    quotes = ((f"{quote.id} {quote.content[0].text}", quote.id) for quote in annotations.quotes)
    return [("none", None), *quotes]


def _some(text: str) -> None:
    if not text:
        raise ValueError("it must not be empty")


def _item(text: str) -> None:
    if text and not (text[0] == "Q" and text[1:].isdecimal() and text.isascii()):
        raise ValueError(f"“{text}” is no Wikidata item; write it like Q42")


_ONE_STAYS: Final = "one fragment must stay"

FIELDS: Final[dict[type[Record], tuple[Field, ...]]] = {
    Participant: (
        Text("name", "name", _some),
        Text("title", "title"),
        Text("affiliation", "affiliation"),
        Choice("kind", "kind", _literal(ParticipantKind)),
        Text("note", "note"),
        Text("wikidata", "wikidata", _item),
        Spans("mentions", "mentions"),
    ),
    Quote: (
        People("speakers", "speakers"),
        People("addressees", "addressees"),
        Text("note", "note"),
        Spans("content", "content", _ONE_STAYS),
        Spans("cue", "cue"),
        Spans("source", "source"),
    ),
    FollowUp: (
        Text("title", "title", _some, known_as="title of event"),
        Date("date", "date"),
        Text("place", "place"),
        Choice("type", "type", _literal(EventType)),
        Choice("status", "status", _literal(EventStatus)),
        People("participants", "participants"),
        Choice("announced_in", "announced in", _quotes),
        Text("note", "note"),
        Spans("trigger", "trigger", _ONE_STAYS),
    ),
}
"""By kind of record: its fields in the order of the form."""
