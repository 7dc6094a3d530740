"""`onrecord [PATH…]`: open articles in the app."""

from __future__ import annotations

import gc
import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.parameters import DEFAULT_STORE, NewFile

if TYPE_CHECKING:
    from store.database import Database
    from store.folder import Folder


@click.command("open", epilog="Example: onrecord sample_articles --annotator Ada")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--store",
    type=NewFile(),
    metavar="FILE",
    help=f"Keep the records in this file, not in {DEFAULT_STORE} beside the articles.",
)
@click.option("--annotator", metavar="NAME", help="The name that your records bear.")
@click.option("--engine", metavar="NAME[:MODEL]", help="Have this engine make the suggestions.")
@click.option("--blind", is_flag=True, help="Begin with suggestions hidden.")
@click.option(
    "--record-keys",
    type=NewFile(),
    metavar="FILE",
    help="Add the keys you type to this file: what they do and when, never the text.",
)
@click.option("--read-only", is_flag=True, help="Look at the records; change nothing.")
def open_articles(
    paths: tuple[Path, ...],
    store: Path | None,
    annotator: str | None,
    engine: str | None,
    blind: bool,
    record_keys: Path | None,
    read_only: bool,
) -> None:
    """Open articles in the app.

    PATH is a folder, this one by default, or some articles; a single article opens in the reader.
    The word “open” may be left out, unless a folder bears the name of a command.
    """
    # A tenth of the start would go into looking for garbage among a thousand modules being
    # imported; the app turns it on again when its first screen stands.
    gc.disable()
    from store.folder import Folder

    folder = Folder(paths or [Path()])
    _refuse_without_articles(folder)
    refuse_without_terminal()
    from tui.config import config_path, read_config

    config = read_config(config_path())
    if engine:
        config = replace(config, engine=_known(engine))
    name = annotator or config.annotator or login()
    with _database(store or folder.base / DEFAULT_STORE, name, read_only) as database:
        _ask_about_other_articles(database, folder)
        from tui.app import OnRecord

        app = OnRecord(folder, database, config, name)
        app.reader.is_blind = blind
        if record_keys:
            from tui.key_log import KeyLog

            app.key_log = KeyLog(record_keys)
        code = app.run() or app.return_code
    sys.exit(code)


def _known(engine: str) -> str:
    from language.engines.registry import engine_names
    from tui.commands.failures import WrongUsage

    names = engine_names()
    if engine.partition(":")[0] not in names:
        raise WrongUsage(f"there is no engine “{engine}”; name one of {', '.join(names)}")
    return engine


def _refuse_without_articles(folder: Folder) -> None:
    if next(folder.scan(), None) is None:
        from tui.commands.failures import WrongUsage

        raise WrongUsage(
            f"there is no article in {folder.base}; put news reports into it, as text files in "
            "UTF-8 that end in .txt or .md, or name another folder"
        )


def refuse_without_terminal() -> None:
    """Raise `WrongUsage` where the app cannot be shown."""
    # Textual draws on standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        reason = "standard input, output and error must be a terminal"
    elif os.environ.get("TERM") == "dumb":
        reason = "this terminal calls itself “dumb” (TERM)"
    else:
        return
    from tui.commands.failures import WrongUsage

    raise WrongUsage(
        f"the app cannot be shown: {reason}; to get at the records without it, "
        "use onrecord export STORE"
    )


def _database(path: Path, annotator: str, read_only: bool) -> Database:
    from store.database import Database
    from store.errors import StoreLockedError, StoreReadOnlyError
    from tui.commands.lines import printable

    try:
        return Database(path, writable=not read_only, by=annotator)
    except (StoreLockedError, StoreReadOnlyError) as error:
        click.echo(printable(str(error)), err=True)
        if not click.confirm("Open it for reading only?", err=True):
            sys.exit(1)
        return Database(path, writable=False, by=annotator)


def _ask_about_other_articles(database: Database, folder: Folder) -> None:
    from tui.commands.lines import printable

    known = database.articles
    if not known or any(folder.find(article_id) for article_id in known):
        return
    such = f"“{known[0]}”" if len(known) == 1 else f"“{known[0]}” and {len(known) - 1} more"
    question = (
        f"{database.path} is about other articles: {such}, none of them in {folder.base}; "
        "name that folder, or another store with --store FILE."
    )
    click.echo(printable(question), err=True)
    if not click.confirm("Open it with these articles all the same?", err=True):
        sys.exit(2)


def login() -> str:
    """The user's login; empty where it cannot be told."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""
