"""Documents read in processes of their own, so that none can stop or kill the run."""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

import msgspec

from tests.evaluation.reading import Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.process import BaseProcess
    from pathlib import Path

LIMIT = 180.0
"""Wall seconds after which a document counts as hung: forty times the slowest one in the corpus."""

_CONTEXT = multiprocessing.get_context("spawn")


class _Worker:
    """One process, the pipe to it, and what it is reading since when."""

    def __init__(self, documents: Path) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process: BaseProcess = _CONTEXT.Process(target=_serve, args=(theirs, documents), daemon=True)
        self.process.start()
        theirs.close()
        self.key = ""
        self.since = 0.0

    def give(self, key: str) -> None:
        self.key, self.since = key, time.monotonic()
        self.pipe.send(key)

    def take(self) -> Reading:
        """The reading that arrived; a process that died instead is a crash."""
        try:
            return msgspec.json.decode(self.pipe.recv_bytes(), type=Reading)
        except EOFError:
            self.process.join()
            reason = f"the process ended with code {self.process.exitcode}"
            return Reading(key=self.key, state="crashed", reason=reason)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, documents: Path) -> None:
    """Read what is asked for until the pipe closes."""
    while True:
        try:
            key = pipe.recv()
        except EOFError:
            return
        pipe.send_bytes(msgspec.json.encode(read(key, documents)))


def read_all(
    keys: Iterable[str], documents: Path, *, jobs: int = 2, limit: float = LIMIT
) -> Iterator[Reading]:
    """The readings of the documents, in the order in which they end."""
    waiting = deque(keys)
    workers = [_Worker(documents) for _ in range(min(jobs, len(waiting)))]
    try:
        for worker in workers:
            worker.give(waiting.popleft())
        while any(worker.key for worker in workers):
            for index, worker in enumerate(workers):
                if worker.key:
                    reading = _poll(worker, workers, limit)
                    if reading is None:
                        continue
                    yield reading
                    if not worker.process.is_alive():
                        worker.stop()
                        worker = workers[index] = _Worker(documents)  # noqa: PLW2901  # a dead one is replaced
                    worker.key = ""
                    if waiting:
                        worker.give(waiting.popleft())
    finally:
        for worker in workers:
            worker.stop()


def _poll(worker: _Worker, workers: list[_Worker], limit: float) -> Reading | None:
    """The worker's reading when it is there or its time is over, else None after a short wait for any."""
    busy = [each.pipe for each in workers if each.key]
    if worker.pipe in wait(busy, timeout=0.2):
        return worker.take()
    if time.monotonic() - worker.since > limit:
        worker.process.kill()
        worker.process.join()
        return Reading(key=worker.key, state="hung", reason=f"stopped after {limit:.0f} seconds")
    return None
