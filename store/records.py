"""What is kept: an article, the records said about it, and where each came from.

Offsets are Unicode code points of the article's text, end exclusive; dates are ISO 8601 for
articles and EDTF (ISO 8601-2) for events. Records are values: a change makes a new one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct, structs

ParticipantKind = Literal["person", "organization", "country", "group"]
QuoteKind = Literal["direct", "indirect", "mixed"]
EventType = Literal[
    "visit",
    "meeting",
    "summit",
    "talks",
    "forum",
    "session",
    "election",
    "signing",
    "exercise",
    "anniversary",
    "deadline",
    "other",
]
EventStatus = Literal["announced", "confirmed", "held", "postponed", "cancelled"]
ArticleStatus = Literal["open", "done"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
RecordType = Literal["participant", "quote", "follow_up"]
Metadata = Literal["headline", "date", "dateline", "source", "author", "url", "language"]

Offset = Annotated[int, Meta(ge=0, description="Unicode code points from the start of the text")]
ParticipantId = Annotated[str, Meta(pattern=r"^p[1-9][0-9]*$")]
QuoteId = Annotated[str, Meta(pattern=r"^q[1-9][0-9]*$")]
DismissedSpan = Annotated[str, Meta(pattern=r"^[pqf][0-9]+-[0-9]+$")]
FollowUpId = Annotated[str, Meta(pattern=r"^f[1-9][0-9]*$")]


class Span(Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A stretch `[start, end)` of an article's text, and the text it covered.

    Source: W3C Web Annotation, TextPositionSelector with TextQuoteSelector.
    """

    start: Offset
    end: Offset
    text: str

    @classmethod
    def of(cls, article_text: str, start: int, end: int) -> Span:
        """The span of `article_text[start:end]`."""
        return cls(start, end, article_text[start:end])


Fragments: TypeAlias = tuple[Span, ...]
"""One or more spans in the order they are read: "…," he said, "…" is one quote of two."""


class Provenance(Struct, frozen=True):
    """Who made a record, when (UTC, ISO 8601), and how. Source: W3C PROV."""

    by: str = ""
    at: str = ""
    origin: Annotated[
        str, Meta(description="`hand`, `hand:blind`, or `suggested:` and the rule")
    ] = "hand"
    guessed: Annotated[
        tuple[str, ...], Meta(description="the fields that rules filled in, not confirmed yet")
    ] = ()


class EventDate(Struct, frozen=True, forbid_unknown_fields=True):
    """When an event is to happen: the expression's span, and its EDTF `value`.

    Either may be missing: a date typed into the form covers no text, and not every
    expression can be resolved.
    """

    start: Offset | None = None
    end: Offset | None = None
    text: str = ""
    value: Annotated[str, Meta(description="EDTF (ISO 8601-2)")] = ""

    @property
    def span(self) -> Span | None:
        """The expression in the text, if the date has one."""
        if self.start is None or self.end is None:
            return None
        return Span(self.start, self.end, self.text)


class Participant(Struct, frozen=True, kw_only=True):
    """A person, organization, country or group that takes part in the article.

    Source: PARC 3.0 / PolNeAR source; Popolo Person.
    """

    id: ParticipantId
    kind: ParticipantKind = "person"
    name: str
    title: str = ""
    affiliation: str = ""
    mentions: Fragments = ()
    wikidata: str = ""
    note: str = ""
    provenance: Provenance = Provenance()


class Quote(Struct, frozen=True, kw_only=True):
    """Who said what, in whose words: content, cue and source. Source: PARC 3.0."""

    id: QuoteId
    kind: QuoteKind = "indirect"
    speakers: tuple[ParticipantId, ...] = ()
    addressees: tuple[ParticipantId, ...] = ()
    source: Fragments = ()
    cue: Fragments = ()
    content: Fragments
    note: str = ""
    provenance: Provenance = Provenance()


class FollowUp(Struct, frozen=True, kw_only=True):
    """Something the report says is to happen. Source: TimeML EVENT and TIMEX3."""

    id: FollowUpId
    title: str
    type: EventType = "other"
    status: EventStatus = "announced"
    trigger: Fragments
    date: EventDate | None = None
    place: str = ""
    participants: tuple[ParticipantId, ...] = ()
    announced_in: QuoteId | None = None
    note: str = ""
    provenance: Provenance = Provenance()


