"""Opening a store to read it, for a command that prints what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from store.database import Database


@contextmanager
def reading(store: Path) -> Iterator[Database]:
    """The store at a path, also while another process writes to it; says what was mended.

    Raises:
        StoreError: it is not a TinyDB file or cannot be read.
    """
    from store.database import Database
    from tui.commands.lines import printable

    with Database(store, writable=False) as database:
        if database.recovered:
            click.echo(printable(database.recovered), err=True)
        yield database
