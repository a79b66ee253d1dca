"""Answers of `Index.search` against the tables: the same records, totals, counts and order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from indexer.query import FACETS, collect
from indexer.query.parser import parse_query
from indexer.store import open_store
from tests.evaluation.judge.verdict import Judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import Hit
    from indexer.query import Index, SearchResults
    from tests.evaluation.judge.queries import Asked
    from tests.evaluation.judge.tables import Tables

MOST_HITS = 150
"""Hits of an answer up to which they are had as hits; of a longer one only the records are taken."""

PAGE = 7

_COLUMNS = {
    "body": "r.body", "year": "r.year", "lang": "r.lang", "document": "r.document", "symbol": "r.symbol",
    "kind": "r.kind", "position": "r.position", "date": "r.date",
}  # fmt: skip
_JOINED = {"section": ("headings", "heading"), "entity": ("entities", "entity")}


class Comparison:
    """One index beside its tables."""

    def __init__(self, index: Index, tables: Tables) -> None:
        self.index = index
        self.tables = tables
        self.judge = Judge(tables)
        self.numbers = {(record.id, record.copy): n for n, record in enumerate(tables.records)}
        with open_store(index.directory).reader() as reader:
            self._offsets = reader.offsets
            total = sum(segment.count for segment in reader.segments)
            held = (reader.record_at(number) for number in range(total))
            self._record_numbers = [self.numbers.get((record.id, record.copy), -1) for record in held]
        self._turn = 0

    def problems(self, asked: Asked) -> Iterator[str]:
        """A sentence for everything in which both differ."""
        text = str(asked.root)
        read = parse_query(text).root
        if read != asked.root:
            yield f"is read as {read!r}"
        options = self._options(asked)
        self._turn += 1
        field = FACETS[self._turn % len(FACETS)]
        results, found = self._counted(text, facets=(field,), **options)
        wanted = self.judge.answer(
            results.query, exact=asked.exact, limits=[node for _, _, node in asked.filters]
        )
        yield from self._differences("the records", found, wanted)
        self._fill(wanted)
        yield from unequal("total", results.total, len(wanted))
        yield from unequal("documents", results.documents, self._documents())
        yield from unequal(f"facet {field}", list(results.facets[field].items()), self._facet(field))
        if not results.total and not results.notices:
            yield "is empty without a word why"
        if 0 < results.total <= MOST_HITS:
            yield from self._hits(text, options, results, found)

    def _options(self, asked: Asked) -> dict[str, Any]:
        filters = {name: value.strip('"') for name, value, _ in asked.filters}
        return {"any_word": asked.any_word, "exact": asked.exact, "expand": asked.expand, **filters}

    def _counted(self, text: str, **options: Any) -> tuple[SearchResults, set[int]]:
        """An answer without hits, and the records that were counted."""
        seen: list[list[Any]] = []

        def matches(*arguments: Any) -> list[Any]:
            seen.append(collect.matches(*arguments))
            return seen[-1]

        with patch("indexer.query.search.matches", matches):
            results = self.index.search(text, count_only=True, **options)
        found = {
            self._record_numbers[int(number) + offset]
            for numbers, offset in zip(seen[0], self._offsets, strict=True)
            for number in numbers
        }
        return results, found

    def _differences(self, what: str, found: set[int], wanted: set[int]) -> Iterator[str]:
        for sign, numbers in (("too many", found - wanted), ("missing", wanted - found)):
            if numbers:
                examples = ", ".join(
                    self.tables.records[number].id if number >= 0 else "a record that is gone"
                    for number in sorted(numbers)[:3]
                )
                yield f"{what}: {len(numbers)} {sign} of {len(wanted)}, such as {examples}"

    def _fill(self, wanted: set[int]) -> None:
        self.tables.base.execute("DELETE FROM answer")
        self.tables.base.executemany("INSERT INTO answer VALUES (?)", [(number,) for number in wanted])

    def _documents(self) -> int:
        query = "SELECT count(DISTINCT document) FROM records JOIN answer USING (n)"
        (number,) = self.tables.base.execute(query).fetchone()
        return int(number)

    def _facet(self, field: str) -> list[tuple[str, int]]:
        if field in _JOINED:
            table, column = _JOINED[field]
            source = f"FROM {table} JOIN answer USING (n)"
        else:
            column, source = _COLUMNS[field], "FROM records r JOIN answer USING (n)"
        order = "1"
        if field in {"document", "symbol"}:  # A/HRC/9/8 stands before A/HRC/10/1
            order = f"(SELECT min(place || '/' || copy) FROM records x WHERE x.{field} = {column})"
        counted = f"SELECT {column}, count(*) {source} WHERE {column} IS NOT NULL GROUP BY 1"
        query = f"{counted} ORDER BY 2 DESC, {order}"
        return [(str(value), number) for value, number in self.tables.base.execute(query)]

    # -- hits and their order

    def _hits(
        self, text: str, options: dict[str, Any], counted: SearchResults, found: set[int]
    ) -> Iterator[str]:
        results = self.index.search(text, limit=None, **options)
        yield from unequal("total with hits", results.total, counted.total)
        numbers = self._numbers_of(results)
        yield from self._differences("the hits", set(numbers), found)
        yield from unequal("repeated hits", [n for n, times in Counter(numbers).items() if times > 1], [])
        yield from unequal("ranks", [hit.rank for hit in results.hits], list(range(1, len(numbers) + 1)))
        keys = [(-hit.score, self._place(hit)) for hit in results.hits]
        yield from unequal("order by score and place", keys, sorted(keys))
        if self._turn % 4 == 0:
            yield from self._pages(text, options, results)
        if self._turn % 4 == 1:
            yield from self._sorted(text, options)
        if self._turn % 4 == 2:
            yield from self._grouped(text, options, results)

    def _numbers_of(self, results: SearchResults) -> list[int]:
        return [self.numbers.get((hit.id, hit.copy), -1) for hit in results.hits]

    def _place(self, hit: Hit) -> tuple[bool, list[int], str, int, int]:
        """Where a hit stands among equals: the newest first, those without a date last."""
        number = self.numbers[hit.id, hit.copy]
        date = hit.date or str(hit.year or "")
        newest = [-int(piece) for piece in date.split("-") if piece]
        query = "SELECT place, copy, ord FROM records WHERE n = ?"
        place, copy, order = self.tables.base.execute(query, (number,)).fetchone()
        return not date, newest, str(place), int(copy), int(order)

    def _pages(self, text: str, options: dict[str, Any], whole: SearchResults) -> Iterator[str]:
        pages = [
            self.index.search(text, limit=PAGE, offset=start, **options).hits
            for start in range(0, whole.total + PAGE, PAGE)
        ]
        joined = [(hit.id, hit.copy, hit.rank, hit.score) for page in pages for hit in page]
        yield from unequal("pages", joined, [(hit.id, hit.copy, hit.rank, hit.score) for hit in whole.hits])

    def _sorted(self, text: str, options: dict[str, Any]) -> Iterator[str]:
        for sort, order in (
            ("symbol", "place, copy, ord"),
            ("date", "coalesce(date, '') DESC, place, copy, ord"),
            ("oldest", "date IS NULL, date, place, copy, ord"),
        ):
            query = f"SELECT n FROM records JOIN answer USING (n) ORDER BY {order}"
            wanted = [number for (number,) in self.tables.base.execute(query)]
            results = self.index.search(text, limit=None, sort=sort, **options)  # type: ignore[arg-type]
            yield from unequal(f"sorted by {sort}", self._numbers_of(results), wanted)

    def _grouped(self, text: str, options: dict[str, Any], whole: SearchResults) -> Iterator[str]:
        """Documents stand where their first hits stand, and hold their hits in order."""
        documents: dict[str, list[Hit]] = {}
        for hit in whole.hits:
            documents.setdefault(hit.id.rpartition("#")[0], []).append(hit)
        wanted = [(hit.id, hit.copy, hit.rank, len(hits)) for hits in documents.values() for hit in hits]
        results = self.index.search(text, limit=None, group="doc", per_document=None, **options)
        grouped = [(hit.id, hit.copy, hit.rank, hit.of_document) for hit in results.hits]
        yield from unequal("grouped by document", grouped, wanted)
        starts = range(0, whole.documents, PAGE)
        best = [first for start in starts for first in self._firsts(text, options, start)]
        firsts = [(hits[0].id, hits[0].copy) for hits in documents.values()]
        yield from unequal("pages of documents", best, firsts)

    def _firsts(self, text: str, options: dict[str, Any], offset: int) -> list[tuple[str, int]]:
        results = self.index.search(text, limit=PAGE, offset=offset, group="doc", per_document=1, **options)
        return [(hit.id, hit.copy) for hit in results.hits]


def unequal(what: str, ours: object, wanted: object) -> Iterator[str]:
    """A sentence where two things differ."""
    if ours != wanted:
        yield f"{what}: {str(ours)[:150]} instead of {str(wanted)[:150]}"
