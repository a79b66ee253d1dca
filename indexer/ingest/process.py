"""One reading process as the run sees it: started, given a file, and ended when it takes too long."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import DamagedReportError, IndexerError, LimitError, ReportError
from indexer.extract import PAGE_SECONDS
from indexer.ingest.messages import ALIVE, failed, receive_bytes, send, task_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from indexer.ingest.messages import Ocr
    from indexer.model import SourceFile

_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[4:]; from indexer.ingest.worker import serve; serve(*sys.argv[1:4])"
)
"""Runs with this program's own module path, to find the same rooms; -P keeps the working folder out."""

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Numeric libraries reserve memory for every core; one process per core is already there."""

_MOST_TOLD = 2_000
"""Bytes of a dead process's last words that are looked at."""


class _Verdict(msgspec.Struct, frozen=True):
    """The part of a reading that says whether the process may go on."""

    spent: bool = False


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a process made of a file.

    Attributes:
        body: The encoded reading.
        is_usable: Whether the process can take another file.
        is_final: Whether a new process would give the same answer.
    """

    body: bytes
    is_usable: bool
    is_final: bool


class ReaderProcess:
    """A process that reads files, one at a time.

    Raises:
        IndexerError: It does not start.
    """

    def __init__(self, parser: str, memory: int, seconds: float, ocr: Ocr = "off") -> None:
        self._seconds = seconds
        self._page_seconds = min(PAGE_SECONDS, seconds / 2) if ocr == "auto" else None
        self._files = 0
        self._is_late = False
        self._told = ""
        try:
            with contextlib.ExitStack() as held:
                self._errors = held.enter_context(tempfile.TemporaryFile())
                # a process that is killed leaves its temporary files behind
                scratch = held.enter_context(
                    tempfile.TemporaryDirectory(prefix="indexer-", ignore_cleanup_errors=True)
                )
                self._popen = subprocess.Popen(  # noqa: S603  # this interpreter, our own program
                    [sys.executable, "-P", "-c", _PROGRAM, parser, str(memory), scratch, *sys.path],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._errors,
                    env={**os.environ, **dict.fromkeys(_ONE_THREAD, "1"), "TMPDIR": scratch},
                    # Ctrl-C is for the run alone, and what the process starts can be ended together with it
                    start_new_session=True,
                    creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
                )
                self._held = held.pop_all()
        except OSError as error:
            raise IndexerError(
                f"no process can be started to read files ({error.strerror or error})"
            ) from error
        if self._popen.stdin is None or self._popen.stdout is None:
            raise AssertionError("pipes were asked for")
        self._input: IO[bytes] = self._popen.stdin
        self._output: IO[bytes] = self._popen.stdout

    def greet(self) -> None:
        """Wait until it is ready.

        Raises:
            IndexerError: It ended instead.
        """
        if receive_bytes(self._output) is None:
            self.end()
            cause = self._told.rpartition("\n")[2] or self._cause()
            raise IndexerError(f"the process that reads files does not start: {cause}")

    def read(self, source: SourceFile) -> Answer:
        """What it makes of a file, within the time allowed; each page that is recognised has as much anew."""
        was_fresh = self._files == 0
        self._files += 1
        self._is_late = False
        try:
            with self._in_time():
                send(self._input, task_of(source, self._page_seconds))
                body = receive_bytes(self._output)
            while body == ALIVE:
                with self._in_time():
                    body = receive_bytes(self._output)
        except OSError:
            body = None
        if body is None:
            self.end()
            return self._died(source, was_fresh=was_fresh)
        is_spent = msgspec.msgpack.decode(body, type=_Verdict).spent
        return Answer(body=body, is_usable=not is_spent, is_final=was_fresh or not is_spent)

    def kill(self) -> None:
        """Stop it, and whatever it started, at once; safe from any thread."""
        if self._popen.returncode is not None:
            return
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._popen.pid, signal.SIGKILL)
            else:
                self._popen.kill()

    def end(self) -> None:
        """Stop it and let its pipes go."""
        if self._errors.closed:
            return
        self.kill()
        self._popen.wait()
        with contextlib.suppress(OSError):
            self._input.close()
        self._output.close()
        self._told = self._last_words()
        self._held.close()

    @contextlib.contextmanager
    def _in_time(self) -> Iterator[None]:
        timer = threading.Timer(min(self._seconds, threading.TIMEOUT_MAX), self._stop_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _stop_late(self) -> None:
        self._is_late = True
        self.kill()

    def _died(self, source: SourceFile, *, was_fresh: bool) -> Answer:
        error: ReportError
        if self._is_late:
            error = LimitError(
                source.path, f"reading it takes more than the {self._seconds:g} seconds allowed"
            )
        else:
            error = DamagedReportError(source.path, f"the reader died on it ({self._cause()})")
        seconds = self._seconds if self._is_late else 0.0
        body = msgspec.msgpack.encode(failed(error, seconds=seconds, trace=self._told))
        return Answer(body=body, is_usable=False, is_final=was_fresh or self._is_late)

    def _cause(self) -> str:
        code = self._popen.returncode
        if code is None or code >= 0:
            return f"exit code {code}"
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"

    def _last_words(self) -> str:
        """The end of what the process wrote to its standard error."""
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - _MOST_TOLD))
        return self._errors.read().decode("utf-8", "replace").strip()
