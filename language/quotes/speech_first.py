"""The speaker behind the speech: “…,” said X / “…,” X said / …, X said."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from language.grammar.english_verbs import BASES
from language.grammar.verb_groups import Subjects, Verb
from language.grammar.word_classes import Words
from language.quotes.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.quotes.reporting_words import (
    ADVERBIAL,
    APPOSITION,
    DAY,
    FINITE,
    SAYING,
    SETTING,
    TELLING,
)
from language.quotes.speech_around import speech_around, with_particle
from language.quotes.speech_goes_on import (
    THEN_SPEECH,
    goes_on_quoted,
    goes_on_with_verb,
    with_rest,
)
from language.word_lists import words_of

_NAME_END: Final = re.compile(
    r"\s+(?:(?:in|on|at|during|after|before|last|to|while|as|when|from|by|earlier|later|this|with"
    rf"|through|outside|amid|without|via)\s"
    rf"|{DAY})|[,;:\ue000(—]|$"
)


def speech_first(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    """What a verb reports that stands behind it; None if that is before it or nowhere."""
    for source, speech_end, rest in (
        _inverted(sentence, subjects, verb),
        _in_order(sentence, subjects, verb),
    ):
        if source is None:
            continue
        fragments = _speech_before(sentence, speech_end)
        is_direct = bool(fragments) and sentence.is_quoted(fragments[0])
        cue = (verb.cue[0], with_particle(sentence, verb))
        rest = max(rest, cue[1])
        told = _TOLD.match(sentence.masked, rest, sentence.last) if verb.word in TELLING else None
        rest = told.end("told") if told else rest
        if fragments and _may_end(sentence, subjects, verb, rest, is_direct):
            goes_on = goes_on_quoted(sentence, rest)
            fragments += speech_after(sentence, subjects, rest, is_direct or goes_on)
            if goes_on and not is_direct:
                fragments[-1] = with_rest(sentence, subjects, fragments[-1])
            if len(fragments) > 1 and not is_direct:
                fragments[0] = _own_clause(sentence, subjects, fragments[0])
            is_set_in = (
                len(fragments) > 1
                and fragments[-1][1] == sentence.last
                and not (is_direct or goes_on)
            )
            if len(fragments) == 1 or is_set_in:
                is_quoted = not is_set_in and sentence.masked[fragments[0][1] - 1] == QUOTED
                after = rest if is_quoted else sentence.end
                fragments += speech_after(sentence, subjects, after, is_direct=True)
            return Report(tuple(fragments), (cue,), (source,), rule="speech-then-speaker")
    return speech_around(sentence, subjects, verb, is_as=False)


def _inverted(
    sentence: Sentence, subjects: Subjects, verb: Verb
) -> tuple[Stretch | None, int, int]:
    """`…,” said X`: speaker, end of the speech, end of the attribution."""
    words, group = subjects.words, subjects.groups[verb.number]
    before = words.classes[group.first - 1] if group.first else ""
    if verb.word in TELLING or before not in _SPEECH_ENDS or not before:
        return None, 0, 0
    if before == "," and _is_described_name(sentence.masked[sentence.body : verb.cue[0]]):
        return None, 0, 0
    following = words.classes[group.head + 1 : group.head + 2]
    if not following or following not in "DPNL0" or words.lowers[group.head + 1] in _ANSWERS:
        return None, 0, 0
    source = _source_after(sentence, words, group.head + 1)
    subject = subjects.of(verb.number)
    has_subject = before != "Q" and subject is not None and subject.last >= 0
    if has_subject and not (before == "," and source and _only_speaks(sentence, verb, source)):
        return None, 0, 0
    if before == "," and source and not _holds_speech(sentence, subjects, verb, source):
        return None, 0, 0
    if source and _holds_verb(words, group.head + 1, source[1], is_quoted=before == "Q"):
        return None, 0, 0
    return source, verb.cue[0], source[1] if source else 0


def _holds_speech(sentence: Sentence, subjects: Subjects, verb: Verb, source: Stretch) -> bool:
    """Whether a clause, or quotation, stands before a verb, or a plain name behind it."""
    before = sentence.masked[sentence.body : verb.cue[0]]
    if QUOTED in before or sentence.masked[source[0]].isupper():
        return True
    return subjects.any_between(sentence.body, verb.cue[0] - 1)


def _only_speaks(sentence: Sentence, verb: Verb, source: Stretch) -> bool:
    """Whether what ends the sentence behind a verb can but be the speaker: "…, noted Savik."."""
    start, end = source
    setting = ADVERBIAL.match(sentence.masked, start - 1, sentence.end)
    if sentence.masked[end : sentence.last].strip() or (setting and setting.end() > start - 1):
        return False
    base = BASES.get(verb.word, verb.word)
    is_name = sentence.masked[start:end].split()[-1][:1].isupper()
    return base == "say" or (is_name and base in _SAID_OF_CLAUSES)


_SAID_OF_CLAUSES: Final = words_of(
    "note add stress explain conclude warn insist argue predict recall remark observe reply"
)
"""Verbs whose object is a clause, and hardly ever a name."""


def _holds_verb(words: Words, first: int, end: int, *, is_quoted: bool) -> bool:
    """Whether words from one on make a clause, before who or that; not "a report released"."""
    classes = words.classes[first : bisect_left(words.starts, end)]
    return bool(set("MBH" if is_quoted else "VMBH") & set(re.split("[WS]", classes)[0]))


def _own_clause(sentence: Sentence, subjects: Subjects, said: Stretch) -> Stretch:
    """What was said up to its speaker, without what somebody said before it in the sentence."""
    start, end = said
    words = subjects.words
    places = [
        found.end()
        for found in _PARTED.finditer(sentence.masked, max(start, end - _LONGEST_PART), end)
        if not subjects.any_between(found.end(), end)
    ]
    is_told = places and any(
        group.kind == "finite"
        and words.lowers[group.head] in SAYING
        and start <= words.starts[group.head] < places[-1]
        for group in subjects.groups
    )
    return (places[-1], end) if is_told else said


_LONGEST_PART: Final = 120
_PARTED: Final = re.compile(r";\s+|,\s+(?:and|but)\s+")
_ANSWERS: Final = words_of("no yes so nothing little")
"""What is said rather than speaks: "said no"."""

_SPEECH_ENDS: Final = ",Q-."
"""Classes of what may stand before the words that attribute a speech."""

_DESCRIBED: Final = re.compile(r"([^,\ue000]{1,80}),\s+(?:who|whose|which|where)\s[^\ue000]*,\s+")


def _is_described_name(before: str) -> bool:
    """Whether what stands before a verb is no speech but its subject: "Ostrey, who is old,"."""
    found = _DESCRIBED.fullmatch(before)
    return found is not None and not FINITE.search(found[1])


def _in_order(
    sentence: Sentence, subjects: Subjects, verb: Verb
) -> tuple[Stretch | None, int, int]:
    """`…,” X said`: speaker, end of the speech, end of the attribution."""
    words, subject = subjects.words, subjects.of(verb.number)
    if subject is None or subject.first == 0:
        return None, 0, 0
    before = subject.first - 1
    if words.lowers[before] == "as" and before > 0:
        before -= 1
    if words.classes[before] not in _SPEECH_ENDS:
        return None, 0, 0
    source = (words.starts[subject.first], words.ends[subject.last])
    return source, words.ends[before], verb.cue[1]


def _source_after(sentence: Sentence, words: Words, first: int) -> Stretch | None:
    """The speaker after an inverted verb, with an apposition."""
    start = words.starts[first]
    ends = _NAME_END.finditer(sentence.masked, start, sentence.last)
    found = next((each for each in ends if not _tells_which(sentence, each)), None)
    end = found.start() if found else sentence.last
    if found and found[0].startswith("("):
        close = sentence.masked.find(")", end, end + _LONGEST_ASIDE)
        end = min(close + 1, sentence.last) if close > 0 else len(sentence.masked[:end].rstrip())
    if not _is_name(sentence.masked[start:end]):
        return None
    if sentence.masked[end : end + 2] == ", ":
        end = _apposition_end(sentence, words, end)
    return (start, end) if start < end else None


def _tells_which(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether a preposition after a common noun tells which it is: "a source on the panel"."""
    place = found.start()
    if _MADE.search(sentence.masked, max(0, place - 30), place):
        return True
    if found[0].strip() not in ("on", "in", "from", "with"):
        return False
    setting = ADVERBIAL.match(sentence.masked, place, sentence.last)
    if setting and setting.end() > place:
        return False
    return bool(_COMMON_NOUN.search(sentence.masked, max(0, place - 30), place))


