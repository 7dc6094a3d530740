"""`onrecord suggest`: what the rules, or another engine, propose to be marked."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import click

from tui.commands.parameters import STANDARD_STREAM, NewFile, StoreFile
from tui.commands.progress import STANDARD_OUTPUT, progress_bar

if TYPE_CHECKING:
    from store.suggestion_files import Format
    from tui.suggesting.destinations import Destination
    from tui.suggesting.many import Task

CLEARED_LINE: Final = "\r\x1b[K"


@click.command(epilog="Example: onrecord suggest sample_articles -o suggestions.jsonl")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("jsonl", "yaml")),
    default="jsonl",
    help="JSON, one line an article (the default), or YAML, one document an article.",
)
@click.option(
    "-o",
    "--output",
    type=NewFile(allow_dash=True),
    default=STANDARD_STREAM,
    metavar="FILE",
    help="Write to this new file; - is standard output (the default).",
)
@click.option(
    "--into",
    type=StoreFile(),
    metavar="STORE",
    help="Keep the suggestions in this store, to be reviewed; write nothing else.",
)
@click.option(
    "--resume", is_flag=True, help="Go on with what was broken off: skip the articles in it."
)
@click.option(
    "--engine",
    default="rules",
    metavar="NAME[:MODEL]",
    help="What proposes: rules (the default), spacy:MODEL, or another that is installed.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Work in N processes; one for each processor by default.",
)
def suggest(
    paths: tuple[Path, ...],
    form: Format,
    output: Path,
    into: Path | None,
    resume: bool,
    engine: str,
    jobs: int | None,
) -> None:
    """Propose participants, quotes, follow-up events and dates.

    PATH is a folder of articles, or some articles. What is proposed is written in their order, in
    the form described in docs/file-formats.md. An article that cannot be read is named on standard
    error; then the exit code is 1. After Ctrl-C, what has been written is whole, and --resume goes
    on with it.
    """
    from store.folder import Folder
    from tui.suggesting.many import AT_A_TIME, Task, cores, suggest_all

    folder = Folder(paths)
    task = Task(folder, engine, None if into else form)
    shown_on = None if into else output
    with (
        _destination(output, into, resume, task) as destination,
        progress_bar("Suggest", shown_on) as progress,
        _interrupts() as interrupts,
    ):
        files = sorted(file for batch in folder.scan() for file in batch)
        if not files:
            _tell(f"there is no article in {folder.base}; articles end in .txt or .md")
        if resume:
            files = [file for file in files if not destination.has(file)]
        useful = -(-len(files) // AT_A_TIME)
        results = suggest_all(task, files, max(1, min(jobs or cores(), useful)))
        problems = 0
        for number, result in enumerate(results, 1):
            if result.problem:
                problems += 1
                _tell(result.problem)
            else:
                destination.keep(result)
            progress(number, len(files))
            if interrupts:
                results.close()
                raise click.Abort
    sys.exit(1 if problems else 0)


def _destination(output: Path, into: Path | None, resume: bool, task: Task) -> Destination:
    from tui.suggesting.destinations import ToFile, ToStore, to_standard_output

    if into:
        if output != STANDARD_OUTPUT:
            raise click.UsageError("suggestions go to a file or into a store; name one of them")
        return ToStore(into, task.engine, task.folder)
    if output == STANDARD_OUTPUT:
        if resume:
            raise click.UsageError("name the file to go on with: -o FILE; or a store: --into STORE")
        return to_standard_output()
    assert task.form is not None
    if output.is_file() and output.stat().st_size and not resume:
        raise click.BadParameter(
            f"{output} is there already; name another file, or go on with it by --resume",
            param_hint="--output",
        )
    return ToFile(output, task.engine, task.form, resume)


def _tell(problem: str) -> None:
    from tui.commands.lines import printable

    cleared = CLEARED_LINE if sys.stderr.isatty() else ""
    click.echo(cleared + printable(problem), err=True)


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """A list that holds the signal once Ctrl-C was pressed; pressed again, it ends at once."""
    seen: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        signal.signal(number, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield seen
    finally:
        signal.signal(signal.SIGINT, before)
