"""Quotes found in two ways become one list: what both say, what one says, and where they differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from language.engines.two_readings import BOTH, CONTENT, MORE, ONLY_THE_SOURCE, merged
from store.records import Quote, Span, Suggestion

TEXT = "Marendt, a minister, said the harbour opens in May. Brandvold said no. Hale agreed to it."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def found(source: str, cue: str, content: str, rule: str = "rule") -> Suggestion:
    after = TEXT.index(content)
    start = TEXT.rindex(cue, 0, after)
    quote = Quote(
        id="q1",
        source=(span(source),),
        cue=(Span.of(TEXT, start, start + len(cue)),),
        content=(span(content),),
    )
    return Suggestion(quote, rule, 0.9, "A reason.")


def parts(suggestions: tuple[Suggestion, ...]) -> list[tuple[str, str, str, float]]:
    return [
        (
            each.record.source[0].text,
            each.record.content[0].text,
            each.record.id,
            each.confidence,
        )
        for each in suggestions
        if isinstance(each.record, Quote)
    ]


MARENDT = "Marendt, a minister"
OPENS = "the harbour opens in May"


def test_what_both_found_is_there_once_and_surest() -> None:
    both = merged([found(MARENDT, "said", OPENS)], [found(MARENDT, "said", OPENS + ".")])
    assert parts(both) == [(MARENDT, OPENS, "q1", BOTH)]
    assert both[0].why == "A reason. The parse of the sentence says the same."


def test_where_only_the_source_differs_that_of_our_rules_is_taken() -> None:
    both = merged([found(MARENDT, "said", OPENS)], [found("Marendt", "said", OPENS)])
    assert parts(both) == [(MARENDT, OPENS, "q1", ONLY_THE_SOURCE)]


def test_where_more_differs_our_rules_are_believed_less() -> None:
    (content,) = merged([found(MARENDT, "said", OPENS)], [found(MARENDT, "said", "the harbour")])
    assert parts((content,)) == [(MARENDT, OPENS, "q1", CONTENT)]
    (more,) = merged([found(MARENDT, "said", OPENS)], [found("Marendt", "said", "the harbour")])
    assert parts((more,)) == [(MARENDT, OPENS, "q1", MORE)]


def test_what_one_of_them_found_is_kept_in_the_order_of_the_text() -> None:
    both = merged(
        [found("Brandvold", "said", "no")],
        [found("Hale", "agreed", "to it"), found(MARENDT, "said", OPENS)],
    )
    assert [each[:3] for each in parts(both)] == [
        (MARENDT, OPENS, "q1"),
        ("Brandvold", "no", "q2"),
        ("Hale", "to it", "q3"),
    ]


STRETCHES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))),
    max_size=8,
)


def any_quotes(stretches: list[tuple[int, int]]) -> list[Suggestion]:
    return [
        Suggestion(Quote(id=f"q{n}", content=(Span.of(TEXT, *stretch),)), "rule", 0.5, "")
        for n, stretch in enumerate(sorted(stretches), 1)
    ]


@given(STRETCHES, STRETCHES)
def test_none_of_our_own_is_lost_and_ids_count_from_one(ours, parsed) -> None:
    both = merged(any_quotes(ours), any_quotes(parsed))
    contents = [each.record.content[0] for each in both if isinstance(each.record, Quote)]
    assert [each.record.id for each in both] == [f"q{n}" for n in range(1, len(both) + 1)]
    assert len(both) >= len(ours)
    assert {(span.start, span.end) for span in contents} >= set(ours)
    assert contents == sorted(contents)
