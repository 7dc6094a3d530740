"""Words for what is arranged beforehand, and words that tell that it is to come."""

from __future__ import annotations

import re
from typing import Final

from language.word_lists import words_of

NOUNS: Final = words_of(
    "visit visits trip tour summit summits forum conference convention symposium workshop seminar"
    " surgery expo talks negotiations consultations dialogue round election elections vote"
    " referendum runoff run-off primary signing exercise exercises drills anniversary jubilee"
    " centenary deadline session sessions assembly hearing hearings plenary meeting meetings"
    " gathering reunion reception ceremony dinner banquet launch opening trial parade debate"
    " debates rally festival tournament inauguration handover inspection strike concert"
    " attendance participation swearing-in withdrawal deployment celebration celebrations speech"
    " address publication release verdict ruling auction reopening resumption premiere wedding"
    " funeral mission decision announcement briefing sentencing inquest arraignment"
)
"""Nouns that name what is arranged beforehand."""

NEED_A_DATE: Final = words_of(
    "address announcement assembly attendance briefing celebration celebrations debates"
    " surgery deployment decision dialogue drills exercise exercises launch mission opening"
    " participation primary publication release round ruling session sessions speech strike"
    " tour trial verdict vote withdrawal meetings elections negotiations auction inspection"
    " signing gathering reception dinner convention"
)
"""Those that name other things too, or what is often only wished for."""

PARTS_OF_NAMES: Final = words_of(
    "day night process poll polls campaign campaigns season result results stage hall table"
    " document documents room official officials commission agreement schedule plan plans series"
    " watchers organizers organisers participants moderator moderators format announcement"
    " committee board win victory performance officer officers house venue two year cycle"
    " interference returns fraud law laws"
)
"""What a noun of ours only describes: "election campaign", "Election Day"."""

ARRANGED_VERBS: Final = words_of(
    "meet visit travel host convene reconvene resume gather attend inaugurate ratify tour testify"
    " co-host"
)
"""Verbs for what is arranged beforehand, also where no date stands by."""

DATED_VERBS: Final = ARRANGED_VERBS | words_of(
    "fly sign vote launch arrive return depart reopen unveil debate open close begin start end hold"
    " publish release announce introduce ship deliver elect join leave expire terminate redeem"
    " merge complete appear speak address premiere broadcast air perform play face compete submit"
    " present review decide rule name appoint retire resign withdraw deploy move sail brief mark"
    " celebrate commemorate chair moderate co-moderate participate adopt implement auction hear"
    " consider discuss argue execute evacuate transfer admit send dispatch receive award bury try"
    " sentence swear go come take run shut lift enter conclude finalize finalise unite land dock"
    " inspect test-fire switch pay step stand campaign put choose pick elect head welcome impose"
    " expel extradite free repatriate hand swap exchange halt cease suspend respond reply"
    " report issue outline raise cut test fire mediate initial replace succeed dissolve disband"
    " nominate confirm swear reconvene negotiate convict indict depart gather evict deport rally"
    " march assume follow answer deal station inspect"
)
"""Verbs for what is done on a day."""

PARTICIPLES: Final = words_of(
    "held signed released published closed opened reopened sworn named appointed buried tried"
    " sentenced ratified launched unveiled announced introduced shipped delivered inaugurated"
    " completed presented submitted resumed adopted implemented lifted transferred moved shut"
    " broadcast aired auctioned sold executed evacuated admitted awarded elected replaced"
    " withdrawn deployed redeemed terminated paid hosted chaired attended convened finalized"
    " finalised discussed considered debated voted extradited freed decided commemorated marked"
    " handed exchanged swapped deported repatriated expelled imposed raised cut returned sent flown"
    " dispatched fired destroyed dismantled introduced brought taken welcomed received celebrated"
    " issued made tested conducted staged organized organised inspected disbanded"
)
"""As `DATED_VERBS`, after "will be" and "is to be"."""

HOLDING: Final = words_of(
    "hold host attend pay make have conduct launch start begin resume join convene open organize"
    " organise stage address chair lead mark celebrate take participate go travel come conclude"
    " finish meet sign face give deliver schedule call moderate co-moderate visit co-host"
    " broadcast oversee"
)
"""Verbs that a noun of ours completes: "hold talks", "pay a visit"."""

WILL: Final = words_of(
    "will shall i’ll i'll we’ll we'll they’ll they'll he’ll he'll she’ll she'll it’ll it'll you’ll"
)
PLANS: Final = words_of(
    "plan plans planned planning expected expects scheduled slated preparing prepares intends"
    " intend invited vowed pledged promised invitation arranged supposed agreed decided agree"
    " prepared hopes hoped hope wants aims aim"
)
"""What stands before "to", a few words apart, where something is planned."""

PLANS_DIRECTLY: Final = words_of("is are set due going about ready likely")
"""What stands directly before "to" where something is planned."""

WEAK_PLANS: Final = words_of(
    "agreed decided promised hopes hoped hope aims aim wants invited invitation vowed pledged"
    " ready agree prepared likely supposed intends intend"
)
"""Those that are past themselves, or only wishes."""

SCHEDULES: Final = words_of("scheduled slated due set")
"""Those after which anything is an event."""

UPCOMING: Final = words_of("upcoming forthcoming planned scheduled next coming impending looming")
NOT_AHEAD: Final = words_of(
    "last previous past recent earlier first-ever failed successful latest every each most many"
    " several few"
)
AFTERWARDS: Final = words_of("after following since during")
"""What leads to an event that is over, unless its date is to come."""

NEGATIONS: Final = words_of(
    "not never no without nor cannot don’t don't neither unlikely if unless whether might could"
    " should"
)
"""What stands with an event that is not to come, or not certainly."""

