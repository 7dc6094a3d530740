"""Suggestions as files: JSON lines or YAML documents, one an article, in article order.

A file that was broken off can be gone on with: what is whole in it stays.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, NamedTuple

from store.documents import plain
from store.errors import StoreError
from store.records import Article, Suggestion, Suggestions

Format = Literal["jsonl", "yaml"]
SCHEMA: Final = "onrecord-suggestions/1"

_STRING: Final = rb'("(?:[^"\\\n]|\\.)*")'
_JSON_HEAD: Final = re.compile(rb'\{"id":%s,"engine":%s[,}]' % (_STRING, _STRING))
_YAML_HEAD: Final = re.compile(
    rb"---\nschema: %s\nengine: %s\narticle:\n  id: %s\n" % (_STRING, _STRING, _STRING)
)
_YAML_START: Final = b"---\n"


class Begun(NamedTuple):
    """What is whole in a file of suggestions: the articles in it, and its length in bytes."""

    articles: frozenset[str]
    length: int


def as_text(article: Article, engine: str, suggestions: Suggestions, form: Format) -> str:
    """What an engine proposes for an article, as a line of JSON or a document of YAML.

    Each record has its fields as in the export, and the suggestion's `rule`, `confidence`, `why`.
    """
    found = {
        "participants": [_fields(each) for each in suggestions.participants],
        "quotes": [_fields(each) for each in suggestions.quotes],
        "follow_ups": [_fields(each) for each in suggestions.follow_ups],
        "dates": plain(suggestions.dates),
    }
    told = {key: getattr(article, key) for key in ("headline", "date", "language", "sha256")}
    about = {key: value for key, value in told.items() if value}
    if form == "jsonl":
        document = {"id": article.id, "engine": engine, **about, **found}
        return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    # Imported late: YAML takes a while.
    from store.yaml_export import yaml_document

    articles = {"article": {"id": article.id, **about}}
    lists = {key: value for key, value in found.items() if value}
    return yaml_document({"schema": SCHEMA, "engine": engine, **articles, **lists})


def _fields(suggestion: Suggestion) -> dict[str, Any]:
    fields: dict[str, Any] = plain(suggestion.record)
    fields.pop("provenance", None)  # nobody has made it yet
    told = {"rule": suggestion.rule, "confidence": suggestion.confidence}
    return {**fields, **told, **({"why": suggestion.why} if suggestion.why else {})}


def begun(path: Path, engine: str, form: Format) -> Begun:
    """What a file holds that was broken off; nothing when there is no file.

    Raises:
        StoreError: it is no file of suggestions, or not by this engine.
        OSError: it cannot be read.
    """
    found = set[str]()
    length = 0
    if not path.exists():
        return Begun(frozenset(), 0)
    with path.open("rb") as file:
        for end, article, by in _whole(file, path, form):
            if by != engine:
                raise StoreError(
                    f"{path} holds suggestions of the engine {by}; go on with --engine {by}, or "
                    "name another file"
                )
            found.add(article)
            length = end
    return Begun(frozenset(found), length)


def cut(path: Path, length: int) -> None:
    """Cut a file off after so many bytes: what follows was not written to its end."""
    if path.exists():
        os.truncate(path, length)


def _whole(file: BinaryIO, path: Path, form: Format) -> Iterator[tuple[int, str, str]]:
    """The pieces of a file that are whole: where each ends, its article and its engine."""
    pieces = _lines(file) if form == "jsonl" else _documents(file)
    end = 0
    for number, piece in enumerate(pieces, 1):
        end += len(piece)
        head = (_JSON_HEAD if form == "jsonl" else _YAML_HEAD).match(piece)
        if head is None:
            what = "line" if form == "jsonl" else "document"
            raise StoreError(
                f"{path}, {what} {number}: holds no suggestions in the form {form}; name the file "
                "that was broken off, or another --format"
            )
        if form == "jsonl":
            yield end, json.loads(head[1]), json.loads(head[2])
        else:
            yield end, _read_string(head[3]), _read_string(head[2])


def _lines(file: BinaryIO) -> Iterator[bytes]:
    return (line for line in file if line.endswith(b"\n"))


def _documents(file: BinaryIO) -> Iterator[bytes]:
    """The documents but the last: nothing tells whether that was written to its end."""
    lines: list[bytes] = []
    for line in file:
        if line == _YAML_START and lines:
            yield b"".join(lines)
            lines = []
        lines.append(line)


def _read_string(scalar: bytes) -> str:
    if b"\\" not in scalar:
        return scalar[1:-1].decode("utf-8")
    import yaml

    return str(yaml.safe_load(scalar.decode("utf-8")))
