"""What is searched, and which part of the answer is wanted in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypedDict, get_args

import msgspec

from indexer.errors import UsageError
from indexer.query import FACETS, FILTERS
from indexer.query.filters import filter_tree
from indexer.query.tree import Node, Query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from indexer.query.filters import Filter

Sort = Literal["rank", "date", "oldest", "symbol"]
"""Best first; by date, newest or oldest first; by symbol, numbers in it by their value."""

Grouping = Literal["none", "doc"]
"""What limit and offset count: paragraphs, or documents."""

_SORTS, _GROUPINGS = get_args(Sort), get_args(Grouping)


class Wanted(TypedDict, total=False):
    """Which records are wanted, how many, and in which order; `Index.search` describes each."""

    symbol: Filter
    body: Filter
    year: Filter
    lang: Filter
    section: Filter
    kind: Filter
    position: Filter
    entity: Filter
    limit: int | None
    offset: int
    sort: Sort
    group: Grouping
    per_document: int | None
    context: int
    kwic: int
    facets: Sequence[str]
    explain: bool
    count_only: bool


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One search, as sound values; see `Index.search` for what they mean.

    Attributes:
        query: What the records must answer.
        like: A reference to records that they must be like instead.
        limits: The filters.
    """

    query: Query
    like: str = ""
    limits: Node | None = None
    exact: bool = False
    expand: bool = True
    limit: int | None = 10
    offset: int = 0
    sort: Sort = "rank"
    group: Grouping = "none"
    per_document: int | None = 3
    context: int = 0
    kwic: int = 0
    facets: tuple[str, ...] = ()
    explain: bool = False

    @property
    def end(self) -> int | None:
        """How many of the first paragraphs or documents hold those that are wanted; None for all."""
        return None if self.limit is None else self.offset + self.limit


def make_request(
    query: Query | None,
    *,
    like: str = "",
    exact: bool = False,
    expand: bool = True,
    **wanted: Unpack[Wanted],
) -> Request:
    """Return the request for what a caller wants; without a query, all that the filters let through.

    Raises:
        UsageError: A filter or number makes no sense.
    """
    shape: dict[str, Any] = {**wanted}
    limits = filter_tree({name: shape.pop(name, None) for name in FILTERS})
    if query is None:
        if limits is None:
            raise UsageError("a query or a filter is needed")
        query, limits = Query(text=str(limits), root=limits), None
    if shape.pop("count_only", False):
        shape["limit"] = 0
    facets = shape.pop("facets", ())
    request = Request(
        query=query,
        like=like,
        limits=limits,
        exact=exact,
        expand=expand,
        facets=(facets,) if isinstance(facets, str) else tuple(dict.fromkeys(facets)),
        **shape,
    )
    _check(request)
    return request


def _check(request: Request) -> None:
    if min(request.limit or 0, request.offset, request.context, request.kwic) < 0:
        names = ("limit", "offset", "context", "kwic")
        name = next(name for name in names if (getattr(request, name) or 0) < 0)
        raise UsageError(f"{name} cannot be negative")
    if request.per_document is not None and request.per_document < 1:
        raise UsageError("per_document must be 1 at least")
    for name, asked, choices in (("sort", request.sort, _SORTS), ("group", request.group, _GROUPINGS)):
        if asked not in choices:
            raise UsageError(f"{name} must be one of {', '.join(choices)}, not {asked}")
    for field in request.facets:
        if field not in FACETS:
            raise UsageError(f"there is no facet “{field}”; choose from {', '.join(FACETS)}")
