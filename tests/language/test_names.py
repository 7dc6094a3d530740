from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.names.described import described, mentions, name_around
from language.segments import Segments
from store.records import Span

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def name_at(text, word):
    name = name_around(Segments(text), text.index(word))
    return name.text if name else None


def described_at(text, word):
    segments = Segments(text)
    name = name_around(segments, text.index(word))
    return described(segments, name)


class TestWholeName:
    @pytest.mark.parametrize(
        ("text", "word", "name"),
        [
            ("Norrland Foreign Minister Aksel Brandvold met", "Brandvold", "Aksel Brandvold"),
            ("Norrland Foreign Minister Aksel Brandvold met", "Aksel", "Aksel Brandvold"),
            ("Norrland Foreign Minister Aksel Brandvold met", "Norrland", None),
            ("said President Tomas Orveld’s envoy", "Orveld", "Tomas Orveld"),
            ("Halvany’s Interior Minister Zita Abran", "Halvany", "Halvany"),
            ("UN Secretary-General Oda Lind said", "Oda", "Oda Lind"),
            (
                "of the Amber Sea Council Committee of Foreign Ministers in",
                "Foreign",
                "Amber Sea Council Committee of Foreign Ministers",
            ),
            (
                "the Amber Organization Council of Ministers in Corvane met",
                "Council",
                "Amber Organization Council of Ministers",
            ),
            (
                "the Organization for Trade and Safety in Kestria met",
                "Safety",
                "Organization for Trade and Safety in Kestria",
            ),
            ("the situation in the Union of Ketha and other", "of", "Union of Ketha"),
            (
                "According to the Velmarian Ports Authority, some",
                "Ports",
                "Velmarian Ports Authority",
            ),
            ("the Republic of Sarova and Halvany to reopen", "Sarova", "Republic of Sarova"),
            ("the Republic of Sarova and Halvany to reopen", "Halvany", "Halvany"),
            (
                "the Observatory for Northern Fisheries, said",
                "for",
                "Observatory for Northern Fisheries",
            ),
            ("the Velmarian Pilots’ Guild, warned", "Guild", "Velmarian Pilots’ Guild"),
            ("Ludwig van der Berg and Omar al-Hadi met", "Berg", "Ludwig van der Berg"),
            ("Ludwig van der Berg and Omar al-Hadi met", "al-Hadi", "Omar al-Hadi"),
            ("met Dana J. Reed in St. Anne", "Reed", "Dana J. Reed"),
            ("met Dana J. Reed in St. Anne", "Anne", "St. Anne"),
            ("a déclaré Mme\xa0Marendt, et", "Marendt", "Marendt"),
            ("Agence de l’Ambre", "Agence", "Agence de l’Ambre"),
            ("On Monday Orveld left", "Orveld", "Orveld"),
            ("met J. P. Kestrel Jr. in May", "Kestrel", "J. P. Kestrel Jr."),
            ("met J. P. Kestrel Jr. in May", "J.", "J. P. Kestrel Jr."),
            ("la Banque de crédit Amiral, qui", "crédit", "Banque de crédit Amiral"),
            ("TERYN, Oct. 3 (Amber Wire)", "Oct", None),
            ("In Corvane, talks", "In", None),
            ("The talks", "The", None),
            ("the talks went on", "talks", None),
            ("the coach of the Ports Council Mira Savik said", "Savik", "Mira Savik"),
            ("the coach of the Ports Council Mira Savik said", "Ports", "Ports Council"),
            ("Republican Ada Lind said", "Republican", None),
            ("Republican Ada Lind said", "Lind", "Ada Lind"),
            ("Joseph R. Orlen, Jr., said", "Orlen", "Joseph R. Orlen, Jr."),
            ("the musician Ada Lind played", "Lind", "Ada Lind"),
            ("in Port St. Orrin on", "Orrin", "Port St. Orrin"),
            ("the National Ports Assembly met", "National", "National Ports Assembly"),
            ("Minister of Trade Mira Savik said", "Trade", None),
            ("Minister of Trade Mira Savik said", "Savik", "Mira Savik"),
            ("a Velmara-based Orlen Group said", "Velmara-based", None),
            ("外长安东说", "安", "安东"),
            ("会谈后外长瓦西·托林表示欢迎", "托", "瓦西·托林"),
            ("会谈后外长瓦西·托林表示欢迎", "外", None),
            ("副总统瓦西·托林特别强调", "瓦", "瓦西·托林"),
            ("（记者李思齐）会谈结束", "齐", "李思齐"),
            ("莱曼特在记者会上说，会谈结束。", "曼", "莱曼特"),
            ("双方表示欢迎。", "双", None),
            ("外长瓦西·托林来访。托林将于19日回国。", "托林将", "托林"),
            ("会议在布兰加德举行", "加", "布兰加德"),
            ("布兰加德共和国总统", "共", "布兰加德共和国"),
            ("马上召开会议", "马", None),
            ("会谈后，林思远当天会见了客人。", "思", "林思远"),
            ("部长会见了马文远。", "文", "马文远"),
            ("王小林和李志远出席开幕式。", "志", "李志远"),
            ("托林抵达科尔文。", "托", "托林"),
            ("托林抵达科尔文。", "达", None),
            ("周一举行会谈。", "周", None),
            ("双方高度评价石油合作。", "高", None),
        ],
    )
    def test_is_found_around_a_word(self, text, word, name):
        assert name_at(text, word) == name

    def test_ends_with_its_line_and_its_sentence(self):
        assert name_at("Ilsa\nMarendt", "Ilsa") == "Ilsa"
        assert name_at("They met Orveld. Marendt left.", "Orveld") == "Orveld"


