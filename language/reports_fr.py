"""What a French sentence reports: « …, a déclaré X », a-t-il dit, X a dit que …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.reporting_words import alternatives
from language.word_lists import words_of

_PARTICIPLES: Final = alternatives(
    words_of(
        "déclaré dit assuré indiqué expliqué prévenu affirmé ajouté précisé estimé souligné répondu"
        " conclu annoncé rappelé confirmé reconnu insisté promis juré noté admis averti lancé"
        " observé regretté déploré plaidé martelé"
    )
)
_PRESENTS: Final = alternatives(
    words_of(
        "déclare dit assure indique explique prévient affirme ajoute précise estime souligne répond"
        " conclut annonce rappelle confirme reconnaît insiste promet note admet avertit lance"
        " s’indigne s'indigne déplore regrette juge affirment assurent estiment disent observe"
    )
)
_ADVERB: Final = r"(?:(?:toutefois|également|aussi|encore|ensuite|notamment|par ailleurs|déjà)\s+)?"
_GROUP: Final = rf"(?:(?:a|ont|avait|avaient)\s+{_ADVERB}(?:{_PARTICIPLES})|(?:{_PRESENTS}))"
_PRONOUNS: Final = "ils?|elles?|on"

_WITH_PRONOUN: Final = re.compile(
    rf",?\s(?P<cue>(?:a|ont|avait)-(?:t-)?(?P<who>{_PRONOUNS})\s(?:{_PARTICIPLES})"
    rf"|(?:{_PRESENTS})-(?:t-)?(?P<who_now>{_PRONOUNS}))(?P<rest>[^,.:»]{{0,40}})"
)
_INVERTED: Final = re.compile(
    rf",\s(?P<cue>{_GROUP})\s(?!qu)(?P<who>(?:(?!\squ)[^,.:;«»]){{2,80}}?)(?P<rest>)(?=\s?[,.:;»]|$)"
)
_SAID_THAT: Final = re.compile(
    rf"(?P<cue>(?<!\w){_GROUP})(?:\s(?!qu)[^\s,]+){{0,3}}?\s(?P<content>qu(?:e\s|['’]))"
)
_SUBJECT: Final = re.compile(r"(?:^|[;:]\s|,\s(?:et|mais)\s|\set\s)(?=[^;:]*$)")


def french_reports(sentence: Sentence) -> Iterator[Report]:
    """What a sentence reports."""
    for match in _SAID_THAT.finditer(sentence.masked, sentence.start, sentence.end):
        if source := _subject(sentence, match.start()):
            clause = (match.start("content"), sentence.last)
            yield Report((clause,), (match.span("cue"),), (source,))
    for pattern in (_WITH_PRONOUN, _INVERTED):
        # French quotations hold their attribution, so the text itself is read.
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            who = "who" if match["who"] else "who_now"
            content = _parted(sentence, match)
            if content:
                yield Report(content, (match.span("cue"),), (match.span(who),))


def _subject(sentence: Sentence, end: int) -> Stretch | None:
    before = sentence.masked[sentence.body : end].rstrip()
    border = _SUBJECT.search(before)
    start = sentence.body + (border.end() if border else 0)
    stop = sentence.body + len(before)
    return (start, stop) if 0 < stop - start < 200 and QUOTED not in before else None


def _parted(sentence: Sentence, match: re.Match[str]) -> tuple[Stretch, ...]:
    """What was said around an attribution: the quotation it parts or follows, or the sentence."""
    start, end = match.start(), max(match.end("rest"), match.end("cue"), match.end())
    while end < sentence.end and (sentence.text[end] in ",:." or sentence.text[end].isspace()):
        end += 1
    quotation = sentence.quotation_at(match.start("cue"))
    if quotation:
        return tuple(
            part for part in ((quotation[0], start), (end, quotation[1])) if _is_said(*part)
        )
    before = len(sentence.masked[:start].rstrip(" ,"))
    spoken = sentence.quotation_at(before - 1) if before > sentence.start else None
    if spoken:
        return (spoken,)
    parts = ((sentence.body, before), (end, sentence.last))
    return tuple(part for part in parts if _is_said(*part))


def _is_said(start: int, end: int) -> bool:
    return end - start > 3
