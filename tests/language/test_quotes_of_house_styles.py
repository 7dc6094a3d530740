"""Sentences as agencies, papers and magazines build them: who says what in each."""

import pytest

from language.quotes.suggestions import quote_suggestions
from language.segments import Segments


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    quotes = [each.record for each in quote_suggestions(Segments(text), [])]
    return [(texts(each.source), texts(each.cue), texts(each.content)) for each in quotes]


class TestWhoSpeaks:
    @pytest.mark.parametrize("time", ["Wednesday", "late Wednesday", "early on Monday"])
    def test_a_noun_keeps_its_participle_and_time(self, time):
        source = f"A joint statement released {time}"
        text = f"{source} said the ministers had met twice."
        assert found(text) == [(source, "said", "the ministers had met twice")]

    def test_an_apposition_behind_a_speech_is_part_of_its_speaker(self):
        speech = "The agency plans to send 40 trucks from the border town of Talim on Saturday"
        source = "its country director, Greta Holm"
        assert found(f"{speech}, {source}, said.") == [(source, "said", speech)]

    def test_an_apposition_may_hold_a_participle(self):
        assert found("The owners, a company registered in Kethany, denied the charge.") == [
            ("The owners, a company registered in Kethany", "denied", "the charge")
        ]

    @pytest.mark.parametrize("what", ["unchanged", "untouched"])
    def test_what_an_object_is_left_as_is_no_verb(self, what):
        text = f"Savik’s bank left its rate {what} on Monday, as expected, and said it would wait."
        assert found(text) == [("Savik’s bank", "said", "it would wait")]

    def test_a_noun_that_looks_like_a_past_is_no_verb(self):
        text = "Orlen refused to rule out a leadership bid, saying only that the time would come."
        assert found(text)[1] == ("Orlen", "saying", "that the time would come")

    def test_a_participle_between_a_verb_and_its_object_describes_that(self):
        assert found("The council ignored repeated warnings about the dam.") == []

    @pytest.mark.parametrize("when", ["when asked about the vote", "speaking in Tellis"])
    def test_an_office_with_its_name_speaks_whole_whatever_is_set_in(self, when):
        source = "The president’s spokesman, Ada Morn"
        assert found(f"{source}, {when}, said the vote was fair.") == [
            (source, "said", "the vote was fair")
        ]

    def test_a_place_before_a_name_is_no_office(self):
        assert found("In Tellis, Ralf Tesk, speaking on Monday, said it was fair.") == [
            ("Ralf Tesk", "said", "it was fair")
        ]

    def test_a_name_ends_before_how_it_was_said(self):
        assert found("“He was my brother,” said Quill through tears.") == [
            ("Quill", "said", "“He was my brother,”")
        ]

    @pytest.mark.parametrize("names", ["Halvany, Kethany", "EU, Halvany, Kethany"])
    def test_a_headline_lists_names_without_and(self, names):
        assert found(f"{names} urge Savik to open the border") == [
            (names, "urge", "Savik to open the border")
        ]

    def test_a_place_with_its_country_speaks_not(self):
        assert found("Tellis, Halvany, officials say they are safe.") == [
            ("officials", "say", "they are safe")
        ]

    def test_an_age_does_not_end_an_apposition(self):
        source = "Ellis, 63, a farmer in Corvane"
        assert found(f"“We go,” said {source}.") == [(source, "said", "“We go,”")]
        assert found(f"{source}, vowed to leave.") == [(source, "vowed", "to leave")]

    @pytest.mark.parametrize("whom", ["reporters", "jurors", "the court"])
    def test_who_was_told_was_not_said(self, whom):
        assert found(f"Savik told {whom} Mr Abel had lied.") == [
            ("Savik", "told", "Mr Abel had lied")
        ]


class TestAccordingTo:
    @pytest.mark.parametrize(
        "source",
        [
            "Mira Tell, a researcher at the Tellis Institute for Strategic Studies",
            "Mira Tell, 45, a farmer in Corvane",
            "Mira Tell, a farmer who lives in Corvane",
            "the mayor, Mira Tell",
        ],
    )
    def test_who_somebody_is_belongs_to_the_source(self, source):
        speech = "Kethany needs the crossing more than Halvany does"
        assert found(f"According to {source}, {speech}.") == [(source, "According to", speech)]

    @pytest.mark.parametrize(
        "speech",
        [
            "the dam, built in 1970, broke",
            "the dam, the roads and the harbour are closed",
            "a dam, which cost millions, broke",
            "the minister, Orlen, lied",
            "in May, the dam broke",
        ],
    )
    def test_a_subject_with_its_own_apposition_was_said(self, speech):
        assert found(f"According to Savik, {speech}.") == [("Savik", "According to", speech)]

    def test_a_sentence_goes_on_behind_an_apposition(self):
        assert found("The dam, according to Mira Tell, a farmer, will break in May.") == [
            ("Mira Tell, a farmer", "according to", "The dam … will break in May")
        ]


