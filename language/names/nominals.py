"""Those whom a sentence does not name: "the Halvany diplomat", "protesters", "she"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from language.grammar.sentence_words import POSSESSIVES, SentenceWords
from language.names.lists import Gender, common_words, countries, roles
from language.names.mentions import is_opening
from language.names.parts import NamePart
from language.names.speaking import OFTEN_NOUNS, is_saying_at, is_speaking_at, is_speech_before
from language.names.words import AUXILIARIES, CALENDAR, FUNCTION_WORDS, PARTIES
from language.word_lists import words_of
from store.records import ParticipantKind


@dataclass(slots=True)
class Nominal:
    """Words for someone without a name: `[start, end)` in the text, and what they say of them."""

    start: int
    end: int
    kind: ParticipantKind
    head: str
    """The noun, in lower case and the singular."""
    modifiers: frozenset[str]
    qualities: frozenset[str]
    """Those of the modifiers that are written in lower case."""
    determiner: str
    nation: str
    origin: str
    """A word like a nationality whose country is not known: "Kethan"; else ""."""
    gender: Gender
    sentence: int
    is_speaking: bool
    is_quoted: bool
    is_title: bool = False
    """Whether it is a title with a capital that stands alone: "the President"."""
    is_pair: bool = False
    """Whether it takes two or more together: "both sides"."""
    is_subject: bool = False
    """Whether it begins a clause."""
    shown: str = ""

    @property
    def rule(self) -> str:
        """The rule that makes a participant of whom nothing names."""
        if self.is_pair:
            return "sides-together"
        return f"unnamed-{self.kind}-speaks"


_DETERMINERS: Final = words_of(
    "the a an this that these those his her its their our my one another some many most several few"
    " two three four five six seven eight nine ten both all other no any dozens hundreds thousands"
    " each every more"
)
_TWO: Final = words_of("two both three four several")
_SIDES: Final = words_of("sides countries leaders parties nations ministers presidents delegations")
_COLLECTIVES: Final = words_of(
    "police authorities people delegation protesters protestors crowd residents lawmakers voters"
    " family parents women men children workers teachers students troops forces activists citizens"
    " delegates staff crew team villagers families leaders others scientists allies"
)
_BODY_NOUNS: Final = words_of(
    "ministry government company agency department committee court council commission university"
    " bank newspaper union board campaign administration organization organisation group firm"
    " institute association panel party foundation coalition parliament senate congress embassy"
    " syndicate secretariat alliance bloc watchdog regulator charity tribunal inquiry club league"
    " federation fund authority carmaker automaker airline lender retailer manufacturer hospital"
    " school church nonprofit startup broadcaster operator"
    " palace presidency military army navy cabinet prosecution"
    " brokerage consultancy insurer conglomerate drugmaker chipmaker"
    " kremlin office bureau network magazine paper publication team study report statement"
) - words_of("study report statement team")


def nominals_in(
    sentence: SentenceWords, parts: list[NamePart], quoted: list[bool], number: int
) -> Iterator[Nominal]:
    """The nouns for persons and bodies in a sentence, with their articles."""
    named = {index for part in parts for index in range(part.title, part.last)}
    titles = {part.last - 1 for part in parts if part.first == part.last}
    nouns = _nouns()
    for index, lower in enumerate(sentence.lowers):
        if index in titles:
            first = next(part.title for part in parts if part.last - 1 == index)
            is_party = lower in ("republican", "democrat")
            if is_party and sentence.word(first - 1) not in _DETERMINERS:
                continue
            if sentence.word(index + 1) in ("to", "of", "for", "and"):
                continue
            if _leads_to_noun(sentence, index):
                continue
            yield _nominal(sentence, first, index, "person", lower, quoted, number)
        elif lower in _ONE_SIDE and sentence.word(index - 1) in _NEITHER:
            side = _ONE_SIDE[lower]
            yield _nominal(sentence, index - 1, index, "group", side, quoted, number)
        elif index not in named and (kind_and_head := nouns.get(lower)):
            found = _noun_phrase(sentence, index, named)
            if found is not None:
                yield _nominal(sentence, found, index, *kind_and_head, quoted, number)


def _leads_to_noun(sentence: SentenceWords, index: int) -> bool:
    """Whether a title only qualifies a noun after it: "the Republican presidential nominee"."""
    for after in range(index + 1, index + 4):
        word = sentence.word(after)
        if word in _nouns():
            return not sentence.is_capital(after)
        if not word.isalpha() or word in FUNCTION_WORDS or is_speaking_at(sentence, after):
            return False
    return False


@cache
def _nouns() -> dict[str, tuple[ParticipantKind, str]]:
    """What each noun, in lower case, stands for, with the form that unites its singular and plural.

    A plural is a group, a body an organization.
    """
    found: dict[str, tuple[ParticipantKind, str]] = {
        noun: ("organization", noun) for noun in _BODY_NOUNS
    }
    for noun in _BODY_NOUNS:
        plural = f"{noun[:-1]}ies" if noun[-1] == "y" else f"{noun}s"
        found[plural] = ("group", plural)
    for noun in roles():
        plural = f"{noun[:-2]}en" if noun.endswith("man") else f"{noun}s"
        found[plural] = ("group", plural)
    found.update((noun, ("person", noun)) for noun in roles())
    found.update((noun, ("group", noun)) for noun in _COLLECTIVES | _SIDES)
    return found


def without_nouns(sentence: SentenceWords, parts: Iterable[NamePart]) -> list[NamePart]:
    """The names of a sentence, but for a noun that has its capital from where it stands."""
    return [
        part
        for part in parts
        if part.last - part.title != 1
        or part.title == part.first - 1
        or sentence.lowers[part.title] not in _nouns()
        or not is_opening(sentence, part.title)
    ]


_NEITHER: Final = words_of("neither either each")
_ONE_SIDE: Final = {
    "side": "sides",
    "country": "countries",
    "party": "parties",
    "nation": "nations",
}


def _noun_phrase(sentence: SentenceWords, head: int, named: set[int]) -> int | None:
    """Where the phrase of a noun begins; None if the noun only qualifies what follows."""
    following = sentence.word(head + 1)
    if sentence.is_capital(head + 1) or following == "-":
        return None
    if following in _nouns():
        return None
    is_plain = following.isalpha() and following not in FUNCTION_WORDS
    if sentence.lowers[head] in _ADJECTIVES and is_plain and not is_speaking_at(sentence, head + 1):
        return None
    first = head
    while first > 0 and head - first < 5:
        lower = sentence.lowers[first - 1]
        if lower in _DETERMINERS or lower in POSSESSIVES:
            return _with_owner(sentence, first - 1)
        is_acronym = len(lower) > 1 and sentence.words[first - 1].isupper()
        if not lower[0].isalnum() or lower in CALENDAR:
            break
        if lower in FUNCTION_WORDS and not is_acronym:
            break
        if first - 1 in named and not sentence.capitals[first - 1]:
            break
        if is_speaking_at(sentence, first - 1) or lower.endswith(("n't", "n’t")):
            break
        first -= 1
    return first


_ADJECTIVES: Final = words_of(
    "major general chief native local principal expert veteran rival fellow model star patient"
    " partner junior private champion guest pioneer hero catholic"
)
"""Nouns for persons that are adjectives as often: "a major reason"."""


def _with_owner(sentence: SentenceWords, index: int) -> int:
    """Where a determiner begins: with "all the", "one of the", and the owner before 's."""
    if sentence.lowers[index] in POSSESSIVES:
        while index > 0 and (
            sentence.is_capital(index - 1) or sentence.lowers[index] in POSSESSIVES
        ):
            index -= 1
        return index
    while index > 0 and sentence.lowers[index - 1] in (
        "all",
        "some",
        "many",
        "both",
        "the",
        "these",
    ):
        index -= 1
    return index


