"""The words, clauses, sentences, paragraphs and quotations of a text.

The reader's motions, and every rule about what a text says, stand on these.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal

from language.characters import words_in
from language.graphemes import settled
from language.paragraphs import Paragraph, Paragraphs
from language.quotation_marks import OPENING_MARKS, quotations_in
from language.sentences import clauses_in, sentences_in
from store.records import Span

Unit = Literal["word", "clause", "sentence", "paragraph", "quotation"]

_KEPT: Final = 64
"""Paragraphs whose units are kept: more than a screen shows."""

_BACKWARDS: Final = 16 * 1024
_OPENERS: Final = OPENING_MARKS - {"'", "''"}
_SINGLE_OPENER: Final = re.compile(r"'(?=\S)(?<!\w')")
_WORD_CHARACTER: Final = re.compile(r"[^\s!-#&-/:-@\[-`{-~–—…“”‘’]")

_Stretch = tuple[int, int]


class _Piece:
    """One paragraph, or a piece of a very long one, and its units: `[start, end)` in the text."""

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        self.start, self.end = paragraph
        self._text = text[self.start : self.end]

    def units(self, unit: Unit) -> list[_Stretch]:
        """Its units of one kind, by where they start."""
        found: list[_Stretch] = getattr(self, f"{unit}s")
        return found

    @cached_property
    def paragraphs(self) -> list[_Stretch]:
        return [(self.start, self.end)]

    @cached_property
    def words(self) -> list[_Stretch]:
        return self._placed(words_in(self._text))

    @cached_property
    def sentences(self) -> list[_Stretch]:
        return self._placed(self._settled(sentences_in(self._text)))

    @cached_property
    def quotations(self) -> list[_Stretch]:
        found = [(quotation.start, quotation.end) for quotation in quotations_in(self._text)]
        return self._placed(self._settled(found))

    @cached_property
    def clauses(self) -> list[_Stretch]:
        return [clause for sentence in self.sentences for clause in self.clauses_of(*sentence)]

    def clauses_of(self, start: int, end: int) -> Iterator[_Stretch]:
        """The clauses of one of its sentences."""
        words = [(a - start, b - start) for a, b in starting_in(self.words, start, end)]
        marks = [(a - start, b - start) for a, b in self.quotations if a < end and b > start]
        sentence = self._text[start - self.start : end - self.start]
        for first, last in clauses_in(sentence, words, marks):
            yield start + first, start + last

    def _settled(self, stretches: list[_Stretch]) -> Iterator[_Stretch]:
        """The stretches with no grapheme cluster cut."""
        for start, end in stretches:
            first, last = settled(self._text, start), settled(self._text, end)
            if first < last:
                yield first, last

    def _placed(self, stretches: Iterator[_Stretch]) -> list[_Stretch]:
        return [(self.start + start, self.start + end) for start, end in stretches]


def starting_in(stretches: list[_Stretch], start: int, end: int) -> list[_Stretch]:
    """Those of the sorted stretches that start in `[start, end)`."""
    return stretches[bisect_left(stretches, (start, 0)) : bisect_left(stretches, (end, 0))]


class Segments:
    """The words, clauses, sentences, paragraphs and quotations of a text.

    They are found where they are asked for: the cost does not grow with the text. A paragraph of
    more than some 8,000 code points counts as several.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._paragraphs = Paragraphs(text)
        self._pieces: OrderedDict[int, _Piece] = OrderedDict()

    def around(self, unit: Unit, offset: int) -> Span | None:
        """The unit that holds an offset; None if there is none.

        A clause holds the punctuation after it too; of quotations the innermost counts, its marks
        included. For "word" it is the word at the offset or else the nearest: after it on its
        line, else before it.
        """
        offset = max(offset, 0)
        if unit == "word":
            return self._word_near(offset)
        piece = self._piece(self._paragraphs.holding(offset))
        if piece is None:
            return None
        if unit == "clause":
            return self._clause_around(piece, offset)
        units = piece.units(unit)
        before = reversed(units[: bisect_right(units, (offset, len(self.text) + 1))])
        return self._span(next((stretch for stretch in before if stretch[1] > offset), None))

    def after(self, unit: Unit, offset: int) -> Span | None:
        """The first unit that starts at or after an offset."""
        offset = max(offset, 0)
        place = self._candidate_after(unit, offset)
        while place is not None:
            piece = self._piece(self._paragraphs.first_after(place))
            if piece is None:
                return None
            units = piece.units(unit)
            index = bisect_left(units, (offset, 0))
            if index < len(units):
                return self._span(units[index])
            place = self._candidate_after(unit, piece.end)
        return None

    def before(self, unit: Unit, offset: int) -> Span | None:
        """The last unit that starts before an offset."""
        place = self._candidate_before(unit, offset)
        while place is not None:
            piece = self._piece(self._paragraphs.last_before(place))
            if piece is None:
                return None
            units = piece.units(unit)
            index = bisect_left(units, (offset, 0))
            if index > 0:
                return self._span(units[index - 1])
            place = self._candidate_before(unit, piece.start)
        return None

    def within(self, unit: Unit, start: int, end: int) -> Iterator[Span]:
        """The units that start in `[start, end)`, in order."""
        place = self._candidate_after(unit, max(start, 0), end)
        while place is not None and place < end:
            piece = self._piece(self._paragraphs.first_after(place))
            if piece is None:
                return
            for stretch in starting_in(piece.units(unit), start, end):
                yield Span.of(self.text, *stretch)
            place = self._candidate_after(unit, max(piece.end, place + 1), end)

    def words(self, start: int, end: int) -> Iterator[Span]:
        """The words that start in `[start, end)`, in order."""
        return self.within("word", start, end)

    def _clause_around(self, piece: _Piece, offset: int) -> Span | None:
        for sentence in piece.sentences:
            if sentence[0] <= offset < sentence[1]:
                clauses = [x for x in piece.clauses_of(*sentence) if x[0] <= offset]
                return self._span(clauses[-1] if clauses else None)
        return None

    def _word_near(self, offset: int) -> Span | None:
        before, after = self.before("word", offset + 1), self.after("word", offset)
        if before is None or offset < before.end:
            return before or after
        possessive = self.text[before.end : offset + 1]
        is_on_line = after and not _LINE_END.search(self.text, offset, after.start)
        return after if is_on_line and possessive not in _POSSESSIVES else before

    def _candidate_after(self, unit: Unit, offset: int, end: int | None = None) -> int | None:
        """A place before which no unit of this kind starts, as far as `end`."""
        if unit in ("word", "clause"):
            found = _WORD_CHARACTER.search(self.text, offset)
            return found.start() if found else None
        if unit == "quotation":
            return self._opener_after(offset, len(self.text) if end is None else end)
        return offset

    def _opener_after(self, offset: int, end: int) -> int | None:
        """The first mark in `[offset, end)` that may open a quotation."""
        nearest = last = min(end, len(self.text))
        for mark in _OPENERS:
            found = self.text.find(mark, offset, nearest)
            nearest = found if found >= 0 else nearest
        single = _SINGLE_OPENER.search(self.text, offset, nearest)
        nearest = single.start() if single else nearest
        return nearest if nearest < last else None

    def _candidate_before(self, unit: Unit, offset: int) -> int | None:
        """A place after which, up to `offset`, no unit of this kind starts."""
        if unit != "quotation":
            return offset
        end = min(offset, len(self.text))
        while end > 0:
            start = max(end - _BACKWARDS, 0)
            found = [self.text.rfind(mark, start, end) for mark in _OPENERS]
            found += [single.start() for single in _SINGLE_OPENER.finditer(self.text, start, end)]
            if max(found) >= 0:
                return max(found) + 1
            end = start
        return None

    def _piece(self, paragraph: Paragraph | None) -> _Piece | None:
        if paragraph is None:
            return None
        piece = self._pieces.pop(paragraph.start, None) or _Piece(self.text, paragraph)
        self._pieces[paragraph.start] = piece
        if len(self._pieces) > _KEPT:
            self._pieces.popitem(last=False)
        return piece

    def _span(self, stretch: _Stretch | None) -> Span | None:
        return Span.of(self.text, *stretch) if stretch else None


_LINE_END: Final = re.compile("[\n\r\u2028\u2029]")
_POSSESSIVES: Final = ("'", "’", "'s", "’s", "'S", "’S")
