import re
from itertools import pairwise
from pathlib import Path
from typing import get_args
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes

from language.segments import Segments, Unit

SAMPLES = Path(__file__).parents[2] / "sample_articles"
UNITS = get_args(Unit)
HIDDEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co"}
JOINERS = "\u200c\u200d"

HARD_PARTS = st.sampled_from(
    [
        *"“”‘’«»„「」『』\"'.!?,;:—–-()[]#*",
        *["\n", "\n\n", "\r\n", "\r", "\t", "\xa0", "\u202f", "\u2028", "\x00", "\x85", " "],
        *["Mr.", "U.S.", "a.m.", "Jan.", "J. K.", "No. 5", "2,400.5", "$5", "10%", "said", "that"],
        *["Jinping's", "it’s", "AT&T", "state-run", "aujourd’hui", "the", "Wang", "and"],
        *["👩‍🔬", "🇨🇳", "👍🏽", "1️⃣", "❤️", "é", "ก็", "한글", "नमस्ते", "外长说", "カタカナ"],
        *["\u200d", "\u0301", "\ufe0f", "\u200b", "\u202e", "。", "！", "……", "、"],
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(HARD_PARTS, max_size=40).map("".join),
    st.lists(HARD_PARTS, max_size=40).map(" ".join),
)


def texts_of(text, unit):
    return [span.text for span in Segments(text).within(unit, 0, len(text))]


def words(text):
    return texts_of(text, "word")


def sentences(text):
    return texts_of(text, "sentence")


def clauses(text):
    return texts_of(text, "clause")


def quotations(text):
    return texts_of(text, "quotation")


def paragraphs(text):
    return texts_of(text, "paragraph")


class TestWords:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "The U.S.-led talks, at 4:40 p.m.",
                ["The", "U.S.-led", "talks", "at", "4:40", "p.m."],
            ),
            (
                "2,400.5 tonnes for $5.2 million: 10%",
                ["2,400.5", "tonnes", "for", "$5.2", "million", "10%"],
            ),
            (
                "Orveld's visit, the pilots’ guild, it’s",
                ["Orveld", "visit", "the", "pilots", "guild", "it"],
            ),
            (
                "Weiss-Onder of AT&T won’t; d’après",
                ["Weiss-Onder", "of", "AT&T", "won’t", "d’après"],
            ),
            ("“Yes,” ‘no’ (maybe)…", ["Yes", "no", "maybe"]),
            ("one\xa0two", ["one", "two"]),
            ("👩‍🔬🇨🇳🇷🇺 👍🏽1️⃣ ❤️", ["👩‍🔬", "🇨🇳", "🇷🇺", "👍🏽", "1️⃣", "❤️"]),
            ("🇨🇳\u0300🇷🇺", ["🇨🇳\u0300", "🇷🇺"]),
            ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
            ("e\u0301te\u0301 fini", ["e\u0301te\u0301", "fini"]),
            ("外长说：“好”", ["外", "长", "说", "好"]),
        ],
    )
    def test_are_what_a_reader_counts(self, text, expected):
        assert words(text) == expected

    def test_the_nearest_is_taken_where_there_is_none(self):
        segments = Segments("One — two.\n\n  Three")
        assert segments.around("word", 4).text == "two"
        assert segments.around("word", 9).text == "two"
        assert segments.around("word", 11).text == "two"
        assert segments.around("word", 13).text == "Three"
        assert segments.around("word", 999).text == "Three"
        assert Segments("…!?").around("word", 1) is None
        assert Segments("").around("word", 0) is None

    def test_a_possessive_leads_to_its_word(self):
        segments = Segments("Orveld’s visit")
        assert [segments.around("word", offset).text for offset in (6, 7, 8)] == [
            "Orveld",
            "Orveld",
            "visit",
        ]


