"""A reference pasted with words before it, such as the title of the report -> the citation alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from indexer.grammar.citations import find_citations

if TYPE_CHECKING:
    from indexer.grammar.citations import Citation

_TITLE = regex.compile(r"(?=.*\p{L}{2})[^/]*[\s(\[\"“”«]")
"""Words; no stroke, which would be a symbol with a slip."""

_END = regex.compile(r"[\s.,;:)\]\"“”»]*")


def behind_title(text: str) -> Citation | None:
    """Return the citation with which a text ends, when all before it is a title, else None.

    >>> str(behind_title("Report of the Group on Minorities (A/HRC/9/8), para. 10").symbol)
    'A/HRC/9/8'
    >>> behind_title("A/HRC/9/8 and A/HRC/9/9") is behind_title("minorities") is None
    True
    """
    found = list(find_citations(text, any_case=True))
    if len(found) != 1:
        return None
    start, end, citation = found[0]
    is_alone = _TITLE.fullmatch(text, 0, start) and _END.fullmatch(text, end)
    return citation if is_alone and citation.symbol is not None else None
