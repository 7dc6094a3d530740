from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.names.suggestions import participant_suggestions
from language.quotes.attribution import attribution, quote_kind, reported_around
from language.quotes.suggestions import quote_suggestions
from language.segments import Segments
from store.records import Participant, Span

SAMPLES = sorted((Path(__file__).parents[2] / "sample_articles").rglob("*.*"))

SAVIK = Participant(id="p1", name="Mira Savik")
ORLEN = Participant(id="p2", name="Tomas Orlen")
COUNCIL = Participant(id="p3", name="Amber Sea Council", kind="organization")


def texts(spans):
    return " … ".join(span.text for span in spans)


def suggested(text, *participants):
    return [each.record for each in quote_suggestions(Segments(text), participants)]


def found(text):
    """Source, cue and content of each quote suggested."""
    return [
        (texts(quote.source), texts(quote.cue), texts(quote.content)) for quote in suggested(text)
    ]


class TestSpeech:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("“It is late,” said Savik.", ("Savik", "said", "“It is late,”")),
            ("“It is late,” Savik said on Monday.", ("Savik", "said", "“It is late,”")),
            ("“Is it late?” she asks.", ("she", "asks", "“Is it late?”")),
            (
                "“It is late,” said economist Joe Orlen, head of the guild.",
                ("economist Joe Orlen, head of the guild", "said", "“It is late,”"),
            ),
            (
                "“It is late,” Savik said. “We go home.”",
                ("Savik", "said", "“It is late,” … “We go home.”"),
            ),
            (
                "The gate “is a disgrace” to the town, she said.",
                ("she", "said", "The gate “is a disgrace” to the town"),
            ),
            ("The gate is shut, noted Orlen.", ("Orlen", "noted", "The gate is shut")),
            (
                "The ferry will sail, which is good for the isle, noted Orlen.",
                ("Orlen", "noted", "The ferry will sail, which is good for the isle"),
            ),
            (
                "The talks have sent a signal to all, which helps to keep the order based on"
                " law, said the Halvany diplomat.",
                (
                    "the Halvany diplomat",
                    "said",
                    "The talks have sent a signal to all, which helps to keep the order based on"
                    " law",
                ),
            ),
            (
                " date 2031-06-02 The gate is shut, noted Orlen.",
                ("Orlen", "noted", "The gate is shut"),
            ),
            (
                "Savik said earlier that the gate was shut.",
                ("Savik", "said", "that the gate was shut"),
            ),
            ("The gate is shut, as Orlen noted.", ("Orlen", "noted", "The gate is shut")),
            (
                "When the tide is low, she said, no boat leaves.",
                ("she", "said", "When the tide is low … no boat leaves"),
            ),
            ("Savik said, “It is late.”", ("Savik", "said", "“It is late.”")),
            (
                "In an interview with the Herald the minister said: “It is late.”",
                ("the minister", "said", "“It is late.”"),
            ),
        ],
    )
    def test_is_found_before_and_behind_its_speaker(self, text, quote):
        assert found(text) == [quote]

    def test_runs_over_paragraphs(self):
        text = "Savik said:\n\n“It is late.\n\n“We go home.”\n\nShe left."
        assert found(text) == [("Savik", "said", "“It is late. … “We go home.”")]


class TestContent:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Savik said that it was late.", "that it was late"),
            ("Savik said it was late.", "it was late"),
            ("Savik told reporters in Corvane that it was late.", "that it was late"),
            ("Savik is warning voters that it is late.", "that it is late"),
            ("Savik asked why the gate was shut.", "why the gate was shut"),
            ("Savik said after the vote she would go.", "she would go"),
            ("Savik urged both sides to talk.", "both sides to talk"),
            ("Savik called on both sides to talk.", "both sides to talk"),
            ("Savik called for a new vote.", "a new vote"),
            ("Savik vowed to reopen the gate.", "to reopen the gate"),
            ("Savik agreed to open the gate.", "to open the gate"),
            ("Savik expects the gate to open in May.", "the gate to open in May"),
            ("Savik expressed deep concern about the vote.", "the vote"),
            ("Savik criticized the vote, which the guild had won.", "the vote"),
            ("Savik pledged to rebuild the gate, adding to the cost.", "to rebuild the gate"),
            ("Savik defended the vote and left the hall.", "the vote"),
            ("When Savik called for a vote, the guild left.", "a vote"),
            ("Citing the storm, Savik closed the gate.", "the storm"),
            (
                "Savik said that the guild “has no plan” for the winter.",
                "that the guild “has no plan” for the winter",
            ),
            (
                "Savik said “cheap boats” and a new gate would help.",
                "“cheap boats” and a new gate would help",
            ),
        ],
    )
    def test_begins_and_ends_with_what_was_said(self, text, content):
        assert [quote[2] for quote in found(text)] == [content]

    def test_of_two_verbs_of_one_speaker_is_apart(self):
        assert found("Savik said the gate was shut and added that no boat would leave.") == [
            ("Savik", "said", "the gate was shut"),
            ("Savik", "added", "that no boat would leave"),
        ]

    def test_is_told_by_a_noun_with_an_owner(self):
        assert found("The guild laughed at Savik’s claim that the gate was shut.") == [
            ("Savik’s", "claim", "that the gate was shut")
        ]

    def test_ends_before_what_another_said(self):
        text = "Savik said that it was late, and the guild said that it was early."
        assert [quote[2] for quote in found(text)] == ["that it was late", "that it was early"]

    def test_is_never_inside_another(self):
        text = "Savik said that Orlen believes the guild wants to leave."
        assert found(text) == [
            ("Savik", "said", "that Orlen believes the guild wants to leave"),
        ]


