"""The user's configuration: the theme, the keys and the annotator's name."""

from __future__ import annotations

import difflib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.actions import ACTIONS, BY_ID
from tui.keymap import Keymap, KeymapError, shown_key
from tui.themes import FAMILIES, PALETTES, theme_here

if TYPE_CHECKING:
    from yaml import Node

    from tui.config_file import ConfigFile

VARIABLE: Final = "ONRECORD_CONFIG"
"""The environment variable that names another configuration file."""
SETTINGS: Final = ("theme", "annotator", "engine", "keys")
_INTRODUCTION: Final = """\
# The configuration of onrecord, read from {path}
# To change a setting, take the # before it away (and the one before keys:).

# “auto”, “high-contrast” or “colour-blind”, each dark or light as the terminal is; “ansi” for
# the terminal's own colours; “dark”, “light” or another name that {theme_keys} lists in the app.
#theme: "auto"

# The name that your records bear; without one it is your login.
#annotator: ""

# The engine that makes suggestions: “rules”, “spacy:MODEL” or another that is installed.
#engine: "rules"

# A key is a character as typed, or a name like enter, shift+left or ctrl+p;
# a sequence of keys has spaces between. [] leaves an action without keys.
#keys:
"""


@dataclass(frozen=True)
class Config:
    """What the user wants changed; everything has a default."""

    theme: str = "dark"
    """The name of a theme: one of ours, or of Textual's."""
    keymap: Keymap = field(default_factory=Keymap)
    annotator: str = ""
    """Who makes the records, unless the command line says otherwise; empty: the user's login."""
    engine: str = "rules"
    """What makes suggestions: the name of an engine, with its model if it has one."""


def config_path() -> Path:
    """Where the configuration is, whether or not the file exists."""
    if named := os.environ.get(VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("onrecord", appauthor=False) / "config.yaml"


def read_config(path: Path) -> Config:
    """The configuration in a file; the defaults when there is no such file.

    Raises:
        ConfigError: it cannot be read, is not YAML, or says something that cannot be.
    """
    if not path.exists() and not os.environ.get(VARIABLE):
        return Config(theme=theme_here())
    # Imported late: with it comes YAML, and most users have no configuration.
    from tui.config_file import ConfigFile

    file = ConfigFile(path)
    theme, annotator, engine, keys = map(_settings(file).get, SETTINGS)
    return Config(
        theme=_theme(file, theme) if theme else theme_here(),
        keymap=_keymap(file, keys) if keys else Keymap(),
        annotator=file.text(annotator) if annotator else "",
        engine=_engine(file, engine) if engine else "rules",
    )


def commented_defaults(path: Path) -> str:
    """The text of a configuration that changes nothing: every setting commented out."""
    lines = []
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        lines.append(f"\n  # {group}")
        for action in actions:
            keys = json.dumps(action.keys, ensure_ascii=False)
            lines.append(f"#  {action.id}: {keys}  # {action.help}")
    theme_keys = shown_key(BY_ID["theme"].keys[0])
    return _INTRODUCTION.format(path=path, theme_keys=theme_keys) + "\n".join(lines) + "\n"


def _settings(file: ConfigFile) -> dict[str, Node]:
    if file.root is None:
        return {}
    settings: dict[str, Node] = {}
    for key, value in file.pairs(file.root, "the file must hold “setting: value” lines"):
        name = file.text(key)
        if name not in SETTINGS:
            raise file.error(key, f"there is no setting “{name}”; {_one_of(name, SETTINGS)}")
        settings[name] = value
    return settings


def _theme(file: ConfigFile, node: Node) -> str:
    from textual.theme import BUILTIN_THEMES

    name = file.text(node)
    if name in FAMILIES:
        return theme_here(name)
    names = (*PALETTES, *BUILTIN_THEMES)
    if name not in names:
        among = _one_of(name, (*FAMILIES, *names))
        raise file.error(node, f"there is no theme “{name}”; {among}")
    return name


def _engine(file: ConfigFile, node: Node) -> str:
    from language.engines.registry import engine_names

    name = file.text(node)
    short, names = name.partition(":")[0], engine_names()
    if short not in names:
        raise file.error(node, f"there is no engine “{short}”; {_one_of(short, names)}")
    return name


def _keymap(file: ConfigFile, node: Node) -> Keymap:
    pairs = file.pairs(node, "keys must be “action: key” lines")
    actions = {file.text(action): action for action, _ in pairs}
    try:
        return Keymap({file.text(action): file.texts(keys) for action, keys in pairs})
    except KeymapError as error:
        words = re.findall(r"[\w-]+", str(error))
        culprit = next((actions[word] for word in words if word in actions), node)
        raise file.error(culprit, str(error)) from error


def _one_of(name: str, names: Iterable[str]) -> str:
    listed = list(names)
    near = difflib.get_close_matches(name, listed, n=1)
    return f"did you mean {near[0]}?" if near else f"write one of {', '.join(listed)}"
