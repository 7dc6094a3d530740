"""Offices and bodies in French: "La ministre des Affaires étrangères de Velmara, Ilsa Marendt"."""

from __future__ import annotations

import re
from typing import Final

from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

_HEADS: Final = words_of(
    "ministre président présidente chancelière chancelier secrétaire porte-parole chef cheffe"
    " directeur directrice ambassadeur ambassadrice patron patronne envoyé envoyée commissaire"
    " maire préfet préfète député députée sénateur sénatrice gouverneur négociateur négociatrice"
    " représentant représentante délégué déléguée conseiller conseillère roi reine prince"
    " princesse général amiral juge capitaine professeur économiste"
)
_OFFICE: Final = (
    r"(?:(?:premi(?:er|ère)|vice|ancien(?:ne)?|nouve(?:au|lle))[ -])?"
    rf"(?:{alternatives(_HEADS)})(?:\s(?:générale?|adjointe?|principale?))?"
)
_OF: Final = r"(?:de\sla\s|de\sl['’]|d['’]|du\s|des\s|de\s)"
_WORD: Final = r"(?:(?:et\s)?[\w-]+)"
_PHRASE_END: Final = r"(?=,|\.|;|\s*$|\squi\s|\s»)"
_FIELD: Final = rf"(?:\s(?:{_OF}){_WORD}(?:\s(?!d[eu]s?\s|qui\s){_WORD}){{0,2}}?)"
_CAPITAL: Final = r"(?-i:[A-ZÀ-Ý])[\w’'-]*"
_WHOSE: Final = rf"(?:\s{_OF}(?P<body>{_CAPITAL}(?:\s(?:{_OF})?{_CAPITAL}){{0,6}}))"
_PHRASE: Final = rf"(?P<title>{_OFFICE}(?:\s[a-zà-ÿ]{{3,}})?{_FIELD}??){_WHOSE}?{_PHRASE_END}"
_BEFORE: Final = re.compile(
    rf"(?:^|[\s«])(?:l[ea]\s|l['’]|son\s|sa\s|leur\s|une?\s|notre\s){_PHRASE},\s$", re.IGNORECASE
)
_OWNER: Final = rf"(?:\s{_OF}(?P<owner>{_CAPITAL}(?:\s(?:{_OF})?{_CAPITAL}){{0,3}}))"
_DIRECTLY: Final = re.compile(
    rf"(?:^|[\s«(]|['’])(?P<title>{_OFFICE}{_FIELD}?)(?:\s(?P<people>[a-zà-ÿ-]{{4,}}))?{_OWNER}?\s$",
    re.IGNORECASE,
)
_FARTHEST: Final = 120
"""Code points before a name in which its office is sought."""
_AFTER: Final = re.compile(rf",\s(?:l[ea]\s|l['’]|une?\s)?{_PHRASE}", re.IGNORECASE)
_BODY: Final = re.compile(
    r"(?:Banque|Agence|Ministère|Conseil|Comité|Commission|Parti|Université|Fonds|Office|Institut)"
    rf"(?:\s{_OF}[a-zà-ÿ][\w-]*)?(?:\s[a-zà-ÿ]{{4,}})?(?:\s(?:{_OF})?(?-i:[A-ZÀ-Ý])[\w-]*)+"
)


_FRENCH: Final = re.compile(r"\b(?:le|la|les|des|du|une|est|dans|pour|que|qui|et|a|au|en|sur)\b")
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|to|is|was|for|that|with|on)\b")
_SAMPLE: Final = 1200
"""Code points from which the language of a text is told."""


def is_french(text: str) -> bool:
    """Whether a text has more of the small words of French than of English."""
    sample = text[:_SAMPLE]
    found = len(_FRENCH.findall(sample))
    return found > 4 and found > 3 * len(_ENGLISH.findall(sample))


_WITH_ARTICLE: Final = re.compile(r"\s(?:de\sla\s|de\sl['’]|du\s|des\s)")
_TO_FIELD: Final = re.compile(rf"(?<!\w){_OFFICE}\s{_OF}$", re.IGNORECASE)


def is_french_field(text: str, start: int, first: int) -> bool:
    """Whether a capital at `first` is that of what an office is for: "ministre de la Pêche"."""
    return _TO_FIELD.search(text[max(start, first - _FARTHEST) : first]) is not None


def french_office(text: str, start: int, end: int, first: int, last: int) -> tuple[str, str]:
    """The office and whose it is, of the name `[first, last)` in the sentence `[start, end)`.

    "" where nothing in apposition tells.
    """
    before = text[max(start, first - _FARTHEST) : first]
    if found := _DIRECTLY.search(before):
        owner = found["owner"] or found["people"] or ""
        return " ".join(found["title"].split()), " ".join(owner.split())
    found = _BEFORE.search(before) or _AFTER.match(text, last, end)
    if not found:
        return "", ""
    title, body = found["title"], found["body"] or ""
    if body and title.lower().endswith("ministre"):
        between = found.string[found.end("title") : found.start("body")]
        if _WITH_ARTICLE.fullmatch(between):
            title, body = title + between + body, ""
    return " ".join(title.split()), " ".join(body.split())


def french_body_around(text: str, offset: int, start: int, end: int) -> tuple[int, int] | None:
    """The name of a body that holds an offset in `text[start:end]`: Banque de crédit Amirale."""
    for found in _BODY.finditer(text, start, end):
        if found.start() <= offset < found.end():
            return found.span()
    return None
