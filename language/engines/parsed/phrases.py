"""The parts of a report in a parse: the reporting words around a verb, and who does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from language.engines.parsed.parse import Parse

Tokens = set[int]

OBJECTS: Final = ("dobj", "obj")
OF_A_VERB: Final = ("aux", "auxpass", "neg", "prt")
_SUBJECTS: Final = ("nsubj", "csubj")
_QUESTIONS: Final = frozenset(("when", "how", "why", "where", "here", "there"))
_TIMES: Final = frozenset(("now", "then", "later", "earlier"))
_DEEPEST: Final = 4
_LONGEST_NICKNAME: Final = 3


def cue_of(parse: Parse, verb: int, more: Tokens) -> Tokens:
    """The verb with its auxiliaries, particles, adverbs and the day, if they stand together."""
    group = {verb, *more, *parse.kids(verb, *OF_A_VERB)}
    for kid in parse.kids(verb, "advmod"):
        word = parse[kid].text.lower()
        is_time = word in _TIMES
        if abs(kid - verb) <= 2 and word not in _QUESTIONS and not (is_time and kid > verb + 1):
            group.add(kid)
    cue = together(group, verb)
    for kid in parse.kids(verb, "npadvmod"):
        day = parse.subtree(kid)
        if min(day) == max(cue) + 1:
            cue |= day
    return cue


def together(group: Tokens, middle: int) -> Tokens:
    """Those of a group that stand beside each other around one of them."""
    first = last = middle
    while first - 1 in group:
        first -= 1
    while last + 1 in group:
        last += 1
    return set(range(first, last + 1))


def source_of(parse: Parse, verb: int) -> Tokens:
    """The words that name who does what a verb says; none if nobody is named."""
    subject = subject_of(parse, verb)
    return set() if subject is None else noun_phrase(parse, subject, verb)


def subject_of(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """Who does what the verb says, also where the subject stands with another verb."""
    token = parse[verb]
    if parse.kids(verb, "expl"):
        return None
    if own := parse.kids(verb, *_SUBJECTS):
        return own[0]
    passive = parse.kids(verb, "nsubjpass")
    if passive and token.lemma.lower() in ("quote", "ask", "expect"):
        return passive[0]
    for agent in parse.kids(verb, "agent"):
        for noun in parse.kids(agent, "pobj"):
            return noun
    if passive or depth > _DEEPEST or token.head == verb:
        return None
    head = token.head
    if token.dep in ("conj", "xcomp", "advcl", "pcomp") or (
        token.dep == "ccomp" and token.tag == "VBG"
    ):
        if token.dep == "pcomp":
            head = parse[head].head
        if parse[head].pos in ("VERB", "AUX"):
            return subject_of(parse, head, depth + 1)
    if (token.dep == "acl" and token.tag == "VBG") or token.dep == "relcl":
        return head
    return None


def noun_phrase(parse: Parse, noun: int, verb: int) -> Tokens:
    """A noun with all that belongs to it: titles, appositions, relative clauses."""
    found = parse.subtree(noun, frozenset((verb,)))
    found -= {token for token in found if _is_in_a_sentence_quoted(parse, token)}
    found.add(noun)
    first = last = noun
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    return set(range(first, last + 1))


def _is_in_a_sentence_quoted(parse: Parse, token: int) -> bool:
    number = parse.quotation_of.get(token)
    return number is not None and parse.words(parse.quotations[number]) > _LONGEST_NICKNAME


def subtrees(parse: Parse, tokens: Iterable[int]) -> Tokens:
    """These tokens and all that depends on them."""
    return set().union(*(parse.subtree(token) for token in tokens))


def next_is(parse: Parse, number: int, word: str) -> bool:
    """Whether the token after this one is this word."""
    return number + 1 < len(parse) and parse[number + 1].text.lower() == word
