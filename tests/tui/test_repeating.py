"""A correction made of one record, and of others like it."""

from __future__ import annotations

from msgspec import structs

from store.changes import Change
from store.records import EventDate, FollowUp, Participant, Provenance, Quote, Span
from tui.repeating import Correction, set_in_all

EVENT = FollowUp(id="f1", title="talks", trigger=(Span(0, 5, "talks"),))
QUOTE = Quote(id="q1", content=(Span(0, 5, "talks"),))


def correction(before, after) -> Correction | None:
    return Correction.of(Change("a", "edit", before=(before,), after=(after,)), before.id)


def test_it_holds_the_fields_that_were_changed() -> None:
    dated = structs.replace(EVENT, date=EventDate(7, 11, "June", "2031-06"), place="Tellis")
    found = correction(EVENT, dated)
    assert found is not None
    assert found.told == "date and place"
    other = FollowUp(id="f2", title="summit", trigger=(Span(20, 26, "summit"),))
    assert found.made_of(other, "a") == structs.replace(other, date=dated.date, place="Tellis")
    elsewhere = found.made_of(other, "b")
    assert elsewhere == structs.replace(other, date=EventDate(value="2031-06"), place="Tellis")


def test_ids_and_offsets_go_to_no_other_article() -> None:
    found = correction(QUOTE, structs.replace(QUOTE, speakers=("p1",), note="on the record"))
    assert found is not None
    assert found.made_of(QUOTE, "b") == structs.replace(QUOTE, note="on the record")


def test_a_change_of_where_it_stands_is_no_correction_of_others() -> None:
    assert correction(QUOTE, structs.replace(QUOTE, content=(Span(0, 9, "talks are"),))) is None
    assert correction(QUOTE, QUOTE) is None
    assert Correction.of(Change("a", "mark q1", after=(QUOTE,)), "q1") is None
    assert Correction.of(Change("a", "mark q1", after=(QUOTE,)), None) is None


def test_what_is_set_is_no_guess_any_more() -> None:
    guessed = Provenance(guessed=("kind", "title"))
    one = Participant(id="p1", name="Orlen")
    other = Participant(id="p2", name="Savik", provenance=guessed)
    (changed,) = set_in_all(structs.replace(one, kind="country"), one, [other])
    assert changed.kind == "country"
    assert changed.provenance.guessed == ("title",)


def test_what_is_a_records_own_is_set_in_no_other() -> None:
    edited = structs.replace(QUOTE, content=(Span(0, 9, "talks are"),), note="n")
    other = structs.replace(QUOTE, id="q2", content=(Span(20, 26, "summit"),))
    assert set_in_all(edited, QUOTE, [other]) == (structs.replace(other, note="n"),)
