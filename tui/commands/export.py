"""`onrecord export`: the records of a store as YAML."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from tui.commands.parameters import STANDARD_STREAM, NewFile, store_argument
from tui.commands.reading import reading

if TYPE_CHECKING:
    from store.database import Database

Progress: TypeAlias = Callable[[int, int], None]
PATIENCE: Final = 0.2
"""Seconds of work before a progress bar is worth showing."""
STANDARD_OUTPUT: Final = Path(STANDARD_STREAM)


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
    with reading(store) as database, _progress(output) as progress:
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


@contextmanager
def _progress(output: Path) -> Iterator[Progress]:
    """A progress bar on standard error: if it takes long, and stands on a terminal of its own."""
    started = time.monotonic()
    is_wanted = sys.stderr.isatty() and not _is_on_screen(output)
    bar = None
    with ExitStack() as stack:

        def progress(written: int, total: int) -> None:
            nonlocal bar
            if not bar and is_wanted and time.monotonic() - started > PATIENCE:
                showing = click.progressbar(length=total, label="Export", file=sys.stderr)
                bar = stack.enter_context(showing)
            if bar:
                bar.update(written - bar.pos)

        yield progress


def _is_on_screen(output: Path) -> bool:
    """Whether what is written there may appear on a terminal."""
    return sys.stdout.isatty() if output == STANDARD_OUTPUT else output.is_char_device()
