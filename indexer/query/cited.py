"""A citation in a query -> the records it points to, and what finds those that cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.errors import CitationSyntaxError, QuerySyntaxError, SymbolSyntaxError
from indexer.grammar.citations import parse_citation
from indexer.query.fields import cited_places
from indexer.query.naming import naming
from indexer.query.pinpoint import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indexer.query.tree import Node
    from indexer.store import StoreReader


class Cited(NamedTuple):
    """What a citation asks of an index.

    Attributes:
        ids: Of the records it points to.
        citing: The terms of those that cite them.
        naming: What finds those that name them in their own words, if anything does.
    """

    ids: Sequence[str]
    citing: Sequence[str]
    naming: Node | None


def read_cited(reader: StoreReader, query: str, text: str) -> Cited:
    """Return what a citation asks for.

    Args:
        reader: Of the index.
        query: The whole query, to say where an error lies.
        text: The citation in it.

    Raises:
        QuerySyntaxError: It cannot be read.
    """
    try:
        citation = parse_citation(text)
        shown = show(reader, text, lang="all")
    except (CitationSyntaxError, SymbolSyntaxError) as error:
        start = max(query.find(text), 0)
        raise QuerySyntaxError(error.message, source=query, span=(start, start + len(text))) from error
    return Cited([record.id for record in shown.records], cited_places(reader, citation), naming(citation))
