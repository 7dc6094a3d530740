"""Nouns that report together with their verb: "raised concerns about", "issued a statement"."""

from __future__ import annotations

import re
from typing import Final

from language.quotes.reported_sentence import Sentence
from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

_ATTITUDES: Final = words_of(
    "admiration ambition anger annoyance anxiety apprehension approval aspiration aversion"
    " bafflement belief bewilderment bitterness caution certainty commitment compassion complaint"
    " concern condolence confidence contempt conviction criticism curiosity desire determination"
    " disagreement disappointment disapproval disbelief discomfort discontent disdain disgust"
    " dismay displeasure dissatisfaction distaste distrust doubt eagerness embarrassment"
    " enthusiasm envy excitement exasperation faith fear fondness frustration fury gratitude grief"
    " grievance hatred hesitation hope horror hostility illusion impatience impression incredulity"
    " indifference indignation intent intention interest joy misgiving mistrust objection openness"
    " opinion opposition optimism outrage pessimism pleasure preference pride qualm question"
    " readiness regret relief reluctance remorse resentment reservation resistance respect sadness"
    " satisfaction scepticism skepticism shock solidarity sorrow suspicion support surprise"
    " sympathy trust unease uncertainty view willingness wish worry"
)
TEXTS: Final = words_of(
    "accord agreement decision ad advertisement advisory alert analysis announcement apology"
    " appeal article assessment book brief broadside call challenge comment commentary complaint"
    " correction critique declaration decree defense denial directive editorial email endorsement"
    " essay estimate estimates explanation guidance guidelines invitation lawsuit lecture letter"
    " list manifesto memo memoir memorandum message motion note notice objection op-ed opinion"
    " order outline paper petition plan plea platform pledge poem post prediction presentation"
    " promise proposal protest rebuke recommendation remark remarks report request resolution"
    " response retraction review ruling screed sermon song speech statement subpoena suggestion"
    " suit summary testimony text threat tirade toast tribute tweet ultimatum verdict video vow"
    " warning address advice papers brief"
)
_PLURAL: Final = r"(?:s|es)?"
_BEFORE_MATTER: Final = (
    r"\s+(?:about|over|for|at|in|with|of|towards?|on|against|regarding)(?=\s)"
    r"|\s+to(?=\s(?:the|an?|his|her|their|its|any|such|this|[A-Z]\w*|\w+ing)\s)"
)
_ATTITUDE: Final = re.compile(
    rf"\s+(?:[a-z]+\s+){{0,3}}?(?:{alternatives(_ATTITUDES)}|worries|anxieties){_PLURAL}"
    rf"(?:{_BEFORE_MATTER}|(?=\s+(?:that|to|whether|how)\s))"
)
_TEXT: Final = re.compile(
    rf"\s+(?:[\w’'$-]+\s+){{0,4}}?(?:{alternatives(TEXTS)}){_PLURAL}(?!\w)(?!['’]s\s)"
)


def attitude_end(sentence: Sentence, start: int) -> int | None:
    """Where words for what one thinks or feels end that begin behind a verb, with their "about"."""
    found = _ATTITUDE.match(sentence.masked, start, sentence.end)
    return found.end() if found else None


def text_end(sentence: Sentence, start: int) -> int | None:
    """Where words for something said or written end that begin behind a verb."""
    found = _TEXT.match(sentence.masked, start, sentence.end)
    return found.end() if found else None
