"""`onrecord check`: does every record still say what stands in its article?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.commands.parameters import store_argument
from tui.commands.reading import reading


@click.command(epilog="Example: onrecord check sample_articles/annotations.json")
@store_argument
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
def check(store: Path, paths: tuple[Path, ...]) -> None:
    """Check a store against its articles.

    Every document must be what its type says, every span must read as it stands in the text, the
    fragments of a record may not overlap, every id must resolve, every date must be EDTF. STORE is
    the file, or the folder that it is in; PATH is where the articles are, if not in that folder.
    Problems are printed one a line, as “file: article: record: reason”; then the exit code is 1.
    """
    from store import check as checking
    from store.folder import Folder
    from tui.commands.lines import counted, printable

    folder = Folder(paths or [store.parent])
    problems = 0
    with reading(store) as database:
        for problem in checking.check(database, folder):
            problems += 1
            click.echo(printable(f"{store}: {problem}"))
        summaries = [database.summary(article_id) for article_id in database.articles]
    articles = counted(len(summaries), "article")
    records = counted(sum(sum(summary[1:]) for summary in summaries), "record")
    found = counted(problems, "problem") if problems else "no problem"
    click.echo(f"{records} of {articles}: {found}", err=True)
    sys.exit(1 if problems else 0)
