"""Results -> the text that `print` writes: citations with what was found or looked up."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.query.results import SearchResults
    from indexer.query.shown import ShowResult

_MOST = 100
"""Paragraphs that are written; all of them may be a hundred thousand."""


def results_text(results: SearchResults) -> str:
    """Return how many paragraphs there are, what there is to say, and the hits."""
    size = f"{results.total:,} paragraphs in {results.documents:,} documents"
    lines = [f"{hit.citation}\t{hit.page or ''}\t{hit.snippet}" for hit in results.hits[:_MOST]]
    return "\n".join([size, *results.notices, *lines, *_left_out(len(results.hits))])


def shown_text(shown: ShowResult) -> str:
    """Return what is missing, what there is to say, and each record below its citation."""
    pairs = islice(zip(shown.citations, shown.records, strict=True), _MOST)
    texts = [f"{citation}\n{record.text}" for citation, record in pairs]
    said = ["\n".join((*shown.misses, *shown.notices))] if shown.misses or shown.notices else []
    return "\n\n".join([*said, *texts, *_left_out(len(shown.records))])


def _left_out(count: int) -> list[str]:
    return [f"… and {count - _MOST:,} more"] if count > _MOST else []
