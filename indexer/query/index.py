"""The index as its users see it: search, like, show, info, check."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.errors import CitationSyntaxError
from indexer.query.commits import Commits, OneCommit

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from indexer.model import HeldDocument
    from indexer.query.commits import Commit
    from indexer.query.request import Request, Wanted
    from indexer.query.results import CheckResult, IndexInfo, SearchResults
    from indexer.query.shown import ShowResult
    from indexer.query.versions import Languages


class Index:
    """An index to ask; had from open_index().

    Any number of threads may use one Index: every call reads the newest commit. What `at` gives stays at one.
    """

    def __init__(self, directory: Path, commits: Commits | OneCommit | None = None) -> None:
        self.directory = directory
        self._commits = commits or Commits(directory)

    def __repr__(self) -> str:
        return f"Index({str(self.directory)!r})"

    def search(
        self,
        text: str = "",
        *,
        any_word: bool = False,
        exact: bool = False,
        expand: bool = True,
        **wanted: Unpack[Wanted],
    ) -> SearchResults:
        """Return the records that answer a query, best first.

        Several values of a filter, as ("en", "fr"), mean any of them.

        Args:
            text: In the query language; may be left out beside a filter.
            any_word: Whether one of several words side by side is enough.
            exact: Whether words are left unstemmed.
            expand: Whether acronyms and names find each other.
            symbol: Documents whose symbol is, or begins with, this ("A/HRC/9", "A/HRC/*").
            body: Of this body ("HRC").
            year: Of this year, or range of years ("2007..2009"); (2007, 2009) are these two.
            lang: In this language.
            section: Under a heading with these words.
            kind: Of this kind.
            position: Recommendations that the State "supported", "noted" or has "pending".
            entity: That name this entity, by its id or any of its names.
            limit: How many hits are wanted; None for all. 10 when not given.
            offset: How many of the first are left out.
            sort: "rank" when not given, "date" (newest first), "oldest" (first) or "symbol"; of equals in
                rank the newest comes first, and all others stand in the order of documents and places.
            group: "none" when not given; "doc" makes limit and offset count documents: each stands where its
                first hit would.
            per_document: How many hits of each document are wanted then; None for all. 3 when not given.
            context: How many neighbours on each side are wanted with a hit.
            kwic: How many characters on each side of every match are wanted for `occurrences`; 0 for none.
            facets: Fields whose values are to be counted over the whole answer.
            explain: Whether to say how the query was read.
            count_only: Whether the totals are enough.

        Raises:
            QuerySyntaxError: The query cannot be read.
            UsageError: A filter or number makes no sense.
            IndexStateError: The index cannot be used.
        """
        return self._ask(self._commits, text, any_word=any_word, exact=exact, expand=expand, **wanted)

    @cached_property
    def _ask(self) -> Callable[..., SearchResults]:
        """What reads and answers a query: an import for each search takes as long as to read one."""
        from indexer.query.search import ask  # noqa: PLC0415 - show needs no query language

        return ask

    @cached_property
    def _look_up(self) -> Callable[..., ShowResult]:
        from indexer.query.pinpoint import show  # noqa: PLC0415 - what an index holds is told without citations

        return show

    def like(self, reference: str, **wanted: Unpack[Wanted]) -> SearchResults:
        """Return the records most like those of a reference, without these, their copies and translations.

        Args:
            reference: Any citation, as for `show`.
            **wanted: Filters, order and number of the records, as for `search`.

        Raises:
            CitationSyntaxError: The reference cannot be read.
            UsageError: A filter or number makes no sense.
            IndexStateError: The index cannot be used.
        """
        from indexer.query.request import make_request  # noqa: PLC0415 - as above
        from indexer.query.tree import Or, Query  # noqa: PLC0415 - as above

        query = Query(text=reference, root=Or(()))
        request = make_request(query, like=reference, **wanted)
        return _answer(self._commits.newest(), request)

    def more(self, results: SearchResults) -> SearchResults:
        """Return the next page of an answer, from the commit that gave the page before.

        Raises:
            NotFoundError: That commit is not held open any more; see `at`.
        """
        from msgspec.structs import replace  # noqa: PLC0415 - as above

        asked = results.request
        step = results.total if asked.limit is None else asked.limit
        request = replace(asked, offset=asked.offset + step)
        return _answer(self._commits.at(results.generation), request)

    def at(self, generation: int | None = None) -> Index:
        """Return the index as it is at a commit, whatever is committed later.

        Args:
            generation: The commit, as results have it; the newest without it. The newest and those few that
                this Index has answered from before are known; what this method gives keeps its own.

        Raises:
            NotFoundError: That commit is not held open any more.
        """
        commit = self._commits.newest() if generation is None else self._commits.at(generation)
        return Index(self.directory, OneCommit(commit))

    def show(
        self, reference: str, *, page: int | None = None, context: int = 0, lang: Languages = None
    ) -> ShowResult:
        """Return the records that a reference points to; see `indexer.query.pinpoint.show`.

        Several citations are answered one behind the other: those that semicolons part, and lists of places
        in several documents.
        """
        reader = self._commits.newest().reader
        look_up = partial(self._look_up, reader, page=page, context=context, lang=lang)
        several: list[str] = []
        if ";" in reference:
            from indexer.query.pasted import cited_apart  # noqa: PLC0415 - most references are single

            several = cited_apart(reference)
        if not several:
            try:
                return look_up(reference)
            except CitationSyntaxError:
                from indexer.query.pasted import cited_together  # noqa: PLC0415 - as above

                several = cited_together(reference)
                if not several:
                    raise
        from indexer.query.shown import ShowResult as Shown  # noqa: PLC0415 - as above

        return Shown.joined(reference, [look_up(one) for one in several])

    def info(self) -> IndexInfo:
        """Return what the index holds."""
        from indexer.query.results import IndexInfo as Info  # noqa: PLC0415 - show needs no others

        reader = self._commits.newest().reader
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

    def documents(self) -> tuple[HeldDocument, ...]:
        """Return every document with what it is called, by symbol."""
        from indexer.model import HeldDocument as Held  # noqa: PLC0415 - show needs no others
        from indexer.store.terms import natural_key  # noqa: PLC0415 - as above

        reader = self._commits.newest().reader
        files = reader.files()
        found = [
            Held(
                document=entry.document.rpartition("@")[0],
                language=entry.language,
                copy=entry.copy,
                title=entry.title,
                date=entry.date,
                body=entry.body,
                year=entry.year,
                paragraphs=entry.records,
                path=files[entry.location].path if entry.location in files else entry.location,
            )
            for entry in reader.documents()
        ]
        return tuple(sorted(found, key=lambda one: (natural_key(one.document), one.language, one.copy)))

    def check(self) -> CheckResult:
        """Return what a careful person would want to look at, worst first."""
        from indexer.query.results import CheckResult as Result  # noqa: PLC0415 - as above

        reader = self._commits.newest().reader
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


def _answer(commit: Commit, request: Request) -> SearchResults:
    from indexer.query.search import run  # noqa: PLC0415 - show needs no query language

    return run(commit, request)


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
