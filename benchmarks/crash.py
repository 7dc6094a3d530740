"""Kills a process that is marking, again and again, and compares the store with what it had said.

    python -m benchmarks.crash [KILLS] [SEED]

Each process commits, removes, closes and reopens, and says after each commit that it is done; the
kill comes at a random moment. Stock TinyDB must then read exactly what was said to be done, or one
commit more, and so must we. The next process goes on with the same file.

A kill can stop the kernel between two pages of one write: then the file is torn, as by a power cut,
and stock TinyDB reads it only once we have opened it. How often that happened is told.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeAlias

from tinydb import TinyDB

from store.durable_json import DurableJSONStorage, DurableTable

Documents: TypeAlias = dict[int, dict[str, Any]]
LONGEST_LIFE = 0.03
"""Seconds until the kill, at most: from the start, or from the first commit."""


def commit_number(number: int, seed: int, documents: Documents) -> tuple[Documents, list[int]]:
    """What the commit of this number puts and removes, given what is there."""
    random = Random(f"{seed} {number}")
    many = len(documents) // 2 if len(documents) > 100 else 1
    removed = random.sample(sorted(documents), min(len(documents), random.choice([0, 0, 1, many])))
    count = random.choice([1, 1, 1, 40])
    text = "".join(random.choices('ab é\n"\\{},\t😀', k=random.choice([0, 40, 400])))
    put = {number * 100 + i: {"type": "quote", "article": "a", "text": text} for i in range(count)}
    return put, removed


def after(documents: Documents, put: Documents, removed: list[int]) -> Documents:
    return {key: fields for key, fields in {**documents, **put}.items() if key not in removed}


def mark(path: Path, number: int, seed: int, documents: Documents, done: Connection) -> None:
    """Commit until killed."""
    while True:
        storage = DurableJSONStorage(path)
        table = DurableTable(storage, "annotations")
        for _ in range(10):
            put, removed = commit_number(number, seed, documents)
            table.commit(put, removed)
            done.send(number)
            documents = after(documents, put, removed)
            number += 1
        storage.close()


def said_to_be_done(done: Connection, number: int) -> int:
    """The number of the commit after the last one that was said to be done."""
    try:
        while True:
            number = done.recv() + 1
    except (EOFError, OSError):
        return number


def read_by_stock(path: Path) -> Documents:
    with TinyDB(path) as stock:
        documents = {doc.doc_id: dict(doc) for doc in stock.table("annotations")}
    return {doc_id: fields for doc_id, fields in documents.items() if fields}


def read_by_us(path: Path) -> Documents:
    storage = DurableJSONStorage(path, writable=False)
    try:
        return {doc.doc_id: dict(doc) for doc in DurableTable(storage, "annotations")}
    finally:
        storage.close()


class Survived(NamedTuple):
    """What the kills left."""

    said: int
    """How many commits were said to be done."""
    unsaid: int
    """How many more had been."""
    torn: int
    """How often stock TinyDB could read the file only after us."""


def read_after_a_kill(path: Path) -> tuple[Documents, bool]:
    """What stock TinyDB reads, and whether we had to mend the file first."""
    if not path.exists():
        return {}, False
    try:
        return read_by_stock(path), False
    except json.JSONDecodeError:
        storage = DurableJSONStorage(path)
        recovered = storage.recovered
        storage.close()
        if not recovered:
            raise SystemExit(f"{path}: no JSON, and not said to be torn") from None
        return read_by_stock(path), True


def kill_often(path: Path, kills: int, seed: int) -> Survived:
    """Kill a writer again and again; exits with an error at the first loss."""
    fork = "fork" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if fork else "spawn")
    random = Random(seed)
    documents: Documents = {}
    number = unsaid = torn = 0
    for _ in range(kills):
        ours, theirs = context.Pipe(duplex=False)
        writer = context.Process(target=mark, args=(path, number, seed, documents, theirs))
        writer.start()
        theirs.close()
        if random.random() < 0.8:
            ours.poll(10)
        time.sleep(random.uniform(0, LONGEST_LIFE))
        writer.kill()
        writer.join()
        said = said_to_be_done(ours, number)
        while number < said:
            documents = after(documents, *commit_number(number, seed, documents))
            number += 1
        more = after(documents, *commit_number(number, seed, documents))
        found, mended = read_after_a_kill(path)
        torn += mended
        if found not in (documents, more):
            raise SystemExit(f"{path}: lost, after commit {number} of seed {seed}")
        if read_by_us(path) != found:
            raise SystemExit(f"{path}: stock TinyDB reads something else, seed {seed}")
        if found != documents:
            documents, number, unsaid = more, number + 1, unsaid + 1
    return Survived(number - unsaid, unsaid, torn)


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    folder = Path(tempfile.mkdtemp(prefix="onrecord-crash-"))
    survived = kill_often(folder / "annotations.json", kills, seed)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    print(
        f"{kills} kills, {survived.said} commits acknowledged, {survived.unsaid} more written, "
        f"{survived.torn} times torn and mended, none lost"
    )


if __name__ == "__main__":
    main()
