"""The processes that work on many articles at once, and what becomes of work when one is killed.

A process that ends takes all others of its pool with it. What was under way is then done again,
piece by piece; a piece with which a process ends that works on nothing else is the reason.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from os import _exit
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from language.engines.registry import EngineError

Piece = TypeVar("Piece")
Result = TypeVar("Result")
GLANCE: Final = 0.1
"""Seconds of waiting after which one looks whether the result is still wanted."""
MOST_ENDED: Final = 8
"""Pieces in a row of which each ends its process; then it is not they that are the reason."""

_ENDED: Final = (BrokenProcessPool, CancelledError)


class NotWantedError(Exception):
    """The result that was waited for is not wanted any more."""


@dataclass(slots=True)
class Work(Generic[Piece, Result]):
    """Pieces handed to a process together, and what will come of them."""

    pieces: tuple[Piece, ...]
    future: Future[list[Result]]


class Crew(AbstractContextManager["Crew[Any, Any]"], Generic[Piece, Result]):
    """Processes that do the same with each piece of work; leaving it ends them at once.

    `do` is called in them with some pieces, `ended` here with one that ended its process: it says
    what comes of that. `is_wanted` is asked while a result is waited for.
    """

    def __init__(
        self,
        jobs: int,
        do: Callable[[tuple[Piece, ...]], list[Result]],
        ended: Callable[[Piece], Result],
        is_wanted: Callable[[], bool],
    ) -> None:
        self._jobs = jobs
        self._do = do
        self._ended = ended
        self._is_wanted = is_wanted
        self._ended_in_a_row = 0
        self._pool = _Pool(jobs)

    def start(self, pieces: tuple[Piece, ...]) -> Work[Piece, Result]:
        """Hand some pieces to the next process that is free."""
        try:
            future = self._pool.submit(self._do, pieces)
        except BrokenProcessPool:
            self._pool.end()
            self._pool = _Pool(self._jobs)
            future = self._pool.submit(self._do, pieces)
        return Work(pieces, future)

    def results(self, work: Work[Piece, Result]) -> list[Result]:
        """Wait for what came of the pieces, in their order.

        Raises:
            NotWantedError: it is not wanted any more.
            EngineError: whatever is worked on ends its process.
        """
        try:
            done = self._waited_for(work.future)
        except _ENDED:
            return [self._again(piece) for piece in work.pieces]
        self._ended_in_a_row = 0
        return done

    def _again(self, piece: Piece) -> Result:
        """What comes of one piece that was not, or need not have been, what ended a process."""
        try:
            (done,) = self._waited_for(self.start((piece,)).future)
        except _ENDED:
            return self._alone(piece)
        return done

    def _alone(self, piece: Piece) -> Result:
        """What comes of one piece in a process of its own: if that ends, the piece is why."""
        pool = _Pool(1)
        try:
            (done,) = self._waited_for(pool.submit(self._do, (piece,)))
        except _ENDED as error:
            self._ended_in_a_row += 1
            if self._ended_in_a_row == MOST_ENDED:
                raise EngineError(
                    "its processes are ended from outside again and again, perhaps for want of "
                    "memory; try fewer with -j"
                ) from error
            return self._ended(piece)
        finally:
            pool.end()
        return done

    def _waited_for(self, future: Future[list[Result]]) -> list[Result]:
        while not wait((future,), GLANCE).done:
            if not self._is_wanted():
                raise NotWantedError
        return future.result()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the processes, whatever they are doing."""
        self._pool.end()


class _Pool:
    """Some processes that end when their line to this one is closed, at either end."""

    def __init__(self, jobs: int) -> None:
        context = get_context("spawn")
        theirs, self._ours = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(jobs, context, _begin, (theirs,))

    def submit(
        self, do: Callable[[tuple[Piece, ...]], list[Result]], pieces: tuple[Piece, ...]
    ) -> Future[list[Result]]:
        """Have some pieces worked on. Raises `BrokenProcessPool` when a process has ended."""
        # A process that is begun here never hears of Ctrl-C: that is the main process's to answer.
        with _without_interrupts():
            return self._executor.submit(do, pieces)

    def end(self) -> None:
        """End the processes, whatever they are doing."""
        self._ours.close()
        self._executor.shutdown(cancel_futures=True)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In the processes


def _begin(line: connection.Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: connection.Connection) -> None:
    """End this process when the main one closes its end of the line, or has itself ended."""
    parent = parent_process()
    connection.wait([line, *([parent.sentinel] if parent else [])])
    _exit(1)
