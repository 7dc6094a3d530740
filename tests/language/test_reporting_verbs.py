"""Sentences for each class of the verbs that report, with what each takes for source and cue."""

import pytest

from language.grammar.english_verbs import BASES
from language.quotes.reporting_words import REPORTING
from language.quotes.suggestions import quote_suggestions
from language.quotes.who_speaks import can_speak
from language.segments import Segments


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    quotes = [each.record for each in quote_suggestions(Segments(text), [])]
    return [(texts(each.source), texts(each.cue), texts(each.content)) for each in quotes]


class TestVerbsOfEachClass:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Savik insinuated that the vote was bought.",
                ("Savik", "insinuated", "that the vote was bought"),
            ),
            ("“Open the gates,” growled Savik.", ("Savik", "growled", "“Open the gates,”")),
            (
                "Orlen blogged that the ferry would sail.",
                ("Orlen", "blogged", "that the ferry would sail"),
            ),
            ("She cannot fathom why he left.", ("She", "cannot fathom", "why he left")),
            (
                "The survey demonstrates that few miners vote.",
                ("The survey", "demonstrates", "that few miners vote"),
            ),
            ("Kethany aims to join the pact.", ("Kethany", "aims", "to join the pact")),
            (
                "Tellis exhorted the miners to stay calm.",
                ("Tellis", "exhorted", "the miners to stay calm"),
            ),
            ("Critics lampooned the new flag.", ("Critics", "lampooned", "the new flag")),
            ("The council is lauding her work.", ("The council", "is lauding", "her work")),
            ("The bishop backs the treaty.", ("The bishop", "backs", "the treaty")),
            ("Orlen openly admires the general.", ("Orlen", "openly admires", "the general")),
            ("44 percent would back Orlen.", ("44 percent", "would back", "Orlen")),
            ("Kethany offered no proof of it.", ("Kethany", "offered", "no proof of it")),
            ("We recognize the danger.", ("We", "recognize", "the danger")),
            (
                "Doctors pounded the report as a hoax.",
                ("Doctors", "pounded", "the report as a hoax"),
            ),
            (
                "The two countries signed an agreement to share the dam.",
                ("The two countries", "signed an agreement", "to share the dam"),
            ),
            (
                "The senate repealed the salt tax.",
                ("The senate", "repealed", "the salt tax"),
            ),
        ],
    )
    def test_it_reports(self, text, quote):
        assert found(text) == [quote]


class TestWhatSomethingIsTakenFor:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Farmers view the dam as a threat.",
                ("Farmers", "view", "the dam as a threat"),
            ),
            (
                "Savik painted her rival as a spy.",
                ("Savik", "painted", "her rival as a spy"),
            ),
            (
                "Orlen compared the harbour to a prison.",
                ("Orlen", "compared", "the harbour to a prison"),
            ),
        ],
    )
    def test_it_reports(self, text, quote):
        assert found(text) == [quote]

    def test_the_plain_verb_does_not(self):
        assert found("Savik painted the old boat.") == []


class TestParticles:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Tellis lashed out at the governor.",
                ("Tellis", "lashed out at", "the governor"),
            ),
            (
                "The nurses spoke out against the cuts.",
                ("The nurses", "spoke out against", "the cuts"),
            ),
            ("Orlen took issue with the ruling.", ("Orlen", "took issue with", "the ruling")),
            (
                "Orlen made it clear that she would not run.",
                ("Orlen", "made it clear", "that she would not run"),
            ),
            (
                "The mayor made the case to the miners that the pit was lost.",
                ("The mayor", "made the case", "that the pit was lost"),
            ),
            (
                "Tellis seized on reports that the mayor had lied.",
                ("Tellis", "seized on", "reports that the mayor had lied"),
            ),
            (
                "Some miners embraced the idea of a strike.",
                ("Some miners", "embraced the idea of", "a strike"),
            ),
            ("The union is pushing for a raise.", ("The union", "is pushing for", "a raise")),
        ],
    )
    def test_they_belong_to_the_cue(self, text, quote):
        assert found(text) == [quote]

    @pytest.mark.parametrize(
        "text",
        ["The river went after rain.", "Savik went after lunch.", "It lay into the night."],
    )
    def test_a_thing_or_a_time_is_no_report(self, text):
        assert all(source != "The river" and source != "It" for source, _, _ in found(text))


class TestNounsOfACue:
    @pytest.mark.parametrize(
        ("text", "quote"),
        [
            (
                "Doctors raised serious doubts about the cure.",
                ("Doctors", "raised serious doubts about", "the cure"),
            ),
            (
                "Savik has no interest in the post.",
                ("Savik", "has no interest in", "the post"),
            ),
            (
                "The ministry issued a statement saying that the port would stay open.",
                ("The ministry", "issued a statement saying", "that the port would stay open"),
            ),
            (
                "Two papers filed a motion to unseal the deeds.",
                ("Two papers", "filed a motion", "to unseal the deeds"),
            ),
        ],
    )
    def test_it_is_part_of_the_cue(self, text, quote):
        assert found(text) == [quote]

    def test_speech_in_what_was_published_is_found_itself(self):
        text = "Savik published a letter in which he says that he is well."
        assert [(cue, content) for _, cue, content in found(text)] == [("says", "that he is well")]


class TestWhoCanSpeak:
    @pytest.mark.parametrize(
        "subject",
        [
            "Savik",
            "she",
            "the miners",
            "two Kethan officials",
            "The head of the dam",
            "who",
            "others",
        ],
    )
    def test_persons_and_bodies_do(self, subject):
        assert can_speak(subject)

    @pytest.mark.parametrize(
        "subject", ["it", "the river", "which", "The price of bread", "", "…", "12"]
    )
    def test_things_do_not(self, subject):
        assert not can_speak(subject)


def test_the_verbs_of_the_list_are_known_in_their_forms():
    assert {form for form in REPORTING if form.endswith("ed") and form not in BASES} == set()
