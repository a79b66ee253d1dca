"""The index as it was at one commit, to read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import msgspec

from indexer.errors import IndexDamagedError
from indexer.model import LearntAcronym, ParseReport, Record
from indexer.store.catalogue import Catalogue, DocumentEntry, FileEntry
from indexer.store.engine import LuceneBM25, open_engine
from indexer.store.manifest import REPAIR, Manifest, read_manifest, verify
from indexer.store.schema import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

_ATTEMPTS = 10
"""How often a reader tries again when a commit replaces the files between its look at the manifest and
opening them."""


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """What an index holds, counted."""

    generation: int
    files: int
    failed: int
    duplicates: int
    documents: int
    records: int
    languages: dict[str, int]
    years: dict[int, int]
    kinds: dict[str, int]
    entities: dict[str, int]
    acronyms: int
    bytes: int
    segments: int


class StoreReader:
    """One generation of the index: its records stay the same while others write.

    Close it, or use it in a with block. The catalogue is read as it is at the call, perhaps a commit later.

    A reader belongs to one thread; readers are cheap, so each thread opens its own.

    Attributes:
        searcher: The engine's searcher, for the query room.
        manifest: The generation that is read.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.catalogue = Catalogue(directory)
        self.manifest, self.searcher = _open(directory)
        self._columns: list[tuple[int, int, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go."""
        self.searcher.close()

    def numbers(self, field: str, term: str) -> list[int]:
        """Return the engine's numbers of the records that hold a term, in order."""
        found: list[int] = []
        for searcher, offset in self.searcher.leaf_searchers():
            reader = searcher.reader()
            if (field, term.encode()) in reader:
                found.extend(number + offset for number in reader.postings(field, term.encode()).all_ids())
        return found

    def terms(self, field: str, prefix: str = "") -> Iterator[str]:
        """Yield the terms of a field that begin with prefix, in order."""
        return (term.decode() for term in self.searcher.reader().expand_prefix(field, prefix.encode()))

    def similar(self, field: str, term: str, distance: int) -> Iterator[str]:
        """Yield the terms of a field that differ from one in a few letters; its kind stays."""
        return (
            found if isinstance(found, str) else found.decode()
            for found in self.searcher.reader().terms_within(field, term, distance, prefix=1)
        )

    def counts(self, field: str) -> dict[str, int]:
        """Return how many records hold each term of a field."""
        return {term: count for term in list(self.terms(field)) if (count := len(self.numbers(field, term)))}

    def record_at(self, number: int) -> Record:
        """Return the record with an engine's number."""
        return msgspec.json.decode(self.searcher.stored_fields(number)["record"], type=Record)

    def row_at(self, number: int) -> Row:
        """Return the row with an engine's number."""
        for start, end, column in self._row_columns():
            if start <= number < end:
                return msgspec.json.decode(column[number - start], type=Row)
        raise IndexError(number)

    def _row_columns(self) -> list[tuple[int, int, Any]]:
        if not self._columns:
            for searcher, offset in self.searcher.leaf_searchers():
                reader = searcher.reader()
                self._columns.append((offset, offset + reader.doc_count_all(), reader.column_reader("row")))
        return self._columns

    def with_term(self, field: str, term: str) -> list[Record]:
        """Return the records that hold a term, in the order of documents, copies and places."""
        numbers = self.numbers(field, term)
        numbers.sort(key=lambda number: self.row_at(number).sort)
        return [self.record_at(number) for number in numbers]

    def record(self, identity: str, copy: int | None = None) -> Record | None:
        """Return the record with an id, of the first copy unless told otherwise."""
        for record in self.with_term("id", identity):
            if copy is None or record.copy == copy:
                return record
        return None

    def records(self, document: str, copy: int | None = None) -> list[Record]:
        """Return the records of a document ("A/HRC/9/8@en") in order."""
        return [record for record in self.with_term("document", document) if copy in {None, record.copy}]

    def documents(self) -> list[DocumentEntry]:
        """Return every document, sorted by name and copy."""
        return self.catalogue.documents()

    def files(self) -> dict[str, FileEntry]:
        """Return every known file by its location."""
        return self.catalogue.files()

    def failures(self) -> list[FileEntry]:
        """Return the files that could not be read."""
        return [entry for entry in self.files().values() if entry.state == "failed"]

    def duplicates(self) -> list[FileEntry]:
        """Return the files whose content is in the index under another path."""
        return [entry for entry in self.files().values() if entry.state == "duplicate"]

    def reports(self) -> Iterator[ParseReport]:
        """Yield the parse report of every file that was read, sorted by path."""
        return (report for _, report in self.catalogue.reports())

    def acronyms(self) -> list[LearntAcronym]:
        """Return the acronyms that the documents define."""
        return self.catalogue.acronyms()

    def integrity(self) -> list[str]:
        """Check every file again; return a sentence for each thing that is wrong."""
        problems = []
        try:
            verify(self.directory, self.manifest, again=True)
        except (IndexDamagedError, FileNotFoundError) as error:
            problems.append(str(error))
        problems.extend(f"{self.catalogue.path}: {problem}" for problem in self.catalogue.problems())
        behind = self.manifest.generation - self.catalogue.generation()
        if behind:
            problems.append(
                f"{self.catalogue.path} is {behind} commit behind the records; "
                "the next `indexer index` run completes it"
            )
        return problems

    def statistics(self) -> Statistics:
        """Return what the index holds."""
        entries = self.files().values()
        documents = self.documents()
        states = [entry.state for entry in entries]
        return Statistics(
            generation=self.manifest.generation,
            files=len(states),
            failed=states.count("failed"),
            duplicates=states.count("duplicate"),
            documents=len(documents),
            records=self.searcher.doc_count(),
            languages=self.counts("lang"),
            years={int(year): count for year, count in self.counts("year").items()},
            kinds=self.counts("kind"),
            entities=self.counts("entity"),
            acronyms=len(self.acronyms()),
            bytes=sum(path.stat().st_size for path in self.directory.rglob("*") if path.is_file()),
            segments=sum(name.endswith(".seg") for name in self.manifest.files),
        )


def _open(directory: Path) -> tuple[Manifest, Any]:
    manifest = read_manifest(directory)
    for _ in range(_ATTEMPTS):
        try:
            verify(directory, manifest)
            return manifest, open_engine(directory, manifest.generation).searcher(weighting=LuceneBM25())
        except FileNotFoundError as error:
            later = read_manifest(directory)
            if later.generation == manifest.generation:
                raise IndexDamagedError(f"{error.filename} is missing; {REPAIR}") from error
            manifest = later
    raise IndexDamagedError(f"{directory} changes faster than it can be opened")
