"""Words that report what someone said, and those that stand around them, by language."""

from __future__ import annotations

import re
from typing import Final

SAYING: Final = (
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
    " inform informs informed assure assures assured assuring"
)
"""Verbs of speech: what follows or precedes them may be what was said."""

THINKING: Final = (
    "believe believes believed believing think thinks thought thinking know knows knew knowing"
    " hope hopes hoped hoping fear fears feared fearing expect expects expected expecting"
    " feel feels felt feeling find finds found finding show shows showed shown showing"
    " learn learns learned learning understand understands understood"
    " realize realizes realized doubt doubts doubted wonder wonders wondered wondering"
    " see sees saw mean means meant hear heard hears read reads"
    " assume assumes assumed figure figured guess guesses guessed imagine imagines"
    " decide decides decided agree agrees agreed agreeing remember remembers remembered"
    " recommend recommends recommended recommending propose proposes proposed proposing"
    " rule ruled rules ensure prove proves proved signal signaled signals hint hinted hints"
    " imply implies implied implying speculate speculated dispute disputes disputed"
    " argue worry worries worried vote voted deny denies denied denying"
    " discover discovered determine determined ask asks asked asking convince convinced convinces"
)
"""Verbs that report when a clause or a question word follows them."""

WISHING: Final = (
    "want wants wanted wanting wish wishes wished hope hopes hoped plan plans planned planning"
    " intend intends intended vow vows vowed vowing promise promises promised promising"
    " pledge pledges pledged pledging agree agrees agreed agreeing refuse refuses refused refusing"
    " decline declines declined declining offer offers offered offering threaten threatens"
    " threatened threatening decide decides decided need needs needed expect expects expected"
    " try tries tried seek seeks sought prefer prefers preferred"
)
"""Verbs that report when an infinitive follows them, which belongs to what was said."""

URGING: Final = (
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
    " cite cites cited citing consider considers considered dispute disputes disputed"
    " predict predicts predicted want wants wanted announce announces announced"
    " acknowledge acknowledges acknowledged"
)
"""Verbs that report with their object: "urged both sides to talk"."""

BELIEVING: Final = (
    "believe believes believed believing think thinks thought hope hopes hoped hoping fear fears"
    " feared guess assume assumes assumed feel feels felt know knows knew"
)
"""Verbs of thought that report when a clause follows them without "that"."""

AUXILIARIES: Final = (
    "has have had also would will could should did does do is was were are been be not never"
    " later then repeatedly recently previously already further again once often now just even"
    " still only quickly publicly privately reportedly can may might must shall went goes on to"
    " cannot first always has"
)

FRENCH_SAYING: Final = (
    "déclaré dit assuré indiqué expliqué prévenu affirmé ajouté précisé estimé souligné répondu"
    " conclu annoncé rappelé confirmé reconnu insisté promis juré noté admis averti lancé"
)
FRENCH_PRESENT: Final = (
    "déclare dit assure indique explique prévient affirme ajoute précise estime souligne répond"
    " conclut annonce rappelle confirme reconnaît insiste promet note admet avertit s’indigne"
    " s'indigne déplore regrette juge lance affirment assurent estiment disent"
)

CHINESE_SAYING: Final = "说道 写道 说 表示 强调 指出 认为 称 透露 宣布 介绍 回应 重申 呼吁 预计 补充说 坦言 警告 希望 告诉记者"


FUNCTIONAL: Final = "the a an of his her its their this these no any some such to my your our"
"""After these a word is no verb that reports."""

TELLING: Final = "tell tells told telling inform informs informed assure assures assured assuring"
"""Verbs of speech whose first object is who was spoken to."""

PRONOUNS: Final = "I he she it they we you who"


def alternatives(listed: str) -> str:
    """The words of a list as alternatives of an expression, the longest first."""
    return "|".join(sorted(map(re.escape, set(listed.split())), key=len, reverse=True))
