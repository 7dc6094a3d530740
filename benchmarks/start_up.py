"""How long until the first text, and from a key to its paint, in a real pseudo-terminal.

    python -m benchmarks.start_up [ROUNDS]

Prints what it measured on this machine, side by side with an app of Textual that shows one
line and moves nothing: what is left is ours.
"""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.terminal import running

WORD = "Corvane"
EMPTY_APP = f"""
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("{WORD}")
    def on_key(self, event):
        self.query_one(Static).update(event.key * 3)
Empty().run()
"""
PARAGRAPH = (
    f"{WORD} said on Friday that the harbour would open in May, and the two ministers agreed to "
    "meet again before the ice returns. “We shall see,” the harbour master said. "
)


def start_up(rounds: int, *command: str, word: str = WORD) -> str:
    """The median and the worst time until the first text, in milliseconds."""
    times = []
    for _ in range(rounds):
        with running(*command) as terminal:
            times.append(1000 * terminal.wait_for(word))
    return f"{statistics.median(times):7.0f} {max(times):7.0f}"


def keys(rounds: int, typed: str, *command: str, settle: float = 3, between: str = "") -> str:
    """The median and the 95th percentile from a key to its paint, in milliseconds.

    `settle` are the seconds before the first one; `between` is typed after each, unmeasured.
    """
    with running(*command) as terminal:
        terminal.wait_for(WORD)
        time.sleep(settle)
        times = []
        for key in typed * rounds:
            times.append(terminal.press(key).wall_ms)
            os.write(terminal.descriptor, between.encode())
        times.sort()
    return f"{statistics.median(times):7.1f} {times[int(len(times) * 0.95)]:7.1f}"


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    program = shutil.which("onrecord", path=str(Path(sys.executable).parent)) or "onrecord"
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large, many = folder / "small.txt", folder / "large.txt", folder / "many"
        words = len(PARAGRAPH.split())
        small.write_text(f"{PARAGRAPH}\n\n" * (1000 // words + 1), encoding="utf-8")
        large.write_text(f"{PARAGRAPH}\n\n" * (1_000_000 // words + 1), encoding="utf-8")
        few = folder / "few"
        for place, count in ((few, 10), (many, 100_000)):
            place.mkdir()
            for number in range(count):
                (place / f"{number:06}.txt").write_text(f"{PARAGRAPH}\n", encoding="utf-8")
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        print(f"\nuntil the first text, ms, {rounds} starts           median   worst")
        empty = (python, "-c", EMPTY_APP)
        print(f"an empty app of Textual                    {start_up(rounds, *empty)}")
        for label, path in (
            ("onrecord, an article of 1,000 words", small),
            ("onrecord, an article of 1,000,000 words", large),
            ("onrecord, a folder of 10 articles", few),
            ("onrecord, a folder of 100,000 articles", many),
        ):
            store = str(folder / "new.json")
            took = start_up(rounds, program, str(path), "--store", store)
            print(f"{label:<42} {took}")
        print("\nfrom a key to its paint, ms                  median    95 %")
        print(f"an empty app of Textual                    {keys(rounds, 'ab', *empty)}")
        for label, path, typed in (
            ("next word, 1,000 words", small, "w"),
            ("next word, 1,000,000 words", large, "w"),
            ("sentence and clause, 1,000,000 words", large, "sc"),
            ("bottom and top, 1,000,000 words", large, "Ggg"),
            ("down the list, 100,000 articles", many, "j"),
        ):
            store = str(folder / "new.json")
            took = keys(rounds, typed, program, str(path), "--store", store, settle=8)
            print(f"{label:<42} {took}")
        print("\nfrom a mark until it shows as saved, ms        median    95 %")
        for label, path in (("1,000 words", small), ("1,000,000 words", large)):
            store = str(folder / f"{path.stem}.json")
            took = keys(rounds, "p", program, str(path), "--store", store, between="w", settle=8)
            print(f"{label:<42} {took}")


if __name__ == "__main__":
    main()
