"""How English verbs of reporting are built: with which particles, nouns and addressees."""

from __future__ import annotations

from typing import Final

from language.word_lists import words_of


def _with_particles(listed: str) -> dict[str, frozenset[str]]:
    """ "call: for on; point: to" as the particles of each verb."""
    entries = (entry.split(":") for entry in listed.split(";"))
    return {verb: words_of(particles) for verbs, particles in entries for verb in verbs.split()}


PARTICLES: Final = _with_particles(
    "call: for on upon; point: out to; speak: of about; talk: about of; complain: about of"
    "; warn: of about against; argue: for against; advocate: for; push: for; press: for"
    "; appeal: for; ask: about for; agree: to with on; disagree: with; object: to"
    "; refer: to; allude: to; boast: about of; joke: about"
    "; testify: about; write: about of; brag: about; lie: about; comment: on; insist: on"
    "; vote: for against; campaign: for; lobby: for; rail: against; hint: at; apologize: for"
    "; hope: for; plan: for; approve: of; disapprove: of; decide: against; inquire: about"
    "; tweet: about; allege: of; know: about; hear: about; learn: of about; believe: in"
    "; wonder: about; dream: of; rule: against"
)
"""Verbs with the particles that belong to the cue: what was said follows them as a noun."""

WITH_NOUN: Final = words_of("express voice repeat reaffirm")
"""Verbs that report with a noun: "expressed hope"."""

ABOUT: Final = words_of("tell inform assure warn remind convince persuade notify reassure advise")
"""Verbs whose object is who was spoken to, where "that" follows."""
