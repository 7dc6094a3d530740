"""The themes: what is drawn can be read and told apart, also without one of the cones."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from rich.cells import cell_len
from rich.color import Color, ColorSystem
from textual.app import App
from textual.geometry import Offset
from textual.theme import BUILTIN_THEMES

from tui.config import Config
from tui.themes import PALETTES, Palette, own_themes

GROUNDS = (
    *("page", "quote", "quote_over", "quote_top", "current", "role", "date"),
    *("proposed", "suggested"),
)
INKS = ("text", "participant", "event", "faint")
TINTS = ("page", "quote", "quote_over", "quote_top", "current", "suggested")
"""The grounds that tell one thing from another; the others have a line or bold type too."""
COLOUR_BLIND = [name for name in PALETTES if name.startswith("colour-blind")]

SIGHT = {
    "all three": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long cone": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle cone": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short cone": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear RGB is seen. Source: Machado, Oliveira and Fernandes 2009, severity 1."""


def linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21. Source: WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    """L*, a* and b* of a colour as such eyes see it."""
    rgb = linear(colour)
    seen = [
        min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0), 1) for row in SIGHT[sight]
    ]
    red, green, blue = seen
    parts = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str) -> float:
    """The distance of two colours in CIELAB; about 2 can just be seen."""
    return math.dist(lab(one, sight), lab(other, sight))


def in_256_colours(palette: Palette) -> Palette:
    """The palette as a terminal of 256 colours draws it."""
    nearest = (Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT) for colour in palette)
    return Palette(*(colour.get_truecolor().hex for colour in nearest))


def too_faint(palette: Palette, needed: float, inks: tuple[str, ...] = INKS) -> list[str]:
    return [
        f"{ink} on {ground}: {found:.2f}"
        for ink in inks
        for ground in GROUNDS
        if (found := contrast(getattr(palette, ink), getattr(palette, ground))) < needed
    ]


def needed_in(name: str) -> float:
    return 7 if name.startswith("high-contrast") else 4.5


@pytest.mark.parametrize("name", PALETTES)
def test_every_ink_can_be_read_on_every_ground_of_the_text(name: str) -> None:
    assert not too_faint(PALETTES[name], needed_in(name))


@pytest.mark.parametrize("name", PALETTES)
def test_in_256_colours_they_can_still_be_read_and_the_grounds_told_apart(name: str) -> None:
    palette = in_256_colours(PALETTES[name])
    assert not too_faint(palette, 4.5, ("text",))
    assert not too_faint(palette, 4, ("participant", "event"))
    assert not too_faint(palette, 3)
    assert len({getattr(palette, tint) for tint in TINTS}) == len(TINTS)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("name", COLOUR_BLIND)
def test_for_the_colour_blind_the_kinds_keep_apart(name: str, sight: str) -> None:
    palette = PALETTES[name]
    for one, other in combinations(("text", "participant", "event"), 2):
        assert difference(getattr(palette, one), getattr(palette, other), sight) >= 25
    for one, other in combinations(TINTS, 2):
        assert difference(getattr(palette, one), getattr(palette, other), sight) >= 10, (one, other)


@pytest.mark.parametrize("name", PALETTES)
def test_without_colours_the_grounds_that_are_left_differ_in_brightness(name: str) -> None:
    palette = PALETTES[name]
    ladder = (palette.page, palette.quote, palette.suggested, palette.current)
    for one, other in combinations(ladder, 2):
        assert contrast(one, other) >= 1.1


def test_every_theme_there_is_can_be_configured() -> None:
    assert set(own_themes()) == set(PALETTES)
    assert not set(PALETTES) & set(BUILTIN_THEMES)


def test_no_theme_is_dark_that_is_called_light() -> None:
    for name, palette in PALETTES.items():
        is_dark = luminance(palette.page) < luminance(palette.text)
        assert own_themes()[name].dark == is_dark == name.endswith("dark")


async def test_the_theme_is_chosen_by_a_key_and_everything_is_drawn_in_it(open_app, folder) -> None:
    async with open_app(folder / "a-report.md", config=Config(theme="light")) as pilot:
        page = PALETTES["light"].page
        assert pilot.app.screen.query_one("ArticleView").styles.background.hex.lower() == page
        await pilot.press("z", "t")
        await pilot.press(*"contrast dark".replace(" ", "-"))
        await pilot.pause(0.3)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert pilot.app.theme == "high-contrast-dark"
        assert "theme: high-contrast-dark in the configuration keeps it" in pilot.app.screen.said
        page = PALETTES["high-contrast-dark"].page
        assert pilot.app.screen.query_one("ArticleView").styles.background.hex.lower() == page


@pytest.mark.parametrize("theme", PALETTES)
async def test_what_is_drawn_on_each_screen_can_be_read(open_app, folder, theme: str) -> None:
    """Every word drawn, against the ground that it is drawn on; lines and signs are not read."""
    async with open_app(folder / "a-report.md", config=Config(theme=theme)) as pilot:
        for keys in (
            ("p", "q", "f"),
            ("e",),
            ("ctrl+c", "at"),
            ("ctrl+c", "A"),
            ("escape", "question_mark"),
            ("escape", "slash"),
            ("escape", "apostrophe", "m", "a"),
            ("escape", "x", "g", "a"),
            ("j", "g", "f"),
            ("g", "p"),
            ("ctrl+p",),
        ):
            await pilot.press(*keys)
            await pilot.pause(0.3 if "ctrl+p" in keys else 0)  # the palette takes a while
            assert not unreadable(pilot.app, needed_in(theme)), keys


def unreadable(app: App[object], needed: float) -> set[str]:
    """The words of the screen on top that have too little contrast; a dialog dims what is below."""
    found = set()
    dialogs = [child.region for child in app.screen.children] if app.screen.is_modal else []
    strips = app.screen._compositor.render_strips()
    for y in range(app.size.height):
        x = 0
        segments = list(strips[y])
        for line_filter in app.get_line_filters():
            segments = line_filter.apply(segments, app.screen.styles.background)
        for text, style, _ in segments:
            here, x = Offset(x, y), x + cell_len(text)
            words = "".join(char for char in text if char.isalnum())
            if not words or style is None or style.color is None or style.bgcolor is None:
                continue
            if dialogs and not any(region.contains_point(here) for region in dialogs):
                continue
            ink, ground = (colour.get_truecolor().hex for colour in (style.color, style.bgcolor))
            if (value := contrast(ink, ground)) < needed:
                found.add(f"{words}: {ink} on {ground}, {value:.2f}")
    return found
