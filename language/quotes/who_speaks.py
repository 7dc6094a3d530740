"""Who can say and think something: persons, bodies, and what they wrote; no other things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from language.names.lists import roles
from language.word_lists import words_of

_PRONOUNS: Final = words_of(
    "he she they i we you who some many others most few several both all everyone everybody"
    " someone somebody one anyone nobody none two three four five six seven half percent each"
    " those"
)
_NO_SPEAKERS: Final = words_of("it this that which there what these here so such")
_PERSONS: Final = words_of(
    "people person folk folks persons man men woman women child children kid kids elite elites"
    " public youth poor rich young elderly millennials immigrants blacks whites latinos hispanics"
)
_BODIES: Final = words_of(
    "administration agency alliance army assembly association audience authority authorities bank"
    " bench bloc board body brigade bureau cabinet camp campaign caucus chain church city"
    " coalition club college commission committee community company conference congress convention"
    " corporation council country county couple court crowd delegation department division duo"
    " electorate embassy establishment faction family federation firm force forces foundation"
    " generation government group household industry institute institution junta jury kingdom"
    " leadership league left legislature library majority media military ministry minority mission"
    " mob movement municipality nation network newspaper office opposition organisation"
    " organization outlet outlets panel paper parliament party police politburo post presidency"
    " press province publication regime right school senate service side sides society staff state"
    " station subcommittee task-force team town tribe tribunal trio troops trust union unit"
    " university village voice wing world website site magazine"
)
_TEXTS: Final = words_of(
    "ad advertisement analysis article book column commercial complaint decision document"
    " documentary documents editorial essay film filing indictment lawsuit letter memo memoir"
    " opinion paper petition poll report resolution review ruling song speech spot statement"
    " studies study suit survey testimony tweet verdict video"
)
_SPEAKERS: Final = _PRONOUNS | _PERSONS | _BODIES | _TEXTS
_PERSON_ENDINGS: Final = ("ist", "ian", "crat", "eer", "goer", "holder", "maker", "man", "woman")
_HEAD_ENDS: Final = re.compile(
    r",|\s(?:of|in|on|at|for|from|with|who|whose|which|that|to|by|against|about|near|behind)(?!\w)"
    r"|\s[(—–]"
)
_LAST_WORD: Final = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*$")
_LONGEST_WORD: Final = 60
_AFTER_WORD: Final = " \n\t.'’)\ue000"


def can_speak(noun_phrase: str) -> bool:
    """Whether a noun phrase, quotations in it masked, is for someone who can say something."""
    ends = _HEAD_ENDS.search(noun_phrase, 1)
    head_phrase = (noun_phrase[: ends.start()] if ends else noun_phrase).rstrip(_AFTER_WORD)
    found = _LAST_WORD.search(head_phrase[-_LONGEST_WORD:])
    if found is None:
        return False
    head = found[0]
    lower = head.lower()
    if lower in _NO_SPEAKERS:
        return False
    return head[0].isupper() or _is_speaker(lower)


@lru_cache(maxsize=4096)
def _is_speaker(noun: str) -> bool:
    singulars = [noun]
    if noun.endswith("ies"):
        singulars.append(noun[:-3] + "y")
    elif noun.endswith("s"):
        singulars += [noun[:-1], noun[:-2] if noun.endswith("es") else noun[:-1]]
    if noun.endswith("men"):
        singulars.append(noun[:-3] + "man")
    return any(
        each in _SPEAKERS or each in roles() or each.endswith(_PERSON_ENDINGS) for each in singulars
    )
