"""What a passage reports: who said what, with which words. Rules of punctuation and verbs.

Where source, cue and content begin and end follows PolNeAR: "that" and infinitive "to" belong to
the content, quotation marks too, the full stop does not; the cue is its whole verb group; the
source takes titles and appositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.grammar.verb_groups import Subjects
from language.grammar.word_classes import words_of_sentence
from language.list_marks import after_list_mark
from language.quotes.accounts import account_reports
from language.quotes.named_speech import named_speech
from language.quotes.reported_sentence import Report, Sentence, Stretch, apart, masked
from language.quotes.reporting_words import APPOSITION, FINITE
from language.quotes.reports_en import english_reports
from language.quotes.reports_fr import french_reports
from language.quotes.reports_zh import chinese_reports
from language.sentences import sentences_in


def reports_in(text: str, quotations: list[Stretch], *, is_first: bool = False) -> list[Report]:
    """What a passage reports, in the order of the reporting words.

    Args:
        text: a paragraph, or several that one speech joins.
        quotations: its quotations that stand in no other, marks included.
        is_first: whether the article begins with it.
    """
    without_quotations = masked(text, quotations)
    rules = [rule for sign, rule in _RULES if sign.search(text)]
    found = list(named_speech(text, quotations, is_first=is_first))
    for start, end in sentences_in(text):
        first = after_list_mark(text, start, end)
        sentence = Sentence(text, without_quotations, quotations, first, end, is_item=first > start)
        for reports_of in rules:
            found += filter(None, (apart(text, report) for report in reports_of(sentence)))
    return found


_ACCORDING: Final = re.compile(r"(?<!\w)(?P<cue>[Aa]ccording to|[Ss]elon|[Dd][’']après)\s+")


_WHOM: Final = re.compile(r"l(?:e|a|es)?quel(?:le)?s?\b(?=\s\w)")
_RELATIVE: Final = re.compile(r",\s(?:who|which|whose|qui|dont)\s")


_LAST_RELATIVE: Final = re.compile(r"(?:,|\s[-—–])\s(?P<said>(?:who|which)\s[^,]+)$")


def _is_apposition(words: str) -> bool:
    """Whether words after the comma behind a name tell who that is."""
    return APPOSITION.match(words) is not None and not FINITE.search(words)


def _apposition_end(sentence: Sentence, comma: int, *, is_set_in: bool) -> int:
    """The comma after who somebody is, given that after the name, if a clause begins there.

    "According to Orlen, a farmer in Corvane, the dam broke": that before "the dam". Where the
    words are set into the clause (`is_set_in`), it goes on there with its verb.
    """
    following = sentence.masked.find(",", comma + 1, sentence.last)
    if following < 0 or not APPOSITION.match(sentence.masked, comma + 2, following):
        return comma
    end = min(sentence.end, comma + _LONGEST_APPOSITION)
    words = words_of_sentence(sentence.masked, comma + 2, end)
    subjects = Subjects(words, sentence)
    if subjects.begins_clause(comma + 2):
        return comma
    for _ in range(_MOST_COMMAS):
        goes_on = subjects.begins_verb if is_set_in else subjects.begins_clause
        if goes_on(following + 2) and not _WHO.match(sentence.masked, following + 2):
            is_said = _RELATIVE.split(sentence.masked[comma:following])[0]
            return comma if FINITE.search(is_said) else following
        following = sentence.masked.find(",", following + 1, sentence.last)
        if following < 0:
            break
    return comma


_WHO: Final = re.compile(r"(?:who|which|whose)\s")
_MOST_COMMAS: Final = 3
_LONGEST_APPOSITION: Final = 400
"""Code points of an apposition and the beginning of the clause after it, at most."""


def _according_in(sentence: Sentence) -> Iterator[Report]:
    """According to X, A / A, according to X."""
    masked = sentence.masked
    for match in _ACCORDING.finditer(masked, sentence.start, sentence.end):
        if relative := _WHOM.match(masked, match.end(), sentence.last):
            content = ((relative.end() + 1, sentence.last),)
            yield Report(content, (match.span("cue"),), (relative.span(),), rule="according-to")
            continue
        source_start = match.end()
        comma = masked.find(",", source_start, sentence.last)
        if comma > 0 and _RELATIVE.match(masked, comma):
            comma = masked.find(",", comma + 1, sentence.last)
        before = len(masked[: match.start()].rstrip(" ,—-"))
        body = min(sentence.body, match.start())
        if comma > 0:
            comma = _apposition_end(sentence, comma, is_set_in=before > body)
        if before <= sentence.start and comma < 0:
            continue
        end = comma if comma > 0 else sentence.last
        if said := _LAST_RELATIVE.search(masked, body, before):
            body = said.start("said")
        if before > body and comma > 0 and _is_apposition(masked[comma + 2 : sentence.last]):
            end, comma = sentence.last, -1
        fragments = [(body, before)] if before > body else []
        if comma > 0 and sentence.last - comma > 3:
            fragments.append((comma + 2, sentence.last))
        cue = match.span("cue")
        yield Report(tuple(fragments), (cue,), ((source_start, end),), rule="according-to")


_RULES: Final = (
    (re.compile("according to|selon|[dD]['’]après", re.IGNORECASE), _according_in),
    (
        re.compile(
            r"\b(?:view|words|opinion|judgment|telling|estimat|account|admission|reckoning"
            r"|calculation|count\b)"
        ),
        account_reports,
    ),
    (re.compile("[A-Za-z]"), english_reports),
    (re.compile(r"[À-ÿ«]|\bqu(?:e\s|['’])|-(?:ils?|elles?|on)(?!\w)"), french_reports),
    (re.compile("[\u3400-\u9fff]"), chinese_reports),
)
"""The rules of each language, and a sign without which none of them finds anything."""
