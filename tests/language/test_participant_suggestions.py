import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.names.suggestions import participant_suggestions
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


def kinds(text):
    return {record.name: record.kind for record in suggested(text)}


class TestWhoIsNobody:
    @pytest.mark.parametrize(
        "text",
        [
            "They met in Corvane, Kestria, on Monday.",
            "The St. Orrin International Economic Forum opened in June.",
            "However, Yesterday and Maybe are no names.",
            "TERYN, Oct. 3 (Reuters) - It rained.",
            "The Harbour Film Festival and the Amber Cup went well.",
            "The U.S. embassies were closed.",
            "In Port St. Orrin, Md., it rained.",
        ],
    )
    def test_places_events_days_and_credits(self, text):
        assert [record for record in suggested(text) if record.kind == "person"] == []

    def test_a_country_that_only_qualifies_a_noun(self):
        assert suggested("U.S. embassies were closed.") == []
        assert kinds("The U.S. said so.") == {"United States": "country"}


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            (
                "The Velmarian Ports Authority was closed.",
                "Velmarian Ports Authority",
                "organization",
            ),
            ("The Securities and Fisheries Commission met.", None, "organization"),
            ("He praised the Commission on Harbour Debates.", None, "organization"),
            ("Halvany Telegraph reporter Ada Lind wrote.", "Ada Lind", "person"),
            ("Orlen & Savik paid.", "Orlen & Savik", "organization"),
            ("France and Italy agreed.", "France", "country"),
            ("It stood in France.", "France", "country"),
            ("Republicans and Democrats agreed.", "Republicans", "group"),
            ("Two Kenyans were there.", "Kenyans", "group"),
            ("Police said the road was open.", "Police", "group"),
            ("Both countries agreed.", "Both countries", "group"),
            ("The company said it had paid.", "The company", "organization"),
            ("A spokesman for the port said it was open.", "A spokesman for the port", "person"),
            ("Ada Lind, 43, left.", "Ada Lind", "person"),
            ("Xuri Obrek, who paid, left.", "Xuri Obrek", "person"),
        ],
    )
    def test_by_words_and_by_what_stands_beside_them(self, text, name, kind):
        found = kinds(text)
        assert found.get(name or next(iter(found))) == kind


class TestGathered:
    def test_two_of_one_family_are_told_apart_by_their_courtesies(self):
        text = "Tomas Orlen met Ada Orlen. Mrs. Orlen spoke. Mr. Orlen listened."
        assert mentions(text, "Ada Orlen") == ["Ada Orlen", "Orlen"]
        assert mentions(text, "Tomas Orlen") == ["Tomas Orlen", "Orlen"]

    def test_an_eastern_name_returns_by_its_first_word(self):
        text = "Wang Min met Kim Do-hyun. Wang spoke. Kim listened."
        assert mentions(text, "Wang Min") == ["Wang Min", "Wang"]
        assert mentions(text, "Kim Do-hyun") == ["Kim Do-hyun", "Kim"]

    def test_a_body_returns_by_its_initials_its_head_and_the_end_of_its_name(self):
        text = (
            "The Velmarian Harbour Safety Commission met. The V.H.S.C. was late. "
            "The Safety Commission agreed, and the commission left."
        )
        assert mentions(text, "Velmarian Harbour Safety Commission") == [
            "Velmarian Harbour Safety Commission",
            "V.H.S.C.",
            "Safety Commission",
            "the commission",
        ]

    def test_the_diplomat_is_the_one_of_that_country(self):
        text = (
            "French Foreign Minister Ada Lind met Italian Foreign Minister Tomas Orlen. "
            "The French diplomat was early."
        )
        assert mentions(text, "Ada Lind") == ["Ada Lind", "The French diplomat"]

    def test_they_who_go_on_speaking_are_those_who_spoke(self):
        text = "Residents said the road was closed. They said it would stay so."
        assert mentions(text, "Residents") == ["Residents", "They"]

    def test_a_deputy_is_not_meant_by_the_office_above(self):
        text = "Deputy Foreign Minister Ada Lind met Tomas Orlen. The foreign minister was ill."
        assert mentions(text, "Ada Lind") == ["Ada Lind"]

    def test_a_nickname_in_quotation_marks_stands_inside_the_name(self):
        text = 'Robert C. "Bobby" Orlen met Ada Lind. Bobby Orlen was late.'
        whole = 'Robert C. "Bobby" Orlen'
        assert mentions(text, whole) == [whole, "Bobby Orlen"]

    def test_a_pronoun_inside_a_quotation_means_nobody(self):
        text = "“He was late,” said Tomas Orlen."
        assert mentions(text, "Tomas Orlen") == ["Tomas Orlen"]


def test_every_rule_tells_why_and_how_often_it_is_right():
    for each in participant_suggestions(Segments(REPORT)):
        assert each.rule
        assert each.why
        assert 0 < each.confidence < 1


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