class TestSentences:
    @pytest.mark.parametrize(
        "text",
        [
            "Mr. Pryde met Gen. J. K. Holt at 9 a.m. on Jan. 5. | They left.",
            "It grew by 3.5 per cent. | “We are glad.” | He sat down.",
            "He is in the U.S. | The trip took days. | The U.S. President left.",
            "“Why?” he asked. | “Wait… what?” | No one knew!",
            "See No. 5 on St. Anne's Road. | He said no. | Then he left.",
            "It is over (for now). | [Applause.] | “It said, ‘Go.’” | So they went.",
            "他说。| “好！” | 再见？",
            "« Il part. » | Elle reste.",
            "„Er geht.“ | „Wohin?“ | Sie fragt.",
            "U.S. Rep. J. Orlen said on Jan. 3 that Sgt. Pyke left at 5 p.m. Monday. | Fine.",
            "Gov. Savik (R., Wash.) was in Corvane, D.C. | The firm, Tellis Inc., fell 3.5 pct.",
            "``We go,'' Savik said. | ``Now.'' | “…and then we left,” he said.",
            "部长说：“我们来。” | 他还说，会谈“很有成效”。 | 记者问：「真的嗎？」",
            "大臣は「成功した」と述べた。 | 次回は六月。",
            "Great! | 🎉 Next",
        ],
    )
    def test_end_where_a_reader_ends_them(self, text):
        expected = [part.strip() for part in text.split("|")]
        assert sentences(text.replace("|", "")) == expected

    def test_do_not_end_at_the_line_breaks_of_a_hard_wrapped_text(self):
        text = (
            "The ministers of the six coasts met on Monday in the old customs\n"
            "house of Corvane to talk about herring, cables and the crossing\n"
            "at Brunmark. They will meet again.\n"
            "\n"
            "Nobody was content with the text that the secretariat had sent\n"
            "them, least of all those who had written it.\n"
        )
        assert len(paragraphs(text)) == 2
        assert sentences(text)[0].endswith("at Brunmark.")
        assert sentences(text)[1] == "They will meet again."
        assert len(sentences(text)) == 3

    def test_end_at_the_line_breaks_of_a_text_of_one_line_a_paragraph(self):
        text = (
            "Quota talks adjourn without a figure\n"
            "By Judit Hallam\n"
            "Delegates from the six coasts of the Amber Sea left the capital on Wednesday with an "
            "agreed list of what they disagree on, and a date to try again.\n"
            "The talks were to set the catch.\n"
        )
        assert paragraphs(text) == text.splitlines()
        assert len(sentences(text)) == 4

    def test_end_with_a_line_of_a_list_in_a_hard_wrapped_text(self):
        text = (
            "The ministers of the six coasts met on Monday in the old customs\n"
            "house of Corvane and agreed on what follows after long talks on\n"
            "- herring\n"
            "- cables\n"
        )
        assert paragraphs(text)[1:] == ["- herring", "- cables"]


class TestClauses:
    def test_part_a_sentence_at_commas_and_before_subordinators(self):
        assert clauses(
            "Brandvold, who had waited, said that no coast can guard its cables, he said."
        ) == [
            "Brandvold",
            "who had waited",
            "said",
            "that no coast can guard its cables",
            "he said",
        ]

    def test_keep_short_lists_whole(self):
        text = "Ships may call at Corvane, Saltmere, Lindhaven and Great Ferris, the capital said."
        assert clauses(text) == [
            "Ships may call at Corvane, Saltmere, Lindhaven and Great Ferris",
            "the capital said",
        ]

    def test_are_not_parted_by_a_remark_in_brackets(self):
        assert clauses("Gov. Savik (R., Wash.) said no, and Rep. Lund (D-Orlen) left.") == [
            "Gov. Savik (R., Wash.) said no",
            "and Rep. Lund (D-Orlen) left",
        ]

    def test_part_a_quotation_from_its_speaker(self):
        assert clauses("“Six hours,” he said, “is less.”") == ["Six hours", "he said", "is less"]

    def test_hold_the_punctuation_after_them(self):
        segments = Segments("One thing, and another.")
        assert segments.around("clause", 9).text == "One thing"
        assert segments.around("clause", 22).text == "and another"


