"""What colours are sent to a terminal, by what it says it can show."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="there are no pseudo-terminals here")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals here")

TEXT = "“The harbour opens in May,” Ilsa Marendt said.\n"
ABOUT_COLOURS = ("COLORTERM", "COLORFGBG", "NO_COLOR", "TERM")
TRUE = re.compile(r"[34]8;2;(\d+);(\d+);(\d+)")
OF_256 = re.compile(r"[34]8;5;(\d+)")


def sent(folder: Path, **terminal: str) -> set[str]:
    """The parameters of every SGR sequence sent while a quote is marked."""
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name not in ABOUT_COLOURS}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "tui", str(folder / "report.txt")],
        env={**kept, "ONRECORD_CONFIG": "", **terminal},
        encoding="utf-8",
        dimensions=(24, 80),
        timeout=30,
    )
    try:
        child.expect("1/1 · saved")
        heard = child.before
        child.send("q")
        child.expect(r"Quotes \(1\)")
        heard += child.before
        child.send("\x11")
        child.expect(pexpect.EOF)
        heard += child.before
    finally:
        child.close(force=True)
    return set(re.findall(r"\x1b\[([\d;]+)m", heard))


def of_the_terminal(sequences: set[str]) -> set[str]:
    """Those of the terminal's own sixteen colours that are named."""
    rest = (OF_256.sub("", TRUE.sub("", each)) for each in sequences)
    codes = {code for each in rest for code in each.split(";")}
    return {code for code in codes if re.fullmatch(r"3[0-7]|4[0-7]|9[0-7]|10[0-7]", code)}


def test_true_colour_where_the_terminal_says_so(tmp_path) -> None:
    sequences = sent(tmp_path, TERM="xterm-256color", COLORTERM="truecolor")
    assert any(map(TRUE.search, sequences))
    assert not any(map(OF_256.search, sequences))


def test_256_colours_where_it_has_them(tmp_path) -> None:
    sequences = sent(tmp_path, TERM="screen-256color")
    assert any(map(OF_256.search, sequences))
    assert not any(map(TRUE.search, sequences))


@pytest.mark.parametrize("term", ["linux", "screen"])
def test_the_terminals_own_colours_where_it_has_no_more(tmp_path, term: str) -> None:
    sequences = sent(tmp_path, TERM=term)
    assert of_the_terminal(sequences)
    assert not any(map(TRUE.search, sequences))
    assert not any(map(OF_256.search, sequences))


def test_only_greys_when_no_colour_is_wanted(tmp_path) -> None:
    sequences = sent(tmp_path, TERM="xterm-256color", COLORTERM="truecolor", NO_COLOR="1")
    colours = {found.groups() for each in sequences for found in TRUE.finditer(each)}
    assert colours
    assert all(red == green == blue for red, green, blue in colours)
    assert not of_the_terminal(sequences)


def test_none_at_all_when_none_is_wanted_and_there_are_no_greys(tmp_path) -> None:
    sequences = sent(tmp_path, TERM="linux", NO_COLOR="1")
    assert not of_the_terminal(sequences)
    assert any("1" in each.split(";") for each in sequences), "bold type is no colour"