BEFORE_NOUN: Final = re.compile(
    r"(?:prepar(?:e|es|ing|ations?(?: [\w’'-]+){0,4}) (?:for|to)"
    r"|look(?:s|ing)? forward to|invit\w+ to|invitation (?:for|to)|(?:complete |full )?success of)$"
)
AHEAD_OF: Final = re.compile(r"(?:ahead of|run-up to|lead-up to|in advance of|eve of)$")
TAKES_PLACE: Final = re.compile(
    r"(?:(?:will|would|shall|is to|are to|due to|set to|scheduled to|expected to)"
    r"(?: \w+ly| also| now)? "
    r"(?:be (?:held|hosted|attended|chaired|organi[sz]ed|followed|opened|staged|conducted|signed"
    r"|broadcast|marked)|take place|begin|start|open|run|last|kick off|resume|convene|focus"
    r"|coincide|conclude|end|close|bring together"
    r"|continue(?= (?:on|in|at|next|this|tomorrow|until)))"
    r"|to be held|(?:is|are) (?:\w+ly )?(?:due|set|scheduled|expected|planned|slated)"
    r"|(?:has|have) (?:\w+ly )?been (?:called|set|scheduled|fixed|arranged|agreed|planned)"
    r" (?:for|to)"
    r"|scheduled (?:for|to)|planned for|slated for|due (?:on|in)|set for|opens|begins|starts"
    r"|kicks off|resumes|convenes|takes place"
    r"|(?:which|that) (?:[\w’'-]+,? ){1,6}(?:has|have)"
    r" (?:announced|planned|scheduled|called|arranged) for"
    r"|(?:which|that) (?:[\w’'-]+ ){1,4}(?:will|is to|are to) (?:host|hold|attend|chair|open))\b"
)
MOVED_AFTER: Final = re.compile(
    r"(?:[^.;]{0,60}\b(?:was|were|has been|have been|had been|been|is|are|be) )?(?:\w+ly )?"
    r"(?:postponed|cancell?ed|called off|put off|delayed until|rescheduled|pushed back"
    r"|scrubbed|scrapped|shelved|adjourned (?:until|to|for))\b"
    r"|[^.;]{0,60}\b(?:did not take place|didn[’']t take place)\b"
)
MOVED_BEFORE: Final = re.compile(
    r"\b(?:postpon(?:e|ed|es|ing)|cancel(?:s|l?ed|l?ing)?|call(?:ed|s|ing)? off|put(?:s|ting)? off"
    r"|reschedul(?:e|ed|es|ing)|delay(?:ed|ing))(?: [\w’'-]+){0,5} $"
)
PAST_VERB: Final = re.compile(
    r"\b(?:was|were|had|said|told|held|met|began|ended|took|unlikely|not|[a-z]{3,}ed|to [a-z]+)\b"
)
ABSTRACT_OBJECT: Final = re.compile(
    r"\W+(?:to (?:normal|growth|profit|health|form)"
    r"|(?:[\w’'-]+ ){0,3}(?:goals?|targets?|needs?|demands?|requirements?|expectations?"
    r"|challenges?|standards?|deadlines?|criteria|costs?|obligations?|commitments?|up|terms|no|dangers?"
    r"|resistance|opposition|criticism|conditions?|promises|pledges))\b"
)
"""What "meet", "host" or "sign" may have as an object that makes no event."""

HOPES: Final = words_of("hopes hope hoped hoping wishes wants believes urges urged calls if unless")
"""What makes a plan without a date only a wish."""

SURE_PARTICIPLES: Final = words_of(
    "signed held inaugurated sworn unveiled launched hosted convened"
)
"""Those of `PARTICIPLES` that tell of an event without a date."""

PLURAL_PRESENT: Final = words_of(
    "open begin start resume end close expire convene meet gather vote take come enter go elect"
    " choose leave return travel fly head reopen hear hold host attend visit sign launch mark"
    " celebrate receive arrive discuss"
)
"""The present of what several do on a day."""

TELLS_LITTLE: Final = words_of(
    "open close begin start end expire terminate resume premiere air fall opens begins starts ends"
    " expires resumes falls closes concludes reopens premieres airs leaves convene convenes"
    " lapses conclude reopen run runs follow takes take come comes enter enters"
)
"""Verbs that tell of an event only together with what they are said of."""

OTHER_VERB: Final = re.compile(
    r"\b(?:was|were|had|said|says|told|held|met|began|ended|took|after|[a-z]{3,}ed)\b"
)
"""What parts a date from an event that comes after it."""

PRESENT: Final = words_of(
    "opens begins starts returns meets visits travels arrives leaves ends expires resumes convenes"
    " hosts speaks airs premieres holds launches falls concludes reopens hears flies closes goes"
    " heads attends addresses signs receives votes chairs pays celebrates marks faces runs hands"
    " takes comes enters gathers decides departs welcomes inaugurates elects chooses publishes"
    " assumes lapses releases presents votes delivers joins sails"
)
"""The present of what is done on a day, where a name or a word such as "who" stands before it."""

SUBJECTS: Final = words_of(
    "he she it who which that they court parliament government president minister chancellor king"
    " queen pope team delegation alliance council committee assembly union party ministry company"
    " trial term season campaign ceasefire truce contract lease law ban course race show rule"
    " tariff treaty pact deal agreement accord waiver moratorium mandate embargo truce armistice"
    " amnesty exemption operation curfew blockade visa licence license measure conclave regatta"
    " bank cabinet commission"
)
"""What may stand before such a verb besides names and nouns of events."""

REPORTING: Final = words_of(
    "said says announced told reported confirmed added vowed promised pledged predicted indicated"
    " declared stated noted disclosed revealed"
)
"""What makes "would" tell of the future."""
