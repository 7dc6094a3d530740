"""How words make a date: the shapes of date expressions.

The shapes are the same for all languages; each language has its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from language.dates.time_lengths import length_of, reference_of, repetition_of
from language.dates.wordings import Part, Wording, ahead_of, part_of
from language.dates.words import FILLERS, Word
from language.word_lists import words_of

Sort = Literal["date", "time", "told", "length", "age", "repetition", "reference"]

_YEAR = (
    "(year|maybe_year|relative_year|(which|coming|narrative) a_year"
    "|a_year (which_after|narrative_after))"
)
_OF_YEAR = f"(comma? (of|in)? the? {_YEAR})"
_MONTH = "(month|maybe_month)"
_DAY = "(day|ordinal|date)"
_EDGE = "(the? ((edge|later) (dash|in|of)?|end of) the?)"
_UNIT = "(a_week|a_fortnight|a_weekend|a_month|a_quarter|a_year|a_decade|a_century)"
_NUMBER = "((number|day) (dash? (number|day))? (a? times){0,3}|a? times (a? times){0,2})"
_HALF_MORE = "(dash? fraction|and a? (half|fraction))"
_COUNT = f"({_NUMBER} {_HALF_MORE}?|a? couple of?|a)"
_AMOUNT = f"({_COUNT}|a? vague)"
_COUNTED = (
    "(a_day|a_week|a_fortnight|a_month|a_year|a_decade|a_century"
    "|days|weeks|fortnights|weekends|months|quarters|years|decades|centuries)"
)
_WEEKDAY = "((weekday|maybe_weekday) comma?)"
_DAY_OF_MONTH = f"({_WEEKDAY}? ({_MONTH} {_DAY}|the? {_DAY} of? {_MONTH}))"
_PART = "((ordinal|which) dash? (a_day|a_week|a_quarter|half|weekday))"
_WHICH = "(which|coming)"
_OF_MONTH = f"((of|in) the? ({_MONTH} {_OF_YEAR}?|{_WHICH}? a_month|a_month which_after))"
_AFTER_PREPOSITION = "(?<=preposition|in|to|about)"

_SINGLES = (
    "full_date",
    f"about? {_DAY_OF_MONTH} {_OF_YEAR}? part_of_day?",
    f"{_YEAR}? of? {_MONTH} date weekday?",
    f"(about|{_EDGE})? {_MONTH} {_OF_YEAR}",
    f"{_YEAR} {_MONTH} end?",
    f"({_EDGE}|the? {_WHICH}) {_MONTH}|{_MONTH} (which_after|end)|month",
    f"({_AFTER_PREPOSITION}|(?<=for|the)) maybe_month",
    f"{_EDGE}? the? {_PART} {_OF_MONTH}",
    f"{_EDGE}? the? fiscal? {_PART} ({_OF_YEAR}|of the a_year)",
    f"{_YEAR} (ordinal a_quarter|season|half_of_year|quarter_of_year)",
    f"(half_of_year|quarter_of_year) {_OF_YEAR}?",
    f"{_EDGE}? (the? fiscal? ordinal fiscal?|fiscal? ordinal dash fiscal?) (a_quarter|a_century)",
    f"{_EDGE}? (the? {_WHICH}|the) season ({_OF_YEAR}|which_after)?",
    f"{_EDGE}? season {_OF_YEAR}|({_EDGE}|(?<=preposition|in|about)) season",
    f"{_EDGE}? ((the? {_WHICH}|the)? maybe_season {_OF_YEAR}|the? {_WHICH} maybe_season)",
    f"{_EDGE} maybe_season|(?<=preposition|in) the? maybe_season (?!of|in)",
    f"{_WEEKDAY} of? the? ({_WHICH} a_week|a_week which_after)",
    f"the? a_week (of|starting|end) {_DAY_OF_MONTH} {_OF_YEAR}?|weekday a_week",
    f"(edge|later)? (({_WHICH}|which_week) weekday|weekday which_after|weekday) part_of_day?",
    f"the? narrative weekday|the part_of_day of the? (weekday|{_DAY_OF_MONTH} {_OF_YEAR}?)",
    f"{_EDGE}? the? ({_WHICH}|narrative) {_UNIT} end?|the? (narrative a_day|a_day narrative_after)",
    f"{_EDGE}? the? {_UNIT} (which_after|narrative_after)",
    f"{_EDGE} ({_UNIT}|a_day)|(a_year|a_month) dash? end",
    "the a_weekend",
    "(edge|later)? relative_day part_of_day?|tonight|the? which part_of_day|narrative_day",
    f"roughly? about? {_COUNT} dash? {_COUNTED} or_so? dash? (then|later|narrative_after)",
    f"then_before {_COUNT} {_COUNTED}",
    f"{_EDGE}? the? (decade|century)|the? years year|the a_year (year|maybe_year)",
    f"the? holiday {_OF_YEAR}?|{_WHICH} holiday",
    "the? year period",
    f"(about|{_EDGE})? ((fiscal a_year?)? year|relative_year) (a_year? end)?",
    "(?<=preposition|in|of|the|to|about|edge) maybe_year",
    "date",
)
_ONE_BUT_QUARTER = (
    "(a_minute|a_hour|a_day|a_week|a_fortnight|a_weekend|a_month|a_year|a_decade|a_century"
    "|a_millennium)"
)
_LENGTH_BUT_QUARTER = (
    f"({_ONE_BUT_QUARTER}|seconds|minutes|hours|days|weeks|fortnights|weekends|months|years|decades"
    "|centuries)"
)
_LENGTH = f"({_LENGTH_BUT_QUARTER}|a_quarter|quarters)"
_LENGTHS = "(minutes|hours|days|weeks|months|quarters|years|decades|centuries)"
_LENGTH_SHAPES = (
    "roughly? about? (the? (which|coming|past|recent|latest|ordinal|also|narrative))?"
    f" {_AMOUNT} (dash? {_LENGTH_BUT_QUARTER}|quarters) {_HALF_MORE}? or_so? time?",
    f"the {_AMOUNT} {_LENGTHS}",
    "a? a_quarter dash? of? a? a_century",
    f"({_COUNT} dash?|vague)? {_LENGTH} dash long",
    f"the past {_LENGTH}|also {_LENGTH}",
    f"a? half dash? a? {_LENGTH}",
    f"the? {_LENGTHS} ahead|{_LENGTHS}",
)
_AGE_SHAPES = (f"the? ({_COUNT} dash?)? (a_quarter dash? of? a?)? {_LENGTH} dash? old",)
_REPETITION_SHAPES = (
    f"every (number|day|other|ordinal)? {_LENGTH}",
    "every (weekday|month|maybe_month|season|part_of_day)",
    f"per {_LENGTH}|regularly|weekdays|(number|vague)? rate dash? a dash? {_LENGTH_BUT_QUARTER}",
)
_REFERENCE_SHAPES = (
    "reference|(?<=in) the past",
    f"the? (recent|coming) {_LENGTHS} (and {_LENGTHS})?|recent",
    f"(a? vague)? {_LENGTHS} then",
)
_TOLD_SHAPES = (
    "the? a_year dash? (then|later) dash? (ordinal? a_quarter|period)?",
    "the? latest (a_quarter|period)",
    "the latest? fiscal? (a_week|a_month|a_quarter|a_year|a_decade|a_century) (?!dash long)",
    "(edge|later)? the? same{1,2}"
    " (a_day|a_week|a_month|a_quarter|a_year|a_decade|a_century|period)",
    "later narrative_day",
)
_TIME_SHAPES = (
    "(?<=in) the part_of_day|(edge|later)? the? same part_of_day",
    f"about? clock meridiem? ((in the)? part_of_day)? zone? comma?"
    f" (weekday|relative_day|{_DAY_OF_MONTH} {_OF_YEAR}?)?",
)
_JOIN = "(to|dash|and) the?"
_RANGES = (
    f"{_WEEKDAY}? {_MONTH} {_DAY} {_JOIN} {_DAY} {_OF_YEAR}?",
    f"the? {_WEEKDAY}? {_DAY} {_JOIN} {_WEEKDAY}? {_DAY} of? {_MONTH} {_OF_YEAR}?",
    f"{_DAY_OF_MONTH} {_OF_YEAR}? {_JOIN} {_DAY_OF_MONTH} {_OF_YEAR}?",
    f"{_YEAR}? {_MONTH} date {_JOIN} ({_YEAR}? {_MONTH})? date",
    f"{_EDGE}? {_MONTH} {_OF_YEAR}? {_JOIN} {_EDGE}? {_MONTH} {_OF_YEAR}?",
    f"year {_JOIN} year",
    f"weekday {_JOIN} weekday",
    f"date {_JOIN} date",
    f"full_date {_JOIN} full_date",
)


_OTHERS: Final[dict[Sort, tuple[str, ...]]] = {
    "length": _LENGTH_SHAPES,
    "age": _AGE_SHAPES,
    "repetition": _REPETITION_SHAPES,
    "reference": _REFERENCE_SHAPES,
    "time": _TIME_SHAPES,
    "told": _TOLD_SHAPES,
}
_SHAPES = (*_SINGLES, *_RANGES, *(shape for shapes in _OTHERS.values() for shape in shapes))
_KINDS = sorted(set(re.findall(r"[a-z_]+", " ".join(_SHAPES))))
_LETTERS = {kind: chr(0x100 + number) for number, kind in enumerate(_KINDS)}
_OTHER_LETTER = "-"
"""Stands for the kinds that no shape has."""


def _compiled(shapes: tuple[str, ...]) -> re.Pattern[str]:
    """A regular expression over kinds, one letter a word."""
    letters = (
        re.sub(r"[a-z_]+", lambda kind: _LETTERS[kind[0]], shape).replace(" ", "")
        for shape in shapes
    )
    return re.compile("|".join(letters))


_SINGLE = _compiled(_SINGLES)
_RANGE = _compiled(_RANGES)
_OTHER = [(sort, _compiled(shapes)) for sort, shapes in _OTHERS.items()]


class Expression(NamedTuple):
    """A date, or two that may be the ends of an interval, `joined_by` "to", "dash" or "and".

    Of another sort, it is no date; its `value` is what it says, unless that needs a calendar.
    """

    parts: tuple[Part, ...]
    joined_by: str = ""
    sort: Sort = "date"
    value: str = ""

    @property
    def start(self) -> int:
        """Where the first part starts."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end


