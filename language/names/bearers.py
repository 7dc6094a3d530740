"""Names gathered by who bears them: full name, family name, given name and abbreviation as one."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from language.names.kinds import Kind, kind_of
from language.names.lists import Gender, capitals, countries, given_names, media, places
from language.names.mentions import Mention
from language.names.name_parts import (
    endings_of,
    family_name,
    inner_parts,
    is_given_form,
    is_ordinary,
    is_whole_form,
    with_particles,
)
from language.names.titles import KIN
from store.records import ParticipantKind

Place = tuple[int, int]
"""`[start, end)` in the text."""


@dataclass(slots=True, eq=False)
class Bearer:
    """Someone or something named, with every place that names it."""

    kind: ParticipantKind
    rule: str
    name: str
    words: tuple[str, ...]
    mentions: list[Place] = field(default_factory=list)
    title: str = ""
    affiliation: str = ""
    gender: Gender = ""
    likely_gender: Gender = ""
    titles: set[str] = field(default_factory=set)
    """Every title under which it stands, in lower case."""
    affiliations: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    """What it is called beside its name, in lower case: "minister", "boy"."""
    most_names: int = 0
    """How often the form of its name that is shown stands in the text."""
    full_names: int = 0
    """How often its full name stands in the text."""
    first: int = sys.maxsize
    """Where its full name stands first."""
    own_heads: set[str] = field(default_factory=set)
    """What it is called beside its full name, in lower case."""

    def _take_office(self, mention: Mention) -> None:
        """Show the longest title with its affiliation, a former one only if there is no other."""
        was, is_now = _is_former(mention.title), bool(self.title) and not _is_former(self.title)
        if was and is_now:
            return
        is_first_present = bool(self.title and mention.title) and not (was or is_now)
        if is_first_present:
            self.title, self.affiliation = mention.title, mention.affiliation
        elif len(mention.title) > len(self.title):
            self.title = mention.title
            self.affiliation = mention.affiliation or self.affiliation

    def _present_affiliation(self, mention: Mention) -> str:
        """The affiliation that a mention tells, "" if it is that of a former office only."""
        is_past = _is_former(mention.title) and not _is_former(self.title)
        return "" if is_past else mention.affiliation

    def take(self, mention: Mention) -> None:
        """Make a mention one of its own, with what stands beside it."""
        self.mentions.append((mention.start, mention.end))
        if self.kind != "person":
            return
        if mention.title:
            self.titles.add(mention.title.lower())
        if mention.affiliation:
            self.affiliations.add(mention.affiliation)
        if mention.title:
            self._take_office(mention)
        self.affiliation = self.affiliation or self._present_affiliation(mention)
        self.heads.update(mention.heads)
        self.gender = self.gender or mention.gender
        self.likely_gender = self.likely_gender or mention.likely_gender


def _is_former(title: str) -> bool:
    """Whether an office is one that somebody had: "former mayor"."""
    return title.lower().startswith(("former ", "ex-", "then-", "one-time ", "onetime "))


def bearers_of(
    mentions: Sequence[Mention], lower_words: Set[str]
) -> tuple[list[Bearer], list[Bearer | None]]:
    """Who bears the names of a text, and for each mention its bearer, None if it names nobody."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.name].append(mention)
    kinds = {
        name: kind_of(group, _returns_alone(group[0].words, groups), lower_words)
        for name, group in groups.items()
    }
    for name in [name for name, kind in kinds.items() if kind.kind == "country"]:
        short = name.rpartition(" of ")[2]
        if short != name and short in groups:
            kinds[short] = Kind("country", "country")
    gathered = _Gathered()
    gathered.called_places = {m.name for m in mentions if m.is_called_place}
    for name in sorted(groups, key=lambda name: -len(groups[name][0].words)):
        if len(groups[name][0].words) > 1 or kinds[name].is_certain:
            gathered.add(groups[name], kinds[name])
    for mention in mentions:
        gathered.add_relative(mention, kinds[mention.name])
    bearer_of_mention: dict[int, Bearer] = {}
    last_of_family: dict[str, Bearer] = {}
    last: Bearer | None = None
    for mention in mentions:
        bearer = gathered.bearer_of(mention, kinds[mention.name], last_of_family)
        if mention.is_alias and last and last.kind == "person" and len(mention.words) == 1:
            bearer = gathered.rename(mention, last)
        if bearer and not (bearer.kind == "person" and gathered.is_where(mention)):
            bearer.take(mention)
            bearer_of_mention[id(mention)] = last = bearer
    found = [bearer for bearer in gathered.bearers if bearer.mentions]
    return found, [bearer_of_mention.get(id(mention)) for mention in mentions]


_MOST_NAMESAKES: Final = 16
"""Of more persons than these with one name, none can be told from it."""

_QUALIFYING: Final = frozenset({"U.S.", "US", "U.K.", "UK"})
"""Short names of countries that stand before nouns as adjectives do."""


