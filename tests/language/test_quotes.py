from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.quotes import attribution, quote_kind, reported_around
from language.segments import Segments
from store.records import Participant, Span

SAMPLES = Path(__file__).parents[2] / "sample_articles"


def texts(fragments):
    return [fragment.text for fragment in fragments]


def reported(text, word):
    return texts(reported_around(Segments(text), text.index(word)))


def attributed(text, word, *participants):
    """The source, cue and speakers of what is reported around a word."""
    segments = Segments(text)
    found = attribution(segments, reported_around(segments, text.index(word)), participants)
    return texts(found.source), texts(found.cue), found.speakers


MARENDT = Participant(id="p1", name="Ilsa Marendt")
PRYDE = Participant(id="p2", name="Samuel Pryde")
OFFICE = Participant(id="p3", name="Harbour Office", kind="organization")


class TestKind:
    @pytest.mark.parametrize(
        ("text", "content", "kind"),
        [
            ("She said “we go” and left", "“we go”", "direct"),
            ("She said “we go” and left", "we go", "direct"),
            ("She said that they go", "that they go", "indirect"),
            ("She said it was “a plain text” only", "it was “a plain text” only", "mixed"),
            ("Elle dit : « on part ».", "« on part »", "direct"),
            ("她说：“好。”", "“好。”", "direct"),
        ],
    )
    def test_comes_from_the_quotation_marks(self, text, content, kind):
        start = text.index(content)
        assert quote_kind(text, (Span.of(text, start, start + len(content)),)) == kind

    def test_of_a_broken_up_speech_is_direct(self):
        text = "“Six hours,” he said, “is less.”"
        assert quote_kind(text, (Span.of(text, 0, 12), Span.of(text, 22, 32))) == "direct"


class TestReported:
    @pytest.mark.parametrize(
        ("text", "word", "content"),
        [
            ("Marendt said that the coast is long.", "coast", ["that the coast is long"]),
            ("Marendt said the coast is long.", "coast", ["the coast is long"]),
            ("The coast is long, she said.", "coast", ["The coast is long"]),
            ("The coast is long, said the Norrland diplomat.", "coast", ["The coast is long"]),
            ("The coast, she said, is very long.", "coast", ["The coast", "is very long"]),
            ("According to the office, the coast is long.", "coast", ["the coast is long"]),
            ("The coast is long, according to the office.", "coast", ["The coast is long"]),
            (
                "Marendt told reporters in Corvane that the coast is long.",
                "coast",
                ["that the coast is long"],
            ),
            ("She urged both sides to reopen the gate.", "gate", ["both sides to reopen the gate"]),
            ("She vowed to reopen the gate.", "gate", ["to reopen the gate"]),
            (
                "She denied the claim and said that the gate was open.",
                "open",
                ["that the gate was open"],
            ),
            ("“Six hours,” he said, “is less.”", "Six", ["“Six hours,”", "“is less.”"]),
            ("“Six hours,” he said, “is less.”", "less", ["“Six hours,”", "“is less.”"]),
            (
                "“I read it,” she said. “I read many. None moved.”",
                "None",
                ["“I read it,”", "“I read many. None moved.”"],
            ),
            ("She said it was “a plain text” for all.", "plain", ["it was “a plain text” for all"]),
            ("The talks went on all night.", "talks", ["The talks went on all night"]),
            (
                "« Il part, a déclaré Mme Marendt, et il revient. »",
                "part",
                ["« Il part", "et il revient. »"],
            ),
            ("“船已经备好，”他说，“现在缺合同。”", "现", ["“船已经备好，”", "“现在缺合同。”"]),
            ("马伦特表示，双方将再次会谈。", "双", ["双方将再次会谈"]),
        ],
    )
    def test_is_the_speech_around_a_word(self, text, word, content):
        assert reported(text, word) == content

    def test_runs_over_paragraphs_that_open_anew(self):
        text = "Pryde said:\n\n“It is a bad rule.\n\n“Nobody likes it.”\n\nHe left."
        assert reported(text, "Nobody") == ["“It is a bad rule.", "“Nobody likes it.”"]
        assert attributed(text, "bad", PRYDE) == (["Pryde"], ["said"], ("p2",))

    def test_is_nothing_in_an_empty_text(self):
        assert reported_around(Segments(""), 0) == ()


