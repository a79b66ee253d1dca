"""PDF -> pages of lines, those without usable text recognised in pictures of them."""

from __future__ import annotations

import contextlib
import functools
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from indexer.errors import EmptyReportError, LimitError, MissingToolError
from indexer.extract.pdf import open_pdf, read_pages
from indexer.extract.pdf_forms import load_page
from indexer.extract.pdf_grey import draw_grey
from indexer.extract.tesseract import LANGUAGES, Standing, find_tesseract, lacks
from indexer.grammar.language import guess_language
from indexer.grammar.legibility import page_fault
from indexer.model import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from indexer.extract.base import Recognition
    from indexer.extract.pdf_grey import Picture
    from indexer.extract.tesseract import Tesseract
    from indexer.model import ExtractedDocument, SourceFile

_SURE = 0.75  # confidence: a page read worse may stand another way or be in another script
_LEAST = 0.6  # what is read worse is no text: drawings, handwriting (the worst real page measured has .65)
_AS_SURE = 0.05  # the confidence of two languages differs by as much without a reason
_RICHER = 2  # times the characters of the text layer: a picture of a cover gives no more than its layer


class ScanExtractor:
    """Reads PDF files whose pages may be pictures."""

    def __init__(self, recognition: Recognition) -> None:
        self._recognition = recognition

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Return the pages of a PDF, with what was recognised on those that have no usable text.

        Raises:
            EncryptedReportError: It opens only with a password.
            DamagedReportError: PDFium cannot open it.
            EmptyReportError: It has no pages, or nothing is recognised on them and there is no other text.
            MissingToolError: There is no other text, and tesseract is not installed.
            LimitError: There is no other text, and recognising took too long.
        """
        document = read_pages(source)
        wanted = pages_to_recognise(document.pages)
        if not wanted:
            return msgspec.structs.replace(document, ocr=True)
        has_text = any(page.lines for page in document.pages)
        try:
            tesseract = find_tesseract(source.path)
        except MissingToolError as error:
            if not has_text:
                raise
            return msgspec.structs.replace(document, warnings=(*document.warnings, error.reason))
        pages, late, lacking = self._recognise(tesseract, document, wanted)
        if not any(page.lines for page in pages):
            if late:
                raise LimitError(source.path, late[0])
            raise EmptyReportError(
                source.path, "; ".join(("no text is recognised in the pictures of its pages", *lacking))
            )
        recognised = any(line.confidence is not None for page in pages for line in page.lines)
        return msgspec.structs.replace(
            document,
            pages=tuple(pages),
            method="ocr" if recognised else "text",
            ocr=True,
            warnings=(*document.warnings, *late, *lacking),
        )

    def _recognise(
        self, tesseract: Tesseract, document: ExtractedDocument, wanted: Sequence[int]
    ) -> tuple[list[Page], list[str], list[str]]:
        """Return all pages with those recognised that are wanted, what took too long, and what is lacking."""
        pages, late = list(document.pages), []
        reader = _PageRecogniser(tesseract, document.source.path)
        with open_pdf(document.source) as (raw, handle, _):
            for at in wanted:
                try:
                    until = time.monotonic() + self._recognition.seconds
                    pages[at] = reader.read(raw, handle, pages[at], until)
                except LimitError:  # of the call that was running, which need not have had the whole time
                    limit = f"{self._recognition.seconds:g} seconds"
                    late.append(f"page {pages[at].number} is not recognised: it took more than {limit}")
                self._recognition.on_page()
        return pages, late, [lacks(language) for language in sorted(reader.lacking)]


def pages_to_recognise(pages: Sequence[Page]) -> list[int]:
    """Return the positions of the pages without usable text: all of them where none has any."""
    if not any(page.lines for page in pages):
        return list(range(len(pages)))
    return [at for at, page in enumerate(pages) if page_fault(page) is not None and not page.sheet]


def _is_better(reading: _Reading, page: Page) -> bool:
    """Whether a reading says more than the text layer of its page, which may be a title over a picture."""
    if page_fault(page) == "no-text-page" and page.lines:
        return reading.confidence >= _SURE and _length(reading.page) >= _RICHER * _length(page)
    return reading.confidence >= _LEAST


def _length(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


class _Reading(NamedTuple):
    """A page as read in one way."""

    page: Page
    standing: Standing
    confidence: float
    noted: int


class _PageRecogniser:
    """Recognises the pages of one document, most of which are in one language.

    Attributes:
        lacking: Languages of pages that tesseract has not.
    """

    def __init__(self, tesseract: Tesseract, path: str) -> None:
        self._tesseract = tesseract
        self._path = path
        self._default = next(iter(tesseract.languages))
        self._language: str | None = None
        self._noted = 0  # the last note of the pages before
        self.lacking: set[str] = set()

    def read(self, raw: Any, document: Any, page: Page, until: float) -> Page:
        """Return the page as recognised, or as it is where that says more.

        It is read in the language of the page before. Where there is none, or the words are doubtful, the
        program is asked how the page stands and in which script; and where the words are of another language,
        they are read again in that one. Of several readings the surest is taken, and of two as sure as each
        other the one in the language of the words.

        Raises:
            LimitError: It took longer than until the time given.
        """
        handle = load_page(raw, document, page.number - 1)
        if not handle:
            return page
        try:
            best = self._surest(
                page.number, functools.cache(functools.partial(draw_grey, raw, handle)), until
            )
        finally:
            raw.FPDF_ClosePage(handle)
        if best.confidence >= _SURE:
            self._language = best.standing.language
        if not _is_better(best, page):
            return page
        self._noted = best.noted
        return best.page

    def _surest(self, number: int, draw: Callable[[int], Picture], until: float) -> _Reading:
        def read(standing: Standing) -> _Reading:
            return self._read(number, draw(standing.turn), standing, until)

        def look() -> Standing:
            seen = self._tesseract.standing(draw(0), until=until, path=self._path)
            return seen._replace(language=seen.language or self._default)

        standing = look() if self._language is None else Standing(0, self._language)
        seen, best = standing, read(standing)
        if best.confidence < _SURE and self._language is not None and (seen := look()) != standing:
            best = _surer(best, read(seen))
        if best.confidence < _SURE and seen.lacking:
            self.lacking.add(seen.lacking)
        spoken = guess_language("\n".join(line.text for line in best.page.lines))
        if spoken in LANGUAGES and spoken not in self._tesseract.languages:
            self.lacking.update([spoken] if best.confidence >= _LEAST else ())
        elif spoken != best.standing.language and spoken in self._tesseract.languages:
            again = read(best.standing._replace(language=spoken))
            if again.confidence > best.confidence - _AS_SURE:  # the words themselves speak for it
                best = again
        return best

    def _read(self, number: int, picture: Picture, standing: Standing, until: float) -> _Reading:
        language = standing.language or self._default
        from indexer.extract.ocr_lines import lines_of_table  # noqa: PLC0415 -- numpy, which only scans need
        from indexer.extract.pdf_underlines import without_underlines  # noqa: PLC0415 -- as above

        def recognised(drawn: Picture, *, lines: bool = False) -> str:
            clear = without_underlines(drawn)
            return self._tesseract.read(clear, language, until=until, path=self._path, lines=lines)

        def again(drawn: Picture) -> str:
            with contextlib.suppress(LimitError):  # what was read without it stays
                return recognised(drawn, lines=True)
            return ""

        found = lines_of_table(recognised(picture), picture, self._noted, again)
        page = Page(
            number=number,
            width=picture.width,
            height=picture.height,
            lines=found.lines,
            pictures=True,
            scanned=True,
            rules=found.rules,
            turn=picture.turn,
        )
        return _Reading(page, standing, found.confidence, found.noted)


def _surer(one: _Reading, other: _Reading) -> _Reading:
    return other if other.confidence > one.confidence else one
