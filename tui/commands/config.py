"""`onrecord config`: where the configuration is, whether it is sound, and one to begin with."""

from __future__ import annotations

import click


@click.command(epilog="Example: onrecord config --init")
@click.option("--init", is_flag=True, help="Make the file, unless there is one.")
def config(init: bool) -> None:
    """Print a configuration to begin with.

    It holds every setting and every key as they are by default, commented out. Where the file
    belongs is said on standard error, and the file that is there is checked. The environment
    variable ONRECORD_CONFIG names another file.
    """
    from tui.config import commented_defaults, config_path, read_config

    path = config_path()
    if init:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(commented_defaults(path))
        except FileExistsError:
            raise click.UsageError(f"{path} is there already; edit it, or move it away") from None
        click.echo(f"made {path}; edit it to change a setting", err=True)
        return
    click.echo(commented_defaults(path), nl=False)
    if not path.exists():
        click.echo(f"there is no {path} yet; onrecord config --init makes it", err=True)
        return
    read_config(path)
    click.echo(f"{path} is in use, and sound", err=True)
