"""Whether a name is a person’s, an organization’s, a country’s or nobody’s.

Its words tell, and what stands beside it wherever it returns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final, NamedTuple

from language.names.lists import (
    body_heads,
    capitals,
    common_words,
    countries,
    given_names,
    idle_heads,
    organizations,
    places,
    roles,
)
from language.names.mentions import Mention
from language.names.speaking import SPEAKING
from language.names.words import (
    BODIES,
    FAMILY_NAMES_FIRST,
    FUNCTION_WORDS,
    PARTICLES,
    PLACES,
    POSTNOMINALS,
    STATES,
)
from language.word_lists import words_of
from store.records import ParticipantKind

_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.){2,3}")


class Kind(NamedTuple):
    """What bears a name, and the rule that says so; kind None: nobody who takes part."""

    kind: ParticipantKind | None
    rule: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether the name says so itself: of one word, it can then be nobody’s family name."""
        return self.rule in _CERTAIN


_CERTAIN: Final = words_of(
    "country country-as-place known-organization speaking-acronym people-by-origin-or-party"
    " organization-by-head"
)
_SPEAKING_WORD: Final = Kind("organization", "one-word-speaks")
_SPEAKING_PERSON: Final = Kind("person", "one-word-speaks")
_WHERE: Final = words_of("in across throughout inside")
NOBODY: Final = Kind(None)

_PLACES_BEGIN: Final = words_of(
    "St Ste San Santa Santo São Sao Los Las El Saint Mount Mt Lake Fort Ft Cape Port Camp New"
    " North South East West Northern Southern Eastern Western Central Upper Lower Grand Great"
    " Hotel Villa Rio"
    " Monte Puerto Isla Costa Sierra Istituto Instituto Universidad Universität Banco Partido"
    " Banque Parti Movimento Casa Château Club Radio Team Operation Hurricane Air Art"
)
"""First words of what is a place, a body or a thing."""
_WEAK_HEADS: Final = words_of("front post times force house center centre service services union")
"""Last words of bodies, and of much else."""
_PARTY_MEMBERS: Final = words_of(
    "Democrats Republicans Tories Conservatives Liberals Socialists Communists Greens Libertarians"
    " Muslims Christians Catholics Jews Protestants Evangelicals Latinos Hispanics Hindus Sunnis"
    " Shiites Kurds Europeans Africans Asians Arabs Westerners Southerners Latinas Blacks Whites"
)


_ACTING: Final = words_of(
    "programme program initiative mission project campaign conference series show festival games"
    " championship summit forum convention airport museum theatre theater hotel port community"
    " network platform partnership bloc pact"
)
"""Heads of what is a body where it speaks: the World Food Programme."""
_SITES: Final = words_of("stadium arena building tower hall park airport station theatre theater")


def kind_of(group: Sequence[Mention], returns_alone: bool, lower_words: Set[str]) -> Kind:
    """The kind of a name of one or more words.

    Args:
        group: the name wherever it stands.
        returns_alone: whether its last word, as a name of its own, stands elsewhere in the text.
        lower_words: words that the text writes in lower case.
    """
    name, words = group[0].name, group[0].words
    if name in countries().names:
        acts = any(not mention.preposition for mention in group)
        return Kind("country", "country" if acts else "country-as-place")
    if name in places() or name in countries().peoples:
        return _of_place(group)
    if _are_people(words[-1]):
        return Kind("group", "people-by-origin-or-party")
    if name in organizations():
        return Kind("organization", "known-organization")
    is_titled = any(mention.is_titled for mention in group)
    if len(words) == 1:
        return _of_one_word(group, is_titled, lower_words)
    if any(mention.abbreviation for mention in group) and not is_titled:
        lowers = {word.lower() for word in words}
        if not lowers.isdisjoint(_WEAK_HEADS | STATES) or not lowers.isdisjoint(body_heads()):
            return Kind("organization", "abbreviated")
    return _of_words(group, is_titled, returns_alone, lower_words)


def _are_people(word: str) -> bool:
    """Whether a word is the plural of who belongs to a people or a party: "Americans"."""
    return word in _PARTY_MEMBERS or (word.endswith("s") and word[:-1] in countries().peoples)


