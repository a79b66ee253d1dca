"""Folders -> index: what is new is read in processes of its own and stored in commits."""

from __future__ import annotations

import os
import shutil
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import IndexStateError, UsageError
from indexer.extract.tesseract import MISSING
from indexer.ingest.folder_walk import Unreadable, covers, is_below, walk_all
from indexer.ingest.outcomes import Found, Notice
from indexer.ingest.plan import Plan
from indexer.ingest.pool import Limits, Standby, default_jobs
from indexer.ingest.rehearsal import known_files, known_folders, rehearse
from indexer.ingest.report_file import open_report
from indexer.ingest.run import Run
from indexer.ingest.tally import Tally, plain
from indexer.model import SourceFile
from indexer.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from indexer.ingest.messages import Ocr
    from indexer.ingest.outcomes import Event, IngestSummary
    from indexer.store import StoreWriter

_TELL_EVERY = 100
"""Files found between two events that say so."""


def index_folder(
    paths: str | Path | Sequence[str | Path],
    index: str | Path = ".indexer",
    *,
    jobs: int | None = None,
    dry_run: bool = False,
    force: bool = False,
    prune: bool = False,
    report: str | Path | None = None,
    ocr: Ocr = "off",
    on_event: Callable[[Event], None] | None = None,
    limits: Limits | None = None,
) -> IngestSummary:
    """Bring the index up to the files in folders, and return what was done.

    Files whose content is known are not read again. A file that cannot be read is listed with the reason and
    does not stop the run. What is committed stays, whatever happens afterwards; the next run goes on from
    there.

    Args:
        paths: Folders and files.
        index: Folder of the index; made when it is not there.
        jobs: Processes that read files; as many as there are cores when not given.
        dry_run: Only tell what would be done; nothing is read or written.
        force: Read all files again; rebuild an index that is damaged or of another version.
        prune: Take out records of files that are gone from the folders; a folder may be gone as a whole.
        report: A file to write one JSON line per file to.
        ocr: "auto" recognises the pages of PDF files without usable text, those of files that were read
            before included.
        on_event: Called with what happens, in the calling thread.
        limits: What one file may cost.

    Raises:
        UsageError: A path does not exist, or the report cannot be written.
        IndexStateError: The index is locked, damaged, of another version, or its folder cannot be made.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"jobs must be at least 1, not {jobs}")
    chosen: list[str | Path] = [paths] if isinstance(paths, str | Path) else list(paths)
    if not chosen:
        raise UsageError("no folder or file is given to index")
    folder = Path(index)
    there = _there(chosen, folder, prune=prune)
    walked = walk_all(there)  # a path that is missing is told before anything is written
    with open_report(report) as write:
        tally = Tally(on_event or (lambda _event: None), write)
        recognises = _recognises(ocr, tally)
        found = _told(_outside(walked, folder, report), tally)
        if dry_run:
            rehearse(folder, list(found), chosen, tally, force=force, prune=prune, recognises=recognises)
            return tally.summary(dry_run=True)
        with Standby(limits, ocr) as standby:
            is_all_new = force or not os.path.lexists(folder)
            first = _head_start(found, standby, jobs or default_jobs()) if is_all_new else []
            with _writer(folder, rebuild=force) as writer:
                writer.remember(there)
                writer.forget(path for path in chosen if path not in there)
                everything = [*first, *found]
                plan = Plan(writer, tally, everything, is_newer=_is_newer(folder), recognises=recognises)
                plan.settle(force=force)
                Run(writer, plan, tally).read(jobs=jobs, standby=standby)
                plan.clear(chosen, prune=prune)
                if prune:
                    _forget_emptied(writer, tally)
        return tally.summary(dry_run=False)


def _recognises(ocr: Ocr, tally: Tally) -> bool:
    """Whether pages without usable text are recognised; it is told where the program for it is missing."""
    if ocr == "off":
        return False
    is_there = shutil.which("tesseract") is not None
    if not is_there:
        tally.say(Notice(text=f"--ocr auto: {MISSING}"))
    return is_there


def _head_start(
    found: Iterator[SourceFile | Unreadable], standby: Standby, jobs: int
) -> list[SourceFile | Unreadable]:
    """The first of what was found, for which processes get ready while the index does."""
    first = list(islice(found, jobs))
    standby.start(sum(isinstance(item, SourceFile) for item in first))
    return first


def _writer(folder: Path, *, rebuild: bool) -> StoreWriter:
    from indexer.store import open_store  # noqa: PLC0415  # the engine is heavy, and reading processes need none

    try:
        return open_store(folder, create=True, rebuild=rebuild).writer()
    except OSError as error:
        raise IndexStateError(f"the index {folder} cannot be made: {error.strerror or error}") from error


def _forget_emptied(writer: StoreWriter, tally: Tally) -> None:
    """Strike folders that are gone and have no documents in the index, with the other files listed there."""
    for folder in writer.folders():
        held = [entry for entry in writer.entries() if is_below(entry.location, folder)]
        if not os.path.lexists(folder) and not any(entry.state == "indexed" for entry in held):
            for entry in held:
                writer.remove(entry.location)
                tally.note(plain(entry.path, "removed", "its folder is gone"))
            writer.forget([folder])


def _is_newer(folder: Path) -> bool:
    from indexer.store.manifest import read_manifest  # noqa: PLC0415  # as above

    return read_manifest(folder).software != __version__


def _there(paths: Sequence[str | Path], index: Path, *, prune: bool) -> list[str | Path]:
    """The paths without those that are gone but known, all of whose records are to be taken out.

    Raises:
        UsageError: One is gone but known, and prune is False.
    """
    gone = [path for path in paths if not os.path.lexists(path)]
    if not gone:
        return list(paths)
    known = [*known_files(index), *known_folders(index)]
    lost = [path for path in gone if any(covers([path], location) for location in known)]
    if lost and not prune:
        raise UsageError(
            f"{lost[0]}: there is no such file or folder any more; "
            "--prune takes out what the index holds of it"
        )
    return [path for path in paths if path not in lost]


def _outside(
    found: Iterable[SourceFile | Unreadable], *own: str | Path | None
) -> Iterator[SourceFile | Unreadable]:
    """What was found, without the index itself and the report of this run."""
    # as discover names locations
    places = [os.path.abspath(path) for path in own if path is not None]  # noqa: PTH100  # resolve() follows links
    for item in found:
        source = item.source if isinstance(item, Unreadable) else item
        if not any(is_below(source.location, place) for place in places):
            yield item


def _told(found: Iterable[SourceFile | Unreadable], tally: Tally) -> Iterator[SourceFile | Unreadable]:
    """What was found, telling now and then how much it is."""
    number = 0
    for number, item in enumerate(found, 1):
        yield item
        if number % _TELL_EVERY == 0:
            tally.say(Found(files=number))
    tally.say(Found(files=number))
