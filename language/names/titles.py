"""Title and affiliation beside a name: "Halvany’s envoy Mira Savik", "Savik, head of the Bank"."""

from __future__ import annotations

from typing import Final, NamedTuple

from language.grammar.sentence_words import POSSESSIVES, SentenceWords
from language.names.lists import Gender, common_words, countries, organizations, roles
from language.names.parts import NamePart
from language.names.speaking import SPEAKING, is_saying_at
from language.names.title_words import is_title
from language.names.words import (
    BODIES,
    COURTESIES,
    FUNCTION_WORDS,
    OFFICE_PARTS,
    OFFICES,
    PARTICLES,
    PARTIES,
)
from language.word_lists import words_of

_HE: Final = words_of("mr sir lord king prince pope father monsignor monsieur m")
_SHE: Final = words_of("mrs ms miss lady dame queen princess mme mlle madame sister baroness")
STOPS: Final = frozenset(".'’\"“”‘")
DETERMINERS: Final = words_of("the a an its his her their our my your this that one another former")


KIN: Final = words_of(
    "wife husband widow widower son daughter sister brother mother father lady nephew niece cousin"
    " uncle aunt grandson granddaughter grandfather grandmother stepson stepdaughter fiancé fiancée"
    " girlfriend boyfriend ex-wife ex-husband"
)
"""What a relative is called; "lady" as in "first lady"."""


class Title(NamedTuple):
    """What stands beside a name: "" for what is not told."""

    title: str = ""
    affiliation: str = ""
    head: str = ""
    """The noun of the title, in lower case: "minister", also where it is no office: "boy"."""
    gender: Gender = ""
    """As "Mr" or "Queen" tells it."""


def title_before(sentence: SentenceWords, part: NamePart) -> Title | None:
    """The title that leads a name; None if none does."""
    begin, head = part.title, part.first - 1
    if part.title == part.first:
        if sentence.word(head) == ",":
            head -= 1
            if not _is_closed(sentence, part.last):
                return None
            if (office := _office_before(sentence, head)) is not None:
                return office
            if not _is_introduced(sentence, head):
                return None
        if not is_role(sentence.word(head)):
            return None
        begin = head
    else:
        while head > begin and sentence.words[head] in STOPS:
            head -= 1
        if not _holds_title(sentence, begin, head + 1):
            if not _is_office_to(sentence, begin):
                return Title("", nation_or_same(sentence.text(begin, head + 1)))
            begin -= 3 if sentence.word(begin - 1) == "the" else 2
    begin = _title_start(sentence, begin)
    is_short = sentence.word(head + 1) == "." and head + 1 < part.first
    title, affiliation = _parted(sentence, begin, head + 1 + is_short)
    noun = sentence.word(head)
    gender = _gender_of_title(sentence, part.title, part.first)
    is_office = noun not in COURTESIES and noun not in _NO_OFFICES
    if noun in KIN and affiliation not in countries().names:
        affiliation = ""
    return Title(title if is_office else "", affiliation, noun, gender)


def _office_before(sentence: SentenceWords, last: int) -> Title | None:
    """The office with its town or body that ends at an index: "the mayor of Dorrin", or None."""
    of = last
    while of > last - 6 and (sentence.is_capital(of) or sentence.word(of) in POSSESSIVES):
        of -= 1
    of -= sentence.word(of) == "the"
    head = of - 1
    if of + 1 > last or sentence.word(of) not in ("of", "for", "at") or head < 1:
        return None
    noun = sentence.word(head)
    if not is_role(noun) or noun in _NO_OFFICES or not _is_introduced(sentence, head):
        return None
    begin = _title_start(sentence, head)
    title, affiliation = _parted(sentence, begin, head + 1)
    return Title(title, nation_or_same(owner_after(sentence, of)) or affiliation, noun)


def _is_closed(sentence: SentenceWords, last: int) -> bool:
    """Whether a name after a comma ends as an apposition does: "its envoy, Savik, said"."""
    return sentence.word(last) in (",", ".", ";", ")", "", "and", "of", "from", "at")


_NO_OFFICES: Final = words_of(
    "man woman boy girl guy gentleman lady father mother son daughter brother sister husband wife"
    " widow widower uncle aunt nephew niece grandfather grandmother grandson granddaughter cousin"
    " boyfriend girlfriend fiancé fiancée dad mom mum friend neighbor neighbour relative sibling"
    " twin parent child teenager teen youth baby toddler adult resident citizen native local victim"
    " suspect colleague partner spouse saint st lord sir"
)
"""What persons are called that is no office of theirs."""


def _holds_title(sentence: SentenceWords, first: int, last: int) -> bool:
    return any(
        is_title(sentence.lowers[index]) or is_role(sentence.lowers[index])
        for index in range(first, last)
    )


