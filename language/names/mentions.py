"""What a sentence says of those it names: each name with the words beside it, and pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from language.grammar.sentence_words import POSSESSIVES, SentenceWords
from language.names.lists import Gender, countries, organizations, places, roles
from language.names.parts import NamePart
from language.names.speaking import SPEAKING, is_speaking_at, is_speech_before
from language.names.titles import (
    KIN,
    STOPS,
    Title,
    nation_or_same,
    owner_after,
    title_after,
    title_before,
)
from language.names.whereabouts import is_called_place, is_in, leads_to_ground
from language.names.words import BODIES, FUNCTION_WORDS
from language.word_lists import words_of


@dataclass(slots=True)
class Mention:
    """A name where it stands: `[start, end)` in the text, and what the words beside it show."""

    start: int
    end: int
    words: tuple[str, ...]
    sentence: int
    is_opening: bool = False
    """Whether it begins its sentence, where every word has a capital."""
    is_lettered: bool = True
    """Whether capitals tell something here: false in headlines that write each word with one."""
    title: str = ""
    affiliation: str = ""
    gender: Gender = ""
    """As "Mr" or "Queen" tells it."""
    likely_gender: Gender = ""
    """As "mother" or "spokesman" beside the name tells it."""
    is_titled: bool = False
    is_described: bool = False
    """Whether an office, an age or "who" follows."""
    is_speaking: bool = False
    is_object: bool = False
    """Whether it depends on a preposition, or owns what follows."""
    follows_the: bool = False
    preposition: str = ""
    is_located: bool = False
    """Whether a country or state follows, as after the name of a town."""
    is_where: bool = False
    """Whether it is where something is, as after "in"."""
    is_called_place: bool = False
    """Whether a noun says so: "the town of Orlen"."""
    is_aim: bool = False
    """Whether "of", "to", "from" or "at" leads to it."""
    is_qualifier: bool = False
    """Whether it only qualifies the noun after it: "U.S. embassies"."""
    is_credit: bool = False
    """Whether brackets hold it alone or before a slash: "(Xinhua)"."""
    is_thing: bool = False
    """Whether "which" takes it up."""
    is_body: bool = False
    """Whether "its" follows its verb of speech, or a noun leads it: "the charity Orlen"."""
    is_alias: bool = False
    """Whether "known as" leads to it."""
    owner: str = ""
    """The word that makes a body before the owner of its title: "its", "whose", "group"."""
    is_kin: bool = False
    """Whether it is that of a relative of someone before: "his father, Ada Orlen"."""
    precedes_noun: bool = False
    owns_office: bool = False
    """Whether it has a president, a parliament, a coast, as countries do."""
    is_one_person: bool = False
    """Whether "he" or "she" follows its verb of speech: "Orlen said he would"."""
    abbreviation: str = ""
    heads: tuple[str, ...] = ()
    """What it is called beside its name, in lower case: "minister", "boy"."""
    shown: str = ""
    """The name as the text writes it, on one line."""

    @property
    def name(self) -> str:
        """The words with one space between each two."""
        return " ".join(self.words)


_PREPOSITIONS: Final = words_of(
    "in at near from to into across throughout outside around inside via toward towards through"
)
_LONGEST_LIST: Final = 12
_VERBS: Final = words_of(
    "has have had does did will would can could may might must should also not never now then still"
    " says goes comes takes makes gives wants needs gets seems holds keeps plans sent led won lost"
    " made took gave went came began became held kept left sent"
)
_WHERE: Final = words_of("in at near across throughout outside around inside")
_AIMS: Final = words_of("of to from at around through toward towards via into")
_AIMS_OF_SPEECH: Final = words_of("of at in for from with near to by")
_OBJECT_MARKS: Final = _PREPOSITIONS | words_of(
    "of by with for on about against like than as between among behind after before over under"
)


def mention_of(sentence: SentenceWords, part: NamePart, number: int) -> Mention:
    """A name of a sentence with what stands beside it."""
    words, first, last = sentence.words, part.first, part.last
    name = tuple(word.replace("’", "'") for word in words[first:last] if word not in STOPS)
    end = sentence.ends[last - 1]
    if words[last - 1] in ("Jr", "Sr") and sentence.word(last) == ".":
        end = sentence.ends[last]
    found = Mention(sentence.starts[first], end, name, number)
    found.is_opening = is_opening(sentence, part.title)
    before = sentence.word(part.title - 1)
    found.follows_the = before == "the" or sentence.word(first - 1) == "the"
    found.preposition = _preposition(sentence, first) if part.title == first else ""
    found.is_qualifier = not found.follows_the and _is_noun(sentence, last)
    if len(name) == 1 and part.title == part.first:
        found.is_aim = before in _AIMS
        found.is_called_place = is_called_place(sentence, first, last)
        found.is_where = found.is_called_place or (
            is_in(sentence, first, last) and not found.is_qualifier
        )
    found.is_credit = before == "(" and sentence.word(last) in (")", "/")
    found.is_object = before in _OBJECT_MARKS or sentence.word(last) in POSSESSIVES
    found.is_body = before in _KINDS_OF_BODIES and not sentence.is_capital(part.title - 1)
    found.is_where = found.is_where or leads_to_ground(sentence, last)
    if title := title_before(sentence, part):
        found.is_titled = bool(title.head)
        _add(title, found)
    found.is_kin = not KIN.isdisjoint(found.heads) and _follows_owner(sentence, part.title)
    is_office = found.title[:1].isupper() and not found.affiliation
    if is_office and sentence.word(last) == "of":
        found.affiliation = nation_or_same(owner_after(sentence, last))
    found.owner = _owning_word(sentence, part.first) if found.title else ""
    found.is_alias = before in _AS and sentence.word(first - 2) in _CALLED_AS
    found.is_alias = found.is_alias or before in ("nicknamed", "dubbed")
    if not found.affiliation and before in POSSESSIVES:
        found.affiliation = _owner_of(sentence, part.title - 1)
    _read_after(sentence, last, found)
    found.is_speaking = _speaks(sentence, part)
    if len(name) == 1 and before in _AIMS_OF_SPEECH and not name[0].isupper():
        found.is_speaking = is_speech_before(sentence, part.title, part.last)
    if len(name) == 1:
        found.owns_office = _owns_office(sentence, last)
    if found.is_speaking:
        after = {sentence.word(index) for index in range(last + 1, last + _REACH)}
        found.is_one_person = any(
            sentence.word(index) in ("he", "she") for index in range(last + 1, last + 5)
        )
        found.is_body |= "its" in after and after.isdisjoint(("he", "she", "his", "her", "it"))
    found.shown = sentence.text(first, last)
    if sentence.word(last) == "." and end == sentence.ends[last]:
        found.shown += "."
    return found


def _follows_owner(sentence: SentenceWords, index: int) -> bool:
    """Whether "his" or "her" stands among the words before a name."""
    return any(sentence.word(index - back) in ("his", "her") for back in range(2, 6))


_OF_BODIES: Final = BODIES | words_of(
    "firm charity carmaker lender retailer watchdog regulator bloc"
)


_KINDS_OF_BODIES: Final = words_of(
    "group charity company firm party club newspaper magazine broadcaster agency carmaker automaker"
    " airline lender retailer manufacturer watchdog militia brokerage consultancy insurer"
    " think-tank conglomerate drugmaker chipmaker startup network nonprofit"
)


def _owning_word(sentence: SentenceWords, first: int) -> str:
    """The "its", "their", "whose" or "group" of "the group's" before the title of a name."""
    for index in range(first - 1, max(first - _REACH, -1), -1):
        word = sentence.word(index)
        if word in ("its", "their", "whose"):
            return word
        if word in POSSESSIVES:
            owner = sentence.word(index - 1)
            is_body = owner in _OF_BODIES and not sentence.is_capital(index - 1)
            return owner if is_body and sentence.word(index - 2) == "the" else ""
        if word != "," and not word[:1].isalnum():
            return ""
    return ""


_REACH: Final = 9
"""How far after a name "its" is sought."""
_AS: Final = words_of("as")
_CALLED_AS: Final = words_of("known called nicknamed")


def _owner_of(sentence: SentenceWords, mark: int) -> str:
    """The well-known body that "’s" makes the owner of a name: "CNN’s Ada Orlen"."""
    for first in range(max(0, mark - 3), mark):
        name = " ".join(sentence.words[first:mark])
        if name in organizations():
            return name
    return ""


_OF_COUNTRIES: Final = words_of(
    "president premier minister parliament king queen chancellor capital army navy airspace coast"
    " border borders constitution economy central"
)


def _owns_office(sentence: SentenceWords, last: int) -> bool:
    """Whether "’s" follows a name and what a country has: "Orlen’s foreign minister"."""
    if sentence.word(last) not in POSSESSIVES:
        return False
    for index in range(last + 1, last + 5):
        word = sentence.word(index)
        if word in _OF_COUNTRIES:
            return True
        if not word.isalpha() or word in FUNCTION_WORDS or word in SPEAKING:
            return False
    return False


def _preposition(sentence: SentenceWords, first: int) -> str:
    """The preposition before a name, over the names that "and" joins to it: "in Ada and Orlen"."""
    index = first - 1
    while index > first - _LONGEST_LIST and (
        sentence.word(index) in ("and", "or", ",") and sentence.is_capital(index - 1)
    ):
        index -= 1
        while sentence.is_capital(index):
            index -= 1
    return sentence.word(index) if sentence.word(index) in _PREPOSITIONS else ""


def _is_noun(sentence: SentenceWords, index: int) -> bool:
    """Whether a word is ordinary and no verb, as far as its form shows."""
    word = sentence.word(index)
    if not word.isalpha() or sentence.is_capital(index) or word in FUNCTION_WORDS:
        return False
    return not (word in SPEAKING or word.endswith(("ed", "ing", "ly")) or word in _VERBS)


def mention_in_headline(sentence: SentenceWords, part: NamePart, number: int) -> Mention:
    """A name of a headline, whose other words tell nothing."""
    found = mention_of(sentence, NamePart(part.first, part.first, part.last), number)
    found.is_lettered = False
    found.is_titled = found.is_described = found.is_speaking = False
    found.title = found.affiliation = ""
    return found


def is_opening(sentence: SentenceWords, index: int) -> bool:
    """Whether the word at an index begins its sentence, but for marks before it."""
    while index > 0 and not sentence.words[index - 1][0].isalnum():
        if sentence.words[index - 1] in ",;)":
            return False
        index -= 1
    return index == 0


def _read_after(sentence: SentenceWords, last: int, found: Mention) -> None:
    """What follows a name: an abbreviation, an age, an office, "who", a noun that it qualifies."""
    index = last + 1 if sentence.word(last) == "." and found.end == sentence.ends[last] else last
    following = sentence.word(index)
    if following == "(":
        inner = sentence.words[index + 1] if index + 1 < len(sentence) else ""
        if sentence.word(index + 2) == ")" and 2 <= len(inner) <= 10:
            found.abbreviation = inner if _abbreviates(inner, found.words) else ""
        while index < len(sentence) and sentence.words[index] != ")" and index - last < 6:
            index += 1
        index += 1
    elif following in POSSESSIVES or (following.isalpha() and not sentence.capitals[index]):
        found.precedes_noun = following in _HEADS_AFTER
    if sentence.word(index) != ",":
        return
    begin = index + 1
    found.is_located = _is_place_at(sentence, begin)
    if sentence.word(begin) in ("who", "whose", "whom"):
        found.is_described = True
    elif sentence.word(begin) == "of" and sentence.word(begin + 1) == "the":
        found.affiliation = found.affiliation or nation_or_same(owner_after(sentence, begin))
    elif sentence.word(begin) == "which":
        found.is_thing = True
    elif sentence.word(begin).isdigit() and sentence.word(begin + 1) in (",", ".", ""):
        found.is_described = 1 < int(sentence.word(begin)[:4]) < 120
    elif found.preposition not in _WHERE and (title := title_after(sentence, begin)):
        found.is_described = True
        _add(title, found)


def _is_place_at(sentence: SentenceWords, index: int) -> bool:
    """Whether a country or a state stands at an index, and ends there."""
    for last in (index + 1, index + 2):
        name = " ".join(sentence.words[index:last])
        if (name in places() or name in countries().names) and not sentence.is_capital(last):
            return sentence.word(last) in (",", ".", ")", "", "-", "—", "–", ";")
    return False


def _add(title: Title, found: Mention) -> None:
    """Add what a title tells to what is known by another."""
    found.gender = found.gender or title.gender
    found.likely_gender = found.likely_gender or roles().get(title.head, "")
    found.heads += (title.head,) if title.head else ()
    if not found.title:
        found.title = title.title
        found.affiliation = found.affiliation or title.affiliation


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    """Whether a short name in brackets is of the letters that begin the words before it."""
    letters = [letter for letter in short.upper() if letter.isalpha()]
    if len(letters) < 2 or not short[0].isupper() or "-" in short:
        return False
    initials = {word[0].upper() for word in words}
    return letters[0] in initials and sum(letter in initials for letter in letters) * 2 > len(
        letters
    )


_HEADS_AFTER: Final = words_of(
    "administration campaign government team family camp era presidency supporters aides officials"
)


def _speaks(sentence: SentenceWords, part: NamePart) -> bool:
    return is_speaking_at(sentence, part.last) or is_speech_before(sentence, part.title, part.last)
