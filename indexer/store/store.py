"""A folder on disk -> the index in it: open, create, rebuild."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from indexer.errors import IndexDamagedError, IndexNotFoundError, IndexStateError
from indexer.store.catalogue import Catalogue
from indexer.store.engine import create_engine
from indexer.store.lock import hold_lock
from indexer.store.manifest import ENGINE, NAME, REPAIR, Manifest, read_manifest, verify, write_manifest
from indexer.store.reader import StoreReader
from indexer.store.writer import StoreWriter


class Store:
    """The index in a folder."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def writer(self) -> StoreWriter:
        """Return a writer, to be used in a with block; it takes the lock there.

        What a broken run left behind is cleaned up, and the catalogue brought up to the records, before it
        is handed out.
        """
        return StoreWriter(self.directory)

    def reader(self) -> StoreReader:
        """Return a reader of the newest commit."""
        return StoreReader(self.directory)

    def folders(self) -> tuple[str, ...]:
        """Return what was indexed, absolute paths of folders and single files."""
        return read_manifest(self.directory).folders


def open_store(directory: str | Path, *, create: bool = False, rebuild: bool = False) -> Store:
    """Return the index in a folder.

    Args:
        directory: Usually ".indexer".
        create: Make an empty index where there is none.
        rebuild: Make an empty index in place of one that is damaged or of another version. The list of
            indexed folders is kept as far as it can still be read.

    Raises:
        IndexNotFoundError: There is none, and create is False.
        IndexDamagedError: Its manifest, or the catalogue, cannot be read.
        IndexVersionError: Another version wrote it.
        IndexLockedError: Another run is writing to it, and it must be created or rebuilt.
    """
    path = Path(directory)
    try:
        _check(path, thoroughly=rebuild)
    except IndexNotFoundError:
        if not create:
            raise
        _create(path, ())
    except IndexStateError:
        if not rebuild:
            raise
        _create(path, _known_folders(path))
    return Store(path)


def _check(path: Path, *, thoroughly: bool) -> None:
    manifest = read_manifest(path)
    if not (path / ENGINE).is_dir():
        raise IndexDamagedError(f"{path / ENGINE} is missing; {REPAIR}")
    catalogue = Catalogue(path)
    behind = manifest.generation - catalogue.generation()
    if not thoroughly:
        return
    try:
        verify(path, manifest, thoroughly=True)
    except FileNotFoundError as error:
        if read_manifest(path).generation == manifest.generation:
            raise IndexDamagedError(f"{error.filename} is missing; {REPAIR}") from error
    if behind not in {0, 1} or catalogue.problems():
        raise IndexDamagedError(f"{catalogue.path} is damaged; {REPAIR}")


def _create(path: Path, folders: tuple[str, ...]) -> None:
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    with hold_lock(path):
        (path / NAME).unlink(missing_ok=True)
        shutil.rmtree(path / ENGINE, ignore_errors=True)
        files = create_engine(path)
        Catalogue(path).create()
        write_manifest(path, Manifest(files=files, folders=folders))


def _known_folders(path: Path) -> tuple[str, ...]:
    """Return what a damaged index covered, from whichever of its files can still be read."""
    with contextlib.suppress(IndexStateError):
        return read_manifest(path).folders
    with contextlib.suppress(IndexStateError):
        roots = set()
        for entry in Catalogue(path).files().values():
            root = entry.location.removesuffix(entry.path).rstrip("/")
            roots.add(root or entry.location)
        return tuple(sorted(roots))
    return ()