def _is_office_to(sentence: SentenceWords, index: int) -> bool:
    """Whether an office and "to the" stand before an index: ambassador to the …"""
    before = index - 2 if sentence.word(index - 1) == "the" else index - 1
    return sentence.word(before) in ("to", "of", "for") and is_role(sentence.word(before - 1))


def is_role(lower: str) -> bool:
    """Whether a word, in lower case, says what a person is or does."""
    return lower in roles() or ("-" in lower and any(part in OFFICES for part in lower.split("-")))


def _is_introduced(sentence: SentenceWords, head: int) -> bool:
    """Whether "the", "its", "Halvany’s" … stands before a title that a comma parts from a name."""
    for index in range(head - 1, max(head - 9, -1), -1):
        word = sentence.word(index)
        if word in DETERMINERS or word in POSSESSIVES:
            return True
        if not word[0].isalnum() or word in FUNCTION_WORDS - {"of", "for", "and"}:
            return False
    return False


def _gender_of_title(sentence: SentenceWords, first: int, last: int) -> Gender:
    for index in range(first, last):
        if sentence.lowers[index] in _HE:
            return "he"
        if sentence.lowers[index] in _SHE:
            return "she"
    return ""


def _title_start(sentence: SentenceWords, index: int) -> int:
    """Where the words of a title and of whose it is begin, going back from an index in it."""
    begin, plain = index, 0
    while begin > 0 and index - begin < 12:
        word, lower = sentence.words[begin - 1], sentence.lowers[begin - 1]
        if word in POSSESSIVES:
            if begin < 2 or not sentence.capitals[begin - 2]:
                break
        elif lower in _INNER and sentence.is_capital(begin) and sentence.is_capital(begin - 2):
            pass
        elif lower in ("and", "of", "for", "the"):
            if not _is_inner(sentence, begin - 1):
                break
        elif (
            not word[0].isalnum()
            or lower in _NO_NOUNS
            or (lower in FUNCTION_WORDS and not (word.isupper() and len(word) > 1))
        ):
            break
        elif not (sentence.capitals[begin - 1] or lower in OFFICE_PARTS or is_role(lower)):
            plain += 1
            if plain > 2 or sentence.capitals[begin] or _is_no_noun(lower):
                break
        begin -= 1
        if lower in _OPENS_TITLE and not sentence.is_capital(begin - 1):
            break
    while begin < index and sentence.lowers[begin] in ("and", "of", "for", "the", "'s", "’s"):
        begin += 1
    return begin


_INNER: Final = PARTICLES | {"&"}
_OPENS_TITLE: Final = words_of(
    "former longtime current veteran senior outgoing incoming acting then-president ex- then chief"
)
_NO_NOUNS: Final = words_of(
    "like including alongside such plus versus amid via toward towards mate whether former-and"
    " featuring named called whom being when where say says see sees make makes met meets"
)


def _is_no_noun(lower: str) -> bool:
    return lower in SPEAKING or lower in _NO_NOUNS or lower.endswith(("ed", "ing", "ly"))


def _is_inner(sentence: SentenceWords, index: int) -> bool:
    """Whether "and" or "of" stands inside a title: "State Councilor and Foreign Minister"."""
    before, lower = sentence.word(index - 1), sentence.lowers[index]
    if lower == "and":
        is_part = is_role(before) or before in OFFICE_PARTS
        return is_part and _leads_to_role(sentence, index + 1)
    if lower == "the":
        return sentence.word(index - 1) in ("of", "for") and is_role(sentence.word(index - 2))
    return is_role(before)


def _leads_to_role(sentence: SentenceWords, index: int) -> bool:
    return any(is_role(sentence.word(after)) for after in range(index, index + 3))


def _parted(sentence: SentenceWords, first: int, last: int) -> tuple[str, str]:
    """Title and affiliation: the latter ends where the first word of an office begins."""
    body = _end_of_body(sentence, first, last)
    if body > first and POSSESSIVES.isdisjoint(sentence.words[body:last]):
        return sentence.text(body, last), nation_or_same(sentence.text(first, body))
    begin = first
    for index in range(first, last):
        lower = sentence.lowers[index]
        if sentence.words[index] in POSSESSIVES:
            begin = max(begin, index + 1)
        elif begin == first and (lower in OFFICE_PARTS or is_role(lower) or is_title(lower)):
            begin = index
            if any(word in POSSESSIVES for word in sentence.words[index:last]):
                continue
            break
        elif begin == first and not sentence.capitals[index] and lower not in _JOINS:
            begin = index
            break
    end = begin
    while (end > first and not sentence.words[end - 1][0].isalnum()) or (
        end > first and sentence.words[end - 1] in POSSESSIVES
    ):
        end -= 1
    owner = sentence.text(first, end)
    if end - first == 1 and end == begin and _is_ordinary_opener(sentence, first):
        return sentence.text(first, last), ""
    return sentence.text(begin, last), nation_or_same(owner)


