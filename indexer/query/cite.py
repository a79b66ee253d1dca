"""A record -> how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.grammar.cite_forms import format_citation

if TYPE_CHECKING:
    from indexer.model import Record


def citation_of(record: Record) -> str:
    """Return how to cite a record; a further one with the same id carries the number of its copy."""
    document = record.symbol or f"file:{record.source.path}"
    page = record.page_label or record.page
    cited = format_citation(document, record.address, kind=record.kind, number=record.number, page=page)
    return cited if record.copy == 1 else f"{cited} [copy {record.copy}]"
