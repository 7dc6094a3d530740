"""What went wrong, in one sentence: no traceback reaches the user."""

from __future__ import annotations

import traceback

import click
from platformdirs import user_log_path

from language.engines.registry import EngineError
from store.articles import ArticleError
from store.errors import StoreError
from store.folder import FolderError
from tui.commands.lines import printable
from tui.config_file import ConfigError


class Failure(click.ClickException):
    """The input has problems: exit code 1."""

    def format_message(self) -> str:
        """The sentence, harmless to the terminal."""
        return printable(self.message)


class WrongUsage(Failure):
    """What was asked for cannot be: exit code 2."""

    exit_code = 2


def in_words(error: Exception) -> Failure:
    """An error of ours or of the system as the sentence to print and the exit code."""
    match error:
        case FolderError() | EngineError():
            return WrongUsage(str(error))
        case StoreError() | ArticleError() | ConfigError():
            return Failure(str(error))
        case OSError(strerror=str(reason)):
            where = f"{error.filename}: " if error.filename else ""
            return Failure(f"{where}{reason}; mend that, and run the command again")
        case _:
            return _defect(error)


def _defect(error: Exception) -> Failure:
    said = f"onrecord has a defect: {type(error).__name__}: {error}"
    report = user_log_path("onrecord", appauthor=False) / "defect.txt"
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return Failure(f"{said}; please report it")
    return Failure(f"{said}; please report it, with what stands in {report}")
