"""The themes: the grounds and inks of the text, the marks in it, and all around it.

What an ink is drawn on it can be read on: a contrast of 4.5 at least, of 7 in the high-contrast
themes (WCAG 2), and in 256 colours still of 4, or of 3 where it is meant to be faint. In the
colour-blind themes the kinds keep apart for eyes without one of the three cones. The tests work
all this out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from textual.theme import Theme


class Palette(NamedTuple):
    """The colours of a theme, as `#rrggbb`."""

    page: str
    """The ground of the text; what follows up to `suggested` may lie over it."""
    quote: str
    quote_over: str
    """A quote that overlaps another."""
    quote_top: str
    current: str
    """The current record."""
    role: str
    """Its cue and source."""
    date: str
    proposed: str
    suggested: str
    """The current suggestion."""
    text: str
    """The ink of the text; so are those that follow up to `faint`."""
    participant: str
    event: str
    faint: str
    """What is suggested or guessed, and labels."""
    surface: str
    """The ground of the panel and of dialogs; `panel` that of the bars."""
    panel: str
    line: str
    """Borders, and the titles in them."""
    error: str


PALETTES: Final[dict[str, Palette]] = {
    "dark": Palette(
        page="#121418",
        quote="#14263d",
        quote_over="#34204a",
        quote_top="#12403a",
        current="#0b4a82",
        role="#2e333b",
        date="#40350f",
        proposed="#17431f",
        suggested="#552e12",
        text="#e8eaed",
        participant="#a0f0b4",
        event="#ffc873",
        faint="#bcc1c9",
        surface="#1a1d22",
        panel="#23272e",
        line="#6db3f2",
        error="#ff9c9c",
    ),
    "light": Palette(
        page="#fafaf7",
        quote="#dcebfc",
        quote_over="#f0dcf2",
        quote_top="#d6f2de",
        current="#a8d2f8",
        role="#e3e5e9",
        date="#f7f0b0",
        proposed="#beeebe",
        suggested="#ffd09c",
        text="#16181c",
        participant="#0a4f26",
        event="#6b2c00",
        faint="#4a4f57",
        surface="#f0f0ec",
        panel="#e2e4e6",
        line="#1f5f99",
        error="#8f1020",
    ),
    "high-contrast-dark": Palette(
        page="#000000",
        quote="#001c3c",
        quote_over="#340034",
        quote_top="#003030",
        current="#0a2f99",
        role="#262626",
        date="#302c00",
        proposed="#003300",
        suggested="#4d2600",
        text="#ffffff",
        participant="#8dff9f",
        event="#ffd84a",
        faint="#d6d6d6",
        surface="#000000",
        panel="#1c1c1c",
        line="#8cc8ff",
        error="#ffc2c2",
    ),
    "high-contrast-light": Palette(
        page="#ffffff",
        quote="#dceeff",
        quote_over="#f6e0f6",
        quote_top="#d9f5df",
        current="#a8d8ff",
        role="#e6e6e6",
        date="#f7f3b0",
        proposed="#bef0be",
        suggested="#ffdcae",
        text="#000000",
        participant="#003d18",
        event="#4f2100",
        faint="#303236",
        surface="#ffffff",
        panel="#e8e8e8",
        line="#00407a",
        error="#6e0010",
    ),
    "colour-blind-dark": Palette(
        page="#101214",
        quote="#14284a",
        quote_over="#33220c",
        quote_top="#3a3d42",
        current="#0a4f8c",
        role="#26292d",
        date="#40350f",
        proposed="#003d30",
        suggested="#573a17",
        text="#f0f1f3",
        participant="#94d3ff",
        event="#ffc85a",
        faint="#c3c8d0",
        surface="#191b1e",
        panel="#22252a",
        line="#6db3f2",
        error="#ffb08c",
    ),
    "colour-blind-light": Palette(
        page="#fbfbf9",
        quote="#d8e8ff",
        quote_over="#f5e6c4",
        quote_top="#dcdcdc",
        current="#9ccbf2",
        role="#ebecee",
        date="#f7f0b0",
        proposed="#bfe8dc",
        suggested="#f5c98a",
        text="#16181c",
        participant="#00477f",
        event="#6b2e00",
        faint="#4a4f57",
        surface="#f1f1ee",
        panel="#e3e4e6",
        line="#1f5f99",
        error="#7a1a00",
    ),
}
"""The palettes by the name of their theme."""

FAMILIES: Final = ("auto", "ansi", "high-contrast", "colour-blind")
"""Names that stand for a dark or a light theme, as the terminal is."""
_LIGHT_BACKGROUNDS: Final = ("7", "15")


@cache
def own_themes() -> dict[str, Theme]:
    """The themes that are ours, by name."""
    from textual.theme import Theme  # commands that open no app read the configuration too

    return {
        name: Theme(
            name=name,
            dark=name.endswith("dark"),
            primary=palette.line,
            secondary=palette.current,
            accent=palette.event,
            success=palette.participant,
            warning=palette.event,
            error=palette.error,
            foreground=palette.text,
            background=palette.page,
            surface=palette.surface,
            panel=palette.panel,
            variables=_variables(palette),
        )
        for name, palette in PALETTES.items()
    }


def _variables(palette: Palette) -> dict[str, str]:
    """What a style sheet may name besides Textual's own."""
    inks = {
        "text": palette.text,
        "text-muted": palette.faint,
        "text-disabled": palette.faint,
        "text-primary": palette.text,
        "text-secondary": palette.text,
        "text-accent": palette.event,
        "text-success": palette.participant,
        "text-warning": palette.event,
        "text-error": palette.error,
        "foreground-muted": palette.faint,
        "block-cursor-foreground": palette.text,
        "block-cursor-background": palette.current,
        "block-cursor-blurred-foreground": palette.text,
        "block-cursor-blurred-background": palette.current,
        "input-selection-background": palette.current,
        "footer-key-foreground": palette.event,
        "button-color-foreground": palette.page,
        "warning-muted": palette.date,
        "error-muted": palette.suggested,
    }
    marks = (
        *("quote", "quote_over", "quote_top", "current", "role", "date", "proposed", "suggested"),
        *("participant", "event", "faint"),
    )
    return inks | {f"mark-{name.replace('_', '-')}": getattr(palette, name) for name in marks}


