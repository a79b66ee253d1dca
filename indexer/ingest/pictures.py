"""A PDF -> its records, and pages of it as they look."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from indexer.discover import source_file
from indexer.errors import ReportError, UsageError
from indexer.extract.pdf_picture import picture_page
from indexer.ingest.pool import Limits, Standby, read_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indexer.model import PagePicture, ParsedDocument


def picture_pages(
    path: str | Path, pages: Sequence[int], *, limits: Limits | None = None
) -> tuple[ParsedDocument, tuple[PagePicture, ...]]:
    """Return a PDF as a document, and some of its pages as they look.

    Args:
        path: Where the file lies.
        pages: Their numbers, from 1.
        limits: What the file may cost to read.

    Raises:
        ReportError: The file cannot be read.
        UsageError: There is no such file, it is no PDF, or it has no such page.
    """
    source = source_file(path)
    if source.media_type != "application/pdf":
        raise UsageError(f"{source.path}: only pages of a PDF can be drawn, and this is {source.media_type}")
    with contextlib.closing(read_all([source], Standby(limits), jobs=1)) as readings:
        _, reading = next(readings)
    if reading.parsed is None:
        raise reading.failure.error(source.path) if reading.failure else ReportError(source.path, "not read")
    return reading.parsed, tuple(picture_page(source, number) for number in pages)
