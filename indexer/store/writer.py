"""Parsed documents -> changes of the index, file by file."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

import msgspec

from indexer.grammar.gazetteer import Gazetteer
from indexer.model import SourceFile
from indexer.store.changes import Change
from indexer.store.commit import Commits
from indexer.store.entry import Placement, citation_entries, document_entries, file_entry, moved_record
from indexer.store.known import KnownFiles
from indexer.store.lock import hold_lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.errors import ReportError
    from indexer.model import LearntAcronym, ParsedDocument, ParseReport, Record
    from indexer.store.changes import FileEntry

_TRY_AGAIN = frozenset({"missing-tool", "limit"})
"""Codes of failures that may be gone at the next run although the file has not changed."""


class StoreWriter:
    """The one writer of an index, to be used in a with block.

    What is not committed by then is committed at the end of the block, or dropped by an exception.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._held = contextlib.ExitStack()

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            stack.enter_context(hold_lock(self.directory))
            self._commits = Commits(self.directory)
            self._load()
            self._held = stack.pop_all()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.commit(settle=True)
            else:
                self.cancel()
        finally:
            self._commits.close()
            self._held.close()

    def _load(self) -> None:
        catalogue = self._commits.catalogue
        self._files = KnownFiles(catalogue.files().values())
        self._placement = Placement(catalogue.documents())
        self._folders = list(self._commits.manifest.folders)
        self._changes: dict[str, Change] = {}
        self._changed = False

    def worth_recognising(self) -> frozenset[str]:
        """Return the locations of files, as last committed, with pages that nobody tried to recognise."""
        return self._commits.catalogue.worth_recognising()

    def entries(self) -> tuple[FileEntry, ...]:
        """Return every known file, changes of this writer included."""
        return self._files.all()

    def entry(self, location: str) -> FileEntry | None:
        """Return the known file at a location, changes of this writer included."""
        return self._files.get(location)

    def folders(self) -> tuple[str, ...]:
        """Return what is indexed, absolute paths of folders and single files."""
        return tuple(self._folders)

    def remember(self, folders: Iterable[str | Path]) -> None:
        """Note what is indexed, so that a rebuild can find it again."""
        for folder in folders:
            path = Path(folder).resolve()
            name = str(path)
            if not {name, *map(str, path.parents)}.intersection(self._folders):
                self._folders.append(name)
                self._changed = True

    def forget(self, folders: Iterable[str | Path]) -> None:
        """Strike folders that are gone from what is indexed."""
        gone = {str(Path(folder).resolve()) for folder in folders}
        kept = [name for name in self._folders if name not in gone]
        self._changed = self._changed or kept != self._folders
        self._folders = kept

    def seen(self, source: SourceFile) -> Literal["unchanged", "duplicate", "moved"] | None:
        """Return why a file need not be parsed, or None when it must be.

        A file whose content is known under another path is listed as its duplicate; where that other file is
        gone, its records are taken over.
        """
        known = self._files.get(source.location)
        if known is not None and known.sha256 == source.sha256:
            if known.state in {"indexed", "duplicate"}:
                return "unchanged"
            if known.state == "failed":
                return None if known.code in _TRY_AGAIN else "unchanged"
        original = self._files.with_content(source.sha256, besides=source.location)
        if original is None:
            return None
        self._bequeath(source)
        if Path(original.location).exists():
            self._list_duplicate(source, original)
            return "duplicate"
        self._move(original, source)
        return "moved"

    def replace(
        self, source: SourceFile, parsed: ParsedDocument, acronyms: Sequence[LearntAcronym] = ()
    ) -> Literal["indexed", "duplicate"]:
        """Put a document in place of what was known of its file.

        Returns:
            "duplicate" when the same content is in the index under another path; then the file is only
            listed.
        """
        self._bequeath(source)
        original = self._files.with_content(source.sha256, besides=source.location)
        if original is not None:
            self._list_duplicate(source, original)
            return "duplicate"
        self._put(source, parsed.records, parsed.report, acronyms)
        return "indexed"

    def fail(self, source: SourceFile, error: ReportError) -> None:
        """List a file that could not be read; records of its former content go."""
        self._bequeath(source)
        self._drop(source.location)
        self._note(file_entry(source, "failed", code=error.code, reason=error.reason))

    def remove(self, path: str) -> None:
        """Forget a file, named by its location or by its path; a duplicate of it takes its place."""
        for entry in self._files.named(path):
            heir = self._files.heir(entry.location) if entry.state == "indexed" else None
            if heir is not None:
                self._move(entry, _source(heir))
                continue
            self._drop(entry.location)
            self._record(Change(location=entry.location))

    def commit(self, *, settle: bool = False) -> None:
        """Make everything since the last commit permanent and visible, or nothing of it.

        Args:
            settle: Whether this is the last commit of a run, which puts the segments in order.
        """
        if not self._changed:
            return
        changes = list(self._changes.values())
        try:
            self._commits.commit(changes, self._folders, settle=settle)
        except BaseException:
            self.cancel()
            raise
        self._changes = {}
        self._changed = False

    def cancel(self) -> None:
        """Drop everything since the last commit."""
        self._commits.cancel()
        self._load()

    def _bequeath(self, source: SourceFile) -> None:
        """Where a file has changed, leave its former records to a duplicate that still has that content."""
        known = self._files.get(source.location)
        if known is None or known.state != "indexed" or known.sha256 == source.sha256:
            return
        heir = self._files.heir(known.location)
        if heir is not None:
            self._move(known, _source(heir))

    def _list_duplicate(self, source: SourceFile, original: FileEntry) -> None:
        self._drop(source.location)
        self._note(
            file_entry(
                source,
                "duplicate",
                code="duplicate",
                reason=f"same content as {original.path}",
                original=original.location,
            )
        )

    def _move(self, entry: FileEntry, source: SourceFile) -> None:
        """Give the records of one file to another with the same content."""
        if entry.location in self._changes:
            self.commit()
        catalogue = self._commits.catalogue
        records = self._commits.reader().with_term("file", entry.location)
        report = catalogue.report(entry.location)
        acronyms = catalogue.acronyms(entry.location)
        repeats = self._files.repeats(entry.location)
        self._drop(entry.location)
        self._record(Change(location=entry.location))
        if report is None:
            self._note(file_entry(source, "pending"))
        else:
            moved = [moved_record(record, entry.path, source) for record in records]
            self._put(source, moved, msgspec.structs.replace(report, path=source.path), acronyms)
        for other in repeats:
            if other.location != source.location:
                reason = f"same content as {source.path}"
                self._note(msgspec.structs.replace(other, original=source.location, reason=reason))

    def _put(
        self,
        source: SourceFile,
        records: Sequence[Record],
        report: ParseReport,
        acronyms: Sequence[LearntAcronym],
    ) -> None:
        self._drop(source.location)
        placed = self._placement.place(records, source.location)
        self._guarded_add(placed, source.location)
        self._record(
            Change(
                location=source.location,
                entry=file_entry(source, "indexed"),
                documents=document_entries(placed, source.location),
                report=report,
                acronyms=tuple(acronyms),
                citations=citation_entries(placed),
            )
        )
        if self._commits.is_full:  # so that memory stays bounded
            self.commit()

    def _guarded_add(self, records: Sequence[Record], location: str) -> None:
        gazetteer = Gazetteer.load()

        def entities(text: str) -> list[str]:
            return [mention.entity for mention in gazetteer.find(text)]

        try:
            self._commits.add(records, location, entities)
        except BaseException:
            self.cancel()
            raise

    def _drop(self, location: str) -> None:
        """Delete the records of a file and free the names of its documents."""
        if location in self._changes and self._changes[location].documents:
            self.commit()  # the engine cannot delete what it has not committed
        self._placement.release(location)
        entry = self._files.get(location)
        if entry is None or entry.state != "indexed":
            return
        try:
            self._commits.delete(self._commits.reader().numbers("file", location))
        except BaseException:
            self.cancel()
            raise

    def _note(self, entry: FileEntry) -> None:
        self._record(Change(location=entry.location, entry=entry))

    def _record(self, change: Change) -> None:
        self._changes.pop(change.location, None)
        self._changes[change.location] = change
        self._changed = True
        if change.entry is None:
            self._files.drop(change.location)
        else:
            self._files.put(change.entry)


def _source(entry: FileEntry) -> SourceFile:
    return SourceFile(
        path=entry.path,
        location=entry.location,
        sha256=entry.sha256,
        size=entry.size,
        media_type=entry.media_type,
    )