def _nominal(
    sentence: SentenceWords,
    first: int,
    head: int,
    kind: ParticipantKind,
    noun: str,
    quoted: list[bool],
    number: int,
) -> Nominal:
    words = sentence.lowers[first : head + 1]
    if noun == "guard" and head and sentence.word(head - 1) in _GUARDS:
        kind = "organization"
    determiner = words[0] if words[0] in _DETERMINERS else ""
    if not determiner and any(word in POSSESSIVES for word in words):
        determiner = "'s"
    elif not determiner and sentence.word(first - 1) in _DETERMINERS:
        first -= 1
        determiner = sentence.lowers[first]
    nation = next(
        (
            country
            for word in sentence.words[first:head]
            if (country := countries().peoples.get(word) or countries().names.get(word))
        ),
        "",
    )
    adjective = sentence.words[first + 1] if head - first > 1 else ""
    is_origin = not nation and adjective.endswith(("an", "ian", "ese", "ish", "i"))
    lower = adjective.lower()
    is_origin = is_origin and adjective[:1].isupper() and lower not in PARTIES
    origin = adjective if is_origin and lower not in common_words() else ""
    if determiner == "that" and kind == "group":
        first, determiner = first + 1, ""
    last = _end_of_phrase(sentence, head, kind == "group")
    is_speaking = is_speech_before(sentence, first, last + 1) or (
        is_saying_at(sentence, last + 1) if kind == "person" else is_speaking_at(sentence, last + 1)
    )
    if sentence.word(first - 1) in _LEAD_ON and not is_speech_before(sentence, first, last + 1):
        is_speaking = False
    elif not is_speaking and kind != "organization":
        is_speaking = kind == "group" and _speak_at(sentence, last + 1)
        before = -1 if is_speaking else _before_insertion(sentence, head)
        last, is_speaking = (before, True) if before >= head else (last, is_speaking)
    start, end = sentence.starts[first], sentence.ends[last if is_speaking else head]
    return Nominal(
        start,
        end,
        kind,
        noun,
        frozenset(sentence.lowers[first:head]) - _DETERMINERS,
        frozenset(sentence.words[first:head])
        & frozenset(sentence.lowers[first:head]) - _DETERMINERS,
        determiner,
        nation,
        origin,
        roles().get(noun, ""),
        number,
        is_speaking,
        quoted[head],
        sentence.capitals[head] and head > 0,
        noun in _SIDES and bool((_TWO | _NEITHER) & set(words)),
        not quoted[head] and sentence.word(first - 1) in _BEFORE_SUBJECT,
        sentence.text(first, last + 1 if is_speaking else head + 1),
    )


