"""One search: expand, compile, collect, order, cut, mark."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.model import Hit
from indexer.query.collect import (
    Found,
    by_place,
    count_documents,
    facet_counts,
    matches,
    ranked,
)
from indexer.query.compile import Compiler
from indexer.query.diagnose import why_empty
from indexer.query.expand import expand, expansion_notices
from indexer.query.explain import explain, explain_scores
from indexer.query.fields import cited_places
from indexer.query.pinpoint import citation_of, show
from indexer.query.plan import And, Level
from indexer.query.results import SearchResults, Sort
from indexer.query.snippets import Finder, highlights, record_matches, snippet
from indexer.query.tree import Node, Query  # noqa: TC001 - msgspec reads types at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from indexer.model import Record
    from indexer.query.collection import Collection
    from indexer.query.compile import Marks
    from indexer.query.expand import Names
    from indexer.query.plan import Plan
    from indexer.store import StoreReader

    Numbers = NDArray[Any]


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


def run(reader: StoreReader, whole: Collection, request: Request, names: Names | None) -> SearchResults:
    """Return the answer to a request.

    Args:
        reader: Of the index.
        whole: The reader's records as they are searched.
        request: What is wanted.
        names: What is known of names, None to leave them as typed.
    """
    query = request.query
    root = expand(query.root, names) if names is not None else query.root

    def make() -> Compiler:
        return Compiler(
            reader,
            whole,
            query,
            exact=request.exact,
            citation_terms=lambda text: _citation_terms(reader, query, text),
        )

    compiler = make()
    plan = compiler.compile(root)
    if request.limits is not None:
        plan = And([plan, Level(make().compile(request.limits), 0.0)])
    found = matches(whole, plan)
    total = sum(map(len, found))
    notices = [*_ignored(query), *expansion_notices(root), *compiler.notices]
    if not total:
        notices.extend(why_empty(whole, root, request.limits, make))
    hits = _hits(reader, whole, _wanted(reader, whole, plan, found, request), request.offset, compiler.marks)
    explained = []
    if request.explain:
        explained += explain(whole, query.root, root, request.limits, make)
        explained += explain_scores(reader, whole, plan, compiler, hits)
    return SearchResults(
        query=msgspec.structs.replace(query, root=root),
        total=total,
        documents=count_documents(whole, found),
        hits=hits,
        notices=tuple(dict.fromkeys(notices)),
        explain="\n".join(explained),
        facets={field: facet_counts(whole, found, field) for field in request.facets},
    )


def _wanted(
    reader: StoreReader, whole: Collection, plan: Plan, found: Sequence[Numbers], request: Request
) -> list[Found]:
    """Return the part of the answer that is wanted, in order."""
    if request.limit == 0:
        return []
    end = None if request.limit is None else request.offset + request.limit
    if request.sort == "rank":
        return ranked(whole, reader, plan, found, end)[request.offset :]
    numbers = by_place(whole, reader, found, request.sort)[request.offset : end]
    return [Found(number, _score_of(reader, whole, plan, number)) for number in numbers]


def _score_of(reader: StoreReader, whole: Collection, plan: Plan, number: int) -> float:
    nth = bisect_right(reader.offsets, number) - 1
    place = np.array([number - reader.offsets[nth]])
    return float(np.round(plan.score(whole, nth, place), 6)[0])


def _ignored(query: Query) -> list[str]:
    return [f"“{text}” holds no letter or digit and was left out" for text in query.ignored]


def _hits(
    reader: StoreReader, whole: Collection, found: Sequence[Found], offset: int, marks: Marks
) -> tuple[Hit, ...]:
    finder = Finder(marks, whole.spellings)
    return tuple(
        _hit(reader.record_at(one.number), rank, one.score, finder)
        for rank, one in enumerate(found, offset + 1)
    )


def _hit(record: Record, rank: int, score: float, finder: Finder) -> Hit:
    matches = record_matches(record, finder)
    return Hit(
        **dict(zip(record.__struct_fields__, msgspec.structs.astuple(record), strict=True)),
        rank=rank,
        score=score,
        citation=citation_of(record),
        snippet=snippet(record, matches, finder),
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
