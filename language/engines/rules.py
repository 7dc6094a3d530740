"""The default engine: our rules alone."""

from __future__ import annotations

from language.engines.registry import Engine, EngineError
from language.suggest import suggestions


def engine(model: str) -> Engine:
    """The engine; it has no models.

    Raises:
        EngineError: a model was named.
    """
    if model:
        raise EngineError(f"the engine rules has no model “{model}”; name it without one")
    return suggestions
