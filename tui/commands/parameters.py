"""The kinds of parameter that several commands share."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any, Final

import click

DEFAULT_STORE: Final = "annotations.json"
"""The name of a store when none is given: in the folder of its articles."""
STANDARD_STREAM: Final = "-"
"""Standard input or output, where a file is asked for."""


class StoreFile(click.Path):
    """The path of a store; of a folder, its `annotations.json` is meant."""

    name = "store"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path of the file.

        Fails when there is none, unless it need not exist. Raises `OSError` when it cannot be
        reached or read.
        """
        if value == STANDARD_STREAM:
            self.fail(
                "a store is not read from standard input; name its file or folder", param, ctx
            )
        path = Path(value)
        file = path / DEFAULT_STORE if stat.S_ISDIR(_mode(path)) else path
        is_there = bool(_mode(file))
        if self.exists and not is_there:
            self.fail(f"{file} does not exist; name a store, or the folder it is in", param, ctx)
        if is_there and not os.access(file, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        return file


class NewFile(click.Path):
    """The path of a file to be written, in a folder that is there."""

    def __init__(self, allow_dash: bool = False) -> None:
        super().__init__(dir_okay=False, readable=False, allow_dash=allow_dash, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; fails for a folder, for a file in none, and for `-` unless that is allowed."""
        if value == STANDARD_STREAM and not self.allow_dash:
            self.fail("a store cannot be a standard stream; name a file", param, ctx)
        super().convert(value, param, ctx)
        path = Path(value)
        if not stat.S_ISDIR(_mode(path.parent)):
            self.fail(f"the folder {path.parent} does not exist; make it first", param, ctx)
        return path


def _mode(path: Path) -> int:
    """What stands at a path, as `stat` tells it; 0 for nothing."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


store_argument = click.argument("store", type=StoreFile(exists=True), metavar="STORE")
