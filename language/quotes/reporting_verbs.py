"""How English verbs of reporting are built: what follows them, and with which particles.

Read from `language/lists/reporting_verbs.txt`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Literal

from language.grammar.english_verbs import forms_of
from language.word_lists import words_of

Following = Literal[
    "speech", "voice", "clause", "infinitive", "object", "people", "as", "text", "attitude"
]
"""What may follow a verb; the list says what each means."""

_LIST: Final = Path(__file__).parent.with_name("lists") / "reporting_verbs.txt"
_CLASS: Final = re.compile(r"\[([^\]]+)\]\s*(.*)")


def _sections() -> dict[tuple[str, str], list[str]]:
    """The lines below each heading of the list: a class, and what may follow its verbs."""
    found: dict[tuple[str, str], list[str]] = {}
    heading = ("", "")
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        if begins := _CLASS.match(line):
            heading = (begins[1], begins[2])
        elif line and not line.startswith("#"):
            found.setdefault(heading, []).append(line)
    return found


_SECTIONS: Final = _sections()


def verbs_before(following: Following) -> frozenset[str]:
    """All forms of the verbs that something may follow."""
    found = (lines for (_, what), lines in _SECTIONS.items() if what == following)
    return forms_of(" ".join(line for lines in found for line in lines))


def _particles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _SECTIONS["particles", "particle"]:
        particle, verbs = line.split(":")
        for verb in verbs.split():
            found.setdefault(verb, set()).add(particle)
    return {verb: frozenset(particles) for verb, particles in found.items()}


PARTICLES: Final = _particles()
"""Verbs with the particles that belong to the cue: what was said follows them as a noun."""

WITH_PARTICLE: Final = forms_of(" ".join(PARTICLES))
"""All forms of those verbs, some of which report only so."""

LONGEST_PARTICLE: Final = max(
    particle.count(" ") + 1 for particles in PARTICLES.values() for particle in particles
)
"""How many words a particle has at most: "out in favor of"."""

ABOUT: Final = words_of("tell inform assure warn remind convince persuade notify reassure advise")
"""Verbs whose object is who was spoken to, where "that" follows."""
