"""Our own store and search."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tests.benchmarks.adapters.base import DISTANCE, TOP, Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from indexer.query import Index
    from tests.benchmarks.adapters.base import Question, Searcher
    from tests.benchmarks.records import Parsed


class Ours:
    """The store, with the documents as the pipeline has them."""

    package: ClassVar[str] = "indexer"
    frames: ClassVar[str] = "records"

    def __init__(self) -> None:
        import indexer.store.writer  # noqa: PLC0415  # other engines' processes are spared it

        self.store = indexer.store

    def build(self, folder: Path, documents: Iterable[Parsed]) -> None:
        """One writer, committed when it likes and at the end."""
        with self.store.open_store(folder, create=True).writer() as writer:
            for one in documents:
                writer.replace(one.source, one.parsed, one.acronyms)

    def open(self, folder: Path) -> Searcher:
        """The index as a library user has it."""
        import indexer  # noqa: PLC0415  # as above

        return _Searcher(indexer.open_index(folder))


class _Searcher:
    def __init__(self, index: Index) -> None:
        self.index = index

    def close(self) -> None:
        """Nothing is open between two calls."""

    def answer(self, question: Question) -> Answer:
        if question.kind == "key":
            shown = self.index.show(question.key)
            return Answer(total=len(shown.records), keys=tuple(record.id for record in shown.records))
        filtered = question.kind == "filters"
        found = self.index.search(
            query_text(question),
            expand=question.kind == "entity",
            limit=TOP,
            symbol=question.symbol or None,
            year="..".join(map(str, question.years)) if filtered else None,
            facets=("year", "symbol") if question.kind == "facets" else (),
        )
        return Answer(
            total=found.total,
            keys=tuple(hit.id for hit in found.hits),
            marked=sum(1 for hit in found.hits if hit.highlights and hit.snippet),
            counted=sum(map(len, found.facets.values())),
        )


def query_text(question: Question) -> str:
    """The question in our query language."""
    words = question.words
    match question.kind:
        case "AND" | "OR" as operator:
            return f" {operator} ".join(words)
        case "phrase":
            return f'"{words[0]}"'
        case "NEAR":
            return f"{words[0]} NEAR/{DISTANCE} {words[1]}"
        case "prefix":
            return f"{words[0]}*"
        case "fuzzy":
            return f"{words[0]}~1"
        case "ten names":
            return " OR ".join(f'"{name}"' if " " in name else name for name in words)
    return words[0]
