"""What a key costs in the article and in the list, and what both cost to open and to hold.

    python -m benchmarks.reader [ROUNDS [keys] [opening] [lists]]

In a real pseudo-terminal, at a thousand, a hundred thousand and a million words with 10,000
records each, and on 100,000 articles; beside stock widgets of Textual on the same text and the
same rows. Prints Markdown tables for docs/performance.md.
"""

from __future__ import annotations

import itertools
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from benchmarks.terminal import COLUMNS, ROWS, Cost, Terminal, TooSlowError, running
from store.articles import read_article
from store.changes import Change
from store.database import Database
from store.records import Article, Participant, Quote, Record, Span

Command: TypeAlias = tuple[str, ...]

FIRST: Final = "Corvane"
PARAGRAPH: Final = (
    f"{FIRST} said on Friday that the harbour would open in May, and the two ministers agreed to "
    "meet again before the ice returns. “We shall see,” the harbour master said.\n\n"
)
CHINESE: Final = (
    "科尔万港务局星期五表示，“港口将于五月开放”，两位部长同意在冰雪返回之前再次会面。\n\n"
)
RECORDS: Final = 10_000
ARTICLES: Final = 100_000
PATIENCE: Final = 120
"""Seconds after which opening is given up."""

DOWN, RIGHT, PAGE_DOWN, PAGE_UP, HOME = "\x1b[B", "\x1b[C", "\x1b[6~", "\x1b[5~", "\x1b[H"
PAGES = (*[PAGE_DOWN] * 6, *[PAGE_UP] * 6)

EMPTY: Final = f"""
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("{FIRST}")
    def on_key(self, event):
        self.query_one(Static).update(event.key * 3)
Empty().run()
"""
TEXT_AREA: Final = """
import sys
from pathlib import Path
from textual.app import App
from textual.widgets import TextArea
class Area(App):
    def compose(self):
        yield TextArea(Path(sys.argv[1]).read_text(encoding="utf-8"), read_only=True)
Area().run()
"""
OPTION_LIST: Final = f"""
from textual.app import App
from textual.widgets import OptionList
class Options(App):
    def compose(self):
        yield OptionList(*(f"{FIRST} {{n}} said on Friday" for n in range({ARTICLES})))
Options().run()
"""
DATA_TABLE: Final = f"""
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    def compose(self):
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("date", "headline", "id")
        rows = (("2031-05-23", f"{FIRST} {{n}} said on Friday", n) for n in range({ARTICLES}))
        table.add_rows(rows)
Table().run()
"""


class Costs(NamedTuple):
    """What a kind of key cost, as a row of a table."""

    costs: list[Cost]

    def __str__(self) -> str:
        """Median and 95 % of the CPU time, median and 95 % of the time, bytes in the median."""
        cpu = [cost.cpu_ms for cost in self.costs]
        wall = [cost.wall_ms for cost in self.costs]
        sent = statistics.median(cost.sent for cost in self.costs)
        figures = (statistics.median(cpu), _high(cpu), statistics.median(wall), _high(wall))
        return " | ".join((*(f"{figure:,.1f}" for figure in figures), f"{sent:,.0f}"))


