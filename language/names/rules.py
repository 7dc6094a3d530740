"""The rules that propose participants: how often each is right, and what to tell the annotator."""

from __future__ import annotations

from typing import Final

from language.rule import Rule

RULES: Final[dict[str, Rule]] = {
    "title-before-name": Rule(0.95, "A title or what someone does stands before the name."),
    "given-and-family-name": Rule(0.97, "The name begins with a given name."),
    "name-then-description": Rule(0.95, "An age, an office or “who” follows the name."),
    "returns-by-family-name": Rule(0.85, "The last word of the name returns alone."),
    "two-capitals": Rule(0.7, "Two or three words with capitals, none of them ordinary."),
    "three-capitals": Rule(0.5, "Three words with capitals or more speak, none a given name."),
    "given-name-alone": Rule(0.7, "A given name stands alone."),
    "one-word-speaks": Rule(0.55, "A word with a capital is the subject of a verb of speech."),
    "chinese-name": Rule(0.8, "The words around it show a Chinese name."),
    "organization-by-head": Rule(0.93, "A word of the name is one that organizations have."),
    "known-organization": Rule(0.98, "The name is in the list of well-known organizations."),
    "abbreviated": Rule(0.95, "An abbreviation in brackets follows the name."),
    "called-which": Rule(0.65, "“Which”, “its” or a noun like “charity” shows a body."),
    "speaking-acronym": Rule(0.8, "An abbreviation is the subject of a verb of speech."),
    "speaks-with-article": Rule(0.6, "A name with “the” is the subject of a verb of speech."),
    "country": Rule(0.98, "The name is in the list of countries."),
    "country-as-place": Rule(0.6, "A country, but only where something is or goes."),
    "place-speaks": Rule(0.5, "A place where things happen also speaks, as countries do."),
    "people-by-origin-or-party": Rule(0.95, "The members of a people or a party."),
    "unnamed-person-speaks": Rule(0.85, "Someone without a name is said to have spoken."),
    "unnamed-group-speaks": Rule(0.93, "Several people without a name are said to have spoken."),
    "unnamed-organization-speaks": Rule(0.9, "A body without a name is said to have spoken."),
    "sides-together": Rule(0.9, "Two or more are taken together: “both sides”."),
}
"""The rules by their names."""