class TestAttribution:
    @pytest.mark.parametrize(
        ("text", "word", "source", "cue", "speakers"),
        [
            ("Marendt said that the coast is long.", "coast", "Marendt", "said", ("p1",)),
            (
                "Velmarian Minister Ilsa Marendt on Monday urged all to go home.",
                "home",
                "Velmarian Minister Ilsa Marendt",
                "urged",
                ("p1",),
            ),
            (
                "The coast is long, said Samuel Pryde, the Pelmoor minister.",
                "coast",
                "Samuel Pryde, the Pelmoor minister",
                "said",
                ("p2",),
            ),
            (
                "Samuel Pryde, who heads the guild, has also warned that it is late.",
                "late",
                "Samuel Pryde, who heads the guild,",
                "has also warned",
                ("p2",),
            ),
            (
                "“It is late,” Marendt and Pryde said in a statement.",
                "late",
                "Marendt and Pryde",
                "said",
                ("p1", "p2"),
            ),
            ("It is late, she said.", "late", "she", "said", ()),
            (
                "According to the Harbour Office, it is late.",
                "late",
                "the Harbour Office",
                "According to",
                ("p3",),
            ),
            ("Ada Marendt-Roos said it was late.", "late", "Ada Marendt-Roos", "said", ()),
            ("« Il part », a déclaré Mme Marendt.", "part", "Mme Marendt", "a déclaré", ("p1",)),
            (
                "Marendt a assuré jeudi que le tracé serait arrêté.",
                "tracé",
                "Marendt",
                "a assuré",
                ("p1",),
            ),
        ],
    )
    def test_names_who_said_it_and_how(self, text, word, source, cue, speakers):
        found = attributed(text, word, MARENDT, PRYDE, OFFICE)
        assert found == ([source], [cue], speakers)

    def test_in_chinese_names_the_speaker(self):
        speaker = Participant(id="p1", name="伊尔莎·马伦特")
        text = "马伦特在记者会上说：“这条走廊很长。”"
        assert attributed(text, "走", speaker) == (["马伦特"], ["说"], ("p1",))
        text = "据马伦特介绍，走廊将重启。"
        assert attributed(text, "走", speaker) == (["马伦特"], ["据", "介绍"], ("p1",))

    def test_knows_a_marked_mention_by_its_place(self):
        text = "Late at night the envoy said it was over."
        start = text.index("the envoy")
        envoy = Participant(
            id="p7", name="Orhan Tellis", mentions=(Span.of(text, start, start + 9),)
        )
        assert attributed(text, "over", envoy)[2] == ("p7",)

    def test_knows_a_mention_only_where_it_was_marked(self):
        text = "He left. He said it was over."
        someone = Participant(id="p7", name="Orhan Tellis", mentions=(Span.of(text, 0, 2),))
        assert attributed(text, "over", someone) == (["He"], ["said"], ())

    def test_is_empty_where_nobody_is_named(self):
        assert attributed("“It is late.” The lamps went out.", "late", MARENDT) == ([], [], ())
        assert attribution(Segments("x"), (), [MARENDT]).speakers == ()


def test_every_report_of_the_wire_sample_is_found_with_its_speaker():
    text = (SAMPLES / "wire-port-anselm.txt").read_text(encoding="utf-8")
    segments = Segments(text)
    known = (MARENDT, Participant(id="p2", name="Aksel Brandvold"))
    found = []
    for first_words in (
        "Velmara and the Norrland Federation to put",
        "that after two winters",
        "No coast of the Amber Sea",
        "that the two sides should prepare",
        "the two countries should use",
        "the region had become harder",
        "The committee's decision",
        "The two countries should see",
        "Norrland is ready to receive",
    ):
        content = reported_around(segments, text.index(first_words))
        assert content[0].text.startswith(first_words)
        assert text[content[0].end] in ".,"
        said = attribution(segments, content, known)
        found.append((texts(said.source)[0], texts(said.cue)[0], said.speakers))
    assert found == [
        ("Velmarian Foreign Minister Ilsa Marendt", "called on", ("p1",)),
        ("Marendt", "said", ("p1",)),
        ("she", "said", ()),
        ("Marendt", "stressed", ("p1",)),
        ("She", "noted", ()),
        ("Brandvold", "said", ("p2",)),
        ("the Norrland diplomat", "said", ()),
        ("Brandvold", "said", ("p2",)),
        ("Brandvold", "added", ("p2",)),
    ]


HARD_PARTS = st.sampled_from(
    [
        *"“”‘’«»\"',.:;—()",
        " said ",
        " told ",
        "Marendt",
        " that ",
        "he",
        " and ",
        "\n",
        "\n\n",
        " according to ",
        "说",
        "据",
        "介绍，",
        ", a déclaré ",
        "que ",
        " to ",
        "''",
        "The coast",
    ]
)


@given(st.lists(HARD_PARTS, max_size=30).map("".join), st.integers(0, 120))
def test_any_text_is_read_without_harm(text, offset):
    segments = Segments(text)
    content = reported_around(segments, offset)
    found = attribution(segments, content, [MARENDT])
    for span in (*content, *found.cue, *found.source):
        assert 0 <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
    for one, other in pairwise(content):
        assert one.end <= other.start


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_every_place_of_the_samples_gives_a_content(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    for sentence in segments.within("sentence", 0, len(text)):
        content = reported_around(segments, sentence.start)
        assert content
        attribution(segments, content, [MARENDT])
