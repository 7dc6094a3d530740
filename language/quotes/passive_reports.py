"""Passive verbs whose subject is part of what is said: "is expected to", "was accused of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from language.grammar.clause_borders import resumed_after
from language.grammar.groups import MOST_VERBS
from language.grammar.verb_groups import Subjects
from language.quotes.content_ends import content_end
from language.quotes.phrases import agent_after, subject_of
from language.quotes.reported_sentence import Report, Sentence, Stretch
from language.word_lists import by_each, words_of

_BEFORE_WISH: Final = words_of(
    "expected believed thought said reported alleged rumored rumoured estimated projected predicted"
    " feared assumed understood considered deemed known shown asked urged told ordered advised"
    " encouraged presumed anticipated forecast claimed acknowledged suspected perceived judged"
    " determined tipped warned hoped"
)
_PREPOSITIONS: Final = by_each(
    "accused suspected: of"
    "; criticized criticised praised blamed condemned ridiculed mocked faulted lauded lambasted"
    " chided denounced hailed attacked derided slammed lampooned rebuked scolded credited"
    " applauded commended pilloried panned: for"
    "; credited: with"
    "; questioned pressed quizzed grilled: about"
    "; seen viewed regarded described portrayed cast depicted perceived mentioned criticized"
    " criticised hailed praised dismissed identified touted billed labelled labeled characterized"
    " characterised interpreted denounced decried derided condemned lauded ridiculed: as"
)
_BEFORE_NAME: Final = words_of(
    "called dubbed labeled labelled considered deemed termed branded nicknamed"
)
_TIMES: Final = words_of("years months weeks days decades")
_CLAUSE: Final = words_of("that to whether how why what when where who if")
_BY: Final = words_of("by")
_SPOKEN_BY: Final = words_of(
    "endorsed supported opposed criticized criticised praised condemned denounced rejected welcomed"
    " mocked attacked challenged questioned disputed denied ridiculed told slammed blasted"
    " applauded hailed described cited favored favoured championed touted promoted upheld contested"
    " refuted derided panned lauded urged recommended proposed suggested demanded ordered predicted"
    " approved defended dismissed backed"
)
"""Participles of verbs that report with an object alone: "is supported by the farmers"."""


class _Rest(NamedTuple):
    """What follows a participle: where the rest of what was said begins, the cue's last word."""

    start: int | None
    last_of_cue: int
    agent: Stretch | None


def passive_reports(sentence: Sentence, subjects: Subjects) -> Iterator[Report]:
    """What passive verbs report: their subject, and what follows; by the agent after "by"."""
    words = subjects.words
    if "E" not in words.classes:
        return
    for number, group in enumerate(subjects.groups[:MOST_VERBS]):
        if words.classes[group.head] != "E" or "B" not in words.classes[group.first : group.head]:
            continue
        rest = _rest(subjects, group.head)
        subject = subject_of(subjects, number) if rest else None
        if rest is None or subject is None:
            continue
        content, agent = [subject], rest.agent
        if rest.start is not None:
            is_subordinate = subjects.is_subordinate(number)
            end = content_end(
                sentence, subjects, rest.start, is_matter=True, is_subordinate=is_subordinate
            )
            end = resumed_after(subjects, number, rest.start, end) or end
            if agent is None:
                agent, end = _agent_in(subjects, rest.start, end)
            content.append((rest.start, end))
        yield Report(
            tuple(content),
            ((words.starts[group.first], words.ends[rest.last_of_cue]),),
            (agent,) if agent else (),
            is_speech=False,
            rule="passive-with-agent" if agent else "passive-without-speaker",
        )


def _rest(subjects: Subjects, head: int) -> _Rest | None:
    words = subjects.words
    lowers, classes = words.lowers, words.classes
    participle = lowers[head]
    named = agent_after(words, head + 1, _BY)
    agent, place = named or (None, head + 1)
    if place < len(lowers) - 1:
        after = lowers[place]
        if after == "to" and participle in _BEFORE_WISH and classes[place + 1] in "VBHR":
            return _Rest(words.starts[place], head, agent)
        is_time = lowers[place + 1] in _TIMES or classes[place + 1] == "0"
        if after in _PREPOSITIONS.get(participle, ()) and not is_time:
            last = head if agent else place
            return _Rest(words.starts[place if agent else place + 1], last, agent)
        if participle in _BEFORE_NAME and classes[place] in "DNP0Q" and not agent:
            return _Rest(words.starts[place], head, None)
        if after in _CLAUSE:
            return None
    return _Rest(None, head + 1, agent) if agent and participle in _SPOKEN_BY else None


def _agent_in(subjects: Subjects, start: int, end: int) -> tuple[Stretch | None, int]:
    """Who is named with "by" in a stretch, and where the stretch ends without that."""
    words = subjects.words
    for place, word in enumerate(words.lowers):
        at = words.starts[place]
        if word == "by" and start < at < end and (named := agent_after(words, place, _BY)):
            return named[0], at
    return None, end
