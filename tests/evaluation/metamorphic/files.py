"""PDF files made of PDF files: saved again, shown turned, one behind another."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def count_pages(path: Path) -> int:
    """How many pages a PDF has."""
    with _opened(path) as document:
        return len(document)


def save_again(path: Path, copy: Path) -> None:
    """Write a PDF as PDFium writes it."""
    with _opened(path) as document:
        document.save(copy)


def save_turned(path: Path, copy: Path, turn: int) -> None:
    """Write a PDF whose pages are shown turned to the right by quarter turns."""
    with _opened(path) as document:
        for page in _pages(document):
            page.set_rotation((page.get_rotation() + 90 * turn) % 360)
        document.save(copy)


def save_turned_back(path: Path, copy: Path) -> None:
    """Write a PDF that looks the same, its contents turned to the right and its pages shown turned back."""
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

    with _opened(path) as document:
        for page in _pages(document):
            left, bottom, right, top = page.get_cropbox()
            turned = raw.FS_MATRIX(0, -1, 1, 0, -bottom, right)
            clip = raw.FS_RECTF(0, right - left, top - bottom, 0)
            raw.FPDFPage_TransFormWithClip(page, turned, clip)
            page.set_mediabox(0, 0, top - bottom, right - left)
            page.set_cropbox(0, 0, top - bottom, right - left)
            page.set_rotation((page.get_rotation() + 270) % 360)
        document.save(copy)


def save_merged(paths: list[Path], merged: Path) -> None:
    """Write one PDF with the pages of all, in their order; tags of the files are lost in it."""
    import pypdfium2  # noqa: PLC0415 -- heavy

    with contextlib.closing(pypdfium2.PdfDocument.new()) as document:
        for path in paths:
            with _opened(path) as part:
                document.import_pages(part)
        document.save(merged)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 -- heavy

    with contextlib.closing(pypdfium2.PdfDocument(path)) as document:
        yield document


def _pages(document: Any) -> Iterator[Any]:
    for at in range(len(document)):
        with contextlib.closing(document[at]) as page:
            yield page
