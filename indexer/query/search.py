"""One search: expand, compile, collect, show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from indexer.query import FILTERS
from indexer.query.adjacent import Adjacent
from indexer.query.answer import hits
from indexer.query.capitals import without_capitals
from indexer.query.collect import count_documents, facet_counts, matches
from indexer.query.combined import And, Level
from indexer.query.compile import Compiler
from indexer.query.expand import expand
from indexer.query.in_context import InContext
from indexer.query.notices import expanded, left_out, read_as_words, small_operators
from indexer.query.of_document import OfDocument
from indexer.query.other_spellings import other_spellings
from indexer.query.parser import parse_query
from indexer.query.request import make_request
from indexer.query.results import SearchResults
from indexer.store.terms import INDIRECT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from indexer.model import Hit, Occurrence
    from indexer.query.collection import Collection
    from indexer.query.commits import Commit, Commits, OneCommit
    from indexer.query.finder import Finder
    from indexer.query.plan import Plan
    from indexer.query.request import Request, Wanted
    from indexer.query.tree import Node, Query
    from indexer.store.ascending import Numbers


class _Asked(NamedTuple):
    """What a request asks of an index.

    Attributes:
        query: As typed; where paragraphs are to be like others, the telling words of those.
        root: Its tree as it is searched.
        plan: What answers, without the filters.
        compiler: What compiled the tree: it knows the marks, and the leaves of scores.
        make: Gives another compiler, for what is asked beside the tree.
        notices: What was made of the query.
    """

    query: Query
    root: Node
    plan: Plan
    compiler: Compiler
    make: Callable[[], Compiler]
    notices: list[str]


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
    return run(commits.newest(), make_request(query, exact=exact, expand=expand, **wanted))


def run(commit: Commit, request: Request) -> SearchResults:
    """Return the answer of a commit to a request."""
    whole = commit.whole
    asked = _likeness(whole, request) if request.like else _query(commit, request)
    plan = asked.plan
    if request.limits is not None:
        plan = And([plan, Level(asked.make().compile(request.limits), 0.0)])
    plan = OfDocument(plan)
    found = matches(whole, plan)
    total = sum(map(len, found))
    notices = asked.notices if request.like else [*asked.notices, *_remarks(whole, request, asked, found)]
    finder = whole.finder(asked.compiler.marks)
    shown = hits(whole, plan, found, request, finder=finder)
    return SearchResults(
        query=msgspec.structs.replace(asked.query, root=asked.root),
        total=total,
        documents=count_documents(whole, plan, found),
        hits=shown,
        occurrences=_occurrences(shown, request.kwic, finder) if request.kwic else (),
        notices=tuple(dict.fromkeys(notices)),
        explain=_explained(whole, request, asked, plan, shown) if request.explain else "",
        facets={field: facet_counts(whole, found, field) for field in request.facets},
        generation=commit.generation,
        request=request,
    )


def _query(commit: Commit, request: Request) -> _Asked:
    """Return what a query asks: its words, with names for acronyms and the other way round."""
    query, whole = request.query, commit.whole
    root, ordinary = without_capitals(query.root, lambda word: commit.names.named(word) is not None)
    root = expand(root, commit.names) if request.expand else root
    make = partial(Compiler, whole, query, exact=request.exact)
    compiler = make()
    plan: Plan = InContext(compiler.compile(root), compiler.words, INDIRECT)
    plan = Adjacent(plan, compiler.pairs) if compiler.pairs else plan
    notices = [*left_out(query.ignored), *read_as_words(root, ordinary), *expanded(root), *compiler.notices]
    return _Asked(query, root, plan, compiler, make, notices)


def _likeness(whole: Collection, request: Request) -> _Asked:
    """Return what asks for paragraphs like those of a reference."""
    from indexer.query.similar import similar  # noqa: PLC0415 - few searches need it

    seed = similar(whole, request.like)
    make = partial(Compiler, whole, seed.query, exact=request.exact)
    compiler = make()
    compiler.compile(seed.query.root)  # for the marks; the plan has weights of its own
    return _Asked(seed.query, seed.query.root, seed.plan, compiler, make, [*seed.notices])


def _remarks(whole: Collection, request: Request, asked: _Asked, found: Sequence[Numbers]) -> list[str]:
    """Return what there is to say about a query beside its answer."""
    query, root = asked.query, asked.root
    told = [] if query.any_word else small_operators(root)
    if request.expand:
        told += other_spellings(whole, root, asked.make)
    if not any(map(len, found)):
        from indexer.query.diagnose import why_empty  # noqa: PLC0415 - as above

        told += why_empty(whole, root, request.limits, asked.make)
    elif request.limits is not None or ":" in query.text:
        from indexer.query.held import unheld  # noqa: PLC0415 - as above

        told += unheld(whole.reader, query.root, request.limits)
    if request.limits is not None or ":" in query.text or "year" in request.facets:
        from indexer.query.undated import undated  # noqa: PLC0415 - as above

        counted = found if "year" in request.facets else None
        told += undated(whole, root, request.limits, asked.make, any_word=query.any_word, counted=counted)
    return told


def _explained(whole: Collection, request: Request, asked: _Asked, plan: Plan, shown: Sequence[Hit]) -> str:
    from indexer.query.explain import explain, explain_scores  # noqa: PLC0415 - as above

    tree = explain(whole, asked.query.root, asked.root, request.limits, asked.make)
    return "\n".join([*tree, *explain_scores(whole, plan, asked.compiler, shown)])


def _occurrences(hits: Sequence[Hit], width: int, finder: Finder) -> tuple[Occurrence, ...]:
    from indexer.query.concordance import occurrences  # noqa: PLC0415 - as above

    return tuple(occurrences(hits, width, finder))
