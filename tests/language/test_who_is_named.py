"""Places, bodies and offices that a name alone would not tell from persons, and back."""

import pytest

from language.names.suggestions import participant_suggestions
from language.segments import Segments


def suggested(text):
    return {each.record.name: each.record for each in participant_suggestions(Segments(text))}


def persons(text):
    return [name for name, record in suggested(text).items() if record.kind == "person"]


class TestPlacesCalledLikePersons:
    @pytest.mark.parametrize(
        "text",
        [
            "People in the Tomas valley could starve.",
            "Trucks stood at the Ada border crossing.",
            "They fled to the Ada refugee camp.",
            "Fire broke out at the Tomas oil refinery.",
            "Workers closed the Ada Orlen bridge.",
        ],
    )
    def test_a_noun_for_what_lies_somewhere_makes_no_person(self, text):
        assert persons(text) == []

    def test_a_person_is_not_meant_by_a_bridge_of_their_name(self):
        text = "Tomas Orlen crossed the Orlen bridge. Orlen said it was safe."
        spans = [span.start for span in suggested(text)["Tomas Orlen"].mentions]
        assert spans == [0, text.index("Orlen said")]


class TestBodiesCalledLikePersons:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Vrénel Sans Rivage said its staff waited for permits.", "Vrénel Sans Rivage"),
            ("Vrénel Rivage said its staff waited for permits.", "Vrénel Rivage"),
            ("Vrénel Sans Rivage said the road was closed.", "Vrénel Sans Rivage"),
            ("The World Grain Programme plans to send trucks.", "World Grain Programme"),
            ("The Amber Sea Initiative said it would pay.", "Amber Sea Initiative"),
        ],
    )
    def test_what_speaks_of_its_staff_or_has_such_a_name_is_an_organization(self, text, name):
        assert suggested(text)[name].kind == "organization"

    def test_he_is_never_such_a_body(self):
        text = "Vrénel Sans Rivage said the road was closed. He had left."
        found = suggested(text)["Vrénel Sans Rivage"]
        assert [span.text for span in found.mentions] == ["Vrénel Sans Rivage"]

    @pytest.mark.parametrize("name", ["Ada Lind Orlen", "Vrénel J. Orlen", "Nguyen Thi Orlen"])
    def test_persons_of_three_names_remain(self, name):
        assert persons(f"{name} said the road was closed.") == [name]


class TestAffiliations:
    def test_its_is_of_the_body_that_is_the_subject(self):
        text = (
            "The World Grain Programme plans to send trucks, its country director, Ada Lind, said."
        )
        found = suggested(text)["Ada Lind"]
        assert (found.title, found.affiliation) == ("country director", "World Grain Programme")

    def test_the_groups_president_is_of_the_group_just_named(self):
        text = "The Harbour Guild said it would pay. The group's president, Ada Lind, left."
        assert suggested(text)["Ada Lind"].affiliation == "Harbour Guild"

    def test_a_country_after_the_name_is_whose_office_it_is(self):
        text = "President Viktor Orlen of Kethany fell ill."
        assert suggested(text)["Viktor Orlen"].affiliation == "Kethany"

    @pytest.mark.parametrize(
        "text",
        [
            "Prime Minister Karel Orlen spoke. Karel Orlen, a former mayor of Savik, left.",
            "Karel Orlen, a former mayor of Savik, left. Prime Minister Karel Orlen spoke.",
        ],
    )
    def test_a_former_office_gives_none_beside_a_present_one(self, text):
        found = suggested(text)["Karel Orlen"]
        assert (found.title, found.affiliation) == ("Prime Minister", "")

    def test_a_former_office_counts_where_it_is_the_only_one(self):
        found = suggested("Karel Orlen, a former mayor of Savik, left.")["Karel Orlen"]
        assert (found.title, found.affiliation) == ("former mayor", "Savik")


