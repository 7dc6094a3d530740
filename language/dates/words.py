"""The words that dates are made of, and the runs of them in a text.

Each word has a kind (month, weekday, which …) and a number; `date_grammar` is written in kinds.
The words themselves are in `date_words_en`, `date_words_fr` and `date_words_zh`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from language.word_lists import words_of

Meaning = tuple[str, int]
"""What a word stands for: its kind and its number."""

UNRESOLVED = 0
"""The number of a full date that cannot be told, such as 03/04/2031."""

FULL_DATE = r"""
    (?P<full_date>(?<![\w./-])(?:[0-9]{4}([-./])[0-9]{1,2}\2[0-9]{1,2}
        |[0-9]{1,2}([./])[0-9]{1,2}\3[0-9]{4})(?=T[0-9]|(?![\w/-])))
"""
_LONGEST_GAP = 40

FILLERS = words_of(
    "a about ahead also and between comma couple dash day edge end every fiscal for fraction half"
    " in later latest long maybe_weekday narrative_after no_date number of old or_so ordinal other"
    " per period preposition rate roughly same starting the then_before time times to vague which"
    " which_after"
)
"""Kinds that make no date among themselves; most runs of words in a text have no other."""


class Word(NamedTuple):
    """A word of a date: code points `[start, end)`, its kind, its number."""

    start: int
    end: int
    kind: str
    number: int


class Vocabulary(NamedTuple):
    """The words of a language: `token` finds what may be one, `meaning` says which it is.

    `stretches` finds where to look: `[start, end)` of a text, every date word is in one.
    """

    token: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]
    stretches: Callable[[str, int, int], Iterator[tuple[int, int]]]


def whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch asked for as it is."""
    yield start, end


def runs_of_date_words(
    text: str, start: int, end: int, vocabulary: Vocabulary
) -> Iterator[list[Word]]:
    """The stretches of `text[start:end]` that hold nothing but words of dates and spaces."""
    for first, last in vocabulary.stretches(text, start, end):
        run: list[Word] = []
        for token in vocabulary.token.finditer(text, first, min(end, last + _LONGEST_GAP)):
            if token.start() >= last:
                break
            meaning = vocabulary.meaning(token)
            if run and (meaning is None or not _is_space(text, run[-1].end, token.start())):
                yield run
                run = []
            if meaning is not None:
                run.append(Word(token.start(), token.end(), *meaning))
        if run:
            yield run


def _is_space(text: str, start: int, end: int) -> bool:
    """Whether words on both sides of `text[start:end]` stand together in one paragraph."""
    gap = text[start : min(end, start + _LONGEST_GAP)]
    return not gap or (gap.isspace() and end - start < _LONGEST_GAP and gap.count("\n") < 2)


def meaning_of_full_date(spelling: str, day_first: bool | None) -> Meaning | None:
    """A date in digits; its number is its `date.toordinal()`.

    `day_first` tells 3/4/2031 apart: None where usage is divided, and the date unresolved.
    """
    separator = re.search(r"[-./]", spelling)
    numbers = [int(digits) for digits in re.findall(r"[0-9]+", spelling)]
    if numbers[0] > 31:
        candidates = {(numbers[0], numbers[1], numbers[2])}
    elif day_first or (separator and separator[0] == "."):
        candidates = {(numbers[2], numbers[1], numbers[0])}
    else:
        candidates = {(numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])}
    days = {day.toordinal() for day in (_day(*parts) for parts in candidates) if day}
    if not days:
        return None
    return "full_date", days.pop() if len(days) == 1 else UNRESOLVED


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def meaning_of_digits(spelling: str) -> Meaning | None:
    """A whole number: a year, a day of the month, or a count."""
    if not spelling.isdigit() or len(spelling) > 4:
        return None
    number = int(spelling)
    if len(spelling) == 4 and 1500 <= number < 2200:
        return "year", number
    if len(spelling) <= 2 and 1 <= number <= 31:
        return "day", number
    return ("number", number) if len(spelling) <= 3 else None


def lexicon(kinds: dict[str, dict[str, int]]) -> dict[str, Meaning]:
    """What each word stands for, from the words of each kind."""
    return {word: (kind, n) for kind, words in kinds.items() for word, n in words.items()}


