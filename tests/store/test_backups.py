"""Backups: made at opening at most once an hour, ten are kept, and any can be put back."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from store.backups import Backup, back_up_if_due, backups, folder_of, restore
from store.database import Database
from store.errors import StoreError, StoreLockedError, StoreReadOnlyError
from store.records import Article, Participant

ARTICLE = Article(id="a", text="Moss spoke.")


def mark(path: Path, name: str, now: str) -> None:
    with Database(path, now=lambda: now) as database:
        annotations = database.annotations(ARTICLE)
        person = Participant(id=annotations.next_id("p"), name=name)
        database.commit(annotations.add(person), annotations)


def names(path: Path) -> list[str]:
    with Database(path, writable=False) as database:
        return [person.name for person in database.annotations(ARTICLE).participants]


def times(path: Path) -> list[str]:
    return [backup.at.strftime("%dT%H:%M") for backup in backups(path)]


def at(hour: int, minute: int = 0) -> str:
    return f"2031-05-{23 + hour // 24:02}T{hour % 24:02}:{minute:02}:00Z"


def test_a_store_is_backed_up_as_it_was_before_it_was_opened(path: Path) -> None:
    mark(path, "Moss", at(8))
    assert backups(path) == []
    mark(path, "Reed", at(9))
    [backup] = backups(path)
    assert backup.path.parent == tmp_sibling(path)
    assert backup.path.name == "2031-05-23T090000Z.json"
    assert backup.size == backup.path.stat().st_size
    assert names(backup.path) == ["Moss"]


def tmp_sibling(path: Path) -> Path:
    return path.with_name("annotations.json.backups")


def test_a_backup_is_made_once_an_hour_at_most(path: Path) -> None:
    for hour, minute in ((8, 0), (8, 1), (8, 59), (9, 0), (9, 1), (9, 2), (10, 1)):
        mark(path, "Moss", at(hour, minute))
    assert times(path) == ["23T10:01", "23T09:01", "23T08:01"]


def test_a_store_that_is_the_same_is_not_backed_up_again(path: Path) -> None:
    mark(path, "Moss", at(8))
    for hour in (9, 10, 11):
        Database(path, now=lambda hour=hour: at(hour)).close()  # type: ignore[misc]
    assert times(path) == ["23T09:00"]


def test_a_store_that_is_only_read_is_not_backed_up(path: Path) -> None:
    mark(path, "Moss", at(8))
    Database(path, writable=False, now=lambda: at(10)).close()
    assert backups(path) == []


def test_ten_backups_are_kept(path: Path) -> None:
    for hour in range(14):
        mark(path, f"Moss {hour}", at(2 * hour))
    assert len(backups(path)) == 10
    assert times(path)[0] == "24T02:00"
    assert times(path)[-1] == "23T08:00"
    assert len(names(path)) == 14


def test_a_backup_is_no_hard_link(path: Path) -> None:
    mark(path, "Moss", at(8))
    mark(path, "Reed", at(9))
    [backup] = backups(path)
    assert backup.path.stat().st_ino != path.stat().st_ino
    assert path.stat().st_nlink == 1


def test_other_files_beside_the_backups_are_left_alone(path: Path) -> None:
    mark(path, "Moss", at(8))
    mine = tmp_sibling(path) / "before the move.json"
    mine.write_text("{}")
    for hour in range(14):
        mark(path, "Moss", at(9 + hour))
    assert mine.exists()
    assert len(backups(path)) == 10


def test_what_a_killed_process_began_to_copy_is_removed_with_the_next_backup(path: Path) -> None:
    mark(path, "Moss", at(8))
    begun = tmp_sibling(path) / ".2031-05-23T083000Z.json.00ff00ff.tmp"
    begun.write_text("{")
    mark(path, "Reed", at(9))
    assert len(backups(path)) == 1
    assert not begun.exists()


def test_a_backup_that_cannot_be_made_stops_nothing_and_is_told(path: Path) -> None:
    mark(path, "Moss", at(8))
    shutil.rmtree(tmp_sibling(path))
    tmp_sibling(path).write_text("a file in the way")
    with Database(path, now=lambda: at(9)) as database:
        database.flush()
        assert isinstance(database.backup_failure, OSError)
        assert database.failure is None
        assert database.writable
    mark(path, "Reed", at(9))
    assert names(path) == ["Moss", "Reed"]


def test_a_copy_that_fails_leaves_nothing_half_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(path, "Moss", at(8))

    def copystat(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copystat", copystat)
    with pytest.raises(OSError, match="No space left"):
        back_up_if_due(path, at(9))
    assert [file.name for file in folder_of(path).iterdir()] == ["newest"]


@pytest.mark.parametrize("by_the_system", [True, False])
def test_a_copy_is_whole_with_and_without_the_systems_help(
    path: Path, monkeypatch: pytest.MonkeyPatch, by_the_system: bool
) -> None:
    path.write_bytes(os.urandom(3 << 20))
    if not by_the_system:
        monkeypatch.delattr(os, "copy_file_range", raising=False)
    backup = back_up_if_due(path, at(9))
    assert backup
    assert backup.path.read_bytes() == path.read_bytes()


@pytest.mark.skipif(not hasattr(os, "copy_file_range"), reason="only some systems copy")
@pytest.mark.parametrize("steps", [0, 1])
@pytest.mark.parametrize("error", [OSError(95, "Operation not supported"), None])
def test_a_copy_is_whole_where_the_system_gives_up(
    path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, error: OSError | None
) -> None:
    path.write_bytes(os.urandom(3 << 20))
    copy_file_range = os.copy_file_range
    left = [1 << 20] * steps

    def give_up(source: int, target: int, size: int) -> int:
        if left:
            return copy_file_range(source, target, left.pop())
        if error:
            raise error
        return 0

    monkeypatch.setattr(os, "copy_file_range", give_up)
    backup = back_up_if_due(path, at(9))
    assert backup
    assert backup.path.read_bytes() == path.read_bytes()


def some_backups(path: Path) -> list[Backup]:
    mark(path, "Moss", at(8))
    mark(path, "Reed", at(9))
    mark(path, "Hale", at(11))
    return backups(path)


def test_a_backup_is_restored_and_what_it_replaces_is_kept(path: Path) -> None:
    newest, oldest = some_backups(path)
    assert (names(newest.path), names(oldest.path)) == (["Moss", "Reed"], ["Moss"])
    replaced = restore(path, oldest.path, at(11, 5))
    assert names(path) == ["Moss"]
    assert replaced
    assert names(replaced.path) == ["Moss", "Reed", "Hale"]
    restore(path, replaced.path, at(11, 6))
    assert names(path) == ["Moss", "Reed", "Hale"]
    mark(path, "Ford", at(11, 7))
    assert names(path) == ["Moss", "Reed", "Hale", "Ford"]


def test_the_oldest_of_ten_backups_can_be_restored(path: Path) -> None:
    for hour in range(12):
        mark(path, f"Moss {hour}", at(2 * hour))
    oldest = backups(path)[-1]
    expected = names(oldest.path)
    restore(path, oldest.path, at(30))
    assert names(path) == expected
    assert len(backups(path)) == 10


def test_a_backup_made_in_the_same_second_is_not_overwritten(path: Path) -> None:
    newest, _ = some_backups(path)
    replaced = restore(path, newest.path, at(11))
    assert names(path) == ["Moss", "Reed"]
    assert replaced
    assert replaced.path != newest.path
    assert names(replaced.path) == ["Moss", "Reed", "Hale"]


def test_a_damaged_or_lost_store_is_restored(path: Path) -> None:
    newest, _ = some_backups(path)
    path.write_bytes(b"\0" * 100)
    replaced = restore(path, newest.path, at(12))
    assert replaced
    assert replaced.path.read_bytes() == b"\0" * 100
    assert names(path) == ["Moss", "Reed"]
    path.unlink()
    assert restore(path, newest.path, at(13)) is None
    assert names(path) == ["Moss", "Reed"]


def test_a_store_in_use_is_not_replaced(path: Path) -> None:
    newest, _ = some_backups(path)
    with Database(path), pytest.raises(StoreLockedError, match="is in use by"):
        restore(path, newest.path, at(12))
    assert names(path) == ["Moss", "Reed", "Hale"]


def test_a_store_that_may_not_be_written_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest, _ = some_backups(path)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to what is read-only
    with pytest.raises(StoreReadOnlyError, match=r"may not be written, .* as it is\. Mend"):
        restore(path, newest.path, at(12))
    assert names(path) == ["Moss", "Reed", "Hale"]
    assert len(backups(path)) == 2


def test_a_damaged_backup_is_not_put_in_place(path: Path) -> None:
    newest, _ = some_backups(path)
    newest.path.write_text("not a store")
    with pytest.raises(StoreError, match="no TinyDB file"):
        restore(path, newest.path, at(12))
    assert names(path) == ["Moss", "Reed", "Hale"]
    assert len(backups(path)) == 2


def recovered(path: Path) -> str:
    with Database(path) as database:
        return database.recovered


def test_an_older_copy_put_in_the_place_of_a_store_is_told_once(path: Path) -> None:
    newest, _ = some_backups(path)
    assert recovered(path) == ""
    shutil.copyfile(newest.path, path)
    assert f"{path} holds less than when it was last closed here" in recovered(path)
    assert recovered(path) == ""


def test_a_store_that_vanished_is_told(path: Path) -> None:
    mark(path, "Moss", at(8))
    path.unlink()
    assert "holds less than when it was last closed here" in recovered(path)


def test_a_restored_backup_is_no_surprise(path: Path) -> None:
    _, oldest = some_backups(path)
    restore(path, oldest.path, at(12))
    assert recovered(path) == ""


def test_a_store_from_which_the_newest_record_was_removed_is_no_surprise(path: Path) -> None:
    mark(path, "Moss", at(8))
    with Database(path) as database:
        annotations = database.annotations(ARTICLE)
        database.undo(annotations)
    assert recovered(path) == ""


def test_a_backup_of_another_programs_clock_is_no_reason_to_make_none(path: Path) -> None:
    mark(path, "Moss", at(8))
    mark(path, "Reed", at(60))
    mark(path, "Hale", at(9))
    assert times(path) == ["25T12:00", "23T09:00"]
