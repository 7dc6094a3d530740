"""Without any colour, in what type and between which lines each thing stands."""

from __future__ import annotations

from itertools import combinations

import pytest
from overlapping import TEXT, Page
from rich.style import Style
from textual.app import App

from tui.widgets.article_view import ArticleView

ATTRIBUTES = ("bold", "dim", "italic", "underline", "underline2", "overline", "reverse")
WORDS = {
    "text": "reporters",
    "selection": "chamber",
    "participant": "Tomas",
    "quote": "talks",
    "quote over another": "and a",
    "event in a quote over another": "state",
    "participant over another": "Orlen used",
    "event in a quote": "will meet",
    "participant in a quote": "Halvany",
    "participant in a quote over another": "old king",
    "suggested participant": "Verel confirmed",
    "suggested quote": "short",
    "suggested event": "visit to Kethany",
    "fragment of the current quote": "Nobody",
    "cue": "said Tomas",
}
"""What is told apart, by words that are it, on a page whose `q6` is current."""


def drawn(app: App[None]) -> tuple[str, list[Style]]:
    """The text in view as the terminal gets it, and the style of each of its characters."""
    view = app.query_one(ArticleView)
    text, styles = "", list[Style]()
    for y in range(view.size.height):
        segments = list(view.render_line(y).crop(view.margin))
        for line_filter in app.get_line_filters():
            segments = line_filter.apply(segments, view.styles.background)
        for words, style, _ in segments:
            text += words
            styles += [style or Style.null()] * len(words)
    return text, styles


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_each_kind_is_told_by_its_type_alone(monkeypatch, theme: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Page(theme, "q6", "q1")
    async with app.run_test(size=(400, 21)) as pilot:
        await pilot.pause()
        text, styles = drawn(app)
    looks = {}
    for what, words in WORDS.items():
        style = styles[text.index(words)]
        assert style.color is None or style.color.is_default
        assert style.bgcolor is None or style.bgcolor.is_default
        looks[what] = tuple(name for name in ATTRIBUTES if getattr(style, name))
    for one, other in combinations(looks, 2):
        assert looks[one] != looks[other], f"{one} looks like {other}"


@pytest.mark.parametrize("theme", ["dark", "light", "high-contrast-dark", "colour-blind-light"])
async def test_each_kind_is_told_by_its_type_and_its_greys(monkeypatch, theme: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Page(theme, "q6", "q1")
    async with app.run_test(size=(400, 21)) as pilot:
        await pilot.pause()
        text, styles = drawn(app)
    looks = {what: styles[text.index(words)] for what, words in WORDS.items()}
    for style in looks.values():
        for colour in (style.color, style.bgcolor):
            assert colour is not None
            assert len(set(colour.get_truecolor())) == 1, "it is a grey"
    for one, other in combinations(looks, 2):
        assert looks[one] != looks[other], f"{one} looks like {other}"


async def test_every_word_is_drawn_once_whatever_lies_on_it() -> None:
    app = Page("dark", "q1", "q1")
    async with app.run_test(size=(400, 21)) as pilot:
        await pilot.pause()
        text, _ = drawn(app)
    assert text.split() == TEXT.split()
