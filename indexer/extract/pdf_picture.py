"""One PDF page as a picture, turned as its lines were read."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

from indexer.errors import DamagedReportError, UsageError
from indexer.extract.pdf import open_pdf
from indexer.extract.pdf_calls import plain_calls
from indexer.extract.pdf_forms import load_page
from indexer.extract.pdf_page import PageReader
from indexer.model import PagePicture

if TYPE_CHECKING:
    from indexer.model import Page, SourceFile

_DOTS = 110  # an inch: small type can be read, and a page fits a screen
_POINTS = 72  # an inch
_MOST = 2000  # pixels of the longer side: pages may be as large as walls
_WHITE = 0xFFFFFFFF


def picture_page(source: SourceFile, number: int) -> PagePicture:
    """Return a page of a PDF as it looks, with its lines.

    Raises:
        ReportError: The file, or this page of it, cannot be opened.
        UsageError: It has no such page.
    """
    with open_pdf(source) as (raw, document, count):
        if not 1 <= number <= count:
            has = "1 page" if count == 1 else f"{count:,} pages"
            raise UsageError(f"{source.path}: there is no page {number}, the file has {has}")
        handle = load_page(raw, document, number - 1)
        if not handle:
            raise DamagedReportError(source.path, f"page {number} cannot be opened")
        reader = PageReader(raw, plain_calls())
        text = reader.load_text(handle)
        try:
            page = reader.read(number, handle, text)
            return _render(raw, handle, page)
        finally:
            if text:
                raw.FPDFText_ClosePage(text)
            raw.FPDF_ClosePage(handle)


def _render(raw: Any, handle: Any, page: Page) -> PagePicture:
    scale = min(_DOTS / _POINTS, _MOST / max(page.width, page.height, 1.0))
    width, height = max(1, round(page.width * scale)), max(1, round(page.height * scale))
    pixels = ctypes.create_string_buffer(3 * width * height)
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGR, pixels, 3 * width)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        # PDFium turns a page as the file says, which need not be how its words stand upright
        turn = (page.turn - raw.FPDFPage_GetRotation(handle)) % 4
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, turn, flags)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return PagePicture(page=page, scale=scale, width=width, height=height, pixels=pixels.raw)
