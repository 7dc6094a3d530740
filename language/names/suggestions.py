"""The participants of an article, gathered from all that names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from language.grammar.headlines import is_headline, names_in_headline
from language.grammar.sentence_words import SentenceWords
from language.names.bearers import Bearer, bearers_of
from language.names.coreference import Coreference
from language.names.french import french_office, is_french, is_french_field
from language.names.headings import give_to_heading, is_heading
from language.names.mentions import Mention, mention_in_headline, mention_of
from language.names.name_parts import family_name
from language.names.nominals import (
    Nominal,
    nominals_in,
    quoted_words,
    without_nouns,
)
from language.names.parts import parts_in
from language.names.pronouns import Pronoun, pronouns_in
from language.names.rules import RULES
from language.names.suggestions_zh import chinese_bearers
from language.segments import Segments
from store.records import Participant, Span, Suggestion

_LOWER_WORD: Final = re.compile(r"\b[a-z]{3,}\b")


def participant_suggestions(segments: Segments) -> tuple[Suggestion, ...]:
    """The participants of an article, by where each stands first, with all their mentions."""
    text = segments.text
    lower_words = frozenset(_LOWER_WORD.findall(text))
    in_french = is_french(text)
    names: list[Mention] = []
    others: list[Nominal | Pronoun] = []
    headlines: list[tuple[int, SentenceWords]] = []
    headings: set[int] = set()
    is_inside, end = False, 0
    for number, sentence in enumerate(segments.within("sentence", 0, len(text))):
        words = SentenceWords(text, sentence.start, sentence.end)
        is_inside = is_inside and "\n" not in text[end : sentence.start]
        if is_heading(sentence.text):
            headings.add(number)
        quoted, is_inside = quoted_words(words, is_inside)
        end = sentence.end
        if is_headline(words):
            headlines.append((number, words))
            continue
        parts = without_nouns(words, parts_in(words, lower_words))
        found = [mention_of(words, part, number) for part in parts if part.first < part.last]
        if in_french:
            found = _entitled(found, text, sentence)
        names += found
        others += nominals_in(words, parts, quoted, number)
        others += pronouns_in(words, quoted, number)
    known = {mention.words for mention in names}
    known |= {(family_name(words),) for words in known if len(words) > 1}
    for number, words in headlines:
        names += (
            mention_in_headline(words, part, number) for part in names_in_headline(words, known)
        )
    names.sort(key=lambda mention: mention.start)
    bearers = _gathered(names, others, lower_words, text)
    nouns = (other for other in others if isinstance(other, Nominal))
    give_to_heading(nouns, headings, bearers)
    bearers += chinese_bearers(text)
    bearers.sort(key=lambda bearer: min(bearer.mentions))
    return tuple(_suggestion(text, bearer, n) for n, bearer in enumerate(bearers, 1))


def _entitled(names: Iterable[Mention], text: str, sentence: Span) -> list[Mention]:
    """The names of a French sentence with the offices beside them, but for fields of an office."""
    found = []
    for mention in names:
        if len(mention.words) == 1 and is_french_field(text, sentence.start, mention.start):
            continue
        found.append(mention)
        office, owner = french_office(
            text, sentence.start, sentence.end, mention.start, mention.end
        )
        if len(office) > len(mention.title):
            mention.title, mention.affiliation = office, owner or mention.affiliation
            mention.heads += tuple(office.lower().split()[:2])
            mention.is_titled = True
    return found


def _gathered(
    names: list[Mention],
    others: list[Nominal | Pronoun],
    lower_words: frozenset[str],
    text: str,
) -> list[Bearer]:
    bearers, bearer_of_name = bearers_of(names, lower_words)
    coreference = Coreference()
    found = sorted(
        [*zip(names, bearer_of_name, strict=True), *((other, None) for other in others)],
        key=lambda pair: pair[0].start,
    )
    for index, (mention, bearer) in enumerate(found):
        if isinstance(mention, Mention):
            if bearer:
                coreference.name(mention, bearer)
            continue
        if isinstance(mention, Nominal):
            meant = _in_apposition(mention, found[index + 1 : index + 1 + _NEXT], text)
            meant = meant or coreference.nominal(mention)
        else:
            meant = coreference.pronoun(mention)
        if meant:
            meant.mentions.append((mention.start, mention.end))
    bearers += coreference.unnamed
    return bearers


_NEXT: Final = 4


def _in_apposition(
    nominal: Nominal,
    following: Iterable[tuple[Mention | Nominal | Pronoun, Bearer | None]],
    text: str,
) -> Bearer | None:
    """Whose name stands in apposition to a noun: "the envoy, Ada Orlen"; None if nobody's does."""
    for mention, bearer in following:
        if mention.start >= nominal.end:
            return (
                bearer if isinstance(mention, Mention) and _leads(nominal, mention, text) else None
            )
    return None


def _leads(nominal: Nominal, mention: Mention, text: str) -> bool:
    """Whether a name stands in apposition to a noun: "the envoy, Ada Orlen"."""
    between = text[nominal.end : mention.start]
    is_titled = between.startswith(", ") and between[2:-1].removeprefix("the ") == mention.title
    is_beside = (between == ", " or is_titled) and not mention.is_object
    is_same = nominal.head in mention.heads
    is_speaker = nominal.kind == "person" and nominal.is_speaking and len(mention.words) > 1
    is_definite = nominal.determiner not in ("a", "an", "another", "one")
    return is_beside and is_definite and (is_same or is_speaker)


def _suggestion(text: str, bearer: Bearer, number: int) -> Suggestion:
    record = Participant(
        id=f"p{number}",
        kind=bearer.kind,
        name=bearer.name,
        title=bearer.title,
        affiliation=bearer.affiliation,
        mentions=tuple(Span.of(text, start, end) for start, end in sorted(set(bearer.mentions))),
    )
    rule = RULES[bearer.rule]
    return Suggestion(record, bearer.rule, rule.confidence, rule.why)
