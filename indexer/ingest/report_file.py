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

_START = b'{"path":'
"""How each line begins."""


@contextlib.contextmanager
def open_report(path: str | Path | None) -> Iterator[Callable[[FileOutcome], None]]:
    """A function that writes an outcome; without a path it does nothing.

    Raises:
        UsageError: The file cannot be written, or holds something else.
    """
    if path is None:
        yield lambda _outcome: None
        return
    target = Path(path)
    try:
        if _holds_other(target):
            raise UsageError(f"{path} is there and is no report of a run: name another file for the report")
        stream = target.open("wb")
    except OSError as error:
        raise UsageError(f"the report {path} cannot be written: {error.strerror or error}") from error
    with stream:

        def write(outcome: FileOutcome) -> None:
            stream.write(msgspec.json.encode(outcome) + b"\n")
            stream.flush()

        yield write


def _holds_other(path: Path) -> bool:
    """Whether a file has a content that no run has written, such as a document named by mistake."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(_START)) not in (b"", _START)