_MADE: Final = re.compile(r"\s[a-z]+\s[a-z]+ed$")
_COMMON_NOUN: Final = re.compile(r"\s[a-z]+$")

_LONGEST_ASIDE: Final = 24
"""Code points of what may stand in brackets after a name and belongs to it: "(D-Md.)"."""

_PRONOUN: Final = re.compile(r"(?:he|she|they|I|we)(?:\s|$)")
_RELATIVE: Final = re.compile(r"\s(?:who|whose|which|that|whom)\s")


def _is_name(words: str) -> bool:
    """Whether words name someone and are no clause: "the minister", not "the minister is ill"."""
    if _PRONOUN.match(words):
        return len(words.split()) == 1
    return bool(words.strip()) and not FINITE.search(_RELATIVE.split(f" {words}")[0])


def _apposition_end(sentence: Sentence, words: Words, comma: int) -> int:
    """Where a name with its apposition ends, given the comma after the name."""
    opens = words.classes[bisect_left(words.starts, comma + 1) :][:1] or "."
    if opens not in "NDP0" and not APPOSITION.match(sentence.masked, comma + 2, sentence.last):
        return comma
    quoted = sentence.masked.find(QUOTED, comma, sentence.last)
    end = quoted if quoted > 0 else sentence.last
    age = _AGE.match(sentence.masked, comma + 2, end)
    first = age.end() if age else comma + 2
    if opens != "W" and (another := _ANOTHER.search(sentence.masked, first, end)):
        end = another.start()
    if not _is_name(sentence.masked[comma + 2 : end]):
        return comma
    return len(sentence.masked[:end].rstrip(" ,:;—-"))


