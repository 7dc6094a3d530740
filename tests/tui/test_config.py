"""The configuration file: what it may say, and how it is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tui.actions import ACTIONS, BY_ID
from tui.config import Config, commented_defaults, config_path, read_config
from tui.config_file import ConfigError
from tui.keymap import Keymap
from tui.themes import PALETTES


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Make a configuration of this text, and read it."""
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")

    def read(text: str | bytes) -> Config:
        path = tmp_path / "config.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_config(path)

    return read


def refusal(configured, text: str | bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        configured(text)
    return str(caught.value)


def test_without_a_file_everything_has_a_default(tmp_path, monkeypatch):
    monkeypatch.delenv("ONRECORD_CONFIG", raising=False)
    config = read_config(tmp_path / "none.yaml")
    assert config.theme in {**PALETTES, **BUILTIN_THEMES}
    assert config.annotator == ""
    assert all(config.keymap.keys(action) == action.keys for action in ACTIONS)


def test_an_empty_file_changes_nothing(configured):
    assert configured("").theme == Config().theme
    assert configured("keys:\n# all of them commented out\n").theme == Config().theme


def test_settings_are_read(configured):
    config = configured(
        "theme: nord\nannotator: Ada\nengine: spacy:small\n"
        'keys:\n  undo: ctrl+z\n  redo: ["Y", "ctrl+y"]\n'
    )
    assert (config.theme, config.annotator) == ("nord", "Ada")
    assert config.engine == "spacy:small"
    assert config.keymap.keys(BY_ID["undo"]) == ("ctrl+z",)
    assert config.keymap.keys(BY_ID["redo"]) == ("Y", "ctrl+y")


def test_keys_are_what_was_typed_whatever_yaml_would_make_of_them(configured):
    config = configured("keys:\n  find-next: 0\n  no-speaker: n\n  undo: ~\n")
    keys = [config.keymap.keys(BY_ID[name]) for name in ("find-next", "no-speaker", "undo")]
    assert keys == [("0",), ("n",), ("~",)]


def test_two_actions_may_swap_their_keys(configured):
    config = configured("keys: {mark-quote: p, mark-participant: q}\n")
    assert config.keymap.action("reader", ("p",)) is BY_ID["mark-quote"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("annotator: Ada\nthem: nord\n", 2, "there is no setting “them”; did you mean theme?"),
        ("theme: nordd\n", 1, "did you mean nord?"),
        ("engine: rulez\n", 1, "did you mean rules?"),
        ("theme: [nord]\n", 1, "plain text"),
        ("annotator: Ada\nannotator: Bob\n", 2, "twice"),
        ("keys:\n  undo: ctrl+z\n  markquote: Q\n", 3, "did you mean mark-quote?"),
        ("keys:\n  find: ctrl+z\n  undo: U\n", 3, "clashes"),
        ("keys:\n  undo: ctrl+z\n  find:\n", 3, "must be text"),
        ("keys:\n  undo: {a: b}\n", 2, "plain text"),
        ("keys: [undo]\n", 1, "keys must be “action: key” lines"),
        ("- theme\n", 1, "“setting: value”"),
        ('annotator: Ada\nkeys: {undo: "ctrl+z}\n', 3, "not YAML"),
        ("theme: nord\n\tkeys: x\n", 2, "not YAML"),
        ("theme: nord\n--- \ntheme: nord\n", 2, "not YAML"),
        (b"theme: nord\nannotator: \xff\n", 2, "not UTF-8"),
    ],
)
def test_what_cannot_be_is_refused_with_file_and_line(configured, tmp_path, text, line, said):
    message = refusal(configured, text)
    assert message.startswith(f"{tmp_path / 'config.yaml'}, line {line}: ")
    assert said in message


def test_a_clash_names_the_key_and_both_actions(configured):
    message = refusal(configured, "keys:\n  undo: U\n")
    assert all(word in message for word in ("“U”", "undo", "redo"))


def test_control_characters_are_refused(configured):
    assert "not YAML" in refusal(configured, "annotator: \x07\n")


def test_tags_construct_nothing(configured):
    assert configured("annotator: !!python/name:os.getcwd Ada\n").annotator == "Ada"
    assert "plain text" in refusal(configured, "annotator: !!python/object/apply:os.getcwd []\n")


def test_a_folder_in_its_place_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path)


def test_a_file_named_by_the_environment_must_be_there(tmp_path, monkeypatch):
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "mine.yaml"))
    assert config_path() == tmp_path / "mine.yaml"
    with pytest.raises(ConfigError, match=re.escape(str(tmp_path / "mine.yaml"))):
        read_config(config_path())


def test_without_one_it_is_where_the_platform_keeps_configurations(monkeypatch):
    monkeypatch.delenv("ONRECORD_CONFIG", raising=False)
    assert config_path().name == "config.yaml"
    assert config_path().parent.name == "onrecord"


@pytest.mark.parametrize(
    ("setting", "background", "theme"),
    [
        ("auto", "", "dark"),
        ("auto", "15;0", "dark"),
        ("auto", "0;15", "light"),
        ("high-contrast", "", "high-contrast-dark"),
        ("colour-blind", "0;15", "colour-blind-light"),
        ("ansi", "", "ansi-dark"),
        ("ansi", "0;default;15", "ansi-light"),
    ],
)
def test_a_family_of_themes_goes_by_what_the_terminal_says(
    configured, monkeypatch, setting, background, theme
):
    monkeypatch.setenv("COLORFGBG", background)
    assert configured(f"theme: {setting}\n").theme == theme
    assert theme in {**PALETTES, **BUILTIN_THEMES}


@pytest.mark.parametrize(
    ("term", "colorterm", "theme"),
    [
        ("xterm-256color", "", "dark"),
        ("xterm", "truecolor", "dark"),
        ("linux", "", "ansi-dark"),
        ("screen", "", "ansi-dark"),
        ("xterm-16color", "", "ansi-dark"),
        ("", "", "ansi-dark"),
    ],
)
def test_auto_is_the_terminals_own_colours_where_there_are_only_sixteen(
    configured, monkeypatch, term, colorterm, theme
):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    assert configured("").theme == theme
    assert configured("theme: dark\n").theme == "dark", "what is asked for by name is given"


def test_the_commented_defaults_change_nothing(configured):
    config = configured(commented_defaults(Path("config.yaml")))
    assert (config.theme, config.annotator) == (Config().theme, "")


def test_every_default_can_be_uncommented(configured):
    text = commented_defaults(Path("config.yaml"))
    config = configured(re.sub(r"^#(?=\w|  )", "", text, flags=re.MULTILINE))
    assert (config.theme, config.annotator) == (Config().theme, "")
    assert all(config.keymap.keys(action) == action.keys for action in ACTIONS)
    assert all(f"\n#  {action.id}: " in text for action in ACTIONS)


def test_any_one_action_can_be_uncommented_with_its_heading(configured):
    text = commented_defaults(Path("config.yaml")).replace("#keys:", "keys:")
    changed = text.replace('#  undo: ["u"]', '  undo: ["ctrl+z"]')
    assert configured(changed).keymap.keys(BY_ID["undo"]) == ("ctrl+z",)


def test_an_action_may_be_left_without_keys(configured):
    config = configured("keys: {quit: []}\n")
    assert config.keymap.keys(BY_ID["quit"]) == ()
    assert isinstance(config.keymap, Keymap)
