"""Who the participants of a gold article are, and which of them speaks in each quote.

Gold tells the words of a source, not who that is. A source that holds a name is taken for the
bearer of that name, another for whoever its words describe. For a pronoun the name that stands
nearest before it is taken: that may be wrong, so a key is always counted that says who it is.
"""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.gold_quotes import GoldArticle, head_name
from language.names.described import mentions
from language.segments import Segments
from store.annotations import Annotations
from store.records import Article, Participant, Provenance, Span
from tui.marking import Marker
from tui.selection import Selection


class Speaker(NamedTuple):
    """The id of who speaks, None if nobody is named; and whether a pronoun stands for them."""

    id: str | None
    is_pronoun: bool


class Marked(NamedTuple):
    """The annotations with every participant marked by one name, these names, and the speakers."""

    annotations: Annotations
    names: list[Span]
    speakers: list[Speaker]


def with_participants(article: Article, segments: Segments, gold: GoldArticle) -> Marked:
    """An article in which everyone that a gold source names is marked already."""
    annotations = Annotations.none_of(article)
    names: list[Span] = []
    heads = [
        head_name(segments, quote.source[0]) if quote.source else None for quote in gold.quotes
    ]
    ids: list[str | None] = []
    for head in heads:
        if head is None:
            ids.append(None)
            continue
        marker = Marker(article, segments, annotations, Provenance())
        change, known = marker.participant(Selection(head.start, head.end))
        if known not in annotations.records and change:
            annotations = annotations.applied(change)
            names.append(head)
        ids.append(known)
    named = _places_of_names(segments, annotations)
    speakers = []
    for quote, known_id in zip(gold.quotes, ids, strict=True):
        if not quote.source or known_id:
            speakers.append(Speaker(known_id, is_pronoun=False))
            continue
        before = [key for start, key in named if start < quote.source[0][0]]
        meant = before[-1] if before else named[0][1] if named else None
        speakers.append(Speaker(meant, is_pronoun=meant is not None))
    return Marked(annotations, names, speakers)


def _places_of_names(segments: Segments, annotations: Annotations) -> list[tuple[int, str]]:
    """Where the participants with a name of their own are named, and their ids, in order."""
    return sorted(
        (place.start, record.id)
        for record in annotations.numbered
        if _has_name(record)
        for place in mentions(segments, [record.name])
    )


def _has_name(participant: Participant) -> bool:
    return participant.name[:1].isupper()
