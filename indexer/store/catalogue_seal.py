"""catalogue.seal: the checksum of the catalogue.

It lies beside the catalogue, for the present generation and the one before: it is written inside the
transaction that makes the new one, right before its end, so that whichever of the two a crash leaves behind
is known.
"""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import IndexDamagedError
from indexer.store.durable import write_atomically
from indexer.store.manifest import REPAIR

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_COUNTERS = ((24, 28), (92, 100))
"""Bytes of SQLite's header that the end of a transaction changes (file format, 1.3): they are not sealed."""

_verified: set[tuple[str, int, int, int]] = set()
_verified_lock = threading.Lock()


class _Seal(msgspec.Struct, frozen=True, kw_only=True):
    """Checksums of the catalogue by generation."""

    generations: dict[int, str]


def seal_path(catalogue: Path) -> Path:
    """Return where the seal of a catalogue lies."""
    return catalogue.with_suffix(".seal")


def write_seal(catalogue: Path, connection: sqlite3.Connection, generation: int) -> None:
    """Seal the catalogue as the open transaction will leave it, beside the state that it may fall back to."""
    try:
        former = _read_seal(catalogue).generations
    except FileNotFoundError:
        former = {}
    kept = {number: sum_ for number, sum_ in former.items() if number == generation - 1}
    body = msgspec.json.encode(_Seal(generations={**kept, generation: _digest(connection)}))
    write_atomically(seal_path(catalogue), body)


def verify_seal(catalogue: Path, connection: sqlite3.Connection) -> None:
    """Check the catalogue inside an open transaction, once per process while it stays as it is.

    Raises:
        IndexDamagedError: It is not what was written.
    """
    state = catalogue.stat()
    key = (str(catalogue), state.st_ino, state.st_mtime_ns, state.st_size)
    if key in _verified:
        return
    digest = _digest(connection)
    try:
        known = _read_seal(catalogue).generations.values()  # nobody can commit past it while we read
    except FileNotFoundError:
        raise IndexDamagedError(f"{seal_path(catalogue)} is missing; {REPAIR}") from None
    if digest not in known:
        raise IndexDamagedError(f"{catalogue} is damaged (wrong checksum); {REPAIR}")
    with _verified_lock:
        _verified.add(key)


def _read_seal(catalogue: Path) -> _Seal:
    path = seal_path(catalogue)
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Seal)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise IndexDamagedError(f"{path} is damaged ({error}); {REPAIR}") from error


def _digest(connection: sqlite3.Connection) -> str:
    """Return the checksum of every page as the connection sees it, what it has not committed included."""
    pages = memoryview(connection.serialize())
    digest = hashlib.sha256()
    at = 0
    for start, end in _COUNTERS:
        digest.update(pages[at:start])
        at = end
    digest.update(pages[at:])
    return digest.hexdigest()
