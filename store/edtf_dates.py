"""Event dates are EDTF, the Extended Date/Time Format of ISO 8601-2."""

from __future__ import annotations

import calendar
import re
from typing import Final

EXAMPLES: Final = "2019-06-14, 2019-06, 2019-06-14/2019-06-15, 2019~, 2019-21 (spring)"
_LEAP_DAY = re.compile(r"(?<!\d)(\d{4})-02-29")


class DateError(ValueError):
    """A value that is not EDTF; its message says what is."""


def check_edtf(value: str) -> None:
    """Raise `DateError` unless `value` is EDTF and its interval, if it is one, runs forward."""
    # Imported late: the grammar takes 0.1 s to build, and starting the program needs none.
    from edtf import EDTFParseException, Interval, parse_edtf

    if value != value.strip():
        raise DateError(f"“{value}” has white space around the date")
    try:
        date = parse_edtf(value)
    except EDTFParseException as error:
        raise DateError(f"“{value}” is not an EDTF date; write it like {EXAMPLES}") from error
    for year in _LEAP_DAY.findall(value):  # the library knows every other month's length
        if not calendar.isleap(int(year)):
            raise DateError(f"“{value}”: February {year} has no 29th day")
    if isinstance(date, Interval):
        bounds = [date.lower_strict(), date.upper_strict()]
        is_closed = not any(isinstance(bound, float) for bound in bounds)  # open: an infinity
        if is_closed and bounds[0] > bounds[1]:
            raise DateError(f"“{value}” ends before it starts")
