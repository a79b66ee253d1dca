"""Whoosh as its manual shows it: its own schema types, codec, queries and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tests.benchmarks.adapters.base import DISTANCE, TOP, Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.benchmarks.adapters.base import Question, Searcher
    from tests.benchmarks.paragraphs import Document


class StockWhoosh:
    """An index with one text field, stemmed, without a stop list, positions and text kept."""

    package: ClassVar[str] = "whoosh"
    frames: ClassVar[str] = "paragraphs"

    def __init__(self) -> None:
        import whoosh.index  # noqa: PLC0415  # other engines' processes are spared it

        self.index = whoosh.index

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """One writer with its default settings, one commit."""
        from whoosh import analysis, fields  # noqa: PLC0415  # as above

        schema = fields.Schema(
            key=fields.ID(stored=True, unique=True),
            symbol=fields.ID(stored=True, sortable=True),
            year=fields.NUMERIC(stored=True, sortable=True),
            number=fields.STORED,
            page=fields.STORED,
            section=fields.STORED,
            text=fields.TEXT(analyzer=analysis.StemmingAnalyzer(stoplist=None), stored=True),
        )
        writer = self.index.create_in(folder, schema).writer()
        for document in documents:
            for one in document:
                writer.add_document(
                    key=one.key,
                    symbol=one.symbol,
                    year=one.year,
                    number=one.number,
                    page=one.page,
                    section="\n".join(one.section),
                    text=one.text,
                )
        writer.commit()

    def open(self, folder: Path) -> Searcher:
        """A searcher that stays, with its default BM25F."""
        return _Searcher(self.index.open_dir(folder).searcher())


class _Searcher:
    def __init__(self, searcher: Any) -> None:
        self.searcher = searcher
        self.analyzer = searcher.schema["text"].analyzer

    def close(self) -> None:
        self.searcher.close()

    def answer(self, question: Question) -> Answer:
        if question.kind == "key":
            fields = self.searcher.document(key=question.key)
            keys = (str(fields["key"]),) if fields else ()
            return Answer(total=len(keys), keys=keys)
        facets = ["year", "symbol"] if question.kind == "facets" else None
        found = self.searcher.search(
            self._query(question), limit=TOP, filter=_limits(question), groupedby=facets
        )
        best = found[:TOP]  # an answer with groups has no limit
        hits = [(hit["key"], hit["text"], hit.highlights("text", top=1)) for hit in best]
        return Answer(
            total=len(found),
            keys=tuple(key for key, _, _ in hits),
            marked=sum('class="match' in snippet for _, _, snippet in hits),
            counted=sum(len(found.groups(name)) for name in facets or ()),
        )

    def _terms(self, text: str) -> list[str]:
        return [token.text for token in self.analyzer(text, mode="query")]

    def _query(self, question: Question) -> Any:
        from whoosh import query  # noqa: PLC0415  # as above
        from whoosh.query.spans import SpanNear  # noqa: PLC0415  # as above

        words = question.words
        match question.kind:
            case "prefix":
                return query.Prefix("text", words[0])
            case "fuzzy":  # the first letter may be the wrong one
                return query.FuzzyTerm("text", words[0], maxdist=1, prefixlength=0)
        parts = [self._sequence(word) for word in words]
        match question.kind:
            case "AND":
                return query.And(parts)
            case "OR" | "ten names" | "entity":
                return query.Or(parts)
            case "NEAR":
                return SpanNear(*parts, slop=DISTANCE, ordered=False)
        return parts[0]

    def _sequence(self, text: str) -> Any:
        from whoosh import query  # noqa: PLC0415  # as above

        terms = self._terms(text)
        if not terms:
            return query.NullQuery
        return query.Term("text", terms[0]) if len(terms) == 1 else query.Phrase("text", terms)


def _limits(question: Question) -> Any:
    from whoosh import query  # noqa: PLC0415  # as above

    if question.kind != "filters":
        return None
    symbol = query.Or([query.Term("symbol", question.symbol), query.Prefix("symbol", question.symbol + "/")])
    return query.And([symbol, query.NumericRange("year", *question.years)])
