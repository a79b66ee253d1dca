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
import struct
from itertools import count
from typing import TYPE_CHECKING

import msgspec
import zstandard

from indexer.errors import IndexDamagedError, IndexerError
from indexer.store.catalogue import Catalogue
from indexer.store.changes import Change
from indexer.store.columns import ColumnWriter
from indexer.store.durable import write_atomically
from indexer.store.engine import clean_engine, listed, to_merge, write_toc
from indexer.store.heap import give_back
from indexer.store.manifest import (
    ENGINE,
    REPAIR,
    HeldSegment,
    Manifest,
    read_manifest,
    verify,
    write_manifest,
)
from indexer.store.reader import StoreReader, open_segment
from indexer.store.segment import ENDING, GONE_ENDING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from indexer.model import Record
    from indexer.store.batch import Batch
    from indexer.store.vocabulary import Vocabulary


class Commits:
    """The generations of one index, for the holder of its lock."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.catalogue = Catalogue(directory)
        self.manifest = read_manifest(directory)
        self._batch: Batch | None = None
        self._vocabulary: Vocabulary | None = None
        self._deleted: set[int] = set()
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
            changes = msgspec.json.decode(zstandard.decompress(path.read_bytes()), type=list[Change])
            self.catalogue.apply(changes, manifest.generation)
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

    def add(
        self,
        records: Iterable[Record],
        location: str,
        find_entities: Callable[[str], Iterable[str]],
    ) -> None:
        """Add the records of a file; see `Batch.add`."""
        with self._dropped_on_error():
            batch = self._open_batch()
            for record in records:
                batch.add(record, location, find_entities)

    def delete(self, numbers: Iterable[int]) -> None:
        """Delete records of the last commit, given by their numbers there."""
        self._deleted.update(numbers)

    @property
    def is_full(self) -> bool:
        """Whether a commit should be made before more is added."""
        return self._batch is not None and self._batch.is_full

    def commit(self, changes: Sequence[Change], folders: Sequence[str], *, settle: bool = False) -> None:
        """Make everything since the last commit permanent and visible, or nothing of it.

        Args:
            changes: Of the catalogue.
            folders: That are indexed.
            settle: Whether no further commit is expected soon, so that the segments may be put in order.
        """
        with self._dropped_on_error():
            manifest = self._write(changes, folders, settle=settle)
            write_manifest(self.directory, manifest)
        self.manifest = manifest
        self._deleted.clear()
        self.close()
        try:
            self.catalogue.apply(changes, manifest.generation)
        except OSError as error:
            raise IndexerError(
                f"cannot write to {self.catalogue.path} ({error}); the records are safe, and the next "
                "`indexer index` run completes the list of files"
            ) from error
        give_back()
        self._clean()

    def cancel(self) -> None:
        """Drop everything since the last commit and delete its files."""
        self._drop_batch()
        self._deleted.clear()
        self.close()
        with contextlib.suppress(OSError):
            # the new one, should only the last sync have failed
            self.manifest = read_manifest(self.directory)
            self._clean()

    def close(self) -> None:
        """Let the files go."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _drop_batch(self) -> None:
        if self._batch is not None:
            with contextlib.suppress(OSError):
                self._batch.close()
            self._batch = None

    def _open_batch(self) -> Batch:
        if self._batch is None:
            from indexer.store.batch import Batch as NewBatch  # noqa: PLC0415 - a run without changes needs none
            from indexer.store.vocabulary import Vocabulary as Words  # noqa: PLC0415 - as above

            if self._vocabulary is None:
                self._vocabulary = Words()
            self._vocabulary.forget()
            self._batch = NewBatch(self._folder / (self._name("a") + ENDING), self._vocabulary)
        return self._batch

    @property
    def _folder(self) -> Path:
        return self.directory / ENGINE

    def _name(self, kind: str) -> str:
        """Return the name of a segment of the next commit."""
        return f"MAIN_{self.manifest.generation + 1:08d}{kind}"

    def _write(self, changes: Sequence[Change], folders: Sequence[str], *, settle: bool) -> Manifest:
        generation = self.manifest.generation + 1
        segments = self._with_deletions()
        if self._batch is not None:
            self._batch.write()
            segments.append(HeldSegment(name=self._name("a"), records=len(self._batch)))
            self._batch = None
            give_back()
        segments = self._merged([held for held in segments if held.records > held.deleted], settle=settle)
        redo = f"redo-{generation}.json.zst"
        write_atomically(self._folder / redo, zstandard.compress(msgspec.json.encode(changes)))
        names = [held.name + ENDING for held in segments] + [held.gone for held in segments if held.gone]
        known = {name: self.manifest.files[name] for name in names if name in self.manifest.files}
        fresh = [name for name in names if name not in known]
        fresh += [redo, write_toc(self._folder, generation, segments)]
        return Manifest(
            generation=generation,
            folders=tuple(folders),
            files={**known, **listed(self._folder, fresh)},
            segments=tuple(segments),
            redo=redo,
        )

    def _with_deletions(self) -> list[HeldSegment]:
        """Return the segments of the last commit, with what was deleted since."""
        segments = []
        offset = 0
        for held in self.manifest.segments:
            mine = {number - offset for number in self._deleted if offset <= number < offset + held.records}
            offset += held.records
            segments.append(self._with_gone(held, mine) if mine else held)
        return segments

    def _with_gone(self, held: HeldSegment, numbers: set[int]) -> HeldSegment:
        every = sorted(numbers.union(open_segment(self._folder, held).deleted))
        gone = f"{held.name}_{self.manifest.generation + 1:08d}{GONE_ENDING}"
        with ColumnWriter(self._folder / gone) as writer:
            writer.column("gone", struct.pack(f"<{len(every)}I", *every), "<u4")
        return msgspec.structs.replace(held, gone=gone, deleted=len(every))

    def _merged(self, segments: list[HeldSegment], *, settle: bool) -> list[HeldSegment]:
        """Return the segments after merging those that are too many."""
        for number in count(1):
            chosen = to_merge(segments, settle=settle)
            if not chosen:
                break
            from indexer.store.merging import merge  # noqa: PLC0415 - most commits merge nothing

            name = self._name(f"b{number}")
            records = merge(
                self._folder / (name + ENDING), [open_segment(self._folder, held) for held in chosen]
            )
            rest = [held for held in segments if held not in chosen]
            segments = [*rest, HeldSegment(name=name, records=records)]
        return segments

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