def _high(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[int(len(ordered) * 0.95)]


def pressed(terminal: Terminal, keys: str | tuple[str, ...], rounds: int) -> Costs:
    """The costs of these keys, in turn, so often."""
    return Costs([terminal.press(key) for key in itertools.islice(itertools.cycle(keys), rounds)])


class Bench:
    """The commands that are compared, on texts and lists made in a folder."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.folder = folder
        self.rounds = rounds
        self.program = shutil.which("onrecord", path=str(Path(sys.executable).parent)) or "onrecord"
        self.empty: Command = (sys.executable, "-c", EMPTY)

    # What is read

    def text(self, name: str, words: int, paragraph: str = PARAGRAPH) -> Path:
        """An article of so many words (each of two characters, in Chinese)."""
        path = self.folder / f"{name}.txt"
        length = len(paragraph.split()) if paragraph is PARAGRAPH else len(paragraph) // 2
        path.write_text(paragraph * (words // length + 1), encoding="utf-8")
        return path

    def store(self, path: Path, at: int = 0) -> Path:
        """A store in which this article has its records, and was left at an offset."""
        store = path.with_suffix(f".{at}.json")
        store.unlink(missing_ok=True)
        article = read_article(path, path.stem)
        with Database(store, by="benchmark") as database:
            annotations = database.annotations(article)
            change = Change(article.id, "mark", after=tuple(records(article, RECORDS)))
            database.commit(change, annotations)
            database.keep_place(article.id, at)
        return store

    def reader(self, path: Path, store: Path) -> Command:
        """onrecord with an article."""
        return (self.program, str(path), "--store", str(store))

    def many(self) -> Path:
        """A folder of 100,000 articles."""
        folder = self.folder / "many"
        if folder.exists():
            return folder
        folder.mkdir()
        for number in range(ARTICLES):
            text = f"{FIRST} {number} said on Friday. {PARAGRAPH}"
            (folder / f"2031-05-{number % 28 + 1:02}-{number:06}.txt").write_text(text, "utf-8")
        return folder

    # What is measured

    def opened(self, command: Command, word: str) -> tuple[float, float, float]:
        """Seconds, and CPU seconds, until a word shows, the least of a few starts; megabytes."""
        times, worked, memory = [], [], 0.0
        for _ in range(5):
            with running(*command) as terminal:
                times.append(terminal.wait_for(word, PATIENCE))
                worked.append(terminal.cpu_ms / 1000)
                if times[-1] > 5 or len(times) == 5:
                    terminal.wait_until_idle(PATIENCE)
                    memory = terminal.memory_mb
                    break
        return min(times), min(worked), memory

    def row(self, label: str, command: Command, *kinds: tuple[str, str | tuple[str, ...]]) -> None:
        """Start a program and print what each kind of key costs it."""
        with running(*command) as terminal:
            try:
                terminal.wait_for("", PATIENCE)
                terminal.wait_until_idle(PATIENCE)
                for kind, keys in kinds:
                    os.write(terminal.descriptor, HOME.encode())
                    print(
                        f"| {label}: {kind} | {pressed(terminal, keys, self.rounds)} |", flush=True
                    )
            except TooSlowError:
                print(f"| {label} | – | – | – | – | – |", flush=True)


def records(article: Article, count: int) -> Iterable[Record]:
    """Participants and quotes, evenly over a text; some lie over others."""
    step = (len(article.text) - 120) / count
    for number in range(count):
        start = int(number * step)
        if number % 3:
            span = _span(article, start, start + 9)
            yield Participant(id=f"p{number + 1}", name=span.text, mentions=(span,))
        else:
            content = _span(article, start, start + 110)
            yield Quote(id=f"q{number + 1}", content=(content,))


def _span(article: Article, start: int, end: int) -> Span:
    return Span(start, end, article.text[start:end])


MOVES: Final = (("next word", "w"), ("line down", "j"), ("half a page", PAGES))


def reader(bench: Bench) -> None:
    """Print what keys cost in an article."""
    print("\n| a key | CPU ms | 95 % | ms to paint | 95 % | bytes |\n|---|--:|--:|--:|--:|--:|")
    bench.row("an empty app", bench.empty, ("a key", "ab"))
    for name, words in (("thousand", 1_000), ("hundred-thousand", 100_000), ("million", 1_000_000)):
        path = bench.text(name, words)
        store = bench.store(path)
        bench.row(f"onrecord, {words:,} words", bench.reader(path, store), *MOVES)
        area = (sys.executable, "-c", TEXT_AREA, str(path))
        bench.row(f"TextArea, {words:,} words", area, ("right", (RIGHT,)), ("page", PAGES))
    path = bench.text("chinese", 1_000_000, CHINESE)
    bench.row("onrecord, 1,000,000 words, Chinese", bench.reader(path, bench.store(path)), *MOVES)


def opening(bench: Bench) -> None:
    """Print how long the first text takes, and the memory; all but the first row beyond that."""
    print("\n| opening, beyond an empty app | s | CPU s | MB |\n|---|--:|--:|--:|")
    large = bench.text("million", 1_000_000)
    chinese = bench.text("chinese", 1_000_000, CHINESE)
    end = large.stat().st_size  # beyond the end: the last word
    many = (bench.program, str(bench.many()), "--store", str(bench.folder / "many.json"))
    base = (0.0, 0.0, 0.0)
    for label, command, word in (
        ("an empty app", bench.empty, FIRST),
        ("1,000,000 words", bench.reader(large, bench.store(large)), FIRST),
        ("the same, left at its end", bench.reader(large, bench.store(large, end)), FIRST),
        ("in Chinese, left at its end", bench.reader(chinese, bench.store(chinese, end)), "港务局"),
        ("100,000 articles", many, FIRST),
        ("TextArea, 1,000,000 words", (sys.executable, "-c", TEXT_AREA, str(large)), FIRST),
        ("OptionList, 100,000 rows", (sys.executable, "-c", OPTION_LIST), FIRST),
        ("DataTable, 100,000 rows", (sys.executable, "-c", DATA_TABLE), FIRST),
    ):
        try:
            cost = bench.opened(command, word)
        except TooSlowError:
            print(f"| {label} | > {PATIENCE} | | |", flush=True)
            continue
        seconds, worked, memory = (now - before for now, before in zip(cost, base, strict=True))
        print(f"| {label} | {seconds:.2f} | {worked:.2f} | {memory:.0f} |", flush=True)
        base = base if any(base) else cost


def lists(bench: Bench) -> None:
    """Print what keys cost in the list of articles."""
    print("\n| a key | CPU ms | 95 % | ms to paint | 95 % | bytes |\n|---|--:|--:|--:|--:|--:|")
    command = (
        bench.program,
        str(bench.folder / "many"),
        "--store",
        str(bench.folder / "many.json"),
    )
    bench.row("onrecord, 100,000 articles", command, ("down", "j"), ("page", PAGES))
    with running(*command) as terminal:
        terminal.wait_for(FIRST)
        terminal.wait_until_idle()
        terminal.press("/")
        before = terminal.cpu_ms
        first = terminal.press("f", PATIENCE)
        terminal.wait_until_idle()
        print(
            f"| onrecord: the first filter, which reads all | {terminal.cpu_ms - before:,.0f} | "
            f"| {first.wall_ms:,.0f} | | {first.sent:,} |"
        )
        terminal.press("\x7f")
        for typed in ("friday", "corvane 77", "05-13 9", "zzz", "open friday"):
            costs = pressed(terminal, typed, len(typed)).costs
            slowest = max(costs, key=lambda cost: cost.wall_ms)
            print(
                f"| onrecord: filter “{typed}”, its slowest key "
                f"| {slowest.cpu_ms:.1f} | | {slowest.wall_ms:.1f} | | {slowest.sent:,} |",
                flush=True,
            )
            pressed(terminal, "\x7f", len(typed))
    for name, code in (("OptionList", OPTION_LIST), ("DataTable", DATA_TABLE)):
        peer = (sys.executable, "-c", code)
        bench.row(f"{name}, 100,000 rows", peer, ("down", (DOWN,)), ("page", PAGES))


PARTS: Final = {"keys": reader, "opening": opening, "lists": lists}


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f}, terminal {COLUMNS} × {ROWS}"
    )
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), rounds)
        for part in sys.argv[2:] or PARTS:
            PARTS[part](bench)


if __name__ == "__main__":
    main()