class TestNamesFromEverywhere:
    @pytest.mark.parametrize(
        ("text", "name", "mentioned"),
        [
            (
                "Envoy Chuku Odume-Tellis spoke. Tellis said it was late.",
                "Chuku Odume-Tellis",
                ["Chuku Odume-Tellis", "Tellis"],
            ),
            (
                "Minister Ayman al-Savik left. Al-Savik said so.",
                "Ayman al-Savik",
                ["Ayman al-Savik", "Al-Savik"],
            ),
            (
                "Prince Faisal bin Orlen Al Tellis came. Bin Orlen said it was good.",
                "Faisal bin Orlen Al Tellis",
                ["Faisal bin Orlen Al Tellis", "Bin Orlen"],
            ),
            (
                "Claudia Savik Orlen won. Savik thanked Ada Lind.",
                "Claudia Savik Orlen",
                ["Claudia Savik Orlen", "Savik"],
            ),
            (
                "Juan Manuel de los Tellis came. De los Tellis said so.",
                "Juan Manuel de los Tellis",
                ["Juan Manuel de los Tellis", "De los Tellis"],
            ),
            (
                "José “the Fox” Orlen, 88, came. Orlen laughed.",
                "José “the Fox” Orlen",
                ["José “the Fox” Orlen", "Orlen"],
            ),
            (
                "T. Savikar met A.P.J. Orlenam. Tomas Savikar said so.",
                "Tomas Savikar",
                ["T. Savikar", "Tomas Savikar"],
            ),
            ("Jan Orlen came on Jan. 3.", "Jan Orlen", ["Jan Orlen"]),
            ("Ada King sang. Ms. King said it was over.", "Ada King", ["Ada King", "King"]),
        ],
    )
    def test_return_by_any_of_their_parts(self, text, name, mentioned):
        assert mentions(text, name) == mentioned

    def test_the_fullest_form_with_the_given_name_is_shown(self):
        text = "Andrés Manuel Savik Orlen spoke. Savik Orlen left. Savik Orlen came back."
        assert mentions(text, "Andrés Manuel Savik Orlen")[1:] == ["Savik Orlen", "Savik Orlen"]

    def test_a_person_after_the_name_of_a_body_is_no_part_of_it(self):
        text = "Ada Lind of the University of Orlen and Tomas Savik of the Tellis Institute wrote."
        assert kinds(text) == {
            "Ada Lind": "person",
            "University of Orlen": "organization",
            "Tomas Savik": "person",
            "Tellis Institute": "organization",
        }


class TestOneNameForTwo:
    def test_a_town_called_like_the_president(self):
        text = (
            "President Savik came. In Savik, a town on the coast, it rained. "
            "The mayor of Savik, Ada Lind, left. The road to Savik is closed. Savik opened it."
        )
        assert mentions(text, "Savik") == ["Savik", "Savik"]

    def test_a_name_after_in_is_a_persons_where_it_owns_or_is_trusted(self):
        text = "Mira Savik spoke. He had faith in Savik. It was in Savik’s office."
        assert mentions(text, "Mira Savik") == ["Mira Savik", "Savik", "Savik"]

    def test_a_title_with_the_family_name_before_a_womans_whole_name_is_anothers(self):
        text = "President Orlen came in June. Michelle Orlen followed. Mrs. Orlen said it was cold."
        assert mentions(text, "Orlen") == ["Orlen"]
        assert mentions(text, "Michelle Orlen") == ["Michelle Orlen", "Orlen"]


class TestWhoIsMeant:
    def test_the_candidate_of_a_party_is_the_one_of_that_party(self):
        text = (
            "Republican Tomas Orlen met Libertarian presidential candidate Gary Tellis. "
            "The Republican presidential nominee was late. He said so."
        )
        assert mentions(text, "Tomas Orlen")[1:] == ["The Republican presidential nominee", "He"]

    def test_whoever_a_participle_names_is_not_its_subject(self):
        text = "Mr. Orlen was late. Meeting Tomas Tellis in June, he said so."
        assert mentions(text, "Orlen") == ["Orlen", "he"]

    def test_they_are_those_who_began_the_sentence_before(self):
        text = "His advisers were late. They said it was the snow."
        assert mentions(text, "His advisers") == ["His advisers", "They"]

    def test_his_father_does_not_take_the_pronouns_after_him(self):
        text = "Tomas Orlen died. His father, Ivan Tellis, was a priest. He was born in June."
        assert mentions(text, "Tomas Orlen") == ["Tomas Orlen", "His", "He"]

    def test_a_noun_before_a_name_in_apposition_is_a_mention_of_it(self):
        text = "The referee, Szymon Tellis, said it was over."
        assert mentions(text, "Szymon Tellis") == ["The referee", "Szymon Tellis"]

    def test_the_minister_of_another_country_is_nobody_known(self):
        text = (
            "Velmarian Foreign Minister Ilsa Marendt spoke. "
            "The Kestrian foreign minister said it was late."
        )
        assert mentions(text, "Ilsa Marendt") == ["Ilsa Marendt"]

    def test_an_unknown_country_is_told_by_its_ministers(self):
        text = "Kestria’s foreign minister, Ada Lind, spoke. Kestria said it would pay."
        assert kinds(text)["Kestria"] == "country"

    def test_a_name_before_the_president_said_has_no_office(self):
        text = "“Kestria, the president then said, would pay.” Kestria has a coast."
        assert all(record.title == "" for record in suggested(text))

    def test_one_who_says_what_he_will_do_is_a_person(self):
        assert kinds("On Monday Jokovi said he was glad.") == {"Jokovi": "person"}

    def test_letters_with_combining_marks_do_not_end_a_name(self):
        name = "Ngu\u0303e\u0302n Thi\u0323 Tellis"
        assert kinds(f"{name}, 19, spoke.") == {name: "person"}


