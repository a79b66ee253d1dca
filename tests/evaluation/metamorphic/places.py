"""Extracted documents printed a little otherwise, or with pages missing."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from indexer.model import ExtractedDocument, Line, Page

JITTER = 0.2
"""Points by which a line is moved at most: what programs that print the same page differ by."""


def jittered(document: ExtractedDocument) -> ExtractedDocument:
    """Each line moved by up to JITTER in any direction, the same each time."""
    chance = random.Random(document.source.sha256)  # noqa: S311 -- no secret

    def move(line: Line) -> Line:
        return _placed(line, 1.0, chance.uniform(-JITTER, JITTER), chance.uniform(-JITTER, JITTER))

    return with_lines(document, move)


def scaled(document: ExtractedDocument, factor: float) -> ExtractedDocument:
    """Printed larger or smaller, paper and all."""
    return _with_pages(document, lambda page: _moved(page, factor, 0.0, 0.0))


def shifted(document: ExtractedDocument, right: float, down: float) -> ExtractedDocument:
    """All that is printed moved on the paper."""
    return _with_pages(document, lambda page: _moved(page, 1.0, right, down))


def without_rules(document: ExtractedDocument) -> ExtractedDocument:
    """No ruled line is known."""
    return _with_pages(document, lambda page: msgspec.structs.replace(page, rules=()))


def without_italics(document: ExtractedDocument) -> ExtractedDocument:
    """No type is known to be in italics."""
    return with_lines(document, lambda line: msgspec.structs.replace(line, italic=0.0, italic_lead=0))


def without_bold(document: ExtractedDocument) -> ExtractedDocument:
    """No type is known to be bold."""
    return with_lines(document, lambda line: msgspec.structs.replace(line, bold=0.0, bold_lead=0))


def with_pages(document: ExtractedDocument, numbers: Collection[int]) -> ExtractedDocument:
    """Only these pages are there, counted anew."""
    kept = [page for page in document.pages if page.number in numbers]
    pages = tuple(msgspec.structs.replace(page, number=at) for at, page in enumerate(kept, 1))
    return msgspec.structs.replace(document, pages=pages)


def with_lines(document: ExtractedDocument, change: Callable[[Line], Line]) -> ExtractedDocument:
    """Each line changed."""
    return _with_pages(
        document, lambda page: msgspec.structs.replace(page, lines=tuple(map(change, page.lines)))
    )


def _with_pages(document: ExtractedDocument, change: Callable[[Page], Page]) -> ExtractedDocument:
    return msgspec.structs.replace(document, pages=tuple(map(change, document.pages)))


def _moved(page: Page, factor: float, right: float, down: float) -> Page:
    return msgspec.structs.replace(
        page,
        width=page.width * factor,
        height=page.height * factor,
        lines=tuple(_placed(line, factor, right, down) for line in page.lines),
        rules=tuple((a * factor + right, b * factor + right, y * factor + down) for a, b, y in page.rules),
        panels=tuple(
            (a * factor + right, b * factor + down, c * factor + right, d * factor + down)
            for a, b, c, d in page.panels
        ),
    )


def _placed(line: Line, factor: float, right: float, down: float) -> Line:
    return msgspec.structs.replace(
        line,
        left=line.left * factor + right,
        right=line.right * factor + right,
        text_left=line.text_left * factor + right,
        top=line.top * factor + down,
        bottom=line.bottom * factor + down,
        size=line.size * factor,
    )
