"""What an English sentence reports, verb by verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.grammar.english_verbs import BASES, forms_of
from language.grammar.groups import MOST_VERBS, Group
from language.grammar.verb_groups import NO_SUBJECT, Subjects, Verb
from language.grammar.word_classes import Words, words_of_sentence
from language.quotes.passive_reports import passive_reports
from language.quotes.passives import with_passive
from language.quotes.relative_speech import relative_speech
from language.quotes.reported_nouns import noun_reports
from language.quotes.reported_sentence import Report, Sentence, Stretch
from language.quotes.reporting_words import (
    ASKING,
    OF_PEOPLE,
    PLAIN,
    REPORTING,
    SAYING,
    THINKING,
    URGING,
    WISHING,
    WITH_CLAUSE,
    WRITING,
)
from language.quotes.speaker_first import speaker_first, state_report
from language.quotes.speech_around import PUTTING, speech_around
from language.quotes.speech_first import speech_first
from language.quotes.spoken_nouns import text_end
from language.quotes.states_of_mind import state_of_mind
from language.quotes.verb_first import verb_first
from language.quotes.whole_cues import how_end
from language.word_lists import words_of

_BEHIND: Final = (
    PLAIN
    | PUTTING
    | forms_of(
        "learn read show reveal discover determine realize remember rule decide agree wonder"
        " suspect imagine understand recall figure reason speculate presume"
    )
)
"""Verbs that can stand behind what they report: "…, a judge ruled"."""
_AFTER_AS: Final = ASKING | PUTTING
_WITH_OBJECT: Final = WITH_CLAUSE | OF_PEOPLE
_ONLY_SAYING: Final = SAYING - THINKING - WISHING - URGING


def english_reports(sentence: Sentence) -> list[Report]:
    """What a sentence reports, in the order of its verbs."""
    found: list[Report] = []
    verbs: list[int] = []
    lesser: set[int] = set()
    words = words_of_sentence(sentence.masked, sentence.start, sentence.end)
    subjects = Subjects(words, sentence)
    for number, group in enumerate(subjects.groups[:MOST_VERBS]):
        word = words.lowers[group.head]
        state = state_of_mind(sentence, subjects, number)
        if not (state or word in REPORTING):
            continue
        if _is_done_by_object(words, group):
            continue
        before = _before(subjects, number, verbs)
        previous = found[before] if before is not None else None
        first, subject_of = _leading_verb(sentence, subjects, number)
        cue = (words.starts[first], how_end(sentence, words.ends[group.head]))
        verb = Verb(number, word, cue, _source(sentence, subjects, subject_of, previous))
        report = state_report(sentence, subjects, verb, state) if state else None
        report = report or _report_at(sentence, subjects, verb)
        if report is None:
            continue
        if found and found[-1].cue[0][0] == report.cue[0][0]:
            lesser.discard(len(found) - 1)
            del found[-1], verbs[-1]
        if previous and report.source == previous.source and _coordinates(subjects, number):
            found[before or 0] = _cut(sentence, previous, cue[0])
        if word in SAYING and group.kind == "finite":
            found = [_before_another(sentence, each, report) for each in found]
        for each in found:
            report = _within(report, each)
        found = [_within(each, report) for each in found]
        is_plain = report.cue[0][1] == cue[1]
        if report.rule == "speaker-then-matter" and not (is_plain and word in WITH_CLAUSE):
            lesser.add(len(found))
        found.append(report)
        verbs.append(number)
    return _with_others(sentence, subjects, list(_without_shadows(found, lesser)))


def _with_others(sentence: Sentence, subjects: Subjects, found: list[Report]) -> list[Report]:
    """The reports of verbs, with those of passives in their place, and of nouns."""
    others = list(passive_reports(sentence, subjects))
    begun = {report.cue[0][0] for report in others}
    verbs = [report for report in found if report.cue[0][0] not in begun]
    others += noun_reports(sentence, subjects, [*verbs, *others])
    for outer in verbs:
        others = [_within(each, outer) for each in others]
    return [*verbs, *others]


def _is_done_by_object(words: Words, group: Group) -> bool:
    """Whether the object of another verb does what a verb says: "let them know"."""
    before = words.classes[max(0, group.first - 2) : group.first]
    return before[-1:] == "X" and before[0] not in "ITO"


def _puts_it(words: Words, group: Group) -> bool:
    """Whether "put" is followed by "it" alone: "as Savik put it,"."""
    following = words.classes[group.head + 2 : group.head + 3]
    return words.lowers[group.head + 1 : group.head + 2] == ["it"] and following in (*",.ARI", "")


def _without_shadows(found: list[Report], lesser: set[int]) -> Iterator[Report]:
    """The reports without those of lesser verbs that hold speech: "released a letter that says"."""
    spoken = [each.cue[-1][1] - 1 for each in found if each.rule != "speaker-then-matter"]
    for number, report in enumerate(found):
        start, end = report.content[0][0], report.content[-1][1]
        if number not in lesser or not any(start < place < end for place in spoken):
            yield report


def _leading_verb(sentence: Sentence, subjects: Subjects, number: int) -> tuple[int, int]:
    """The word with which a cue begins, and the number of the verb whose subject speaks.

    They are those of another verb where that leads to it: "went on to say", "issued a statement
    saying".
    """
    words, group = subjects.words, subjects.groups[number]
    if number == 0 or group.kind not in ("infinitive", "ing"):
        return group.first, number
    before = subjects.groups[number - 1]
    verb = words.lowers[before.head]
    if group.kind == "infinitive":
        between = words.lowers[before.head + 1 : group.first]
        is_led = between in ([], ["on"]) and BASES.get(verb) in _LEADING
        is_able = words.classes[before.head] == "B" and _ABLE.issuperset(between[-1:] or ["to"])
        is_led = is_led or (not between and _refuses_to(words.lowers, before, group))
        is_led = is_led or (is_able and before.kind == "finite" and len(between) < _LONGEST_LINK)
        return (before.first if is_led else group.first), number
    link = " ".join(words.lowers[before.head + 1 : group.first])
    if BASES.get(verb, verb) in _LEADING_TO_ING and _BEFORE_ING.fullmatch(link):
        return before.first, number - 1
    if verb in WRITING and subjects.of(number - 1):
        text = text_end(sentence, words.ends[before.head])
        if text == words.ends[group.first - 1]:
            return before.first, number - 1
    return group.first, number


_LONGEST_LINK: Final = 3
_ABLE: Final = words_of(
    "able unable likely unlikely ready set quick slow eager keen reluctant happy"
)
"""What with "be" and an infinitive makes one cue: "was able to say"."""

_LEADING: Final = words_of("appear seem go continue begin start try fail manage proceed attempt")
"""Verbs that with an infinitive make one cue."""


_REFUSING: Final = forms_of("refuse decline")
_ONLY_CONTENT: Final = words_of("comment discuss say answer respond")


def _refuses_to(lowers: list[str], before: Group, group: Group) -> bool:
    """Whether a verb refuses what the next one says: "refused to endorse"."""
    return lowers[before.head] in _REFUSING and lowers[group.head] not in _ONLY_CONTENT


_LEADING_TO_ING: Final = words_of(
    "start begin open close end finish keep continue stop avoid quit resume consider resist refrain"
    " shy steer set go"
)
"""Verbs that with a form in -ing make one cue: "started off by saying"."""

_BEFORE_ING: Final = re.compile(
    r"(?:(?:off|up|out) )?by|on|up|(?:away )?from|(?:short|clear) of|about|around|"
)
"""What may stand between the two."""


def _before(subjects: Subjects, number: int, verbs: list[int]) -> int | None:
    """The place in `verbs` of the one whose speaker a verb may share, near and of its tense."""
    words, group = subjects.words, subjects.groups[number]
    is_plain = group.kind == "finite" and words.classes[group.first] not in "MBH"
    nearest = None
    for place in range(len(verbs) - 1, -1, -1):
        other = subjects.groups[verbs[place]]
        if other.kind == "infinitive":
            continue
        nearest = place if nearest is None else nearest
        if not is_plain or words.classes[other.first] not in "MBH":
            return place
    return nearest


def _coordinates(subjects: Subjects, number: int) -> bool:
    """Whether a verb is joined to one before it by "and" or a comma."""
    group = subjects.groups[number]
    is_joined = subjects.words.classes[group.first - 1 : group.first] in (",", "C", "Q")
    return is_joined or group.kind == "finite"


_SETTING_LAST: Final = re.compile(
    r"\s(?:in|during)\s(?:an?|his|her|their|its)\s(?:[\w’'-]+\s){0,3}?(?:interview|statement|speech"
    r"|tweet|letter|e-?mail|news\sconference|briefing|memo|post|op-ed|hearing|filing|appearance)$"
)
"""Where someone speaks, between who speaks and the verb: "Savik in a statement urged"."""


def _source(
    sentence: Sentence, subjects: Subjects, number: int, previous: Report | None
) -> tuple[Stretch, ...] | None:
    """Who a verb's subject is: its own, or that of the report or verb before it."""
    words, group = subjects.words, subjects.groups[number]
    subject = subjects.of(number)
    if subject is None:
        is_bare = group.first == group.head and group.kind == "finite"
        if is_bare and words.classes[group.first - 1 : group.first] == ",":
            return None
        if is_bare and words.lowers[group.first - 1 : group.first] in (["when"], ["if"], ["once"]):
            return None
        is_cited = words.lowers[group.first - 1 : group.first] == ["as"]
        if previous and (previous.source or not is_cited):
            return previous.source
        subject = subjects.inherited(number)
    if subject is None or subject == NO_SUBJECT:
        return None
    start, end = words.starts[subject.first], words.ends[subject.last]
    setting = _SETTING_LAST.search(sentence.masked, start, end)
    return ((start, setting.start() if setting else end),)


