"""Dates as people type them into a field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates.typed import understood
from store.edtf_dates import check_edtf

THURSDAY = date(2031, 5, 22)
WORDS = (
    "in by the mid early end of next last June may 14 2031 2031-06 / .. ~ - to 1990s week 6月 été"
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("14 June 2031", "2031-06-14"),
        ("june 14", "2031-06-14"),
        ("by 14th June.", "2031-06-14"),
        ("friday june 13 2031", "2031-06-13"),
        ("14/06/2031", "2031-06-14"),
        ("June 14-15", "2031-06-14/2031-06-15"),
        ("from 14 to 16 june", "2031-06-14/2031-06-16"),
        ("tomorrow", "2031-05-23"),
        ("monday", "2031-05-26"),
        ("starting Monday", "2031-05-26"),
        ("NEXT  MONTH", "2031-06"),
        ("next week", "2031-05-26/2031-06-01"),
        ("may", "2031-05"),
        ("march", "2032-03"),
        ("summer", "2031-22"),
        ("q3", "2031-35"),
        ("later this year", "2031"),
        ("weekend", "2031-05-24/2031-05-25"),
        ("week of 16 june", "2031-06-16/2031-06-22"),
        ("Fri, 13 jun", "2031-06-13"),
        ("mon", "2031-05-26"),
        ("in two weeks", "2031-06-02/2031-06-08"),
        ("three days from now", "2031-05-25"),
        ("early tomorrow", "2031-05-23"),
        ("Friday at 10:30", "2031-05-23"),
        ("10 am on friday", "2031-05-23"),
        ("Q2 2032", "2032-34"),
        ("within two weeks", "2031-05-22/2031-06-05"),
        ("in the next three months", "2031-05-22/2031-08-22"),
        ("the first half of 2032", "2032-40"),
    ],
)
def test_a_date_is_understood_as_it_is_typed(words: str, value: str) -> None:
    assert understood(words, THURSDAY) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mid-June", "2031-06"),
        ("end of the month", "2031-05"),
        ("early 2032", "2032"),
        ("about 2032", "2032~"),
    ],
)
def test_no_part_of_a_month_or_year_is_made_up(words: str, value: str) -> None:
    assert understood(words, THURSDAY) == value


@pytest.mark.parametrize(
    "edtf", ["2031", "2031-06", "2031-06-14/2031-06-15", "2032~", "2031-21", "203X", "2031-06/.."]
)
def test_edtf_is_given_back(edtf: str) -> None:
    assert understood(edtf, None) == edtf


@pytest.mark.parametrize(
    "words",
    ["", "soon enough", "14", "June or July", "June 31", "2031-13", "2031-02-29", "2031-06/2030"],
)
def test_what_is_no_single_date_is_not_understood(words: str) -> None:
    assert understood(words, THURSDAY) == ""


def test_without_a_day_of_writing_only_full_dates_are_understood() -> None:
    assert understood("next month", None) == ""
    assert understood("June 2031", None) == "2031-06"


def test_french_and_chinese_are_understood_too() -> None:
    assert understood("d’ici la mi-juin", THURSDAY, "fr") == "2031-06"
    assert understood("été", THURSDAY, "fr") == "2031-22"
    assert understood("下月", THURSDAY, "zh") == "2031-06"


@settings(max_examples=200)
@given(
    st.text() | st.lists(st.sampled_from(WORDS.split()), max_size=6).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from(["en", "fr", "zh-Hans", "de", ""]),
)
def test_whatever_is_typed_gives_edtf_or_nothing(
    words: str, written: date | None, language: str
) -> None:
    if value := understood(words, written, language):
        check_edtf(value)
