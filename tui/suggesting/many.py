"""Suggestions for many articles: on all cores, in the order of the articles, in bounded space.

Each process loads the engine once. It is handed a few articles at a time and hands back what is
to be written; never more are under way than keep all processes busy.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from typing import Final, NamedTuple, TypeAlias

from msgspec import structs

from language.engines.registry import Engine, engine_named
from store.articles import ArticleError
from store.folder import ArticleFile, Folder
from store.records import Article, Metadata, Suggestions
from store.suggestion_files import Format, as_text
from tui.suggesting.crew import Crew, NotWantedError, Work

AT_A_TIME: Final = 8
"""Articles handed to a process at once: handing over costs less than one article then."""
AT_ONCE: Final = 200_000
"""Bytes of articles that are handed over together, unless a single one is longer."""


@dataclass(frozen=True)
class Task:
    """What is to be done with each article: by which engine, and what to hand back."""

    folder: Folder
    engine: str
    form: Format | None
    """The form of the text that is handed back; None: the article and its suggestions."""


@dataclass(frozen=True)
class Suggested:
    """What came of one article: a text, or the article with its suggestions, or a problem."""

    text: str = ""
    article: Article | None = None
    suggestions: Suggestions = field(default_factory=Suggestions)
    problem: str = ""


class Piece(NamedTuple):
    """An article to be read, and what an annotator has typed over its fields."""

    file: ArticleFile
    given: dict[Metadata, str]


Few: TypeAlias = tuple[Piece, ...]


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def suggest_all(
    task: Task, pieces: Iterable[Piece], jobs: int, is_wanted: Callable[[], bool]
) -> Generator[Suggested, None, None]:
    """What the engine proposes for each of these articles, in their order, while it is wanted.

    Raises:
        EngineError: the engine cannot be loaded, or its processes are ended again and again.
    """
    if jobs == 1:
        engine = engine_named(task.engine)
        for piece in pieces:
            yield suggest(task, engine, piece)
            if not is_wanted():
                return
        return
    with Crew(jobs, partial(_suggest_few, task), partial(_ended, task), is_wanted) as crew:
        under_way: deque[Work[Piece, Suggested]] = deque()
        try:
            for few in _few_at_a_time(pieces):
                under_way.append(crew.start(few))
                if len(under_way) > 2 * jobs:
                    yield from crew.results(under_way.popleft())
            while under_way:
                yield from crew.results(under_way.popleft())
        except NotWantedError:
            return


def suggest(task: Task, engine: Engine, piece: Piece) -> Suggested:
    """What the engine proposes for one article; what goes wrong is told, with its file."""
    file, given = piece
    try:
        article = structs.replace(task.folder.read(file), **given)
    except ArticleError as error:
        return Suggested(problem=str(error))
    written = date.fromisoformat(article.date) if article.date else None
    try:
        found = engine(article.text, written, article.language or "en")
        if task.form:
            return Suggested(text=as_text(article, task.engine, found, task.form))
    except Exception as error:  # one article must not end the work on all the others
        return Suggested(
            problem=f"{file.location}: the engine {task.engine} failed: "
            f"{type(error).__name__}: {error}; please report it"
        )
    return Suggested(article=article, suggestions=found)


def _ended(task: Task, piece: Piece) -> Suggested:
    return Suggested(
        problem=f"{piece.file.location}: the process of the engine {task.engine} ended at it, "
        "perhaps for want of memory; try this one by itself"
    )


def _few_at_a_time(pieces: Iterable[Piece]) -> Iterator[Few]:
    few: list[Piece] = []
    length = 0
    for piece in pieces:
        bytes_of_it = _length(piece.file)
        if few and (len(few) == AT_A_TIME or length + bytes_of_it > AT_ONCE):
            yield tuple(few)
            few, length = [], 0
        few.append(piece)
        length += bytes_of_it
    if few:
        yield tuple(few)


def _length(file: ArticleFile) -> int:
    try:
        return os.stat(file.location).st_size  # noqa: PTH116 - a path would be made for each
    except OSError:
        return 0  # reading it will tell


# In the processes

_loaded = cache(engine_named)


def _suggest_few(task: Task, few: Few) -> list[Suggested]:
    engine = _loaded(task.engine)
    return [suggest(task, engine, piece) for piece in few]