def _within(inner: Report, outer: Report) -> Report:
    """A report whose content does not run beyond that of one which holds its verb."""
    (start, end), cue = outer.content[0], inner.cue[0]
    if not start <= cue[0] < end or inner.content[-1][1] <= end or inner.content[-1][0] >= end:
        return inner
    return inner._replace(content=(*inner.content[:-1], (inner.content[-1][0], end)))


def _report_at(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    if verb.word not in REPORTING:
        return None
    report, group = None, subjects.groups[verb.number]
    is_finite = group.kind == "finite"
    if verb.word in PUTTING and not _puts_it(subjects.words, group):
        return speaker_first(sentence, subjects, verb)
    if is_finite and verb.word in _AFTER_AS:
        report = speech_around(sentence, subjects, verb, is_as=True)
    if is_finite and (verb.word in _BEHIND or _is_heard(sentence, verb)):
        report = report or verb_first(sentence, subjects, verb)
        report = report or speech_first(sentence, subjects, verb)
    if is_finite and verb.word in _WITH_OBJECT:
        report = report or relative_speech(sentence, subjects, verb)
    report = report or speaker_first(sentence, subjects, verb)
    if report is None:
        return None
    report = report._replace(
        is_speech=verb.word in _ONLY_SAYING,
        is_infinitive=sentence.masked.startswith("to ", verb.cue[0])
        and not _is_told(sentence, report, verb),
    )
    return with_passive(sentence, report)


_HEARING: Final = words_of(
    "court inquiry enquiry inquest tribunal jury hearing trial panel committee"
)


def _is_heard(sentence: Sentence, verb: Verb) -> bool:
    """Whether a verb tells what is said in a court: "…, an inquest heard"."""
    if verb.word != "heard" or not verb.source:
        return False
    return sentence.masked[slice(*verb.source[-1])].split()[-1].lower() in _HEARING


_TELLS: Final = words_of(
    "say tell announce admit acknowledge discuss accuse order urge ask call demand denounce condemn"
    " criticize criticise blame praise warn argue insist declare explain describe express fear"
    " protest complain voice oppose concede thank congratulate reveal claim suggest propose note"
    " stress emphasize vow promise pledge report testify recall believe think hope"
)
"""Verbs that tell what was said in an infinitive too: "forced to admit"."""


def _is_told(sentence: Sentence, report: Report, verb: Verb) -> bool:
    """Whether somebody does say what an infinitive holds."""
    if BASES.get(verb.word, verb.word) not in _TELLS or not report.source:
        return False
    start, end = report.source[0]
    return sentence.masked[start:end].lower() not in ("it", "that", "which", "this", "there")


_ANOTHER: Final = re.compile(r"(?:,|\s[—–-])\s+(?:and|but)\s+$")


_LONGEST_JOINT: Final = 12


def _before_another(sentence: Sentence, report: Report, other: Report) -> Report:
    """A report whose content ends before one by someone else that "and" joins to it."""
    *others, (first, last) = report.content
    begins = min((start for start, _ in other.source), default=first)
    nearly = max(first, begins - _LONGEST_JOINT)
    joint = _ANOTHER.search(sentence.masked, nearly, begins) if first < begins < last else None
    if joint is None or other.cue[0][0] < begins:
        return report
    return report._replace(content=(*others, (first, joint.start())))


_CONJUNCTION: Final = re.compile(r",?\s+(?:(?:and|but|or)\s+)?$")


def _cut(sentence: Sentence, report: Report, end: int) -> Report:
    """A report whose content ends before a second verb of the same speaker."""
    *others, (first, last) = report.content
    if not first < end < last:
        return report
    conjunction = _CONJUNCTION.search(sentence.masked, first, end)
    return report._replace(content=(*others, (first, conjunction.start() if conjunction else end)))
