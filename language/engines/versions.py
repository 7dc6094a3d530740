"""The versions of engines: by another version other things may be proposed."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path
from typing import Final

from language.engines.registry import DEFAULT, GROUP

_PARSER: Final = "spacy"
_RULES: Final = Path(__file__).parents[1]


def version_of(engine: str) -> str:
    """The version of an engine `NAME` or `NAME:MODEL`; empty where it is not installed.

    Whatever else an engine stands on, it may stand on our rules: their version is part of it.
    """
    name, _, model = engine.partition(":")
    if name == DEFAULT:
        return rules_version()
    if name == _PARSER:
        parts = [_distribution(_PARSER), _distribution(model)]
    else:
        found = next(iter(entry_points(group=GROUP, name=name)), None)
        parts = [found.dist.version if found and found.dist else ""]
    return " ".join([*filter(None, parts), rules_version()]) if parts[0] else ""


@cache
def rules_version() -> str:
    """A digest of our rules and their word lists, 16 hexadecimal digits."""
    digest = blake2b(digest_size=8)
    files = (path for path in _RULES.rglob("*") if path.suffix != ".pyc" and path.is_file())
    for path in sorted(files):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(_RULES).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _distribution(name: str) -> str:
    try:
        return version(name) if name else ""
    except PackageNotFoundError:
        return ""
