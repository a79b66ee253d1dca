"""PDF files made of PDF files: saved again, stamped, shown turned, one behind another."""

from __future__ import annotations

import contextlib
import ctypes
import math
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


def save_stamped(path: Path, copy: Path) -> None:
    """Write a PDF with the docket of a court above each page, whence it comes below, and words across it."""
    with _opened(path) as document:
        for at, page in enumerate(_pages(document), 1):
            width, height = page.get_size()
            docket = f"Case 1:20-cv-01234   Document 45-3   Filed 05/12/24   Page {at} of {len(document)}"
            _print(document, page, docket, (70, height - 14), 9)
            _print(document, page, "Downloaded from lights.example by guest on 12 May 2024", (60, 14), 7)
            _print(document, page, "ADVANCE UNEDITED VERSION", (0.2 * width, 0.2 * height), 40, turn=52)
            page.gen_content()
        document.save(copy)


def _print(
    document: Any, page: Any, text: str, at: tuple[float, float], size: float, *, turn: float = 0
) -> None:
    """Print some words on a page, turned to the left by degrees."""
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    words = raw.FPDFPageObj_CreateTextObj(document, font, size)
    encoded = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
    raw.FPDFText_SetText(words, ctypes.cast(encoded, raw.FPDF_WIDESTRING))
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    raw.FPDFPageObj_Transform(words, cos, sin, -sin, cos, *at)
    raw.FPDFPageObj_SetFillColor(words, 200, 200, 200, 255)
    raw.FPDFPage_InsertObject(page, words)


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
