"""`onrecord tutor`: learn the keys, each once, on an article that comes with the program."""

from __future__ import annotations

import sys

import click


@click.command(epilog="Example: onrecord tutor")
@click.option("--again", is_flag=True, help="Begin at the beginning, whatever has been done.")
def tutor(again: bool) -> None:
    """Learn the keys in five minutes.

    Each thing is done once, on an article that comes with the program, with your own keys; the
    program sees whether it was done. It can be left at any time, and is taken up where it was left.
    None of your files is touched: what you mark is kept in a folder of the tutor's own.
    """
    from store.folder import Folder
    from tui.commands.open import login, refuse_without_terminal
    from tui.config import config_path, read_config
    from tui.tutor.files import (
        ARTICLES,
        begin_anew,
        is_outdated,
        keep_course,
        open_course,
        read_course,
        tutor_folder,
    )

    refuse_without_terminal()
    config = read_config(config_path())
    name = config.annotator or login()
    folder, articles = tutor_folder(), Folder([ARTICLES])
    if again or is_outdated(folder, articles) or read_course(folder).is_complete:
        begin_anew(folder)
    with open_course(folder, articles, name) as database:
        from tui.tutor.app import TutorApp

        course = read_course(folder)
        app = TutorApp(
            articles,
            database,
            config,
            name,
            course,
            keep=lambda course: keep_course(folder, articles, course),
        )
        code = app.run() or app.return_code
    sys.exit(code)
