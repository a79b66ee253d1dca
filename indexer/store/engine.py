"""The Whoosh index inside engine/, pinned to the generation that the manifest names."""

from __future__ import annotations

import contextlib
import math
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader
from whoosh.scoring import BM25F
from whoosh.writing import SegmentWriter

from indexer.store.durable import sync_file, sync_folder
from indexer.store.manifest import ENGINE, file_sum
from indexer.store.schema import make_schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from indexer.store.manifest import FileSum

INDEX_NAME = "MAIN"
POOL_MEGABYTES = 128
"""Whoosh's own limit for postings held in memory before they are spilled to a file."""

MERGE_AT = 6
"""Segments of one size class that are merged into one; each record is rewritten at most once per class."""

SMALLEST_CLASS = 1_000
"""Records of a segment that still counts as the smallest class."""

STALE_SHARE = 0.25
"""Share of deleted records at which a segment is rewritten: they distort the frequencies of terms until
then."""


class LuceneBM25(BM25F):
    """BM25 with Lucene's weight for rare terms; Whoosh's own has a floor that favours common words."""

    def idf(self, searcher: Any, fieldname: str, text: Any) -> float:
        """Return log(1 + (N - n + 0.5) / (n + 0.5)) over the whole index."""
        whole = searcher.get_parent()
        holding = whole.doc_frequency(fieldname, text)
        total = max(whole.doc_count_all(), holding)
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


class WrittenStorage(FileStorage):
    """A folder that remembers the files made in it, to close them when a commit fails halfway.

    Whoosh leaves them open, and a deleted file that is open still fills the disk.
    """

    def __init__(self, path: str, made: list[Any] | None = None) -> None:
        super().__init__(path)
        self.made: list[Any] = [] if made is None else made

    def create_file(self, name: str, *arguments: Any, **named: Any) -> Any:
        """Return a new file, remembering it."""
        made = super().create_file(name, *arguments, **named)
        self.made.append(made)
        return made

    def temp_storage(self, name: str | None = None) -> Any:
        """Return a folder inside this one, whose files are remembered with its own."""
        return WrittenStorage(str(Path(self.folder) / (name or "temporary.tmp")), self.made).create()

    def close_all(self) -> None:
        """Close what is still open."""
        for made in self.made:
            with contextlib.suppress(OSError, ValueError):  # what cannot be flushed any more is given up
                made.raw_file().close()
        self.made.clear()


class PinnedIndex(FileIndex):
    """A Whoosh index that reads one generation, whatever else lies in the folder."""

    def __init__(self, storage: Any, generation: int) -> None:
        # the base class would look for the newest generation, which may not be committed
        self.storage = storage
        self.indexname = INDEX_NAME
        self.generation = generation
        self._schema = make_schema()

    def latest_generation(self) -> int:
        """Return the generation this index is pinned to."""
        return self.generation

    def _read_toc(self) -> Any:
        return TOC.read(self.storage, self.indexname, gen=self.generation, schema=self._schema)


class DurableWriter(SegmentWriter):
    """A Whoosh writer whose commit ends on the disk and leaves the old files to the caller."""

    written: tuple[str, ...] = ()

    def give_up(self) -> None:
        """Drop everything; the caller deletes the files."""
        with contextlib.suppress(Exception):  # a half-written segment may refuse to close
            self.cancel()
        self.storage.close_all()

    def _commit_toc(self, segments: list[Any]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
        names = [name for segment in segments for name in segment.list_files(self.storage)]
        self.written = (*sorted(names), toc_name(self.generation))


def toc_name(generation: int) -> str:
    """Return the name of Whoosh's table of contents for a generation."""
    return str(TOC._filename(INDEX_NAME, generation))  # noqa: SLF001 - Whoosh offers no public name for it


def create_engine(directory: Path) -> dict[str, FileSum]:
    """Make an empty index; return its files."""
    folder = directory / ENGINE
    folder.mkdir(mode=0o700, exist_ok=True)
    storage = FileStorage(str(folder))
    toc = folder / toc_name(0)
    toc.unlink(missing_ok=True)
    TOC(make_schema(), [], 0).write(storage, INDEX_NAME)
    return listed(folder, [toc.name])


def open_engine(directory: Path, generation: int) -> PinnedIndex:
    """Return the index at a generation; its files must have been verified."""
    return PinnedIndex(FileStorage(str(directory / ENGINE)), generation)


def open_writer(directory: Path, generation: int) -> DurableWriter:
    """Return a writer for the generation after the given one; the caller holds the lock."""
    storage = WrittenStorage(str(directory / ENGINE))
    try:
        return DurableWriter(PinnedIndex(storage, generation), _lk=False, limitmb=POOL_MEGABYTES)
    except BaseException:
        storage.close_all()
        raise


def listed(folder: Path, names: Collection[str]) -> dict[str, FileSum]:
    """Return sizes and checksums of files after making sure that they are on the disk."""
    sums = {}
    for name in names:
        sync_file(folder / name)
        sums[name] = file_sum(folder / name)
    sync_folder(folder)
    return sums


def clean_engine(directory: Path, keep: Collection[str]) -> None:
    """Delete what no generation refers to: leftovers of a broken run, and files that a commit replaced."""
    for path in (directory / ENGINE).iterdir():
        if path.name in keep:
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def merge_tiers(writer: Any, segments: list[Any]) -> list[Any]:
    """Merge what is too many or too stale into the segment being written; return the untouched rest."""
    classes: dict[int, list[Any]] = {}
    for segment in segments:
        classes.setdefault(_size_class(segment.doc_count()), []).append(segment)
    merged: list[Any] = []
    for size in sorted(classes):
        held = classes[size]
        if len(held) + bool(merged) >= MERGE_AT:
            merged.extend(held)
    merged.extend(
        segment
        for segment in segments
        if segment not in merged and segment.deleted_count() > STALE_SHARE * segment.doc_count_all()
    )
    for segment in merged:
        if segment.doc_count():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if segment not in merged]


def _size_class(records: int) -> int:
    return int(math.log(max(records, SMALLEST_CLASS) / SMALLEST_CLASS, MERGE_AT))
