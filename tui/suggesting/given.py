"""What annotators have typed over the fields of articles, as a store has it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from store.database import Database
from store.records import Metadata

Given: TypeAlias = Mapping[str, dict[Metadata, str]]
"""The fields that were typed, by the id of the article."""


def given_in(database: Database) -> Given:
    """What was typed over the fields of each article; most have nothing and are left out."""
    typed = ((article_id, database.given(article_id)) for article_id in database.articles)
    return {article_id: given for article_id, given in typed if given}


def given_beside(store: Path) -> Given:
    """What the store at a path has, if there is one; it is only read.

    Raises:
        StoreError: it cannot be read.
    """
    if not store.is_file():
        return {}
    with Database(store, writable=False) as database:
        return given_in(database)
