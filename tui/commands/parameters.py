"""The parameters that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

DEFAULT_STORE: Final = "annotations.json"
"""The name of a store when none is given: in the folder of its articles."""


class StoreFile(click.Path):
    """The path of a store; of a folder, its `annotations.json` is meant."""

    name = "store"

    def __init__(self, exists: bool = True) -> None:
        super().__init__(exists=exists, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path of the file; fails when there is none."""
        path = Path(value)
        file = path / DEFAULT_STORE if path.is_dir() else path
        super().convert(file, param, ctx)
        return file


store_argument = click.argument("store", type=StoreFile(), metavar="STORE")
