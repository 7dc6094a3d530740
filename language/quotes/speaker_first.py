"""The speaker before the speech: X said (that) … / X said: “…”."""

from __future__ import annotations

import re
from typing import Final, Literal

from language.grammar.clause_borders import resumed_after
from language.grammar.english_verbs import BASES, forms_of
from language.grammar.verb_groups import Subjects, Verb
from language.quotes.content_ends import content_end
from language.quotes.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.quotes.reporting_verbs import ABOUT
from language.quotes.reporting_words import (
    ADVERBIAL,
    ASKING,
    DAY,
    OF_PEOPLE,
    PLAIN,
    SAYING,
    SETTING,
    TAKING_AS,
    TELLING,
    URGING,
    VOICING,
    WISHING,
    WITH_ATTITUDE,
    WITH_CLAUSE,
)
from language.quotes.speech_first import speech_after
from language.quotes.spoken_nouns import TEXTS
from language.quotes.states_of_mind import State
from language.quotes.who_speaks import can_speak
from language.quotes.whole_cues import WholeCue, whole_cue
from language.word_lists import words_of

Frame = Literal["clause", "infinitive", "object", "quotation"]
"""What follows the verb: a clause, "to" with a verb, a noun, or a quotation alone."""


def speaker_first(sentence: Sentence, subjects: Subjects, verb: Verb) -> Report | None:
    """What a verb reports that stands after it; None if it reports none, or has no subject."""
    source = verb.source
    if source is None and sentence.is_item and not _before(sentence, verb.cue):
        source = ()
    whole = whole_cue(sentence, subjects, verb)
    cue = whole.stretch
    begun = _content_start(sentence, subjects, whole, verb)
    if begun is None or source is None:
        return None
    start, frame = begun
    if _is_anyone(sentence, source):
        return None
    if frame == "object" and _only_describes(subjects, verb):
        return None
    content = content_from(sentence, subjects, verb, start, frame)
    if content and not subjects.begins_verb(start):
        content = [*_relative(sentence, source), *content]
    return Report(tuple(content), (cue,), source, rule=_RULES[frame]) if content else None


def state_report(sentence: Sentence, subjects: Subjects, verb: Verb, state: State) -> Report | None:
    """What a verb reports with a state of mind: "is afraid that", "was critical of"."""
    if not verb.source or not is_of_speaker(sentence, verb):
        return None
    content = content_from(sentence, subjects, verb, state.start, state.follows)
    cue = (verb.cue[0], state.end)
    return Report(tuple(content), (cue,), verb.source, False, "state-of-mind") if content else None


_RULES: Final[dict[Frame, str]] = {
    "clause": "speaker-then-clause",
    "infinitive": "speaker-then-wish",
    "object": "speaker-then-matter",
    "quotation": "speaker-then-quotation",
}


_WHICH: Final = re.compile(r",\s+(?P<which>which)\s+$")


def _relative(sentence: Sentence, source: tuple[Stretch, ...]) -> list[Stretch]:
    """The "which" before a speaker, of which something is said: "the mine, which Savik says …"."""
    if not source:
        return []
    place = source[0][0]
    found = _WHICH.search(sentence.masked, max(sentence.start, place - 12), place)
    return [found.span("which")] if found else []


def _only_describes(subjects: Subjects, verb: Verb) -> bool:
    """Whether a verb in "-ing" says which one a noun means: "taxpayers reporting gains"."""
    words, group = subjects.words, subjects.groups[verb.number]
    if group.kind != "ing" or not group.first or verb.cue[0] != words.starts[group.head]:
        return False
    return words.classes[group.first - 1] in "NP)" and words.lowers[group.first - 1] not in TEXTS


_ANYONE: Final = words_of("please anyone anybody")


def _is_anyone(sentence: Sentence, source: tuple[Stretch, ...]) -> bool:
    """Whether nobody in particular is meant: "anyone wanting to leave"."""
    return len(source) == 1 and sentence.masked[slice(*source[0])].lower() in _ANYONE


def _before(sentence: Sentence, cue: Stretch) -> str:
    return sentence.masked[sentence.start : cue[0]].strip()


