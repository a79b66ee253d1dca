"""Which reader takes which format, and how its failures are told."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast, runtime_checkable

from indexer.errors import (
    DamagedReportError,
    EmptyReportError,
    LimitError,
    ReportError,
    UnsupportedFormatError,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from indexer.model import ExtractedDocument, SourceFile


PAGE_SECONDS = 60.0
"""Most wall time for one page; most take two to four on an old core."""


class Recognition(NamedTuple):
    """How pages without usable text are recognised.

    Attributes:
        seconds: Most wall time for one page.
        on_page: Called after each page.
    """

    seconds: float = PAGE_SECONDS
    on_page: Callable[[], None] = lambda: None


@runtime_checkable
class Extractor(Protocol):
    """Reads one format."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Pages of lines as printed.

        Raises:
            ReportError: The file cannot be read.
        """
        ...


EXTRACTORS = {
    "application/pdf": "indexer.extract.pdf:PdfExtractor",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "indexer.extract.docx:DocxExtractor"
    ),
    "application/msword": "indexer.extract.doc:DocExtractor",
    "application/rtf": "indexer.extract.rtf:RtfExtractor",
    "application/vnd.oasis.opendocument.text": "indexer.extract.odt:OdtExtractor",
    "text/html": "indexer.extract.html:HtmlExtractor",
    "text/markdown": "indexer.extract.markdown:MarkdownExtractor",
    "text/plain": "indexer.extract.text:TextExtractor",
}
"""Dotted name of the reader of each media type: it is imported only when a file of that type comes."""


def extract(source: SourceFile, recognition: Recognition | None = None) -> ExtractedDocument:
    """What the file holds, as printed.

    Args:
        source: The file.
        recognition: How pages of a PDF without usable text are recognised; None leaves them as they are.

    Raises:
        ReportError: The file cannot be read; the reason is one sentence, whatever went wrong inside.
    """
    name = EXTRACTORS.get(source.media_type)
    if name is None:
        raise UnsupportedFormatError(source.path, f"there is no reader for {source.media_type}")
    try:
        document = _reader(name, source, recognition).extract(source)
    except ReportError:
        raise
    except FileNotFoundError as error:
        raise DamagedReportError(source.path, "the file is gone since it was found") from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DamagedReportError(source.path, f"the file cannot be read: {reason}") from error
    except MemoryError as error:
        raise LimitError(source.path, "reading the file takes more memory than there is") from error
    except RecursionError as error:
        raise LimitError(source.path, "the content is nested deeper than can be followed") from error
    except Exception as error:  # a reader met bytes that nobody foresaw: this file fails, the run goes on
        said = " ".join(str(error).split())[:120]
        reason = (
            f"its content makes no sense to the reader ({type(error).__name__}{': ' if said else ''}{said})"
        )
        raise DamagedReportError(source.path, reason) from error
    if not any(line.text.strip() for page in document.pages for line in page.lines):
        raise EmptyReportError(source.path, "there is no text in it")
    return document


def _reader(name: str, source: SourceFile, recognition: Recognition | None) -> Extractor:
    if recognition is None or source.media_type != "application/pdf":
        return _load(name)
    from indexer.extract.scans import ScanExtractor  # noqa: PLC0415 -- as the other readers

    return ScanExtractor(recognition)


def _load(name: str) -> Extractor:
    module, _, attribute = name.partition(":")
    return cast("Extractor", getattr(importlib.import_module(module), attribute)())
