"""Names gathered by who bears them: full name, family name, given name and abbreviation as one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from language.names.kinds import Kind, kind_of
from language.names.lists import Gender, common_words, countries, given_names, media, places
from language.names.mentions import Mention
from language.names.words import FAMILY_NAMES_FIRST, PARTICLES
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

    def take(self, mention: Mention) -> None:
        """Make a mention one of its own, with what stands beside it."""
        self.mentions.append((mention.start, mention.end))
        if self.kind != "person":
            return
        if mention.title:
            self.titles.add(mention.title.lower())
            if len(mention.title) > len(self.title):
                self.title = mention.title
                self.affiliation = mention.affiliation or self.affiliation
        if mention.affiliation:
            self.affiliations.add(mention.affiliation)
            self.affiliation = self.affiliation or mention.affiliation
        self.heads.update(mention.heads)
        self.gender = self.gender or mention.gender
        self.likely_gender = self.likely_gender or mention.likely_gender


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
    gathered = _Gathered()
    for name in sorted(groups, key=lambda name: -len(groups[name][0].words)):
        if len(groups[name][0].words) > 1 or kinds[name].is_certain:
            gathered.add(groups[name], kinds[name])
    bearer_of_mention: dict[int, Bearer] = {}
    last_of_family: dict[str, Bearer] = {}
    for mention in mentions:
        bearer = gathered.bearer_of(mention, kinds[mention.name], last_of_family)
        if bearer:
            bearer.take(mention)
            bearer_of_mention[id(mention)] = bearer
    found = [bearer for bearer in gathered.bearers if bearer.mentions]
    return found, [bearer_of_mention.get(id(mention)) for mention in mentions]


_MOST_NAMESAKES: Final = 16
"""Of more persons than these with one name, none can be told from it."""

_QUALIFYING: Final = frozenset({"U.S.", "US", "U.K.", "UK"})
"""Short names of countries that stand before nouns as adjectives do."""

_EASTERN: Final = re.compile(r"[^\W\d_]+-[a-z]+")


def family_name(words: Sequence[str]) -> str:
    """The word by which a person’s name returns: the last one, or the first of an Asian name."""
    if len(words) == 2 and _EASTERN.fullmatch(words[1]) and words[0] not in given_names():
        return words[0]
    if words[0] in FAMILY_NAMES_FIRST and len(words) in (2, 3) and words[0] not in given_names():
        return words[0]
    plain = [word for word in words if word not in ("Jr", "Sr", "II", "III", "IV")]
    return (plain or words)[-1]


def _returns_alone(words: Sequence[str], groups: dict[str, list[Mention]]) -> bool:
    """Whether the family name stands alone elsewhere, as names of persons do."""
    if len(words) < 2:
        return False
    alone = groups.get(family_name(words)) or groups.get(_with_particles(words))
    return alone is not None and not any(mention.follows_the for mention in alone)


def _with_particles(words: Sequence[str]) -> str:
    first = len(words) - 1
    while first > 1 and (words[first - 1] in PARTICLES or words[first - 1].lower() in PARTICLES):
        first -= 1
    return " ".join(words[first:])


class _Gathered:
    """The bearers found so far, by each name under which they may return."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self._of_name: dict[str, Bearer] = {}
        self._of_part: dict[str, list[Bearer]] = defaultdict(list)
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
        if len(group) > bearer.most_names and kind.kind == "person" and len(words) > 1:
            bearer.name, bearer.words, bearer.most_names = group[0].shown, words, len(group)
        bearer.full_names += len(group)
        if kind.kind == "person":
            for part in {family_name(words), words[0], words[-1], *_endings(words)}:
                others = self._of_part[part]
                if len(others) < _MOST_NAMESAKES and bearer not in others:
                    others.append(bearer)
        elif kind.kind == "organization":
            self._note_short_forms(bearer, group)

    def _of_longer_name(self, words: tuple[str, ...], kind: ParticipantKind) -> Bearer | None:
        """The bearer of a fuller form of a name: "Dana J. Reed" for "Dana Reed"."""
        if kind == "organization":
            return self._of_short_form.get(" ".join(words))
        if kind != "person":
            return None
        for bearer in self._of_part.get(" ".join(words), ()):
            if len(words) > 1:
                return bearer
        for bearer in self._of_part.get(words[-1], ()):
            if bearer.words[0] == words[0] and len(words) > 1:
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
        if len(words) > 1 and not _is_ordinary(words[0]):
            self._of_first_word.setdefault(words[0], bearer)

    def bearer_of(
        self, mention: Mention, kind: Kind, last_of_family: dict[str, Bearer]
    ) -> Bearer | None:
        """Who a name stands for at its place."""
        name = mention.name
        if (mention.is_credit and name in media()) or (
            mention.is_qualifier and name in _QUALIFYING
        ):
            return None
        if bearer := self._of_name.get(name) or self._of_short_form.get(name):
            if bearer.kind == "person":
                last_of_family.update(dict.fromkeys(mention.words, bearer))
            return bearer
        is_short = len(mention.words) == 1 and mention.follows_the
        if is_short and (bearer := self._of_short_form.get(f"the {name}")):
            return bearer
        candidates = self._of_part.get(name) or self._of_part.get(_capitalised(name), [])
        is_other = (kind.kind != "person" and kind.is_certain) or _is_place(mention)
        if not is_other and (bearer := _chosen(mention, candidates, last_of_family)):
            last_of_family[mention.words[-1]] = bearer
            return bearer
        is_short = kind.rule == "one-word-speaks"
        if is_short and (bearer := self._of_first_word.get(name)):
            return bearer
        if kind.kind is None:
            return None
        bearer = Bearer(kind.kind, kind.rule, mention.shown, mention.words)
        self.bearers.append(bearer)
        self._of_name[name] = bearer
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
    short = " ".join(words[words.index("of") + 1 :]) if "of" in words else name
    return known.get(name) or known.get(short) or name


def _is_ordinary(word: str) -> bool:
    """Whether a word is a place, a nationality or no name at all."""
    known = countries()
    return (
        word in places()
        or word in known.names
        or word in known.peoples
        or word.lower() in common_words()
        or word.isupper()
    )


def _endings(words: Sequence[str]) -> list[str]:
    """What follows the given name, "de Orlen", also as it stands where a sentence begins."""
    endings = [" ".join(words[index:]) for index in range(1, len(words) - 1)]
    return endings + [ending[0].upper() + ending[1:] for ending in endings]


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


def gender_of(bearer: Bearer) -> Gender:
    """The pronoun that takes up a bearer, by title, pronoun, given name or role."""
    return bearer.gender or given_names().get(bearer.words[0], "") or bearer.likely_gender