_THEN_SPEECH: Final = re.compile(r"(?P<gap>[^.;:\ue000]{0,80}?)(?P<mark>[:,]?)\s+(?=\ue000)")
_HANGING: Final = re.compile(r"\s(?:to|that|of|in|about|the|an?|as|and)$")
_FREE_GAP: Final = re.compile(
    rf"(?:\s+(?:{DAY}|(?:in|on|at|of|about|during|after|before|through|via|by|from|with|as)"
    r"\s+[^,\ue000]+|simply|only|again|flatly|instead|back))*"
)
_THAT: Final = re.compile(r"\s+(?P<that>that)[\s,]")
_OBJECT: Final = re.compile(
    r"\s+(?=[\w$€£\ue000])(?!(?:in|on|at|to|for|with|about|of|by|from|and|or|than|out|up|but|if|when"
    r"|after|before|because|until|since|while)(?!\w))"
)
_CLAUSE: Final = re.compile(
    r"\s+(?=[\w$€£\ue000])(?:(?=(?:about|over|around|under|up\s+to|at\s+(?:least|most)|between"
    r"|as\s+(?:many|much|few|little)\s+as)\s+(?:[\d$€£]|half|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|a\s(?:dozen|third|quarter|hundred|thousand|million)))"
    r"|(?!(?:in|on|at|to|for|with|as|about|of|by|from|and|or|than|out|up)\s))"
)
_ASKING: Final = re.compile(
    r"(?:\s+(?:aloud|openly|publicly))?"
    r"\s+(?P<asked>(?:(?:just|exactly|precisely)\s+)?(?:how|why|whether|what|if|when|where|who|which))\s"
)
_ANNOUNCED: Final = re.compile(
    rf"(?:\s+(?:{DAY}|{SETTING}|the\s+following|this|it\s+this\s+way))*:\s+(?=[A-Z\d$€£])"
)
"""A colon before what is said without quotation marks: "said on Monday: The dam leaks"."""
_INFINITIVE: Final = re.compile(r"\s+(?:not\s+)?to\s+\w")


def _content_start(
    sentence: Sentence, subjects: Subjects, cue: WholeCue, verb: Verb
) -> tuple[int, Frame] | None:
    """Where what was said begins after the verb, and how; None if the verb does not report."""
    masked, end, word, start = sentence.masked, sentence.end, verb.word, cue.stretch[1]
    if cleft := _what_is_said(sentence, subjects, verb, start):
        return cleft, "clause"
    if word not in WITH_CLAUSE or cue.takes in ("attitude", "text"):
        return _of_speaker(sentence, subjects, cue, verb)
    if that := _that_after(sentence, subjects, start, word):
        return that, "clause"
    if speech := _speech_after_gap(sentence, subjects, start, word):
        return (speech, "quotation") if word not in WISHING - SAYING else None
    if word in SAYING and (announced := _ANNOUNCED.match(masked, start, end)):
        return announced.end(), "clause"
    if cue.takes == "particle":
        found = _OBJECT.match(masked, start, end)
        return (found.end(), "object") if found else None
    if word in ASKING and (asking := _ASKING.match(masked, start, end)):
        return asking.start("asked"), "clause"
    if word in WISHING and (infinitive := _INFINITIVE.match(masked, start, end)):
        return infinitive.start() + 1, "infinitive"
    found = _OBJECT.match(masked, start, end)
    if found and _points(sentence, subjects, found.end()):
        return found.end(), "object"
    if found and word in _WITH_CLAUSE and subjects.begins_clause(found.end()):
        told = _plain_clause(sentence, subjects, start, verb) if word in TELLING else None
        return told or (found.end(), "clause")
    if word in URGING:
        return (found.end(), "object") if found else None
    plain = _plain_clause(sentence, subjects, start, verb) if word in PLAIN else None
    return plain or _of_speaker(sentence, subjects, cue, verb)


_IS_THAT: Final = re.compile(r"(?:,\s[^,;:\ue000]{1,120},)?\s+(?:is|was)\s+(?P<that>that)\s")


def _what_is_said(sentence: Sentence, subjects: Subjects, verb: Verb, start: int) -> int | None:
    """Where "that" begins behind a question word: "what Savik says, in letters, is that"."""
    subject = subjects.of(verb.number)
    if subject is None or subject.first < 1 or verb.word not in ASKING:
        return None
    if subjects.words.lowers[subject.first - 1] != "what":
        return None
    found = _IS_THAT.match(sentence.masked, start, sentence.end)
    return found.start("that") if found else None


def is_of_speaker(sentence: Sentence, verb: Verb) -> bool:
    """Whether the subject of a verb is someone who can say something."""
    if not verb.source:
        return False
    return can_speak(sentence.masked[verb.source[0][0] : verb.source[-1][1]])


_AS: Final = re.compile(r"\s+(?!as\s)[^,.;:—]{1,60}?\s(?:as|to|with)\s")
_LED_IN: Final = re.compile(r"\s+(?=(?:that|to|how|why|whether|what|if)\s)")