def _returns_alone(words: Sequence[str], groups: dict[str, list[Mention]]) -> bool:
    """Whether the family name stands alone elsewhere, as names of persons do."""
    if len(words) < 2:
        return False
    for part in (family_name(words), with_particles(words), *sorted(inner_parts(words))):
        if alone := groups.get(part):
            return not any(mention.follows_the or mention.is_where for mention in alone)
    return False


class _Gathered:
    """The bearers found so far, by each name under which they may return."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self.called_places: set[str] = set()
        """Names that somewhere are said to be a town's or the like."""
        self._of_name: dict[str, Bearer] = {}
        self._of_part: dict[str, list[Bearer]] = defaultdict(list)
        self._of_inner_part: dict[str, list[Bearer]] = defaultdict(list)
        self._of_short_form: dict[str, Bearer] = {}
        self._of_first_word: dict[str, Bearer] = {}

    def add(self, group: Sequence[Mention], kind: Kind) -> None:
        """Make the bearer of a name, or join the name to the bearer it belongs to."""
        if kind.kind is None:
            return
        name, words = group[0].name, group[0].words
        key = _country_of(words) if kind.kind == "country" else name
        bearer = self._of_name.get(key) or self._of_longer_name(words, kind.kind)
        if bearer is None:
            shown = key if kind.kind == "country" else group[0].shown
            bearer = Bearer(kind.kind, kind.rule, shown, words)
            self.bearers.append(bearer)
        self._of_name[key] = self._of_name[name] = bearer
        if kind.kind == "person":
            self._note_person(bearer, group)
        elif kind.kind == "organization":
            self._note_short_forms(bearer, group)

    def _note_person(self, bearer: Bearer, group: Sequence[Mention]) -> None:
        """Note by which parts a person's name returns; show the form that stands most often."""
        words = group[0].words
        is_better = len(group) > bearer.most_names or len(bearer.words[0]) == 1
        if len(words) > 1 and is_better and is_whole_form(words, bearer.words):
            bearer.name, bearer.words, bearer.most_names = group[0].shown, words, len(group)
        bearer.full_names += len(group)
        bearer.first = min(bearer.first, group[0].start)
        for mention in group:
            bearer.own_heads.update(mention.heads)
        parts = {family_name(words), words[0], words[-1], *endings_of(words)}
        for part in parts:
            _join(self._of_part[part], bearer)
        for part in inner_parts(words) - parts:
            _join(self._of_inner_part[part], bearer)

    def _of_longer_name(self, words: tuple[str, ...], kind: ParticipantKind) -> Bearer | None:
        """The bearer of a fuller form of a name: "Dana J. Reed" for "Dana Reed", "D. Reed"."""
        if kind == "organization":
            return self._of_short_form.get(" ".join(words))
        if kind != "person" or len(words) < 2:
            return None
        name = " ".join(words)
        if known := self._of_part.get(name) or self._of_inner_part.get(name):
            return known[0]
        for bearer in self._of_part.get(words[-1], ()):
            is_courtesy = words[0] == "M" and len(words) == 2
            if is_given_form(words[0], bearer.words[0]) or is_courtesy:
                return bearer
        return None

    def _note_short_forms(self, bearer: Bearer, group: Sequence[Mention]) -> None:
        """Note how a body returns: by its abbreviation, initials, and the ends of its name."""
        words = group[0].words
        capitals = [word for word in words if word[0].isupper()]
        if len(capitals) > 2:
            initials = "".join(word[0] for word in capitals)
            self._of_short_form.setdefault(initials, bearer)
            self._of_short_form.setdefault("".join(f"{letter}." for letter in initials), bearer)
        for mention in group:
            if mention.abbreviation:
                self._of_short_form[mention.abbreviation] = bearer
        for index in range(1, len(words) - 1):
            self._of_short_form.setdefault(" ".join(words[index:]), bearer)
        head = _head_at(words)
        if 0 < head < len(words) - 1:
            self._of_short_form.setdefault(" ".join(words[: head + 1]), bearer)
        self._of_short_form.setdefault(f"the {words[head]}", bearer)
        if len(words) > 1 and not is_ordinary(words[0]):
            self._of_first_word.setdefault(words[0], bearer)

    def add_relative(self, mention: Mention, kind: Kind) -> None:
        """Make the bearer of a family name whose title shows that no whole name is its own."""
        others = self._of_part.get(mention.name, ())
        if kind.kind != "person" or not others or mention.name in self._of_name:
            return
        if all(_is_other_titled(mention, other) for other in others):
            bearer = Bearer(kind.kind, kind.rule, mention.shown, mention.words)
            self.bearers.append(bearer)
            self._of_name[mention.name] = bearer

    def rename(self, mention: Mention, bearer: Bearer) -> Bearer:
        """Let a bearer return by another name: "Ada Orlen, known as Rung"."""
        self._of_name[mention.name] = bearer
        return bearer

    def is_where(self, mention: Mention) -> bool:
        """Whether a name is a place's, though someone has the same: "the road to Orlen"."""
        return mention.is_where or (mention.is_aim and mention.name in self.called_places)

    def bearer_of(
        self, mention: Mention, kind: Kind, last_of_family: dict[str, Bearer]
    ) -> Bearer | None:
        """Who a name stands for at its place."""
        name = mention.name
        if (mention.is_credit and name in media()) or (
            mention.is_qualifier and name in _QUALIFYING
        ):
            return None
        candidates = self._of_part.get(name) or self._of_part.get(_capitalised(name), [])
        bearer = self._of_name.get(name) or self._of_short_form.get(name)
        if name in capitals() and not mention.is_speaking and not candidates:
            return None
        if bearer and not _is_of_namesake(mention, bearer, candidates):
            if bearer.kind == "person":
                last_of_family.update(dict.fromkeys(mention.words, bearer))
            return bearer
        is_short = len(mention.words) == 1 and mention.follows_the
        if is_short and (bearer := self._of_short_form.get(f"the {name}")):
            return bearer
        if not candidates and not (mention.follows_the or is_ordinary(name)):
            candidates = self._of_inner_part.get(name, [])
        is_other = (kind.kind != "person" and kind.is_certain) or _is_place(mention)
        if not is_other and (bearer := _chosen(mention, candidates, last_of_family)):
            last_of_family[mention.words[-1]] = bearer
            return bearer
        is_short = kind.rule == "one-word-speaks"
        if is_short and (bearer := self._of_first_word.get(name)):
            return bearer
        if kind.kind is None:
            return None
        key = capitals().get(name, name) if kind.kind == "country" else name
        bearer = self._of_name.get(key)
        if bearer is None:
            shown = mention.shown if key == name else key
            bearer = Bearer(kind.kind, kind.rule, shown, mention.words)
            self.bearers.append(bearer)
        self._of_name[key] = self._of_name[name] = bearer
        return bearer


