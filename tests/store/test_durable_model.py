"""Any order of actions leaves the same documents as TinyDB in memory, and stock TinyDB agrees."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from simulated_disk import SimulatedDisk
from tinydb import Query, TinyDB
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store.durable_json import DurableJSONStorage, DurableTable
from store.errors import StoreError

STORE = Path("/disk/annotations.json")
KEYS = ("article", "type")
TABLES = st.sampled_from(["annotations", "annotations", "annotations", "other"])
TEXTS = st.text(st.sampled_from('ab é\n\t"\\{},:0😀\ud800'), max_size=30)
DOCUMENTS = st.fixed_dictionaries(
    {"n": st.integers(0, 5)},
    optional={
        "article": st.sampled_from(["a", "b"]) | st.integers(0, 1),
        "type": st.sampled_from(["quote", "change"]),
        "text": TEXTS,
        "nested": st.recursive(TEXTS | st.none(), lambda inner: st.lists(inner, max_size=2)),
    },
)


class Database(TinyDB):
    table_class = DurableTable


def contents(database):
    return {
        name: {document.doc_id: dict(document) for document in database.table(name)}
        for name in ("annotations", "other")
    }


class DurableTinyDB(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.disk = SimulatedDisk()
        self.model = TinyDB(storage=MemoryStorage)
        self.folder = tempfile.TemporaryDirectory()
        self.last_ids = {"annotations": 0, "other": 0}
        self.open()

    def open(self):
        self.database = Database(
            STORE, keys=KEYS, file_system=self.disk, storage=DurableJSONStorage
        )

    def teardown(self):
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def both(self, name):
        return self.database.table(name), self.model.table(name)

    @rule(name=TABLES, documents=st.lists(DOCUMENTS, max_size=4))
    def insert(self, name, documents):
        table, model = self.both(name)
        ids = table.insert_multiple(documents)
        assert all(doc_id > self.last_ids[name] for doc_id in ids), "an id was used again"
        self.last_ids[name] = max(ids, default=self.last_ids[name])
        pairs = zip(documents, ids, strict=True)
        model.insert_multiple(Document(fields, doc_id) for fields, doc_id in pairs)

    @rule(name=TABLES, n=st.integers(0, 5), fields=DOCUMENTS)
    def update(self, name, n, fields):
        table, model = self.both(name)
        assert set(table.update(fields, Query().n == n)) == set(
            model.update(fields, Query().n == n)
        )

    @rule(name=TABLES, doc_id=st.integers(1, 12), fields=DOCUMENTS)
    def upsert(self, name, doc_id, fields):
        table, model = self.both(name)
        for each in (table, model):
            assert each.upsert(Document(fields, doc_id)) == [doc_id]
        self.last_ids[name] = max(self.last_ids[name], doc_id)

    @rule(name=TABLES, n=st.integers(0, 5))
    def remove(self, name, n):
        table, model = self.both(name)
        assert set(table.remove(Query().n == n)) == set(model.remove(Query().n == n))

    @rule(name=TABLES, n=st.integers(0, 5), fields=DOCUMENTS)
    def commit(self, name, n, fields):
        """Removes and puts in one line."""
        table, model = self.both(name)
        removed = [document.doc_id for document in model.search(Query().n == n)]
        fresh = table.last_id + 1
        table.commit({fresh: fields}, removed)
        model.remove(doc_ids=removed)
        model.insert(Document(fields, fresh))
        self.last_ids[name] = fresh

    @rule(name=TABLES)
    def truncate(self, name):
        for table in self.both(name):
            table.truncate()
        self.last_ids[name] = 0

    @rule(name=TABLES, n=st.integers(0, 5))
    def fail_in_an_updater(self, name, n):
        table, _ = self.both(name)

        def spoil(document):
            document["n"] = 99
            raise ZeroDivisionError

        if table.contains(Query().n == n):
            with pytest.raises(ZeroDivisionError):
                table.update(spoil, Query().n == n)

    @rule(name=TABLES, fields=DOCUMENTS)
    def fail_to_write(self, name, fields):
        self.disk.fault = len(self.disk.calls) + 1
        with pytest.raises(StoreError):
            self.database.table(name).insert(fields)
        with pytest.raises(StoreError):
            self.database.table(name).insert(fields)
        self.open()

    @rule()
    def close_and_reopen(self):
        self.database.close()
        if STORE in self.disk.names and self.disk.calls:
            content = self.disk.content(STORE)
            assert b"\t" not in content
            assert b'": {}\n' not in content
        self.open()

    @rule()
    def lose_power(self):
        files = {path: inode.durable for path, inode in self.disk.durable.items()}
        self.disk = SimulatedDisk(files)
        self.open()

    @rule()
    def be_killed(self):
        self.open()

    @invariant()
    @precondition(lambda self: hasattr(self, "database"))
    def holds_the_same(self):
        expected = contents(self.model)
        assert contents(self.database) == expected
        for name, documents in expected.items():
            table = self.database.table(name)
            assert len(table) == len(documents)
            assert table.last_id >= max(documents, default=0)
            for article in ("a", "b"):
                ids = [i for i, fields in documents.items() if fields.get("article") == article]
                assert list(table.ids_of(article)) == sorted(ids)
            assert set(table.values()) == {
                fields["article"]
                for fields in documents.values()
                if isinstance(fields.get("article"), str)
            }

    @invariant()
    @precondition(lambda self: hasattr(self, "database") and STORE in self.disk.names)
    def stock_tinydb_reads_the_same(self):
        path = Path(self.folder.name, "stock.json")
        path.write_bytes(self.disk.content(STORE))
        with TinyDB(path) as stock:
            found = contents(stock)
        kept = {
            name: {doc_id: fields for doc_id, fields in documents.items() if fields}
            for name, documents in found.items()
        }
        assert kept == contents(self.model), "a removed document reads as an empty one, at most"


TestDurableTinyDB = DurableTinyDB.TestCase
TestDurableTinyDB.settings = settings(max_examples=100, stateful_step_count=30)