_AGE: Final = re.compile(r"\d{1,3},\s+(?:an?|one)\s")
_ANOTHER: Final = re.compile(r",\s+(?:an?|one|which|in|at|on|during|to|after)\s")
"""A further apposition, which tells of the last thing named in the one before, or a setting."""

_AS_BEFORE: Final = re.compile(r",?\s+as\s+$")
_ASKED: Final = re.compile(r"(?:[Ww]hen\s+)?(?:[Aa]sked|[Pp]ressed|[Tt]old)\s")


def _speech_before(sentence: Sentence, end: int) -> list[Stretch]:
    """What was said before the speaker: a quotation, or all of the sentence up to there."""
    end = len(_AS_BEFORE.sub("", sentence.masked[:end]).rstrip(" ,—-"))
    if end <= sentence.start:
        return []
    quotation = sentence.quotation_at(end - 1)
    if (
        quotation
        and not sentence.masked[sentence.start : max(quotation[0], sentence.start)].strip()
    ):
        return [quotation]
    start = sentence.body
    if quotation and start < quotation[0] and sentence.masked[: quotation[0]].rstrip()[-1] in ":—;":
        return [quotation]
    if len(sentence.text[start:end].split()) < 2 or _ASKED.match(sentence.masked, start):
        return []
    return [(start, end)]


def _may_end(
    sentence: Sentence, subjects: Subjects, verb: Verb, start: int, is_direct: bool
) -> bool:
    """Whether nothing that was said follows the verb directly."""
    if is_direct:
        return not _THAT.match(sentence.masked, start, sentence.end)
    if verb.word in TELLING and _is_told(sentence, subjects, start):
        return True
    adverbial = ADVERBIAL.match(sentence.masked, start, sentence.end)
    rest = adverbial.end() if adverbial else start
    if THEN_SPEECH.match(sentence.masked, rest, sentence.end):
        first_verb = subjects.words.starts[subjects.groups[0].first]
        is_clause = first_verb < verb.cue[0] or subjects.words.classes[0] in "SA"
        is_clause = is_clause or QUOTED in sentence.masked[sentence.body : verb.cue[0]]
        is_clause = is_clause or goes_on_with_verb(sentence, subjects, start)
        return is_clause and goes_on_quoted(sentence, start)
    following = sentence.masked[rest : sentence.last].lstrip()
    return not following or following[0] in ",.:;("


def _is_told(sentence: Sentence, subjects: Subjects, start: int) -> bool:
    """Whether only who was told follows: "told the Herald on Monday"."""
    rest = sentence.masked[start : sentence.last]
    has_more = subjects.any_between(start, sentence.last) or QUOTED in rest or "," in rest
    return bool(rest.strip()) and not has_more


_TOLD: Final = re.compile(
    r"(?P<told>\s+(?:me|us|him|her|them|reporters|journalists|lawmakers|supporters"
    r"|(?:the\s+)?[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3})"
    rf"(?:\s+(?:{DAY}|{SETTING}|earlier|later|recently|again))*),\s+[a-z]"
)
"""Who was told, and when, in the midst of what was said."""

_THAT: Final = re.compile(r"\s+that\s")
_CONTINUES: Final = re.compile(
    r";\s+|,\s+(?!(?:without|amid|despite|who|which|adding|noting|saying|but|while|citing|in|after|during|at|on|as|when|and"
    r"|according|referring|calling|\w+ing)\s)"
)


