"""Repair saves every sound document and says what is lost."""

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.durable_file import DurableFile
from store.errors import StoreDamagedError, StoreError
from store.repair import repair


def quote(number):
    return {"type": "quote", "article": "a", "id": f"q{number}", "note": 'é😀"\n'}


DOCUMENTS = {number: quote(number) for number in range(1, 11)}
LAYOUTS = {
    "stock": json.dumps({"annotations": DOCUMENTS, "other": {"1": {"n": {"5": {}}}}}),
    "pretty": json.dumps({"annotations": DOCUMENTS, "other": {"1": {"n": {"5": {}}}}}, indent=2),
}


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "a.json"
    file = DurableFile(path)
    file.commit("other", {1: {"n": {"5": {}}}}, [])
    for number, fields in DOCUMENTS.items():
        file.commit("annotations", {number: fields}, [])
    file.close()
    return path


def tables(path):
    file = DurableFile(path, writable=False)
    assert not file.recovered
    found = {
        name: {doc_id: file.fields(name, doc_id) for doc_id in file.index(name).places}
        for name in file.tables
    }
    file.close()
    return found


def without(*numbers):
    return {key: fields for key, fields in DOCUMENTS.items() if key not in numbers}


def test_a_sound_file_is_saved_whole(store, tmp_path):
    assert repair(store, tmp_path / "new.json") == (11, [])
    assert (tmp_path / "new.json").read_bytes() == store.read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_sound_file_of_stock_tinydb_is_saved_whole(layout, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(LAYOUTS[layout], encoding="utf-8")
    assert repair(path, tmp_path / "new.json") == (11, [])
    assert tables(tmp_path / "new.json") == {
        "annotations": DOCUMENTS,
        "other": tables(path)["other"],
    }


def test_a_damaged_document_is_lost_and_named_and_the_others_are_saved(store, tmp_path):
    damaged = store.read_bytes().replace(b'"id": "q4"', b'"id"\0 "q4"')
    store.write_bytes(damaged)
    with pytest.raises(StoreDamagedError):
        DurableFile(store)
    report = repair(store, tmp_path / "new.json")
    assert tables(tmp_path / "new.json")["annotations"] == without(4)
    line = damaged[: damaged.index(b"\0")].count(b"\n") + 1
    assert [str(loss) for loss in report.lost] == [
        f"line {line}: document 4 of annotations is lost"
    ]
    assert report.saved == 10
    assert store.read_bytes() == damaged, "it is only read"


def test_bytes_that_are_no_text_are_not_taken_for_text(store, tmp_path):
    store.write_bytes(store.read_bytes().replace(b'"id": "q4"', b'"id": "\xff4"'))
    assert len(repair(store, tmp_path / "new.json").lost) == 1
    assert tables(tmp_path / "new.json")["annotations"] == without(4)


def test_an_older_version_stands_in_for_one_that_is_lost(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(
        b'{"annotations": {\n"1": {"n": 1}\n,"2": {"n": 2}\n,"1": {"n": #}\n,"3": {}\n,"2": {}\n}}'
    )
    report = repair(path, tmp_path / "new.json")
    assert tables(tmp_path / "new.json") == {"annotations": {1: {"n": 1}}}
    assert [str(loss) for loss in report.lost] == [
        "line 4: document 1 of annotations: its last version is lost, an older one was saved"
    ]


def test_a_file_that_stock_tinydb_left_half_written_is_saved_up_to_there(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(LAYOUTS["stock"][:500], encoding="utf-8")
    with pytest.raises(StoreDamagedError, match="onrecord repair"):
        DurableFile(path)
    report = repair(path, tmp_path / "new.json")
    last = max(tables(tmp_path / "new.json")["annotations"])
    assert tables(tmp_path / "new.json")["annotations"] == {n: quote(n) for n in range(1, last + 1)}
    assert [loss.doc_id for loss in report.lost] == [last + 1]


def test_what_repair_may_not_do_is_refused(store, tmp_path):
    with pytest.raises(StoreError, match="is there already"):
        repair(store, store)
    with pytest.raises(StoreError, match="cannot be read"):
        repair(tmp_path / "none.json", tmp_path / "new.json")
    with pytest.raises(StoreError, match="cannot be written"):
        repair(store, tmp_path / "no folder" / "new.json")


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.floats(0, 1),
    damage=st.binary(min_size=1, max_size=30) | st.just(b"\0" * 512) | st.just(b"\n" * 40),
)
def test_damage_costs_only_the_documents_that_it_hits(store, tmp_path, where, damage):
    sound = store.read_bytes()
    at = int(where * (len(sound) - 1))
    hit = sound[:at] + damage + sound[at + len(damage) :]
    path, new = tmp_path / "hit.json", tmp_path / "new.json"
    path.write_bytes(hit)
    new.unlink(missing_ok=True)
    repair(path, new)
    found = {}
    for table in tables(new).values():
        found.update(table)
    spared = {
        number
        for number in DOCUMENTS
        if not overlap(sound, f'"{number}": ' + json.dumps(quote(number)), at, len(damage))
    }
    assert {number for number in spared if found.get(number) != quote(number)} == set()


def overlap(sound, entry, at, length):
    # With the newlines around it: a document that no longer begins a line is not looked for.
    start = sound.rindex(entry.encode()) - 2
    return start < at + length and at < start + len(entry) + 3


def entry(number):
    return {"type": "quote", "n": number, "cue": [{"start": 1, "end": 2}], "by": {"at": "x"}}


ENTRIES = {number: entry(number) for number in range(1, 10)}
LINES = [
    b'{"annotations": {',
    b'"1": ' + json.dumps(entry(1)).encode(),
    *(b',"%d": ' % number + json.dumps(entry(number)).encode() for number in range(2, 6)),
    b',"6":\t%b,\t"7":\t%b,\t"8": %b' % tuple(json.dumps(entry(n)).encode() for n in (6, 7, 8)),
    b'\t\t,"9": ' + json.dumps(entry(9)).encode(),
    b"\t\t\t}}",
]


def check_repair(tmp_path, damaged, hit, where):
    """Repair a file in which these entries are hit: the others are saved, losses are told."""
    path, new = tmp_path / "hit.json", tmp_path / "new.json"
    path.write_bytes(damaged)
    new.unlink(missing_ok=True)
    report = repair(path, new)
    [table] = [table for name, table in json.loads(new.read_bytes()).items()]
    saved = {int(key): fields for key, fields in table.items()}
    for number in ENTRIES.keys() - hit:
        assert saved.get(number) == entry(number), (where, number)
    if len(saved) < len(ENTRIES):
        assert report.lost, where
    return report


@pytest.mark.parametrize("number", range(len(LINES) - 1))
def test_a_line_cut_anywhere_costs_only_its_own_documents(number, tmp_path):
    whole = LINES[number]
    on_line = {n for n in ENTRIES if json.dumps(entry(n)).encode() in whole}
    for at in range(len(whole)):
        lines = [*LINES[:number], whole[:at], *LINES[number + 1 :]]
        spared = {n for n in on_line if json.dumps(entry(n)).encode() in whole[:at]}
        report = check_repair(tmp_path, b"\n".join(lines), on_line - spared, (number, whole[:at]))
        assert len(report.lost) >= len(on_line - spared)


@pytest.mark.parametrize("number", range(len(LINES)))
def test_a_byte_deleted_anywhere_costs_only_its_own_document(number, tmp_path):
    before = b"".join(line + b"\n" for line in LINES[:number])
    for at in range(len(LINES[number]) + (number < len(LINES) - 1)):
        damaged = b"\n".join(LINES)
        if damaged[len(before) + at : len(before) + at + 1].isdigit():
            continue  # a digit of an id names another document, which cannot be told
        damaged = damaged[: len(before) + at] + damaged[len(before) + at + 1 :]
        hit = {n for n in ENTRIES if b'"%d":' % n not in damaged.replace(b"\t", b"")}
        hit |= {n for n in ENTRIES if json.dumps(entry(n)).encode() not in damaged}
        assert len(hit) < 2
        check_repair(tmp_path, damaged, hit, (number, at))


@pytest.mark.parametrize("indent", [None, 2])
def test_a_brace_that_is_gone_from_another_layout_costs_one_document(indent, tmp_path):
    text = json.dumps({"annotations": ENTRIES}, indent=indent)
    for at in (at for at, character in enumerate(text[: text.index('"9"')]) if character == "}"):
        hit = text[:at].count('"type"')
        report = check_repair(tmp_path, (text[:at] + text[at + 1 :]).encode(), {hit}, at)
        assert [loss.doc_id for loss in report.lost] == [hit]


def test_a_table_whose_first_record_is_gone_keeps_its_name(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"\n".join([*LINES[:1], *LINES[2:]]).replace(b"annotations", b"mine"))
    repair(path, tmp_path / "new.json")
    assert list(tables(tmp_path / "new.json")) == ["mine"]


def test_a_table_whose_name_is_gone_becomes_that_of_the_records_and_is_told(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"\n".join([b'{"anno', *LINES[1:]]))
    report = repair(path, tmp_path / "new.json")
    assert tables(tmp_path / "new.json") == {"annotations": ENTRIES}
    assert [str(loss) for loss in report.lost] == [
        "line 1: something unreadable in annotations",
    ]


def test_the_documents_of_a_gap_are_counted_by_their_ids(tmp_path):
    content = b"\n".join(LINES)
    start, end = content.index(b',"3"') + 12, content.index(b'"9"') - 4
    path = tmp_path / "a.json"
    path.write_bytes(content[:start] + b"\0" * (end - start) + content[end:])
    report = repair(path, tmp_path / "new.json")
    assert [loss.doc_id for loss in report.lost] == [3, 4, 5, 6, 7, 8]
    assert "lost, or was removed before" in str(report.lost[1])


def test_an_end_that_is_missing_is_no_loss_of_nothing(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b"\n".join(LINES[:4]) + b"\n")
    report = repair(path, tmp_path / "new.json")
    assert [str(loss) for loss in report.lost] == [
        "line 4: the end of the file is missing, and what it held in annotations"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files")
def test_what_is_no_regular_file_is_no_store(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "null").symlink_to("/dev/null")
    for name, reason in (("pipe", "no regular"), ("loop", "back to itself"), ("null", "no regu")):
        with pytest.raises(StoreError, match=reason):
            DurableFile(tmp_path / name)
        with pytest.raises(StoreError, match=reason):
            repair(tmp_path / name, tmp_path / "new.json")
    assert not list(tmp_path.glob("*.lock"))
