"""The class of each word of an English sentence: one letter a word.

Closed classes are listed, verbs are known by their forms, all else is a noun. Where a word can be
a noun or a verb ("plans", "report"), the words beside it decide.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from language.grammar.english_verbs import BASES, FORMS, forms_of
from language.grammar.past_forms import NOUN_AND_PAST, class_of_past
from language.quotes.reporting_verbs import PARTICLES
from language.quotes.reporting_words import PLAIN, SAYING
from language.word_lists import words_of

_CLOSED: Final = {
    **dict.fromkeys(
        words_of(
            "the a an this these those my your his its their our every each some any no both all"
            " many several few most such another other her more much half"
        ),
        "D",
    ),
    **dict.fromkeys(words_of("he she they i we it you there"), "L"),
    **dict.fromkeys(words_of("him them me us himself herself itself themselves myself"), "X"),
    **dict.fromkeys(words_of("who which whose whom"), "W"),
    **dict.fromkeys(
        words_of("that if whether because although though when where unless why how what while"),
        "S",
    ),
    **dict.fromkeys(words_of("as after before since until till than"), "A"),
    **dict.fromkeys(
        words_of(
            "in on at by with from for about against between during through into over under among"
            " amid without within across toward towards despite via near around behind beyond above"
            " below upon per including regarding inside outside along throughout like unlike"
            " following up out off down away back"
        ),
        "I",
    ),
    "of": "O",
    **dict.fromkeys(words_of("and or but nor yet plus"), "C"),
    "to": "T",
    **dict.fromkeys(
        words_of(
            "will would can could should may might must shall do does did cannot don doesn didn won"
            " wouldn couldn shouldn mustn"
        ),
        "M",
    ),
    **dict.fromkeys(words_of("is are was were be been being am isn aren wasn weren"), "B"),
    **dict.fromkeys(words_of("has have had having hasn haven hadn"), "H"),
    **dict.fromkeys(
        words_of(
            "not never also just only even still already now then often always again ever later"
            " earlier soon once further rather perhaps instead too very so quite almost"
            " thus here long first yet twice however meanwhile"
        ),
        "R",
    ),
    **dict.fromkeys(
        words_of(
            "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow"
            " tonight"
        ),
        "Y",
    ),
    **dict.fromkeys(
        words_of(
            "family early daily friendly likely lovely weekly monthly yearly elderly costly deadly"
            " supply reply assembly july italy only ally rally anomaly"
        ),
        "N",
    ),
    **dict.fromkeys(
        words_of(
            "evening morning thing nothing something anything everything king spring string ring"
            " hearing briefing meeting building wedding ceiling funding spending housing training"
        ),
        "N",
    ),
    **dict.fromkeys(
        words_of("one two three four five six seven eight nine ten dozen hundred"), "0"
    ),
    "only": "R",
}
"""The class of each word that belongs to a closed one.