class TestDescribed:
    @pytest.mark.parametrize(
        ("text", "word", "expected"),
        [
            (
                "Russian Deputy Foreign Minister Ada Lind said",
                "Ada",
                ("person", "Deputy Foreign Minister", "Russia"),
            ),
            (
                "Velmarian State Councilor and Foreign Minister Ilsa Marendt said",
                "Ilsa",
                ("person", "State Councilor and Foreign Minister", "Velmarian"),
            ),
            (
                "Halvany’s Interior Minister Zita Abran said",
                "Zita",
                ("person", "Interior Minister", "Halvany"),
            ),
            (
                "with the Sarovan border commissioner, Mira Savik, in",
                "Mira",
                ("person", "border commissioner", "Sarovan"),
            ),
            (
                "said Samuel Pryde, the Pelmoor fisheries minister, who",
                "Pryde",
                ("person", "fisheries minister", "Pelmoor"),
            ),
            (
                "Yrsa Nordahl, of the Observatory for Northern Fisheries, said",
                "Yrsa",
                ("person", "", "Observatory for Northern Fisheries"),
            ),
            ("said Aksel Brandvold", "Aksel", ("person", "", "")),
            (
                "Ada Lind, Finance Minister of Kestria",
                "Ada",
                ("person", "Finance Minister", "Kestria"),
            ),
            (
                "Dr Ada Lind, Secretary-General of the Amber Council, said",
                "Ada",
                ("person", "Secretary-General", "Amber Council"),
            ),
            ("Dr Ada Lind said", "Ada", ("person", "", "")),
            (
                "La ministre des Affaires maritimes de Kestria, Ada Lind, a parlé",
                "Ada",
                ("person", "ministre des Affaires maritimes", "Kestria"),
            ),
            (
                "Le chancelier du Norrland, Ada Lind, a parlé",
                "Ada",
                ("person", "chancelier", "Norrland"),
            ),
            ("selon Ada Lind, capitaine du port, il", "Ada", ("person", "capitaine du port", "")),
            ("a déclaré M. Lind", "Lind", ("person", "", "")),
            ("a déclaré Mme Marendt", "Marendt", ("person", "", "")),
            ("the Meridian Development Bank lent", "Bank", ("organization", "", "")),
            ("the ASC met", "ASC", ("organization", "", "")),
            ("the Republic of Sarova met", "Sarova", ("country", "", "")),
            ("He flew to Japan", "Japan", ("country", "", "")),
            (
                "布兰加德共和国外长瓦西·托林说",
                "瓦",
                ("person", "外长", "布兰加德共和国"),
            ),
            ("会议在布兰加德举行", "布", ("country", "", "")),
            ("莱曼特强调，会议重要。", "莱", ("person", "", "")),
            ("Orveld left. No one in Velmara knew. Velmara slept.", "Velmara", ("country", "", "")),
        ],
    )
    def test_by_the_words_beside_the_name(self, text, word, expected):
        assert described_at(text, word) == expected

    def test_over_the_end_of_a_line_that_is_hard_wrapped(self):
        text = (
            "On the second day of the fair the old harbour town met the Foreign Minister\n"
            "Ada Lind, who had come by the night train and had brought a letter with her\n"
            "from the mayor of the capital, as the town had asked her to do in the spring.\n"
        )
        assert described_at(text, "Ada") == ("person", "Foreign Minister", "")

    @pytest.mark.parametrize(
        ("text", "kind"),
        [("delegates", "group"), ("the council", "organization"), ("the spokesman", "person")],
    )
    def test_a_common_noun_by_its_head(self, text, kind):
        assert described(Segments(text), Span.of(text, 0, len(text))).kind == kind


