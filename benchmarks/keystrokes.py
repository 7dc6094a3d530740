"""How many keys a quote costs: planned over the app's own motions, and replayed in the app.

    python -m benchmarks.keystrokes GOLD.jsonl [--every N] [--from K] [--jobs N] [--replay QUOTES]
                                               [--slips QUOTES] [--worst N] [--terminal 100x30]

For each gold quote of each article, in reading order, the fewest keys are sought after which a
record has exactly its content and source (as words) and the right speaker linked; the cursor is
where the quote before left it, and everyone who speaks is a participant already, marked by one
name. All else is begun from nothing: no suggestion is looked at. What it takes to mark the
participants is printed apart. A key with shift counts as one. The planner knows beforehand what a
key will do; "begun at its first word" is for one who does not, and always begins there with Q.
"""

from __future__ import annotations

import argparse
import asyncio
import functools
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold_quotes import GoldArticle, GoldQuote, read_gold
from benchmarks.gold_speakers import Marked, with_participants
from benchmarks.key_memory import remember_what_was_read
from benchmarks.key_planner import Plan, Planner
from benchmarks.key_reader import Window
from benchmarks.slate_keys import Slate


@dataclass(frozen=True)
class Measured:
    """What one quote costs."""

    words: str
    """Its keys, with what they are for."""
    keys: int
    plain_keys: int
    """The keys of one who begins each quote at its first word."""
    slate_keys: int
    shifted: int
    spent: Counter[str]
    kind: str
    fragments: int
    has_source: bool
    is_nested: bool
    is_pronoun: bool
    linked_without_key: bool
    cue_keys: int | None
    """What the exact cue costs more; 0 where it came out without a key, None where no way is."""


@dataclass(frozen=True)
class MeasuredArticle:
    """What the quotes of an article cost, and its participants."""

    quotes: list[Measured]
    inexpressible: list[str]
    participants: int
    participant_keys: int


def measured(gold: GoldArticle, window: Window) -> MeasuredArticle:
    """Plan the quotes of an article, and the participants before them."""
    planner = Planner(gold, window)
    plain = planner.plainly
    marked = with_participants(planner.article, planner.reader.segments, gold)
    begin = Plan((), planner.reader.beginning, marked.annotations)
    plan, plain_plan = begin, begin
    slate = Slate(gold.text)
    found: list[Measured] = []
    failed: list[str] = []
    for quote, speaker in zip(gold.quotes, marked.speakers, strict=True):
        goal = planner.goal(quote, speaker.id, speaker.is_pronoun)
        following, plainly = planner.planned(goal, plan), plain.planned(goal, plain_plan)
        slate_keys = slate.keys(quote)
        if following is None or plainly is None or following.record is None:
            failed.append(f"{gold.id}: {[gold.text[start:end] for start, end in quote.content]}")
            continue
        plan, plain_plan = following, plainly
        record = following.record
        cue = planner.cue_repaired(quote, plan)
        keys = plan.keys
        found.append(
            Measured(
                words=" · ".join(
                    f"{press.purpose}: {' '.join(press.keys)}" for press in plan.presses
                )
                + f"  {[gold.text[start:end] for start, end in (*quote.source, *quote.content)]}",
                keys=len(keys),
                plain_keys=len(plainly.keys),
                slate_keys=slate_keys,
                shifted=sum(len(key) == 1 and key in _SHIFTED for key in keys),
                spent=Counter(press.purpose for press in plan.presses for _ in press.keys),
                kind=record.kind,
                fragments=len(quote.content),
                has_source=bool(quote.source),
                is_nested=_is_nested(quote, gold.quotes),
                is_pronoun=speaker.is_pronoun,
                linked_without_key=not any(p.purpose == "speaker" for p in plan.presses),
                cue_keys=None if cue is None else len(cue),
            )
        )
    keys_of_people = planner.participants_planned(marked.names)
    return MeasuredArticle(found, failed, len(marked.names), keys_of_people)


_SHIFTED = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZ"{}@:?~_+!#$%^&*()<>|')


def _is_nested(quote: GoldQuote, quotes: Iterable[GoldQuote]) -> bool:
    """Whether another quote's content holds one of its fragments, or the other way round."""
    return any(
        other is not quote and start <= first and last <= end
        for other in quotes
        for one, two in ((quote.content, other.content), (other.content, quote.content))
        for start, end in one
        for first, last in two
    )


