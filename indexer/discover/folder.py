"""The files of a folder, one after the other, each with its content hash and media type."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.discover.fingerprint import fingerprint
from indexer.discover.media_type import media_type
from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    ReportError,
    UnsupportedFormatError,
    UsageError,
)
from indexer.model import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX_FOLDER = ".indexer"
"""Where an index lies unless told otherwise; never a place for reports."""

INDEX_FILES = frozenset({"manifest.json", "catalogue.sqlite"})
"""What an index of another name is known by."""


def walk(path: str | Path) -> Iterator[SourceFile | ReportError]:
    """Each file under a folder, or the one file that is given, or the reason why it cannot be read.

    The order is by name and the same every time. Hidden files, Word's lock files ("~$...") and folders that
    hold an index are left out, and so is what goes away during the walk. Links to folders are followed once
    and only out of the folder, so that loops end.

    Args:
        path: A folder or a file. A SourceFile's path is relative to the folder, or the name of the file.

    Raises:
        UsageError: It does not exist.
    """
    root = Path(path)
    if not os.path.lexists(root):
        raise UsageError(f"{printable(str(root))}: there is no such file or folder")
    return _walk_folder(root) if root.is_dir() else iter([_outcome(root, printable(root.name))])


def source_file(path: str | Path, root: str | Path | None = None) -> SourceFile:
    """The file with its hash and media type.

    Args:
        path: Where it lies.
        root: The folder that its path in records is relative to; its own folder when not given.

    Raises:
        ReportError: The file is of an unsupported format, empty, damaged, encrypted or cannot be opened.
        UsageError: There is no such file, or it is a folder.
    """
    location = Path(path)
    if not os.path.lexists(location):
        raise UsageError(f"{printable(str(location))}: there is no such file")
    if location.is_dir():
        raise UsageError(f"{printable(str(location))}: this is a folder, not a file")
    shown = location.name if root is None else os.path.relpath(location, root)
    return _read(location, printable(shown.replace(os.sep, "/")))


def printable(name: str) -> str:
    r"""A file name that can be written anywhere: bytes that are no characters stand as "\xff"."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _walk_folder(root: Path) -> Iterator[SourceFile | ReportError]:
    """Everything below a folder, without recursion so that depth has no limit."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        current = waiting.pop()
        shown = printable(os.path.relpath(current, root).replace(os.sep, "/"))
        if current.is_dir():
            try:
                state = current.stat()
                if (state.st_dev, state.st_ino) in seen:
                    continue
                seen.add((state.st_dev, state.st_ino))
                inside = sorted(current.iterdir(), key=os.fsencode, reverse=True)
            except OSError as error:
                yield DamagedReportError(shown, f"the folder cannot be read: {_why(error)}")
                continue
            if current != root and {path.name for path in inside} >= INDEX_FILES:
                continue
            waiting.extend(path for path in inside if _is_wanted(path, root))
            continue
        outcome = _outcome(current, shown)
        if isinstance(outcome, SourceFile) or os.path.lexists(current):
            yield outcome


def _is_wanted(path: Path, root: Path) -> bool:
    if path.name.startswith((".", "~$")) or path.name == INDEX_FOLDER:
        return False
    if path.is_symlink() and path.is_dir():
        # a link to a place inside is found under its own name anyway
        target, inside = os.path.realpath(path), os.path.realpath(root)
        return target != inside and not target.startswith(inside.rstrip(os.sep) + os.sep)
    return True


def _outcome(location: Path, shown: str) -> SourceFile | ReportError:
    try:
        return _read(location, shown)
    except ReportError as error:
        return error


def _read(location: Path, shown: str) -> SourceFile:
    try:
        mode = location.stat().st_mode
        if not stat.S_ISREG(mode):
            # opening a pipe or a device could wait for ever
            raise UnsupportedFormatError(shown, "this is not a file but a pipe, socket or device")
        sha256, size, head = fingerprint(location)
        if not size:
            raise EmptyReportError(shown, "the file is empty")
        found = media_type(location, head, shown)
    except FileNotFoundError as error:
        reason = "a link that leads nowhere" if location.is_symlink() else "the file is gone"
        raise DamagedReportError(shown, reason) from error
    except OSError as error:
        raise DamagedReportError(shown, f"the file cannot be read: {_why(error)}") from error
    return SourceFile(
        path=shown,
        location=str(Path(os.path.abspath(location))),  # noqa: PTH100 - resolve() would follow links
        sha256=sha256,
        size=size,
        media_type=found,
    )


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