_MOST_TITLES: Final = 3
"""Quotations behind a speaker that may be no speech, but names: on “Tellis Today”."""


def speech_after(
    sentence: Sentence, subjects: Subjects, start: int, is_direct: bool
) -> list[Stretch]:
    """What was said after the speaker: the next quotations, or the rest of the sentence."""
    if not is_direct:
        adverbial = ADVERBIAL.match(sentence.masked, start, sentence.last)
        start = adverbial.end() if adverbial else start
        found = _CONTINUES.match(sentence.masked, start, sentence.last)
        rest = sentence.masked[found.end() : sentence.last] if found else ""
        is_clause = found is not None and subjects.begins_clause(found.end())
        is_rest = len(rest.split()) > 1 and (is_clause or not _is_apposition(rest))
        return [(found.end(), sentence.last)] if found and is_rest else []
    fragments: list[Stretch] = []
    end, titles = sentence.end, 0
    for quotation in (each for each in sentence.quotations if each[0] >= start):
        if quotation[0] < sentence.end and not fragments:
            is_next = _LEADS_ON.search(sentence.masked, start, quotation[0]) is not None
        else:
            is_next = not sentence.masked[end : quotation[0]].strip()
        if not fragments and _speaks_again(sentence, start, quotation):
            break
        joint = None if is_next or fragments else _joint_before(sentence, start, quotation)
        is_title = quotation[0] < sentence.end and not (fragments or is_next or joint)
        titles += is_title
        if is_title and titles <= _MOST_TITLES and not subjects.any_between(start, quotation[0]):
            end = max(end, quotation[1])
            continue
        if not (is_next or joint) or _is_attributed(sentence, quotation):
            break
        fragments.append(
            (joint.start("but") if joint and joint["but"] else quotation[0], quotation[1])
        )
        end = max(end, quotation[1])
    return fragments


def _is_apposition(rest: str) -> bool:
    """Whether words after a speaker's name still tell who that is."""
    return rest.startswith(("a ", "an ", "the ")) and _is_name(rest)


def _speaks_again(sentence: Sentence, start: int, quotation: Stretch) -> bool:
    """Whether another verb leads to a quotation of the same sentence: "but added: “…”"."""
    if quotation[0] >= sentence.end:
        return False
    return any(
        found is not None and found["verb"] in SAYING
        for found in (
            _VERB_BEFORE.search(sentence.masked, start, quotation[0]),
            _SPEAKER_BEFORE.search(sentence.masked, start, quotation[0]),
        )
    )


_VERB_BEFORE: Final = re.compile(
    r"(?:,|(?<!\w)(?:and|but|before|while|then|who))\s+(?:(?:later|also|then|[a-z]+ly)\s+)?"
    r"(?P<verb>(?!(?:and|but|before|while|then|who)\s)[a-z]+)(?:\s[\w’'-]+){0,4}[,:]?\s*$"
)
"""A verb that may lead to the quotation after it."""

_SPEAKER_BEFORE: Final = re.compile(
    r",\s+(?:and|but|while)\s(?:[\w.’'-]+\s){1,6}?(?P<verb>[a-z]+)[,:]?\s*$"
)
"""The same, with its own speaker: "and he said, “…”"."""


def _joint_before(sentence: Sentence, start: int, quotation: Stretch) -> re.Match[str] | None:
    """What joins a quotation, as a part of the speech, to its speaker: "he said, but “in"."""
    joint = _JOINT.search(sentence.masked, start, quotation[0])
    spoken = sentence.text[quotation[0] : quotation[1]].lstrip("“\"'‘«")
    return joint if joint and quotation[0] < sentence.end and spoken[:1].islower() else None


_JOINT: Final = re.compile(r",\s+(?:and|(?P<but>but|or|so))\s+$")
_LEADS_ON: Final = re.compile(r"[,:;—]\s*$|--\s*$")
_OWN_WORDS: Final = re.compile(
    r"\s+[a-z]|\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|told|added)\b"
)


def _is_attributed(sentence: Sentence, quotation: Stretch) -> bool:
    """Whether a quotation in a later sentence has words after it that may say whose it is."""
    if quotation[0] < sentence.end:
        return False
    spoken = sentence.text[quotation[0] : quotation[1]].rstrip("”\"'’» \xa0")
    return spoken[-1:] not in ".!?…" or _OWN_WORDS.match(sentence.masked, quotation[1]) is not None
