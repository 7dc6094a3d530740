"""Reports without a verb of saying: her claim that …, he is sure that …, according to them."""

from __future__ import annotations

from language.engines.parsed import words
from language.engines.parsed.parse import Parse
from language.engines.parsed.phrases import (
    OBJECTS,
    OF_A_VERB,
    Tokens,
    cue_of,
    noun_phrase,
    source_of,
    subtrees,
    together,
)
from language.engines.parsed.report import Report


def by_noun(parse: Parse, noun: int) -> Report | None:
    """“Her claim that …”, “their plan to …”, “his attack on …”: the possessor is the source.

    Or whoever does the verb before it: “The miners expressed concern about …”.
    """
    content, preposition = _of_a_noun(parse, noun)
    if not content:
        return None
    cue = {noun, *preposition}
    if owners := parse.kids(noun, "poss"):
        own = parse.subtree(owners[0])
        cue |= set(range(max(own) + 1, noun))
        return Report(noun, "noun-of-speech", own, cue, content)
    verb = parse[noun].head
    if parse[noun].dep not in OBJECTS or parse[verb].lemma.lower() not in words.LIGHT:
        return None
    group = cue_of(parse, verb, set())
    if max(group) < noun:
        return Report(
            verb,
            "verb-and-noun",
            source_of(parse, verb),
            group | set(range(max(group) + 1, noun)) | cue,
            content,
        )
    return None


def _of_a_noun(parse: Parse, noun: int) -> tuple[Tokens, Tokens]:
    """What follows a noun that is said or thought, and the preposition before it."""
    for clause in parse.kids(noun, "acl", "ccomp", "relcl"):
        content = parse.subtree(clause)
        if min(content) == noun + 1 and parse[noun + 1].text.lower() in ("that", "to"):
            return content, set()
    for kid in parse.kids(noun, "prep"):
        if kid == noun + 1 and parse[kid].text.lower() in words.OF_NOUNS:
            return parse.subtree(kid) - {kid}, {kid}
    return set(), set()


def by_adjective(parse: Parse, adjective: int) -> Report | None:
    """“She is sure that …”, “they were willing to …”, “he is critical of …”."""
    verb = parse[adjective].head
    if parse[adjective].dep != "acomp" or parse[verb].pos not in ("AUX", "VERB"):
        return None
    clauses = parse.kids(adjective, "ccomp", "xcomp") or parse.kids(verb, "ccomp")
    preps = [kid for kid in parse.kids(adjective, "prep") if kid == adjective + 1]
    more: Tokens = set(parse.kids(adjective, "advmod", "neg"))
    if clauses:
        content = subtrees(parse, clauses[:1])
    elif preps:
        content = parse.subtree(preps[0]) - {preps[0]}
        more.add(preps[0])
    else:
        return None
    if not content or min(content) < adjective:
        return None
    group = {adjective, verb, *more, *parse.kids(verb, *OF_A_VERB, "advmod")}
    cue = together(group, adjective)
    return Report(adjective, "adjective", source_of(parse, verb), cue, content)


def according_to(parse: Parse, verb: int) -> Report | None:
    """“…, according to the minister”: the rest of the sentence is what the minister says."""
    to = verb + 1
    nouns = parse.kids(to, "pobj") or parse.kids(verb, "pobj")
    if not nouns:
        return None
    source = noun_phrase(parse, nouns[0], verb)
    first, last = parse.sentence(verb)
    content = set(range(first, last)) - source - {verb, to}
    if verb - first < 3:
        content = {token for token in content if token > max(source)}
    elif verb - first > 4:
        content = {token for token in content if token < verb}
    head = parse[verb].head
    if parse[head].pos in ("VERB", "AUX", "NOUN") and parse[head].head != head:
        narrow = parse.subtree(head, frozenset((verb,)))
        if 4 <= len(narrow) < len(content) - 6:
            content &= narrow
    return Report(verb, "according-to", source, {verb, to}, content)
