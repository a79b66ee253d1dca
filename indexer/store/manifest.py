"""manifest.json: what the index consists of, checked before anything else is read.

The manifest is the one switch of a commit. Files that it does not list do not exist for a reader. Of those
that it lists a reader compares the size; their content carries checksums of its own, which are compared when
a page is first read, so that an index of any size opens at once. `indexer check` compares everything.
"""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING

import msgspec

from indexer.errors import IndexDamagedError, IndexNotFoundError, IndexStateError, IndexVersionError
from indexer.store.durable import write_atomically
from indexer.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 5
"""Raised by one whenever an index written before can no longer be read."""

NAME = "manifest.json"
ENGINE = "engine"
CATALOGUE = "catalogue.sqlite"
REPAIR = "rebuild it with `indexer index --force PATH`"


class FileSum(msgspec.Struct, frozen=True, kw_only=True):
    """Size in bytes and checksum of a file of the index."""

    size: int
    sha256: str


class HeldSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A segment of the index.

    Attributes:
        name: Of its file, without the ending.
        records: How many it has.
        deleted: How many of them are deleted.
        gone: The file that says which, None without any.
    """

    name: str
    records: int
    deleted: int = 0
    gone: str | None = None


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """One generation of the index.

    Attributes:
        format: Of the whole index.
        generation: Raised by one with every commit.
        software: The version that wrote it.
        folders: The folders and files that were indexed, absolute.
        files: Names inside engine/.
        segments: In the order in which their records are numbered.
        redo: The changes of the catalogue that belong to this generation, a file inside engine/; it is read
            only when the catalogue is one generation behind.
    """

    format: int = FORMAT
    generation: int = 0
    software: str = __version__
    folders: tuple[str, ...] = ()
    files: dict[str, FileSum] = {}
    segments: tuple[HeldSegment, ...] = ()
    redo: str | None = None


class _Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest with its own checksum."""

    manifest: msgspec.Raw
    crc32: int | None = None


class _Format(msgspec.Struct, frozen=True, kw_only=True):
    """The one part of a manifest that every version can read."""

    format: int


def file_sum(path: Path) -> FileSum:
    """Return size and checksum of a file."""
    import hashlib  # noqa: PLC0415 - readers compare sizes only

    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileSum(size=path.stat().st_size, sha256=digest)


def write_manifest(directory: Path, manifest: Manifest) -> None:
    """Make a generation the current one, at once."""
    body = msgspec.json.encode(manifest)
    sealed = _Sealed(manifest=msgspec.Raw(body), crc32=zlib.crc32(body))
    write_atomically(directory / NAME, msgspec.json.encode(sealed) + b"\n")


def manifest_state(path: str) -> tuple[int, int, int] | None:
    """Return what tells one commit's manifest from the next without reading it; None when it is not there."""
    try:
        state = os.stat(path)  # noqa: PTH116 - asked for every search, and ten times as fast
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns, state.st_size


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
        if sealed.crc32 is None:  # the first formats had another checksum
            raise IndexVersionError(f"{directory} was written by an earlier version; {REPAIR}")
        if zlib.crc32(sealed.manifest) != sealed.crc32:
            raise IndexDamagedError(f"{path} is damaged (wrong checksum); {REPAIR}")
        written = msgspec.json.decode(sealed.manifest, type=_Format).format
        if written != FORMAT:
            raise IndexVersionError(
                f"{directory} has index format {written}, this version reads {FORMAT}; {REPAIR}"
            )
        return msgspec.json.decode(sealed.manifest, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise IndexDamagedError(f"{path} is damaged ({error}); {REPAIR}") from error


def verify(directory: Path, manifest: Manifest, *, thoroughly: bool = False) -> None:
    """Check the size of every listed file, and its content where asked.

    Raises:
        IndexDamagedError: A file is not what was written; the first one is named.
        FileNotFoundError: A file is gone: a later commit may have replaced it.
    """
    for name, wanted in sorted(manifest.files.items()):
        path = directory / ENGINE / name
        size = path.stat().st_size
        if size != wanted.size:
            raise IndexDamagedError(f"{path} is damaged ({size} bytes instead of {wanted.size}); {REPAIR}")
        if thoroughly and file_sum(path) != wanted:
            raise IndexDamagedError(f"{path} is damaged (wrong checksum); {REPAIR}")
