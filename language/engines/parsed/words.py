"""Words by which an English parse tells who says, thinks, asks or promises what."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEAKING: Final = _words("""
    acknowledge add admit advise affirm agree allege announce answer argue ask assert assure
    boast call caution chant chime claim comment complain concede conclude confess confide
    confirm contend continue counter crow cry declare demand deny disclose emphasise emphasize
    exclaim explain fume grumble hint indicate insist instruct interject intone jest joke lament
    maintain mention muse mutter note object observe offer opine plead pledge post predict
    preface proclaim promise protest quip rant read reassure recall recount reflect remark
    remember remind repeat reply report respond retort retweet reveal rule say scoff scold
    scream shoot shout shrug sigh snap snarl speculate state stress submit suggest swear tease
    tell testify thunder tweet underline underscore urge vent volunteer vow warn whisper wonder
    write yell
""")
"""Verbs that stand beside a quotation."""

TELLING: Final = _words("""
    accuse address advertise advocate anticipate appeal assess assume attest beg believe bet
    blog broadcast calculate cite clarify communicate compute conjecture consider contemplate
    contest convey convince debate decide decree deduce deem describe detail determine dictate
    discover discuss dispute document doubt dream echo elaborate envision estimate expect
    express fantasize fear feel figure find forecast foresee forget fret gather grant guarantee
    guess hear highlight hope hypothesize illustrate imagine implore imply infer inform inquire
    instruct intimate invite judge know lead learn lecture legislate like lobby mind notice
    notify ordain order outline perceive persuade point ponder portray posit postulate preach
    prefer prescribe presume pretend proclaim project propose prove publish question rate
    reaffirm realise realize reason reckon recognise recognize recommend regret reiterate
    rejoice relay remind request require resolve rule see sense show signal speak specify spell
    stand stipulate study suppose surmise suspect teach testify theorize think threaten tout
    trust understand verify view vote wager warrant wish worry
""")
"""Further verbs with a clause of what is said, thought or wanted."""

WANTING: Final = _words("""
    agree aim ask call choose claim commit consent dare decide decline demand desire determine
    endeavor expect hate hesitate hope intend like long mean offer opt plan pledge plot prefer
    press pretend profess promise propose push refuse request resolve seek swear threaten
    undertake urge volunteer vote vow want wish yearn
""")
"""Verbs with an infinitive of what is wanted, promised or refused."""

MAKING_OTHERS: Final = _words("""
    accuse advise allow ask beg challenge command convince counsel dare demand direct encourage
    exhort expect forbid implore instruct invite lobby order permit persuade press prohibit push
    request tell train urge want warn
""")
"""Verbs whose object does what the infinitive says: the object is part of the content."""

TOLD: Final = _words("""
    advise ask assure convince inform notify persuade promise remind show teach tell warn
""")
"""Verbs whose object is whom it is said to: no part of the content."""

OF_A_THING: Final = _words("""
    acknowledge admire admit advocate allege announce applaud assail attack back bash bemoan
    blame blast champion cite claim condemn confirm criticise criticize debate decry defend
    demand denounce deny deplore deride describe disavow discuss dismiss disown dispute document
    doubt downplay dread echo emphasise emphasize endorse estimate examine explain favor favour
    fear forecast foresee forget hail hammer highlight honor honour ignore illustrate imply
    invoke lambast lambaste lament laud like love mention mimic mock note object oppose pan
    pitch plan pledge praise predict prefer prohibit promise propose protest question rail rap
    rate recall recommend regret reject remember renounce repeat repudiate request resent resist
    reveal ridicule rip savage scorn shrug signal slam slight stress suggest support suspect
    threaten tout trash trumpet trust underscore understand urge view vow want warn welcome wish
