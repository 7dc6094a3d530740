"""`onrecord export`: the records of a store as YAML."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click

from tui.commands.parameters import store_argument

if TYPE_CHECKING:
    from store.database import Database

PATIENCE: Final = 0.2
"""Seconds of work before a progress bar is worth showing."""


@click.command(epilog="Example: onrecord export sample_articles -o records.yaml")
@store_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
    default="-",
    metavar="FILE",
    help="Write to this file, whole or not at all; - is standard output (the default).",
)
def export(store: Path, output: Path) -> None:
    """Write the records of a store as YAML.

    There is one document an article. STORE is the file, or the folder that it is in. The form is
    described in docs/file-formats.md.
    """
    if output.exists() and output.samefile(store):
        raise click.BadParameter(
            "that is the store itself; name another file", param_hint="--output"
        )
    if not output.parent.is_dir():
        raise click.BadParameter(
            f"the folder {output.parent} does not exist; make it first", param_hint="--output"
        )
    from store.database import Database

    with Database(store, writable=False) as database:
        articles = [key for key in database.articles if any(database.summary(key))]
        with _destination(output) as file:
            for document in _documents(database, articles):
                file.write(document)
    if not articles:
        click.echo(f"{store} holds no records yet: nothing was written", err=True)


@contextmanager
def _destination(output: Path) -> Iterator[TextIO]:
    from store.durable_json import replacing

    if output == Path("-"):
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        if output.exists() and not output.is_file():  # a pipe or a device must not be replaced
            with output.open("w", encoding="utf-8", newline="\n") as file:
                yield file
        else:
            with replacing(output) as file:
                yield file
    except OSError as error:
        from tui.commands.failures import Failure

        reason = error.strerror or error
        raise Failure(
            f"{output} could not be written: {reason}; it is as it was. Name another file with -o"
        ) from error


def _documents(database: Database, articles: Sequence[str]) -> Iterator[str]:
    """The YAML documents; where it takes long, with a progress bar on a terminal."""
    from store import yaml_export

    documents = yaml_export.export(database, articles)
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from documents
        return
    started = time.monotonic()
    done = 0
    for document in documents:
        yield document
        done += 1
        if time.monotonic() - started > PATIENCE:
            break
    else:
        return
    with click.progressbar(documents, length=len(articles), label="Export", file=sys.stderr) as bar:
        bar.update(done)
        yield from bar
