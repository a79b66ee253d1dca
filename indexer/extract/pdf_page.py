"""One PDF page: its words, ruled lines and pictures, turned as the page is seen."""

from __future__ import annotations

from itertools import compress, repeat
from operator import itemgetter, le
from typing import TYPE_CHECKING, Any

from indexer.extract.pdf_accents import with_accents
from indexer.extract.pdf_calls import Pointer, Room, as_seen
from indexer.extract.pdf_fonts import StyleReader
from indexer.extract.pdf_frame import Frame
from indexer.extract.pdf_layer import evened, is_unseen
from indexer.extract.pdf_ligatures import untwisted
from indexer.extract.pdf_lines import build_lines
from indexer.extract.pdf_panels import THIN, WIDE, find_panels
from indexer.extract.pdf_sheets import Sheet
from indexer.extract.pdf_tables import HEAD
from indexer.extract.pdf_tags import read_cells
from indexer.extract.pdf_tokens import characters_of
from indexer.extract.pdf_words import WordReader
from indexer.extract.words import SidewaysWord, Words
from indexer.model import Page

if TYPE_CHECKING:
    from indexer.extract.pdf_calls import Calls
    from indexer.extract.pdf_frames import Rule
    from indexer.extract.pdf_panels import Area
    from indexer.extract.pdf_sheets import Half
    from indexer.extract.pdf_tags import CellPlace
    from indexer.extract.pdf_words import FoundWords

_MAX_PATHS = 4000  # a drawing with more parts than this is an infographic, not the ruled lines of a page
_SCAN_SHARE = 0.5  # of the page covered by pictures
_LEAST_RULES = 2  # heights of ruled lines: a table has one above its head and one below; notes have one
_WHITE = 250  # of 255: a lighter ground is not seen
_TALL = 4  # sizes: no sign of a font whose size is in points is so high
_MANY_WORDS = 200  # a picture behind this many words is no scan


class PageReader:
    """Reads the pages of one document."""

    def __init__(self, raw: Any, calls: Calls, *, tagged: bool = False) -> None:
        self._raw = raw
        self._calls = calls
        self._tagged = tagged
        self._words = WordReader(calls, StyleReader(raw, calls))
        self._gutter: float | None = None  # of the page before

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
        if not found.texts or (turn := _main_turn(found)) == shown:
            return text
        raw.FPDFText_ClosePage(text)
        raw.FPDFPage_SetRotation(page, turn)
        return raw.FPDFText_LoadPage(page)

    def sheet(self, page: Any, text: Any) -> Sheet:
        """Return the words of a page from the handles of it and of its text."""
        frame = self._frame(page)
        turn = self._raw.FPDFPage_GetRotation(page) % 4
        found = self._words.read(text, characters_of(self._raw, text), turn) if text else None
        if found is None or not found.texts:
            return Sheet(Words(), frame.width, frame.height)
        frame.turn = _main_turn(found)
        return Sheet(_turned(found, frame)[0], frame.width, frame.height)

    def _frame(self, page: Any) -> Frame:
        bounds = self._raw.FS_RECTF()
        self._raw.FPDF_GetPageBoundingBox(page, bounds)
        return Frame(bounds.left, bounds.bottom, bounds.right, bounds.top)

    def read(self, number: int, page: Any, text: Any, *, half: Half | None = None, sheet: int = 0) -> Page:
        """Return a page from the handles of it and of its text.

        Args:
            number: Of the page.
            page: Its handle.
            text: That of its text, None without one.
            half: Which half of it is a page, where it has two.
            sheet: The number of the page of the file, where it has two.
        """
        raw = self._raw
        frame = self._frame(page)
        characters = characters_of(raw, text) if text else ""
        turn = raw.FPDFPage_GetRotation(page) % 4  # as most words stand: see load_text
        if not characters.isascii() or "`" in characters:
            calls = as_seen(self._calls, turn)
            characters = untwisted(with_accents(characters, text, calls), text, calls)
        found = self._words.read(text, characters, turn) if text else None
        if found is not None and found.texts:
            frame.turn = _main_turn(found)
        else:
            found = None
            frame.turn = turn
        frame.half = half
        upright, sideways = _turned(found, frame) if found is not None else (Words(), [])
        inside = [0.0 <= left < frame.width for left in upright.lefts] if half else []
        if half:
            upright = upright.some(inside)
            sideways = [word for word in sideways if 0.0 <= word.left < frame.width]
        if upright.texts and is_unseen(upright.faces):
            upright = evened(upright, frame.width, frame.height)
        rules, panels, pictures = self._drawings(page, frame)
        ruled = _ruled_across(rules, frame.width)
        heights = {round(y) for _, _, y in rules}
        may_hold_tables = not sideways and len(heights) >= _LEAST_RULES
        cells = self._cells(page, found) if found is not None and may_hold_tables else []
        if half:
            cells = list(compress(cells, inside))
        lines, self._gutter = build_lines(
            upright,
            frame.width,
            frame.height,
            ruled=ruled,
            sideways=sideways,
            cells=cells,
            rules=rules if may_hold_tables else (),
            panels=panels,
            head=HEAD * frame.height if number == 1 else 0.0,
            before=self._gutter,
        )
        return Page(
            number=number,
            width=frame.width,
            height=frame.height,
            lines=lines,
            rules=rules,
            panels=panels,
            pictures=pictures and len(upright.texts) + len(sideways) < _MANY_WORDS,
            turn=frame.turn,
            sheet=sheet,
            offset=frame.offset,
        )

    def _cells(self, page: Any, found: FoundWords) -> list[CellPlace | None]:
        """Return the cell of a table that each word stands in by the tags of a page, nothing without any."""
        cells = read_cells(self._raw, page) if self._tagged else {}
        if not cells:
            return []
        contents = {item: self._calls.marked_content(Pointer(item)) for item in set(found.objects)}
        return [cells.get(contents[item]) for item in found.objects]

    def _drawings(self, page: Any, frame: Frame) -> tuple[tuple[Rule, ...], tuple[Area, ...], bool]:
        """Return the horizontal ruled lines, the panels, and whether pictures cover most of the page."""
        raw, calls = self._raw, self._calls
        count = raw.FPDFPage_CountObjects(page)
        objects = list(map(Pointer, map(calls.page_object, repeat(page), range(count))))
        drawn = [
            (item, kind)
            for item, kind in zip(objects, map(calls.object_type, objects), strict=True)
            if kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
        ]
        if len(drawn) > _MAX_PATHS:
            return (), (), False
        room = Room("f", 1)
        room.clear(4)
        rules: list[Rule] = []
        areas: list[Area] = []
        covered = 0.0
        for item, kind in drawn:
            if not calls.bounds(item, *room.places):
                continue
            left, bottom, right, top = room.values
            ax, ay = frame.turned(left, top)
            bx, by = frame.turned(right, bottom)
            if frame.half and not 0.0 <= (ax + bx) / 2 < frame.width:
                continue
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                covered += abs(bx - ax) * abs(by - ay)
            elif abs(by - ay) > THIN:
                across = abs(bx - ax)
                if across <= THIN or (across > WIDE * frame.width and self._is_seen(item)):
                    areas.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
            elif abs(bx - ax) >= 20:
                rules.append((min(ax, bx), max(ax, bx), (ay + by) / 2))
        covering = covered > _SCAN_SHARE * frame.width * frame.height
        panels = find_panels(areas, frame.width, frame.height)
        return tuple(sorted(rules, key=lambda rule: rule[2])), panels, covering

    def _is_seen(self, item: Pointer) -> bool:
        """Whether a path has an outline, or a ground that is not white."""
        mode, color = Room("i", 1), Room("I", 1)
        mode.clear(2)
        color.clear(4)
        if not self._calls.draw_mode(item, *mode.places) or mode.values[1] or not mode.values[0]:
            return bool(mode.values[1])
        self._calls.fill_color(item, *color.places)
        return color.values[3] > 0 and min(color.values[:3]) < _WHITE