class TestQuotations:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("He said “it’s ‘done’ now” and “go”.", ["“it’s ‘done’ now”", "‘done’", "“go”"]),
            ('A "b" c "d" e', ['"b"', '"d"']),
            ("'We won't,' said the boys' father.", ["'We won't,'"]),
            ("« Il a dit : “non” », dit-il", ["« Il a dit : “non” »", "“non”"]),
            ("他说：「好『吗』」", ["「好『吗』」", "『吗』"]),
            ("Er sagte: „Ja“ und ging.", ["„Ja“"]),
            ("“One.\n\n“Two.” Three.", ["“One.", "“Two.”"]),
            ("He said: “Go.\n\n“Now.\n\n“Or never,” he said.", ["“Go.", "“Now.", "“Or never,”"]),
            (
                "“They told me, ‘You can’t,’ and left",
                ["“They told me, ‘You can’t,’ and left", "‘You can’t,’"],
            ),
            ("Er meinte: „Sie sagte ‚Nein‘ dazu.“", ["„Sie sagte ‚Nein‘ dazu.“", "‚Nein‘"]),
            ("``We go,'' Savik said. ``Now.''", ["``We go,''", "``Now.''"]),
            ("部长说“很好”。「真的『嗎』？」", ["“很好”", "「真的『嗎』？」", "『嗎』"]),
            ("The ’90s, rock ’n’ roll, the boys’ club", []),
            ('A 6" pipe', []),
        ],
    )
    def test_are_paired_within_their_paragraph(self, text, expected):
        assert quotations(text) == expected

    def test_the_innermost_one_is_around_an_offset(self):
        segments = Segments("He said “it is ‘done’ now” again")
        assert segments.around("quotation", 17).text == "‘done’"
        assert segments.around("quotation", 10).text == "“it is ‘done’ now”"
        assert segments.around("quotation", 2) is None


class TestAnyText:
    @given(TEXTS, st.sampled_from(UNITS))
    def test_walking_forwards_and_backwards_visits_the_same_units_once(self, text, unit):
        segments = Segments(text)
        forwards = list(segments.within(unit, 0, len(text)))
        backwards = []
        span = segments.before(unit, len(text))
        while span:
            backwards.append(span)
            span = segments.before(unit, span.start)
        assert {span.start: span for span in backwards[::-1]}.keys() == {s.start for s in forwards}
        assert all(a.start < b.start for a, b in pairwise(forwards))

    @given(TEXTS, st.sampled_from(UNITS), st.integers(-2, 90))
    def test_spans_lie_in_the_text_and_hold_their_offset(self, text, unit, offset):
        segments = Segments(text)
        around = segments.around(unit, offset)
        after, before = segments.after(unit, offset), segments.before(unit, offset)
        for span in filter(None, (around, after, before)):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text == text[span.start : span.end]
        if around and unit in ("quotation", "sentence", "paragraph"):
            assert around.start <= max(offset, 0) < around.end
        assert after is None or after.start >= offset
        assert before is None or before.start < offset

    @given(TEXTS, st.sampled_from(UNITS))
    def test_no_grapheme_cluster_is_cut(self, text, unit):
        drawn = "".join(" " if category(c) in HIDDEN and c not in JOINERS else c for c in text)
        # A joiner that joins no emoji parts two clusters in UAX #29, but not where they are drawn.
        drawn = re.sub("(?<!👩)\u200d|\u200d(?!🔬)", "", drawn)
        borders = {0} | {end for _, end, _ in split_graphemes(drawn)[0]}
        for span in Segments(drawn).within(unit, 0, len(drawn)):
            assert {span.start, span.end} <= borders

    @given(TEXTS, st.integers(0, 90))
    def test_a_fresh_look_finds_what_a_walk_found(self, text, offset):
        walked = Segments(text)
        for unit in UNITS:
            list(walked.within(unit, 0, len(text)))
            assert walked.around(unit, offset) == Segments(text).around(unit, offset)

    @given(st.sampled_from(["word, ", "外长说", "a", "One. ", "“x” ", "\n ", "🇨🇳", "e\u0301"]))
    def test_a_paragraph_without_end_is_taken_in_pieces_that_join(self, part):
        text = part * (40_000 // len(part))
        pieces = list(Segments(text).within("paragraph", 0, len(text)))
        assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(text.split())
        assert all(len(piece.text) < 10_000 for piece in pieces)
        for piece in pieces:
            for offset in (piece.start, (piece.start + piece.end) // 2, piece.end - 1):
                assert Segments(text).around("paragraph", offset) == piece
            assert Segments(text).before("paragraph", piece.start + 1) == piece
            assert Segments(text).after("paragraph", piece.start) == piece


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_every_word_of_the_samples_stands_in_one_sentence(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    sentences = iter(segments.within("sentence", 0, len(text)))
    sentence = next(sentences)
    for word in segments.words(0, len(text)):
        while word.start >= sentence.end:
            sentence = next(sentences)
        assert sentence.start <= word.start
        assert word.end <= sentence.end
