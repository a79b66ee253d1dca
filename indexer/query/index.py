"""The index as its users see it: search, show, info, check."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.collection import Collection
    from indexer.query.expand import Names
    from indexer.query.filters import Filter
    from indexer.query.results import CheckResult, IndexInfo, SearchResults, Sort
    from indexer.query.shown import ShowResult
    from indexer.store import StoreReader


class Index:
    """An index to ask; had from open_index().

    Any number of threads may use one Index: every call reads the newest commit.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._manifest = str(directory / "manifest.json")
        self._names: tuple[int, Names] | None = None
        self._held: tuple[object, StoreReader] | None = None
        self._searched: tuple[StoreReader, Collection] | None = None
        self._guard = threading.Lock()

    def search(
        self,
        text: str,
        *,
        any_word: bool = False,
        exact: bool = False,
        expand: bool = True,
        symbol: Filter = None,
        body: Filter = None,
        year: Filter = None,
        lang: Filter = None,
        section: Filter = None,
        kind: Filter = None,
        entity: Filter = None,
        limit: int | None = 10,
        offset: int = 0,
        sort: Sort = "rank",
        facets: Sequence[str] = (),
        explain: bool = False,
        count_only: bool = False,
    ) -> SearchResults:
        """Return the records that answer a query, best first.

        Args:
            text: In the query language.
            any_word: Whether one of several words side by side is enough.
            exact: Whether words are left unstemmed.
            expand: Whether acronyms and names find each other.
            symbol: Documents whose symbol is, or begins with, this ("A/HRC/9", "A/HRC/*").
            body: Of this body ("HRC").
            year: Of this year, or range of years ("2007..2009").
            lang: In this language.
            section: Under a heading with these words.
            kind: Of this kind.
            entity: That name this entity, by its id or any of its names.
            limit: How many hits are wanted; None for all.
            offset: How many of the best are left out.
            sort: "rank", "date" (newest first) or "symbol".
            facets: Fields whose values are to be counted over the whole answer.
            explain: Whether to say how the query was read.
            count_only: Whether the totals are enough.

        Raises:
            QuerySyntaxError: The query cannot be read.
            UsageError: A filter or number makes no sense.
            IndexStateError: The index cannot be used.
        """
        from indexer.query.filters import filter_tree  # noqa: PLC0415 - show needs no query language
        from indexer.query.parser import parse_query  # noqa: PLC0415 - as above
        from indexer.query.search import Request, run  # noqa: PLC0415 - as above

        if offset < 0 or (limit is not None and limit < 0):
            raise UsageError("limit and offset cannot be negative")
        if sort not in {"rank", "date", "symbol"}:
            raise UsageError(f"sort must be rank, date or symbol, not {sort}")
        filters = {
            "symbol": symbol,
            "body": body,
            "year": year,
            "lang": lang,
            "section": section,
            "kind": kind,
            "entity": entity,
        }
        request = Request(
            query=parse_query(text, any_word=any_word),
            limits=filter_tree(filters),
            exact=exact,
            expand=expand,
            limit=0 if count_only else limit,
            offset=offset,
            sort=sort,
            facets=tuple(facets),
            explain=explain,
        )
        reader = self._reader()
        return run(reader, self._whole(reader), request, lambda: self._known_names(reader))

    def show(
        self, reference: str, *, page: int | None = None, context: int = 0, lang: str | None = None
    ) -> ShowResult:
        """Return the records that a reference points to; see `indexer.query.pinpoint.show`."""
        from indexer.query.pinpoint import show  # noqa: PLC0415 - searches without hits need no citations

        return show(self._reader(), reference, page=page, context=context, lang=lang)

    def info(self) -> IndexInfo:
        """Return what the index holds."""
        from indexer.query.results import IndexInfo as Info  # noqa: PLC0415 - show needs no others

        reader = self._reader()
        statistics = reader.statistics()
        entities = sorted(statistics.entities.items(), key=lambda pair: (-pair[1], pair[0]))
        return Info(
            path=str(self.directory),
            folders=reader.manifest.folders,
            version=reader.manifest.software,
            format=reader.manifest.format,
            generation=statistics.generation,
            files=statistics.files,
            failed=statistics.failed,
            duplicates=statistics.duplicates,
            documents=statistics.documents,
            paragraphs=statistics.records,
            languages=statistics.languages,
            years=statistics.years,
            kinds=statistics.kinds,
            bodies={body.upper(): number for body, number in reader.counts("body").items()},
            entities=dict(entities),
            acronyms=statistics.acronyms,
            bytes=statistics.bytes,
        )

    def check(self) -> CheckResult:
        """Return what a careful person would want to look at, worst first."""
        from indexer.query.results import CheckResult as Result  # noqa: PLC0415 - as above

        reader = self._reader()
        reports = sorted(reader.reports(), key=lambda report: (-len(report.findings), report.path))
        files = reader.files()
        copies: dict[str, list[str]] = {}
        for entry in reader.documents():
            held = files.get(entry.location)
            copies.setdefault(entry.document, []).append(held.path if held else entry.location)
        return Result(
            reports=tuple(reports),
            failures=tuple(reader.failures()),
            duplicates=tuple(reader.duplicates()),
            copies={document: tuple(paths) for document, paths in copies.items() if len(paths) > 1},
            integrity=tuple(reader.integrity()),
        )

    def _reader(self) -> StoreReader:
        """Return a reader of the newest commit, which all threads share until there is a newer one."""
        from indexer.store.manifest import manifest_state  # noqa: PLC0415 - opening an Index costs nothing
        from indexer.store.reader import StoreReader as Reader  # noqa: PLC0415 - as above

        state = manifest_state(self._manifest)
        held = self._held
        if held is None or held[0] != state:
            held = self._held = (state, Reader(self.directory))
        return held[1]

    def _whole(self, reader: StoreReader) -> Collection:
        """Return the records of a reader as they are searched."""
        from indexer.query.collection import Collection as Whole  # noqa: PLC0415 - brings numpy

        whole = self._searched
        if whole is None or whole[0] is not reader:
            whole = self._searched = (reader, Whole(reader))
        return whole[1]

    def _known_names(self, reader: StoreReader) -> Names:
        """Return the names known at a generation; the documents' own are read once for each."""
        from indexer.grammar.gazetteer import Gazetteer  # noqa: PLC0415 - as above
        from indexer.query.expand import Names as KnownNames  # noqa: PLC0415 - as above

        generation = reader.manifest.generation
        with self._guard:
            if self._names is None or self._names[0] != generation:
                self._names = (generation, KnownNames(Gazetteer.load(), reader.acronyms()))
            return self._names[1]


def open_index(directory: str | Path = ".indexer") -> Index:
    """Return the index in a folder.

    Raises:
        IndexNotFoundError: There is none.
        IndexDamagedError: Its manifest cannot be read.
        IndexVersionError: Another version wrote it.
    """
    from indexer.store.manifest import read_manifest  # noqa: PLC0415 - importing this module loads nothing heavy

    path = Path(directory)
    read_manifest(path)
    return Index(path)
