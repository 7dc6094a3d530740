"""Who says what by the grammar of a sentence: verbs, nouns and adjectives of saying and thinking.

A report is found with its source, cue and content as sets of tokens; quotations beside it are
none of its business yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from language.engines.parsed import words
from language.engines.parsed.others import according_to, by_adjective, by_noun
from language.engines.parsed.parse import Parse
from language.engines.parsed.phrases import (
    OBJECTS,
    Tokens,
    cue_of,
    next_is,
    noun_phrase,
    source_of,
    subtrees,
)
from language.engines.parsed.report import Report

_LONGEST_SENTENCE: Final = 500
"""Tokens; what is longer is a list or a table, of which a parser makes nothing."""
_PAUSES: Final = frozenset((",", '"', "—", "-", "–"))
_CONNECTIVES: Final = frozenset(
    ("But", "And", "Yet", "So", "However", "Still", "Nevertheless", "Meanwhile", "Moreover")
)
_BEGINS_CLAUSE: Final = frozenset(("that", "whether", "if", "how", "why", "what", "who"))


def reports(parse: Parse) -> Iterator[Report]:
    """The reports of a text, in the order of their heads; some have no content (yet)."""
    for number, token in enumerate(parse.tokens):
        first, last = parse.sentence(number)
        if last - first > _LONGEST_SENTENCE:
            continue
        if number in parse.quotation_of:
            continue  # what is said in a quotation, somebody said
        lemma = token.lemma.lower()
        if lemma == "accord" and next_is(parse, number, "to"):
            found = according_to(parse, number)
        elif token.pos == "VERB" or (token.tag.startswith("V") and lemma in words.SPEAKING):
            found = _by_verb(parse, number)
        elif token.pos == "NOUN" and lemma in words.NOUNS:
            found = by_noun(parse, number)
        elif token.pos == "ADJ" and lemma in words.ADJECTIVES:
            found = by_adjective(parse, number)
        else:
            continue
        if found is not None:
            found.content -= found.cue | found.source
            yield found


def _by_verb(parse: Parse, verb: int) -> Report | None:
    token = parse[verb]
    lemma = token.lemma.lower()
    if token.dep in ("amod", "compound"):
        return None
    if parse.kids(verb, "auxpass") and (passive := _passive(parse, verb, lemma)):
        return passive
    rule, content, cue_more = _content(parse, verb, lemma)
    speaks = lemma in words.SPEAKING
    source = source_of(parse, verb)
    cue = cue_of(parse, verb, cue_more)
    if not content and speaks and source:
        rule, content = "speech-then-speaker", _clause_around(parse, verb)
    if not content and not (speaks and source):
        return None
    return Report(verb, rule, source, cue, content - source)


def _content(parse: Parse, verb: int, lemma: str) -> tuple[str, Tokens, Tokens]:
    """What the verb governs that is said: the rule, the content, and what its cue takes in."""
    clauses = parse.kids(verb, "ccomp")
    infinitives = parse.kids(verb, "xcomp")
    objects = parse.kids(verb, *OBJECTS)
    if clauses and (lemma in words.SPEAKING | words.TELLING or _has_that(parse, clauses[0])):
        content = _clause(parse, verb, clauses)
        if lemma in words.MAKING_OTHERS - words.TOLD and objects:
            content |= _reaching(parse, objects[0], content)
        return "clause-of-speech", content, set()
    if infinitives and lemma in words.WANTING | words.MAKING_OTHERS | words.TOLD:
        content = set().union(*(_without_afterthought(parse, verb) for verb in infinitives))
        called = [kid for kid in parse.kids(verb, "prep", "prt") if kid == verb + 1]
        if lemma == "call" and called:
            noun = [*parse.kids(called[0], "pobj"), *objects][:1]
            content |= _reaching(parse, noun[0], content) if noun else set()
            return "infinitive", content - {called[0]}, {called[0]}
        if lemma in words.MAKING_OTHERS and objects and objects[0] < min(content):
            content |= _reaching(parse, objects[0], content)
        return "infinitive", content, set()
    for kid in parse.kids(verb, "prep"):
        allowed = words.WITH_PREPOSITION.get(lemma, frozenset())
        if parse[kid].text.lower() in allowed and verb < kid <= verb + 3:
            content = parse.subtree(kid) - {kid}
            return "about-a-thing", content, {kid} if kid == verb + 1 else set()
    if lemma in words.CALLING and (objects or parse.kids(verb, "oprd")):
        content = subtrees(parse, [*objects, *parse.kids(verb, "oprd")])
        for kid in parse.kids(verb, "prep"):
            if kid > min(content) and parse[kid].text.lower() in ("as", "for", "of", "to", "with"):
                content |= parse.subtree(kid)
        return "called-so", content, set()
    if objects and lemma in words.OF_A_THING:
        return "of-a-thing", parse.subtree(objects[0]), set()
    return "", set(), set()


def _passive(parse: Parse, verb: int, lemma: str) -> Report | None:
    """“The treaty is opposed by the miners”: the subject is what it is about."""
    agents = [kid for agent in parse.kids(verb, "agent") for kid in parse.kids(agent, "pobj")]
    subjects = parse.kids(verb, "nsubjpass")
    if not agents or not subjects or lemma not in words.OF_A_THING | words.CALLING:
        return None
    by = parse[agents[0]].head
    return Report(
        verb,
        "passive",
        noun_phrase(parse, agents[0], verb),
        cue_of(parse, verb, {by} if by == verb + 1 else set()),
        parse.subtree(subjects[0]),
    )


def _clause_around(parse: Parse, verb: int) -> Tokens:
    """The clause that the verb stands in or behind: “The harbour opens in May, she said.”"""
    token = parse[verb]
    if token.dep not in ("ccomp", "parataxis", "advcl", "dep") or token.head == verb:
        return set()
    own = parse.subtree(verb)
    before = min(word for word in own if parse[word].is_word) - 1
    around = parse.subtree(token.head) - own
    is_apart = before >= 0 and parse[before].text in _PAUSES
    if not is_apart or len(around) < 3:
        return set()
    return _without_connective(parse, around)


def _without_connective(parse: Parse, content: Tokens) -> Tokens:
    """The content without the “But”, or “However,”, that leads over from what went before."""
    begins = sorted(content)
    first = begins[0] if begins else 0
    if not begins or first in parse.quotation_of:
        return content
    if parse[first].text in _CONNECTIVES:
        return content - {first}
    return content


def _clause(parse: Parse, verb: int, clauses: list[int]) -> Tokens:
    """A clause of what is said, without what the parser took into it wrongly."""
    content = set().union(*(_without_afterthought(parse, clause) for clause in clauses))
    first, last = parse.sentence(verb)
    if clauses[0] < verb:
        before = min({verb, *source_of(parse, verb)} | cue_of(parse, verb, set()))
        if before > max(content - set(range(before, last)), default=before) >= first:
            content |= set(range(first, before))
        return _without_connective(parse, content)
    beginning = _beginning(parse, verb, clauses[0])
    return {token for token in content if token >= beginning}


def _beginning(parse: Parse, verb: int, clause: int) -> int:
    """Where a clause begins that follows its verb."""
    for kid in parse.kids(clause, "mark", "advmod", "attr", "dobj", "nsubj"):
        if parse[kid].text.lower() in _BEGINS_CLAUSE and kid > verb:
            return kid
    return verb


def _without_afterthought(parse: Parse, clause: int) -> Tokens:
    """A clause without the “, citing …” at its end, which is the writer's."""
    content = parse.subtree(clause)
    for kid in sorted(content, reverse=True):
        token = parse[kid]
        if token.dep != "advcl" or token.tag != "VBG" or kid in parse.quotation_of:
            continue
        part = parse.subtree(kid)
        first = min(part)
        if parse.words(range(max(part) + 1, max(content) + 1)) or first == 0:
            continue
        if parse[first - 1].text in (",", "--", "—") and first - 1 > clause:
            content -= part
    return content


def _has_that(parse: Parse, clause: int) -> bool:
    return any(parse[kid].text.lower() == "that" for kid in parse.kids(clause, "mark"))


def _reaching(parse: Parse, noun: int, content: Tokens) -> Tokens:
    """All from the beginning of a noun phrase to the end of the content."""
    return set(range(min(parse.subtree(noun)), max(content) + 1))
