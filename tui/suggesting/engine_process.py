"""An engine in a process of its own, to which texts are handed one after another.

It is begun as a plain command, with pipes: `multiprocessing` would hand on the standard error,
which in the app is none that a process could have.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from functools import cache
from typing import IO, Final

from language.engines.registry import EngineError, engine_named
from store.records import Suggestions

PATIENCE: Final = 2.0
"""Seconds that a text which nobody waits for any more may keep the process busy."""
GLANCE: Final = 0.1
"""Seconds after which one that waits its turn looks whether it is still waited for."""


class EngineProcess:
    """An engine in another process, which is ended when it works on what nobody waits for."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._busy_since: float | None = None
        self._newest: object = None

    def suggestions(self, text: str, written: date | None, language: str) -> Suggestions:
        """What the engine proposes; nothing for a text that another was asked for after.

        Raises:
            EngineError: the engine cannot be loaded, or its process has ended.
        """
        self._newest = mine = object()
        while not self._one_at_a_time.acquire(timeout=GLANCE):
            if self._newest is not mine:
                return Suggestions()
            since = self._busy_since
            if since is not None and time.monotonic() - since > PATIENCE:
                self.end()
        try:
            answer = self._answer((text, written, language))
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self.end()
            if self._newest is not mine:
                return Suggestions()
            raise EngineError(f"the process of the engine {self._engine} has ended") from error
        finally:
            self._busy_since = None
            self._one_at_a_time.release()
        if isinstance(answer, Suggestions):
            return answer
        raise EngineError(answer)

    def close(self) -> None:
        """End the process; nobody waits for an answer any more."""
        self._newest = None
        self.end()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _answer(self, question: tuple[str, date | None, str]) -> object:
        process = self._running()
        self._busy_since = time.monotonic()
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump(question, process.stdin)
        process.stdin.flush()
        return pickle.load(process.stdout)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            begin = (
                f"import sys; sys.path[:] = {sys.path!r}; "
                f"from tui.suggesting.engine_process import serve; serve({self._engine!r})"
            )
            self._process = subprocess.Popen(
                [sys.executable, "-c", begin],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def serve(name: str) -> None:
    """Answer texts with what the engine proposes, until the app has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions, answers = _standard_streams()
    load = cache(engine_named)
    while True:
        try:
            text, written, language = pickle.load(questions)
        except EOFError:
            return
        try:
            answer = load(name)(text, written, language)
            if not isinstance(answer, Suggestions):
                raise TypeError(f"it returned no Suggestions but {type(answer).__name__}")
            packed = pickle.dumps(answer)
        except Exception as error:  # an engine may be anybody's
            told = str(error) if isinstance(error, EngineError) else repr(error)
            packed = pickle.dumps(f"the engine {name} failed: {told}")
        answers.write(packed)
        answers.flush()


def _standard_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output; what an engine reads or prints itself goes nowhere."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return questions, answers
