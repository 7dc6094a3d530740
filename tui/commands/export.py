"""`onrecord export`: the records of a store as YAML."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.parameters import STANDARD_STREAM, NewFile, store_argument
from tui.commands.progress import STANDARD_OUTPUT, Progress, progress_bar
from tui.commands.reading import reading

if TYPE_CHECKING:
    from store.database import Database


@click.command(epilog="Example: onrecord export sample_articles -o records.yaml")
@store_argument
@click.option(
    "-o",
    "--output",
    type=NewFile(allow_dash=True),
    default=STANDARD_STREAM,
    metavar="FILE",
    help="Write to this file, whole or not at all; - is standard output (the default).",
)
def export(store: Path, output: Path) -> None:
    """Write the records of a store as YAML.

    There is one document an article. STORE is the file, or the folder that it is in. The form is
    described in docs/file-formats.md.
    """
    _check_output(output, store)
    with reading(store) as database, progress_bar("Export", output) as progress:
        articles = _write(database, output, progress)
    if not articles:
        click.echo(f"{store} holds no records yet: there was nothing to write", err=True)


def _check_output(output: Path, store: Path) -> None:
    if output != STANDARD_OUTPUT and output.exists() and output.samefile(store):
        raise click.BadParameter(
            "that is the store itself; name another file", param_hint="--output"
        )


def _write(database: Database, output: Path, progress: Progress) -> int:
    from store.yaml_export import write_yaml

    if output == STANDARD_OUTPUT:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        articles = write_yaml(database, sys.stdout, progress)
        sys.stdout.flush()
        return articles
    try:
        if output.exists() and not output.is_file():  # a pipe or a device must not be replaced
            with output.open("w", encoding="utf-8", newline="\n") as file:
                return write_yaml(database, file, progress)
        return write_yaml(database, output, progress)
    except OSError as error:
        from tui.commands.failures import Failure

        reason = error.strerror or error
        raise Failure(
            f"{output} could not be written: {reason}; it is as it was. Name another file with -o"
        ) from error
