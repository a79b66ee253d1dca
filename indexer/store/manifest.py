"""manifest.json: what the index consists of, checked before anything else is read.

The manifest is the one switch of a commit. Files that it does not list do not exist for a reader; files that
it lists are verified by size and checksum before the engine, whose format is Python pickles, is allowed to
open them.
"""

from __future__ import annotations

import hashlib
import threading
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import IndexDamagedError, IndexNotFoundError, IndexStateError, IndexVersionError
from indexer.store.durable import write_atomically
from indexer.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""Raised by one whenever an index written before can no longer be read."""

NAME = "manifest.json"
ENGINE = "engine"
CATALOGUE = "catalogue.sqlite"
REPAIR = "rebuild it with `indexer index --force PATH`"


class FileSum(msgspec.Struct, frozen=True, kw_only=True):
    """Size in bytes and checksum of a file of the index."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One generation of the index.

    Attributes:
        format: Of the whole index.
        generation: Raised by one with every commit.
        software: The version that wrote it.
        folders: The folders and files that were indexed, absolute.
        files: Names inside engine/.
        redo: The changes of the catalogue that belong to this generation, a file inside engine/; it is read
            only when the catalogue is one generation behind.
    """

    format: int = FORMAT
    generation: int = 0
    software: str = __version__
    folders: tuple[str, ...] = ()
    files: dict[str, FileSum] = {}
    redo: str | None = None


class _Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest with its own checksum."""

    manifest: msgspec.Raw
    sha256: str


class _Format(msgspec.Struct, frozen=True, kw_only=True):
    """The one part of a manifest that every version can read."""

    format: int


def file_sum(path: Path) -> FileSum:
    """Return size and checksum of a file."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileSum(size=path.stat().st_size, sha256=digest)


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Make a generation the current one, at once."""
    body = msgspec.json.encode(manifest)
    seal = hashlib.sha256(body).hexdigest()
    write_atomically(
        directory / NAME, msgspec.json.encode(_Sealed(manifest=msgspec.Raw(body), sha256=seal)) + b"\n"
    )


def read_manifest(directory: Path) -> Manifest:
    """Return the current generation.

    Raises:
        IndexNotFoundError: There is no index.
        IndexDamagedError: The manifest is missing from an index, or cannot be read.
        IndexVersionError: Another version wrote it.
        IndexStateError: This user may not read it.
    """
    path = directory / NAME
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if (directory / CATALOGUE).exists():
            raise IndexDamagedError(f"{path} is missing; {REPAIR}") from None
        raise IndexNotFoundError(
            f"there is no index in {directory}; make one with `indexer index PATH`"
        ) from None
    except PermissionError as error:
        raise IndexStateError(f"{path} may not be read by this user ({error.strerror})") from error
    except OSError as error:
        raise IndexDamagedError(f"{path} cannot be read ({error.strerror}); {REPAIR}") from error
    try:
        sealed = msgspec.json.decode(content, type=_Sealed)
        if hashlib.sha256(sealed.manifest).hexdigest() != sealed.sha256:
            raise IndexDamagedError(f"{path} is damaged (wrong checksum); {REPAIR}")
        written = msgspec.json.decode(sealed.manifest, type=_Format).format
        if written != FORMAT:
            raise IndexVersionError(
                f"{directory} has index format {written}, this version reads {FORMAT}; {REPAIR}"
            )
        return msgspec.json.decode(sealed.manifest, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise IndexDamagedError(f"{path} is damaged ({error}); {REPAIR}") from error


_verified: set[tuple[str, int, int, int, str]] = set()
_verified_lock = threading.Lock()


def verify(directory: Path, manifest: Manifest, *, again: bool = False) -> None:
    """Check every listed file, once per process unless asked to do it again.

    Raises:
        IndexDamagedError: A file is not what was written; the first one is named.
        FileNotFoundError: A file is gone: a later commit may have replaced it.
    """
    for name, wanted in sorted(manifest.files.items()):
        path = directory / ENGINE / name
        state = path.stat()
        key = (str(path), state.st_ino, state.st_mtime_ns, state.st_size, wanted.sha256)
        if not again and key in _verified:
            continue
        if state.st_size != wanted.size:
            raise IndexDamagedError(
                f"{path} is damaged ({state.st_size} bytes instead of {wanted.size}); {REPAIR}"
            )
        if file_sum(path) != wanted:
            raise IndexDamagedError(f"{path} is damaged (wrong checksum); {REPAIR}")
        with _verified_lock:
            _verified.add(key)
