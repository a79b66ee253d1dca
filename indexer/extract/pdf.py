"""PDF -> pages of lines, read with PDFium."""

from __future__ import annotations

import contextlib
import ctypes
from typing import TYPE_CHECKING, Any

from indexer.errors import DamagedReportError, EmptyReportError, EncryptedReportError, NoTextError
from indexer.extract.pdf_calls import plain_calls
from indexer.extract.pdf_forms import load_page
from indexer.extract.pdf_page import PageReader
from indexer.extract.pdf_quotes import with_quotes
from indexer.extract.pdf_sheets import BROAD, pages_of_sheets
from indexer.extract.pdf_signs import with_meant_signs
from indexer.model import ExtractedDocument, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.extract.pdf_sheets import Half, Sheet
    from indexer.model import SourceFile

_ERROR_PASSWORD = 4  # FPDF_ERR_PASSWORD
_UNDRAWN = (
    "the pictures of scanned pages from page {} on took too long: bold type and note marks are not told"
)


class PdfExtractor:
    """Reads PDF files that have a text layer."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Return the pages of a PDF.

        Raises:
            EncryptedReportError: It opens only with a password.
            DamagedReportError: PDFium cannot open it.
            EmptyReportError: It has no pages.
            NoTextError: No page has a text layer.
        """
        document = read_pages(source)
        if not any(page.lines for page in document.pages):
            scanned = sum(page.pictures for page in document.pages)
            what = (
                f"{scanned} of {len(document.pages)} pages are pictures" if scanned else "its pages are empty"
            )
            raise NoTextError(source.path, f"the PDF has no text layer: {what}")
        return document


def read_pages(source: SourceFile) -> ExtractedDocument:
    """Return the pages of a PDF, which may have no text.

    Raises:
        EncryptedReportError: It opens only with a password.
        DamagedReportError: PDFium cannot open it.
        EmptyReportError: It has no pages.
    """
    with open_pdf(source) as (raw, document, count):
        reader = PageReader(raw, plain_calls(), tagged=bool(raw.FPDFCatalog_IsTagged(document)))
        pages = with_meant_signs(tuple(_read_pages(raw, document, count, reader)))
        pages, told = with_quotes(pages)
        warnings = (*told, *([_UNDRAWN.format(reader.undrawn)] if reader.undrawn else ()))
        return ExtractedDocument(source=source, pages=pages, title=_title(raw, document), warnings=warnings)


@contextlib.contextmanager
def open_pdf(source: SourceFile) -> Iterator[tuple[Any, Any, int]]:
    """Give the raw module of the binding, the handle of an open PDF, and how many pages it has.

    Raises:
        EncryptedReportError: It opens only with a password.
        DamagedReportError: PDFium cannot open it.
        EmptyReportError: It has no pages.
    """
    import pypdfium2  # noqa: PLC0415, F401 -- heavy, and its import initialises the library
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

    with open(source.location, "rb") as file:  # noqa: PTH123 -- the path may hold undecodable bytes
        data = file.read()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        code = raw.FPDF_GetLastError()
        if code == _ERROR_PASSWORD:
            raise EncryptedReportError(source.path, "the PDF opens only with a password; save a copy without")
        raise DamagedReportError(source.path, "the PDF cannot be opened: it is cut short or broken")
    try:
        count = raw.FPDF_GetPageCount(document)
        if count <= 0:
            raise EmptyReportError(source.path, "the PDF has no pages")
        yield raw, document, count
    finally:
        raw.FPDF_CloseDocument(document)


def _title(raw: Any, document: Any) -> str:
    length = raw.FPDF_GetMetaText(document, b"Title", None, 0)
    if not 2 < length <= 4096:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetMetaText(document, b"Title", buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip()


def _read_pages(raw: Any, document: Any, count: int, reader: PageReader) -> Iterator[Page]:
    halves = _pages_of_sheets(raw, document, count, reader)
    for index in range(count):
        with _open_page(raw, document, index, reader) as (handle, text):
            if not handle:
                yield Page(number=index + 1, width=0.0, height=0.0, lines=())
            elif not halves:
                yield reader.read(index + 1, handle, text)
            for nth, half in enumerate(halves if handle else (), 1):
                yield reader.read(2 * index + nth, handle, text, half=half, sheet=index + 1)


def _pages_of_sheets(raw: Any, document: Any, count: int, reader: PageReader) -> tuple[Half, ...]:
    """Return the two pages that each page of the file has side by side, nothing where it has one."""
    size = raw.FS_SIZEF()
    for index in range(count):
        if not raw.FPDF_GetPageSizeByIndexF(document, index, size) or size.width < BROAD * size.height:
            return ()
    return pages_of_sheets(_read_sheets(raw, document, count, reader))


def _read_sheets(raw: Any, document: Any, count: int, reader: PageReader) -> Iterator[Sheet | None]:
    """Give the words of every page, None of one that cannot be read."""
    for index in range(count):
        with _open_page(raw, document, index, reader) as (handle, text):
            yield reader.sheet(handle, text) if handle else None


@contextlib.contextmanager
def _open_page(raw: Any, document: Any, index: int, reader: PageReader) -> Iterator[tuple[Any, Any]]:
    """Give the handles of a page and of its text, None where there is none."""
    handle = load_page(raw, document, index)
    text = reader.load_text(handle) if handle else None
    try:
        yield handle, text
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        if handle:
            raw.FPDF_ClosePage(handle)
