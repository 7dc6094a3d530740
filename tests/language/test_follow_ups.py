from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.follow_ups.events import (
    event_around,
    event_date,
    event_participants,
    event_place,
    event_status,
    event_status_at,
    event_title,
    event_type,
)
from language.segments import Segments
from store.records import Participant

SAMPLES = Path(__file__).parents[2] / "sample_articles"
WRITTEN = date(2031, 5, 23)

VISIT = (
    "Marendt said both should prepare for Velmarian President Tomas Orveld's state visit to"
    " Norrland next month and his attendance at the Haldvik Energy Forum."
)


def phrase_at(text, word):
    return event_around(Segments(text), text.index(word))


class TestPhrase:
    @pytest.mark.parametrize(
        ("text", "word", "phrase"),
        [
            (VISIT, "visit", "state visit to Norrland"),
            (VISIT, "state", "state visit to Norrland"),
            (VISIT, "attendance", "attendance at the Haldvik Energy Forum"),
            (VISIT, "Energy", "Haldvik Energy Forum"),
            ("The two will meet again on March 11.", "meet", "will meet again"),
            ("He is to brief parliament on Thursday.", "brief", "is to brief parliament"),
            (
                "He is to pay a two-day visit to Corvane starting Monday.",
                "pay",
                "is to pay a two-day visit to Corvane",
            ),
            (
                "They agreed on the next round of consultations.",
                "round",
                "next round of consultations",
            ),
            ("The ASC summit in Lindhaven ends.", "summit", "ASC summit in Lindhaven"),
            ("The Amber Sea Council summit ends.", "summit", "Amber Sea Council summit"),
            (
                "They mark the 50th anniversary of the founding of two schools, in May.",
                "50th",
                "50th anniversary of the founding of two schools",
            ),
            (
                "Kestria hosts a follow-up meeting of river ministers in Teryn on May 3.",
                "river",
                "follow-up meeting of river ministers in Teryn",
            ),
            ("La gare doit fermer au premier semestre 2032.", "fermer", "doit fermer"),
        ],
    )
    def test_is_found_around_a_word(self, text, word, phrase):
        assert phrase_at(text, word).text == phrase

    @pytest.mark.parametrize(
        ("text", "word", "phrase"),
        [
            ("The summit in Teryn opens on Friday.", "Friday", "summit in Teryn"),
            ("Pryde will sail home on Friday.", "Friday", "will sail home"),
            ("She starts the walk home on Friday; it rains.", "Friday", "starts the walk home"),
            ("The boats will go back to Teryn within two weeks.", "weeks", "will go back to Teryn"),
            ("La réunion aura lieu la semaine prochaine.", "semaine", "réunion"),
            ("两国渔业谈判将于六月举行。", "六", "两国渔业谈判"),
            ("托林将于19日启程。", "19", "启程"),
        ],
    )
    def test_of_a_date_is_what_it_dates(self, text, word, phrase):
        assert phrase_at(text, word).text == phrase

    @pytest.mark.parametrize(
        ("text", "word", "phrase"),
        [
            ("六月在布兰加德举行的沿海理事会峰会很重要。", "会很", "沿海理事会峰会"),
            ("总统计划于秋天对托兰联邦进行国事访问。", "国事", "国事访问"),
            ("双方举行会谈，并商定再次会晤。", "谈", "会谈"),
            ("双方商定于下月重启运输走廊。", "运", "重启运输走廊"),
        ],
    )
    def test_in_chinese_is_the_noun_with_what_modifies_it(self, text, word, phrase):
        assert phrase_at(text, word).text == phrase

    def test_is_empty_in_an_empty_text(self):
        assert event_around(Segments(""), 0).text == ""


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("state visit to Norrland", "visit"),
        ("ASC summit in Lindhaven", "summit"),
        ("next round of consultations", "talks"),
        ("will meet again", "meeting"),
        ("will sign the treaty", "signing"),
        ("70th anniversary", "anniversary"),
        ("naval exercise", "exercise"),
        ("presidential election", "election"),
        ("国事访问", "visit"),
        ("reopen the gate", "other"),
        ("", "other"),
    ],
)
def test_the_type_is_what_the_phrase_names(phrase, expected):
    assert event_type(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("state visit\nto  Norrland", "state visit to Norrland"),
        ("will meet again", "meet again"),
        ("the next summit,", "next summit"),
    ],
)
def test_the_title_is_tidy(phrase, title):
    assert event_title(phrase) == title


def test_a_long_title_is_cut_between_words():
    title = event_title("word " * 40)
    assert len(title) <= 81
    assert title.endswith("word…")


