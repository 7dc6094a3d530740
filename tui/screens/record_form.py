"""The form of a record: all its fields, and the others that are to get the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from msgspec import structs

from store.annotations import Annotations
from store.records import FollowUp, Participant, Quote, Record
from tui.repeating import set_in_all
from tui.screens.record_fields import FIELDS, Field, Known
from tui.widgets.fields import FormField
from tui.widgets.form import Form
from tui.widgets.list_fields import TickField

SaveRecords: TypeAlias = Callable[[tuple[Record, ...]], str]
"""Takes records as edited, and answers with why it cannot, or nothing."""

_ALSO: Final = "also in"
_ALSO_HINT: Final = "Space: what you change, there too"


def record_form(record: Record, known: Known, save: SaveRecords) -> Form:
    """A form that edits a record.

    What is changed in it is changed too in those ticked in its last field.
    """
    fields = FIELDS[type(record)]
    asked: dict[str, tuple[str, FormField]] = {
        field.name: (_label(field, record), field.asked(record, known)) for field in fields
    }
    others = tuple(_others(record, known.annotations))
    if others:
        options = ((called_in_list(other, known.numbers), other, False) for other in others)
        asked[_ALSO] = (_ALSO, TickField[Record](options, hint=_ALSO_HINT))

    def save_values(read: dict[str, Any]) -> str:
        also: tuple[Record, ...] = read.pop(_ALSO, ())
        values = {field.name: field.value(read[field.name], record) for field in fields}
        edited = structs.replace(record, **values)
        return save((edited, *set_in_all(edited, record, also)))

    return Form(called_in_list(record, known.numbers), asked, save_values)


def called_in_list(record: Record, numbers: Mapping[str, int]) -> str:
    """What a record is called where several are listed: `q1 2 The harbour opens …`."""
    match record:
        case Participant():
            return f"{numbers[record.id]} {record.name}"
        case Quote():
            speakers = ",".join(str(numbers[key]) for key in record.speakers if key in numbers)
            words = " ".join(span.text for span in record.content)
            return " ".join(filter(None, (record.id, speakers, words)))
        case FollowUp():
            return f"{record.id} {record.title}"


def _label(field: Field, record: Record) -> str:
    """The label of a field; a guess that nobody has confirmed is marked as in the panel."""
    return f"{field.label}?" if field.name in record.provenance.guessed else field.label


def _others(record: Record, annotations: Annotations) -> tuple[Record, ...]:
    listed = annotations.numbered if isinstance(record, Participant) else annotations.in_order
    return tuple(each for each in listed if type(each) is type(record) and each.id != record.id)
