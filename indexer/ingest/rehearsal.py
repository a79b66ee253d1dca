"""What a run would do, without doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.errors import IndexNotFoundError
from indexer.ingest.folder_walk import Unreadable, covers, is_below
from indexer.ingest.messages import writable
from indexer.ingest.run import before, retried
from indexer.ingest.tally import plain, refused
from indexer.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from indexer.ingest.tally import Tally
    from indexer.model import SourceFile
    from indexer.store import FileEntry


def known_files(index: Path) -> dict[str, FileEntry]:
    """Every file the index knows by its location; nothing without an index."""
    from indexer.store import open_store  # noqa: PLC0415  # the engine is heavy

    try:
        with open_store(index).reader() as reader:
            return reader.files()
    except IndexNotFoundError:
        return {}


def tried_again(index: Path, *, recognises: bool) -> frozenset[str]:
    """The location of every file that a run reads though it has not changed; nothing without an index.

    Args:
        index: The folder of the index.
        recognises: Whether the run would recognise pages without usable text.
    """
    from indexer.store import open_store  # noqa: PLC0415  # as above

    codes = retried(recognises=recognises)
    try:
        with open_store(index).reader() as reader:
            is_newer = reader.manifest.software != __version__
            failed = (entry.location for entry in reader.failures() if is_newer or entry.code in codes)
            return (reader.worth_recognising() if recognises else frozenset()).union(failed)
    except IndexNotFoundError:
        return frozenset()


def rehearse(
    tally: Tally,
    known: dict[str, FileEntry],
    found: Sequence[SourceFile | Unreadable],
    paths: Sequence[str | Path],
    *,
    force: bool,
    prune: bool,
    again: frozenset[str] = frozenset(),
) -> None:
    """Tell the tally what a run would make of each file.

    Args:
        tally: Where outcomes go.
        known: What the index knows, by location.
        found: What the walk gave.
        paths: What was asked for.
        force: Whether everything would be read.
        prune: Whether records of files that are gone would be taken out.
        again: Locations of files that would be read though they have not changed.
    """
    contents = {entry.sha256: entry for entry in known.values() if entry.state == "indexed"}
    fresh: dict[str, str] = {}
    present = set()
    for item in found:
        source = item.source if isinstance(item, Unreadable) else writable(item)
        present.add(source.location)
        entry = known.get(source.location)
        is_read = force or source.location in again
        if isinstance(item, Unreadable):
            tally.note(refused(item.error))
        elif entry is not None and entry.sha256 == source.sha256 and not is_read:
            _unchanged(tally, source, entry)
        elif source.sha256 in fresh:
            tally.note(plain(source.path, "duplicate", f"same content as {fresh[source.sha256]}"))
        elif source.sha256 in contents and not is_read:
            tally.note(plain(source.path, "duplicate", f"same content as {contents[source.sha256].path}"))
        else:
            fresh[source.sha256] = source.path
            tally.plan(source.path, _why(source, entry))
    closed = [item.source.location for item in found if isinstance(item, Unreadable)]
    for entry in known.values():
        if any(is_below(entry.location, folder) for folder in closed):
            continue  # its folder cannot be looked into now, which does not mean that it is gone
        if entry.location not in present and covers(paths, entry.location):
            if prune:
                tally.note(plain(entry.path, "removed", "the file is gone"))
            else:
                tally.gone += 1


def _unchanged(tally: Tally, source: SourceFile, entry: FileEntry) -> None:
    if entry.state == "failed":
        tally.note(plain(source.path, "skipped", before(entry), entry.code))
    elif entry.state == "duplicate":
        tally.note(plain(source.path, "duplicate", entry.reason))
    else:
        tally.note(plain(source.path, "unchanged"))


def _why(source: SourceFile, entry: FileEntry | None) -> str:
    if entry is None:
        return "new"
    return "changed" if entry.sha256 != source.sha256 else "to be read again"
