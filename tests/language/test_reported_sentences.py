"""Sentences of each build in which a reporting verb finds its speaker and what was said."""

import pytest

from language.quotes.suggestions import quote_suggestions
from language.segments import Segments
from language.sentences import sentences_in


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    quotes = [each.record for each in quote_suggestions(Segments(text), [])]
    return [(texts(each.source), texts(each.cue), texts(each.content)) for each in quotes]


class TestQuestionsWithASpeakerBehind:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("“Who pays?” Savik asked.", ("Savik", "asked", "“Who pays?”")),
            ("“Not one gate!” the mayor’s aide shouted to the crowd.", None),
            (
                "“Stop!” Orlen’s aide, Mira Tell (R-Corvane), shouted to the crowd.",
                ("Orlen’s aide, Mira Tell (R-Corvane)", "shouted", "“Stop!”"),
            ),
            (
                "“Who pays?” Savik asked. “Not I.”",
                ("Savik", "asked", "“Who pays?” … “Not I.”"),
            ),
        ],
    )
    def test_it_is_found(self, text, quote):
        assert len(sentences_in(text)) <= 2
        assert quote is None or found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        [
            "“Who pays?” Savik said that all would.",
            "“Who pays?” She adds, “Not I.”",
            "“Who pays?” Savik knew what she said.",
        ],
    )
    def test_what_is_told_next_is_a_sentence_of_its_own(self, text):
        assert sentences_in(text)[0] == (0, len("“Who pays?”"))


class TestVerbsThatMayBeNouns:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Savik and Orlen question the vote.",
                ("Savik and Orlen", "question", "the vote"),
            ),
            (
                "Some members privately express doubts about the dam.",
                ("Some members", "privately express doubts about", "the dam"),
            ),
            (
                "Data from the harbour office show that nobody came.",
                ("Data from the harbour office", "show", "that nobody came"),
            ),
            (
                "Critics of the dam oppose the plan.",
                ("Critics of the dam", "oppose", "the plan"),
            ),
            (
                "A 46-page study of the dam reveals that it leaks.",
                ("A 46-page study of the dam", "reveals", "that it leaks"),
            ),
            (
                "Some 40 percent would back the mayor, and 9 percent oppose her.",
                ("9 percent", "oppose", "her"),
            ),
            ("Many voters support tax cuts.", ("Many voters", "support", "tax cuts")),
            (
                "There are groups that oppose the dam.",
                ("that", "oppose", "the dam"),
            ),
        ],
    )
    def test_a_verb_is_told_from_a_noun(self, text, quote):
        assert quote in found(text)

    @pytest.mark.parametrize(
        "text",
        [
            "The tax plans for banks, long awaited, are gone.",
            "The state claims office is shut.",
            "Sales of the stress report rose.",
        ],
    )
    def test_a_noun_is_told_from_a_verb(self, text):
        assert found(text) == []


def test_a_participle_after_a_comma_is_of_the_main_clause():
    text = "Savik wrote to the office where Orlen works, calling for his dismissal."
    assert found(text)[-1] == ("Savik", "calling for", "his dismissal")


class TestInfinitives:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Orlen was forced to admit that the dam leaks.",
                ("Orlen", "to admit", "that the dam leaks"),
            ),
            (
                "He forced Orlen, who was in the hall, to admit that the dam leaks.",
                ("Orlen", "to admit", "that the dam leaks"),
            ),
            (
                "The ministers gathered on Monday to discuss the new dam.",
                ("The ministers", "to discuss", "the new dam"),
            ),
        ],
    )
    def test_that_tell_what_is_said_are_found(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        [
            "It is hard to admit a fault.",
            "They hope to find a house.",
            "He paid to confirm a seat.",
        ],
    )
    def test_that_tell_of_no_speech_are_not(self, text):
        assert all("to " not in cue for _, cue, _ in found(text))

    def test_what_stands_in_one_that_is_none_is_found(self):
        text = "It was time to attack a painter who said he was cheated."
        assert found(text) == [("who", "said", "he was cheated")]