class TestSource:
    @pytest.mark.parametrize(
        ("text", "source"),
        [
            ("Halvany Foreign Minister Mira Savik on Tuesday said it was late.", None),
            ("Savik, the minister, said it was late.", "Savik, the minister"),
            ("Savik, speaking to a crowd in Corvane, said it was late.", "Savik"),
            ("Savik and Orlen said it was late.", "Savik and Orlen"),
            ("Rita Savik (Corvane), Tom Orlen (Tellis) and Jo Bray (Anselm) said it was late.", ""),
            ("The villagers worried about the flood said it was late.", ""),
            ("A study that appeared in the Herald said it was late.", ""),
            ("The experts I interviewed said it was late.", "The experts I interviewed"),
            ("At a rally in Corvane the minister said it was late.", "the minister"),
            ("Savik opened the gate and said it was late.", "Savik"),
            ("Savik left the hall, saying it was late.", "Savik"),
            ("The plans of the guild worry farmers, but Savik said it was late.", "Savik"),
            ("Savik, who leads the guild, said it was late.", "Savik, who leads the guild"),
        ],
    )
    def test_is_the_subject_of_the_verb(self, text, source):
        said = text.replace(" on Tuesday", "").split(" said it")[0]
        assert [quote[0] for quote in found(text)] == [source or said]

    def test_is_the_agent_of_a_passive(self):
        assert found("Orlen was told by Savik that it was late.") == [
            ("Savik", "was told", "that it was late")
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "It is time to discuss the harvest.",
            "The United States economy grew.",
            "The reports of the guild filled two shelves.",
            "Its announced plans cost little.",
        ],
    )
    def test_that_nobody_is_makes_no_suggestion(self, text):
        assert found(text) == []


class TestNamesAlone:
    def test_sign_a_quotation(self):
        text = "“It was a long winter.” — Mira Savik\n“It was not.” — Tomas Orlen\n"
        assert found(text) == [
            ("Mira Savik", "—", "“It was a long winter.”"),
            ("Tomas Orlen", "—", "“It was not.”"),
        ]

    def test_open_a_headline(self):
        text = "Savik: No boat leaves before May\n\nThe harbour stays shut."
        assert found(text) == [("Savik", ":", "No boat leaves before May")]

    def test_open_no_other_paragraph(self):
        assert found("The harbour stays shut.\n\nSavik: No boat leaves before May.") == []

    def test_open_the_turns_of_a_transcript(self):
        text = "The words as spoken:\n\nSAVIK: No boat leaves.\n\nORLEN: Why not?"
        assert found(text) == [
            ("SAVIK", ":", "No boat leaves."),
            ("ORLEN", ":", "Why not?"),
        ]


