"""Commits on their way to the disk: written in order by a thread of their own.

What waits for the disk is never waited for by a reader, and after a write that failed nothing
more is written: what had been queued behind it is refused with it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from store.commits import Commit
from store.documents import Document
from store.durable_json import DurableTable
from store.errors import StoreError


class Writer:
    """The commits that are not on disk yet, and the thread that writes them to a table."""

    def __init__(
        self,
        table: DurableTable,
        memory: threading.RLock,
        failed: Callable[[], None],
        settled: Callable[[], None],
    ) -> None:
        """Write to `table`.

        `memory` is held where it is changed what is known, never while the disk is waited for;
        `failed` is called holding it when a write has failed, `settled` after each write.
        """
        self.failure: StoreError | None = None
        self.refused: tuple[Commit, ...] = ()
        """What was not written because of `failure`."""
        self._table = table
        self._memory = memory
        self._failed = failed
        self._settled = settled
        self._queue: deque[Commit] = deque()
        # Its one thread runs what is submitted in order, and interpreter exit waits for it.
        self._thread = ThreadPoolExecutor(1, "store")

    @property
    def busy(self) -> bool:
        """Whether some commit is not on disk yet."""
        return bool(self._queue)

    def documents(self) -> dict[int, Document]:
        """The documents that are not on disk yet, by number."""
        with self._memory:
            return {key: document for commit in self._queue for key, document in commit.put.items()}

    def send(self, commit: Commit) -> None:
        """Have a commit written.

        Raises:
            StoreError: an earlier one could not be written.
        """
        with self._memory:
            if self.failure:
                raise self.failure
            self._queue.append(commit)
            self._thread.submit(self._write_next)

    def run(self, job: Callable[[], None]) -> None:
        """Run something between the commits sent before it and those sent after."""
        self._thread.submit(job)

    def flush(self) -> None:
        """Wait until all is written, or refused."""
        self._thread.submit(lambda: None).result()

    def stop(self) -> None:
        """Write what there is, and end the thread."""
        self._thread.shutdown()

    def _write_next(self) -> None:
        with self._memory:
            if not self._queue:
                return  # an earlier write failed, and this one was refused with it
            commit = self._queue[0]
        try:
            self._table.commit(commit.put, commit.removed)
        except Exception as error:  # whatever it is, memory must not run ahead of the disk
            self._fail(error)
        else:
            with self._memory:
                self._queue.popleft()
        self._settled()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            error = StoreError(f"the store could not be written: {error!r}; open it again")
        with self._memory:
            self.failure = error
            self.refused = tuple(self._queue)
            self._queue.clear()
            self._failed()
