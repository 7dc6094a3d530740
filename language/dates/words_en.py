"""The English words that dates are made of."""

from __future__ import annotations

from language.dates.holidays import from_easter, weekday_of_month
from language.dates.words import (
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

_HOLIDAYS = {
    "new year's day": 101,
    "epiphany": 106,
    "orthodox christmas": 107,
    "valentine's day": 214,
    "international women's day": 308,
    "st. patrick's day": 317,
    "earth day": 422,
    "may day": 501,
    "bastille day": 714,
    "halloween": 1031,
    "all saints' day": 1101,
    "armistice day": 1111,
    "remembrance day": 1111,
    "veterans day": 1111,
    "christmas eve": 1224,
    "christmas day": 1225,
    "christmas": 1225,
    "boxing day": 1226,
    "new year's eve": 1231,
    "martin luther king day": weekday_of_month(1, 0, 3),
    "memorial day": weekday_of_month(5, 0, 5),
    "labor day": weekday_of_month(9, 0, 1),
    "columbus day": weekday_of_month(10, 0, 2),
    "thanksgiving": weekday_of_month(11, 3, 4),
    "thanksgiving day": weekday_of_month(11, 3, 4),
    "ash wednesday": from_easter(-46),
    "palm sunday": from_easter(-7),
    "good friday": from_easter(-2),
    "easter": from_easter(0),
    "easter sunday": from_easter(0),
    "easter monday": from_easter(1),
    "ascension day": from_easter(39),
    "whit monday": from_easter(50),
}

_KINDS: dict[str, dict[str, int]] = {
    "a": same(1, "a an"),
    "a_century": same(0, "century"),
    "a_day": same(0, "day"),
    "a_hour": same(0, "hour"),
    "a_minute": same(0, "minute"),
    "a_decade": same(0, "decade"),
    "a_fortnight": same(0, "fortnight"),
    "a_month": same(0, "month"),
    "a_quarter": same(0, "quarter"),
    "a_millennium": same(0, "millennium"),
    "a_week": same(0, "week"),
    "a_weekend": same(0, "weekend"),
    "a_year": same(0, "year"),
    "also": {"another": 1, "an additional": 1},
    "about": same(0, "about around circa"),
    "ahead": same(1, "ahead"),
    "and": same(0, "and"),
    "between": same(0, "between"),
    "centuries": same(0, "centuries"),
    "clock": {"noon": 720, "midnight": 0},
    "coming": same(1, "coming upcoming") | {"this coming": 1},
    "couple": same(2, "couple"),
    "days": same(0, "days"),
    "decade": {"sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990},
    "decades": same(0, "decades"),
    "edge": same(0, "early late mid sometime"),
    "end": same(0, "beginning start middle end close"),
    "every": same(0, "every each"),
    "fiscal": same(0, "fiscal"),
    "for": same(0, "for"),
    "fortnights": same(0, "fortnights"),
    "half": same(0, "half"),
    "half_of_year": {"h1": 1, "h2": 2},
    "holiday": _HOLIDAYS,
    "hours": same(0, "hours"),
    "in": same(0, "in"),
    "latest": same(0, "latest full"),
    "later": {"later": 1, "earlier": -1},
    "long": same(0, "long"),
    "maybe_month": _SHORT_MONTHS | _ALSO_WORDS,
    "maybe_season": same(3, "fall"),
    "month": {month: n for month, n in _MONTHS.items() if month not in _ALSO_WORDS},
    "maybe_weekday": with_and_without_stop(
        {weekday[:3]: number for weekday, number in _WEEKDAYS.items()} | {"tues": 1, "thurs": 3}
    ),
    "meridiem": {"a.m.": 0, "p.m.": 1, "o'clock": 2},
    "minutes": same(0, "minutes"),
    "months": same(0, "months"),
    "narrative": same(1, "following subsequent") | same(-1, "previous preceding"),
    "narrative_day": {"the next day": 1, "the same day": 0, "that day": 0},
    "no_date": {
        "christmas tree": 0,
        "christmas trees": 0,
        "christmas card": 0,
        "christmas cards": 0,
        "easter island": 0,
        "easter rising": 0,
    },
    "number": counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty"
    )
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
    | {"ninety": 90},
    "of": same(0, "of"),
    "old": same(0, "old"),
    "or_so": {"or so": 0},
    "ordinal": counted("first second third fourth fifth sixth"),
    "other": same(2, "other"),
    "part_of_day": counted("morning afternoon evening night"),
    "past": same(-1, "past"),
    "per": same(1, "per"),
    "period": same(0, "period"),
    "rate": same(0, "once twice times"),
    "preposition": same(0, "since by from during before after into"),
    "quarter_of_year": {"q1": 1, "q2": 2, "q3": 3, "q4": 4},
    "quarters": same(0, "quarters"),
    "recent": same(-1, "recent"),
    "reference": {
        **same(-1, "recently lately"),
        **same(0, "now currently presently nowadays"),
        **same(1, "soon"),
        "more recently": -1,
        "at present": 0,
        "these days": 0,
        "at the moment": 0,
        "the future": 1,
        "the near future": 1,
        "the short term": 1,
        "the long term": 1,
        "the foreseeable future": 1,
    },
    "regularly": {
        **same(0, "daily nightly"),
        **same(1, "weekly"),
        **same(2, "monthly"),
        **same(3, "quarterly"),
        **same(4, "annual annually yearly"),
    },
    "relative_day": {
        "the day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    },
    "roughly": {
        **same(0, "nearly almost roughly approximately exactly"),
        "at least": 0,
        "more than": 0,
        "less than": 0,
        "up to": 0,
    },
    "season": {"spring": 1, "summer": 2, "autumn": 3, "winter": 4},
    "same": same(0, "same that"),
    "seconds": same(0, "seconds"),
    "starting": same(0, "starting commencing"),
    "the": same(0, "the"),
    "then": {"ago": -1, "from now": 1, "hence": 1},
    "time": {"' time": 1, "'s time": 1},
    "times": {"dozen": 12, "hundred": 100, "thousand": 1000},
    "to": same(0, "to through until till"),
    "tonight": same(0, "tonight overnight"),
    "vague": same(0, "several few many some"),
    "weekday": _WEEKDAYS,
    "weekdays": {f"{weekday}s": number for weekday, number in _WEEKDAYS.items()},
    "weekends": same(0, "weekends"),
    "weeks": same(0, "weeks"),
    "zone": same(
        0, "gmt utc et est edt ct cst cdt mst mdt pt pst pdt cet cest eet bst ist jst kst msk"
    )
    | {"local time": 0, "eastern time": 0, "moscow time": 0, "beijing time": 0},
    "which": same(-1, "last") | same(0, "this current") | {"this past": -1, "next": 1},
    "which_after": {"after next": 2, "before last": -2},
    "years": same(0, "years"),
}
_CAPITALISED = frozenset(
    [*_MONTHS, *_SHORT_MONTHS, *_WEEKDAYS, *_KINDS["maybe_weekday"], *_HOLIDAYS, "h1", "h2"]
)

ENGLISH = alphabetic_vocabulary(lexicon(_KINDS), _CAPITALISED, day_first=None)
