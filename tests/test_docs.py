"""What the documentation shows can be done, and does what it shows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest
import yaml

from tui.config import read_config

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, the file that it is, if any, and what is in it."""

    language: str
    file: str
    content: str


def blocks(page: str) -> list[Block]:
    return [Block(*found) for found in FENCE.findall((DOCS / page).read_text(encoding="utf-8"))]


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with the sample articles, where `onrecord` is on the path."""
    shutil.copytree(
        ROOT / "sample_articles",
        tmp_path / "sample_articles",
        ignore=shutil.ignore_patterns("*annotations.*"),
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
    monkeypatch.delenv("ONRECORD_CONFIG", raising=False)
    return tmp_path


def run(command: str) -> str:
    result = subprocess.run(
        command,
        shell=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return result.stdout


def matches(shown: str, printed: str) -> bool:
    """Whether this was printed; `…` stands for anything, alone on a line for any lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in shown.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, printed) is not None


def follow(page: str, workplace: Path) -> int:
    """Do what a page shows, in order, and compare; returns how many programs and commands ran."""
    ran = 0
    for language, file, content in blocks(page):
        if file:
            (workplace / file).parent.mkdir(parents=True, exist_ok=True)
            (workplace / file).write_text(content, encoding="utf-8")
        elif language == "python":
            subprocess.run([sys.executable, "-c", content], check=True, timeout=60)
            ran += 1
        elif language == "console":
            for command, shown in COMMAND.findall(content):
                printed = run(command)
                assert matches(shown, printed), f"{command} printed\n{printed}"
                ran += 1
    return ran


@pytest.mark.skipif(os.name == "nt", reason="the commands are a POSIX shell's")
def test_what_the_pages_show_is_what_happens(workplace):
    assert follow("file-formats.md", workplace)
    assert follow("commands.md", workplace)  # on the reports that the other page has marked


def test_the_schema_is_what_the_command_beside_it_makes(workplace):
    (command,) = (block.content for block in blocks("file-formats.md") if block.language == "sh")
    (workplace / "docs").mkdir()
    run(command.replace("python", sys.executable, 1))
    made = (workplace / "docs" / "onrecord-1.schema.json").read_bytes()
    assert made == (DOCS / "onrecord-1.schema.json").read_bytes()


def test_the_example_of_the_export_fits_the_schema():
    shown = next(
        block.content
        for block in blocks("file-formats.md")
        if block.content.startswith("$ onrecord export")
    )
    document = yaml.safe_load(shown.partition("\n")[2])
    schema = json.loads((DOCS / "onrecord-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    assert {"participants", "quotes", "follow_ups"} <= set(document)


def test_the_example_of_a_configuration_is_sound(tmp_path):
    (example,) = (block.content for block in blocks("commands.md") if block.language == "yaml")
    (tmp_path / "config.yaml").write_text(example, encoding="utf-8")
    assert read_config(tmp_path / "config.yaml").annotator == "Ada"


@pytest.mark.parametrize(("made", "page"), [("keys_page", "keys"), ("rules_tables", "suggestions")])
def test_what_a_page_has_from_the_program_is_what_that_says(made: str, page: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", f"import make; print(make.{made}(), end='')"],
        cwd=DOCS,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    ).stdout
    assert printed
    assert (DOCS / f"{page}.md").read_text(encoding="utf-8").endswith(printed), "docs/make.py"
