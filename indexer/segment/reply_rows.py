"""Tables that answer the recommendations of a review -> a block for each cell, behind the number of its row.

Such a row is cited by the number of the recommendation, which the report of the review has given it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import regex

from indexer.grammar.several_numbers import several_numbers
from indexer.segment.dotted_numbers import SECTIONS, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import ExtractedDocument, Line

_NUMBER = regex.compile(r"(?P<number>(?P<paragraph>\d{1,3})\.\d{1,3}(?:\.\d{1,3})?)[.)]?(?:\s+|$)")
_FRACTION = regex.compile(r"\d{1,3}\.0")  # of a measure: no list has a recommendation 0
_WORD = regex.compile(r"\p{L}{2}")
_COLUMNS = 3  # the number stands in one of the first
_SHARE = 5  # numbers below each paragraph at least, as in any list of recommendations
_BOLD = 0.8


class _Cell(NamedTuple):
    """What stands in a cell, and where it begins in the text of its row."""

    text: str
    start: int


def with_replies_apart(document: ExtractedDocument) -> ExtractedDocument:
    """Return a document in which such rows are blocks: the number is a label, and each cell has a line.

    What goes on in a row without a number is the rest of the row above, as on a new page; heads of columns
    that come again are furniture.
    """
    rows = [_cells(line) for page in document.pages for line in page.lines if line.role == "row"]
    column, paragraphs = _numbered_column(rows)
    if not paragraphs:
        return document  # nearly all
    inside = False
    heads, above = set[str](), list[str]()
    pages = []
    for page in document.pages:
        lines: list[Line] = []
        for line in page.lines:
            if line.role != "row":
                if line.role in ("", "heading"):  # end the table, notes and page heads do not
                    inside = False
                    above.clear()
                lines.append(line)
                continue
            cells = _cells(line)
            number = _number(cells, column, paragraphs)
            if number:
                lines += _numbered(line, cells, column, number)
                heads.update(above)
                inside = True
                above.clear()
            elif line.text in heads:
                lines.append(msgspec.structs.replace(line, role="header"))
            elif inside:
                lines += _further(line, cells)
            else:
                lines.append(line)
                above.append(line.text)
        pages.append(msgspec.structs.replace(page, lines=tuple(lines)))
    return msgspec.structs.replace(document, pages=tuple(pages))


def _cells(line: Line) -> list[_Cell]:
    """Return the cells of a row."""
    cells: list[_Cell] = []
    start = 0
    for text in line.text.split("\t"):
        cells.append(_Cell(text, start))
        start += len(text) + 1
    return cells


def _numbered_column(rows: list[list[_Cell]]) -> tuple[int, frozenset[str]]:
    """Return the column with numbers of recommendations, and the paragraphs that these stand under."""
    if len(rows) < THEMES:
        return 0, frozenset()
    found: dict[int, Counter[str]] = {}
    measures: set[int] = set()
    for row in rows:
        for column, cell in enumerate(row[:_COLUMNS]):
            if _FRACTION.match(cell.text):
                measures.add(column)
            match = _NUMBER.match(_first_number(cell.text))
            if match is not None and int(match["paragraph"]) > SECTIONS and _says(row, column):
                found.setdefault(column, Counter())[match["paragraph"]] += 1
                break
    for column, paragraphs in sorted(found.items(), key=lambda entry: -entry[1].total()):
        if column in measures:
            continue
        if paragraphs.total() >= THEMES and paragraphs.total() >= _SHARE * len(paragraphs):
            return column, frozenset(paragraphs)
    return 0, frozenset()


def _says(cells: list[_Cell], column: int) -> bool:
    """Whether words stand behind the number of a row, as in replies; in tables of figures only figures do."""
    return any(_WORD.search(cell.text) for cell in cells[column:])


def _first_number(text: str) -> str:
    """Return a text without what is printed behind its first number, where several are printed as one."""
    numbers = several_numbers(text.strip())
    return numbers[0] if numbers else text


def _number(cells: list[_Cell], column: int, paragraphs: frozenset[str]) -> str:
    """Return the number of a row as printed, "" where it has none."""
    text = cells[column].text if column < len(cells) else ""
    match = _NUMBER.match(_first_number(text))
    if match is None or match["paragraph"] not in paragraphs:
        return ""
    if not _says(cells, column) and any(cell.text.strip() for cell in cells[column + 1 :]):
        return ""
    return text.strip() if several_numbers(text.strip()) else match["number"]


def _numbered(line: Line, cells: list[_Cell], column: int, number: str) -> Iterator[Line]:
    """Give the lines of a row: its number, with the words behind it, and one for each other cell."""
    match = _NUMBER.match(cells[column].text)
    others = [cell for at, cell in enumerate(cells) if at != column and cell.text.strip()]
    if match is None or several_numbers(number):
        yield _line(line, cells[column])
    else:
        rest = _Cell(cells[column].text[match.end() :], cells[column].start + match.end())
        if not rest.text and others:
            rest, *others = others
        yield msgspec.structs.replace(_line(line, rest), label=number)
    for cell in others:
        yield _line(line, cell)


def _further(line: Line, cells: list[_Cell]) -> Iterator[Line]:
    """Give the lines of a row without a number: a title of those below, or the rest of the row above."""
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) == 1 and line.bold > _BOLD:
        yield msgspec.structs.replace(_line(line, filled[0]), role="")
        return
    for cell in filled:
        yield _line(line, cell)


def _line(row: Line, cell: _Cell) -> Line:
    """Return a cell as a line."""
    text = cell.text.rstrip()
    start, end = cell.start, cell.start + len(text)
    raised = tuple((a - start, b - start) for a, b in row.raised if start <= a and b <= end)
    return msgspec.structs.replace(row, text=text, raised=raised, role="cell", starts_block=True)
