"""Text -> query -> results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.query.index import Index, open_index
    from indexer.query.parser import parse_query
    from indexer.query.request import Grouping, Sort
    from indexer.query.results import CheckResult, Group, IndexInfo, SearchResults
    from indexer.query.shown import ShowResult
    from indexer.query.tree import Query

FACETS = ("body", "year", "lang", "document", "symbol", "section", "kind", "entity", "date")
"""What an answer can be counted by."""

_HOMES = {
    "CheckResult": "results",
    "Group": "results",
    "Grouping": "request",
    "Index": "index",
    "IndexInfo": "results",
    "Query": "tree",
    "SearchResults": "results",
    "ShowResult": "shown",
    "Sort": "request",
    "open_index": "index",
    "parse_query": "parser",
}

__all__ = [
    "FACETS",
    "CheckResult",
    "Group",
    "Grouping",
    "Index",
    "IndexInfo",
    "Query",
    "SearchResults",
    "ShowResult",
    "Sort",
    "open_index",
    "parse_query",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading only the module that holds it."""
    from importlib import import_module  # noqa: PLC0415 - needed once per name

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
