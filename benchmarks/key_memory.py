"""Remembering what pure functions of a text answered, which a search over keys asks often."""

from __future__ import annotations

import functools

import language.quotes.passages
import tui.quoting
import tui.selection
import tui.variants

_QUOTING = (
    "first_reading_around",
    "readings_around",
    "readings_from",
    "reported_readings",
    "source_guesses",
    "sources_around",
    "cues_around",
    "quote_kind",
)


def remember_what_was_read() -> None:
    """Have the rules read each passage, and what is around each word, once in a whole search."""
    language.quotes.passages._read = functools.lru_cache(1024)(language.quotes.passages._read)
    around = tui.selection._things_around
    known = functools.lru_cache(1 << 14)(lambda segments, offset: list(around(segments, offset)))
    tui.selection._things_around = lambda segments, offset: iter(known(segments, offset))
    for name in _QUOTING:
        remembered = functools.lru_cache(1 << 13)(getattr(tui.quoting, name))
        for module in (tui.quoting, tui.variants):
            if hasattr(module, name):
                setattr(module, name, remembered)
