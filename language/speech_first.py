"""The speaker behind the speech: “…,” said X / “…,” X said / …, X said."""

from __future__ import annotations

import re
from typing import Final

from language.reported_sentence import QUOTED, Report, Sentence, Stretch
from language.reporting_words import ADVERBIAL, APPOSITION, DAY, FINITE, TELLING

_SPEECH_ENDS: Final = re.compile(r"[,?!\ue000—]\s+$|--\s+$")
_AFTER_VERB: Final = re.compile(
    rf"\s+(?!{DAY})(?=[^\W\d_a-z]|(?:the|an?|his|her|its|their|one|two|some|he|she|they|I|we)\s)"
)
_NAME_END: Final = re.compile(
    r"\s+(?:(?:in|on|at|during|after|before|last|to|while|as|when|from|by|earlier|later|this|with)\s"
    rf"|{DAY})|[,;:\ue000(—]|$"
)


def speech_first(sentence: Sentence, cue: Stretch) -> Report | None:
    """What a verb reports that stands behind it; None if that is before it or nowhere."""
    for source, speech_end, rest in (_inverted(sentence, cue), _in_order(sentence, cue)):
        if source is None:
            continue
        fragments = _speech_before(sentence, speech_end)
        is_direct = bool(fragments) and sentence.is_quoted(fragments[0])
        if fragments and _may_end(sentence, rest, is_direct):
            fragments += speech_after(sentence, rest, is_direct)
            return Report(tuple(fragments), (cue,), (source,), rule="speech-then-speaker")
    return None


def _inverted(sentence: Sentence, cue: Stretch) -> tuple[Stretch | None, int, int]:
    """`…,” said X`: speaker, end of the speech, end of the attribution."""
    is_told = sentence.masked[cue[0] : cue[1]].rsplit(" ", 1)[-1] in TELLING
    before = sentence.masked[sentence.body : cue[0]]
    if is_told or not _SPEECH_ENDS.search(before) or _is_described_name(before):
        return None, 0, 0
    source = _source_after(sentence, cue[1])
    return source, cue[0], source[1] if source else 0


_DESCRIBED: Final = re.compile(r"([^,\ue000]{1,80}),\s+(?:who|whose|which|where)\s[^\ue000]*,\s+")


def _is_described_name(before: str) -> bool:
    """Whether what stands before a verb is no speech but its subject: "Ostrey, who is old,"."""
    found = _DESCRIBED.fullmatch(before)
    return found is not None and not FINITE.search(found[1])


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
    if not _is_name(sentence.masked[opener.end() : end]):
        return None
    if sentence.masked[end : end + 2] == ", ":
        end = _apposition_end(sentence, end)
    return (opener.end(), end) if opener.end() < end else None


_PRONOUN: Final = re.compile(r"(?:he|she|they|I|we)(?:\s|$)")
_RELATIVE: Final = re.compile(r"\s(?:who|whose|which|that|whom)\s")


def _is_name(words: str) -> bool:
    """Whether words name someone and are no clause: "the minister", not "the minister is ill"."""
    if _PRONOUN.match(words):
        return len(words.split()) == 1
    return bool(words.strip()) and not FINITE.search(_RELATIVE.split(f" {words}")[0])


def _apposition_end(sentence: Sentence, comma: int) -> int:
    """Where a name with its apposition ends, given the comma after the name."""
    if not APPOSITION.match(sentence.masked, comma + 2, sentence.last):
        return comma
    quoted = sentence.masked.find(QUOTED, comma, sentence.last)
    end = quoted if quoted > 0 else sentence.last
    if not _is_name(sentence.masked[comma + 2 : end]):
        return comma
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
    if as_said := _AS_SAID.match(name):
        start, name = start + as_said.end(), name[as_said.end() :]
    stop = end - 1 if masked[:end].rstrip().endswith(",") and "," in name else start + len(name)
    return (start, len(masked[: max(stop, start + len(name))].rstrip()))


_AS_BEFORE: Final = re.compile(r",?\s+as\s+$")
_AS_SAID: Final = re.compile(r"as\s+(?=\S)")
_ASKED: Final = re.compile(r"(?:[Ww]hen\s+)?(?:[Aa]sked|[Pp]ressed|[Tt]old)\s")


def _speech_before(sentence: Sentence, end: int) -> list[Stretch]:
    """What was said before the speaker: a quotation, or all of the sentence up to there."""
    end = len(_AS_BEFORE.sub("", sentence.masked[:end]).rstrip(" ,—-"))
    if end <= sentence.start:
        return []
    quotation = sentence.quotation_at(end - 1)
    if (
        quotation
        and not sentence.masked[sentence.start : max(quotation[0], sentence.start)].strip()
    ):
        return [quotation]
    start = sentence.body
    if quotation and start < quotation[0] and sentence.masked[: quotation[0]].rstrip()[-1] in ":—;":
        return [quotation]
    if len(sentence.text[start:end].split()) < 2 or _ASKED.match(sentence.masked, start):
        return []
    return [(start, end)]


def _may_end(sentence: Sentence, start: int, is_direct: bool) -> bool:
    """Whether nothing that was said follows the verb directly."""
    if is_direct:
        return not _THAT.match(sentence.masked, start, sentence.end)
    adverbial = ADVERBIAL.match(sentence.masked, start, sentence.end)
    rest = adverbial.end() if adverbial else start
    if _THEN_SPEECH.match(sentence.masked, rest, sentence.end):
        return False
    return not sentence.masked[rest : sentence.last].strip() or sentence.masked[rest] in ",.:;"


_THAT: Final = re.compile(r"\s+that\s")
_THEN_SPEECH: Final = re.compile(r"[,:]?\s+\ue000")
_CONTINUES: Final = re.compile(
    r";\s+|,\s+(?!(?:who|which|adding|noting|saying|but|while|citing|in|after|during|at|on|as|when|and"
    r"|according|referring|calling|\w+ing)\s)"
)


def speech_after(sentence: Sentence, start: int, is_direct: bool) -> list[Stretch]:
    """What was said after the speaker: the next quotations, or the rest of the sentence."""
    if not is_direct:
        adverbial = ADVERBIAL.match(sentence.masked, start, sentence.last)
        start = adverbial.end() if adverbial else start
        found = _CONTINUES.match(sentence.masked, start, sentence.last)
        rest = sentence.masked[found.end() : sentence.last] if found else ""
        is_rest = len(rest.split()) > 1 and not _is_apposition(rest)
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


def _is_apposition(rest: str) -> bool:
    """Whether words after a speaker's name still tell who that is."""
    return rest.startswith(("a ", "an ", "the ")) and _is_name(rest)


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
