"""What became of each file of a run, of the run itself, and what is said on the way."""

from __future__ import annotations

from typing import Literal

import msgspec

from indexer.model import Finding  # noqa: TC001  # msgspec reads the annotations

Outcome = Literal["indexed", "unchanged", "failed", "duplicate", "removed", "skipped"]
"""Its records were stored; nothing to do; it could not be read; the same content is there under another
path; its records were taken out; or it was left alone, for the reason given."""


class FileOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file: a line of the report.

    Attributes:
        path: As in its records.
        outcome: What happened.
        symbol: Canonical symbol of the document, None without one.
        records: How many were stored.
        pages: How many the file has, 0 without pages.
        code: Stable word of the error, empty without one.
        reason: A sentence: why it failed, was skipped, or whose duplicate it is.
        recognised: How many of its pages were recognised in pictures.
        findings: What a careful person would want to look at.
        seconds: Time its reading took.
    """

    path: str
    outcome: Outcome
    symbol: str | None = None
    records: int = 0
    pages: int = 0
    recognised: int = 0
    code: str = ""
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0


class IngestSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did, counted.

    Attributes:
        files: Files looked at.
        indexed: Files whose records were stored.
        unchanged: Files with nothing to do.
        failed: Files that could not be read in this run.
        duplicates: Files whose content is in the index under another path.
        removed: Files whose records were taken out because they are gone.
        skipped: Files left alone: they failed before and have not changed, or the run was only a rehearsal.
        gone: Files that are in the index but no longer in the folder, and were kept.
        records: Records stored.
        pages: Pages read.
        recognised: Pages of them that were recognised in pictures.
        seconds: Wall time of the run.
        dry_run: Whether it was only a rehearsal.
        problems: The outcomes that need a look: failed, and failed before.
        planned: In a rehearsal, the files that would be read.
    """

    files: int = 0
    indexed: int = 0
    unchanged: int = 0
    failed: int = 0
    duplicates: int = 0
    removed: int = 0
    skipped: int = 0
    gone: int = 0
    records: int = 0
    pages: int = 0
    recognised: int = 0
    seconds: float = 0.0
    dry_run: bool = False
    problems: tuple[FileOutcome, ...] = ()
    planned: tuple[FileOutcome, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every file that was looked at is in the index."""
        return not self.problems


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An event: so many files have been found and hashed."""

    files: int


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """An event: so many files, of so many bytes, will be read."""

    files: int
    size: int


class Finished(msgspec.Struct, frozen=True, kw_only=True):
    """An event: a file that was to be read is done; size as counted in Planned."""

    outcome: FileOutcome
    size: int


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """An event: something the person should know, one sentence."""

    text: str


Event = Found | Planned | Finished | Notice
"""What `on_event` is called with."""
