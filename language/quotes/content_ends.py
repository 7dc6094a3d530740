"""Where in a sentence that ends which was said, and the reporter's own words go on."""

from __future__ import annotations

import re
from typing import Final

from language.grammar.clause_borders import clause_after, verb_after_and
from language.grammar.verb_groups import Subjects
from language.quotes.reported_sentence import QUOTED, Sentence

_AFTER_CLAUSE: Final = re.compile(
    r"(?:,|(?<=\ue000))\s+(?:adding|noting|saying|arguing|warning|citing|according|telling"
    r"|explaining|insisting|suggesting|while|although|though|even as|(?P<but>but))\s"
    r"|,\s+which\s(?:he|she|they|it)\s(?:(?:has|have|had)\s)?(?:[a-z]+ly\s)?(?:den|disput|reject)[a-z]+"
    r"|\s+\(which\s|;\s"
)
"""What the reporter adds to a clause that was said."""

_AFTER_MATTER: Final = re.compile(
    r"(?:,|(?<=\ue000))\s+(?:which|who|whose|whom|where|(?!including|beginning|starting)[a-z]+ing"
    r"|while|although|though|even as|(?P<but>but))\s|\s+\(which\s|;\s|\s+(?:—|–|―|--|-)\s"
)
"""What the reporter adds to a noun or an infinitive that tells what was said."""

_SETTING: Final = re.compile(
    r"\s+(?:during\s|since\s(?!then)|on\s(?:Twitter|Facebook|television|Instagram)(?!\w)"
    r"|in\s(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?!\w)"
    r"|(?:in|at)\s(?:an?|his|her|their|its)\s(?:[\w’'-]+\s){0,3}?(?:statement|interview|speech"
    r"|tweets?|letter|e-?mail|news\sconference|briefing|memo|posts?|op-ed|hearing|filing|ruling"
    r"|release|radio|address|remarks|appearance|diatribe|editorial)(?!\w))"
)
"""When, where or how the reporter says that someone spoke of a matter."""


def content_end(
    sentence: Sentence, subjects: Subjects, start: int, *, is_matter: bool, is_subordinate: bool
) -> int:
    """Where a content ends that begins at an offset.

    Args:
        sentence: the sentence that holds it.
        subjects: its verbs and their subjects.
        start: where the content begins.
        is_matter: it is no clause: a noun, or an infinitive.
        is_subordinate: the reporting clause depends on another, which may follow.
    """
    tails = (_AFTER_MATTER if is_matter else _AFTER_CLAUSE).finditer(
        sentence.masked, start, sentence.last
    )
    end = next((tail.start() for tail in tails if _parts(sentence, subjects, tail)), sentence.last)
    if is_matter or is_subordinate:
        end = clause_after(subjects, start, end) or end
    if is_matter:
        end = verb_after_and(subjects, start, end) or end
        setting = _SETTING.search(sentence.masked, start + 1, end)
        if setting and not subjects.any_between(start, setting.start()):
            end = setting.start()
    return end


def _parts(sentence: Sentence, subjects: Subjects, tail: re.Match[str]) -> bool:
    """Whether a mark stands at a place, inside the quotation before it if not there."""
    place = tail.start()
    if tail["but"] and not subjects.begins_clause(tail.end()):
        return False
    if sentence.masked[place] == "," or sentence.masked[place - 1] != QUOTED:
        return True
    if tail[0].lstrip()[0] in "(—–―-;":
        return True
    return _MARK_INSIDE.search(sentence.text, max(0, place - 3), place) is not None


_MARK_INSIDE: Final = re.compile(r"[,.?!…][’'”\"»]*$")