class TestSpeakersBehindOrWithinTheSpeech:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("The dam is unsafe, a judge ruled.", ("a judge", "ruled", "The dam is unsafe")),
            (
                "The dam leaks, The Corvane Post has learned.",
                ("The Corvane Post", "has learned", "The dam leaks"),
            ),
            ("The dam leaks, a study shows.", ("a study", "shows", "The dam leaks")),
            ("“It leaks,” the letter read.", ("the letter", "read", "“It leaks,”")),
            ("“It leaks,” Orlen pointed out.", ("Orlen", "pointed out", "“It leaks,”")),
            (
                "These sluices, Savik explained earlier in the hearing, were shut.",
                ("Savik", "explained", "These sluices … were shut"),
            ),
            (
                "The reason, he told me on Friday, is that nobody asked.",
                ("he", "told", "The reason … is that nobody asked"),
            ),
            ("Orlen, she said, is a liar.", ("she", "said", "Orlen … is a liar")),
            ("Still, he said, the dam is safe.", ("he", "said", "the dam is safe")),
            (
                "As Savik pointed out in May, the dam is unsafe.",
                ("Savik", "pointed out", "the dam is unsafe"),
            ),
            (
                "The dam, as Savik noted in 2014, is unsafe.",
                ("Savik", "noted", "The dam … is unsafe"),
            ),
            (
                "“I like Orlen,” she said, but “in the end we lost.”",
                ("she", "said", "“I like Orlen,” … but “in the end we lost.”"),
            ),
            (
                "If the dam opens, Savik said, “we will sell fish.”",
                ("Savik", "said", "If the dam opens … “we will sell fish.”"),
            ),
            (
                "Those close to him say that the dam leaks.",
                ("Those close to him", "say", "that the dam leaks"),
            ),
            (
                "The dam, he and other ministers say, is unsafe.",
                ("he and other ministers", "say", "The dam … is unsafe"),
            ),
            (
                "After saying that the dam leaks, Savik left.",
                ("Savik", "saying", "that the dam leaks"),
            ),
        ],
    )
    def test_they_are_found(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        [
            "As Savik said the dam was safe, it broke.",
            "In May, Savik said, “We will sell fish.”",
            "Later, Savik said on Monday that the dam, which is old, leaks.",
        ],
    )
    def test_a_setting_is_not_what_is_said(self, text):
        assert not {"it broke", "In May", "leaks"} & {content for _, _, content in found(text)}
        assert len(found(text)) == 1


class TestWhatFollowsTheVerb:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("Savik said as much on Monday.", ("Savik", "said", "as much")),
            ("He does not think so.", ("He", "does not think", "so")),
            ("Savik said about 20 people called.", ("Savik", "said", "about 20 people called")),
            (
                "Savik said at least 20 people called.",
                ("Savik", "said", "at least 20 people called"),
            ),
            (
                "Savik warned, as did Orlen, that the dam leaks.",
                ("Savik", "warned", "that the dam leaks"),
            ),
            (
                "Savik believed (wrongly) that the dam leaks.",
                ("Savik", "believed", "that the dam leaks"),
            ),
            (
                "Savik has learned again that the dam leaks.",
                ("Savik", "has learned", "that the dam leaks"),
            ),
            (
                "The study reveals just how old the dam is.",
                ("The study", "reveals", "just how old the dam is"),
            ),
            (
                "Polls have shown the lead growing.",
                ("Polls", "have shown", "the lead growing"),
            ),
            ("That is what Savik said on Monday.", ("Savik", "said", "what")),
            ("The dam leaks, which the bank reported.", ("the bank", "reported", "which")),
        ],
    )
    def test_is_what_was_said(self, text, quote):
        assert quote in found(text)