def _of_place(group: Sequence[Mention]) -> Kind:
    """A place takes no part, unless its name is the family name that a title leads."""
    titled = sum(m.is_titled and bool(m.title) for m in group)
    name = group[0].name
    if name in capitals() and any(m.is_speaking and not m.preposition for m in group):
        return Kind("country", "place-speaks")
    if titled and titled * 2 >= len(group) and name not in countries().peoples and " " not in name:
        return Kind("person", "title-before-name")
    return NOBODY


def _of_words(
    group: Sequence[Mention], is_titled: bool, returns_alone: bool, lower_words: Set[str]
) -> Kind:
    words = group[0].words
    lowers = [word.lower() for word in words]
    head = _head_of(lowers)
    is_given = words[0] in given_names()
    if head in STATES - {"states", "union", "federation", "islands"} and "of" in lowers:
        return Kind("country", "country")
    is_event = head in idle_heads() or head in PLACES or lowers[-1] in _SITES
    if all(word.isupper() and len(word) > 2 for word in words) and not is_titled:
        return NOBODY
    if head in _ACTING and any(mention.is_speaking or mention.abbreviation for mention in group):
        return Kind("organization", "organization-by-head")
    if is_event and not (is_titled and is_given):
        return NOBODY
    is_body = "&" in words or not body_heads().isdisjoint(lowers)
    is_called = (is_titled and len(words) < 4) or (returns_alone and len(words) == 2)
    if is_body and not (is_given and is_called and lowers[-1] not in BODIES):
        return Kind("organization", "organization-by-head")
    if head in _WEAK_HEADS and not is_titled:
        return Kind("organization", "organization-by-head")
    if words[0] in _PLACES_BEGIN and not is_titled:
        return NOBODY
    is_taken_up = any(mention.is_thing or mention.is_body for mention in group)
    if is_taken_up and not is_titled and not is_given:
        return Kind("organization", "called-which")
    score = _person_score(group, is_titled, returns_alone, lower_words)
    is_told = is_titled or returns_alone or any(mention.is_described for mention in group)
    if score > 0 and not is_told and _is_long_and_strange(group):
        speaks = any(mention.is_speaking for mention in group)
        return Kind("organization", "three-capitals") if speaks else NOBODY
    if score >= 2:
        if is_titled:
            return Kind("person", "title-before-name")
        if any(mention.is_described for mention in group):
            return Kind("person", "name-then-description")
        if is_given:
            return Kind("person", "given-and-family-name")
        return Kind("person", "returns-by-family-name" if returns_alone else "two-capitals")
    if score == 1:
        return Kind("person", "two-capitals")
    if any(mention.is_speaking and mention.follows_the for mention in group):
        return Kind("organization", "speaks-with-article")
    return NOBODY


def _is_long_and_strange(group: Sequence[Mention]) -> bool:
    """Whether a name has three words with capitals or more, none of them a given name."""
    words = [word for word in group[0].words if word not in PARTICLES]
    is_strange = len(words) > 2 and given_names().keys().isdisjoint(words)
    is_initial = any(len(word) == 1 for word in words)
    is_eastern = words[0] in FAMILY_NAMES_FIRST
    is_person = any(mention.is_one_person for mention in group)
    return is_strange and not (is_initial or is_eastern or is_person)


def _head_of(lowers: Sequence[str]) -> str:
    """The noun that says what bears a name: before "of", "for" or "on", or else the last."""
    for index in range(1, len(lowers) - 1):
        if lowers[index] in ("of", "for", "on"):
            return lowers[index - 1]
    return lowers[-1]


