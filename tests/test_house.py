"""The house: imports run one way, files are where they belong, and every command is documented."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata
from pathlib import Path

import pytest

from tui.__main__ import program

ROOT = Path(__file__).parents[1]
PACKAGES = {"store", "language", "tui"}
MAY_IMPORT = {"store": {"store"}, "language": {"language", "store.records"}, "tui": PACKAGES}
SCREEN = {"textual", "rich", "click"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNNING = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["nlp"]]
IMPORTED_AS = {"pyyaml": "yaml"}
PAGES = sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))


def modules(package: str) -> list[str]:
    paths = (path.relative_to(ROOT) for path in (ROOT / package).rglob("*.py"))
    return sorted(".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in paths)


def imported(module: str) -> Iterator[str]:
    """The full names of what a module imports, wherever in it that stands."""
    path = ROOT / Path(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module} imports relatively; write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_imports_run_one_way(package):
    for module in modules(package):
        for name in imported(module):
            if is_within(name, PACKAGES):
                assert is_within(name, MAY_IMPORT[package]), f"{module} imports {name}"


@pytest.mark.parametrize("package", ["store", "language"])
def test_neither_store_nor_language_imports_the_screen(package):
    for module in modules(package):
        for name in imported(module):
            assert not is_within(name, SCREEN), f"{module} imports {name}"


@pytest.mark.parametrize("package", ["store", "language"])
def test_neither_store_nor_language_reaches_the_screen_through_others(package):
    code = f"""
import sys
import {", ".join(modules(package))}
sys.exit(", ".join(sorted({SCREEN | {"tui"}!r} & set(sys.modules))) or 0)
"""
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, f"importing {package} loads {result.stderr}"


def test_what_is_imported_is_declared():
    declared = {re.split(r"[<>=; ]", entry)[0] for entry in RUNNING}
    known = {IMPORTED_AS.get(name, name) for name in declared} | PACKAGES | sys.stdlib_module_names
    for module in (module for package in PACKAGES for module in modules(package)):
        for name in imported(module):
            assert name.split(".")[0] in known, f"{module} imports {name}"


def test_what_is_declared_is_imported():
    used = {
        name.split(".")[0]
        for package in PACKAGES
        for module in modules(package)
        for name in imported(module)
    }
    for entry in RUNNING:
        name = re.split(r"[<>=; ]", entry)[0]
        assert IMPORTED_AS.get(name, name) in used, f"nothing imports {name}"


def test_every_dependency_is_explained():
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    entries = [*RUNNING, *PROJECT["optional-dependencies"]["test"]]
    for entry in entries:
        name = re.split(r"[<>=; ]", entry)[0]
        assert f"`{name}`" in explained, f"docs/dependencies.md does not say why {name}"


def test_the_packages_are_empty_at_their_roots():
    for package in PACKAGES:
        assert not (ROOT / package / "__init__.py").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_the_types_are_for_others_too(package):
    assert (ROOT / package / "py.typed").exists()


def test_every_module_says_what_it_is():
    for module in (module for package in PACKAGES for module in modules(package)):
        path = ROOT / Path(*module.split("."))
        if not path.is_dir():
            assert ast.get_docstring(ast.parse(path.with_suffix(".py").read_text("utf-8"))), module


@pytest.mark.parametrize("command", sorted(program.commands))
def test_every_command_is_documented(command):
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"\n## {command}\n" in page
    section = page.partition(f"\n## {command}\n")[2].partition("\n## ")[0]
    assert f"onrecord {command}" in section


def test_only_commands_are_documented():
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## (.+)$", page, re.MULTILINE)) == set(program.commands)


def test_the_newest_entry_of_the_changelog_is_of_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entries = re.findall(r"^## (\S+)", changelog, re.MULTILINE)
    released = [entry for entry in entries if entry != "Unreleased"]
    assert released[0] == metadata("onrecord")["Version"]


@pytest.mark.parametrize("name", ["README.md", *PAGES])
def test_links_between_pages_lead_somewhere(name):
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