class TestSpeakers:
    def spoken_by(self, text, *participants):
        return [quote.speakers for quote in suggested(text, *participants)]

    def test_are_found_by_name_and_surname(self):
        text = "Tomas Orlen said it was late. Savik and Orlen said it was early."
        assert self.spoken_by(text, SAVIK, ORLEN) == [("p2",), ("p1", "p2")]

    def test_are_none_of_those_whom_the_source_only_mentions(self):
        text = "A spokesman for Mira Savik said it was late. Orlen’s driver said it was early."
        assert self.spoken_by(text, SAVIK, ORLEN) == [(), ()]

    def test_are_the_first_named_before_an_apposition(self):
        text = "Mira Savik, who followed Tomas Orlen in office, said it was late."
        assert self.spoken_by(text, SAVIK, ORLEN) == [("p1",)]

    def test_are_meant_by_he_and_she(self):
        text = (
            "Tomas Orlen said it was late.\n\nThe gate was shut, he said.\n\n"
            "Mira Savik said it was early. She added that no boat left."
        )
        assert self.spoken_by(text, SAVIK, ORLEN) == [("p2",), ("p2",), ("p1",), ("p1",)]

    def test_are_meant_by_who(self):
        text = "The crowd met Tomas Orlen, who said it was late."
        name = Span.of(text, 14, 25)
        orlen = Participant(id="p2", name="Tomas Orlen", mentions=(name,))
        assert self.spoken_by(text, orlen) == [("p2",)]

    def test_are_meant_by_who_over_the_body_they_belong_to(self):
        text = (
            "The crowd met Tomas Orlen, a lawyer for the Amber Sea Council, who said it was late."
        )
        orlen = Participant(id="p2", name="Tomas Orlen", mentions=(Span.of(text, 14, 25),))
        council = Participant(
            id="p3",
            name="Amber Sea Council",
            kind="organization",
            mentions=(Span.of(text, 44, 61),),
        )
        assert self.spoken_by(text, orlen, council) == [("p2",)]

    def test_are_meant_by_lequel(self):
        text = "On a reçu Tomas Orlen, selon lequel la porte était fermée."
        name = Span.of(text, 10, 21)
        orlen = Participant(id="p2", name="Tomas Orlen", mentions=(name,))
        (quote,) = suggested(text, orlen)
        assert quote.speakers == ("p2",)
        assert [span.text for span in quote.content] == ["la porte était fermée"]

    def test_are_those_whose_names_stand_behind_an_office_with_its_field(self):
        text = "The head of the harbour school, Mira Savik, said it was late."
        savik = Participant(id="p1", name="Mira Savik", mentions=(Span.of(text, 32, 42),))
        assert self.spoken_by(text, savik) == [("p1",)]

    def test_are_those_whose_names_follow_a_word_that_others_go_by_too(self):
        text = "The leader of the opposition, Mira Savik, said it was late."
        savik = Participant(id="p1", name="Mira Savik", mentions=(Span.of(text, 30, 40),))
        orlen = Participant(id="p2", name="Tomas Orlen", mentions=(Span.of(text, 0, 28),))
        assert self.spoken_by(text, savik, orlen) == [("p1",)]

    def test_are_those_named_after_an_office_with_of(self):
        text = "Secretary of State Mira Savik said it was late."
        name = Span.of(text, 19, 29)
        savik = Participant(
            id="p1", name="Mira Savik", title="Secretary of State", mentions=(name,)
        )
        assert self.spoken_by(text, savik) == [("p1",)]

    def test_are_all_who_spoke_together_where_they_go_on(self):
        text = "Mira Savik and Tomas Orlen said it was late. They said it was cold."
        assert self.spoken_by(text, SAVIK, ORLEN) == [("p1", "p2"), ("p1", "p2")]

    def test_are_organizations_too(self):
        text = "According to the Amber Sea Council, it is late."
        assert self.spoken_by(text, SAVIK, COUNCIL) == [("p3",)]

    def test_are_known_in_a_whole_report(self):
        text = (
            "Halvany Foreign Minister Mira Savik on Tuesday urged both sides to talk.\n\n"
            "“We are ready,” she said.\n\nKethan envoy Tomas Orlen said it was late.\n\n"
            "The two countries should meet in June, said the Kethan envoy."
        )
        people = [each.record for each in participant_suggestions(Segments(text))]
        names = {person.id: person.name for person in people}
        spoken = [[names[key] for key in quote.speakers] for quote in suggested(text, *people)]
        assert spoken == [["Mira Savik"], ["Mira Savik"], ["Tomas Orlen"], ["Tomas Orlen"]]


def test_each_tells_its_rule_its_confidence_and_why():
    text = "“It is late,” said Savik. She vowed to go. According to Orlen, it rained."
    each = quote_suggestions(Segments(text), ())
    assert [one.rule for one in each] == [
        "speech-then-speaker",
        "speaker-then-wish",
        "according-to",
    ]
    assert each[0].why == "“said” and “Savik” stand behind what was said."
    assert each[0].confidence > each[1].confidence
    assert [one.record.id for one in each] == ["q1", "q2", "q3"]
    assert each[0].record.provenance.origin == "suggested:speech-then-speaker"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_key_for_quotes_agrees_with_what_is_suggested(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    people = [each.record for each in participant_suggestions(segments)]
    for suggestion in quote_suggestions(segments, people):
        quote = suggestion.record
        at_words = [
            reported_around(segments, word.start)
            for span in quote.content
            for word in segments.words(span.start, span.end)
        ]
        assert quote.content in at_words
        said = attribution(segments, quote.content, people)
        assert (said.cue, said.source, said.speakers) == (quote.cue, quote.source, quote.speakers)
        assert quote_kind(Segments(text), quote.content) == quote.kind


HARD_PARTS = st.sampled_from(
    [
        *"“”‘’«»\"',.:;—-()\n",
        " said ",
        " told ",
        "Savik",
        "SAVIK: ",
        " that ",
        "he",
        " and ",
        " who ",
        " to ",
        "\n\n",
        "''",
        " according to ",
        "说",
        "据",
        ", a déclaré ",
        "que ",
        "The coast",
        " was urged by ",
        " on Monday",
        "\u202e",
        "\x00",
        "[/b]",
        "🇨🇳",
    ]
)


@given(st.lists(HARD_PARTS, max_size=40).map("".join))
def test_any_text_is_read_without_harm(text):
    people = [Participant(id="p1", name="Savik", mentions=(Span.of(text, 0, len(text) // 2),))]
    for quote in suggested(text, *people):
        spans = sorted((*quote.content, *quote.cue, *quote.source))
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.text == text[span.start : span.end]
        for one, other in pairwise(spans):
            assert one.end <= other.start


def test_every_prefix_of_an_article_is_read_without_harm():
    text = next(path for path in SAMPLES if path.suffix == ".txt").read_text(encoding="utf-8")
    for end in range(0, min(len(text), 1500), 3):
        suggested(text[:end], SAVIK)
