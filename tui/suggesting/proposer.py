"""The engine that proposes records while articles are read: never in the way of the keys.

Our own rules are quick enough for a thread of the app. A long text, or another engine, is worked
on in a process of its own, which is begun when it is first needed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from language.engines.registry import DEFAULT, engine_named
from store.records import Article, Suggestions
from tui.suggesting.engine_process import EngineProcess

SHORT: Final = 20_000
"""Code points of a text for which our rules need no process of their own."""


class Proposer:
    """Works out what an engine proposes, one article at a time; called on threads, it waits."""

    def __init__(self, engine: str = DEFAULT) -> None:
        self.engine = engine
        self._process = EngineProcess(engine)

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
        self._process.close()
