"""The report of a run: a JSON line for each file, written as it happens."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from indexer.ingest.outcomes import FileOutcome


@contextlib.contextmanager
def open_report(path: str | Path | None) -> Iterator[Callable[[FileOutcome], None]]:
    """A function that writes an outcome; without a path it does nothing.

    Raises:
        UsageError: The file cannot be written.
    """
    if path is None:
        yield lambda _outcome: None
        return
    try:
        stream = Path(path).open("wb")  # noqa: SIM115  # closed below, so that only opening is told as a usage error
    except OSError as error:
        raise UsageError(f"the report {path} cannot be written: {error.strerror or error}") from error
    with stream:

        def write(outcome: FileOutcome) -> None:
            stream.write(msgspec.json.encode(outcome) + b"\n")
            stream.flush()

        yield write