class TestDate:
    @pytest.mark.parametrize(
        ("text", "word", "expected"),
        [
            (VISIT, "visit", ("next month", "2031-06")),
            (
                "The two will meet again on March 11, 2032.",
                "meet",
                ("March 11, 2032", "2032-03-11"),
            ),
            ("On June 14, 2031, the summit opens.", "summit", ("June 14, 2031", "2031-06-14")),
            (
                "The summit, which Lindhaven hosts on June 14, 2031, is near.",
                "summit",
                ("June 14, 2031", "2031-06-14"),
            ),
        ],
    )
    def test_is_the_nearest_in_its_clause(self, text, word, expected):
        segments = Segments(text)
        found = event_date(segments, phrase_at(text, word), WRITTEN, "en")
        assert (found.text, found.value) == expected

    @pytest.mark.parametrize(
        ("text", "word", "language", "value"),
        [
            (
                "The hearing, set for May 28, 2031, was moved to June 3, 2031.",
                "hearing",
                "en",
                "2031-06-03",
            ),
            ("原定六月一日举行的磋商推迟至七月。", "磋", "zh", "2031-07"),
            ("会谈18日举行，双方商定七月再会。", "会谈", "zh", "2031-05-18"),
        ],
    )
    def test_of_a_moved_event_is_the_new_one(self, text, word, language, value):
        found = event_date(Segments(text), phrase_at(text, word), WRITTEN, language)
        assert found.value == value

    def test_is_none_without_one(self):
        text = "The summit is near; on June 14, 2031 he was born."
        assert event_date(Segments(text), phrase_at(text, "summit"), WRITTEN, "en") is None


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (VISIT, "visit", "Norrland"),
        (VISIT, "attendance", ""),
        ("A summit will open in Great Ferris on Monday.", "summit", "Great Ferris"),
        ("The summit opens in June.", "summit", ""),
        ("La visite que la reine devait faire à Teryn est annulée.", "visite", "Teryn"),
        ("六月在布兰加德举行的峰会很重要。", "峰", "布兰加德"),
        ("总统将对托兰联邦进行国事访问。", "国事", "托兰联邦"),
        ("The summit opens.", "summit", ""),
    ],
)
def test_the_place_is_the_name_after_to_or_in(text, word, place):
    assert event_place(Segments(text), phrase_at(text, word)) == place


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The visit will take place.", "announced"),
        ("The visit has been postponed.", "postponed"),
        ("They put off the exercise until spring.", "postponed"),
        ("The air show was cancelled.", "cancelled"),
        ("The hearing was called off.", "cancelled"),
        ("La visite a été reportée.", "postponed"),
        ("会谈推迟至五月。", "postponed"),
    ],
)
def test_the_status_is_what_the_sentence_says_plainly(sentence, status):
    assert event_status(sentence) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        (
            "The fair opens in May, she said; a dance, set for June, is cancelled.",
            "fair",
            "announced",
        ),
        (
            "The fair opens in May; a winter session, set for June, is cancelled.",
            "session",
            "cancelled",
        ),
        ("The summit is on, but the visit has been postponed.", "summit", "announced"),
        ("The summit is on, but the visit has been postponed.", "visit", "postponed"),
        ("Orsi spoke after a two-hour meeting with Pryde.", "meeting", "held"),
        ("Orsi will speak after a meeting with Pryde.", "meeting", "announced"),
        ("The talks ended in May.", "talks", "held"),
    ],
)
def test_the_status_is_that_of_its_own_clause(text, word, status):
    assert event_status_at(Segments(text), phrase_at(text, word)) == status


class TestParticipants:
    ORVELD = Participant(id="p1", name="Tomas Orveld")
    NORRLAND = Participant(id="p2", name="Norrland", kind="country")
    MARENDT = Participant(id="p3", name="Ilsa Marendt")

    def test_are_those_named_just_before_and_in_the_phrase(self):
        known = [self.MARENDT, self.NORRLAND, self.ORVELD]
        found = event_participants(Segments(VISIT), phrase_at(VISIT, "visit"), known)
        assert found == ("p1", "p2")

    def test_are_those_of_the_clause_that_says_which_event(self):
        text = "La visite que Tomas Orveld devait faire à Teryn est annulée."
        found = event_participants(Segments(text), phrase_at(text, "visite"), [self.ORVELD])
        assert found == ("p1",)

    def test_are_none_when_nobody_is_known(self):
        assert event_participants(Segments(VISIT), phrase_at(VISIT, "visit"), []) == ()


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_is_read_without_harm(text, offset):
    segments = Segments(text)
    phrase = event_around(segments, offset)
    assert phrase.text == text[phrase.start : phrase.end]
    event_type(phrase.text)
    event_title(phrase.text)
    event_date(segments, phrase, WRITTEN, "en")
    event_place(segments, phrase)
    event_status_at(segments, phrase)
    event_participants(segments, phrase, [TestParticipants.ORVELD])


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_the_samples_phrases_hold_their_word(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    for word in segments.words(0, min(len(text), 4000)):
        phrase = event_around(segments, word.start)
        assert phrase.text
        assert phrase.text == text[phrase.start : phrase.end]
