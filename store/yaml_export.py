"""The records as YAML: a stream of one document an article, in article order.

The same records always give the same bytes. Strings are double-quoted, the one form that every
text survives in YAML 1.1 and 1.2 readers; there are no anchors and no folding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal, TextIO

import msgspec
import yaml
from msgspec import Struct

from store.annotations import Annotations
from store.database import Database
from store.documents import without_empty
from store.durable_json import replacing
from store.records import ArticleStatus, FollowUp, Participant, Quote

SCHEMA: Final = "onrecord/1"
_NEVER_FOLD: Final = 2**31 - 1
_ON_ONE_LINE: Final = frozenset(
    ("speakers", "addressees", "source", "cue", "content", "trigger", "participants")
)
"""The lists that stand on one line within a record: ids and fragments."""

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class ExportedArticle(Struct, frozen=True):
    """The article that an exported document is about."""

    id: str
    status: ArticleStatus
    sha256: str = ""
    headline: str = ""
    date: str = ""
    dateline: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


class ExportedDocument(Struct, frozen=True, forbid_unknown_fields=True):
    """One document of the export: an article and everything said about it."""

    schema: Literal["onrecord/1"]
    article: ExportedArticle
    participants: tuple[Participant, ...] = ()
    quotes: tuple[Quote, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


def exported(annotations: Annotations) -> dict[str, Any]:
    """What the export says of one article, as plain values."""
    entry = msgspec.to_builtins(annotations.entry)
    order = ("id", "headline", "date", "dateline", "source", "author", "url", "language")
    return {
        "schema": SCHEMA,
        "article": without_empty({key: entry[key] for key in (*order, "sha256", "status")}),
        "participants": without_empty(msgspec.to_builtins(annotations.participants)),
        "quotes": without_empty(msgspec.to_builtins(annotations.quotes)),
        "follow_ups": without_empty(msgspec.to_builtins(annotations.follow_ups)),
    }


def as_yaml(annotations: Annotations) -> str:
    """The YAML document of one article, `---` included."""
    document: str = yaml.serialize(
        _node({key: value for key, value in exported(annotations).items() if value != []}),
        Dumper=_Dumper,
        allow_unicode=True,
        explicit_start=True,
        width=_NEVER_FOLD,
    )
    return document


def export(database: Database, articles: Iterable[str] | None = None) -> Iterator[str]:
    """The YAML documents of these articles, or of all with a record or done, one at a time.

    Raises:
        StoreError: a document of the store is no record.
    """
    if articles is None:
        articles = (key for key in database.articles if any(database.summary(key)))
    for article_id in articles:
        yield as_yaml(database.kept_annotations(article_id))


def write_yaml(database: Database, output: Path | TextIO) -> int:
    """Export the whole store to a stream, or to a file that is written whole or not at all.

    Returns the number of articles.

    Raises:
        StoreError: a document of the store is no record.
        OSError: the output cannot be written.
    """
    if isinstance(output, Path):
        with replacing(output) as file:
            return write_yaml(database, file)
    return sum(1 for document in export(database) if output.write(document))


def _node(value: Any, on_one_line: bool = False) -> yaml.Node:
    match value:
        case dict():
            short = "start" in value or "origin" in value
            pairs = [
                (_scalar(key, "str", plain=True), _node(item, short or key in _ON_ONE_LINE))
                for key, item in value.items()
            ]
            return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=short)
        case list():
            # Only the lists inside records share a line: the top-level ones hold records.
            flow = on_one_line and not any(isinstance(i, dict) and "id" in i for i in value)
            items = [_node(item, flow) for item in value]
            return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)
        case int():
            return _scalar(str(value), "int", plain=True)
        case _:
            return _scalar(value, "str")


def _scalar(value: str, kind: str, plain: bool = False) -> yaml.Node:
    return yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", value, style=None if plain else '"')