def with_and_without_stop(words: dict[str, int]) -> dict[str, int]:
    """Abbreviations, as they stand and with a full stop."""
    return words | {f"{word}.": number for word, number in words.items()}


def same(number: int, words: str) -> dict[str, int]:
    """`words`, each with this number."""
    return dict.fromkeys(words.split(), number)


def counted(words: str, first: int = 1) -> dict[str, int]:
    """`words`, numbered from `first`."""
    return {word: number for number, word in enumerate(words.split(), first)}


def _alphabetic_token(phrases: list[str]) -> re.Pattern[str]:
    """The tokens of a language written with spaces; `phrases` are its words of several words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    several_words = "|".join(
        re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"[ \xa0]")
        + (r"(?!\w)" if phrase[-1].isalnum() else "")
        for phrase in longest_first
    )
    return re.compile(
        rf"""{FULL_DATE}
        | (?P<clock>(?<![\w:.,/-])(?:[01]?[0-9]|2[0-3])
            (?:(?:[:.][0-5][0-9])?[ \xa0]?(?:[ap]m\b|[AP]M\b|[ap]\.m\b\.?)|[ ]o['’]clock\b
                |:[0-5][0-9](?![\w:]|\.[0-9])|[ ]?h[ ]?[0-5][0-9]\b
                |(?<=[0-9]{{2}})[0-5][0-9](?=[ ](?:GMT|UTC|local|hrs|hours)\b)))
        | (?P<adverb>\b(?:before|after)(?=[.;,)]))
        | (?P<fiscal_year>\bFY[ ]?(?:20)?[0-9]{{2}}\b)
        | (?P<fraction>(?<![\w.,/-])1/2\b|½)
        | (?P<decade>\b(?:1[5-9]|20)[0-9]0['’]?s\b|['’][2-9]0s\b)
        | (?P<ordinal>\b[0-9]{{1,2}}(?:st|nd|rd|th|er|re|e|ème)\b)
        | (?P<thousands>(?<![\w.,$€£¥\#/])[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}(?![\w%]|[.,][0-9]))
        | (?P<junk>(?:(?<=\w)|[$€£¥\#./])[0-9]+|[0-9]+(?:[.,:/][0-9]+)+|[0-9]+(?:[^\W\d_]|%))
        | (?P<maybe_year>(?:1[5-9]|20|21)[0-9]{{2}}(?=[ ][a-z]{{2,20}}s\b))
        | (?P<digits>[0-9]+)
        | (?P<phrase>\b(?i:{several_words}))
        | (?P<word>[^\W\d_]+)
        | (?P<mark>[,–-])
        """,
        re.VERBOSE,
    )


_NEUTRAL_TOKEN = re.compile(FULL_DATE, re.VERBOSE)


def _neutral_meaning(token: re.Match[str]) -> Meaning | None:
    return meaning_of_full_date(token[0], day_first=True)


NEUTRAL = Vocabulary(_NEUTRAL_TOKEN, _neutral_meaning, whole)
"""Dates in digits, for languages whose words are not known here."""


def alphabetic_vocabulary(
    words: dict[str, Meaning], capitalised: frozenset[str], day_first: bool | None
) -> Vocabulary:
    """The vocabulary of a language written with spaces; `capitalised` words need a capital."""
    phrases = [word for word in words if not word.isalpha()]
    reader = partial(_meaning, words=words, capitalised=capitalised, day_first=day_first)
    pieces = _pieces(words, capitalised)
    return Vocabulary(_alphabetic_token(phrases), reader, partial(_stretches, pieces=pieces))


_PIECE = re.compile(r"[^\W_]+")


def _pieces(words: dict[str, Meaning], capitalised: frozenset[str]) -> dict[str, bool]:
    """The spellings in which words, or pieces of phrases, stand, and whether they tell of a date.

    Those that do not, such as "the" and "of", only stand beside others.
    """
    pieces = {f"FY{year}": True for year in range(2000, 2060)}
    pieces |= {f"FY{year}": True for year in range(10, 60)} | {"FY": False}
    for word, (kind, _) in words.items():
        *others, last = _PIECE.findall(word)
        told = [(piece, False) for piece in others] + [(last, kind not in FILLERS)]
        for piece, tells in told:
            spellings = {piece.capitalize(), piece.upper()}
            for spelling in spellings if word in capitalised else spellings | {piece}:
                pieces[spelling] = pieces.get(spelling, False) or tells
    return pieces


def _stretches(
    text: str, start: int, end: int, pieces: dict[str, bool]
) -> Iterator[tuple[int, int]]:
    """Where words and figures that may make a date stand together, one of which tells of one."""
    first = last = -1
    tells = False
    known = pieces.get
    for found in _PIECE.finditer(text, start, end):
        piece = found[0]
        told = known(piece)
        if told is None:
            if not "0" <= piece[0] <= "9":
                if tells:
                    yield max(first - 1, start), last
                    tells = False
                last = -1
                continue
            told = (
                len(piece) == 4 or not piece.isdigit() or text[found.end() : found.end() + 1] == ":"
            )
        if last < 0:
            first = found.start()
        last = found.end()
        tells = tells or told
    if tells:
        yield max(first - 1, start), last


def _meaning(
    token: re.Match[str],
    words: dict[str, Meaning],
    capitalised: frozenset[str],
    day_first: bool | None,
) -> Meaning | None:
    spelling = token[0]
    match token.lastgroup:
        case "word" | "phrase":
            if len(spelling) > 30:
                return None
            word = spelling.lower().replace("’", "'").replace("\xa0", " ")
            meaning = words.get(word)
            if meaning is None or not spelling[0].isupper():
                return None if word in capitalised else meaning
            is_name = meaning[0] in _NEVER_NAMES and not _begins(token.string, token.start())
            return None if is_name else meaning
        case "digits":
            meaning = meaning_of_digits(spelling)
            is_number = meaning and meaning[0] == "year" and _is_numbered(token)
            return None if is_number else meaning
        case "maybe_year":  # or so many of something
            return "maybe_year", int(spelling)
        case "clock":
            return "clock", _minutes(spelling)
        case "adverb":
            return "narrative_after", -1 if spelling == "before" else 1
        case "fiscal_year":
            return "year", 2000 + int(spelling[-2:])
        case "thousands":
            return "number", int(spelling.replace(",", ""))
        case "fraction":
            return "fraction", 0
        case "mark":
            return "comma" if spelling == "," else "dash", 0
        case "ordinal":
            return "ordinal", int(spelling.rstrip("stndrhème"))
        case "decade":
            digits = spelling.strip("'’s")
            year = int(digits) if len(digits) == 4 else 1900 + int(digits)
            is_century = year % 100 == 0 and year < 1900
            return ("century", year) if is_century else ("decade", year)
        case "full_date":
            return meaning_of_full_date(spelling, day_first)
        case _:
            return None


_NEVER_NAMES = words_of("relative_day regularly reference tonight")
"""Kinds of words that have no capital within a sentence, unless in a name: Daily, Today, Now."""
_NUMBERED = re.compile(
    r"\b(?:resolutions?|unscr|directives?|articles?|flight|highway|order|law|room|decree|no\.)\s+"
    r"(?:\d{3,4}(?:,|,?\s+and)\s+)*$",
    re.IGNORECASE,
)
"""What stands before a number that is no year, as in "Resolution 1973"."""


def _is_numbered(token: re.Match[str]) -> bool:
    start = token.start()
    return _NUMBERED.search(token.string, max(0, start - 30), start) is not None


_BEFORE_SENTENCE = re.compile(r"(?:^|[^\w\s,;’']|\n)\s*$")


def _begins(text: str, position: int) -> bool:
    """Whether a sentence may begin at a position."""
    return _BEFORE_SENTENCE.search(text, max(0, position - 3), position) is not None


def _minutes(spelling: str) -> int:
    """A time of day in minutes from midnight: 7:15 p.m., 19:15, 19h15, 7 o'clock."""
    hour, minute = (*map(int, re.findall("[0-9]{1,2}", spelling)), 0)[:2]
    is_twelve_hours = re.search("([ap])[.]?m", spelling.lower())
    if is_twelve_hours:
        hour = hour % 12 + (12 if is_twelve_hours[1] == "p" else 0)
    return 60 * hour + minute