def report(articles: Sequence[MeasuredArticle]) -> None:
    """Print what was measured."""
    quotes = [quote for article in articles for quote in article.quotes]
    failed = [each for article in articles for each in article.inexpressible]
    print(f"\n{len(articles)} articles, {len(quotes) + len(failed)} quotes, of which {len(failed)}")
    print("cannot be expressed" + "".join(f"\n  {each}" for each in failed))
    print(f"\n{'keys a quote':34} quotes    mean  median  90 %   ≤ 9  SLATE")
    sets: tuple[tuple[str, Callable[[Measured], bool]], ...] = (
        ("all", lambda quote: True),
        ("  direct", lambda quote: quote.kind == "direct"),
        ("  mixed", lambda quote: quote.kind == "mixed"),
        ("  indirect", lambda quote: quote.kind == "indirect"),
        ("  of one fragment", lambda quote: quote.fragments == 1),
        ("  of several fragments", lambda quote: quote.fragments > 1),
        ("  without a source", lambda quote: not quote.has_source),
        ("  with a pronoun as source", lambda quote: quote.is_pronoun),
        ("  in another, or around one", lambda quote: quote.is_nested),
    )
    for name, belongs in sets:
        chosen = [quote for quote in quotes if belongs(quote)]
        if chosen:
            slate = statistics.mean(quote.slate_keys for quote in chosen)
            print(f"{name:34} {_row([quote.keys for quote in chosen])} {slate:6.1f}")
    print(f"{'all, begun at its first word':34} {_row([quote.plain_keys for quote in quotes])}")
    people = sum(article.participants for article in articles)
    marking = sum(article.participant_keys for article in articles)
    print(
        f"\n{people} participants; to mark each beforehand takes {marking / (people or 1):.1f} "
        f"keys, {marking / len(quotes):.1f} a quote; by P, when a quote first names it, 1, "
        f"{people / len(quotes):.1f} a quote"
    )
    spent: Counter[str] = sum((quote.spent for quote in quotes), Counter[str]())
    print("\nwhere the keys go: ", end="")
    print(", ".join(f"{what} {keys / len(quotes):.2f}" for what, keys in spent.most_common()))
    print(f"of them with shift: {sum(quote.shifted for quote in quotes) / len(quotes):.2f}")
    linked = sum(quote.linked_without_key for quote in quotes if quote.has_source)
    print(f"speaker linked without a key: {linked / sum(q.has_source for q in quotes):.0%}")
    cues = [quote.cue_keys for quote in quotes]
    wrong = [keys for keys in cues if keys]
    print(
        f"cue exact without a key: {cues.count(0) / len(cues):.0%}; else it takes "
        f"{statistics.mean(wrong or [0]):.1f} keys more; out of reach: {cues.count(None)}"
    )


def _row(costs: Sequence[int]) -> str:
    ordered = sorted(costs)
    few = sum(cost <= 9 for cost in ordered) / len(ordered)
    most = ordered[min(int(len(ordered) * 0.9), len(ordered) - 1)]
    mean, median = statistics.mean(ordered), statistics.median(ordered)
    return f"{len(ordered):6} {mean:7.2f} {median:7.0f} {most:5} {few:5.0%}"


def planned(gold: GoldArticle, window: Window) -> tuple[Marked, list[Plan]]:
    """The plans of an article's quotes, and what it begins with."""
    planner = Planner(gold, window)
    marked = with_participants(planner.article, planner.reader.segments, gold)
    plan = Plan((), planner.reader.beginning, marked.annotations)
    plans: list[Plan] = []
    for quote, speaker in zip(gold.quotes, marked.speakers, strict=True):
        following = planner.planned(planner.goal(quote, speaker.id, speaker.is_pronoun), plan)
        if following:
            plan = following
            plans.append(plan)
    return marked, plans


async def replay(articles: Sequence[GoldArticle], count: int, size: tuple[int, int]) -> None:
    """Press what was planned for some quotes in the real app, and tell what came out otherwise."""
    from benchmarks.key_replay import replayed, window_of

    window = await window_of(size)
    done, failed = 0, []
    share = max(count // len(articles), 1)
    for gold in articles:
        if done >= count:
            break
        marked, plans = planned(GoldArticle(gold.id, gold.text, gold.quotes[:share]), window)
        failed += await replayed(gold.text, size, marked.annotations, plans)
        done += len(plans)
    print(f"\nreplayed in the app: {done} quotes, {done - len(failed)} as planned")
    for plan, reason in failed:
        print(f"  {plan.presses}: {reason}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("gold", type=Path)
    options.add_argument("--every", type=int, default=1, help="take every Nth article")
    options.add_argument("--from", type=int, default=0, dest="first", help="beginning with this")
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--replay", type=int, default=0, metavar="QUOTES")
    options.add_argument("--slips", type=int, default=0, metavar="QUOTES")
    options.add_argument("--worst", type=int, default=0, help="print the most expensive plans")
    options.add_argument("--terminal", default="100x30", help="columns and rows")
    chosen = options.parse_args()
    columns, rows = map(int, chosen.terminal.split("x"))
    size = (columns, rows)
    remember_what_was_read()
    from benchmarks.key_replay import window_of

    articles = list(read_gold(chosen.gold))[chosen.first :: chosen.every]
    if chosen.replay:
        asyncio.run(replay(articles, chosen.replay, size))
        return
    if chosen.slips:
        from benchmarks.key_slips import slips

        asyncio.run(slips(articles, chosen.slips, size, planned))
        return
    window = asyncio.run(window_of(size))
    print(
        f"a terminal of {columns} × {rows}, in which the text has {window.width} × {window.height}"
    )
    measure = functools.partial(measured, window=window)
    found: list[MeasuredArticle] = []
    with ProcessPoolExecutor(chosen.jobs) as pool:
        # The publishers are mixed, so that a part of the articles tells something too.
        mixed = sorted(articles, key=lambda gold: gold.id[::-1])
        waiting = [pool.submit(measure, gold) for gold in mixed]
        try:
            for each in as_completed(waiting):
                found.append(each.result())
                print(f"\r{len(found)} of {len(articles)}", end="", file=sys.stderr, flush=True)
        except KeyboardInterrupt:  # then what has been measured is told
            pool.shutdown(wait=False, cancel_futures=True)
    report(found)
    worst = sorted((q for each in found for q in each.quotes), key=lambda q: -q.keys)
    for quote in worst[: chosen.worst]:
        print(quote.keys, quote.words)


if __name__ == "__main__":
    main()
