"""English nouns that tell of speech or thought, and what leads to them and follows them."""

from __future__ import annotations

from typing import Final

from language.word_lists import by_each, words_of


def _numbers_of(listed: str) -> frozenset[str]:
    """Each noun of a list, and its plural."""
    return frozenset(form for noun in listed.split() for form in (noun, _plural(noun)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _either_number(listed: str) -> dict[str, frozenset[str]]:
    """As `by_each`, for nouns in either number."""
    return {
        form: prepositions
        for noun, prepositions in by_each(listed).items()
        for form in (noun, _plural(noun))
    }


BEFORE_THAT: Final = _numbers_of(
    "claim allegation assertion statement promise pledge vow belief conclusion view suggestion"
    " warning contention acknowledgment acknowledgement admission insistence argument fear hope"
    " remark comment prediction accusation announcement complaint declaration explanation"
    " concern charge idea notion report rumor rumour speculation perception impression"
    " consensus doubt expectation confidence recognition agreement finding"
    " certainty feeling suspicion worry message revelation disclosure guarantee assurance"
    " observation assumption premise proposition hypothesis opinion conviction realization"
    " realisation intuition reminder criticism demand request requirement ruling verdict"
    " decision determination testimony denial confession boast threat hint implication inference"
    " lie myth thesis prognosis projection forecast estimate optimism pessimism anxiety anger"
    " outrage skepticism scepticism uncertainty indication question"
    " understanding narrative case gossip wish insinuation theory"
    " affirmation confirmation reassurance recommendation rationale"
    " refrain mantra dogma superstition doctrine misconception delusion"
)
"""Nouns before a clause that begins with "that"."""

BEFORE_WISH: Final = _numbers_of(
    "promise pledge vow threat decision proposal offer refusal request call demand"
    " commitment intention desire wish agreement reluctance readiness"
    " recommendation invitation appeal unwillingness"
    " plea oath exhortation plan"
)
"""Nouns before "to" with a verb."""

BEFORE_QUESTION: Final = frozenset(
    _numbers_of("question doubt debate speculation uncertainty discussion dispute disagreement")
)
"""Nouns before "whether" or "how", also with "about" or "as to" between."""

PREPOSITIONS: Final = _either_number(
    "call demand plea appeal push: for"
    "; request recommendation preference proposal plan: for"
    "; criticism praise condemnation endorsement rejection denial description account assessment"
    " evaluation depiction portrayal characterization denunciation repudiation critique"
    " mention defense defence advocacy disapproval approval acceptance recognition acknowledgment"
    " acknowledgement admission dismissal adulation: of"
    "; praise support admiration disdain contempt enthusiasm sympathy respect regard: for"
    "; opposition objection resistance commitment: to"
    "; question concern doubt comment remark statement skepticism scepticism idea rhetoric"
    " complaint speculation view opinion claim rumor rumour allegation worry"
    " fear anxiety misgiving reservation warning prediction lie joke optimism pessimism"
    " point message theory suspicion tweet testimony: about"
    "; concern worry outrage anger frustration outcry disappointment: over"
    "; fear allegation accusation claim charge report rumor rumour warning view opinion hope hint"
    " threat announcement suggestion promise pledge prediction complaint declaration"
    " explanation suspicion expectation guarantee idea notion theory accusation: of"
    "; comment remark statement view opinion position stance: on"
    "; attack: on"
    "; complaint warning: against"
    "; frustration disappointment dissatisfaction agreement disagreement: with"
    "; faith confidence interest: in"
)
"""Nouns with the prepositions after which stands what was said, or of what."""

SPOKEN: Final = _either_number(
    "question concern doubt skepticism scepticism speculation worry fear misgiving reservation"
    " rumor rumour claim allegation warning rhetoric complaint suspicion comment remark lie: about"
    "; concern worry outrage outcry: over"
    "; allegation accusation claim report rumor rumour fear hope suspicion warning criticism"
    " condemnation prediction hint notion theory denunciation: of"
    "; idea statement view opinion: about"
    "; call: for"
)
"""Those of them that tell of speech or thought whoever has it."""

LEADING: Final = words_of(
    "make take give issue raise voice express offer present deliver cast lodge file level"
    " launch mount send sign reach unveil release publish outline advance float pose sound heap"
    " lavish have has had hold harbor harbour share embrace put lay renew weigh promote"
    " repeat reiterate restate convey submit post leave provide pitch propose detail fuel extract"
    " draft circulate adopt endorse back entertain nurse reveal announce dismiss"
)
"""Verbs that with such a noun make one cue: "raised questions about"."""
