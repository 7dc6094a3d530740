"""A power cut at any moment: nothing acknowledged is lost, and the file opens."""

import itertools
import json
from pathlib import Path
from random import Random

import pytest
from simulated_disk import SimulatedDisk

from store.durable_file import DurableFile
from store.errors import StoreError

STORE = Path("/disk/annotations.json")
KEYS = ("article", "type")


def commits(random, count):
    """Commits as an annotator makes them: (documents to put, ids to remove)."""
    known, last = [], 0
    for _ in range(count):
        fresh = range(last + 1, last + 1 + random.choice([1, 1, 1, 2, 5, 12]))
        last = fresh[-1]
        again = random.sample(known, min(len(known), random.choice([0, 0, 1, 3])))
        removed = [again.pop()] if len(again) > 1 else []
        known = [doc_id for doc_id in known if doc_id not in removed] + list(fresh)
        size = random.choice([0, 20, 60, 200, 500, 1200]) if len(fresh) < 5 else 30
        put = {
            doc_id: {
                "type": random.choice(["quote", "participant"]),
                "article": random.choice(["a", "b/c", "é"]),
                "text": "".join(random.choices('ab é\n"\\{},\t:0😀', k=size)),
            }
            for doc_id in (*fresh, *again)
        }
        yield put, removed


def after(documents, put, removed):
    return {key: value for key, value in {**documents, **put}.items() if key not in removed}


class Watch:
    """Cuts the power after each step of a workload and looks at what is left."""

    def __init__(self, seed, disk, most):
        self.random = Random(seed)
        self.disk = disk
        self.most = most
        self.possible = [{}]
        """What the file may say: the last of it, once that is acknowledged, and only that."""
        self.states = self.commits = 0
        self.seen = set()
        disk.watch = self.look

    def look(self, disk):
        for content in disk.without_power(STORE, self.random, self.most):
            if (content, self.commits) not in self.seen:
                self.seen.add((content, self.commits))
                self.states += 1
                self.check(content)

    def check(self, content):
        disk = SimulatedDisk({} if content is None else {STORE: content})
        file = DurableFile(STORE, keys=KEYS, file_system=disk)
        found = everything(file)
        assert found in self.possible, "lost, or half of a commit"
        # What was mended is a whole file, and goes on.
        mended = disk.content(STORE) if content else b"{}"
        assert set(json.loads(mended)) <= {"_last_ids", "annotations"}
        if self.random.random() < 0.1:
            file.commit("annotations", {999: {"article": "a"}}, [])
            file = DurableFile(STORE, keys=KEYS, file_system=disk)
            assert everything(file) == {**found, 999: {"article": "a"}}

    def commit(self, file, put, removed):
        self.commits += 1
        self.possible.append(after(self.possible[-1], put, removed))
        file.commit("annotations", put, removed)
        self.possible = self.possible[-1:]


def everything(file):
    places = file.index("annotations").places
    return {doc_id: file.fields("annotations", doc_id) for doc_id in places}


def work(seed, disk, most=120):
    """Three sessions: one closed well, one killed, one more. The number of states looked at."""
    watch = Watch(seed, disk, most)
    random = Random(seed)
    to_do = commits(random, 24)
    for ending in ("closed", "killed", "killed in mid-write", "closed"):
        file = DurableFile(STORE, keys=KEYS, file_system=disk)
        assert everything(file) == watch.possible[-1]
        for put, removed in itertools.islice(to_do, 6):
            watch.commit(file, put, removed)
        if ending == "killed in mid-write":
            kill_in_mid_write(watch, file, disk, next(to_do))
        elif ending == "closed":
            file.close()
    return watch.states


def kill_in_mid_write(watch, file, disk, commit):
    """The kernel has the line, but nobody has asked it to bring it to the disk."""
    sync = disk.fdatasync

    def die(descriptor):
        disk.killed = True
        raise KeyboardInterrupt

    disk.fdatasync = die
    with pytest.raises(KeyboardInterrupt):
        watch.commit(file, *commit)
    disk.fdatasync, disk.killed = sync, False


@pytest.mark.parametrize("seed", range(4))
def test_a_power_cut_at_any_moment_loses_nothing_acknowledged(seed):
    assert work(seed, SimulatedDisk()) >= 2_500


@pytest.mark.parametrize("step", ["fdatasync", "fsync", "sync_folder", "replace"])
def test_each_safety_step_is_needed(step):
    with pytest.raises((AssertionError, StoreError)):
        work(0, SimulatedDisk(without=(step,)))


def test_what_a_killed_writer_left_is_settled_before_the_next_mark(monkeypatch):
    """Without that, a power cut could lose the older line and keep the newer one."""

    def session_after_a_kill():
        disk = SimulatedDisk()
        watch = Watch(0, disk, most=5_000)
        file = DurableFile(STORE, file_system=disk)
        watch.commit(file, {1: {"text": "x" * 100}}, [])
        kill_in_mid_write(watch, file, disk, ({2: {"text": "y" * 600}}, []))
        file = DurableFile(STORE, file_system=disk)
        watch.commit(file, {3: {"text": "z" * 600}}, [])

    session_after_a_kill()
    open_file = DurableFile._open

    def carelessly(self):
        open_file(self)
        self._settled = True

    monkeypatch.setattr(DurableFile, "_open", carelessly)
    with pytest.raises((AssertionError, StoreError), match=r"lost|damaged"):
        session_after_a_kill()


@pytest.mark.parametrize("seed", range(3))
def test_a_disk_that_writes_whole_blocks_leaves_a_file_that_stock_reads(seed):
    """At any power cut, but for the moments when the room is made larger."""
    disk = SimulatedDisk()
    file = DurableFile(STORE, file_system=disk)
    file.commit("annotations", {1: {"n": 1}}, [])
    checked = 0
    for number in range(2, 60):
        text = "x" * Random(seed * 100 + number).choice([10, 200, 700, 1800])
        size = len(disk.content(STORE))
        before = disk.content(STORE)
        file.commit("annotations", {number: {"n": number, "text": text}}, [])
        now = disk.content(STORE)
        if len(now) != size:
            continue
        changed = [i for i in range(0, size, 4096) if before[i : i + 4096] != now[i : i + 4096]]
        assert len(changed) == 1, "a line lies in one block: it is there, or it is not"
        json.loads(now)
        checked += 1
    assert checked > 30
