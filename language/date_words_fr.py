"""The French words that dates are made of."""

from __future__ import annotations

from language.date_words import UNITS, alphabetic_vocabulary, counted, lexicon, same

_UNIT = {name: number for number, name in enumerate(UNITS)}

_KINDS: dict[str, dict[str, int]] = {
    "a": same(1, "un une"),
    "a_year": same(_UNIT["year"], "an année"),
    "about": same(0, "vers environ"),
    "and": same(0, "et"),
    "between": same(0, "entre"),
    "edge": same(0, "début fin mi milieu courant"),
    "half": same(0, "semestre moitié"),
    "holiday": {"noël": 1225, "nouvel an": 101},
    "maybe_month": {"mars": 3}
    | {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12},
    "month": counted("janvier février _ avril mai juin juillet août septembre octobre novembre")
    | {"décembre": 12},
    "narrative_after": same(1, "suivant suivante") | same(-1, "précédent précédente"),
    "number": counted("_ deux trois quatre cinq six sept huit neuf dix onze douze")
    | {"quinze": 15, "vingt": 20, "trente": 30},
    "of": same(0, "de du des d'"),
    "ordinal": counted("premier deuxième troisième quatrième")
    | {"première": 1, "second": 2, "seconde": 2},
    "part_of_day": same(0, "matin soir après-midi nuit"),
    "preposition": same(0, "en dès depuis avant après pour pendant durant d'ici jusqu'en"),
    "relative_day": {
        "avant-hier": -2,
        "hier": -1,
        "aujourd'hui": 0,
        "demain": 1,
        "après-demain": 2,
    },
    "season": {"printemps": 1, "été": 2, "automne": 3, "hiver": 4},
    "the": same(0, "le la les l'"),
    "then_before": {"il y a": -1},
    "to": same(0, "au à aux jusqu'au jusqu'à"),
    "unit": {
        "jour": _UNIT["day"],
        "semaine": _UNIT["week"],
        "week-end": _UNIT["weekend"],
        "mois": _UNIT["month"],
        "trimestre": _UNIT["quarter"],
        "siècle": _UNIT["century"],
    },
    "units": {"jours": _UNIT["day"], "semaines": _UNIT["week"]} | same(_UNIT["year"], "ans années"),
    "weekday": counted("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    "which": same(0, "ce cet cette"),
    "which_after": same(1, "prochain prochaine")
    | same(0, "courant")
    | same(-1, "dernier dernière passé passée"),
}

FRENCH = alphabetic_vocabulary(lexicon(_KINDS), frozenset(), day_first=True)