def variables_for_marks(variables: Mapping[str, str]) -> dict[str, str]:
    """The marks' colours in a theme that is not ours, from the variables that Textual gives it."""
    return {
        "mark-quote": variables["secondary-muted"],
        "mark-quote-over": variables["accent-muted"],
        "mark-quote-top": variables["success-muted"],
        "mark-current": variables["primary-muted"],
        "mark-role": variables["primary-muted"],
        "mark-date": variables["warning-muted"],
        "mark-proposed": variables["success-muted"],
        "mark-suggested": variables["warning-muted"],
        "mark-participant": variables["text-success"],
        "mark-event": variables["text-warning"],
        "mark-faint": _between(variables["background"], variables["foreground"]),
    }


def _between(ground: str, ink: str) -> str:
    """An ink that is fainter on its ground; the same where these are the terminal's own."""
    from textual.color import Color

    colours = Color.parse(ground), Color.parse(ink)
    if any(colour.ansi is not None for colour in colours):
        return ink
    return colours[0].blend(colours[1], 0.7).hex


def theme_here(family: str = "auto") -> str:
    """The name of the theme of a family that suits this terminal.

    It is light where COLORFGBG says that the terminal is, and uses the terminal's own colours
    where it has no more than sixteen.
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    shade = "light" if background in _LIGHT_BACKGROUNDS else "dark"
    if family == "ansi" or not _has_many_colours():
        return f"ansi-{shade}"
    return shade if family == "auto" else f"{family}-{shade}"


def _has_many_colours() -> bool:
    """Whether the terminal shows 256 colours or more, as Rich judges it."""
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return True
    kind = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return kind in ("256color", "kitty") or sys.platform == "win32"
