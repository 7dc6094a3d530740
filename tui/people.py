"""Who takes part in all the articles: participants of several articles that are the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from store.annotations import Annotations
from store.records import Participant


class Appearance(Struct, frozen=True, order=True, gc=False):  # without gc: there are many
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

    def learn(self, title: str, affiliation: str) -> None:
        """Take what another article tells of this person, where nothing was known."""
        self.title = self.title or title
        self.affiliation = self.affiliation or affiliation

    def united_with(self, others: Sequence[Person]) -> Person:
        """This person and others as one."""
        everyone = (self, *others)
        return replace(
            self,
            title=next((one.title for one in everyone if one.title), ""),
            affiliation=next((one.affiliation for one in everyone if one.affiliation), ""),
            appearances=sorted(found for one in everyone for found in one.appearances),
        )


class PersonRow(NamedTuple):
    """A person, or, when there are several, one of the appearances, listed below the person."""

    person: Person
    appearance: Appearance
    is_below: bool = False


class PersonRows:
    """The rows of these people, each made when it is asked for: there may be very many."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._ends = list(accumulate(_height(person) for person in people))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, index: int) -> PersonRow:
        number = bisect_right(self._ends, index)
        person = self._people[number]
        below = index - self._ends[number] + len(person.appearances)
        if below < 0 or len(person.appearances) == 1:
            return PersonRow(person, person.appearances[0])
        return PersonRow(person, person.appearances[below], True)


def _height(person: Person) -> int:
    several = len(person.appearances)
    return several + 1 if several > 1 else 1


class People:
    """The participants of the articles added so far.

    Who has the same Wikidata id is the same; without one, who has the same name and kind, unless
    people with different ids share these.
    """

    def __init__(self) -> None:
        self._people: dict[tuple[str, str, str], Person] = {}
        """By Wikidata id, or by name and kind without one."""
        self._ids: dict[tuple[str, str], set[str]] = {}
        """The Wikidata ids that those of a name and kind have."""
        self._listed: list[Person] | None = None

    def __len__(self) -> int:
        return len(self._people)

    def add(self, annotations: Annotations) -> None:
        """Add the participants of an article."""
        if not annotations.participants:
            return
        self._listed = None
        entry = annotations.entry.told
        spoken = Counter(key for quote in annotations.quotes for key in quote.speakers)
        for participant in annotations.participants:
            appearance = Appearance(
                entry.id, entry.headline, entry.date, participant.id, spoken[participant.id]
            )
            person = self._person_of(participant)
            person.learn(participant.title, participant.affiliation)
            person.appearances.append(appearance)

    def _person_of(self, participant: Participant) -> Person:
        name, kind, wikidata = participant.name, participant.kind, participant.wikidata
        identity = (wikidata, "", "") if wikidata else ("", name, kind)
        if identity not in self._people:
            self._people[identity] = Person(name, kind, wikidata=wikidata)
        if wikidata:
            self._ids.setdefault((name, kind), set()).add(wikidata)
        return self._people[identity]

    @property
    def listed(self) -> list[Person]:
        """Everyone, by name; people named alike by kind."""
        if self._listed is None:
            self._listed = sorted(self._united(), key=lambda p: (p.name.casefold(), p.kind))
        return self._listed

    def rows(self, words: tuple[str, ...]) -> PersonRows:
        """The people whose words hold all these, each with what is listed below."""
        if not words:
            return PersonRows(self.listed)
        return PersonRows(
            [
                person
                for person in self.listed
                if (searched := person.searched) and all(word in searched for word in words)
            ]
        )

    def _united(self) -> list[Person]:
        """The people, those without a Wikidata id united with their only namesake that has one."""
        united: list[Person] = []
        same: dict[str, list[Person]] = {}
        for (wikidata, name, kind), person in self._people.items():
            namesakes = self._ids.get((name, kind), set())
            if len(namesakes) == 1:
                same.setdefault(next(iter(namesakes)), []).append(person)
            elif not wikidata:
                united.append(person)
        for (wikidata, _, _), person in self._people.items():
            if wikidata:
                united.append(person.united_with(same.get(wikidata, ())))
        return united