Record: TypeAlias = Participant | Quote | FollowUp

RECORD_CLASSES: dict[RecordType, type[Participant] | type[Quote] | type[FollowUp]] = {
    "participant": Participant,
    "quote": Quote,
    "follow_up": FollowUp,
}
"""The records by the name their documents carry in the file."""

RECORD_TYPES: dict[str, RecordType] = {"p": "participant", "q": "quote", "f": "follow_up"}
"""A record's type by the letter its id begins with."""


class Suggestion(Struct, frozen=True):
    """A record that a rule proposes, with its confidence: the share of such that are right.

    Ids in it count among the suggestions of one article, apart from those of its records.
    """

    record: Record
    rule: str
    confidence: Annotated[float, Meta(ge=0, le=1)]
    why: str = ""
    """A sentence for the annotator: what in the text made the rule propose it."""


class TimeExpression(Struct, frozen=True):
    """An expression of time in the text; type and value are those of TimeML's TIMEX3."""

    start: Offset
    end: Offset
    text: str
    type: TimeType
    value: str = ""


class Suggestions(Struct, frozen=True):
    """All that an engine proposes for an article, each in the order of the text."""

    participants: tuple[Suggestion, ...] = ()
    quotes: tuple[Suggestion, ...] = ()
    follow_ups: tuple[Suggestion, ...] = ()
    dates: tuple[TimeExpression, ...] = ()


class Article(Struct, frozen=True):
    """One news report. Source: schema.org NewsArticle.

    `date` is ISO 8601, or empty when the report does not tell; `text` is as it is on disk.
    """

    id: str
    text: str
    headline: str = ""
    date: str = ""
    dateline: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class ArticleEntry(Struct, frozen=True):
    """What the store keeps of an article: its metadata, not its text.

    `last_ids` holds the highest number given to a `p`, `q` and `f` so far: none is used again.
    `records` is how many there were after the last change, so that a loss is noticed.
    `dismissed` names the suggestions that are not to be made again: `q115-290` is one of a quote
    from offset 115 to 290. `given` holds what an annotator has typed in place of the metadata
    that stand in the file, or are missing there.
    """

    id: str
    headline: str = ""
    date: str = ""
    dateline: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    sha256: str = ""
    status: ArticleStatus = "open"
    dismissed: tuple[DismissedSpan, ...] = ()
    given: dict[Metadata, str] = msgspec.field(default_factory=dict)
    last_ids: dict[str, int] = msgspec.field(default_factory=dict)
    records: int = 0

    @classmethod
    def of(cls, article: Article) -> ArticleEntry:
        """The entry of an article about which nothing has been said yet."""
        return structs.replace(cls(id=article.id, sha256=article.sha256), **metadata_of(article))

    def refreshed(self, article: Article | ArticleEntry) -> ArticleEntry:
        """This entry with the metadata that the article has now; hash and status stay."""
        return structs.replace(self, **metadata_of(article))

    @property
    def told(self) -> ArticleEntry:
        """This entry with the metadata that hold: those given, else those of the file."""
        return structs.replace(self, **self.given)

    def over(self, article: Article) -> Article:
        """The article with the metadata that hold."""
        return structs.replace(article, **self.given)


def is_date(value: str) -> bool:
    """Whether this is a day of the calendar, written as ISO 8601 does: `2019-05-23`."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def metadata_of(article: Article | ArticleEntry) -> dict[str, str]:
    """The fields that an article and its entry share."""
    return {
        field: getattr(article, field) for field in Article.__struct_fields__ if field != "text"
    }


def spans_of(record: Record) -> tuple[tuple[str, Span], ...]:
    """Every span of a record with the role it plays there, in the order of the fields."""
    match record:
        case Participant():
            return tuple(("mentions", span) for span in record.mentions)
        case Quote():
            roles = (("content", record.content), ("cue", record.cue), ("source", record.source))
            return tuple((role, span) for role, fragments in roles for span in fragments)
        case FollowUp():
            trigger = tuple(("trigger", span) for span in record.trigger)
            date = record.date.span if record.date else None
            return (*trigger, ("date", date)) if date else trigger


def position(record: Record) -> tuple[int, str, int]:
    """Where a record stands in the order of the text: first offset, then id."""
    starts = [span.start for _, span in spans_of(record)]
    return (min(starts, default=0), record.id[0], int(record.id[1:]))
