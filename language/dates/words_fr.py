"""The French words that dates are made of."""

from __future__ import annotations

from language.dates.holidays import from_easter
from language.dates.words import (
    alphabetic_vocabulary,
    counted,
    lexicon,
    same,
    with_and_without_stop,
)

_KINDS: dict[str, dict[str, int]] = {
    "a": same(1, "un une"),
    "a_century": same(0, "siècle"),
    "a_day": same(0, "jour"),
    "a_decade": same(0, "décennie"),
    "a_month": same(0, "mois"),
    "a_quarter": same(0, "trimestre"),
    "a_week": same(0, "semaine"),
    "a_weekend": same(0, "week-end"),
    "a_year": same(0, "an année"),
    "about": same(0, "vers"),
    "and": same(0, "et"),
    "between": same(0, "entre"),
    "days": same(0, "jours"),
    "edge": same(0, "début fin mi courant"),
    "end": same(0, "milieu"),
    "every": same(0, "chaque"),
    "half": same(0, "semestre moitié"),
    "holiday": {
        "jour de l'an": 101,
        "nouvel an": 101,
        "pâques": from_easter(0),
        "lundi de pâques": from_easter(1),
        "pentecôte": from_easter(49),
        "toussaint": 1101,
        "noël": 1225,
    },
    "in": same(0, "en"),
    "maybe_month": {"mars": 3}
    | with_and_without_stop(
        {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
    ),
    "month": counted("janvier février")
    | {"avril": 4, "mai": 5, "juin": 6, "juillet": 7}
    | counted("août septembre octobre novembre décembre", 8),
    "narrative_after": same(1, "suivant suivante") | same(-1, "précédent précédente"),
    "narrative_day": {"le lendemain": 1, "la veille": -1, "le jour même": 0},
    "number": counted("deux trois quatre cinq six sept huit neuf dix onze douze", 2)
    | {"quinze": 15, "vingt": 20, "trente": 30},
    "of": same(0, "de du des d'"),
    "ordinal": counted("premier deuxième troisième quatrième")
    | {"première": 1, "second": 2, "seconde": 2},
    "part_of_day": same(0, "matin soir après-midi nuit"),
    "preposition": same(0, "dès depuis avant après pour pendant durant d'ici jusqu'en"),
    "relative_day": {
        "avant-hier": -2,
        "hier": -1,
        "aujourd'hui": 0,
        "demain": 1,
        "après-demain": 2,
    },
    "season": {"printemps": 1, "été": 2, "automne": 3, "hiver": 4},
    "the": same(0, "le la les l'"),
    "then_before": {"il y a": -1, "dans": 1},
    "to": same(0, "au à jusqu'au jusqu'à"),
    "weekday": counted("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    "weeks": same(0, "semaines"),
    "which": same(0, "ce cet cette"),
    "which_after": same(1, "prochain prochaine")
    | same(0, "courant")
    | same(-1, "dernier dernière passé passée"),
    "years": same(0, "ans années"),
}

FRENCH = alphabetic_vocabulary(lexicon(_KINDS), frozenset(), day_first=True)
