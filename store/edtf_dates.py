"""Event dates are EDTF, the Extended Date/Time Format of ISO 8601-2."""

from __future__ import annotations

EXAMPLES = "2019-06-14, 2019-06, 2019-06-14/2019-06-15, 2019~, 2019-21 (spring)"


class DateError(ValueError):
    """A value that is not EDTF; its message says what is."""


def check_edtf(value: str) -> None:
    """Raise `DateError` unless `value` is EDTF and its interval, if it is one, runs forward."""
    # Imported late: the grammar takes 0.1 s to build, and starting the program needs none.
    from edtf import EDTFParseException, Interval, parse_edtf

    try:
        date = parse_edtf(value)
    except EDTFParseException as error:
        raise DateError(f"“{value}” is not an EDTF date; write it like {EXAMPLES}") from error
    if value != value.strip():
        raise DateError(f"“{value}” has white space around the date")
    if isinstance(date, Interval) and date.lower_strict() > date.upper_strict():
        raise DateError(f"“{value}” ends before it starts")
