"""One run over the files of some folders, with the index open for writing."""

from __future__ import annotations

import contextlib
import logging
import time
from typing import TYPE_CHECKING

from indexer.errors import MissingToolError, NoTextError
from indexer.ingest.folder_walk import Unreadable, covers, is_below
from indexer.ingest.messages import writable
from indexer.ingest.outcomes import Planned
from indexer.ingest.pool import read_all
from indexer.ingest.tally import plain, refused, stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indexer.errors import ReportError
    from indexer.ingest.messages import Reading
    from indexer.ingest.outcomes import FileOutcome
    from indexer.ingest.pool import Standby
    from indexer.ingest.tally import Tally
    from indexer.model import SourceFile
    from indexer.store import FileEntry, StoreWriter

COMMIT_SECONDS = 15.0
"""Most time between commits: what Ctrl-C loses at most. A commit costs well under a second."""

_log = logging.getLogger(__name__)


class Run:
    """The files of a run on their way into the index.

    Args:
        writer: The index, open for writing.
        tally: Where outcomes go.
        found: What the walk gave.
        is_newer: Whether another version wrote the index, so that files that failed then may be read now.
        recognises: Whether pages without usable text are recognised, so that files with such pages are read
            again.
    """

    def __init__(
        self,
        writer: StoreWriter,
        tally: Tally,
        found: Sequence[SourceFile | Unreadable],
        *,
        is_newer: bool = False,
        recognises: bool = False,
    ) -> None:
        self._writer = writer
        self._tally = tally
        self._found = found
        self._is_newer = is_newer
        self._retried = retried(recognises=recognises)
        self._again = writer.worth_recognising() if recognises else frozenset()
        self._known = {entry.location: entry for entry in writer.entries()}
        self._tasks: list[SourceFile] = []
        self._repeats: list[SourceFile] = []
        self._errors: dict[str, ReportError] = {}
        self._commit_at = time.monotonic() + COMMIT_SECONDS

    def plan(self, *, force: bool) -> None:
        """Settle what needs no reading, and list what does."""
        contents: set[str] = set()
        for item in self._found:
            if isinstance(item, Unreadable):
                self._tally.note(self._unreadable(item))
                continue
            source = writable(item)
            outcome = None if force else self._settled(source)
            if outcome is not None:
                self._tally.note(outcome)
            elif source.sha256 in contents or (force and self._is_duplicate(source)):
                self._repeats.append(source)
            else:
                contents.add(source.sha256)
                self._tasks.append(item)
        self._tally.say(Planned(files=len(self._tasks), size=sum(source.size for source in self._tasks)))

    def read(self, *, jobs: int | None, standby: Standby) -> None:
        """Read what is new and store it, in the order in which it was found."""
        with contextlib.closing(read_all(self._tasks, jobs=jobs, standby=standby)) as readings:
            for item, reading in readings:
                source = writable(item)
                self._tally.note(self._store(source, reading), size=source.size)
                if time.monotonic() > self._commit_at:
                    self._writer.commit()
                    self._commit_at = time.monotonic() + COMMIT_SECONDS
        for source in self._repeats:
            self._tally.note(self._repeat(source))

    def clear(self, paths: Sequence[str | Path], *, prune: bool) -> None:
        """Take out, or only count, the files that are no longer where they were."""
        present = {
            item.source.location if isinstance(item, Unreadable) else writable(item).location
            for item in self._found
        }
        closed = [item.source.location for item in self._found if isinstance(item, Unreadable)]
        for entry in self._writer.entries():
            location = entry.location
            if location in present or not covers(paths, location):
                continue
            if any(is_below(location, folder) for folder in closed):
                continue  # its folder cannot be looked into now, which does not mean that it is gone
            if prune:
                self._writer.remove(location)
                self._tally.note(plain(entry.path, "removed", "the file is gone"))
            else:
                self._tally.gone += 1

    def _is_duplicate(self, source: SourceFile) -> bool:
        known = self._known.get(source.location)
        return known is not None and known.state == "duplicate" and known.sha256 == source.sha256

    def _settled(self, source: SourceFile) -> FileOutcome | None:
        """The outcome of a file that need not be read."""
        known = self._known.get(source.location)
        if known is not None and known.state == "failed" and known.sha256 == source.sha256:
            if self._is_newer or known.code in self._retried:
                return None
            return plain(source.path, "skipped", before(known), known.code)
        if known is not None and source.location in self._again and known.sha256 == source.sha256:
            return None
        match self._writer.seen(source):
            case "unchanged" if known is not None and known.state == "duplicate":
                return plain(source.path, "duplicate", known.reason)
            case "unchanged":
                return plain(source.path, "unchanged")
            case "moved":
                return plain(source.path, "unchanged", "the same content was known under another name")
            case "duplicate":
                return plain(source.path, "duplicate", self._reason(source))
        return None

    def _unreadable(self, item: Unreadable) -> FileOutcome:
        known = self._known.get(item.source.location)
        if known is not None and known.state == "indexed" and item.is_system:
            return _kept(item.error)
        if known is None or (known.state, known.code, known.reason) != (
            "failed",
            item.error.code,
            item.error.reason,
        ):
            self._writer.fail(item.source, item.error)
        return refused(item.error)

    def _store(self, source: SourceFile, reading: Reading) -> FileOutcome:
        if reading.trace:
            _log.debug("%s: %s", source.path, reading.trace)
        if reading.parsed is not None:
            if self._writer.replace(source, reading.parsed, reading.acronyms) == "duplicate":
                return plain(source.path, "duplicate", self._reason(source))
            return stored(reading.parsed, source.path, reading.seconds)
        if reading.failure is None:
            raise AssertionError("a reading holds a document or a failure")
        error = reading.failure.error(source.path)
        self._errors[source.sha256] = error
        if self._was_to_gain(source):
            return _kept(error)
        self._writer.fail(source, error)
        return refused(error, seconds=reading.seconds)

    def _was_to_gain(self, source: SourceFile) -> bool:
        """Whether a file was only read again for its pictures, and has records already."""
        known = self._known.get(source.location)
        return source.location in self._again and known is not None and known.sha256 == source.sha256

    def _repeat(self, source: SourceFile) -> FileOutcome:
        """The outcome of a file with the same content as one that was read in this run."""
        if self._writer.seen(source) is not None:
            return plain(source.path, "duplicate", self._reason(source))
        first = self._errors[source.sha256]
        error = type(first)(source.path, first.reason)
        self._writer.fail(source, error)
        return refused(error)

    def _reason(self, source: SourceFile) -> str:
        entries = (entry for entry in self._writer.entries() if entry.location == source.location)
        return next((entry.reason for entry in entries), "")


def retried(*, recognises: bool) -> frozenset[str]:
    """Codes of errors after which an unchanged file is tried again."""
    return frozenset({MissingToolError.code, *([NoTextError.code] if recognises else [])})


def _kept(error: ReportError) -> FileOutcome:
    reason = f"{error.reason}; its records are kept as they were read before"
    return plain(error.path, "failed", reason, error.code)


def before(known: FileEntry) -> str:
    """Why a file that failed before is left alone."""
    return f"failed before and has not changed: {known.reason}"
