"""Tantivy through tantivy-py, with one thread that indexes."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, ClassVar

from tests.benchmarks.adapters.base import DISTANCE, TOP, Answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.benchmarks.adapters.base import Question, Searcher
    from tests.benchmarks.paragraphs import Document

_HEAP = 128_000_000
"""Bytes of memory for the writer: the default of tantivy-py."""

_MOST_VALUES = 65_000
"""Values of a field that are counted: all of them, where the default is ten."""


class Tantivy:
    """Text stemmed with positions; whole keys and symbols, a symbol's parts as a facet, fast years."""

    package: ClassVar[str] = "tantivy"
    frames: ClassVar[str] = "paragraphs"

    def __init__(self) -> None:
        self.library: Any = importlib.import_module("tantivy")

    def build(self, folder: Path, documents: Iterable[Document]) -> None:
        """One commit, merges waited for."""
        make, facet = self.library.Document, self.library.Facet.from_string
        writer = self.library.Index(self._schema(), path=str(folder)).writer(_HEAP, 1)
        for document in documents:
            for one in document:
                writer.add_document(
                    make(
                        key=one.key,
                        symbol=one.symbol,
                        path=facet(f"/{one.symbol}"),
                        year=one.year,
                        number=one.number,
                        page=one.page,
                        section="\n".join(one.section),
                        text=one.text,
                    )
                )
        writer.commit()
        writer.wait_merging_threads()

    def _schema(self) -> Any:
        builder = self.library.SchemaBuilder()
        builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("symbol", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
        builder.add_facet_field("path")
        builder.add_integer_field("year", stored=True, indexed=True, fast=True)
        builder.add_text_field("number", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_integer_field("page", stored=True)
        builder.add_text_field("section", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem", index_option="position")
        return builder.build()

    def open(self, folder: Path) -> Searcher:
        """A searcher that stays."""
        return _Searcher(self.library, self.library.Index.open(str(folder)))


class _Searcher:
    def __init__(self, library: Any, index: Any) -> None:
        self.library = library
        self.make = library.Query
        self.schema = index.schema
        self.searcher = index.searcher()
        stages = library.Filter
        tokens = library.TextAnalyzerBuilder(library.Tokenizer.simple())
        for stage in (stages.remove_long(40), stages.lowercase(), stages.stemmer("english")):
            tokens = tokens.filter(stage)
        self.analyzer = tokens.build()  # as "en_stem"

    def close(self) -> None:
        """Nothing need be said."""

    def answer(self, question: Question) -> Answer:
        if question.kind == "key":
            query = self.make.term_query(self.schema, "key", question.key)
            found = self.searcher.search(query, 1)
            shown = [self.searcher.doc(address) for _, address in found.hits]
            return Answer(total=found.count, keys=tuple(one["key"][0] for one in shown))
        query = self._query(question)
        found = self.searcher.search(self._limited(query, question), TOP)
        snippets = self.library.SnippetGenerator.create(self.searcher, query, self.schema, "text")
        keys, marked = [], 0
        for _, address in found.hits:
            one = self.searcher.doc(address)
            keys.append(one["key"][0])
            marked += "<b>" in snippets.snippet_from_doc(one).to_html()
        counted = self._facets(query) if question.kind == "facets" else 0
        return Answer(total=found.count, keys=tuple(keys), marked=marked, counted=counted)

    def _facets(self, query: Any) -> int:
        wanted = {field: {"terms": {"field": field, "size": _MOST_VALUES}} for field in ("year", "symbol")}
        counts = self.searcher.aggregate(query, wanted)
        return sum(len(counts[field]["buckets"]) for field in wanted)

    def _any_of(self, queries: Iterable[Any]) -> Any:
        return self.make.boolean_query([(self.library.Occur.Should, query) for query in queries])

    def _all_of(self, *queries: Any) -> Any:
        return self.make.boolean_query([(self.library.Occur.Must, query) for query in queries])

    def _sequence(self, text: str) -> Any:
        terms = self.analyzer.analyze(text)
        if not terms:  # a name without spaces, too long for its tokenizer
            return self.make.empty_query()
        if len(terms) == 1:
            return self.make.term_query(self.schema, "text", terms[0])
        return self.make.phrase_query(self.schema, "text", terms)

    def _query(self, question: Question) -> Any:
        words = question.words
        match question.kind:
            case "AND":
                return self._all_of(*map(self._sequence, words))
            case "OR" | "ten names" | "entity":
                return self._any_of(map(self._sequence, words))
            case "NEAR":  # a sloppy phrase keeps its order, so both orders are asked for
                there = [self.analyzer.analyze(word)[0] for word in words]
                return self._any_of(
                    self.make.phrase_query(self.schema, "text", order, slop=DISTANCE - 1)
                    for order in (there, there[::-1])
                )
            case "prefix":  # quicker than a regex query, which scores all alike and marks nothing
                found = self.searcher.terms_with_prefix("text", words[0])
                return self._any_of(self.make.term_query(self.schema, "text", term) for term, _ in found)
            case "fuzzy":
                return self.make.fuzzy_term_query(
                    self.schema, "text", words[0], distance=1, transposition_cost_one=False
                )
        return self._sequence(words[0])

    def _limited(self, query: Any, question: Question) -> Any:
        if question.kind != "filters":
            return query
        facet = self.library.Facet.from_string(f"/{question.symbol}")
        limits = (
            self.make.term_query(self.schema, "path", facet),
            self.make.range_query(self.schema, "year", self.library.FieldType.Integer, *question.years),
        )
        return self._all_of(query, *(self.make.const_score_query(limit, 0.0) for limit in limits))
