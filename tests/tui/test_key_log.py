"""Keys are recorded only where that is asked for: what they did and when, never the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tui.key_log import KeyLog


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def test_what_keys_did_is_recorded_and_no_letter_of_the_text(
    open_app: Any, folder: Path, tmp_path: Path
) -> None:
    log = tmp_path / "keys.jsonl"
    async with open_app(folder / "a-report.md") as pilot:
        pilot.app.key_log = KeyLog(log)
        await pilot.press("w", "'", "v", "e", "g", "g", "Y")
        pilot.app.key_log.close()
    first, *rest = lines_of(log)
    assert set(first) == {"session"}
    assert [(line["keys"], line["action"]) for line in rest] == [
        (["w"], "next-word"),
        (["'"], "jump"),
        (["letter"], "jump"),
        (["letter"], "jump"),
        (["g", "g"], "top"),
        (["Y"], None),
    ]
    assert {line["screen"] for line in rest} == {"reader"}
    times = [line["ms"] for line in rest]
    assert times == sorted(times)


def test_another_session_is_added_to_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "keys.jsonl"
    for _ in range(2):
        log = KeyLog(path)
        log.note("reader", ("q",), "mark-quote")
        log.close()
    assert ["session" in line for line in lines_of(path)] == [True, False, True, False]


def test_a_log_that_cannot_be_written_any_more_stops_nothing(tmp_path: Path) -> None:
    log = KeyLog(tmp_path / "keys.jsonl")
    log.close()
    log.note("reader", ("q",), "mark-quote")
    assert len(lines_of(tmp_path / "keys.jsonl")) == 1
