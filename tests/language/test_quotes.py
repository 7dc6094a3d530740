from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.quotes.attribution import attribution, quote_kind, reported_around
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
        assert quote_kind(Segments(text), (Span.of(text, start, start + len(content)),)) == kind

    def test_of_a_broken_up_speech_is_direct(self):
        text = "“Six hours,” he said, “is less.”"
        assert quote_kind(Segments(text), (Span.of(text, 0, 12), Span.of(text, 22, 32))) == "direct"


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
            ("She vowed to reopen the gate.", "vowed", ["to reopen the gate"]),
            ("Pryde said the gate was open.", "Pryde", ["the gate was open"]),
            (
                "On Monday, said Pryde, the gate was open.",
                "gate",
                ["On Monday", "the gate was open"],
            ),
            ("In Teryn, Pryde proposed a truce.", "Teryn", ["a truce"]),
            ("The lamp fell, and Pryde said it was late.", "lamp", ["The lamp fell"]),
            ("Pryde, who is ill, said the gate was open.", "gate", ["the gate was open"]),
            (
                "The fair will open in May, she said; a dance, planned for June, is off.",
                "dance",
                ["The fair will open in May", "a dance, planned for June, is off"],
            ),
            (
                "Until noon, Pryde and Orsi said in a statement, they “will stay here”.",
                "stay",
                ["Until noon", "they “will stay here”"],
            ),
            ("Pryde expressed hope that it would rain.", "rain", ["that it would rain"]),
            ("The visit is expected to end early.", "early", ["The visit", "to end early"]),
            ("1. *agreed* that all boats may leave;", "boats", ["that all boats may leave"]),
            ("> “It is late,” said Pryde.", "late", ["“It is late,”"]),
            ("The gate was shut, as Pryde said.", "gate", ["The gate was shut"]),
            ("农业部副部长乔万·雷德尔预计，今年丰收。", "乔", ["今年丰收"]),
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
                "Samuel Pryde, who heads the guild",
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
            (
                "Marendt, who has taught here for years, said the roof was new.",
                "roof",
                "Marendt, who has taught here for years",
                "said",
                ("p1",),
            ),
            ("Marendt’s driver said that it rained.", "rained", "Marendt’s driver", "said", ()),
            ("1️⃣ Marendt’s office said that it rained.", "rained", "Marendt’s office", "said", ()),
            ("- Marendt said that it rained.", "rained", "Marendt", "said", ("p1",)),
            ("Marendt denied the report.", "report", "Marendt", "denied", ("p1",)),
            ("Pryde expressed hope that it would end.", "end", "Pryde", "expressed hope", ("p2",)),
            (
                "Pryde opened a gate and said that it was late.",
                "late",
                "Pryde",
                "said",
                ("p2",),
            ),
            (
                "Marendt a par ailleurs appelé les marins à rester.",
                "rester",
                "Marendt",
                "a par ailleurs appelé",
                ("p1",),
            ),
            (
                "Dans un message, Marendt et Pryde s’engagent à payer.",
                "payer",
                "Marendt et Pryde",
                "s’engagent",
                ("p1", "p2"),
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

    @pytest.mark.parametrize(
        ("text", "word", "cue"),
        [
            ("The traders were promised that Pryde would pay.", "pay", "were promised"),
            ("Pryde was told that it was late.", "late", "was told"),
            ("“It is late,” Pryde was told.", "late", "was told"),
        ],
    )
    def test_the_one_who_is_told_is_no_source(self, text, word, cue):
        assert attributed(text, word, PRYDE) == ([], [cue], ())

    def test_of_a_passive_is_the_agent(self):
        text = "Orsi was told by Pryde that the gate was shut."
        assert attributed(text, "shut", PRYDE) == (["Pryde"], ["was told"], ("p2",))

    def test_who_is_asked_reports_nothing(self):
        text = "Asked whether it would rain, as farmers have demanded, she left."
        assert attributed(text, "rain", PRYDE) == ([], [], ())

    def test_of_a_sentence_taken_whole_is_its_speaker_alone(self):
        text = "Pryde said it was late."
        content = (Span.of(text, 0, len(text) - 1),)
        assert attribution(Segments(text), content, [PRYDE]) == ((), (), ("p2",))

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
        ("she", "said", ("p1",)),
        ("Marendt", "stressed", ("p1",)),
        ("She", "noted", ("p1",)),
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
    assert_apart(content, found)


@given(st.lists(HARD_PARTS, max_size=30).map("".join), st.integers(0, 120), st.integers(1, 60))
def test_what_is_selected_is_never_its_own_cue_or_source(text, start, length):
    end = min(start + length, len(text))
    if start < end:
        content = (Span.of(text, start, end),)
        assert_apart(content, attribution(Segments(text), content, [MARENDT]))


def assert_apart(content, found):
    """Content, cue and source overlap nowhere, and nothing ends in a comma or a space."""
    for one, other in pairwise(sorted((*content, *found.cue, *found.source))):
        assert one.end <= other.start
    for span in (*found.cue, *found.source):
        assert span.text == span.text.strip(" \xa0\n,;")


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.*")), ids=lambda path: path.name)
def test_at_every_word_of_the_samples_content_cue_and_source_are_apart(path):
    text = path.read_text(encoding="utf-8")
    segments = Segments(text)
    for word in segments.words(0, len(text)):
        content = reported_around(segments, word.start)
        assert content
        assert_apart(content, attribution(segments, content, [MARENDT]))
