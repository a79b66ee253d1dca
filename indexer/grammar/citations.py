"""Citations: a document and places in it, typed by a person or standing in running text.

The functions and names that other rooms use. usual_citations.py, typed_citations.py and running_citations.py
hold the work, and the last two are loaded when something needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.errors import CitationSyntaxError, SymbolSyntaxError
from indexer.first_use import at_first_use
from indexer.grammar.citation import Citation, Relation
from indexer.grammar.cite_forms import format_citation
from indexer.grammar.pinpoints import Pinpoint
from indexer.grammar.usual_citations import read_usual

if TYPE_CHECKING:
    from indexer.grammar.running_citations import begins_place, find_citations, names_place

__all__ = [
    "Citation",
    "Pinpoint",
    "Relation",
    "begins_place",
    "find_citations",
    "format_citation",
    "names_place",
    "parse_citation",
    "try_parse_citation",
]

if not TYPE_CHECKING:  # what is typed needs nothing for running text
    __getattr__ = at_first_use(
        globals(), {"running_citations": ("begins_place", "find_citations", "names_place")}
    )


def parse_citation(text: str) -> Citation:
    """Return the citation that text as a whole is.

    Read are a symbol, a resolution or an instrument by its name, "ibid.", a file, or a record id, with places
    behind it or before it, or a place alone.

    Raises:
        CitationSyntaxError: Part of it cannot be read, or its numbers make no sense.
        SymbolSyntaxError: It begins with something like a symbol that is none; a likely one is proposed.

    >>> citation = parse_citation("A/62/40 (Vol. I), annex VI, paras. 4 (g) and 875-77")
    >>> citation.document, citation.addresses
    ('A/62/40(Vol.I)', ('annex-VI.p4.g', 'annex-VI.p875', 'annex-VI.p876', 'annex-VI.p877'))
    """
    if (usual := read_usual(text)) is not None:
        return usual
    from indexer.grammar.typed_citations import read_typed  # noqa: PLC0415  # not for the usual form

    return read_typed(text)


def try_parse_citation(text: str) -> Citation | None:
    """Return the citation that text as a whole is, or None."""
    try:
        return parse_citation(text)
    except (CitationSyntaxError, SymbolSyntaxError):
        return None