_GUARDS: Final = words_of("coast national border revolutionary republican civil presidential")
_SPEAK: Final = words_of(
    "accuse agree argue ask believe call caution doubt complain concede condemn consider contend"
    " criticize criticise deny disagree dispute estimate expect fear hail hope insist maintain note"
    " oppose praise predict question recommend refuse reject say stress suggest support suspect"
    " think urge want warn welcome worry worried feared argued complained demand demanded"
)
"""What several people do when they speak or think: verbs in the plural."""


def _speak_at(sentence: SentenceWords, index: int) -> bool:
    """Whether a verb in the plural stands at an index, also after "would" or "now"."""
    last = index + 3
    while index < last and (
        sentence.word(index) in ("would", "also", "now", "still", "often", "may", "have")
        or sentence.word(index).endswith("ly")
    ):
        index += 1
    return sentence.word(index) in _SPEAK and not sentence.is_capital(index)


_LEAD_ON: Final = words_of("of for at from with by to against between")
"""Before a noun, these make it part of a longer phrase, whose head speaks."""
_BEFORE_SUBJECT: Final = words_of("that but and while as because if when though") | {"", ",", ";"}


def _end_of_phrase(sentence: SentenceWords, head: int, is_plural: bool) -> int:
    """The last word of what "for", "of" or "at" adds to a noun before its verb of speech."""
    following = sentence.word(head + 1)
    if following not in _ADDS and not following.endswith("ed"):
        return head
    is_whom = sentence.is_capital(head + 2) or sentence.word(head + 2) in ("the", "his", "her")
    if sentence.word(head + 1) == "to" and not is_whom:
        return head
    for index in range(head + 2, min(head + 10, len(sentence))):
        lower = sentence.lowers[index]
        if lower in ("they", "he", "she", "it", "we", "that"):
            return head
        if lower in AUXILIARIES:
            return index - 1 if is_speaking_at(sentence, index) else head
        is_open = sentence.lowers[index - 1] in FUNCTION_WORDS
        if not is_open and lower not in OFTEN_NOUNS and is_speaking_at(sentence, index):
            return index - 1
        if is_plural and not is_open and lower.endswith("ly") and _speak_at(sentence, index):
            return index - 1
        if not lower[0].isalnum() and lower not in POSSESSIVES:
            return head
    return head


_ADDS: Final = words_of(
    "of for at from with in on who to familiar close aware present working living speaking taking"
    " attending involved near inside outside within among representing"
)
"""What adds to a noun before its verb: "two diplomats familiar with the matter said"."""


def _before_insertion(sentence: SentenceWords, head: int) -> int:
    """Where a phrase ends that an insertion between commas parts from its verb of speech; or -1.

    So "a spokesman for the port, reached by telephone, said".
    """
    end = head + 1
    if sentence.word(end) != "," and sentence.word(end) not in _ADDS:
        return -1
    while end < head + _FARTHEST_COMMA and sentence.word(end) != ",":
        if not sentence.word(end)[:1].isalnum() and sentence.word(end) not in POSSESSIVES:
            return -1
        end += 1
    close = end + 1
    while close < end + _LONGEST_INSERTION and sentence.word(close) not in _STOPS:
        close += 1
    is_closed = sentence.word(end) == sentence.word(close) == ","
    return end - 1 if is_closed and is_saying_at(sentence, close + 1) else -1


_STOPS: Final = frozenset({",", "", ";", ":", '"', "“", "”"})
_FARTHEST_COMMA: Final = 8
_LONGEST_INSERTION: Final = 20


def quoted_words(sentence: SentenceWords, is_inside: bool) -> tuple[list[bool], bool]:
    """For each word whether it stands in quotation marks; and whether they stay open."""
    flags = []
    for word in sentence.words:
        if word in "“«„":
            is_inside = True
        elif word in "”»":
            is_inside = False
        elif word == '"':
            is_inside = not is_inside
        flags.append(is_inside)
    return flags, is_inside
