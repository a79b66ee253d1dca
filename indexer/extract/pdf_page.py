"""One PDF page: its words, ruled lines and pictures, turned as the page is seen."""

from __future__ import annotations

import time
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from indexer.extract.pdf_accents import with_accents
from indexer.extract.pdf_bullets import with_bullets
from indexer.extract.pdf_calls import as_seen, pointer
from indexer.extract.pdf_drawings import read_drawings, ruled_across
from indexer.extract.pdf_fonts import StyleReader
from indexer.extract.pdf_frame import Frame
from indexer.extract.pdf_grey import draw_grey
from indexer.extract.pdf_layer import evened, is_unseen
from indexer.extract.pdf_ligatures import untwisted
from indexer.extract.pdf_line_numbers import LineNumbers
from indexer.extract.pdf_lines import PageLines, build_lines
from indexer.extract.pdf_links import mark_links
from indexer.extract.pdf_sheets import Sheet
from indexer.extract.pdf_tables import HEAD
from indexer.extract.pdf_tags import read_cells
from indexer.extract.pdf_tokens import characters_of
from indexer.extract.pdf_turns import main_turn, turned_words
from indexer.extract.pdf_words import WordReader
from indexer.extract.words import Words
from indexer.model import Page

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_ink import Ink
    from indexer.extract.pdf_sheets import Half
    from indexer.extract.pdf_tags import CellPlace
    from indexer.extract.pdf_words import FoundWords
    from indexer.extract.words import SidewaysWord

_LEAST_RULES = 2  # heights of ruled lines: a table has one above its head and one below; notes have one
_DRAWING = 60.0  # seconds: half of what a file may take; a scanned page is drawn in a tenth of a second
_MANY_WORDS = 200  # a picture behind this many words is no scan


