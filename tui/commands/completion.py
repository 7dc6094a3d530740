"""`onrecord completion`: make the shell complete our commands, options and paths."""

from __future__ import annotations

import os
from pathlib import Path

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command(epilog='Example: eval "$(onrecord completion bash)"')
@click.argument("shell", type=click.Choice(SHELLS), required=False)
@click.pass_context
def completion(ctx: click.Context, shell: str | None) -> None:
    """Print what makes a shell complete our words.

    Those are commands, options and paths. Without a SHELL it is yours. Put the example into
    ~/.bashrc or ~/.zshrc; for fish, write the output to ~/.config/fish/completions/onrecord.fish.
    """
    shell = shell or Path(os.environ.get("SHELL", "")).name
    if shell not in SHELLS or not (completing := get_completion_class(shell)):
        raise click.UsageError(f"name a shell: {', '.join(SHELLS)}", ctx)
    program = ctx.find_root().command
    click.echo(completing(program, {}, "onrecord", "_ONRECORD_COMPLETE").source())
