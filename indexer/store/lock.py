"""One writer at a time, by a lock that the system lets go when its holder dies."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from whoosh.util.filelock import FileLock

from indexer.errors import IndexLockedError, IndexStateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "lock"

_held: set[str] = set()
_held_guard = threading.Lock()


@contextlib.contextmanager
def hold_lock(directory: Path) -> Iterator[None]:
    """Hold the index's write lock.

    Raises:
        IndexLockedError: Another run, or another writer of this one, holds it.
        IndexStateError: The folder is read-only.
    """
    key = str(directory.resolve())
    refused = IndexLockedError(
        f"{directory} is being written by another run; wait for it to end, or search meanwhile"
    )
    with _held_guard:
        if key in _held:
            raise refused
        lock = FileLock(str(directory / NAME))
        try:
            taken = lock.acquire()
        except OSError as error:
            raise IndexStateError(
                f"{directory} cannot be written to ({error.strerror}); it can be searched as it is, "
                "and --index names another place for an index"
            ) from error
        if not taken:
            raise refused
        _held.add(key)
    try:
        yield
    finally:
        with _held_guard:
            _held.discard(key)
            lock.release()
