"""`onrecord suggest`: what the rules, or another engine, propose to be marked."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import click

from tui.commands.parameters import DEFAULT_STORE, STANDARD_STREAM, NewFile, StoreFile
from tui.commands.progress import STANDARD_OUTPUT, progress_bar

if TYPE_CHECKING:
    from store.suggestion_files import Format
    from tui.suggesting.destinations import Destination
    from tui.suggesting.given import Given
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
    "--store",
    type=StoreFile(exists=True),
    metavar="STORE",
    help=f"Heed the dates typed in this store; {DEFAULT_STORE} beside the articles by default.",
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
    store: Path | None,
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
    from store.errors import StoreError
    from store.folder import Folder
    from tui.suggesting.many import AT_A_TIME, Piece, Task, cores, suggest_all

    folder = Folder(paths)
    task = Task(folder, engine, None if into else form)
    shown_on = None if into else output
    with (
        _destination(output, into, store, resume, task) as destination,
        progress_bar("Suggest", shown_on) as progress,
        _interrupts() as interrupts,
    ):
        problems = 0
        try:
            given = _given(destination, store or folder.base / DEFAULT_STORE)
        except StoreError as error:
            problems += 1
            given = {}
            _tell(f"{error}; no date that was typed there is heeded")
        files = sorted(file for batch in folder.scan() for file in batch)
        if not files:
            _tell(f"there is no article in {folder.base}; articles end in .txt or .md")
        pieces = [Piece(file, given.get(file.id, {})) for file in files]
        if resume:
            pieces = [piece for piece in pieces if interrupts or not destination.has(piece)]
        useful = -(-len(pieces) // AT_A_TIME)
        jobs = max(1, min(jobs or cores(), useful))
        done = 0
        with closing(suggest_all(task, pieces, jobs, lambda: not interrupts)) as results:
            for result in results:
                if result.problem:
                    problems += 1
                    _tell(result.problem)
                else:
                    destination.keep(result)
                done += 1
                progress(done, len(pieces))
        if interrupts:
            how = "; --resume goes on" if into or output != STANDARD_OUTPUT else ""
            _tell(f"broken off after {done} of {len(pieces)} articles{how}")
            sys.exit(128 + interrupts[0])
    sys.exit(1 if problems else 0)


def _given(destination: Destination, store: Path) -> Given:
    from tui.suggesting.destinations import ToStore
    from tui.suggesting.given import given_beside, given_in

    if isinstance(destination, ToStore):
        return given_in(destination.database)
    return given_beside(store)


def _destination(
    output: Path, into: Path | None, store: Path | None, resume: bool, task: Task
) -> Destination:
    from tui.suggesting.destinations import ToFile, ToStore, to_standard_output

    if into:
        if store:
            raise click.UsageError("--into heeds the dates of its own store; leave out --store")
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
    """A list that holds the signal once Ctrl-C was pressed, or another one has asked to end.

    Ctrl-C once more ends at once.
    """
    seen: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    named = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
    handlers = {number: signal.getsignal(number) for number in named if number is not None}
    heeded = {number: to for number, to in handlers.items() if to != signal.SIG_IGN}  # as of nohup
    for number in heeded:
        signal.signal(number, note)
    try:
        yield seen
    finally:
        for number, handler in heeded.items():
            signal.signal(number, handler or signal.SIG_DFL)
