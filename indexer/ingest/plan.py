"""What is to become of each file, as far as that can be told before any is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, Protocol

from indexer.errors import MissingToolError, NoTextError
from indexer.ingest.folder_walk import Unreadable, covers, is_below
from indexer.ingest.messages import writable
from indexer.ingest.tally import kept, plain, refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indexer.errors import ReportError
    from indexer.ingest.outcomes import FileOutcome
    from indexer.ingest.tally import Tally
    from indexer.model import SourceFile
    from indexer.store import FileEntry


class Ledger(Protocol):
    """The files that an index knows, to be changed: those of its writer, or of a rehearsal."""

    def entries(self) -> Sequence[FileEntry]:
        """Every known file."""

    def entry(self, location: str) -> FileEntry | None:
        """The known file at a location."""

    def worth_recognising(self) -> frozenset[str]:
        """The locations of files with pages that nobody tried to recognise."""

    def seen(self, source: SourceFile) -> Literal["unchanged", "duplicate", "moved"] | None:
        """Why a file need not be read, None when it must be; one with known content is listed."""

    def fail(self, source: SourceFile, error: ReportError) -> None:
        """List a file that cannot be read."""

    def remove(self, path: str) -> None:
        """Forget a file."""


class Plan:
    """The files of a run: what needs no reading is settled, the rest is listed.

    Args:
        ledger: The files that the index knows.
        tally: Where outcomes go.
        found: What the walk gave.
        is_newer: Whether another version wrote the index, so that files that failed then may be read now.
        recognises: Whether pages without usable text are recognised, so that files with such pages are read
            again.

    Attributes:
        tasks: Files to read, in the order in which they were found.
        repeats: Files with the content of one of those, or of one that they repeated before.
    """

    def __init__(
        self,
        ledger: Ledger,
        tally: Tally,
        found: Sequence[SourceFile | Unreadable],
        *,
        is_newer: bool = False,
        recognises: bool = False,
    ) -> None:
        self._ledger = ledger
        self._tally = tally
        self._found = found
        self._is_newer = is_newer
        # codes of errors after which an unchanged file is tried again
        self._retried = {MissingToolError.code, *([NoTextError.code] if recognises else [])}
        self._again = ledger.worth_recognising() if recognises else frozenset()
        self._known = {entry.location: entry for entry in ledger.entries()}
        self._contents = dict(_located(item) for item in found)
        self.tasks: list[SourceFile] = []
        self.repeats: list[SourceFile] = []

    def settle(self, *, force: bool) -> None:
        """Settle what needs no reading, and list what does."""
        contents: set[str] = set()
        for item in sorted(self._found, key=_is_link):
            if isinstance(item, Unreadable):
                self._tally.note(self._unreadable(item))
                continue
            source = writable(item)
            outcome = None if force else self._settled(source)
            if outcome is not None:
                self._tally.note(outcome)
            elif source.sha256 in contents or (force and self._is_duplicate(source)):
                self.repeats.append(source)
            else:
                contents.add(source.sha256)
                self.tasks.append(item)

    def clear(self, paths: Sequence[str | Path], *, prune: bool) -> None:
        """Take out, or only count, the files that are no longer where they were."""
        closed = [item.source.location for item in self._found if isinstance(item, Unreadable)]
        for entry in self._ledger.entries():
            location = entry.location
            if location in self._contents or not covers(paths, location):
                continue
            if any(is_below(location, folder) for folder in closed):
                continue  # its folder cannot be looked into now, which does not mean that it is gone
            if prune:
                self._ledger.remove(location)
                self._tally.note(plain(entry.path, "removed", "the file is gone"))
            else:
                self._tally.gone += 1

    def why(self, source: SourceFile) -> str:
        """Why a file is to be read, in a word or two."""
        known = self._known.get(source.location)
        if known is None:
            return "new"
        return "changed" if known.sha256 != source.sha256 else "to be read again"

    def has_records(self, source: SourceFile) -> bool:
        """Whether a file is only read again for its pictures, and has records already."""
        known = self._known.get(source.location)
        return source.location in self._again and known is not None and known.sha256 == source.sha256

    def with_known_content(self, source: SourceFile) -> FileOutcome | None:
        """The outcome of a file whose content the index has, None when it has not."""
        known = self._known.get(source.location)
        match self._ledger.seen(source):
            case "unchanged" if known is not None and known.state == "duplicate":
                return plain(source.path, "duplicate", known.reason)
            case "unchanged":
                return plain(source.path, "unchanged")
            case "moved":
                return plain(source.path, "unchanged", "the same content was known under another name")
            case "duplicate":
                return plain(source.path, "duplicate", self.repeated(source))
        return None

    def repeated(self, source: SourceFile) -> str:
        """Which file a duplicate repeats, in words."""
        entry = self._ledger.entry(source.location)
        return entry.reason if entry is not None else ""

    def _is_duplicate(self, source: SourceFile) -> bool:
        """Whether a file was known as a duplicate of one whose records are in the index, and stay there."""
        known = self._known.get(source.location)
        if known is None or known.state != "duplicate" or known.sha256 != source.sha256:
            return False
        original = self._known.get(known.original)
        if original is None or original.state != "indexed":
            return False
        return self._contents.get(known.original, source.sha256) == source.sha256

    def _settled(self, source: SourceFile) -> FileOutcome | None:
        """The outcome of a file that need not be read."""
        known = self._known.get(source.location)
        if known is not None and known.state == "failed" and known.sha256 == source.sha256:
            if self._is_newer or known.code in self._retried:
                return None
            reason = f"failed before and has not changed: {known.reason}"
            return plain(source.path, "skipped", reason, known.code)
        if self.has_records(source):
            return None
        return self.with_known_content(source)

    def _unreadable(self, item: Unreadable) -> FileOutcome:
        known = self._known.get(item.source.location)
        if known is not None and known.state == "indexed" and item.is_system:
            return kept(item.error)
        if known is None or (known.state, known.code, known.reason) != (
            "failed",
            item.error.code,
            item.error.reason,
        ):
            self._ledger.fail(item.source, item.error)
        return refused(item.error)


def _is_link(item: SourceFile | Unreadable) -> bool:
    """Whether a file is only another name of one, which it is listed with where that is found as well."""
    location = item.source.location if isinstance(item, Unreadable) else item.location
    return os.path.islink(location)  # noqa: PTH114  # a path for each file takes longer than the look


def _located(item: SourceFile | Unreadable) -> tuple[str, str]:
    """Where a file lies, and the hash of its content, empty where it cannot be read."""
    source = item.source if isinstance(item, Unreadable) else writable(item)
    return source.location, source.sha256
