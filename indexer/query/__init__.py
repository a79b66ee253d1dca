"""Text -> query -> results."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.query.entities import EntityFacts, EntityRow, find_entities, list_entities, show_entity
    from indexer.query.index import Index, open_index
    from indexer.query.parser import parse_query
    from indexer.query.request import Grouping, Sort
    from indexer.query.results import CheckResult, Group, IndexInfo, SearchResults
    from indexer.query.shown import ShowResult
    from indexer.query.tree import Query

FACETS = ("body", "year", "lang", "document", "symbol", "section", "kind", "position", "entity", "date")
"""What an answer can be counted by."""

FILTERS = ("symbol", "body", "year", "lang", "section", "kind", "position", "entity")
"""What narrows an answer without being searched for."""

_HOMES = {
    "CheckResult": "results",
    "EntityFacts": "entities",
    "EntityRow": "entities",
    "Group": "results",
    "Grouping": "request",
    "Index": "index",
    "IndexInfo": "results",
    "Query": "tree",
    "SearchResults": "results",
    "ShowResult": "shown",
    "Sort": "request",
    "find_entities": "entities",
    "list_entities": "entities",
    "open_index": "index",
    "parse_query": "parser",
    "show_entity": "entities",
}

__all__ = [
    "FACETS",
    "FILTERS",
    "CheckResult",
    "EntityFacts",
    "EntityRow",
    "Group",
    "Grouping",
    "Index",
    "IndexInfo",
    "Query",
    "SearchResults",
    "ShowResult",
    "Sort",
    "find_entities",
    "list_entities",
    "open_index",
    "parse_query",
    "show_entity",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading only the module that holds it."""
    from importlib import import_module  # noqa: PLC0415 - needed once per name

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
