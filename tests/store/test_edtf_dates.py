"""Event dates are EDTF, and days that exist."""

from __future__ import annotations

import pytest

from store.edtf_dates import DateError, check_edtf


@pytest.mark.parametrize(
    "value",
    [
        "2019-06-14",
        "2019-06",
        "2019",
        "2019~",
        "2019?",
        "2019-06-14/2019-06-15",
        "2019-06-15/2019-06",
        "2019-21",
        "2019-33",
        "2019-40",
        "201X",
        "2019-06-XX",
        "2019-06/..",
        "../2019-06",
        "2020-02-29",
        "{2019,2020}",
        "2019-06-14T10:00:00Z",
    ],
)
def test_edtf_is_accepted(value: str) -> None:
    check_edtf(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("next month", "is not an EDTF date; write it like 2019-06-14"),
        ("", "is not an EDTF date"),
        ("14.06.2019", "is not an EDTF date"),
        ("2019-13", "is not an EDTF date"),
        ("2019-02-30", "is not an EDTF date"),
        ("2019-04-31", "is not an EDTF date"),
        ("2019-02-29", "February 2019 has no 29th day"),
        ("1900-02-29", "February 1900 has no 29th day"),
        ("2020-02-29/2021-02-29", "February 2021 has no 29th day"),
        (" 2019", "has white space around the date"),
        ("2019\n", "has white space around the date"),
        ("2019-06-15/2019-06-14", "ends before it starts"),
        ("2019~/2018~", "ends before it starts"),
        ("2019-22/2019-21", "ends before it starts"),
    ],
)
def test_what_is_not_edtf_is_refused_in_words(value: str, words: str) -> None:
    with pytest.raises(DateError, match=words):
        check_edtf(value)
