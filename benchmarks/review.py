"""How many keys a quote costs one who reviews suggestions, and corrects or adds what is not right.

    python -m benchmarks.review GOLD.jsonl [--every N] [--from K] [--jobs N] [--engine NAME]
                                [--replay]

An article is gone through once, from the top, with only quotes shown (z q, tab). Each suggestion is
accepted, also read another way, with another source, an edge moved or a digit for the speaker; or
accepted by its own key and then corrected as any record is; or dismissed. What was not suggested,
or is told of otherwise than it was suggested, is marked by hand where it stands, by the cheapest
keys that benchmarks.keystrokes plans, and tab leads back. Of the ways to reach exactly the gold's
content and source (as words) and its speaker the cheapest is taken. As there, everyone who speaks
is a participant already, and a pronoun's speaker is given by a key. The keys of an article, those
for its false suggestions too, are shared by its gold quotes. With --replay they are pressed in the
real app as well, and what comes out otherwise than planned is told.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import statistics
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.gold_quotes import GoldArticle, read_gold
from benchmarks.key_memory import remember_what_was_read
from benchmarks.key_reader import Window
from benchmarks.key_review import Reviewed, Reviewer
from language.engines.registry import DEFAULT


def reviewed(gold: GoldArticle, window: Window, engine: str) -> Reviewed:
    """What going through an article costs."""
    return Reviewer(gold, window, engine).review()


def report(articles: Sequence[Reviewed]) -> None:
    """Print what was measured."""
    quotes = sum(each.quotes for each in articles)
    spent = sum((each.spent for each in articles), Counter[str]())
    by = sum((each.quotes_by for each in articles), Counter[str]())
    failed = sum(each.inexpressible for each in articles)
    print(f"{len(articles)} articles, {quotes} quotes, of which {failed} cannot be expressed")
    print(f"{sum(spent.values()) / quotes:.2f} keys a quote (promised: 3.5 or fewer)\n")
    costs = sorted(len(each.keys) / each.quotes for each in articles if each.quotes)
    print(f"by article: median {statistics.median(costs):.1f}, most {costs[-1]:.1f}\n")
    print("| how quotes came on record | quotes | keys each |")
    print("|---|--:|--:|")
    for name, number in by.most_common():
        print(f"| {name} | {number / quotes:.0%} | {spent[name] / number:.1f} |")
    for name in ("false suggestions", "back to suggestions", "to begin"):
        print(f"| {name} | | {spent[name] / quotes:.2f} a quote |")


async def replay(
    articles: Sequence[GoldArticle], found: Sequence[Reviewed], size: tuple[int, int]
) -> None:
    """Press the keys of each article in the real app, and tell which quotes came out otherwise."""
    from benchmarks.key_replay import replayed_review

    for gold, each in zip(articles, found, strict=True):
        assert each.begun
        assert each.ended
        failed = await replayed_review(gold.text, size, each.begun, each.keys, each.ended)
        print(f"{gold.id}: {len(each.keys)} keys, {len(each.ended.quotes)} quotes, otherwise: ")
        print("\n".join(failed) or "none")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("gold", type=Path)
    options.add_argument("--every", type=int, default=1, help="take every Nth article")
    options.add_argument("--from", type=int, default=0, dest="first", help="beginning with this")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--engine", default=DEFAULT)
    options.add_argument("--replay", action="store_true", help="press the keys in the app, too")
    options.add_argument("--terminal", default="100x30", help="columns and rows")
    chosen = options.parse_args()
    columns, rows = map(int, chosen.terminal.split("x"))
    remember_what_was_read()
    from benchmarks.key_replay import window_of

    window = asyncio.run(window_of((columns, rows)))
    articles = list(read_gold(chosen.gold))[chosen.first :: chosen.every]
    review = functools.partial(reviewed, window=window, engine=chosen.engine)
    if chosen.jobs > 1:
        with ProcessPoolExecutor(chosen.jobs) as pool:
            found = list(pool.map(review, articles))
    else:
        found = list(map(review, articles))
    report(found)
    if chosen.replay:
        asyncio.run(replay(articles, found, (columns, rows)))


if __name__ == "__main__":
    main()
