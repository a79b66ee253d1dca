"""Citations: a document and places in it, typed by a person or standing in running text.

The names that other rooms use; citation.py, typed_citations.py and running_citations.py hold the work.
"""

from __future__ import annotations

from indexer.grammar.citation import Citation, Relation
from indexer.grammar.cite_forms import format_citation
from indexer.grammar.pinpoints import Pinpoint
from indexer.grammar.running_citations import find_citations
from indexer.grammar.typed_citations import parse_citation, try_parse_citation

__all__ = [
    "Citation",
    "Pinpoint",
    "Relation",
    "find_citations",
    "format_citation",
    "parse_citation",
    "try_parse_citation",
]
