"""Web pages whose rows stand at fixed places, as programs write them that turn a PDF into one -> pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import regex

from indexer.extract.characters import printable, single_spaced
from indexer.extract.flow import BREAK
from indexer.extract.html_elements import SKIPPED, style_of, text_length
from indexer.extract.html_faces import is_bold, is_italic
from indexer.extract.pdf_fonts import BOLD, ITALIC
from indexer.extract.pdf_lines import PageLines, build_lines
from indexer.extract.words import Words
from indexer.model import Line, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_WIDTH = 612.0
"""Points that the short side of a page has: letter paper, whatever the scale of the file."""

_SHARE = 0.8
"""Of the text of such a file that stands in placed rows."""

_RULE = regex.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,500})\}")
_LENGTH = regex.compile(
    r"(?<![\w-])(?P<name>top|left|width|height|font-size|line-height)\s*:\s*(?P<size>-?\d{1,6}(?:\.\d{1,4})?)(?:px|pt)"
)
_PARTS = regex.compile(r"\s+|\S+")
_PAGE_ID = regex.compile(r"\d{1,5}")
_PLACED = regex.compile(r"position\s*:\s*absolute")
_SIZE, _LEADING, _BASE = 12.0, 1.2, 0.9
"""Size of rows that state none; in sizes, from row to row where that is not stated, and from the upper edge
of a row to its base line."""

_WIDTHS = {
    **dict.fromkeys("ijlt.,:;'’‘!|/[]", 0.28),
    **dict.fromkeys('frs()-“”"', 0.37),
    **dict.fromkeys("mwMW%—…", 0.8),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ&", 0.67),
}
"""Widths of characters in sizes, as in Times; what is not here is as wide as a digit."""

_PROSE = 5
"""Words of a row that is a line of text."""

_RAGGED = 0.13
"""Of the measure: by so much the guessed widths of full lines differ."""

_BOLD = 1.05
"""Of the width of plain letters: that of bold ones."""

_DIGIT, _SPACE, _IDEOGRAPH = 0.48, 0.25, 1.0

_Lengths = dict[str, float]


class _Word(NamedTuple):
    """A word with its place on the page, in the order in which words stand in `Words`."""

    text: str
    left: float
    right: float
    base: float
    size: float
    face: int
    group: int
    glued: bool
    narrow: str = " "


_Row = list[_Word]


def read_placed(root: Any) -> tuple[Page, ...]:
    """The pages of a file whose rows stand at fixed places; none for a page of any other kind."""
    sheets = [_Sheet(number, *found) for number, found in enumerate(_find_sheets(root), start=1)]
    inside = sum(text_length(row) for sheet in sheets for row in sheet.rows)
    if not inside or inside < _SHARE * text_length(root):
        return ()
    pages: list[Page] = []
    built = PageLines()
    for sheet, words in zip(sheets, _fill(sheets, _read_rows(sheets)), strict=True):
        if words:
            found = Words._make(zip(*words, strict=True))
            built = build_lines(found, sheet.width, sheet.height, before=built)
        lines = built.lines if words else ()
        pages.append(Page(number=sheet.number, width=sheet.width, height=sheet.height, lines=lines))
    last = pages[-1]
    pages[-1] = msgspec.structs.replace(last, lines=(*last.lines, *_outside(root, sheets, last)))
    return tuple(pages)


def _find_sheets(root: Any) -> Iterator[tuple[Any, list[Any], list[Any]]]:
    """Elements of a stated size with the placed rows in them, and the style sheets that precede them."""
    styles: list[Any] = []
    inside: set[Any] = set()  # what a row holds is read with it, placed or not
    for element in root.iter("style", "div"):
        if element.tag == "style":
            styles.append(element)
        elif element not in inside and {"width", "height"} <= _lengths(style_of(element)).keys():
            rows = [row for row in element if isinstance(row.tag, str) and _is_placed(style_of(row))]
            if rows:
                yield element, rows, styles
                styles = []
                inside.update(part for row in rows for part in row.iter("div"))


def _is_placed(style: str) -> bool:
    return bool(_PLACED.search(style)) and {"top", "left"} <= _lengths(style).keys()


class _Sheet:
    """A page to be: its size, and the rows in it."""

    def __init__(self, number: int, element: Any, rows: list[Any], styles: list[Any]) -> None:
        size = _lengths(style_of(element))
        named = _PAGE_ID.search(element.get("id") or "")
        self.number = number
        self.rows = rows
        # the names of faces begin with the page, those of earlier pages are meant too
        self._prefix = f"ft{named[0] if named else number}"
        self.faces = {
            name.removeprefix(self._prefix): _lengths(rule)
            for style in styles
            for name, rule in _RULE.findall(style.text or "")
        }
        self._scale = _WIDTH / max(1.0, min(size["width"], size["height"]))
        self.width, self.height = size["width"] * self._scale, size["height"] * self._scale

    def side(self) -> tuple[int, float]:
        """What the margins go by."""
        return self.number % 2, self.width

    def words(self, row: Any, group: int, faces: dict[str, _Lengths]) -> Iterator[_Word]:
        """The words of a placed element, row below row where it has several."""
        name = (row.get("class") or "").removeprefix(self._prefix)
        place = faces.get(name, {}) | _lengths(style_of(row))
        size = max(0.0, place.get("font-size", 0.0)) or _SIZE
        leading = place.get("line-height", _LEADING * size)
        top, at, scale = place["top"], place["left"], self._scale
        joins = False
        for text, face in _pieces(row):
            if text == BREAK:
                top, at, joins = top + leading, place["left"], False
                continue
            base = (top + _BASE * size) * scale
            for part in _PARTS.findall(printable(text)):
                right = at + size * _width(part) * (_BOLD if face & BOLD else 1.0)
                if not part.isspace():
                    yield _Word(part, at * scale, right * scale, base, size * scale, face, group, joins)
                at, joins = right, not part.isspace()


def _lengths(style: str) -> _Lengths:
    """The lengths that a style sheet states, in pixels."""
    return {match["name"]: float(match["size"]) for match in _LENGTH.finditer(style)}


def _read_rows(sheets: list[_Sheet]) -> Iterator[list[_Row]]:
    """The rows of each sheet; the faces of one hold for those behind it too."""
    faces: dict[str, _Lengths] = {}
    for sheet in sheets:
        faces |= sheet.faces
        words = [word for n, row in enumerate(sheet.rows) for word in sheet.words(row, n, faces)]
        yield [list(row) for _, row in groupby(words, key=lambda word: (word.group, word.base))]


def _fill(sheets: list[_Sheet], pages: Iterable[list[_Row]]) -> Iterator[list[_Word]]:
    """The words of each sheet, those of full lines set from margin to margin.

    The widths are guessed, and whether a line is full says whether a paragraph goes on below it.
    """
    found = list(zip(map(_Sheet.side, sheets), pages, strict=True))
    measures: dict[tuple[int, float], tuple[float, float]] = {}
    for side in {side for side, _ in found}:
        prose = [row for other, rows in found if other == side for row in rows if len(row) >= _PROSE]
        rights = sorted(row[-1].right for row in prose)
        if prose:
            measures[side] = min(row[0].left for row in prose), rights[len(rights) * 9 // 10]
    for side, rows in found:
        left, right = measures.get(side, (0.0, 0.0))
        least = right - _RAGGED * (right - left)
        full = (len(row) >= _PROSE and row[-1].right >= least for row in rows)
        yield [
            word
            for row, is_full in zip(rows, full, strict=True)
            for word in (_stretch(row, right) if is_full else row)
        ]


def _stretch(row: _Row, right: float) -> _Row:
    """The words of a row that ends at the given place."""
    start = row[0].left
    by = (right - start) / max(1.0, row[-1].right - start)
    return [
        word._replace(left=start + by * (word.left - start), right=start + by * (word.right - start))
        for word in row
    ]


def _pieces(element: Any) -> Iterator[tuple[str, int]]:
    """The text of an element with its face, a line end for each break; without recursion."""
    from lxml import etree  # noqa: PLC0415 - heavy

    faces = [0]
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            faces.pop()
            if part is not element and part.tail:
                yield part.tail.replace("\n", " "), faces[-1]
            continue
        bold, italic = faces[-1] & BOLD > 0, faces[-1] & ITALIC > 0
        faces.append(BOLD * is_bold(part, bold) | ITALIC * is_italic(part, italic))
        if part.tag == "br":
            yield BREAK, faces[-1]
        elif part.text and part.tag not in SKIPPED:
            yield part.text.replace("\n", " "), faces[-1]


def _outside(root: Any, sheets: list[_Sheet], page: Page) -> tuple[Line, ...]:
    """What stands outside the placed rows, as a list of headings behind the pages, kept apart as feet."""
    from lxml import etree  # noqa: PLC0415 - heavy

    rows = {row for sheet in sheets for row in sheet.rows}
    texts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            texts.append(element.tail or "")
        elif element in rows or element.tag in SKIPPED:
            walk.skip_subtree()
        else:
            texts.append(element.text or "")
    found = [text for text in (single_spaced(printable(text)) for text in texts) if text.strip()]
    bottom = page.height
    return tuple(Line(text=text, role="footer", top=bottom, bottom=bottom) for text in found)


def _width(text: str) -> float:
    """How wide characters are, in sizes; two spaces are as wide as one that is stretched."""
    if text.isspace():
        return _SPACE * (len(text) if len(text) > 2 else 1)
    return sum(_WIDTHS.get(sign, _IDEOGRAPH if sign >= "\u2e80" else _DIGIT) for sign in text)
