"""One search: expand, compile, collect, show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.query.adjacent import Adjacent
from indexer.query.answer import hits
from indexer.query.capitals import without_capitals
from indexer.query.collect import count_documents, facet_counts, matches
from indexer.query.combined import And, Level
from indexer.query.compile import Compiler
from indexer.query.expand import expand
from indexer.query.fields import cited_places
from indexer.query.in_context import InContext
from indexer.query.notices import expanded, left_out, read_as_words, small_operators
from indexer.query.of_document import OfDocument
from indexer.query.other_spellings import other_spellings
from indexer.query.parser import parse_query
from indexer.query.pinpoint import show
from indexer.query.request import FILTERS, make_request
from indexer.query.results import SearchResults
from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from indexer.model import Hit, Occurrence
    from indexer.query.collection import Collection
    from indexer.query.commits import Commits, OneCommit
    from indexer.query.expand import Names
    from indexer.query.finder import Finder
    from indexer.query.plan import Plan
    from indexer.query.request import Request, Wanted
    from indexer.query.similar import Seed
    from indexer.query.tree import Node, Query
    from indexer.store import StoreReader


def ask(
    commits: Commits | OneCommit,
    text: str,
    *,
    any_word: bool = False,
    exact: bool = False,
    expand: bool = True,
    **wanted: Unpack[Wanted],
) -> SearchResults:
    """Return the answer of the newest commit to a query as it is typed; see `Index.search`."""
    has_text = bool(text.strip()) or not any(wanted.get(name) for name in FILTERS)
    query = parse_query(text, any_word=any_word) if has_text else None
    request = make_request(query, exact=exact, expand=expand, **wanted)
    commit = commits.newest()
    return run(commit.reader, commit.whole, request, lambda: commit.names)


def run(
    reader: StoreReader, whole: Collection, request: Request, names: Callable[[], Names]
) -> SearchResults:
    """Return the answer to a request.

    Args:
        reader: Of the index.
        whole: The reader's records as they are searched.
        request: What is wanted.
        names: Gives what is known of names.
    """
    seed = _similar(reader, whole, request.like) if request.like else None
    query = seed.query if seed is not None else request.query
    root = query.root
    ordinary: tuple[str, ...] = ()
    if seed is None:
        root, ordinary = without_capitals(root, lambda word: names().named(word) is not None)
        root = expand(root, names()) if request.expand else root

    def make() -> Compiler:
        return Compiler(
            reader,
            whole,
            query,
            exact=request.exact,
            citation_terms=lambda text: _citation_terms(reader, query, text),
        )

    compiler = make()
    plan = _with_surroundings(compiler.compile(root), compiler)
    if seed is not None:
        plan = seed.plan  # the words are compiled all the same, for the marks
    if request.limits is not None:
        plan = And([plan, Level(make().compile(request.limits), 0.0)])
    plan = OfDocument(plan)
    found = matches(whole, plan)
    total = sum(map(len, found))
    notices = [*left_out(query.ignored), *read_as_words(root, ordinary), *expanded(root), *compiler.notices]
    if seed is not None:
        notices = [*seed.notices]
    elif not query.any_word:
        notices.extend(small_operators(root))
    if seed is None and request.expand:
        notices.extend(other_spellings(whole, root, make))
    if seed is None and total and (request.limits is not None or ":" in query.text):
        from indexer.query.held import unheld  # noqa: PLC0415 - few searches need it

        notices.extend(unheld(reader, query.root, request.limits))
    if seed is None and not total:
        from indexer.query.diagnose import why_empty  # noqa: PLC0415 - as above

        notices.extend(why_empty(whole, root, request.limits, make))
    finder = whole.finder(compiler.marks)
    shown = hits(whole, reader, plan, found, request, finder=finder)
    explained: list[str] = []
    if request.explain:
        from indexer.query.explain import explain, explain_scores  # noqa: PLC0415 - as above

        explained += explain(whole, query.root, root, request.limits, make)
        explained += explain_scores(reader, whole, plan, compiler, shown)
    return SearchResults(
        query=msgspec.structs.replace(query, root=root),
        total=total,
        documents=count_documents(whole, plan, found),
        hits=shown,
        occurrences=_occurrences(shown, request.kwic, finder) if request.kwic else (),
        notices=tuple(dict.fromkeys(notices)),
        explain="\n".join(explained),
        facets={field: facet_counts(whole, found, field) for field in request.facets},
        generation=reader.manifest.generation,
        request=request,
    )


def _similar(reader: StoreReader, whole: Collection, reference: str) -> Seed:
    from indexer.query.similar import similar  # noqa: PLC0415 - as above

    return similar(reader, whole, reference)


def _occurrences(hits: Sequence[Hit], width: int, finder: Finder) -> tuple[Occurrence, ...]:
    from indexer.query.concordance import occurrences  # noqa: PLC0415 - as above

    return tuple(occurrences(hits, width, finder))


def _with_surroundings(plan: Plan, compiler: Compiler) -> Plan:
    """Return a plan that scores title, headings and neighbouring words too."""
    plan = InContext(plan, compiler.words, INDIRECT)
    return Adjacent(plan, compiler.pairs) if compiler.pairs else plan


def _citation_terms(
    reader: StoreReader, query: Query, text: str
) -> tuple[Sequence[str], Sequence[str], Node | None]:
    """Return the ids of the records that a citation points to, and what finds those that cite it."""
    from indexer.query.naming import naming  # noqa: PLC0415 - few searches cite

    try:
        citation = parse_citation(text)
        shown = show(reader, text, lang="all")
    except (CitationSyntaxError, SymbolSyntaxError) as error:
        start = max(query.text.find(text), 0)
        raise QuerySyntaxError(error.message, source=query.text, span=(start, start + len(text))) from error
    return [record.id for record in shown.records], cited_places(citation), naming(citation)
