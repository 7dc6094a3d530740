"""Where the content, the cue and the source of a quote begin and end."""

import pytest

from language.quotes.suggestions import quote_suggestions
from language.segments import Segments


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    quotes = [each.record for each in quote_suggestions(Segments(text), [])]
    return [(texts(each.source), texts(each.cue), texts(each.content)) for each in quotes]


class TestAMatterEndsBeforeItsSetting:
    @pytest.mark.parametrize(
        "setting",
        [
            " in an angry letter",
            " in his new-year address",
            " in a ruling",
            " on Twitter",
            " in July",
            " during the session at Corvane",
            " since the vote on the dam",
        ],
    )
    def test_it_is_the_reporters(self, setting):
        assert found(f"Savik criticized the plan{setting}.") == [
            ("Savik", "criticized", "the plan")
        ]

    def test_it_is_what_was_said_where_a_verb_is_before_it(self):
        assert found("Savik criticized the aides for sleeping during the storm.") == [
            ("Savik", "criticized", "the aides for sleeping during the storm")
        ]

    def test_a_dash_parts_it_behind_a_quotation_too(self):
        assert found("Savik dismissed the dam as “a puddle” — a word that stung.") == [
            ("Savik", "dismissed", "the dam as “a puddle”")
        ]


class TestBut:
    def test_a_clause_of_its_own_is_the_reporters(self):
        assert found("Savik said that the dam was safe, but it broke in the spring.") == [
            ("Savik", "said", "that the dam was safe")
        ]

    def test_a_verb_that_shares_the_subject_was_said(self):
        content = "the dam would hold at first, but would leak within ten years"
        assert found(f"Savik said {content}.") == [("Savik", "said", content)]


class TestQuotationsThatFollow:
    def test_one_follows_words_that_were_quoted_in_part(self):
        assert found("“I am in awe” of the dam, Mr. Hole said. “It is a fine piece of work.”") == [
            ("Mr. Hole", "said", "“I am in awe” of the dam … “It is a fine piece of work.”")
        ]

    def test_one_follows_a_title_in_quotation_marks(self):
        text = "“We lost,” Orlen said on the programme “Tellis Today.” “We must learn.”"
        assert found(text) == [("Orlen", "said", "“We lost,” … “We must learn.”")]


class TestCues:
    @pytest.mark.parametrize(
        "how", ["in an interview", "in a recent telephone interview", "in her interview", "then"]
    )
    def test_how_it_was_said_belongs_to_them(self, how):
        assert found(f"“We lost,” she said {how}.") == [("she", f"said {how}", "“We lost,”")]

    def test_out_belongs_to_pointed(self):
        assert found("The talks had failed, Savik pointed out.") == [
            ("Savik", "pointed out", "The talks had failed")
        ]

    @pytest.mark.parametrize(
        ("cue", "content"),
        [
            ("asked Savik about", "the leaking dam"),
            ("asked him about", "the leaking dam"),
            ("accused her of", "hiding the report"),
        ],
    )
    def test_who_is_asked_belongs_to_them(self, cue, content):
        assert found(f"The mayor {cue} {content}.") == [("The mayor", cue, content)]


class TestThat:
    def test_before_a_noun_alone_it_opens_no_clause(self):
        assert found("She declined that offer and left for Tellis.") == [
            ("She", "declined", "that offer")
        ]

    def test_before_a_clause_it_does(self):
        assert found("She said that people in Tellis starve.") == [
            ("She", "said", "that people in Tellis starve")
        ]


class TestWhich:
    def test_it_is_part_of_what_is_said_of_it(self):
        assert found("The dam has a gate, which Savik says he will repair.") == [
            ("Savik", "says", "which … he will repair")
        ]


@pytest.mark.parametrize(
    "text",
    [
        "Orlen would add two million to the budget.",
        "The council continues its work in Tellis.",
        "He replied the next day.",
    ],
)
def test_what_is_added_or_continued_is_not_said(text):
    assert found(text) == []


class TestSources:
    @pytest.mark.parametrize("lead", ["Last week", "This month", "Later that day"])
    def test_when_it_was_said_is_no_part_of_them(self, lead):
        assert found(f"{lead} Savik said that it was over.")[0][0] == "Savik"

    def test_where_it_was_said_is_none_either(self):
        assert found("The mayor in a televised interview blamed the guards.") == [
            ("The mayor", "blamed", "the guards")
        ]

    def test_those_who_are_included_are(self):
        source = "Other unions, including the Dockers of Tellis,"
        assert found(f"{source} endorsed Savik.") == [(source[:-1], "endorsed", "Savik")]

    def test_some_of_whom_are(self):
        text = "The council has nine members, most of whom say that the dam is safe."
        assert found(text) == [("most of whom", "say", "that the dam is safe")]


class TestVerbsBeforeAFormInIng:
    @pytest.mark.parametrize(
        "lead", ["started off by", "avoided", "kept", "refrained from", "went on"]
    )
    def test_they_make_one_cue(self, lead):
        assert found(f"Savik {lead} criticizing the plan.") == [
            ("Savik", f"{lead} criticizing", "the plan")
        ]


class TestRefusing:
    def test_what_is_refused_is_said_of_one_cue(self):
        assert found("Savik again refused to endorse the mayor.") == [
            ("Savik", "again refused to endorse", "the mayor")
        ]

    @pytest.mark.parametrize("content", ["to comment", "to leave the hall"])
    def test_what_says_nothing_more_is_the_content(self, content):
        assert found(f"Savik refused {content}.") == [("Savik", "refused", content)]


class TestFormsInIngBehindANoun:
    def test_they_only_describe_it(self):
        assert found("Farmers reporting losses would pay less.") == []

    def test_what_is_written_speaks(self):
        assert found("The mayor’s office sent out a letter announcing the visit.") != []


class TestAccordingTo:
    def test_a_joint_before_it_is_the_reporters(self):
        assert found("But half of the wells are dry, according to the council.") == [
            ("the council", "according to", "half of the wells are dry")
        ]

    def test_a_relative_clause_may_be_all_that_is_said(self):
        text = "Savik met Orlen, who had waited for an hour, according to the council."
        assert found(text) == [("the council", "according to", "who had waited for an hour")]

    def test_its_source_takes_an_apposition(self):
        source = "Mira Tell, head of the council, and other members"
        assert found(f"Half of the wells are dry, according to {source}.") == [
            (source, "according to", "Half of the wells are dry")
        ]


def test_nobody_in_particular_wants_nothing():
    assert found("Anyone wanting to leave may do so.") == []
