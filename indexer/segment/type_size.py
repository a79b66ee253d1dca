"""Pages as if set in type of 10 points: for it all limits in points are meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from indexer.model import ExtractedDocument, Line, Page

_MEANT = 10.0  # points: in which reports of the United Nations are set


def scale_to_usual(document: ExtractedDocument) -> float:
    """Return by how much a document is enlarged until most of it is in the usual size; 1 without pages."""
    sizes: Counter[float] = Counter()
    for page in document.pages if document.paged else ():
        for line in page.lines:
            if line.role != "note":
                sizes[line.size] += len(line.text)
    alike: Counter[float] = Counter()
    for size, length in sizes.items():
        alike[round(size, 1)] += length
    size = max(alike, key=alike.__getitem__, default=_MEANT)
    return _MEANT / size if size else 1.0


def enlarged(document: ExtractedDocument, scale: float) -> ExtractedDocument:
    """Return a document printed larger or smaller, paper and all."""
    if scale == 1.0:
        return document
    pages = tuple(_enlarged_page(page, scale) for page in document.pages)
    return msgspec.structs.replace(document, pages=pages)


def _enlarged_page(page: Page, scale: float) -> Page:
    return msgspec.structs.replace(
        page,
        width=page.width * scale,
        height=page.height * scale,
        lines=tuple(_enlarged_line(line, scale) for line in page.lines),
        rules=tuple((left * scale, right * scale, y * scale) for left, right, y in page.rules),
        panels=tuple(
            (left * scale, top * scale, right * scale, bottom * scale)
            for left, top, right, bottom in page.panels
        ),
    )


def _enlarged_line(line: Line, scale: float) -> Line:
    return msgspec.structs.replace(
        line,
        left=line.left * scale,
        right=line.right * scale,
        text_left=line.text_left * scale,
        top=line.top * scale,
        bottom=line.bottom * scale,
        size=line.size * scale,
    )