class TestChineseAndFrench:
    @pytest.mark.parametrize(
        ("text", "name", "title"),
        [
            ("外交部长王立本周一表示，各方愿保持沟通。", "王立", "外交部长"),
            ("秘书长张明星出席会议。", "张明星", "秘书长"),
            ("凯斯外长托林诺夫将于下周访华。", "托林诺夫", "外长"),
            ("行长潘知远星期三表示，水位会下降。", "潘知远", "行长"),
        ],
    )
    def test_a_chinese_name_ends_before_the_day(self, text, name, title):
        assert [(each.name, each.title) for each in suggested(text)] == [(name, title)]

    def test_a_chinese_day_or_verb_after_an_office_is_no_name(self):
        assert suggested("总理周三说，水位会下降。发言人表示，会议已结束。") == []

    def test_french_names_have_the_offices_that_stand_before_them(self):
        text = (
            "Le président kestrien Tomas Orlen a reçu la ministre de la Pêche, Ada Lind. "
            "M. Orlen est arrivé dans la nuit et les ministres en étaient surpris, a dit Mme Lind."
        )
        orlen, lind = suggested(text)
        assert (orlen.title, orlen.affiliation) == ("président", "kestrien")
        assert [span.text for span in orlen.mentions] == ["Tomas Orlen", "M. Orlen"]
        assert lind.title == "ministre de la Pêche"


class TestMoreOfWhoIsMeant:
    def test_a_capital_that_speaks_is_its_country(self):
        text = "Moscow rejected the offer, and Beijing said it was late. He lives in Moscow."
        assert mentions(text, "Russia") == ["Moscow"]
        assert kinds(text) == {"Russia": "country", "China": "country"}

    def test_him_is_not_who_does_it(self):
        text = "Tomas Orlen fell. Ivan Tellis met him."
        assert mentions(text, "Tomas Orlen") == ["Tomas Orlen", "him"]

    def test_the_irishman_is_who_has_just_spoken(self):
        text = "Ciaran Tellis said it was late. The coach said the ball was wet."
        assert mentions(text, "Ciaran Tellis") == ["Ciaran Tellis", "The coach"]

    def test_another_name_that_someone_is_known_as(self):
        text = "Ada Lind, known as Rung, read a poem. Rung said she was glad."
        assert mentions(text, "Ada Lind")[:3] == ["Ada Lind", "Rung", "Rung"]

    def test_a_noun_before_a_name_where_a_sentence_begins_is_its_title(self):
        orlen = one(
            "Goalkeeper Xhev Orlenqi-Tellis limped off. Orlenqi-Tellis fell.", "Xhev Orlenqi-Tellis"
        )
        assert orlen.title == "Goalkeeper"

    def test_a_president_who_is_named_after_the_first_lady_is_not_her(self):
        text = "Orlen won. First lady Ada Orlen came with President Orlen. Mrs. Orlen wore white."
        assert mentions(text, "Orlen") == ["Orlen", "Orlen"]
        assert mentions(text, "Ada Orlen") == ["Ada Orlen", "Orlen"]

    def test_a_body_that_owns_someone_is_their_affiliation(self):
        assert one("He told CNN’s Ada Lind.", "Ada Lind").affiliation == "CNN"

    def test_the_coast_guard_is_a_body(self):
        assert kinds("It sank, the coast guard said.") == {"the coast guard": "organization"}


class TestTitles:
    @pytest.mark.parametrize(
        ("text", "name", "title", "affiliation"),
        [
            ("Aid worker Ada Lind left.", "Ada Lind", "Aid worker", ""),
            ("Exiled opposition leader Ada Lind left.", "Ada Lind", "Exiled opposition leader", ""),
            ("A nurse, Ada Lind, left.", "Ada Lind", "nurse", ""),
            ("They met Vice President Ada Lind.", "Ada Lind", "Vice President", ""),
            ("Her solicitor, Ada Lind of Orlen & Tate, left.", "Ada Lind", "solicitor", ""),
            (
                "House Speaker Tomas Orlen’s spokesman, Ivan Lind, left.",
                "Ivan Lind",
                "spokesman",
                "House Speaker Tomas Orlen",
            ),
        ],
    )
    def test_are_whole_and_apart_from_whose_they_are(self, text, name, title, affiliation):
        found = one(text, name)
        assert (found.title, found.affiliation) == (title, affiliation)

    def test_letters_after_a_name_are_no_family_name(self):
        text = "Counsel to the inquiry, Hugo Orlen KC, rose. Orlen said it was late."
        assert mentions(text, "Hugo Orlen KC") == ["Hugo Orlen KC", "Orlen"]