""")
"""Verbs whose object alone may be what is said, wanted or judged."""

WITH_PREPOSITION: Final[dict[str, frozenset[str]]] = {
    "advocate": _words("for"),
    "agree": _words("with to on"),
    "allude": _words("to"),
    "apologize": _words("for"),
    "appeal": _words("for"),
    "argue": _words("for against over"),
    "ask": _words("for about"),
    "balk": _words("at"),
    "believe": _words("in"),
    "boast": _words("of about"),
    "brag": _words("about"),
    "bristle": _words("at"),
    "call": _words("for"),
    "campaign": _words("for against"),
    "care": _words("about for"),
    "caution": _words("against"),
    "comment": _words("on"),
    "complain": _words("about of"),
    "decide": _words("on against"),
    "disagree": _words("with"),
    "dream": _words("of about"),
    "elaborate": _words("on"),
    "expand": _words("on"),
    "fret": _words("about over"),
    "hear": _words("about of"),
    "hint": _words("at"),
    "hope": _words("for"),
    "insist": _words("on"),
    "inquire": _words("about into"),
    "joke": _words("about"),
    "know": _words("about of"),
    "learn": _words("about of"),
    "lobby": _words("for against"),
    "marvel": _words("at"),
    "object": _words("to"),
    "opt": _words("for"),
    "plan": _words("on for"),
    "plead": _words("for with"),
    "point": _words("to"),
    "press": _words("for"),
    "protest": _words("against"),
    "push": _words("for"),
    "rail": _words("against about"),
    "rally": _words("for against"),
    "react": _words("to"),
    "refer": _words("to"),
    "reflect": _words("on"),
    "report": _words("on"),
    "ruminate": _words("on about"),
    "scoff": _words("at"),
    "speak": _words("of about against"),
    "speculate": _words("about on"),
    "talk": _words("about of"),
    "testify": _words("about"),
    "tell": _words("about of"),
    "think": _words("about of"),
    "tweet": _words("about"),
    "vouch": _words("for"),
    "warn": _words("of about against"),
    "weigh": _words("on"),
    "wonder": _words("about"),
    "worry": _words("about over"),
    "write": _words("about of"),
}
"""Verbs with the prepositions behind which stands what is said or thought."""

CALLING: Final = _words("""
    accuse blast brand call characterise characterize cite condemn criticise criticize decry
    deem denounce depict deride describe dismiss dub hail label liken paint pan perceive portray
    praise proclaim reckon regard ridicule slam tout view
""")
"""Verbs that say of something what it is; what follows the object belongs to the content."""

NOUNS: Final = _words("""
    accusation acknowledgement acknowledgment admission admonition advice agreement aim
    allegation announcement answer anxiety appeal argument assertion assessment assumption
    assurance attack attempt attitude belief bet bid call caution challenge charge claim comment
    commitment complaint concern conclusion condemnation confidence contention conviction
    criticism decision declaration defense demand denial desire determination doubt eagerness
    effort endorsement estimate expectation explanation fear finding forecast goal guess hint
    hope idea implication indication insistence intention interest interpretation judgement
    judgment lament message misgiving need notion objection observation offer opinion opposition
    order outlook pitch plan plea pledge prediction preference promise proposal protest query
    question readiness reference refusal regret remark reminder reply report request reservation
    resistance response revelation ruling sense sentiment signal skepticism speculation
    statement suggestion support suspicion testimony theory threat understanding urging view
    vision vow warning willingness wish worry
""")
"""Nouns of saying, thinking and wanting."""

ADJECTIVES: Final = _words("""
    adamant afraid alarmed angry anxious apprehensive ashamed astonished aware bearish bullish
    certain clear comfortable committed concerned confident content convinced critical curious
    delighted determined disappointed dismayed doubtful eager embarrassed emphatic encouraged
    excited fearful fond frank frustrated furious glad grateful happy hesitant hopeful horrified
    impressed inclined indignant intent interested keen leery loath mindful nervous open opposed
    optimistic outraged passionate pessimistic pleased positive prepared proud puzzled ready
    reluctant resentful sad satisfied scared sceptical serious shocked skeptical sorry
    supportive sure surprised suspicious terrified thankful thrilled tired troubled unaware
    uncertain unconvinced uneasy unhappy unsure unwilling upset wary weary willing worried
""")
"""Adjectives of whoever thinks, fears or wants something."""

LIGHT: Final = _words("""
    embrace express give have hold issue make offer raise renew share show unveil voice weigh
""")
"""Verbs that say little beside their object: “voiced concern about …”."""

OF_NOUNS: Final = _words("about against for of on over to toward towards")
"""What stands between such a noun and what it is about."""
