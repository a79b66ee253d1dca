"""PDF -> pages of lines, read with PDFium: one call a page for the text, positions at the ends of words."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import regex

from indexer.errors import DamagedReportError, EmptyReportError, EncryptedReportError, NoTextError
from indexer.extract.pdf_fonts import StyleReader, address_of_text_object
from indexer.extract.pdf_lines import Word, build_lines
from indexer.model import ExtractedDocument, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.extract.pdf_fonts import Style
    from indexer.model import SourceFile

_TOKEN = regex.compile(
    r"[^\s\u00a0\u0002\ufffe]+[\u0002\ufffe]?|[\u0002\ufffe]"
)  # PDFium's mark of a hyphen at a line end ends a word
_PDFIUM_HYPHEN = "\u0002"  # how PDFium marks a hyphen that ends a line
_ERROR_PASSWORD = 4  # FPDF_ERR_PASSWORD
_MAX_PATHS = 4000  # a drawing with more parts than this is an infographic, not the ruled lines of a page
_SCAN_SHARE = 0.5  # of the page covered by pictures


class PdfExtractor:
    """Reads PDF files."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Return the pages of a PDF.

        Raises:
            EncryptedReportError: It opens only with a password.
            DamagedReportError: PDFium cannot open it.
            EmptyReportError: It has no pages.
            NoTextError: No page has a text layer.
        """
        import pypdfium2  # noqa: PLC0415, F401 -- heavy, and its import initialises the library
        import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402 -- heavy; the raw module is used under its own name

        with open(source.location, "rb") as file:  # noqa: PTH123 -- the path may hold undecodable bytes
            data = file.read()
        document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            code = raw.FPDF_GetLastError()
            if code == _ERROR_PASSWORD:
                raise EncryptedReportError(
                    source.path, "the PDF opens only with a password; save a copy without"
                )
            raise DamagedReportError(source.path, "the PDF cannot be opened: it is cut short or broken")
        try:
            count = raw.FPDF_GetPageCount(document)
            if count <= 0:
                raise EmptyReportError(source.path, "the PDF has no pages")
            pages = tuple(_read_pages(raw, document, count))
            title = _title(raw, document)
        finally:
            raw.FPDF_CloseDocument(document)
        if not any(page.lines for page in pages):
            scanned = sum(page.pictures for page in pages)
            what = f"{scanned} of {count} pages are pictures" if scanned else "its pages are empty"
            raise NoTextError(
                source.path, f"the PDF has no text layer: {what}; it needs recognition (OCR) first"
            )
        return ExtractedDocument(source=source, pages=pages, title=title)


def _title(raw: Any, document: Any) -> str:
    length = raw.FPDF_GetMetaText(document, b"Title", None, 0)
    if not 2 < length <= 4096:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetMetaText(document, b"Title", buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace").strip()


def _read_pages(raw: Any, document: Any, count: int) -> Iterator[Page]:
    fonts: dict[int, tuple[bool, bool]] = {}
    for index in range(count):
        handle = raw.FPDF_LoadPage(document, index)
        if not handle:
            yield Page(number=index + 1, width=0.0, height=0.0, lines=())
            continue
        text = raw.FPDFText_LoadPage(handle)
        try:
            yield _PageReader(raw, handle, text, fonts).read(index + 1)
        finally:
            if text:
                raw.FPDFText_ClosePage(text)
            raw.FPDF_ClosePage(handle)


def _ruled_across(rules: tuple[tuple[float, float, float], ...], width: float) -> int:
    """Return at how many heights ruled lines, taken together, cross most of the page."""
    lengths: dict[int, float] = {}
    for left, right, y in rules:
        lengths[round(y)] = lengths.get(round(y), 0.0) + right - left
    return sum(length > 0.6 * width for length in lengths.values())


class _PageReader:
    """Reads the words, ruled lines and pictures of one page."""

    def __init__(self, raw: Any, page: Any, text: Any, fonts: dict[int, tuple[bool, bool]]) -> None:
        self.raw = raw
        self.page = page
        self.text_page = text
        self.text_handle = ctypes.cast(text, ctypes.c_void_p)
        self.get_object = address_of_text_object(raw)
        self.styles = StyleReader(raw, fonts)
        self.box = raw.FS_RECTF()
        self.x = ctypes.c_double()
        self.y = ctypes.c_double()

    def read(self, number: int) -> Page:
        raw = self.raw
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(self.page, bounds)
        self.bounds = (bounds.left, bounds.bottom, bounds.right, bounds.top)
        words = list(self._words()) if self.text_page else []
        turn = raw.FPDFPage_GetRotation(self.page) % 4
        if words:
            weight = [0, 0, 0, 0]
            for word in words:
                weight[word.turn] += len(word.text)
            turn = max(range(4), key=lambda k: weight[k])
        for word in words:
            self._turn_word(word, turn)
        width, height = bounds.right - bounds.left, bounds.top - bounds.bottom
        if turn % 2:
            width, height = height, width
        rules, pictures = self._drawings(turn, width * height)
        lines = build_lines(words, width, height, ruled=_ruled_across(rules, width))
        return Page(
            number=number,
            width=width,
            height=height,
            lines=lines,
            rules=rules,
            pictures=pictures and len(words) < 200,
        )

    def _turn(self, x: float, y: float, turn: int) -> tuple[float, float]:
        left, bottom, right, top = self.bounds
        if turn == 0:
            return x - left, top - y
        if turn == 1:
            return y - bottom, x - left
        if turn == 2:
            return right - x, y - bottom
        return top - y, right - x

    def _turn_word(self, word: Word, turn: int) -> None:
        ax, ay = self._turn(word.left, word.top, turn)
        bx, by = self._turn(word.right, word.bottom, turn)
        word.left, word.right = min(ax, bx), max(ax, bx)
        word.top, word.bottom = min(ay, by), max(ay, by)
        word.base = self._turn(word.base_x, word.base_y, turn)[1]
        word.turn = (word.turn - turn) % 4

    def _characters(self) -> str:
        """Return one character for each index of the text page."""
        raw, text = self.raw, self.text_page
        count = raw.FPDFText_CountChars(text)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(text, 0, count, buffer)
        units = bytes(buffer)[: max(0, written - 1) * 2]
        characters = units.decode("utf-16-le", "replace")
        if len(characters) == count:
            return characters
        # the text leaves characters out, or pairs of surrogates stand in it: one by one keeps the count
        codes = (raw.FPDFText_GetUnicode(text, i) for i in range(count))
        return "".join(
            chr(c) if 0 < c < 0xD800 or 0xDFFF < c < 0x110000 else "\ufffd" if c else " " for c in codes
        )

    def _words(self) -> Iterator[Word]:
        get_object, style_of = self.get_object, self.styles.style
        text = self.text_handle
        characters = self._characters()
        group = 0
        previous_end = 0
        for match in _TOKEN.finditer(characters):
            start, end = match.span()
            if "\n" in characters[previous_end:start] or "\r" in characters[previous_end:start]:
                group += 1
            previous_end = end
            first = get_object(text, start)
            style = style_of(first)
            last = get_object(text, end - 1)
            if first == last:
                yield self._word(match.group(), start, end, style, group, glued=False)
                continue
            yield from self._split(match.group(), start, end, group)

    def _split(self, token: str, start: int, end: int, group: int) -> Iterator[Word]:
        """Split a token where the size changes: a note mark glued to a word."""
        get_object, style_of = self.get_object, self.styles.style
        styles = [style_of(get_object(self.text_handle, i)) for i in range(start, end)]
        at = 0
        for i in range(1, end - start + 1):
            if i < end - start and abs(styles[i].size - styles[at].size) <= 0.12 * styles[at].size:
                continue
            yield self._word(token[at:i], start + at, start + i, styles[at], group, glued=at > 0)
            at = i

    def _word(self, token: str, start: int, end: int, style: Style, group: int, *, glued: bool) -> Word:
        raw, text, box = self.raw, self.text_page, self.box
        raw.FPDFText_GetCharOrigin(text, start, self.x, self.y)
        raw.FPDFText_GetLooseCharBox(text, start, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if end - start > 1:
            raw.FPDFText_GetLooseCharBox(text, end - 1, box)
            left, right = min(left, box.left), max(right, box.right)
            bottom, top = min(bottom, box.bottom), max(top, box.top)
        return Word(
            text=token.replace(_PDFIUM_HYPHEN, "-").replace("\ufffe", "-"),
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            base_x=self.x.value,
            base_y=self.y.value,
            size=style.size or max(1.0, top - bottom),
            turn=style.turn,
            bold=style.bold,
            italic=style.italic,
            group=group,
            glued=glued,
        )

    def _drawings(self, turn: int, area: float) -> tuple[tuple[tuple[float, float, float], ...], bool]:
        """Return the horizontal ruled lines, and whether pictures cover most of the page."""
        raw = self.raw
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        rules, covered, paths = [], 0.0, 0
        for i in range(raw.FPDFPage_CountObjects(self.page)):
            item = raw.FPDFPage_GetObject(self.page, i)
            kind = raw.FPDFPageObj_GetType(item)
            if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
                continue
            paths += 1
            if paths > _MAX_PATHS:
                return (), False
            if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
                continue
            ax, ay = self._turn(left.value, top.value, turn)
            bx, by = self._turn(right.value, bottom.value, turn)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                covered += abs(bx - ax) * abs(by - ay)
            elif abs(by - ay) <= 2.5 and abs(bx - ax) >= 20:
                rules.append((min(ax, bx), max(ax, bx), (ay + by) / 2))
        return tuple(sorted(rules, key=lambda rule: rule[2])), covered > _SCAN_SHARE * area