def _main_turn(found: FoundWords) -> int:
    """Return the quarter turns of most characters."""
    if len(found.turns) == 1:
        return next(iter(found.turns))
    weight = [0, 0, 0, 0]
    for text, style in zip(found.texts, found.styles, strict=True):
        weight[style.turn] += len(text)
    return max(range(4), key=lambda turn: weight[turn])


def _turned(found: FoundWords, frame: Frame) -> tuple[Words, list[SidewaysWord]]:
    """Return the words as seen: those that stand upright, and those that do not."""
    sizes = list(map(itemgetter(0), found.styles))
    if min(sizes) < 1.0:
        sizes = list(map(_size_as_seen, sizes, found.heights()))
    if frame.turn == 0:
        left, top = frame.left + frame.offset, frame.top
        lefts, rights = found.lefts(), found.rights()
        if left:  # few pages
            lefts, rights = [x - left for x in lefts], [x - left for x in rights]
        bases = [top - y for y in found.ys]
    else:
        lefts = [frame.turned(x, y)[0] for x, y in zip(found.lefts(), found.tops(), strict=True)]
        rights = [frame.turned(x, y)[0] for x, y in zip(found.rights(), found.bottoms(), strict=True)]
        bases = [frame.turned(x, y)[1] for x, y in zip(found.xs, found.ys, strict=True)]
    if not all(map(le, lefts, rights)):
        lefts, rights = list(map(min, lefts, rights)), list(map(max, lefts, rights))
    faces = list(map(itemgetter(2), found.styles))
    words = Words(found.texts, lefts, rights, bases, sizes, faces, found.groups, found.glued, found.narrow)
    if found.turns == {frame.turn}:
        return words, []
    upright = [style.turn == frame.turn for style in found.styles]
    return words.some(upright), _sideways(words, found, frame, upright)


def _size_as_seen(size: float, height: float) -> float:
    """Return the size of a word, whose font may be drawn in units of its own."""
    return size if size and size * _TALL > height else max(1.0, height)


def _sideways(words: Words, found: FoundWords, frame: Frame, upright: list[bool]) -> list[SidewaysWord]:
    """Return the words that do not stand upright."""
    tops = [frame.turned(x, y)[1] for x, y in zip(found.lefts(), found.tops(), strict=True)]
    bottoms = [frame.turned(x, y)[1] for x, y in zip(found.rights(), found.bottoms(), strict=True)]
    return [
        SidewaysWord(
            text=words.texts[at],
            left=words.lefts[at],
            right=words.rights[at],
            top=min(tops[at], bottoms[at]),
            bottom=max(tops[at], bottoms[at]),
            size=words.sizes[at],
            group=words.groups[at],
        )
        for at, stands in enumerate(upright)
        if not stands
    ]


def _ruled_across(rules: tuple[Rule, ...], width: float) -> int:
    """Return at how many heights ruled lines, taken together, cross most of the page."""
    lengths: dict[int, float] = {}
    for left, right, y in rules:
        lengths[round(y)] = lengths.get(round(y), 0.0) + right - left
    return sum(length > 0.6 * width for length in lengths.values())