_JOINS: Final = words_of("of the and &")


def _is_ordinary_opener(sentence: SentenceWords, index: int) -> bool:
    """Whether a word has its capital only from where it stands: "Aid worker", "Exiled leader"."""
    before = sentence.words[index - 1] if index else ""
    if before and before[0].isalnum():
        return False
    word, lower = sentence.words[index], sentence.lowers[index]
    known = countries()
    if word in known.names or word in known.peoples or word in organizations() or word.isupper():
        return False
    if lower in PARTIES:
        return False
    return lower in common_words() or lower.endswith(("ed", "ing", "eur", "ary"))


def _end_of_body(sentence: SentenceWords, first: int, last: int) -> int:
    """Where a body ends with which a title begins: White House | spokesman; `first` if none does.

    Of bodies those that are known by name count, and parties.
    """
    for end in range(min(first + 3, last - 1), first, -1):
        name = " ".join(sentence.words[first:end])
        if name in organizations() and name != "Vice":
            return end
    for index in range(first + 1, min(first + 4, last - 1)):
        if sentence.words[index] == "Party":
            return index + 1
    return first


def nation_or_same(owner: str) -> str:
    """The country of a nationality; another affiliation as it is."""
    return countries().peoples.get(owner) or countries().names.get(owner) or owner


def title_after(sentence: SentenceWords, index: int) -> Title | None:
    """The office in apposition that begins at an index: ", the Kethan envoy,"; or None."""
    first = index + (sentence.word(index) in DETERMINERS and sentence.word(index) != "former")
    first = _without_courtesy(sentence, first)
    head = _head_of_apposition(sentence, first, first > index)
    if head is None or is_saying_at(sentence, head + 1):
        return None
    if (
        first == index
        and head > index
        and sentence.capitals[index]
        and sentence.is_capital(head + 1)
    ):
        return None
    last = _end_of_office(sentence, head)
    title, affiliation = _parted(sentence, first, last)
    noun = sentence.lowers[head]
    if noun in _NO_OFFICES:
        return Title(head=noun)
    owner = owner_after(sentence, last)
    return Title(title, nation_or_same(owner) or affiliation, noun)


def _without_courtesy(sentence: SentenceWords, index: int) -> int:
    """The index after "Mr." if that stands at it."""
    if sentence.word(index) not in COURTESIES:
        return index
    return index + 2 if sentence.word(index + 1) == "." else index + 1


def _end_of_office(sentence: SentenceWords, head: int) -> int:
    """Where an office ends: with its field after "of" if that is no name: "secretary of state"."""
    if sentence.word(head + 1) != "of":
        return head + 1
    last = head + 2
    while (word := sentence.word(last)).isalpha() and word not in FUNCTION_WORDS:
        if sentence.is_capital(last) and (word in BODIES or word not in common_words()):
            break
        last += 1
    is_field = 0 < last - head - 2 < 4 and sentence.word(last) in _AFTER_HEAD
    return last if is_field else head + 1


_AFTER_HEAD: Final = FUNCTION_WORDS | {"", ",", ".", ";", ")"}


def _head_of_apposition(sentence: SentenceWords, first: int, has_article: bool) -> int | None:
    """The noun of the office that begins at `first`."""
    for index in range(first, min(len(sentence), first + 8)):
        lower = sentence.lowers[index]
        if lower in COURTESIES or (lower == "." and sentence.word(index - 1) in COURTESIES):
            continue
        if not sentence.words[index][0].isalnum() and lower not in POSSESSIVES:
            return None
        if lower in FUNCTION_WORDS and lower not in ("and", "of", "for"):
            return None
        if lower in SPEAKING and not has_article:
            return None
        if not sentence.capitals[index] and _is_no_noun(lower):
            return None
        following = sentence.word(index + 1)
        if is_role(lower) and not is_role(following):
            if following in _AFTER_HEAD:
                return index
            if following not in OFFICE_PARTS and not has_article:
                return None
    return None


def owner_after(sentence: SentenceWords, index: int) -> str:
    """The name that "of", "for" or "at" after an office leads to."""
    if sentence.word(index) not in ("of", "for", "at", "from"):
        return ""
    first = index + 2 if sentence.word(index + 1) == "the" else index + 1
    last = first = _without_courtesy(sentence, first)
    while sentence.is_capital(last) or (
        sentence.word(last) in ("of", "and", "for", "the", "'", "’")
        and last > first
        and (sentence.is_capital(last + 1) or sentence.word(last + 1) == "the")
    ):
        last += 1
    while last > first and not sentence.capitals[last - 1]:
        last -= 1
    return sentence.text(first, last)
