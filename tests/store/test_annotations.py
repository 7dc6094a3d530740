"""What a mark, a change, a removal and a changed text do to the records of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from store.annotations import Annotations, displaced, reanchored
from store.records import (
    Article,
    FollowUp,
    Participant,
    Quote,
    Record,
    Span,
    position,
    spans_of,
)


@pytest.fixture
def annotations(article: Article, records: tuple[Record, ...]) -> Annotations:
    annotations = Annotations.none_of(article)
    for record in records:
        annotations = annotations.applied(annotations.add(record))
    return annotations


def test_records_stand_in_the_order_of_the_text(annotations: Annotations) -> None:
    assert [record.id for record in annotations.in_order] == ["q1", "p1", "q2", "p2", "f1"]
    assert [quote.id for quote in annotations.quotes] == ["q1", "q2"]
    assert [person.id for person in annotations.participants] == ["p1", "p2"]
    assert [event.id for event in annotations.follow_ups] == ["f1"]


def test_a_change_leaves_the_annotations_before_it_alone(annotations: Annotations) -> None:
    after = annotations.applied(annotations.remove("p2"))
    assert "p2" in annotations.records
    assert "p2" not in after.records


def test_removing_a_record_removes_every_reference_to_it(annotations: Annotations) -> None:
    after = annotations.applied(annotations.remove("p1"))
    assert [quote.speakers for quote in after.quotes] == [(), ()]
    assert [event.participants for event in after.follow_ups] == [()]
    after = after.applied(after.remove("p2"))
    assert [quote.addressees for quote in after.quotes] == [(), ()]
    after = after.applied(after.remove("q2"))
    assert [event.announced_in for event in after.follow_ups] == [None]


def test_the_inverse_of_a_removal_brings_all_of_it_back(annotations: Annotations) -> None:
    removal = annotations.remove("p1")
    assert annotations.applied(removal).applied(removal.inverse).records == annotations.records


def test_replacing_by_the_same_changes_nothing(annotations: Annotations) -> None:
    assert annotations.replace("edit", *annotations.quotes).is_empty
    renamed = structs.replace(annotations.participants[0], name="I. Varga")
    change = annotations.replace("edit p1", renamed, annotations.quotes[0])
    assert change.after == (renamed,)


def test_two_changes_can_be_one(annotations: Annotations) -> None:
    added = annotations.add(Participant(id="p3", name="Sarova"))
    between = annotations.applied(added)
    person, quote = between.records["p3"], between.quotes[0]
    assert isinstance(person, Participant)
    renamed = structs.replace(person, name="I. Sarova")
    said = structs.replace(quote, speakers=("p3",))
    other = between.replace("say who spoke", renamed, said)
    both = added.then(other)
    assert annotations.applied(both).records == between.applied(other).records
    assert annotations.applied(both).applied(both.inverse).records == annotations.records


def test_a_dismissal_is_a_change_like_others(annotations: Annotations) -> None:
    dismissal = annotations.dismiss("q", 12, 20)
    dismissed = annotations.applied(dismissal)
    assert dismissed.entry.dismissed == ("q12-20",)
    assert dismissed.records == annotations.records
    assert dismissed.applied(dismissal.inverse).entry.dismissed == ()


def test_an_id_is_given_once(annotations: Annotations) -> None:
    assert annotations.next_id("p") == "p3"
    added = annotations.add(Participant(id="p3", name="Sarova"))
    undone = annotations.applied(added).applied(added.inverse)
    assert undone.next_id("p") == "p4"
    removed = annotations.applied(annotations.remove("f1"))
    assert removed.next_id("f") == "f2"


def test_an_id_that_another_program_gave_is_not_given_again(article: Article) -> None:
    strange = Participant(id="p7", name="Sarova")
    annotations = Annotations(Annotations.none_of(article).entry, {"p7": strange})
    assert annotations.next_id("p") == "p8"
    assert annotations.applied(annotations.remove("p7")).next_id("p") == "p8"


def test_done_is_a_change_and_so_is_its_undo(annotations: Annotations) -> None:
    done = annotations.set_status("done")
    after = annotations.applied(done)
    assert after.entry.status == "done"
    assert after.applied(done.inverse).entry.status == "open"


def test_records_are_counted_in_the_entry(annotations: Annotations) -> None:
    assert annotations.entry.records == 5
    assert annotations.applied(annotations.remove("p1")).entry.records == 4


def test_records_follow_their_words_in_a_changed_text(
    article: Article, annotations: Annotations
) -> None:
    changed = structs.replace(article, text=f"PELMOOR. {article.text}")
    assert all(displaced(changed.text, record) for record in annotations.in_order)
    change, lost = reanchored(annotations, changed)
    assert not lost
    after = annotations.applied(change)
    assert after.entry.sha256 == changed.sha256
    for before, now in zip(annotations.in_order, after.in_order, strict=True):
        assert not displaced(changed.text, now)
        assert [span.start + 9 for _, span in spans_of(before)] == [
            span.start for _, span in spans_of(now)
        ]
    assert after.applied(change.inverse).entry.sha256 == article.sha256


def test_a_record_whose_words_are_gone_is_left_as_it_was(
    article: Article, annotations: Annotations
) -> None:
    changed = structs.replace(article, text=article.text.replace("next month", "in June"))
    change, lost = reanchored(annotations, changed)
    assert lost == ["f1"]
    assert annotations.applied(change).records["f1"] == annotations.records["f1"]


def test_of_several_places_the_nearest_is_followed() -> None:
    text = "Moss spoke. Then Reed spoke. Moss left."
    article = Article(id="a", text=text)
    mention = Span.of(text, 29, 33)
    annotations = Annotations.none_of(article)
    moss = Participant(id="p1", name="Moss", mentions=(mention,))
    annotations = annotations.applied(annotations.add(moss))
    changed = structs.replace(article, text=text.replace("Then", "And"))
    change, _ = reanchored(annotations, changed)
    assert change.after == (structs.replace(moss, mentions=(Span(28, 32, "Moss"),)),)


@given(st.text(), st.text(), st.data())
def test_following_a_text_never_leaves_a_moved_span_on_other_words(
    text: str, changed: str, data: st.DataObject
) -> None:
    cut = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(cut, cut).map(sorted), max_size=4))
    mentions = tuple(Span.of(text, start, end) for start, end in spans)
    article = Article(id="a", text=text)
    annotations = Annotations.none_of(article)
    annotations = annotations.applied(
        annotations.add(Participant(id="p1", name="", mentions=mentions))
    )
    change, lost = reanchored(annotations, structs.replace(article, text=changed))
    after = annotations.applied(change)
    if "p1" in lost:
        assert after.records == annotations.records
    else:
        assert not displaced(changed, after.records["p1"])


def test_every_span_of_every_role_is_known(annotations: Annotations) -> None:
    roles = {record.id: [role for role, _ in spans_of(record)] for record in annotations.in_order}
    assert roles == {
        "p1": ["mentions", "mentions"],
        "p2": ["mentions"],
        "q1": ["content", "cue", "source"],
        "q2": ["content", "content", "cue", "source"],
        "f1": ["trigger", "date"],
    }
    assert isinstance(annotations.records["f1"], FollowUp)
    assert isinstance(annotations.records["q1"], Quote)


def test_the_fields_given_to_an_article_hold_over_those_of_its_file(article: Article) -> None:
    annotations = Annotations.none_of(article)
    change = annotations.give({"date": "2031-01-02", "source": "Tellis Post"})
    given = annotations.applied(change)
    assert (given.entry.date, given.entry.told.date) == (article.date, "2031-01-02")
    assert given.entry.over(article).source == "Tellis Post"
    assert given.entry.over(article).text == article.text
    assert given.applied(change.inverse).entry.told == annotations.entry


def test_merged_participants_are_one_wherever_they_were_named(annotations: Annotations) -> None:
    one, other = annotations.participants
    speaking = structs.replace(annotations.quotes[0], speakers=(one.id, other.id))
    noted = structs.replace(other, title="Mayor", note="later only by her first name")
    annotations = annotations.applied(annotations.replace("edit", speaking, noted))
    change = annotations.merge(one.id, other.id)
    merged = annotations.applied(change)
    (stays,) = merged.participants
    assert (stays.id, stays.name) == (one.id, one.name)
    assert stays.title == (one.title or "Mayor")
    assert stays.note == "; ".join(filter(None, (one.note, noted.note)))
    assert set(stays.mentions) == {*one.mentions, *other.mentions}
    named = [key for quote in merged.quotes for key in (*quote.speakers, *quote.addressees)]
    assert set(named) == {one.id}
    assert merged.records[speaking.id].speakers == (one.id,)  # type: ignore[union-attr]
    assert merged.applied(change.inverse).records == annotations.records


def test_a_mention_within_another_is_not_kept_beside_it_after_a_merger(article: Article) -> None:
    annotations = Annotations.none_of(article)
    whole = Participant(id="p1", name="A", mentions=(Span(0, 9, article.text[:9]),))
    part = Participant(id="p2", name="B", mentions=(Span(0, 4, article.text[:4]),))
    for record in (whole, part):
        annotations = annotations.applied(annotations.add(record))
    merged = annotations.applied(annotations.merge("p2", "p1")).participants
    assert merged == (structs.replace(part, mentions=whole.mentions),)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 9), st.booleans()), max_size=12))
def test_however_records_were_changed_they_stand_in_the_order_of_the_text(steps) -> None:
    known = Annotations.none_of(Article(id="a", text="0123456789"))
    for number, start, is_looked_at in steps:
        key = f"q{number}"
        if key in known.records and start == 0:
            change = known.remove(key)
        else:
            new = Quote(id=key, content=(Span.of("0123456789", start, start + 1),))
            change = known.replace("x", new) if key in known.records else known.add(new)
        known = known.with_entry(known.entry).applied(change)
        if is_looked_at:
            assert known.in_order == tuple(sorted(known.records.values(), key=position))
    assert known.in_order == tuple(sorted(known.records.values(), key=position))