D determiners, L subjects and X objects of pronouns, W who, S that, A as (also a preposition),
I prepositions, O of, C and, T to, M will, B be, H have, R adverbs, Y days, 0 numbers; N nouns that
look like adverbs.
"""

_CLITICS: Final = {"s": "'", "d": "M", "ll": "M", "ve": "H", "re": "B", "m": "B", "t": "R"}
_TOKEN: Final = re.compile(
    r"(?P<quoted>\ue000+)"
    r"|['’](?P<clitic>(?:s|d|ll|ve|re|m|t)(?!\w))"
    r"|[$€£]?(?P<number>\d[\d,.]*\d|\d)(?:%|(?!\w|-[a-z]))"
    r"|(?P<word>\w+(?:(?:[-.&]|['’](?!(?:s|d|ll|ve|re|m|t)(?!\w)))\w+)*)(?:\.(?=[\s,]*[\w\ue000(]))?"
    r"|(?P<mark>--|[^\w\s])"
)
_MARKS: Final = {
    ",": ",",
    ";": ";",
    ":": ";",
    "—": "-",
    "–": "-",
    "―": "-",
    "--": "-",
    "-": "-",
    "(": "(",
    ")": ")",
    "'": "'",
    "’": "'",
}
_OPEN: Final = {"base": "b", "third": "s", "past": "d", "participle": "E", "ing": "G"}
_ALONE: Final = {word: _OPEN[form] for word, form in FORMS.items()} | _CLOSED
"""The class of each small word that is known, without its neighbours."""
_TITLE_CASE: Final = 0.7
"""The share of longer words with a capital from which a sentence is a headline."""


class Words(NamedTuple):
    """The words and marks of a sentence: where each starts and ends, its lower form, its class.

    `classes` has one letter each: those of the closed classes; V finite verb, E participle, G -ing
    form, P name, N noun or adjective; Q a quotation, ' a possessive; , ; - ( ) and . for marks.
    """

    starts: list[int]
    ends: list[int]
    lowers: list[str]
    classes: str


def words_of_sentence(masked: str, start: int, end: int) -> Words:
    """The words of a sentence `[start, end)` of a text whose quotations are masked."""
    starts: list[int] = []
    ends: list[int] = []
    classes: list[str] = []
    lowers: list[str] = []
    is_headline = _is_headline(masked[start:end])
    opens = True
    for match in _TOKEN.finditer(masked, start, end):
        kind = match.lastgroup
        first, last = match.span()
        starts.append(first)
        ends.append(last)
        lower = ""
        if kind == "word":
            word = match["word"]
            lower = word.lower()
            if word == lower:
                classes.append(_ALONE.get(lower) or _by_ending(lower))
            else:
                classes.append(_class_alone(word, lower, opens or is_headline))
            opens = False
        elif kind == "quoted":
            classes.append("Q")
        elif kind == "clitic":
            classes.append(_clitic(match["clitic"], classes))
        elif kind == "number":
            classes.append("0")
        else:
            classes.append(_MARKS.get(match[0], "."))
        lowers.append(lower)
        if kind != "word":
            opens = kind in ("quoted", "mark") and classes[-1] != ","
    _decide(classes, lowers)
    return Words(starts, ends, lowers, "".join(classes))


_LONGER: Final = re.compile(r"[^\W\d_]{4,}")


def _is_headline(sentence: str) -> bool:
    longer = _LONGER.findall(sentence[:300])
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(
        longer
    )


def _class_alone(word: str, lower: str, may_open: bool) -> str:
    """The class of a word without its neighbours; b, s, d for verbs that may be nouns."""
    if word[0].isupper() and not may_open:
        return _CLOSED[lower] if lower in ("i", "monday") or _CLOSED.get(lower) == "Y" else "P"
    if closed := _CLOSED.get(lower):
        return closed
    form = FORMS.get(lower)
    if form and not (word[0].isupper() and form in ("base", "third") and len(word) < 4):
        return _OPEN[form]
    if word[0].isupper():
        return "P"
    return _by_ending(lower)


def _by_ending(lower: str) -> str:
    if len(lower) > 4:
        if lower.endswith("ly"):
            return "R"
        if lower.endswith("ed"):
            return "N" if lower.startswith("un") else "d"
        if lower.endswith("ing"):
            return "G"
    return "0" if lower[0].isdigit() else "N"


def _clitic(clitic: str, classes: list[str]) -> str:
    if clitic == "s":
        return "B" if classes and classes[-1] in "LWS" else "'"
    return _CLITICS[clitic]


_AFTER_VERB: Final = frozenset("SDLXQTP0RG")
"""What may follow a word that is a verb rather than a noun."""

_SPEAKS: Final = words_of(
    "remains remain seems seem becomes become includes include gives give takes goes go comes come"
    " gets get keeps keep makes make tries continues"
) | forms_of(
    "accuse acknowledge add admit advise affirm agree allege announce argue ask assert assume"
    " assure believe characterize clarify concede conclude condemn confess congratulate contend"
    " convince decide declare denounce deny describe disclose discuss dismiss emphasize envision"
    " expect explain express feel imagine imply indicate inform insist intend know lament learn"
    " mention object observe oppose portray predict prefer presume proclaim propose realize recall"
    " recognize recommend recount refuse reiterate reject remember reveal say see speculate"
    " stipulate suggest suppose tell testify theorize think threaten underline underscore"
    " understand urge want warn write"
)
"""Forms that are hardly ever nouns."""


class _Place(NamedTuple):
    """A word that may be a verb, by its form, and what stands around it."""

    form: str
    word: str
    beside: str
    previous: str
    before: str
    after: str
    then: str
    phrase: _Phrase
    has_particle: bool
    is_alone: bool


_FLOATING: Final = words_of("both all each")
"""What may stand between a subject and its verb: "Marendt and Pryde both insist"."""


class _Phrase(NamedTuple):
    """The nouns before a word: the class before them, and whether they are many."""

    chain: str
    is_plural: bool


def _decide(classes: list[str], lowers: list[str]) -> None:
    """Settle which of the words that may be verbs are."""
    around = [*classes, ".", "."]
    for index, each in enumerate(classes):
        if lowers[index] == "that" and (not index or classes[index - 1] in "IO"):
            classes[index] = "D"
        if lowers[index] == "back" and index and classes[index - 1] in "MT":
            classes[index] = "V"
        if lowers[index] == "close" and around[index + 1] == "T" and around[index + 2] in "DNPX0L'":
            classes[index] = "N"
            continue
        if each == "G" and index and classes[index - 1] in "D'":
            classes[index] = "N"
        if each not in "bsd":
            continue
        back = index - 1
        while back > 0 and (
            classes[back] == "R" or (lowers[back] in _FLOATING and classes[back - 1] in "NP")
        ):
            back -= 1
        before = classes[back] if index else "."
        after, then = around[index + 1], around[index + 2]
        if each == "d":
            beside = classes[index - 1] if index else "."
            may_be_noun = lowers[index] in NOUN_AND_PAST and after in _ENDS + "O"
            is_object = may_be_noun and beside in "NP"
            is_object = is_object and _phrase(classes, lowers, back).chain in "VGE"
            classes[index] = (
                "N" if is_object else class_of_past(lowers[index], beside, before, after)
            )
            continue
        particles = PARTICLES.get(BASES.get(lowers[index], ""), ())
        place = _Place(
            each,
            lowers[index],
            classes[index - 1] if index else ".",
            lowers[back] if index else "",
            before,
            after,
            then,
            _phrase(classes, lowers, back - (before == "S" and back > 0)),
            has_particle=lowers[index + 1] in particles if index < len(lowers) - 1 else False,
            is_alone=_is_alone(classes, index, ",;-(SW" if after in "Nb" + _ENDS else ""),
        )
        classes[index] = "V" if _is_verb(place) else "N"


def _phrase(classes: list[str], lowers: list[str], last: int) -> _Phrase:
    """The nouns up to a word, with those that prepositions add: "data from the survey".

    The class before them is that of a verb only if no clause follows it.
    """
    head, place = -1, last
    while place >= 0 and last - place < _LONGEST_PHRASE and classes[place] in "NP0'DROI":
        if classes[place] in "OI":
            head = place - 1
        place -= 1
    is_adverbial = head >= 0 and classes[place + 1] == "I"
    is_saying = place >= 0 and classes[place] in "VG" and lowers[place] in PLAIN
    chain = "." if place < 0 or is_saying else classes[place]
    if is_saying and lowers[place] in _TAKING_CLAUSE:
        chain = "S"
    if is_adverbial and chain != "V":
        chain = "I"
    is_joined = chain == "C" and lowers[place] == "and" and classes[place - 1 : place] == ["P"]
    heads = (lowers[last], lowers[head]) if head > place else (lowers[last],)
    return _Phrase(chain, is_joined or any(map(_is_plural, heads)))


_LONGEST_PHRASE: Final = 12
_TAKING_CLAUSE: Final = forms_of("say tell think believe insist argue")
"""Verbs after which nouns alone are hardly ever all that is said."""


def _is_verb(place: _Place) -> bool:
    form, word, beside, previous, before, after, then, phrase, has_particle, is_alone = place
    is_certain = word in _SPEAKS
    if before in "DO'EIV":
        return is_certain and previous == "her" and form == "b"
    if before in "TM":
        return form == "b"
    if before == ".":
        return is_certain and form == "s" and after in "DP"
    if before in "LWX":
        return previous != "whose"
    if after == "S" and then in "VMBHd" and not is_certain:
        return False
    if before == "S":
        is_related = previous == "that" and phrase.is_plural and after in "DNPX"
        return is_certain or is_related or (form == "s" and after in _AFTER_VERB)
    if before in "C,":
        return is_certain or after in "SDXTQL"
    if before not in "NP0)-QY":
        return False
    if is_certain:
        return True
    if (form == "b" and not phrase.is_plural and before != ")") or phrase.chain in "VEGIT":
        return False
    if beside == "R":
        return True
    if is_alone and phrase.chain in ".,S" and (after in "Nb" or has_particle):
        return True
    if is_alone and phrase.chain == "S" and after in _ENDS:
        return True
    if form == "s" and after == "." and phrase.chain == "," and before in "NP":
        return word in SAYING or word.startswith("show")
    return after in _AFTER_VERB or (has_particle and before == "P")


def _is_alone(classes: list[str], index: int, marks: str) -> bool:
    """Whether no other word up to the next mark, or full stop, can be the verb of the clause."""
    last = min(index + _LONGEST_PHRASE, len(classes) - 1)
    for place in range(index + 1, last):
        each = classes[place]
        if each == "." or each in marks:
            break
        may_be = each in "sb" and classes[place - 1] not in "OI'T"
        if each in "MBHVd" or (may_be and classes[place + 1] in _AFTER_VERB_OR_NOUN):
            return False
    return True


_ENDS: Final = ".,;-("
_AFTER_VERB_OR_NOUN: Final = _AFTER_VERB - {"T"} | {"N"}


def _is_plural(noun: str) -> bool:
    return _PLURAL.search(noun) is not None or noun in _PLURALS


_PLURAL: Final = re.compile(r"(?<![suio])s$|ies$|ios$")
_PLURALS: Final = words_of(
    "people police men women children media many others some two three data percent"
)
