"""Pages read and segmented: how many in a CPU second, and in how much memory."""

from __future__ import annotations

import time
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import msgspec

from tests.benchmarks.measure import Memory, median, memory
from tests.benchmarks.report import megabytes, table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

_CONTEXT = get_context("spawn")


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What one process read.

    Attributes:
        files: Born digital, and read.
        others: Scans, with a text layer or without, and files that are refused; they are not counted.
        pages: Of the files.
        records: Of the files.
        extract: CPU seconds of extraction.
        segment: CPU seconds of segmentation.
        before: Memory when the first file is opened.
        after: Memory in the end.
    """

    files: int
    others: int
    pages: int
    records: int
    extract: float
    segment: float
    before: Memory
    after: Memory


def _read(pipe: Connection, paths: Sequence[Path]) -> None:
    """Read files one after the other; scans and refused files are left out of every count."""
    from indexer import discover, extract, segment  # noqa: PLC0415  # loaded only in the process that reads
    from indexer.errors import ReportError  # noqa: PLC0415  # as above

    before = memory()
    files = others = pages = records = 0
    seconds = [0.0, 0.0]
    for path in paths:
        start = time.process_time()
        try:
            extracted = extract.extract(discover.source_file(path, path.parent))
            middle = time.process_time()
            parsed = segment.segment(extracted)
        except ReportError:
            others += 1
            continue
        end = time.process_time()
        if extracted.method != "text" or any(page.scanned for page in extracted.pages):
            others += 1
            continue
        files += 1
        pages += len(extracted.pages)
        records += len(parsed.records)
        seconds = [seconds[0] + middle - start, seconds[1] + end - middle]
    read = Read(
        files=files,
        others=others,
        pages=pages,
        records=records,
        extract=seconds[0],
        segment=seconds[1],
        before=before,
        after=memory(),
    )
    pipe.send_bytes(msgspec.json.encode(read))


def read_files(paths: Sequence[Path]) -> Read:
    """Read files in a process of their own."""
    pipe, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_read, args=(theirs, list(paths)), daemon=True)
    process.start()
    theirs.close()
    read = msgspec.json.decode(pipe.recv_bytes(), type=Read)
    process.join()
    return read


def pages_table(paths: Sequence[Path], repeats: int) -> list[str]:
    """How fast born-digital PDFs are read; the middle of several runs."""
    runs = [read_files(paths) for _ in range(repeats)]
    last = runs[-1]
    extract, segment = median([run.extract for run in runs]), median([run.segment for run in runs])
    row = [
        f"{last.files} ({last.others} left out)",
        f"{last.pages:,}",
        f"{last.records:,}",
        f"{extract:.2f}",
        f"{segment:.2f}",
        f"{last.pages / max(extract + segment, 1e-9):.0f}",
        megabytes(median([run.after.peak for run in runs])),
    ]
    header = ["files", "pages", "records", "extract CPU s", "segment CPU s", "pages / CPU s", "peak MB"]
    return table(header, [row])


def make_large(paths: Sequence[Path], target: Path, pages: int) -> int:
    """Write one PDF of so many pages, taken from several files in turn; return how many there are."""
    import pypdfium2  # noqa: PLC0415  # only this part needs it

    document: Any = pypdfium2.PdfDocument.new()
    while len(document) < pages:
        start = len(document)
        for path in paths:
            try:
                source = pypdfium2.PdfDocument(path)
            except pypdfium2.PdfiumError:  # encrypted or damaged
                continue
            wanted = min(len(source), pages - len(document))
            if wanted > 0:
                document.import_pages(source, list(range(wanted)))
            source.close()
        if len(document) == start:
            break
    document.save(target)
    count = len(document)
    document.close()
    return count


def large_table(paths: Sequence[Path], work: Path, pages: int) -> list[str]:
    """What one very long file takes."""
    target = work / "large.pdf"
    count = make_large(paths, target, pages)
    read = read_files([target])
    spent = read.extract + read.segment
    row = [
        f"{count:,}",
        megabytes(target.stat().st_size),
        f"{read.records:,}",
        f"{spent:.2f}",
        f"{read.pages / max(spent, 1e-9):.0f}",
        megabytes(read.before.resident),
        megabytes(read.after.peak),
    ]
    return table(["pages", "file MB", "records", "CPU s", "pages / CPU s", "MB before", "peak MB"], [row])
