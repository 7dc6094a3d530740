"""How records show in the text: which layers lie where, what the margin says, what is hidden."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.records import Participant, Provenance, Quote, Record, Span
from tui.density import DENSITIES, thinned
from tui.margin import signs_of
from tui.marks import LAYERS, Mark, Marks, looks_of, main_marks, over, with_current

TEXT = "“We leave,” Savik said on Monday, “when the harbour opens.” Verel agreed."


def layers(marks: Marks, offset: int) -> set[str]:
    return {look.layer for look in looks_of(marks.at(offset))}


def quote(record: str, start: int, end: int, is_current: bool = False) -> Mark:
    return Mark(start, end, record, "content", is_current)


def shown(
    *records: Record, current: str | None = None, suggested: tuple[Record, ...] = ()
) -> Marks:
    by_id = {record.id: record for record in records}
    marks = with_current(main_marks(records, TEXT), by_id.get(current or ""), TEXT)
    proposed = main_marks(suggested, TEXT, are_suggested=True)
    first = suggested[0] if suggested else None
    return over(marks, with_current(proposed, first, TEXT, is_suggested=True))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


BROKEN = Quote(
    id="q1",
    content=(span("“We leave,”"), span("“when the harbour opens.”")),
    cue=(span("said"),),
    source=(span("Savik"),),
    provenance=Provenance(guessed=("cue", "speakers")),
)


def test_a_quote_in_a_quote_lies_over_it_and_a_third_over_both() -> None:
    marks = Marks([quote("q1", 0, 30), quote("q2", 5, 20), quote("q3", 8, 12)])
    assert layers(marks, 9) == {"q", "qq", "qqq"}
    assert layers(marks, 6) == {"q", "qq"}
    assert layers(marks, 25) == {"q"}


def test_of_two_that_begin_together_the_shorter_lies_over_the_longer() -> None:
    marks = Marks([quote("q1", 0, 10), quote("q2", 0, 30)])
    assert layers(marks, 5) == {"q", "qq"}
    assert layers(marks, 20) == {"q"}


def test_two_quotes_that_overlap_look_different_beside_where_they_do() -> None:
    marks = Marks([quote("q1", 0, 20), quote("q2", 10, 30), quote("q3", 25, 40)])
    assert [layers(marks, offset) for offset in (5, 22, 35)] == [{"q"}, {"qq"}, {"q"}]


def test_two_quotes_that_touch_look_different() -> None:
    marks = Marks([quote("q1", 0, 20), quote("q2", 20, 30)])
    assert layers(marks, 19) != layers(marks, 20)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=8))
def test_of_the_quotes_on_a_character_no_two_are_on_one_level(
    places: list[tuple[int, int]],
) -> None:
    marks = Marks(quote(f"q{n}", at, at + long) for n, (at, long) in enumerate(places, 1))
    for offset in range(62):
        for one, other in combinations(marks.at(offset), 2):
            assert one.level != other.level
            inner, outer = sorted((one, other), key=lambda mark: mark.end - mark.start)
            if outer.start < inner.start and inner.end < outer.end:
                assert inner.level > outer.level, "it would be hidden"


def test_a_quote_within_the_current_one_is_not_lit_with_it() -> None:
    marks = Marks([quote("q1", 0, 30, is_current=True), quote("q2", 5, 20)])
    assert layers(marks, 3) == {"q", "q-current"}
    assert max(layers(marks, 9), key=LAYERS.index) == "qq"


def test_the_current_quote_within_another_is_lit_over_it() -> None:
    marks = Marks([quote("q1", 0, 30), quote("q2", 5, 20, is_current=True)])
    assert max(layers(marks, 9), key=LAYERS.index) == "qq-current"


def test_all_fragments_of_the_current_record_are_lit_and_its_roles_shown() -> None:
    marks = shown(BROKEN, current="q1")
    for words in ("leave", "harbour"):
        assert layers(marks, TEXT.index(words)) == {"q", "q-current"}
    assert layers(marks, TEXT.index("Savik")) == {"source"}
    assert layers(marks, TEXT.index("Monday")) == set()


def test_a_participant_in_the_source_or_the_cue_is_seen_over_it() -> None:
    speaker = Participant(id="p1", name="Savik", mentions=(span("Savik"), span("said")))
    marks = shown(BROKEN, speaker, current="q1")
    for words, role in (("Savik", "source"), ("said", "cue")):
        found = layers(marks, TEXT.index(words)) - {"guessed"}
        assert sorted(found, key=LAYERS.index) == [role, "p"]


def test_what_was_guessed_looks_guessed() -> None:
    marks = shown(BROKEN, current="q1")
    assert layers(marks, TEXT.index("said")) == {"cue", "guessed"}


def test_cue_and_source_show_for_the_current_record_only() -> None:
    assert layers(shown(BROKEN), TEXT.index("said")) == set()


def test_suggestions_have_layers_of_their_own_and_the_current_one_shows_its_roles() -> None:
    marks = shown(suggested=(BROKEN,))
    assert layers(marks, TEXT.index("leave")) == {"sq", "suggested-current"}
    assert "cue" in layers(marks, TEXT.index("said"))
    other = Participant(id="p1", name="Verel", mentions=(span("Verel"),))
    assert layers(shown(suggested=(BROKEN, other)), TEXT.index("Verel")) == {"sp"}


def test_words_that_are_gone_from_the_text_have_no_mark() -> None:
    gone = Quote(id="q1", content=(Span(0, 6, "Nobody"), span("agreed")))
    assert [mark.start for mark in shown(gone)] == [TEXT.index("agreed")]


def signs(marks: Marks, start: int, end: int) -> str:
    return "".join(sign.sign for sign in signs_of(marks.within(start, end), start))


def test_the_margin_tells_where_a_record_begins_pauses_goes_on_and_is_resumed() -> None:
    marks = shown(BROKEN)
    assert signs(marks, 0, 5) == " q "
    assert signs(marks, 5, 10) == " │ "
    assert signs(marks, 14, 20) == " · "
    assert signs(marks, TEXT.index("Monday"), TEXT.index("when")) == " + "
    assert signs(marks, TEXT.index("Verel"), len(TEXT)) == "   "


def test_the_current_record_is_told_in_the_margin_without_colour() -> None:
    marks = shown(BROKEN, current="q1")
    assert signs(marks, 0, 5) == " Q "
    assert signs(marks, 5, 10) == " ║ "
    assert [sign.layer for sign in signs_of(marks.within(0, 5), 0)] == ["", "current-sign", ""]


def test_a_suggestion_is_told_from_a_record_in_the_margin() -> None:
    marks = shown(suggested=(BROKEN,))
    assert signs(marks, 0, 5) == " ? "
    assert signs(marks, 5, 10) == " : "
    both = shown(BROKEN, suggested=(BROKEN,))
    assert signs(both, 0, 5) == " q ", "the record matters more"


def test_a_later_mention_has_the_letter_again() -> None:
    person = Participant(id="p1", name="Savik", mentions=(span("Savik"), span("Verel")))
    marks = shown(person)
    assert signs(marks, TEXT.index("Verel"), len(TEXT)) == "p  "
    assert signs(marks, TEXT.index("said"), TEXT.index("Monday")) == "   ", (
        "mentions are not joined"
    )


@pytest.mark.parametrize(
    ("density", "kept"),
    [
        ("all", {"p1", "q1", "q2", "f1"}),
        ("participants", {"p1", "q2"}),
        ("quotes", {"q1", "q2"}),
        ("events", {"f1", "q2"}),
        ("current", {"q2"}),
        ("none", set()),
    ],
)
def test_marks_are_thinned_to_a_kind_and_the_current_one(density, kept) -> None:
    marks = Marks(
        [
            quote("q1", 0, 30),
            quote("q2", 5, 20, is_current=True),
            Mark(2, 4, "p1", "mentions"),
            Mark(2, 4, "f1", "trigger"),
        ]
    )
    thin = thinned(marks, density)
    assert {mark.record for mark in thin} == kept
    assert density in DENSITIES


def test_where_the_outer_quote_is_hidden_the_inner_one_looks_like_any() -> None:
    marks = Marks([quote("q1", 0, 30), quote("q2", 5, 20, is_current=True)])
    assert layers(thinned(marks, "current"), 9) == {"q", "q-current"}


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 15)).map(lambda at: (at[0], at[0] + at[1]))
RECORDS = st.dictionaries(
    st.sampled_from(["q1", "q2", "q3", "q4", "p1", "p2", "f1"]),
    st.lists(SPANS, min_size=1, max_size=3),
)


def marks_of(records: dict[str, list[tuple[int, int]]]) -> list[Mark]:
    roles = {"q": "content", "p": "mentions", "f": "trigger"}
    return [
        Mark(start, end, key, roles[key[0]])
        for key, spans in records.items()
        for start, end in spans
    ]


@given(RECORDS, RECORDS, st.sets(st.sampled_from(["q1", "q3", "p1"])))
def test_marks_after_a_change_are_as_if_all_were_worked_out(before, after, gone) -> None:
    left = {key: spans for key, spans in before.items() if key not in {*after, *gone}}
    changed = Marks(marks_of(before)).replacing({*after, *gone}, marks_of(after))
    assert sorted(changed) == sorted(Marks(marks_of({**left, **after})))
    for offset in range(0, 76, 5):
        expected = Marks(marks_of({**left, **after})).at(offset)
        assert sorted(changed.at(offset)) == sorted(expected)
