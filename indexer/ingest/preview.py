"""Files -> parsed documents, without an index."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import ReportError
from indexer.ingest.folder_walk import Unreadable, walk_all
from indexer.ingest.pool import Limits, Standby, read_all
from indexer.model import ParsedDocument, ParseReport  # noqa: TC001  # msgspec reads the annotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from indexer.ingest.messages import Ocr


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """A file that could not be read: its path, the stable word of the error, and the reason."""

    path: str
    code: str
    reason: str


class CheckedFiles(msgspec.Struct, frozen=True, kw_only=True):
    """What a careful person would want to look at in some files.

    Attributes:
        reports: Of the files that were read, those with most findings first.
        failures: The files that could not be read.
        duplicates: Always empty: without an index every file is read.
        copies: Documents that several files hold, with the paths of these.
        integrity: Always empty: there is no index.
    """

    reports: tuple[ParseReport, ...] = ()
    failures: tuple[Refused, ...] = ()
    duplicates: tuple[Refused, ...] = ()
    copies: dict[str, tuple[str, ...]] = {}
    integrity: tuple[str, ...] = ()


def parse_files(
    paths: Sequence[str | Path],
    *,
    jobs: int | None = None,
    limits: Limits | None = None,
    ocr: Ocr = "off",
) -> Iterator[ParsedDocument | ReportError]:
    """Each file under the paths as a document, or why it cannot be read, in order.

    With ocr "auto", pages of PDF files without usable text are recognised.

    Raises:
        UsageError: A path does not exist.
    """
    found = list(walk_all(paths))
    sources = [item for item in found if not isinstance(item, Unreadable)]
    with contextlib.closing(read_all(sources, Standby(limits, ocr), jobs=jobs)) as readings:
        for item in found:
            if isinstance(item, Unreadable):
                yield item.error
                continue
            _, reading = next(readings)
            if reading.parsed is not None:
                yield reading.parsed
            elif reading.failure is not None:
                yield reading.failure.error(item.path)


def check_files(
    paths: Sequence[str | Path], *, jobs: int | None = None, limits: Limits | None = None
) -> CheckedFiles:
    """What was found in each file under the paths, without an index.

    Raises:
        UsageError: A path does not exist.
    """
    reports: list[ParseReport] = []
    failures: list[Refused] = []
    holders: dict[str, list[str]] = {}
    for parsed in parse_files(paths, jobs=jobs, limits=limits):
        if isinstance(parsed, ReportError):
            failures.append(Refused(path=parsed.path, code=parsed.code, reason=parsed.reason))
            continue
        reports.append(parsed.report)
        for document in dict.fromkeys(record.id.partition("#")[0] for record in parsed.records):
            holders.setdefault(document, []).append(parsed.report.path)
    reports.sort(key=lambda report: (-len(report.findings), report.path))
    copies = {document: tuple(held) for document, held in sorted(holders.items()) if len(held) > 1}
    return CheckedFiles(reports=tuple(reports), failures=tuple(failures), copies=copies)
