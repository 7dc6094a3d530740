"""The engine that the documentation shows, installed and run as it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def install(package: Path, site: Path) -> None:
    """Put a package where Python finds it, as an installer does: its modules and entry points."""
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    groups = [
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in entries.items())
        for group, entries in project["entry-points"].items()
    ]
    (about / "entry_points.txt").write_text("\n".join(groups))
    for module in package.glob("*.py"):
        (site / module.name).write_bytes(module.read_bytes())


def test_the_engine_that_the_page_shows_works(tmp_path):
    page = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")
    for name, content in FILE.findall(page):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    install(tmp_path / "gazetteer", tmp_path / "site")
    (command,) = re.findall(r"^onrecord (suggest .* --engine gazetteer:.*)$", page, re.MULTILINE)
    arguments = command.replace("sample_articles", str(ROOT / "sample_articles")).split()
    paths = [str(tmp_path / "site"), os.environ.get("PYTHONPATH", ""), str(ROOT)]
    result = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    articles = [json.loads(line) for line in result.stdout.splitlines()]
    named = {person["name"]: person for found in articles for person in found["participants"]}
    assert set(named) == {"Ilsa Marendt", "Velmara"}
    assert named["Velmara"]["kind"] == "country"
    assert named["Velmara"]["rule"] == "in-the-list"
