"""What a rule finds in a parse: who says what, as numbers of tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from language.engines.parsed.phrases import Tokens


@dataclass
class Report:
    """What somebody says: token numbers of its parts, and the rule that found it."""

    head: int
    """The token of the verb, noun or adjective that reports."""
    rule: str
    source: Tokens = field(default_factory=set)
    cue: Tokens = field(default_factory=set)
    content: Tokens = field(default_factory=set)
