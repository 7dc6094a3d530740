"""`onrecord restore`: go back to a backup of a store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.parameters import StoreFile

if TYPE_CHECKING:
    from store.backups import Backup


@click.command(epilog="Example: onrecord restore sample_articles 2031-06-14T093000Z.json")
@click.argument("store", type=StoreFile(), metavar="STORE")
@click.argument("backup", required=False, metavar="[BACKUP]")
def restore(store: Path, backup: str | None) -> None:
    """List the backups of a store, or restore one.

    STORE is the file, or the folder that it is in. Without a BACKUP they are listed, newest first,
    each with its size in bytes. BACKUP is a name from that list, or the path of a file. What the
    store holds is backed up before it is replaced.
    """
    from store import backups
    from store.changes import utc_now

    if not store.parent.is_dir():
        raise click.BadParameter(f"the folder {store.parent} does not exist", param_hint="STORE")
    known = backups.backups(store)
    if backup is None and not known and not store.exists():
        raise click.BadParameter(
            f"{store} does not exist, and there are no backups of it; name a store, or the folder "
            "it is in",
            param_hint="STORE",
        )
    if backup is None:
        _list(store, known)
        return
    named = {copy.path.name: copy.path for copy in known}
    path = named.get(backup, Path(backup))
    if not path.is_file():
        raise click.BadParameter(
            f"{store} has no backup “{backup}”; onrecord restore {store} lists them",
            param_hint="BACKUP",
        )
    replaced = backups.restore(store, path, utc_now())
    kept = f"; what was there is now the backup {replaced.path.name}" if replaced else ""
    click.echo(f"restored {store} from {path}{kept}", err=True)


def _list(store: Path, known: list[Backup]) -> None:
    for copy in known:
        click.echo(f"{copy.path.name}\t{copy.size}")
    if not known:
        click.echo(f"there are no backups of {store} yet: opening it makes them", err=True)