class PageReader:
    """Reads the pages of one document.

    Attributes:
        undrawn: The first scanned page for whose picture no time was left, 0 where there was.
    """

    def __init__(self, raw: Any, calls: Calls, *, tagged: bool = False) -> None:
        self._raw = raw
        self._calls = calls
        self._tagged = tagged
        self._words = WordReader(calls, StyleReader(raw, calls))
        self._before = PageLines()
        self._line_numbers = LineNumbers()
        self.undrawn = 0
        self._seconds = _DRAWING  # that are left
        self._noted = 0  # the last note of the scanned pages before

    def load_text(self, page: Any) -> Any:
        """Return the handle of the text of a page, None without one; who asks for it closes it.

        PDFium tears words of a page that is shown upside down or sideways: it is turned as its words stand.
        """
        raw = self._raw
        text = raw.FPDFText_LoadPage(page)
        shown = raw.FPDFPage_GetRotation(page) % 4
        if not (text and shown):
            return text  # nearly all
        found = self._words.read(text, characters_of(raw, text), shown)
        if not found.texts or (turn := main_turn(found)) == shown:
            return text
        raw.FPDFText_ClosePage(text)
        raw.FPDFPage_SetRotation(page, turn)
        return raw.FPDFText_LoadPage(page)

    def sheet(self, page: Any, text: Any) -> Sheet:
        """Return the words of a page from the handles of it and of its text."""
        frame = self._frame(page)
        found = self._read_words(text, characters_of(self._raw, text), frame) if text else None
        words = turned_words(found, frame)[0] if found is not None else Words()
        return Sheet(words, frame.width, frame.height)

    def _frame(self, page: Any) -> Frame:
        """Return the frame of a page, turned as most of its words stand: see load_text."""
        bounds = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(page, bounds)
        frame = Frame(bounds.left, bounds.bottom, bounds.right, bounds.top)
        frame.turn = self._raw.FPDFPage_GetRotation(page) % 4
        return frame

    def _read_words(self, text: Any, characters: str, frame: Frame) -> FoundWords | None:
        """Return the words of a text, None without any, and turn the frame as most of them stand."""
        found = self._words.read(text, characters, frame.turn)
        if not found.texts:
            return None
        frame.turn = main_turn(found)
        return found

    def _read_text(self, text: Any, frame: Frame) -> FoundWords | None:
        """Return the words of a text as they are spelt, accents and ligatures put right."""
        characters = characters_of(self._raw, text)
        if not characters.isascii() or "`" in characters:
            calls = as_seen(self._calls, frame.turn)
            characters = untwisted(with_accents(characters, text, calls), text, calls)
        return self._read_words(text, characters, frame)

    def read(self, number: int, page: Any, text: Any, *, half: Half | None = None, sheet: int = 0) -> Page:
        """Return a page from the handles of it and of its text.

        Args:
            number: Of the page.
            page: Its handle.
            text: That of its text, None without one.
            half: Which half of it is a page, where it has two.
            sheet: The number of the page of the file, where it has two.
        """
        frame = self._frame(page)
        found = self._read_text(text, frame) if text else None
        if found is not None and not frame.turn:
            mark_links(self._raw, page, found)
        frame.half = half
        upright, sideways, inside = _turned(found, frame) if found is not None else (Words(), [], [])
        scanned = bool(upright.texts) and is_unseen(upright.faces)
        upright, inked = self._set_as_seen(number, page, upright, frame) if scanned else (upright, ())
        rules, across, uprights, panels, dots, pictures, covered = read_drawings(
            self._raw, self._calls, page, frame, found.read if found is not None else frozenset()
        )
        rules = tuple(sorted((*rules, *inked), key=itemgetter(2))) if inked else rules
        of_tables = rules if len({round(y) for _, _, y in rules}) >= _LEAST_RULES else ()
        cells = self._cells(page, found, frame.turn) if found is not None and of_tables else []
        if half:
            cells = list(compress(cells, inside))
        built = self._before = build_lines(
            upright if cells else self._line_numbers.without(upright),
            frame.width,
            frame.height,
            ruled=ruled_across(rules, frame.width),
            sideways=sideways,
            cells=cells,
            rules=of_tables,
            across=across,
            uprights=uprights,
            panels=panels,
            pictures=pictures,
            head=HEAD * frame.height if number == 1 else 0.0,
            before=self._before,
        )
        return Page(
            number=number,
            width=frame.width,
            height=frame.height,
            lines=with_bullets(built.lines, dots) if dots else built.lines,
            rules=rules,
            panels=panels,
            scanned=scanned,
            pictures=covered and len(upright.texts) + len(sideways) < _MANY_WORDS,
            turn=frame.turn,
            sheet=sheet,
            offset=frame.offset,
        )

    def _set_as_seen(
        self, number: int, page: Any, words: Words, frame: Frame
    ) -> tuple[Words, tuple[Rule, ...]]:
        """Return the words of an unseen layer set as its picture shows them, and the ruled lines of that."""
        ink = self._ink(number, page, frame)
        rules = ink.rules(words) if ink is not None else ()
        words = evened(words, frame.width, frame.height, ink)
        self._noted = ink.noted if ink is not None else 0
        return words, rules

    def _ink(self, number: int, page: Any, frame: Frame) -> Ink | None:
        """Return the ink of a scanned page, None of one that shares its sheet, and when time is up."""
        if frame.half:
            return None
        if self._seconds <= 0:
            self.undrawn = self.undrawn or number
            return None
        from indexer.extract.pdf_ink import DPI, Ink  # noqa: PLC0415 -- numpy, which only scans need

        start = time.monotonic()
        turn = (frame.turn - self._raw.FPDFPage_GetRotation(page)) % 4
        ink = Ink(draw_grey(self._raw, page, turn, DPI), self._noted)
        self._seconds -= time.monotonic() - start
        return ink

    def _cells(self, page: Any, found: FoundWords, turn: int) -> list[CellPlace | None]:
        """Return the cell of a table that each upright word stands in by the tags of a page."""
        cells = read_cells(self._raw, self._calls, page) if self._tagged else {}
        if not cells:
            return []
        contents = {item: self._calls.marked_content(pointer(item)) for item in set(found.objects)}
        words = zip(found.objects, found.styles, strict=True)
        return [cells.get(contents[item]) for item, style in words if style.turn == turn]


def _turned(found: FoundWords, frame: Frame) -> tuple[Words, list[SidewaysWord], list[bool]]:
    """Return the upright words of a page and the others, and which upright ones of its sheet it has."""
    upright, sideways = turned_words(found, frame)
    if not frame.half:
        return upright, sideways, []
    inside = [0.0 <= left < frame.width for left in upright.lefts]
    return upright.some(inside), [word for word in sideways if 0.0 <= word.left < frame.width], inside
