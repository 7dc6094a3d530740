"""Lines for a terminal, about texts and file names that may hold anything."""

from __future__ import annotations

from tui.glyphs import shown


def printable(text: str) -> str:
    """The text on one line, with nothing in it that acts on a terminal."""
    # Bytes of a file name that are not UTF-8 are lone surrogates here.
    return shown(text).encode("utf-8", "replace").decode("utf-8")


def counted(number: int, thing: str, things: str = "") -> str:
    """A number of things in words: `1 problem`, `2,000 problems`."""
    return f"{number:,} {thing if number == 1 else things or f'{thing}s'}"
