"""One of a few values, chosen by one letter, on the line above the key bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.events import Key

from tui.widgets.asking import Asking


class Choose(Asking):
    """Asks for one of some words: each has a letter of its own, shown in brackets.

    Backspace, escape, ctrl+c and ctrl+g leave it; another key is told to be none of them.
    """

    DEFAULT_CSS = """
    Choose {
        layer: above;
        dock: bottom;
        height: auto;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(
        self, label: str, words: Iterable[str], chosen: str, take: Callable[[str], None]
    ) -> None:
        """Ask for `label`; the word that is `chosen` now is shown so."""
        super().__init__()
        self._label = label
        self._words = letters_of(words)
        self._chosen = chosen
        self._take = take

    async def take(self, event: Key) -> bool:
        """Take the word that a letter stands for, or leave."""
        if event.key == "ctrl+q":
            return False
        if event.key in ("escape", "ctrl+c", "ctrl+g", "backspace"):
            self.end()
        elif word := self._words.get(event.character or ""):
            self.end()
            self._take(word)
        return True

    def render(self) -> Content:
        """The words, each with its letter marked."""
        pieces = [Content.styled(f"{self._label}:", "bold $text-accent")]
        for letter, word in self._words.items():
            before, _, after = word.partition(letter)
            style = "bold $text-success" if word == self._chosen else ""
            pieces.append(
                Content.assemble(
                    Content.styled(before, style),
                    Content.styled(f"[{letter}]", "bold $text-accent"),
                    Content.styled(after, style),
                )
            )
        return Content(" ").join(pieces)


def letters_of(words: Iterable[str]) -> dict[str, str]:
    """A letter for each word: the first in it that no word before it has."""
    found: dict[str, str] = {}
    for word in words:
        letter = next((letter for letter in word if letter not in found), None)
        if letter is not None:
            found[letter] = word
    return found
