"""The English words that dates are made of."""

from __future__ import annotations

from language.date_words import UNITS, alphabetic_vocabulary, counted, lexicon, same

_MONTHS = counted(
    "january february march april may june july august september october november december"
)
_WEEKDAYS = counted("monday tuesday wednesday thursday friday saturday sunday", 0)
_ALSO_WORDS = ("march", "may")
_SHORT_MONTHS = {month[:3]: n for month, n in _MONTHS.items() if month != "may"} | {"sept": 9}

_KINDS: dict[str, dict[str, int]] = {
    "a": same(1, "a an"),
    "a_year": same(UNITS.index("year"), "year"),
    "about": same(0, "about around circa"),
    "and": same(0, "and"),
    "between": same(0, "between"),
    "edge": same(0, "early late mid middle beginning start end close earlier later sometime"),
    "half": same(0, "half"),
    "holiday": {
        "new year's day": 101,
        "new year's eve": 1231,
        "christmas eve": 1224,
        "christmas day": 1225,
        "christmas": 1225,
        "boxing day": 1226,
    },
    "maybe_month": _SHORT_MONTHS | {month: _MONTHS[month] for month in _ALSO_WORDS},
    "month": {month: n for month, n in _MONTHS.items() if month not in _ALSO_WORDS},
    "narrative": same(1, "following subsequent") | same(-1, "previous preceding"),
    "number": counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty"
    )
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60},
    "of": same(0, "of in"),
    "ordinal": counted("first second third fourth fifth sixth"),
    "part_of_day": same(0, "morning afternoon evening night"),
    "preposition": same(0, "since by from during before after into for on at over ended ending"),
    "relative_day": {
        "the day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    "season": {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    "the": same(0, "the"),
    "then": {"ago": -1},
    "to": same(0, "to through until till"),
    "unit": {unit: number for number, unit in enumerate(UNITS) if unit != "year"},
    "units": {f"{unit}s": number for number, unit in enumerate(UNITS)},
    "weekday": _WEEKDAYS,
    "which": same(-1, "last")
    | same(0, "this current")
    | same(1, "next coming upcoming")
    | {"this past": -1, "this coming": 1},
}
_CAPITALISED = frozenset([*_MONTHS, *_SHORT_MONTHS, *_WEEKDAYS, "christmas"])

ENGLISH = alphabetic_vocabulary(lexicon(_KINDS), _CAPITALISED, day_first=None)
