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
    cited = _in_article(cited, record, page)
    return cited if record.copy == 1 else f"{cited} [copy {record.copy}]"


def _in_article(cited: str, record: Record, page: int | str | None) -> str:
    """Return the citation with the article for the words that count the units of a document."""
    if record.article is None:
        return cited  # nearly all
    inside = record.address.rpartition(".")[0].rpartition(".")[2]
    unit = record.address.rpartition(".")[2]
    counted = f"{inside}.{unit}" if inside[:1] == "s" and inside[1:].isdecimal() else unit
    place = format_citation(None, counted, kind=record.kind, number=record.number, page=page)
    if not cited.endswith(place):
        return cited
    paragraph = f" ({record.number})" if record.number is not None else ""
    return f"{cited.removesuffix(place)}art. {record.article}{paragraph}"
