"""One search: expand, compile, collect, order, cut, mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from whoosh import query as whoosh

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.model import Hit
from indexer.query.collect import collect, count_documents, facet_counts, ordered
from indexer.query.compile import Compiler
from indexer.query.diagnose import explain, why_empty
from indexer.query.engine_queries import Level
from indexer.query.expand import expand, expansion_notices
from indexer.query.fields import cited_places
from indexer.query.pinpoint import citation_of, show
from indexer.query.results import SearchResults, Sort
from indexer.query.snippets import highlights, record_matches, snippet
from indexer.query.tree import Node, Query  # noqa: TC001 - msgspec reads types at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.model import Record
    from indexer.query.collect import Found
    from indexer.query.compile import Marks
    from indexer.query.expand import Names
    from indexer.store import StoreReader


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched and what of the answer is wanted; see `Index.search`."""

    query: Query
    limits: Node | None
    exact: bool
    limit: int | None
    offset: int
    sort: Sort
    facets: tuple[str, ...]
    explain: bool


def run(reader: StoreReader, request: Request, names: Names | None) -> SearchResults:
    """Return the answer to a request.

    Args:
        reader: Of the index.
        request: What is wanted.
        names: What is known of names, None to leave them as typed.
    """
    query = request.query
    root = expand(query.root, names) if names is not None else query.root

    def make() -> Compiler:
        return Compiler(
            reader,
            query,
            exact=request.exact,
            citation_terms=lambda text: _citation_terms(reader, query, text),
        )

    compiler = make()
    wanted: Any = compiler.compile(root)
    if request.limits is not None:
        wanted = whoosh.And([wanted, Level(make().compile(request.limits), 0.0)])
    found = ordered(collect(reader, wanted), request.sort)
    end = None if request.limit is None else request.offset + request.limit
    notices = [*_ignored(query), *expansion_notices(root), *compiler.notices]
    if not found:
        notices.extend(why_empty(reader, root, request.limits, make))
    return SearchResults(
        query=msgspec.structs.replace(query, root=root),
        total=len(found),
        documents=count_documents(found),
        hits=_hits(reader, found[request.offset : end], request.offset, compiler.marks),
        notices=tuple(dict.fromkeys(notices)),
        explain=explain(reader, query.root, root, make) if request.explain else "",
        facets={field: facet_counts(reader, found, field) for field in request.facets},
    )


def _ignored(query: Query) -> list[str]:
    return [f"“{text}” holds no letter or digit and was left out" for text in query.ignored]


def _hits(reader: StoreReader, found: Sequence[Found], offset: int, marks: Marks) -> tuple[Hit, ...]:
    return tuple(
        _hit(reader.record_at(one.number), rank, one.score, marks)
        for rank, one in enumerate(found, offset + 1)
    )


def _hit(record: Record, rank: int, score: float, marks: Marks) -> Hit:
    matches = record_matches(record, marks)
    return Hit(
        **{name: getattr(record, name) for name in record.__struct_fields__},
        rank=rank,
        score=score,
        citation=citation_of(record),
        snippet=snippet(record, matches, marks),
        highlights=highlights(matches),
    )


def _citation_terms(reader: StoreReader, query: Query, text: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the ids of the records that a citation points to, and the terms of those that cite it."""
    try:
        citing = cited_places(parse_citation(text))
        shown = show(reader, text, lang="all")
    except (CitationSyntaxError, SymbolSyntaxError) as error:
        start = max(query.text.find(text), 0)
        raise QuerySyntaxError(error.message, source=query.text, span=(start, start + len(text))) from error
    return [record.id for record in shown.records], citing
