import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.participant_suggestions import participant_suggestions
from language.segments import Segments

REPORT = """\
Halvany Foreign Minister Mira Savik on Tuesday urged both sides to keep talking.

Savik met Kethan envoy Tomas Orlen at a session of the Amber Sea Council (ASC) in Corvane.

She said the ASC had done its part. "We are ready," said the envoy. Orlen added that he
would return.

Protesters said they would stay. The two sides will meet again in June.
"""


def suggested(text):
    return [each.record for each in participant_suggestions(Segments(text))]


def one(text, name):
    return next(record for record in suggested(text) if record.name == name)


def mentions(text, name):
    return [span.text for span in one(text, name).mentions]


class TestPersons:
    def test_have_their_title_and_affiliation(self):
        savik = one(REPORT, "Mira Savik")
        assert (savik.kind, savik.title, savik.affiliation) == (
            "person",
            "Foreign Minister",
            "Halvany",
        )

    def test_are_gathered_from_name_family_name_and_pronoun(self):
        assert mentions(REPORT, "Mira Savik") == ["Mira Savik", "Savik", "She"]

    def test_are_meant_by_their_office(self):
        assert mentions(REPORT, "Tomas Orlen") == ["Tomas Orlen", "the envoy", "Orlen", "he"]


class TestOthers:
    def test_an_organization_returns_by_its_abbreviation(self):
        council = one(REPORT, "Amber Sea Council")
        assert council.kind == "organization"
        assert [span.text for span in council.mentions] == ["Amber Sea Council", "ASC", "ASC"]

    def test_speakers_in_the_plural_and_both_sides_are_groups(self):
        groups = [record.name for record in suggested(REPORT) if record.kind == "group"]
        assert groups == ["both sides", "Protesters"]


class TestElsewhere:
    def test_a_chinese_text_has_its_persons_with_their_titles(self):
        text = "会谈后外长瓦西·托林表示欢迎。托林将于19日回国。"
        (torlin,) = suggested(text)
        assert (torlin.name, torlin.title) == ("瓦西·托林", "外长")
        assert [span.text for span in torlin.mentions] == ["瓦西·托林", "托林"]

    def test_a_headline_that_writes_all_with_capitals_names_whom_the_text_names(self):
        text = "Savik Sees Talks With Orlen Go On\n\nMira Savik met Tomas Orlen in June."
        assert mentions(text, "Mira Savik") == ["Savik", "Mira Savik"]
        assert len(suggested(text)) == 2


def test_ids_count_by_first_mention():
    records = suggested(REPORT)
    assert [record.id for record in records] == [f"p{n}" for n in range(1, len(records) + 1)]
    starts = [record.mentions[0].start for record in records]
    assert starts == sorted(starts)


@pytest.mark.parametrize("end", range(0, len(REPORT), 7))
def test_any_part_of_a_report_is_read_without_harm(end):
    suggested(REPORT[:end])


@given(st.text(max_size=120))
def test_any_text_is_read_without_harm(text):
    for record in suggested(text):
        assert record.mentions
        for span in record.mentions:
            assert span.text == text[span.start : span.end]
