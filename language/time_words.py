"""The words that time expressions are made of, and the runs of them in a text.

Each word has a kind (month, unit, ordinal …); the grammar in `time_expressions` is written in
kinds. English throughout; French where its words need no grammar of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

KINDS = {
    name: chr(ord("A") + index)
    for index, name in enumerate(
        "a about ago and at between clock comma dash day decade early edge every few fiscal from"
        " half holiday in iso_date month monthname number numeric_date of on ordinal other part"
        " reference relative_day season set short_weekday the to unit units weekday weekdays which"
        " which_after year".split()
    )
}
"""One letter per kind, so that a run of words is a string that a regular expression can read.

`monthname` is a month that is also something else (May, March) or shortened (Jan.).
"""

HEADS = frozenset(
    KINDS[kind]
    for kind in (
        "clock decade holiday iso_date month monthname numeric_date reference relative_day season"
        " set unit units weekday weekdays year short_weekday part"
    ).split()
)
"""The kinds without which a run of words is no time expression."""

UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
    "jour": "D",
    "semaine": "W",
    "mois": "M",
    "année": "Y",
}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PART_CODES = {
    "morning": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "tonight": "NI",
}

UNKNOWN = -1
"""The number of a word that counts without saying how many: several, few."""


class Word(NamedTuple):
    """A word of a time expression: code points `[start, end)`, its kind's letter, its number."""

    start: int
    end: int
    kind: str
    word: str
    number: int


def _numbered(words: str, first: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS = (
    "january february march april may june july august september october november december"
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"

_PLURALS = {f"{unit}s": unit for unit in UNITS if unit not in ("century", "millennium", "mois")}
_PLURALS |= {"centuries": "century", "millennia": "millennium", "années": "année"}

_WORDS: dict[str, dict[str, int]] = {
    "a": dict.fromkeys(("a", "an"), 1),
    "about": dict.fromkeys(
        (
            "about around nearly almost roughly approximately some over barely another only"
            " just additional"
        ).split(),
        0,
    )
    | dict.fromkeys(("at least", "at most", "more than", "less than", "fewer than", "up to"), 0),
    "ago": {"ago": -1, "earlier": -1, "later": 1, "from now": 1, "hence": 1},
    "and": {"and": 0, "or": 0, "et": 0},
    "at": {"at": 0},
    "between": {"between": 0},
    "clock": {"noon": 12 * 60, "midnight": 0},
    "decade": {f"{tens[:-1]}ies": 10 * n for n, tens in enumerate(_TENS.split(), 2)},
    "early": {"early": 0, "late": 0, "mid": 0, "earlier": 0, "later": 0, "sometime": 0},
    "edge": dict.fromkeys("beginning start end middle close".split(), 0),
    "every": {"every": 0, "each": 0},
    "few": dict.fromkeys("several few many recent".split(), UNKNOWN) | {"couple": 2},
    "fiscal": {"fiscal": 0, "financial": 0, "calendar": 0},
    "from": {"from": 0},
    "half": {"half": 0},
    "in": {"in": 0},
    "month": _numbered(_MONTHS, 1)
    | _numbered("janvier février _ avril _ juin juillet août septembre octobre novembre", 1)
    | {"décembre": 12},
    "monthname": {"march": 3, "may": 5, "mars": 3, "mai": 5, "sept": 9}
    | {month[:3]: number for number, month in enumerate(_MONTHS.split(), 1) if month != "may"},
    "number": _numbered(_CARDINALS, 1)
    | {tens: 10 * n for n, tens in enumerate(_TENS.split(), 2)}
    | {"hundred": 100, "thousand": 1000, "dozen": 12},
    "of": {"of": 0},
    "on": {"on": 0},
    "ordinal": _numbered(_ORDINALS, 1) | {"thirtieth": 30},
    "other": {"other": 0},
    "part": {word: 0 for word in PART_CODES if word not in ("night", "tonight")},
    "reference": {},
    "relative_day": {
        "day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "day after tomorrow": 2,
        "après-demain": 2,
        "demain": 1,
        "aujourd'hui": 0,
        "avant-hier": -2,
        "hier": -1,
    },
    "season": dict.fromkeys(SEASON_CODES, 0),
    "set": {},
    "short_weekday": _numbered("mon tue wed thu fri sat sun", 0) | {"tues": 1, "thurs": 3},
    "the": {"the": 0},
    "to": dict.fromkeys("to through until till au".split(), 0),
    "unit": dict.fromkeys(UNITS, 1),
    "units": dict.fromkeys(_PLURALS, 1),
    "weekday": _numbered(_WEEKDAYS, 0)
    | _numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    "weekdays": {f"{day}s": number for number, day in enumerate(_WEEKDAYS.split())},
    "which": dict.fromkeys(("last", "past", "previous", "latest", "preceding", "this past"), -1)
    | dict.fromkeys(("this", "current", "same", "that", "present"), 0)
    | dict.fromkeys(("next", "coming", "following", "upcoming", "this coming", "subsequent"), 1),
    "which_after": dict.fromkeys(("prochain", "prochaine"), 1)
    | dict.fromkeys(("dernier", "dernière"), -1),
}

REFERENCES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "previously": "PAST_REF",
    "formerly": "PAST_REF",
    "in the past": "PAST_REF",
    "soon": "FUTURE_REF",
    "shortly": "FUTURE_REF",
    "in the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "the short term": "FUTURE_REF",
    "the long term": "FUTURE_REF",
}
FREQUENCIES = {
    "daily": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annually": "P1Y",
    "annual": "P1Y",
    "yearly": "P1Y",
}
HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
}
"""Holidays that fall on the same day each year: month and day."""

