"""Everything that is to be looked at, with the place where each thing lies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from indexer.discover import walk
from indexer.errors import ReportError
from indexer.ingest.messages import writable
from indexer.model import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """A file or folder that cannot even be looked into.

    Attributes:
        source: Named as it would be if it could; its hash is empty.
        error: Why not.
        is_system: Whether the system refused, so that nothing is known about the content.
    """

    source: SourceFile
    error: ReportError
    is_system: bool


def walk_all(paths: Sequence[str | Path]) -> Iterator[SourceFile | Unreadable]:
    """Each file under the paths once, in order, even where paths lie inside one another.

    Raises:
        UsageError: A path does not exist.
    """
    for path in paths:
        walk(path)  # a missing path is told before the first file is read, and before an index is made
    return _walk_each(paths)


def _walk_each(paths: Sequence[str | Path]) -> Iterator[SourceFile | Unreadable]:
    seen: set[str] = set()
    for path in paths:
        for found in walk(path):
            item = _unreadable(Path(path), found) if isinstance(found, ReportError) else found
            location = item.source.location if isinstance(item, Unreadable) else item.location
            if location not in seen:
                seen.add(location)
                yield item


def covers(paths: Sequence[str | Path], location: str) -> bool:
    """Whether a location is one of the paths or lies below one."""
    return any(is_below(location, _absolute(Path(path))) for path in paths)


def is_below(location: str, folder: str) -> bool:
    """Whether a location is a folder or lies in it."""
    return location == folder or location.startswith(folder.rstrip(os.sep) + os.sep)


def _unreadable(root: Path, error: ReportError) -> Unreadable:
    location = _absolute(root / error.path if root.is_dir() else root)
    is_system = isinstance(error.__cause__, OSError)
    if error.path == ".":  # the folder itself, which has no name inside itself
        error = type(error)(location, error.reason)
    source = SourceFile(path=error.path, location=location, sha256="", size=0, media_type="")
    return Unreadable(source=source, error=error, is_system=is_system)


def _absolute(path: Path) -> str:
    named = SourceFile(path="", location=os.path.abspath(path), sha256="", size=0, media_type="")  # noqa: PTH100  # resolve() would follow links
    return writable(named).location
