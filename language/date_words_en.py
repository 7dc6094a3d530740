"""The English words that dates are made of."""

from __future__ import annotations

from language.date_words import (
    alphabetic_vocabulary,
    counted,
    lexicon,
    same,
    with_and_without_stop,
)

_MONTHS = counted(
    "january february march april may june july august september october november december"
)
_WEEKDAYS = counted("monday tuesday wednesday thursday friday saturday sunday", 0)
_ALSO_WORDS = {"march": 3, "may": 5}
_SHORT_MONTHS = with_and_without_stop(
    {month[:3]: n for month, n in _MONTHS.items() if month != "may"} | {"sept": 9}
)

_KINDS: dict[str, dict[str, int]] = {
    "a": same(1, "a an"),
    "a_century": same(0, "century"),
    "a_day": same(0, "day"),
    "a_decade": same(0, "decade"),
    "a_month": same(0, "month"),
    "a_quarter": same(0, "quarter"),
    "a_week": same(0, "week"),
    "a_weekend": same(0, "weekend"),
    "a_year": same(0, "year"),
    "about": same(0, "about around circa"),
    "and": same(0, "and"),
    "between": same(0, "between"),
    "centuries": same(0, "centuries"),
    "coming": same(1, "coming upcoming") | {"this coming": 1},
    "days": same(0, "days"),
    "decade": {"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990},
    "decades": same(0, "decades"),
    "edge": same(0, "early late mid sometime"),
    "end": same(0, "beginning start middle end close"),
    "every": same(0, "every each"),
    "for": same(0, "for"),
    "half": same(0, "half"),
    "half_of_year": {"h1": 1, "h2": 2},
    "holiday": {
        "new year's day": 101,
        "new year's eve": 1231,
        "christmas eve": 1224,
        "christmas day": 1225,
        "christmas": 1225,
        "boxing day": 1226,
    },
    "in": same(0, "in"),
    "later": {"later": 1, "earlier": -1},
    "maybe_month": _SHORT_MONTHS | _ALSO_WORDS,
    "month": {month: n for month, n in _MONTHS.items() if month not in _ALSO_WORDS},
    "months": same(0, "months"),
    "narrative": same(1, "following subsequent") | same(-1, "previous preceding"),
    "narrative_day": {"the next day": 1, "the same day": 0},
    "number": counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty"
    )
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60},
    "of": same(0, "of"),
    "ordinal": counted("first second third fourth fifth sixth"),
    "part_of_day": same(0, "morning afternoon evening night"),
    "preposition": same(0, "since by from during before after into"),
    "quarter_of_year": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "quarters": same(0, "quarters"),
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
    "weekday": _WEEKDAYS,
    "weekends": same(0, "weekends"),
    "weeks": same(0, "weeks"),
    "which": same(-1, "last") | same(0, "this current") | {"this past": -1, "next": 1},
    "years": same(0, "years"),
}
_CAPITALISED = frozenset([*_MONTHS, *_SHORT_MONTHS, *_WEEKDAYS, "christmas", "h1", "h2"])

ENGLISH = alphabetic_vocabulary(lexicon(_KINDS), _CAPITALISED, day_first=None)
