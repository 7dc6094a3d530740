"""Who takes part in all the articles: participants of several articles that are the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from store.annotations import Annotations
from store.records import Participant


class Appearance(NamedTuple):
    """A participant in one article, and how many of its quotes are by this participant."""

    article: str
    headline: str
    date: str
    record: str
    quotes: int


@dataclass
class Person:
    """A participant, of whatever kind, as the articles together tell."""

    name: str
    kind: str
    title: str = ""
    affiliation: str = ""
    wikidata: str = ""
    appearances: list[Appearance] = field(default_factory=list)

    @property
    def quotes(self) -> int:
        """How many quotes are by this person."""
        return sum(appearance.quotes for appearance in self.appearances)

    @property
    def articles(self) -> int:
        """In how many articles this person appears."""
        return len({appearance.article for appearance in self.appearances})

    @property
    def office(self) -> str:
        """The title and the affiliation, as far as they are known."""
        return ", ".join(filter(None, (self.title, self.affiliation)))

    @property
    def searched(self) -> str:
        """What a filter looks in, case folded."""
        words = (self.name, self.kind, self.title, self.affiliation, self.wikidata)
        return " ".join(words).casefold()

    def take_in(self, other: Person) -> None:
        """Become one with another, whose words count where there were none."""
        self.title = self.title or other.title
        self.affiliation = self.affiliation or other.affiliation
        self.wikidata = self.wikidata or other.wikidata
        self.appearances.extend(other.appearances)


class PersonRow(NamedTuple):
    """A person, or, when there are several, one of the appearances, listed below the person."""

    person: Person
    appearance: Appearance
    is_below: bool = False


class People:
    """The participants of the articles added so far.

    Who has the same Wikidata id is the same; without one, who has the same name and kind, unless
    people with different ids share these.
    """

    def __init__(self) -> None:
        self._people: dict[tuple[str, str, str], Person] = {}
        """By Wikidata id, or by name and kind without one."""
        self._listed: list[Person] | None = None

    def __len__(self) -> int:
        return len(self._people)

    def add(self, annotations: Annotations) -> None:
        """Add the participants of an article."""
        if not annotations.participants:
            return
        self._listed = None
        entry = annotations.entry
        spoken = Counter(key for quote in annotations.quotes for key in quote.speakers)
        for participant in annotations.participants:
            appearance = Appearance(
                entry.id, entry.headline, entry.date, participant.id, spoken[participant.id]
            )
            person = self._people.setdefault(_identity(participant), _person_of(participant))
            person.take_in(Person("", "", participant.title, participant.affiliation))
            person.appearances.append(appearance)

    @property
    def listed(self) -> list[Person]:
        """Everyone, by name; people named alike by kind."""
        if self._listed is None:
            self._listed = sorted(self._united(), key=lambda p: (p.name.casefold(), p.kind))
        return self._listed

    def rows(self, words: tuple[str, ...]) -> list[PersonRow]:
        """The people whose words hold all these, each with what is listed below."""
        found: list[PersonRow] = []
        for person in self.listed:
            searched = person.searched if words else ""
            if all(word in searched for word in words):
                found.append(PersonRow(person, person.appearances[0]))
                if len(person.appearances) > 1:
                    found.extend(PersonRow(person, one, True) for one in person.appearances)
        return found

    def _united(self) -> list[Person]:
        """The people, those without a Wikidata id united with their only namesake that has one."""
        known: dict[tuple[str, str], list[Person]] = {}
        for (wikidata, _, _), person in self._people.items():
            if wikidata:
                known.setdefault((person.name, person.kind), []).append(person)
        united: dict[int, Person] = {}
        for (wikidata, _, _), person in self._people.items():
            namesakes = known.get((person.name, person.kind), [])
            same = person if wikidata or len(namesakes) != 1 else namesakes[0]
            if id(same) not in united:
                united[id(same)] = Person(same.name, same.kind)
            united[id(same)].take_in(person)
        for person in united.values():
            person.appearances.sort()
        return list(united.values())


def _identity(participant: Participant) -> tuple[str, str, str]:
    if participant.wikidata:
        return participant.wikidata, "", ""
    return "", participant.name, participant.kind


def _person_of(participant: Participant) -> Person:
    return Person(participant.name, participant.kind, wikidata=participant.wikidata)
