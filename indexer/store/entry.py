"""Files and records -> what the catalogue says of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from indexer.store.changes import CitationEntry, DocumentEntry, FileEntry
from indexer.store.terms import document_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indexer.model import Record, SourceFile
    from indexer.store.changes import State


class Placement:
    """Which file holds which copy of which document.

    The copy number of a file stays the same while the file is known; a new file gets the lowest number that
    is free.
    """

    def __init__(self, documents: Iterable[DocumentEntry]) -> None:
        self._holders: dict[str, dict[int, str]] = {}
        self._former: dict[tuple[str, str], list[int]] = {}
        self._names: dict[str, set[str]] = {}
        for entry in documents:
            self._hold(entry.document, entry.copy, entry.location)

    def _hold(self, document: str, copy: int, location: str) -> None:
        self._holders.setdefault(document, {})[copy] = location
        self._names.setdefault(location, set()).add(document)

    def release(self, location: str) -> None:
        """Free the copies of a file, remembering them in case it comes back."""
        for document in self._names.pop(location, set()):
            holders = self._holders[document]
            copies = sorted(copy for copy, holder in holders.items() if holder == location)
            self._former[document, location] = copies
            for copy in copies:
                del holders[copy]

    def place(self, records: Sequence[Record], location: str) -> list[Record]:
        """Return the records of one file with their copy numbers.

        An id that repeats inside the file counts as a further copy, so that id and copy stay unique.
        """
        numbers: dict[tuple[str, int], int] = {}
        times: dict[str, int] = {}
        placed = []
        for record in records:
            document = document_of(record)
            nth = times[record.id] = times.get(record.id, 0) + 1
            if (document, nth) not in numbers:
                numbers[document, nth] = self._take(document, location, nth)
            copy = numbers[document, nth]
            placed.append(record if record.copy == copy else msgspec.structs.replace(record, copy=copy))
        return placed

    def _take(self, document: str, location: str, nth: int) -> int:
        holders = self._holders.setdefault(document, {})
        former = self._former.get((document, location), [])
        copy = former[nth - 1] if len(former) >= nth else 1
        while copy in holders:
            copy += 1
        self._hold(document, copy, location)
        return copy


def file_entry(
    source: SourceFile, state: State, *, code: str = "", reason: str = "", original: str = ""
) -> FileEntry:
    """Return what the catalogue says of a file."""
    try:
        mtime = Path(source.location).stat().st_mtime
    except OSError:
        mtime = 0.0
    return FileEntry(
        path=source.path,
        location=source.location,
        sha256=source.sha256,
        size=source.size,
        mtime=mtime,
        media_type=source.media_type,
        state=state,
        code=code,
        reason=reason,
        original=original,
    )


def document_entries(records: Iterable[Record], location: str) -> tuple[DocumentEntry, ...]:
    """Return the documents that a file holds; their facts are those of their first record."""
    first: dict[tuple[str, int], Record] = {}
    counts: dict[tuple[str, int], int] = {}
    for record in records:
        key = (document_of(record), record.copy)
        first.setdefault(key, record)
        counts[key] = counts.get(key, 0) + 1
    return tuple(
        DocumentEntry(
            document=document,
            copy=copy,
            location=location,
            symbol=record.symbol,
            language=document.rpartition("@")[2],
            title=record.title,
            date=record.date,
            body=record.body,
            year=record.year,
            records=counts[document, copy],
        )
        for (document, copy), record in first.items()
    )


def citation_entries(records: Iterable[Record]) -> tuple[CitationEntry, ...]:
    """Return the lines of the citation graph that begin in these records."""
    return tuple(
        CitationEntry(
            record=record.id,
            target=reference.target,
            address=reference.address,
            citation=reference.citation,
        )
        for record in records
        for reference in record.references
    )


def moved_record(record: Record, path: str, source: SourceFile) -> Record:
    """Return a record as it reads when its file lies elsewhere; an id made of the path follows it."""
    identity = record.id
    old = f"file:{path}@"
    if identity.startswith(old):
        identity = f"file:{source.path}@{identity.removeprefix(old)}"
    return msgspec.structs.replace(
        record, id=identity, source=msgspec.structs.replace(record.source, path=source.path), copy=1
    )
