"""What fails once, at any call: the mark is refused, nothing else is lost, reopening helps."""

import errno
import json
from pathlib import Path
from random import Random

import pytest
from simulated_disk import SimulatedDisk

from store.durable_file import DurableFile
from store.errors import StoreError

STORE = Path("/disk/annotations.json")
TORN = b'{"annotations": {\n"1": {"n": 1}\n,"2": {"n'
STOCK = b'{"annotations": {"1": {"n": 1}}}'
BEFORE = {None: {}, TORN: {1: {"n": 1}}, STOCK: {1: {"n": 1}}}


def everything(file):
    return {
        doc_id: file.fields("annotations", doc_id) for doc_id in file.index("annotations").places
    }


def annotate(disk, acknowledged):
    """Open, commit, close; the documents of the commit that was refused, if one was."""
    refused = {}
    file = DurableFile(STORE, file_system=disk)
    for number in range(2, 8):
        put = {number: {"n": number}, number + 10: {"text": "x" * 700 * number}}
        try:
            file.commit("annotations", put, [])
        except StoreError as error:
            refused = refused or put
            assert file.failed == str(error), "nothing more is written"  # noqa: PT017
        else:
            assert not refused, "a store that has failed takes no more marks"
            acknowledged.update(put)
        assert everything(file) == acknowledged, "reading goes on"
    file.close()
    return refused


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, None], ids=["EIO", "ENOSPC", "short"])
@pytest.mark.parametrize("start", BEFORE, ids=["new", "torn", "stock"])
def test_a_fault_at_any_call_loses_nothing_and_says_so(start, error):
    files = {} if start is None else {STORE: start}
    undisturbed = SimulatedDisk(files)
    annotate(undisturbed, dict(BEFORE[start]))
    for fault in range(1, len(undisturbed.calls) + 1):
        disk = SimulatedDisk(files, fault=fault, error=error)
        acknowledged, refused = dict(BEFORE[start]), {}
        try:
            refused = annotate(disk, acknowledged)
        except StoreError:
            assert acknowledged == BEFORE[start], "only opening may raise here"
        reopened = DurableFile(STORE, file_system=SimulatedDisk(held_by(disk)))
        assert everything(reopened) == acknowledged, "a refused mark does not reappear"
        reopened.commit("annotations", {99: {}}, [])
        for content in disk.without_power(STORE, Random(fault), most=60):
            left = {} if content is None else {STORE: content}
            found = everything(DurableFile(STORE, file_system=SimulatedDisk(left)))
            assert found in (acknowledged, acknowledged | refused)


def held_by(disk):
    return {path: bytes(inode.content) for path, inode in disk.names.items()}


def test_a_failed_sync_is_never_tried_again():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    file.commit("annotations", {1: {}}, [])
    disk.fault = len(disk.calls) + 2
    with pytest.raises(StoreError, match=r"could not be written.*open the store again"):
        file.commit("annotations", {2: {}}, [])
    failed_at = len(disk.calls)
    with pytest.raises(StoreError, match="could not be written"):
        file.commit("annotations", {3: {}}, [])
    file.close()
    assert not [name for name, _ in disk.calls[failed_at:] if "sync" in name]
    assert json.loads(disk.content(STORE)) == {"annotations": {"1": {}}}


def test_a_full_disk_at_closing_leaves_the_file_as_it_was():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    file.commit("annotations", {2: {}}, [])
    file.commit("annotations", {1: {}}, [])
    before = disk.content(STORE)
    disk.fault, disk.error = len(disk.calls) + 2, errno.ENOSPC
    file.close()
    assert held_by(disk) == {STORE: before}


def test_a_document_that_json_cannot_write_is_refused_before_anything_is_written():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    with pytest.raises(TypeError):
        file.commit("annotations", {1: {"n": {1, 2}}}, [])
    assert not disk.names
    file.commit("annotations", {1: {"n": 1}}, [])
    assert everything(file) == {1: {"n": 1}}


def test_a_write_that_was_interrupted_is_taken_back_and_nothing_more_is_written():
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    file.commit("annotations", {1: {}}, [])
    sync = disk.fdatasync

    def interrupt(descriptor):
        raise KeyboardInterrupt

    disk.fdatasync = interrupt
    with pytest.raises(KeyboardInterrupt):
        file.commit("annotations", {2: {"text": "long" * 50}}, [])
    disk.fdatasync = sync
    with pytest.raises(StoreError, match="was interrupted; open the store again"):
        file.commit("annotations", {3: {}}, [])
    assert everything(file) == everything(DurableFile(STORE, file_system=disk)) == {1: {}}
