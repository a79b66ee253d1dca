"""Bytes -> the disk, so that they are still there after a power cut."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk, on systems that can open a folder."""
    with contextlib.suppress(PermissionError, IsADirectoryError):
        sync_file(path)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file at once: a reader sees the old content or the new, never a part."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    sync_folder(path.parent)
