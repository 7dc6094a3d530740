"""Where the sentences of a paragraph end, and the clauses of a sentence.

Rules of punctuation, not of grammar: what ends with a stop and is followed by what may begin a
sentence. Abbreviations, initials and decimal points end none.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import Final

from language.word_lists import words_of

Stretch = tuple[int, int]

_CLOSERS: Final = "\"'”’»›)\\]」』）】〉》*_"
_STOP: Final = re.compile(
    rf"""
    (?: [.!?…؟۔។։]+ (?:[{_CLOSERS}]|[“«](?=\s|\Z))*
        (?:[ \u00a0\u202f]?[’”»›])* (?=\s|[“‘«„「『—]|\Z)
      | [。！？｡।॥]+ [{_CLOSERS}]*
    )\s*
    """,
    re.VERBOSE,
)


_TITLES: Final = words_of(
    "mr mrs ms mm mme mlle dr prof gen lt col maj capt cmdr sgt cpl adm rev hon pres gov sen rep"
    " st ste mt ft vs cf fig eq ed eds al hr sr sra fr ca viz"
)
"""Abbreviations that something follows: they end no sentence."""

_ABBREVIATIONS: Final = words_of(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
    " janv févr avr juil déc inc corp co ltd llc bros jr sr etc dept est univ assn ave blvd rd km"
    " calif conn mass pa va md wash ariz colo fla ga ill ind kan ky la mich minn miss mo neb nev"
    " del okla ore tenn tex wis"
)
"""Abbreviations that may end a sentence: one that begins plainly must follow."""

_BEFORE_NUMBER: Final = words_of("no nos art vol p pp sec para ch fig n")
_STARTERS: Final = words_of(
    "the a an he she it they we i you his her its their our this that these those there here in"
    " on at but and if when while as after before for from what who why how not no yes some many"
    " all both one two according asked le la les il elle ils elles un une des en dans mais"
)
_LAST_WORD: Final = re.compile(r"(?:[^\W_]\.)+$|[^\W_]+\.$")
_FIRST_WORD: Final = re.compile(r"[\"'“‘«„「『(\[—–\s]*([^\W_]*)")
_LIST_NUMBER: Final = re.compile(r"\s*\(?(?:[0-9]{1,3}|[A-Za-z])\.")
_ASKED: Final = re.compile(
    r"""
    [A-Z][\w.'’-]*
    (?:\s(?!(?i:what|who|which|that|when|how|why|if|as|and|but|i|he|she|it|they|we|you)\s)
       [\w(][\w.'’&()-]*){0,5}?
    (?:,\s[^,!?]{1,90},)?
    (?:\s(?:then|later|once|also|\w+ly))?
    \s(?:said|says|asked|asks|told|tells|demanded|demands|wondered|shouted|cried|exclaimed|yelled
      |screamed|joked|replied|responded|answered|added|adds|inquired|declared|wrote|writes|tweeted
      |quipped|retorted|continued|insisted|chanted|mused|recalled|read|reads)
    (?:\s(?!that\s|if\s|he\s|she\s|they\s|it\s|I\s|we\s)(?:(?!\sthat\s)[^.,:;!?"“]){0,120})?
    (?:[.;]|,(?!\s["“‘'])|\Z)
    """,
    re.VERBOSE,
)
"""Who says the question before, with no speech of another kind: "“…?” Marendt asked."."""


def sentences_in(text: str) -> list[Stretch]:
    """The sentences of a paragraph: `[start, end)` each, in order, without the space around."""
    found, start = [], len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _ends_sentence(text, start, stop):
            found.append((start, stop.start() + len(stop[0].rstrip())))
            start = stop.end()
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return found


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    marks = stop[0].rstrip()
    if marks[0] in "。！？｡।॥؟۔":
        return True
    following = _FIRST_WORD.match(text, stop.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    if marks[-1] in '"”’»' and _ASKED.match(text, stop.end()):
        return False
    if marks[0] != "." or marks.startswith(".."):
        return True
    return len(marks) > 1 or not _is_abbreviation(text, start, stop.start() + 1, word)


def _is_abbreviation(text: str, start: int, end: int, following: str) -> bool:
    if _LIST_NUMBER.fullmatch(text[start:end]):
        return True
    last = _LAST_WORD.search(text, max(start, end - 24), end)
    if not last:
        return False
    word = last[0].rstrip(".").lower()
    if word in _BEFORE_NUMBER and not (len(word) == 1 and last[0][0].isupper()):
        return following[:1].isdigit()
    if word in _TITLES:
        return bool(following)
    is_initials = "." in word or (len(word) == 1 and last[0][0].isupper())
    if is_initials or word in _ABBREVIATIONS:
        return following.lower() not in _STARTERS
    return False


_SUBORDINATORS: Final = (
    "that who whom whose which when where while because although though if unless until whether"
    " after before since dont lorsque quand parce que qui où"
).replace(" ", "|")
_BORDER: Final = re.compile(
    rf"""
    ,(?!\d) | [;:](?=\s|\Z|["“«]) | — | [，；：]
  | \s(?:[-–—]\s|(?=(?i:{_SUBORDINATORS})\s))
    """,
    re.VERBOSE,
)
_REMARK: Final = re.compile(r"\([^()]{1,24}\)")
"""A few words in brackets, as after a name: no border of a clause stands in them."""

_PREPOSITION: Final = re.compile(
    r"(?<!\w)(?i:at|in|on|of|by|for|to|with|from|so|than|as|about|until|since|that|and|but|or|de)\s"
)
_LONGEST_PREPOSITION: Final = len("about ")
_LIST_END: Final = re.compile(r"(?:\S+\s+){0,3}(?i:and|or|et|ou)\s")


def clauses_in(text: str, words: Sequence[Stretch], quotations: Sequence[Stretch]) -> list[Stretch]:
    """The clauses of a sentence: `[start, end)` each, in order, without outer punctuation.

    Args:
        text: the sentence.
        words: its words.
        quotations: the quotations that begin or end in it, marks included.
    """
    borders = {edge for quotation in quotations for edge in quotation if 0 < edge < len(text)}
    without_remarks = _REMARK.sub(lambda found: "(" * len(found[0]), text)
    for border in _BORDER.finditer(without_remarks):
        place = max(border.end() - _LONGEST_PREPOSITION, 0)
        if not (border[0].isspace() and _PREPOSITION.search(text, place, border.end())):
            borders.add(border.end())
    return _joined(text, _groups(words, borders))


def _groups(words: Sequence[Stretch], borders: set[int]) -> list[list[Stretch]]:
    """The words between each two borders, where there are any."""
    edges = deque(sorted(borders))
    groups: list[list[Stretch]] = [[]]
    for word in words:
        if edges and word[0] >= edges[0]:
            groups.append([])
        while edges and word[0] >= edges[0]:
            edges.popleft()
        groups[-1].append(word)
    return [group for group in groups if group]


def _joined(text: str, groups: list[list[Stretch]]) -> list[Stretch]:
    """The groups as clauses: the short items of a list stay with what is before them."""
    clauses: list[Stretch] = []
    follows_item = False
    for group in groups:
        start, end = group[0][0], group[-1][1]
        is_item = _is_item(text, group)
        is_listed = is_item or (follows_item and _LIST_END.match(text, start))
        if clauses and is_listed and text[clauses[-1][1] : start].strip() in {",", "，"}:
            clauses[-1] = (clauses[-1][0], end)
        else:
            clauses.append((start, end))
        follows_item = is_item
    return [(start, _bracket_closed(text, start, end)) for start, end in clauses]


def _bracket_closed(text: str, start: int, end: int) -> int:
    """The end of a clause, with the bracket that closes one opened in it."""
    closes = text[end : end + 1] == ")" and text.count("(", start, end) > text.count(
        ")", start, end
    )
    return end + 1 if closes else end


def _is_item(text: str, group: list[Stretch]) -> bool:
    """Whether words between commas are an item of a list, not a clause: one word or one name."""
    if text[group[-1][1] : group[-1][1] + 1].isspace():
        return False
    return len(group) == 1 or (
        len(group) == 2 and not any(text[start].islower() for start, _ in group)
    )
