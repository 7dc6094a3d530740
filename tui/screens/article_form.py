"""The form of the article: what its file says of it, or what an annotator says in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from store.records import Article, Metadata, is_date
from tui.screens.record_fields import date_field
from tui.widgets.fields import FormField
from tui.widgets.form import Form
from tui.widgets.text_fields import TextField

SaveGiven: TypeAlias = Callable[[dict[Metadata, str]], str]
"""Takes the fields that were given, and answers with why it cannot, or nothing."""

_FIELDS: Final[tuple[Metadata, ...]] = (
    "date",
    "headline",
    "source",
    "dateline",
    "author",
    "url",
    "language",
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def article_form(article: Article, given: dict[Metadata, str], save: SaveGiven) -> Form:
    """A form for the fields of an article as its file has them, over which those given hold.

    A field that says what the file says is not given.
    """

    def asked(field: Metadata) -> FormField:
        value = given.get(field, getattr(article, field))
        if field == "date":
            days = "a day like 2031-05-23, 23 May 2031"
            return date_field(value, article, _check_day, examples=days)
        return TextField(value, _check_language if field == "language" else lambda text: None)

    def save_values(read: dict[str, Any]) -> str:
        in_file = {field: " ".join(getattr(article, field).split()) for field in _FIELDS}
        differing = (field for field in _FIELDS if read[field] != in_file[field])
        return save({field: read[field] for field in differing})

    fields: dict[str, tuple[str, FormField]] = {field: (field, asked(field)) for field in _FIELDS}
    return Form(f"article {article.id}", fields, save_values)


def _check_day(date: str) -> None:
    if date and not is_date(date):
        raise ValueError(f"{date} is no single day; write it like 2031-05-23")


def _check_language(tag: str) -> None:
    if tag and not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"“{tag}” is no language tag; write it like en, fr or zh-Hans")
