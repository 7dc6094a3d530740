"""What a paragraph reports: who said what, with which words. Rules of punctuation and verbs.

Where source, cue and content begin and end follows PolNeAR: "that" and infinitive "to" belong to
the content, quotation marks too, the full stop does not; the cue is its whole verb group; the
source takes titles and appositions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from language.reporting_words import (
    AUXILIARIES,
    BELIEVING,
    FUNCTIONAL,
    PRONOUNS,
    SAYING,
    TELLING,
    THINKING,
    URGING,
    WISHING,
    alternatives,
)
from language.sentences import sentences_in

Stretch = tuple[int, int]

QUOTED: Final = "\ue000"
"""Stands for each character inside quotation marks, so that no rule reads them."""

_LEAST_DIRECT: Final = 3
"""Fewer words than these in quotation marks are a term, not a speech."""


class Report(NamedTuple):
    """Stretches `[start, end)` of the text: what was said, the reporting words, who said it."""

    content: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    source: tuple[Stretch, ...]


def reports_in(text: str, quotations: list[Stretch]) -> list[Report]:
    """What a passage reports, in the order of the reporting words.

    Args:
        text: a paragraph, or several that one speech joins.
        quotations: its quotations that stand in no other, marks included.
    """
    masked = _masked(text, quotations)
    found: list[Report] = []
    for start, end in sentences_in(text):
        sentence = Sentence(text, masked, quotations, start, end)
        found += _reports_of(sentence)
    return found


class Sentence(NamedTuple):
    """A sentence `[start, end)` of a paragraph, whose quotations are masked."""

    text: str
    masked: str
    quotations: list[Stretch]
    start: int
    end: int

    @property
    def last(self) -> int:
        """Where its content may end: before its full stop, unless that is quoted."""
        end = self.end
        while end > self.start and self.masked[end - 1] in ".!?。…)] ":
            if self.masked[end - 1] == ")" and "(" in self.masked[self.start : end]:
                break
            end -= 1
        return end

    def quotation_at(self, offset: int) -> Stretch | None:
        """The quotation that begins at an offset or holds it."""
        return next((q for q in self.quotations if q[0] <= offset < q[1]), None)


def _masked(text: str, quotations: list[Stretch]) -> str:
    parts, done = [], 0
    for start, end in quotations:
        parts += [text[done:start], QUOTED * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


_AUX: Final = rf"(?:(?:{alternatives(AUXILIARIES)})(?:n['’]t)?|\w+ly|[’'](?:s|d|ve|re|m|ll))"
_CUE: Final = re.compile(
    rf"(?<![\w-])(?:(?<!\w){_AUX}\s+)*"
    rf"(?P<verb>(?i:{alternatives(' '.join((SAYING, THINKING, WISHING, URGING)))}))(?![\w-]|['’]s)"
)
_SAYING, _THINKING, _WISHING, _URGING, _BELIEVING, _TELLING = (
    frozenset(listed.split()) for listed in (SAYING, THINKING, WISHING, URGING, BELIEVING, TELLING)
)
_NOT_BEFORE: Final = re.compile(rf"(?:^|[^\w])(?:{alternatives(FUNCTIONAL)})\s+$", re.IGNORECASE)
_DAY: Final = (
    r"(?:(?:on|late|early|last|this|earlier|later)\s+)*"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|week|month|year|later)"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
)
_SETTING: Final = (
    r"(?:in|at|during|through|via|on|from|after|before|by|as|of)\s+"
    r"(?:[^\s,.;:\ue000]+\s+){0,5}?"
    r"(?:statement|interview|speech|tweet|note|letter|report|e-?mail|conference|briefing|memo|post"
    r"|op-ed|article|hearing|call|meeting|document|filing|release|news|study|lawsuit|phone"
    r"|telephone|Twitter|Facebook|television|radio|address|remarks|ceremony|presentation)"
    r"(?:\s+(?:to|with|for|from|by)\s+(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z][\w.]*)*)?"
)
_ADVERBIAL: Final = re.compile(rf"(?:\s+(?:{_DAY}|{_SETTING}|again|instead|simply|only|flatly))*")
_THAT: Final = re.compile(r"\s+(?P<that>that)\s")
_ASKING: Final = re.compile(r"\s+(?:how|why|whether|what|if|when|where|who|which)\s")
_INFINITIVE: Final = re.compile(r"\s+(?:not\s+)?to\s+\w")
_TAIL: Final = re.compile(
    r"(?:,\s+(?:adding|noting|saying|arguing|warning|citing|according|telling|explaining|insisting"
    r"|suggesting|but|while|although|though|even as)\s)|;\s|\s+—\s|\s+--\s"
)
_CLAUSE_START: Final = re.compile(
    r"(?:[;:—]|--|[,\ue000]|\b(?:and|but|that|when|while|because|if|as|although|though|since|yet|so"
    r"|or|which|than))\s+"
)
_LEADING: Final = re.compile(
    r"(?:And|But|Yet|Still|So|Then|Also|However|Meanwhile|Later|Earlier|As|When|While|Although"
    r"|Though|If|Because|Since|After|Before|Now|Instead|and|but|when|while|as|that|if)\s+"
)
_PERSONAL: Final = re.compile(rf"(?:{alternatives(PRONOUNS)})$", re.IGNORECASE)
_APPOSITION: Final = re.compile(
    r"(?:an?|the|who|whose|which|his|her|its|their|of|from|now|then|then-|\d+|former|chief|chair\w*"
    r"|president|director|head|leader|spokes\w+|professor|D|R|Jr|Sr|[A-Z][\w.]*)(?![\w])"
)


def _reports_of(sentence: Sentence) -> list[Report]:
    found = list(_according_in(sentence))
    for match in _CUE.finditer(sentence.masked, sentence.start, sentence.end):
        cue = match.span()
        if _NOT_BEFORE.search(sentence.masked, max(sentence.start, cue[0] - 8), cue[0]):
            continue
        report = _report_at(sentence, cue, match["verb"].lower(), found[-1] if found else None)
        if report and found and report.source == found[-1].source:
            found[-1] = _cut(sentence, found[-1], cue[0])
        found += [report] if report else []
    return found


def _report_at(
    sentence: Sentence, cue: Stretch, verb: str, previous: Report | None
) -> Report | None:
    report = _postposed(sentence, cue) if verb in _SAYING | _BELIEVING else None
    return report or _preposed(sentence, cue, verb, previous)


_CONJUNCTION: Final = re.compile(r",?\s+(?:(?:and|but|or)\s+)?$")


def _cut(sentence: Sentence, report: Report, end: int) -> Report:
    """A report whose content ends before a second verb of the same speaker."""
    *others, (first, last) = report.content
    if not first < end < last:
        return report
    conjunction = _CONJUNCTION.search(sentence.masked, first, end)
    return report._replace(content=(*others, (first, conjunction.start() if conjunction else end)))


# --- the speaker behind the speech: “…,” said X / “…,” X said / …, X said ------------------

_SPEECH_ENDS: Final = re.compile(r"[,?!\ue000—]\s+$|--\s+$")
_AFTER_VERB: Final = re.compile(
    rf"\s+(?!{_DAY})(?=[^\W\d_a-z]|(?:the|an?|his|her|its|their|one|two|some|he|she|they|I|we)\s)"
)
_NAME_END: Final = re.compile(
    r"\s+(?:(?:in|on|at|during|after|before|last|to|while|as|when|from|by|earlier|later|this|with)\s"
    rf"|{_DAY})|[,;:.\ue000(—]|$"
)


def _postposed(sentence: Sentence, cue: Stretch) -> Report | None:
    for source, speech_end, rest in (
        _inverted(sentence, cue),
        _in_order(sentence, cue),
    ):
        if source is None:
            continue
        fragments = _speech_before(sentence, speech_end)
        is_direct = bool(fragments) and _is_quoted(sentence, fragments[0])
        if fragments and _may_end(sentence, rest, is_direct):
            fragments += _speech_after(sentence, rest, is_direct)
            return Report(tuple(fragments), (cue,), (source,))
    return None


def _inverted(sentence: Sentence, cue: Stretch) -> tuple[Stretch | None, int, int]:
    """`…,” said X`: speaker, end of the speech, end of the attribution."""
    if not _SPEECH_ENDS.search(sentence.masked, sentence.start, cue[0]):
        return None, 0, 0
    source = _source_after(sentence, cue[1])
    return source, cue[0], source[1] if source else 0


def _in_order(sentence: Sentence, cue: Stretch) -> tuple[Stretch | None, int, int]:
    """`…,” X said`: speaker, end of the speech, end of the attribution."""
    source = _source_between(sentence, cue[0])
    return source, source[0] if source else 0, cue[1]


def _source_after(sentence: Sentence, start: int) -> Stretch | None:
    """The speaker after an inverted verb, with an apposition."""
    opener = _AFTER_VERB.match(sentence.masked, start, sentence.end)
    if not opener:
        return None
    found = _NAME_END.search(sentence.masked, opener.end(), sentence.last)
    end = found.start() if found else sentence.last
    if found and found[0].startswith("(") and (close := sentence.masked.find(")", end)) > 0:
        end = min(close + 1, sentence.last)
    if sentence.masked[end : end + 2] == ", ":
        end = _apposition_end(sentence, end)
    return (opener.end(), end) if opener.end() < end else None


def _apposition_end(sentence: Sentence, comma: int) -> int:
    """Where a name with its apposition ends, given the comma after the name."""
    if not _APPOSITION.match(sentence.masked, comma + 2, sentence.last):
        return comma
    quoted = sentence.masked.find(QUOTED, comma, sentence.last)
    end = quoted if quoted > 0 else sentence.last
    return len(sentence.masked[:end].rstrip(" ,:;—-"))


def _source_between(sentence: Sentence, end: int) -> Stretch | None:
    """The speaker between a speech and its verb."""
    masked = sentence.masked
    quoted = masked.rfind(QUOTED, sentence.start, end) + 1
    comma = max(masked.rfind(mark, sentence.start, end) for mark in (", ", "? ", "! ", "— ", "-- "))
    start = quoted or (comma + 1 if comma >= 0 else 0)
    if start <= sentence.start:
        return None
    name = masked[start:end].strip(" ,—-")
    if not name or len(name.split()) > 30 or (not quoted and len(name.split()) > 8):
        return None
    start = masked.index(name, start)
    stop = end - 1 if masked[:end].rstrip().endswith(",") and "," in name else start + len(name)
    return (start, len(masked[: max(stop, start + len(name))].rstrip()))


def _speech_before(sentence: Sentence, end: int) -> list[Stretch]:
    """What was said before the speaker: a quotation, or all of the sentence up to there."""
    end = len(sentence.masked[:end].rstrip(" ,—-"))
    if end <= sentence.start:
        return []
    quotation = sentence.quotation_at(end - 1)
    if (
        quotation
        and not sentence.masked[sentence.start : max(quotation[0], sentence.start)].strip()
    ):
        return [quotation]
    opener = _OPENER.match(sentence.masked, sentence.start, end)
    start = opener.end() if opener else sentence.start
    if quotation and start < quotation[0] and sentence.masked[:quotation[0]].rstrip()[-1] in ":—":
        return [quotation]
    if len(sentence.text[start:end].split()) < 2:
        return []
    return [(start, end)]


_OPENER: Final = re.compile(
    r"(?:[A-Z][A-Z]+[^—―–\n]{0,40}?\s(?:[—―–]|-{1,2})\s+)?"
    r"(?:(?:And|But|Yet|So|Still|Then)\s+|(?:However|Meanwhile|Moreover|Also|In addition|Instead),\s+)?"
)
"""A dateline, and what ties a sentence to the one before it."""


def _is_quoted(sentence: Sentence, stretch: Stretch) -> bool:
    return sentence.masked[stretch[0]] == QUOTED and sentence.masked[stretch[1] - 1] == QUOTED


def _may_end(sentence: Sentence, start: int, is_direct: bool) -> bool:
    """Whether nothing that was said follows the verb directly."""
    if is_direct:
        return not _THAT.match(sentence.masked, start, sentence.end)
    adverbial = _ADVERBIAL.match(sentence.masked, start, sentence.end)
    rest = adverbial.end() if adverbial else start
    if _THEN_SPEECH.match(sentence.masked, rest, sentence.end):
        return False
    return not sentence.masked[rest : sentence.last].strip() or sentence.masked[rest] in ",.:;"


_THEN_SPEECH: Final = re.compile(r"[,:]?\s+\ue000")
_CONTINUES: Final = re.compile(
    r",\s+(?!(?:who|which|adding|noting|saying|but|while|citing|in|after|during|at|on|as|when|and"
    r"|according|referring|calling|a|an|the|\w+ing)\s)"
)


def _speech_after(sentence: Sentence, start: int, is_direct: bool) -> list[Stretch]:
    """What was said after the speaker: the next quotations, or the rest of the sentence."""
    if not is_direct:
        found = _CONTINUES.match(sentence.masked, start, sentence.last)
        is_rest = found and len(sentence.masked[found.end() : sentence.last].split()) > 1
        return [(found.end(), sentence.last)] if found and is_rest else []
    fragments: list[Stretch] = []
    end = sentence.end
    for quotation in (each for each in sentence.quotations if each[0] >= start):
        if quotation[0] < sentence.end and not fragments:
            is_next = _LEADS_ON.search(sentence.masked, start, quotation[0]) is not None
        else:
            is_next = not sentence.masked[end : quotation[0]].strip()
        if not is_next or _is_attributed(sentence, quotation):
            break
        fragments.append(quotation)
        end = max(end, quotation[1])
    return fragments


_LEADS_ON: Final = re.compile(r"[,:;—]\s*$|--\s*$")
_OWN_WORDS: Final = re.compile(
    r"\s+[a-z]|\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|told|added)\b"
)


def _is_attributed(sentence: Sentence, quotation: Stretch) -> bool:
    """Whether a quotation in a later sentence has words after it that may say whose it is."""
    if quotation[0] < sentence.end:
        return False
    spoken = sentence.text[quotation[0] : quotation[1]].rstrip("”\"'’» \xa0")
    return spoken[-1:] not in ".!?…" or _OWN_WORDS.match(sentence.masked, quotation[1]) is not None


# --- the speaker before the speech: X said (that) … / X said: “…” --------------------------


def _preposed(
    sentence: Sentence, cue: Stretch, verb: str, previous: Report | None
) -> Report | None:
    start = _content_start(sentence, cue[1], verb)
    if start is None:
        return None
    content = _content_from(sentence, start)
    source = _source_before(sentence, cue[0], previous)
    if not content or source is None:
        return None
    return Report(tuple(content), (cue,), source)


def _content_start(sentence: Sentence, start: int, verb: str) -> int | None:
    """Where what was said begins after the verb; None if the verb does not report."""
    masked = sentence.masked
    if speech := re.compile(r"(?:[^.;:\ue000]{0,60}[:,])?\s+(?=\ue000)").match(
        masked, start, sentence.end
    ):
        return speech.end() if verb not in _WISHING - _SAYING else None
    if that := _that_after(masked, start, sentence.end, verb):
        return that
    if verb in _SAYING | _THINKING and (asking := _ASKING.match(masked, start, sentence.end)):
        return asking.start() + 1
    if verb in _WISHING and (infinitive := _INFINITIVE.match(masked, start, sentence.end)):
        return infinitive.start() + 1
    if verb in _URGING:
        return _object_start(masked, start, verb)
    if verb not in _SAYING | _BELIEVING:
        return None
    adverbial = _ADVERBIAL.match(masked, start, sentence.end)
    start = adverbial.end() if adverbial else start
    clause = re.compile(
        r"\s+(?=[\w$€£])(?!(?:in|on|at|to|for|with|as|about|of|by|from|and|or|than|out|up)\s)"
    )
    found = clause.match(masked, start, sentence.end)
    return found.end() if found and len(masked[start : sentence.last].split()) > 1 else None


def _object_start(masked: str, start: int, verb: str) -> int | None:
    particle = re.compile(
        r"\s+(?:(?:on|upon|for)\s+)?(?=[\w$€£])" if verb.startswith("call") else r"\s+(?=[\w$€£])"
    )
    found = particle.match(masked, start)
    return found.end() if found else None


_ADDRESSEE: Final = re.compile(r"(?:\s+[^\s,;:\ue000]+){0,12}?\s+(?P<that>that)\s")
_FREE_WORDS: Final = re.compile(
    rf"(?:\s+(?:on|in|at|to|during|after|before|through|via|by|reporters|{_DAY}|clear)\b)"
)


def _that_after(masked: str, start: int, end: int, verb: str) -> int | None:
    if directly := _THAT.match(masked, start, end):
        return directly.start("that")
    if verb in _TELLING or (verb in _SAYING and _FREE_WORDS.match(masked, start, end)):
        found = _ADDRESSEE.match(masked, start, end)
        return found.start("that") if found else None
    return None


def _content_from(sentence: Sentence, start: int) -> list[Stretch]:
    """What was said from a place on: a whole quotation and those that follow, or a clause."""
    quotation = sentence.quotation_at(start)
    if quotation and quotation[0] == start and _ends_speech(sentence, quotation):
        return [quotation, *_speech_after(sentence, quotation[1], is_direct=True)]
    tail = _TAIL.search(sentence.masked, start, sentence.last)
    end = tail.start() if tail else sentence.last
    return [(start, end)] if end > start else []


def _ends_speech(sentence: Sentence, quotation: Stretch) -> bool:
    """Whether the reporting sentence does not go on after a quotation as part of what was said."""
    rest = sentence.masked[quotation[1] : sentence.end].strip()
    return not rest or rest[0] in ".,;:—!?" or rest.startswith(("and ", "but "))


def _source_before(
    sentence: Sentence, end: int, previous: Report | None
) -> tuple[Stretch, ...] | None:
    """Who said it: the words before the verb in its clause, or the speaker of the verb before."""
    masked = sentence.masked
    before = masked[sentence.start : end].rstrip()
    if re.search(r"(?:^|[\s,])(?:and|but|or)$|,$", before) and previous:
        last = before.rstrip(",").rsplit(" ", 1)[-1]
        if before.endswith(("and", "but", "or")) or last != before:
            return previous.source
    stop = sentence.start + len(before)
    start = _clause_start(masked, sentence.start, stop)
    while leading := _LEADING.match(masked, start, stop):
        start = leading.end()
    name = masked[start:stop]
    if not name.strip() or name.strip()[0] == QUOTED:
        return previous.source if previous else None
    return ((start, stop),)


def _clause_start(masked: str, start: int, end: int) -> int:
    """Where the subject of a verb begins: after the last border, but before an apposition."""
    body_end = end - 1 if masked[end - 1 : end] == "," else end
    borders = [found.end() for found in _CLAUSE_START.finditer(masked, start, body_end)]
    if body_end == end:
        return borders[-1] if borders else start
    while borders:
        last = borders.pop()
        if masked[:last].rstrip().endswith(",") and _APPOSITION.match(masked, last, end):
            return borders[-1] if borders else start
    return start


_ACCORDING: Final = re.compile(r"(?<!\w)(?P<cue>[Aa]ccording to|[Ss]elon|[Dd][’']après)\s+")


def _according_in(sentence: Sentence) -> Iterator[Report]:
    """According to X, A / A, according to X."""
    masked = sentence.masked
    for match in _ACCORDING.finditer(masked, sentence.start, sentence.end):
        source_start = match.end()
        comma = masked.find(",", source_start, sentence.last)
        before = len(masked[: match.start()].rstrip(" ,—-"))
        if before <= sentence.start and comma < 0:
            continue
        end = comma if comma > 0 else sentence.last
        fragments = [(sentence.start, before)] if before > sentence.start else []
        if comma > 0 and sentence.last - comma > 3:
            fragments.append((comma + 2, sentence.last))
        yield Report(
            tuple(fragments), ((match.start("cue"), match.end("cue")),), ((source_start, end),)
        )