_NEVER_FIRST = words_of(
    "and between comma dash for meridiem of old or_so preposition starting time to zone"
)
"""Kinds that no shape begins with."""


class _Place(NamedTuple):
    """Which words of a run make an expression, and whether they are two dates."""

    start: int
    end: int
    sort: Sort
    is_interval: bool


def expressions_in(run: list[Word]) -> Iterator[Expression]:
    """The expressions in a run of words, in order: at each place the longest, dates first."""
    if all(word.kind in FILLERS for word in run):
        return
    letters = "".join(_LETTERS.get(word.kind, _OTHER_LETTER) for word in run)
    places = _usual_places(letters) if len(run) <= _LONGEST_USUAL else _places(letters)
    for start, end, sort, is_interval in places:
        before = run[start - 1].kind if start else ""
        if is_interval:
            yield _interval(run[start:end], before)
        else:
            yield _expression(sort, run[start:end], before)


_LONGEST_USUAL: Final = 12
"""Runs of no more words than this are much the same in all texts."""

_SKIPPED: Final = frozenset(_LETTERS[kind] for kind in _NEVER_FIRST if kind in _LETTERS)
_FILLING: Final = frozenset(_LETTERS[kind] for kind in FILLERS if kind in _LETTERS)


def _places(letters: str) -> Iterator[_Place]:
    """The expressions in a run of words of which each kind is a letter."""
    ends = [place for place, letter in enumerate(letters, 1) if letter not in _FILLING]
    at = 0
    while ends and at < ends[-1]:
        if letters[at] in _SKIPPED:
            at += 1
            continue
        interval = _RANGE.match(letters, at)
        date = interval or _SINGLE.match(letters, at)
        end = date.end() if date else at
        sort: Sort | None = "date" if date else None
        for other, shape in _OTHER:
            if (matched := shape.match(letters, at)) and matched.end() > end:
                end, sort, interval = matched.end(), other, None
        if sort and sort != "age":
            yield _Place(at, end, sort, interval is not None)
        elif not sort and letters[at] == _LETTERS["every"]:
            end = at + 2
        at = max(end, at + 1)


