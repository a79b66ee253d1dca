"""Plain text -> pages of lines."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

import msgspec
import regex

from indexer.errors import EmptyReportError, LimitError
from indexer.extract.characters import printable, single_spaced
from indexer.extract.decode import decode
from indexer.extract.dumped_arabic import untwisted
from indexer.extract.text_labels import join_labels
from indexer.grammar.characters import WIDE
from indexer.model import ExtractedDocument, Line, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indexer.model import SourceFile

MOST_BYTES = 64 << 20
"""The longest report known is some 3 MB of text; what is larger than this is a log or a data set."""

COLUMN = 6.0
"""Points for each column: twelve characters an inch, so that 80 columns fit on a page with margins."""

ROW = 14.0
"""Points for each row: 12-point type with the usual leading."""

_PRINTED = 160
"""Columns of a row of text: landscape pages have up to 132."""

_NAME = 90
"""Characters of a row that names the text below it; where the first paragraph has its name in it, answers to
queries are better by .013 of nDCG@10 on the mean of five collections than where it stands alone."""

_LEAST = 4
"""Rows from which blank ones between them are more than chance."""

_MOST = 0.6
"""Share of the rows behind which a blank one stands."""

_FEW = 0.34
"""Share of the rows that may run on: of a text in double spacing most do."""

_SOME = 0.2
"""Share of the characters of a text whose short rows are titles, items and names."""

_HARDLY = 0.1
"""Share of the rows: of a text in lines most run on."""

_FULL = 0.6
"""Of the longest row: lines of a paragraph are so long."""

_WIDTH = 612.0
_HEIGHT = 792.0
_LINE_END = regex.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_WIDE_GAP = regex.compile(r"(?<=\S)(?: {3,}|[ ]*\t[ \t]*)(?=\S)")
"""Three columns are wider than 1.1 times the size of 12, two are not; a tab is wide whatever its stop."""

_WIDE = regex.compile(rf"[{WIDE}]")
_BARS = regex.compile(r"^(?:[ \t]*\|[^\n\f]*|[^\n\f|]*\|[ \t]*$)", regex.MULTILINE)
_LABEL = regex.compile(r"(?:\(?[\p{L}\p{N}]{1,5}(?:\.\p{N}{1,3})*[.)]|[•*-])\s+(?=\S)")


class TextExtractor:
    """Reads plain text; form feeds part its pages."""

    def extract(self, source: SourceFile) -> ExtractedDocument:
        """Pages of lines; a page dumped as one long line stays one line.

        Raises:
            DamagedReportError: The bytes are no text.
            EmptyReportError: Nothing is printed.
            LimitError: The file is too large to be a report.
        """
        if source.size > MOST_BYTES:
            raise LimitError(source.path, f"{source.size >> 20} MB of plain text is no report")
        with open(source.location, "rb") as stream:  # noqa: PTH123 -- the path may hold undecodable bytes
            text, warnings = untwisted(decode(stream.read(), source.path))
        if not text.strip():
            raise EmptyReportError(source.path, "there is nothing but blanks in it")
        # end-of-file marks of old systems stand behind the text
        sheets = join_labels(text.rstrip("\x1a\x00 \t\r\n\f")).split("\f")
        pages = tuple(set_page(number, _without_bars(sheet)) for number, sheet in enumerate(sheets, start=1))
        return ExtractedDocument(source=source, pages=pages, paged=len(pages) > 1, warnings=warnings)


def set_page(number: int, text: str) -> Page:
    """A page with each row of text in its place."""
    rows = _LINE_END.split(text)
    lines = tuple(set_rows(rows))
    if _is_unwrapped(rows):
        lines = tuple(_as_paragraphs(lines))
    elif _stand_apart(rows):
        lines = tuple(_as_blocks(lines))
    height = max(_HEIGHT, ROW * len(rows)) if lines else _HEIGHT
    width = max([_WIDTH, *(line.right for line in lines)])
    return Page(number=number, width=width, height=height, lines=lines)


def _is_unwrapped(rows: list[str]) -> bool:
    """Whether much of a text stands in rows that no page has room for: each row is a paragraph.

    That is most of it, or some where hardly a row begins in the middle of a sentence.
    """
    lengths = list(map(_columns, rows))
    long = sum(length for length in lengths if length > _PRINTED)
    if 2 * long > sum(lengths):
        return True
    texts = [row.strip() for row in rows if row and not row.isspace()]
    return long > _SOME * sum(lengths) and _running(texts) <= _HARDLY * len(texts)


def _columns(row: str) -> int:
    """How many columns a row takes: an ideograph takes two."""
    return len(row) if row.isascii() else len(row) + len(_WIDE.findall(row))


def _stand_apart(rows: list[str]) -> bool:
    """Whether blank rows part paragraphs of one row each, and not the rows of a text in double spacing.

    The distance of most rows then tells nothing.
    """
    texts = [at for at, row in enumerate(rows) if not row.isspace() and row]
    if len(texts) < _LEAST:
        return False
    apart = sum(below - above > 1 for above, below in pairwise(texts))
    running = _running([rows[at].strip() for at in texts])
    return apart >= _MOST * (len(texts) - 1) and running <= _FEW * len(texts)


def _running(rows: list[str]) -> int:
    """How many rows begin in the middle of a sentence.

    In a script without capitals full ones end there.
    """
    full = _FULL * min(_PRINTED, max(map(_columns, rows), default=0))
    return sum(
        row[0].islower()
        or (row[-1].isalpha() and row[-1].upper() == row[-1].lower() and _columns(row) >= full)
        for row in rows
    )


def _as_blocks(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Rows behind a blank one as the first of their paragraphs."""
    above = -inf
    for line in lines:
        yield msgspec.structs.replace(line, starts_block=line.top - above > ROW)
        above = line.top


def _as_paragraphs(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Rows as paragraphs of their own; a short first one is what the second is called, and stays with it."""
    named = len(lines) > 1 and len(lines[0].text) <= _NAME < len(lines[1].text) and lines[1].text[0].isalpha()
    for at, line in enumerate(lines):
        yield msgspec.structs.replace(line, starts_block=not (named and at == 1))


def _without_bars(text: str) -> str:
    """The text with tabs between the cells of rows between bars, as programs write tables."""
    return _BARS.sub(lambda row: "\t".join(c.strip() for c in row[0].split("|") if c.strip(" -:=\t")), text)


def set_rows(rows: list[str], left: float = 0.0, top: float = 0.0) -> Iterator[Line]:
    """The rows as lines; blank ones leave a gap."""
    for index, row in enumerate(rows):
        spread = printable(row).expandtabs() if row[:1].isspace() else printable(row)
        stripped = spread.strip()
        if not stripped:
            continue
        indent = len(spread) - len(spread.lstrip())
        label = _LABEL.match(stripped)
        start = left + COLUMN * indent
        yield Line(
            text=single_spaced(_WIDE_GAP.sub("\t", stripped)),
            left=start,
            right=start + COLUMN * len(stripped),
            top=top + ROW * index,
            bottom=top + ROW * index + 12.0,
            size=12.0,
            text_left=start + COLUMN * label.end() if label else start,
        )
