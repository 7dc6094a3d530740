"""English words that report what someone said, and those that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from language.grammar.english_verbs import forms_of
from language.word_lists import words_of

SAYING: Final = words_of(
    "say says said saying"
    " tell tells told telling"
    " add adds added adding"
    " note notes noted noting"
    " stress stresses stressed stressing"
    " warn warns warned warning"
    " argue argues argued arguing"
    " claim claims claimed claiming"
    " explain explains explained explaining"
    " state states stated stating"
    " insist insists insisted insisting"
    " suggest suggests suggested suggesting"
    " announce announces announced announcing"
    " declare declares declared declaring"
    " acknowledge acknowledges acknowledged acknowledging"
    " admit admits admitted admitting"
    " assert asserts asserted asserting"
    " confirm confirms confirmed confirming"
    " conclude concludes concluded concluding"
    " contend contends contended contending"
    " emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising"
    " predict predicts predicted predicting"
    " recall recalls recalled recalling"
    " reiterate reiterates reiterated reiterating"
    " remark remarks remarked remarking"
    " reply replies replied replying"
    " respond responds responded responding"
    " answer answers answered answering"
    " reveal reveals revealed revealing"
    " tweet tweets tweeted tweeting"
    " allege alleges alleged alleging"
    " caution cautions cautioned cautioning"
    " comment comments commented commenting"
    " complain complains complained complaining"
    " concede concedes conceded conceding"
    " observe observes observed observing"
    " underscore underscores underscored underscoring underline underlines underlined underlining"
    " write writes wrote writing"
    " report reports reported reporting"
    " joke jokes joked joking sigh sighs sighed shout shouts shouted shouting yell yelled"
    " quip quips quipped promise promises promised promising"
    " point pointed points testify testifies testified recount recounts recounted"
    " maintain maintains maintained maintaining continue continued continues"
    " affirm affirms affirmed affirming pledge pledges pledged pledging vow vows vowed vowing"
    " indicate indicates indicated indicating estimate estimates estimated estimating"
    " advise advises advised"
    " demand demands demanded boast boasted lament lamented opine opined retort retorted"
    " ask asks asked asking inform informs informed assure assures assured assuring"
) | forms_of(
    "charge disclose proclaim clarify theorize muse gush exclaim whisper chant counter volunteer"
    " interject marvel rant recite concur confess confide profess guarantee forecast reason surmise"
    " plead fume scoff grumble gripe specify stipulate hint"
)
"""Verbs of speech: what follows or precedes them may be what was said."""

THINKING: Final = words_of(
    "believe believes believed believing think thinks thought thinking know knows knew knowing"
    " hope hopes hoped hoping fear fears feared fearing expect expects expected expecting"
    " feel feels felt feeling find finds found finding show shows showed shown showing"
    " learn learns learned learning understand understands understood"
    " realize realizes realized doubt doubts doubted wonder wonders wondered wondering"
    " see sees saw hear heard hears read reads"
    " assume assumes assumed figure figured guess guesses guessed imagine imagines"
    " decide decides decided agree agrees agreed agreeing remember remembers remembered"
    " recommend recommends recommended recommending propose proposes proposed proposing"
    " rule ruled rules prove proves proved signal signaled signals hint hinted hints"
    " imply implies implied implying speculate speculated dispute disputes disputed"
    " argue worry worries worried vote voted deny denies denied denying"
    " discover discovered determine determined ask asks asked asking convince convinced convinces"
) | forms_of("suspect envision foresee recognize regret presume suppose sense notice")
"""Verbs that report when a clause or a question word follows them."""

WISHING: Final = words_of(
    "want wants wanted wanting wish wishes wished hope hopes hoped plan plans planned planning"
    " intend intends intended vow vows vowed vowing promise promises promised promising"
    " pledge pledges pledged pledging agree agrees agreed agreeing refuse refuses refused refusing"
    " decline declines declined declining offer offers offered offering threaten threatens"
    " threatened threatening decide decides decided expect expects expected"
    " seek seeks sought prefer prefers preferred"
)
"""Verbs that report when an infinitive follows them, which belongs to what was said."""

URGING: Final = words_of(
    "urge urges urged urging ask asks asked asking call calls called calling"
    " describe describes described describing accuse accuses accused accusing"
    " criticize criticizes criticized criticizing criticise criticises criticised"
    " praise praises praised praising blame blames blamed blaming"
    " condemn condemns condemned condemning denounce denounces denounced denouncing"
    " welcome welcomes welcomed reject rejects rejected rejecting deny denies denied denying"
    " support supports supported supporting oppose opposes opposed opposing"
    " demand demands demanded demanding propose proposes proposed proposing"
    " slam slammed slams blast blasts blasted defend defends defended defending"
    " question questions questioned dismiss dismisses dismissed dismissing"
    " order orders ordered suggest suggests suggested recommend recommends recommended"
    " encourage encourages encouraged discuss discusses discussed mention mentions mentioned"
    " endorse endorses endorsed attack attacks attacked echo echoed echoes"
    " favor favors favored favour express expresses expressed expressing"
    " cite cites cited citing dispute disputes disputed"
    " predict predicts predicted want wants wanted announce announces announced"
    " acknowledge acknowledges acknowledged hail hails hailed tout touts touted applaud applauds"
    " applauded decry decries decried mock mocks mocked ridicule ridicules ridiculed"
    " challenge challenges challenged brand brands branded label labels labeled labelled"
    " dub dubbed credit credits credited thank thanks thanked congratulate congratulates"
    " congratulated lambaste lambastes lambasted deride derides derided chide chided rebuke rebukes"
    " rebuked advocate advocates advocated voiced voicing repeated repeats reaffirm reaffirms"
    " reaffirmed reaffirming"
) | forms_of(
    "promote chastise scold portray characterize highlight outline detail reference invoke implore"
    " liken laud lament downplay quote chronicle bash savage commend salute decry protest vilify"
    " insult reiterate expect"
)
"""Verbs that report with their object: "urged both sides to talk"."""

BELIEVING: Final = words_of(
    "believe believes believed believing think thinks thought hope hopes hoped hoping fear fears"
    " feared guess assume assumes assumed feel feels felt know knows knew"
    " find finds found show shows showed"
)
"""Verbs of thought that report when a clause follows them without "that"."""

NOUNS: Final = words_of(
    "state note claim report order question call plan need stress comment demand answer promise"
    " pledge vow offer hope fear doubt show estimate remark tweet figure support attack welcome"
    " want joke sigh shout guess challenge label brand signal hint vote rule worry wish means"
)
"""Verbs that are nouns too."""

TELLING: Final = words_of(
    "tell tells told telling inform informs informed assure assures assured assuring"
)
"""Verbs of speech whose first object is who was spoken to."""


def alternatives(words: Iterable[str]) -> str:
    """Words as alternatives of an expression, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


