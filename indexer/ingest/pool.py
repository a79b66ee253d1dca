"""Files read in processes of their own, so that none can stop or end the run.

Each thread of the pool owns one process and feeds it file after file; a process that dies, hangs or runs out
of memory is replaced, and costs one file. Readings come out in the order of the files, however many processes
there are.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Self

import msgspec

from indexer.errors import UsageError
from indexer.ingest.messages import reading_of
from indexer.ingest.process import ReaderProcess

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from indexer.ingest.messages import Ocr, Reading
    from indexer.model import SourceFile

PARSER = "indexer.ingest.parsing:read_source"
"""What reads a file, as "module:function"; the environment variable INDEXER_PARSER names another one."""

SECONDS = 120.0
"""Most wall time for one file. The slowest real report (1,000 pages) takes a tenth of it on one old core."""

MEMORY = 2 << 30
"""Most bytes of address space for one process: libraries map some 400 MB before the first page is read."""

AHEAD_FILES = 1_000
"""Most finished files that may wait for a slow one before them."""

AHEAD_BYTES = 64 << 20
"""Most bytes of finished files that may wait: keeps memory flat whatever the folder's size."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What one file may cost, and what reads it.

    Attributes:
        seconds: Most wall time for one file; where pages are recognised, for each of them.
        memory: Most bytes of address space for the process that reads it, 0 for no limit. Kept on Linux only.
        parser: "module:function", called with the SourceFile; returns the ParsedDocument and the acronyms
            that it defines.

    Raises:
        UsageError: There is no time, or less than no memory.
    """

    seconds: float = SECONDS
    memory: int = MEMORY
    parser: str = msgspec.field(default_factory=lambda: os.environ.get("INDEXER_PARSER") or PARSER)

    def __post_init__(self) -> None:
        if not self.seconds > 0:  # so that NaN is refused too
            raise UsageError(f"the time for one file must be more than 0 seconds, not {self.seconds:g}")
        if self.memory < 0:
            raise UsageError(f"the memory for reading must be 0 bytes or more, not {self.memory}")


def default_jobs() -> int:
    """As many processes as this program may use cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(
    sources: Sequence[SourceFile], standby: Standby, *, jobs: int | None = None
) -> Generator[tuple[SourceFile, Reading], None, None]:
    """Each file with what came of it, in the given order. Close the iterator to stop early.

    Args:
        sources: The files.
        standby: Gives the processes that read them.
        jobs: How many of these; as many as there are cores when not given.

    Raises:
        IndexerError: The reading processes cannot be started.
    """
    if not sources:
        return
    pool = _Pool(sources, standby)
    threads = [
        threading.Thread(target=pool.work, daemon=True)
        for _ in range(min(jobs or default_jobs(), len(sources)))
    ]
    try:
        for thread in threads:
            thread.start()
        for number, source in enumerate(sources):
            body = pool.take(number)
            yield source, reading_of(body)
    finally:
        pool.stop()
        for thread in threads:
            thread.join()


class Standby:
    """Processes for reading; in a with block, some that are started before it is known what they will read.

    These load their modules while the index is opened and the folder looked through. Those that nobody took
    end with the block.

    Args:
        limits: What one file may cost; the usual ones when not given.
        ocr: Whether pages without usable text are recognised.
    """

    def __init__(self, limits: Limits | None = None, ocr: Ocr = "off") -> None:
        self._limits = limits or Limits()
        self._ocr = ocr
        self._waiting: list[ReaderProcess] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._waiting:
            self._waiting.pop().end()

    def start(self, number: int) -> None:
        """Start some processes, without waiting for them.

        Raises:
            IndexerError: They cannot be started.
        """
        for _ in range(number):
            self._waiting.append(self._new())

    def take(self) -> ReaderProcess:
        """A process that is started; the caller ends it.

        Raises:
            IndexerError: It cannot be started.
        """
        try:
            return self._waiting.pop()
        except IndexError:  # rather than a look before: several threads take
            return self._new()

    def _new(self) -> ReaderProcess:
        return ReaderProcess(self._limits.parser, self._limits.memory, self._limits.seconds, self._ocr)


class _Pool:
    """The files still to read and the readings not yet taken, shared by the threads."""

    def __init__(self, sources: Sequence[SourceFile], standby: Standby) -> None:
        self._sources = sources
        self._standby = standby
        # one lock and two things to wait for: to wake every thread for either would be much of the work
        self._lock = threading.Lock()
        self._delivered = threading.Condition(self._lock)
        self._has_room = threading.Condition(self._lock)
        self._next = 0
        self._taken = 0
        self._done: dict[int, bytes] = {}
        self._held = 0
        self._stopped = False
        self._broken: BaseException | None = None
        self._processes: set[ReaderProcess] = set()

    def take(self, number: int) -> bytes:
        """The encoded reading of a file, waiting for it."""
        with self._lock:
            while number not in self._done:
                if self._broken is not None:
                    raise self._broken
                self._delivered.wait(1)  # on Windows only a wait that ends notices Ctrl-C
            body = self._done.pop(number)
            self._taken = number + 1
            self._held -= len(body)
            self._has_room.notify()
        return body

    def stop(self) -> None:
        """End every process, and with it the thread that waits for it."""
        with self._lock:
            self._stopped = True
            for process in self._processes:
                process.kill()
            self._has_room.notify_all()

    def work(self) -> None:
        """Read files until there are none left, in a process that is replaced when it breaks."""
        process: ReaderProcess | None = None
        try:
            while (number := self._claim()) is not None:
                process = process or self._start()
                answer = process.read(self._sources[number])
                if not answer.is_final and not self._stopped:
                    # what earlier files left behind may be to blame: once more in a new process
                    self._end(process)
                    process = self._start()
                    answer = process.read(self._sources[number])
                self._deliver(number, answer.body)
                if not answer.is_usable:
                    self._end(process)
                    process = None
        except BaseException as error:  # noqa: BLE001  # handed to the thread that waits for readings
            with self._lock:
                self._broken = self._broken or error
                self._delivered.notify_all()
        finally:
            if process is not None:
                self._end(process)

    def _claim(self) -> int | None:
        """The next file to read, once the finished ones that wait leave room; None when there is none."""
        with self._lock:
            while not self._stopped and self._next < len(self._sources):
                if self._may_go_on():
                    self._next += 1
                    self._has_room.notify()  # one that was taken may have left room for several
                    return self._next - 1
                self._has_room.wait()
            self._has_room.notify()  # the others have nothing to wait for either
            return None

    def _may_go_on(self) -> bool:
        """Whether the finished files leave room for another; the one that is waited for is always read."""
        first = self._next == self._taken
        return first or (self._next - self._taken < AHEAD_FILES and self._held < AHEAD_BYTES)

    def _deliver(self, number: int, body: bytes) -> None:
        with self._lock:
            self._done[number] = body
            self._held += len(body)
            if number == self._taken:  # the one that is waited for
                self._delivered.notify()

    def _start(self) -> ReaderProcess:
        process = self._standby.take()
        with self._lock:
            self._processes.add(process)
            if self._stopped:
                process.kill()
        process.greet()
        return process

    def _end(self, process: ReaderProcess) -> None:
        with self._lock:
            self._processes.discard(process)
        process.end()