@lru_cache(maxsize=2048)
def _usual_places(letters: str) -> tuple[_Place, ...]:
    return tuple(_places(letters))


def _expression(sort: Sort, words: list[Word], word_before: str) -> Expression:
    if sort in _VALUES:
        wording = ahead_of(words) if sort == "length" and word_before == "in" else Wording()
        part = Part(words[0].start, words[-1].end, wording)
        return Expression((part,), sort=sort, value=_VALUES[sort](words))
    part = part_of(words)
    if sort == "time" and part.wording.tells_day:
        sort = "date"
    return Expression((part,), sort=sort)


_VALUES: Final[dict[Sort, Callable[[list[Word]], str]]] = {
    "length": length_of,
    "repetition": repetition_of,
    "reference": reference_of,
}


def _interval(words: list[Word], word_before: str) -> Expression:
    """Two dates of which each may leave to the other to say the month, the first the year."""
    middle = next(
        place
        for place, word in enumerate(words)
        if word.kind in _JOINING and words[place - 1].kind not in ("edge", "later")
    )
    first, last = part_of(words[:middle]), part_of(words[middle + 1 :])
    one, other = first.wording, last.wording
    one = one._replace(month=one.month or other.month, year=one.year or other.year)
    other = other._replace(month=other.month or one.month)
    between = words[middle].kind == "and" and word_before == "between"
    joined_by = "between" if between else words[middle].kind
    return Expression((first._replace(wording=one), last._replace(wording=other)), joined_by)


_JOINING = ("to", "dash", "and")
