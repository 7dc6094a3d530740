"""Speech with a name beside it and no verb: “…” — X / X: … in headlines / X: … in transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.quotes.reported_sentence import Report, Stretch
from language.quotes.verb_first import opens_with_verb
from language.word_lists import words_of

_WORD: Final = r"[^\W\d_a-z][\w.'’-]{0,30}"
_PARTICLE: Final = r"(?:(?:de|del|van|von|der|el|al|bin|la|le|of)[ \xa0])?"
_NAME: Final = rf"{_WORD}(?:[ \xa0]{_PARTICLE}{_WORD})"
_SIGNED: Final = re.compile(
    rf"\s{{0,3}}(?P<cue>[―—–]|--?)[ \xa0]?(?P<name>{_NAME}{{1,4}})"
    r"(?=\s{0,3}(?:[\n(,]|\.?\s{0,3}$|\.?\s{0,3}\n))"
)
_HEADLINE: Final = re.compile(
    rf"(?P<name>{_NAME}{{0,4}})(?P<cue>:)[ \xa0]{{1,9}}(?P<content>\S[^\n]*)"
)
_TURN: Final = re.compile(
    r"^[\"“”]?(?P<name>[A-Z][A-Z.'’-]{1,30}(?:[ \xa0][A-Z][A-Z.'’-]{0,30}){0,3})(?P<cue>:)"
    r"[ \xa0]{1,9}(?P<content>\S[^\n]*)",
    re.MULTILINE,
)
_NO_SPEAKERS: Final = words_of(
    "update updated note photo photos video watch related read report exclusive breaking editor"
    " correction opinion analysis live review here fact facts more tip tips step part chapter q a"
)
_LONGEST_HEADLINE: Final = 200


def named_speech(text: str, quotations: Sequence[Stretch], *, is_first: bool) -> Iterator[Report]:
    """What a passage reports by a name alone.

    Args:
        text: the passage.
        quotations: its quotations that stand in no other, marks included.
        is_first: whether the article begins with it, so that it may be a headline.
    """
    yield from _signed(text, quotations)
    turns = list(_turns(text))
    yield from turns
    if is_first and not turns:
        yield from _headline(text)


def _signed(text: str, quotations: Sequence[Stretch]) -> Iterator[Report]:
    """“…” — Ilsa Marendt, at the end of a line."""
    for start, end in quotations:
        if found := _SIGNED.match(text, end):
            yield _report(found, (start, end), "speech-then-name")


def _turns(text: str) -> Iterator[Report]:
    """MARENDT: …, one line after the other."""
    for found in _TURN.finditer(text):
        if found["name"].lower() not in _NO_SPEAKERS:
            yield _report(found, found.span("content"), "name-then-speech")


def _headline(text: str) -> Iterator[Report]:
    """Marendt: All gates will open."""
    found = _HEADLINE.fullmatch(text) if len(text) < _LONGEST_HEADLINE else None
    first = found["name"].split()[0].lower() if found else ""
    if found and first not in _NO_SPEAKERS and not opens_with_verb(first):
        start, end = found.span("content")
        yield _report(found, (start, len(text[:end].rstrip("."))), "headline-name")


def _report(found: re.Match[str], content: Stretch, rule: str) -> Report:
    return Report((content,), (found.span("cue"),), (found.span("name"),), rule=rule)
