"""A text as a parser sees it: tokens, their words' heads, sentences, paragraphs and quotations.

Whichever parser made it, the labels are those of spaCy's English pipelines: ClearNLP's dependency
labels, Penn Treebank tags, Universal parts of speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

_DOUBLE_MARKS: Final = str.maketrans(dict.fromkeys("“”„«»〝〞＂", '"') | dict.fromkeys("‘’", "'"))
_TWO_SINGLE_MARKS: Final = re.compile(r"''|``")
_PARAGRAPH_END: Final = re.compile(r"\n")
_EDGE: Final = frozenset(",;:.-–—―()")


class Token(NamedTuple):
    """A word or a mark, `[start, end)` of the text, and what the parser says of it."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """The number of the token that it depends on; its own at the root of a sentence."""
    begins_sentence: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a figure."""
        return any(character.isalnum() for character in self.text)


def plain_marks(text: str) -> str:
    """The text, as long as it was, with straight quotation marks, as parsers know them best."""
    plain = text.translate(_DOUBLE_MARKS).replace("\xa0", " ")
    return _TWO_SINGLE_MARKS.sub(_as_double, plain)


def _as_double(marks: re.Match[str]) -> str:
    after = marks.string[marks.end() : marks.end() + 1]
    return ' "' if after.isalnum() or (after in "[$" and after) else '" '


class Parse:
    """The tokens of a text, and how they hang together."""

    def __init__(self, text: str, tokens: Iterable[Token]) -> None:
        self.text = text
        """With `plain_marks`."""
        self.tokens = tuple(tokens)
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for number, token in enumerate(self.tokens):
            if token.head != number:
                self.children[token.head].append(number)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, number: int) -> Token:
        return self.tokens[number]

    def kids(self, number: int, *deps: str) -> list[int]:
        """The tokens that depend on this one with one of these labels, in order."""
        return [kid for kid in self.children[number] if self.tokens[kid].dep in deps]

    def subtree(self, number: int, without: frozenset[int] = frozenset()) -> set[int]:
        """The token and all that depends on it, but not what hangs on those to be left out."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            token = waiting.pop()
            if token not in without:
                found.add(token)
                waiting.extend(self.children[token])
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The first token of each sentence and the one after its last."""
        starts = [n for n, token in enumerate(self.tokens) if token.begins_sentence or n == 0]
        return list(zip(starts, [*starts[1:], len(self.tokens)], strict=True))

    def sentence(self, number: int) -> tuple[int, int]:
        """The sentence of a token."""
        return self.sentences[bisect_right(self._sentence_starts, number) - 1]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def paragraph(self, number: int) -> int:
        """The number of the paragraph in which a token stands."""
        return bisect_right(self._paragraph_ends, self.tokens[number].start)

    @cached_property
    def _paragraph_ends(self) -> list[int]:
        return [end.start() for end in _PARAGRAPH_END.finditer(self.text)]

    @cached_property
    def quotations(self) -> list[list[int]]:
        """The tokens of each quotation, marks included; one never goes beyond its paragraph."""
        found: list[list[int]] = []
        inside = False
        paragraph = -1
        for number, token in enumerate(self.tokens):
            if self.paragraph(number) != paragraph:
                paragraph, inside = self.paragraph(number), False
            if '"' in token.text:
                if inside:
                    found[-1].append(number)
                else:
                    found.append([number])
                inside = not inside
            elif inside:
                found[-1].append(number)
        return [quotation for quotation in found if self.words(quotation)]

    @cached_property
    def quotation_of(self) -> dict[int, int]:
        """The number of the quotation that each token stands in, if it does."""
        return {token: number for number, tokens in enumerate(self.quotations) for token in tokens}

    def words(self, tokens: Iterable[int]) -> int:
        """How many of these tokens are words."""
        return sum(self.tokens[token].is_word for token in tokens)

    def spans(self, tokens: Iterable[int]) -> list[tuple[int, int]]:
        """The stretches of the text that these tokens cover, without marks at their edges.

        A mark that is left out between two tokens does not part them.
        """
        runs: list[list[int]] = []
        for number in sorted(number for number in tokens if self[number].text.strip()):
            if runs and not self.words(range(runs[-1][-1] + 1, number)):
                runs[-1].append(number)
            else:
                runs.append([number])
        trimmed = (self._trimmed(run) for run in runs)
        return [(self[run[0]].start, self[run[-1]].end) for run in trimmed if run]

    def _trimmed(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and self._is_edge(run[first]):
            first += 1
        while last > first and self._is_edge(run[last - 1]):
            last -= 1
        return run[first:last]

    def _is_edge(self, number: int) -> bool:
        return set(self[number].text) <= _EDGE
