"""How often suggestions are right, how sure they may be, and what they cost.

    python -m benchmarks.suggest GOLD [--engine NAME[:MODEL]] [--speed-only]

GOLD is a folder with quotes-dev.jsonl, dates-dev.jsonl, people-dev.jsonl and score.py, which does
the scoring. Prints the scores beside those published for others, then for each rule of quotes how
often it was right and how sure it said it was; then the time for an article of 350 words, for
texts of growing length, and for texts made to be slow. Times are CPU time of one core.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from language.engines.registry import DEFAULT, Engine, engine_named
from store.records import Quote, Suggestion, Suggestions
from store.suggested import suggestions_fields

PEERS: Final = {
    "quotes": (
        "others, on the test split of the same corpus: Citron content 37.7, triple 30.2; "
        "GenderGapTracker (spaCy) 35.5, 27.2; textacy 14.3, 8.7"
    ),
    "dates": "others: HeidelTime, value F 78.1 on TempEval-3 platinum",
    "people": "others, on news of the same corpus: spaCy small 66.5",
}
"""As the folder's README reports them: they were measured elsewhere, on other articles."""
SAME: Final = 0.8
LENGTHS: Final = (300, 3_000, 30_000, 300_000, 1_000_000)
_A_PAGE: Final = 350


class Tally(NamedTuple):
    """What one rule proposed: how often, of that how often right, and how sure it was in all."""

    proposed: int = 0
    content: int = 0
    one_key: int = 0
    confidence: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--engine", default=DEFAULT)
    parser.add_argument("--speed-only", action="store_true")
    arguments = parser.parse_args()
    engine = engine_named(arguments.engine)
    if not arguments.speed_only:
        for what, peers in PEERS.items():
            score(engine, arguments.gold, what)
            print(f"        {peers}\n")
    articles = _articles(arguments.gold, "quotes")
    print_speed(engine, articles)
    if arguments.engine == DEFAULT:
        print_growth(engine, " ".join(str(row["text"]) for row in articles[:4]))
        print_slow_texts(engine)


def score(engine: Engine, gold: Path, what: str) -> None:
    """Print what the scorer says of one kind; of quotes also how each rule fared."""
    articles = _articles(gold, what)
    found = [(row, engine(row["text"], _written(row))) for row in articles]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "suggestions.jsonl")
        rows = ({"id": row["id"], **suggestions_fields(each)} for row, each in found)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        files = (gold / f"{what}-dev.jsonl", path)
        scorer = [sys.executable, str(gold / "score.py"), what, *map(str, files)]
        print(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout, end="")
    if what == "quotes":
        _print_rules(found)


def _print_rules(found: Sequence[tuple[dict[str, Any], Suggestions]]) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row, suggestions in found:
        gold = [
            (set(_offsets(quote["content"])), set(_offsets(quote["source"])))
            for quote in row["quotes"]
        ]
        for each in suggestions.quotes:
            for name in (each.rule, f"{_tenth(each.confidence)} sure"):
                tallies[name] = _with(tallies[name], each, gold, row["text"])
    print("\n| rule of quotes | proposed | content right | one key right | said to be sure |")
    print("|---|--:|--:|--:|--:|")
    for name, tally in sorted(tallies.items(), key=lambda item: (" sure" in item[0], -item[1][0])):
        shares = (tally.content, tally.one_key, tally.confidence)
        told = " | ".join(f"{100 * share / tally.proposed:.0f} %" for share in shares)
        print(f"| {name} | {tally.proposed} | {told} |")
    print()


def _tenth(confidence: float) -> str:
    low = min(int(confidence * 10), 9) * 10
    return f"{low}-{low + 10} %"


def _with(
    tally: Tally, suggestion: Suggestion, gold: list[tuple[set[int], set[int]]], text: str
) -> Tally:
    record = suggestion.record
    assert isinstance(record, Quote)
    content = set(_offsets([span.start, span.end] for span in record.content))
    source = set(_offsets([span.start, span.end] for span in record.source))
    letters = {place for place, letter in enumerate(text) if letter.isalnum()}
    content &= letters
    best = max(gold, key=lambda quote: len(quote[0] & content), default=(set(), set()))
    wanted = best[0] & letters
    common = len(wanted & content) / (len(wanted | content) or 1)
    has_source = bool(best[1] & source) or not (best[1] or source)
    return Tally(
        tally.proposed + 1,
        tally.content + (wanted == content),
        tally.one_key + (common >= SAME and has_source),
        tally.confidence + suggestion.confidence,
    )


def _offsets(spans: Any) -> Iterator[int]:
    for start, end in spans:
        yield from range(start, end)


def _articles(gold: Path, what: str) -> list[dict[str, Any]]:
    lines = (gold / f"{what}-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _written(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["date"]) if row.get("date") else None


def print_speed(engine: Engine, articles: Sequence[dict[str, Any]]) -> None:
    """Print what an article of 350 words takes, over all the articles, the best of three runs."""
    words = sum(len(row["text"].split()) for row in articles)
    best = min(sum(_seconds(engine, row["text"]) for row in articles) for _ in range(3))
    print(f"{1000 * best * _A_PAGE / words:.1f} ms for {_A_PAGE} words, in the mean over "
          f"{len(articles)} articles of {words:,} words (limit: 10 ms)\n")  # fmt: skip


def print_growth(engine: Engine, text: str) -> None:
    """Print the time a word takes as the text grows, which should stay as it is."""
    print("| words | seconds | µs a word |")
    print("|--:|--:|--:|")
    words = len(text.split())
    for length in LENGTHS:
        grown = "\n\n".join([text] * (length // words)) if length >= words else None
        grown = grown or " ".join(text.split(" ")[:length])
        seconds, count = _seconds(engine, grown), len(grown.split())
        print(f"| {count:,} | {seconds:.2f} | {1e6 * seconds / count:.0f} |")
    print()


def print_slow_texts(engine: Engine) -> None:
    """Print the time that texts take which were made to be slow, each at two lengths."""
    makers = {
        "quotation marks": '"',
        "opening marks": "“",
        "words with capitals": "Corvane ",
        "“said”": "said ",
        "“he said that”": "he said that ",
        "“will”": "will ",
        "dates": "14 June 2031 ",
        "figures": "1",
        "commas": "a, ",
        "brackets": "(",
        "letters without a space": "a",
        "a sentence without an end": "the minister of trade in Corvane met others and ",
        "line breaks": "\n",
        "marks that turn the direction": "\u202e\u2066",
    }
    print("| 100,000 and 200,000 times | s | s | ÷ |")
    print("|---|--:|--:|--:|")
    for name, piece in makers.items():
        one, two = (_seconds(engine, piece * times) for times in (100_000, 200_000))
        print(f"| {name} | {one:.2f} | {two:.2f} | {two / max(one, 1e-9):.1f} |")


def _seconds(engine: Engine, text: str) -> float:
    start = time.process_time()
    engine(text, date(2031, 6, 14))
    return time.process_time() - start


if __name__ == "__main__":
    main()
