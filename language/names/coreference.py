"""Whom nouns and pronouns stand for: "the Halvany diplomat", "she said".

Those who are near are asked, the latest first; where none fits, a speaker without a name is a
participant too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from language.names.bearers import Bearer, gender_of
from language.names.mentions import Mention
from language.names.nominals import Nominal
from language.names.pronouns import Pronoun
from language.names.words import OFFICE_PARTS, PARTIES
from language.word_lists import words_of

_NEAR: Final = 12
"""How many persons are remembered at a time."""

_OFFICES_OF: Final = {
    "diplomat": words_of(
        "minister ambassador envoy consul negotiator secretary-general secretary attaché diplomat"
    ),
    "leader": words_of(
        "president premier minister chancellor chairman chairwoman king queen prince emir sultan"
        " secretary-general speaker leader head chief sheikh emperor dictator governor"
    ),
    "politician": words_of(
        "senator sen representative rep congressman congresswoman lawmaker mp minister governor gov"
        " mayor candidate president nominee deputy councilor councillor secretary premier leader"
    ),
    "lawmaker": words_of("senator sen representative rep congressman congresswoman mp deputy"),
    "official": words_of(
        "minister secretary director commissioner spokesman spokeswoman spokesperson chief deputy"
        " administrator ambassador envoy officer undersecretary official head"
    ),
    "chief": words_of(
        "director president ceo chairman chairwoman secretary-general head commissioner"
    ),
    "head": words_of("director president ceo chairman chairwoman secretary-general chief"),
    "boss": words_of("director president ceo chairman chairwoman head chief manager"),
    "nominee": words_of("candidate nominee contender"),
    "candidate": words_of("candidate nominee contender"),
    "businessman": words_of(
        "ceo chairman executive founder billionaire developer investor owner tycoon businessman"
        " mogul magnate"
    ),
    "executive": words_of("ceo chairman executive founder director president cfo"),
    "scientist": words_of("professor researcher scientist biologist physicist chemist geologist"),
    "researcher": words_of("professor researcher scientist fellow lecturer author scholar"),
    "professor": words_of("professor"),
    "lawyer": words_of("attorney lawyer barrister counsel prosecutor solicitor"),
    "attorney": words_of("attorney lawyer counsel prosecutor"),
    "spokesman": words_of("spokesman spokesperson representative"),
    "spokeswoman": words_of("spokeswoman spokesperson representative"),
    "spokesperson": words_of("spokesman spokeswoman spokesperson representative"),
    "author": words_of("author writer novelist poet journalist"),
    "writer": words_of("author writer novelist poet journalist columnist"),
    "journalist": words_of("reporter correspondent journalist columnist editor anchor"),
    "player": words_of("striker midfielder defender goalkeeper forward winger captain quarterback"),
    "striker": words_of("striker forward captain"),
    "monarch": words_of("king queen emperor emir sultan"),
    "senator": words_of("senator sen"),
    "representative": words_of("representative rep congressman congresswoman"),
    "congressman": words_of("rep representative congressman"),
    "congresswoman": words_of("rep representative congresswoman"),
    "governor": words_of("governor gov"),
    "doctor": words_of("doctor dr physician surgeon"),
    "officer": words_of("officer sgt lieutenant captain sergeant"),
    "general": words_of("general gen"),
    "pope": words_of("pope pontiff"),
    "pontiff": words_of("pope"),
}
"""The offices of whom a more general noun may stand for."""

_LESSER: Final = words_of("deputy vice assistant associate")
"""What makes an office another one."""
_QUALITIES: Final = words_of(
    "former new old longtime top senior veteran young outgoing embattled populist conservative"
    " liberal right-wing left-wing controversial late elderly"
)
"""Adjectives that say nothing of an office."""

_GENERAL: Final = words_of(
    "man woman politician lawmaker businessman businesswoman diplomat lawyer attorney scientist"
    " researcher professor author writer player striker defender midfielder goalkeeper forward"
    " coach manager singer actor actress star artist musician director veteran native father mother"
    " teenager student doctor surgeon nurse teacher farmer activist dissident journalist economist"
    " champion athlete runner sprinter swimmer boxer golfer skipper captain fighter billionaire"
    " tycoon executive philanthropist novelist poet historian astronomer astronaut"
)
"""Nouns by which a text calls someone whom it has just named, without having told it before."""

_OF_SOMETHING: Final = words_of("chief head boss")
"""Nouns that mean someone only with the body that is headed: "the ASC chief"."""

_DEFINITE: Final = words_of("the this that")


class Coreference:
    """Follows a text from mention to mention, and tells whom its nouns and pronouns mean."""

    def __init__(self) -> None:
        self.unnamed: list[Bearer] = []
        self._near: list[Bearer] = []
        self._sentence_of: dict[int, int] = {}
        self._is_subject: dict[int, bool] = {}
        self._speaker: Bearer | None = None
        self._last_subject: dict[bool, tuple[Bearer, int]] = {}
        self._of_noun: dict[str, Bearer] = {}
        self._bodies: dict[str, Bearer] = {}
        self._last_group: Nominal | None = None
        self._latest_body: tuple[Bearer, int] | None = None
        self._latest = -1
        """The sentence of the latest name."""

    def name(self, mention: Mention, bearer: Bearer) -> None:
        """Take note of a name and who bears it."""
        if bearer.kind == "organization":
            self._bodies[mention.words[-1].lower()] = bearer
        if bearer.kind != "person" and (
            mention.is_opening
            or mention.is_speaking
            or mention.is_described
            or (mention.sentence != self._latest and not mention.is_object)
        ):
            self._note_subject(bearer, mention.sentence)
        self._latest = mention.sentence
        if mention.owner and bearer.kind == "person" and not bearer.affiliation:
            bearer.affiliation = self._body_before(mention)
        if bearer.kind != "person":
            self._latest_body = (bearer, mention.sentence)
        if bearer.kind == "person":
            is_first = all(self._sentence_of[id(other)] != mention.sentence for other in self._near)
            is_subject = mention.is_opening or mention.is_speaking or is_first
            is_subject = is_subject and not (mention.is_object or mention.follows_the)
            is_subject = is_subject and (mention.is_speaking or not mention.is_kin)
            self._note(bearer, mention.sentence, is_subject, mention.is_speaking)

    def _body_before(self, mention: Mention) -> str:
        """The body that "its" before a title means: the subject of a sentence just before."""
        if mention.owner == "whose":
            body, number = self._latest_body or (None, -1)
            return body.name if body and number == mention.sentence else ""
        found = [self._last_subject[key] for key in self._last_subject]
        near = [(number, body) for body, number in found if mention.sentence - number < 2]
        named = [pair for pair in near if pair[1] not in self.unnamed]
        return max(named, key=lambda pair: pair[0])[1].name if named else ""

    def _note_subject(self, bearer: Bearer, sentence: int) -> None:
        self._last_subject[bearer.kind == "group"] = (bearer, sentence)

    def _speaking_again(self, pronoun: Pronoun) -> Bearer | None:
        """Whom "they" or "it" means: who was the subject of this sentence or the one before."""
        bearer, sentence = self._last_subject.get(pronoun.word == "they", (None, 0))
        group = self._last_group if pronoun.word == "they" else None
        if (
            group
            and pronoun.sentence - group.sentence < 2
            and (bearer is None or sentence < group.sentence)
        ):
            bearer, sentence = self._add(group), group.sentence
            bearer.mentions.append((group.start, group.end))
        if bearer is None or pronoun.sentence - sentence > 1:
            return None
        self._note_subject(bearer, pronoun.sentence)
        return bearer

    def _note(self, bearer: Bearer, sentence: int, is_subject: bool, speaks: bool) -> None:
        if bearer in self._near:
            self._near.remove(bearer)
        self._near.append(bearer)
        del self._near[:-_NEAR]
        was_subject = self._is_subject.get(id(bearer), False)
        is_same = self._sentence_of.get(id(bearer)) == sentence
        self._sentence_of[id(bearer)] = sentence
        self._is_subject[id(bearer)] = is_subject or (is_same and was_subject)
        if speaks:
            self._speaker = bearer

    def pronoun(self, pronoun: Pronoun) -> Bearer | None:
        """Whom a pronoun means; None if nobody near fits."""
        if pronoun.is_quoted and not pronoun.is_speaking:
            return None
        if not pronoun.gender:
            return self._speaking_again(pronoun)
        best, best_score = None, -7
        for age, bearer in enumerate(reversed(self._near)):
            gender = gender_of(bearer)
            if gender and gender != pronoun.gender:
                continue
            distance = pronoun.sentence - self._sentence_of[id(bearer)]
            score = 2 * bool(gender) - 3 * distance - age
            score += 2 * self._is_subject[id(bearer)]
            score += 3 * (pronoun.is_speaking and bearer is self._speaker)
            is_same_clause = pronoun.is_object and not (distance or age)
            score -= 7 * (is_same_clause and self._is_subject[id(bearer)])
            score -= 5 * (pronoun.is_after_participle and not distance)
            if score > best_score:
                best, best_score = bearer, score
        if best is not None:
            best.gender = best.gender or pronoun.gender
            self._note(best, pronoun.sentence, pronoun.is_subject, pronoun.is_speaking)
        return best

    def nominal(self, nominal: Nominal) -> Bearer | None:
        """Whom a noun means: someone named, someone else, or nobody who takes part."""
        is_definite = nominal.determiner in _DEFINITE or (
            not nominal.determiner and nominal.is_title
        )
        if nominal.kind == "person" and is_definite and (bearer := self._fitting(nominal)):
            self._note(bearer, nominal.sentence, True, nominal.is_speaking)
            return bearer
        if is_definite and (bearer := self._just_named(nominal)):
            self._note(bearer, nominal.sentence, True, nominal.is_speaking)
            return bearer
        body = self._bodies.get(nominal.head) if nominal.kind == "organization" else None
        if not (body and nominal.determiner in _DEFINITE):
            body = self._unnamed(nominal)
        if body and body.kind != "person" and nominal.is_speaking:
            self._note_subject(body, nominal.sentence)
        elif body is None and nominal.kind == "group" and nominal.is_subject:
            self._last_group = nominal
        return body

    def _fitting(self, nominal: Nominal) -> Bearer | None:
        """The latest of those near whose office, country and gender a noun fits."""
        for bearer in reversed(self._near):
            gender = gender_of(bearer)
            if nominal.gender and gender and gender != nominal.gender:
                continue
            if nominal.nation and nominal.nation not in bearer.affiliations:
                continue
            if not nominal.nation and _is_of_other_origin(nominal, bearer):
                continue
            owners = {owner.lower() for owner in bearer.affiliations}
            if _is_of_other_party(nominal, bearer):
                continue
            if nominal.head in _OF_SOMETHING and owners.isdisjoint(nominal.modifiers):
                continue
            if _is_office_of(nominal, bearer.titles | bearer.heads):
                return bearer
            if nominal.head in _RUNNING and _is_of_party(nominal, bearer):
                return bearer
        return None

    def _just_named(self, nominal: Nominal) -> Bearer | None:
        """Who was the subject of the sentence before, if no office of theirs is known that differs.

        So “The Irishman said” is who has just spoken, “the former minister” too.
        """
        if nominal.kind != "person" or not (nominal.is_speaking and nominal.is_subject):
            return None
        if nominal.head not in _GENERAL and "former" not in nominal.modifiers:
            return None
        for bearer in reversed(self._near):
            if nominal.sentence - self._sentence_of[id(bearer)] > 1:
                return None
            gender = gender_of(bearer)
            if nominal.gender and gender and gender != nominal.gender:
                continue
            if bearer not in self.unnamed and self._is_subject[id(bearer)]:
                return bearer
        return None

    def _unnamed(self, nominal: Nominal) -> Bearer | None:
        """Someone without a name who speaks, or returns after having spoken."""
        known = self._of_noun.get(nominal.head)
        returns = nominal.determiner == "the" or (
            nominal.determiner in ("both", "") and nominal.is_speaking
        )
        if known is not None and returns:
            return known
        if not (nominal.is_speaking or nominal.is_pair) or nominal.is_quoted:
            return None
        if not nominal.determiner and nominal.kind != "group" and not nominal.is_title:
            return None
        bearer = self._add(nominal)
        if nominal.kind == "person":
            self._note(bearer, nominal.sentence, True, nominal.is_speaking)
        return bearer

    def _add(self, nominal: Nominal) -> Bearer:
        """A participant made of a noun."""
        bearer = Bearer(nominal.kind, nominal.rule, nominal.shown, (nominal.head,))
        bearer.gender = nominal.gender
        self._of_noun[nominal.head] = bearer
        self.unnamed.append(bearer)
        return bearer


_ALIKE: Final = 4


def _is_of_other_origin(nominal: Nominal, bearer: Bearer) -> bool:
    """Whether a noun says of which unknown country someone is, and it is none that is known."""
    if nominal.is_title or not nominal.origin or not bearer.affiliations:
        return False
    return not any(
        word[:_ALIKE] == nominal.origin[:_ALIKE]
        for owner in bearer.affiliations
        for word in owner.split()
    )


_RUNNING: Final = words_of("nominee candidate contender hopeful standard-bearer")


def _is_of_other_party(nominal: Nominal, bearer: Bearer) -> bool:
    """Whether a noun names a party, and what is known of someone another: "the GOP nominee"."""
    party, told = _party(nominal.modifiers), _party_of(bearer)
    return bool(party and told) and party.isdisjoint(told)


def _is_of_party(nominal: Nominal, bearer: Bearer) -> bool:
    """Whether someone is of the party of a nominee, and no deputy."""
    words = {word for title in bearer.titles for word in title.split()}
    is_lesser = not words.isdisjoint(_LESSER) and nominal.modifiers.isdisjoint(_LESSER)
    return not (is_lesser or _party(nominal.modifiers).isdisjoint(_party_of(bearer)))


def _party_of(bearer: Bearer) -> set[str]:
    told = (*bearer.titles, *bearer.affiliations)
    return _party(word.lower() for words in told for word in words.split())


def _party(words: Iterable[str]) -> set[str]:
    return {_SAME_PARTY.get(word, word) for word in words if word in PARTIES}


_SAME_PARTY: Final = {"gop": "republican", "democrat": "democratic", "tory": "conservative"}


def _is_office_of(nominal: Nominal, titles: Iterable[str]) -> bool:
    """Whether a noun with its modifiers may stand for who has one of the titles."""
    parts = nominal.modifiers & OFFICE_PARTS
    general = _OFFICES_OF.get(nominal.head, frozenset())
    for title in titles:
        words = [*title.replace("-", " - ").split(), title]
        if not parts <= set(words) or (_LESSER & set(words)) - nominal.modifiers:
            continue
        if nominal.head in words:
            return True
        if nominal.qualities <= _QUALITIES | set(words) and not general.isdisjoint(words):
            return True
    return False
