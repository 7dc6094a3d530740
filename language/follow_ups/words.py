"""Words that name an event to come, its type and how it stands."""

from __future__ import annotations

from typing import Final

from language.word_lists import words_of
from store.records import EventStatus, EventType


def _by_word(*rows: tuple[EventType, str]) -> dict[str, EventType]:
    return {word: event_type for event_type, words in rows for word in words.split()}


TYPES: Final = _by_word(
    ("visit", "visites voyages déplacements tournée"),
    ("visit", "visit trip tour voyage visite déplacement 访问 出访 国事访问"),
    ("summit", "summit summits sommet 峰会"),
    ("forum", "forum conference congress convention fair exhibition expo symposium workshop"),
    ("forum", "seminar"),
    ("forum", "conférence 论坛 大会"),
    ("talks", "talks negotiations consultations dialogue negotiation consultation round"),
    ("talks", "négociations pourparlers 会谈 磋商 谈判 对话"),
    ("election", "election elections vote referendum poll polls ballot runoff run-off primary"),
    ("election", "élection élections scrutin urnes référendum 选举"),
    ("signing", "signing signature signs 签署"),
    ("exercise", "exercise exercises drill drills manoeuvres maneuvers manœuvres exercice"),
    ("exercise", "exercices 演习"),
    ("anniversary", "anniversary jubilee centenary anniversaire 周年"),
    ("deadline", "deadline expiry cut-off échéance 期限"),
    ("session", "session sessions assembly hearing hearings plenary sitting 会议"),
    ("meeting", "meeting meetings gathering encounter reunion réunion rencontre interview"),
    ("meeting", "réunions rencontres entretiens"),
    ("meeting", "reception ceremony dinner banquet entretien 会晤 会面"),
)
"""The type of an event by the noun that names it."""

VERB_TYPES: Final = _by_word(
    ("visit", "visit visits visiting travel travels travelling traveling fly flies flying arrive"),
    ("visit", "arrives arriving pay tour tours touring welcoming"),
    ("meeting", "meet meets reconvene gather gathers gathering convene convenes receive receives"),
    ("meeting", "host hosts hosting"),
    ("signing", "sign signs signed initial ratify"),
    ("talks", "resume negotiate negotiates"),
    ("election", "vote votes elect elects choose chooses"),
    ("deadline", "expire expires lapse lapses"),
    ("visit", "rendra rendront visitera visiteront"),
    ("meeting", "rencontrera rencontreront réunira réuniront recevra accueillera"),
    ("signing", "signé signée signés signées signera signeront"),
)
"""The type of an event by the verb of its phrase, where no noun tells."""

MOTIONS: Final = words_of(
    "go goes going come comes coming head heads heading leave leaves leaving depart departs"
    " departing return returns returning"
)
"""Verbs that tell of a visit where a place follows."""

OCCASIONS: Final = words_of("ceremony meeting gathering")
"""Nouns that say less of an event's type than one before them: "signing ceremony"."""

OTHER_EVENTS: Final = words_of(
    "attendance participation launch opening closing start trial march parade show trip review"
    " publication decision announcement statement release delivery deployment withdrawal return"
    " departure arrival speech address appearance celebration celebrations tender survey count"
    " chantier ouverture lancement fermeture inauguration handover inspection strike protest"
    " demonstration construction debate debates rally festival tournament mission concert"
    " swearing-in verdict ruling auction reopening resumption premiere wedding funeral briefing"
    " sentencing inquest arraignment"
    " 开幕式 投票 启动仪式 签字仪式 记者会 招待会"
)
"""Nouns that name an event of no type of ours."""

ADJECTIVES: Final = words_of(
    "state official working two-day three-day four-day five-day one-day next first second third"
    " fourth fifth annual regular informal formal joint bilateral trilateral multilateral foreign"
    " international regional high-level ministerial presidential parliamentary naval military"
    " upcoming forthcoming planned scheduled brief short historic final new another further public"
    " planning peace trade border winter spring summer autumn budget special emergency urgent"
)
"""What stands before such a noun and belongs to the event."""

STATUSES: Final[tuple[tuple[EventStatus, tuple[str, ...]], ...]] = (
    (
        "cancelled",
        (
            r"cancel(?:l?ed|s|ling)?",
            r"call(?:ed|s)? off",
            r"scrapp(?:ed|ing)",
            r"scrubbed",
            r"shelved",
            r"dropped from",
            r"did(?: not|n[’']t) take place",
            r"abandon(?:ed|s)",
            r"annul(?:é|ée|és|ées)",
            "取消",
        ),
    ),
    (
        "postponed",
        (
            r"postpon(?:ed?|es|ing)",
            r"put(?:s|ting)? off",
            r"delay(?:ed|s)?",
            r"reschedul(?:ed?|es)",
            r"push(?:ed)? back",
            r"(?:was|were|been|is|are) moved to",
            r"adjourn(?:ed|s)?",
            r"defer(?:red|s)?",
            r"report(?:é|ée|és|ées)",
            r"推迟",
            r"延期",
        ),
    ),
    ("confirmed", (r"confirm(?:ed|s)? (?:that|the|his|her|its|a|plans)", r"确认")),
)
"""What says in so many words how an event stands."""
