"""What in a French or Chinese sentence tells that something is to happen: the word, and the rule.

Only events that a noun names are found: by a date to come beside them, or by what is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from language.follow_ups.event_dates import Dated
from language.follow_ups.sentence import Sign
from language.follow_ups.words import OTHER_EVENTS, TYPES
from language.quotes.reporting_words import alternatives

_NEAR: Final = 80
_FRENCH_NOUN: Final = re.compile(
    r"\b(?:visite|voyage|déplacement|sommet|conférence|négociations|pourparlers|élection|exercice"
    r"|anniversaire|échéance|réunion|rencontre|entretien|ouverture|lancement|fermeture|inauguration"
    r"|session|forum|référendum|urnes|signature|chantier|vote|scrutin|procès|audience|consultation|cérémonie"
    r"|manœuvre|tournée|dialogue|congrès|assemblée|retrait)s?\b",
    re.IGNORECASE,
)
_CHINESE_NOUN: Final = re.compile(
    alternatives(word for word in (*TYPES, *OTHER_EVENTS) if word[0] > "\u2e80")
)
_FRENCH_AHEAD: Final = re.compile(
    r"\b(?:aur(?:a|ont) lieu|se tiendr(?:a|ont)|(?:est|sont) prévue?s?|doi(?:t|vent) (?:se tenir"
    r"|avoir lieu|débuter|commencer|s['’]ouvrir)|s['’]ouvrir(?:a|ont)|débuter(?:a|ont)"
    r"|commencer(?:a|ont)|(?:tiendr|organiser|accueiller|effectuer|rencontrer)(?:a|ont)|prochaine?s?)",
    re.IGNORECASE,
)
_CHINESE_AHEAD: Final = re.compile("将|拟|定于|计划|商定|即将|筹备|准备")
_FRENCH_VERB: Final = re.compile(
    r"\b(?:(?:se rendr|rencontrer|réunir|visiter|recevr|accueiller|signer)(?:a|ont)"
    r"|(?:sera|seront|doit être|doivent être) (?:\w+ment )?signée?s?)\b"
)
_DENIED: Final = re.compile(r"\b(?:aucune?|pas d[’'e]|ni|jamais|sans) ?(?:\w+ )?$", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"\b(?:reporté|repoussé|annulé|ajourné|décalé)e?s?\b|推迟|延期|取消|改期", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[;:«»“”]|[，；。：！？]")


def signs_elsewhere(
    text: str, start: int, end: int, dates: Sequence[Dated], language: str
) -> Iterator[Sign]:
    """The events to come that a sentence of another language tells of, in order.

    `language` is "fr" or "zh"; of others, nothing is known.
    """
    if language not in ("fr", "zh"):
        return
    noun, ahead = (
        (_FRENCH_NOUN, _FRENCH_AHEAD) if language == "fr" else (_CHINESE_NOUN, _CHINESE_AHEAD)
    )
    dated: set[Dated] = set()
    for found in noun.finditer(text, start, end):
        date = _date_near(text, found.span(), dates)
        clause = _clause(text, found.span(), start, end)
        if date:
            dated.add(date)
        if _MOVED.search(clause):
            yield Sign(found.start(), "moved-or-cancelled", date)
        elif (date and date.is_past) or _DENIED.search(text, start, found.start()):
            continue
        elif ahead.search(clause):
            yield Sign(found.start(), "to-take-place", date)
        elif date and date.is_ahead:
            yield Sign(found.start(), "dated-event", date)

    verbs = _FRENCH_VERB.finditer(text, start, end) if language == "fr" and dates else ()
    for found in verbs:
        date = _date_near(text, found.span(), dates)
        if date and date.is_ahead and date not in dated:
            word = found.start() + found[0].rfind(" ") + 1
            yield Sign(word, "will-do-then", date, until=date.start)


def _clause(text: str, place: tuple[int, int], start: int, end: int) -> str:
    """What stands around a noun in its clause."""
    before = _CLAUSE.split(text[max(start, place[0] - _NEAR) : place[0]])[-1]
    after = _CLAUSE.split(text[place[1] : min(end, place[1] + _NEAR)])[0]
    return f"{before} {after}"


def _date_near(text: str, place: tuple[int, int], dates: Sequence[Dated]) -> Dated | None:
    """The nearest date before or after a noun in its clause."""
    near = [
        (distance, date)
        for date in dates
        if (distance := max(date.start - place[1], place[0] - date.end)) < _NEAR
        and not _CLAUSE.search(text[min(date.end, place[1]) : max(date.start, place[0])])
    ]
    return min(near, default=(0, None))[1]
