"""What a slip of a finger costs: the key beside the right one is pressed in the real app.

At each key of a plan its left or right neighbour on a keyboard is pressed instead, and taken back:
what was changed by one undo, what was opened by escape; the keys back to what was selected are
counted. The right key itself comes on top of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from textual.pilot import Pilot

from benchmarks.gold_quotes import GoldArticle, Target
from benchmarks.gold_speakers import Marked
from benchmarks.key_planner import Plan
from benchmarks.key_reader import Place, Reader, Window
from benchmarks.key_replay import Size, reader_of, reading, window_of
from benchmarks.key_ways import Ways
from tui.screens.reader import ReaderScreen
from tui.selection import Selection

_ROWS: Final = (
    *("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"),
    *("!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"', "ZXCVBNM<>?"),
)
_FARTHEST: Final = 8

MakePlans = Callable[[GoldArticle, Window], tuple[Marked, list[Plan]]]


class State(NamedTuple):
    """What a slip may change."""

    records: dict[str, Any]
    selection: Selection
    current: str | None
    extends: bool


def neighbour(key: str, number: int) -> str | None:
    """The key to the right, or for every other number to the left; None if there is none."""
    for row in _ROWS:
        place = row.find(key) if len(key) == 1 else -1
        if place >= 0:
            beside = place + (1 if number % 2 else -1)
            return row[beside] if 0 <= beside < len(row) else row[place + (-1 if beside else 1)]
    return None


async def slips(
    articles: Sequence[GoldArticle], count: int, size: Size, plans_of: MakePlans
) -> None:
    """Slip at each key of some quotes' plans, and print what it took to be where one was."""
    window = await window_of(size)
    costs: dict[str, list[int]] = defaultdict(list)
    lost: Counter[str] = Counter()
    share = max(count // len(articles), 1)
    for gold in articles:
        marked, plans = plans_of(GoldArticle(gold.id, gold.text, gold.quotes[:share]), window)
        model = Reader(gold.text, window)
        async with reading(gold.text, size, marked.annotations) as pilot:
            number = 0
            for plan in plans:
                for press in plan.presses:
                    for key in press.keys:
                        number += 1
                        if wrong := neighbour(key, number):
                            cost = await _slipped(pilot, wrong, model)
                            if cost is None:
                                lost[wrong] += 1
                            else:
                                costs[press.purpose].append(cost)
                        await pilot.press(key)
    every = [cost for found in costs.values() for cost in found]
    print(f"\n{len(every)} slips; keys to be where one was:")
    for purpose, found in [("all", every), *sorted(costs.items())]:
        shares = " ".join(f"{sum(c == n for c in found) / len(found):5.0%}" for n in range(4))
        more = sum(cost > 3 for cost in found) / len(found)
        print(f"{purpose:20} {len(found):5}  0-3: {shares}  more: {more:.0%}  most: {max(found)}")
    print(f"not taken back by these: {dict(lost) or 'none'}")


async def _slipped(pilot: Pilot[Any], wrong: str, model: Reader) -> int | None:
    """The keys that take a slip back; None if they did not. All is then as it was before."""
    reader = reader_of(pilot)
    before, jump, typed, read = _state(reader), reader._jump, reader._typed, reader._read
    await pilot.press(wrong)
    await pilot.pause()
    cost = 0
    if pilot.app.screen is not reader or reader._jump or reader._typed or reader.query("Prompt"):
        await pilot.press("escape")
        await pilot.pause()
        cost += 1
    if pilot.app.screen is not reader:
        pilot.app.pop_screen()
        await pilot.pause()
        return None
    if reader.annotations.records != before.records:
        await pilot.press("U" if wrong == "u" else "u")
        await pilot.pause()
        cost += 1
    after = _state(reader)
    is_back = after.records == before.records
    cost += (after.extends != before.extends) + (after.current != before.current)
    if after.selection != before.selection:
        cost += _way_back(model, reader, before.selection)
    if read and reader._read != read:
        cost += 1  # the key that reads on must first be told where again
    reader._extends = before.extends
    reader.select(before.selection)
    reader.make_current(before.current)
    reader._jump, reader._typed, reader._read = jump, typed, read
    await pilot.pause()
    return cost if is_back else None


def _state(reader: ReaderScreen) -> State:
    records = dict(reader.annotations.records)
    return State(records, reader.selection, reader.current, reader._extends)


def _way_back(model: Reader, reader: ReaderScreen, to: Selection) -> int:
    """The keys from what is selected to a selection."""
    top = reader.view.scroll_offset.y
    ways = Ways(model, Place(reader.selection, top), _FARTHEST // 2)
    way = ways.into(Target(to.start, to.start, to.end, to.end))
    return len(way.keys) if way else _FARTHEST
