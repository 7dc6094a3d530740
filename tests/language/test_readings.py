"""Words can be read as a quote in several ways; each says what was said, how and by whom."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from language.quotes.readings import (
    Reading,
    cues_around,
    readings_around,
    readings_from,
    sources_around,
)
from language.quotes.source_guesses import next_of, source_guesses
from language.quotes.source_names import is_pronoun, name_in_source, named_before
from language.segments import Segments
from store.records import Fragments, Participant, Span


def said(fragments: Fragments) -> str:
    return " … ".join(span.text for span in fragments)


def told(readings: list[Reading]) -> list[tuple[str, str, str]]:
    return [(said(r.source), said(r.cue), said(r.content)) for r in readings]


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span.of(text, start, start + len(part))


def test_on_a_verb_that_no_list_has_what_follows_it_is_a_reading() -> None:
    text = "The Orlen council buried the plan for a second bridge, and nobody spoke."
    readings = readings_around(Segments(text), text.index("buried"))
    assert ("The Orlen council", "buried", "the plan for a second bridge") in told(readings)


def test_from_its_first_word_a_content_runs_to_the_end_of_its_sentence_then_of_its_clauses() -> (
    None
):
    text = "Savik had waged war on the river tax, which he calls theft. Nobody came."
    readings = told(readings_from(Segments(text), text.index("the river")))
    assert readings[0] == ("Savik", "had waged war on", "the river tax, which he calls theft")
    assert readings[1] == ("Savik", "had waged war on", "the river tax")


def test_a_report_that_begins_there_comes_first_with_all_its_fragments() -> None:
    text = "“We wait,” said Ilsa Marendt. “Then we sail.”"
    first = readings_from(Segments(text), text.index("We wait"))[0]
    assert told([first]) == [("Ilsa Marendt", "said", "“We wait,” … “Then we sail.”")]


def test_a_content_that_ends_with_a_quotation_holds_its_closing_mark() -> None:
    text = "“We wait, or we sail,” said Ilsa Marendt."
    contents = [said(r.content) for r in readings_from(Segments(text), text.index("We wait"))]
    assert contents[0] == "“We wait, or we sail,”"
    assert "“We wait, or we sail" not in contents
    assert "“We wait" in contents


def test_inside_quotation_marks_the_verbs_there_report() -> None:
    text = "“Tellis denies the debt,” said Ilsa Marendt."
    readings = told(readings_from(Segments(text), text.index("the debt")))
    assert ("Tellis", "denies", "the debt") in readings


def guessed(text: str, content: str) -> list[str]:
    return [span.text for span in source_guesses(Segments(text), (span_of(text, content),))]


def test_whose_wish_or_view_it_is_comes_first() -> None:
    text = "The council of Orlen mocked Savik’s fear of the ferry."
    assert guessed(text, "the ferry")[:2] == ["Savik’s", "The council of Orlen"]


def test_by_whom_something_is_done_comes_before_those_named_elsewhere() -> None:
    text = "In Orlen the ferry was praised as a relief by the mayor."
    assert guessed(text, "as a relief")[0] == "the mayor"


def test_a_source_is_guessed_with_less_of_its_words_too_and_never_in_the_content() -> None:
    text = "Savik, who chairs the council of Orlen, buried the plan for a ferry."
    found = guessed(text, "the plan for a ferry")
    assert found[0] == "Savik, who chairs the council of Orlen"
    assert "Savik" in found
    assert not any("plan" in each for each in found)


def test_after_the_last_guess_comes_the_first() -> None:
    text = "The council of Orlen mocked Savik’s fear of the ferry."
    guesses = source_guesses(Segments(text), (span_of(text, "the ferry"),))
    assert next_of(guesses, ()) == guesses[0]
    assert next_of(guesses, (guesses[0],)) == guesses[1]
    assert next_of(guesses, (guesses[-1],)) == guesses[0]


def test_on_a_word_after_a_verb_that_no_list_has_what_that_reports_comes_first() -> None:
    text = "The Orlen council buried the plan for a second bridge. Nobody spoke."
    first = readings_around(Segments(text), text.index("bridge"))[0]
    assert told([first]) == [("The Orlen council", "buried", "the plan for a second bridge")]


def test_on_a_noun_what_it_is_about_is_a_reading_by_whom_it_belongs_to() -> None:
    text = "The mayor of Orlen ignored Savik’s wish to close the port."
    readings = told(readings_around(Segments(text), text.index("wish")))
    assert ("Savik’s", "wish", "to close the port") in readings


def test_a_content_rather_ends_before_a_comma_and_a_verb_than_before_of() -> None:
    text = "Savik buried the plan of the council, leaving Orlen without a ferry."
    contents = [said(r.content) for r in readings_from(Segments(text), text.index("the plan"))]
    assert contents[0] == "the plan of the council"
    assert "the plan" not in contents


def test_a_word_stands_for_all_words_that_name_the_speaker_around_it() -> None:
    text = "The mayor of Orlen, Ilsa Marendt, said that the bridge stands."
    sources = [span.text for span in sources_around(Segments(text), text.index("Marendt"))]
    assert sources[0] == "The mayor of Orlen, Ilsa Marendt"
    assert sources[-2:] == ["Ilsa Marendt", "Marendt"]


def test_a_word_stands_for_its_whole_verb_group() -> None:
    text = "Savik has never said that the bridge stands."
    cues = [span.text for span in cues_around(Segments(text), text.index("said"))]
    assert cues == ["has never said", "said"]


def test_a_source_names_its_speaker_before_or_in_the_apposition() -> None:
    for source, name in (
        ("Foreign Minister Ilsa Marendt, a lawyer", "Ilsa Marendt"),
        ("the minister, Ilsa Marendt,", "Ilsa Marendt"),
        ("the mayor of Orlen", "the mayor of Orlen"),
        ("Marendt’s office", "Marendt’s office"),
    ):
        assert name_in_source(Segments(source), Span.of(source, 0, len(source))).text == name


def test_pronouns_are_known_by_their_last_word() -> None:
    assert is_pronoun("She")
    assert is_pronoun("most of whom")
    assert not is_pronoun("the minister")


def test_who_was_named_last_comes_first() -> None:
    text = "Ilsa Marendt met Aksel Savik. Marendt waited, and he left."
    people = [
        Participant(id="p1", name="Ilsa Marendt", mentions=(span_of(text, "Ilsa Marendt"),)),
        Participant(id="p2", name="Aksel Savik", mentions=(span_of(text, "Aksel Savik"),)),
        Participant(id="p3", name="Tellis", mentions=()),
    ]
    found = named_before(Segments(text), text.index("he left"), people)
    assert [each.id for each in found] == ["p1", "p2"]


@given(
    st.lists(
        st.sampled_from(
            ("Savik", "said", "that", "“We", "wait", "”", ",", ".", " ", "\n\n", "the tax", "(")
        ),
        max_size=24,
    ),
    st.integers(0, 120),
)
def test_every_reading_of_any_text_stands_in_it(parts: list[str], offset: int) -> None:
    text = " ".join(parts)
    segments = Segments(text)
    readings = [*readings_around(segments, offset), *readings_from(segments, offset)]
    spans = [
        span for reading in readings for span in (*reading.content, *reading.cue, *reading.source)
    ]
    spans += [*sources_around(segments, offset), *cues_around(segments, offset)]
    spans += [span for each in readings for span in source_guesses(segments, each.content)]
    assert all(span == Span.of(text, span.start, span.end) for span in spans)
    assert all(span.start < span.end for span in spans)
