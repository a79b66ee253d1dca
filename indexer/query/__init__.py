"""Text -> query -> results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.first_use import at_first_use

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

if not TYPE_CHECKING:
    __getattr__ = at_first_use(
        globals(),
        {
            "entities": ("EntityFacts", "EntityRow", "find_entities", "list_entities", "show_entity"),
            "index": ("Index", "open_index"),
            "parser": ("parse_query",),
            "request": ("Grouping", "Sort"),
            "results": ("CheckResult", "Group", "IndexInfo", "SearchResults"),
            "shown": ("ShowResult",),
            "tree": ("Query",),
        },
    )
