"""Dates as news of foreign policy has them: `news_dates.txt` has TIMEX3 and EDTF values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from language.dates.edtf import dates_in
from language.dates.time_expressions import time_expressions

ROWS = Path(__file__).with_name("news_dates.txt").read_text(encoding="utf-8")
HEADING = re.compile(r"(\d{4}-\d\d-\d\d) (\w\w)")


def sentences() -> Iterator[tuple[date, str, str, list[str]]]:
    """When a sentence was written, in which language, it itself, and what is told of it."""
    written, language, sentence = date.min, "", ""
    told: list[str] = []
    for line in [*ROWS.splitlines(), ""]:
        if line.startswith("    "):
            told.append(line.strip())
            continue
        if told:
            yield written, language, sentence, told
        told = []
        if heading := HEADING.fullmatch(line):
            written, language = date.fromisoformat(heading[1]), heading[2]
        sentence = line


@pytest.mark.parametrize(("written", "language", "sentence", "told"), sentences())
def test_each_date_has_its_words_and_values(
    written: date, language: str, sentence: str, told: list[str]
) -> None:
    expressions = time_expressions(sentence, written, language)
    found = "; ".join(f"{each.text} = {each.value or '?'}" for each in expressions)
    assert (found or "-") == told[0]
    if len(told) > 1:
        values = [each.value for each in dates_in(sentence, 0, len(sentence), written, language)]
        assert (" ".join(value or "?" for value in values) or "-") == told[1]
