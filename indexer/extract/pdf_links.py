"""Links of a PDF page: they are set in a colour or underlined as headings are, and are none."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from indexer.extract.pdf_fonts import COLOURED, LINKED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indexer.extract.pdf_words import FoundWords


def mark_links(raw: Any, page: Any, found: FoundWords) -> None:
    """Mark the words of lines in a colour that are links to an address, from the first word to the last.

    Links within a document may stand on its headings.

    Args:
        raw: The raw module of the binding.
        page: The handle of the page, which is not turned.
        found: Its words.
    """
    if raw.FPDFPage_GetAnnotCount(page) <= 0:
        return  # most pages
    for _, group in groupby(range(len(found.groups)), key=found.groups.__getitem__):
        line = list(group)
        ends = (found.first[4 * at : 4 * at + 4] for at in (line[0], line[-1]))
        if found.styles[line[0]].face & COLOURED and all(_leads_out(raw, page, box) for box in ends):
            for at in line:
                style = found.styles[at]
                found.styles[at] = style._replace(face=style.face | LINKED)


def _leads_out(raw: Any, page: Any, box: Iterable[float]) -> bool:
    """Whether a link to an address lies on a character."""
    left, top, right, bottom = box
    link = raw.FPDFLink_GetLinkAtPoint(page, (left + right) / 2, (top + bottom) / 2)
    return bool(link) and raw.FPDFAction_GetType(raw.FPDFLink_GetAction(link)) == raw.PDFACTION_URI