_WORDS["reference"] = dict.fromkeys(REFERENCES, 0)
_WORDS["set"] = dict.fromkeys(FREQUENCIES, 0)
_WORDS["holiday"] = dict.fromkeys(HOLIDAYS, 0)

LEXICON: dict[str, tuple[str, int]] = {
    word: (KINDS[kind], number) for kind, words in _WORDS.items() for word, number in words.items()
}
_CAPITALISED = frozenset(
    [*_MONTHS.split(), *_WEEKDAYS.split(), *_WORDS["weekdays"], *_WORDS["short_weekday"], "sept"]
    + [month[:3] for month in _MONTHS.split()]
)
_SEVERAL_WORDS = "|".join(
    sorted((re.escape(word) for word in LEXICON if re.search(r"\W", word)), key=len, reverse=True)
).replace("'", "['’]")

_TOKEN = re.compile(
    rf"""
    (?P<iso_date>(?<![\w./-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\d/-]))
  | (?P<numeric_date>[0-9]{{1,2}}([/.])[0-9]{{1,2}}\2[0-9]{{4}}(?![\d/]))
  | (?P<clock>[0-9]{{1,2}}(?:[:.][0-9]{{2}})?[ ]?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)
             |[0-9]{{1,2}}:[0-9]{{2}}(?![\d:])|[0-9]{{4}}[ ]GMT\b)
  | (?P<decade>(?:[0-9]{{2}})?[0-9]0['’]?s\b)
  | (?P<ordinal>[0-9]{{1,2}}(?:st|nd|rd|th|er)\b)
  | (?P<digits>[0-9]+(?:[.,][0-9]+)*)
  | (?P<word>\b(?i:{_SEVERAL_WORDS})\b
            |\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|[^\W\d_]+)
  | (?P<comma>,) | (?P<dash>[-–])
  | (?P<stop>\n[^\S\n]*\n|[^\s\w]|[\d_])
    """,
    re.VERBOSE,
)
_MOST_WORDS = 40
"""No expression is longer; a longer run of time words is cut."""


def runs_of_time_words(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """The longest stretches of `text[start:end]` that hold nothing but time words."""
    run: list[Word] = []
    for token in _TOKEN.finditer(text, start, end):
        word = _READERS[token.lastgroup or "stop"](token)
        if word is not None:
            run.append(word)
        if run and (word is None or len(run) == _MOST_WORDS):
            yield run
            run = []
    if run:
        yield run


def _lexical(token: re.Match[str]) -> Word | None:
    spelling = token[0]
    word = spelling.lower().rstrip(".").replace("’", "'") if len(spelling) < 24 else ""
    found = LEXICON.get(word)
    if found is None or (word in _CAPITALISED and not spelling[0].isupper()):
        return None
    return Word(token.start(), token.end(), found[0], word, found[1])


def _digits(token: re.Match[str]) -> Word | None:
    """A whole number, unless it is an amount of money, a percentage or a part of something."""
    spelling = token[0].replace(",", "")
    around = token.string[max(token.start() - 1, 0) : token.start()], token.string[token.end() :][:1]
    if len(spelling) > 9 or not spelling.isdigit() or around[0] in "$€£¥#./" and around[0]:
        return None
    if around[1] == "%" or around[1].isalpha() and around[1].isascii():
        return None
    number = int(spelling)
    plain = spelling == token[0]
    kind = "number"
    if plain and len(spelling) == 4 and 1500 <= number < 2200:
        kind = "year"
    elif plain and len(spelling) <= 2 and 1 <= number <= 31:
        kind = "day"
    return Word(token.start(), token.end(), KINDS[kind], spelling, number)


def _clock(token: re.Match[str]) -> Word | None:
    """A time of day; its number is the minute of the day."""
    digits = re.findall(r"[0-9]+", token[0])
    if token[0].endswith("GMT"):
        digits = [digits[0][:2], digits[0][2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = re.search(r"[ap]", token[0].lower())
    if half:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    return Word(token.start(), token.end(), KINDS["clock"], token[0], 60 * hour + minute)


def _number_in(kind: str, token: re.Match[str]) -> Word:
    digits = re.match(r"[0-9]*", token[0])
    number = int(digits[0]) if digits and digits[0] else 0
    return Word(token.start(), token.end(), KINDS[kind], token[0], number)


_READERS = {
    "iso_date": lambda token: _number_in("iso_date", token),
    "numeric_date": lambda token: _number_in("numeric_date", token),
    "decade": lambda token: _number_in("decade", token),
    "ordinal": lambda token: _number_in("ordinal", token),
    "comma": lambda token: _number_in("comma", token),
    "dash": lambda token: _number_in("dash", token),
    "clock": _clock,
    "digits": _digits,
    "word": _lexical,
    "stop": lambda token: None,
}
"""How each kind of token is read; None ends a run."""


def singular(word: str) -> str:
    """The unit that a plural names: "years" → "year"."""
    return _PLURALS.get(word, word)
