"""A store is a regular file: pipes, devices and links that lead nowhere are refused in words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.backups import restore
from store.database import Database
from store.errors import StoreError
from store.repair import repair

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.fixture(params=["pipe", "device", "loop", "folder"])
def special(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "annotations.json"
    if request.param == "pipe":
        os.mkfifo(path)
    elif request.param == "loop":
        path.symlink_to(path)
    elif request.param == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    return path


@pytest.mark.parametrize("writable", [True, False])
def test_it_cannot_be_opened_as_a_store(special: Path, writable: bool) -> None:
    before = sorted(special.parent.iterdir())
    with pytest.raises(StoreError):
        Database(special, writable)
    assert sorted(special.parent.iterdir()) == before


def test_no_backup_is_put_in_its_place(special: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.json"
    backup.write_text("{}")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError, match=r"no regular file|a link that leads back to itself"):
        restore(special, backup, "2031-05-23T08:00:00Z")
    assert sorted(tmp_path.iterdir()) == before


def test_it_cannot_be_repaired(special: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        repair(special, tmp_path / "new.json")
