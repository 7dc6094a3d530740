"""`onrecord repair`: save what is sound in a damaged store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.commands.parameters import NewFile, store_argument


@click.command(epilog="Example: onrecord repair sample_articles -o repaired.json")
@store_argument
@click.option(
    "-o",
    "--output",
    type=NewFile(),
    required=True,
    metavar="NEW",
    help="The new file; there must be none of this name.",
)
def repair(store: Path, output: Path) -> None:
    """Save what is sound in a damaged store.

    STORE is the file, or the folder that it is in; it is only read. Every sound document is written
    to NEW. At least what was lost is printed one a line, as “file: line: what”; then the exit code
    is 1.
    """
    from store import repair as repairing
    from tui.commands.lines import counted, printable

    repaired = repairing.repair(store, output)
    for loss in repaired.lost:
        click.echo(printable(f"{store}: {loss}"))
    lost = "nothing was lost"
    if repaired.lost:
        lost = f"at least {counted(len(repaired.lost), 'loss', 'losses')}"
    saved = counted(repaired.saved, "document")
    click.echo(printable(f"{saved} saved in {output}; {lost}"), err=True)
    sys.exit(1 if repaired.lost else 0)