class TestAVerbThatOpensItsSentence:
    @pytest.mark.parametrize(
        ("opening", "quote"),
        [
            ("Said Ellis: ", ("Ellis", "Said")),
            ("Added Orlen, ", ("Orlen", "Added")),
            ("Says the mayor, who was ill: ", ("the mayor, who was ill", "Says")),
            ("Said Savik in a statement on Monday: ", ("Savik", "Said")),
        ],
    )
    def test_it_tells_whose_words_follow(self, opening, quote):
        assert found(f"{opening}“The dam is done.” It rained.") == [(*quote, "“The dam is done.”")]

    def test_it_may_open_a_second_sentence(self):
        assert found("“We go,” he said. Added Ellis: “Not now.”") == [
            ("he", "said", "“We go,”"),
            ("Ellis", "Added", "“Not now.”"),
        ]

    def test_another_verb_with_its_own_speaker_is_told_apart(self):
        assert found("Asked about the dam, Savik said: “Not I.”") == [("Savik", "said", "“Not I.”")]


class TestWhereSpeechBeginsAndEnds:
    def test_a_verb_in_ing_tells_more(self):
        text = "The dam is safe, Savik said in a statement, adding that it would be checked."
        assert found(text) == [
            ("Savik", "said", "The dam is safe"),
            ("Savik", "adding", "that it would be checked"),
        ]

    def test_it_begins_with_that_behind_what_is_said(self):
        text = "What Savik says, in letters that came in May, is that the road lost money."
        assert found(text) == [("Savik", "says", "that the road lost money")]

    def test_it_ends_where_a_day_was_told_on_which_it_was_said(self):
        text = "On the morning that Savik announced that the ferry would stop, Quill went home."
        assert found(text) == [("Savik", "announced", "that the ferry would stop")]

    def test_a_passive_in_a_relative_clause_ends_with_that(self):
        text = "The inquiry, which is expected to report next summer, continues."
        assert found(text) == [("", "is expected", "which … to report next summer")]

    def test_a_court_hears_what_is_said_there(self):
        assert found("The council had ignored the letters, an inquest has heard.") == [
            ("an inquest", "has heard", "The council had ignored the letters")
        ]

    def test_nobody_else_reports_what_is_heard(self):
        assert found("The dam broke, and the farmers heard.") == []

    def test_what_is_accepted_with_that_was_said(self):
        text = "The housing director, Colin Ashdown, accepted that the letters were lost."
        assert found(text) == [
            ("The housing director, Colin Ashdown", "accepted", "that the letters were lost")
        ]


class TestSpeechThatGoesOn:
    def test_a_noun_before_the_speaker_has_its_verb_in_the_quotation(self):
        assert found("The plan for the dam, Orlen said, “makes no sense.” He left.") == [
            ("Orlen", "said", "The plan for the dam … “makes no sense.”")
        ]

    def test_a_time_before_the_speaker_was_not_said(self):
        assert found("Last week, Orlen said, “we met twice”.") == [
            ("Orlen", "said", "“we met twice”")
        ]

    @pytest.mark.parametrize("rest", ["to choose materials", "and would be corrected"])
    def test_what_follows_a_quotation_unquoted_was_said_too(self, rest):
        assert found(f"It was, Savik said, “not my job” {rest}.") == [
            ("Savik", "said", f"It was … “not my job” {rest}")
        ]

    def test_a_quotation_follows_what_the_speaker_was_set_into(self):
        text = "The new dam, Savik said, had cost too much. “We got no water.”"
        content = "The new dam … had cost too much … “We got no water.”"
        assert found(text) == [("Savik", "said", content)]

    def test_words_quoted_in_part_stand_on_both_sides_of_the_speaker(self):
        assert found("The bank “will wait”, Orlen said, “until the spring”.") == [
            ("Orlen", "said", "The bank “will wait” … “until the spring”")
        ]

    def test_what_somebody_else_said_before_it_is_told_apart(self):
        text = "Police said two men were arrested; a third, Orlen said, is being sought."
        assert found(text) == [
            ("Police", "said", "two men were arrested"),
            ("Orlen", "said", "a third … is being sought"),
        ]

    def test_that_before_the_speaker_was_said(self):
        assert found("That, Orlen said, is why he left.") == [
            ("Orlen", "said", "That … is why he left")
        ]

    def test_what_is_denied_is_told_apart(self):
        text = "Prosecutors say Orlen took bribes, which he has repeatedly denied."
        assert found(text)[0] == ("Prosecutors", "say", "Orlen took bribes")


class TestWhatIsNotSaid:
    def test_no_is_nobody_who_speaks(self):
        assert found("The minister, asked if he would resign, said no.") == []

    def test_who_was_asked_does_not_ask(self):
        assert found("“No,” the minister said when asked if he would resign.") == [
            ("the minister", "said", "“No,”")
        ]

    @pytest.mark.parametrize("reason", ["without giving details", "despite the rain"])
    def test_a_circumstance_is_the_reporters(self, reason):
        assert found(f"The toll could rise, the ministry warned Friday, {reason}.") == [
            ("the ministry", "warned", "The toll could rise")
        ]

    def test_close_to_somebody_tells_who_speaks(self):
        assert found("Sources close to the bank say that Orlen is furious.") == [
            ("Sources close to the bank", "say", "that Orlen is furious")
        ]