class TestMoreBuilds:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "As Savik put it in a speech, the dam is old.",
                ("Savik", "put it", "the dam is old"),
            ),
            (
                "The dam is, as Savik put it, “a disgrace.”",
                ("Savik", "put it", "“a disgrace.”"),
            ),
            ("Mining firms declared bankruptcy.", ("Mining firms", "declared", "bankruptcy")),
            (
                "He was quick to point out that the dam leaks.",
                ("He", "was quick to point out", "that the dam leaks"),
            ),
            (
                "He won’t be able to brag about his lead.",
                ("He", "won’t be able to brag about", "his lead"),
            ),
            (
                "It is time for Orlen to admit that the dam leaks.",
                ("Orlen", "to admit", "that the dam leaks"),
            ),
            (
                "A number of cities that support the dam have grown.",
                ("that", "support", "the dam have grown"),
            ),
            (
                "However old, the dam “is a gem,” said Orlen (a view that many of them share).",
                ("Orlen", "said", "However old, the dam “is a gem,”"),
            ),
        ],
    )
    def test_are_found(self, text, quote):
        assert quote in found(text)

    def test_what_is_said_inside_a_clause_before_does_not_hide_the_next_speaker(self):
        text = "While he admitted money was the reason he felt ill, Orlen said the dam leaks."
        assert found(text)[-1] == ("Orlen", "said", "the dam leaks")

    def test_put_it_somewhere_reports_nothing(self):
        assert found("Orlen put it in the bag.") == []


class TestClausesAroundASpeech:
    @pytest.mark.parametrize(
        "text",
        [
            "Savik, who said that the dam leaks, will vote.",
            "Savik, despite admitting that the dam leaks, will vote.",
            "The report, which says that the dam leaks, was published.",
            "Orlen, as Savik insists that the dam leaks, will vote.",
            "Savik and Orlen both insist that the dam leaks.",
            "The man accused of theft said that the dam leaks.",
            "Savik’s lawyer, Tomas Orlen, said that the dam leaks.",
        ],
    )
    def test_are_no_part_of_it(self, text):
        assert [content for _, _, content in found(text)] == ["that the dam leaks"]

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            ("Savik said: The dam leaks.", ("Savik", "said", "The dam leaks")),
            (
                "Savik said in a statement: The dam leaks.",
                ("Savik", "said", "The dam leaks"),
            ),
            (
                "Savik’s lawyer, Tomas Orlen, said the dam leaks.",
                ("Savik’s lawyer, Tomas Orlen", "said", "the dam leaks"),
            ),
        ],
    )
    def test_nor_what_leads_to_it(self, text, quote):
        assert [(source, content) for source, _, content in found(text)] == [(quote[0], quote[2])]


class TestWhoIsToldAndWhoSpeaksAgain:
    @pytest.mark.parametrize(
        ("text", "quotes"),
        [
            (
                "“We will go,” said Savik, but added: “The dam leaks.”",
                [("Savik", "said", "“We will go,”"), ("Savik", "added", "“The dam leaks.”")],
            ),
            (
                "Savik told the head of the council the dam is old.",
                [("Savik", "told", "the dam is old")],
            ),
            ("Savik told reporters the dam is old.", [("Savik", "told", "the dam is old")]),
            ("Savik is quoted as saying the dam leaks.", [("Savik", "saying", "the dam leaks")]),
            (
                "“The dam leaks,” warned a report released Monday.",
                [("a report released Monday", "warned", "“The dam leaks,”")],
            ),
            (
                "In a talk with the Corvane Post Savik said that it leaks.",
                [("Savik", "said", "that it leaks")],
            ),
        ],
    )
    def test_are_found(self, text, quotes):
        assert found(text) == quotes


class TestTwoSpeakersOfASentence:
    def test_each_has_its_own_quotation(self):
        assert found("“It leaks,” she said, and he said, “It does not.”") == [
            ("she", "said", "“It leaks,”"),
            ("he", "said", "“It does not.”"),
        ]

    def test_what_is_wondered_is_a_question(self):
        assert found("Savik wondered aloud whether it leaks.") == [
            ("Savik", "wondered", "whether it leaks")
        ]
        assert found("“Who pays?” wondered Savik.") == [("Savik", "wondered", "“Who pays?”")]

    def test_a_clause_with_whom_ends_at_its_comma(self):
        assert found("Orlen, whom Savik called a liar, left.") == [("Savik", "called", "a liar")]
