"""Quotes whose reporting words are nouns or passives."""

import pytest

from language.quotes.suggestions import quote_suggestions
from language.segments import Segments


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    return [
        (texts(each.record.source), texts(each.record.cue), texts(each.record.content))
        for each in quote_suggestions(Segments(text), ())
    ]


class TestNouns:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "The storm ended Orlen’s fear that the dam would break.",
                ("Orlen’s", "fear", "that the dam would break"),
            ),
            (
                "The storm ended his hope that the ferry would sail.",
                ("his", "hope", "that the ferry would sail"),
            ),
            (
                "The minister’s refusal to resign has angered the guild.",
                ("The minister’s", "refusal", "to resign"),
            ),
            (
                "Farmers marched after a promise by the council to lower the toll.",
                ("the council", "a promise", "to lower the toll"),
            ),
            (
                "Prices fell after a Tellis Post report that the mine had closed.",
                ("a Tellis Post", "report", "that the mine had closed"),
            ),
            (
                "Her belief that the ferry was late is shared by few.",
                ("Her", "belief", "that the ferry was late"),
            ),
        ],
    )
    def test_tell_what_their_owner_said(self, text, quote):
        assert quote in found(text)

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Savik raised questions about the price of the harbour.",
                ("Savik", "raised questions about", "the price of the harbour"),
            ),
            (
                "Halvany and Kethany signed an agreement to share the river.",
                ("Halvany and Kethany", "signed an agreement", "to share the river"),
            ),
            (
                "The guild sent a clear message that the strike would go on.",
                ("The guild", "sent a clear message", "that the strike would go on"),
            ),
            (
                "The farmers have serious doubts about the canal.",
                ("The farmers", "have serious doubts about", "the canal"),
            ),
        ],
    )
    def test_make_one_cue_with_the_verb_that_leads_to_them(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        [
            "The claims that were filed filled two shelves.",
            "Views that please farmers win elections.",
            "The hopes of the farmers sank.",
            "The plan was long.",
            "The mayor faces allegations of fraud.",
            "There are growing fears that the dam will break.",
        ],
    )
    def test_tell_nothing_where_they_are_things(self, text):
        assert found(text) == []

    def test_within_a_speech_are_part_of_it(self):
        text = "Savik’s plea for calm was heard across the valley, said Orlen."
        assert [cue for _, cue, _ in found(text)] == ["said"]


class TestAccounts:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "In Savik’s view, the dam was a mistake.",
                ("Savik’s", "view", "the dam was a mistake"),
            ),
            (
                "The dam was, in the words of the mayor, a puddle.",
                ("the mayor", "in the words of", "The dam was … a puddle"),
            ),
            (
                "Half of the herd was lost, by one estimate.",
                ("one estimate", "by", "Half of the herd was lost"),
            ),
        ],
    )
    def test_are_told_by_whose_they_are(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize("text", ["The harbour came into view.", "They lived in full view."])
    def test_are_none_of_nobody(self, text):
        assert found(text) == []


class TestPassives:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "The visit is expected to end early.",
                ("", "is expected", "The visit … to end early"),
            ),
            (
                "The mayor has been accused of taking bribes.",
                ("", "has been accused of", "The mayor … taking bribes"),
            ),
            (
                "The council was widely criticized for raising the toll.",
                ("", "was widely criticized for", "The council … raising the toll"),
            ),
            (
                "The canal is considered a failure.",
                ("", "is considered", "The canal … a failure"),
            ),
        ],
    )
    def test_have_their_subject_in_what_is_said(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "The canal is opposed by the farmers.",
                ("the farmers", "is opposed by", "The canal"),
            ),
            (
                "The ferry was described by its captain as a wreck.",
                ("its captain", "was described", "The ferry … as a wreck"),
            ),
            (
                "The minister has been called a thief by the guild.",
                ("the guild", "has been called", "The minister … a thief"),
            ),
        ],
    )
    def test_have_their_agent_as_source(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        [
            "The gate was painted by Orlen.",
            "The guild was praised for years.",
            "The harbour is known to all.",
        ],
    )
    def test_are_none_where_nothing_is_said(self, text):
        assert found(text) == []


class TestInfinitives:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Halvany was forced to admit that the dam was cracked.",
                ("Halvany", "to admit", "that the dam was cracked"),
            ),
            (
                "Ministers gathered in Corvane to discuss the future of the ferry.",
                ("Ministers", "to discuss", "the future of the ferry"),
            ),
        ],
    )
    def test_of_speech_are_quotes(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text", ["Divers came to find a wreck.", "It is time to discuss the harvest."]
    )
    def test_are_none_where_nothing_may_have_been_said(self, text):
        assert found(text) == []


class TestReportsInsideOthers:
    def test_are_apart_where_the_other_is_no_speech(self):
        text = "The council believes the captain, who said the ferry was late."
        assert [cue for _, cue, _ in found(text)] == ["believes", "said"]

    def test_are_part_of_a_speech(self):
        text = "Savik said the captain told her that the ferry was late."
        assert [cue for _, cue, _ in found(text)] == ["said"]