def _head_at(words: Sequence[str]) -> int:
    """Where the noun stands that says what a body is: before "of", "for" or "on", or last."""
    for index in range(1, len(words) - 1):
        if words[index] in ("of", "for", "on"):
            return index - 1
    return len(words) - 1


def _country_of(words: Sequence[str]) -> str:
    """The country of a name: "Italy" for "the Italian Republic of Italy" and the like."""
    known, name = countries().names, " ".join(words)
    short = name.rpartition(" of ")[2]
    return known.get(name) or known.get(short) or short


def _capitalised(name: str) -> str:
    return name.capitalize() if name.isupper() and len(name) > 3 else name


def _is_place(mention: Mention) -> bool:
    return bool(mention.preposition) and mention.name in places()


def _chosen(
    mention: Mention, candidates: Sequence[Bearer], last_of_family: dict[str, Bearer]
) -> Bearer | None:
    """Which of those who share a part of their name is meant: by gender, then the latest."""
    by_family = [bearer for bearer in candidates if family_name(bearer.words) == mention.words[-1]]
    candidates = by_family or candidates
    candidates = [bearer for bearer in candidates if not _is_other_titled(mention, bearer)]
    fitting = [
        bearer
        for bearer in candidates
        if not (mention.gender and gender_of(bearer) and mention.gender != gender_of(bearer))
    ]
    if not fitting and len(candidates) == 1 and not candidates[0].gender:
        return candidates[0]
    by_names = sorted(fitting, key=lambda bearer: -bearer.full_names)
    if len(by_names) > 1 and by_names[0].full_names >= 2 * by_names[1].full_names:
        return by_names[0]
    latest = last_of_family.get(mention.words[-1])
    return latest if latest in fitting else next(iter(fitting), None)


def _is_other_titled(mention: Mention, bearer: Bearer) -> bool:
    """Whether a family name with a title is that of a relative: President Orlen, not Ada Orlen.

    So it is where the whole name comes later or is a relative's, is never so titled, and its bearer
    is a woman or called "wife" and the like.
    """
    if len(mention.words) > 1 or not mention.title[:1].isupper():
        return False
    if not bearer.own_heads.isdisjoint(mention.heads) or bearer.full_names == 0:
        return False
    is_relative = not bearer.own_heads.isdisjoint(KIN)
    is_later = mention.start < bearer.first and gender_of(bearer) == "she"
    return is_relative or is_later


def _is_of_namesake(mention: Mention, bearer: Bearer, candidates: Sequence[Bearer]) -> bool:
    """Whether "Mrs" before a family name alone means someone else who bears it."""
    if not mention.gender or bearer.kind != "person" or bearer in candidates:
        return False
    return gender_of(bearer) != mention.gender and any(
        gender_of(each) == mention.gender for each in candidates
    )


def _join(bearers: list[Bearer], bearer: Bearer) -> None:
    if len(bearers) < _MOST_NAMESAKES and bearer not in bearers:
        bearers.append(bearer)


def gender_of(bearer: Bearer) -> Gender:
    """The pronoun that takes up a bearer, by title, pronoun, given name or role."""
    given = normalize("NFC", bearer.words[0])
    return bearer.gender or given_names().get(given, "") or bearer.likely_gender