def _of_speaker(
    sentence: Sentence, subjects: Subjects, cue: WholeCue, verb: Verb
) -> tuple[int, Frame] | None:
    """Where the object begins of a verb that reports only if its subject can speak."""
    masked, word, start = sentence.masked, verb.word, cue.stretch[1]
    if not is_of_speaker(sentence, verb):
        return None
    told = _TOLD_THAT.match(masked, start, sentence.end) if cue.takes != "nothing" else None
    if told and not subjects.any_between(start, told.start("that")):
        return told.start("that"), "clause"
    if cue.takes != "nothing" and (led := _LED_IN.match(masked, start, sentence.end)):
        is_infinitive = masked.startswith("to ", led.end())
        return led.end(), "infinitive" if is_infinitive else "clause"
    found = _OBJECT.match(masked, start, sentence.end)
    if found is None:
        return None
    if cue.takes == "nothing" and word not in OF_PEOPLE:
        taken = _AS.match(masked, start, sentence.end) if word in TAKING_AS else None
        if taken is None or subjects.any_between(start, taken.end()):
            return None
    return found.end(), "object"


_TOLD_THAT: Final = re.compile(r"\s+to(?:\s+[^\s;:\ue000]+){1,13}?\s+(?P<that>that)[\s,]")


def _speech_after_gap(sentence: Sentence, subjects: Subjects, start: int, word: str) -> int | None:
    """Where a quotation begins that follows the verb, or when, where and to whom it was said."""
    speech = _THEN_SPEECH.match(sentence.masked, start, sentence.end)
    if speech is None or subjects.any_between(start, speech.end("gap")):
        return None
    if _HANGING.search(speech["gap"]):
        return None
    if not speech["gap"] or speech["mark"] or word in TELLING:
        return speech.end()
    is_free = word in ASKING and _FREE_GAP.fullmatch(speech["gap"])
    return speech.end() if is_free else None


def _plain_clause(
    sentence: Sentence, subjects: Subjects, start: int, verb: Verb
) -> tuple[int, Frame] | None:
    """Where a clause without "that" begins."""
    masked, word = sentence.masked, verb.word
    if much := _AS_MUCH.match(masked, start, sentence.end):
        return much.start("much"), "object"
    if word in TELLING:
        if (clause := _clause_told(sentence, subjects, start)) is not None:
            return clause, "clause"
        told = _TOLD.match(masked, start, sentence.end)
        start = told.end() if told else start
    adverbial = ADVERBIAL.match(masked, start, sentence.end)
    start = adverbial.end() if adverbial else start
    if setting := _SETTING.match(masked, start, sentence.end):
        start = setting.end()
    parted = _PARTED_CLAUSE.match(masked, start, sentence.end)
    if parted and is_of_speaker(sentence, verb):
        return parted.end(), "clause"
    found = _CLAUSE.match(masked, start, sentence.end)
    is_word = len(masked[start : sentence.last].split(maxsplit=2)) == 1
    if found and not (is_word and word in _SAY):
        if subjects.begins_clause(found.end()):
            return found.end(), "clause"
        is_plain = word in _SAY or word not in _SAYING_OR_SHOWING
        holds_verb = subjects.any_between(start, sentence.last)
        if is_plain and (holds_verb or QUOTED in masked[start : sentence.last]):
            return found.end(), "clause"
        return (found.end(), "object") if word in _WITH_NOUN else None
    return None


_AS_MUCH: Final = re.compile(
    r"\s+(?P<much>as\s+much|so)(?=\s*(?:[.,;?!—]|$)|\s+(?:in|on|at|to|during|when|while|before"
    rf"|after|himself|herself|{DAY})(?!\w))"
)
"""What stands for something said before: "said as much", "thinks so"."""

_SHOW: Final = words_of("show shows showed shown showing")


_SAY: Final = words_of("say says said saying tell tells told telling")


_SAYING_OR_SHOWING: Final = SAYING | _SHOW
_WITH_NOUN: Final = (
    SAYING - TELLING - VOICING - forms_of("continue add respond reply point")
) | _SHOW
"""Verbs that report with an object that is no clause: "explained the plan"."""

_WITH_CLAUSE: Final = SAYING | PLAIN | WISHING | ASKING


_SETTING: Final = re.compile(
    r"\s+(?:in|on|at|during|after|before|under|through|via|by|from|amid)\s(?:[^\s,.;:\ue000]+\s+){0,8}?"
    r"[^\s,.;:\ue000]+(?=\s(?:he|she|it|they|we|I)\s)"
)
"""Where or when something was said, before a clause that begins with a pronoun."""

_PARTED_CLAUSE: Final = re.compile(r"(?<=\w),\s+(?=(?:he|she|it|they|we|I|this|there)\s)")
"""What parts a setting from a clause: "said in a statement, they …"."""

