"""`onrecord history`: who changed what, when."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from tui.commands.parameters import store_argument
from tui.commands.reading import reading


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """An ISO 8601 date, or a time in UTC: both sort as text among the times of a store.

    A time that names no zone is of this computer's.
    """
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        if len(value) <= len("2031-06-14"):
            return moment.date().isoformat()
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError):  # no date, or none that UTC or this system has
        raise click.BadParameter(
            f"“{value}” is not a date like 2031-06-14 or 2031-06-14T09:30"
        ) from None
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


@click.command(epilog="Example: onrecord history sample_articles --since 2031-06-14")
@store_argument
@click.option("--article", metavar="ID", help="Only changes of this article.")
@click.option("--since", callback=_moment, metavar="DATE", help="Only from this day, or time, on.")
def history(store: Path, article: str | None, since: str | None) -> None:
    """Print who changed what, when.

    STORE is the file, or the folder that it is in. A change is a line, oldest first, of five
    fields with tabs between: time (UTC), annotator, article, what was done, ids of the records.
    """
    from tui.commands.lines import printable

    with reading(store) as database:
        if article is not None and article not in database.articles:
            raise click.BadParameter(
                f"{store} knows no article “{article}”; an id is the path of its file without the "
                "ending",
                param_hint="--article",
            )
        for row in database.changes(article, since):
            fields = (row.at, row.by, row.article, row.what, " ".join(row.records))
            click.echo("\t".join(map(printable, fields)))
