"""The outcomes of a run as they come: counted, reported, and told."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from indexer.ingest.outcomes import FileOutcome, Finished, IngestSummary

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.errors import ReportError
    from indexer.ingest.outcomes import Event, Outcome
    from indexer.model import ParsedDocument


class Tally:
    """What has come of the files so far."""

    def __init__(self, say: Callable[[Event], None], write: Callable[[FileOutcome], None]) -> None:
        self.say = say
        self.gone = 0
        self._write = write
        self._start = time.monotonic()
        self._counts: dict[Outcome, int] = {}
        self._records = 0
        self._pages = 0
        self._recognised = 0
        self._problems: list[FileOutcome] = []
        self._planned: list[FileOutcome] = []

    def note(self, outcome: FileOutcome, *, size: int | None = None) -> None:
        """Count an outcome; with a size it is that of a file that was read."""
        self._counts[outcome.outcome] = self._counts.get(outcome.outcome, 0) + 1
        self._write(outcome)
        if outcome.outcome == "indexed":
            self._records += outcome.records
            self._pages += outcome.pages
            self._recognised += outcome.recognised
        if outcome.outcome == "failed" or (outcome.outcome == "skipped" and outcome.code):
            self._problems.append(outcome)
        if size is not None:
            self.say(Finished(outcome=outcome, size=size))

    def plan(self, path: str, reason: str) -> None:
        """Note a file that a rehearsal would read."""
        outcome = FileOutcome(path=path, outcome="skipped", reason=reason)
        self.note(outcome)
        self._planned.append(outcome)

    def summary(self, *, dry_run: bool) -> IngestSummary:
        """Everything, counted."""
        counts = self._counts
        return IngestSummary(
            files=sum(count for outcome, count in counts.items() if outcome != "removed"),
            indexed=counts.get("indexed", 0),
            unchanged=counts.get("unchanged", 0),
            failed=counts.get("failed", 0),
            duplicates=counts.get("duplicate", 0),
            removed=counts.get("removed", 0),
            skipped=counts.get("skipped", 0),
            gone=self.gone,
            records=self._records,
            pages=self._pages,
            recognised=self._recognised,
            seconds=time.monotonic() - self._start,
            dry_run=dry_run,
            problems=tuple(self._problems),
            planned=tuple(self._planned),
        )


def stored(parsed: ParsedDocument, path: str, seconds: float) -> FileOutcome:
    """The outcome of a file whose records were stored."""
    report = parsed.report
    return FileOutcome(
        path=path,
        outcome="indexed",
        symbol=report.symbol,
        records=len(parsed.records),
        pages=report.pages,
        recognised=report.recognised,
        findings=report.findings,
        seconds=round(seconds, 3),
    )


def refused(error: ReportError, *, seconds: float = 0.0) -> FileOutcome:
    """The outcome of a file that could not be read."""
    return FileOutcome(
        path=error.path, outcome="failed", code=error.code, reason=error.reason, seconds=round(seconds, 3)
    )


def kept(error: ReportError) -> FileOutcome:
    """The outcome of a file that cannot be read now, and stays in the index as it was."""
    reason = f"{error.reason}; its records are kept as they were read before"
    return plain(error.path, "failed", reason, error.code)


def plain(path: str, outcome: Outcome, reason: str = "", code: str = "") -> FileOutcome:
    """An outcome that needs no more than a reason."""
    return FileOutcome(path=path, outcome=outcome, reason=reason, code=code)