DAY: Final = (
    r"(?:(?:(?:on|late|early|last|this|earlier|later)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|week|month|year|later)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|in\s+(?:(?:early|late)\s+)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December|(?=\d{4}(?!\d)))(?:\s?\d{4}(?!\d))?)"
)
"""When something was said."""

SETTING: Final = (
    r"(?:in|at|during|through|via|on|from|after|before|by|as|of)\s+"
    r"(?:[^\s,.;:\ue000]+\s+){0,5}?"
    r"(?:statement|interview|speech|tweet|note|letter|report|e-?mail|conference|briefing|memo|post"
    r"|op-ed|article|hearing|call|meeting|document|filing|release|news|study|lawsuit|phone"
    r"|telephone|Twitter|Facebook|television|radio|address|remarks|ceremony|presentation)"
    r"(?:\s+(?:to|with|for|from|by)\s+(?:the\s+)?[A-Z][\w.’']*(?:\s+[A-Z][\w.’']*)*)?"
)
"""Where or how something was said."""

ADVERBIAL: Final = re.compile(
    rf"(?:\s+(?:{DAY}|{SETTING}|again|instead|simply|only|flatly|earlier|later|recently|repeatedly)"
    r"(?![\w’']))*"
)

APPOSITION: Final = re.compile(
    r"(?:an?|the|who|whose|which|his|her|its|their|of|from|now|then|then-|\d+|former|chief|chair\w*"
    r"|president|director|head|leader|spokes\w+|professor|D|R|Jr|Sr|[A-Z][\w.]*)(?![\w])"
)
"""How what is said of a name after a comma begins."""

FINITE: Final = re.compile(
    r"(?<![\w’'])(?:is|are|was|were|am|has|have|had|will|would|can|could|should|shall|may|might|must"
    r"|do|does|did)(?:n['’]t)?(?!\w)"
)
"""A verb that only a clause holds."""
