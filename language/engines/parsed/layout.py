"""Quotes that no verb reports: “HALE: We are ready.”, and “We are ready.” — Ada Hale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from language.engines.parsed.parse import Parse
from language.engines.parsed.report import Report

LAYOUT_RULES: Final = ("name-and-colon", "quotation-and-name")
_DASHES: Final = frozenset(("―", "—", "–", "-", "--"))
_LONGEST_NAME: Final = 6
_FEWEST_WORDS: Final = 4


def layout_reports(parse: Parse) -> Iterator[Report]:
    """The paragraphs that begin or end with the name of whose words they are."""
    for paragraph in _paragraphs(parse):
        report = _after_colon(parse, paragraph) or _before_dash(parse, paragraph)
        if report is not None:
            yield report


def _paragraphs(parse: Parse) -> Iterator[list[int]]:
    paragraph: list[int] = []
    for number in range(len(parse)):
        if paragraph and parse.paragraph(number) != parse.paragraph(paragraph[0]):
            yield paragraph
            paragraph = []
        if parse[number].text.strip():
            paragraph.append(number)
    if paragraph:
        yield paragraph


def _after_colon(parse: Parse, paragraph: list[int]) -> Report | None:
    start = 1 if parse[paragraph[0]].text == '"' else 0
    name = []
    for number in paragraph[start:]:
        if parse[number].text == ":":
            break
        name.append(number)
    content = set(paragraph[start + len(name) + 1 :])
    if not _is_name(parse, name) or parse.words(content) < _FEWEST_WORDS:
        return None
    return Report(name[-1], "name-and-colon", set(name), set(), content)


def _before_dash(parse: Parse, paragraph: list[int]) -> Report | None:
    name: list[int] = []
    for number in reversed(paragraph):
        if parse[number].text in _DASHES:
            break
        name.insert(0, number)
    said = paragraph[: len(paragraph) - len(name) - 1]
    is_quotation = bool(said) and {parse[said[0]].text, parse[said[-1]].text} == {'"'}
    if not is_quotation or not _is_name(parse, name):
        return None
    return Report(name[-1], "quotation-and-name", set(name), set(), set(said))


def _is_name(parse: Parse, tokens: list[int]) -> bool:
    return 0 < len(tokens) <= _LONGEST_NAME and all(
        parse[token].text[0].isupper() and parse[token].pos in ("PROPN", "NOUN", "ADJ", "ADP")
        for token in tokens
    )
