"""What a French sentence reports: « …, a déclaré X », a-t-il dit, X a dit que …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.quotes.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.quotes.reporting_words import alternatives
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
_ASKING: Final = alternatives(words_of("appelé invité exhorté prié sommé encouragé"))
_ASKING_NOW: Final = alternatives(
    words_of("appelle appellent invite invitent exhorte exhortent prie somme encouragent encourage")
)
_WISHING: Final = alternatives(
    words_of("promis refusé accepté proposé menacé juré décidé demandé souhaité dit nié")
)
_WISHING_NOW: Final = alternatives(
    words_of("promet promettent refuse refusent accepte acceptent propose proposent menace jure")
    | words_of("demande demandent souhaite souhaitent compte comptent veut veulent espère espèrent")
)
_HAVE: Final = rf"(?:a|ont|avait|avaient)\s+{_ADVERB}"
_ASKED_TO: Final = re.compile(
    rf"(?P<cue>(?<!\w)(?:{_HAVE}(?:{_ASKING})|(?:{_ASKING_NOW})))\s"
    r"(?P<content>(?:l[ae]s?\s|l['’]|d?[ue][sn]?\s|aux?\s|son\s|ses\s|leurs?\s|[A-ZÀ-Ý])[^.;:«»]*?\sà\s)"
)
_WILLING_TO: Final = re.compile(
    rf"(?P<cue>(?<!\w)(?:s['’](?:engage|engagent)|(?:s['’]est|se\ssont)\sengagée?s?"
    rf"|{_HAVE}(?:{_WISHING})|(?:{_WISHING_NOW})))\s"
    r"(?P<content>(?:ne\spas\s)?(?:à\s|de\s(?!l[ae]s?\s)|d['’])?(?:ne\spas\s)?\w+(?:er|ir|re)(?=\W))"
)


def french_reports(sentence: Sentence) -> Iterator[Report]:
    """What a sentence reports."""
    for pattern in (_ASKED_TO, _WILLING_TO):
        for match in pattern.finditer(sentence.masked, sentence.start, sentence.end):
            if source := _subject(sentence, match.start()):
                clause = (match.start("content"), _infinitive_end(sentence, match.end()))
                yield Report((clause,), (match.span("cue"),), (source,), is_speech=False)
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


_SECOND_VERB: Final = re.compile(
    rf"\s(?:et|mais)\s(?:{_HAVE}|ne\s|{alternatives(words_of('annonce annoncent est sont'))})"
)


def _infinitive_end(sentence: Sentence, start: int) -> int:
    """Where what someone wants ends: before a second verb of the same speaker."""
    found = _SECOND_VERB.search(sentence.masked, start, sentence.last)
    return found.start() if found else sentence.last


_SETTING: Final = re.compile(
    r"(?:Dans|En|Lors|À|A|Après|Avant|Au|Aux|Pour|Par|Pendant|Jeudi|Depuis)\s[^,]{1,60},\s+(?=\w)"
)


def _subject(sentence: Sentence, end: int) -> Stretch | None:
    before = sentence.masked[sentence.body : end].rstrip()
    border = _SUBJECT.search(before)
    start = sentence.body + (border.end() if border else 0)
    if setting := _SETTING.match(sentence.masked, start, end):
        start = setting.end()
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
