"""The engine `spacy:MODEL`: quotes by rules over spaCy's parse beside the default rules.

All but the quotes comes from the default rules. spaCy is imported when the engine is made, and
never otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from language.engines.parsed.parse import Parse, Token, plain_marks
from language.engines.parsed.quotes import quotes
from language.engines.parsed.suggestions import quotes_as_suggestions
from language.engines.registry import Engine, EngineError
from language.engines.two_readings import merged
from language.quotes.suggestions import quote_suggestions
from language.segments import Segments
from language.suggest import suggestions
from store.records import Participant, Suggestion, Suggestions

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_NEEDED: Final = ("tagger", "parser")
_UNNEEDED: Final = ("ner",)
_PIECE: Final = re.compile(r"[^\n]{1,20000}(?!\S)|[^\n]{1,20000}")
"""What is parsed at once: a paragraph, or as much of it as spaCy takes in comfortably."""


def engine(model: str) -> Engine:
    """The engine with an installed English pipeline, by its name or the folder it is in.

    Raises:
        EngineError: spaCy or the pipeline is not installed, or it is not one that parses English.
    """
    if not model:
        raise EngineError("the engine spacy needs a pipeline; name one, as spacy:en_core_web_sm")
    try:
        import spacy
    except ImportError:
        raise EngineError("spaCy is not installed; install it with: pip install spacy") from None
    try:
        pipeline = spacy.load(model, exclude=_UNNEEDED)
    except OSError:
        raise EngineError(
            f"spaCy has no pipeline {model}; install one, for example with: "
            "python -m spacy download en_core_web_sm"
        ) from None
    missing = [name for name in _NEEDED if name not in pipeline.pipe_names]
    if (missing and "transformer" not in pipeline.pipe_names) or pipeline.lang != "en":
        raise EngineError(f"{model} does not parse English; name a pipeline that does")
    return _SpacyEngine(pipeline)


class _SpacyEngine:
    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def __call__(self, text: str, written: date | None, language: str = "en") -> Suggestions:
        if not language.startswith("en"):
            return suggestions(text, written, language)
        return suggestions(text, written, language, self._quotes)

    def _quotes(
        self, segments: Segments, participants: Sequence[Participant]
    ) -> tuple[Suggestion, ...]:
        found = quotes(self._parse(segments.text))
        parsed = quotes_as_suggestions(segments.text, found, participants)
        return merged(quote_suggestions(segments, participants), parsed)

    def _parse(self, text: str) -> Parse:
        plain = plain_marks(text)
        pieces = [(piece.start(), piece[0]) for piece in _PIECE.finditer(plain)]
        tokens: list[Token] = []
        parsed = self._pipeline.pipe(piece for _, piece in pieces)
        for (offset, _), doc in zip(pieces, parsed, strict=True):
            tokens.extend(_tokens(doc, offset, len(tokens)))
        return Parse(plain, tokens)


def _tokens(doc: Doc, offset: int, before: int) -> Iterator[Token]:
    """The tokens of a piece that begins at an offset, after so many tokens of the text."""
    token: Any
    for token in doc:
        yield Token(
            offset + token.idx,
            offset + token.idx + len(token),
            token.text,
            token.lemma_,
            token.pos_,
            token.tag_,
            token.dep_,
            before + token.head.i,
            bool(token.is_sent_start),
        )
