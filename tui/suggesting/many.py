"""Suggestions for many articles: on all cores, in the order of the articles, in bounded space.

Each process loads the engine once. It is handed a few articles at a time and hands back what is
to be written; never more are under way than keep all processes busy.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from typing import Final, TypeAlias

from language.engines.registry import Engine, EngineError, engine_named
from store.articles import ArticleError
from store.folder import ArticleFile, Folder
from store.records import Article, Suggestions
from store.suggestion_files import Format, as_text

AT_A_TIME: Final = 8
"""Articles handed to a process at once: handing over costs less than one article then."""


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


Few: TypeAlias = tuple[ArticleFile, ...]


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def suggest_all(
    task: Task, files: Iterable[ArticleFile], jobs: int
) -> Generator[Suggested, None, None]:
    """What the engine proposes for each of these articles, in their order.

    Raises:
        EngineError: the engine cannot be loaded, or a process of it ended.
    """
    if jobs == 1:
        engine = engine_named(task.engine)
        for file in files:
            yield suggest(task, engine, file)
        return
    executor = ProcessPoolExecutor(jobs, get_context("spawn"), _begin)
    try:
        under_way: deque[Future[list[Suggested]]] = deque()
        for few in _few_at_a_time(files):
            under_way.append(_start(executor, task, few))
            if len(under_way) > 2 * jobs:
                yield from _result(under_way.popleft())
        while under_way:
            yield from _result(under_way.popleft())
    finally:
        executor.shutdown(cancel_futures=True)


def suggest(task: Task, engine: Engine, file: ArticleFile) -> Suggested:
    """What the engine proposes for one article; what goes wrong is told, with its file."""
    try:
        article = task.folder.read(file)
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


def _start(executor: ProcessPoolExecutor, task: Task, few: Few) -> Future[list[Suggested]]:
    # A process that is begun here never hears of Ctrl-C: that is the main process's to answer.
    with _without_interrupts():
        return executor.submit(_suggest_few, task, few)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result(future: Future[list[Suggested]]) -> list[Suggested]:
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise EngineError(
            "a process was ended from outside, perhaps for want of memory; try fewer with -j"
        ) from error


def _few_at_a_time(files: Iterable[ArticleFile]) -> Iterator[Few]:
    remaining = iter(files)
    while few := tuple(islice(remaining, AT_A_TIME)):
        yield few


# In the processes

_loaded = cache(engine_named)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the main one has ended, however that came about."""
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def _suggest_few(task: Task, few: Few) -> list[Suggested]:
    engine = _loaded(task.engine)
    return [suggest(task, engine, file) for file in few]
