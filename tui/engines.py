"""The engine that proposes records while articles are read: never in the way of the keys.

Our own rules are quick enough for a thread of the app. A long text, or another engine, is worked
on in a process of its own, which is begun when it is first needed.
"""

from __future__ import annotations

import threading
import time
from datetime import date
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final

from language.engines.registry import DEFAULT, EngineError, engine_named
from store.records import Article, Suggestions

SHORT: Final = 20_000
"""Code points of a text for which our rules need no process of their own."""
PATIENCE: Final = 2.0
"""Seconds that a text which nobody waits for any more may keep the process busy."""


class Proposer:
    """Works out what an engine proposes, one article at a time; called on threads, it waits."""

    def __init__(self, engine: str = DEFAULT) -> None:
        self.engine = engine
        self._process = _EngineProcess(engine)

    def suggestions(self, article: Article) -> Suggestions:
        """What the engine proposes for an article.

        Raises:
            EngineError: the engine cannot be loaded, or its process has ended.
        """
        written = date.fromisoformat(article.date) if article.date else None
        language = article.language or "en"
        if self.engine == DEFAULT and len(article.text) <= SHORT:
            return engine_named(DEFAULT)(article.text, written, language)
        return self._process.suggestions(article.text, written, language)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.end()


class _EngineProcess:
    """An engine in another process, which is ended when it works on what nobody waits for."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._one_at_a_time = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._busy_since: float | None = None

    def suggestions(self, text: str, written: date | None, language: str) -> Suggestions:
        since = self._busy_since
        if since is not None and time.monotonic() - since > PATIENCE:
            self.end()
        with self._one_at_a_time:
            connection = self._running()
            self._busy_since = time.monotonic()
            try:
                connection.send((text, written, language))
                answer = connection.recv()
            except (EOFError, OSError) as error:
                self.end()
                raise EngineError(f"the process of the engine {self._engine} has ended") from error
            finally:
                self._busy_since = None
        if isinstance(answer, Suggestions):
            return answer
        raise EngineError(answer)

    def _running(self) -> Connection:
        if self._process is None or self._connection is None or not self._process.is_alive():
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(self._engine, theirs), daemon=True)
            process.start()
            self._process = process
            theirs.close()
        return self._connection

    def end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()


def _serve(name: str, connection: Connection) -> None:
    """Answer texts with what the engine proposes, until the app has ended."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    load = cache(engine_named)
    while True:
        try:
            text, written, language = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Suggestions | str = load(name)(text, written, language)
        except Exception as error:  # an engine may be anybody's
            told = str(error) if isinstance(error, EngineError) else repr(error)
            answer = f"the engine {name} failed: {told}"
        connection.send(answer)
