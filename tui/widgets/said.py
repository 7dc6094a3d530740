"""What the app says until the next key, over the key bar."""

from __future__ import annotations

from textual.widgets import Static


class Said(Static):
    """A sentence that lies over the foot of the screen, as high as it needs; nothing moves."""

    DEFAULT_CSS = """
    Said {
        layer: above;
        dock: bottom;
        height: auto;
        padding: 0 1;
        background: $panel;
        color: $text-accent;
        text-style: bold;
        display: none;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.text = ""

    def say(self, text: str) -> None:
        """Show a sentence; an empty one shows the keys again."""
        if text != self.text:
            self.text = text
            self.update(text)
            self.display = bool(text)
