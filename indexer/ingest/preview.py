"""Files -> parsed documents, without an index."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from indexer.ingest.folder_walk import Unreadable, walk_all
from indexer.ingest.pool import Limits, read_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from indexer.errors import ReportError
    from indexer.model import ParsedDocument


def parse_files(
    paths: Sequence[str | Path], *, jobs: int | None = None, limits: Limits | None = None
) -> Iterator[ParsedDocument | ReportError]:
    """Each file under the paths as a document, or why it cannot be read, in order.

    Raises:
        UsageError: A path does not exist.
    """
    found = list(walk_all(paths))
    sources = [item for item in found if not isinstance(item, Unreadable)]
    with contextlib.closing(read_all(sources, jobs=jobs, limits=limits)) as readings:
        for item in found:
            if isinstance(item, Unreadable):
                yield item.error
                continue
            _, reading = next(readings)
            if reading.parsed is not None:
                yield reading.parsed
            elif reading.failure is not None:
                yield reading.failure.error(item.path)
