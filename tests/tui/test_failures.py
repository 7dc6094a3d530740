"""When a mark cannot be saved, it is taken back on screen, said, and can be rescued."""

from __future__ import annotations

import errno
from pathlib import Path
from threading import Event
from typing import Any

from textual.widgets import Input
from tinydb import TinyDB, where

from store.database import Database
from store.durable_json import DurableTable
from store.errors import StoreError
from store.folder import Folder
from tui.app import OnRecord
from tui.config import Config
from tui.screens.loss import Loss
from tui.screens.reader import ReaderScreen
from tui.screens.rescue import Rescue


async def test_a_failed_write_is_taken_back_said_and_rescued(
    open_app, folder: Path, monkeypatch
) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await pilot.press(*"'mafp")
        pilot.app.database.flush()

        def fail(*arguments: object) -> None:
            raise StoreError(f"the disk is full ({errno.ENOSPC}); free some room")

        monkeypatch.setattr(DurableTable, "commit", fail)
        await pilot.press(*"'brfp")
        await pilot.pause(0.2)
        monkeypatch.undo()
        assert isinstance(pilot.app.screen, Rescue)
        assert [p.name for p in reader.annotations.participants] == ["Ilsa Marendt"]
        assert "read-only" in reader.title_bar.right
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is reader
        await pilot.press("p")
        assert len(reader.annotations.participants) == 1
    rescued = folder / "annotations.rescued.json"
    with Database(rescued, writable=False) as database:
        names = [p.name for p in database.kept_annotations("a-report").participants]
        assert sorted(names) == ["Aksel Brandvold", "Ilsa Marendt"]


async def test_exporting_from_the_app_writes_the_yaml_beside_the_store(
    open_app, folder: Path
) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        await pilot.press(*"'mafp", "E")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        exported = (folder / "annotations.yaml").read_text(encoding="utf-8")
        assert 'name: "Ilsa Marendt"' in exported
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_an_export_that_cannot_be_written_says_why(open_app, folder: Path) -> None:
    (folder / "annotations.yaml").mkdir()
    async with open_app(folder / "a-report.md") as pilot:
        await pilot.press("p", "E")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert any("could not be written" in note.message for note in pilot.app._notifications)


async def test_records_that_are_gone_without_a_change_stop_and_ask(open_app, folder: Path) -> None:
    report, store = folder / "a-report.md", folder / "annotations.json"
    async with open_app(report) as pilot:
        await pilot.press(*"'mafp'brfp")
    with TinyDB(store) as stock:
        stock.table("annotations").remove(where("id") == "p2")
    async with open_app(report) as pilot:
        assert isinstance(pilot.app.screen, Loss)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen)
        await pilot.press(*"'vif")
    async with open_app(report) as pilot:
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_leaving_waits_until_the_last_mark_is_on_disk(
    open_app, folder: Path, monkeypatch
) -> None:
    async with open_app(folder / "a-report.md") as pilot:
        written, commit = Event(), DurableTable.commit

        def slowly(*arguments: Any) -> None:
            written.wait(10)
            commit(*arguments)

        monkeypatch.setattr(DurableTable, "commit", slowly)
        await pilot.press(*"'mafp", "ctrl+q")
        assert "saving" in pilot.app.screen.title_bar.right
        assert pilot.app.is_running
        written.set()
        pilot.app.database.flush()
        await pilot.pause(0.1)
        assert pilot.app.return_code == 0


async def test_a_store_that_another_program_wrote_to_is_told_and_nothing_crashes(
    open_app, folder: Path
) -> None:
    store = folder / "annotations.json"
    async with open_app(folder) as pilot:
        await pilot.press("enter", *"'mafp")
        pilot.app.database.flush()
        store.write_text('{"annotations": {"1": {"type": "other"}}}', encoding="utf-8")
        await pilot.press(*"'brfp")
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, Rescue)
        await pilot.press("escape")
        await pilot.press(*"uga", "G", "k", "enter", *"gpgfga")
        assert pilot.app.is_running
        await pilot.press("g", "w")
        assert isinstance(pilot.app.screen, Rescue)
    assert store.read_text(encoding="utf-8").startswith('{"annotations": {"1": {"type": "other"}')


async def test_marks_typed_ahead_of_a_failure_do_not_name_the_file_to_rescue_to(
    open_app, folder: Path, monkeypatch
) -> None:
    async with open_app(folder / "a-report.md") as pilot:

        def fail(*arguments: object) -> None:
            raise StoreError("the disk is full; free some room")

        monkeypatch.setattr(DurableTable, "commit", fail)
        await pilot.press("p")
        await pilot.pause(0.2)
        await pilot.press(*"wpwp")
        assert isinstance(pilot.app.screen, Rescue)
        path = pilot.app.screen.query_one(Input).value
        assert path == str(folder / "annotations.rescued.json")


async def test_an_export_never_replaces_the_store(make_app, folder: Path) -> None:
    store = folder / "records.yaml"
    with Database(store) as database:
        app = OnRecord(Folder([folder / "a-report.md"]), database, Config(), "tester")
        async with app.run_test() as pilot:
            await pilot.press("p", "E")
            await app.workers.wait_for_complete()
            await pilot.pause()
    with Database(store, writable=False) as database:
        assert database.kept_annotations("a-report").participants
    assert "participants:" in (folder / "records.export.yaml").read_text(encoding="utf-8")


async def test_what_is_known_is_rescued_when_another_program_has_changed_the_file(
    open_app, folder: Path
) -> None:
    store = folder / "annotations.json"
    async with open_app(folder) as pilot:
        await pilot.press("enter", *"'mafp")
        pilot.app.database.flush()
        store.write_text("{}" + " " * 5000, encoding="utf-8")
        await pilot.press(*"'brfp")
        await pilot.pause(0.3)
        assert isinstance(pilot.app.screen, Rescue)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.database.unsaved == ()
    with Database(folder / "annotations.rescued.json", writable=False) as rescued:
        names = [p.name for p in rescued.kept_annotations("a-report").participants]
        assert sorted(names) == ["Aksel Brandvold", "Ilsa Marendt"]
