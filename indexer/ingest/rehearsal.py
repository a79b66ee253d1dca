"""What a run would do, without doing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from indexer.errors import IndexNotFoundError, IndexStateError
from indexer.ingest.plan import Plan
from indexer.ingest.tally import plain
from indexer.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.errors import ReportError
    from indexer.ingest.folder_walk import Unreadable
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


def known_folders(index: Path) -> tuple[str, ...]:
    """The folders and single files that the index was made of; none without an index."""
    from indexer.store import open_store  # noqa: PLC0415  # as above

    try:
        return open_store(index).folders()
    except IndexNotFoundError:
        return ()


def rehearse(
    index: Path,
    found: Sequence[SourceFile | Unreadable],
    paths: Sequence[str | Path],
    tally: Tally,
    *,
    force: bool,
    prune: bool,
    recognises: bool,
) -> None:
    """Tell the tally what a run would make of each file, as far as that hangs on no reading.

    Args:
        index: The folder of the index.
        found: What the walk gave.
        paths: What was asked for.
        tally: Where outcomes go.
        force: Whether everything would be read, and an index that is damaged be made anew.
        prune: Whether records of files that are gone would be taken out.
        recognises: Whether pages without usable text would be recognised.

    Raises:
        IndexStateError: The index is damaged or of another version, and force is False.
    """
    ledger, is_newer = _ledger(index, force=force)
    plan = Plan(ledger, tally, found, is_newer=is_newer, recognises=recognises)
    plan.settle(force=force)
    read = {source.sha256: f"same content as {source.path}" for source in plan.tasks}
    for source in plan.tasks:
        tally.plan(source.path, plan.why(source))
    for source in plan.repeats:
        ledger.remove(source.location)  # as the run does, so that the file it repeats is told anew
        known = None if source.sha256 in read else plan.with_known_content(source)
        tally.note(known or plain(source.path, "duplicate", read.get(source.sha256, "")))
    plan.clear(paths, prune=prune)


def _ledger(index: Path, *, force: bool) -> tuple[UnwrittenLedger, bool]:
    """The files that the index knows, none where a run begins anew, and whether another version wrote it."""
    from indexer.store import open_store  # noqa: PLC0415  # as above

    try:
        with open_store(index).reader() as reader:
            ledger = UnwrittenLedger(reader.files().values(), reader.worth_recognising())
            return ledger, reader.manifest.software != __version__
    except IndexStateError as error:
        if not force and not isinstance(error, IndexNotFoundError):
            raise
        return UnwrittenLedger(()), False


class UnwrittenLedger:
    """The files that an index knows, changed as its writer would change them, and written nowhere."""

    def __init__(self, entries: Iterable[FileEntry], worth_recognising: frozenset[str] = frozenset()) -> None:
        from indexer.store.known import KnownFiles  # noqa: PLC0415  # as above

        self._files = KnownFiles(entries)
        self._worth_recognising = worth_recognising

    def entries(self) -> tuple[FileEntry, ...]:
        """Every known file."""
        return self._files.all()

    def entry(self, location: str) -> FileEntry | None:
        """The known file at a location."""
        return self._files.get(location)

    def worth_recognising(self) -> frozenset[str]:
        """The locations of files with pages that nobody tried to recognise."""
        return self._worth_recognising

    def seen(self, source: SourceFile) -> Literal["unchanged", "duplicate", "moved"] | None:
        """Why a file need not be read, None when it must be; one with known content is listed."""
        known = self._files.get(source.location)
        if known is not None and known.sha256 == source.sha256:
            return "unchanged"
        original = self._files.with_content(source.sha256, besides=source.location)
        if original is None:
            return None
        moved = msgspec.structs.replace(original, path=source.path, location=source.location)
        if Path(original.location).exists():
            reason = f"same content as {original.path}"
            self._files.put(msgspec.structs.replace(moved, state="duplicate", reason=reason))
            return "duplicate"
        self._files.drop(original.location)
        self._files.put(moved)
        return "moved"

    def fail(self, source: SourceFile, error: ReportError) -> None:
        """List a file that cannot be read: its former content is gone."""
        del error
        self._files.drop(source.location)

    def remove(self, path: str) -> None:
        """Forget a file."""
        self._files.drop(path)
