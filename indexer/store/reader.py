"""The index as it was at one commit, to read from."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from heapq import merge
from itertools import accumulate
from stat import S_ISREG
from typing import TYPE_CHECKING, Self

import msgspec

from indexer.errors import IndexDamagedError
from indexer.store.learnt import NAME as LEARNT
from indexer.store.learnt import read_learnt
from indexer.store.manifest import ENGINE, REPAIR, HeldSegment, Manifest, read_manifest, verify
from indexer.store.memory import Memory
from indexer.store.segment import ENDING, Segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from indexer.model import LearntAcronym, ParseReport, Record
    from indexer.store.arrays import SegmentArrays
    from indexer.store.budget import Budget
    from indexer.store.catalogue import Catalogue
    from indexer.store.changes import DocumentEntry, FileEntry
    from indexer.store.terms import Row

_ATTEMPTS = 10
"""How often a reader tries again when a commit replaces the files between its look at the manifest and
opening them."""


_MOST_RECORDS = 4_000
"""Records that are remembered, some 10 MB: who narrows, sorts or pages an answer is shown the same ones."""


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

    Any number of threads may share one. The catalogue is read as it is at the call, perhaps a commit later.

    Records are numbered through all segments, one behind the other.

    Attributes:
        manifest: The generation that is read.
        segments: Its segments.
        offsets: The number of the first record of each.
    """

    def __init__(self, directory: Path, budget: Budget | None = None) -> None:
        self.directory = directory
        self._budget = budget
        self.manifest, self.segments = _open(directory)
        counts = [segment.count for segment in self.segments]
        self.offsets = [0, *accumulate(counts)][: len(counts)]
        self._records: Memory[int, Record] = Memory(_MOST_RECORDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go, as soon as nobody reads from them."""
        self.segments = ()

    @cached_property
    def catalogue(self) -> Catalogue:
        """Everything that is not a record."""
        from indexer.store.catalogue import Catalogue as Known  # noqa: PLC0415 - brings SQLite

        return Known(self.directory)

    @cached_property
    def arrays(self) -> tuple[SegmentArrays, ...]:
        """The segments for searching."""
        from indexer.store.arrays import SegmentArrays as Arrays  # noqa: PLC0415 - brings numpy
        from indexer.store.budget import Budget as Room  # noqa: PLC0415 - as above

        budget = self._budget or Room()
        budget.make_room(sum(segment.count for segment in self.segments))
        return tuple(Arrays(segment, budget) for segment in self.segments)

    def numbers(self, field: str, term: str) -> list[int]:
        """Return the numbers of the records that hold a term, in order; of no field of shared texts."""
        return [
            number + offset
            for segment, offset in zip(self.segments, self.offsets, strict=True)
            for entry in segment.find(field, term)
            for number in segment.records_in(entry.list)
        ]

    def terms(self, field: str, prefix: str = "") -> Iterator[str]:
        """Yield the terms of a field that begin with prefix, in order."""
        last = None
        for term, _ in merge(*(segment.terms(field, prefix) for segment in self.segments)):
            if term != last:
                yield term
            last = term

    def held(self, field: str, prefix: str = "") -> Iterator[str]:
        """Yield the terms that records have which are not deleted: what may be proposed."""
        return (term for term in self.terms(field, prefix) if self.numbers(field, term))

    def similar(self, field: str, word: str, distance: int) -> Iterator[str]:
        """Yield the whole forms of a field that differ from one in at most so many letters."""
        from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only fuzzy words need it

        likely = {form for arrays in self.arrays for form in arrays.like(field, word, distance)}
        return (
            form
            for form in sorted(likely)
            if Levenshtein.distance(form, word, score_cutoff=distance) <= distance
        )

    def counts(self, field: str) -> dict[str, int]:
        """Return how many records hold each term of a field."""
        totals: Counter[str] = Counter()
        for segment in self.segments:
            for term, entry in segment.terms(field):
                totals[term] += segment.count_in(entry.list)
        return {term: totals[term] for term in sorted(totals) if totals[term]}

    def _place(self, number: int) -> tuple[Segment, int]:
        nth = bisect_right(self.offsets, number) - 1
        return self.segments[nth], number - self.offsets[nth]

    def record_at(self, number: int) -> Record:
        """Return the record with a number."""
        found = self._records.get(number)
        if found is None:
            found = self._records.keep(number, self.read_record(number))
        return found

    def read_record(self, number: int) -> Record:
        """Return the record with a number, for whoever remembers it."""
        segment, place = self._place(number)
        return segment.record(place)

    def row_at(self, number: int) -> Row:
        """Return the row of the record with a number."""
        segment, place = self._place(number)
        return segment.row(place)

    def with_term(self, field: str, term: str) -> list[Record]:
        """Return the records that hold a term, in the order of documents, copies and places."""
        numbers = self.numbers(field, term)
        if len(numbers) > 1:
            numbers.sort(key=lambda number: self.row_at(number).sort)
        return [self.record_at(number) for number in numbers]

    def record(self, identity: str) -> Record | None:
        """Return the record with an id, of the first copy."""
        return next(iter(self.with_term("id", identity)), None)

    def below(self, is_wanted: Callable[[Sequence[str]], bool]) -> list[int]:
        """Return the numbers of the records below some headings, of which each path is asked once."""
        return [
            number + offset
            for segment, offset in zip(self.segments, self.offsets, strict=True)
            for number in segment.records_below(is_wanted)
        ]

    def entitled(self, is_wanted: Callable[[str], bool]) -> list[int]:
        """Return the numbers of the records of the documents with some titles."""
        rows = (row for segment in self.segments for row in segment.rows)
        documents = sorted({row.document for row in rows if is_wanted(row.title)})
        return [number for document in documents for number in self.numbers("document", document)]

    def records(self, document: str, copy: int | None = None) -> list[Record]:
        """Return the records of a document ("A/HRC/9/8@en") in order."""
        return [record for record in self.with_term("document", document) if copy in {None, record.copy}]

    def documents(self) -> list[DocumentEntry]:
        """Return every document, sorted by name and copy."""
        return self.catalogue.documents()

    def files(self) -> dict[str, FileEntry]:
        """Return every known file by its location."""
        return self.catalogue.files()

    def worth_recognising(self) -> frozenset[str]:
        """Return the locations of files with pages without usable text that nobody tried to recognise."""
        return self.catalogue.worth_recognising()

    def failures(self) -> list[FileEntry]:
        """Return the files that could not be read."""
        return list(self.catalogue.files("failed").values())

    def duplicates(self) -> list[FileEntry]:
        """Return the files whose content is in the index under another path."""
        return list(self.catalogue.files("duplicate").values())

    def reports(self) -> Iterator[ParseReport]:
        """Yield the parse report of every file that was read, sorted by path."""
        return (report for _, report in self.catalogue.reports())

    def acronyms(self) -> list[LearntAcronym]:
        """Return the acronyms that the documents define."""
        known = read_learnt(self.directory, self.manifest.generation)
        return self.catalogue.acronyms() if known is None else known

    def integrity(self) -> list[str]:
        """Check every file again; return a sentence for each thing that is wrong."""
        problems = []
        try:
            verify(self.directory, self.manifest, thoroughly=True)
        except (IndexDamagedError, FileNotFoundError) as error:
            problems.append(str(error))
        problems.extend(f"{self.catalogue.path}: {problem}" for problem in self.catalogue.problems())
        behind = self.manifest.generation - self.catalogue.generation()
        if behind:
            problems.append(
                f"{self.catalogue.path} is {behind} commit behind the records; "
                "the next `indexer index` run completes it"
            )
        copy, known = self.directory / LEARNT, read_learnt(self.directory, self.manifest.generation)
        if not behind and copy.exists() and known != self.catalogue.acronyms():
            problems.append(f"{copy} is damaged, and searches do without it; {REPAIR}")
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
            records=sum(segment.count - len(segment.deleted) for segment in self.segments),
            languages=self.counts("lang"),
            years={int(year): count for year, count in self.counts("year").items()},
            kinds=self.counts("kind"),
            entities=self.counts("entity"),
            acronyms=len(self.acronyms()),
            bytes=sum(map(_size, self.directory.rglob("*"))),
            segments=len(self.segments),
        )


def _size(path: Path) -> int:
    """Return the bytes of a file; a folder has none, nor has what a writer has taken away meanwhile."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return 0
    return state.st_size if S_ISREG(state.st_mode) else 0


def open_segment(folder: Path, held: HeldSegment) -> Segment:
    """Return a segment, given the folder of all."""
    return Segment(folder / (held.name + ENDING), folder / held.gone if held.gone else None)


def _open(directory: Path) -> tuple[Manifest, tuple[Segment, ...]]:
    manifest = read_manifest(directory)
    folder = directory / ENGINE
    for _ in range(_ATTEMPTS):
        try:
            verify(directory, manifest)
            return manifest, tuple(open_segment(folder, held) for held in manifest.segments)
        except FileNotFoundError as error:
            later = read_manifest(directory)
            if later.generation == manifest.generation:
                raise IndexDamagedError(f"{error.filename} is missing; {REPAIR}") from error
            manifest = later
    raise IndexDamagedError(f"{directory} changes faster than it can be opened")
