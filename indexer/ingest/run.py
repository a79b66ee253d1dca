"""The files of a run read and stored, with the index open for writing."""

from __future__ import annotations

import contextlib
import logging
import time
from typing import TYPE_CHECKING

from indexer.ingest.messages import writable
from indexer.ingest.outcomes import Planned
from indexer.ingest.pool import read_all
from indexer.ingest.tally import kept, plain, refused, stored

if TYPE_CHECKING:
    from indexer.errors import ReportError
    from indexer.ingest.messages import Reading
    from indexer.ingest.outcomes import FileOutcome
    from indexer.ingest.plan import Plan
    from indexer.ingest.pool import Standby
    from indexer.ingest.tally import Tally
    from indexer.model import SourceFile
    from indexer.store import StoreWriter

COMMIT_SECONDS = 15.0
"""Most time between commits: what Ctrl-C loses at most. A commit costs well under a second."""

_log = logging.getLogger(__name__)


class Run:
    """The files of a plan on their way into the index.

    Args:
        writer: The index, open for writing.
        plan: What is to be read.
        tally: Where outcomes go.
    """

    def __init__(self, writer: StoreWriter, plan: Plan, tally: Tally) -> None:
        self._writer = writer
        self._plan = plan
        self._tally = tally
        self._errors: dict[str, ReportError] = {}
        self._commit_at = time.monotonic() + COMMIT_SECONDS

    def read(self, *, jobs: int | None, standby: Standby) -> None:
        """Read what is new and store it, in the order in which it was found."""
        tasks = self._plan.tasks
        self._tally.say(Planned(files=len(tasks), size=sum(source.size for source in tasks)))
        with contextlib.closing(read_all(tasks, standby, jobs=jobs)) as readings:
            for item, reading in readings:
                source = writable(item)
                self._tally.note(self._store(source, reading), size=source.size)
                if time.monotonic() > self._commit_at:
                    self._writer.commit()
                    self._commit_at = time.monotonic() + COMMIT_SECONDS
        for source in self._plan.repeats:
            self._tally.note(self._repeat(source))

    def _store(self, source: SourceFile, reading: Reading) -> FileOutcome:
        if reading.trace:
            _log.debug("%s: %s", source.path, reading.trace)
        if reading.parsed is not None:
            if self._writer.replace(source, reading.parsed, reading.acronyms) == "duplicate":
                return plain(source.path, "duplicate", self._plan.repeated(source))
            return stored(reading.parsed, source.path, reading.seconds)
        if reading.failure is None:
            raise AssertionError("a reading holds a document or a failure")
        error = reading.failure.error(source.path)
        if self._plan.has_records(source):
            return kept(error)
        self._errors[source.sha256] = error
        self._writer.fail(source, error)
        return refused(error, seconds=reading.seconds)

    def _repeat(self, source: SourceFile) -> FileOutcome:
        """The outcome of a file with the same content as one that was read in this run, or before."""
        first = self._errors.get(source.sha256)
        if first is None:
            self._writer.remove(source.location)  # what it was before, such as a failure, is no longer true
            outcome = self._plan.with_known_content(source)
            if outcome is None:
                raise AssertionError("a file with the same content was stored, or failed")
            return outcome
        error = type(first)(source.path, first.reason)
        self._writer.fail(source, error)
        return refused(error)