_TOLD: Final = re.compile(
    r"(?:\s+[^\s,]+){1,6}?(?=\s+(?:he|she|it|they|I|we|you|there|his|her|their|Mrs?|Ms|Dr)[\s.])"
    r"|\s+(?:reporters|him|her|them|me|us|journalists|lawmakers|jurors|investors|analysts|MPs"
    r"|colleagues|supporters|voters|legislators|senators|detectives|police|delegates)(?=\s)"
)
"""Who was told, where "that" does not follow."""


def _clause_told(sentence: Sentence, subjects: Subjects, start: int) -> int | None:
    """Where a clause with a noun as its subject begins behind who was told it."""
    addressee = _NOUNS.match(sentence.masked, start, sentence.end)
    for found in _THEN_NOUN.finditer(
        sentence.masked, start, addressee.end() if addressee else start
    ):
        if found.start() > start and subjects.begins_clause(found.end()):
            return found.end()
    return None


_NOUNS: Final = re.compile(r"(?:\s+[\w.’'-]+){1,8}")
_THEN_NOUN: Final = re.compile(r"(?<!\sof)\s+(?=(?:the|an?|his|her|its|their|[A-Z][\w.-]*)\s)")

_ADDRESSEE: Final = re.compile(r"(?:\s+[^\s;:\ue000]+){0,14}?\s+(?P<that>that)[\s,]")
_ASKED_ABOUT: Final = re.compile(
    r"(?:\s+[^\s;:]+){0,14}?\s+(?P<that>that|how|whether|what|why)[\s,]"
)
_THAT_AFTER_INSERT: Final = re.compile(
    r"(?:,\s[^,;:()\ue000]{1,80},|\s\([^()\ue000]{1,80}\))\s+(?P<that>that)\s"
)
_FREE_WORDS: Final = re.compile(
    rf"(?:\s+(?:on|in|at|to|during|after|before|through|via|by|reporters|{DAY}|clear"
    r"|earlier|later|again|afterwards?|last|this|just|too|instead|[a-z]+ly)\b)"
)


def _that_after(sentence: Sentence, subjects: Subjects, start: int, word: str) -> int | None:
    masked, end = sentence.masked, sentence.end
    if directly := _THAT.match(masked, start, end):
        place = directly.start("that")
        return None if _points(sentence, subjects, place) else place
    base = BASES.get(word, word)
    if word in WITH_ATTITUDE and (wished := _INFINITIVE.match(masked, start, end)):
        return wished.start() + 1
    is_speech = word in ASKING
    if is_speech and (inserted := _THAT_AFTER_INSERT.match(masked, start, end)):
        return inserted.start("that")
    if base in ABOUT or (is_speech and _FREE_WORDS.match(masked, start, end)):
        found = (_ASKED_ABOUT if base in ABOUT else _ADDRESSEE).match(masked, start, end)
        if found and not subjects.any_between(start, found.start("that")):
            return found.start("that")
    return None


_POINTING: Final = re.compile(
    r"that\s+(?P<noun>[a-z]{4,})(?=[.,]|\s(?:and|or|but|in|on|at|for|of|to|by|with)\s)"
)


def _points(sentence: Sentence, subjects: Subjects, place: int) -> bool:
    """Whether "that" points at a noun and opens no clause: "rejected that argument"."""
    found = _POINTING.match(sentence.masked, place, sentence.end)
    return found is not None and not subjects.begins_clause(found.start("noun"))


_ENDS_IN: Final = re.compile(r"[,.?!…][’'”\"»\s]*$")


def content_from(
    sentence: Sentence, subjects: Subjects, verb: Verb, start: int, frame: Frame
) -> list[Stretch]:
    """What was said from a place on: a whole quotation and those that follow, or a clause."""
    quotation = sentence.quotation_at(start)
    if quotation and quotation[0] == start and _ends_speech(sentence, quotation):
        return [quotation, *speech_after(sentence, subjects, quotation[1], is_direct=True)]
    if much := _AS_MUCH.match(sentence.masked, start - 1, sentence.end):
        return [much.span("much")]
    end = content_end(
        sentence,
        subjects,
        start,
        is_matter=frame in ("object", "infinitive"),
        is_subordinate=subjects.is_subordinate(verb.number),
    )
    end = resumed_after(subjects, verb.number, start, end) or end
    return [(start, end)] if end > start else []


def _ends_speech(sentence: Sentence, quotation: Stretch) -> bool:
    """Whether the reporting sentence does not go on after a quotation as part of what was said."""
    rest = sentence.masked[quotation[1] : sentence.end].strip()
    if not rest or rest[0] in ".,;:—!?":
        return True
    return bool(_ENDS_IN.search(sentence.text, max(quotation[0], quotation[1] - 4), quotation[1]))
