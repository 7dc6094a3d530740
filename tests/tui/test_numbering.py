"""The numbers of participants stay with whom they were shown for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.numbering import DIGITS, Numbers

BEGIN = Numbers().renewed(["p1", "p2"], ["p5", "p7", "p6"])


def test_those_on_record_come_first_then_those_suggested() -> None:
    assert BEGIN.records == {"p1": 1, "p2": 2}
    assert BEGIN.suggested == {"p5": 3, "p7": 4, "p6": 5}
    assert (BEGIN.record(2), BEGIN.record(3), BEGIN.suggestion(3)) == ("p2", None, "p5")


def test_who_is_accepted_keeps_the_number_and_so_do_the_others() -> None:
    accepted = BEGIN.renewed(["p1", "p2", "p3"], ["p5", "p7"], {"p6": "p3"})
    assert accepted.records == {"p1": 1, "p2": 2, "p3": 5}
    assert accepted.suggested == {"p5": 3, "p7": 4}
    assert accepted.renewed(["p1", "p2"], ["p5", "p7", "p6"]).suggested == BEGIN.suggested


def test_a_number_that_is_free_goes_to_the_next_and_comes_back_if_it_still_is() -> None:
    dismissed = BEGIN.renewed(["p1", "p2"], ["p5", "p6"])
    assert dismissed.suggested == {"p5": 3, "p6": 5}
    assert dismissed.renewed(["p1", "p2"], ["p5", "p7", "p6"]).suggested["p7"] == 4
    marked = dismissed.renewed(["p1", "p2", "p3"], ["p5", "p6"])
    assert marked.records["p3"] == 4
    assert marked.renewed(["p1", "p2", "p3"], ["p5", "p7", "p6"]).suggested["p7"] == 6


def test_who_is_marked_has_a_digit_before_those_only_suggested() -> None:
    many = [f"p{number}" for number in range(1, 13)]
    crowded = Numbers().renewed([], many)
    marked = crowded.renewed(["p1"], many)
    assert marked.records == {"p1": DIGITS}
    assert marked.suggested["p9"] > DIGITS
    assert {**marked.suggested, "p9": 9} == crowded.suggested


def test_who_has_no_digit_moves_up_to_one_that_is_free() -> None:
    many = [f"p{number}" for number in range(1, 13)]
    left = Numbers().renewed([], many).renewed([], [key for key in many if key != "p3"])
    assert left.suggested["p10"] == 3
    assert left.suggested["p11"] == 11


keys = st.lists(st.sampled_from([f"p{number}" for number in range(1, 16)]), unique=True)


recorded = st.dictionaries(st.sampled_from(["p1", "p2", "p3"]), st.sampled_from(["p4", "p5", "p6"]))


@given(st.lists(st.tuples(keys, keys, recorded), max_size=6))
def test_everyone_has_one_number_and_no_two_the_same(steps) -> None:
    numbers = Numbers()
    for marked, offered, recorded in steps:
        before, numbers = numbers, numbers.renewed(marked, offered, recorded)
        assert set(numbers.records) == set(marked)
        assert set(numbers.suggested) == set(offered)
        given_ones = [*numbers.records.values(), *numbers.suggested.values()]
        assert len(set(given_ones)) == len(given_ones)
        assert all(number > 0 for number in given_ones)
        again = numbers.renewed(marked, offered, recorded)
        assert (again.records, again.suggested) == (numbers.records, numbers.suggested)
        stay = [key for key in marked if key in before.records]
        assert [numbers.records[key] for key in stay] == [before.records[key] for key in stay]
        if len(marked) <= DIGITS and all(its <= DIGITS for its in numbers.records.values()):
            shown = {number for number in given_ones if number <= DIGITS}
            assert len(shown) == min(len(given_ones), DIGITS)
