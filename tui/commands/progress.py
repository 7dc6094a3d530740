"""A progress bar on standard error, where it disturbs nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, TypeAlias

import click

from tui.commands.parameters import STANDARD_STREAM

Progress: TypeAlias = Callable[[int, int], None]
PATIENCE: Final = 0.2
"""Seconds of work before a progress bar is worth showing."""
STANDARD_OUTPUT: Final = Path(STANDARD_STREAM)


@contextmanager
def progress_bar(label: str, output: Path | None) -> Iterator[Progress]:
    """A progress bar: if it takes long, and stands on a terminal of its own.

    `output` is where the data goes, None when nothing does. What is yielded is told how much is
    done, and of how much.
    """
    started = time.monotonic()
    is_wanted = sys.stderr.isatty() and not (output and _is_on_screen(output))
    bar = None
    with ExitStack() as stack:

        def progress(done: int, total: int) -> None:
            nonlocal bar
            if not bar and is_wanted and time.monotonic() - started > PATIENCE:
                showing = click.progressbar(length=total, label=label, file=sys.stderr)
                bar = stack.enter_context(showing)
            if bar:
                bar.update(done - bar.pos)

        yield progress


def _is_on_screen(output: Path) -> bool:
    """Whether what is written there may appear on a terminal."""
    return sys.stdout.isatty() if output == STANDARD_OUTPUT else output.is_char_device()
