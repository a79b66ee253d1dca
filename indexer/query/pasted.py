"""A web address, or a reference with its title before it -> the citation in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from indexer.grammar.citations import (
    Citation,
    find_citations,
    names_place,
    parse_citation,
    try_parse_citation,
)
from indexer.grammar.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

_STOPS = ".,;: "
_BETWEEN = lazy(r"\s*+(?:[,;]\s*+)?(?:(?:and|et|y|и|&)\s)?\s*+(?:(?:see\s)?also\s)?", ignore_case=True)
_CLOSED = lazy(r"[\s.,;:)\]\"'”’»]*+(?:[(\[][^()\[\]]{0,30}(?:19|20)\d\d[)\]])?[\s.,;:)\]\"'”’»]*$|&\S*$")
"""What may stand behind a citation: closing marks, a date in brackets, the rest of a link."""


def _key(citation: Citation) -> str:
    return citation.symbol.key if citation.symbol is not None else ""


def citation_in(text: str, document_of: Callable[[Citation], str] = _key) -> tuple[str, Citation] | None:
    """Return the citation that other text stands around, as it is written and as it is read.

    The document may be named twice, as law reviews do: "G.A. Res. 60/251, U.N. Doc. A/RES/60/251, ¶ 2".

    Args:
        text: What cannot be read as a whole.
        document_of: Tells which document a citation is of.

    >>> citation_in("Report of the Forum: Chile, A/HRC/9/8, para. 10.")[0]
    'A/HRC/9/8, para. 10'
    >>> citation_in("A/HRC/9/8, para. 10, and what else"), citation_in("A/HRC/9/8 and A/HRC/9/9")
    (None, None)
    """
    text = unquote(text) if "%2f" in text.lower() else text
    found = _documents_in(text)
    if not found:
        return None
    start, end = found[0][0], found[-1][1]
    behind = try_parse_citation(text[start:]) if start else None
    if behind is not None and _is_document(behind):
        if not behind.pinpoints and names_place(text[:start]):
            return None  # of which it may be, or not
        return _written(text, start, len(text)), behind
    placed = [entry for entry in found if entry[2].pinpoints]
    documents = {document_of(citation) for _, _, citation in found}
    is_certain = len(documents) == 1 and len(placed) < 2 and (len(found) > 1 or text[end : end + 1] == "&")
    if not is_certain or not _CLOSED.match(text, end):
        return None
    start, end, _ = (placed or found)[-1]
    return _written(text, start, end), parse_citation(text[start:end])


def _written(text: str, start: int, end: int) -> str:
    """Return a piece of text as it is told, with the bracket that opens right before it."""
    return text[start - (text[start - 1 : start] == "(") : end].rstrip(_STOPS)


def names_several(text: str) -> list[str]:
    """Return the citations in a text, as each must be given alone, when they are of several documents.

    >>> names_several("A/HRC/9/8 and Add.1, para. 10")
    ['A/HRC/9/8', 'A/HRC/9/8/Add.1, para. 10']
    """
    found = [citation for _, _, citation in _documents_in(text)]
    is_one = len({(_key(citation), citation.name) for citation in found}) < 2
    return [] if is_one else [_alone(citation) for citation in found]


def _alone(citation: Citation) -> str:
    """Return a citation so that it can be read by itself: "Add.1" with its document."""
    read = try_parse_citation(citation.text)
    if citation.symbol is None or (read is not None and read.symbol == citation.symbol):
        return citation.text
    _, comma, places = citation.text.partition(",")
    return f"{citation.symbol}{comma}{places}"


def cited_together(text: str) -> list[str]:
    """Return the citations of a list, each of them of places, that commas or "and" part; else none.

    >>> cited_together("A/HRC/9/8, paras. 3–5, and A/HRC/9/9, para. 6")
    ['A/HRC/9/8, paras. 3–5', 'A/HRC/9/9, para. 6']
    >>> cited_together("A/HRC/9/8 and A/HRC/9/9, para. 6")
    []
    """
    found = _documents_in(text)
    if len(found) < 2:
        return []
    edges = [0, *(edge for start, end, _ in found for edge in (start, end)), len(text)]
    first, *between, last = (text[at:end] for at, end in zip(edges[::2], edges[1::2], strict=True))
    is_list = all(map(_BETWEEN.fullmatch, between)) and not first.strip()
    if not is_list or last.strip(_STOPS) or not all(citation.pinpoints for _, _, citation in found):
        return []
    return [_alone(citation) for _, _, citation in found]


def cited_apart(text: str) -> list[str]:
    """Return the citations of a list, each with its document, that semicolons part; none for anything else.

    >>> cited_apart("A/HRC/9/8, para. 3; para. 5; ibid., para. 7; and A/HRC/9/9")
    ['A/HRC/9/8, para. 3; para. 5', 'A/HRC/9/8, para. 7', 'A/HRC/9/9']
    >>> cited_apart("A/HRC/9/8, para. 3; ibid.")
    ['A/HRC/9/8, para. 3', 'A/HRC/9/8, para. 3']
    """
    found: list[str] = []
    document = ""
    for piece in text.split(";"):
        cited = piece.strip().removeprefix("and ")
        one = try_parse_citation(cited)
        if one is not None and one.relation == "ibid" and document:
            place = cited.partition(" ")[2]
            found.append(f"{document}, {place}" if place else found[-1])
        elif one is not None and (one.document is not None or one.relation in {"act", "case"}):
            document = one.document or ""
            found.append(cited)
        elif found:
            found[-1] += f";{piece}"
        else:
            return []
    return found if len(found) > 1 and all(map(try_parse_citation, found)) else []


def _documents_in(text: str) -> list[tuple[int, int, Citation]]:
    return [entry for entry in find_citations(text, any_case=True) if _is_document(entry[2])]


def _is_document(citation: Citation) -> bool:
    return citation.symbol is not None or citation.relation == "case"
