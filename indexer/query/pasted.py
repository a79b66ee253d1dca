"""A web address, or a reference with its title before it -> the citation at its end."""

from __future__ import annotations

from indexer.grammar.citations import Citation, find_citations, parse_citation

_CLOSING = ".,;:)]\"'”’»"


def citation_at_end(text: str) -> tuple[str, Citation] | None:
    """Return the citation that other text stands before, as it is written and as it is read.

    >>> citation_at_end("Report of the Forum: Chile, A/HRC/9/8, para. 10.")[0]
    'A/HRC/9/8, para. 10'
    >>> citation_at_end("A/HRC/9/8, para. 10, and what else"), citation_at_end("A/HRC/9/8 and A/HRC/9/9")
    (None, None)
    """
    found = list(find_citations(text))
    if len(found) != 1:
        return None
    start, end, citation = found[0]
    if not start or citation.symbol is None or text[end:].strip().strip(_CLOSING):
        return None
    written = text[start:end]
    return written, parse_citation(written)
