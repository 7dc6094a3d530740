"""Whose words, view or estimate a sentence gives: "in Savik’s view, …", "…, by one estimate"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.quotes.reported_sentence import Report, Sentence

_NAME: Final = r"(?:the\s)?[A-Z][\w.-]{0,30}(?:\s[A-Z][\w.-]{0,30}){0,3}['’]s?"
_WHOSE: Final = rf"(?:his|her|their|its|my|our|{_NAME})"
_VIEW: Final = r"(?:words|view|opinion|judgment|telling|estimation)"
_ACCOUNT: Final = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<of>[Ii]n\sthe\s{_VIEW}\sof)\s(?P<whom>[^,.;:]{{2,60}})"
    rf"|[Ii]n\s(?P<whose>{_WHOSE})\s(?P<view>(?:own\s)?{_VIEW})"
    rf"|(?P<by>[Bb]y)\s(?P<account>(?:{_WHOSE}|one|some|most|all|many|several)\s(?:own\s)?"
    r"(?:accounts?|estimates?|admission|reckoning|calculations?|count))"
    r")(?=[,.]|$)"
)
"""What names whose account it is, between commas or at an end of the sentence."""


def account_reports(sentence: Sentence) -> Iterator[Report]:
    """What a sentence gives as someone's words, view or estimate: all the rest of it."""
    masked = sentence.masked
    for found in _ACCOUNT.finditer(masked, sentence.start, sentence.last):
        before = len(masked[: found.start()].rstrip(" ,—-"))
        opens = before <= sentence.body
        if not opens and masked[before] != ",":
            continue
        rest = (found.end() + 1, sentence.last)
        content = [] if opens else [(sentence.body, before)]
        if rest[1] - rest[0] > 3:
            content.append(rest)
        cue, source = ("of", "whom") if found["of"] else ("by", "account")
        if found["whose"]:
            cue, source = "view", "whose"
        if content:
            yield Report(
                tuple(content), (found.span(cue),), (found.span(source),), rule="according-to"
            )
