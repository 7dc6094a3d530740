"""The engines that propose records, by name: our own, and those that other distributions bring.

An engine is a function of text, date and language. What makes one is registered under the entry
point group `onrecord.engines`: a function that takes the model's name, empty if none was named.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from typing import Final, Protocol, TypeAlias

from store.records import Suggestions

GROUP: Final = "onrecord.engines"
DEFAULT: Final = "rules"
_OURS: Final = {
    DEFAULT: "language.engines.rules:engine",
    "spacy": "language.engines.spacy_engine:engine",
}


class Engine(Protocol):
    """Proposes what is to be marked in a text; the same text always gives the same."""

    def __call__(self, text: str, written: date | None, language: str = "en") -> Suggestions:
        """What the text proposes; `written` is the day of publication, `language` a BCP 47 tag."""


MakeEngine: TypeAlias = Callable[[str], Engine]


class EngineError(Exception):
    """An engine that cannot be had: the message says why, and what to do."""


def engine_named(name: str) -> Engine:
    """The engine `NAME` or `NAME:MODEL`, loaded.

    Raises:
        EngineError: there is none of this name, or it or its model cannot be loaded.
    """
    short, _, model = name.partition(":")
    try:
        make: MakeEngine = _registered(short).load()
        return make(model)
    except EngineError:
        raise
    except Exception as error:  # whatever another distribution's code may raise
        raise EngineError(
            f"the engine {name} cannot be loaded: {type(error).__name__}: {error}"
        ) from error


def engine_names() -> list[str]:
    """The names of all engines that are registered, ours first."""
    others = {entry.name for entry in entry_points(group=GROUP)}
    return [*_OURS, *sorted(others - _OURS.keys())]


def _registered(name: str) -> EntryPoint:
    if name in _OURS:
        return EntryPoint(name, _OURS[name], GROUP)
    for entry in entry_points(group=GROUP, name=name):
        return entry
    raise EngineError(f"there is no engine “{name}”; name one of {', '.join(engine_names())}")
