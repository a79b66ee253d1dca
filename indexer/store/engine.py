"""The folder engine/: segments, and Whoosh's table of contents over them."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Any

from indexer.store.durable import sync_file, sync_folder
from indexer.store.manifest import ENGINE, file_sum

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from indexer.store.manifest import FileSum, HeldSegment

INDEX_NAME = "MAIN"

MERGE_AT = 8
"""Segments of one size class that are merged into one; each record is rewritten at most once per class."""

SMALLEST_CLASS = 500
"""Records from which a segment no longer counts as the smallest class."""

SETTLED = 3
"""The same at the end of a run, when time is left for it: fewer segments are searched faster."""

LARGEST = 75_000
"""Records from which a segment is left as it is: to merge seven of 140,000 took 1.3 GB and as much CPU as to
index half of them, and searches were no faster."""

MOST_MERGED = 2 * LARGEST
"""Records that are merged into one: about as many as a batch has, so that to merge takes about the memory of
writing. Any two segments that are not left as they are fit."""

STALE_SHARE = 0.25
"""Share of deleted records at which a segment is rewritten: they distort the frequencies of terms until
then."""


def toc_name(generation: int) -> str:
    """Return the name of Whoosh's table of contents for a generation."""
    return f"_{INDEX_NAME}_{generation}.toc"


def create_engine(directory: Path) -> dict[str, FileSum]:
    """Make an empty index; return its files."""
    folder = directory / ENGINE
    folder.mkdir(mode=0o700, exist_ok=True)
    return listed(folder, [write_toc(folder, 0, ())])


def write_toc(folder: Path, generation: int, segments: Sequence[HeldSegment]) -> str:
    """Write Whoosh's table of contents; return its name."""
    # Whoosh is loaded by whoever writes; reading an index needs none of it
    from whoosh.filedb.filestore import FileStorage  # noqa: PLC0415
    from whoosh.index import TOC  # noqa: PLC0415

    from indexer.store.codec import ParagraphSegment  # noqa: PLC0415
    from indexer.store.schema import make_schema  # noqa: PLC0415

    held: list[Any] = [
        ParagraphSegment(segment.name, segment.records, segment.gone, segment.deleted) for segment in segments
    ]
    name = toc_name(generation)
    (folder / name).unlink(missing_ok=True)
    TOC(make_schema(), held, generation).write(FileStorage(str(folder)), INDEX_NAME)
    return name


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
            with contextlib.suppress(
                PermissionError
            ):  # some systems keep what a reader has open: the next commit
                path.unlink(missing_ok=True)


def to_merge(segments: Sequence[HeldSegment], *, settle: bool) -> list[HeldSegment]:
    """Return the segments that are to become one: too many of their size, or too stale.

    Args:
        segments: All of them.
        settle: Whether the many small ones of a run should be put together too.
    """
    classes: dict[int, list[HeldSegment]] = {}
    for segment in segments:
        if _alive(segment) < LARGEST:
            classes.setdefault(_size_class(_alive(segment)), []).append(segment)
    merged = [segment for segment in segments if segment.deleted > STALE_SHARE * segment.records]
    too_many = False
    for size in sorted(classes):
        if len(classes[size]) + too_many >= (SETTLED if settle else MERGE_AT):
            merged.extend(segment for segment in classes[size] if segment not in merged)
            too_many = True
    fitting = _fitting(merged)
    return [segment for segment in segments if segment in fitting]


def _fitting(merged: Sequence[HeldSegment]) -> list[HeldSegment]:
    """Return the first of the segments, and the smallest others that fit into one beside it."""
    fitting = list(merged[:1])
    room = MOST_MERGED - sum(map(_alive, fitting))
    for segment in sorted(merged[1:], key=_alive):
        room -= _alive(segment)
        if room < 0:
            break
        fitting.append(segment)
    return fitting


def _alive(segment: HeldSegment) -> int:
    return segment.records - segment.deleted


def _size_class(records: int) -> int:
    size, limit = 0, SMALLEST_CLASS
    while records >= limit:
        size, limit = size + 1, limit * MERGE_AT
    return size