def _person_score(
    group: Sequence[Mention], is_titled: bool, returns_alone: bool, lower_words: Set[str]
) -> int:
    """How much speaks for a person: at 2 nearly certain, below 1 not enough."""
    words = group[0].words
    parts = [word for word in words if word not in PARTICLES]
    first, last = words[0], words[-1]
    score = 1
    if first in given_names():
        score += 1 if first in places() or first.lower() in common_words() else 3
    elif _INITIALS.fullmatch(first):
        score += 3
    if is_titled:
        score += 3
    if any(mention.is_described for mention in group):
        score += 3
    if any(len(word) == 1 for word in words[1:-1]) or last in ("Jr", "Sr"):
        score += 3
    if returns_alone:
        score += 2
    if any(mention.is_speaking and not mention.follows_the for mention in group):
        score += 1
    if first in FAMILY_NAMES_FIRST and len(words) <= 3:
        score += 1
    score -= 4 * any(mention.follows_the and not mention.is_titled for mention in group)
    score -= 2 * all(bool(mention.preposition) for mention in group)
    score -= 4 * all(mention.is_located for mention in group)
    unlikely = sum(_is_unlikely(word, lower_words) for word in parts[1:])
    is_sure = first in given_names() and not (first in places() or first.lower() in common_words())
    score -= (1 if is_sure else 3) * unlikely + 3 * _is_unlikely(first, lower_words)
    is_led = first in given_names() or first in FAMILY_NAMES_FIRST or is_titled
    if len(parts) > 3 and (unlikely or not is_led or len(parts) > 5):
        score -= 2 * (len(parts) - 3)
    score -= 3 * (last.isupper() and len(last) == 2 and last not in POSTNOMINALS)
    score -= 4 * any(word.lower() in _NO_PARTS for word in parts)
    score -= 3 * all(word.isupper() and len(word) > 2 for word in words)
    score -= 3 * any(character.isdigit() for character in group[0].name)
    score -= 2 * ("of" in words or "and" in words or "&" in words)
    score -= 2 * any(mention.precedes_noun and mention.follows_the for mention in group)
    score -= 2 * (not any(mention.is_lettered for mention in group))
    return score


_NO_PARTS: Final = FUNCTION_WORDS - PARTICLES - {"of", "and", "the"}


def _is_unlikely(word: str, lower_words: Set[str]) -> bool:
    """Whether a word is ordinary, a place or a people: no part of a person’s name."""
    if word in given_names():
        return False
    lower = word.lower()
    return (
        lower in common_words()
        or lower in SPEAKING
        or lower in lower_words
        or word in countries().names
        or word in countries().peoples
        or word in places()
        or word in organizations()
        or (word.isupper() and len(word) > 1)
    )


def _has_capital_title(mention: Mention) -> bool:
    return mention.is_titled and bool(mention.gender or mention.title[:1].isupper())


def _is_pair_of_countries(word: str) -> bool:
    known = countries()
    parts = word.replace("–", "-").split("-")
    return len(parts) > 1 and any(part in known.names or part in known.peoples for part in parts)


def _of_one_word(group: Sequence[Mention], is_titled: bool, lower_words: Set[str]) -> Kind:
    word = group[0].words[0]
    lower = word.lower()
    if lower in FUNCTION_WORDS or _is_pair_of_countries(word):
        return NOBODY
    inner = [mention for mention in group if not mention.is_opening and mention.is_lettered]
    is_ordinary = lower in common_words() or lower in lower_words
    is_led = is_titled and (not is_ordinary or any(_has_capital_title(m) for m in group))
    if is_led and not word.isupper() and word[-1:].isalpha():
        return Kind("person", "title-before-name")
    if (
        is_ordinary
        or all(mention.is_located for mention in group)
        or any(character.isdigit() for character in word)
        or len(word) < 2
    ):
        return NOBODY
    if word.isupper():
        if any(mention.is_speaking for mention in inner or group) and len(word) < 7:
            return Kind("organization", "speaking-acronym")
        return NOBODY
    speaks = sum(mention.is_speaking for mention in group)
    is_state = any(mention.owns_office for mention in group) and word not in given_names()
    if is_state and not any(mention.follows_the for mention in group):
        return Kind("country", "place-speaks")
    is_place = any(mention.preposition in _WHERE for mention in group)
    is_called = any(mention.heads for mention in group) and lower not in roles()
    if is_called and not is_place and not any(mention.is_thing for mention in group):
        return Kind("person", "name-then-description")
    if any(mention.is_body for mention in inner) and word not in given_names():
        return Kind("organization", "called-which")
    if word in given_names():
        if inner or speaks:
            return Kind("person", "given-name-alone")
        return NOBODY
    if any(mention.follows_the for mention in group):
        return NOBODY
    if any(m.is_described and not m.is_object for m in inner) and not is_place:
        return Kind("person", "name-then-description")
    if (speaks and inner) or speaks > 1:
        if is_place:
            return Kind("country", "place-speaks")
        is_person = any(mention.is_one_person for mention in group)
        return _SPEAKING_PERSON if is_person else _SPEAKING_WORD
    return NOBODY
