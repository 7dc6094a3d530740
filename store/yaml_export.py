"""The records as YAML: a stream of one document an article, in article order.

The same records always give the same bytes. Strings are double-quoted, the one form that every
text survives in YAML 1.1 and 1.2 readers; there are no anchors and no folding.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Literal, TextIO

import msgspec
import yaml
from msgspec import Struct

from store.annotations import Annotations
from store.database import Database
from store.documents import plain
from store.errors import StoreError
from store.file_system import replacing
from store.records import ArticleStatus, FollowUp, Participant, Quote

SCHEMA: Final = "onrecord/1"
_NEVER_FOLD: Final = 2**31 - 1
_ON_ONE_LINE: Final = frozenset(
    ("speakers", "addressees", "source", "cue", "content", "trigger", "participants")
)
"""The lists that stand on one line within a record: ids and fragments."""

_ARTICLE_FIELDS: Final = (
    "id",
    "headline",
    "date",
    "dateline",
    "source",
    "author",
    "url",
    "language",
    "sha256",
    "status",
)
_ESCAPE: Final = re.compile(r"\\(?:U(000[1-9A-F][0-9A-F]{4}|0010[0-9A-F]{4})|.)")
"""An escape of a double-quoted string; the group is a character that PyYAML need not escape."""

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


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a document of the export, as `docs/onrecord-1.schema.json` holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One article and what is on record of it",
        **msgspec.json.schema(ExportedDocument),
    }
    plain_json: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    for definition in plain_json["$defs"].values():
        # Python 3.13 takes the indentation of docstrings away; those before it do not.
        if "description" in definition:
            definition["description"] = inspect.cleandoc(definition["description"])
    return plain_json


def exported(annotations: Annotations) -> dict[str, Any]:
    """What the export says of one article, as plain values."""
    entry = annotations.entry.told
    document = {
        "schema": SCHEMA,
        "article": {
            field: value for field in _ARTICLE_FIELDS if (value := getattr(entry, field)) != ""
        },
        "participants": plain(annotations.participants),
        "quotes": plain(annotations.quotes),
        "follow_ups": plain(annotations.follow_ups),
    }
    return {key: value for key, value in document.items() if value != []}


def as_yaml(annotations: Annotations) -> str:
    """The YAML document of one article, `---` included."""
    return yaml_document(exported(annotations))


def yaml_document(values: dict[str, Any]) -> str:
    """Plain values as a YAML document, `---` included."""
    document: str = yaml.serialize(
        _node(values),
        Dumper=_Dumper,
        allow_unicode=True,
        explicit_start=True,
        width=_NEVER_FOLD,
    )
    return _ESCAPE.sub(_unescaped, document)


def export(database: Database, articles: Iterable[str] | None = None) -> Iterator[str]:
    """The YAML documents of these articles, or of all with a record or done, one at a time.

    Raises:
        StoreError: a document of the store is no record.
    """
    for article_id in on_record(database) if articles is None else articles:
        annotations = database.kept_annotations(article_id)
        try:
            document = as_yaml(annotations)
        except UnicodeEncodeError as error:
            name = article_id.encode(errors="backslashreplace").decode()
            raise StoreError(
                f"{database.path}: the article {name} has half a character in its id, which YAML "
                "cannot hold; correct it by hand"
            ) from error
        yield document


def on_record(database: Database) -> list[str]:
    """The ids of the articles that have a record or are done, sorted."""
    return [article_id for article_id in database.articles if any(database.summary(article_id))]


def write_yaml(
    database: Database,
    output: Path | TextIO,
    progress: Callable[[int, int], None] = lambda written, total: None,
) -> int:
    """Export the whole store to a stream, or to a file that is written whole or not at all.

    `progress` is told after each article how many are written, and of how many. Returns the
    number of articles.

    Raises:
        StoreError: a document of the store is no record.
        OSError: the output cannot be written.
    """
    if isinstance(output, Path):
        with replacing(output) as file:
            return write_yaml(database, file, progress)
    articles = on_record(database)
    for written, document in enumerate(export(database, articles), 1):
        output.write(document)
        progress(written, len(articles))
    return len(articles)


def _unescaped(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[0]


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
        case float():
            return _scalar(repr(value), "float", plain=True)
        case _:
            return _scalar(value, "str")


def _scalar(value: str, kind: str, plain: bool = False) -> yaml.Node:
    return yaml.ScalarNode(f"tag:yaml.org,2002:{kind}", value, style=None if plain else '"')
