"""Additions and deletions -> the next generation on disk, by steps that a crash cannot break.

The order of a commit: (1) the new segment and Whoosh's table of contents are written and synced; (2) the
changes of the catalogue are written to a redo file and synced; (3) the manifest that lists all of them with
size and checksum replaces the old one: from here on the commit is visible; (4) the changes are applied to
the catalogue in one transaction that carries the generation; (5) files that no longer belong to the index
are deleted. A crash before (3) leaves the old state and some files that the next writer deletes; a crash
after it leaves the catalogue one generation behind, and the next writer applies the redo file. Nothing is
parsed again in either case.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import msgspec

from indexer.errors import IndexDamagedError, IndexerError
from indexer.store.catalogue import Catalogue, Change
from indexer.store.durable import write_atomically
from indexer.store.engine import clean_engine, listed, merge_tiers, open_writer
from indexer.store.manifest import ENGINE, REPAIR, Manifest, read_manifest, verify, write_manifest
from indexer.store.reader import StoreReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


class Commits:
    """The generations of one index, for the holder of its lock."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.catalogue = Catalogue(directory)
        self.manifest = read_manifest(directory)
        self._engine: Any = None
        self._reader: StoreReader | None = None
        self._recover()

    def _recover(self) -> None:
        manifest = self.manifest
        try:
            verify(self.directory, manifest)
        except FileNotFoundError as error:
            raise IndexDamagedError(f"{error.filename} is missing; {REPAIR}") from error
        behind = manifest.generation - self.catalogue.generation()
        if behind == 1 and manifest.redo is not None:
            path = self.directory / ENGINE / manifest.redo
            self.catalogue.apply(
                msgspec.json.decode(path.read_bytes(), type=list[Change]), manifest.generation
            )
        elif behind:
            raise IndexDamagedError(
                f"{self.catalogue.path} belongs to commit {manifest.generation - behind}, the records to "
                f"{manifest.generation}; {REPAIR}"
            )
        self._clean()

    def reader(self) -> StoreReader:
        """Return a reader of the last commit, kept open until the next."""
        if self._reader is None:
            self._reader = StoreReader(self.directory)
        return self._reader

    def add(self, documents: Iterable[dict[str, Any]]) -> None:
        """Add records, given as the engine's fields."""
        with self._dropped_on_error():
            engine = self._writer()
            for values in documents:
                engine.add_document(**values)

    def delete(self, numbers: Iterable[int]) -> None:
        """Delete records of the last commit, given by the engine's numbers there."""
        with self._dropped_on_error():
            engine = self._writer()
            for number in numbers:
                engine.delete_document(number)

    def commit(self, changes: Sequence[Change], folders: Sequence[str]) -> None:
        """Make everything since the last commit permanent and visible, or nothing of it."""
        with self._dropped_on_error():
            manifest = self._write(changes, folders)
            write_manifest(self.directory, manifest)
        self.manifest = manifest
        self._engine = None
        self.close()
        try:
            self.catalogue.apply(changes, manifest.generation)
        except OSError as error:
            raise IndexerError(
                f"cannot write to {self.catalogue.path} ({error}); the records are safe, and the next "
                "`indexer index` run completes the list of files"
            ) from error
        self._clean()

    def cancel(self) -> None:
        """Drop everything since the last commit and delete its files."""
        if self._engine is not None:
            self._engine.give_up()
        self._engine = None
        self.close()
        with contextlib.suppress(OSError):
            self.manifest = read_manifest(
                self.directory
            )  # the new one, should only the last sync have failed
            self._clean()

    def close(self) -> None:
        """Let the files go."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _writer(self) -> Any:
        if self._engine is None:
            self._engine = open_writer(self.directory, self.manifest.generation)
        return self._engine

    def _write(self, changes: Sequence[Change], folders: Sequence[str]) -> Manifest:
        engine = self._writer()
        engine.commit(mergetype=merge_tiers)
        generation = self.manifest.generation + 1
        folder = self.directory / ENGINE
        redo = f"redo-{generation}.json"
        write_atomically(folder / redo, msgspec.json.encode(changes))
        return Manifest(
            generation=generation,
            folders=tuple(folders),
            files=listed(folder, [*engine.written, redo]),
            redo=redo,
        )

    def _clean(self) -> None:
        clean_engine(self.directory, self.manifest.files.keys())

    @contextlib.contextmanager
    def _dropped_on_error(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.cancel()
            raise IndexerError(
                f"cannot write to {self.directory} ({error.strerror or error}); "
                "what was not committed is dropped, the index stays as it was"
            ) from error
        except BaseException:
            self.cancel()
            raise
