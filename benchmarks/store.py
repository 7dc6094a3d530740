"""What a mark costs, and opening, at any size; side by side with other ways to keep it.

    python -m benchmarks.store [--small] [FOLDER]

FOLDER (by default this one) says which disk is measured. At each size the contenders take turns,
mark by mark, so that a slow moment of the disk is shared by all. Prints tables for
docs/performance.md; `--small` leaves out what takes minutes.
"""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tinydb import TinyDB

from store.durable_json import DurableJSONStorage, DurableTable
from store.durable_lines import Entry, encoded, laid_out

Mark: TypeAlias = Callable[[int], None]
KEYS = ("article", "type")
MARKS = 300
STOCK_MARKS = {100: 50, 10_000: 8, 100_000: 2}
"""Stock TinyDB takes seconds a mark at 100,000 records, and half a minute at a million."""

OPENED = """
import sys, time
from store.durable_json import DurableJSONStorage, DurableTable

def peak():  # of this program alone: getrusage would count the one that started it
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

before = peak()
start = time.perf_counter()
storage = DurableJSONStorage(sys.argv[1], writable=False, keys=("article", "type"))
seconds = time.perf_counter() - start
memory = peak() - before
table = DurableTable(storage, "annotations")
start = time.perf_counter()
documents = [table.document(doc_id) for doc_id in table.ids_of("2026/report-000001")]
print(seconds, memory, time.perf_counter() - start)
"""
"""What is run to measure opening, on Linux."""


def record(number: int) -> dict[str, Any]:
    """A quote as an article of twenty records has it; 220 bytes as a line."""
    return {
        "type": "quote",
        "article": f"2026/report-{number // 20:06d}",
        "id": f"q{number % 20}",
        "content": [{"start": 1000 + number % 900, "end": 1040, "text": "the talks will go on"}],
        "speakers": ["p1"],
        "by": "anna",
        "at": "2026-11-24T19:00:00Z",
    }


def fill(path: Path, count: int) -> None:
    entries = (encoded(Entry(number, record(number))) for number in range(1, count + 1))
    with path.open("wb") as file:
        file.writelines(laid_out([("annotations", entries)]))


class Cost(NamedTuple):
    """What one mark took."""

    wall_ms: float
    cpu_ms: float


def timed(mark: Mark, number: int) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    mark(number)
    return Cost((time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3)


def onrecord(folder: Path, count: int) -> Mark:
    path = folder / "onrecord.json"
    fill(path, count)
    table = DurableTable(DurableJSONStorage(path, keys=KEYS), "annotations")
    return lambda number: table.commit({number: record(number)}, ())


def raw_append(folder: Path, count: int) -> Mark:
    path = folder / "raw"
    fill(path, count)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)

    def mark(number: int) -> None:
        os.write(descriptor, encoded(Entry(number, record(number))) + b"\n")
        os.fsync(descriptor)

    return mark


def sqlite(folder: Path, count: int) -> Mark:
    connection = sqlite3.connect(folder / "sqlite.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, article TEXT, fields TEXT)")
    connection.execute("CREATE INDEX by_article ON record (article)")

    def insert(number: int) -> None:
        fields = record(number)
        row = (number, fields["article"], json.dumps(fields))
        connection.execute("INSERT INTO record VALUES (?, ?, ?)", row)

    for number in range(1, count + 1):
        insert(number)
    connection.commit()

    def mark(number: int) -> None:
        insert(number)
        connection.commit()

    return mark


def stock_tinydb(folder: Path, count: int) -> Mark:
    path = folder / "stock.json"
    fill(path, count)
    table = TinyDB(path).table("annotations")

    def mark(number: int) -> None:
        table.insert(record(number))

    return mark


CONTENDERS = {
    "onrecord": onrecord,
    "raw append + fsync": raw_append,
    "sqlite3 (WAL, FULL)": sqlite,
    "stock TinyDB": stock_tinydb,
}


def costs(folder: Path, count: int) -> dict[str, Cost]:
    """The median cost of a mark, by contender, in a store of so many records."""
    numbers = dict.fromkeys(CONTENDERS, MARKS) | {"stock TinyDB": STOCK_MARKS.get(count, 0)}
    marks = {
        name: contender(folder, count) for name, contender in CONTENDERS.items() if numbers[name]
    }
    taken: dict[str, list[Cost]] = {name: [] for name in marks}
    for turn in range(MARKS):
        for name, mark in marks.items():
            if turn < numbers[name]:
                taken[name].append(timed(mark, count + 1 + turn))
    return {name: Cost(*map(statistics.median, zip(*each))) for name, each in taken.items()}  # noqa: B905


def mark_table(folder: Path, counts: list[int]) -> Iterator[str]:
    yield "| records | " + " | ".join(f"{name}: ms (CPU)" for name in CONTENDERS) + " | ÷ raw |"
    yield "|--:" * (len(CONTENDERS) + 2) + "|"
    for count in counts:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".benchmark-") as place:
            found = costs(Path(place), count)
        cells = [
            f"{found[name].wall_ms:,.2f} ({found[name].cpu_ms:,.2f})" if name in found else "–"
            for name in CONTENDERS
        ]
        ratio = found["onrecord"].wall_ms / found["raw append + fsync"].wall_ms
        yield f"| {count:,} | " + " | ".join(cells) + f" | {ratio:.2f} |"


def opening_table(folder: Path, counts: list[int]) -> Iterator[str]:
    yield "| records | file | opening | memory | one article's records |"
    yield "|--:|--:|--:|--:|--:|"
    for count in counts:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".benchmark-") as place:
            path = Path(place, "onrecord.json")
            fill(path, count)
            size = path.stat().st_size / 1e6
            runs = [open_anew(path) for _ in range(3)]
        seconds, memory, first = (statistics.median(column) for column in zip(*runs))  # noqa: B905
        yield (
            f"| {count:,} | {size:,.1f} MB | {seconds:.3f} s | {memory:,.0f} MB "
            f"| {first * 1e3:.2f} ms |"
        )


def open_anew(path: Path) -> list[float]:
    result = subprocess.run(
        [sys.executable, "-c", OPENED, str(path)], capture_output=True, text=True, check=True
    )
    return [float(number) for number in result.stdout.split()]


def machine() -> str:
    cpu = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if sys.platform == "linux" else ():
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} × {cpu}, {memory:.0f} GB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--small"]
    small = "--small" in sys.argv
    folder = Path(arguments[0] if arguments else ".")
    print(machine(), end="\n\n")
    marked = [100, 10_000] if small else [100, 10_000, 100_000, 1_000_000]
    for line in mark_table(folder, marked):
        print(line, flush=True)
    print()
    for line in opening_table(
        folder, [100, 200_000] if small else [100, 10_000, 200_000, 2_000_000]
    ):
        print(line, flush=True)


if __name__ == "__main__":
    main()
