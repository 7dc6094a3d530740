"""The command line: `onrecord [PATH…]` opens the app, `onrecord COMMAND` does the rest.

Each command imports what it needs when it runs: `--help`, `--version` and completion wait for
neither Textual nor the store.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any, Final, NoReturn

import click
from click.shell_completion import CompletionItem

from tui.commands.check import check
from tui.commands.completion import completion
from tui.commands.config import config
from tui.commands.export import export
from tui.commands.history import history
from tui.commands.open import open_articles
from tui.commands.repair import repair
from tui.commands.restore import restore
from tui.commands.streams import give_up_unwritten, make_usable
from tui.commands.suggest import suggest
from tui.commands.tutor import tutor

DEFAULT: Final = "open"
INTERRUPTED: Final = 130
"""The exit code that shells expect after Ctrl-C."""


class Program(click.Group):
    """A group of which one command need not be named, and whose errors are sentences.

    (click-default-group does the first of these, and has seen no release since 2023.)
    """

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command that was asked for, tell its errors in words, and leave."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.Abort:
            code = INTERRUPTED
        except click.ClickException as error:
            code = _tell(error)
        except Exception as error:
            from tui.commands.failures import in_words

            code = _tell(in_words(error))
        give_up_unwritten()
        sys.exit(code)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take no arguments at all for the default command."""
        return super().parse_args(ctx, args if args or ctx.resilient_parsing else [DEFAULT])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take arguments that begin with no command for the default command's."""
        named = self.get_command(ctx, args[0])
        return super().resolve_command(ctx, args if named else [DEFAULT, *args])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the default command's options as the program's own."""
        parameters = [*self.commands[DEFAULT].params, *self.get_params(ctx)]
        options = [option for option in parameters if isinstance(option, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        with formatter.section("Options"):
            formatter.write_dl(rows)
        self.format_commands(ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands, and the default command's options and paths."""
        default = self.commands[DEFAULT].shell_complete(ctx, incomplete)
        # Paths stand first: bash's script forgets what came before them.
        paths = [] if incomplete.startswith("-") else [CompletionItem(incomplete, type="file")]
        return [*paths, *super().shell_complete(ctx, incomplete), *default]


def _tell(error: click.ClickException) -> int:
    with suppress(OSError):  # nobody can be told that nothing can be told
        error.show()
    return error.exit_code


@click.group(
    "onrecord",
    cls=Program,
    context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]},
    subcommand_metavar="[PATH]... | COMMAND [ARGS]...",
    epilog="Example: onrecord sample_articles",
)
@click.version_option(package_name="onrecord", prog_name="onrecord", message="%(prog)s %(version)s")
def program() -> None:
    """Keep the news on record: who took part, who said what, and what was promised next.

    PATH is a folder of articles (this one, by default) or some articles: text files that end in
    .txt or .md. They are opened for annotating by keyboard; press ? for the keys. The records are
    kept in annotations.json in that folder.
    """


program.add_command(open_articles)
program.add_command(tutor)
program.add_command(suggest)
program.add_command(export)
program.add_command(check)
program.add_command(history)
program.add_command(restore)
program.add_command(repair)
program.add_command(config)
program.add_command(completion)


def main() -> None:
    """Run the program, and leave with its exit code."""
    make_usable()
    program.main(prog_name="onrecord")


if __name__ == "__main__":
    main()