class TestSpeakersWithoutNames:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            (
                "A spokesman for the port, reached by telephone, said it was open.",
                "A spokesman for the port",
                "person",
            ),
            (
                "Two diplomats familiar with the matter said they agreed.",
                "Two diplomats familiar with the matter",
                "group",
            ),
            (
                "Some members of Orlen's own Harbour Union privately doubt that he can win.",
                "Some members of Orlen's own Harbour Union",
                "group",
            ),
            ("Neither side disclosed the price.", "Neither side", "group"),
        ],
    )
    def test_speak_with_what_is_added_to_their_nouns(self, text, name, kind):
        assert suggested(text)[name].kind == kind

    def test_are_the_person_whose_name_stands_beside(self):
        text = "Their neighbour, the pilot said. His lawyer, Ada Lind, told the court she was ill."
        assert [span.text for span in suggested(text)["Ada Lind"].mentions] == [
            "His lawyer",
            "Ada Lind",
            "she",
        ]

    def test_are_the_person_whose_name_follows_the_town_of_the_office(self):
        text = "But the mayor of Dorrin, Silvia Canto, said it was late."
        assert persons(text) == ["Silvia Canto"]

    def test_who_hears_is_no_speaker(self):
        text = "His lawyer, Ada Lind, told reporters outside the courthouse they would appeal."
        assert "reporters" not in suggested(text)

    def test_of_whom_the_speakers_are_part_is_no_speaker(self):
        text = "Two members of the ruling coalition said they would abstain."
        assert list(suggested(text)) == ["Two members of the ruling coalition"]


class TestBodiesWithOrdinaryWords:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("The Kethan Ministry of Justice did not answer.", "Kethan Ministry of Justice"),
            (
                "The Dockers and Miners Union (DMU) threatened to strike.",
                "Dockers and Miners Union",
            ),
            ("The Amber Sea Economic Community (ASEC) met.", "Amber Sea Economic Community"),
        ],
    )
    def test_are_found_whole(self, text, name):
        assert list(suggested(text)) == [name]

    @pytest.mark.parametrize(
        ("text", "title", "affiliation"),
        [
            ("Orlen & Tate chief executive Ada Lind left.", "chief executive", "Orlen & Tate"),
            ("The mayor of Dorrin, Ada Lind, said so.", "mayor", "Dorrin"),
            ("Trade Minister Ada Lind, of the Green Alliance, left.", None, "Green Alliance"),
            ("It was rejected by the Miners' Party, whose leader Ada Lind left.", "leader", None),
            (
                "The Centre for Trade Studies met. Its senior fellow Ada Lind left.",
                "senior fellow",
                "Centre for Trade Studies",
            ),
        ],
    )
    def test_are_whose_office_it_is(self, text, title, affiliation):
        found = suggested(text)["Ada Lind"]
        assert found.title == (title or "Trade Minister")
        assert found.affiliation == (affiliation or "Miners' Party")


class TestHeadlines:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            (
                "UN envoy warns of famine\n\nThe United Nations envoy for Savik said it was late.",
                "The United Nations envoy for Savik",
            ),
            ("French mayor says no\n\nFrench mayor Ada Lind said no.", "Ada Lind"),
        ],
    )
    def test_a_noun_without_article_is_who_alone_fits_it(self, text, name):
        first = suggested(text)[name].mentions[0]
        assert first.start == 0

    def test_a_noun_that_two_fit_or_none_is_nobody(self):
        text = "EU envoy warns of famine\n\nThe United Nations envoy for Savik said it was late."
        assert all(span.start for span in suggested(text)[persons(text)[0]].mentions)


class TestNounsBesideNames:
    @pytest.mark.parametrize(
        "text",
        [
            "Human rights group Open Door urged the mayor to act.",
            "He bought shares of the carmaker Velmor.",
        ],
    )
    def test_a_noun_for_a_body_makes_one(self, text):
        assert "organization" in {record.kind for record in suggested(text).values()}

    def test_the_owner_of_a_lawyer_does_not_speak(self):
        text = "The families' lawyer, Samir Haddad, said they would sue."
        assert list(suggested(text)) == ["Samir Haddad"]

    def test_the_head_of_a_union_with_an_apostrophe(self):
        text = "The head of the Steelworkers' Union, Ada Lind, said it was ready."
        found = suggested(text)["Ada Lind"]
        assert (found.title, found.affiliation) == ("head", "Steelworkers' Union")
