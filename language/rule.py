"""What is known of a rule that makes suggestions."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """The share of a rule’s proposals that are right, and its reason in one sentence."""

    confidence: float
    why: str