class TestMentions:
    def test_are_the_whole_name_and_the_family_name_in_whole_words(self):
        text = "Wang Yi met Wang Li. Wang’s visit. Mr. Wang, Wangs, Sino-Wang. WANG."
        found = mentions(Segments(text), ["Wang Yi"])
        assert [(span.start, span.text) for span in found] == [
            (0, "Wang Yi"),
            (21, "Wang"),
            (39, "Wang"),
        ]

    def test_start_where_they_are_asked_to(self):
        text = "Orveld left. Orveld came."
        assert [span.start for span in mentions(Segments(text), ["Tomas Orveld"], 5)] == [13]

    def test_a_title_before_it_is_no_other_name(self):
        text = "President Orveld left; Tomas Orveld’s wife, Ada Orveld, stayed."
        found = mentions(Segments(text), ["Tomas Orveld"])
        assert [span.text for span in found] == ["Orveld", "Tomas Orveld"]

    def test_of_an_organization_are_its_whole_name(self):
        text = "The Amber Sea Council met. The Council left. The Amber\nSea Council."
        found = mentions(Segments(text), ["Amber Sea Council"])
        assert [span.start for span in found] == [4, 49]

    def test_in_chinese_are_the_name_and_its_last_part(self):
        text = "伊尔莎·马伦特说，马伦特强调"
        assert [span.start for span in mentions(Segments(text), ["伊尔莎·马伦特"])] == [0, 9]

    def test_in_chinese_are_no_part_of_a_longer_name(self):
        text = "托林·莱恩会见瓦西·托林。托林斯克没有声明，托林说。"
        assert [span.start for span in mentions(Segments(text), ["瓦西·托林"])] == [7, 22]

    def test_of_one_chinese_character_are_none_inside_words(self):
        text = "马上通知马伦，“马”来了。"
        assert [span.start for span in mentions(Segments(text), ["马"])] == [8]

    def test_of_nobody_are_none(self):
        assert mentions(Segments("Wang"), ["", " "]) == []


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_text_is_read_without_harm(text, offset):
    segments = Segments(text)
    name = name_around(segments, offset)
    if name:
        assert name.text == text[name.start : name.end]
        assert "\n" not in name.text
        described(segments, name)
        assert all(
            span.text == text[span.start : span.end] for span in mentions(segments, [name.text])
        )


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_the_samples_names_lie_in_one_sentence_each(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    for word in segments.words(0, len(text)):
        name = name_around(segments, word.start)
        if name:
            assert name.start < word.end
            assert word.start < name.end
            assert name.end <= segments.around("sentence", name.start).end
